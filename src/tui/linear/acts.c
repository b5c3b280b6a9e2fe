/* SPDX-License-Identifier: MIT */
/* What can be done at any moment: going about, help, log, proof, leaving. */
#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"
#include "tui/words.h"

static bool act_cancel(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (l->depth == 1) {
		lines_say(l, "This is the start; quit leaves the program.");
		return true;
	}
	lines_pop(l);
	return lines_again(l, false, e);
}

static bool act_lock(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	lines_lock(l);
	return true;
}

static bool act_reload(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return lines_again(l, true, e);
}

static bool act_list(struct lines *l, struct str arg, struct err *e)
{
	return lines_list_open(l, arg, (struct str){0}, e);
}

static bool act_search(struct lines *l, struct str arg, struct err *e)
{
	return lines_list_open(l, (struct str){0}, arg, e);
}

static bool act_open(struct lines *l, struct str arg, struct err *e)
{
	struct str reason = arg, ref = command_word(&reason);

	return lines_open(l, ref, reason, e);
}

static bool act_start(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	lines_restart(l);
	return lines_home(l, false, e);
}

static bool holds(struct arena *a, const struct help_row *r, struct str words)
{
	struct str folded = utf8_fold(a, words), word;
	struct str line = utf8_fold(
	    a, arena_printf(a, "%.*s %.*s %s", STR_ARG(r->keys), STR_ARG(r->usage), r->says));

	while ((word = command_word(&folded)).n) {
		bool found = false;
		for (size_t i = 0; i + word.n <= line.n && !found; i++)
			found = str_starts((struct str){line.p + i, line.n - i}, word);
		if (!found)
			return false;
	}
	return true;
}

static void how_lines_work(struct lines *l)
{
	lines_say(l, "A line is a command: its name or its key, then what it needs. A number "
		     "opens what has it, and with a command behind it that is done: 3 take.");
	if (lines_place(l) == PLACE_FORM)
		lines_say(l, "In a form a line is the answer; a command begins with a colon. A "
			     "backslash at the end of a line goes on in the next.");
}

/* Keys without a character cannot be sent as a line. */
static struct str typed_keys(struct arena *a, struct str keys)
{
	struct buf b = buf_in(a);
	uint32_t read[KEYS_MAX];
	struct str word;

	while ((word = command_word(&keys)).n) {
		int n = keys_read(word, read);
		if (n > 0 && key_is_text(read[0]))
			buf_printf(&b, " or %.*s", STR_ARG(word));
		else if (n == 0) /* <1-9> and the like */
			buf_printf(&b, " or %.*s", STR_ARG(word));
	}
	return buf_str(&b);
}

/* What a newcomer would type first stands first. */
static bool is_first(const struct hints *first, enum action a)
{
	for (size_t i = 0; i < first->n; i++)
		if (first->v[i].act == a)
			return true;
	return false;
}

enum asked { ASKED_FIRST, ASKED_HERE, ASKED_WORDS };
struct asking_help {
	enum asked what;
	struct str words;
	struct hints first;
	struct help all;
};

static bool is_asked(
    struct lines *l, const struct asking_help *h, const struct help_row *r, enum context where)
{
	bool first = is_first(&h->first, r->action);

	if (lines_instead(r->action) || r->action == ACT_CHOOSE)
		return false;
	if (h->what == ASKED_WORDS)
		return str_is(h->words, "all") || holds(&l->frame, r, h->words);
	if (h->what == ASKED_FIRST)
		return first;
	return !first && context_reaches(lines_context(l), where) && where != CTX_ANY &&
	       where != CTX_ALWAYS;
}

static int say_help(struct lines *l, struct asking_help *h, enum asked what)
{
	enum context where = CTX_NONE;
	int said = 0;

	h->what = what;
	for (size_t i = 0; i < h->all.n; i++) {
		const struct help_row *r = &h->all.v[i];
		where = r->section.n ? r->where : where;
		if (!is_asked(l, h, r, where))
			continue;
		lines_say(l, "%.*s%.*s: %s%s", STR_ARG(r->usage),
		    STR_ARG(typed_keys(&l->frame, r->keys)), r->says,
		    r->writes && l->read_only ? " (closed: read only)" : "");
		said++;
	}
	return said;
}

enum { HINTS_COLS = 999 };

/* Without words what works here, with words whatever holds them; "all": everything. */
static bool act_help(struct lines *l, struct str arg, struct err *e)
{
	struct asking_help h = {.words = arg};

	(void)e;
	keymap_help(&l->frame, &l->keymap, lines_context(l), &h.all);
	keymap_hints(&l->frame, &l->keymap, lines_context(l), HINTS_COLS, &h.first);
	if (arg.n == 0) {
		how_lines_work(l);
		(void)say_help(l, &h, ASKED_FIRST);
		(void)say_help(l, &h, ASKED_HERE);
		lines_say(l, "q goes back, gs to the start, M says messages again, Q leaves. "
			     "help all says every command, help WORDS those that hold them.");
	} else if (say_help(l, &h, ASKED_WORDS) == 0) {
		lines_say(l, "No command holds these words.");
	}
	return true;
}

/* Letters are asked for, and the help is searched for them. */
static bool act_palette(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	lines_ask(l, STR("Words of a command"), STR("help "));
	return true;
}

static bool act_messages(struct lines *l, struct str arg, struct err *e)
{
	size_t from = l->messages.n > 40 ? l->messages.n - 40 : 0;

	(void)arg, (void)e;
	if (l->messages.n == 0)
		lines_say(l, "Nothing was said yet.");
	for (size_t i = from; i < l->messages.n; i++)
		lines_text(l, l->messages.v[i]);
	return true;
}

enum { LOG_ROWS = 200 };

/* Of one case from its beginning; of all the latest. */
static bool act_log(struct lines *l, struct str arg, struct err *e)
{
	struct req_log q = {.record = arg, .limit = LOG_ROWS};
	struct req_head hq = {0};
	struct arena *a = &l->frame;
	struct rep_head head;
	struct rep_events r;

	if (arg.n == 0) {
		if (!call_head(&l->service, a, &hq, &head, e))
			return false;
		q.after = head.seq > LOG_ROWS ? head.seq - LOG_ROWS : 0;
	}
	do { /* a page ends where a packet is full */
		if (!call_log(&l->service, a, &q, &r, e))
			return false;
		for (size_t i = 0; i < r.rows.n; i++) {
			const struct part_event *ev = &r.rows.v[i];
			lines_say(l, "%lld. %.*s, %.*s: %.*s%s%.*s", (long long)ev->seq,
			    STR_ARG(words_instant(a, ev->at)), STR_ARG(ev->actor),
			    STR_ARG(arg.n ? (struct str){0} : ev->record),
			    arg.n == 0 && ev->record.n ? ": " : "",
			    STR_ARG(ev->text.n ? ev->text : ev->type));
		}
		q.after = r.next;
	} while (r.next);
	return true;
}

static bool act_verify(struct lines *l, struct str arg, struct err *e)
{
	struct req_verify q = {0};
	struct rep_verdict r;
	struct arena *a = &l->frame;

	(void)arg;
	lines_say(l, "Checking; this may take a while.");
	if (!call_verify(&l->service, a, &q, &r, e))
		return false;
	lines_told(l, "%s",
	    r.ok ? "Nothing was found: the log and every table are as they were written."
		 : "The log or a table is not as it was written. Call the administrator.");
	lines_say(l, "%.*s events checked, %.*s rows compared.",
	    STR_ARG(words_count(a, r.events)), STR_ARG(words_count(a, r.rows)));
	for (size_t i = 0; i < r.findings.n; i++)
		lines_say(l, "Found: %.*s", STR_ARG(r.findings.v[i].text));
	return true;
}

static bool act_head(struct lines *l, struct str arg, struct err *e)
{
	struct req_head q = {0};
	struct rep_head r;

	(void)arg;
	if (!call_head(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(
	    l, "event %lld, %.*s: %.*s", (long long)r.seq, STR_ARG(r.at), STR_ARG(r.words));
	return true;
}

static bool act_pack(struct lines *l, struct str arg, struct err *e)
{
	struct req_pack q = {0};
	struct rep_sentence r;

	(void)arg;
	if (!call_pack(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_text(l, r.text);
	return true;
}

static bool act_quit(struct lines *l, struct str arg, struct err *e)
{
	if (arg.n && !str_is(arg, "!"))
		return err_set(e, ERR_USAGE, "'quit' takes nothing but '!'");
	l->quit = true;
	return true;
}

const struct lines_act lines_any_acts[] = {
    {ACT_CANCEL, act_cancel},
    {ACT_CLOSE, act_cancel},
    {ACT_LOCK, act_lock},
    {ACT_REDRAW, act_reload},
    {ACT_RELOAD, act_reload},
    {ACT_LIST, act_list},
    {ACT_SEARCH, act_search},
    {ACT_OPEN, act_open},
    {ACT_START, act_start},
    {ACT_HELP, act_help},
    {ACT_PALETTE, act_palette},
    {ACT_MESSAGES, act_messages},
    {ACT_LOG, act_log},
    {ACT_VERIFY, act_verify},
    {ACT_HEAD, act_head},
    {ACT_PACK, act_pack},
    {ACT_QUIT, act_quit},
    {ACT_NONE, NULL},
};
