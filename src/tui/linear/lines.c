/* SPDX-License-Identifier: MIT */
/* One line in, some lines out: where one is, what the next line means, saying and locking. */
#include <stdarg.h>
#include <stdio.h>

#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"

void lines_init(struct lines *l, const struct service *s, const struct rep_welcome *w)
{
	*l = (struct lines){.service = *s, .welcome = w, .depth = 1};
	keymap_defaults(&l->life, &l->keymap);
	l->text = buf_in(&l->waiting);
	l->start.at = l->list.at = -1;
}

void lines_end(struct lines *l)
{
	struct arena *all[] = {&l->life, &l->frame, &l->waiting, &l->start.mem, &l->list.mem,
	    &l->list.life, &l->kase.mem, &l->form.mem, &l->form.life, &l->steps.mem,
	    &l->steps.life, &l->sheet.mem, &l->handing.mem, &l->coaching.mem};

	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		arena_clear(all[i]);
}

/* ---- saying ---- */
/* Nothing of a record can act on a terminal, and nothing is said while it is locked. */
static void put(struct lines *l, struct str text)
{
	struct str safe;

	if (l->locked)
		return;
	safe = utf8_mask(&l->frame, text, true);
	if (l->ascii)
		safe = utf8_ascii(&l->frame, safe);
	l->put(l->put_ctx, arena_printf(&l->frame, "%.*s\n", STR_ARG(safe)));
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

/* ---- places ---- */
enum place lines_place(const struct lines *l)
{
	return l->stack[l->depth - 1];
}

enum context lines_context(const struct lines *l)
{
	switch (lines_place(l)) {
	case PLACE_START:
		return CTX_START;
	case PLACE_LIST:
		return CTX_QUEUE;
	case PLACE_CASE:
		return CTX_RECORD;
	case PLACE_FORM: /* letters answer only while a question is asked */
		return l->form.done ? CTX_RECORD : CTX_FORM;
	case PLACE_STEPS:
		return CTX_STEPS;
	case PLACE_COUNT:
		break;
	}
	return CTX_ANY;
}

void lines_leave(struct lines *l, enum place from)
{
	int n = 0;

	for (int i = 0; i < l->depth; i++)
		if (l->stack[i] != from || from == PLACE_START)
			l->stack[n++] = l->stack[i];
	l->depth = n;
}

void lines_go(struct lines *l, enum place to)
{
	l->asking = ASK_COMMAND;
	if (to == PLACE_START)
		l->depth = 1;
	if (to == PLACE_START)
		return;
	lines_leave(l, PLACE_STEPS);
	if (to != PLACE_STEPS)
		lines_leave(l, PLACE_FORM);
	lines_leave(l, to);
	l->stack[l->depth++] = to;
}

bool lines_again(struct lines *l, bool reload, struct err *e)
{
	switch (lines_place(l)) {
	case PLACE_START:
		return lines_home(l, reload, e);
	case PLACE_LIST:
		return lines_list_again(l, reload, e);
	case PLACE_CASE:
		return lines_case_again(l, reload, e);
	case PLACE_FORM:
		return lines_form_again(l, reload, e);
	case PLACE_STEPS:
		return lines_steps_again(l, reload, e);
	case PLACE_COUNT:
		break;
	}
	return true;
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
	return true;
}

void lines_ask(struct lines *l, struct str label, struct str prefix)
{
	struct str text = arena_str(&l->frame, label), before = arena_str(&l->frame, prefix);

	arena_clear(&l->waiting);
	l->text = buf_in(&l->waiting);
	l->asking = ASK_ARGUMENT;
	l->label = arena_str(&l->waiting, text);
	l->prefix = arena_str(&l->waiting, before);
}

static const char *const place_names[PLACE_COUNT] = {
    [PLACE_START] = "Start",
    [PLACE_LIST] = "List",
    [PLACE_CASE] = "Case",
    [PLACE_FORM] = "Form",
    [PLACE_STEPS] = "Step",
};

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
	case ASK_MINE:
	case ASK_HANDING:
		return STR("yes or nothing: ");
	case ASK_FIELD:
		return STR("Field: ");
	case ASK_COMMAND:
		break;
	}
	if (lines_place(l) == PLACE_FORM)
		return lines_form_prompt(l);
	if (lines_place(l) == PLACE_CASE)
		return arena_printf(
		    &l->frame, "%.*s: ", STR_ARG(utf8_mask(&l->frame, l->kase.rec.ref, false)));
	return arena_printf(&l->frame, "%s: ", place_names[lines_place(l)]);
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
	for (int i = 0; i < l->rows; i++)
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
	struct str text =
	    arena_printf(&l->frame, "%.*s%.*s", STR_ARG(l->prefix), STR_ARG(line));

	l->asking = ASK_COMMAND;
	if (line.n)
		return lines_command(l, text, e);
	lines_say(l, "Left; nothing was done.");
	return true;
}

static bool in_place(struct lines *l, struct str line, struct err *e)
{
	enum place at = lines_place(l);
	int64_t n;

	if (line.n && line.p[0] == ':' && !(line.n > 1 && line.p[1] == ':'))
		return lines_command(l, (struct str){line.p + 1, line.n - 1}, e);
	if (at == PLACE_FORM)
		return lines_form_line(l, line, e);
	if (at == PLACE_STEPS)
		return lines_steps_line(l, line, e);
	if (at == PLACE_LIST && (line.n == 0 || str_is(line, "-")))
		return lines_list_turn(l, line.n > 0, e);
	if (at == PLACE_LIST && str_int(line, &n))
		return lines_list_number(l, n, e);
	if (at == PLACE_START && str_int(line, &n))
		return lines_home_number(l, n, e);
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
	whole = arena_str(&l->frame, str_trim(line));
	if (!taken(l, whole, &e))
		lines_fail(l, &e);
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
