/* SPDX-License-Identifier: MIT */
/* Accounts, imports, packs and the opening of the review. */
#include "store/project.h"

bool project_review_opened(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_review_put, "isis", ev->seq, json_get_text(b, "title"),
	    (int64_t)json_get_bool(b, "training"), json_get_text(b, "owner"));
}

bool project_pack_applied(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_pack_put, "iss", ev->seq, json_get_text(ev->body, "id"),
	    json_get_text(ev->body, "name"));
}

static bool put_roles(struct store *st, const struct json *b, struct err *e)
{
	const struct json *roles = json_get(b, "roles");

	for (size_t i = 0; i < roles->n; i++)
		if (!stmt_run(st, e, SQL_role_put, "sis", json_get_text(b, "name"), (int64_t)i,
			roles->v[i]->s))
			return false;
	return true;
}

bool project_user_added(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	if (stmt_run(st, e, SQL_user_put, "sss", json_get_text(b, "name"),
		json_get_text(b, "full"), json_get_text(b, "staff")))
		return put_roles(st, b, e);
	if (e->kind == ERR_CONFLICT)
		err_set(e, ERR_CONFLICT, "there is an account %.*s already",
		    STR_ARG(json_get_text(b, "name")));
	return false;
}

bool project_user_changed(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_role_clear, "s", json_get_text(ev->body, "name")) &&
	       put_roles(st, ev->body, e);
}

/* The last day said is the one that holds. */
bool project_user_trained(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_skill_put, "sss", json_get_text(ev->body, "name"),
	    json_get_text(ev->body, "competence"), json_get_text(ev->body, "until"));
}

bool project_user_disabled(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_user_close, "s", json_get_text(ev->body, "name"));
}

bool project_user_absent(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_user_away, "soo", json_get_text(ev->body, "name"),
	    json_get_text(ev->body, "until"), json_get_text(ev->body, "reason"));
}

bool project_user_back(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(
	    st, e, SQL_user_away, "soo", json_get_text(ev->body, "name"), STR(""), STR(""));
}

bool project_batch_imported(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_batch_put, "sissssssiiii", json_get_text(b, "batch"),
	    ev->seq, json_get_text(b, "file"), json_get_text(b, "source"),
	    json_get_text(b, "map"), json_get_text(b, "sha256"), ev->at_text, ev->actor,
	    json_get_int(b, "read", 0), json_get_int(b, "added", 0), json_get_int(b, "same", 0),
	    json_get_int(b, "changed", 0));
}
