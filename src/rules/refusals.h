/* SPDX-License-Identifier: MIT */
/* Why a step or an opening is closed, as sentences. */
#ifndef LOOKBACK_RULES_REFUSALS_H
#define LOOKBACK_RULES_REFUSALS_H

#include "lookback/base/refusal.h"

#define REFUSAL REFUSAL_SENTENCE
#include "rules/refusals.def"
#undef REFUSAL

#endif
