/* SPDX-License-Identifier: MIT */
#include "support/host.h"

#include <unistd.h>

#include "lookback/review/review.h"
#include "lookback/serve/serve.h"

static bool serve_here(const char *db, struct err *e)
{
	return serve_run(&(struct serve_options){.db = db}, e);
}

static bool create(
    const char *db, const struct source *pack, struct str owner, bool training, struct err *e)
{
	return review_create(db,
	    &(struct new_review){.pack = pack, .owner = owner, .training = training}, now_ms(),
	    e);
}

static struct str account(struct arena *a)
{
	return serve_account(a, (unsigned)geteuid());
}

const struct host test_host = {
    .start = serve_start, .serve = serve_here, .create = create, .account = account};
