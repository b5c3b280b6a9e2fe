/* SPDX-License-Identifier: MIT */
/* Records that people open: under another, on their own, or with the safeguarding key. */
#include "cli/cli.h"

static bool moved(struct cli *c, enum msg msg, const void *q, struct err *e)
{
	struct rep_moved r;

	if (!cli_ask(c, msg, q, &r, e))
		return false;
	if (c->json)
		return true;
	cli_say(c, "%.*s", STR_ARG(r.text));
	return cli_put(c, arena_printf(c->arena, "%s\n", cli_safe(c, r.ref)), e);
}

bool verb_open(struct cli *c, struct err *e)
{
	struct req_add q = {.type = c->words.v[0],
	    .under = c->given[OPEN_UNDER].text,
	    .reason = c->given[OPEN_REASON].text};
	struct json *fields = json_obj(c->arena);

	if (!cli_pairs(c, 1, "field=value", fields, e))
		return false;
	if (fields->n)
		q.fields = fields;
	return moved(c, MSG_add, &q, e);
}

bool verb_safeguard(struct cli *c, struct err *e)
{
	const struct req_safeguard q = {.ref = c->words.v[0], .text = cli_words(c, 1)};

	return moved(c, MSG_safeguard, &q, e);
}

bool verb_conflict(struct cli *c, struct err *e)
{
	const struct req_conflict q = {.ref = c->words.v[0],
	    .user = c->words.n > 1 ? c->words.v[1] : STR(""),
	    .reason = c->given[CONFLICT_REASON].text,
	    .lift = c->given[CONFLICT_LIFT].given};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "a conflict of interest needs a --reason");
	return cli_do(c, MSG_conflict, &q, e);
}
