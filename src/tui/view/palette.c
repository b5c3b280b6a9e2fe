/* SPDX-License-Identifier: MIT */
/*
 * The palette: commands found by some of their letters. Shows: name, key and sentence of
 * those that fit best. Runs the chosen one in what is behind it, which may ask for more.
 */
#include "tui/view/views.h"
#include "tui/words.h"

enum { PALETTE_ROWS = 9 };
struct found {
	struct str command; /* what runs */
	struct str key;
	struct str says;
	int score;
};
struct palette {
	struct field field;
	struct {
		struct found *v;
		size_t n, cap;
	} found; /* in frame */
	int at;
	struct pane pane;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	struct palette *p = v->state;

	(void)with, (void)e;
	field_init(&p->field, &v->life, false, (struct str){0});
	return true;
}

bool palette_open(struct app *app, struct err *e)
{
	return app_push(app, &palette_ops, set, NULL, e) != NULL;
}

/* Kept in order of score; equals in the order of the table. */
static void add(struct view *v, const struct found *f)
{
	struct palette *p = v->state;
	size_t i;

	(void)arena_push(&v->frame, &p->found);
	for (i = p->found.n - 1; i > 0 && p->found.v[i - 1].score < f->score; i--)
		p->found.v[i] = p->found.v[i - 1];
	p->found.v[i] = *f;
}

static void find_actions(struct view *v, enum context from)
{
	const struct palette *p = v->state;
	struct str typed = str_trim(field_text(&p->field));

	for (int a = ACT_NONE + 1; a < ACT_COUNT; a++) {
		const struct action_row *row = action_row((enum action)a);
		struct found f = {.command = str_of(row->name), .says = str_of(row->says)};
		f.score = typed.n ? command_fuzzy(typed, (enum action)a) : 1;
		if (!f.score || !context_reaches(from, row->where))
			continue;
		f.key = keymap_key(&v->frame, &v->app->keymap, from, (enum action)a);
		add(v, &f);
	}
}

/* The steps of the case that is open are commands too. */
static void find_steps(struct view *v, enum context from)
{
	const struct palette *p = v->state;
	struct str typed = str_trim(field_text(&p->field));
	struct strs steps = {0};

	if (!context_reaches(from, CTX_WORK))
		return;
	app_offer(v->app, &v->frame, ARG_STEP, &steps);
	for (size_t i = 0; i < steps.n; i++)
		if (str_starts(steps.v[i], typed))
			add(v, &(struct found){.score = 1,
				   .command = arena_printf(
				       &v->frame, "decide %.*s", STR_ARG(steps.v[i])),
				   .says = STR("A next step of this case")});
}

static void layout(struct view *v)
{
	struct palette *p = v->state;
	enum context from = app_context_behind(v->app);

	p->found.v = NULL;
	p->found.n = p->found.cap = 0;
	find_actions(v, from);
	find_steps(v, from);
	pane_begin(&p->pane, &v->frame, v->rect.cols - 2, PALETTE_ROWS);
	for (size_t i = 0; i < p->found.n; i++) {
		pane_row(&p->pane);
		pane_item(&p->pane, (int)i);
		pane_put(&p->pane, 1, ROLE_TEXT, p->found.v[i].command);
		pane_put(&p->pane, 25, ROLE_HINT_KEY, p->found.v[i].key);
		pane_put(&p->pane, 34, ROLE_DIM, p->found.v[i].says);
	}
	if (p->found.n == 0) {
		pane_row(&p->pane);
		pane_puts(&p->pane, 1, ROLE_DIM, "No command has these letters.");
	}
	p->pane.item = p->at;
	pane_end(&p->pane);
	p->at = p->pane.item;
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct palette *p = v->state;
	int cols = v->rect.cols;

	canvas_fill(c, (struct rect){1, 0, PALETTE_ROWS + 3, cols}, ROLE_TEXT);
	canvas_puts(c, 1, 1, ROLE_HINT_KEY, ">");
	canvas_rule(c, 2, 0, cols, ROLE_RULE);
	pane_draw(&p->pane, c, (struct rect){3, 1, PALETTE_ROWS, cols - 2});
	canvas_rule(c, 3 + PALETTE_ROWS, 0, cols, ROLE_RULE);
	field_draw(&p->field, c, (struct rect){1, 3, 1, cols - 4});
}

static enum outcome act_run(struct view *v, const struct command *c, struct err *e)
{
	struct palette *p = v->state;
	struct str command;

	(void)c;
	if ((size_t)p->at >= p->found.n)
		return OUTCOME_DONE;
	command = arena_str(&v->app->frame, p->found.v[p->at].command);
	return app_run_behind(v->app, command, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_down(struct view *v, const struct command *c, struct err *e)
{
	struct palette *p = v->state;

	(void)c, (void)e;
	p->at += (size_t)p->at + 1 < p->found.n;
	return OUTCOME_DONE;
}

static enum outcome act_up(struct view *v, const struct command *c, struct err *e)
{
	struct palette *p = v->state;

	(void)c, (void)e;
	p->at -= p->at > 0;
	return OUTCOME_DONE;
}

static enum outcome typed(struct view *v, struct str text, struct err *e)
{
	struct palette *p = v->state;

	(void)e;
	field_type(&p->field, text);
	p->at = 0;
	return OUTCOME_DONE;
}

static struct field *field(struct view *v)
{
	struct palette *p = v->state;

	return &p->field;
}

static const struct act acts[] = {
    {ACT_RUN, act_run},
    {ACT_PAL_DOWN, act_down},
    {ACT_PAL_UP, act_up},
    {ACT_NONE, NULL},
};
const struct view_ops palette_ops = {
    .name = "palette",
    .context = CTX_PALETTE,
    .state = sizeof(struct palette),
    .overlay = true,
    .acts = acts,
    .layout = layout,
    .draw = draw,
    .typed = typed,
    .field = field,
};
