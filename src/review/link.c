/* SPDX-License-Identifier: MIT */
/*
 * Saying that two records belong together, judging it, taking it back. Both must be there for
 * the person. A kind that is judged counts only when a second person says they are the same.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { LINKS_MOST = 1000 };

struct linking {
	const struct link_kind *kind;
	struct record from, to;
	struct str reason;
};

static bool find_kind(
    struct desk *d, struct str name, const struct link_kind **out, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct strs names = {0};
	struct str near, all;

	*out = pack_link(p, name);
	if (*out)
		return true;
	for (size_t i = 0; i < p->links.n; i++)
		*arena_push(d->arena, &names) = p->links.v[i].id;
	near = say_near(d->arena, name, names);
	all = names.n ? say_list(d->arena, names, "and") : STR("none");
	return err_set(e, ERR_NOT_FOUND, "there is no kind of link '%.*s'%.*s\nkinds are %.*s",
	    STR_ARG(name), STR_ARG(near), STR_ARG(all));
}

/* The kind says which end is which; the person need not. */
static bool put_ends(struct linking *k, struct err *e)
{
	const struct link_kind *t = k->kind;
	struct record other;

	if (str_eq(k->from.ref, k->to.ref))
		return err_set(e, ERR_REFUSED, REFUSED_LINK_SELF);
	if (str_has(t->from, k->from.type) && str_has(t->to, k->to.type))
		return true;
	if (!str_has(t->from, k->to.type) || !str_has(t->to, k->from.type))
		return err_set(e, ERR_REFUSED, REFUSED_LINK_KIND, STR_ARG(t->label),
		    STR_ARG(k->from.type), STR_ARG(k->to.type));
	other = k->from;
	k->from = k->to;
	k->to = other;
	return true;
}

static bool is_new(struct desk *d, const struct me *m, const struct linking *k, struct err *e)
{
	struct link_rows rows = {0};

	if (!link_list(d->rv->store, d->arena, &m->viewer, k->from.ref, LINKS_MOST, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct link_row *w = &rows.v[i];
		bool same = str_eq(w->to, k->to.ref) || str_eq(w->from, k->to.ref);
		if (same && !w->removed && str_eq(w->kind, k->kind->id))
			return err_set(e, ERR_CONFLICT,
			    "%.*s and %.*s have this link already (%lld%s%.*s); to judge it "
			    "anew, take it away first",
			    STR_ARG(k->from.ref), STR_ARG(k->to.ref), (long long)w->seq,
			    w->verdict.n ? ", judged " : "", STR_ARG(w->verdict));
	}
	return true;
}

static bool propose(struct desk *d, const struct linking *k, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "to", k->to.ref);
	body_text(d->arena, body, "kind", k->kind->id);
	body_text(d->arena, body, "reason", k->reason);
	body_bool(d->arena, body, "counts", !k->kind->judged);
	r->text = arena_printf(d->arena, "%.*s and %.*s are linked: %.*s%s",
	    STR_ARG(k->from.ref), STR_ARG(k->to.ref), STR_ARG(k->kind->label),
	    k->kind->judged ? "; it counts when a second person agrees" : "");
	return desk_append(d, EVENT_LINK_PROPOSED, k->from.ref, body, &r->seq, e) &&
	       autos_run(d, k->from.ref, e) && autos_run(d, k->to.ref, e);
}

/* Who may write on a case, once, on a sound database. */
static bool begin(struct desk *d, struct me *m, struct rep_done *r, bool *done, struct err *e)
{
	struct event_row first;

	*r = (struct rep_done){0};
	*done = false;
	if (!desk_begin(d, RIGHT_TAKE | RIGHT_NOTE, m, done, &first, e))
		return false;
	return !*done || desk_done_before(d, &first, r);
}

bool review_link(struct desk *d, const struct req_link *q, struct rep_done *r, struct err *e)
{
	struct linking k = {0};
	struct casefile c;
	struct me m;
	bool done;

	if (!begin(d, &m, r, &done, e))
		return false;
	if (done)
		return true;
	if (!casefile_load(d, &m, q->ref, &c, e) ||
	    !record_get(d->rv->store, d->arena, &m.viewer, q->other, &k.to, e) ||
	    !find_kind(d, q->kind, &k.kind, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &k.reason, e))
		return false;
	k.from = c.rec;
	return put_ends(&k, e) && is_new(d, &m, &k, e) && propose(d, &k, r, e);
}

/* ---- the second person ---- */

static bool may_judge(const struct me *m, const struct link_row *w, struct err *e)
{
	if (w->removed)
		return err_set(e, ERR_CONFLICT, "the link was taken away");
	if (w->verdict.n)
		return err_set(e, ERR_CONFLICT, "the link is judged already: %.*s, by %.*s",
		    STR_ARG(w->verdict), STR_ARG(w->judged_by));
	if (str_eq(w->by, m->person.name))
		return err_set(e, ERR_REFUSED, REFUSED_LINK_OWN);
	return true;
}

static bool known_verdict(struct str v, struct err *e)
{
	if (str_is(v, "same") || str_is(v, "different") || str_is(v, "cannot_tell"))
		return true;
	return err_set(e, ERR_INPUT,
	    "'%.*s' is not a verdict; expected same, different or cannot_tell", STR_ARG(v));
}

static bool both_changed(struct desk *d, const struct link_row *w, struct err *e)
{
	return autos_run(d, w->from, e) && autos_run(d, w->to, e);
}

bool review_link_judge(
    struct desk *d, const struct req_link_judge *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct link_row w;
	struct str reason;
	struct me m;
	bool done;

	if (!begin(d, &m, r, &done, e))
		return false;
	if (done)
		return true;
	if (!link_get(d->rv->store, d->arena, &m.viewer, q->link, &w, e) ||
	    !known_verdict(q->verdict, e) || !may_judge(&m, &w, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	body_int(d->arena, body, "link", w.seq);
	body_text(d->arena, body, "verdict", q->verdict);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(d->arena, "%.*s and %.*s: %s", STR_ARG(w.from), STR_ARG(w.to),
	    str_is(q->verdict, "same") ? "the link counts" : "the link does not count");
	return desk_append(d, EVENT_LINK_JUDGED, w.from, body, &r->seq, e) &&
	       both_changed(d, &w, e);
}

bool review_unlink(
    struct desk *d, const struct req_unlink *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct link_row w;
	struct str reason;
	struct me m;
	bool done;

	if (!begin(d, &m, r, &done, e))
		return false;
	if (done)
		return true;
	if (!link_get(d->rv->store, d->arena, &m.viewer, q->link, &w, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (w.removed)
		return err_set(e, ERR_CONFLICT, "the link was taken away already");
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_LINK_REASON);
	body_int(d->arena, body, "link", w.seq);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(d->arena, "the link between %.*s and %.*s counts no more",
	    STR_ARG(w.from), STR_ARG(w.to));
	return desk_append(d, EVENT_LINK_REMOVED, w.from, body, &r->seq, e) &&
	       both_changed(d, &w, e);
}
