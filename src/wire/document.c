/* SPDX-License-Identifier: MIT */
/* The tables of docs/PROTOCOL.md, printed from the tables that the program runs on. */
#include <string.h>

#include "lookback/wire/wire.h"

static const char *const kinds[] = {
    [WIRE_TEXT] = "string",
    [WIRE_INT] = "integer",
    [WIRE_FLAG] = "true or false",
    [WIRE_TEXTS] = "array of strings",
    [WIRE_JSON] = "any value",
    [WIRE_LIST] = "array of",
};

static void put_members(struct buf *out, const struct wire_shape *s)
{
	if (s->n == 0) {
		buf_puts(out, "No members.\n");
		return;
	}
	buf_puts(out, "| member | type | | what |\n|---|---|---|---|\n");
	for (size_t i = 0; i < s->n; i++) {
		const struct wire_field *f = &s->fields[i];
		buf_printf(out, "| `%s` | %s", f->name, kinds[f->kind]);
		if (f->kind == WIRE_LIST)
			buf_printf(out, " [%s](#part-%s)", f->part->name, f->part->name);
		buf_printf(out, " | %s | %s |\n", f->must ? "must" : "", f->says);
	}
}

static void put_message(struct buf *out, const struct wire_message *m)
{
	if (m->reply) {
		const char *reply = wire_message((int)m->reply)->shape->name;
		buf_printf(out,
		    "\n### Request %s (%d)\n\n%s. Answered by [%s](#reply-%s-%d).\n\n",
		    m->shape->name, (int)m->msg, m->shape->says, reply, reply, (int)m->reply);
	} else {
		buf_printf(out, "\n### Reply %s (%d)\n\n%s.\n\n", m->shape->name, (int)m->msg,
		    m->shape->says);
	}
	put_members(out, m->shape);
}

struct seen {
	const struct wire_shape *v[64];
	size_t n;
};

static bool add_part(struct seen *seen, const struct wire_shape *part)
{
	for (size_t i = 0; i < seen->n; i++)
		if (seen->v[i] == part)
			return false;
	if (seen->n == sizeof(seen->v) / sizeof(seen->v[0]))
		BUG("too many parts for the document");
	seen->v[seen->n++] = part;
	return true;
}

/* Parts stand in the order in which messages, then parts themselves, name them. */
static void add_parts(struct seen *seen, const struct wire_shape *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->fields[i].kind == WIRE_LIST && add_part(seen, s->fields[i].part))
			add_parts(seen, s->fields[i].part);
}

void wire_document(struct buf *out)
{
	size_t n;
	const struct wire_message *m = wire_messages(&n);
	struct seen seen = {.n = 0};

	buf_puts(out, "## Messages\n");
	for (size_t i = 0; i < n; i++) {
		put_message(out, &m[i]);
		add_parts(&seen, m[i].shape);
	}
	buf_puts(out, "\n## Parts\n");
	for (size_t i = 0; i < seen.n; i++) {
		buf_printf(out, "\n### Part %s\n\n", seen.v[i]->name);
		put_members(out, seen.v[i]);
	}
}
