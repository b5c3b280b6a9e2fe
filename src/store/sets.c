/* SPDX-License-Identifier: MIT */
/* Attributes that hold several codes and are no column: whether one of them is there. */
#include "store/viewer.h"
#include "store/where.h"

bool attr_is_set(const struct attr *at)
{
	return at->home == AT_CORE &&
	       (at->core == CORE_OPEN || at->core == CORE_CHILD || at->core == CORE_DID ||
		   at->core == CORE_CLOCK || at->core == CORE_LATELY);
}

static void children(struct query *q, bool open)
{
	query_sql(q, "SELECT 1 FROM record w WHERE w.parent = r.ref AND ");
	query_sql(q, open ? "w.final = 0 AND " : "");
	viewer_where(q, "w.id");
	query_sql(q, " AND w.type");
}

/* What others cancelled is, to readers, still done. */
static void steps(struct query *q)
{
	query_sql(q, "SELECT 1 FROM did w WHERE w.record = r.id AND ");
	seen_did(q);
	query_sql(q, " AND w.transition");
}

void lately_steps(struct query *q, int64_t now)
{
	query_sql(q, "w.at >= ");
	query_int(q, london_end_of_day(london_day(now) - LATELY_DAYS));
	query_sql(q, " AND ");
	seen_taker(q);
}

/* Accounts are compared as other names are. */
static void lately(struct query *q, const struct expr *x, int64_t now)
{
	query_sql(q, "EXISTS (SELECT 1 FROM did w WHERE w.record = r.id AND ");
	lately_steps(q, now);
	if (x->op == EX_EQ) {
		query_sql(q, " AND lb_fold(w.by)");
		query_in(q, x->vals, x->nvals);
	} else if (x->op == EX_PREFIX) {
		query_sql(q, " AND substr(CAST(lb_fold(w.by) AS BLOB), 1, ");
		query_int(q, (int64_t)x->vals[0].s.n);
		query_sql(q, ") = CAST(");
		query_text(q, x->vals[0].s);
		query_sql(q, " AS BLOB)");
	}
	query_sql(q, ")");
}

void set_sql(struct query *q, const struct expr *x, int64_t now)
{
	if (x->attr->core == CORE_LATELY) {
		lately(q, x, now);
		return;
	}
	query_sql(q, "EXISTS (");
	if (x->attr->core == CORE_CLOCK)
		query_sql(q, "SELECT 1 FROM clock w WHERE w.record = r.id AND w.name");
	else if (x->attr->core == CORE_DID)
		steps(q);
	else
		children(q, x->attr->core == CORE_OPEN);
	if (x->op == EX_EQ)
		query_in(q, x->vals, x->nvals);
	else
		query_sql(q, " <> ''");
	query_sql(q, ")");
}

bool set_ids(struct query *q, const struct expr *x)
{
	if (x->op != EX_EQ)
		return false;
	switch ((int)x->attr->core) {
	case CORE_CLOCK:
		query_sql(q, "SELECT DISTINCT record AS id FROM clock WHERE name");
		break;
	case CORE_DID:
		query_sql(q, "SELECT DISTINCT record AS id FROM did WHERE transition");
		break;
	default:
		query_sql(q,
		    "SELECT DISTINCT p.id FROM record c CROSS JOIN record p ON p.ref = "
		    "c.parent WHERE c.parent IS NOT NULL AND c.type");
		break;
	}
	query_in(q, x->vals, x->nvals);
	return true;
}
