/* SPDX-License-Identifier: MIT */
/* Who may see what, as SQL: the one place. */
#ifndef LOOKBACK_STORE_VIEWER_H
#define LOOKBACK_STORE_VIEWER_H

#include "lookback/store/record.h"
#include "store/query.h"

/* Adds a condition on the record whose id the constant SQL `id` names. */
void viewer_where(struct query *q, const struct viewer *v, const char *id);
bool viewer_sees_all(const struct viewer *v);

#endif
