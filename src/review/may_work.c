/* SPDX-License-Identifier: MIT */
/*
 * Who may work on a record at all. Guards and forms do not count here: they are what the
 * work is for. So the rules are asked about the same steps without them; what is closed
 * even so (a role, a seat, an earlier act, training) cannot be mended by working, and such
 * a record is not served and not given.
 */
#include "review/casefile.h"
#include "review/seat.h"
#include "review/words.h"
#include "review/refusals.h"

/* by: roles that may take the step `id` in place of its own. */
static struct record_type bare_type(
    struct arena *a, const struct case_view *c, struct str id, const struct strs *by)
{
	struct record_type t = *c->type;

	t.transitions.v = arena_new(a, struct transition, t.transitions.n + 1);
	for (size_t i = 0; i < t.transitions.n; i++) {
		struct transition *to = &t.transitions.v[i];
		*to = c->type->transitions.v[i];
		to->form = STR("");
		to->when = NULL;
		if (by && str_eq(to->id, id))
			to->by = *by;
	}
	return t;
}

bool hard_step(struct arena *a, const struct case_view *c, const struct person *p,
    struct str id, const struct strs *by, struct step *out)
{
	struct record_type bare = bare_type(a, c, id, by);
	struct case_view asked = *c;

	asked.type = &bare;
	return step_of(a, &asked, p, id, out);
}

/* Steps of the record's state as they are with nothing left to do on it. */
static void hard_steps(struct arena *a, const struct case_view *c, const struct person *p,
    struct record_type *bare, struct steps *out)
{
	struct case_view asked = *c;

	*bare = bare_type(a, c, STR(""), NULL);
	asked.type = bare;
	steps_of(a, &asked, p, out);
}

/* While a second or third reader is awaited, the record is theirs: others could do what is
 * not the readers' work, but must not have it in their hands. */
static bool for_reader(const struct casefile *c)
{
	return seats_here(c) && c->all.seat != SEAT_FIRST;
}

bool may_work(const struct casefile *c, const struct person *p)
{
	struct arena scratch = {0};
	struct record_type bare;
	struct steps steps = {0};
	bool any = false;

	hard_steps(&scratch, &c->view, p, &bare, &steps);
	for (size_t i = 0; i < steps.n; i++)
		any |= steps.v[i].open && (steps.v[i].t->locks || !for_reader(c));
	arena_clear(&scratch);
	return any;
}

struct reason { /* and the steps that it closes */
	struct str why;
	struct strs steps;
};
struct reasons {
	struct reason *v;
	size_t n, cap;
};

static void add_reason(struct arena *a, struct reasons *all, struct str why, struct str step)
{
	struct reason *r = NULL;

	for (size_t i = 0; i < all->n && !r; i++)
		r = str_eq(all->v[i].why, why) ? &all->v[i] : NULL;
	if (!r) {
		r = arena_push(a, all);
		*r = (struct reason){.why = why};
	}
	*arena_push(a, &r->steps) = step;
}

/* Told from what the person may see, so that the reasons betray no other reader. What closes
 * several steps is said once. */
static bool tell_reasons(
    struct desk *d, const struct casefile *c, const struct person *p, struct err *e)
{
	struct record_type bare;
	struct steps steps = {0};
	struct reasons all = {0};

	hard_steps(d->arena, casefile_steps(c), p, &bare, &steps);
	for (size_t i = 0; i < steps.n; i++) {
		const struct step *s = &steps.v[i];
		for (size_t k = 0; k < s->closed.n; k++)
			add_reason(d->arena, &all, s->closed.v[k], s->t->label);
		if (s->open)
			add_reason(d->arena, &all, str_of(REFUSED_STEP_OTHER), s->t->label);
	}
	for (size_t i = 0; i < all.n; i++) {
		struct str labels = say_list(d->arena, all.v[i].steps, "and");
		err_more(e, ERR_REFUSED, "%.*s: %.*s", STR_ARG(labels), STR_ARG(all.v[i].why));
	}
	return steps.n > 0;
}

bool work_refusal(
    struct desk *d, const struct casefile *c, const struct person *p, struct err *e)
{
	struct str state = state_words(c->type, c->all.state);

	err_set(e, ERR_REFUSED, REFUSED_NOTHING_TO_DO, STR_ARG(p->name), STR_ARG(c->all.ref),
	    STR_ARG(state));
	if (!tell_reasons(d, c, p, e))
		err_set(e, ERR_REFUSED, REFUSED_NO_STEP, STR_ARG(p->name), STR_ARG(c->all.ref),
		    STR_ARG(state));
	return false;
}
