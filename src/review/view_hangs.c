/* SPDX-License-Identifier: MIT */
/*
 * What hangs on a record: its children, what can be opened under it, clocks, alerts, links.
 * Each comes through the store with the viewer, so what one may not see is not there.
 */
#include "review/body.h"
#include "review/view.h"
#include "review/words.h"

enum { CHILDREN_MAX = 60, ALERTS_MAX = 40, LINKS_MAX = 60, HANGING_TEXT_MAX = 600 };

/* ---- alerts ---- */

static bool any_of(struct strs some, struct strs roles)
{
	for (size_t i = 0; i < some.n; i++)
		if (str_has(roles, some.v[i]))
			return true;
	return false;
}

void view_alert(
    struct desk *d, const struct me *m, const struct alert_row *w, struct part_alert *out)
{
	struct arena *a = d->arena;
	bool open = w->acked_by.n == 0;

	*out = (struct part_alert){.alert = w->seq,
	    .record = w->record,
	    .name = w->name,
	    .text = say_cut(a, w->text, HANGING_TEXT_MAX),
	    .to = role_labels(a, d->rv->pack, w->to),
	    .mine = any_of(w->to, m->account.roles),
	    .raised = say_instant(a, w->raised),
	    .due = say_instant(a, w->due),
	    .level = w->level,
	    .by = w->by,
	    .acked_by = w->acked_by,
	    .acked_at = open ? STR("") : say_instant(a, w->acked),
	    .acked_text = say_cut(a, w->acked_text, HANGING_TEXT_MAX)};
	if (open && w->due != NO_TIME) {
		out->due_text = say_due_long(a, w->due, d->now);
		out->late = w->due < d->now;
	}
}

/* Those that wait come first. */
static void put_alerts_of(struct desk *d, const struct me *m, const struct alert_rows *rows,
    bool acked, struct rep_record *r)
{
	for (size_t i = 0; i < rows->n; i++)
		if ((rows->v[i].acked_by.n > 0) == acked)
			view_alert(d, m, &rows->v[i], arena_push(d->arena, &r->alerts));
}

static bool put_alerts(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct alert_query q = {.record = c->rec.ref, .limit = ALERTS_MAX};
	struct alert_rows rows = {0};

	if (!alert_list(d->rv->store, d->arena, &m->viewer, &q, &rows, e))
		return false;
	put_alerts_of(d, m, &rows, false, r);
	put_alerts_of(d, m, &rows, true, r);
	return true;
}

/* ---- links ---- */

void view_link(struct desk *d, const struct link_row *w, struct part_link *out)
{
	const struct link_kind *kind = pack_link(d->rv->pack, w->kind);

	*out = (struct part_link){.link = w->seq,
	    .from = w->from,
	    .to = w->to,
	    .kind = w->kind,
	    .label = kind && kind->label.n ? kind->label : w->kind,
	    .reason = say_cut(d->arena, w->reason, HANGING_TEXT_MAX),
	    .by = w->by,
	    .verdict = w->verdict,
	    .judged_by = w->judged_by,
	    .counts = w->counts,
	    .removed = w->removed,
	    .at = say_instant(d->arena, w->at)};
}

static bool put_links(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct link_rows rows = {0};

	if (!link_list(d->rv->store, d->arena, &m->viewer, c->rec.ref, LINKS_MAX, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		view_link(d, &rows.v[i], arena_push(d->arena, &r->links));
	return true;
}

/* ---- clocks ---- */

static bool put_clocks(
    struct desk *d, const struct casefile *c, struct rep_record *r, struct err *e)
{
	struct clock_rows rows = {0};

	if (!record_clocks(d->rv->store, d->arena, c->rec.id, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct clock_row *w = &rows.v[i];
		const struct clock *k = type_clock(c->type, w->name);
		*arena_push(d->arena, &r->clocks) = (struct part_clock){.name = w->name,
		    .label = k && k->label.n ? k->label : w->name,
		    .due = say_instant(d->arena, w->due),
		    .due_text = say_due_long(d->arena, w->due, d->now),
		    .late = w->due != NO_TIME && w->due < d->now};
	}
	return true;
}

/* ---- children, and what can be opened ---- */

/* Rows show names, so they are logged like any list. */
bool view_log_refs(
    struct desk *d, const char *attr, struct str of, struct strs refs, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "expr", arena_printf(d->arena, "%s:%.*s", attr, STR_ARG(of)));
	body_text(d->arena, body, "order", STR("opened"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

static bool put_children(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct records found = {0};
	struct part_rows rows = {0};
	struct strs refs = {0};

	if (!record_children(
		d->rv->store, d->arena, &m->viewer, c->rec.ref, CHILDREN_MAX, &found, e))
		return false;
	view_rows(d, m, NULL, &found, &rows);
	r->children.v = rows.v;
	r->children.n = rows.n;
	r->children.cap = rows.cap;
	for (size_t i = 0; i < rows.n; i++)
		*arena_push(d->arena, &refs) = rows.v[i].ref;
	return rows.n == 0 || view_log_refs(d, "parent", c->rec.ref, refs, e);
}

static void put_openings(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	const struct pack *p = d->rv->pack;

	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		struct part_opening *out;
		if (!t->open.given || !str_has(t->open.under, c->type->name))
			continue;
		out = arena_push(d->arena, &r->openings);
		*out = (struct part_opening){.type = t->name, .label = t->label};
		out->open = may_open(d->arena, p, t, &c->view, &m->person, &out->closed);
	}
}

bool view_hangs(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	put_openings(d, m, c, r);
	return put_clocks(d, c, r, e) && put_alerts(d, m, c, r, e) &&
	       put_links(d, m, c, r, e) && put_children(d, m, c, r, e);
}
