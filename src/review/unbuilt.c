/* SPDX-License-Identifier: MIT */
/* Requests of the protocol that the service does not answer yet. */
#include "lookback/review/review.h"

#define UNBUILT(name, reply)                                                                   \
	bool review_##name(                                                                    \
	    struct desk *d, const struct req_##name *q, struct rep_##reply *r, struct err *e)  \
	{                                                                                      \
		(void)d, (void)q, (void)r;                                                     \
		return err_set(e, ERR_USAGE, "the service does not answer this yet");          \
	}
UNBUILT(agreement, agreement)
UNBUILT(reviewers, reviewers)
UNBUILT(funnel, funnel)
UNBUILT(final, finals)
