/* SPDX-License-Identifier: MIT */
/*
 * The training review: two extracts of made-up applications in a folder, imported as any
 * extract is, accounts for a whole team and, when asked for, weeks of their work. It goes
 * through the service like every front end. Nothing that exists is overwritten; the same
 * seed makes the same extracts, to the byte.
 */
#ifndef LOOKBACK_DEMO_DEMO_H
#define LOOKBACK_DEMO_DEMO_H

#include "lookback/client/client.h"
#include "lookback/conf/pack.h"

enum { DEMO_FULL = 3778, DEMO_REVIEWERS = 45, DEMO_FIGURES = 16, DEMO_LEAST = 300 };
enum demo_stage {
	DEMO_FRESH,    /* nothing is done */
	DEMO_MIDWAY,   /* 45 people worked on it for weeks */
	DEMO_COMPLETE, /* the whole review is over, and its figures stand */
	DEMO_QUALITY,  /* and a quality pass over what was closed at triage has been read */
};

struct demo_options {
	const char *dir; /* made with mode 0700 when it is not there */
	int64_t applications;
	uint64_t seed;
	enum demo_stage stage;
	struct str owner; /* the account the service will know this process by */
	bool (*create)(const char *db, const struct source *pack, struct str owner,
	    bool training, struct err *e);
	client_start_fn start;
	void (*progress)(void *ctx, const char *what, int64_t done, int64_t total);
	void *progress_ctx;
};
struct demo_figure { /* of a whole review, as counted */
	const char *what, *expr;
	int64_t n;
};
struct demo_made {
	const char *db, *extract[2];
	int64_t applications, added[2], same, changed;
	int64_t triaged, reviewed, signed_off, held; /* midway */
	struct demo_figure figures[DEMO_FIGURES];    /* complete */
	const char *pass;                            /* what the quality pass says */
};
MUST_USE bool demo_make(
    struct arena *a, const struct demo_options *o, struct demo_made *out, struct err *e);

#endif
