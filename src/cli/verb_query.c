/* SPDX-License-Identifier: MIT */
/* Questions on work: asked, answered, closed. */
#include "cli/cli.h"
#include "cli/table.h"

bool verb_query_raise(struct cli *c, struct err *e)
{
	struct json *questions = json_obj(c->arena);
	const struct req_query q = {.ref = c->words.v[0],
	    .questions = questions,
	    .to = c->given[QUERY_TO].text,
	    .step = c->given[QUERY_STEP].text,
	    .reason = c->given[QUERY_REASON].text};

	return cli_pairs(c, 1, "question=what you ask", questions, e) &&
	       cli_do(c, MSG_query, &q, e);
}

bool verb_query_answer(struct cli *c, struct err *e)
{
	struct req_query_answer q = {.text = cli_words(c, 1)};

	return cli_number(c, 0, "a query", &q.query, e) && cli_do(c, MSG_query_answer, &q, e);
}

bool verb_query_close(struct cli *c, struct err *e)
{
	struct req_query_close q = {.text = cli_words(c, 1)};

	return cli_number(c, 0, "a query", &q.query, e) && cli_do(c, MSG_query_close, &q, e);
}

static void put_query(struct table *t, const struct part_query *w)
{
	table_number(t, w->query);
	table_cell(t, w->record);
	table_cell(t, w->mine ? STR("for you") : w->status);
	table_cell(t, w->age_text);
	table_cell(t, w->by);
	table_cell(t, w->to);
	table_cell(t, w->label.n ? w->label : w->question);
	table_cell(t, w->text);
	table_cell(t, w->outcome.n ? w->outcome : w->answer);
}

bool verb_query_list(struct cli *c, struct err *e)
{
	struct req_queries q = {.all = c->given[QUERIES_ALL].given,
	    .mine = c->given[QUERIES_MINE].given,
	    .ref = c->words.n ? c->words.v[0] : STR(""),
	    .limit = 100};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_queries r;

	table_head(&t, "Query", true);
	table_head(&t, "Case", false);
	table_head(&t, "Status", false);
	table_head(&t, "Open for", false);
	table_head(&t, "By", false);
	table_head(&t, "To", false);
	table_head(&t, "Question", false);
	table_head(&t, "Asked", false);
	table_head(&t, "Answer", false);
	do {
		if (!cli_ask_list(c, MSG_queries, &q, &r, "rows", e))
			return false;
		for (size_t i = 0; i < r.rows.n; i++)
			put_query(&t, &r.rows.v[i]);
		q.after = r.next;
	} while (r.next);
	table_flush(&t, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}
