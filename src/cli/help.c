/* SPDX-License-Identifier: MIT */
/* Pages that come of the table of verbs. The first fits a terminal of 80 by 24. */
#include <string.h>

#include "cli/cli.h"

void cli_help(struct buf *b)
{
	size_t half = (cli_nverbs + 1) / 2;

	buf_puts(b,
	    "lookback: review past cases one by one, and prove every figure\n"
	    "usage: lookback [--db FILE] [--as USER] [--json] [VERB ...]\n"
	    "No verb: the workstation (--linear, --ascii, --calm, --mono, --keys FILE).\n"
	    "\n");
	for (size_t i = 0; i < half; i++) {
		const struct verb *left = &cli_verbs[i];
		buf_printf(b, "%-12s %-26s", left->name, left->brief);
		if (i + half < cli_nverbs)
			buf_printf(b, " %-12s %s", cli_verbs[i + half].name,
			    cli_verbs[i + half].brief);
		buf_char(b, '\n');
	}
	buf_puts(b, "'lookback help VERB' says more. Exit codes: 0 done, 1 the answer is no,\n"
		    "2 usage, 3 refused, 4 not found, 5 someone was first, 6 faulty input,\n"
		    "7 the database is damaged or out of reach.\n");
}

void verb_help(struct buf *b, const struct verb *v)
{
	buf_printf(b, "usage: lookback %s%s%s%s\n%s\n", v->name, v->n ? " [OPTION...]" : "",
	    v->args[0] ? " " : "", v->args, v->sentence);
	if (v->n) {
		buf_char(b, '\n');
		options_help(b, v->options, v->n);
	}
	buf_puts(b, "\nWith every verb:\n");
	options_help(b, cli_common, OPTS_COMMON);
}

bool verb_help_page(struct cli *c, struct err *e)
{
	struct buf b = buf_in(c->arena);
	const struct verb *v;
	char *argv[2];
	int used;

	if (!c->words.n) {
		cli_help(&b);
		return cli_put(c, buf_str(&b), e);
	}
	argv[0] = (char *)arena_str(c->arena, c->words.v[0]).p;
	argv[1] = c->words.n > 1 ? (char *)arena_str(c->arena, c->words.v[1]).p : NULL;
	if (!verb_find(c->arena, (int)c->words.n, argv, &v, &used, e))
		return false;
	verb_help(&b, v);
	return cli_put(c, buf_str(&b), e);
}

/* The options of a verb, once its name stands there. */
static void completion_options(struct buf *b, const struct verb *v)
{
	buf_printf(b, "\t\"%s\"*) words=\"", v->name);
	for (size_t i = 0; i < v->n; i++)
		buf_printf(b, "--%s ", v->options[i].name);
	for (size_t i = 0; i < OPTS_COMMON; i++)
		buf_printf(b, "--%s ", cli_common[i].name);
	buf_puts(b, "\" ;;\n");
}

/* First words, or what follows one. */
static void completion_word(struct buf *b, const struct verb *v)
{
	const char *second = strchr(v->name, ' ');

	if (second)
		buf_printf(b, "\t\"%.*s \"*) words+=\"%s\" ;;&\n", (int)(second - v->name),
		    v->name, second);
}

void cli_completion(struct buf *b)
{
	buf_puts(b, "# bash completion for lookback, made from its table of verbs\n"
		    "_lookback() {\n"
		    "\tlocal cur=${COMP_WORDS[COMP_CWORD]} words=\n"
		    "\tcase \"${COMP_WORDS[1]} ${COMP_WORDS[2]} \" in\n");
	for (size_t i = 0; i < cli_nverbs; i++)
		completion_options(b, &cli_verbs[i]);
	buf_puts(b, "\tesac\n"
		    "\tif [ \"$COMP_CWORD\" -eq 2 ]; then case \"${COMP_WORDS[1]} \" in\n");
	for (size_t i = 0; i < cli_nverbs; i++)
		completion_word(b, &cli_verbs[i]);
	buf_puts(b, "\tesac; fi\n"
		    "\t[ \"$COMP_CWORD\" -ne 1 ] || words=\"");
	for (size_t i = 0; i < cli_nverbs; i++)
		buf_printf(b, "%s ", cli_verbs[i].name);
	buf_puts(b, "\"\n"
		    "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
		    "\t[ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- \"$cur\"))\n"
		    "}\n"
		    "complete -F _lookback lookback\n");
}

bool verb_completion(struct cli *c, struct err *e)
{
	struct buf b = buf_in(c->arena);

	cli_completion(&b);
	return cli_put(c, buf_str(&b), e);
}
