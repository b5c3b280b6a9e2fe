/* SPDX-License-Identifier: MIT */
/* Requests of the protocol that no use case answers yet: each says so. */
#include "lookback/review/review.h"

#define PENDING(name, reply)                                                                   \
	bool review_##name(                                                                    \
	    struct desk *d, const struct req_##name *q, struct rep_##reply *r, struct err *e)  \
	{                                                                                      \
		(void)d;                                                                       \
		(void)q;                                                                       \
		(void)r;                                                                       \
		return err_set(e, ERR_REFUSED, "this service does not answer '" #name "'");    \
	}

PENDING(sheet, form)
PENDING(add, moved)
PENDING(safeguard, moved)
PENDING(alerts, alerts)
PENDING(acknowledge, done)
PENDING(conflict, done)
PENDING(link, done)
PENDING(link_judge, done)
PENDING(unlink, done)
PENDING(links, links)
PENDING(override, done)
PENDING(override_judge, done)
PENDING(overrides, overrides)
PENDING(user_train, done)
PENDING(pack_diff, diff)
PENDING(pack_apply, done)
PENDING(pack_files, sentence)
