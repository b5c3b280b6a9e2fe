/* SPDX-License-Identifier: MIT */
/*
 * A text to read. Shows: lines of up to three cells, all or those that hold some words.
 * Lines from: whoever opened it. Actions: find. Opens nothing.
 */
#include "lookback/base/words.h"
#include "tui/stack.h"
#include "tui/view/views.h"

struct text {
	struct text_how how;
	struct {
		struct text_line *v;
		size_t n, cap;
	} lines;
	struct str find;
	bool waiting; /* a slow fill is still to come */
	struct pane pane;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	struct text *t = v->state;

	(void)e;
	t->how = *(const struct text_how *)with;
	t->how.title = arena_str(&v->life, t->how.title);
	t->how.with = arena_str(&v->life, t->how.with);
	return true;
}

bool text_open(struct app *app, const struct text_how *how, struct err *e)
{
	return app_push(app, &text_ops, set, how, e) != NULL;
}

void text_add(struct view *v, enum role role, struct str a, struct str b, struct str c)
{
	struct text *t = v->state;

	*arena_push(&v->data, &t->lines) = (struct text_line){role, {a, b, c}};
}

void text_find(struct view *v, struct str words)
{
	struct text *t = v->state;

	t->find = arena_str(&v->life, words);
}

static bool fill(struct view *v, struct err *e)
{
	struct text *t = v->state, was = *t;

	t->lines.v = NULL;
	t->lines.n = t->lines.cap = 0;
	if (t->how.fill(v, &t->how, e))
		return true;
	t->lines = was.lines;
	return false;
}

static bool load(struct view *v, struct err *e)
{
	struct text *t = v->state;

	if (t->how.slow) {
		t->lines.v = NULL;
		t->lines.n = t->lines.cap = 0;
		t->waiting = true;
		return true;
	}
	if (!fill(v, e))
		return false;
	if (t->how.at_end)
		t->pane.line = 1 << 20;
	return true;
}

static bool later(struct view *v)
{
	struct text *t = v->state;
	struct err e = {0};

	if (!t->waiting)
		return false;
	t->waiting = false;
	if (!fill(v, &e))
		app_fail(v->app, &e);
	view_layout(v);
	return true;
}

static bool wanted(const struct text *t, const struct text_line *line)
{
	struct arena scratch = {0};
	struct buf all = buf_in(&scratch);
	bool holds;

	for (int i = 0; i < 3; i++)
		buf_printf(&all, "%.*s ", STR_ARG(line->cell[i]));
	holds = words_narrow(buf_str(&all), t->find);
	arena_clear(&scratch);
	return holds;
}

static void put_line(struct pane *p, const struct text *t, const struct text_line *line)
{
	int last = line->cell[2].n ? 2 : line->cell[1].n ? 1 : 0;
	enum role role = line->role;

	pane_row(p);
	for (int i = 0; i <= last; i++) {
		if (i == last)
			pane_wrap(p, t->how.stops[i], 0, role, line->cell[i]);
		else
			pane_put(p, t->how.stops[i], i ? role : ROLE_HINT_KEY, line->cell[i]);
	}
}

static void layout(struct view *v)
{
	struct text *t = v->state;
	struct pane *p = &t->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	for (size_t i = 0; i < t->lines.n; i++)
		if (wanted(t, &t->lines.v[i]))
			put_line(p, t, &t->lines.v[i]);
	if (t->waiting) {
		pane_row(p);
		pane_puts(p, 0, ROLE_TEXT, "This takes a moment ...");
	} else if (p->n == 0) {
		pane_row(p);
		pane_put(p, 0, ROLE_DIM,
		    app_keys(v->app, p->arena, CTX_TEXT,
			t->find.n ? "No line holds these words. {find} shows all again."
				  : "Nothing is written here yet."));
	}
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct text *t = v->state;
	int x = 1, y = v->rect.y;

	x += canvas_put(c, y, x, v->rect.cols - x, ROLE_STRONG, t->how.title) + 2;
	if (t->find.n) {
		x += canvas_puts(c, y, x, ROLE_DIM, "only lines with") + 1;
		canvas_put(c, y, x, v->rect.cols - x, ROLE_DIM, t->find);
	}
	canvas_rule(c, y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(&t->pane, c, (struct rect){y + 2, 1, v->rect.rows - 2, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct text *t = v->state;

	(void)e;
	(void)pane_move(&t->pane, m, count);
	return true;
}

/* An empty search shows every line again. */
static enum outcome act_find(struct view *v, const struct command *c, struct err *e)
{
	const struct text *t = v->state;

	(void)e;
	if (c->arg.n == 0 && t->find.n == 0)
		return OUTCOME_IGNORED; /* a prompt asks for it */
	text_find(v, c->arg);
	return OUTCOME_DONE;
}

static enum outcome act_down(struct view *v, const struct command *c, struct err *e)
{
	(void)c;
	return move(v, MOVE_DOWN, 1, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static void status(const struct view *v, struct status *s)
{
	const struct text *t = v->state;

	s->view = t->how.title;
	if ((int)t->pane.n > t->pane.height)
		s->place = arena_printf(&v->app->frame, "%d%%",
		    (t->pane.top + t->pane.height) * 100 / (int)t->pane.n);
}

static const struct act acts[] = {
    {ACT_FIND, act_find},
    {ACT_CHOOSE, act_down},
    {ACT_NONE, NULL},
};
const struct view_ops text_ops = {
    .name = "text",
    .context = CTX_TEXT,
    .state = sizeof(struct text),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .later = later,
};
