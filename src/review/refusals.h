/* SPDX-License-Identifier: MIT */
/* What the service refuses, as sentences. */
#ifndef LOOKBACK_REVIEW_REFUSALS_H
#define LOOKBACK_REVIEW_REFUSALS_H

#include "lookback/base/refusal.h"

#define REFUSAL REFUSAL_SENTENCE
#include "review/refusals.def"
#undef REFUSAL

#endif
