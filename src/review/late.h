/* SPDX-License-Identifier: MIT */
/* Work that is late, and alerts that nobody answers. */
#ifndef LOOKBACK_REVIEW_LATE_H
#define LOOKBACK_REVIEW_LATE_H

#include "review/desk.h"

/* Raises an alert for each limit that has passed, and the next one up the chain for each
 * alert that was not acknowledged in time. The desk is the service's own. Adds the number of
 * records told of to *n. */
MUST_USE bool late_tell(struct desk *d, int *n, struct err *e);

#endif
