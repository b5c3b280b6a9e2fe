/* SPDX-License-Identifier: MIT */
/*
 * Passing over the rules that close a step: what the form lacks, what the guard forbids;
 * never who may do it. One person asks, another agrees, both with a reason, and the step is
 * the second one's act. Nothing moves before.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

/* ---- asking ---- */

static bool holds_any(const struct person *p, struct strs roles)
{
	for (size_t i = 0; i < roles.n; i++)
		if (str_has(p->roles, roles.v[i]))
			return true;
	return false;
}

static bool may_ask(struct desk *d, const struct me *m, const struct casefile *c,
    const struct step *s, struct err *e)
{
	struct str roles;

	if (s->open)
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_OPEN, STR_ARG(s->t->label));
	if (!s->may_override) {
		for (size_t i = 0; i < s->closed.n; i++)
			err_more(e, ERR_REFUSED, "%.*s", STR_ARG(s->closed.v[i]));
		if (s->t->override.n == 0)
			return err_more(
			    e, ERR_REFUSED, REFUSED_OVERRIDE_NEVER, STR_ARG(s->t->label));
		return err_more(e, ERR_REFUSED, REFUSED_OVERRIDE_PERSON);
	}
	if (casefile_mine(m, c) || holds_any(&m->person, s->t->override))
		return true;
	roles = say_list(d->arena, role_labels(d->arena, c->pack, s->t->override), "or");
	return err_set(
	    e, ERR_REFUSED, REFUSED_OVERRIDE_ASK, STR_ARG(c->all.ref), STR_ARG(roles));
}

bool review_override(
    struct desk *d, const struct req_override *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct event_row first;
	struct step step = {0};
	struct casefile c;
	struct str reason;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!casefile_load(d, &m, q->ref, &c, e) || !step_named(d, &m, &c, q->step, &step, e) ||
	    !may_ask(d, &m, &c, &step, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_REASON);
	body_text(d->arena, body, "transition", step.t->id);
	body_text(d->arena, body, "state", c.all.state);
	body_list(d->arena, body, "closed", step.closed);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(d->arena,
	    "%.*s: a second person must now agree to %.*s; nothing has moved",
	    STR_ARG(c.all.ref), STR_ARG(step.t->label));
	return desk_append(d, EVENT_OVERRIDE_ASKED, c.all.ref, body, &r->seq, e);
}

/* ---- judging ---- */

struct judging {
	struct override_row row;
	struct casefile c;
	const struct transition *t;
};

static bool has_event(
    struct desk *d, const struct override_row *o, const char *type, bool *yes, struct err *e)
{
	struct event_filter f = {
	    .record = o->record, .type = str_of(type), .after = o->seq, .limit = 1};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	*yes = rows.n > 0;
	return true;
}

/* What was asked for was asked about the record as it stood then. */
static bool still_there(struct desk *d, struct judging *j, struct err *e)
{
	const struct override_row *o = &j->row;
	bool moved, mapped;

	if (!has_event(d, o, "record.moved", &moved, e) ||
	    !has_event(d, o, "record.mapped", &mapped, e))
		return false;
	j->t = type_transition(j->c.type, o->transition);
	if (moved || mapped || !str_eq(j->c.all.state, o->state) || !j->t)
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_MOVED, STR_ARG(j->c.all.ref));
	return true;
}

/* The record as it will be once the other of the two has acted too. */
static struct case_view with_other(struct desk *d, const struct case_view *c, struct str other)
{
	struct did *did = arena_new(d->arena, struct did, c->ndid + 1);
	struct case_view view = *c;

	for (size_t i = 0; i < c->ndid; i++)
		did[i] = c->did[i];
	did[c->ndid] = (struct did){STR("override"), other};
	view.did = did;
	view.ndid++;
	return view;
}

/* Is the step closed to this person as a person? Every reason, behind their name. */
static bool person_may(struct desk *d, const struct judging *j, const struct person *p,
    struct str other, const struct strs *by, struct str name, struct err *e)
{
	struct case_view view = with_other(d, &j->c.view, other);
	struct step step = {0};

	if (!hard_step(d->arena, &view, p, j->t->id, by, &step))
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_STATE, STR_ARG(j->t->label));
	for (size_t i = 0; i < step.closed.n; i++)
		err_more(e, ERR_REFUSED, "%.*s%s%.*s", STR_ARG(name), name.n ? ": " : "",
		    STR_ARG(step.closed.v[i]));
	return step.open;
}

static bool first_may(
    struct desk *d, const struct me *m, const struct judging *j, struct err *e)
{
	struct str name = me_words(d, j->row.first);
	struct user_row u = {0};
	struct strs by = {0};
	struct me first;

	if (!user_get(d->rv->store, d->arena, j->row.first, &u, e))
		return false;
	me_of(d, &u, &first);
	for (size_t i = 0; i < j->t->by.n; i++)
		*arena_push(d->arena, &by) = j->t->by.v[i];
	for (size_t i = 0; i < j->t->override.n; i++)
		*arena_push(d->arena, &by) = j->t->override.v[i];
	if (u.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_GONE, STR_ARG(name));
	return person_may(d, j, &first.person, m->person.name, &by, name, e);
}

/* Nobody's work is taken from under their hands: the holder is one of the two, or nobody. */
static bool no_third(struct desk *d, const struct me *m, const struct judging *j, struct err *e)
{
	return str_eq(j->c.all.holder, j->row.first) || casefile_free(d, m, &j->c, e);
}

static bool agree(struct desk *d, const struct me *m, struct judging *j, struct err *e)
{
	return still_there(d, j, e) && no_third(d, m, j, e) && first_may(d, m, j, e) &&
	       person_may(d, j, &m->person, j->row.first, &j->t->override, STR(""), e);
}

static bool may_judge(struct desk *d, const struct me *m, struct judging *j, struct err *e)
{
	const struct override_row *o = &j->row;
	struct str roles, words = me_words(d, o->second);

	j->t = type_transition(j->c.type, o->transition);
	if (o->verdict.n)
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_JUDGED, STR_ARG(words),
		    STR_ARG(o->verdict));
	if (str_eq(o->first, m->person.name))
		return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_OWN);
	if (!j->t || holds_any(&m->person, j->t->override))
		return true;
	roles = say_list(d->arena, role_labels(d->arena, j->c.pack, j->t->override), "or");
	return err_set(e, ERR_REFUSED, REFUSED_OVERRIDE_FOR, STR_ARG(roles));
}

static bool write_verdict(struct desk *d, const struct judging *j, bool agreed,
    struct str reason, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct str label = j->t ? j->t->label : j->row.transition;

	body_int(d->arena, body, "override", j->row.seq);
	body_bool(d->arena, body, "agreed", agreed);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(
	    d->arena, "%.*s: %.*s is not taken", STR_ARG(j->c.all.ref), STR_ARG(label));
	return desk_append(d, EVENT_OVERRIDE_JUDGED, j->c.all.ref, body, &r->seq, e);
}

static bool judge(struct desk *d, const struct me *m, struct judging *j,
    const struct req_override_judge *q, struct rep_done *r, struct err *e)
{
	struct rep_moved moved;
	struct str reason;

	if (!may_judge(d, m, j, e) || !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_VERDICT_REASON);
	if (!q->agree)
		return write_verdict(d, j, false, reason, r, e);
	if (!agree(d, m, j, e) || !write_verdict(d, j, true, reason, r, e) ||
	    !take_step(d, m, &j->c, j->t, j->row.reason, j->row.seq, &moved, e))
		return false;
	r->text = moved.text;
	return true;
}

bool review_override_judge(
    struct desk *d, const struct req_override_judge *q, struct rep_done *r, struct err *e)
{
	struct judging j = {0};
	struct event_row first;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	return override_get(d->rv->store, d->arena, &m.viewer, q->override, &j.row, e) &&
	       casefile_load(d, &m, j.row.record, &j.c, e) && judge(d, &m, &j, q, r, e);
}
