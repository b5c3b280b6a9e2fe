/* SPDX-License-Identifier: MIT */
/*
 * What others do, told before the next line is asked for and never while one is typed. What one
 * is at is taken over quietly where it stands: a number keeps its case. What one has only just
 * been told whole is not told again.
 */
#include "tui/linear/form.h"
#include "tui/widget/pages.h"
#include "tui/words.h"

enum { REFS_MOST = 300, TOLD_MOST = 3 };

static void watch(struct lines *l, struct arena *a, struct req_changes *q)
{
	switch (lines_place(l)) {
	case PLACE_START:
		q->home = true;
		for (size_t i = 0; i < l->start.home.mine.n && i < REFS_MOST; i++)
			*arena_push(a, &q->refs) = l->start.home.mine.v[i].ref;
		break;
	case PLACE_LIST:
		q->rows = true;
		q->expr = l->list.expr;
		for (size_t i = 0; i < l->list.page.rows.n && i < REFS_MOST; i++)
			*arena_push(a, &q->refs) = l->list.page.rows.v[i].ref;
		break;
	case PLACE_ROWS:
		q->below = true;
		if (l->rows.about)
			q->about = str_of(l->rows.about);
		if (l->rows.ref.n)
			*arena_push(a, &q->refs) = l->rows.ref;
		break;
	case PLACE_CASE:
		q->below = true;
		if (!l->kase.moved) /* it is said as it was decided */
			*arena_push(a, &q->refs) = l->kase.rec.ref;
		break;
	case PLACE_FORM:
		q->below = true;
		*arena_push(a, &q->refs) = l->form.ref;
		break;
	case PLACE_STEPS:
		*arena_push(a, &q->refs) = l->steps.rec.ref;
		break;
	case PLACE_COUNT:
		break;
	}
}

static void tell(struct lines *l, const struct rep_changes *r)
{
	struct arena *a = &l->frame;
	size_t n = r->changes.n;

	for (size_t i = 0; i < n && i < TOLD_MOST; i++)
		lines_told(l, "Changed by others since: %.*s",
		    STR_ARG(words_change(a, &r->changes.v[i], 0)));
	if (n > TOLD_MOST)
		lines_told(
		    l, "Changed by others since: %zu more; R says it anew.", n - TOLD_MOST);
}

static void tell_alerts(struct lines *l, const struct rep_changes *r)
{
	for (size_t i = 0; i < r->alerts.n; i++)
		lines_told(l, "New alert on %.*s: %.*s; ga says all.",
		    STR_ARG(r->alerts.v[i].record), STR_ARG(r->alerts.v[i].text));
}

static void hear_list(struct lines *l, const struct rep_changes *r)
{
	struct lines_list *s = &l->list;

	for (size_t i = 0; i < s->page.rows.n; i++) {
		struct part_row *row = &s->page.rows.v[i];
		int64_t n = s->base + (int64_t)i + 1;
		if (str_has(r->left, row->ref))
			lines_say(l, "%lld. %.*s does not belong to this list any more.",
			    (long long)n, STR_ARG(row->ref));
		for (size_t k = 0; k < r->rows.n; k++)
			if (str_eq(r->rows.v[k].ref, row->ref)) {
				row_copy(&s->mem, &r->rows.v[k], row);
				lines_row(l, n, row, str_has(s->marks, row->ref));
			}
	}
}

/* What is gone closes, and with it what lies on it. */
static void gone(struct lines *l, struct str ref)
{
	struct err e = {0};

	lines_told(l, "%.*s is no longer there for you: it was closed.", STR_ARG(ref));
	while (lines_place(l) == PLACE_FORM || lines_place(l) == PLACE_STEPS)
		lines_pop(l);
	lines_pop(l);
	if (!lines_again(l, false, &e))
		lines_fail(l, &e);
}

static void hear_form(struct lines *l)
{
	bool editable = l->form.rep.editable;
	struct err e = {0};

	if (!lines_form_quietly(l, &e)) {
		lines_fail(l, &e);
		return;
	}
	if (str_eq(l->kase.rec.ref, l->form.ref) && !lines_case_quietly(l, &e))
		lines_fail(l, &e);
	if (editable && !l->form.rep.editable)
		lines_told(
		    l, "You can no longer answer here: %.*s", STR_ARG(l->form.rep.why_not));
}

/* The place is taken over as it is now. */
static void hear(struct lines *l, const struct rep_changes *r)
{
	struct err e = {0};
	bool ok = true;

	switch (lines_place(l)) {
	case PLACE_START:
		if (r->changes.n || r->left.n || r->held != (int64_t)l->start.home.mine.n)
			ok = lines_home_quietly(l, &e);
		break;
	case PLACE_LIST:
		hear_list(l, r);
		break;
	case PLACE_CASE:
		ok = r->changes.n == 0 || lines_case_quietly(l, &e);
		break;
	case PLACE_FORM:
		if (r->changes.n)
			hear_form(l);
		break;
	case PLACE_ROWS:
		if (r->other && r->changes.n == 0)
			lines_told(
			    l, "Changed by others since: %s. R says it anew.", l->rows.title);
		break;
	case PLACE_STEPS: /* a step is refused when the case has changed */
	case PLACE_COUNT:
		break;
	}
	if (!ok)
		lines_fail(l, &e);
}

static struct str case_at(const struct lines *l)
{
	enum place at = lines_place(l);

	return at == PLACE_CASE    ? l->kase.rec.ref
	       : at == PLACE_FORM  ? l->form.ref
	       : at == PLACE_STEPS ? l->steps.rec.ref
				   : (struct str){0};
}

static void take_over(struct lines *l, const struct rep_changes *r)
{
	struct str ref = arena_str(&l->frame, case_at(l));
	size_t held = l->start.home.mine.n;

	if (ref.n && str_has(r->left, ref)) {
		gone(l, ref);
		return;
	}
	tell(l, r);
	hear(l, r);
	if (lines_place(l) == PLACE_START && l->start.home.mine.n != held)
		lines_told(l, "You hold %zu now; R says them.", l->start.home.mine.n);
}

void lines_live(struct lines *l)
{
	struct req_changes q = {.after = l->known, .heard = l->heard};
	struct arena a = {0};
	struct rep_changes r = {0};
	struct err e = {0};

	if (l->locked || l->quit || l->more || l->asking != ASK_COMMAND)
		return;
	watch(l, &a, &q);
	if (call_changes(&l->service, &a, &q, &r, &e)) {
		if (q.after > 0 && !l->fresh)
			take_over(l, &r);
		tell_alerts(l, &r);
		l->known = l->heard = r.seq;
		l->fresh = false;
	}
	arena_clear(&a);
}
