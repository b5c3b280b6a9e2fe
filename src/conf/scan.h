/* SPDX-License-Identifier: MIT */
/*
 * A look at the bytes of a settings file before libyaml sees them: what may not
 * stand there at all. Tabs are refused too, because YAML forbids them just where
 * people put them, and characters that could act on a terminal or reorder a line.
 */
#ifndef LOOKBACK_CONF_SCAN_H
#define LOOKBACK_CONF_SCAN_H

#include "lookback/base/str.h"

struct scan {
	int line, col; /* of the first fault */
	char found[64];
	const char *expected;
};
bool scan_text(struct str text, struct scan *bad);

#endif
