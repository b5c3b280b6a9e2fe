/* SPDX-License-Identifier: MIT */
/*
 * JSON as immutable-once-built values in an arena; jansson parses, nothing else
 * sees it. Only what events may hold: objects, arrays, strings, integers,
 * booleans, null. Writing is canonical (RFC 8785 restricted to these): keys
 * sorted by code point, no spaces, shortest escapes, lower-case \u00xx.
 * (Names keep clear of jansson's own: json_none, json_same.)
 */
#ifndef LOOKBACK_BASE_JSON_H
#define LOOKBACK_BASE_JSON_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

enum json_kind { J_NULL, J_BOOL, J_INT, J_STR, J_ARR, J_OBJ };
struct json {
	enum json_kind kind;
	bool b;
	int64_t i;
	struct str s;
	size_t n, cap;
	struct json **v;  /* items of an array, values of an object */
	struct str *keys; /* of an object, in the order they were put */
};

enum { JSON_DEPTH_MAX = 16, JSON_BYTES_MAX = 8 << 20 };
/* Duplicate keys, reals, depth over JSON_DEPTH_MAX, invalid UTF-8 and trailing
 * text are refused (ERR_INPUT with line and col). */
MUST_USE bool json_parse(struct arena *a, struct str text, struct json **out, struct err *e);
void json_write(struct buf *b, const struct json *j);
struct str json_text(struct arena *a, const struct json *j);

struct json *json_none(struct arena *a);
struct json *json_bool(struct arena *a, bool b);
struct json *json_int(struct arena *a, int64_t i);
struct json *json_str(struct arena *a, struct str s); /* does not copy s */
struct json *json_cstr(struct arena *a, const char *s);
struct json *json_arr(struct arena *a);
struct json *json_obj(struct arena *a);
void json_add(struct arena *a, struct json *arr, struct json *item);
/* Puts or replaces; the key is not copied. */
void json_put(struct arena *a, struct json *obj, const char *key, struct json *val);
void json_put_str(struct arena *a, struct json *obj, struct str key, struct json *val);

/* Readers that never fail: a missing or other-typed member gives NULL/empty/dflt. */
const struct json *json_get(const struct json *obj, const char *key);
const struct json *json_get_str(const struct json *obj, struct str key);
struct str json_get_text(const struct json *obj, const char *key);
int64_t json_get_int(const struct json *obj, const char *key, int64_t dflt);
bool json_get_bool(const struct json *obj, const char *key);
bool json_same(const struct json *a, const struct json *b);

#endif
