/* SPDX-License-Identifier: MIT */
/* States in which two read without knowing of each other. */
#ifndef LOOKBACK_RULES_SEATS_H
#define LOOKBACK_RULES_SEATS_H

#include "lookback/rules/step.h"

bool state_is_seated(const struct record_type *t, struct str state);

#endif
