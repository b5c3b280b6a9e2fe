/* SPDX-License-Identifier: MIT */
/* Lists, counts, searches. A list follows the pages to the end with the memory of one. */
#include <inttypes.h>

#include "cli/cli.h"
#include "cli/table.h"

enum { PAGE = 100 };

struct listing {
	struct cli *cli;
	struct table table;
	struct arena heads; /* as long as the table */
	int64_t left;       /* rows still wanted */
	int64_t rows;       /* printed */
	bool why;           /* the last column says where the words stand */
};

/* Of the rows' register when they are of one, else those of the welcome. */
static void put_head(struct listing *l, const struct part_column *c)
{
	table_head(&l->table, arena_str(&l->heads, c->label.n ? c->label : c->name).p,
	    str_is(c->name, "rank"));
}

/* A list of one record type comes with its own columns. */
static void open_table(struct listing *l, const struct rep_page *page)
{
	const struct rep_welcome *w = client_welcome(l->cli->client);

	l->table = (struct table){.arena = &l->heads};
	for (size_t i = 0; i < page->columns.n; i++)
		put_head(l, &page->columns.v[i]);
	for (size_t i = 0; page->columns.n == 0 && i < w->columns.n; i++)
		put_head(l, &w->columns.v[i]);
	table_head(&l->table, "Held by", false);
	if (l->why)
		table_head(&l->table, "Found in", false);
	l->table.arena = l->cli->arena;
}

static bool print_page(struct listing *l, const struct rep_page *page, struct err *e)
{
	struct buf b = buf_in(l->cli->arena);

	if (l->table.columns == 0)
		open_table(l, page);
	l->table.cells = (struct strs){0};
	for (size_t i = 0; i < page->rows.n; i++) {
		const struct part_row *row = &page->rows.v[i];
		for (size_t k = 0; k + 1 + l->why < l->table.columns; k++)
			table_cell(&l->table, k < row->cells.n ? row->cells.v[k] : STR(""));
		table_cell(&l->table, row->holder);
		if (l->why)
			table_cell(&l->table, row->why);
	}
	table_flush(&l->table, &b);
	return cli_put(l->cli, buf_str(&b), e);
}

static int64_t page_limit(const struct listing *l)
{
	return l->left < PAGE ? l->left : PAGE;
}

/* Prints a page and keeps the cursor of the next one; empty when there is none. */
static bool take_page(struct listing *l, const struct rep_page *page, struct arena *keep,
    struct str *after, struct err *e)
{
	l->rows += (int64_t)page->rows.n;
	l->left -= (int64_t)page->rows.n;
	arena_clear(keep);
	*after = l->left > 0 ? arena_str(keep, page->next) : STR("");
	return l->cli->json || print_page(l, page, e);
}

/* msg is list or search: their requests differ, their pages do not. */
static bool list_pages(struct listing *l, enum msg msg, struct req_list *list,
    struct req_search *search, struct err *e)
{
	struct arena keep = {0};
	struct str after = {0};
	bool ok = cli_connect(l->cli, e);

	do {
		struct arena_mark m = arena_mark(l->cli->arena);
		struct rep_page page;
		list->after = search->after = after;
		list->limit = search->limit = page_limit(l);
		ok = ok &&
		     cli_ask_list(l->cli, msg, msg == MSG_list ? (void *)list : search, &page,
			 "rows", e) &&
		     take_page(l, &page, &keep, &after, e);
		if (ok && l->rows == 0)
			cli_say(l->cli, "nothing matches%s%.*s%s%.*s",
			    page.explain.n ? ": " : "", STR_ARG(page.explain),
			    page.hint.n ? "; this would: " : "", STR_ARG(page.hint));
		arena_back(l->cli->arena, m);
	} while (ok && after.n);
	arena_clear(&keep);
	arena_clear(&l->heads);
	return ok;
}

static struct listing listing_open(struct cli *c, const struct option_value *limit)
{
	return (struct listing){.cli = c, .left = limit->given ? limit->num : INT64_MAX};
}

bool verb_list(struct cli *c, struct err *e)
{
	struct req_list q = {.expr = cli_words(c, 0), .order = c->given[LIST_ORDER].text};
	struct listing l = listing_open(c, &c->given[LIST_LIMIT]);
	struct req_search none = {0};

	return list_pages(&l, MSG_list, &q, &none, e);
}

bool verb_search(struct cli *c, struct err *e)
{
	struct req_search q = {.words = cli_words(c, 0)};
	struct listing l = listing_open(c, &c->given[0]);
	struct req_list none = {0};

	l.why = true;
	return list_pages(&l, MSG_search, &none, &q, e);
}

bool verb_count(struct cli *c, struct err *e)
{
	const struct req_count q = {.expr = cli_words(c, 0)};
	struct rep_count r;

	if (!cli_ask(c, MSG_count, &q, &r, e))
		return false;
	return c->json || cli_put(c, arena_printf(c->arena, "%" PRId64 "\n", r.count), e);
}

bool verb_explain(struct cli *c, struct err *e)
{
	const struct req_explain q = {.expr = cli_words(c, 0)};
	struct rep_sentence r;
	struct buf b = buf_in(c->arena);

	if (!cli_ask(c, MSG_explain, &q, &r, e))
		return false;
	if (c->json)
		return true;
	wrap(&b, r.text, 0, 78);
	return cli_put(c, buf_str(&b), e);
}

bool verb_rank(struct cli *c, struct err *e)
{
	const struct req_rank q = {.ref = c->words.v[0]};
	struct rep_rank r;
	struct table t = {.arena = c->arena, .columns = 2, .right = {true}, .headed = true};
	struct buf b = buf_in(c->arena);

	if (!cli_ask(c, MSG_rank, &q, &r, e))
		return false;
	if (c->json)
		return true;
	t.width[0] = 6;
	for (size_t i = 0; i < r.parts.n; i++) {
		table_number(&t, r.parts.v[i].points);
		table_cell(&t, r.parts.v[i].because);
	}
	table_number(&t, r.rank);
	table_cell(&t, STR("in all"));
	table_flush(&t, &b);
	return cli_put(c, buf_str(&b), e);
}
