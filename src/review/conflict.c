/* SPDX-License-Identifier: MIT */
/*
 * Conflicts of interest. The record, with all that hangs under it, no longer exists for the
 * account: declared for oneself, imposed on another by who assigns work. Lifting one needs a
 * third person: neither whom it is about nor who imposed it.
 */
#include "review/body.h"
#include "review/casefile.h"
#include "review/descend.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { EVENTS_MOST = 1000 };

/* How a conflict came over a record from the one above it. */
#define INHERITED "inherited"

struct conflict {
	struct str user, bar, reason; /* bar: @user */
	const char *how;
	size_t n; /* records under it that it reached */
};

static struct str bar_of(struct arena *a, struct str user)
{
	return arena_printf(a, "@%.*s", STR_ARG(user));
}

/* ---- declaring and imposing ---- */

static bool let_go(
    struct desk *d, const struct record *r, const struct conflict *k, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (!str_eq(r->holder, k->user))
		return true;
	body_text(d->arena, body, "reason", STR("a conflict of interest"));
	return desk_append(d, EVENT_RECORD_RELEASED, r->ref, body, NULL, e);
}

static bool declare_on(struct desk *d, const struct record *r, const struct conflict *k,
    const char *how, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "user", k->user);
	body_text(d->arena, body, "how", str_of(how));
	body_text(d->arena, body, "reason", k->reason);
	return let_go(d, r, k, e) &&
	       desk_append(d, EVENT_CONFLICT_DECLARED, r->ref, body, seq, e);
}

static bool declare(struct desk *d, const struct record *r, struct conflict *k,
    struct rep_done *out, struct err *e)
{
	struct records under;
	struct strs bars;

	if (!declare_on(d, r, k, k->how, &out->seq, e) ||
	    !descendants(d, d->arena, r->ref, &under, e))
		return false;
	for (size_t i = 0; i < under.n; i++) {
		if (!bars_of(d, d->arena, under.v[i].ref, &bars, e))
			return false;
		if (str_has(bars, k->bar))
			continue;
		k->n++;
		if (!declare_on(d, &under.v[i], k, INHERITED, NULL, e))
			return false;
	}
	return true;
}

static bool impose_on(struct desk *d, const struct me *m, const struct casefile *c,
    struct conflict *k, struct err *e)
{
	struct user_row u = {0};
	struct strs bars = {0};

	if (!(m->rights & RIGHT_ASSIGN))
		return err_set(e, ERR_REFUSED, REFUSED_CONFLICT_OTHER);
	if (!user_get(d->rv->store, d->arena, k->user, &u, e) ||
	    !bars_of(d, d->arena, c->rec.ref, &bars, e))
		return false;
	k->how = "imposed";
	return !str_has(bars, k->bar) ||
	       err_set(e, ERR_CONFLICT, "%.*s does not exist for %.*s already",
		   STR_ARG(c->rec.ref), STR_ARG(k->user));
}

/* ---- lifting ---- */

/* The event that brought it, when it is not from the record above. */
static bool own_event(struct desk *d, struct str ref, const struct conflict *k,
    struct event_row *out, bool *found, struct err *e)
{
	struct event_filter f = {.record = ref,
	    .type = str_of(event_name(EVENT_CONFLICT_DECLARED)),
	    .limit = EVENTS_MOST,
	    .newest_first = true};
	struct event_rows rows = {0};
	struct json *body;
	struct err none = {0};

	*found = false;
	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n && !*found; i++) {
		if (!rows.v[i].body.p || !json_parse(d->arena, rows.v[i].body, &body, &none) ||
		    !str_eq(json_get_text(body, "user"), k->user))
			continue;
		if (str_is(json_get_text(body, "how"), INHERITED))
			return true;
		*out = rows.v[i];
		*found = true;
	}
	return true;
}

static bool not_from_above(
    struct desk *d, const struct casefile *c, const struct conflict *k, struct err *e)
{
	struct strs bars = {0};

	if (c->rec.parent.n == 0)
		return true;
	if (!bars_of(d, d->arena, c->rec.parent, &bars, e))
		return false;
	return !str_has(bars, k->bar) || err_set(e, ERR_REFUSED, REFUSED_CONFLICT_ABOVE,
					     STR_ARG(c->rec.parent), STR_ARG(c->rec.ref));
}

static bool may_lift(struct desk *d, const struct me *m, const struct casefile *c,
    const struct conflict *k, struct err *e)
{
	struct event_row imposed = {0};
	struct strs bars = {0};
	bool found;

	if (!(m->rights & RIGHT_ASSIGN))
		return err_set(e, ERR_REFUSED, REFUSED_CONFLICT_LIFT);
	if (!bars_of(d, d->arena, c->rec.ref, &bars, e))
		return false;
	if (!str_has(bars, k->bar))
		return err_set(e, ERR_NOT_FOUND,
		    "no conflict of interest of %.*s stands on %.*s", STR_ARG(k->user),
		    STR_ARG(c->rec.ref));
	if (!not_from_above(d, c, k, e) || !own_event(d, c->rec.ref, k, &imposed, &found, e))
		return false;
	return !found || !str_eq(imposed.actor, m->person.name) ||
	       err_set(e, ERR_REFUSED, REFUSED_CONFLICT_OWN);
}

static bool lift_on(
    struct desk *d, struct str ref, const struct conflict *k, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "user", k->user);
	body_text(d->arena, body, "reason", k->reason);
	return desk_append(d, EVENT_CONFLICT_LIFTED, ref, body, seq, e);
}

/* What was declared on a record of its own stays, with all that hangs under that. */
static bool lift_under(struct desk *d, struct str ref, struct conflict *k, struct err *e)
{
	struct viewer all = {.engine = true};
	struct records under = {0};

	if (!record_children(d->rv->store, d->arena, &all, ref, EVENTS_MOST * 100, &under, e))
		return false;
	for (size_t i = 0; i < under.n; i++) {
		struct event_row ev;
		struct strs bars = {0};
		bool own;
		if (!own_event(d, under.v[i].ref, k, &ev, &own, e) ||
		    !bars_of(d, d->arena, under.v[i].ref, &bars, e))
			return false;
		if (own || !str_has(bars, k->bar))
			continue;
		k->n++;
		if (!lift_on(d, under.v[i].ref, k, NULL, e) ||
		    !lift_under(d, under.v[i].ref, k, e))
			return false;
	}
	return true;
}

/* ---- the use case ---- */

static struct str done_words(struct desk *d, const struct me *m, const struct casefile *c,
    const struct conflict *k, bool lift)
{
	bool own = str_eq(k->user, m->person.name);
	struct str who = own ? STR("you") : me_words(d, k->user), under = {0};

	if (k->n)
		under = arena_printf(
		    d->arena, ", with %zu record%s under it", k->n, plural((int64_t)k->n));
	return arena_printf(d->arena, "%.*s%.*s %s for %.*s", STR_ARG(c->rec.ref),
	    STR_ARG(under), lift ? "is there again" : "no longer exists", STR_ARG(who));
}

static bool conflict_carry(struct desk *d, const struct me *m, const struct req_conflict *q,
    struct casefile *c, struct rep_done *r, struct err *e)
{
	struct str user = q->user.n ? str_trim(q->user) : m->person.name;
	struct conflict k = {.user = user, .bar = bar_of(d->arena, user), .how = "declared"};
	bool own = str_eq(user, m->person.name), ok;

	if (!desk_text("reason", q->reason, REASON_MAX, &k.reason, e))
		return false;
	if (k.reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_CONFLICT_REASON);
	if (q->lift)
		ok = may_lift(d, m, c, &k, e) && lift_on(d, c->rec.ref, &k, &r->seq, e) &&
		     lift_under(d, c->rec.ref, &k, e);
	else
		ok = (own || impose_on(d, m, c, &k, e)) && declare(d, &c->all, &k, r, e);
	r->text = ok ? done_words(d, m, c, &k, q->lift) : STR("");
	return ok;
}

bool review_conflict(
    struct desk *d, const struct req_conflict *q, struct rep_done *r, struct err *e)
{
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	return casefile_load(d, &m, q->ref, &c, e) && conflict_carry(d, &m, q, &c, r, e);
}
