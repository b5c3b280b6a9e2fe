/* SPDX-License-Identifier: MIT */
/* Figures of agreement with an interval by their standard error. */
#ifndef LOOKBACK_SRC_STATS_INTERVAL_H
#define LOOKBACK_SRC_STATS_INTERVAL_H

#include "lookback/stats/figure.h"

/* value +- z * error, cut at -1 and 1. An error of (rounded) zero is what a large-sample
 * formula says when it knows nothing, not certainty: no interval then. */
struct figure interval_normal(int64_t n, double value, double error, double confidence);

#endif
