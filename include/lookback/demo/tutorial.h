/* SPDX-License-Identifier: MIT */
/*
 * The lesson of a pack, on a training database of its own. What it says comes from the pack
 * (conf/lesson.h); whether a step was done is asked of the service; what other people do in
 * it is done here, over connections of their own. The place in it is kept in the folder.
 */
#ifndef LOOKBACK_DEMO_TUTORIAL_H
#define LOOKBACK_DEMO_TUTORIAL_H

#include "lookback/client/client.h"
#include "lookback/client/coach.h"
#include "lookback/conf/lesson.h"
#include "lookback/conf/pack.h"

struct tutorial_options {
	const char *dir;  /* made with mode 0700 when it is not there */
	struct str owner; /* the account the service will know this process by */
	bool (*create)(const char *db, const struct source *pack, struct str owner,
	    bool training, struct err *e);
	client_start_fn start;
};
struct tutorial;

/* Makes the folder, the database and its accounts, or finds them there. No connection is left
 * open: what follows may run in another process. */
MUST_USE bool tutorial_open(
    const struct tutorial_options *o, struct tutorial **out, struct err *e);
void tutorial_close(struct tutorial *t);
const char *tutorial_db(const struct tutorial *t);
const char *tutorial_learner(const struct tutorial *t);
const struct lesson *tutorial_lesson(const struct tutorial *t);
struct coach tutorial_coach(struct tutorial *t);

#endif
