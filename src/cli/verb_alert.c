/* SPDX-License-Identifier: MIT */
/* What must be acknowledged, and the overrides, which stand in a list of their own. */
#include <inttypes.h>

#include "cli/cli.h"
#include "cli/table.h"

static void put_alert(struct cli *c, const struct part_alert *a, struct table *t)
{
	table_number(t, a->alert);
	table_cell(t, a->record);
	table_cell(t, a->acked_by.n ? STR("") : a->late ? STR("late") : STR("open"));
	table_cell(t, a->due_text);
	table_cell(t, a->acked_by);
	table_cell(t, a->text);
	(void)c;
}

bool verb_alert_list(struct cli *c, struct err *e)
{
	struct req_alerts q = {.all = c->given[ALERTS_ALL].given,
	    .ref = c->words.n ? c->words.v[0] : STR(""),
	    .limit = 100};
	struct table t = {.arena = c->arena};
	struct rep_alerts r;
	struct buf b = buf_in(c->arena);

	table_head(&t, "Alert", true);
	table_head(&t, "Record", false);
	table_head(&t, "", false);
	table_head(&t, "Until", false);
	table_head(&t, "Taken by", false);
	table_head(&t, "What", false);
	do {
		if (!cli_ask_list(c, MSG_alerts, &q, &r, "rows", e))
			return false;
		for (size_t i = 0; !c->json && i < r.rows.n; i++)
			put_alert(c, &r.rows.v[i], &t);
		q.after = r.next;
	} while (!c->json && r.next);
	if (!c->json)
		table_flush(&t, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}

bool verb_alert_take(struct cli *c, struct err *e)
{
	struct req_acknowledge q = {.text = cli_words(c, 1)};

	return cli_number(c, 0, "an alert", &q.alert, e) && cli_do(c, MSG_acknowledge, &q, e);
}

bool verb_override_ask(struct cli *c, struct err *e)
{
	const struct req_override q = {
	    .ref = c->words.v[0], .step = c->words.v[1], .reason = c->given[REASON].text};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "an override needs a --reason");
	return cli_do(c, MSG_override, &q, e);
}

bool verb_override_judge(struct cli *c, struct err *e)
{
	struct req_override_judge q = {.reason = c->given[REASON].text};
	struct str word = c->words.v[1];

	q.agree = str_is(word, "agree");
	if (!q.agree && !str_is(word, "refuse"))
		return err_set(
		    e, ERR_USAGE, "the word is agree or refuse, not '%.*s'", STR_ARG(word));
	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "a word on an override needs a --reason");
	return cli_number(c, 0, "an override", &q.override, e) &&
	       cli_do(c, MSG_override_judge, &q, e);
}

bool verb_override_list(struct cli *c, struct err *e)
{
	struct req_overrides q = {.limit = 100};
	struct table t = {.arena = c->arena};
	struct rep_overrides r;
	struct buf b = buf_in(c->arena);

	table_head(&t, "Override", true);
	table_head(&t, "Record", false);
	table_head(&t, "Step", false);
	table_head(&t, "First", false);
	table_head(&t, "Second", false);
	table_head(&t, "Verdict", false);
	table_head(&t, "Why", false);
	do {
		if (!cli_ask_list(c, MSG_overrides, &q, &r, "rows", e))
			return false;
		for (size_t i = 0; !c->json && i < r.rows.n; i++) {
			const struct part_override *o = &r.rows.v[i];
			table_number(&t, o->override);
			table_cell(&t, o->record);
			table_cell(&t, o->label.n ? o->label : o->step);
			table_cell(&t, o->first);
			table_cell(&t, o->second);
			table_cell(&t, o->verdict.n ? o->verdict : STR("waits"));
			table_cell(&t, o->reason);
		}
		q.after = r.next;
	} while (!c->json && r.next);
	if (!c->json)
		table_flush(&t, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}
