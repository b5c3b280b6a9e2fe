/* SPDX-License-Identifier: MIT */
/*
 * The rules of the small review told a second time, from the log alone: every event is read
 * in its order, and whatever a rule forbids ends the test.
 */
#ifndef TESTS_REVIEW_ENGINE_MODEL_H
#define TESTS_REVIEW_ENGINE_MODEL_H

#include "review/engine.h"

struct model_counts {
	size_t moves, autos, locks, overrides, children, readings;
};
struct model_counts engine_model(struct bench *b);

#endif
