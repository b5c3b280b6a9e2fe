/* SPDX-License-Identifier: MIT */
/*
 * JSON to structs, strictly. What the table does not name, what it asks for and does not find,
 * and what has another type is refused. Sentences name the member and where it stands, such
 * as rows[3].ref, because they are read by whoever wrote the other end.
 */
#include "wire/member.h"
#include "wire/read.h"

/* Where the reader is, as a chain from the inside out. */
struct path {
	const struct path *outer;
	const char *name; /* of a list's member */
	size_t at;
};

struct decoder {
	struct arena *arena;
	const char *message;
	struct err *e;
};

static bool read_struct(const struct decoder *d, const struct wire_shape *s,
    const struct path *p, const struct json *from, void *out);

static void put_path(struct buf *b, const struct path *p)
{
	if (!p)
		return;
	put_path(b, p->outer);
	buf_printf(b, "%s[%zu].", p->name, p->at);
}

static bool refuse(const struct decoder *d, const struct path *p, struct str name,
    const char *found, const char *wanted)
{
	struct buf b = buf_in(d->arena);

	put_path(&b, p);
	buf_put(&b, name);
	return err_set(d->e, ERR_INPUT, "message %s: member \"%.*s\" %s; %s", d->message,
	    STR_ARG(buf_str(&b)), found, wanted);
}

static const char *kind_name(enum wire_kind kind)
{
	switch (kind) {
	case WIRE_TEXT:
		return "a string was expected";
	case WIRE_INT:
		return "an integer was expected";
	case WIRE_FLAG:
		return "true or false was expected";
	case WIRE_TEXTS:
		return "an array of strings was expected";
	case WIRE_JSON:
		return "any value was expected";
	case WIRE_LIST:
		return "an array of objects was expected";
	}
	return "";
}

static const char *found_name(enum json_kind kind)
{
	switch (kind) {
	case J_NULL:
		return "is null";
	case J_BOOL:
		return "is true or false";
	case J_INT:
		return "is an integer";
	case J_STR:
		return "is a string";
	case J_ARR:
		return "is an array";
	case J_OBJ:
		return "is an object";
	}
	return "";
}

/* The first item of an array that is not of the kind, or NULL. */
static const struct json *other_item(const struct json *arr, enum json_kind kind)
{
	for (size_t i = 0; i < arr->n; i++)
		if (arr->v[i]->kind != kind)
			return arr->v[i];
	return NULL;
}

/* NULL when the value is of the member's kind; else the culprit. */
static const struct json *misfit(const struct wire_field *f, const struct json *j)
{
	switch (f->kind) {
	case WIRE_TEXT:
		return j->kind == J_STR ? NULL : j;
	case WIRE_INT:
		return j->kind == J_INT ? NULL : j;
	case WIRE_FLAG:
		return j->kind == J_BOOL ? NULL : j;
	case WIRE_TEXTS:
		return j->kind == J_ARR ? other_item(j, J_STR) : j;
	case WIRE_JSON:
		return NULL;
	case WIRE_LIST:
		return j->kind == J_ARR ? other_item(j, J_OBJ) : j;
	}
	return j;
}

static struct strs texts_of(struct arena *a, const struct json *j)
{
	struct strs list = {.v = arena_new(a, struct str, j->n), .n = j->n, .cap = j->n};

	for (size_t i = 0; i < j->n; i++)
		list.v[i] = j->v[i]->s;
	return list;
}

static bool read_list(const struct decoder *d, const struct wire_field *f, const struct path *p,
    const struct json *j, void *member)
{
	size_t size = f->part->size;
	struct wire_list l = {.n = j->n, .cap = j->n};

	l.v = arena_alloc(d->arena, arena_size(size, j->n), alignof(max_align_t));
	for (size_t i = 0; i < j->n; i++) {
		struct path here = {.outer = p, .name = f->name, .at = i};
		if (!read_struct(d, f->part, &here, j->v[i], l.v + i * size))
			return false;
	}
	memcpy(member, &l, sizeof(l));
	return true;
}

static bool read_value(const struct decoder *d, const struct wire_field *f,
    const struct path *p, const struct json *j, void *out)
{
	void *m = (char *)out + f->offset;
	const struct json *bad = misfit(f, j);

	if (bad)
		return refuse(d, p, str_of(f->name),
		    bad == j ? found_name(bad->kind) : "holds another type",
		    kind_name(f->kind));
	switch (f->kind) {
	case WIRE_TEXT:
		*(struct str *)m = j->s;
		return true;
	case WIRE_INT:
		*(int64_t *)m = j->i;
		return true;
	case WIRE_FLAG:
		*(bool *)m = j->b;
		return true;
	case WIRE_TEXTS:
		*(struct strs *)m = texts_of(d->arena, j);
		return true;
	case WIRE_JSON:
		*(const struct json **)m = j;
		return true;
	case WIRE_LIST:
		return read_list(d, f, p, j, m);
	}
	return true;
}

static const struct wire_field *field_of(const struct wire_shape *s, struct str key)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_is(key, s->fields[i].name))
			return &s->fields[i];
	return NULL;
}

static bool all_there(const struct decoder *d, const struct wire_shape *s, const struct path *p,
    const struct json *from)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->fields[i].must && !json_get(from, s->fields[i].name))
			return refuse(d, p, str_of(s->fields[i].name), "is missing",
			    kind_name(s->fields[i].kind));
	return true;
}

static bool read_struct(const struct decoder *d, const struct wire_shape *s,
    const struct path *p, const struct json *from, void *out)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct wire_field *f = field_of(s, from->keys[i]);
		if (!f)
			return refuse(d, p, from->keys[i], "is unknown",
			    "nothing of that name was expected");
		if (!read_value(d, f, p, from->v[i], out))
			return false;
	}
	return all_there(d, s, p, from);
}

bool careful_read(
    struct arena *a, const struct wire_shape *s, struct str body, void *out, struct err *e)
{
	struct json *j;

	if (!json_parse(a, body, &j, e))
		return err_add(e, "message %s", s->name);
	if (j->kind != J_OBJ)
		return err_set(e, ERR_INPUT, "message %s: the body %s; an object was expected",
		    s->name, found_name(j->kind));
	return read_struct(&(struct decoder){a, s->name, e}, s, NULL, j, out);
}

bool wire_read(struct arena *a, enum msg msg, struct str body, void *out, struct err *e)
{
	const struct wire_message *m = wire_message((int)msg);

	if (!m)
		BUG("no message has the number %d", (int)msg);
	memset(out, 0, m->shape->size);
	if (body.n > WIRE_MAX - WIRE_HEAD)
		return err_set(e, ERR_INPUT, "message %s: a body of %zu bytes; %d at most",
		    m->shape->name, body.n, WIRE_MAX - WIRE_HEAD);
	if (quick_read(a, m->shape, body, out))
		return true;
	memset(out, 0, m->shape->size);
	return careful_read(a, m->shape, body, out, e);
}
