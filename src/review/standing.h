/* SPDX-License-Identifier: MIT */
/* Where records stand under the versions of the pack, held against another pack. */
#ifndef LOOKBACK_REVIEW_STANDING_H
#define LOOKBACK_REVIEW_STANDING_H

#include "review/packs.h"

enum fit {
	FIT_SAME,    /* the other pack has the state, and it means the same there */
	FIT_DIFFERS, /* it has it, but its seats or its end are others */
	FIT_LACKS,   /* it has no such state */
};
struct standing {
	struct str type, state, pack; /* pack: version that the records are under */
	int64_t n;
	enum fit fit;
	struct str to; /* state that a map says, or empty */
};
struct standings {
	struct standing *v;
	size_t n, cap;
};
/* Records that are not under the other pack yet. */
MUST_USE bool standings_of(
    struct desk *d, const struct pack *other, struct standings *out, struct err *e);
/* A pack that comes as the open file of the request, {path: text}, in the desk's memory. */
MUST_USE bool pack_given(
    struct desk *d, struct source *s, const struct pack **out, struct err *e);

#endif
