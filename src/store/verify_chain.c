/* SPDX-License-Identifier: MIT */
/*
 * Walking the chain: every hash is made again from what stands in the row. A head is
 * checked against the stored head before it, so one altered event is one finding and
 * not one for every event after it.
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "store/chain.h"
#include "store/project.h"
#include "store/verify.h"

enum { W_SEQ, W_AT, W_ACTOR, W_SESSION, W_TYPE, W_RECORD, W_BODY, W_SALT, W_CONTENT, W_HEAD };
enum { PROGRESS_EVERY = 4096 };

bool finding_add(
    struct arena *a, struct verdict *v, int64_t seq, const char *table, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	if (v->findings.n >= FINDINGS_MAX)
		return false;
	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	arena_push(a, &v->findings);
	v->findings.v[v->findings.n - 1] =
	    (struct finding){seq, arena_cstr(a, table), arena_cstr(a, text)};
	return v->findings.n < FINDINGS_MAX;
}

struct chain { /* one walk */
	struct store *st;
	struct arena *arena;
	const struct walk *walk;
	struct verdict *v;
	struct chain_end *end;
	struct link link; /* of the row at hand; views into the statement */
	struct str body;
	bool has_body;
};

static void say(struct chain *c, const char *text)
{
	finding_add(c->arena, c->v, c->link.seq, "event", "%s", text);
}

static void check_seq(struct chain *c)
{
	int64_t expected = c->end->seq + 1;

	if (c->link.seq == expected)
		return;
	if (c->link.seq == expected + 1)
		finding_add(c->arena, c->v, expected, "event", "the event is missing");
	else
		finding_add(c->arena, c->v, expected, "event",
		    "events %lld to %lld are missing", (long long)expected,
		    (long long)c->link.seq - 1);
}

static void check_time(struct chain *c)
{
	int64_t at;

	if (!time_read(c->link.at, &at)) {
		say(c, "its instant cannot be read");
		return;
	}
	if (at < c->end->at)
		say(c, "its instant is before that of the event before it");
	c->end->at = at;
}

static bool was_erased(struct chain *c, bool *out, struct err *e)
{
	int64_t seq = 0;

	if (!stmt_number(c->st, e, 0, &seq, SQL_event_erased, "i", c->link.seq))
		return false;
	*out = seq > c->link.seq;
	return true;
}

static bool check_content(
    struct chain *c, sqlite3_stmt *s, const struct hash *stored, struct err *e)
{
	const uint8_t *salt = sqlite3_column_blob(s, W_SALT);
	bool erased = false;
	struct hash is;

	if (!c->has_body) {
		if (!was_erased(c, &erased, e))
			return false;
		if (!erased)
			say(c, "its content is gone and no event says who erased it");
		return true;
	}
	if (!salt || sqlite3_column_bytes(s, W_SALT) != SALT_LEN) {
		say(c, "its salt is gone");
		return true;
	}
	is = chain_content(c->st->hasher, salt, c->body);
	if (!hash_eq(is, *stored))
		say(c, "its body is not what was written");
	return true;
}

static void check_head(struct chain *c, sqlite3_stmt *s, const struct hash *content)
{
	struct hash leaf = chain_leaf(c->st->hasher, &c->link, content);
	struct hash head = chain_head(c->st->hasher, &c->end->head, &leaf), stored = {0};

	if (!col_hash(s, W_HEAD, &stored) || !hash_eq(head, stored))
		say(c,
		    "it does not follow the event before it: one of its fields, its place or "
		    "the event before was altered");
	c->end->head = stored;
	if (c->walk && c->walk->anchor_seq == c->link.seq && c->walk->anchor &&
	    !hash_eq(stored, *c->walk->anchor))
		say(c, "its head is not the one in the anchor: the chain was made anew");
}

static bool replay(struct chain *c, struct store *fresh, struct err *e)
{
	struct arena_mark m = arena_mark(&fresh->scratch);
	struct occurrence ev = {.seq = c->link.seq,
	    .at = c->end->at,
	    .at_text = c->link.at,
	    .actor = c->link.actor,
	    .record = c->link.record};
	struct json *body = NULL;
	const char *fault = NULL;
	struct err why;

	ev.type = event_of(arena_str(&fresh->scratch, c->link.type).p);
	if (ev.type == EVENT_TYPES)
		fault = "no event has such a type";
	else if (!json_parse(&fresh->scratch, c->body, &body, &why))
		fault = why.text;
	else
		fault = shape_fault(&fresh->scratch, &fresh->shapes.of[ev.type], body);
	ev.body = body;
	if (!fault && !project(fresh, &ev, &why)) {
		if (why.kind == ERR_IO)
			return err_set(e, ERR_IO, "%s", why.text);
		fault = why.text;
	}
	if (fault)
		finding_add(
		    c->arena, c->v, c->link.seq, "event", "it cannot have happened: %s", fault);
	arena_back(&fresh->scratch, m);
	return true;
}

static bool step(struct chain *c, sqlite3_stmt *s, struct err *e)
{
	struct hash content = {0};

	c->link = (struct link){sqlite3_column_int64(s, W_SEQ), col_view(s, W_AT),
	    col_view(s, W_ACTOR), col_view(s, W_SESSION), col_view(s, W_TYPE),
	    col_view(s, W_RECORD)};
	c->body = col_view(s, W_BODY);
	c->has_body = c->body.p != NULL;
	check_seq(c);
	check_time(c);
	if (!col_hash(s, W_CONTENT, &content))
		say(c, "its content hash is gone");
	if (!check_content(c, s, &content, e))
		return false;
	check_head(c, s, &content);
	c->end->seq = c->link.seq;
	c->v->events++;
	if (c->walk && c->walk->progress && c->v->events % PROGRESS_EVERY == 0)
		c->walk->progress(c->walk->ctx, "chain", c->v->events, c->st->head.seq);
	return !c->has_body || !c->walk || !c->walk->fresh || replay(c, c->walk->fresh, e);
}

bool verify_chain(struct store *st, struct arena *a, struct chain_end *from,
    const struct walk *w, struct verdict *out, struct err *e)
{
	struct chain c = {.st = st, .arena = a, .walk = w, .v = out, .end = from};
	sqlite3_stmt *s = stmt_open(st, e, SQL_event_walk, "i", from->seq);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		if (!step(&c, s, e)) {
			got = GOT_ERROR;
			break;
		}
	if (s)
		stmt_close(s);
	out->head = from->head;
	return got != GOT_ERROR;
}

/* ---- the last good check -------------------------------------------------------- */

bool mark_read(struct store *st, struct chain_end *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_mark_get, "");
	enum got got;

	if (!s)
		return false;
	*out = (struct chain_end){0};
	got = stmt_next(st, s, e);
	if (got == GOT_ROW) {
		out->seq = sqlite3_column_int64(s, 0);
		col_hash(s, 1, &out->head);
	}
	stmt_close(s);
	return got != GOT_ERROR;
}

static bool head_at(struct store *st, int64_t seq, struct hash *out, bool *there, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_event_head, "i", seq);
	enum got got;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	*there = got == GOT_ROW && col_hash(s, 0, out);
	stmt_close(s);
	return got != GOT_ERROR;
}

bool verify_mark(struct store *st, struct arena *a, struct verdict *out, struct err *e)
{
	struct chain_end mark;
	struct hash is;
	bool there = true;

	if (!mark_read(st, &mark, e))
		return false;
	if (mark.seq == 0)
		return true;
	if (!head_at(st, mark.seq, &is, &there, e))
		return false;
	if (!there)
		finding_add(a, out, mark.seq, "event",
		    "the last good check saw this event, and it is gone");
	else if (!hash_eq(is, mark.head))
		finding_add(a, out, mark.seq, "event",
		    "it is not the event that the last good check saw: the chain was made "
		    "anew");
	return true;
}
