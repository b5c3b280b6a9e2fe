/* SPDX-License-Identifier: MIT */
/* What is done with the case at hand, or with all that are marked. */
#include "tui/linear/linear.h"
#include "tui/words.h"

struct meant {
	struct lines *l;
	struct strs refs;
	struct str arg;
};

static bool one_of(struct lines *l, struct str arg, struct meant *m, bool single, struct err *e)
{
	*m = (struct meant){.l = l, .arg = arg};
	if (!lines_meant(l, &m->refs, e))
		return false;
	if (single && m->refs.n > 1)
		return err_set(e, ERR_USAGE,
		    "this is done with one case at a time; unmark takes the marks away");
	return true;
}

/* Marks have been acted on; what was done is said. */
static bool each(struct meant *m, bool (*one)(struct meant *m, struct str ref, struct err *e),
    struct str did, struct err *e)
{
	for (size_t i = 0; i < m->refs.n; i++)
		if (!one(m, m->refs.v[i], e))
			return i ? err_add(e, "%zu of %zu done, then %.*s", i, m->refs.n,
				       STR_ARG(m->refs.v[i]))
				 : false;
	if (m->refs.n == 1)
		lines_told(m->l, "%.*s %.*s.", STR_ARG(m->refs.v[0]), STR_ARG(did));
	else
		lines_told(m->l, "%zu cases %.*s.", m->refs.n, STR_ARG(did));
	if (!m->l->called)
		m->l->list.marks.n = 0;
	return true;
}

static bool act_rank(struct lines *l, struct str arg, struct err *e)
{
	struct meant m;
	struct req_rank q = {0};
	struct rep_rank r;

	if (!one_of(l, arg, &m, true, e))
		return false;
	q.ref = m.refs.v[0];
	if (!call_rank(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_say(l, "Why %.*s stands where it stands:", STR_ARG(q.ref));
	for (size_t i = 0; i < r.parts.n; i++)
		lines_say(l, "%lld for %.*s", (long long)r.parts.v[i].points,
		    STR_ARG(r.parts.v[i].because));
	lines_say(l, "%lld in all, as it stands today", (long long)r.rank);
	return true;
}

static bool act_take(struct lines *l, struct str arg, struct err *e)
{
	struct meant m;
	struct req_claim q = {.reason = arg};
	struct rep_record r = {0};

	if (!one_of(l, arg, &m, true, e))
		return false;
	q.ref = arena_str(&l->frame, m.refs.v[0]);
	if (!call_claim(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s is yours.", STR_ARG(q.ref));
	return lines_open(l, q.ref, (struct str){0}, e);
}

static bool note_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_note q = {.ref = ref, .text = m->arg};
	struct rep_done r;

	if (!call_note(&m->l->service, &m->l->frame, &q, &r, e))
		return false;
	m->l->noted++;
	return true;
}

static bool act_note(struct lines *l, struct str arg, struct err *e)
{
	struct meant m;

	if (!one_of(l, arg, &m, true, e))
		return false;
	if (arg.n == 0) {
		lines_ask(l, STR("Note"), STR("note "));
		return true;
	}
	return each(&m, note_one, STR("has the note"), e);
}

static bool defer_one(struct meant *m, struct str ref, struct err *e)
{
	struct str reason = m->arg, until = command_word(&reason);
	struct req_defer q = {.ref = ref, .until = until, .reason = reason};
	struct rep_done r;

	if (reason.n == 0)
		return err_set(e, ERR_USAGE,
		    "putting a case aside needs a day and a reason: +3d waiting for the file");
	return call_defer(&m->l->service, &m->l->frame, &q, &r, e);
}

static bool release_one(struct meant *m, struct str ref, struct err *e)
{
	struct req_release q = {.ref = ref, .reason = m->arg};
	struct rep_done r;

	return call_release(&m->l->service, &m->l->frame, &q, &r, e);
}

static bool assign_one(struct meant *m, struct str ref, struct err *e)
{
	struct str reason = m->arg, to = command_word(&reason);
	struct req_assign q = {.ref = ref, .to = to, .reason = reason};
	struct rep_done r;

	return call_assign(&m->l->service, &m->l->frame, &q, &r, e);
}

/* A case that was given away is not worked on any more. */
static bool given_away(struct lines *l, bool ok)
{
	if (ok && lines_place(l) == PLACE_FORM)
		lines_pop(l);
	if (ok && lines_place(l) == PLACE_CASE)
		lines_say(l, "n brings the next case.");
	return ok;
}

static bool act_defer(struct lines *l, struct str arg, struct err *e)
{
	struct meant m;

	return one_of(l, arg, &m, false, e) &&
	       given_away(l, each(&m, defer_one, STR("put aside"), e));
}

static bool act_release(struct lines *l, struct str arg, struct err *e)
{
	struct meant m;

	return one_of(l, arg, &m, false, e) &&
	       given_away(l, each(&m, release_one, STR("handed back"), e));
}

/* One to one is done at once; what it means for several is said first. */
static bool act_assign(struct lines *l, struct str arg, struct err *e)
{
	struct req_share q = {.reason = arg};
	struct str to = command_word(&q.reason);
	struct meant m;

	words_accounts(&l->frame, to, &q.to);
	if (!one_of(l, arg, &m, false, e))
		return false;
	q.refs = m.refs;
	if (m.refs.n > 1 || q.to.n != 1)
		return lines_share(l, &q, e);
	return given_away(
	    l, each(&m, assign_one, arena_printf(&l->frame, "given to %.*s", STR_ARG(to)), e));
}

const struct lines_act lines_work_acts[] = {
    {ACT_RANK, act_rank},
    {ACT_TAKE, act_take},
    {ACT_NOTE, act_note},
    {ACT_DEFER, act_defer},
    {ACT_RELEASE, act_release},
    {ACT_ASSIGN, act_assign},
    {ACT_NONE, NULL},
};
