/* SPDX-License-Identifier: MIT */
/*
 * The supervisor's board. Shows: people and their load, states, what is blocked and on
 * what, what was sent back; or the load of one person by state. Rows from: board.
 * Actions: choose a number, hand over, absent. Opens: the list of a number's cases, the
 * board of a person, what would change hands.
 */
#include "tui/view/views.h"
#include "lookback/base/utf8.h"
#include "tui/merge.h"
#include "tui/words.h"

struct board_item { /* a row with numbers */
	const struct part_section *section;
	const struct part_boardrow *row;
};
struct board {
	struct str user; /* of this person only; empty: the whole board */
	struct rep_board rep;
	struct {
		struct board_item *v;
		size_t n, cap;
	} items;
	struct pane pane;
	int column; /* of the cursor; 0 is the name, 1 the first number */
	int x;      /* where that is in the row, for the terminal's cursor */
};
enum { GAP = 2, DAY_COLS = 11, NAME_LEAST = 16, NAME_MOST = 60 };

static bool set(struct view *v, const void *with, struct err *e)
{
	struct board *s = v->state;

	(void)e;
	s->user = arena_str(&v->life, *(const struct str *)with);
	s->column = 1;
	return true;
}

bool board_open(struct app *app, struct str user, struct err *e)
{
	return app_push(app, &board_ops, set, &user, e) != NULL;
}

static const struct board_item *at(const struct view *v)
{
	const struct board *s = v->state;

	return s->pane.item >= 0 && (size_t)s->pane.item < s->items.n
		   ? &s->items.v[s->pane.item]
		   : NULL;
}

/* ---- loading ------------------------------------------------------------------------------ */

static void list_items(struct board *s, struct arena *a)
{
	s->items.v = NULL;
	s->items.n = s->items.cap = 0;
	for (size_t i = 0; i < s->rep.sections.n; i++)
		for (size_t k = 0; k < s->rep.sections.v[i].rows.n; k++)
			*arena_push(a, &s->items) = (struct board_item){
			    &s->rep.sections.v[i], &s->rep.sections.v[i].rows.v[k]};
}

/* The cursor stays on what it was on, wherever that stands now. */
static void find_again(struct board *s, struct str section, struct str label)
{
	for (size_t i = 0; i < s->items.n; i++)
		if (str_eq(s->items.v[i].section->name, section) &&
		    str_eq(s->items.v[i].row->label, label))
			s->pane.item = (int)i;
}

/* A row that is gone stays, with nothing in it. */
static struct part_boardrow gone(struct arena *a, const struct part_boardrow *was)
{
	struct part_boardrow r = {
	    .name = arena_str(a, was->name), .label = arena_str(a, was->label)};

	for (size_t i = 0; i < was->numbers.n; i++)
		*arena_push(a, &r.numbers) = (struct part_number){0};
	return r;
}

static void hold_section(
    struct view *v, const struct part_section *was, struct part_section *is)
{
	struct strs before = {0}, now = {0};
	struct part_section fresh = *is;
	struct merged all = {0};

	for (size_t i = 0; i < was->rows.n; i++)
		*arena_push(&v->app->frame, &before) = was->rows.v[i].label;
	for (size_t i = 0; i < is->rows.n; i++)
		*arena_push(&v->app->frame, &now) = is->rows.v[i].label;
	merge_rows(&v->app->frame, &before, &now, &all);
	is->rows.v = NULL;
	is->rows.n = is->rows.cap = 0;
	for (size_t i = 0; i < all.n; i++)
		*arena_push(&v->data, &is->rows) =
		    all.v[i].is == MERGE_NONE ? gone(&v->data, &was->rows.v[all.v[i].was])
					      : fresh.rows.v[all.v[i].is];
}

/* Rows hold their places in their tables. */
static void hold(struct view *v, const struct rep_board *was, struct rep_board *is)
{
	for (size_t i = 0; i < was->sections.n; i++)
		for (size_t k = 0; k < is->sections.n; k++)
			if (str_eq(was->sections.v[i].name, is->sections.v[k].name))
				hold_section(v, &was->sections.v[i], &is->sections.v[k]);
}

static bool load(struct view *v, struct err *e)
{
	struct board *s = v->state;
	const struct board_item *was = at(v);
	struct str section = {0}, label = {0};
	struct req_board q = {.user = s->user};
	struct rep_board rep = {0};

	if (was) {
		section = arena_str(&v->app->frame, was->section->name);
		label = arena_str(&v->app->frame, was->row->label);
	}
	if (!call_board(&v->app->service, &v->data, &q, &rep, e))
		return false;
	if (v->holds)
		hold(v, &s->rep, &rep);
	s->rep = rep;
	list_items(s, &v->data);
	find_again(s, section, label);
	return true;
}

/* ---- layout ------------------------------------------------------------------------------- */

static struct str number_text(struct arena *a, const struct part_number *n)
{
	if (n->n == 0)
		return STR("-");
	return n->text.n ? n->text : words_count(a, n->n);
}

static int column_cols(const struct part_section *s, size_t column)
{
	int cols = utf8_columns(s->columns.v[column]);

	for (size_t i = 0; i < s->rows.n; i++)
		if (column < s->rows.v[i].numbers.n && s->rows.v[i].numbers.v[column].text.n &&
		    cols < DAY_COLS)
			cols = DAY_COLS;
	return cols < 4 ? 4 : cols;
}

static int widest_name(const struct part_section *s)
{
	int cols = NAME_LEAST;

	for (size_t i = 0; i < s->rows.n; i++) {
		int w = utf8_columns(s->rows.v[i].label);
		cols = w > cols ? w : cols;
	}
	return cols > NAME_MOST ? NAME_MOST : cols;
}

/* Numbers stand beside the longest name, or at the right edge where there is no more room. */
static int numbers_from(const struct pane *p, const struct part_section *s)
{
	int cols = 0, from = widest_name(s) + 1;

	for (size_t i = 0; i < s->columns.n; i++)
		cols += column_cols(s, i) + GAP;
	return from + cols > p->cols ? p->cols - cols : from;
}

/* Ends at column `end`. */
static void put_right(struct pane *p, int end, enum role role, struct str text)
{
	pane_put(p, end - utf8_columns(text), role, text);
}

static void put_head(struct pane *p, const struct part_section *s)
{
	int x = numbers_from(p, s);

	if (p->n)
		pane_row(p);
	pane_row(p);
	pane_item(p, -1);
	pane_put(p, 0, ROLE_HEADING, s->label);
	for (size_t i = 0; i < s->columns.n && s->rows.n; i++) {
		x += GAP + column_cols(s, i);
		put_right(p, x, ROLE_COLUMN, s->columns.v[i]);
	}
}

/* The number under the cursor stands in brackets, so that no colour is needed to see it. */
static void put_number(
    struct board *s, const struct part_number *n, int end, bool here, enum role role)
{
	struct pane *p = &s->pane;
	struct str text = number_text(p->arena, n);

	if (here) {
		text = arena_printf(p->arena, "[%.*s]", STR_ARG(text));
		s->x = end + 1 - utf8_columns(text);
		put_right(p, end + 1, role, text);
	} else {
		put_right(p, end, n->n ? role : ROLE_DIM, text);
	}
}

static void put_row(struct board *s, int item)
{
	const struct part_section *in = s->items.v[item].section;
	const struct part_boardrow *row = s->items.v[item].row;
	struct pane *p = &s->pane;
	int x = numbers_from(p, in);

	pane_row(p);
	pane_item(p, item);
	pane_put(p, 1, ROLE_TEXT, row->label);
	pane_put(p, x, ROLE_TEXT, (struct str){0}); /* names end here, all of them */
	for (size_t i = 0; i < row->numbers.n && i < in->columns.n; i++) {
		bool late = str_is(in->columns.v[i], "Late");
		x += GAP + column_cols(in, i);
		put_number(s, &row->numbers.v[i], x, item == p->item && (int)i + 1 == s->column,
		    late ? ROLE_STRONG : ROLE_TEXT);
	}
	if (row->mark.n) {
		pane_row(p);
		pane_put(p, 3, ROLE_CAUTION, row->mark);
	}
}

static void keep_column(struct board *s)
{
	int most = s->items.n ? (int)s->items.v[s->pane.item].row->numbers.n : 0;

	if (s->column > most)
		s->column = most;
}

static void layout(struct view *v)
{
	struct board *s = v->state;
	struct pane *p = &s->pane;
	int item = 0;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	if (p->item >= (int)s->items.n)
		p->item = s->items.n ? (int)s->items.n - 1 : 0;
	keep_column(s);
	s->x = 0;
	for (size_t i = 0; i < s->rep.sections.n; i++) {
		const struct part_section *in = &s->rep.sections.v[i];
		put_head(p, in);
		for (size_t k = 0; k < in->rows.n; k++)
			put_row(s, item++);
		if (in->rows.n)
			continue;
		pane_row(p);
		pane_wrap(p, 1, 0, ROLE_DIM, in->empty);
	}
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct board *s = v->state;
	struct rect r = {v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2};
	int row = pane_item_row(&s->pane, s->pane.item);

	canvas_puts(c, v->rect.y, 1, ROLE_STRONG,
	    s->user.n ? "In hand, state by state" : "The supervisor's board");
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(&s->pane, c, r);
	if (row < s->pane.top || row >= s->pane.top + r.rows || s->x == 0)
		return;
	if (c->calm)
		canvas_focus(c, r.y + row - s->pane.top, r.x + s->x - 1);
	canvas_cursor(c, r.y + row - s->pane.top, r.x + s->x - c->calm);
}

/* ---- acts --------------------------------------------------------------------------------- */

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct board *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

static enum outcome step(struct view *v, const struct command *c, int by)
{
	struct board *s = v->state;
	const struct board_item *it = at(v);
	int most = it ? (int)it->row->numbers.n : 0;

	s->column += by * (c->count > 0 ? c->count : 1);
	s->column = s->column < 0 ? 0 : s->column > most ? most : s->column;
	return OUTCOME_DONE;
}

static enum outcome act_next(struct view *v, const struct command *c, struct err *e)
{
	(void)e;
	return step(v, c, 1);
}

static enum outcome act_prev(struct view *v, const struct command *c, struct err *e)
{
	(void)e;
	return step(v, c, -1);
}

/* To the first row of another table that has one. */
static enum outcome turn(struct view *v, int by)
{
	struct board *s = v->state;
	const struct board_item *it = at(v);
	const struct part_section *from;
	int i = s->pane.item;

	if (!it)
		return OUTCOME_DONE;
	from = it->section;
	while (i >= 0 && i < (int)s->items.n && s->items.v[i].section == from)
		i += by;
	if (i < 0 || i >= (int)s->items.n)
		return OUTCOME_DONE;
	while (i > 0 && s->items.v[i - 1].section == s->items.v[i].section)
		i--;
	s->pane.item = i;
	s->pane.top = pane_item_row(&s->pane, i) - 1; /* its heading first */
	return OUTCOME_DONE;
}

static enum outcome act_table_next(struct view *v, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	return turn(v, 1);
}

static enum outcome act_table_prev(struct view *v, const struct command *c, struct err *e)
{
	(void)c, (void)e;
	return turn(v, -1);
}

static struct str person(const struct view *v)
{
	const struct board *s = v->state;
	const struct board_item *it = at(v);

	if (s->user.n)
		return s->user;
	return it && str_is(it->section->name, "load") ? it->row->name : (struct str){0};
}

/* A name leads to what they have in hand, a number to its cases. */
static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct board *s = v->state;
	const struct board_item *it = at(v);
	const struct part_number *n;

	(void)c;
	if (!it)
		return OUTCOME_DONE;
	if (s->column == 0 && s->user.n == 0 && person(v).n)
		return board_open(v->app, person(v), e) ? OUTCOME_DONE : OUTCOME_FAILED;
	n = &it->row->numbers.v[s->column ? s->column - 1 : 0];
	if (n->n == 0) {
		err_set(e, ERR_NO, "there are none to list");
		return OUTCOME_FAILED;
	}
	return queue_open(v->app, &(struct queue_how){.expr = n->expr}, e) ? OUTCOME_DONE
									   : OUTCOME_FAILED;
}

static bool need_person(const struct view *v, struct str *out, struct err *e)
{
	*out = person(v);
	return out->n || err_set(e, ERR_USAGE, "put the cursor on a person first");
}

static enum outcome act_hand_over(struct view *v, const struct command *c, struct err *e)
{
	struct req_share q = {.reason = c->arg};
	struct str to;

	if (!need_person(v, &q.from, e))
		return OUTCOME_FAILED;
	if (c->arg.n == 0)
		return OUTCOME_IGNORED; /* it is asked for */
	to = command_word(&q.reason);
	words_accounts(&v->app->frame, to, &q.to);
	return share_open(v->app, &q, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

/* "+5d to=ann,bob leave": what they hold goes to others, or with to=- to its queues. */
static enum outcome act_absent(struct view *v, const struct command *c, struct err *e)
{
	struct req_absent q = {.reason = c->arg};
	struct str rest, to;

	if (!need_person(v, &q.name, e))
		return OUTCOME_FAILED;
	if (c->arg.n == 0)
		return OUTCOME_IGNORED;
	q.until = command_word(&q.reason);
	rest = q.reason;
	to = command_word(&rest);
	if (str_starts(to, STR("to="))) {
		q.hand = true;
		q.reason = rest;
		words_accounts(&v->app->frame, (struct str){to.p + 3, to.n - 3}, &q.to);
	}
	return absent_open(v->app, &q, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static void status(const struct view *v, struct status *st)
{
	const struct board *s = v->state;

	st->view = STR("Board");
	st->place = s->user;
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct board *s = v->state;

	if (arg != ARG_PEOPLE && arg != ARG_MATE)
		return;
	for (size_t i = 0; i < s->items.n; i++)
		if (str_is(s->items.v[i].section->name, "load") && s->user.n == 0)
			*arena_push(a, out) = s->items.v[i].row->name;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	(void)v, (void)a;
	q->about = STR("board");
}

static struct pane *pane(struct view *v)
{
	struct board *s = v->state;

	return &s->pane;
}

static const struct act acts[] = {
    {ACT_CHOOSE, act_choose},
    {ACT_CELL_NEXT, act_next},
    {ACT_CELL_PREV, act_prev},
    {ACT_TABLE_NEXT, act_table_next},
    {ACT_TABLE_PREV, act_table_prev},
    {ACT_HAND_OVER, act_hand_over},
    {ACT_ABSENT, act_absent},
    {ACT_NONE, NULL},
};
const struct view_ops board_ops = {
    .name = "board",
    .context = CTX_BOARD,
    .state = sizeof(struct board),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .offer = offer,
    .watch = watch,
    .pane = pane,
};
