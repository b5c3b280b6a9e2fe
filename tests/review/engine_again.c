/* SPDX-License-Identifier: MIT */
/* Readings told a second time: what is at its end, nobody who knows it, and back as it was. */
#include "review/engine_tale.h"

static bool touches(enum event_type t)
{
	static const enum event_type types[] = {EVENT_RECORD_CLAIMED, EVENT_ANSWER_GIVEN,
	    EVENT_RECORD_MOVED, EVENT_SEAT_LOCKED, EVENT_READING_SCORED, EVENT_READING_CLOSED,
	    EVENT_RECORD_VIEWED};

	for (size_t i = 0; i < COUNT(types); i++)
		if (t == types[i])
			return true;
	return false;
}

void tale_touched(struct model *m, struct tale *t, enum event_type type)
{
	if (touches(type))
		*arena_push(&m->b->arena, &t->touches) =
		    (struct touch){.by = m->ev->actor, .seq = m->ev->seq};
}

/* Only what is at its end is read again, and by nobody who knows it. */
void tale_read_again(struct model *m, struct tale *t)
{
	int64_t from = json_get_int(m->body, "blind_from", 0);
	struct str author = tale_text(m, "author");

	m->n.readings++;
	holds(t->final && !t->again && t->holder.n == 0);
	holds(str_eq(tale_text(m, "from"), t->state) && from > 0 && from < m->ev->seq);
	t->again = true;
	t->final = false;
	t->state = tale_text(m, "to");
	t->seat = (int)json_get_int(m->body, "seat", 9);
	t->sat = (struct strs){0};
	holds(t->seat == 0 || author.n > 0);
	if (t->seat == 1)
		*arena_push(&m->b->arena, &t->sat) = author;
	t->knows = (struct strs){0};
	for (size_t i = 0; i < t->touches.n; i++)
		if (t->touches.v[i].seq >= from && !str_has(t->knows, t->touches.v[i].by))
			*arena_push(&m->b->arena, &t->knows) = t->touches.v[i].by;
}

void tale_scored(struct model *m, struct tale *t)
{
	holds(t->again && t->seat == 1 && str_eq(t->holder, m->ev->actor));
	holds(!str_has(t->knows, m->ev->actor));
	*arena_push(&m->b->arena, &t->knows) = m->ev->actor;
	t->holder = STR("");
}

void tale_read_to_its_end(struct model *m, struct tale *t)
{
	struct str result = tale_text(m, "result");
	bool back = json_get_bool(m->body, "back");

	holds(t->again);
	holds(back == str_is(result, "upheld"));
	t->again = false;
	if (!back)
		return;
	t->state = tale_text(m, "to");
	t->final = json_get_bool(m->body, "final");
	holds(t->final);
	t->holder = STR("");
	t->seat = 0;
	t->sat = (struct strs){0};
}
