/* SPDX-License-Identifier: MIT */
/* Saved views: listed, saved, renamed and dropped. */
#include "cli/cli.h"
#include "cli/table.h"

static struct str whose(const struct part_view *v)
{
	return v->role_label.n ? v->role_label : v->whose;
}

bool verb_view_list(struct cli *c, struct err *e)
{
	const struct req_view_list q = {0};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_views r;

	if (!cli_ask_list(c, MSG_view_list, &q, &r, "rows", e))
		return false;
	if (c->json)
		return true;
	table_head(&t, "View", false);
	table_head(&t, "Whose", false);
	table_head(&t, "Expression", false);
	table_head(&t, "What it says", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_view *v = &r.rows.v[i];
		table_cell(&t, v->name);
		table_cell(&t, whose(v));
		table_cell(&t, v->expr);
		table_cell(&t, v->fault.n ? v->fault : v->explain);
	}
	table_flush(&t, &b);
	return cli_put(c, buf_str(&b), e);
}

bool verb_view_save(struct cli *c, struct err *e)
{
	const struct req_view_save q = {.name = c->words.v[0],
	    .expr = cli_words(c, 1),
	    .order = c->given[VIEW_ORDER].text,
	    .role = c->given[VIEW_ROLE].text};

	return cli_do(c, MSG_view_save, &q, e);
}

bool verb_view_rename(struct cli *c, struct err *e)
{
	const struct req_view_save q = {
	    .was = c->words.v[0], .name = c->words.v[1], .role = c->given[VIEW_ROLE].text};

	return cli_do(c, MSG_view_save, &q, e);
}

bool verb_view_drop(struct cli *c, struct err *e)
{
	const struct req_view_drop q = {
	    .name = c->words.v[0], .role = c->given[VIEW_ROLE].text};

	return cli_do(c, MSG_view_drop, &q, e);
}
