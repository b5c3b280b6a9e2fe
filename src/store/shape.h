/* SPDX-License-Identifier: MIT */
/* The shapes of event bodies, read once from the table of events. */
#ifndef LOOKBACK_STORE_SHAPE_H
#define LOOKBACK_STORE_SHAPE_H

#include "lookback/base/json.h"
#include "lookback/store/events.h"

enum { MEMBERS_MAX = 24 };
struct member {
	struct str name;
	char kind; /* s i b o a */
	bool optional;
};
struct shape {
	struct member v[MEMBERS_MAX];
	size_t n;
};
struct shapes {
	struct shape of[EVENT_TYPES];
};
void shapes_read(struct shapes *s);
/* NULL when the body has the shape, else what is wrong, in the arena. */
const char *shape_fault(struct arena *a, const struct shape *s, const struct json *body);

#endif
