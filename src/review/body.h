/* SPDX-License-Identifier: MIT */
/* Bodies of events, a member a line. */
#ifndef LOOKBACK_REVIEW_BODY_H
#define LOOKBACK_REVIEW_BODY_H

#include "lookback/base/json.h"
#include "lookback/base/when.h"

void body_text(struct arena *a, struct json *o, const char *key, struct str s);
void body_some(struct arena *a, struct json *o, const char *key, struct str s); /* not empty */
void body_int(struct arena *a, struct json *o, const char *key, int64_t i);
void body_bool(struct arena *a, struct json *o, const char *key, bool b);
void body_list(struct arena *a, struct json *o, const char *key, struct strs list);
void body_time(struct arena *a, struct json *o, const char *key, int64_t ms); /* if any */
/* A copy of an object with one member set, or without it when val is NULL. */
struct json *body_with(
    struct arena *a, const struct json *o, struct str key, const struct json *val);

#endif
