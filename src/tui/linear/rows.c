/* SPDX-License-Identifier: MIT */
/*
 * Numbered rows that are no list of cases: pages, the board, a time line. A number opens what
 * the row leads to, with a command behind it that is done with the row.
 */
#include <string.h>

#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "tui/linear/linear.h"

enum { FEW = 7 }; /* of so many all is said at once */

int lines_rows_items(const struct lines_rows *r)
{
	int n = 0;

	for (size_t i = 0; i < r->n; i++)
		n += !r->v[i].heading;
	return n;
}

static const struct rows_row *item_of(const struct lines_rows *s, int item)
{
	for (size_t i = 0; i < s->n; i++)
		if (!s->v[i].heading && item-- == 0)
			return &s->v[i];
	return NULL;
}

const struct rows_row *lines_rows_at(const struct lines *l)
{
	return l->rows.at >= 0 ? item_of(&l->rows, l->rows.at) : NULL;
}

/* Alerts and the like are called by their own number. */
int64_t lines_rows_numbered(const struct lines *l, int item)
{
	const struct rows_row *r = item_of(&l->rows, item);

	return r && r->number ? r->number : item + 1;
}

/* ---- saying ---- */

/* Columns of a text are apart by more than one space: in a sentence by a comma. */
static void put_words(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		size_t to = i;
		while (to < text.n && text.p[to] == ' ')
			to++;
		if (to > i + 1) {
			buf_puts(b, ", ");
			i = to - 1;
		} else {
			buf_char(b, text.p[i]);
		}
	}
}

static bool is_number(const struct rows_row *r)
{
	int64_t n;

	return r->number && str_int(r->cell[0], &n) && n == r->number;
}

static struct str sentence(struct lines *l, const struct rows_row *r)
{
	const struct lines_rows *s = &l->rows;
	struct buf b = buf_in(&l->frame);

	for (int k = 0; k < ROWS_CELLS; k++) {
		if (r->cell[k].n == 0 || (k == 0 && is_number(r)))
			continue;
		if (b.n)
			buf_puts(&b, ", ");
		if (s->says && s->says[k] && s->says[k][0])
			buf_printf(&b, "%s ", s->says[k]);
		put_words(&b, str_trim(r->cell[k]));
	}
	return buf_str(&b);
}

/* "a answers it; Enter opens the case": what Enter does its number does here. */
static struct str typed(struct str keys)
{
	static const struct str enter = {"; Enter", 7};

	for (size_t i = 0; i + enter.n <= keys.n; i++)
		if (str_starts((struct str){keys.p + i, keys.n - i}, enter))
			return (struct str){keys.p, i};
	return keys.n ? keys : STR("a does what it waits for");
}

static bool in_cells(const struct rows_row *r, struct str text)
{
	for (int k = 0; k < ROWS_CELLS; k++)
		if (str_eq(r->cell[k], text))
			return true;
	return false;
}

static void say_item(struct lines *l, int item, bool whole)
{
	const struct rows_row *r = item_of(&l->rows, item);

	lines_say(
	    l, "%lld. %.*s", (long long)lines_rows_numbered(l, item), STR_ARG(sentence(l, r)));
	for (size_t i = 0; whole && i < r->under.n; i++)
		if (r->under.v[i].n && !in_cells(r, r->under.v[i]))
			lines_text(l, r->under.v[i]);
	if (whole && r->yes.n)
		lines_say(l, "%lld %.*s.", (long long)lines_rows_numbered(l, item),
		    STR_ARG(typed(r->keys)));
}

static bool leads(const struct rows_row *r)
{
	return r->run.n || r->ref.n || r->expr.n || r->type.n || r->back.n;
}

struct offers {
	bool opens, yes, no, details;
};

static struct offers offered(const struct lines_rows *s, bool whole)
{
	struct offers o = {0};

	for (size_t i = 0; i < s->n; i++) {
		const struct rows_row *r = &s->v[i];
		o.opens |= leads(r);
		o.yes |= r->yes.n > 0;
		o.no |= r->no.n > 0;
		o.details |= !whole && r->under.n;
	}
	return o;
}

/* What can be typed now, in one line. */
static void say_offers(struct lines *l)
{
	const struct lines_rows *s = &l->rows;
	struct offers o = offered(s, lines_rows_items(s) <= FEW);
	struct buf b = buf_in(&l->frame);

	if (s->to < lines_rows_items(s) || s->more)
		buf_puts(&b, "An empty line says more. ");
	if (o.opens)
		buf_puts(&b, "A number opens. ");
	if (s->cells.n)
		buf_puts(&b, "A number and a word list the cases of one figure, as 1 late. ");
	if (o.details)
		buf_puts(&b, "A number and ? say all about one. ");
	if (o.no)
		buf_puts(&b, "A number and a agree, a number and x refuse. ");
	else if (o.yes)
		buf_puts(&b, "A number and a do what it waits for. ");
	if (s->where == CTX_PAST)
		buf_puts(&b, "turn begins at the other end. ");
	if (b.n)
		lines_say(l, "%.*s", STR_ARG(str_trim(buf_str(&b))));
}

/* The items from..to-1 with the words between them. */
static void say_some(struct lines *l, int from)
{
	struct lines_rows *s = &l->rows;
	int all = lines_rows_items(s), item = 0;

	s->from = from;
	s->to = from + LINES_PAGE < all ? from + LINES_PAGE : all;
	for (size_t i = 0; i < s->n; i++) {
		const struct rows_row *r = &s->v[i];
		bool here = item >= s->from && (item < s->to || all == 0);
		if (r->heading && (here || (item == all && s->to == all)) && !r->columns &&
		    str_trim(r->cell[0]).n)
			lines_say(l, "%.*s", STR_ARG(sentence(l, r)));
		if (!r->heading && here)
			say_item(l, item, all <= FEW);
		item += !r->heading;
	}
	if (all == 0)
		lines_say(l, "%s", s->empty);
	say_offers(l);
}

static bool is_question(const char *title)
{
	return title[strlen(title) - 1] == '?';
}

struct str lines_rows_prompt(struct lines *l)
{
	const char *title = l->rows.title;

	return arena_printf(&l->frame, "%s%s ", title, is_question(title) ? "" : ":");
}

static void say_title(struct lines *l)
{
	const struct lines_rows *s = &l->rows;
	const char *between = is_question(s->title) ? "" : s->ref.n ? "," : ":";

	if (s->ref.n)
		lines_say(l, "%s%s %.*s:", s->title, between, STR_ARG(s->ref));
	else
		lines_say(l, "%s%s", s->title, between);
}

/* ---- coming and going ---- */

void lines_rows_open(struct lines *l, struct lines_rows *fresh)
{
	bool same = lines_place(l) == PLACE_ROWS && str_eq(l->rows.command, fresh->command);
	int at = same ? l->rows.at : -1;

	if (same)
		lines_forget(l, PLACE_ROWS);
	else
		lines_enter(l, PLACE_ROWS);
	l->rows = *fresh;
	l->rows.at = at < lines_rows_items(fresh) ? at : -1;
	say_title(l);
	say_some(l, 0);
}

void lines_rows_again(struct lines *l)
{
	say_title(l);
	if (lines_rows_at(l))
		say_item(l, l->rows.at, true);
	lines_say(l, "'go down' goes on, R says it anew.");
}

bool lines_rows_turn(struct lines *l, bool back, struct err *e)
{
	struct lines_rows *s = &l->rows;

	if (back && s->from == 0)
		return err_set(e, ERR_NO, "this is the beginning");
	if (back) {
		say_some(l, s->from > LINES_PAGE ? s->from - LINES_PAGE : 0);
		return true;
	}
	if (s->to >= lines_rows_items(s) && s->more && !lines_past_more(l, e))
		return false;
	if (s->to >= lines_rows_items(s))
		return err_set(e, ERR_NO, "that was all");
	say_some(l, s->to);
	return true;
}

bool lines_rows_go(struct lines *l, int to, struct err *e)
{
	struct lines_rows *s = &l->rows;
	int all;

	if (to >= lines_rows_items(s) && s->more && !lines_past_more(l, e))
		return false;
	all = lines_rows_items(s);
	if (all == 0)
		return err_set(e, ERR_NO, "there is no row here");
	s->at = to < 0 ? 0 : to >= all ? all - 1 : to;
	say_item(l, s->at, true);
	return true;
}

/* ---- what is done with a row ---- */

static bool open_item(struct lines *l, const struct rows_row *r, struct err *e)
{
	struct arena *a = &l->frame;
	struct str run = arena_str(a, r->back.n ? r->back : r->run);

	if (r->back.n)
		lines_pop(l);
	if (run.n)
		return lines_command(l, run, e);
	if (r->ref.n)
		return lines_open_at(l, arena_str(a, r->ref), r->section, e);
	if (r->expr.n)
		return lines_list_open(l, arena_str(a, r->expr), (struct str){0}, e);
	if (r->type.n)
		return lines_sheet_open(l, r->type, l->rows.ref, e);
	say_item(l, l->rows.at, true);
	return true;
}

/* A number of the board by the beginning of its column's name. */
static const struct lines_cell *cell_of(struct lines *l, int item, struct str word)
{
	const struct lines_rows *s = &l->rows;
	struct str folded = utf8_fold(&l->frame, word);

	for (size_t i = 0; i < s->cells.n; i++)
		if (s->cells.v[i].item == item &&
		    str_starts(utf8_fold(&l->frame, s->cells.v[i].name), folded))
			return &s->cells.v[i];
	return NULL;
}

bool lines_rows_number(struct lines *l, int64_t n, struct str rest, struct err *e)
{
	struct lines_rows *s = &l->rows;
	const struct lines_cell *cell;
	int item = 0, all = lines_rows_items(s);
	bool ok;

	while (item < all && lines_rows_numbered(l, item) != n)
		item++;
	if (item == all)
		return err_set(e, ERR_USAGE, "there is no number %lld here", (long long)n);
	s->at = item;
	if (str_is(rest, "?")) {
		say_item(l, item, true);
		return true;
	}
	if (rest.n == 0)
		return open_item(l, item_of(s, item), e);
	cell = cell_of(l, item, rest);
	if (cell)
		return lines_list_open(l, arena_str(&l->frame, cell->expr), (struct str){0}, e);
	if (s->where == CTX_BOARD)
		l->whom = arena_str(&l->frame, item_of(s, item)->key);
	ok = lines_command(l, rest, e);
	l->whom = (struct str){0};
	return ok;
}

/* The label tells of a key of the screen where nothing has to be said. */
static bool ask(
    struct lines *l, const char *usual, struct str label, struct str run, struct err *e)
{
	struct str text = label, part = {0};
	bool optional;
	size_t at;

	if (run.n == 0)
		return err_set(e, ERR_USAGE, "there is nothing to say yes or no to here");
	for (at = 0; at < label.n; at++)
		if (str_starts((struct str){label.p + at, label.n - at}, STR("Enter")))
			break;
	optional = at < label.n;
	if (optional && at == 0) {
		(void)str_cut(&text, ';', &part);
		text = str_trim(text);
	} else if (optional) {
		text = (struct str){label.p, at - 2};
	}
	if (text.n == 0)
		text = str_of(usual);
	if (optional)
		text = arena_printf(&l->frame, "%.*s (- alone: nothing to add)", STR_ARG(text));
	lines_ask(l, text, run);
	l->optional = optional;
	return true;
}

/* The row that one is at, or the only one that waits for a word. */
static const struct rows_row *meant(const struct lines *l, struct err *e)
{
	const struct rows_row *r = lines_place(l) == PLACE_ROWS ? lines_rows_at(l) : NULL;
	int n = 0;

	for (size_t i = 0; lines_place(l) == PLACE_ROWS && l->rows.at < 0 && i < l->rows.n; i++)
		if (l->rows.v[i].yes.n) {
			r = &l->rows.v[i];
			n++;
		}
	r = n > 1 ? NULL : r;

	if (!r)
		err_set(e, ERR_USAGE, "which row? say its number first, as 1 a");
	return r;
}

static bool act_agree(struct lines *l, struct str arg, struct err *e)
{
	const struct rows_row *r = meant(l, e);

	(void)arg;
	return r && ask(l, "What is done, or why",
			r->yes_label ? str_of(r->yes_label) : (struct str){0}, r->yes, e);
}

static bool act_refuse(struct lines *l, struct str arg, struct err *e)
{
	const struct rows_row *r = meant(l, e);

	(void)arg;
	return r && ask(l, "Why not", (struct str){0}, r->no, e);
}

/* Said once more; all stay where they are, and keep their numbers. */
static bool act_only(struct lines *l, struct str arg, struct err *e)
{
	bool any = false;

	if (lines_place(l) != PLACE_ROWS)
		return err_set(e, ERR_USAGE, "%s", lines_where(CTX_ROWS));
	for (int i = 0; i < lines_rows_items(&l->rows); i++) {
		struct buf all = buf_in(&l->frame);
		const struct rows_row *r = item_of(&l->rows, i);
		buf_put(&all, sentence(l, r));
		for (size_t k = 0; k < r->under.n; k++)
			buf_printf(&all, " %.*s", STR_ARG(r->under.v[k]));
		if (words_narrow(buf_str(&all), arg)) {
			say_item(l, i, false);
			any = true;
		}
	}
	if (!any)
		lines_say(l, "No row holds these words.");
	return true;
}

static bool act_add(struct lines *l, struct str arg, struct err *e)
{
	const struct rows_row *r = lines_place(l) == PLACE_ROWS ? lines_rows_at(l) : NULL;
	struct str type = arg.n ? arg : r ? r->type : (struct str){0};

	if (type.n == 0)
		return err_set(e, ERR_USAGE,
		    "of which type? gr says the registers; their number and O open one");
	return lines_sheet_open(l, arena_str(&l->frame, type), (struct str){0}, e);
}

const struct lines_act lines_rows_acts[] = {
    {ACT_ROW_AGREE, act_agree},
    {ACT_ROW_REFUSE, act_refuse},
    {ACT_ADD, act_add},
    {ACT_ONLY, act_only},
    {ACT_NONE, NULL},
};
