/* SPDX-License-Identifier: MIT */
/*
 * One case. Shows: where it stands, fields and long texts, answers, notes, history; on a wide
 * screen its answers and next steps stand beside it, where the form will.
 * Rows from: next, claim or show, whichever brought it; show again on reload.
 * Actions: sections, marks, form, steps. Opens: the form of its state, the next steps.
 */
#include "tui/view/case_text.h"
#include "tui/view/rows.h"
#include "tui/view/source.h"
#include "tui/words.h"

enum how { HOW_SHOW, HOW_NEXT, HOW_TAKE };

struct record_how {
	enum how how;
	struct str ref, reason, expr;
};
struct record {
	struct record_how how; /* of the next load */
	struct rep_record rec;
	struct source source;
	int64_t found;      /* number of the latest event when it was opened */
	bool looked;        /* from mark to mark, until the last cancel */
	struct pane beside; /* answers and next steps, where there is room */
};

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct record_how *how = with;
	struct record *s = v->state;

	(void)e;
	s->how = *how;
	s->how.ref = arena_str(&v->life, how->ref);
	s->how.reason = arena_str(&v->life, how->reason);
	s->how.expr = arena_str(&v->life, how->expr);
	return true;
}

static bool ask(struct view *v, struct rep_record *out, struct err *e)
{
	const struct record *s = v->state;
	const struct service *svc = &v->app->service;
	struct req_next next = {.expr = s->how.expr};
	struct req_claim claim = {.ref = s->how.ref, .reason = s->how.reason};
	struct req_show show = {.ref = s->how.ref, .reason = s->how.reason};

	switch (s->how.how) {
	case HOW_NEXT:
		return call_next(svc, &v->data, &next, out, e);
	case HOW_TAKE:
		return call_claim(svc, &v->data, &claim, out, e);
	case HOW_SHOW:
		return call_show(svc, &v->data, &show, out, e);
	}
	return false;
}

static bool load(struct view *v, struct err *e)
{
	struct record *s = v->state;
	struct rep_record rec = {0};

	if (!ask(v, &rec, e))
		return false;
	s->rec = rec;
	s->source.rec = &s->rec;
	s->source.said = (struct str){0};
	s->how.how = HOW_SHOW;
	if (s->found == 0)
		s->found = rec.history.n ? rec.history.v[0].seq : 1;
	if (s->how.ref.n == 0)
		s->how.ref = arena_str(&v->life, rec.ref);
	return true;
}

bool record_open(struct app *app, struct str ref, struct str reason, struct err *e)
{
	struct record_how how = {.how = HOW_SHOW, .ref = ref, .reason = reason};

	return app_push(app, &record_ops, set, &how, e) != NULL;
}

bool record_open_at(
    struct app *app, struct str ref, const struct record_place *at, struct err *e)
{
	if (!record_open(app, ref, (struct str){0}, e))
		return false;
	source_go(app_top(app), at->section, at->line);
	return true;
}

bool record_next(struct app *app, struct str expr, struct err *e)
{
	struct record_how how = {.how = HOW_NEXT, .expr = expr};

	if (!app_push(app, &record_ops, set, &how, e))
		return false;
	app_replace(app, &record_ops);
	return true;
}

bool record_take(struct app *app, struct str ref, struct str reason, struct err *e)
{
	struct record_how how = {.how = HOW_TAKE, .ref = ref, .reason = reason};

	if (!app_push(app, &record_ops, set, &how, e))
		return false;
	app_replace(app, &record_ops);
	return true;
}

const struct rep_record *record_of(const struct view *v)
{
	const struct record *s = v->state;

	return v->ops == &record_ops ? &s->rec : NULL;
}

struct source *source_of(const struct view *v)
{
	struct record *s;

	if (v && v->ops == &form_ops)
		v = app_behind(v->app, v);
	if (!v || v->ops != &record_ops)
		return NULL;
	s = v->state;
	return &s->source;
}

void record_moved(struct view *v, struct str said)
{
	struct record *s = v->state;

	s->source.said = arena_str(&v->life, said);
	s->source.section = 0;
	v->seen = v->app->changes + 1; /* shown as it was, not asked for again */
}

static void layout(struct view *v)
{
	struct record *s = v->state;

	source_layout(&s->source, v, false);
	if (!source_wide(v))
		return;
	pane_begin(&s->beside, &v->frame, v->rect.cols - source_cols(v) - 3, v->rect.rows);
	case_steps(&s->beside, &s->rec);
	case_answers(&s->beside, &s->rec);
	pane_end(&s->beside);
	s->beside.quiet = true;
	s->beside.top = 0;
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct record *s = v->state;
	int x = source_cols(v) + 2;

	struct rect r = {v->rect.y, x, v->rect.rows, v->rect.cols - x - 1};

	source_draw(&s->source, v, c);
	if (!source_wide(v))
		return;
	if ((int)s->beside.n > r.rows)
		canvas_puts(
		    c, r.y + --r.rows, x, ROLE_DIM, "There is more: 2 shows every answer.");
	pane_draw(&s->beside, c, r);
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct record *s = v->state;

	(void)e;
	(void)pane_move(source_pane(&s->source), m, count);
	return true;
}

static bool gone(const struct record *s, struct err *e)
{
	if (s->source.said.n == 0)
		return false;
	err_set(e, ERR_USAGE,
	    "this case has moved on: n brings the next one, R shows this one "
	    "as it is now");
	return true;
}

static enum outcome act_form(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;
	struct str form = words_form_meant(&s->rec, c->arg);

	if (gone(s, e))
		return OUTCOME_FAILED;
	if (form.n == 0) {
		err_set(
		    e, ERR_USAGE, "no form is worked on in this state; d shows the next steps");
		return OUTCOME_FAILED;
	}
	return form_open(v->app, &s->rec, form, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_parent(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;

	(void)c;
	if (s->rec.parent.n == 0) {
		err_set(e, ERR_USAGE, "this record belongs to no other");
		return OUTCOME_FAILED;
	}
	return record_open(v->app, s->rec.parent, (struct str){0}, e) ? OUTCOME_DONE
								      : OUTCOME_FAILED;
}

static enum outcome act_children(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;
	struct queue_how how = {
	    .expr = arena_printf(&v->app->frame, "parent:\"%.*s\"", STR_ARG(s->rec.ref))};

	(void)c;
	return queue_open(v->app, &how, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_add(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;
	bool ok = c->arg.n ? sheet_open(v->app, c->arg, s->rec.ref, e)
			   : rows_open(v->app, ACT_ADD_UNDER, s->rec.ref, e);

	return ok ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_steps(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;

	return !gone(s, e) && steps_open(v->app, s->rec.ref, c->arg, e) ? OUTCOME_DONE
									: OUTCOME_FAILED;
}

/* The marks go out; then n is the next case again. */
static enum outcome act_cancel(struct view *v, const struct command *c, struct err *e)
{
	struct record *s = v->state;

	(void)c, (void)e;
	if (!s->source.looking)
		app_stays(v->app);
	s->looked = s->source.looking;
	s->source.looking = false;
	app_leaves(v->app, v);
	return OUTCOME_DONE;
}

static void resume(struct view *v)
{
	struct record *s = v->state;

	s->source.looking = s->looked;
}

static enum outcome act_quote(struct view *v, const struct command *c, struct err *e)
{
	(void)v, (void)c;
	err_set(e, ERR_USAGE, "a line is quoted into an answer's reason: s opens the form");
	return OUTCOME_FAILED;
}

/* Of a case that was decided the next one is wanted, not the next marked word. */
static enum context where(const struct view *v)
{
	const struct record *s = v->state;

	return s->source.looking && !s->source.said.n ? CTX_SOURCE : CTX_RECORD;
}

static void status(const struct view *v, struct status *s)
{
	const struct record *r = v->state;
	const struct pane *p = &r->source.panes[r->source.section];

	s->view = r->rec.type_label.n ? r->rec.type_label : STR("Case");
	if ((int)p->n > p->height)
		s->place = arena_printf(
		    &v->app->frame, "%d%%", (p->top + p->height) * 100 / (int)p->n);
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct record *s = v->state;

	if (arg == ARG_REF || arg == ARG_REFLOG)
		*arena_push(a, out) = s->rec.ref;
	if (arg == ARG_STEP)
		for (size_t i = 0; i < s->rec.steps.n; i++)
			*arena_push(a, out) = s->rec.steps.v[i].id;
	if (arg == ARG_FORM)
		for (size_t i = 0; i < s->rec.forms.n; i++)
			*arena_push(a, out) = s->rec.forms.v[i].form;
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct record *s = v->state;

	*arena_push(a, out) = s->rec.ref;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	const struct record *s = v->state;

	if (s->source.said.n)
		return; /* it is shown as it was decided */
	q->below = true;
	*arena_push(a, &q->refs) = s->rec.ref;
}

/* Is it on the screen since so early? Of what hangs under it the screen says too little. */
static bool shown(const struct record *s, const struct part_change *c, int64_t upto)
{
	return str_eq(c->record, s->rec.ref) && c->seq <= upto;
}

/* What came with a reload of one's own is said too, but not asked for again. */
static enum heard hear(struct view *v, const struct rep_changes *r)
{
	struct record *s = v->state;
	int64_t upto = s->rec.history.n ? s->rec.history.v[0].seq : 0;
	struct err e = {0};
	size_t at = 0;

	if (str_has(r->left, s->rec.ref))
		return HEARD_GONE;
	while (at < r->changes.n && shown(s, &r->changes.v[at], s->found))
		at++;
	if (at == r->changes.n)
		return HEARD_NOTHING;
	if (!shown(s, &r->changes.v[at], upto) && !source_again(v, &e))
		return e.kind == ERR_NOT_FOUND ? HEARD_GONE : HEARD_NOTHING;
	app_tell(v->app, &r->changes.v[at], r->changes.n - at - 1);
	return HEARD_SHOWN;
}

static void closed(struct view *v)
{
	struct record *s = v->state;

	source_clear(&s->source);
}

static const struct act acts[] = {
    {ACT_SECTION, source_act},
    {ACT_SECTION_NEXT, source_act},
    {ACT_SECTION_PREV, source_act},
    {ACT_LOOK, source_act},
    {ACT_MARK_NEXT, source_act},
    {ACT_MARK_PREV, source_act},
    {ACT_AGAIN, source_act},
    {ACT_BACK, source_act},
    {ACT_QUOTE, act_quote},
    {ACT_CANCEL, act_cancel},
    {ACT_FORM, act_form},
    {ACT_SOURCE, act_form},
    {ACT_OTHER, act_form},
    {ACT_CHOOSE, act_form},
    {ACT_PARENT, act_parent},
    {ACT_CHILDREN, act_children},
    {ACT_ADD_UNDER, act_add},
    {ACT_STEPS, act_steps},
    {ACT_DECIDE, act_steps},
    {ACT_NONE, NULL},
};
const struct view_ops record_ops = {
    .name = "record",
    .context = CTX_RECORD,
    .state = sizeof(struct record),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .offer = offer,
    .refs = refs,
    .watch = watch,
    .hear = hear,
    .where = where,
    .resume = resume,
    .closed = closed,
};
