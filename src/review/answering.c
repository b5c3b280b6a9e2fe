/* SPDX-License-Identifier: MIT */
/* Saving answers: each against its question, one by one or with a decision. */
#include "review/answering.h"

#include "review/body.h"
#include "review/seat.h"
#include "review/words.h"
#include "review/refusals.h"

bool form_named(struct desk *d, const struct casefile *c, struct str name,
    const struct form **out, struct err *e)
{
	struct strs names = {0};
	struct str near, all;

	*out = type_form(c->type, name);
	if (*out)
		return true;
	for (size_t i = 0; i < c->type->forms.n; i++)
		*arena_push(d->arena, &names) = c->type->forms.v[i].name;
	near = say_near(d->arena, name, names);
	all = say_list(d->arena, names, "and");
	err_set(e, ERR_NOT_FOUND, "%.*s has no form '%.*s'%.*s\nits forms are %.*s",
	    STR_ARG(c->type->label), STR_ARG(name), STR_ARG(near), STR_ARG(all));
	return false;
}

bool form_of_state(struct desk *d, const struct casefile *c, struct str name,
    const struct form **out, struct err *e)
{
	struct str state = state_words(c->type, c->all.state), all;
	const struct form **now = NULL;
	struct strs titles = {0};
	size_t n = 0;

	if (!form_named(d, c, name, out, e))
		return false;
	state_forms(d->arena, c->type, c->all.state, &now, &n);
	for (size_t i = 0; i < n; i++) {
		if (now[i] == *out)
			return true;
		*arena_push(d->arena, &titles) = now[i]->title;
	}
	all = say_list(d->arena, titles, "and");
	if (n == 0)
		return err_set(
		    e, ERR_REFUSED, REFUSED_FORM_NONE, STR_ARG((*out)->title), STR_ARG(state));
	return err_set(e, ERR_REFUSED, REFUSED_FORM_OTHER, STR_ARG((*out)->title),
	    STR_ARG(state), STR_ARG(all));
}

static bool asked_now(
    struct desk *d, const struct casefile *c, const struct given *g, struct err *e)
{
	struct buf b = buf_in(d->arena);
	struct str words;

	if (!g->question->show_if || expr_eval(d->arena, g->question->show_if, &c->view.facts))
		return true;
	expr_explain(&b, g->question->show_if);
	words = buf_str(&b);
	return err_set(
	    e, ERR_REFUSED, REFUSED_NOT_ASKED, STR_ARG(g->question->label), STR_ARG(words));
}

static struct str text_of(struct desk *d, const struct json *o, struct str name)
{
	return value_text(d->arena, value_of_json(json_get_str(o, name)));
}

/* A reader's seat in a state that has seats; every other answer counts at once. */
static int64_t seat_of(const struct casefile *c, const struct given *g)
{
	bool second = seats_here(c) && c->all.seat == SEAT_SECOND;

	return second && form_seated(c->type, g->form->name) ? SEAT_TWO : SEAT_COUNTS;
}

/* Facts and reasons with the answer in them; what counts is changed only where it counts. */
static void take_in(struct desk *d, struct casefile *c, const struct given *g, struct value v,
    struct str reason)
{
	struct arena *a = d->arena;
	struct str name = g->question->name;
	struct json *val = v.kind == V_NONE ? NULL : value_json(a, v),
		    *why = reason.n ? json_str(a, reason) : NULL;

	c->view.facts.answers = body_with(a, c->view.facts.answers, name, val);
	c->view.reasons = body_with(a, c->view.reasons, name, why);
	if (seat_of(c, g) != SEAT_COUNTS)
		return;
	c->all.answers = body_with(a, c->all.answers, name, val);
	c->all.reasons = body_with(a, c->all.reasons, name, why);
}

/* Steps that approved what this form said, and no longer stand when it says another thing. */
static struct strs undermined(struct desk *d, const struct casefile *c, const struct given *g)
{
	struct strs out = {0};

	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (str_has(t->approves, g->form->name) && str_has(c->all.done, t->id))
			*arena_push(d->arena, &out) = t->id;
	}
	return out;
}

static void take_out(struct desk *d, struct casefile *c, struct strs cancelled)
{
	struct strs left = {0};

	for (size_t i = 0; i < c->all.done.n; i++)
		if (!str_has(cancelled, c->all.done.v[i]))
			*arena_push(d->arena, &left) = c->all.done.v[i];
	c->all.done = c->view.facts.did = left;
}

static bool write_answer(struct desk *d, struct casefile *c, const struct given *g,
    struct value v, struct str reason, struct err *e)
{
	struct json *body = json_obj(d->arena);
	int64_t seat = seat_of(c, g);
	struct strs cancels = {0};
	struct facts counts;

	if (seat == SEAT_COUNTS)
		cancels = undermined(d, c, g);
	take_in(d, c, g, v, reason);
	take_out(d, c, cancels);
	counts = c->view.facts;
	counts.answers = c->all.answers;
	body_text(d->arena, body, "form", g->form->name);
	body_int(d->arena, body, "seat", seat);
	body_text(d->arena, body, "question", g->question->name);
	body_some(d->arena, body, "value", value_text(d->arena, v));
	body_some(d->arena, body, "reason", reason);
	body_text(d->arena, body, "pack", c->pack->id);
	body_int(d->arena, body, "rank", rank_key(d, c->type, &counts));
	if (c->all.blind)
		body_bool(d->arena, body, "blind", true);
	if (cancels.n)
		body_list(d->arena, body, "cancels", cancels);
	return desk_append(d, EVENT_ANSWER_GIVEN, c->all.ref, body, NULL, e);
}

/* The third person decides where the readers differ, and nothing else. */
static bool open_to_third(const struct casefile *c, const struct given *g, struct err *e)
{
	if (!c->both || !form_seated(c->type, g->form->name) ||
	    !both_settled(c->both, g->question->name))
		return true;
	return err_set(e, ERR_REFUSED, REFUSED_BOTH_AGREE, STR_ARG(g->question->label));
}

static size_t length(const struct json *o, struct str name)
{
	const struct json *j = json_get_str(o, name);

	return j && j->kind == J_STR ? j->s.n : 0;
}

static bool has_room(const struct casefile *c, const struct given *g, struct value v,
    struct str reason, struct err *e)
{
	size_t n = reason.n + (v.kind == V_STR ? v.s.n : 0);

	for (size_t i = 0; i < g->form->n; i++) {
		struct str name = g->form->questions[i].name;
		if (!str_eq(name, g->question->name))
			n +=
			    length(c->view.facts.answers, name) + length(c->view.reasons, name);
	}
	return n <= FORM_ROOM || err_set(e, ERR_INPUT,
				     "%.*s: the answers of this form would have %zu bytes "
				     "together; expected at most %d",
				     STR_ARG(g->question->label), n, FORM_ROOM);
}

bool answer_save(struct desk *d, struct casefile *c, const struct given *g, struct err *e)
{
	const struct question *q = g->question;
	struct str old = text_of(d, c->view.facts.answers, q->name),
		   old_reason = text_of(d, c->view.reasons, q->name), reason;
	struct value v = value_none();
	bool same;

	if (!asked_now(d, c, g, e) || !desk_text("reason", g->reason, REASON_MAX, &reason, e))
		return false;
	if (!value_accept(d->arena, &q->spec, g->value, desk_today(d), &v, e))
		return err_add(e, "%.*s", STR_ARG(q->label));
	if (v.kind == V_NONE)
		reason = STR("");
	same = str_eq(old, value_text(d->arena, v));
	if (same && (reason.n == 0 || str_eq(reason, old_reason)))
		return true;
	return open_to_third(c, g, e) && has_room(c, g, v, reason, e) &&
	       write_answer(d, c, g, v, reason, e);
}

/* ---- answers that come with a decision ---- */

static bool find_question(const struct casefile *c, const struct form **forms, size_t n,
    struct str name, struct given *out)
{
	(void)c;
	for (size_t i = 0; i < n; i++) {
		out->form = forms[i];
		out->question = form_question(forms[i], name);
		if (out->question)
			return true;
	}
	return false;
}

static bool all_known(struct desk *d, const struct casefile *c, const struct form **forms,
    size_t n, const struct json *answers, struct err *e)
{
	struct strs names = {0};
	struct given g;
	bool ok = true;

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < forms[i]->n; k++)
			*arena_push(d->arena, &names) = forms[i]->questions[k].name;
	for (size_t i = 0; i < answers->n; i++) {
		struct str near;
		if (find_question(c, forms, n, answers->keys[i], &g))
			continue;
		near = say_near(d->arena, answers->keys[i], names);
		ok = err_more(e, ERR_INPUT, "there is no question '%.*s' in this state%.*s",
		    STR_ARG(answers->keys[i]), STR_ARG(near));
	}
	return ok;
}

/* A JSON answer as a person would have typed it. */
static bool typed(struct desk *d, const struct json *j, struct str *out)
{
	if (j->kind == J_BOOL)
		*out = j->b ? STR("yes") : STR("no");
	else if (j->kind == J_STR || j->kind == J_INT)
		*out = value_text(d->arena, value_of_json(j));
	else if (j->kind == J_NULL)
		*out = STR("");
	else
		return false;
	return true;
}

static bool read_given(struct desk *d, const struct json *j, struct given *g, struct err *e)
{
	const struct json *value = j;

	g->reason = STR("");
	if (j->kind == J_OBJ) {
		value = json_get(j, "value");
		g->reason = json_get_text(j, "reason");
	}
	if (value && typed(d, value, &g->value))
		return true;
	return err_set(e, ERR_INPUT,
	    "%.*s: expected an answer or {\"value\": ..., \"reason\": ...}",
	    STR_ARG(g->question->name));
}

bool answers_save(struct desk *d, struct casefile *c, const struct json *answers, struct err *e)
{
	const struct form **forms = NULL;
	size_t n = 0;

	if (answers->kind != J_OBJ)
		return err_set(e, ERR_INPUT, "answers come as {question: answer}");
	state_forms(d->arena, c->type, c->all.state, &forms, &n);
	if (!all_known(d, c, forms, n, answers, e))
		return false;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < forms[i]->n; k++) {
			struct given g = {
			    .form = forms[i], .question = &forms[i]->questions[k]};
			const struct json *j = json_get_str(answers, g.question->name);
			if (j && (!read_given(d, j, &g, e) || !answer_save(d, c, &g, e)))
				return false;
		}
	return true;
}
