/* SPDX-License-Identifier: MIT */
/*
 * The funnel lying on its side, a line of text a unit, the largest first, so that the limits
 * open downwards: [ ] the limits of 99.8 %, ( ) those of 95 %, | the rate of all, o the unit,
 * X a unit outside the outer limits. The same line on a screen and at the command line.
 */
#ifndef LOOKBACK_CLIENT_FUNNEL_H
#define LOOKBACK_CLIENT_FUNNEL_H

#include "lookback/wire/messages.h"

struct funnel_scale {
	int width;   /* columns, at least 1 */
	int64_t top; /* at the right edge, in hundredths of a per cent: 1..10000 */
};
/* The scale ends where the limits of the three largest units do, or at the highest rate. */
struct funnel_scale funnel_scale(const struct rep_funnel *r, int width);
/* "0.87 %", or that there is none. */
struct str funnel_rate(struct arena *a, const struct rep_funnel *r);
bool funnel_outside(const struct part_unit *u); /* of 99.8 % */
/* `rate` is that of all, as the reply says it. */
struct str funnel_line(
    struct arena *a, const struct funnel_scale *s, const struct part_unit *u, struct str rate);

#endif
