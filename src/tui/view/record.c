/* SPDX-License-Identifier: MIT */
/*
 * One case. Shows: where it stands, fields and long texts, answers, notes, history.
 * Rows from: next, claim or show, whichever brought it; show again on reload.
 * Actions: sections, form, steps. Opens: the form of its state, the next steps.
 */
#include "lookback/base/utf8.h"
#include "tui/view/case_text.h"
#include "tui/view/views.h"
#include "tui/words.h"

enum how { HOW_SHOW, HOW_NEXT, HOW_TAKE };
enum { SECTIONS = 4, HEAD = 3 };

struct record_how {
	enum how how;
	struct str ref, reason, expr;
};
struct record {
	struct record_how how; /* of the next load */
	struct rep_record rec;
	struct str said; /* it was decided: what happened */
	int section;
	struct pane panes[SECTIONS];
};

static const struct {
	const char *name;
	void (*fill)(struct pane *p, const struct rep_record *r);
} sections[SECTIONS] = {
    {"Case", case_fields},
    {"Answers", case_answers},
    {"Notes", case_notes},
    {"History", case_history},
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
	s->said = (struct str){0};
	s->how.how = HOW_SHOW;
	if (s->how.ref.n == 0)
		s->how.ref = arena_str(&v->life, rec.ref);
	return true;
}

bool record_open(struct app *app, struct str ref, struct str reason, struct err *e)
{
	struct record_how how = {.how = HOW_SHOW, .ref = ref, .reason = reason};

	return app_push(app, &record_ops, set, &how, e) != NULL;
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

void record_moved(struct view *v, struct str said)
{
	struct record *s = v->state;

	s->said = arena_str(&v->life, said);
	s->section = 0;
	v->seen = v->app->changes + 1; /* shown as it was, not asked for again */
}

static void layout(struct view *v)
{
	struct record *s = v->state;
	struct pane *p = &s->panes[s->section];

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - HEAD);
	sections[s->section].fill(p, &s->rec);
	pane_end(p);
}

static int draw_tab(const struct record *s, struct canvas *c, int y, int x, int i)
{
	struct arena_mark m = arena_mark(c->arena);
	size_t n = i == 2 ? s->rec.notes.n : 0;
	struct str text = n ? arena_printf(c->arena, "%d %s (%zu)", i + 1, sections[i].name, n)
			    : arena_printf(c->arena, "%d %s", i + 1, sections[i].name);
	enum role role = i == s->section ? ROLE_CHOSEN : ROLE_DIM;

	x += canvas_put(c, y, x, c->cols, role, text) + 3;
	arena_back(c->arena, m);
	return x;
}

static void draw_head(const struct view *v, struct canvas *c)
{
	const struct record *s = v->state;
	const struct rep_record *r = &s->rec;
	int y = v->rect.y, x = 1;
	struct arena *a = &v->app->frame;
	struct str band =
	    words_band(a, r->band_mark, r->band_label.n ? r->band_label : r->band);

	x += canvas_put(c, y, x, v->rect.cols - x, ROLE_STRONG, r->ref) + 2;
	if (band.n)
		x +=
		    canvas_put(c, y, x, v->rect.cols - x, words_band_role(r->band_mark), band) +
		    2;
	canvas_put(c, y, x, v->rect.cols - x - 1, ROLE_TEXT, r->title);
	if (s->said.n)
		canvas_put(c, y + 1, 1, v->rect.cols - 2, ROLE_MESSAGE,
		    arena_printf(
			a, "Decided: %.*s. n brings the next case.", STR_ARG(s->said)));
	else
		canvas_put(c, y + 1, 1, v->rect.cols - 2, r->late ? ROLE_LATE : ROLE_DIM,
		    case_standing(a, r));
	for (int i = 0, at = 1; i < SECTIONS; i++)
		at = draw_tab(s, c, y + 2, at, i);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct record *s = v->state;
	struct rect r = {v->rect.y + HEAD, 1, v->rect.rows - HEAD, v->rect.cols - 2};

	draw_head(v, c);
	pane_draw(&s->panes[s->section], c, r);
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct record *s = v->state;

	(void)e;
	(void)pane_move(&s->panes[s->section], m, count);
	return true;
}

static enum outcome act_section(struct view *v, const struct command *c, struct err *e)
{
	struct record *s = v->state;
	int64_t n;

	if (!str_int(c->arg, &n) || n < 1 || n > SECTIONS) {
		err_set(e, ERR_USAGE, "there are sections 1 to %d", SECTIONS);
		return OUTCOME_FAILED;
	}
	s->section = (int)n - 1;
	return OUTCOME_DONE;
}

static enum outcome act_section_next(struct view *v, const struct command *c, struct err *e)
{
	struct record *s = v->state;

	(void)c, (void)e;
	s->section = (s->section + 1) % SECTIONS;
	return OUTCOME_DONE;
}

static enum outcome act_section_prev(struct view *v, const struct command *c, struct err *e)
{
	struct record *s = v->state;

	(void)c, (void)e;
	s->section = (s->section + SECTIONS - 1) % SECTIONS;
	return OUTCOME_DONE;
}

static bool gone(const struct record *s, struct err *e)
{
	if (s->said.n == 0)
		return false;
	err_set(e, ERR_USAGE,
	    "this case has moved on: n brings the next one, R shows this one "
	    "as it is now");
	return true;
}

/* The form named; else the one worked on in this state; else any with answers. */
static struct str form_meant(const struct rep_record *r, struct str name)
{
	if (name.n)
		return name;
	for (size_t i = 0; i < r->forms.n; i++)
		if (r->forms.v[i].now)
			return r->forms.v[i].form;
	return r->forms.n ? r->forms.v[0].form : name;
}

static enum outcome act_form(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;
	struct str form = form_meant(&s->rec, c->arg);

	if (gone(s, e))
		return OUTCOME_FAILED;
	if (form.n == 0) {
		err_set(
		    e, ERR_USAGE, "no form is worked on in this state; d shows the next steps");
		return OUTCOME_FAILED;
	}
	return form_open(v->app, &s->rec, form, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_steps(struct view *v, const struct command *c, struct err *e)
{
	const struct record *s = v->state;

	return !gone(s, e) && steps_open(v->app, s->rec.ref, c->arg, e) ? OUTCOME_DONE
									: OUTCOME_FAILED;
}

static void status(const struct view *v, struct status *s)
{
	const struct record *r = v->state;
	const struct pane *p = &r->panes[r->section];

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

static const struct act acts[] = {
    {ACT_SECTION, act_section},
    {ACT_SECTION_NEXT, act_section_next},
    {ACT_SECTION_PREV, act_section_prev},
    {ACT_FORM, act_form},
    {ACT_CHOOSE, act_form},
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
};
