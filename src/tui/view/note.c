/* SPDX-License-Identifier: MIT */
/*
 * Writing a note on a case. Shows: a text of several lines. Saves it with one request; a
 * note that is left unsaved waits as a draft. Opens nothing.
 */
#include "tui/view/views.h"

struct note {
	struct str ref;
	struct field field;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	struct note *n = v->state;

	(void)e;
	n->ref = arena_str(&v->life, *(const struct str *)with);
	field_init(&n->field, &v->life, true, app_draft_of(v->app, n->ref));
	n->field.touched = n->field.now.n > 0;
	return true;
}

bool note_open(struct app *app, struct str ref, struct err *e)
{
	return app_push(app, &note_ops, set, &ref, e) != NULL;
}

static struct rect place(const struct view *v)
{
	return (struct rect){v->rect.y + 2, 2, v->rect.rows - 3, v->rect.cols - 4};
}

static void layout(struct view *v)
{
	struct note *n = v->state;
	struct rect r = place(v);

	field_layout(&n->field, r.rows, r.cols);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct note *n = v->state;
	int x = 1;

	x += canvas_puts(c, v->rect.y, x, ROLE_STRONG, "Note on") + 1;
	x += canvas_put(c, v->rect.y, x, v->rect.cols, ROLE_STRONG, n->ref) + 2;
	canvas_puts(c, v->rect.y, x, ROLE_DIM, "C-s saves it, Esc leaves it for later");
	field_draw(&n->field, c, place(v));
}

static struct field *field(struct view *v)
{
	struct note *n = v->state;

	return &n->field;
}

static enum outcome act_save(struct view *v, const struct command *c, struct err *e)
{
	struct note *n = v->state;
	struct req_note q = {.ref = n->ref, .text = field_text(&n->field)};
	struct rep_done r;

	(void)c;
	if (str_trim(q.text).n == 0) {
		err_set(e, ERR_USAGE, "the note is empty; Esc leaves it");
		return OUTCOME_FAILED;
	}
	if (!call_note(&v->app->service, &v->app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	app_draft(v->app, n->ref, (struct str){0});
	n->field.touched = false;
	v->app->sitting.noted++;
	v->app->changes++;
	app_say(v->app, "the note on %.*s is saved", STR_ARG(n->ref));
	return OUTCOME_POP_RELOAD;
}

/* A note that was being written when the line went is saved as far as it had come. */
static void hang_up(struct view *v)
{
	struct err e = {0};

	(void)act_save(v, &(struct command){.action = ACT_AREA_SAVE}, &e);
}

static enum outcome act_cancel(struct view *v, const struct command *c, struct err *e)
{
	struct note *n = v->state;
	bool kept = str_trim(field_text(&n->field)).n > 0;

	(void)c, (void)e;
	if (kept)
		app_say(v->app, "the note is kept, not saved: N opens it again");
	return OUTCOME_POP;
}

/* However it closes, what was written is kept until it is saved. */
static void closed(struct view *v)
{
	struct note *n = v->state;

	if (n->field.touched)
		app_draft(v->app, n->ref, str_trim(field_text(&n->field)));
}

static void status(const struct view *v, struct status *s)
{
	const struct note *n = v->state;

	s->view = STR("Note");
	s->place = n->ref;
}

static enum context where(const struct view *v)
{
	(void)v;
	return CTX_AREA;
}

static const struct act acts[] = {
    {ACT_AREA_SAVE, act_save},
    {ACT_CANCEL, act_cancel},
    {ACT_NONE, NULL},
};
const struct view_ops note_ops = {
    .name = "note",
    .context = CTX_AREA,
    .state = sizeof(struct note),
    .acts = acts,
    .layout = layout,
    .draw = draw,
    .where = where,
    .field = field,
    .status = status,
    .hang_up = hang_up,
    .closed = closed,
};
