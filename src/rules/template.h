/* SPDX-License-Identifier: MIT */
#ifndef LOOKBACK_RULES_TEMPLATE_H
#define LOOKBACK_RULES_TEMPLATE_H

#include "lookback/rules/step.h"

/* Cuts the text before the next {name} and the name off *rest. False when there is
 * no more: *before is then the end of the text. */
bool template_next(struct str *rest, struct str *before, struct str *name);

#endif
