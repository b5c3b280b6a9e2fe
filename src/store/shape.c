/* SPDX-License-Identifier: MIT */
/* The body lines of the table of events, read once and held against each body. */
#include "store/shape.h"

#include <string.h>

#define EVENT_ROW(id, name, body, says) [EVENT_##id] = {name, body, says},
static const struct {
	const char *name, *body, *says;
} events[EVENT_TYPES] = {EVENTS(EVENT_ROW)};
#undef EVENT_ROW

const char *event_name(enum event_type t)
{
	return events[t].name;
}

const char *event_body(enum event_type t)
{
	return events[t].body;
}

const char *event_says(enum event_type t)
{
	return events[t].says;
}

enum event_type event_of(const char *name)
{
	int t = 0;

	while (t < EVENT_TYPES && strcmp(events[t].name, name) != 0)
		t++;
	return (enum event_type)t;
}

/* "due?:s" */
static struct member member_of(struct str word)
{
	struct member m = {.kind = word.p[word.n - 1]};

	m.name = (struct str){word.p, word.n - 2};
	m.optional = m.name.p[m.name.n - 1] == '?';
	m.name.n -= m.optional;
	return m;
}

void shapes_read(struct shapes *s)
{
	for (int t = 0; t < EVENT_TYPES; t++) {
		struct str rest = str_of(events[t].body), word;
		s->of[t].n = 0;
		while (str_cut(&rest, ' ', &word)) {
			if (word.n < 3 || s->of[t].n == MEMBERS_MAX)
				BUG("the table of events is wrong at %s", events[t].name);
			s->of[t].v[s->of[t].n++] = member_of(word);
		}
	}
}

static bool all_text(const struct json *arr)
{
	for (size_t i = 0; i < arr->n; i++)
		if (arr->v[i]->kind != J_STR)
			return false;
	return true;
}

static bool is_kind(const struct json *j, char kind)
{
	switch (j->kind) {
	case J_NULL:
		return false;
	case J_BOOL:
		return kind == 'b';
	case J_INT:
		return kind == 'i';
	case J_STR:
		return kind == 's';
	case J_ARR:
		return kind == 'a' && all_text(j);
	case J_OBJ:
		return kind == 'o';
	}
	return false;
}

static bool has_member(const struct shape *s, struct str name)
{
	for (size_t i = 0; i < s->n; i++)
		if (str_eq(s->v[i].name, name))
			return true;
	return false;
}

const char *shape_fault(struct arena *a, const struct shape *s, const struct json *body)
{
	size_t found = 0;

	if (!body || body->kind != J_OBJ)
		return "is no object";
	for (size_t i = 0; i < s->n; i++) {
		const struct member *m = &s->v[i];
		const struct json *j = json_get_str(body, m->name);
		if (!j && !m->optional)
			return arena_printf(a, "lacks %.*s", STR_ARG(m->name)).p;
		if (j && !is_kind(j, m->kind))
			return arena_printf(
			    a, "%.*s is not of kind %c", STR_ARG(m->name), m->kind)
			    .p;
		found += j != NULL;
	}
	if (found == body->n)
		return NULL;
	for (size_t i = 0; i < body->n; i++)
		if (!has_member(s, body->keys[i]))
			return arena_printf(
			    a, "has %.*s, which it must not", STR_ARG(body->keys[i]))
			    .p;
	return "names a member twice";
}
