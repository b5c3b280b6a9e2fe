/* SPDX-License-Identifier: MIT */
/* From the arguments to one verb, or to the workstation; from its error to the exit code. */
#include "lookback/cli/cli.h"

#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/cli.h"
#include "cli/man.h"
#include "lookback/base/io.h"
#include "lookback/tui/tui.h"

enum { OPT_KEYS = OPTS_COMMON, OPT_THEME, OPT_ASCII, OPT_CALM, OPT_MONO, OPT_LINEAR, OPTS_ALL };

/* Before the verb also those of the workstation may stand. */
const struct option cli_screen_options[] = {
    {"keys", OPTION_TEXT, "FILE", 0, 0, "settings and keys of your own, YAML"},
    {"theme", OPTION_TEXT, "THEME", 0, 0, "colours: dark, light, safe or mono"},
    {"ascii", OPTION_FLAG, NULL, 0, 0, "no other characters on the screen"},
    {"calm", OPTION_FLAG, NULL, 0, 0, "for a slow line"},
    {"mono", OPTION_FLAG, NULL, 0, 0, "no colours"},
    {"linear", OPTION_FLAG, NULL, 0, 0, "lines instead of a screen"},
};
const size_t cli_nscreen_options = sizeof(cli_screen_options) / sizeof(cli_screen_options[0]);

static const struct option *joined(struct arena *a, const struct option *own, size_t n)
{
	struct option *rows = arena_new(a, struct option, OPTS_COMMON + n);

	memcpy(rows, cli_common, sizeof(cli_common));
	if (n)
		memcpy(rows + OPTS_COMMON, own, n * sizeof(*own));
	return rows;
}

static const char *text_or_null(const struct option_value *v)
{
	return v->given ? v->text.p : NULL;
}

/* What stands behind the verb counts more than what stands before it. */
static void take_common(struct cli *c, const struct options *o)
{
	if (o->v[OPT_DB].given)
		c->db = text_or_null(&o->v[OPT_DB]);
	if (o->v[OPT_AS].given)
		c->as = text_or_null(&o->v[OPT_AS]);
	c->json = c->json || o->v[OPT_JSON].given;
	c->read_only = c->read_only || o->v[OPT_READ_ONLY].given;
}

static const char *default_db(void)
{
	const char *name = getenv("LOOKBACK_DB");

	return name && name[0] ? name : "review.db";
}

static void take_screen(struct cli *c, const struct options *o)
{
	c->screen = (struct tui_options){.keys = text_or_null(&o->v[OPT_KEYS]),
	    .theme = text_or_null(&o->v[OPT_THEME]),
	    .ascii = o->v[OPT_ASCII].given,
	    .calm = o->v[OPT_CALM].given,
	    .mono = o->v[OPT_MONO].given,
	    .linear = o->v[OPT_LINEAR].given,
	    .read_only = c->read_only};
}

static int open_workstation(struct cli *c, struct err *e)
{
	struct client_options client = cli_client(c, "tui");
	struct tui_options t = c->screen;
	struct stat st;

	t.client = &client;
	/* one sentence instead of a screen that could not be filled */
	if (stat(c->db, &st) == 0 || errno != ENOENT)
		return tui_run(&t);
	err_set(e, ERR_IO,
	    "there is no database %s; name one with --db FILE or LOOKBACK_DB, make one with "
	    "'lookback init', or a training review with 'lookback demo'",
	    c->db);
	return -1;
}

static bool run_verb(
    struct cli *c, const struct verb *v, int argc, char *const *argv, struct err *e)
{
	struct buf help = buf_in(c->arena);
	struct options o;

	if (!options_read(c->arena, joined(c->arena, v->options, v->n), OPTS_COMMON + v->n,
		argc, argv, false, &o, e))
		return false;
	take_common(c, &o);
	c->given = o.v + OPTS_COMMON;
	c->words = o.words;
	if (o.v[OPT_HELP].given) {
		verb_help(&help, v);
		return cli_put(c, buf_str(&help), e);
	}
	if (o.words.n < v->least || o.words.n > v->most)
		return err_set(e, ERR_USAGE, "usage: lookback %s%s%s", v->name,
		    v->args[0] ? " " : "", v->args);
	return v->run(c, e);
}

/* -1: an error is set; else the exit code. */
static int run(struct cli *c, int argc, char *const *argv, struct err *e)
{
	const struct option *rows = joined(c->arena, cli_screen_options, cli_nscreen_options);
	const struct verb *v = NULL;
	struct buf help = buf_in(c->arena);
	struct options o;
	int used;

	if (!options_read(c->arena, rows, OPTS_ALL, argc, argv, true, &o, e))
		return -1;
	take_common(c, &o);
	take_screen(c, &o);
	if (o.v[OPT_HELP].given) {
		cli_help(&help);
		return cli_put(c, buf_str(&help), e) ? 0 : -1;
	}
	if (o.used == argc)
		return open_workstation(c, e);
	if (!verb_find(c->arena, argc - o.used, argv + o.used, &v, &used, e))
		return -1;
	used += o.used;
	return run_verb(c, v, argc - used, argv + used, e) ? c->code : -1;
}

int cli_main(int argc, char **argv, const struct host *host)
{
	struct arena arena = {0};
	struct cli c = {.arena = &arena, .host = host, .db = default_db()};
	struct err e = {0};
	int code;

	setlocale(LC_CTYPE, "");
	code = run(&c, argc > 0 ? argc - 1 : 0, argv + 1, &e);
	if (code < 0) {
		/* every reason on a line of its own; a verb that has said it all leaves none */
		if (e.text[0])
			cli_say(&c, "lookback: %s", e.text);
		code = err_exit(e.kind);
	}
	client_close(c.client);
	arena_clear(&arena);
	return code;
}
