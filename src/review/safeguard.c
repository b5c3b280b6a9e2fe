/* SPDX-License-Identifier: MIT */
/*
 * Safeguarding now. Whoever sees a record and may write on it opens the urgent action under
 * it, held or not, whatever its state; the roles that the pack names are told and must
 * answer. A second danger on one record is a second action.
 */
#include "review/move.h"
#include "review/opening.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { UP_MAX = 64, ALERT_TEXT_MAX = 400, LINE_USUAL = 500 };

/* The record itself when the pack lets the action hang under it, else the nearest one above
 * that it may hang under, else the one at the root. */
static bool find_parent(struct desk *d, const struct me *m, struct str ref,
    const struct record_type *t, struct casefile *c, struct err *e)
{
	if (!casefile_load(d, m, ref, c, e))
		return false;
	for (int up = 0; up < UP_MAX; up++) {
		if (str_has(t->open.under, c->type->name) || c->rec.parent.n == 0)
			return true;
		if (!casefile_load(d, m, c->rec.parent, c, e))
			return false;
	}
	return true;
}

/* On one line and no longer than its field: nothing that somebody writes in danger may be
 * what keeps the action from being opened. The whole of it is the reason in the event. */
static struct value fitting(struct desk *d, const struct field *f, struct value v)
{
	size_t max = f && f->spec.max ? (size_t)f->spec.max : LINE_USUAL;
	char *p;

	if (!f || f->spec.type != VT_LINE || v.kind != V_STR)
		return v;
	p = arena_new(d->arena, char, v.s.n + 1);
	for (size_t i = 0; i < v.s.n; i++)
		p[i] = v.s.p[i] == '\n' || v.s.p[i] == '\t' ? ' ' : v.s.p[i];
	return value_str(say_cut(d->arena, (struct str){p, v.s.n}, max));
}

static struct json *action_fields(struct desk *d, const struct me *m, const struct casefile *c,
    const struct record_type *t, struct str text)
{
	const struct assigns *with = &d->rv->pack->safeguarding.with;
	struct json *fields = json_obj(d->arena);

	for (size_t i = 0; i < with->n; i++) {
		struct value v = assign_value(
		    d->arena, &with->v[i], &c->seen, &m->person, text, desk_today(d));
		v = fitting(d, type_field(t, with->v[i].name), v);
		if (v.kind != V_NONE)
			json_put_str(
			    d->arena, fields, with->v[i].name, value_json(d->arena, v));
	}
	return fields;
}

static bool tell(struct desk *d, struct str ref, struct str text, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct limit ack = p->safeguarding.ack;
	struct strs to = p->safeguarding.alert;

	if (ack.kind == LIMIT_NONE)
		ack = p->alerts.ack;
	return raise_alert(d, ref, STR("safeguarding"), to.n ? to : p->alerts.chain,
	    say_cut(d->arena, text, ALERT_TEXT_MAX), ack, 0, 0, e);
}

static bool open_action(struct desk *d, const struct me *m, const struct req_safeguard *q,
    struct rep_moved *r, struct err *e)
{
	const struct pack *p = d->rv->pack;
	const struct record_type *t = pack_type(p, p->safeguarding.type);
	struct casefile c;
	struct str text, ref;

	if (!t)
		return err_set(e, ERR_REFUSED, REFUSED_NO_SAFEGUARD);
	if (!desk_text("danger", q->text, REASON_MAX, &text, e) ||
	    !find_parent(d, m, q->ref, t, &c, e))
		return false;
	if (text.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_DANGER_WORDS);
	return open_record(d, t, &c, action_fields(d, m, &c, t, text), STR("safeguarding"),
		   text, &ref, e) &&
	       tell(d, ref, text, e) && autos_run(d, ref, e) && opening_reply(d, m, ref, r, e);
}

bool review_safeguard(
    struct desk *d, const struct req_safeguard *q, struct rep_moved *r, struct err *e)
{
	struct event_row first;
	struct me m;
	bool again;

	*r = (struct rep_moved){0};
	if (!desk_begin(d, RIGHT_TAKE | RIGHT_NOTE, &m, &again, &first, e))
		return false;
	if (again)
		return opening_before(d, &m, &first, r, e);
	return open_action(d, &m, q, r, e);
}
