/* SPDX-License-Identifier: MIT */
#include "wire/random.h"

#include <string.h>

#include "lookback/base/utf8.h"

struct any_list {
	char *v;
	size_t n, cap;
};

static uint32_t random_point(struct dice *d)
{
	static const uint32_t odd[] = {1, '\t', '\n', 0x1b, '"', '\\', '/', 0x7f, 0x9b, 0x202e,
	    0x200b, 0xfffd, 0xffff, 0x10000, 0x10ffff};

	switch (dice_below(d, 4)) {
	case 0:
		return odd[dice_below(d, sizeof(odd) / sizeof(odd[0]))];
	case 1:
		return 0xa0 + (uint32_t)dice_below(d, 0x2000);
	default:
		return ' ' + (uint32_t)dice_below(d, 95);
	}
}

struct str random_text(struct arena *a, struct dice *d, size_t most)
{
	size_t n = dice_below(d, most + 1);
	struct buf b = buf_in(a);
	char unit[4];

	for (size_t i = 0; i < n; i++)
		buf_put(&b, (struct str){unit, utf8_put(unit, random_point(d))});
	return buf_str(&b);
}

static struct json *random_json(struct arena *a, struct dice *d, int depth)
{
	struct json *j;
	size_t n = dice_below(d, 4);

	switch (dice_below(d, depth ? 6 : 4)) {
	case 0:
		return json_none(a);
	case 1:
		return json_bool(a, dice_below(d, 2));
	case 2:
		return json_int(a, (int64_t)dice_next(d));
	case 3:
		return json_str(a, random_text(a, d, 12));
	case 4:
		j = json_arr(a);
		while (n--)
			json_add(a, j, random_json(a, d, depth - 1));
		return j;
	default:
		j = json_obj(a);
		while (n--)
			json_put_str(a, j, random_text(a, d, 6), random_json(a, d, depth - 1));
		return j;
	}
}

static struct any_list random_list(
    struct arena *a, struct dice *d, const struct wire_shape *part)
{
	struct any_list l = {.n = dice_below(d, 4)};

	l.cap = l.n;
	l.v = arena_alloc(a, part->size * l.n, alignof(max_align_t));
	for (size_t i = 0; i < l.n; i++)
		random_struct(a, d, part, l.v + i * part->size);
	return l;
}

static void random_member(struct arena *a, struct dice *d, const struct wire_field *f, char *m)
{
	struct any_list l;

	switch (f->kind) {
	case WIRE_TEXT:
		*(struct str *)m = random_text(a, d, 20);
		return;
	case WIRE_INT:
		*(int64_t *)m = (int64_t)(dice_next(d) >> dice_below(d, 64));
		return;
	case WIRE_FLAG:
		*(bool *)m = dice_below(d, 2);
		return;
	case WIRE_TEXTS:
		for (size_t n = dice_below(d, 4); n; n--)
			*arena_push(a, (struct strs *)m) = random_text(a, d, 8);
		return;
	case WIRE_JSON:
		*(const struct json **)m = random_json(a, d, 3);
		return;
	case WIRE_LIST:
		l = random_list(a, d, f->part);
		memcpy(m, &l, sizeof(l));
		return;
	}
}

void random_struct(struct arena *a, struct dice *d, const struct wire_shape *s, void *out)
{
	memset(out, 0, s->size);
	for (size_t i = 0; i < s->n; i++)
		if (s->fields[i].must || dice_below(d, 3))
			random_member(a, d, &s->fields[i], (char *)out + s->fields[i].offset);
}

static bool same_texts(const struct strs *x, const struct strs *y)
{
	if (x->n != y->n)
		return false;
	for (size_t i = 0; i < x->n; i++)
		if (!str_eq(x->v[i], y->v[i]))
			return false;
	return true;
}

static bool same_lists(const struct wire_shape *part, const char *x, const char *y)
{
	struct any_list l, m;

	memcpy(&l, x, sizeof(l));
	memcpy(&m, y, sizeof(m));
	if (l.n != m.n)
		return false;
	for (size_t i = 0; i < l.n; i++)
		if (first_difference(part, l.v + i * part->size, m.v + i * part->size))
			return false;
	return true;
}

static bool same_member(const struct wire_field *f, const char *x, const char *y)
{
	switch (f->kind) {
	case WIRE_TEXT:
		return str_eq(*(const struct str *)x, *(const struct str *)y);
	case WIRE_INT:
		return *(const int64_t *)x == *(const int64_t *)y;
	case WIRE_FLAG:
		return *(const bool *)x == *(const bool *)y;
	case WIRE_TEXTS:
		return same_texts((const struct strs *)x, (const struct strs *)y);
	case WIRE_JSON:
		return json_same(*(struct json *const *)x, *(struct json *const *)y);
	case WIRE_LIST:
		return same_lists(f->part, x, y);
	}
	return false;
}

const char *first_difference(const struct wire_shape *s, const void *x, const void *y)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct wire_field *f = &s->fields[i];
		if (!same_member(f, (const char *)x + f->offset, (const char *)y + f->offset))
			return f->name;
	}
	return NULL;
}
