/* SPDX-License-Identifier: MIT */
/* What is refused before the service is asked, as sentences. */
#ifndef LOOKBACK_WIRE_REFUSALS_H
#define LOOKBACK_WIRE_REFUSALS_H

#include "lookback/base/refusal.h"

#define REFUSAL REFUSAL_SENTENCE
#include "lookback/wire/refusals.def"
#undef REFUSAL

#endif
