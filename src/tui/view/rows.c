/* SPDX-License-Identifier: MIT */
/*
 * Short lists: one row an item, more about the one under the cursor below it.
 * Rows from: whatever fills them. Actions: choose, agree, refuse. Opens: a case, a list, a
 * sheet; or goes back with what was chosen.
 */
#include "tui/view/rows.h"

#include "lookback/base/words.h"
#include "tui/merge.h"
#include "tui/page/page.h"

struct rows {
	const struct page_row *page;
	struct str with; /* what it is about */
	struct {
		struct rows_row *v;
		size_t n, cap;
	} rows;
	struct pane pane;
	struct str only; /* words that a row must hold to be shown */
};
enum { INDENT = 4 };

struct how {
	enum action page;
	struct str with;
};

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct how *how = with;
	struct rows *s = v->state;

	(void)e;
	s->page = page_find(how->page);
	s->with = arena_str(&v->life, how->with);
	return true;
}

bool rows_open(struct app *app, enum action page, struct str with, struct err *e)
{
	struct how how = {page, with};

	return app_push(app, &rows_ops, set, &how, e) != NULL;
}

static struct rows_row *add(struct view *v)
{
	struct rows *s = v->state;
	struct rows_row *r = arena_push(&v->data, &s->rows);

	*r = (struct rows_row){.role = ROLE_TEXT};
	return r;
}

static bool fill(struct view *v, struct err *e)
{
	struct rows *s = v->state;
	struct page p = {.service = &v->app->service,
	    .welcome = v->app->welcome,
	    .arena = &v->data,
	    .cols = v->app->cols - 2,
	    .with = s->with};

	if (!s->page->fill(&p, e))
		return false;
	s->rows.v = p.rows.v;
	s->rows.n = p.rows.n;
	s->rows.cap = p.rows.cap;
	return true;
}

static struct str empty_words(const struct view *v, struct arena *a)
{
	const struct rows *s = v->state;

	return app_keys(v->app, a, s->page->context,
	    s->only.n ? "No row holds these words. {only} shows all again." : s->page->empty);
}

/* Headings go when rows do. */
static bool shown(const struct rows *s, const struct rows_row *r)
{
	struct arena scratch = {0};
	struct buf all = buf_in(&scratch);
	bool holds;

	if (s->only.n == 0)
		return true;
	for (int k = 0; k < ROWS_CELLS; k++)
		buf_printf(&all, "%.*s ", STR_ARG(r->cell[k]));
	for (size_t i = 0; i < r->under.n; i++)
		buf_printf(&all, "%.*s ", STR_ARG(r->under.v[i]));
	holds = !r->heading && words_narrow(buf_str(&all), s->only);
	arena_clear(&scratch);
	return holds;
}

static bool is_item(const struct rows *s, const struct rows_row *r)
{
	return !r->heading && shown(s, r);
}

static struct str key_of(const struct rows_row *r)
{
	const struct str from[] = {r->key, r->back, r->run, r->ref, r->expr, r->type};

	for (size_t i = 0; i < sizeof(from) / sizeof(from[0]) && !r->heading; i++)
		if (from[i].n)
			return from[i];
	return r->cell[0];
}

static struct strs keys_of(struct arena *a, const struct rows *s)
{
	struct strs keys = {0};

	for (size_t i = 0; i < s->rows.n; i++)
		*arena_push(a, &keys) = key_of(&s->rows.v[i]);
	return keys;
}

/* What it was, and that it is no more; there is nothing left to do with it. */
static void put_gone(struct view *v, const struct rows_row *was)
{
	struct rows_row *r = add(v);

	r->role = ROLE_CLOSED;
	r->key = arena_str(&v->data, key_of(was));
	r->cell[0] = arena_str(&v->data, was->cell[0]);
	r->cell[1] =
	    app_keys(v->app, &v->data, CTX_ROWS, "left this list, {reload} shows it anew");
}

/* Where the cursor was: it is there still, or gone with a list that was loaded anew. */
static void find_again(struct rows *s, struct str key)
{
	int item = 0;

	for (size_t i = 0; i < s->rows.n; i++) {
		if (!is_item(s, &s->rows.v[i]))
			continue;
		if (key.n && str_eq(key_of(&s->rows.v[i]), key)) {
			s->pane.item = item;
			return;
		}
		item++;
	}
}

/* The old rows hold their places among the new ones. */
static void hold(struct view *v, const struct rows *was)
{
	struct rows *s = v->state, is = *s;
	struct arena *a = &v->app->frame;
	struct strs before = keys_of(a, was), now = keys_of(a, &is);
	struct merged all = {0};

	merge_rows(a, &before, &now, &all);
	s->rows.v = NULL;
	s->rows.n = s->rows.cap = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct merged_row *m = &all.v[i];
		if (m->is == MERGE_NONE && !was->rows.v[m->was].heading)
			put_gone(v, &was->rows.v[m->was]);
		if (m->is == MERGE_NONE)
			continue;
		*add(v) = is.rows.v[m->is];
		if (m->was == MERGE_NONE && !is.rows.v[m->is].heading && v->came.n++ == 0)
			v->came.first = is.rows.v[m->is].cell[0];
	}
}

static const struct rows_row *at(const struct view *v)
{
	const struct rows *s = v->state;
	int item = s->pane.item;

	for (size_t i = 0; i < s->rows.n; i++)
		if (is_item(s, &s->rows.v[i]) && item-- == 0)
			return &s->rows.v[i];
	return NULL;
}

static bool load(struct view *v, struct err *e)
{
	struct rows *s = v->state;
	struct rows was = *s;
	const struct rows_row *here = at(v);

	s->rows.v = NULL;
	s->rows.n = s->rows.cap = 0;
	if (!fill(v, e)) {
		s->rows.v = was.rows.v;
		s->rows.n = was.rows.n;
		s->rows.cap = was.rows.cap;
		return false;
	}
	if (v->holds)
		hold(v, &was);
	if (here)
		find_again(s, key_of(here));
	return true;
}

/* A cell has the room up to the next one that holds something. */
static void put_cell(struct pane *p, const struct rows *s, const struct rows_row *r, int k)
{
	int x = s->page->stops[k], end = 0;

	for (int i = ROWS_CELLS - 1; i > k; i--)
		if (r->cell[i].n && s->page->stops[i])
			end = s->page->stops[i];
	if (!r->cell[k].n || x >= p->cols)
		return;
	if (end)
		pane_wrap(
		    p, x, end - x - 1, k == 1 && r->late ? ROLE_LATE : r->role, r->cell[k]);
	else
		pane_put(p, x, k == 1 && r->late ? ROLE_LATE : r->role, r->cell[k]);
}

static void put_under(struct pane *p, struct str text)
{
	pane_row(p);
	pane_wrap(p, INDENT, 0, ROLE_DIM, text);
}

static void put_row(struct pane *p, const struct rows *s, const struct rows_row *r, int item)
{
	pane_row(p);
	pane_item(p, r->heading ? -1 : item);
	if (r->heading) {
		pane_wrap(p, 0, 0, r->role, r->cell[0]);
		return;
	}
	for (int k = 0; k < ROWS_CELLS; k++)
		put_cell(p, s, r, k);
	for (size_t i = 0; item == p->item && i < r->under.n; i++)
		put_under(p, r->under.v[i]);
	if (item == p->item && r->keys.n)
		put_under(p, r->keys);
}

static void layout(struct view *v)
{
	struct rows *s = v->state;
	struct pane *p = &s->pane;
	int item = 0;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	for (size_t i = 0; i < s->rows.n; i++)
		if (shown(s, &s->rows.v[i]))
			put_row(p, s, &s->rows.v[i], s->rows.v[i].heading ? item : item++);
	if (item == 0) {
		pane_row(p);
		pane_wrap(p, 1, 0, ROLE_DIM, empty_words(v, p->arena));
	}
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct rows *s = v->state;

	int x = 1 + canvas_puts(c, v->rect.y, 1, ROLE_STRONG, s->page->title) + 2;

	if (s->only.n) {
		x += canvas_puts(c, v->rect.y, x, ROLE_DIM, "only rows with") + 1;
		canvas_put(c, v->rect.y, x, v->rect.cols - x, ROLE_DIM, s->only);
	}
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(
	    &s->pane, c, (struct rect){v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct rows *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct rows_row *r = at(v);
	const struct rows *s = v->state;
	bool ok = true;

	(void)c;
	if (!r) {
		app_say(v->app, "%.*s", STR_ARG(empty_words(v, &v->app->frame)));
		return OUTCOME_DONE;
	}
	if (r->run.n)
		return app_run(v->app, r->run, 0, e);
	if (r->back.n) /* when it fails this list is there still */
		ok = app_run_behind(v->app, arena_str(&v->app->frame, r->back), e);
	else if (r->ref.n)
		ok = record_open(v->app, r->ref, (struct str){0}, e);
	else if (r->expr.n)
		ok = queue_open(v->app, &(struct queue_how){.expr = r->expr}, e);
	else if (r->type.n)
		ok = sheet_open(v->app, r->type, s->with, e);
	else
		app_say(v->app, "there is nothing behind this row");
	return ok ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome ask(struct view *v, const char *label, struct str command, struct err *e)
{
	if (command.n == 0) {
		err_set(e, ERR_USAGE, "there is nothing to say yes or no to here");
		return OUTCOME_FAILED;
	}
	return prompt_for(v->app, label, command, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static enum outcome act_agree(struct view *v, const struct command *c, struct err *e)
{
	const struct rows_row *r = at(v);

	(void)c;
	return ask(v, r && r->yes_label ? r->yes_label : "What is done, or why",
	    r ? r->yes : (struct str){0}, e);
}

static enum outcome act_refuse(struct view *v, const struct command *c, struct err *e)
{
	const struct rows_row *r = at(v);

	(void)c;
	return ask(v, "Why not", r ? r->no : (struct str){0}, e);
}

/* Opens one of that register, on its own. */
static enum outcome act_add(struct view *v, const struct command *c, struct err *e)
{
	const struct rows_row *r = at(v);
	struct str type = c->arg.n ? c->arg : r ? r->type : (struct str){0};

	if (type.n == 0) {
		err_set(e, ERR_USAGE, "no record is opened from here");
		return OUTCOME_FAILED;
	}
	return sheet_open(v->app, type, (struct str){0}, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* An empty line shows every row again. */
static enum outcome act_only(struct view *v, const struct command *c, struct err *e)
{
	struct rows *s = v->state;

	(void)e;
	if (c->arg.n == 0 && s->only.n == 0)
		return OUTCOME_IGNORED; /* a prompt asks for it */
	s->only = arena_str(&v->life, c->arg);
	s->pane.item = 0;
	return OUTCOME_DONE;
}

static void status(const struct view *v, struct status *s)
{
	const struct rows *r = v->state;

	s->view = str_of(r->page->title);
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct rows_row *r = at(v);

	if (r && r->ref.n)
		*arena_push(a, out) = r->ref;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	const struct rows *s = v->state;

	if (s->page->about)
		q->about = str_of(s->page->about);
	q->below = s->page->of_with;
	if (s->page->of_with)
		*arena_push(a, &q->refs) = s->with;
}

static struct pane *pane(struct view *v)
{
	struct rows *s = v->state;

	return &s->pane;
}

static enum context where(const struct view *v)
{
	const struct rows *s = v->state;

	return s->page->context;
}

static const struct act acts[] = {
    {ACT_CHOOSE, act_choose},
    {ACT_ROW_AGREE, act_agree},
    {ACT_ROW_REFUSE, act_refuse},
    {ACT_ADD, act_add},
    {ACT_ONLY, act_only},
    {ACT_NONE, NULL},
};
const struct view_ops rows_ops = {
    .name = "rows",
    .context = CTX_ROWS,
    .state = sizeof(struct rows),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .refs = refs,
    .watch = watch,
    .pane = pane,
    .where = where,
};
