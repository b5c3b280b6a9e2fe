/* SPDX-License-Identifier: MIT */
/* Imports that were made. */
#ifndef LOOKBACK_REVIEW_BATCH_H
#define LOOKBACK_REVIEW_BATCH_H

#include "review/desk.h"

/* An import as the database keeps it. */
MUST_USE bool batch_reply(struct desk *d, struct str batch, struct rep_batch *r, struct err *e);

#endif
