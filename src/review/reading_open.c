/* SPDX-License-Identifier: MIT */
/*
 * A reading begins. What readers are shown of the record is worked out here from its log, so
 * that a case that is read again looks as it did when it was read first: blind from the same
 * event on, with the version and the views of that moment.
 */
#include "review/body.h"
#include "review/reading.h"
#include "review/words.h"
#include "review/refusals.h"

enum { EVENTS_MAX = 100000 };

/* What the log says of the record. */
struct past {
	int64_t blind_from;     /* it became blind with this event; 0: never */
	int64_t aside;          /* with this one it was set aside unread; 0: it was not */
	int64_t version, views; /* before it was blind */
};

/* From there people otherwise bring a record to where it is read. */
static bool leads_there(const struct record_type *t, struct str from, struct str to)
{
	for (size_t i = 0; i < t->transitions.n; i++) {
		const struct transition *tr = &t->transitions.v[i];
		if (!tr->automatic && str_eq(tr->to, to) && str_has(tr->from, from))
			return true;
	}
	return false;
}

static bool can_blind(enum event_type t)
{
	return t == EVENT_RECORD_OPENED || t == EVENT_RECORD_MOVED ||
	       t == EVENT_RECORD_MAPPED || t == EVENT_READING_OPENED;
}

static bool meet(struct desk *d, const struct casefile *c, const struct event_row *ev,
    enum event_type type, struct past *p, struct err *e)
{
	struct json *body = NULL;

	if (!can_blind(type) || p->blind_from || !ev->body.p)
		return true;
	if (!json_parse(d->arena, ev->body, &body, e))
		return err_add(e, "event %lld", (long long)ev->seq);
	if (type == EVENT_READING_OPENED)
		p->blind_from = json_get_int(body, "blind_from", 0);
	else if (json_get_bool(body, "blind"))
		p->blind_from = ev->seq;
	if (type == EVENT_RECORD_MOVED &&
	    leads_there(c->type, json_get_text(body, "from"), d->rv->pack->quality->state))
		p->aside = ev->seq;
	return true;
}

/* Changes that a reader is shown in the version: those before it became blind, and what
 * happens to any record. */
enum shown { SHOWN_NEVER, SHOWN_BEFORE, SHOWN_ALWAYS };
static const enum shown shown[EVENT_TYPES] = {
    [EVENT_RECORD_OPENED] = SHOWN_BEFORE,
    [EVENT_RECORD_CHANGED] = SHOWN_ALWAYS,
    [EVENT_RECORD_MAPPED] = SHOWN_ALWAYS,
    [EVENT_RECORD_DEFERRED] = SHOWN_BEFORE,
    [EVENT_RECORD_ASSIGNED] = SHOWN_BEFORE,
    [EVENT_ANSWER_GIVEN] = SHOWN_BEFORE,
    [EVENT_RECORD_MOVED] = SHOWN_BEFORE,
    [EVENT_SEAT_LOCKED] = SHOWN_BEFORE,
};

static bool counts(enum event_type t, bool before)
{
	return t != EVENT_TYPES &&
	       (shown[t] == SHOWN_ALWAYS || (before && shown[t] == SHOWN_BEFORE));
}

static enum event_type type_of(struct desk *d, const struct event_row *ev)
{
	return event_of(arena_str(d->arena, ev->type).p);
}

static bool read_past(struct desk *d, const struct casefile *c, struct past *p, struct err *e)
{
	struct event_filter f = {.record = c->all.ref, .limit = EVENTS_MAX};
	struct event_rows rows = {0};
	struct head head;

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!meet(d, c, &rows.v[i], type_of(d, &rows.v[i]), p, e))
			return false;
	if (p->blind_from == 0)
		p->blind_from = p->aside;
	if (p->blind_from == 0) { /* it came in as it is: nothing of it is hidden */
		if (!store_head(d->rv->store, &head, e))
			return false;
		p->blind_from = head.seq + 1;
	}
	for (size_t i = 0; i < rows.n; i++) {
		enum event_type type = type_of(d, &rows.v[i]);
		bool before = rows.v[i].seq <= p->blind_from;
		p->version += counts(type, before);
		p->views += before && type == EVENT_RECORD_VIEWED;
	}
	return true;
}

/* The state of its own version of the pack in which it is read. */
static bool state_of(
    struct desk *d, const struct casefile *c, const struct state **out, struct err *e)
{
	struct str name = d->rv->pack->quality->state;

	*out = type_state(c->type, name);
	return (*out && (*out)->seats.given) || err_set(e, ERR_REFUSED, REFUSED_READING_PACK,
						    STR_ARG(c->all.ref), STR_ARG(name));
}

static void put_place(struct desk *d, const struct casefile *c, const struct drawn_at *at,
    const struct state *s, struct json *body)
{
	struct arena *a = d->arena;

	body_text(a, body, "plan", at->plan);
	body_text(a, body, "stratum", at->stratum);
	body_int(a, body, "place", at->place);
	body_text(a, body, "from", c->all.state);
	body_text(a, body, "to", s->name);
	body_some(a, body, "queue", at->unread ? s->queue : s->seats.second);
	body_some(a, body, "home", s->queue);
	body_int(a, body, "seat", at->unread ? SEAT_FIRST : SEAT_SECOND);
	body_text(a, body, "author", c->all.author);
	body_text(a, body, "pack", c->pack->id);
}

bool reading_open(struct desk *d, struct str ref, const struct drawn_at *at, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs none = {0};
	struct past past = {0};
	const struct state *s;
	struct casefile c;
	struct facts f;

	if (!casefile_engine(d, ref, &c, e) || !state_of(d, &c, &s, e) ||
	    !read_past(d, &c, &past, e))
		return false;
	f = c.view.facts;
	f.state = s->name;
	f.queue = at->unread ? s->queue : s->seats.second;
	f.moved = d->now;
	if (!due_with_clocks(d, &c, &s->due, &f, NULL, &f.due, e))
		return false;
	put_place(d, &c, at, s, body);
	body_int(d->arena, body, "rank", rank_key(d, c.type, &f));
	body_time(d->arena, body, "due", f.due);
	body_int(d->arena, body, "blind_from", past.blind_from);
	body_int(d->arena, body, "version", past.version);
	body_int(d->arena, body, "views", past.views);
	return desk_append(d, EVENT_READING_OPENED, ref, body, NULL, e) &&
	       autos_settle(d, &c, &none, e);
}
