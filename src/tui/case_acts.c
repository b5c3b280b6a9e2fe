/* SPDX-License-Identifier: MIT */
/* What can be done with the case under the cursor, or with all that are marked. */
#include "tui/view/views.h"
#include "tui/words.h"

struct meant {
	struct app *app;
	struct strs refs;
	struct str arg;  /* what is left of the argument */
	struct str said; /* by the service, of the last one */
};

/* A list of what was done, or the error of the first that failed and how many went. */
static enum outcome each(struct meant *m,
    bool (*one)(struct meant *m, struct str ref, struct err *e), const char *did, struct err *e)
{
	for (size_t i = 0; i < m->refs.n; i++)
		if (!one(m, m->refs.v[i], e)) {
			if (i)
				err_add(e, "%zu of %zu done, then %.*s", i, m->refs.n,
				    STR_ARG(m->refs.v[i]));
			return OUTCOME_FAILED;
		}
	if (m->said.n)
		app_say(m->app, "%.*s", STR_ARG(m->said));
	else if (m->refs.n == 1)
		app_say(m->app, "%.*s %s", STR_ARG(m->refs.v[0]), did);
	else
		app_say(m->app, "%zu cases %s", m->refs.n, did);
	return OUTCOME_RELOAD;
}

static bool one_case(const struct meant *m, struct err *e)
{
	if (m->refs.n == 1)
		return true;
	return err_set(e, ERR_USAGE,
	    "this is done with one case at a time; :unmark takes the "
	    "marks away");
}

static enum outcome act_rank(struct meant *m, struct err *e)
{
	return one_case(m, e) && rank_open(m->app, m->refs.v[0], e) ? OUTCOME_DONE
								    : OUTCOME_FAILED;
}

static enum outcome act_timeline(struct meant *m, struct err *e)
{
	return one_case(m, e) && past_open(m->app, m->refs.v[0], m->arg, e) ? OUTCOME_DONE
									    : OUTCOME_FAILED;
}

static enum outcome act_take(struct meant *m, struct err *e)
{
	return one_case(m, e) && record_take(m->app, m->refs.v[0], m->arg, e) ? OUTCOME_DONE
									      : OUTCOME_FAILED;
}

static bool add_note(struct meant *m, struct str ref, struct err *e)
{
	struct req_note q = {.ref = ref, .text = m->arg};
	struct rep_done r;

	if (!call_note(&m->app->service, &m->app->frame, &q, &r, e))
		return false;
	m->app->sitting.noted++;
	return true;
}

static enum outcome act_note(struct meant *m, struct err *e)
{
	if (!one_case(m, e))
		return OUTCOME_FAILED;
	if (m->arg.n)
		return each(m, add_note, "has the note", e);
	return note_open(m->app, m->refs.v[0], e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static bool defer_one(struct meant *m, struct str ref, struct err *e)
{
	struct str reason = m->arg, until = command_word(&reason);
	struct req_defer q = {.ref = ref, .until = until, .reason = reason};
	struct rep_done r;

	if (reason.n == 0)
		return err_set(e, ERR_USAGE,
		    "putting a case aside needs a day and a reason: +3d waiting for the file");
	return call_defer(&m->app->service, &m->app->frame, &q, &r, e);
}

static enum outcome act_defer(struct meant *m, struct err *e)
{
	return each(m, defer_one, "put aside", e);
}

static bool release_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_release q = {.ref = ref, .reason = m->arg};
	struct rep_done r;

	return call_release(&m->app->service, &m->app->frame, &q, &r, e);
}

static enum outcome act_release(struct meant *m, struct err *e)
{
	return each(m, release_one, "handed back", e);
}

static bool assign_one(struct meant *m, struct str ref, struct err *e)
{
	struct str reason = m->arg, to = command_word(&reason);
	struct req_assign q = {.ref = ref, .to = to, .reason = reason};
	struct rep_done r;

	return call_assign(&m->app->service, &m->app->frame, &q, &r, e);
}

/* One to one is done at once; what it means for several is shown first. */
static enum outcome act_assign(struct meant *m, struct err *e)
{
	struct req_share q = {.refs = m->refs, .reason = m->arg};
	struct str to = command_word(&q.reason);

	words_accounts(&m->app->frame, to, &q.to);
	if (m->refs.n == 1 && q.to.n == 1)
		return each(m, assign_one,
		    arena_printf(&m->app->frame, "given to %.*s", STR_ARG(to)).p, e);
	return share_open(m->app, &q, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static bool safeguard_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_safeguard q = {.ref = ref, .text = m->arg};
	struct rep_moved r;

	if (!call_safeguard(&m->app->service, &m->app->frame, &q, &r, e))
		return false;
	m->said = r.text;
	return true;
}

static enum outcome act_safeguard(struct meant *m, struct err *e)
{
	return one_case(m, e) ? each(m, safeguard_one, "", e) : OUTCOME_FAILED;
}

static bool conflict_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_conflict q = {.ref = ref, .reason = m->arg};
	struct rep_done r;

	if (!call_conflict(&m->app->service, &m->app->frame, &q, &r, e))
		return false;
	m->said = r.text;
	return true;
}

/* From now on the record does not exist for who declared it: nothing of it stays open. */
static enum outcome act_conflict(struct meant *m, struct err *e)
{
	enum outcome out = one_case(m, e) ? each(m, conflict_one, "", e) : OUTCOME_FAILED;

	if (out != OUTCOME_RELOAD)
		return out;
	while (m->app->depth > 1)
		app_pop(m->app);
	return app_reload(m->app, e) ? OUTCOME_DONE : OUTCOME_FAILED;
}

static bool link_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_link q = {.ref = ref, .reason = m->arg};
	struct rep_done r;

	q.other = command_word(&q.reason);
	q.kind = command_word(&q.reason);
	if (!call_link(&m->app->service, &m->app->frame, &q, &r, e))
		return false;
	m->said = r.text;
	return true;
}

static enum outcome act_link(struct meant *m, struct err *e)
{
	return one_case(m, e) ? each(m, link_one, "", e) : OUTCOME_FAILED;
}

static bool override_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_override q = {.ref = ref, .reason = m->arg};
	struct rep_done r;

	q.step = command_word(&q.reason);
	if (!call_override(&m->app->service, &m->app->frame, &q, &r, e))
		return false;
	m->said = r.text;
	return true;
}

static enum outcome act_override(struct meant *m, struct err *e)
{
	return one_case(m, e) ? each(m, override_one, "", e) : OUTCOME_FAILED;
}

static enum outcome act_decide(struct meant *m, struct err *e)
{
	return one_case(m, e) && steps_open(m->app, m->refs.v[0], m->arg, e) ? OUTCOME_DONE
									     : OUTCOME_FAILED;
}

static const struct {
	enum action action;
	enum outcome (*run)(struct meant *m, struct err *e);
} acts[] = {
    {ACT_RANK, act_rank},
    {ACT_TIMELINE, act_timeline},
    {ACT_DECIDE, act_decide},
    {ACT_TAKE, act_take},
    {ACT_NOTE, act_note},
    {ACT_DEFER, act_defer},
    {ACT_RELEASE, act_release},
    {ACT_ASSIGN, act_assign},
    {ACT_CONFLICT, act_conflict},
    {ACT_LINK, act_link},
    {ACT_OVERRIDE_ASK, act_override},
};

void case_unmark(struct view *v)
{
	struct command c = {.action = ACT_UNMARK};
	struct err e = {0};

	for (size_t i = 0; v->ops->acts && v->ops->acts[i].run; i++)
		if (v->ops->acts[i].action == ACT_UNMARK)
			(void)v->ops->acts[i].run(v, &c, &e);
}

/* What is being written, chosen or confirmed is not loaded again. */
static bool is_at_work(enum context c)
{
	return context_reaches(c, CTX_WRITE) || c == CTX_PICK ||
	       context_reaches(c, CTX_CONFIRM);
}

/* Of a danger one tells from anywhere: a text, a prompt or help stands before its case. */
enum outcome danger_act(struct view *v, const struct command *c, struct err *e)
{
	struct app *app = v->app;
	struct meant m = {.app = app, .arg = c->arg};
	enum outcome out;

	for (int i = app->depth - 1; i >= 0 && m.refs.n == 0; i--)
		if (app->stack[i]->ops->refs)
			app->stack[i]->ops->refs(app->stack[i], &app->frame, &m.refs);
	if (m.refs.n == 0) {
		err_set(e, ERR_USAGE,
		    "a danger to whom? Open the case, or put the cursor on it in a list");
		return OUTCOME_FAILED;
	}
	if (c->arg.n == 0)
		return one_case(&m, e) && prompt_open(app, c->action, c->arg, e)
			   ? OUTCOME_DONE
			   : OUTCOME_FAILED;
	out = act_safeguard(&m, e);
	return out == OUTCOME_RELOAD && is_at_work(app_context(app)) ? OUTCOME_DONE : out;
}

enum outcome case_act(struct view *v, const struct command *c, struct err *e)
{
	enum outcome out;
	struct meant m = {.app = v->app, .arg = c->arg};

	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++) {
		if (acts[i].action != c->action)
			continue;
		v->ops->refs(v, &v->app->frame, &m.refs);
		if (m.refs.n) {
			out = acts[i].run(&m, e);
			if (out == OUTCOME_RELOAD)
				case_unmark(v);
			return out;
		}
		err_set(e, ERR_USAGE, "there is no case under the cursor");
		return OUTCOME_FAILED;
	}
	return OUTCOME_IGNORED;
}
