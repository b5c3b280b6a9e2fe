/* SPDX-License-Identifier: MIT */
/* The time line of a record and of all that hangs under it. */
#include "cli/cli.h"
#include "cli/table.h"

enum { PAGE = 100 };

static void heads(struct table *t)
{
	table_head(t, "Event", true);
	table_head(t, "When", false);
	table_head(t, "Who", false);
	table_head(t, "Kind", false);
	table_head(t, "Record", false);
	table_head(t, "What", false);
}

static bool print(struct cli *c, struct table *t, const struct rep_past *r, struct err *e)
{
	struct buf b = buf_in(c->arena);

	t->cells = (struct strs){0};
	for (size_t i = 0; i < r->rows.n; i++) {
		const struct part_past *v = &r->rows.v[i];
		table_number(t, v->seq);
		table_cell(t, v->at);
		table_cell(t, v->actor);
		table_cell(t, v->kind);
		table_cell(t, v->record);
		table_cell(t, v->text);
	}
	table_flush(t, &b);
	return cli_put(c, buf_str(&b), e);
}

static struct strs kinds_of(struct cli *c)
{
	struct str rest = c->given[PAST_KIND].text, kind;
	struct strs kinds = {0};

	while (str_cut(&rest, ',', &kind))
		*arena_push(c->arena, &kinds) = str_trim(kind);
	return kinds;
}

bool verb_past(struct cli *c, struct err *e)
{
	struct req_past q = {.ref = c->words.v[0],
	    .kinds = kinds_of(c),
	    .oldest = c->given[PAST_OLDEST].given,
	    .from = c->given[PAST_FROM].num};
	int64_t left = c->given[PAST_LIMIT].given ? c->given[PAST_LIMIT].num : INT64_MAX;
	struct table t = {.arena = c->arena};
	bool ok;

	heads(&t);
	if (!cli_connect(c, e))
		return false;
	do {
		struct arena_mark m = arena_mark(c->arena);
		struct rep_past r;
		q.limit = left < PAGE ? left : PAGE;
		ok = cli_ask_list(c, MSG_past, &q, &r, "rows", e) &&
		     (c->json || print(c, &t, &r, e));
		if (ok) {
			q.from = r.next;
			left -= (int64_t)r.rows.n;
		}
		arena_back(c->arena, m);
	} while (ok && q.from && left > 0);
	return ok;
}
