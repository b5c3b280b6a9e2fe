/* SPDX-License-Identifier: MIT */
/* Building, reading and comparing JSON values. */
#include "lookback/base/json.h"

static struct json *value(struct arena *a, enum json_kind kind)
{
	struct json *j = arena_new(a, struct json, 1);

	j->kind = kind;
	return j;
}

struct json *json_none(struct arena *a)
{
	return value(a, J_NULL);
}

struct json *json_bool(struct arena *a, bool b)
{
	struct json *j = value(a, J_BOOL);

	j->b = b;
	return j;
}

struct json *json_int(struct arena *a, int64_t i)
{
	struct json *j = value(a, J_INT);

	j->i = i;
	return j;
}

struct json *json_str(struct arena *a, struct str s)
{
	struct json *j = value(a, J_STR);

	j->s = s;
	return j;
}

struct json *json_cstr(struct arena *a, const char *s)
{
	return json_str(a, str_of(s));
}

struct json *json_arr(struct arena *a)
{
	return value(a, J_ARR);
}

struct json *json_obj(struct arena *a)
{
	return value(a, J_OBJ);
}

void json_add(struct arena *a, struct json *arr, struct json *item)
{
	if (arr->kind != J_ARR)
		BUG("json_add to a value that is no array");
	*arena_push(a, arr) = item;
}

/* One capacity serves both columns of an object. */
static void grow_object(struct arena *a, struct json *obj)
{
	size_t cap = obj->cap;

	obj->v = arena_grow(a, obj->v, &cap, sizeof(*obj->v));
	obj->keys = arena_grow(a, obj->keys, &obj->cap, sizeof(*obj->keys));
}

static size_t find(const struct json *obj, struct str key)
{
	size_t i = 0;

	while (i < obj->n && !str_eq(obj->keys[i], key))
		i++;
	return i;
}

void json_put_str(struct arena *a, struct json *obj, struct str key, struct json *val)
{
	size_t i;

	if (obj->kind != J_OBJ)
		BUG("json_put to a value that is no object");
	i = find(obj, key);
	if (i == obj->n) {
		if (obj->n == obj->cap)
			grow_object(a, obj);
		obj->keys[obj->n++] = key;
	}
	obj->v[i] = val;
}

void json_put(struct arena *a, struct json *obj, const char *key, struct json *val)
{
	json_put_str(a, obj, str_of(key), val);
}

const struct json *json_get_str(const struct json *obj, struct str key)
{
	size_t i;

	if (!obj || obj->kind != J_OBJ)
		return NULL;
	i = find(obj, key);
	return i < obj->n ? obj->v[i] : NULL;
}

const struct json *json_get(const struct json *obj, const char *key)
{
	return json_get_str(obj, str_of(key));
}

struct str json_get_text(const struct json *obj, const char *key)
{
	const struct json *j = json_get(obj, key);

	return j && j->kind == J_STR ? j->s : (struct str){0};
}

int64_t json_get_int(const struct json *obj, const char *key, int64_t dflt)
{
	const struct json *j = json_get(obj, key);

	return j && j->kind == J_INT ? j->i : dflt;
}

bool json_get_bool(const struct json *obj, const char *key)
{
	const struct json *j = json_get(obj, key);

	return j && j->kind == J_BOOL && j->b;
}

/* Keys mostly stand in the same order on both sides: look there first. */
static bool same_members(const struct json *a, const struct json *b)
{
	for (size_t i = 0; i < a->n; i++) {
		const struct json *other;

		if (a->kind == J_ARR || str_eq(a->keys[i], b->keys[i]))
			other = b->v[i];
		else
			other = json_get_str(b, a->keys[i]);
		if (!json_same(a->v[i], other))
			return false;
	}
	return true;
}

bool json_same(const struct json *a, const struct json *b)
{
	if (!a || !b || a->kind != b->kind)
		return a == b;
	switch (a->kind) {
	case J_NULL:
		return true;
	case J_BOOL:
		return a->b == b->b;
	case J_INT:
		return a->i == b->i;
	case J_STR:
		return str_eq(a->s, b->s);
	case J_ARR:
	case J_OBJ:
		return a->n == b->n && same_members(a, b);
	}
	return false;
}
