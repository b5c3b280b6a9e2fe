/* SPDX-License-Identifier: MIT */
/* Every screen there is, with the keys that lead to it from the start on canned replies. */
#ifndef LOOKBACK_TESTS_TUI_SCENES_H
#define LOOKBACK_TESTS_TUI_SCENES_H

struct scene {
	const char *name, *keys; /* at a | somebody else changes the case */
};
extern const struct scene scenes[];
extern const int scenes_n;

#endif
