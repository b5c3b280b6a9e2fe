/* SPDX-License-Identifier: MIT */
/* Attributes of expressions as SQL values over record r. */
#include "store/fields.h"
#include "store/viewer.h"
#include "store/where.h"

/* The same for all who may see the record. */
static const char *const core_sql[CORE_ATTRS] = {
    [CORE_REF] = "r.ref",
    [CORE_TYPE] = "r.type",
    [CORE_STATE] = "r.state",
    [CORE_BAND] = "r.band",
    [CORE_BATCH] = "r.batch",
    [CORE_OPENED] = "r.opened",
    [CORE_FLAG] = "r.flag",
    [CORE_PARENT] = "r.parent",
};
/* What readers are shown differently. */
static const enum seen core_seen[CORE_ATTRS] = {
    [CORE_QUEUE] = SEEN_QUEUE,
    [CORE_HOLDER] = SEEN_HOLDER,
    [CORE_DUE] = SEEN_DUE,
    [CORE_MOVED] = SEEN_MOVED,
    [CORE_WAKE] = SEEN_WAKE,
    [CORE_NOTES] = SEEN_NOTES,
    [CORE_AGREED] = SEEN_AGREED,
    [CORE_HELD] = SEEN_HELD,
    [CORE_ASIDE] = SEEN_ASIDE,
    [CORE_AUTHOR] = SEEN_AUTHOR,
    [CORE_DRAWN] = SEEN_DRAWN,
    [CORE_READING] = SEEN_READING,
    [CORE_QUERY] = SEEN_QUERY,
};

/* As shown today: the key and what the days since 1970 have brought. */
static void rank_shown(struct query *q, int64_t now)
{
	const struct pack *p = q->st->pack;
	int32_t today = london_day(now);

	query_sql(q, "(r.rank + CASE r.type");
	for (size_t i = 0; p && i < p->types.n; i++) {
		query_sql(q, " WHEN ");
		query_text(q, p->types.v[i].name);
		query_sql(q, " THEN ");
		query_int(q, type_per_day(&p->types.v[i]) * today);
	}
	if (!p || p->types.n == 0)
		query_sql(q, " WHEN '' THEN 0");
	query_sql(q, " ELSE 0 END)");
}

/* The day on which rules and scope hang, in column d of a row: that of the field its type
 * names. */
static void from_received(struct query *q)
{
	const struct pack *p = q->st->pack;

	query_sql(q, " FROM (SELECT CASE r.type");
	for (size_t i = 0; p && i < p->types.n; i++) {
		if (p->types.v[i].received.n == 0)
			continue;
		query_sql(q, " WHEN ");
		query_text(q, p->types.v[i].name);
		query_sql(q, " THEN ");
		query_str(q, field_sql(q->arena, p->types.v[i].received));
	}
	query_sql(q, " WHEN '' THEN NULL END AS d) WHERE d BETWEEN '0' AND ':')");
}

static void query_day(struct query *q, int32_t day)
{
	char text[DAY_LEN + 1];

	day_text(day, text);
	query_text(q, arena_str(q->arena, (struct str){text, DAY_LEN}));
}

/* The newest whose first day has come. */
static void regime(struct query *q)
{
	const struct pack *p = q->st->pack;

	query_sql(q, "(SELECT CASE");
	for (size_t i = p ? p->regimes.n : 0; i > 0; i--) {
		query_sql(q, " WHEN d >= ");
		query_day(q, p->regimes.v[i - 1].from);
		query_sql(q, " THEN ");
		query_text(q, p->regimes.v[i - 1].id);
	}
	query_sql(q, " WHEN 0 THEN NULL END");
	from_received(q);
}

static void scope(struct query *q)
{
	const struct pack *p = q->st->pack;

	query_sql(q, "(SELECT CASE WHEN 1");
	if (p && p->scope_from != NO_DAY) {
		query_sql(q, " AND d >= ");
		query_day(q, p->scope_from);
	}
	if (p && p->scope_to != NO_DAY) {
		query_sql(q, " AND d <= ");
		query_day(q, p->scope_to);
	}
	query_sql(q, " THEN 'yes' ELSE 'no' END");
	from_received(q);
}

static void late(struct query *q, int64_t now)
{
	query_sql(q, "CASE WHEN ");
	seen(q, SEEN_DUE);
	query_sql(q, " < ");
	query_int(q, now);
	query_sql(q, " THEN 'yes' ELSE 'no' END");
}

/* A plus sign before a column: the page's order chooses the index, not the condition. */
static void core(struct query *q, enum core_attr c, int64_t now)
{
	switch (c) {
	case CORE_REF:
	case CORE_TYPE:
	case CORE_STATE:
	case CORE_BAND:
	case CORE_BATCH:
	case CORE_OPENED:
	case CORE_FLAG:
	case CORE_PARENT:
		query_sql(q, "+");
		query_sql(q, core_sql[c]);
		return;
	case CORE_QUEUE:
	case CORE_HOLDER:
	case CORE_DUE:
	case CORE_MOVED:
	case CORE_WAKE:
	case CORE_NOTES:
	case CORE_AGREED:
	case CORE_HELD:
	case CORE_ASIDE:
	case CORE_AUTHOR:
	case CORE_DRAWN:
	case CORE_READING:
	case CORE_QUERY:
		query_sql(q, "+");
		seen(q, core_seen[c]);
		return;
	case CORE_ALERT:
		query_sql(q, "CASE WHEN ");
		seen(q, SEEN_ALERT);
		query_sql(q, " THEN 'yes' ELSE 'no' END");
		return;
	case CORE_RANK:
		rank_shown(q, now);
		return;
	case CORE_LATE:
		late(q, now);
		return;
	case CORE_REGIME:
		regime(q);
		return;
	case CORE_SCOPE:
		scope(q);
		return;
	case CORE_OPEN:
	case CORE_CHILD:
	case CORE_DID:
	case CORE_CLOCK:
	case CORE_LATELY:
	case CORE_ATTRS:
		break;
	}
	BUG("attribute %d is a set and no value", (int)c);
}

static void by_name(struct query *q, const char *sql, struct str name)
{
	query_sql(q, sql);
	query_text(q, name);
	query_sql(q, ")");
}

/* Answers are kept as text; those of number questions are compared as numbers, and an
 * absence there is text still. Of a blind record readers have their own, from the seat they
 * had; the last one given. */
static void answer(struct query *q, const struct attr *at)
{
	query_sql(q, at->type == VT_INT ? "(SELECT CASE WHEN w.value GLOB '[-0-9]*' THEN "
					  "CAST(w.value AS INTEGER) ELSE w.value END"
					: "(SELECT w.value");
	query_sql(q, " FROM answer w WHERE w.record = r.id AND w.question = ");
	query_text(q, at->name);
	if (q->sight.blind) {
		query_sql(q, " AND (w.seat = 0 OR (r.blind = 1 AND (w.seat = -1 OR w.by = ");
		query_text(q, q->sight.v->user);
		query_sql(q, "))) AND ");
		seen_answer(q);
		query_sql(q, " ORDER BY w.seq DESC LIMIT 1)");
	} else {
		query_sql(q, " AND w.seat = 0)");
	}
}

void attr_sql(struct query *q, const struct attr *at, int64_t now)
{
	switch (at->home) {
	case AT_CORE:
		core(q, at->core, now);
		return;
	case AT_FIELD:
		query_str(q, field_sql(q->arena, at->name));
		return;
	case AT_TEXT:
		by_name(q,
		    "(SELECT w.body FROM record_text w WHERE w.record = r.id AND w.name = ",
		    at->name);
		return;
	case AT_ANSWER:
		answer(q, at);
		return;
	}
}

bool is_folded(const struct attr *at)
{
	switch (at->type) {
	case VT_LINE:
	case VT_STAFF:
	case VT_USER:
		return true;
	case VT_TEXT:
	case VT_INT:
	case VT_DATE:
	case VT_CHOICE:
	case VT_CHOICES:
	case VT_TIME:
		return false;
	}
	return false;
}

bool day_bounds(struct str day, int64_t *from, int64_t *to)
{
	int32_t d;

	if (!day_read(day, &d))
		return false;
	*from = london_end_of_day(d - 1);
	*to = london_end_of_day(d) - 1;
	return true;
}
