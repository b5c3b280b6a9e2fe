/* SPDX-License-Identifier: MIT */
/*
 * A record that is being opened: its fields as a sheet. Nothing is written before it is
 * sent; then all of it is, or nothing and every reason is said.
 * Rows from: sheet. Actions: fill, number, send. Opens: the new record.
 */
#include "lookback/base/utf8.h"
#include "tui/view/views.h"
#include "tui/words.h"

struct sheet_how {
	struct str type, under;
};
struct sheet {
	struct sheet_how how;
	struct rep_form form;
	struct str *values; /* as typed; in life */
	struct pane pane;
};
enum { LABEL = 26 };

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct sheet_how *how = with;
	struct sheet *s = v->state;

	(void)e;
	s->how.type = arena_str(&v->life, how->type);
	s->how.under = arena_str(&v->life, how->under);
	return true;
}

bool sheet_open(struct app *app, struct str type, struct str under, struct err *e)
{
	struct sheet_how how = {type, under};

	return app_push(app, &sheet_ops, set, &how, e) != NULL;
}

/* Asked for once: what was typed stays whatever is loaded again. */
static bool load(struct view *v, struct err *e)
{
	struct sheet *s = v->state;
	const struct req_sheet q = {.type = s->how.type, .under = s->how.under};

	if (s->values)
		return true;
	if (!call_sheet(&v->app->service, &v->life, &q, &s->form, e))
		return false;
	s->values = arena_new(&v->life, struct str, s->form.questions.n + 1);
	return true;
}

static void put_choices(struct pane *p, const struct part_question *q)
{
	struct buf b = buf_in(p->arena);

	if (q->help.n) {
		pane_row(p);
		pane_wrap(p, LABEL, 0, ROLE_DIM, q->help);
	}
	for (size_t i = 0; i < q->choices.n; i++)
		buf_printf(&b, "%s%zu %.*s", i ? "   " : "", i + 1,
		    STR_ARG(q->choices.v[i].label.n ? q->choices.v[i].label
						    : q->choices.v[i].code));
	if (b.n == 0)
		return;
	pane_row(p);
	pane_wrap(p, LABEL, 0, ROLE_DIM, buf_str(&b));
}

static void layout(struct view *v)
{
	struct sheet *s = v->state;
	struct pane *p = &s->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	for (size_t i = 0; i < s->form.questions.n; i++) {
		const struct part_question *q = &s->form.questions.v[i];
		pane_row(p);
		pane_item(p, (int)i);
		pane_puts(p, 0, ROLE_STRONG, q->required && !s->values[i].n ? "*" : "");
		pane_put(p, 2, ROLE_LABEL, q->label.n ? q->label : q->name);
		pane_wrap(p, LABEL, 0, ROLE_TEXT, s->values[i]);
		if ((int)i == p->item)
			put_choices(p, q);
	}
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct sheet *s = v->state;
	struct str says;
	int x = 1;

	x += canvas_put(c, v->rect.y, x, v->rect.cols, ROLE_STRONG, s->form.title) + 2;
	x += canvas_put(c, v->rect.y, x, v->rect.cols, ROLE_TEXT, s->how.under) + 2;
	says = app_keys(
	    v->app, c->arena, CTX_SHEET, "{choose} fills a line, {send} sends; * is needed");
	if (x + utf8_columns(says) >= v->rect.cols)
		says = STR("* is needed");
	canvas_put(c, v->rect.y, x, v->rect.cols - x, ROLE_DIM, says);
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(
	    &s->pane, c, (struct rect){v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct sheet *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

static enum outcome act_fill(struct view *v, const struct command *c, struct err *e)
{
	struct sheet *s = v->state;
	struct arena *a = &v->app->frame;
	const struct part_question *q;

	(void)c;
	if (s->form.questions.n == 0)
		return OUTCOME_DONE;
	q = &s->form.questions.v[s->pane.item];
	return prompt_for(v->app, arena_str(a, q->label.n ? q->label : q->name).p,
		   arena_printf(a, "fill %.*s ", STR_ARG(q->name)), e)
		   ? OUTCOME_DONE
		   : OUTCOME_FAILED;
}

/* fill FIELD VALUE; an empty value takes it back. */
static enum outcome act_set(struct view *v, const struct command *c, struct err *e)
{
	struct sheet *s = v->state;
	struct str value = c->arg, name = command_word(&value);

	for (size_t i = 0; i < s->form.questions.n; i++)
		if (str_eq(s->form.questions.v[i].name, name)) {
			s->values[i] = arena_str(&v->life, value);
			return OUTCOME_DONE;
		}
	err_set(e, ERR_USAGE, "this sheet has no field '%.*s'", STR_ARG(name));
	return OUTCOME_FAILED;
}

static enum outcome act_number(struct view *v, const struct command *c, struct err *e)
{
	struct sheet *s = v->state;
	const struct part_question *q;
	int64_t n = 0;

	if (s->form.questions.n == 0)
		return OUTCOME_DONE;
	q = &s->form.questions.v[s->pane.item];
	if (!str_int(c->arg, &n) || n < 1 || (size_t)n > q->choices.n) {
		err_set(e, ERR_USAGE, "this field has no choice of that number");
		return OUTCOME_FAILED;
	}
	s->values[s->pane.item] = q->choices.v[n - 1].code;
	return OUTCOME_DONE;
}

static enum outcome act_send(struct view *v, const struct command *c, struct err *e)
{
	struct sheet *s = v->state;
	struct json *fields = json_obj(&v->app->frame);
	struct req_add q = {.type = s->how.type, .under = s->how.under, .reason = c->arg};
	struct app *app = v->app;
	struct rep_moved r;

	if (s->form.reason && c->arg.n == 0)
		return prompt_for(app, "Why is it opened", STR("send "), e) ? OUTCOME_DONE
									    : OUTCOME_FAILED;
	for (size_t i = 0; i < s->form.questions.n; i++)
		if (s->values[i].n)
			json_put_str(&app->frame, fields, s->form.questions.v[i].name,
			    json_str(&app->frame, s->values[i]));
	if (fields->n)
		q.fields = fields;
	if (!call_add(&app->service, &app->frame, &q, &r, e))
		return OUTCOME_FAILED;
	app_say(app, "%.*s", STR_ARG(r.text));
	return OUTCOME_POP_RELOAD;
}

static void status(const struct view *v, struct status *st)
{
	const struct sheet *s = v->state;

	st->view = STR("Open");
	st->place = s->how.under;
}

static const struct act acts[] = {
    {ACT_CHOOSE, act_fill},
    {ACT_FILL, act_set},
    {ACT_SHEET_PICK, act_number},
    {ACT_SEND, act_send},
    {ACT_NONE, NULL},
};
const struct view_ops sheet_ops = {
    .name = "sheet",
    .context = CTX_SHEET,
    .state = sizeof(struct sheet),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
};
