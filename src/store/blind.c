/* SPDX-License-Identifier: MIT */
/*
 * Blindness as SQL. While a record is blind, readers are shown it as if nobody but they had
 * worked on it since it came into its state, and the event that brought it there is hidden
 * as well: a second reading, which has another, must not differ from a first. That it was
 * opened at all (seq = id) everybody may know. For whoever is not blind, and where nothing
 * is, every expression here is the plain column.
 */
#include "store/viewer.h"

/* In order: the plain column; for readers, with $ for the account. */
static const struct {
	const char *plain, *blind;
} expressions[SEENS] = {
    [SEEN_DUE] = {"r.due", "r.home_due"},
    [SEEN_DUE_KEY] = {"r.due_key", "r.home_key"},
    [SEEN_MOVED] = {"r.moved", "r.home_moved"},
    [SEEN_HOLDER] = {"r.holder", "CASE WHEN r.blind = 0 OR r.holder = $ THEN r.holder END"},
    [SEEN_HELD] = {"r.held", "CASE WHEN r.blind = 0 OR r.holder = $ THEN r.held END"},
    [SEEN_WAKE] = {"r.wake", "CASE WHEN r.blind = 0 OR r.aside = $ THEN r.wake END"},
    [SEEN_VERSION] = {"r.version",
	"CASE r.blind WHEN 0 THEN r.version ELSE r.base_version + ifnull((SELECT w.versions "
	"FROM part w WHERE w.record = r.id AND w.user = $), 0) END"},
    [SEEN_NOTES] = {"r.notes",
	"CASE r.blind WHEN 0 THEN r.notes ELSE (SELECT count(*) FROM note w WHERE w.record = "
	"r.id AND (w.by = $ OR w.seq < r.blind_from)) END"},
    [SEEN_VIEWS] = {"r.views",
	"CASE r.blind WHEN 0 THEN r.views ELSE r.base_views + ifnull((SELECT w.views FROM part "
	"w WHERE w.record = r.id AND w.user = $), 0) END"},
    [SEEN_ALERT] = {"(r.alerts > 0)",
	"CASE r.blind WHEN 0 THEN r.alerts > 0 ELSE EXISTS (SELECT 1 FROM alert w WHERE "
	"w.record = r.id AND (w.by = $ OR w.seq < r.blind_from) AND (w.acked IS NULL OR "
	"NOT (w.acked_by = $ OR w.acked < r.blind_from))) END"},
    [SEEN_LATE] = {"r.late_seen", "CASE r.blind WHEN 0 THEN r.late_seen ELSE 0 END"},
    [SEEN_SEAT] = {"r.seat", "CASE r.blind WHEN 0 THEN r.seat ELSE 0 END"},
    [SEEN_AGREED] = {"r.agreed", "CASE r.blind WHEN 0 THEN r.agreed END"},
    [SEEN_ASIDE] = {"r.aside", "CASE WHEN r.blind = 0 OR r.aside = $ THEN r.aside END"},
    [SEEN_AUTHOR] = {"r.author", "CASE WHEN r.blind = 0 OR r.author = $ THEN r.author END"},
    [SEEN_DRAWN] = {"r.drawn", "CASE r.blind WHEN 0 THEN r.drawn END"},
    [SEEN_READING] = {"r.reading", "CASE r.blind WHEN 0 THEN r.reading END"},
    [SEEN_QUERY] = {"r.query", "CASE r.blind WHEN 0 THEN r.query END"},
};

/* Constant SQL in which $ stands for the viewer's account. */
static void with_account(struct query *q, const char *sql)
{
	for (; *sql; sql++)
		if (*sql == '$')
			query_text(q, q->sight.v->user);
		else
			query_str(q, (struct str){sql, 1});
}

static void one_of(struct query *q, const struct strs *list)
{
	query_sql(q, " IN (");
	for (size_t i = 0; i < list->n; i++) {
		query_sql(q, i ? "," : "");
		query_text(q, list->v[i]);
	}
	query_sql(q, ")");
}

/* Who is served from a queue is shown what waits in it. */
static void seen_queue(struct query *q)
{
	if (!q->sight.blind || q->sight.v->roles.n == 0) {
		query_sql(q, q->sight.blind ? "r.home_queue" : "r.queue");
		return;
	}
	query_sql(q, "CASE WHEN r.blind = 0 OR r.queue");
	one_of(q, &q->sight.v->roles);
	query_sql(q, " THEN r.queue ELSE r.home_queue END");
}

void seen(struct query *q, enum seen what)
{
	if (what == SEEN_QUEUE)
		seen_queue(q);
	else if (q->sight.blind)
		with_account(q, expressions[what].blind);
	else
		query_sql(q, expressions[what].plain);
}

void seen_act(struct query *q, const char *by, const char *seq)
{
	if (!q->sight.blind) {
		query_sql(q, "1");
		return;
	}
	query_sql(q, "(r.blind = 0 OR ");
	query_sql(q, by);
	query_sql(q, " = ");
	query_text(q, q->sight.v->user);
	query_sql(q, " OR ");
	query_sql(q, seq);
	query_sql(q, " < r.blind_from OR ");
	query_sql(q, seq);
	query_sql(q, " = r.id)");
}

void seen_note(struct query *q, const char *by, const char *seq)
{
	if (!q->sight.blind) {
		query_sql(q, "1");
		return;
	}
	query_sql(q, "(");
	query_sql(q, by);
	with_account(q, " = $ OR NOT EXISTS (SELECT 1 FROM record p WHERE p.ref = r.parent AND "
			"p.blind = 1 AND ");
	query_sql(q, seq);
	query_sql(q, " >= p.blind_from))");
}

void seen_did(struct query *q)
{
	if (!q->sight.blind) {
		query_sql(q, "w.cancelled IS NULL");
		return;
	}
	seen_act(q, "w.by", "w.seq");
	with_account(q,
	    " AND (w.cancelled IS NULL OR (r.blind = 1 AND w.cancelled >= r.blind_from "
	    "AND (SELECT actor FROM event WHERE seq = w.cancelled) <> $))");
}

void seen_taker(struct query *q)
{
	if (q->sight.blind)
		with_account(q, "w.by = $");
	else
		query_sql(q, "1");
}

void seen_answer(struct query *q)
{
	if (q->sight.blind)
		with_account(q, "(r.blind = 0 OR w.by = $ OR (w.blind = 0 AND w.seat <= 0))");
	else
		query_sql(q, "1");
}

void seen_shade(struct query *q, const char *id, bool evidence)
{
	const struct strs *types = &q->sight.v->evidence;

	query_sql(q, "EXISTS (SELECT 1 FROM shade h JOIN record u ON u.id = h.under WHERE "
		     "h.record = ");
	query_sql(q, id);
	with_account(q, " AND h.by <> $ AND u.blind = 1");
	if (!evidence && types->n) {
		query_sql(q, " AND NOT EXISTS (SELECT 1 FROM record k WHERE k.id = h.via AND "
			     "k.type");
		one_of(q, types);
		query_sql(q, ")");
	}
	query_sql(q, ")");
}

void seen_by(struct query *q, const char *by)
{
	if (!q->sight.shade) {
		query_sql(q, by);
		return;
	}
	query_sql(q, "CASE WHEN ");
	query_sql(q, by);
	with_account(q, " <> $ AND ");
	seen_shade(q, "r.id", true);
	query_sql(q, " THEN '' ELSE ");
	query_sql(q, by);
	query_sql(q, " END");
}
