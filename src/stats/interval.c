/* SPDX-License-Identifier: MIT */
/* An interval by the normal distribution. */
#include "stats/interval.h"

#include <math.h>

#include "stats/tail.h"

struct figure interval_normal(int64_t n, double value, double error, double confidence)
{
	struct figure f = {.defined = true, .n = n, .value = value};
	double reach;

	if (!(error > 1e-9))
		return f;
	reach = error * normal_quantile(1 - (1 - confidence) / 2);
	f.bounded = true;
	f.low = fmax(-1, value - reach);
	f.high = fmin(1, value + reach);
	return f;
}
