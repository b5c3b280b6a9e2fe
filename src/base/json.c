/* SPDX-License-Identifier: MIT */
/* Parsing: jansson reads the text, this file copies its tree into the arena and
 * refuses what canonical documents may not hold. */
#include "lookback/base/json.h"

#include <jansson.h>
#include <string.h>

enum copied { COPIED, HAS_REAL, TOO_DEEP };

static enum copied copy(struct arena *a, const json_t *from, int depth, struct json **out);

static struct str copy_text(struct arena *a, const char *p, size_t n)
{
	return arena_str(a, (struct str){p, n});
}

static enum copied copy_array(struct arena *a, const json_t *from, int depth, struct json *to)
{
	size_t n = json_array_size(from);
	enum copied c = COPIED;

	to->v = arena_new(a, struct json *, n);
	to->cap = n;
	for (; c == COPIED && to->n < n; to->n++)
		c = copy(a, json_array_get(from, to->n), depth, &to->v[to->n]);
	return c;
}

static enum copied copy_object(struct arena *a, json_t *from, int depth, struct json *to)
{
	size_t n = json_object_size(from);
	void *it = json_object_iter(from);
	enum copied c = COPIED;

	to->v = arena_new(a, struct json *, n);
	to->keys = arena_new(a, struct str, n);
	to->cap = n;
	for (; c == COPIED && it; it = json_object_iter_next(from, it), to->n++) {
		const char *key = json_object_iter_key(it);
		to->keys[to->n] = copy_text(a, key, strlen(key));
		c = copy(a, json_object_iter_value(it), depth, &to->v[to->n]);
	}
	return c;
}

static enum copied copy(struct arena *a, const json_t *from, int depth, struct json **out)
{
	struct json *to = *out = arena_new(a, struct json, 1);

	switch (json_typeof(from)) {
	case JSON_NULL:
		to->kind = J_NULL;
		return COPIED;
	case JSON_TRUE:
	case JSON_FALSE:
		to->kind = J_BOOL;
		to->b = json_is_true(from);
		return COPIED;
	case JSON_INTEGER:
		to->kind = J_INT;
		to->i = json_integer_value(from);
		return COPIED;
	case JSON_REAL:
		return HAS_REAL;
	case JSON_STRING:
		to->kind = J_STR;
		to->s = copy_text(a, json_string_value(from), json_string_length(from));
		return COPIED;
	case JSON_ARRAY:
		to->kind = J_ARR;
		return depth == JSON_DEPTH_MAX ? TOO_DEEP : copy_array(a, from, depth + 1, to);
	case JSON_OBJECT:
		to->kind = J_OBJ;
		/* jansson's iterator wants a mutable object but leaves it alone */
		return depth == JSON_DEPTH_MAX ? TOO_DEEP
					       : copy_object(a, (json_t *)from, depth + 1, to);
	}
	return COPIED;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* jansson forgets where a value stood; text that it has accepted can be searched
 * for the first real number or the bracket too many by brackets, quotes and
 * digits alone. */
static bool fault_here(struct str t, size_t i, enum copied why, int depth)
{
	if (why == TOO_DEEP)
		return depth > JSON_DEPTH_MAX;
	return i && is_digit(t.p[i - 1]) && strchr(".eE", t.p[i]);
}

static bool locate(struct str t, enum copied why, struct err *e)
{
	int line = 1, col = 0, depth = 0;
	bool quoted = false;

	for (size_t i = 0; i < t.n; i++) {
		col += ((unsigned char)t.p[i] & 0xc0) != 0x80;
		if (quoted && t.p[i] == '\\') {
			i++; /* what is escaped is ASCII and no newline */
			col++;
		} else if (t.p[i] == '"') {
			quoted = !quoted;
		} else if (t.p[i] == '\n') {
			line++;
			col = 0;
		} else if (!quoted) {
			depth += t.p[i] == '[' || t.p[i] == '{';
			depth -= t.p[i] == ']' || t.p[i] == '}';
			if (fault_here(t, i, why, depth))
				break;
		}
	}
	return err_at(e, line, col);
}

static bool refuse(struct str text, enum copied why, struct err *e)
{
	if (why == HAS_REAL)
		err_set(e, ERR_INPUT, "JSON with a fraction or exponent; only whole numbers");
	else
		err_set(e, ERR_INPUT, "JSON nested deeper than %d", JSON_DEPTH_MAX);
	return locate(text, why, e);
}

bool json_parse(struct arena *a, struct str text, struct json **out, struct err *e)
{
	const size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY;
	json_error_t fault;
	json_t *tree;
	struct json *got;
	enum copied c;

	if (text.n > JSON_BYTES_MAX)
		return err_set(
		    e, ERR_INPUT, "JSON of %zu bytes; %d at most", text.n, JSON_BYTES_MAX);
	tree = json_loadb(text.p ? text.p : "", text.n, flags, &fault);
	if (!tree) {
		err_set(e, ERR_INPUT, "not JSON: %s", fault.text);
		return err_at(e, fault.line, fault.column);
	}
	c = copy(a, tree, 0, &got);
	json_decref(tree);
	if (c != COPIED)
		return refuse(text, c, e);
	*out = got;
	return true;
}
