/* SPDX-License-Identifier: MIT */
/* Answers and decisions. */
#include <fcntl.h>
#include <string.h>

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

/* question=answer, each a word of the command line; the last one given counts. */
static bool add_words(struct cli *c, struct json *answers, struct err *e)
{
	for (size_t i = 2; i < c->words.n; i++) {
		struct str w = c->words.v[i], name = w;
		const char *eq = memchr(w.p, '=', w.n);
		if (!eq || eq == w.p)
			return err_set(e, ERR_USAGE,
			    "'%.*s' is not of the form question=answer", STR_ARG(w));
		name.n = (size_t)(eq - w.p);
		json_put_str(c->arena, answers, name,
		    json_str(c->arena, (struct str){eq + 1, w.n - name.n - 1}));
	}
	return true;
}

bool verb_decide(struct cli *c, struct err *e)
{
	struct req_decide q = {.ref = c->words.v[0],
	    .step = c->words.v[1],
	    .reason = c->given[DECIDE_REASON].text};
	struct json *answers;
	struct rep_moved r;

	if (!read_answers(c, &answers, e) || !add_words(c, answers, e))
		return false;
	if (answers->n)
		q.answers = answers;
	if (!cli_ask(c, MSG_decide, &q, &r, e))
		return false;
	if (!c->json)
		cli_say(c, "%.*s", STR_ARG(r.text.n ? r.text : r.to));
	return true;
}
