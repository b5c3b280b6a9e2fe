/* SPDX-License-Identifier: MIT */
/* A form of a record: what is asked, what was answered; to the third reader also what the
 * two others gave. */
#include <inttypes.h>

#include "cli/cli.h"
#include "cli/table.h"

enum { WIDTH = 78, INDENT = 4, DEEPER = 6 };

static void say(struct cli *c, struct buf *b, int indent, const char *what, struct str text)
{
	if (text.n)
		wrap(b, arena_printf(c->arena, "%s%.*s", what, STR_ARG(text)), indent, WIDTH);
}

static void put_question(struct cli *c, struct buf *b, const struct part_question *q)
{
	char sign = q->agreed ? '=' : q->missing.n ? '*' : ' ';

	buf_printf(b, "%c %s  %s\n", sign, cli_safe(c, q->name), cli_safe(c, q->label));
	say(c, b, INDENT, "", q->text.n ? q->text : q->value);
	say(c, b, INDENT, "because ", q->reason);
	for (size_t i = 0; i < q->blind.n; i++)
		say(c, b, DEEPER,
		    arena_printf(c->arena, "%s answered: ", cli_safe(c, q->blind.v[i].code)).p,
		    q->blind.v[i].label);
	if (!q->missing.n)
		return;
	say(c, b, INDENT, "", q->missing);
	for (size_t i = 0; i < q->choices.n; i++)
		say(c, b, DEEPER,
		    arena_printf(c->arena, "%s: ", cli_safe(c, q->choices.v[i].code)).p,
		    q->choices.v[i].label);
}

bool verb_form(struct cli *c, struct err *e)
{
	const struct req_form q = {.ref = c->words.v[0], .form = c->words.v[1]};
	struct rep_form r;
	struct buf b = buf_in(c->arena);

	if (!cli_ask(c, MSG_form, &q, &r, e))
		return false;
	if (c->json)
		return true;
	buf_printf(&b, "%s  %s  %" PRId64 " of %" PRId64 " answered\n", cli_safe(c, r.ref),
	    cli_safe(c, r.title.n ? r.title : r.form), r.answered, r.shown);
	say(c, &b, 0, "", r.intro);
	for (size_t i = 0; i < r.questions.n; i++)
		if (r.questions.v[i].shown)
			put_question(c, &b, &r.questions.v[i]);
	say(c, &b, 0, "not to be filled in: ", r.why_not);
	return cli_put(c, buf_str(&b), e);
}
