/* SPDX-License-Identifier: MIT */
/* A record with all that hangs under it. */
#ifndef LOOKBACK_REVIEW_DESCEND_H
#define LOOKBACK_REVIEW_DESCEND_H

#include "review/desk.h"

/* Whoever sees them: the record's descendants, each behind its parent. */
MUST_USE bool descendants(
    struct desk *d, struct arena *a, struct str ref, struct records *out, struct err *e);
/* Who may never see a record. */
MUST_USE bool bars_of(
    struct desk *d, struct arena *a, struct str ref, struct strs *out, struct err *e);
/* A staff code that bars one from a record bars one from what hangs under it. rank stays. */
MUST_USE bool bars_descend(
    struct desk *d, struct arena *a, struct str ref, struct strs bars, struct err *e);

#endif
