/* SPDX-License-Identifier: MIT */
/* Bodies of events, a member a line. */
#include "review/body.h"

void body_text(struct arena *a, struct json *o, const char *key, struct str s)
{
	json_put(a, o, key, json_str(a, s));
}

void body_some(struct arena *a, struct json *o, const char *key, struct str s)
{
	if (s.n)
		body_text(a, o, key, s);
}

void body_int(struct arena *a, struct json *o, const char *key, int64_t i)
{
	json_put(a, o, key, json_int(a, i));
}

void body_bool(struct arena *a, struct json *o, const char *key, bool b)
{
	json_put(a, o, key, json_bool(a, b));
}

void body_list(struct arena *a, struct json *o, const char *key, struct strs list)
{
	struct json *arr = json_arr(a);

	for (size_t i = 0; i < list.n; i++)
		json_add(a, arr, json_str(a, list.v[i]));
	json_put(a, o, key, arr);
}

void body_time(struct arena *a, struct json *o, const char *key, int64_t ms)
{
	char text[TIME_LEN + 1];

	if (ms == NO_TIME)
		return;
	time_text(ms, text);
	body_text(a, o, key, arena_cstr(a, text));
}

struct json *body_with(
    struct arena *a, const struct json *o, struct str key, const struct json *val)
{
	struct json *copy = json_obj(a);

	for (size_t i = 0; o && i < o->n; i++)
		if (!str_eq(o->keys[i], key))
			json_put_str(a, copy, o->keys[i], o->v[i]);
	if (val)
		json_put_str(a, copy, key, (struct json *)val);
	return copy;
}
