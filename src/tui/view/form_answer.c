/* SPDX-License-Identifier: MIT */
/* Answering: each answer is sent as it is given and comes back with the whole form. */
#include <string.h>

#include "tui/stack.h"
#include "tui/view/form.h"
#include "lookback/wire/refusals.h"

bool form_is_choice(const struct part_question *q)
{
	return str_is(q->kind, "choice") || form_is_many(q);
}

bool form_is_many(const struct part_question *q)
{
	return str_is(q->kind, "choices");
}

bool form_has(const struct part_question *q, struct str code)
{
	struct str rest = q->value, part;

	if (!form_is_many(q))
		return str_eq(q->value, code);
	while (str_cut(&rest, ',', &part))
		if (str_eq(str_trim(part), code))
			return true;
	return false;
}

/* yes, no and unknown have letters of their own; the rest goes by number. Letters that
 * move or leave are kept free. */
char form_key(const struct part_question *q, size_t choice, bool picking)
{
	static const char *const letters[] = {"yes", "no", "unknown"};
	static const char more[] = "abcefhimoptvwxz";
	struct str code = q->choices.v[choice].code;

	for (size_t i = 0; i < 3 && !form_is_many(q); i++)
		if (str_is(code, letters[i]))
			return letters[i][0];
	if (choice < 9)
		return (char)('1' + choice);
	if (picking && choice - 9 < sizeof(more) - 1)
		return more[choice - 9];
	return 0;
}

bool form_may_answer(const struct view *v, struct err *e)
{
	const struct form *f = v->state;
	const char *why = f->rep.why_not.p;

	if (!form_question_of(f))
		return err_set(e, ERR_USAGE, "this form asks nothing");
	if (!f->rep.editable)
		return err_set(e, ERR_REFUSED, "%s", why ? why : REFUSED_FORM_SHUT);
	return true;
}

/* Where the focus goes after an answer: to its reason, or on to what is still open. */
void form_advance(struct view *v, bool stay)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	f->mode = FORM_ASK; /* choices are of the question that is left */
	if (q->needs_reason && q->reason.n == 0)
		form_write(v, FORM_REASON);
	else if (!stay)
		(void)form_open_question(f, f->focus, &f->focus);
}

static struct str question_key(struct arena *a, const struct form *f, struct str question)
{
	return arena_printf(a, "%.*s/%.*s", STR_ARG(f->name), STR_ARG(question));
}

bool form_send(struct view *v, struct str value, struct str reason, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct arena fresh = {0};
	struct rep_form rep = {0};
	struct req_answer ask = {.ref = f->ref,
	    .form = f->name,
	    .question = arena_str(&fresh, q->name),
	    .value = arena_str(&fresh, value),
	    .reason = arena_str(&fresh, reason),
	    .version = f->rep.version};

	if (!call_answer(&v->app->service, &fresh, &ask, &rep, e)) {
		if (e->kind == ERR_CONFLICT)
			form_quicker(v, &ask, e);
		arena_clear(&fresh);
		return false;
	}
	arena_clear(&v->data);
	v->data = fresh;
	if (ask.value.n)
		app_given(v->app, question_key(&fresh, f, ask.question), f->ref, ask.value);
	f->rep = rep;
	f->saved = ask.question;
	v->seen = ++v->app->changes;
	return true;
}

/* A reason belongs to the answer it was given for. */
static enum outcome give(struct view *v, struct str value, bool stay, struct err *e)
{
	const struct part_question *q = form_question_of(v->state);
	struct str reason = str_eq(q->value, value) ? q->reason : (struct str){0};

	value = arena_str(&v->life, value); /* it may point into the form that goes */
	if (!form_send(v, value, reason, e))
		return OUTCOME_FAILED;
	form_advance(v, stay);
	return OUTCOME_DONE;
}

static bool is_absence(struct str code)
{
	return str_is(code, "not_applicable") || str_is(code, "not_recorded") ||
	       str_is(code, "not_checked");
}

/* What is chosen, as one text; an absence stands alone. */
static struct str joined(struct arena *a, const struct part_question *q, const bool *chosen)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < q->choices.n && i < FORM_CHOICES; i++)
		if (chosen[i])
			buf_printf(&b, "%s%.*s", b.n ? "," : "", STR_ARG(q->choices.v[i].code));
	return buf_str(&b);
}

static void toggle(const struct part_question *q, bool *chosen, size_t at)
{
	bool now = !chosen[at], absence = is_absence(q->choices.v[at].code);

	for (size_t i = 0; i < q->choices.n && i < FORM_CHOICES; i++)
		if (absence || is_absence(q->choices.v[i].code))
			chosen[i] = false;
	chosen[at] = now;
}

static enum outcome choose(struct view *v, size_t at, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	if (!form_is_many(q)) {
		f->mode = FORM_ASK;
		return give(v, q->choices.v[at].code, false, e);
	}
	if (f->mode == FORM_PICK) {
		f->pick = at;
		toggle(q, f->chosen, at);
		return OUTCOME_DONE;
	}
	for (size_t i = 0; i < q->choices.n && i < FORM_CHOICES; i++)
		f->chosen[i] = form_has(q, q->choices.v[i].code);
	toggle(q, f->chosen, at);
	return give(v, joined(&v->app->frame, q, f->chosen), true, e);
}

static enum outcome act_pick(struct view *v, const struct command *c, struct err *e)
{
	const struct part_question *q = form_question_of(v->state);
	int64_t n;

	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	if (str_int(c->arg, &n) && n >= 1 && (size_t)n <= q->choices.n && n <= FORM_CHOICES)
		return choose(v, (size_t)n - 1, e);
	if (q->choices.n)
		err_set(e, ERR_USAGE, "there is no choice %.*s here", STR_ARG(c->arg));
	else
		err_set(e, ERR_USAGE, "this answer is written: Enter begins");
	return OUTCOME_FAILED;
}

static enum outcome by_code(struct view *v, const char *code, struct err *e)
{
	const struct part_question *q = form_question_of(v->state);

	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	for (size_t i = 0; i < q->choices.n && i < FORM_CHOICES; i++)
		if (str_is(q->choices.v[i].code, code))
			return choose(v, i, e);
	err_set(e, ERR_USAGE, "'%s' is no answer to this question", code);
	return OUTCOME_FAILED;
}

static enum outcome act_yes(struct view *v, const struct command *c, struct err *e)
{
	(void)c;
	return by_code(v, "yes", e);
}

static enum outcome act_no(struct view *v, const struct command *c, struct err *e)
{
	(void)c;
	return by_code(v, "no", e);
}

static enum outcome act_unknown(struct view *v, const struct command *c, struct err *e)
{
	(void)c;
	return by_code(v, "unknown", e);
}

static enum outcome act_answer(struct view *v, const struct command *c, struct err *e)
{
	if (c->arg.n == 0)
		return OUTCOME_IGNORED;
	return form_may_answer(v, e) ? give(v, c->arg, false, e) : OUTCOME_FAILED;
}

static enum outcome act_clear(struct view *v, const struct command *c, struct err *e)
{
	(void)c;
	return form_may_answer(v, e) ? give(v, (struct str){0}, true, e) : OUTCOME_FAILED;
}

/* The reason is not repeated: it was for the other case. */
static enum outcome act_repeat(struct view *v, const struct command *c, struct err *e)
{
	const struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct str value;

	(void)c;
	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	value = app_given_before(v->app, question_key(&v->app->frame, f, q->name), f->ref);
	if (value.n)
		return give(v, value, false, e);
	err_set(e, ERR_USAGE, "this question was answered on no other case since you sat down");
	return OUTCOME_FAILED;
}

static enum outcome act_edit(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	(void)c;
	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	if (!form_is_choice(q) || q->choices.n == 0) {
		form_write(v, FORM_WRITE);
		return OUTCOME_DONE;
	}
	f->mode = FORM_PICK;
	f->pick = 0;
	for (size_t i = 0; i < q->choices.n && i < FORM_CHOICES; i++) {
		f->chosen[i] = form_has(q, q->choices.v[i].code);
		if (f->chosen[i] && !form_is_many(q))
			f->pick = i;
	}
	return OUTCOME_DONE;
}

/* In the case Enter has nothing to open: back to the question. */
static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct form *f = v->state;

	return f->reading ? form_act_back(v, c, e) : act_edit(v, c, e);
}

static enum outcome act_toggle(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;

	(void)c;
	return choose(v, f->pick, e);
}

static enum outcome act_pick_accept(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);

	(void)c;
	if (!form_is_many(q))
		return choose(v, f->pick, e);
	f->mode = FORM_ASK;
	return give(v, joined(&v->app->frame, q, f->chosen), false, e);
}

/* Choices that are being made are saved first, as Enter saves them. */
static enum outcome act_unanswered(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;

	if (f->mode == FORM_PICK && form_is_many(form_question_of(f)))
		return act_pick_accept(v, c, e);
	f->mode = FORM_ASK;
	if (!form_required_question(f, f->focus, &f->focus) &&
	    !form_open_question(f, f->focus, &f->focus))
		app_say(v->app, "every question is answered; d shows the next steps");
	return OUTCOME_DONE;
}

static enum outcome act_steps(struct view *v, const struct command *c, struct err *e)
{
	const struct form *f = v->state;

	return steps_open(v->app, f->ref, c->arg, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

const struct act form_acts[] = {
    {ACT_PICK, act_pick},
    {ACT_ANSWER_YES, act_yes},
    {ACT_ANSWER_NO, act_no},
    {ACT_ANSWER_UNK, act_unknown},
    {ACT_ANSWER, act_answer},
    {ACT_CLEAR, act_clear},
    {ACT_REPEAT, act_repeat},
    {ACT_EDIT, act_edit},
    {ACT_CHOOSE, act_choose},
    {ACT_REASON, form_act_reason},
    {ACT_PICK_TOGGLE, act_toggle},
    {ACT_PICK_ACCEPT, act_pick_accept},
    {ACT_ACCEPT, form_act_accept},
    {ACT_AREA_SAVE, form_act_accept},
    {ACT_CANCEL, form_act_cancel},
    {ACT_UNANSWERED, act_unanswered},
    {ACT_SOURCE, form_act_read},
    {ACT_OTHER, form_act_read},
    {ACT_FORM, form_act_back},
    {ACT_QUOTE, form_act_quote},
    {ACT_PARENT, form_act_case},
    {ACT_CHILDREN, form_act_case},
    {ACT_ADD_UNDER, form_act_case},
    {ACT_SECTION, source_act},
    {ACT_SECTION_NEXT, source_act},
    {ACT_SECTION_PREV, source_act},
    {ACT_LOOK, source_act},
    {ACT_MARK_NEXT, source_act},
    {ACT_MARK_PREV, source_act},
    {ACT_AGAIN, source_act},
    {ACT_BACK, source_act},
    {ACT_STEPS, act_steps},
    {ACT_DECIDE, act_steps},
    {ACT_NONE, NULL},
};
