/* SPDX-License-Identifier: MIT */
/* Who may see what, as SQL: the one place that says it. */
#include "store/viewer.h"

bool viewer_sees_all(const struct viewer *v)
{
	return v->engine || (v->cases && v->staff.n == 0);
}

/* The same as may_see of the rules, once rights have said that case data may be read
 * at all: a record does not exist for the staff whom it bars. */
void viewer_where(struct query *q, const struct viewer *v, const char *id)
{
	if (viewer_sees_all(v)) {
		query_sql(q, "1");
	} else if (!v->cases) {
		query_sql(q, "0");
	} else {
		query_sql(q, "NOT EXISTS (SELECT 1 FROM record_bar b WHERE b.record = ");
		query_sql(q, id);
		query_sql(q, " AND b.staff = ");
		query_text(q, v->staff);
		query_sql(q, ")");
	}
}
