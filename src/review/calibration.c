/* SPDX-License-Identifier: MIT */
/* How readers do on known-answer cases, and letting one go on. */
#include "lookback/stats/proportion.h"
#include "review/body.h"
#include "review/plan.h"
#include "review/words.h"
#include "review/refusals.h"

static int64_t known_cases(struct desk *d, bool *ok, struct err *e)
{
	struct plan_rows plans = {0};
	int64_t n = 0;

	*ok = plan_all(d->rv->store, d->arena, true, &plans, e);
	for (size_t i = 0; *ok && i < plans.n; i++)
		if (plans.v[i].drawn && str_is(plans.v[i].kind, plan_kind_name(PLAN_KNOWN)))
			n += plans.v[i].sample;
	return n;
}

static struct str per_cent(struct arena *a, double share)
{
	return arena_printf(a, "%.1f", 100 * share);
}

static void put_share(struct desk *d, const struct trainee_row *w, struct part_trainee *out)
{
	struct figure f = proportion_exact(w->right, w->of, (double)SURE / ALL_OF_IT);
	struct part_figure *p = arena_push(d->arena, &out->figures);
	struct str value, low, high;

	*p = (struct part_figure){.name = STR("rate"), .n = f.n, .text = STR("undefined")};
	if (!f.defined)
		return;
	value = per_cent(d->arena, f.value);
	low = per_cent(d->arena, f.low);
	high = per_cent(d->arena, f.high);
	p->value = value;
	p->low = low;
	p->high = high;
	p->text = arena_printf(
	    d->arena, "%.*s %% (%.*s to %.*s)", STR_ARG(value), STR_ARG(low), STR_ARG(high));
}

static void put_row(struct desk *d, const struct trainee_row *w, struct part_trainee *out)
{
	int first = d->rv->pack->quality->calibration.first;
	struct user_row u = {0};
	struct err none = {0};

	*out = (struct part_trainee){.user = w->user,
	    .cases = w->cases,
	    .right = w->right,
	    .of = w->of,
	    .at = say_instant(d->arena, w->last)};
	if (user_get(d->rv->store, d->arena, w->user, &u, &none))
		out->full = u.full;
	if (w->paused)
		out->status = STR("paused");
	else
		out->status = w->cases < first ? STR("new") : STR("passed");
	put_share(d, w, out);
}

bool review_calibration(
    struct desk *d, const struct req_calibration *q, struct rep_calibration *r, struct err *e)
{
	struct trainee_rows rows = {0};
	struct me m;
	bool ok;

	(void)q;
	*r = (struct rep_calibration){0};
	if (!quality_me(d, &m, e) || !desk_reread(d, e) ||
	    !trainee_list(d->rv->store, d->arena, &rows, e))
		return false;
	r->cases = known_cases(d, &ok, e);
	r->pass = d->rv->pack->quality->calibration.pass / 1000;
	for (size_t i = 0; i < rows.n; i++)
		put_row(d, &rows.v[i], arena_push(d->arena, &r->rows));
	return ok;
}

bool review_resume(
    struct desk *d, const struct req_resume *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct trainee_row row = {0};
	struct user_row u = {0};
	struct event_row first;
	struct str reason;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!quality_begin(d, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!user_get(d->rv->store, d->arena, str_trim(q->user), &u, e) ||
	    !trainee_get(d->rv->store, d->arena, u.name, &row, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (!row.paused)
		return err_set(e, ERR_REFUSED, REFUSED_NOT_PAUSED, STR_ARG(u.name));
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_RESUME_REASON);
	if (str_eq(u.name, m.person.name))
		return err_set(e, ERR_REFUSED, REFUSED_RESUME_SELF);
	body_text(d->arena, body, "user", u.name);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(
	    d->arena, "%.*s is served again, known-answer cases first", STR_ARG(u.name));
	return desk_append(d, EVENT_REVIEWER_RESUMED, STR(""), body, &r->seq, e);
}
