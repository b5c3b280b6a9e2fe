/* SPDX-License-Identifier: MIT */
/* Pages that come of the table of verbs. The first fits a terminal of 80 by 24. */
#include <string.h>

#include "cli/cli.h"
#include "cli/man.h"

/* Verbs of two words stand together under the first. */
static bool is_later(size_t at)
{
	const char *space = strchr(cli_verbs[at].name, ' ');
	size_t n = space ? (size_t)(space - cli_verbs[at].name) + 1 : 0;

	for (size_t i = 0; i < at && n; i++)
		if (strncmp(cli_verbs[i].name, cli_verbs[at].name, n) == 0)
			return true;
	return false;
}

/* The first page has room for so many sentences: these verbs of one word stand without. */
static const char *const brief[] = {"serve", "rank", "head", "explain", "completion",
    "agreement", "reviewers", "funnel", "audit", "calibration", "resume", "final"};

static bool is_brief(const char *name)
{
	for (size_t i = 0; i < sizeof(brief) / sizeof(brief[0]); i++)
		if (strcmp(brief[i], name) == 0)
			return true;
	return strchr(name, ' ') != NULL;
}

/* "user add|list|role", or "funnel". */
static struct str listed(struct arena *a, size_t at)
{
	struct str rest = str_of(cli_verbs[at].name), first = {0};
	struct buf b = buf_in(a);
	size_t words = 0;

	(void)str_cut(&rest, ' ', &first);
	buf_put(&b, first);
	for (size_t i = at; rest.n && i < cli_nverbs; i++) {
		struct str second = str_of(cli_verbs[i].name), one = {0};
		(void)str_cut(&second, ' ', &one);
		if (second.n && str_eq(one, first))
			buf_printf(&b, "%s%.*s", words++ ? "|" : " ", STR_ARG(second));
	}
	return buf_str(&b);
}

/* The verb and what it does. */
static void entry(struct buf *b, size_t at, bool pad)
{
	size_t from = b->n;

	buf_printf(b, "%-10s %s", cli_verbs[at].name, cli_verbs[at].brief);
	while (pad && b->n - from < 39)
		buf_char(b, ' ');
	buf_char(b, pad ? ' ' : '\n');
}

enum { HELP_COLUMNS = 79 };

static void put_listed(struct buf *b, struct str s, size_t *line)
{
	const char *before = *line ? ", " : "";

	if (*line + s.n + 2 > HELP_COLUMNS) {
		before = ",\n";
		*line = 0;
	}
	buf_printf(b, "%s%.*s", before, STR_ARG(s));
	*line += s.n + (*line ? 2 : 0);
}

/* All others, with commas, in lines: those of two words, then those of one. */
static void others(struct buf *b)
{
	size_t line = 0;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < cli_nverbs; i++)
			if (!is_later(i) && is_brief(cli_verbs[i].name) &&
			    (strchr(cli_verbs[i].name, ' ') == NULL) == (pass == 1))
				put_listed(b, listed(b->arena, i), &line);
	buf_char(b, '\n');
}

void cli_help(struct buf *b)
{
	size_t all[128], n = 0, half;

	for (size_t i = 0; i < cli_nverbs && n < 128; i++)
		if (!is_brief(cli_verbs[i].name))
			all[n++] = i;
	half = (n + 1) / 2;
	buf_puts(b,
	    "usage: lookback [--db FILE] [--as USER] [--json] [--read-only] [VERB ...]\n"
	    "No verb: the workstation (--linear, --ascii, --calm, --mono, --keys FILE).\n");
	for (size_t i = 0; i < half; i++) {
		entry(b, all[i], i + half < n);
		if (i + half < n)
			entry(b, all[i + half], false);
	}
	others(b);
	buf_puts(b,
	    "'lookback help VERB' says more, 'lookback help keys' the keys. Exit: 0 done,\n"
	    "1 no, 2 usage, 3 refused, 4 not found, 5 conflict, 6 faulty input, 7 damage.\n");
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

/* "help keys": one's own keys, as a list or as a card to print. */
static bool help_keys(struct cli *c, struct buf *b, struct err *e)
{
	struct keymap m;
	struct help h;

	if (c->given[HELP_MAN].given) {
		man_keys(c->arena, b);
		return true;
	}
	if (!tui_keys(c->arena, &c->screen, &m, e))
		return false;
	if (c->given[HELP_CARD].given) {
		keymap_card(c->arena, &m, b);
		return true;
	}
	keymap_reference(c->arena, &m, &h);
	for (size_t i = 0; i < h.n; i++) {
		const struct help_row *r = &h.v[i];
		if (r->section.n)
			buf_printf(b, "%s%.*s (%s)\n", i ? "\n" : "", STR_ARG(r->section),
			    context_row(r->where)->name);
		buf_printf(
		    b, "  %-20.*s %-22.*s %s\n", STR_ARG(r->keys), STR_ARG(r->usage), r->says);
	}
	return true;
}

static bool help_verb(struct cli *c, struct buf *b, struct err *e)
{
	const struct verb *v;
	char *argv[2];
	int used;

	argv[0] = (char *)arena_str(c->arena, c->words.v[0]).p;
	argv[1] = c->words.n > 1 ? (char *)arena_str(c->arena, c->words.v[1]).p : NULL;
	if (!verb_find(c->arena, (int)c->words.n, argv, &v, &used, e))
		return false;
	verb_help(b, v);
	return true;
}

bool verb_help_page(struct cli *c, struct err *e)
{
	const struct option_value *shell = &c->given[HELP_COMPLETION];
	bool keys = c->words.n == 1 && str_is(c->words.v[0], "keys");
	struct buf b = buf_in(c->arena);

	if (shell->given && !str_is(shell->text, "bash"))
		return err_set(e, ERR_USAGE, "completion is there for bash, not for \"%.*s\"",
		    STR_ARG(shell->text));
	if (c->given[HELP_CARD].given && !keys)
		return err_set(
		    e, ERR_USAGE, "the card is one of keys: lookback help keys --card");
	if (shell->given)
		cli_completion(&b);
	else if (keys && !help_keys(c, &b, e))
		return false;
	else if (!keys && c->given[HELP_MAN].given)
		man_lookback(&b);
	else if (!keys && !c->words.n)
		cli_help(&b);
	else if (!keys && !help_verb(c, &b, e))
		return false;
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
