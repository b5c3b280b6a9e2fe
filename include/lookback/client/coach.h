/* SPDX-License-Identifier: MIT */
/*
 * A lesson beside the work, as a workstation sees it: what it says now, and how it is asked
 * to look again. Who made it knows the lesson; the workstation shows it in a place of its own
 * and gives {names of actions} in its words the keys that run them here.
 */
#ifndef LOOKBACK_CLIENT_COACH_H
#define LOOKBACK_CLIENT_COACH_H

#include "lookback/base/str.h"

enum coach_wish {
	COACH_LOOK,  /* something may have been done: is it what was asked for? */
	COACH_TELL,  /* the same, of something that is no way there: say what is missing */
	COACH_AGAIN, /* only what is said now */
	COACH_HINT,  /* how is this done? */
	COACH_SKIP,
	COACH_BACK,
};
struct coach_says { /* in the memory of the lesson, until it is asked again */
	int number, of;
	struct str part, say;
	struct str note; /* what is still missing, or a hint; may be empty */
	bool over;       /* nothing more is asked; say is the last word */
};
struct coach {
	void *ctx;
	bool (*ask)(void *ctx, enum coach_wish wish, struct coach_says *out, struct err *e);
};

#endif
