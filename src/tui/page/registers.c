/* SPDX-License-Identifier: MIT */
/* The pages of the engine: alerts, registers, overrides, openings under a case, saved views. */
#include "tui/kept.h"
#include "tui/page/page.h"
#include "tui/words.h"

enum { ROWS_MOST = 100 };

static void put_alert(struct page *p, const struct part_alert *al)
{
	struct arena *a = p->arena;
	struct rows_row *r = page_add(p);

	r->key = arena_printf(a, "alert %lld", (long long)al->alert);
	r->late = al->late;
	r->number = al->alert;
	r->cell[0] = al->record;
	r->cell[1] = al->late ? arena_printf(a, "! %.*s", STR_ARG(al->due_text)) : al->due_text;
	r->cell[2] = al->text;
	r->ref = al->record;
	if (al->mine)
		r->yes = arena_printf(a, "acknowledge %lld ", (long long)al->alert);
	*arena_push(a, &r->under) = al->title;
	*arena_push(a, &r->under) = arena_printf(a, "raised %.*s%s%.*s, for %.*s",
	    STR_ARG(words_instant(a, al->raised)), al->by.n ? " by " : "", STR_ARG(al->by),
	    STR_ARG(words_list(a, al->to, ", ")));
	page_keys(r, al->mine ? "a acknowledges it: say what is done; Enter opens the record"
			      : "It is for other roles than yours; Enter opens the record");
}

bool page_alerts(struct page *p, struct err *e)
{
	const struct req_alerts q = {.limit = ROWS_MOST};
	struct rep_alerts r;

	if (!call_alerts(p->service, p->arena, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		put_alert(p, &r.rows.v[i]);
	return true;
}

/* How many one may see is asked anew each time: what a register holds changes. */
static bool put_register(struct page *p, const struct part_type *t, struct err *e)
{
	struct arena *a = p->arena;
	struct req_count q = {.expr = arena_printf(a, "type:%.*s", STR_ARG(t->type))};
	struct rep_count n;
	struct rows_row *r;

	if (!call_count(p->service, a, &q, &n, e))
		return false;
	r = page_add(p);
	r->cell[0] = words_count(a, n.count);
	r->cell[1] = t->plural.n ? t->plural : t->type;
	r->cell[2] = t->opens ? STR("O opens one") : (struct str){0};
	r->expr = q.expr;
	if (t->opens)
		r->type = t->type;
	return true;
}

bool page_registers(struct page *p, struct err *e)
{
	const struct rep_welcome *w = p->welcome;

	for (size_t i = 0; i < w->types.n; i++)
		if (!put_register(p, &w->types.v[i], e))
			return false;
	return true;
}

static void put_override(struct page *p, const struct part_override *o)
{
	struct arena *a = p->arena;
	struct rows_row *r = page_add(p);

	r->key = arena_printf(a, "override %lld", (long long)o->override);
	r->number = o->override;
	r->cell[0] = o->record;
	r->cell[1] = o->label.n ? o->label : o->step;
	r->cell[2] = o->verdict.n ? o->verdict : STR("waits");
	r->ref = o->record;
	*arena_push(a, &r->under) =
	    arena_printf(a, "%.*s asked: %.*s", STR_ARG(o->first), STR_ARG(o->reason));
	for (size_t i = 0; i < o->closed.n; i++)
		*arena_push(a, &r->under) =
		    arena_printf(a, "closed because %.*s", STR_ARG(o->closed.v[i]));
	if (o->verdict.n) {
		*arena_push(a, &r->under) = arena_printf(a, "%.*s %.*s: %.*s",
		    STR_ARG(o->second), STR_ARG(o->verdict), STR_ARG(o->second_reason));
		return;
	}
	page_keys(r, "a agrees and takes the step, x refuses; each with why");
	r->yes = arena_printf(a, "override agree %lld ", (long long)o->override);
	r->no = arena_printf(a, "override refuse %lld ", (long long)o->override);
}

bool page_overrides(struct page *p, struct err *e)
{
	const struct req_overrides q = {.limit = ROWS_MOST};
	struct rep_overrides r;

	if (!call_overrides(p->service, p->arena, &q, &r, e))
		return false;
	for (size_t i = r.rows.n; i-- > 0;)
		put_override(p, &r.rows.v[i]);
	return true;
}

static void put_opening(struct page *p, const struct part_opening *o)
{
	struct rows_row *r = page_add(p);

	r->role = o->open ? ROLE_TEXT : ROLE_CLOSED;
	r->cell[0] = o->label.n ? o->label : o->type;
	r->cell[1] = o->open ? (struct str){0} : STR("closed");
	r->under = o->closed;
	r->type = o->type;
}

bool page_openings(struct page *p, struct err *e)
{
	const struct req_show q = {.ref = p->with};
	struct rep_record rec;

	if (!call_show(p->service, p->arena, &q, &rec, e))
		return false;
	for (size_t i = 0; i < rec.openings.n; i++)
		put_opening(p, &rec.openings.v[i]);
	return true;
}

static void put_view(struct page *p, const struct part_view *kept)
{
	struct arena *a = p->arena;
	struct rows_row *r = page_add(p);

	r->key = arena_printf(a, "%.*s/%.*s/%.*s", STR_ARG(kept->whose), STR_ARG(kept->role),
	    STR_ARG(kept->name));
	r->cell[0] = kept_whose(kept);
	r->cell[1] = kept->name;
	r->cell[2] = kept->label.n ? kept->label : kept->explain;
	r->back = arena_printf(a, "view %.*s", STR_ARG(kept->name));
	if (kept->fault.n) {
		r->role = ROLE_CLOSED;
		r->cell[2] = STR("cannot be used now");
		*arena_push(a, &r->under) = kept->fault;
	}
	if (kept->label.n && kept->explain.n)
		*arena_push(a, &r->under) = kept->explain;
	*arena_push(a, &r->under) = kept->expr;
	if (kept->role.n)
		*arena_push(a, &r->under) =
		    arena_printf(a, "shared by %.*s", STR_ARG(kept->by));
}

bool page_views(struct page *p, struct err *e)
{
	struct req_view_list q = {0};
	struct rep_views r;

	if (!call_view_list(p->service, p->arena, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		put_view(p, &r.rows.v[i]);
	return true;
}
