/* SPDX-License-Identifier: MIT */
/* The tutorial: the workstation on a training database, with a lesson beside the work. */
#include <unistd.h>

#include "cli/cli.h"
#include "lookback/demo/tutorial.h"
#include "lookback/tui/tui.h"
#include "lookback/wire/refusals.h"

static const char usual_folder[] = "lookback-tutorial";

static void open_on(struct cli *c, struct tutorial *t)
{
	struct client_options client = cli_client(c, "tui");
	struct tui_options screen = c->screen;
	const struct coach coach = tutorial_coach(t);

	client.db = tutorial_db(t);
	client.as = tutorial_learner(t);
	screen.client = &client;
	screen.coach = &coach;
	c->code = tui_run(&screen); /* it has said itself what was wrong */
}

bool verb_tutorial(struct cli *c, struct err *e)
{
	const struct tutorial_options o = {
	    .dir = c->words.n ? c->words.v[0].p : usual_folder,
	    .owner = c->host->account(c->arena),
	    .create = c->host->create,
	    .start = c->host->start,
	};
	struct tutorial *t = NULL;

	if (c->read_only)
		return err_set(e, ERR_REFUSED, REFUSED_TUTORIAL_READ_ONLY);
	if (!c->screen.linear && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)))
		return err_set(e, ERR_USAGE,
		    "the tutorial needs a terminal; through pipes: lookback --linear tutorial");
	if (!tutorial_open(&o, &t, e))
		return false;
	open_on(c, t);
	tutorial_close(t);
	return true;
}
