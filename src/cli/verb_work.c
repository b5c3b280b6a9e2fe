/* SPDX-License-Identifier: MIT */
/* Taking cases and giving them back. */
#include "cli/cli.h"
#include "cli/record.h"

static bool ask_record(struct cli *c, enum msg msg, const void *q, struct err *e)
{
	struct rep_record r;
	struct buf b = buf_in(c->arena);

	if (!cli_ask(c, msg, q, &r, e))
		return false;
	if (c->json)
		return true;
	record_print(c, &r, msg == MSG_show, &b);
	return cli_put(c, buf_str(&b), e);
}

bool verb_next(struct cli *c, struct err *e)
{
	const struct req_next q = {.expr = cli_words(c, 0)};

	return ask_record(c, MSG_next, &q, e);
}

bool verb_claim(struct cli *c, struct err *e)
{
	const struct req_claim q = {.ref = c->words.v[0], .reason = c->given[REASON].text};

	return ask_record(c, MSG_claim, &q, e);
}

bool verb_show(struct cli *c, struct err *e)
{
	const struct req_show q = {.ref = c->words.v[0], .reason = c->given[REASON].text};

	return ask_record(c, MSG_show, &q, e);
}

bool verb_release(struct cli *c, struct err *e)
{
	const struct req_release q = {.ref = c->words.v[0], .reason = c->given[REASON].text};

	return cli_do(c, MSG_release, &q, e);
}

bool verb_defer(struct cli *c, struct err *e)
{
	const struct req_defer q = {
	    .ref = c->words.v[0], .until = c->words.v[1], .reason = c->given[REASON].text};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "putting a case aside needs a --reason");
	return cli_do(c, MSG_defer, &q, e);
}

bool verb_note(struct cli *c, struct err *e)
{
	const struct req_note q = {.ref = c->words.v[0], .text = cli_words(c, 1)};

	return cli_do(c, MSG_note, &q, e);
}
