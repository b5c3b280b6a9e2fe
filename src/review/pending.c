/* SPDX-License-Identifier: MIT */
/* Requests of the protocol that no use case answers yet: each says so. */
#include "lookback/review/review.h"
#include "lookback/store/people.h"

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
PENDING(user_train, done)
PENDING(pack_diff, diff)
PENDING(pack_apply, done)
PENDING(pack_files, sentence)

/* Stand-ins until the layers below have theirs, which then take their place. */
__attribute__((weak)) bool pack_files(
    struct store *st, struct arena *a, struct str id, const struct json **out, struct err *e)
{
	(void)st;
	(void)a;
	(void)id;
	*out = NULL;
	return err_set(e, ERR_NOT_FOUND, "other versions of the pack are not kept yet");
}
__attribute__((weak)) bool roles_blind(const struct pack *p, struct strs roles)
{
	(void)p;
	(void)roles;
	return false;
}
__attribute__((weak)) bool may_open(struct arena *a, const struct pack *p,
    const struct record_type *t, const struct case_view *parent, const struct person *who,
    struct strs *closed)
{
	(void)a;
	(void)p;
	(void)t;
	(void)parent;
	(void)who;
	(void)closed;
	return false;
}
