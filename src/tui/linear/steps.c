/* SPDX-License-Identifier: MIT */
/* The next steps of a case: said with every reason why one is closed, asked for, confirmed. */
#include "tui/linear/linear.h"

static const struct part_step *step_of(const struct lines *l)
{
	return &l->steps.rec.steps.v[l->steps.at];
}

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

static void say_steps(struct lines *l)
{
	const struct rep_record *r = &l->steps.rec;

	lines_say(l, "Next steps of %.*s, now in %.*s:", STR_ARG(r->ref),
	    STR_ARG(named(r->state_label, r->state)));
	for (size_t i = 0; i < r->steps.n; i++) {
		const struct part_step *s = &r->steps.v[i];
		lines_say(l, "%zu%s%.*s. %.*s%s%.*s%s", i + 1, s->key.n ? " or " : "",
		    STR_ARG(s->key), STR_ARG(named(s->label, s->id)), s->to.n ? ": to " : "",
		    STR_ARG(s->to), s->open ? "" : ". Closed:");
		for (size_t k = 0; k < s->closed.n; k++)
			lines_say(l, "%.*s", STR_ARG(s->closed.v[k]));
		if (!s->open && s->closed.n == 0)
			lines_say(l, "It is closed to you now.");
	}
	if (r->steps.n == 0)
		lines_say(l, "This case has no next step: it has come to its end.");
	else
		lines_say(l, "Type its number, letter or name; an empty line leaves.");
}

/* A closed step cannot be asked for; its reasons are said. */
static bool ask_for(struct lines *l, size_t at, struct str asked, struct err *e)
{
	struct lines_steps *s = &l->steps;
	const struct part_step *st = &s->rec.steps.v[at];

	if (!st->open) {
		for (size_t i = 0; i < st->closed.n; i++)
			err_more(e, ERR_REFUSED, "%.*s: %.*s",
			    STR_ARG(named(st->label, st->id)), STR_ARG(st->closed.v[i]));
		return false;
	}
	s->at = at;
	s->asked = arena_str(&s->life, asked);
	if (st->help.n)
		lines_text(l, st->help);
	if (st->reason && s->reason.n == 0) {
		lines_say(l, "%.*s needs a reason; an empty line leaves it.",
		    STR_ARG(named(st->label, st->id)));
		l->asking = ASK_STEP_REASON;
		return true;
	}
	if (l->drop)
		l->drop(l->put_ctx);
	lines_say(l, "%.*s: %.*s%s%.*s. Type yes to do it; an empty line leaves it.",
	    STR_ARG(named(st->label, st->id)), STR_ARG(s->rec.ref), st->to.n ? " goes to " : "",
	    STR_ARG(st->to));
	l->asking = ASK_CONFIRM;
	return true;
}

static bool find(const struct lines_steps *s, struct str word, size_t *at)
{
	int64_t n;

	for (size_t i = 0; i < s->rec.steps.n; i++)
		if (str_eq(s->rec.steps.v[i].id, word) ||
		    (word.n && str_eq(s->rec.steps.v[i].key, word))) {
			*at = i;
			return true;
		}
	if (!str_int(word, &n) || n < 1 || (size_t)n > s->rec.steps.n)
		return false;
	*at = (size_t)n - 1;
	return true;
}

static bool by_word(struct lines *l, struct str line, struct err *e)
{
	struct lines_steps *s = &l->steps;
	struct str reason = line, word = command_word(&reason);
	size_t at;

	if (!find(s, word, &at))
		return err_set(
		    e, ERR_NOT_FOUND, "this case has no step '%.*s' now", STR_ARG(word));
	s->reason = arena_str(&s->life, reason);
	return ask_for(l, at, line, e);
}

bool lines_steps_again(struct lines *l, bool reload, struct err *e)
{
	struct lines_steps *s = &l->steps;
	struct req_show q = {.ref = arena_str(&l->frame, s->rec.ref)};
	struct arena fresh = {0};
	struct rep_record r = {0};

	if (reload) {
		if (!call_show(&l->service, &fresh, &q, &r, e)) {
			arena_clear(&fresh);
			return false;
		}
		arena_clear(&s->mem);
		s->mem = fresh;
		s->rec = r;
	}
	say_steps(l);
	return true;
}

bool lines_steps_open(struct lines *l, struct str ref, struct str step, struct err *e)
{
	struct lines_steps *s = &l->steps;
	struct req_show q = {.ref = ref};
	struct arena fresh = {0};
	struct rep_record r = {0};

	if (!call_show(&l->service, &fresh, &q, &r, e)) {
		arena_clear(&fresh);
		return false;
	}
	lines_enter(l, PLACE_STEPS);
	*s = (struct lines_steps){.mem = fresh, .rec = r};
	if (step.n)
		return by_word(l, step, e);
	say_steps(l);
	return true;
}

static bool leave(struct lines *l)
{
	l->asking = ASK_COMMAND;
	l->steps.reason = (struct str){0};
	lines_say(l, "Left; nothing was done.");
	return true;
}

/* Done: the steps and the form close, the case is shown as it was. */
static bool take(struct lines *l, struct err *e)
{
	struct lines_steps *s = &l->steps;
	const struct part_step *st = step_of(l);
	struct req_decide q = {
	    .ref = s->rec.ref, .step = st->id, .version = s->rec.version, .reason = s->reason};
	struct rep_moved moved = {0};

	l->asking = ASK_COMMAND;
	if (!call_decide(&l->service, &l->frame, &q, &moved, e)) {
		s->reason = (struct str){0};
		return false;
	}
	*arena_push(&l->life, &l->decided) = arena_printf(
	    &l->life, "%.*s: %.*s", STR_ARG(s->rec.ref), STR_ARG(named(st->label, st->id)));
	if (str_eq(l->kase.rec.ref, s->rec.ref))
		l->kase.moved = true;
	lines_told(l, "Decided: %.*s. n brings the next case.",
	    STR_ARG(moved.text.n ? moved.text : named(st->label, st->id)));
	lines_pop(l);
	if (lines_place(l) == PLACE_FORM)
		lines_pop(l);
	return true;
}

bool lines_steps_line(struct lines *l, struct str line, struct err *e)
{
	struct str rest = line, word = command_word(&rest);
	size_t at;

	if (line.n == 0) {
		lines_pop(l);
		return lines_again(l, false, e);
	}
	if (find(&l->steps, word, &at))
		return by_word(l, line, e);
	return lines_command(l, line, e);
}

bool lines_steps_reason(struct lines *l, struct str line, struct err *e)
{
	struct lines_steps *s = &l->steps;

	if (line.n == 0)
		return leave(l);
	s->reason = arena_str(&s->life, line);
	l->asking = ASK_COMMAND;
	return ask_for(l, s->at, s->asked, e);
}

/* What asked does not confirm: a line sent twice decides nothing. */
bool lines_steps_confirm(struct lines *l, struct str line, struct err *e)
{
	struct command c;
	struct err ignored = {0};
	bool word = str_is(line, "yes") ||
		    (command_read(line, CTX_CONFIRM, &c, &ignored) && c.action == ACT_CONFIRM);

	if (word && !str_eq(line, l->steps.asked))
		return lines_run(l, STR("confirm"), CTX_CONFIRM, e);
	if (line.n == 0 || str_is(line, "-"))
		return leave(l);
	l->asking = ASK_COMMAND;
	return err_set(e, ERR_USAGE, "'%.*s' is not yes", STR_ARG(line));
}

static bool act_confirm(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (l->asking != ASK_CONFIRM)
		return err_set(e, ERR_USAGE, "nothing is asked");
	return take(l, e);
}

const struct lines_act lines_steps_acts[] = {
    {ACT_CONFIRM, act_confirm},
    {ACT_NONE, NULL},
};
