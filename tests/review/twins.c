/* SPDX-License-Identifier: MIT */
#include "review/twins.h"

#include <stdalign.h>
#include <string.h>

static bool ask_any(
    struct bench *b, const char *who, enum msg msg, const void *q, void *r, struct err *e)
{
#define TWINS_R(name, no, reply, says)                                                         \
	if (msg == MSG_##name)                                                                 \
		return ask_##name(b, who, q, r, e);
	WIRE_REQUESTS(TWINS_R)
#undef TWINS_R
	ck_abort_msg("message %d is no request", (int)msg);
	return false;
}

static const struct wire_message *request_named(const char *name)
{
	size_t n;
	const struct wire_message *all = wire_messages(&n);

	for (size_t i = 0; i < n; i++)
		if (all[i].reply && strcmp(all[i].shape->name, name) == 0)
			return &all[i];
	ck_abort_msg("no request is called %s", name);
	return NULL;
}

static bool may_differ(struct str key, const struct json *v)
{
	static const char *const numbers[] = {"seq", "alert", "link", "override", "next"};
	static const char *const texts[] = {"head", "words", "sha256", "next", "prev"};

	for (size_t i = 0; i < COUNT(numbers); i++)
		if (v->kind == J_INT && str_is(key, numbers[i]))
			return true;
	for (size_t i = 0; i < COUNT(texts); i++)
		if (v->kind == J_STR && str_is(key, texts[i]))
			return true;
	return false;
}

static void leave_out(struct arena *a, struct json *j)
{
	for (size_t i = 0; i < j->n; i++)
		if (j->kind == J_OBJ && may_differ(j->keys[i], j->v[i]))
			j->v[i] = json_none(a);
		else
			leave_out(a, j->v[i]);
}

/* What a person gets: the reply, or why not. */
static struct str answer_of(
    struct bench *b, const char *who, const struct wire_message *m, const char *body)
{
	size_t size = wire_message((int)m->reply)->shape->size;
	void *q = arena_alloc(&b->arena, m->shape->size, alignof(max_align_t)),
	     *r = arena_alloc(&b->arena, size, alignof(max_align_t));
	struct buf out = buf_in(&b->arena);
	struct json *j = NULL;
	struct err e = {0};

	ok(wire_read(&b->arena, m->msg, str_of(body), q, &e));
	if (!ask_any(b, who, m->msg, q, r, &e))
		return arena_printf(&b->arena, "%s: %s", err_name(e.kind), e.text);
	wire_body(&b->arena, m->reply, r, &out);
	ok(json_parse(&b->arena, buf_str(&out), &j, &e));
	leave_out(&b->arena, j);
	return json_text(&b->arena, j);
}

static void say_difference(const struct ask *q, struct str one, struct str two)
{
	size_t at = 0, from;

	while (at < one.n && at < two.n && one.p[at] == two.p[at])
		at++;
	from = at > 80 ? at - 80 : 0;
	ck_abort_msg("%s %s:\n%.300s\n%.300s", q->request, q->body, one.p + from, two.p + from);
}

void twins_ask(struct twins *t, const struct ask *asks, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct wire_message *m = request_named(asks[i].request);
		struct str one = answer_of(t->one, t->who, m, asks[i].body),
			   two = answer_of(t->two, t->who, m, asks[i].body);
		t->asked[m->msg] = true;
		if (!str_eq(one, two))
			say_difference(&asks[i], one, two);
	}
}

void twins_all_asked(const struct twins *t, const char *const *but, size_t n)
{
	size_t all;
	const struct wire_message *m = wire_messages(&all);

	for (size_t i = 0; i < all; i++) {
		bool excused = !m[i].reply || t->asked[m[i].msg];
		for (size_t k = 0; k < n; k++)
			excused = excused || strcmp(m[i].shape->name, but[k]) == 0;
		ck_assert_msg(excused, "%s was not asked", m[i].shape->name);
	}
}
