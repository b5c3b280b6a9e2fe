/* SPDX-License-Identifier: MIT */
/* Attributes that hold several codes and are no column: whether one of them is there. */
#include "store/viewer.h"
#include "store/where.h"

bool attr_is_set(const struct attr *at)
{
	return at->home == AT_CORE && (at->core == CORE_OPEN || at->core == CORE_CHILD ||
					  at->core == CORE_DID || at->core == CORE_CLOCK);
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

void set_sql(struct query *q, const struct expr *x)
{
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
