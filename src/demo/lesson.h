/* SPDX-License-Identifier: MIT */
/* What the files of the tutorial share: its state, its making, and acts of other people. */
#ifndef LOOKBACK_DEMO_LESSON_H
#define LOOKBACK_DEMO_LESSON_H

#include "lookback/demo/tutorial.h"

struct tutorial {
	struct arena life, said; /* said: until it is asked again */
	struct tutorial_options o;
	const struct pack *pack;
	const struct lesson *lesson;
	const char *dir, *db, *place; /* place: the file that keeps it */
	struct client *watcher;       /* opened by the first question */
	size_t at;                    /* step; as many as there are: over */
	size_t begun;                 /* steps before which others have done their part */
	int64_t since;      /* number of the event at which it began; -1: it has not */
	bool astray;        /* something else was done: what is missing is said */
	bool hinted;        /* how the step is done was asked */
	bool leafed;        /* one went back to it, to read it again */
	struct str trouble; /* what somebody else could not do */
};

/* Database and people. */
MUST_USE bool lesson_make(struct tutorial *t, struct err *e);
/* What other people do before a step. What was done before stays as it is; what cannot be done
 * is said in the trouble. False only when the service cannot be reached. */
MUST_USE bool lesson_acts(struct tutorial *t, const struct lesson_step *s, struct err *e);
/* Was the step done? */
MUST_USE bool lesson_done(
    struct tutorial *t, const struct lesson_step *s, bool *done, struct err *e);
/* Words of the pack with the keys of its steps: {step NAME}. */
struct str lesson_words(struct arena *a, const struct pack *p, struct str text);

#endif
