/* SPDX-License-Identifier: MIT */
/* The files of the small review. */
#ifndef TESTS_REVIEW_ENGINE_PACK_H
#define TESTS_REVIEW_ENGINE_PACK_H

#include "lookback/conf/pack.h"

void engine_files(struct arena *a, struct source *out);

#endif
