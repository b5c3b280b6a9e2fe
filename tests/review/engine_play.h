/* SPDX-License-Identifier: MIT */
/* Anybody doing anything on the small review, legal or not. */
#ifndef TESTS_REVIEW_ENGINE_PLAY_H
#define TESTS_REVIEW_ENGINE_PLAY_H

#include "review/engine.h"

struct engine_play {
	struct bench *b;
	struct dice d;
	const char *who;
	struct str ref;
	int cases, worked;
};
extern const char *const engine_people[];
extern const size_t engine_npeople;

/* One request, or a few that belong together. What is shown to a reader is checked. */
void engine_play_one(struct engine_play *p);
/* All records there are, as the engine sees them. */
struct records engine_all(struct bench *b);

#endif
