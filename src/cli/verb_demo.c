/* SPDX-License-Identifier: MIT */
/* A training review in a folder of its own, and the workstation on it. */
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "cli/bar.h"
#include "cli/cli.h"
#include "lookback/demo/demo.h"
#include "lookback/tui/tui.h"
#include "lookback/wire/refusals.h"

static const char first_user[] = "r01";

static void show_bar(void *ctx, const char *what, int64_t done, int64_t total)
{
	bar_show(ctx, str_of(what), done, total);
}

static bool read_stage(const struct option_value *v, enum demo_stage *stage, struct err *e)
{
	static const char *const words[] = {[DEMO_FRESH] = "fresh",
	    [DEMO_MIDWAY] = "midway",
	    [DEMO_COMPLETE] = "complete",
	    [DEMO_QUALITY] = "quality"};

	*stage = DEMO_FRESH;
	for (int i = 0; v->given && i < 4; i++)
		if (str_is(v->text, words[i])) {
			*stage = (enum demo_stage)i;
			return true;
		}
	return !v->given || err_set(e, ERR_USAGE,
				"--stage is fresh, midway, complete or quality, not \"%.*s\"",
				STR_ARG(v->text));
}

/* Each figure with the expression that anybody can count it by. */
static void put_figures(struct buf *b, const struct demo_made *m)
{
	for (int i = 0; i < DEMO_FIGURES; i++)
		buf_printf(b, "  %6" PRId64 "  %-30s  lookback count '%s'\n", m->figures[i].n,
		    m->figures[i].what, m->figures[i].expr);
	buf_printf(b, "  your own account reads cases and the log here, for all of it is made "
		      "up; zz1 administers\n");
}

static bool print_made(struct cli *c, const struct demo_made *m, struct err *e)
{
	struct buf b = buf_in(c->arena);

	buf_printf(&b,
	    "%s: %" PRId64 " applications of made-up people; nothing in it is real\n", m->db,
	    m->applications);
	buf_printf(&b, "  %s: %" PRId64 " added\n", m->extract[0], m->added[0]);
	buf_printf(&b,
	    "  %s: %" PRId64 " added, %" PRId64 " held already, %" PRId64 " changed\n",
	    m->extract[1], m->added[1], m->same, m->changed);
	buf_printf(&b,
	    "  accounts r01 to r45 triage and review, s1 to s6 sign off, sio1 leads, "
	    "v1 audits\n");
	if (m->triaged)
		buf_printf(&b,
		    "  %" PRId64 " triaged, %" PRId64 " reviewed, %" PRId64
		    " signed off, %" PRId64 " held half done\n",
		    m->triaged, m->reviewed, m->signed_off, m->held);
	if (m->figures[0].what)
		put_figures(&b, m);
	if (m->pass)
		buf_printf(&b, "  quality pass q1: %s\n", m->pass);
	buf_printf(&b, "open it with: lookback --db %s --as %s\n", m->db, first_user);
	return c->json || cli_put_safe(c, buf_str(&b), e);
}

static void open_on(struct cli *c, const char *db)
{
	struct client_options client = cli_client(c, "tui");
	struct tui_options t = c->screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		cli_say(c, "this is no terminal; open it with: lookback --db %s --as %s", db,
		    first_user);
		return;
	}
	t.client = &client;
	client.db = db;
	client.as = c->as ? c->as : first_user;
	c->code = tui_run(&t); /* it has said itself what was wrong */
}

bool verb_demo(struct cli *c, struct err *e)
{
	const struct option_value *g = c->given;
	struct bar bar = bar_open();
	struct demo_made made = {0};
	struct demo_options o = {
	    .dir = c->words.n ? c->words.v[0].p : "lookback-demo",
	    .applications = g[DEMO_APPLICATIONS].given ? g[DEMO_APPLICATIONS].num : DEMO_FULL,
	    .seed = (uint64_t)(g[DEMO_SEED].given ? g[DEMO_SEED].num : 1),
	    .owner = c->host->account(c->arena),
	    .create = c->host->create,
	    .start = c->host->start,
	    .progress = show_bar,
	    .progress_ctx = &bar,
	};
	const char *db = arena_printf(c->arena, "%s/review.db", o.dir).p;
	bool ok;

	if (!read_stage(&g[DEMO_STAGE], &o.stage, e))
		return false;
	ok = true;
	if (c->read_only && (!g[DEMO_OPEN].given || access(db, F_OK) != 0))
		return err_set(e, ERR_REFUSED, REFUSED_DEMO_READ_ONLY);
	if (!g[DEMO_OPEN].given || access(db, F_OK) != 0) {
		ok = demo_make(c->arena, &o, &made, e);
		bar_close(&bar);
		ok = ok && print_made(c, &made, e);
	}
	if (ok && g[DEMO_OPEN].given)
		open_on(c, db);
	return ok;
}
