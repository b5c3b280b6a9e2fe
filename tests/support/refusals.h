/* SPDX-License-Identifier: MIT */
/* The tables of refusals as values, and whether what was said is a row of them. */
#ifndef LOOKBACK_TESTS_SUPPORT_REFUSALS_H
#define LOOKBACK_TESTS_SUPPORT_REFUSALS_H

#include "lookback/rules/pack.h"

struct refusal_row {
	const char *table, *id, *why, *way;
};
const struct refusal_row *refusal_rows(size_t *n);
/* Could the text be made by this format? */
bool refusal_made_by(const char *format, struct str text);
/* Every line of a refusal, by itself or behind a name, is a row of the tables or a pack's own
 * sentence that says what to do; else the line that is neither. A line cut at the end of an
 * error's text is not looked at. p may be NULL. */
bool refusal_says_way(const struct pack *p, struct str text, struct str *line);

#endif
