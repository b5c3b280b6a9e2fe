/* SPDX-License-Identifier: MIT */
/*
 * The time line of a record and of all under it. Shows: every event of the kinds wanted, newest
 * or oldest first; of the one under the cursor what was changed, field by field.
 * Rows from: past, page by page. Actions: kinds, order, choose. Opens: the record, at the note,
 * answer or event that a row is about.
 */
#include "tui/stack.h"
#include "tui/view/views.h"
#include "tui/words.h"

enum { PAGE = 60, PAGES_MOST = 60, WHEN = 0, WHO = 19, WHAT = 32, INDENT = 34 };

struct past {
	struct str ref;
	struct timeline_kinds kinds;
	bool oldest;
	struct {
		struct part_past *v;
		size_t n, cap;
	} rows;
	int64_t next;
	struct pane pane;
};
struct past_how {
	struct str ref, kinds;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct past_how *how = with;
	struct past *s = v->state;

	s->ref = arena_str(&v->life, how->ref);
	return timeline_read(how->kinds, &s->kinds, e);
}

bool past_open(struct app *app, struct str ref, struct str kinds, struct err *e)
{
	struct past_how how = {.ref = ref, .kinds = kinds};

	return app_push(app, &past_ops, set, &how, e) != NULL;
}

static bool more(struct view *v, struct err *e)
{
	struct past *s = v->state;
	struct req_past q = {
	    .ref = s->ref, .oldest = s->oldest, .from = s->next, .limit = PAGE};
	struct rep_past r = {0};

	q.kinds = timeline_asked(&v->data, &s->kinds);
	if (q.kinds.n == 0) {
		s->next = 0;
		return true;
	}
	if (!call_past(&v->app->service, &v->data, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		*arena_push(&v->data, &s->rows) = r.rows.v[i];
	s->next = r.next;
	return true;
}

static bool find(struct past *s, int64_t seq)
{
	for (size_t i = 0; i < s->rows.n; i++)
		if (s->rows.v[i].seq == seq) {
			s->pane.item = (int)i;
			return true;
		}
	return false;
}

/* As many as there were, so that the cursor finds its event again. */
static bool load(struct view *v, struct err *e)
{
	struct past *s = v->state, was = *s;
	size_t at = (size_t)s->pane.item;
	int64_t seq = at < s->rows.n ? s->rows.v[at].seq : 0;

	s->rows.v = NULL;
	s->rows.n = s->rows.cap = 0;
	s->next = 0;
	do
		if (!more(v, e)) {
			s->rows = was.rows;
			s->next = was.next;
			return false;
		}
	while (s->next && (s->rows.n < was.rows.n || (seq && !find(s, seq))));
	(void)find(s, seq);
	return true;
}

static void put_value(struct pane *p, const struct part_value *val)
{
	pane_row(p);
	pane_wrap(p, INDENT, 0, ROLE_DIM, timeline_value(p->arena, val));
}

static void put_row(struct pane *p, const struct past *s, int item)
{
	const struct part_past *ev = &s->rows.v[item];
	struct str text = ev->text.n ? ev->text : ev->type;
	bool wide = p->cols >= 100;
	int what = wide ? WHAT + 11 : WHAT;

	pane_row(p);
	pane_item(p, item);
	pane_put(p, WHEN, ROLE_DIM, words_instant(p->arena, ev->at));
	pane_put(p, WHO, ROLE_LABEL, ev->actor);
	if (wide)
		pane_put(p, WHAT, ROLE_DIM, ev->kind);
	if (!str_eq(ev->record, s->ref))
		text = arena_printf(p->arena, "%.*s: %.*s", STR_ARG(ev->record), STR_ARG(text));
	pane_wrap(p, what, 0, ROLE_TEXT, text);
	for (size_t i = 0; item == p->item && i < ev->values.n; i++)
		if (ev->form.n == 0) /* an answer is in the sentence */
			put_value(p, &ev->values.v[i]);
}

static void layout(struct view *v)
{
	struct past *s = v->state;
	struct pane *p = &s->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 3);
	for (size_t i = 0; i < s->rows.n; i++)
		put_row(p, s, (int)i);
	if (s->rows.n == 0) {
		pane_row(p);
		pane_wrap(p, 1, 0, ROLE_DIM,
		    STR("Nothing of these kinds has happened. 1 to 6 show or leave out a kind, "
			"a shows all."));
	}
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct past *s = v->state;
	struct arena *a = &v->app->frame;
	int x = 1, y = v->rect.y;

	canvas_put(c, y, 1, v->rect.cols - 2, ROLE_STRONG,
	    arena_printf(a, "%.*s and what hangs under it, %s first", STR_ARG(s->ref),
		s->oldest ? "oldest" : "newest"));
	for (int k = 0; k < PAST_KINDS; k++)
		x += canvas_put(c, y + 1, x, v->rect.cols - x,
			 s->kinds.hidden[k] ? ROLE_DIM : ROLE_CHOSEN,
			 arena_printf(a, "%d %s%s", k + 1, s->kinds.hidden[k] ? "no " : "",
			     timeline_kind(k))) +
		     2;
	canvas_rule(c, y + 2, 0, v->rect.cols, ROLE_RULE);
	pane_draw(&s->pane, c, (struct rect){y + 3, 1, v->rect.rows - 3, v->rect.cols - 2});
}

/* Pages come as the cursor nears the end of what is there. */
static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct past *s = v->state;
	int screen = s->pane.height > 0 ? s->pane.height : 1;
	int64_t ahead = (int64_t)(count > 0 ? count : 1) * screen + screen;

	for (int i = 0; i < PAGES_MOST && s->next; i++) {
		if (m != MOVE_LAST && s->pane.item + ahead < (int64_t)s->rows.n)
			break;
		if (!more(v, e))
			return false;
		view_layout(v);
	}
	(void)pane_move(&s->pane, m, count);
	return true;
}

static const struct part_past *at(const struct view *v)
{
	const struct past *s = v->state;

	return s->pane.item >= 0 && (size_t)s->pane.item < s->rows.n ? &s->rows.v[s->pane.item]
								     : NULL;
}

static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct part_past *ev = at(v);
	struct record_place to;

	(void)c;
	if (!ev) {
		err_set(e, ERR_USAGE, "there is nothing here to open");
		return OUTCOME_FAILED;
	}
	to = timeline_place(&v->app->frame, ev);
	return record_open_at(v->app, ev->record, &to, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome again(struct view *v, struct err *e)
{
	return view_load(v, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_kind(struct view *v, const struct command *c, struct err *e)
{
	struct past *s = v->state;
	int64_t k;

	if (!str_int(c->arg, &k) || k < 1 || k > PAST_KINDS) {
		err_set(e, ERR_USAGE, "there are kinds 1 to %d", PAST_KINDS);
		return OUTCOME_FAILED;
	}
	s->kinds.hidden[k - 1] = !s->kinds.hidden[k - 1];
	return again(v, e);
}

static enum outcome act_all(struct view *v, const struct command *c, struct err *e)
{
	struct past *s = v->state;

	(void)c;
	for (int k = 0; k < PAST_KINDS; k++)
		s->kinds.hidden[k] = false;
	return again(v, e);
}

static enum outcome act_turn(struct view *v, const struct command *c, struct err *e)
{
	struct past *s = v->state;

	(void)c;
	s->oldest = !s->oldest;
	return again(v, e);
}

static void status(const struct view *v, struct status *st)
{
	const struct past *s = v->state;

	st->view = STR("Time line");
	if (s->rows.n)
		st->place = arena_printf(&v->app->frame, "%d/%zu%s", s->pane.item + 1,
		    s->rows.n, s->next ? "+" : "");
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct past *s = v->state;
	const struct part_past *ev = at(v);

	*arena_push(a, out) = ev ? ev->record : s->ref;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	const struct past *s = v->state;

	q->below = true;
	*arena_push(a, &q->refs) = s->ref;
}

static struct pane *pane(struct view *v)
{
	struct past *s = v->state;

	return &s->pane;
}

static const struct act acts[] = {
    {ACT_CHOOSE, act_choose},
    {ACT_KIND, act_kind},
    {ACT_KIND_ALL, act_all},
    {ACT_TURN, act_turn},
    {ACT_NONE, NULL},
};
const struct view_ops past_ops = {
    .name = "past",
    .context = CTX_PAST,
    .state = sizeof(struct past),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .refs = refs,
    .watch = watch,
    .pane = pane,
};
