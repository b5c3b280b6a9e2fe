/* SPDX-License-Identifier: MIT */
/*
 * Taking note of an alert. It stands for its whole line, the alerts that it grew from and
 * those that grew from it: whoever is told by any of them may answer for all.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { LINE_MAX = 1000 };

static const struct alert_row *row_of(const struct alert_rows *all, int64_t seq)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].seq == seq)
			return &all->v[i];
	return NULL;
}

/* The alert that a line began with. */
static int64_t root_of(const struct alert_rows *all, int64_t seq)
{
	const struct alert_row *w = row_of(all, seq);

	while (w && w->of) {
		seq = w->of;
		w = row_of(all, seq);
	}
	return seq;
}

/* Every role that any alert of the line went to. */
static bool line_roles(struct desk *d, const struct me *m, const struct alert_row *alert,
    struct strs *out, struct err *e)
{
	struct alert_query q = {.record = alert->record, .limit = LINE_MAX};
	struct alert_rows all = {0};
	int64_t root;

	if (!alert_list(d->rv->store, d->arena, &m->viewer, &q, &all, e))
		return false;
	root = root_of(&all, alert->seq);
	for (size_t i = 0; i < all.n; i++)
		for (size_t k = 0; root_of(&all, all.v[i].seq) == root && k < all.v[i].to.n;
		     k++)
			if (!str_has(*out, all.v[i].to.v[k]))
				*arena_push(d->arena, out) = all.v[i].to.v[k];
	return true;
}

static bool may_acknowledge(
    struct desk *d, const struct me *m, const struct alert_row *alert, struct err *e)
{
	struct strs roles = {0};
	struct str words;

	if (alert->acked_by.n) {
		words = me_words(d, alert->acked_by);
		return err_set(e, ERR_CONFLICT, "%.*s has taken note of it already: %.*s",
		    STR_ARG(words), STR_ARG(alert->acked_text));
	}
	if (!line_roles(d, m, alert, &roles, e))
		return false;
	for (size_t i = 0; i < roles.n; i++)
		if (str_has(m->account.roles, roles.v[i]))
			return true;
	words = say_list(d->arena, role_labels(d->arena, d->rv->pack, roles), "or");
	return err_set(e, ERR_REFUSED, REFUSED_ALERT_FOR, STR_ARG(words));
}

bool review_acknowledge(
    struct desk *d, const struct req_acknowledge *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct alert_row alert;
	struct event_row first;
	struct str text;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!alert_get(d->rv->store, d->arena, &m.viewer, q->alert, &alert, e) ||
	    !desk_text("word on what is done", q->text, NOTE_MAX, &text, e) ||
	    !may_acknowledge(d, &m, &alert, e))
		return false;
	if (text.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_ALERT_WORDS);
	body_int(d->arena, body, "alert", alert.seq);
	body_text(d->arena, body, "text", text);
	r->text = arena_printf(
	    d->arena, "the alert on %.*s is acknowledged in your name", STR_ARG(alert.record));
	return desk_append(d, EVENT_ALERT_ACKNOWLEDGED, alert.record, body, &r->seq, e) &&
	       autos_run(d, alert.record, e);
}
