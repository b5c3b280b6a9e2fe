/* SPDX-License-Identifier: MIT */
/* What can be done about quality, whatever shows it: passes, questions on work, a queue that
 * pauses. */
#include "tui/page/page.h"

static bool passed(struct doing *d, bool ok, const struct rep_plan *r, const char *what)
{
	if (!ok)
		return false;
	d->said = arena_printf(d->arena, "%.*s is %s%s%.*s", STR_ARG(r->plan), what,
	    r->text.n ? ": " : "", STR_ARG(r->text));
	d->pass = r->plan;
	return true;
}

static bool do_fix(struct doing *d, struct err *e)
{
	struct str rest = d->arg, rule = command_word(&rest);
	const struct req_plan_fix q = {.rule = rule, .seed = rest};
	struct rep_plan r;

	return passed(d, call_plan_fix(d->service, d->arena, &q, &r, e), &r, "fixed");
}

static bool do_draw(struct doing *d, struct err *e)
{
	struct str rest = d->arg;
	const struct req_plan_draw q = {.plan = command_word(&rest)};
	struct rep_plan r;

	return passed(d, call_plan_draw(d->service, d->arena, &q, &r, e), &r, "drawn");
}

static bool do_close(struct doing *d, struct err *e)
{
	struct str rest = d->arg, plan = command_word(&rest);
	const struct req_plan_close q = {.plan = plan, .reason = rest};
	struct rep_plan r;

	return passed(d, call_plan_close(d->service, d->arena, &q, &r, e), &r, "closed");
}

static bool done(struct doing *d, bool ok, const struct rep_done *r)
{
	d->said = ok ? r->text : (struct str){0};
	return ok;
}

static bool do_resume(struct doing *d, struct err *e)
{
	struct str rest = d->arg, user = command_word(&rest);
	const struct req_resume q = {.user = user, .reason = rest};
	struct rep_done r;

	return done(d, call_resume(d->service, d->arena, &q, &r, e), &r);
}

/* "12 what came of it" */
static bool numbered(struct doing *d, int64_t *n, struct str *rest, struct err *e)
{
	struct str word;

	*rest = d->arg;
	word = command_word(rest);
	return (str_int(word, n) && *n > 0) ||
	       err_set(
		   e, ERR_USAGE, "give the number of the question, and a sentence behind it");
}

static bool do_answer(struct doing *d, struct err *e)
{
	struct req_query_answer q = {0};
	struct rep_done r;

	return numbered(d, &q.query, &q.text, e) &&
	       done(d, call_query_answer(d->service, d->arena, &q, &r, e), &r);
}

static bool do_settle(struct doing *d, struct err *e)
{
	struct req_query_close q = {0};
	struct rep_done r;

	return numbered(d, &q.query, &q.text, e) &&
	       done(d, call_query_close(d->service, d->arena, &q, &r, e), &r);
}

static bool do_ask(struct doing *d, struct err *e)
{
	struct str rest = d->arg, question = command_word(&rest);
	struct json *asked = json_obj(d->arena);
	const struct req_query q = {.ref = d->ref, .questions = asked};
	struct rep_done r;

	if (d->ref.n == 0 || question.n == 0 || rest.n == 0)
		return err_set(e, ERR_USAGE,
		    "with one case at hand, name the question of its form and what you ask "
		    "about it: ask QUESTION TEXT");
	json_put_str(d->arena, asked, question, json_str(d->arena, rest));
	return done(d, call_query(d->service, d->arena, &q, &r, e), &r);
}

static const struct {
	enum action action;
	bool (*run)(struct doing *d, struct err *e);
} table[] = {
    {ACT_PASS_FIX, do_fix},
    {ACT_PASS_DRAW, do_draw},
    {ACT_PASS_CLOSE, do_close},
    {ACT_RESUME, do_resume},
    {ACT_QUESTION_ANSWER, do_answer},
    {ACT_QUESTION_CLOSE, do_settle},
    {ACT_ASK, do_ask},
};

bool doing_known(enum action a)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].action == a)
			return true;
	return false;
}

bool doing_run(struct doing *d, enum action a, struct err *e)
{
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i].action == a)
			return table[i].run(d, e);
	return err_set(e, ERR_USAGE, "there is nothing of that name");
}
