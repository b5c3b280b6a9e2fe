/* SPDX-License-Identifier: MIT */
/* Rights by name and in words, in the order of their bits. */
#ifndef LOOKBACK_REVIEW_RIGHTS_H
#define LOOKBACK_REVIEW_RIGHTS_H

#include "lookback/rules/pack.h"

struct right_row {
	enum right right;
	const char *name, *to; /* "read", "to read records" without the "to" */
};
enum { RIGHT_ROWS = 9 };
extern const struct right_row right_rows[RIGHT_ROWS];

enum { RIGHT_CASES = RIGHT_READ | RIGHT_TAKE }; /* either of them opens case data */

#endif
