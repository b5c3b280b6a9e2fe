/* SPDX-License-Identifier: MIT */
/* One line in, some lines out: what the next line means, saying and locking. */
#include <stdarg.h>
#include <stdio.h>

#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"
#include "tui/wrap.h"

void lines_init(struct lines *l, const struct service *s, const struct rep_welcome *w)
{
	*l = (struct lines){.service = *s, .welcome = w, .depth = 1};
	keymap_defaults(&l->life, &l->keymap);
	l->text = buf_in(&l->waiting);
	l->start.at = -1;
	for (int at = 0; at < PLACE_COUNT; at++)
		lines_forget(l, (enum place)at);
}

void lines_end(struct lines *l)
{
	struct arena *all[] = {&l->life, &l->frame, &l->waiting, &l->start.mem, &l->sheet.mem,
	    &l->handing.mem, &l->coaching.mem};

	lines_restart(l);
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		arena_clear(all[i]);
}

/* ---- saying ---- */
/* Nothing of a record can act on a terminal, and nothing is said while it is locked. A terminal
 * would cut words at its edge: a row of a braille line, or of a reader, begins with a whole one. */
static void put(struct lines *l, struct str text)
{
	struct str safe, row;
	size_t at = 0;

	if (l->locked)
		return;
	safe = utf8_mask(&l->frame, text, true);
	if (l->ascii)
		safe = utf8_ascii(&l->frame, safe);
	while (wrap_next(safe, &at, l->wide ? l->wide - 1 : (int)safe.n + 1, &row)) {
		while (l->wide && row.n && row.p[row.n - 1] == ' ')
			row.n--;
		l->put(l->put_ctx, arena_printf(&l->frame, "%.*s\n", STR_ARG(row)));
	}
}

static struct str formatted(struct lines *l, const char *fmt, va_list ap)
{
	va_list again;
	int n;
	char *p;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	p = arena_alloc(&l->frame, (size_t)(n > 0 ? n : 0) + 1, 1);
	(void)vsnprintf(p, (size_t)(n > 0 ? n : 0) + 1, fmt, ap);
	return str_of(p);
}

void lines_say(struct lines *l, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	put(l, formatted(l, fmt, ap));
	va_end(ap);
}

void lines_text(struct lines *l, struct str text)
{
	struct str line;

	while (str_cut(&text, '\n', &line))
		put(l, line);
}

void lines_told(struct lines *l, const char *fmt, ...)
{
	struct str text;
	va_list ap;

	va_start(ap, fmt);
	text = formatted(l, fmt, ap);
	va_end(ap);
	*arena_push(&l->life, &l->messages) = arena_str(&l->life, text);
	put(l, text);
}

void lines_fail(struct lines *l, const struct err *e)
{
	struct str rest = str_of(e->text), line = {0};

	(void)str_cut(&rest, '\n', &line);
	lines_told(l, "Not done: %.*s", STR_ARG(line));
	while (str_cut(&rest, '\n', &line))
		lines_told(l, "%.*s", STR_ARG(line));
}

bool lines_start(struct lines *l, struct err *e)
{
	bool fresh;

	if (l->coaching.lesson.ask && !coaching_look(&l->coaching, &fresh, e))
		return false;
	if (!lines_home(l, true, e))
		return false;
	coaching_skim(&l->coaching);
	lines_lesson(l);
	lines_live(l);
	return true;
}

void lines_ask(struct lines *l, struct str label, struct str prefix)
{
	struct str text = arena_str(&l->frame, label), before = arena_str(&l->frame, prefix);

	arena_clear(&l->waiting);
	l->text = buf_in(&l->waiting);
	l->asking = ASK_ARGUMENT;
	l->optional = false;
	l->label = arena_str(&l->waiting, text);
	l->prefix = arena_str(&l->waiting, before);
}

static struct str place_prompt(struct lines *l)
{
	switch (lines_place(l)) {
	case PLACE_LIST:
		return lines_list_prompt(l);
	case PLACE_ROWS:
		return lines_rows_prompt(l);
	case PLACE_CASE:
		return arena_printf(
		    &l->frame, "%.*s: ", STR_ARG(utf8_mask(&l->frame, l->kase.rec.ref, false)));
	case PLACE_FORM:
		return lines_form_prompt(l);
	case PLACE_STEPS:
		return STR("Next step: ");
	case PLACE_START:
	case PLACE_COUNT:
		break;
	}
	return STR("Start: ");
}

struct str lines_prompt(struct lines *l)
{
	if (l->locked)
		return STR("Account: ");
	if (l->more)
		return STR("And: ");
	switch (l->asking) {
	case ASK_ARGUMENT:
		return arena_printf(&l->frame, "%.*s: ", STR_ARG(l->label));
	case ASK_WHY:
	case ASK_STEP_REASON:
		return STR("Why: ");
	case ASK_CONFIRM:
	case ASK_SEND:
	case ASK_HANDING:
		return STR("yes or nothing: ");
	case ASK_MINE:
		return STR("m mine, t theirs: ");
	case ASK_FIELD:
		return arena_printf(&l->frame, "Field %zu of %zu: ", l->sheet.at + 1,
		    l->sheet.form.questions.n);
	case ASK_COMMAND:
		break;
	}
	return place_prompt(l);
}

/* ---- locking ---- */
static void report(struct lines *l, bool locked)
{
	struct req_lock q = {.locked = locked};
	struct rep_done r;
	struct err e = {0};

	/* a lost service must not show the case again */
	if (!call_lock(&l->service, &l->frame, &q, &r, &e) && !locked)
		lines_fail(l, &e);
}

/* Blank lines push what was said off the screen. */
void lines_lock(struct lines *l)
{
	if (l->locked)
		return;
	l->locked = true;
	for (int i = 0; i < l->high; i++)
		l->put(l->put_ctx, STR("\n"));
	l->put(l->put_ctx, STR("Locked. Your work is kept.\n"
			       "Type your account name to go on.\n"));
	report(l, true);
}

static void unlock(struct lines *l, struct str line)
{
	struct err e = {0};

	if (!str_eq(str_trim(line), l->welcome->user)) {
		l->put(l->put_ctx, STR("That is not the account at work here.\n"));
		return;
	}
	l->locked = false;
	lines_say(l, "Opened again.");
	report(l, false);
	if (l->asking == ASK_COMMAND && !lines_again(l, false, &e))
		lines_fail(l, &e);
	lines_live(l);
	lines_coach(l);
}

void lines_cancel(struct lines *l)
{
	struct err e = {0};

	arena_clear(&l->frame);
	if (l->locked)
		return;
	if (l->more || l->asking != ASK_COMMAND) {
		l->more = false;
		l->asking = ASK_COMMAND;
		lines_say(l, "Left; nothing was done.");
		return;
	}
	if (!lines_run(l, STR("cancel"), CTX_ALWAYS, &e))
		lines_fail(l, &e);
}

void lines_hang_up(struct lines *l)
{
	if (l->more && !l->locked && lines_place(l) == PLACE_FORM)
		lines_form_save_half(l);
}

/* ---- one line ---- */
/* A line that ends in a backslash goes on in the next. True: wait for it. */
static bool goes_on(struct lines *l, struct str *line)
{
	bool more = line->n && line->p[line->n - 1] == '\\';
	struct str part = {line->p, line->n - more};

	if (!more && !l->more)
		return false;
	if (!l->more)
		l->text = buf_in(&l->life);
	buf_put(&l->text, part);
	if (more)
		buf_char(&l->text, '\n');
	l->more = more;
	*line = buf_str(&l->text);
	return more;
}

static bool argument(struct lines *l, struct str line, struct err *e)
{
	bool whole = l->prefix.n && str_starts(line, l->prefix);
	struct str given = l->optional && str_is(line, "-") ? (struct str){0} : line, text;

	text = whole ? line
		     : arena_printf(&l->frame, "%.*s%.*s", STR_ARG(l->prefix), STR_ARG(given));
	l->asking = ASK_COMMAND;
	if (line.n == 0) {
		lines_say(l, "Left; nothing was done.");
		return true;
	}
	if (lines_command(l, text, e))
		return true;
	if (e->kind == ERR_USAGE && l->asking == ASK_COMMAND) /* it is asked again */
		l->asking = ASK_ARGUMENT;
	return false;
}

/* "3" or "3 mark": false when the line is none of both. */
static bool numbered(struct str line, int64_t *n, struct str *rest)
{
	*rest = line;
	return str_int(command_word(rest), n);
}

static bool by_number(struct lines *l, int64_t n, struct str rest, struct err *e)
{
	l->called = rest.n > 0;
	switch (lines_place(l)) {
	case PLACE_LIST:
		return lines_list_number(l, n, rest, e);
	case PLACE_ROWS:
		return lines_rows_number(l, n, rest, e);
	case PLACE_START:
		break;
	case PLACE_CASE:
	case PLACE_FORM:
	case PLACE_STEPS:
	case PLACE_COUNT:
		return err_set(e, ERR_USAGE, "no row is numbered here");
	}
	return lines_home_number(l, n, rest, e);
}

static bool turn(struct lines *l, bool back, struct err *e)
{
	if (lines_place(l) == PLACE_LIST)
		return lines_list_turn(l, back, e);
	return lines_rows_turn(l, back, e);
}

static bool in_place(struct lines *l, struct str line, struct err *e)
{
	enum place at = lines_place(l);
	bool rows = at == PLACE_LIST || at == PLACE_ROWS;
	struct str rest;
	int64_t n;

	if (line.n && line.p[0] == ':' && !(line.n > 1 && line.p[1] == ':'))
		return lines_command(l, (struct str){line.p + 1, line.n - 1}, e);
	if (at == PLACE_FORM)
		return lines_form_line(l, line, e);
	if (at == PLACE_STEPS)
		return lines_steps_line(l, line, e);
	if (rows && (line.n == 0 || str_is(line, "-")))
		return turn(l, line.n > 0, e);
	if ((rows || at == PLACE_START) && numbered(line, &n, &rest))
		return by_number(l, n, rest, e);
	if (line.n)
		return lines_command(l, line, e);
	lines_say(l, "help says what can be typed here.");
	return true;
}

static bool taken(struct lines *l, struct str line, struct err *e)
{
	switch (l->asking) {
	case ASK_ARGUMENT:
		return argument(l, line, e);
	case ASK_WHY:
		return lines_form_why(l, line, e);
	case ASK_STEP_REASON:
		return lines_steps_reason(l, line, e);
	case ASK_CONFIRM:
		return lines_steps_confirm(l, line, e);
	case ASK_FIELD:
		return lines_sheet_field(l, line, e);
	case ASK_SEND:
		return lines_sheet_send(l, line, e);
	case ASK_MINE:
		return lines_form_mine(l, line, e);
	case ASK_HANDING:
		return lines_handing_confirm(l, line, e);
	case ASK_COMMAND:
		break;
	}
	return in_place(l, line, e);
}

void lines_take(struct lines *l, struct str line)
{
	struct err e = {0};
	struct str whole;

	arena_clear(&l->frame);
	if (l->locked) {
		unlock(l, line);
		return;
	}
	line = str_trim(line);
	if (goes_on(l, &line))
		return;
	l->called = l->called && l->asking != ASK_COMMAND;
	whole = arena_str(&l->frame, str_trim(line));
	if (!taken(l, whole, &e))
		lines_fail(l, &e);
	lines_live(l);
	lines_coach(l);
}

void lines_farewell(struct lines *l)
{
	struct req_head q = {0};
	struct rep_head r;
	struct err e = {0};
	struct buf b = buf_in(&l->frame);

	buf_printf(&b, "lookback: %zu decided in this sitting", l->decided.n);
	for (size_t i = 0; i < l->decided.n && i < 8; i++)
		buf_printf(&b, "%s%.*s", i ? ", " : " (", STR_ARG(l->decided.v[i]));
	if (l->decided.n)
		buf_puts(&b, l->decided.n > 8 ? ", ...)" : ")");
	if (l->noted)
		buf_printf(&b, ", %d noted", l->noted);
	if (!l->locked && call_head(&l->service, &l->frame, &q, &r, &e) && r.words.n)
		buf_printf(
		    &b, "; the log stands at %lld: %.*s", (long long)r.seq, STR_ARG(r.words));
	lines_text(l, buf_str(&b));
}
