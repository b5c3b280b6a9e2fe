/* SPDX-License-Identifier: MIT */
/*
 * Taking a transition. Answers that come along are saved first, in the same transaction:
 * when the step is refused nothing of them stays. All reasons against it are told at once.
 */
#include "review/answering.h"
#include "review/move.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

bool step_named(struct desk *d, const struct me *m, const struct casefile *c, struct str id,
    struct step *out, struct err *e)
{
	struct str state = state_words(c->type, c->all.state), near, all;
	struct strs ids = {0};

	if (step_of(d->arena, &c->view, &m->person, id, out))
		return true;
	for (size_t i = 0; i < c->type->transitions.n; i++)
		if (str_has(c->type->transitions.v[i].from, c->all.state) &&
		    !c->type->transitions.v[i].automatic)
			*arena_push(d->arena, &ids) = c->type->transitions.v[i].id;
	near = say_near(d->arena, id, ids);
	all = say_list(d->arena, ids, "and");
	return err_set(e, ERR_NOT_FOUND,
	    "there is no step '%.*s' from the state %.*s%.*s%s%.*s", STR_ARG(id),
	    STR_ARG(state), STR_ARG(near),
	    ids.n ? "\nthe steps are " : "\nno step leads on from there", STR_ARG(all));
}

bool step_open(struct desk *d, const struct me *m, const struct casefile *c, struct str id,
    struct str given, struct step *step, struct str *reason, struct err *e)
{
	if (!step_named(d, m, c, id, step, e) ||
	    !desk_text("reason", given, REASON_MAX, reason, e))
		return false;
	for (size_t i = 0; !step->open && i < step->closed.n; i++)
		err_more(e, ERR_REFUSED, "%.*s", STR_ARG(step->closed.v[i]));
	if (step->t->reason && reason->n == 0)
		return err_more(e, ERR_REFUSED, REFUSED_STEP_REASON, STR_ARG(step->t->label));
	return step->open ||
	       (e->kind != ERR_NONE ? false : err_set(e, ERR_REFUSED, REFUSED_STEP_CLOSED));
}

/* ---- the first answer again ---- */

/* The first event of this kind that the actor caused on the record from `seq` on; *found
 * false when there is none. */
static bool caused(struct desk *d, const struct event_row *first, const char *type,
    struct event_row *out, bool *found, struct err *e)
{
	struct event_filter f = {.record = first->record,
	    .actor = d->user,
	    .type = str_of(type),
	    .after = first->seq - 1,
	    .limit = 1};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	*found = rows.n > 0;
	if (*found)
		*out = rows.v[0];
	return true;
}

/* The first event may be one of the answers that came along; the step stands behind them. */
static bool step_event(
    struct desk *d, const struct event_row *first, struct event_row *out, struct err *e)
{
	static const enum event_type steps[] = {
	    EVENT_RECORD_MOVED, EVENT_SEAT_LOCKED, EVENT_READING_SCORED, EVENT_READING_CLOSED};
	bool any = false;

	for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++) {
		struct event_row ev;
		bool found;
		if (!caused(d, first, event_name(steps[i]), &ev, &found, e))
			return false;
		if (found && (!any || ev.seq < out->seq))
			*out = ev;
		any = any || found;
	}
	return any || err_set(e, ERR_CORRUPT, "what this request did cannot be read");
}

static bool moved_before(struct desk *d, const struct me *m, const struct event_row *first,
    struct str asked, struct rep_moved *r, struct err *e)
{
	struct json *body = NULL;
	struct moved_was w = {0};
	const struct transition *t;
	const struct state *from;
	struct event_row ev = {0};
	struct casefile c;

	if (!step_event(d, first, &ev, e) || !casefile_load(d, m, first->record, &c, e) ||
	    !json_parse(d->arena, ev.body, &body, e))
		return false;
	w = (struct moved_was){.step = json_get_text(body, "transition"),
	    .from = json_get_text(body, "from"),
	    .to = json_get_text(body, "to"),
	    .band = json_get_text(body, "band"),
	    .version = c.rec.version,
	    .seq = ev.seq};
	if (w.step.n == 0) /* the end of a reading names no step */
		w.step = asked;
	t = type_transition(c.type, w.step);
	if (w.from.n == 0 && t && t->from.n)
		w.from = w.to = t->from.v[0];
	from = type_state(c.type, w.from);
	w.locked = t && t->locks && from && from->seats.given;
	if (!time_read(json_get_text(body, "due"), &w.due))
		w.due = NO_TIME;
	moved_reply(d, m, &c, &w, r);
	return true;
}

bool review_decide(
    struct desk *d, const struct req_decide *q, struct rep_moved *r, struct err *e)
{
	struct step step = {0};
	struct event_row first;
	struct casefile c;
	struct str reason;
	struct me m;
	bool again;

	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e))
		return false;
	if (again)
		return moved_before(d, &m, &first, q->step, r, e);
	if (!casefile_load(d, &m, q->ref, &c, e) || !casefile_held(d, &m, &c, e) ||
	    !casefile_version(d, &m, &c, q->version, e))
		return false;
	if ((q->answers && !answers_save(d, &c, q->answers, e)) ||
	    !step_open(d, &m, &c, q->step, q->reason, &step, &reason, e))
		return false;
	return take_step(d, &m, &c, step.t, reason, 0, r, e);
}
