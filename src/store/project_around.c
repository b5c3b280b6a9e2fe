/* SPDX-License-Identifier: MIT */
/* What hangs on a record: alerts, conflicts of interest, links, overrides. */
#include "store/project.h"

/* ---- alerts ------------------------------------------------------------------- */

static bool put_alert_roles(
    struct store *st, int64_t alert, const struct json *to, struct err *e)
{
	for (size_t i = 0; i < to->n; i++)
		if (!stmt_run(st, e, SQL_alert_role_add, "iis", alert, (int64_t)i, to->v[i]->s))
			return false;
	return true;
}

bool project_alert_raised(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	int64_t of = json_get_int(b, "of", 0);
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_alert_add, "iisstisii", ev->seq, r.id,
		   json_get_text(b, "name"), json_get_text(b, "text"), time_in(b, "due"),
		   ev->at, ev->actor, json_get_int(b, "level", 0), of) &&
	       put_alert_roles(st, ev->seq, json_get(b, "to"), e) &&
	       (of == 0 || stmt_run(st, e, SQL_alert_grow, "i", of)) &&
	       stmt_run(st, e, SQL_record_alerts, "i", r.id);
}

bool project_alert_acknowledged(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_alert_ack, "iiiss", json_get_int(b, "alert", 0), ev->seq,
		   ev->at, ev->actor, json_get_text(b, "text")) &&
	       stmt_run(st, e, SQL_record_alerts, "i", r.id);
}

/* ---- conflicts of interest ------------------------------------------------------ */

static struct str account_bar(struct store *st, const struct json *body)
{
	return arena_printf(&st->scratch, "@%.*s", STR_ARG(json_get_text(body, "user")));
}

/* Bars of accounts are not in the counters, so nobody leaves or joins them. */
bool project_conflict_declared(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_bar_put, "is", r.id, account_bar(st, ev->body));
}

bool project_conflict_lifted(struct store *st, const struct occurrence *ev, struct err *e)
{
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_bar_drop, "is", r.id, account_bar(st, ev->body));
}

/* ---- links -------------------------------------------------------------------- */

bool project_link_proposed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r, other;

	return subject_find(st, ev, &r, e) &&
	       subject_of(st, json_get_text(b, "to"), &other, e) &&
	       stmt_run(st, e, SQL_link_add, "iiisssii", ev->seq, r.id, other.id,
		   json_get_text(b, "kind"), json_get_text(b, "reason"), ev->actor, ev->at,
		   (int64_t)json_get_bool(b, "counts"));
}

bool project_link_judged(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_link_judge, "isis", json_get_int(b, "link", 0),
	    json_get_text(b, "verdict"), ev->seq, ev->actor);
}

bool project_link_removed(struct store *st, const struct occurrence *ev, struct err *e)
{
	return stmt_run(st, e, SQL_link_remove, "iis", json_get_int(ev->body, "link", 0),
	    ev->seq, ev->actor);
}

/* ---- overrides ------------------------------------------------------------------ */

bool project_override_asked(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_override_add, "iisssssi", ev->seq, r.id,
		   json_get_text(b, "transition"), json_get_text(b, "state"),
		   json_text(&st->scratch, json_get(b, "closed")), json_get_text(b, "reason"),
		   ev->actor, ev->at);
}

bool project_override_judged(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;

	return stmt_run(st, e, SQL_override_judge, "iiiss", json_get_int(b, "override", 0),
	    (int64_t)json_get_bool(b, "agreed"), ev->seq, ev->actor,
	    json_get_text(b, "reason"));
}
