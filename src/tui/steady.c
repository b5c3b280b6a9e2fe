/* SPDX-License-Identifier: MIT */
/* A clock that only goes forward. */
#include "tui/steady.h"

#include <time.h>

int64_t steady_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
