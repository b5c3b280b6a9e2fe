/* SPDX-License-Identifier: MIT */
/* One answer, saved as it is left. Only who holds the record answers on it. */
#include "review/answering.h"
#include "review/move.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"

static bool question_of(struct desk *d, struct given *g, struct str name, struct err *e)
{
	struct strs names = {0};
	struct str near;

	g->question = form_question(g->form, name);
	if (g->question)
		return true;
	for (size_t i = 0; i < g->form->n; i++)
		*arena_push(d->arena, &names) = g->form->questions[i].name;
	near = say_near(d->arena, name, names);
	return err_set(e, ERR_INPUT, "%.*s has no question '%.*s'%.*s", STR_ARG(g->form->title),
	    STR_ARG(name), STR_ARG(near));
}

static bool answer(struct desk *d, const struct me *m, const struct req_answer *q,
    struct casefile *c, struct err *e)
{
	struct given g = {.value = q->value, .reason = q->reason};

	if (!casefile_held(d, m, c, e))
		return false;
	if (!may_work(c, &m->person)) /* the role went while the record was held */
		return work_refusal(d, c, &m->person, e);
	return casefile_version(d, m, c, q->version, e) &&
	       form_of_state(d, c, q->form, &g.form, e) && question_of(d, &g, q->question, e) &&
	       answer_save(d, c, &g, e) &&
	       (!type_has_autos(c->type) || autos_run(d, c->all.ref, e)) &&
	       lease_extend(d->rv->store, m->person.name, desk_lease(d), e);
}

/* What came of a repeated request is read from the record as it is now. */
static bool send_form(struct desk *d, const struct me *m, const struct req_answer *q,
    struct casefile *c, struct rep_form *r, struct err *e)
{
	const struct form *f;

	if (!casefile_load(d, m, q->ref, c, e) || !form_named(d, c, q->form, &f, e))
		return false;
	view_form(d, m, c, f, r);
	return true;
}

bool review_answer(
    struct desk *d, const struct req_answer *q, struct rep_form *r, struct err *e)
{
	struct event_row first;
	struct casefile c;
	struct me m;
	bool again;

	if (!desk_begin(d, RIGHT_TAKE, &m, &again, &first, e) ||
	    !casefile_load(d, &m, q->ref, &c, e))
		return false;
	if (!again && !answer(d, &m, q, &c, e))
		return false;
	if (!casefile_mine(&m, &c) && !desk_viewed(d, c.rec.ref, "form", STR(""), e))
		return false;
	return send_form(d, &m, q, &c, r, e);
}

bool review_form(struct desk *d, const struct req_form *q, struct rep_form *r, struct err *e)
{
	const struct form *f;
	struct casefile c;
	struct str reason;
	struct me m;

	if (!desk_need(d, RIGHT_CASES, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !casefile_load(d, &m, q->ref, &c, e) || !form_named(d, &c, q->form, &f, e) ||
	    !casefile_reason(d, &m, &c, STR(""), &reason, e) ||
	    !desk_viewed(d, c.rec.ref, "form", reason, e))
		return false;
	if (casefile_mine(&m, &c) &&
	    !lease_extend(d->rv->store, m.person.name, desk_lease(d), e))
		return false;
	if (!casefile_load(d, &m, q->ref, &c, e))
		return false;
	view_form(d, &m, &c, f, r);
	return true;
}
