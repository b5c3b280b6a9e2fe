/* SPDX-License-Identifier: MIT */
/* What fills the short lists: alerts, registers, overrides, openings under a case. */
#include "tui/view/rows.h"
#include "tui/words.h"

enum { ROWS_MOST = 100 };

static void put_alert(struct view *v, const struct part_alert *al)
{
	struct arena *a = &v->data;
	struct rows_row *r = rows_add(v);

	r->key = arena_printf(a, "alert %lld", (long long)al->alert);
	r->late = al->late;
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
	*arena_push(a, &r->under) =
	    al->mine ? STR("a acknowledges it: say what is done; Enter opens the record")
		     : STR("It is for other roles than yours; Enter opens the record");
}

static bool fill_alerts(struct view *v, struct str with, struct err *e)
{
	const struct req_alerts q = {.limit = ROWS_MOST};
	struct rep_alerts r;

	(void)with;
	if (!call_alerts(&v->app->service, &v->data, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		put_alert(v, &r.rows.v[i]);
	return true;
}

bool alerts_open(struct app *app, struct err *e)
{
	static const struct rows_how how = {.context = CTX_ALERTS,
	    .title = "Alerts to acknowledge",
	    .empty = "No alert waits for you. n serves the next case.",
	    .stops = {1, 24, 40},
	    .fill = fill_alerts,
	    .about = "alerts"};

	return rows_open(app, &how, e);
}

/* How many one may see is asked anew each time: what a register holds changes. */
static bool put_register(struct view *v, const struct part_type *t, struct err *e)
{
	struct arena *a = &v->data;
	struct req_count q = {.expr = arena_printf(a, "type:%.*s", STR_ARG(t->type))};
	struct rep_count n;
	struct rows_row *r;

	if (!call_count(&v->app->service, a, &q, &n, e))
		return false;
	r = rows_add(v);
	r->cell[0] = words_count(a, n.count);
	r->cell[1] = t->plural.n ? t->plural : t->type;
	r->cell[2] = t->opens ? STR("O opens one") : (struct str){0};
	r->expr = q.expr;
	if (t->opens)
		r->type = t->type;
	return true;
}

static bool fill_registers(struct view *v, struct str with, struct err *e)
{
	const struct rep_welcome *w = v->app->welcome;

	(void)with;
	for (size_t i = 0; i < w->types.n; i++)
		if (!put_register(v, &w->types.v[i], e))
			return false;
	return true;
}

bool registers_open(struct app *app, struct err *e)
{
	static const struct rows_how how = {.context = CTX_REGISTERS,
	    .title = "Registers",
	    .empty = "The review has no registers that your roles may see; an administrator "
		     "gives roles.",
	    .stops = {1, 10, 40},
	    .fill = fill_registers,
	    .about = "registers"};

	return rows_open(app, &how, e);
}

static void put_override(struct view *v, const struct part_override *o)
{
	struct arena *a = &v->data;
	struct rows_row *r = rows_add(v);

	r->key = arena_printf(a, "override %lld", (long long)o->override);
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
	*arena_push(a, &r->under) =
	    STR("a agrees and takes the step, x refuses; each with why");
	r->yes = arena_printf(a, "override agree %lld ", (long long)o->override);
	r->no = arena_printf(a, "override refuse %lld ", (long long)o->override);
}

static bool fill_overrides(struct view *v, struct str with, struct err *e)
{
	const struct req_overrides q = {.limit = ROWS_MOST};
	struct rep_overrides r;

	(void)with;
	if (!call_overrides(&v->app->service, &v->data, &q, &r, e))
		return false;
	for (size_t i = r.rows.n; i-- > 0;)
		put_override(v, &r.rows.v[i]);
	return true;
}

bool overrides_open(struct app *app, struct err *e)
{
	static const struct rows_how how = {.context = CTX_OVERRIDES,
	    .title = "Overrides, newest first",
	    .empty = "Nobody has asked to pass over a rule. Where a step allows it, :override "
		     "ask does.",
	    .stops = {1, 24, 54},
	    .fill = fill_overrides,
	    .about = "overrides"};

	return rows_open(app, &how, e);
}

static void put_opening(struct view *v, const struct part_opening *o)
{
	struct rows_row *r = rows_add(v);

	r->role = o->open ? ROLE_TEXT : ROLE_CLOSED;
	r->cell[0] = o->label.n ? o->label : o->type;
	r->cell[1] = o->open ? (struct str){0} : STR("closed");
	r->under = o->closed;
	r->type = o->type;
}

static bool fill_openings(struct view *v, struct str with, struct err *e)
{
	const struct req_show q = {.ref = with};
	struct rep_record rec;

	if (!call_show(&v->app->service, &v->data, &q, &rec, e))
		return false;
	for (size_t i = 0; i < rec.openings.n; i++)
		put_opening(v, &rec.openings.v[i]);
	return true;
}

bool openings_open(struct app *app, struct str under, struct err *e)
{
	struct rows_how how = {.context = CTX_OPENINGS,
	    .title = "What is to be opened under it?",
	    .empty = "Nothing is opened by hand under this record; its next steps (d) open "
		     "what is needed.",
	    .stops = {1, 40},
	    .fill = fill_openings,
	    .of_with = true,
	    .with = under};

	return rows_open(app, &how, e);
}
