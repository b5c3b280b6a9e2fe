/* SPDX-License-Identifier: MIT */
/*
 * Structs to canonical JSON, straight into the buffer. Members are declared in the order that
 * reads best and written in the order of their names; that order is worked out once a message
 * for each shape in it, so forty rows cost one sorting.
 */
#include "wire/member.h"

enum { MEMBERS_MAX = 48, SHAPES_MAX = 16 };

struct order {
	const struct wire_shape *shape;
	unsigned char at[MEMBERS_MAX];
};

struct encoder {
	struct arena *arena;
	struct buf *out;
	struct order *orders[SHAPES_MAX];
	size_t n;
};

static void write_struct(struct encoder *x, const struct wire_shape *s, const void *in);

static void sort_members(const struct wire_shape *s, struct order *o)
{
	for (size_t i = 0; i < s->n; i++) {
		size_t j = i;
		for (; j > 0 && strcmp(s->fields[o->at[j - 1]].name, s->fields[i].name) > 0;
		     j--)
			o->at[j] = o->at[j - 1];
		o->at[j] = (unsigned char)i;
	}
}

static const struct order *order_of(struct encoder *x, const struct wire_shape *s)
{
	struct order *o;

	for (size_t i = 0; i < x->n; i++)
		if (x->orders[i]->shape == s)
			return x->orders[i];
	if (s->n > MEMBERS_MAX || x->n == SHAPES_MAX)
		BUG("message part %s has %zu members", s->name, s->n);
	o = x->orders[x->n++] = arena_new(x->arena, struct order, 1);
	o->shape = s;
	sort_members(s, o);
	return o;
}

static void write_text(struct buf *b, struct str s)
{
	json_write(b, &(struct json){.kind = J_STR, .s = s});
}

static void write_texts(struct buf *b, const struct strs *list)
{
	buf_char(b, '[');
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			buf_char(b, ',');
		write_text(b, list->v[i]);
	}
	buf_char(b, ']');
}

static void write_list(struct encoder *x, const struct wire_field *f, const void *in)
{
	struct wire_list l = wire_list_of(f, in);

	buf_char(x->out, '[');
	for (size_t i = 0; i < l.n; i++) {
		if (i)
			buf_char(x->out, ',');
		write_struct(x, f->part, l.v + i * f->part->size);
	}
	buf_char(x->out, ']');
}

static bool is_empty(const struct wire_field *f, const void *in)
{
	const void *m = wire_member(f, in);

	switch (f->kind) {
	case WIRE_TEXT:
		return ((const struct str *)m)->n == 0;
	case WIRE_INT:
		return *(const int64_t *)m == 0;
	case WIRE_FLAG:
		return !*(const bool *)m;
	case WIRE_TEXTS:
		return ((const struct strs *)m)->n == 0;
	case WIRE_JSON:
		return !*(const struct json *const *)m;
	case WIRE_LIST:
		return wire_list_of(f, in).n == 0;
	}
	return true;
}

static void write_value(struct encoder *x, const struct wire_field *f, const void *in)
{
	const struct json none = {.kind = J_NULL};
	const void *m = wire_member(f, in);
	const struct json *j;

	switch (f->kind) {
	case WIRE_TEXT:
		write_text(x->out, *(const struct str *)m);
		return;
	case WIRE_INT:
		json_write(x->out, &(struct json){.kind = J_INT, .i = *(const int64_t *)m});
		return;
	case WIRE_FLAG:
		buf_puts(x->out, *(const bool *)m ? "true" : "false");
		return;
	case WIRE_TEXTS:
		write_texts(x->out, m);
		return;
	case WIRE_JSON:
		j = *(const struct json *const *)m;
		json_write(x->out, j ? j : &none);
		return;
	case WIRE_LIST:
		write_list(x, f, in);
		return;
	}
}

static void write_struct(struct encoder *x, const struct wire_shape *s, const void *in)
{
	const struct order *o = order_of(x, s);
	bool first = true;

	buf_char(x->out, '{');
	for (size_t i = 0; i < s->n; i++) {
		const struct wire_field *f = &s->fields[o->at[i]];
		if (!f->must && is_empty(f, in))
			continue;
		if (!first)
			buf_char(x->out, ',');
		first = false;
		buf_char(x->out, '"');
		buf_puts(x->out, f->name);
		buf_puts(x->out, "\":");
		write_value(x, f, in);
	}
	buf_char(x->out, '}');
}

void wire_body(struct arena *a, enum msg msg, const void *in, struct buf *out)
{
	const struct wire_message *m = wire_message((int)msg);
	struct encoder x = {.arena = a, .out = out};

	if (!m)
		BUG("no message has the number %d", (int)msg);
	write_struct(&x, m->shape, in);
}
