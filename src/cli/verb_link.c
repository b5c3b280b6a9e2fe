/* SPDX-License-Identifier: MIT */
/* Records that belong together. */
#include "cli/cli.h"
#include "cli/table.h"

bool verb_link_add(struct cli *c, struct err *e)
{
	const struct req_link q = {.ref = c->words.v[0],
	    .other = c->words.v[1],
	    .kind = c->words.v[2],
	    .reason = c->given[REASON].text};

	return cli_do(c, MSG_link, &q, e);
}

bool verb_link_judge(struct cli *c, struct err *e)
{
	struct req_link_judge q = {.verdict = c->words.v[1], .reason = c->given[REASON].text};

	return cli_number(c, 0, "a link", &q.link, e) && cli_do(c, MSG_link_judge, &q, e);
}

bool verb_link_remove(struct cli *c, struct err *e)
{
	struct req_unlink q = {.reason = c->given[REASON].text};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "taking a link away needs a --reason");
	return cli_number(c, 0, "a link", &q.link, e) && cli_do(c, MSG_unlink, &q, e);
}

static struct str stands(const struct part_link *l)
{
	if (l->removed)
		return STR("removed");
	if (l->verdict.n)
		return l->verdict;
	return l->counts ? STR("holds") : STR("not judged");
}

bool verb_link_list(struct cli *c, struct err *e)
{
	const struct req_links q = {.ref = c->words.n ? c->words.v[0] : STR("")};
	struct table t = {.arena = c->arena};
	struct rep_links r;
	struct buf b = buf_in(c->arena);

	if (!cli_ask_list(c, MSG_links, &q, &r, "rows", e))
		return false;
	if (c->json)
		return true;
	table_head(&t, "Link", true);
	table_head(&t, "Record", false);
	table_head(&t, "Kind", false);
	table_head(&t, "Other", false);
	table_head(&t, "", false);
	table_head(&t, "By", false);
	table_head(&t, "Judged by", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_link *l = &r.rows.v[i];
		table_number(&t, l->link);
		table_cell(&t, l->from);
		table_cell(&t, l->label.n ? l->label : l->kind);
		table_cell(&t, l->to);
		table_cell(&t, stands(l));
		table_cell(&t, l->by);
		table_cell(&t, l->judged_by);
	}
	table_flush(&t, &b);
	return cli_put(c, buf_str(&b), e);
}
