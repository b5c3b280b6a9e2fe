/* SPDX-License-Identifier: MIT */
/* Care for the file as such: by right, or because it is one's own. */
#ifndef LOOKBACK_REVIEW_OWNER_H
#define LOOKBACK_REVIEW_OWNER_H

#include "review/desk.h"

/* Who has the right; and the owner of the file, under their own name. */
MUST_USE bool owner_or(struct desk *d, unsigned right, struct me *out, struct err *e);
void owner_head(struct desk *d, const struct head *h, struct rep_head *r);

#endif
