/* SPDX-License-Identifier: MIT */
/*
 * A figure and what it stands on. Nothing is shown without its n, nothing without its
 * interval where one exists, and where nothing can be said the answer is "undefined":
 * neither 0 nor 1 nor a blank.
 */
#ifndef LOOKBACK_STATS_FIGURE_H
#define LOOKBACK_STATS_FIGURE_H

#include <stdbool.h>
#include <stdint.h>

struct figure {
	bool defined; /* false: nothing can be said, and all else but n is 0 */
	int64_t n;    /* of how many things it is said */
	double value;
	bool bounded; /* there is an interval; else low and high are 0 */
	double low, high;
};

#endif
