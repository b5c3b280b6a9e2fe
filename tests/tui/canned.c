/* SPDX-License-Identifier: MIT */
/* Replies for screens under test. */
#include "canned.h"

#include <stdio.h>
#include <string.h>

#include "lookback/base/io.h"

static void must_read(struct canned *c, const char *name, enum msg msg, void *out)
{
	struct err e = {0};
	struct str text;
	struct json *j;
	char path[128];

	(void)snprintf(path, sizeof(path), "tests/tui/replies/%s.json", name);
	if (!io_read(&c->mem, path, 1 << 20, &text, &e) || !json_parse(&c->mem, text, &j, &e) ||
	    !wire_read(&c->mem, msg, json_text(&c->mem, j), out, &e))
		BUG("%s: %s", path, e.text);
}

/* Replies about quality that are the same whatever is asked. */
static const struct {
	enum msg msg;
	const char *name;
} files[] = {
    {MSG_plans, "plans"},
    {MSG_plan_fix, "plan"},
    {MSG_plan_draw, "plan"},
    {MSG_plan_close, "plan"},
    {MSG_plan_show, "plan"},
    {MSG_agreement, "agreement"},
    {MSG_reviewers, "reviewers"},
    {MSG_funnel, "funnel"},
    {MSG_audit, "audit"},
    {MSG_queries, "queries"},
    {MSG_calibration, "calibration"},
    {MSG_final, "finals"},
};

static void from_file(struct canned *c, enum msg msg, void *r)
{
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		if (files[i].msg == msg)
			must_read(c, files[i].name, wire_message((int)msg)->reply, r);
}

void canned_init(struct canned *c)
{
	*c = (struct canned){.rows = 100, .page = 40, .head = 420};
	c->asked = buf_in(&c->mem);
	must_read(c, "welcome", MSG_R_welcome, &c->welcome);
	must_read(c, "home", MSG_R_home, &c->home);
	must_read(c, "record", MSG_R_record, &c->record);
	must_read(c, "form", MSG_R_form, &c->form);
	must_read(c, "rank", MSG_R_rank, &c->rank);
	must_read(c, "alerts", MSG_R_alerts, &c->alerts);
	must_read(c, "overrides", MSG_R_overrides, &c->overrides);
	must_read(c, "sheet", MSG_R_form, &c->sheet);
	must_read(c, "board", MSG_R_board, &c->board);
	must_read(c, "handing", MSG_R_handing, &c->handing);
	c->changes.held = (int64_t)c->home.mine.n;
}

void canned_clear(struct canned *c)
{
	arena_clear(&c->mem);
}

bool canned_asked(const struct canned *c, const char *line)
{
	return strstr(buf_str(&c->asked).p, line) != NULL;
}

int canned_count(const struct canned *c, const char *begin)
{
	struct str rest = buf_str(&c->asked), line;
	int n = 0;

	while (str_cut(&rest, '\n', &line))
		n += str_starts(line, str_of(begin));
	return n;
}

/* ---- lists ---- */
struct part_row canned_row(struct arena *a, int64_t i)
{
	static const char *const names[] = {"Craig Walker", "Llŷr Powell", "王小明 Wang",
	    "Zoë O’Neil-Baptiste the Younger of Marlsford", "Nasrin Moradi"};
	static const char *const bands[] = {"red", "amber", "green", ""};
	static const char *const marks[] = {"!", "+", "-", ""};
	static const char *const labels[] = {"Red", "Amber", "Green", ""};
	struct part_row r = {
	    .ref = arena_printf(a, "DVDS-%02d-%06d", (int)(15 + i % 9), (int)i),
	    .state = STR("triage"),
	    .state_label = STR("Triage"),
	    .band = str_of(bands[i % 4]),
	    .band_mark = str_of(marks[i % 4]),
	    .title = str_of(names[i % 5]),
	    .rank = 900000 - i,
	    .due_text = i % 7 == 3 ? STR("late 2 d") : STR("in 3 d"),
	    .late = i % 7 == 3,
	    .holder = i % 6 == 2 ? STR("mdiaz") : STR(""),
	    .mine = false,
	    .flag = i % 10 == 4 ? STR("changed_by_import") : STR("")};

	if (i % 6 == 1) {
		r.mine = true;
		r.holder = STR("pshah");
	}
	*arena_push(a, &r.cells) = r.ref;
	*arena_push(a, &r.cells) = str_of(labels[i % 4]);
	*arena_push(a, &r.cells) = arena_printf(a, "%lld", (long long)r.rank);
	*arena_push(a, &r.cells) = r.title;
	*arena_push(a, &r.cells) = STR("2019-07-03");
	*arena_push(a, &r.cells) = r.state_label;
	*arena_push(a, &r.cells) = STR("No information to disclose");
	*arena_push(a, &r.cells) = r.due_text;
	*arena_push(a, &r.cells) = STR("Danielle Harrison");
	return r;
}

static bool bad_expr(struct str expr, struct err *e)
{
	if (!str_starts(expr, STR("bad")))
		return true;
	err_set(e, ERR_INPUT, "unknown field 'bad'; did you mean 'band'?");
	return err_at(e, 1, 1);
}

static void put_canned(const struct canned *c, struct arena *a, struct rep_page *r, int64_t i)
{
	struct part_row *row = arena_push(a, &r->rows);

	*row = canned_row(a, i);
	row->why = c->why_found;
}

static bool page(struct canned *c, struct arena *a, struct str expr, struct str after,
    struct str before, bool last, struct rep_page *r, struct err *e)
{
	int64_t rows = str_is(expr, "none:yes") ? 0 : c->rows, from = 0, to, at;

	if (!bad_expr(expr, e))
		return false;
	if (after.n && str_int(after, &at))
		from = at + 1;
	if (before.n && str_int(before, &at))
		from = at > c->page ? at - c->page : 0;
	if (last)
		from = rows > c->page ? rows - c->page : 0;
	to = from + c->page < rows ? from + c->page : rows;
	if (before.n && str_int(before, &at))
		to = at;
	for (int64_t i = from; i < to; i++)
		put_canned(c, a, r, i);
	if (rows == 0)
		r->hint = c->hint;
	if (from > 0)
		r->prev = arena_printf(a, "%lld", (long long)from);
	if (to < rows)
		r->next = arena_printf(a, "%lld", (long long)(to - 1));
	r->explain =
	    expr.n ? arena_printf(a, "what %.*s says", STR_ARG(expr)) : STR("every record");
	return true;
}

/* ---- the form ---- */
static const struct {
	const char *question, *parent, *values;
} conditions[] = {
    {"told", "disclosed_seen", "yes"},
    {"checks_missing", "checks_seen", "some no_checks"},
    {"violence", "serious", "yes unknown"},
    {"strangulation", "serious", "yes unknown"},
    {"sexual", "serious", "yes unknown"},
    {"weapons", "serious", "yes unknown"},
    {"stalking", "serious", "yes unknown"},
    {"threats_to_kill", "serious", "yes unknown"},
    {"control", "serious", "yes unknown"},
    {"later_date", "later_incident", "yes"},
    {"later_crime", "later_incident", "yes"},
};

static struct part_question *question(struct canned *c, struct str name)
{
	for (size_t i = 0; i < c->form.questions.n; i++)
		if (str_eq(c->form.questions.v[i].name, name))
			return &c->form.questions.v[i];
	return NULL;
}

static bool is_shown(struct canned *c, const struct part_question *q)
{
	for (size_t i = 0; i < sizeof(conditions) / sizeof(conditions[0]); i++) {
		struct str values = str_of(conditions[i].values), value;
		const struct part_question *parent = question(c, str_of(conditions[i].parent));
		if (!str_is(q->name, conditions[i].question))
			continue;
		while (str_cut(&values, ' ', &value))
			if (parent && str_eq(parent->value, value))
				return true;
		return false;
	}
	return true;
}

static struct str words_of(struct canned *c, const struct part_question *q)
{
	struct buf b = buf_in(&c->mem);
	struct str rest = q->value, part;

	if (q->choices.n == 0)
		return q->value;
	while (str_cut(&rest, ',', &part))
		for (size_t i = 0; i < q->choices.n; i++)
			if (str_eq(q->choices.v[i].code, part))
				buf_printf(&b, "%s%.*s", b.n ? ", " : "",
				    STR_ARG(q->choices.v[i].label));
	return buf_str(&b);
}

static void settle(struct canned *c)
{
	c->form.shown = c->form.answered = c->form.missing = 0;
	for (size_t i = 0; i < c->form.questions.n; i++) {
		struct part_question *q = &c->form.questions.v[i];
		q->shown = is_shown(c, q);
		q->text = words_of(c, q);
		q->needs_reason = q->value.n && q->reason_if.n &&
				  (str_is(q->reason_if, "*") || str_eq(q->reason_if, q->value));
		q->missing = (struct str){0};
		if (q->shown && q->required && q->value.n == 0)
			q->missing = STR("not answered");
		if (q->shown && q->needs_reason && q->reason.n == 0)
			q->missing = STR("needs a reason");
		c->form.shown += q->shown;
		c->form.answered += q->shown && q->value.n;
		c->form.missing += q->missing.n > 0;
	}
	for (size_t i = 0; i < c->record.steps.n; i++) {
		struct part_step *s = &c->record.steps.v[i];
		if (s->form.n)
			s->open = c->form.missing == 0;
		if (s->open)
			s->closed = (struct strs){0};
	}
}

static void give_form(struct canned *c, struct arena *a, struct rep_form *r)
{
	settle(c);
	*r = c->form;
	r->questions.v = arena_new(a, struct part_question, c->form.questions.n);
	memcpy(
	    r->questions.v, c->form.questions.v, c->form.questions.n * sizeof(*r->questions.v));
}

static bool answer(struct canned *c, struct arena *a, const struct req_answer *q,
    struct rep_form *r, struct err *e)
{
	struct part_question *at = question(c, q->question);

	if (!at)
		return err_set(e, ERR_NOT_FOUND, "no question '%.*s'", STR_ARG(q->question));
	if (q->version && q->version != c->form.version)
		return err_set(e, ERR_CONFLICT, "somebody else has changed this case");
	if (str_is(q->value, "nonsense"))
		return err_set(e, ERR_INPUT, "'nonsense' is not understood here");
	at->value = arena_str(&c->mem, q->value);
	at->reason = arena_str(&c->mem, q->reason);
	c->form.version++;
	give_form(c, a, r);
	return true;
}

/* ---- requests ---- */
static void record(struct canned *c, struct rep_record *r)
{
	settle(c);
	*r = c->record;
	r->version = c->form.version;
}

static bool list(
    struct canned *c, struct arena *a, enum msg msg, const void *q, void *r, struct err *e)
{
	const struct req_list *l = q;
	const struct req_search *s = q;

	if (msg == MSG_list)
		return page(c, a, l->expr, l->after, l->before, l->last, r, e);
	if (!page(c, a, (struct str){0}, s->after, s->before, s->last, r, e))
		return false;
	((struct rep_page *)r)->explain = arena_printf(a, "what %.*s says", STR_ARG(s->words));
	return true;
}

static bool explain(
    struct arena *a, const struct req_explain *q, struct rep_sentence *r, struct err *e)
{
	r->text = arena_printf(a, "what %.*s says", STR_ARG(q->expr));
	return bad_expr(q->expr, e);
}

static bool decide(struct canned *c, struct arena *a, const struct req_decide *q,
    struct rep_moved *r, struct err *e)
{
	(void)e;
	c->decided = true;
	*r = (struct rep_moved){.ref = arena_str(a, q->ref),
	    .step = arena_str(a, q->step),
	    .text = arena_printf(a, "%.*s is now in Full review", STR_ARG(q->ref))};
	return true;
}

static void events(struct canned *c, struct rep_events *r)
{
	r->rows.v = c->record.history.v;
	r->rows.n = c->record.history.n;
}

/* A line of every kind, on the record and on one under it. */
static void past(
    struct canned *c, struct arena *a, const struct req_past *q, struct rep_past *r)
{
	static const char *const kinds[] = {
	    "data", "decisions", "notes", "views", "contacts", "quality"};
	static const struct {
		int kind;
		const char *type, *actor, *text;
	} rows[] = {
	    {3, "record.viewed", "mdiaz", "saw it (show)"},
	    {2, "note.added", "mdiaz",
		"noted: the paper file has a page more, about the "
		"neighbour who rang twice"},
	    {1, "answer.given", "pshah", "answered \"Route\": Right to ask"},
	    {0, "record.changed", "intake", "import b2 changed Channel and Children"},
	    {4, "record.moved", "contact", "Safe: moved from To check to Safe"},
	    {5, "override.asked", "pshah", "asked to pass over the rules of \"Close\": late"},
	    {1, "record.claimed", "pshah", "was served it as the next"},
	    {0, "record.opened", "intake", "came in, in state Triage, with import b1"},
	};

	r->ref = arena_str(a, q->ref);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t k = q->oldest ? sizeof(rows) / sizeof(rows[0]) - 1 - i : i;
		struct part_past *out;
		if (!str_has(q->kinds, str_of(kinds[rows[k].kind])))
			continue;
		out = arena_push(a, &r->rows);
		*out = (struct part_past){.seq = 400 - (int64_t)k,
		    .at = arena_printf(a, "2026-11-21T%02d:40:00.000Z", 18 - (int)k),
		    .actor = str_of(rows[k].actor),
		    .kind = str_of(kinds[rows[k].kind]),
		    .type = str_of(rows[k].type),
		    .record = rows[k].kind == 4
				  ? arena_printf(a, "%.*s-C1", STR_ARG(c->record.ref))
				  : c->record.ref,
		    .text = str_of(rows[k].text)};
		if (k == 3) {
			*arena_push(a, &out->values) =
			    (struct part_value){.name = STR("channel"),
				.label = STR("Channel"),
				.was = STR("Officer"),
				.now = STR("Web form")};
			*arena_push(a, &out->values) = (struct part_value){
			    .name = STR("children"), .label = STR("Children"), .now = STR("2")};
		}
	}
}

static void changes(struct canned *c, const struct req_changes *q, struct rep_changes *r)
{
	if (q->after) {
		*r = c->changes;
		c->changes = (struct rep_changes){0};
	}
	c->changes.held = r->held = (int64_t)c->home.mine.n;
	r->seq = c->head;
	r->waiting = c->waiting;
}

static bool reply(
    struct canned *c, struct arena *a, enum msg msg, const void *q, void *r, struct err *e)
{
	struct rep_count *count = r;
	struct rep_head *head = r;

	if (msg == MSG_list || msg == MSG_search)
		return list(c, a, msg, q, r, e);
	if (msg == MSG_answer)
		return answer(c, a, q, r, e);
	if (msg == MSG_explain)
		return explain(a, q, r, e);
	if (msg == MSG_decide)
		return decide(c, a, q, r, e);
	if (msg == MSG_next || msg == MSG_show || msg == MSG_claim)
		record(c, r);
	else if (msg == MSG_form)
		give_form(c, a, r);
	else if (msg == MSG_home)
		*(struct rep_home *)r = c->home;
	else if (msg == MSG_rank)
		*(struct rep_rank *)r = c->rank;
	else if (msg == MSG_log)
		events(c, r);
	else if (msg == MSG_alerts)
		*(struct rep_alerts *)r = c->alerts;
	else if (msg == MSG_overrides)
		*(struct rep_overrides *)r = c->overrides;
	else if (msg == MSG_past)
		past(c, a, q, r);
	else if (msg == MSG_changes)
		changes(c, q, r);
	else if (msg == MSG_view_list)
		canned_views(c, a, r);
	else if (msg == MSG_view_save)
		((struct rep_done *)r)->text = STR("the view is saved");
	else if (msg == MSG_view_drop)
		((struct rep_done *)r)->text = STR("the view is dropped");
	else if (msg == MSG_sheet)
		*(struct rep_form *)r = c->sheet;
	else if (msg == MSG_board)
		*(struct rep_board *)r = c->board;
	else if (msg == MSG_share || msg == MSG_absent)
		*(struct rep_handing *)r = c->handing;
	else if (msg == MSG_count)
		count->count = c->rows;
	else if (msg == MSG_head)
		*head = (struct rep_head){.seq = 420,
		    .words = STR("a b c d e f"),
		    .at = STR("2026-11-21T10:00:00.000Z")};
	else if (msg == MSG_pack)
		((struct rep_sentence *)r)->text = STR("record application\nstate triage");
	else
		from_file(c, msg, r);
	return true;
}

static bool call(
    void *ctx, struct arena *a, enum msg msg, const void *q, void *r, struct err *e)
{
	struct canned *c = ctx;
	const struct wire_message *m = wire_message((int)msg);

	buf_printf(
	    &c->asked, "%s%.*s\n", m->shape->name, STR_ARG(canned_short(&c->mem, msg, q)));
	memset(r, 0, wire_message((int)m->reply)->shape->size);
	if (msg == c->fails) {
		*e = c->why;
		return false;
	}
	c->served += msg == MSG_next;
	if (!reply(c, a, msg, q, r, e))
		return false;
	if (c->bare && msg != MSG_hello)
		canned_bare(m->reply, r);
	if (c->hostile.n)
		canned_fill(a, m->reply, r, c->hostile);
	return true;
}

struct service canned_service(struct canned *c)
{
	return (struct service){.call = call, .ctx = c};
}
