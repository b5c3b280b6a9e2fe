/* SPDX-License-Identifier: MIT */
/* Questions on work, and accounts whose queue pauses. */
#include "store/project.h"

/* ---- questions ------------------------------------------------------------------ */

bool project_query_raised(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_query_raise, "iisssssoi", ev->seq, r.id,
		   json_get_text(b, "question"), json_get_text(b, "form"),
		   json_get_text(b, "text"), ev->actor, json_get_text(b, "to"),
		   json_get_text(b, "transition"), ev->at) &&
	       stmt_run(st, e, SQL_record_query, "i", r.id);
}

bool project_query_answered(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_query_answer, "isi", json_get_int(b, "query", 0),
		   json_get_text(b, "text"), ev->at) &&
	       stmt_run(st, e, SQL_record_query, "i", r.id);
}

bool project_query_closed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_query_close, "iis", json_get_int(b, "query", 0), ev->seq,
		   json_get_text(b, "text")) &&
	       stmt_run(st, e, SQL_record_query, "i", r.id);
}

/* ---- known-answer cases ----------------------------------------------------------- */

bool project_reviewer_paused(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_trainee_pause, "s", json_get_text(ev->body, "user"));
}

bool project_reviewer_resumed(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(
	    st, e, SQL_trainee_resume, "si", json_get_text(ev->body, "user"), ev->seq);
}
