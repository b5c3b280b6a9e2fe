/* SPDX-License-Identifier: MIT */
/* The supervisor's board as tables. */
#include "cli/cli.h"
#include "cli/table.h"

/* A number that stands for a day is shown as the day. */
static void put_number(struct table *t, const struct part_number *n)
{
	if (n->text.n)
		table_cell(t, n->text);
	else if (n->n)
		table_number(t, n->n);
	else
		table_cell(t, STR("-"));
}

static void put_row(struct cli *c, struct table *t, const struct part_boardrow *row)
{
	table_cell(t, row->mark.n ? arena_printf(c->arena, "%.*s, %.*s", STR_ARG(row->label),
					STR_ARG(row->mark))
				  : row->label);
	for (size_t i = 0; i < row->numbers.n; i++)
		put_number(t, &row->numbers.v[i]);
}

static void put_section(struct cli *c, const struct part_section *s, struct buf *b)
{
	struct table t = {.arena = c->arena};

	buf_printf(b, "%s%s\n", b->n ? "\n" : "", cli_safe(c, s->label));
	if (s->rows.n == 0) {
		buf_printf(b, "%s\n", cli_safe(c, s->empty));
		return;
	}
	table_head(&t, "", false);
	for (size_t i = 0; i < s->columns.n; i++)
		table_head(&t, cli_safe(c, s->columns.v[i]), true);
	for (size_t i = 0; i < s->rows.n; i++)
		put_row(c, &t, &s->rows.v[i]);
	table_flush(&t, b);
}

bool verb_board(struct cli *c, struct err *e)
{
	const struct req_board q = {.user = c->words.n ? c->words.v[0] : STR("")};
	struct buf b = buf_in(c->arena);
	struct rep_board r;

	if (!cli_ask(c, MSG_board, &q, &r, e))
		return false;
	if (c->json)
		return true;
	for (size_t i = 0; i < r.sections.n; i++)
		put_section(c, &r.sections.v[i], &b);
	return cli_put(c, buf_str(&b), e);
}
