/* SPDX-License-Identifier: MIT */
/*
 * The next steps of a case. Shows: every step of its state in the pack's order, closed
 * ones dim, and under the cursor what a step does or every reason why it is closed.
 * Rows from: show. Actions: a step's own key (or Enter) asks; another key confirms.
 */
#include "tui/stack.h"
#include "tui/view/views.h"
#include "tui/words.h"

enum stage { STAGE_CHOOSE, STAGE_REASON, STAGE_CONFIRM };
struct steps_how {
	struct str ref, step, reason;
};
struct steps {
	struct str ref;
	struct rep_record rec;
	enum stage stage, left; /* left: by the last cancel */
	int at;                 /* step under the cursor */
	bool by_enter;          /* it was asked for with Enter, so its own key confirms */
	struct field field;     /* the reason */
	struct str want;        /* step asked for when this was opened */
	struct str want_reason;
	struct pane pane;
	int slot;
};
enum { REASON_ROWS = 3, BODY = 6 };

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct steps_how *how = with;
	struct steps *s = v->state;

	(void)e;
	s->ref = arena_str(&v->life, how->ref);
	s->want = arena_str(&v->life, how->step);
	s->want_reason = arena_str(&v->life, how->reason);
	return true;
}

static void write_reason(struct view *v, struct str text)
{
	struct steps *s = v->state;

	field_init(&s->field, &v->life, false, text);
	s->field.wrap = true;
}

static bool load(struct view *v, struct err *e)
{
	struct steps *s = v->state;
	struct req_show ask = {.ref = s->ref};
	struct rep_record rec = {0};

	if (!call_show(&v->app->service, &v->data, &ask, &rec, e))
		return false;
	s->rec = rec;
	s->stage = STAGE_CHOOSE;
	s->at = 0;
	write_reason(v, (struct str){0});
	return true;
}

static const struct part_step *step_at(const struct steps *s)
{
	return (size_t)s->at < s->rec.steps.n ? &s->rec.steps.v[s->at] : NULL;
}

static void confirm(struct view *v)
{
	struct steps *s = v->state;

	s->stage = STAGE_CONFIRM;
	v->app->drop_input = true;
}

/* A closed step cannot be asked for; its reasons stand under it and are said. */
static bool ask_for(struct view *v, int at, bool by_enter, struct err *e)
{
	struct steps *s = v->state;
	const struct part_step *st;

	s->at = at;
	st = step_at(s);
	if (!st->open) {
		for (size_t i = 0; i < st->closed.n; i++)
			err_more(e, ERR_REFUSED, "%.*s: %.*s", STR_ARG(st->label),
			    STR_ARG(st->closed.v[i]));
		return false;
	}
	s->by_enter = by_enter;
	if (st->reason && field_text(&s->field).n == 0)
		s->stage = STAGE_REASON;
	else
		confirm(v);
	return true;
}

static int find(const struct steps *s, struct str id)
{
	for (size_t i = 0; i < s->rec.steps.n; i++)
		if (str_eq(s->rec.steps.v[i].id, id))
			return (int)i;
	return -1;
}

static bool ask_by_id(struct view *v, struct str id, struct str reason, struct err *e)
{
	struct steps *s = v->state;
	int at = find(s, id);

	if (at < 0)
		return err_set(
		    e, ERR_NOT_FOUND, "this case has no step '%.*s' now", STR_ARG(id));
	if (reason.n)
		write_reason(v, reason);
	return ask_for(v, at, false, e);
}

bool steps_open(struct app *app, struct str ref, struct str step, struct err *e)
{
	struct steps_how how = {.ref = ref};
	struct view *v;
	struct err why = {0};

	how.reason = step;
	how.step = command_word(&how.reason);
	v = app_push(app, &steps_ops, set, &how, e);
	if (!v)
		return false;
	if (how.step.n && !ask_by_id(v, how.step, how.reason, &why))
		app_fail(app, &why);
	return true;
}

/* Somebody was quicker: the same step with the same reason, of the case as it is now, waits for
 * a yes once more. */
static void ask_again(struct view *v, struct err *e)
{
	struct steps *s = v->state;
	struct str id = arena_str(&v->app->frame, step_at(s)->id),
		   reason = arena_str(&v->app->frame, field_text(&s->field));
	struct err why = {0};

	if (view_load(v, &why) && ask_by_id(v, id, reason, &why))
		err_more(e, ERR_CONFLICT, "to do it all the same, confirm it again");
}

/* Done: the steps and the form close, the case says what happened. */
static enum outcome take(struct view *v, struct err *e)
{
	struct steps *s = v->state;
	struct app *app = v->app;
	const struct part_step *st = step_at(s);
	struct req_decide ask = {.ref = s->rec.ref,
	    .step = st->id,
	    .version = s->rec.version,
	    .reason = field_text(&s->field)};
	struct rep_moved moved = {0};
	struct str said, label;

	if (!call_decide(&app->service, &app->frame, &ask, &moved, e)) {
		s->stage = STAGE_CHOOSE;
		if (e->kind == ERR_CONFLICT)
			ask_again(v, e);
		return OUTCOME_FAILED;
	}
	said = moved.text.n ? moved.text
			    : arena_printf(&app->frame, "%.*s is decided", STR_ARG(s->rec.ref));
	app_decided(app, s->rec.ref, st->label);
	app_say(app, "%.*s", STR_ARG(said));
	label = arena_str(&app->frame, st->label);
	app_back_to(app, &record_ops);
	if (app_top(app) == v)
		return OUTCOME_POP_RELOAD; /* it was asked for from a list */
	record_moved(app_top(app), label);
	return OUTCOME_DONE;
}

static enum outcome act_decide(struct view *v, const struct command *c, struct err *e)
{
	struct steps *s = v->state;
	struct str reason = c->arg, id = command_word(&reason);

	if (id.n == 0)
		return OUTCOME_IGNORED;
	if (s->stage == STAGE_CONFIRM && s->by_enter && find(s, id) == s->at)
		return take(v, e);
	return ask_by_id(v, id, reason, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	struct steps *s = v->state;

	(void)c;
	if (!step_at(s)) {
		err_set(e, ERR_USAGE, "this case has no next step");
		return OUTCOME_FAILED;
	}
	return ask_for(v, s->at, true, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* What Enter asked for, Enter does not confirm: a key pressed twice decides nothing. */
static enum outcome act_confirm(struct view *v, const struct command *c, struct err *e)
{
	struct steps *s = v->state;
	const struct part_step *st = step_at(s);

	(void)c;
	if (!s->by_enter || st->key.n == 0)
		return take(v, e);
	err_set(e, ERR_USAGE, "press %.*s to do it, Esc to leave it", STR_ARG(st->key));
	return OUTCOME_FAILED;
}

static enum outcome act_accept(struct view *v, const struct command *c, struct err *e)
{
	struct steps *s = v->state;

	(void)c;
	if (str_trim(field_text(&s->field)).n == 0) {
		err_set(e, ERR_USAGE, "this step needs a reason");
		return OUTCOME_FAILED;
	}
	s->by_enter = false;
	confirm(v);
	return OUTCOME_DONE;
}

static enum outcome act_cancel(struct view *v, const struct command *c, struct err *e)
{
	struct steps *s = v->state;

	(void)c, (void)e;
	if (s->stage == STAGE_CHOOSE)
		return OUTCOME_POP;
	s->left = s->stage;
	app_leaves(v->app, v);
	s->stage = STAGE_CHOOSE;
	return OUTCOME_DONE;
}

static void resume(struct view *v)
{
	struct steps *s = v->state;

	s->stage = s->left;
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct steps *s = v->state;

	(void)e;
	if (s->stage != STAGE_CHOOSE)
		return true;
	(void)pane_move(&s->pane, m, count);
	s->at = s->pane.item;
	arena_clear(&v->frame);
	v->ops->layout(v);
	return true;
}

static enum context where(const struct view *v)
{
	const struct steps *s = v->state;

	switch (s->stage) {
	case STAGE_CHOOSE:
		return CTX_STEPS;
	case STAGE_REASON:
		return CTX_LINE;
	case STAGE_CONFIRM:
		return s->by_enter && s->rec.steps.v[s->at].key.n ? CTX_PRESS : CTX_CONFIRM;
	}
	return CTX_STEPS;
}

static bool hot(const struct view *v, uint32_t key, struct arena *a, struct str *command)
{
	const struct steps *s = v->state;

	if (s->stage == STAGE_REASON || (s->stage == STAGE_CONFIRM && !s->by_enter))
		return false;
	for (size_t i = 0; i < s->rec.steps.n; i++) {
		const struct part_step *st = &s->rec.steps.v[i];
		if (st->key.n == 1 && (uint32_t)(unsigned char)st->key.p[0] == key &&
		    (s->stage == STAGE_CHOOSE || (int)i == s->at)) {
			*command = arena_printf(a, "decide %.*s", STR_ARG(st->id));
			return true;
		}
	}
	return false;
}

static struct field *field(struct view *v)
{
	struct steps *s = v->state;

	return s->stage == STAGE_REASON ? &s->field : NULL;
}

static void put_reasons(struct pane *p, const struct part_step *st, bool ascii)
{
	for (size_t i = 0; i < st->closed.n; i++) {
		pane_row(p);
		pane_put(p, BODY, ROLE_CLOSED, glyph_text(GLYPH_BULLET, ascii));
		pane_wrap(p, BODY + 2, 0, ROLE_TEXT, st->closed.v[i]);
	}
	if (!st->open && st->closed.n == 0) {
		pane_row(p);
		pane_puts(p, BODY, ROLE_TEXT, "It is closed to you now.");
	}
}

static void put_confirm(struct pane *p, const struct steps *s, const struct part_step *st)
{
	struct str reason = field_text(&s->field);

	if (reason.n) {
		pane_row(p);
		pane_puts(p, BODY, ROLE_DIM, "because");
		pane_wrap(p, BODY + 8, 0, ROLE_TEXT, reason);
	}
	pane_row(p);
	pane_row(p);
	pane_wrap(p, BODY, 0, ROLE_STRONG,
	    st->to.n ? arena_printf(p->arena, "%.*s: %.*s goes to %.*s.", STR_ARG(st->label),
			   STR_ARG(s->rec.ref), STR_ARG(st->to))
		     : arena_printf(
			   p->arena, "%.*s: %.*s.", STR_ARG(st->label), STR_ARG(s->rec.ref)));
	pane_row(p);
	if (s->by_enter && st->key.n)
		pane_printf(p, BODY, ROLE_CHOSEN, "Press %.*s to do it, Esc to leave it.",
		    STR_ARG(st->key));
	else
		pane_puts(p, BODY, ROLE_CHOSEN, "Press Enter to do it, Esc to leave it.");
}

static void put_under(
    const struct view *v, struct pane *p, struct steps *s, const struct part_step *st)
{
	if (st->help.n) {
		pane_row(p);
		pane_wrap(p, BODY, 0, ROLE_DIM, st->help);
	}
	put_reasons(p, st, v->app->ascii);
	if (st->override) {
		pane_row(p);
		pane_wrap(p, BODY, 0, ROLE_DIM,
		    arena_printf(p->arena,
			"Two people may pass over this together: :override ask %.*s and why",
			STR_ARG(st->id)));
	}
	if (s->stage == STAGE_CONFIRM)
		put_confirm(p, s, st);
	if (s->stage != STAGE_REASON)
		return;
	pane_row(p);
	pane_puts(p, BODY, ROLE_DIM, "Why? Enter goes on, Esc goes back.");
	s->slot = (int)p->n;
	for (int i = 0; i < REASON_ROWS; i++)
		pane_row(p);
	field_layout(&s->field, REASON_ROWS, p->cols - BODY);
}

static void layout(struct view *v)
{
	struct steps *s = v->state;
	struct pane *p = &s->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	for (size_t i = 0; i < s->rec.steps.n; i++) {
		const struct part_step *st = &s->rec.steps.v[i];
		enum role role = st->open ? ROLE_TEXT : ROLE_CLOSED;
		pane_row(p);
		pane_item(p, (int)i);
		pane_put(p, 1, st->open ? ROLE_HINT_KEY : ROLE_CLOSED, st->key);
		pane_put(p, 4, role, st->label.n ? st->label : st->id);
		pane_put(p, 34, ROLE_DIM, glyph_text(GLYPH_ARROW, v->app->ascii));
		pane_put(p, 36, role, st->to);
		if (!st->open)
			pane_puts(p, p->cols - 7, ROLE_CLOSED, "closed");
		if ((int)i == s->at)
			put_under(v, p, s, st);
	}
	if (s->rec.steps.n == 0) {
		pane_row(p);
		pane_puts(p, 1, ROLE_DIM,
		    "This case has no next step: it has come to its end; :note still adds to "
		    "it.");
	}
	p->item = s->at;
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct steps *s = v->state;
	struct rect r = {v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2};
	struct rect slot = {
	    r.y + s->slot - s->pane.top, r.x + BODY, REASON_ROWS, r.cols - BODY};
	int x = 1;

	x += canvas_puts(c, v->rect.y, x, ROLE_STRONG, "Next steps") + 2;
	x += canvas_put(c, v->rect.y, x, v->rect.cols, ROLE_TEXT, s->rec.ref) + 2;
	canvas_put(c, v->rect.y, x, v->rect.cols - x - 1, ROLE_DIM, s->rec.state_label);
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(&s->pane, c, r);
	if (s->stage == STAGE_REASON)
		field_draw(&s->field, c, slot);
}

static void status(const struct view *v, struct status *st)
{
	(void)v;
	st->view = STR("Next steps");
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct steps *s = v->state;

	if (arg == ARG_STEP)
		for (size_t i = 0; i < s->rec.steps.n; i++)
			*arena_push(a, out) = s->rec.steps.v[i].id;
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct steps *s = v->state;

	*arena_push(a, out) = s->rec.ref;
}

static const struct act acts[] = {
    {ACT_DECIDE, act_decide},
    {ACT_CHOOSE, act_choose},
    {ACT_CONFIRM, act_confirm},
    {ACT_ACCEPT, act_accept},
    {ACT_CANCEL, act_cancel},
    {ACT_NONE, NULL},
};
const struct view_ops steps_ops = {
    .name = "steps",
    .context = CTX_STEPS,
    .state = sizeof(struct steps),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .where = where,
    .hot = hot,
    .field = field,
    .status = status,
    .offer = offer,
    .refs = refs,
    .resume = resume,
};
