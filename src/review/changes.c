/* SPDX-License-Identifier: MIT */
/*
 * What others did on the records of a screen since it was read. Asked again and again while a
 * person only looks, it writes nothing, keeps no claim alive, and tells what the log would tell
 * this viewer, but not what was said. Only rows that are sent anew are logged, as a list.
 */
#include "review/body.h"
#include "review/kinds.h"
#include "review/listing.h"
#include "review/rights.h"

enum {
	REFS_MAX = 300,
	BELOW_MAX = 400,
	EVENTS_READ = 400,
	ALERTS_TOLD = 10,
	CAME_TOLD = 20,
	WAITING_MAX = 100
};

struct changing {
	struct desk *d;
	const struct req_changes *q;
	struct me me;
	struct strs refs; /* that the viewer may see, with those below them where asked */
	struct rep_changes *r;
};

static bool refs_of(struct changing *c, struct err *e)
{
	struct store *st = c->d->rv->store;
	struct arena *a = c->d->arena;
	const struct strs *asked = &c->q->refs;

	if (asked->n > REFS_MAX)
		return err_set(e, ERR_USAGE, "at most %d records at once", REFS_MAX);
	if (asked->n == 0)
		return true;
	if (!record_seen_of(st, a, &c->me.viewer, asked, &c->refs, e))
		return false;
	for (size_t i = 0; i < asked->n; i++)
		if (!str_has(c->refs, asked->v[i]))
			*arena_push(a, &c->r->left) = asked->v[i];
	for (size_t i = 0, n = c->refs.n; c->q->below && i < n; i++) {
		struct records below = {0};
		if (!record_below(st, a, &c->me.viewer, c->refs.v[i], BELOW_MAX, &below, e))
			return false;
		for (size_t k = 0; k < below.n; k++)
			if (!str_has(c->refs, below.v[k].ref))
				*arena_push(a, &c->refs) = below.v[k].ref;
	}
	return true;
}

static void put_change(struct changing *c, const struct event_row *ev)
{
	enum event_type type = event_of(arena_str(c->d->arena, ev->type).p);
	struct part_change *out;

	for (size_t i = 0; i < c->r->changes.n; i++)
		if (str_eq(c->r->changes.v[i].record, ev->record)) {
			c->r->changes.v[i].n++;
			return;
		}
	out = arena_push(c->d->arena, &c->r->changes);
	*out = (struct part_change){.record = ev->record,
	    .seq = ev->seq,
	    .at = ev->at,
	    .text = str_of(kind_says(type)),
	    .n = 1};
	if (!str_is(ev->actor, "system"))
		out->by = ev->actor;
}

static bool put_changes(struct changing *c, struct err *e)
{
	struct event_group all = {.records = c->refs, .types = kind_changes()};
	struct event_filter f = {.groups = &all,
	    .ngroups = 1,
	    .not_during = c->d->session,
	    .after = c->q->after,
	    .limit = EVENTS_READ,
	    .newest_first = true,
	    .viewer = &c->me.viewer};
	struct event_rows rows = {0};

	if (c->refs.n == 0)
		return true;
	if (!store_events(c->d->rv->store, c->d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		put_change(c, &rows.v[i]);
	return true;
}

/* Does a record still belong to the list it stands in? */
static bool matches(struct changing *c, struct str ref, bool *yes, struct err *e)
{
	struct str text = c->q->expr;
	const struct expr *where;
	int64_t n = 0;

	text = text.n ? arena_printf(
			    c->d->arena, "(%.*s) and ref:\"%.*s\"", STR_ARG(text), STR_ARG(ref))
		      : arena_printf(c->d->arena, "ref:\"%.*s\"", STR_ARG(ref));
	if (!desk_where(c->d, &c->me, text, &where, e) ||
	    !record_count(c->d->rv->store, c->d->arena, &c->me.viewer, where, c->d->now, &n, e))
		return false;
	*yes = n > 0;
	return true;
}

static bool log_rows(struct changing *c, const struct part_rows *rows, struct err *e)
{
	struct json *body = json_obj(c->d->arena);
	struct strs refs = {0};

	for (size_t i = 0; i < rows->n; i++)
		*arena_push(c->d->arena, &refs) = rows->v[i].ref;
	body_text(c->d->arena, body, "expr", c->q->expr);
	body_text(c->d->arena, body, "order", STR("changed"));
	body_list(c->d->arena, body, "refs", refs);
	return desk_append(c->d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

static bool list_columns(struct changing *c, const struct record_type **out, struct err *e)
{
	const struct expr *where;

	if (!desk_where(c->d, &c->me, c->q->expr, &where, e))
		return false;
	*out = listing_type(c->d->arena, c->d->rv->pack, where);
	if (!*out)
		*out = main_type(c->d->rv->pack);
	return true;
}

/* Of those that changed, as many as fit a message; the others come when asked again. */
static bool put_rows(struct changing *c, struct err *e)
{
	struct desk *d = c->d;
	struct rep_changes *r = c->r;
	const struct record_type *columns = NULL;
	struct records found = {0};
	struct part_rows rows = {0};

	if (!c->q->rows || r->changes.n == 0)
		return true;
	if (!desk_reread(d, e) || !list_columns(c, &columns, e))
		return false;
	for (size_t i = 0; i < r->changes.n; i++) {
		struct str ref = r->changes.v[i].record;
		bool yes = true;
		if (c->q->expr.n && !matches(c, ref, &yes, e))
			return false;
		if (!yes)
			*arena_push(d->arena, &r->left) = ref;
		else if (!record_get(d->rv->store, d->arena, &c->me.viewer, ref,
			     arena_push(d->arena, &found), e))
			return false;
	}
	while (view_rows(d, &c->me, columns, &found, &rows) >= VIEW_ROOM && found.n > 1) {
		found.n /= 2;
		rows = (struct part_rows){0};
	}
	r->rows.v = rows.v;
	r->rows.n = rows.n;
	r->rows.cap = rows.cap;
	return rows.n == 0 || log_rows(c, &rows, e);
}

/* Did others do any of this, as far as this viewer may know? */
static bool happened(struct changing *c, uint64_t events, struct err *e)
{
	struct event_filter f = {.types = events,
	    .not_during = c->d->session,
	    .after = c->q->after,
	    .limit = 1,
	    .viewer = &c->me.viewer};
	struct event_rows rows = {0};

	if (!store_events(c->d->rv->store, c->d->arena, &f, &rows, e))
		return false;
	c->r->other |= rows.n > 0;
	return true;
}

static bool put_about(struct changing *c, struct err *e)
{
	uint64_t events = kind_about(c->q->about);

	if (c->q->about.n == 0)
		return true;
	if (events == 0)
		return err_set(e, ERR_USAGE, "no screen is about '%.*s'", STR_ARG(c->q->about));
	return happened(c, events, e);
}

static bool put_home(struct changing *c, struct err *e)
{
	struct records held = {0};

	if (!c->q->home)
		return true;
	if (!happened(c, kind_changes(), e) || !record_held_by(c->d->rv->store, c->d->arena,
						   &c->me.viewer, c->me.person.name, &held, e))
		return false;
	c->r->held = (int64_t)held.n;
	return true;
}

/* Records that changed, are not on the screen and belong to its list, once each. */
static bool put_came(struct changing *c, struct err *e)
{
	struct event_filter f = {.types = kind_changes(),
	    .not_during = c->d->session,
	    .after = c->q->after,
	    .limit = EVENTS_READ,
	    .viewer = &c->me.viewer};
	struct event_rows rows = {0};
	struct strs asked = {0};

	if (!c->q->rows || !c->q->whole)
		return true;
	if (!store_events(c->d->rv->store, c->d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n && asked.n < CAME_TOLD; i++) {
		struct str ref = rows.v[i].record;
		bool yes;
		if (ref.n == 0 || str_has(c->q->refs, ref) || str_has(asked, ref))
			continue;
		*arena_push(c->d->arena, &asked) = ref;
		if (!matches(c, ref, &yes, e))
			return false;
		if (yes)
			*arena_push(c->d->arena, &c->r->came) = ref;
	}
	return true;
}

static bool put_waiting(struct changing *c, struct err *e)
{
	struct alert_query q = {
	    .roles = &c->me.account.roles, .open = true, .limit = WAITING_MAX};
	struct alert_rows rows = {0};

	if (!alert_list(c->d->rv->store, c->d->arena, &c->me.viewer, &q, &rows, e))
		return false;
	c->r->waiting = (int64_t)rows.n;
	return true;
}

static bool put_alerts(struct changing *c, struct err *e)
{
	struct alert_query q = {.roles = &c->me.account.roles,
	    .open = true,
	    .after = c->q->heard,
	    .limit = ALERTS_TOLD};
	struct alert_rows rows = {0};

	if (c->q->heard == 0)
		return true;
	if (!alert_list(c->d->rv->store, c->d->arena, &c->me.viewer, &q, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		if (!str_eq(rows.v[i].by, c->me.person.name))
			view_alert(
			    c->d, &c->me, &rows.v[i], arena_push(c->d->arena, &c->r->alerts));
	return true;
}

/* Whoever sees no case is told that nothing changed: their screens ask all the same. */
bool review_changes(
    struct desk *d, const struct req_changes *q, struct rep_changes *r, struct err *e)
{
	struct changing c = {.d = d, .q = q, .r = r};
	struct head head;

	*r = (struct rep_changes){0};
	if (!desk_me(d, &c.me, e))
		return false;
	if (d->rv->damage.n)
		return true;
	if (!store_head(d->rv->store, &head, e))
		return false;
	r->seq = head.seq;
	if (!c.me.viewer.cases)
		return true;
	if (!put_waiting(&c, e))
		return false;
	if (q->after <= 0)
		return true;
	if (!refs_of(&c, e) || !put_changes(&c, e) || !put_rows(&c, e) || !put_came(&c, e) ||
	    !put_about(&c, e) || !put_home(&c, e) || !put_alerts(&c, e) ||
	    !store_head(d->rv->store, &head, e))
		return false;
	r->seq = head.seq;
	return true;
}
