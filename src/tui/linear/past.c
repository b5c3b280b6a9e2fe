/* SPDX-License-Identifier: MIT */
/* The time line of a case as numbered rows; its kinds are named behind the command. */
#include "tui/linear/linear.h"
#include "tui/words.h"

static void put_event(struct arena *a, struct lines_rows *s, const struct part_past *ev)
{
	bool own = str_eq(ev->record, s->ref);
	struct str text = ev->text.n ? ev->text : ev->type;
	struct rows_row r = {.role = ROLE_TEXT, .ref = ev->record};

	r.cell[0] = words_instant(a, ev->at);
	r.cell[1] = ev->actor;
	r.cell[2] =
	    own ? text : arena_printf(a, "%.*s: %.*s", STR_ARG(ev->record), STR_ARG(text));
	for (size_t i = 0; i < ev->values.n && ev->form.n == 0; i++)
		*arena_push(a, &r.under) = timeline_value(a, &ev->values.v[i]);
	r.section = timeline_place(a, ev).section;
	s->v[s->n++] = r;
}

/* The next events go behind those that are there. */
static bool more(struct lines *l, struct lines_rows *s, struct err *e)
{
	struct req_past q = {.ref = s->ref, .oldest = s->oldest, .from = s->next};
	struct rep_past r = {0};
	struct rows_row *v;

	q.limit = LINES_PAGE;
	q.kinds = timeline_asked(&s->mem, &s->kinds);
	s->more = false;
	if (q.kinds.n == 0)
		return true;
	if (!call_past(&l->service, &s->mem, &q, &r, e))
		return false;
	v = arena_new(&s->mem, struct rows_row, s->n + r.rows.n + 1);
	for (size_t i = 0; i < s->n; i++)
		v[i] = s->v[i];
	s->v = v;
	for (size_t i = 0; i < r.rows.n; i++)
		put_event(&s->mem, s, &r.rows.v[i]);
	s->next = r.next;
	s->more = r.next != 0;
	return true;
}

bool lines_past_more(struct lines *l, struct err *e)
{
	return more(l, &l->rows, e);
}

static bool show(struct lines *l, struct str ref, const struct timeline_kinds *kinds,
    bool oldest, struct str command, struct err *e)
{
	struct lines_rows s = {.where = CTX_PAST,
	    .title = "Time line",
	    .empty = "Nothing of these kinds has happened; 'kind all' says every kind.",
	    .kinds = *kinds,
	    .oldest = oldest};

	s.ref = arena_str(&s.mem, ref);
	s.command = arena_str(&s.mem, command);
	if (!more(l, &s, e)) {
		arena_clear(&s.mem);
		return false;
	}
	lines_rows_open(l, &s);
	return true;
}

static bool act_timeline(struct lines *l, struct str arg, struct err *e)
{
	struct timeline_kinds kinds;
	struct strs refs = {0};

	if (!timeline_read(arg, &kinds, e) || !lines_meant(l, &refs, e))
		return false;
	if (refs.n != 1)
		return err_set(e, ERR_USAGE, "this is done with one case at a time");
	return show(l, refs.v[0], &kinds, false,
	    arena_printf(&l->frame, "timeline %.*s", STR_ARG(arg)), e);
}

/* The same time line in another way. */
static bool again(
    struct lines *l, const struct timeline_kinds *kinds, bool oldest, struct err *e)
{
	return show(l, arena_str(&l->frame, l->rows.ref), kinds, oldest,
	    arena_str(&l->frame, l->rows.command), e);
}

bool lines_past_again(struct lines *l, struct err *e)
{
	return again(l, &l->rows.kinds, l->rows.oldest, e);
}

static bool here(const struct lines *l, struct err *e)
{
	return (lines_place(l) == PLACE_ROWS && l->rows.where == CTX_PAST) ||
	       err_set(e, ERR_USAGE, "%s", lines_where(CTX_PAST));
}

static bool act_turn(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return here(l, e) && again(l, &l->rows.kinds, !l->rows.oldest, e);
}

static bool act_kind(struct lines *l, struct str arg, struct err *e)
{
	struct timeline_kinds kinds = l->rows.kinds;
	int64_t k;

	if (!here(l, e))
		return false;
	if (!str_int(arg, &k) || k < 1 || k > PAST_KINDS)
		return err_set(e, ERR_USAGE, "there are kinds 1 to %d", PAST_KINDS);
	kinds.hidden[k - 1] = !kinds.hidden[k - 1];
	lines_say(l, "%s %s.", timeline_kind((int)k - 1),
	    kinds.hidden[k - 1] ? "are left out" : "are said");
	return again(l, &kinds, l->rows.oldest, e);
}

static bool act_all(struct lines *l, struct str arg, struct err *e)
{
	struct timeline_kinds kinds = {0};

	(void)arg;
	return here(l, e) && again(l, &kinds, l->rows.oldest, e);
}

const struct lines_act lines_past_acts[] = {
    {ACT_TIMELINE, act_timeline},
    {ACT_TURN, act_turn},
    {ACT_KIND, act_kind},
    {ACT_KIND_ALL, act_all},
    {ACT_NONE, NULL},
};
