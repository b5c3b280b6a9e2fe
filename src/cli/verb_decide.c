/* SPDX-License-Identifier: MIT */
/* Answers and decisions. */
#include <fcntl.h>

#include "cli/cli.h"
#include "lookback/base/io.h"

enum { ANSWERS_MAX = 60000 };

bool verb_answer(struct cli *c, struct err *e)
{
	const struct req_answer q = {.ref = c->words.v[0],
	    .form = c->words.v[1],
	    .question = c->words.v[2],
	    .value = c->words.n > 3 ? c->words.v[3] : STR(""),
	    .reason = c->given[REASON].text};
	struct rep_form r;

	if (!cli_ask(c, MSG_answer, &q, &r, e))
		return false;
	if (!c->json)
		cli_say(c, "saved; %lld of %lld questions answered, %lld missing",
		    (long long)r.answered, (long long)r.shown, (long long)r.missing);
	return true;
}

static bool read_answers(struct cli *c, struct json **out, struct err *e)
{
	const struct option_value *file = &c->given[DECIDE_ANSWERS];
	struct str text;

	*out = json_obj(c->arena);
	if (!file->given)
		return true;
	if (!io_read(c->arena, file->text.p, ANSWERS_MAX, &text, e))
		return false;
	if (!json_parse(c->arena, text, out, e))
		return err_add(e, "%s: ", file->text.p);
	if ((*out)->kind != J_OBJ)
		return err_set(e, ERR_INPUT, "%s: expected an object {question: answer, ...}",
		    file->text.p);
	return true;
}

bool verb_decide(struct cli *c, struct err *e)
{
	struct req_decide q = {.ref = c->words.v[0],
	    .step = c->words.v[1],
	    .reason = c->given[DECIDE_REASON].text};
	struct json *answers;
	struct rep_moved r;

	if (!read_answers(c, &answers, e) || !cli_pairs(c, 2, "question=answer", answers, e))
		return false;
	if (answers->n)
		q.answers = answers;
	if (!cli_ask(c, MSG_decide, &q, &r, e))
		return false;
	if (!c->json)
		cli_say(c, "%.*s", STR_ARG(r.text.n ? r.text : r.to));
	return true;
}
