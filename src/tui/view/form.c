/* SPDX-License-Identifier: MIT */
/*
 * A form of a case. Shows: its questions, the one in focus with guidance and choices,
 * and beside it (or behind one key) the case.
 * Rows from: form; each answer brings the form as it then stands.
 * Actions: answers, moves, source, steps. Opens: the next steps.
 */
#include "tui/view/form.h"

#include <string.h>

#include "tui/stack.h"

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct form *how = with;
	struct form *f = v->state;

	(void)e;
	f->ref = arena_str(&v->life, how->ref);
	f->name = arena_str(&v->life, how->name);
	return true;
}

bool form_open(struct app *app, const struct rep_record *rec, struct str form, struct err *e)
{
	struct form how = {.ref = rec->ref, .name = form};

	return app_push(app, &form_ops, set, &how, e) != NULL;
}

/* The first time the focus goes where work is to be done; later it stays by name. */
static void find_focus(struct form *f, struct str name)
{
	for (size_t i = 0; i < f->rep.questions.n; i++)
		if (str_eq(f->rep.questions.v[i].name, name))
			f->focus = i;
	if (f->focus >= f->rep.questions.n)
		f->focus = 0;
	if (f->rep.questions.n && !f->rep.questions.v[f->focus].shown)
		f->focus = form_step(f, f->focus, 1);
}

static bool load(struct view *v, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct req_form ask = {.ref = f->ref, .form = f->name};
	struct str name = q ? q->name : (struct str){0};
	struct rep_form rep = {0};
	bool first = !q;

	if (!call_form(&v->app->service, &v->data, &ask, &rep, e))
		return false;
	form_leave(v);
	f->rep = rep;
	find_focus(f, name);
	f->saved = (struct str){0};
	if (first && rep.editable && rep.questions.n &&
	    (!rep.questions.v[f->focus].shown || rep.questions.v[f->focus].value.n))
		(void)form_open_question(f, f->focus, &f->focus);
	return true;
}

const struct part_question *form_question_of(const struct form *f)
{
	return f->focus < f->rep.questions.n ? &f->rep.questions.v[f->focus] : NULL;
}

size_t form_step(const struct form *f, size_t from, int by)
{
	for (size_t i = from + (size_t)by; i < f->rep.questions.n; i += (size_t)by)
		if (f->rep.questions.v[i].shown)
			return i;
	return from;
}

static bool is_open(const struct part_question *q, bool only_missing)
{
	return q->shown && (q->missing.n || (!only_missing && q->value.n == 0));
}

bool form_open_question(const struct form *f, size_t from, size_t *at)
{
	size_t n = f->rep.questions.n;

	for (size_t i = from + 1; i < n; i++)
		if (is_open(&f->rep.questions.v[i], false)) {
			*at = i;
			return true;
		}
	for (size_t i = 0; i < n; i++)
		if (is_open(&f->rep.questions.v[i], true)) {
			*at = i;
			return true;
		}
	return false;
}

bool form_required_question(const struct form *f, size_t from, size_t *at)
{
	size_t n = f->rep.questions.n;

	for (size_t i = 1; i <= n; i++)
		if (is_open(&f->rep.questions.v[(from + i) % n], true)) {
			*at = (from + i) % n;
			return true;
		}
	return false;
}

struct str form_draft_key(struct arena *a, const struct form *f, bool reason)
{
	const struct part_question *q = form_question_of(f);

	return arena_printf(a, "%.*s/%.*s/%.*s%s", STR_ARG(f->ref), STR_ARG(f->name),
	    STR_ARG(q->name), reason ? "/reason" : "");
}

static bool move_pick(struct form *f, enum motion m, int count)
{
	const struct part_question *q = form_question_of(f);
	bool up = m == MOVE_UP || m == MOVE_PAGE_UP || m == MOVE_HALF_UP || m == MOVE_FIRST ||
		  m == MOVE_TOP;
	size_t n = q->choices.n, by = (size_t)(count > 0 ? count : 1);

	if (m != MOVE_UP && m != MOVE_DOWN)
		by = n;
	if (up)
		f->pick = f->pick > by ? f->pick - by : 0;
	else
		f->pick = f->pick + by < n ? f->pick + by : n - 1;
	return true;
}

static size_t item_question(const struct form *f, int item)
{
	for (size_t i = 0; i < f->rep.questions.n; i++)
		if (f->rep.questions.v[i].shown && item-- == 0)
			return i;
	return f->focus;
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct form *f = v->state;

	(void)e;
	if (f->reading) {
		(void)pane_move(source_pane(source_of(v)), m, count);
		return true;
	}
	if (f->mode == FORM_PICK) {
		move_pick(f, m, count);
	} else {
		(void)pane_move(&f->pane, m, count);
		f->focus = item_question(f, f->pane.item);
	}
	arena_clear(&v->frame);
	form_layout(v);
	return true;
}

static enum context where(const struct view *v)
{
	const struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	if (f->reading)
		return CTX_SOURCE;
	switch (f->mode) {
	case FORM_ASK:
		return CTX_FORM;
	case FORM_PICK:
		return CTX_PICK;
	case FORM_WRITE:
		return q && str_is(q->kind, "text") ? CTX_AREA : CTX_LINE;
	case FORM_REASON:
		return CTX_LINE;
	}
	return CTX_FORM;
}

/* Letters name the choices that digits cannot reach while one is picking. */
static bool hot(const struct view *v, uint32_t key, struct arena *a, struct str *command)
{
	const struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	if (f->mode != FORM_PICK || f->reading)
		return false;
	for (size_t i = 9; i < q->choices.n; i++)
		if ((uint32_t)form_key(q, i, true) == key) {
			*command = arena_printf(a, "pick %zu", i + 1);
			return true;
		}
	return false;
}

static void status(const struct view *v, struct status *s)
{
	const struct form *f = v->state;

	s->view = f->rep.title.n ? f->rep.title : f->rep.form;
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct form *f = v->state;

	*arena_push(a, out) = f->ref;
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	if (arg == ARG_ANSWER && q)
		for (size_t i = 0; i < q->choices.n; i++)
			*arena_push(a, out) = q->choices.v[i].code;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	const struct form *f = v->state;

	q->below = true;
	*arena_push(a, &q->refs) = f->ref;
}

/* Nothing is being written now: the questions stay where they are, and so does the case beside
 * them. */
static enum heard hear(struct view *v, const struct rep_changes *r)
{
	const struct form *f = v->state;
	struct view *beside = app_behind(v->app, v);
	bool editable = f->rep.editable;
	struct err e = {0};

	if (str_has(r->left, f->ref))
		return HEARD_GONE;
	if (r->changes.n == 0)
		return HEARD_NOTHING;
	if (!view_load(v, &e))
		return e.kind == ERR_NOT_FOUND ? HEARD_GONE : HEARD_NOTHING;
	if (beside && record_of(beside) && !source_again(beside, &e))
		return HEARD_GONE;
	view_layout(v);
	app_tell(v->app, &r->changes.v[0], r->changes.n - 1);
	if (editable && !f->rep.editable && f->rep.why_not.n)
		app_say(v->app, "you can no longer answer here: %.*s", STR_ARG(f->rep.why_not));
	return HEARD_SHOWN;
}

static void closed(struct view *v)
{
	struct form *f = v->state;

	form_leave(v);
	arena_clear(&f->writing);
}

const struct view_ops form_ops = {
    .name = "form",
    .context = CTX_FORM,
    .state = sizeof(struct form),
    .acts = form_acts,
    .load = load,
    .layout = form_layout,
    .draw = form_draw,
    .move = move,
    .where = where,
    .hot = hot,
    .field = form_field,
    .status = status,
    .offer = offer,
    .refs = refs,
    .watch = watch,
    .hear = hear,
    .resume = form_resume,
    .hang_up = form_hang_up,
    .closed = closed,
};
