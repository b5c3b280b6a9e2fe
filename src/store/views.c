/* SPDX-License-Identifier: MIT */
/* Expressions kept under a name: projected and read. */
#include "lookback/store/people.h"
#include "store/project.h"

bool project_view_saved(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_view_put, "ssssssi", json_get_text(b, "user"),
	    json_get_text(b, "role"), json_get_text(b, "name"), json_get_text(b, "expr"),
	    json_get_text(b, "order"), ev->actor, ev->seq);
}

bool project_view_dropped(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_view_drop, "sss", json_get_text(b, "user"),
	    json_get_text(b, "role"), json_get_text(b, "name"));
}

bool view_all(struct store *st, struct arena *a, struct str user, struct str role,
    struct view_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_view_list, "ss", user, role);
	enum got got = GOT_ERROR;

	*out = (struct view_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW) {
		struct view_row *v = arena_push(a, out);
		v->name = col_text(s, 0, a);
		v->expr = col_text(s, 1, a);
		v->order = col_text(s, 2, a);
		v->by = col_text(s, 3, a);
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
