/* SPDX-License-Identifier: MIT */
/* The one way in for facts: shape, instant, hashes, row, projections. */
#include "lookback/base/utf8.h"
#include "store/chain.h"
#include "store/direct.h"
#include "store/inner.h"
#include "store/project.h"

/* Requests of one round may carry instants a little older than the last event; only a
 * clock that was set back is worth a line in the log. */
enum { BEHIND_WORTH_SAYING = 1000 };

/* What is hashed line by line may not hold a line break. */
static bool check_lines(const struct stamp *by, struct str record, struct err *e)
{
	const char *fault;

	if (by->session.n != 16 || by->actor.n == 0)
		BUG("a stamp without actor or session");
	if ((fault = utf8_fault(by->actor, false)) || (fault = utf8_fault(by->session, false)))
		return err_set(e, ERR_INPUT, "the account name %s", fault);
	if ((fault = utf8_fault(record, false)))
		return err_set(e, ERR_INPUT, "the reference %.*s %s", STR_ARG(record), fault);
	return true;
}

static void check_shape(struct store *st, enum event_type type, const struct json *body)
{
	const char *fault;

	if ((unsigned)type >= EVENT_TYPES)
		BUG("no event type %d", (int)type);
	fault = shape_fault(&st->scratch, &st->shapes.of[type], body);
	if (fault)
		BUG("the body of %s %s", event_name(type), fault);
}

static bool insert(struct store *st, const struct occurrence *ev, const struct stamp *by,
    struct hash *head, struct err *e)
{
	struct str type = str_of(event_name(ev->type)),
		   body = json_text(&st->scratch, ev->body);
	struct link l = {ev->seq, ev->at_text, ev->actor, by->session, type, ev->record};
	uint8_t salt[SALT_LEN];
	struct hash content, leaf;

	random_bytes(salt, sizeof(salt));
	content = chain_content(st->hasher, salt, body);
	leaf = chain_leaf(st->hasher, &l, &content);
	*head = chain_head(st->hasher, &st->head.head, &leaf);
	return stmt_run(st, e, SQL_event_insert, "issssssxxhh", ev->seq, ev->at_text, ev->actor,
	    by->session, type, ev->record, body, salt, by->request, &content, head);
}

/* A row that is in and not projected would be a lie: then all of it must go. */
static bool append_one(
    struct store *st, const struct stamp *by, const struct occurrence *what, struct err *e)
{
	struct occurrence ev = *what;
	char at_text[TIME_LEN + 1];
	struct hash head;

	time_text(ev.at, at_text);
	ev.at_text = (struct str){at_text, TIME_LEN};
	ev.seq = st->head.seq + 1;
	ev.actor = by->actor;
	if (!insert(st, &ev, by, &head, e) || !project(st, &ev, e) || !direct_flow(st, e)) {
		st->spoiled = true;
		return false;
	}
	st->head.seq = ev.seq;
	st->head.at = ev.at;
	st->head.head = head;
	return true;
}

/* The log says once that the clock stands behind, and again only after it caught up. */
static bool say_behind(struct store *st, const struct stamp *by, int64_t behind, struct err *e)
{
	struct stamp service = {.actor = STR("system"), .session = by->session};
	struct occurrence ev = {.at = st->head.at, .type = EVENT_CLOCK_CLAMPED};
	struct json *body = json_obj(&st->scratch);

	json_put(&st->scratch, body, "behind_ms", json_int(&st->scratch, behind));
	ev.body = body;
	return append_one(st, &service, &ev, e);
}

static bool clamp(struct store *st, const struct stamp *by, int64_t *at, struct err *e)
{
	int64_t behind = st->head.at - by->at;

	*at = by->at;
	if (st->head.seq == 0 || behind <= 0) {
		st->head.behind = false;
		return true;
	}
	*at = st->head.at;
	if (behind < BEHIND_WORTH_SAYING || st->head.behind)
		return true;
	st->head.behind = true;
	return say_behind(st, by, behind, e);
}

bool store_append(struct store *st, const struct stamp *by, enum event_type type,
    struct str record, const struct json *body, int64_t *seq, struct err *e)
{
	struct arena_mark m = arena_mark(&st->scratch);
	struct occurrence ev = {.record = record, .type = type, .body = body};
	bool ok;

	if (st->txn == TXN_NONE)
		BUG("an event outside a round");
	check_shape(st, type, body);
	ok = store_writable(st, e) && check_lines(by, record, e) && clamp(st, by, &ev.at, e) &&
	     append_one(st, by, &ev, e);
	arena_back(&st->scratch, m);
	if (ok && seq)
		*seq = st->head.seq;
	return ok;
}

bool store_head(struct store *st, struct head *out, struct err *e)
{
	(void)e; /* it is kept in memory */
	*out = (struct head){.seq = st->head.seq, .head = st->head.head};
	if (st->head.seq)
		time_text(st->head.at, out->at);
	return true;
}

bool store_request_seen(struct store *st, const uint8_t id[16], int64_t *seq, struct err *e)
{
	return stmt_number(st, e, 0, seq, SQL_event_by_request, "x", id);
}
