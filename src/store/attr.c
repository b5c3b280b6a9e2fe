/* SPDX-License-Identifier: MIT */
/* Attributes of expressions as SQL values over record r. */
#include "store/fields.h"
#include "store/where.h"

static const char *const core_sql[CORE_ATTRS] = {
    [CORE_REF] = "r.ref",
    [CORE_TYPE] = "r.type",
    [CORE_STATE] = "r.state",
    [CORE_BAND] = "r.band",
    [CORE_QUEUE] = "r.queue",
    [CORE_HOLDER] = "r.holder",
    [CORE_BATCH] = "r.batch",
    [CORE_DUE] = "r.due",
    [CORE_OPENED] = "r.opened",
    [CORE_MOVED] = "r.moved",
    [CORE_WAKE] = "r.wake",
    [CORE_NOTES] = "r.notes",
    [CORE_FLAG] = "r.flag",
    [CORE_PARENT] = "r.parent",
    [CORE_OPEN] = "NULL",
    [CORE_CHILD] = "NULL",
    [CORE_DID] = "NULL",
    [CORE_CLOCK] = "NULL",
    [CORE_ALERT] = "NULL",
    [CORE_AGREED] = "NULL",
    [CORE_REGIME] = "NULL",
    [CORE_SCOPE] = "NULL",
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

/* A plus sign before a column: the page's order chooses the index, not the condition. */
static void core(struct query *q, enum core_attr c, int64_t now)
{
	if (c == CORE_RANK) {
		rank_shown(q, now);
	} else if (c == CORE_LATE) {
		query_sql(q, "CASE WHEN r.due < ");
		query_int(q, now);
		query_sql(q, " THEN 'yes' ELSE 'no' END");
	} else {
		query_sql(q, "+");
		query_sql(q, core_sql[c]);
	}
}

static void by_name(struct query *q, const char *sql, struct str name)
{
	query_sql(q, sql);
	query_text(q, name);
	query_sql(q, ")");
}

/* Answers are kept as text; those of number questions are compared as numbers, and an
 * absence there is text still. */
static void answer(struct query *q, const struct attr *at)
{
	if (at->type == VT_INT)
		by_name(q,
		    "(SELECT CASE WHEN w.value GLOB '[-0-9]*' THEN CAST(w.value AS INTEGER)"
		    " ELSE w.value END FROM answer w"
		    " WHERE w.record = r.id AND w.seat = 0 AND w.question = ",
		    at->name);
	else
		by_name(q,
		    "(SELECT w.value FROM answer w"
		    " WHERE w.record = r.id AND w.seat = 0 AND w.question = ",
		    at->name);
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
