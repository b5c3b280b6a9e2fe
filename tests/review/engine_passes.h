/* SPDX-License-Identifier: MIT */
/* Quality passes among everything else that anybody does on the small review. */
#ifndef TESTS_REVIEW_ENGINE_PASSES_H
#define TESTS_REVIEW_ENGINE_PASSES_H

#include "review/engine_play.h"
#include "review/passes.h"

/* What a record was when it was drawn. */
struct before {
	struct str ref, row;
};
struct engine_passes {
	struct engine_play p;
	struct {
		struct before *v;
		size_t n, cap;
	} before;
	int drawn;
};
/* One act of the play, or one about a pass: fix and draw, end, known-answer cases. */
void engine_passes_one(struct engine_passes *x);
/* New readers come and read what is left; every pass ends. */
void engine_passes_finish(struct engine_passes *x);
/* Whatever was upheld is what it was; the figures of every pass are what the log tells.
 * Returns how many were upheld. */
size_t engine_passes_check(struct engine_passes *x);

#endif
