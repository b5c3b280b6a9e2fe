/* SPDX-License-Identifier: MIT */
/* The texts there are to read: help, messages, log, rank, verification, what was said. */
#include "tui/view/views.h"
#include "tui/words.h"

enum { HINTS_ALL = 1000 }; /* columns: none is left out */
static const struct str none = {0};

static const struct {
	const char *sign, *means;
} signs[] = {
    {"*", "You hold the case"},
    {"#", "Somebody else holds it"},
    {"!", "It is past its date (beside a band: the most urgent band)"},
    {"~", "A later import changed it"},
    {"+", "You marked it (beside a band: the middle band)"},
};

/* What this screen is for, and its keys in the words that they have there. */
static void help_head(struct view *v, enum context from)
{
	struct arena *a = &v->data;
	const struct context_row *row = context_row(from);
	struct hints h;

	if (row->about[0] == '\0')
		return;
	text_add(v, ROLE_HEADING, str_of(row->what), none, none);
	text_add(v, ROLE_TEXT, app_keys(v->app, a, from, row->about), none, none);
	keymap_hints(a, &v->app->keymap, from, HINTS_ALL, &h);
	for (size_t i = 0; i < h.n; i++)
		text_add(v, ROLE_TEXT, h.v[i].key, str_of(h.v[i].name),
		    str_of(action_row(h.v[i].act)->says));
	text_add(v, ROLE_TEXT, none, none, none);
	text_add(v, ROLE_TEXT,
	    app_keys(v->app, a, CTX_TEXT,
		"All keys and names, nearest first; {find} finds words here"),
	    none, none);
	text_add(v, ROLE_TEXT, none, none, none);
}

static bool fill_help(struct view *v, const struct text_how *how, struct err *e)
{
	struct help h;

	(void)e;
	help_head(v, how->from);
	keymap_help(&v->data, &v->app->keymap, how->from, &h);
	for (size_t i = 0; i < h.n; i++) {
		const struct help_row *r = &h.v[i];
		if (r->section.n && i)
			text_add(v, ROLE_TEXT, none, none, none);
		if (r->section.n)
			text_add(v, ROLE_HEADING, r->section, none, none);
		text_add(v, ROLE_TEXT, r->keys, r->usage, str_of(r->says));
	}
	text_add(v, ROLE_TEXT, none, none, none);
	text_add(v, ROLE_HEADING, STR("Signs in lists"), none, none);
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		text_add(v, ROLE_TEXT, str_of(signs[i].sign), str_of(signs[i].means), none);
	return true;
}

bool help_open(struct app *app, enum context from, struct str topic, struct err *e)
{
	struct text_how how = {.title = STR("Help: keys and names, nearest first"),
	    .stops = {0, 22, 41},
	    .fill = fill_help,
	    .from = from};

	if (!text_open(app, &how, e))
		return false;
	if (topic.n)
		text_find(app_top(app), topic);
	return true;
}

static bool fill_messages(struct view *v, const struct text_how *how, struct err *e)
{
	const struct app *app = v->app;
	int from = app->nmessages > APP_MESSAGES ? app->nmessages - APP_MESSAGES : 0;

	(void)how, (void)e;
	for (int i = app->nmessages - 1; i >= from; i--) {
		const struct message *m = &app->messages[i % APP_MESSAGES];
		text_add(v, m->error ? ROLE_ERROR : ROLE_TEXT, arena_cstr(&v->data, m->text),
		    none, none);
	}
	return true;
}

bool messages_open(struct app *app, struct err *e)
{
	struct text_how how = {.title = STR("Messages, newest first"), .fill = fill_messages};

	return text_open(app, &how, e);
}

enum { LOG_ROWS = 200 };

static void add_event(struct view *v, const struct part_event *ev, bool with_record)
{
	struct str record = with_record ? ev->record : none;

	text_add(v, ROLE_TEXT,
	    arena_printf(&v->data, "%lld %.*s", (long long)ev->seq,
		STR_ARG(words_instant(&v->data, ev->at))),
	    ev->actor,
	    arena_printf(&v->data, "%.*s%s%.*s", STR_ARG(record), record.n ? " " : "",
		STR_ARG(ev->text.n ? ev->text : ev->type)));
}

/* Of one case from its beginning; of all the latest. */
static bool fill_log(struct view *v, const struct text_how *how, struct err *e)
{
	const struct service *s = &v->app->service;
	struct req_log q = {.record = how->with, .limit = LOG_ROWS};
	struct req_head hq = {0};
	struct rep_head head;
	struct rep_events r;

	if (how->with.n == 0) {
		if (!call_head(s, &v->data, &hq, &head, e))
			return false;
		q.after = head.seq > LOG_ROWS ? head.seq - LOG_ROWS : 0;
	}
	do { /* a page ends where a packet is full */
		if (!call_log(s, &v->data, &q, &r, e))
			return false;
		for (size_t i = 0; i < r.rows.n; i++)
			add_event(v, &r.rows.v[i], how->with.n == 0);
		q.after = r.next;
	} while (r.next);
	return true;
}

bool log_open(struct app *app, struct str ref, struct err *e)
{
	struct text_how how = {.title = STR("Log"),
	    .stops = {0, 26, 36},
	    .at_end = true,
	    .fill = fill_log,
	    .with = ref};

	return text_open(app, &how, e);
}

static bool fill_rank(struct view *v, const struct text_how *how, struct err *e)
{
	struct req_rank q = {.ref = how->with};
	struct rep_rank r;

	if (!call_rank(&v->app->service, &v->data, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.parts.n; i++)
		text_add(v, ROLE_TEXT,
		    arena_printf(&v->data, "%5lld", (long long)r.parts.v[i].points),
		    r.parts.v[i].because, none);
	text_add(v, ROLE_STRONG, arena_printf(&v->data, "%5lld", (long long)r.rank),
	    STR("in all, as it stands today"), none);
	return true;
}

bool rank_open(struct app *app, struct str ref, struct err *e)
{
	struct arena_mark m = arena_mark(&app->frame);
	struct text_how how = {
	    .title = arena_printf(&app->frame, "Why %.*s stands where it stands", STR_ARG(ref)),
	    .stops = {0, 8, 8},
	    .fill = fill_rank,
	    .with = ref};
	bool ok = text_open(app, &how, e);

	arena_back(&app->frame, m);
	return ok;
}

static bool fill_verify(struct view *v, const struct text_how *how, struct err *e)
{
	struct req_verify q = {0};
	struct rep_verdict r;
	struct arena *a = &v->data;

	(void)how;
	if (!call_verify(&v->app->service, a, &q, &r, e))
		return false;
	text_add(v, r.ok ? ROLE_STRONG : ROLE_ERROR,
	    r.ok ? STR("Nothing was found: the log and every table are as they were written.")
		 : STR("The log or a table is not as it was written. Call the administrator."),
	    none, none);
	text_add(v, ROLE_TEXT,
	    arena_printf(a, "%.*s events checked, %.*s rows compared.",
		STR_ARG(words_count(a, r.events)), STR_ARG(words_count(a, r.rows))),
	    none, none);
	for (size_t i = 0; i < r.findings.n; i++)
		text_add(v, ROLE_ERROR, r.findings.v[i].text, none, none);
	return true;
}

bool verify_open(struct app *app, struct err *e)
{
	struct text_how how = {.title = STR("Verification of the log and every table"),
	    .slow = true,
	    .fill = fill_verify};

	return text_open(app, &how, e);
}

static bool fill_said(struct view *v, const struct text_how *how, struct err *e)
{
	struct str rest = how->with, line;

	(void)e;
	while (str_cut(&rest, '\n', &line))
		text_add(v, ROLE_TEXT, line, none, none);
	return true;
}

bool said_open(struct app *app, const char *title, struct str text, struct err *e)
{
	struct text_how how = {.title = str_of(title), .fill = fill_said, .with = text};

	return text_open(app, &how, e);
}
