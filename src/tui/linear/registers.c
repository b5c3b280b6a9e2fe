/* SPDX-License-Identifier: MIT */
/* What the engine offers as commands: alerts, overrides, danger, conflicts, links, relatives. */
#include "tui/linear/linear.h"
#include "tui/words.h"

/* "7 called her": the number, and a sentence. */
static bool item(struct str arg, int64_t *n, struct str *text, struct err *e)
{
	struct str word;

	*text = arg;
	word = command_word(text);
	if (str_int(word, n) && text->n)
		return true;
	return err_set(e, ERR_USAGE, "give its number and then a sentence");
}

static bool act_acknowledge(struct lines *l, struct str arg, struct err *e)
{
	struct req_acknowledge q = {0};
	struct rep_done r;

	if (!item(arg, &q.alert, &q.text, e) ||
	    !call_acknowledge(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text.n ? r.text : STR("Acknowledged.")));
	return true;
}

static bool judge(struct lines *l, struct str arg, bool agree, struct err *e)
{
	struct req_override_judge q = {.agree = agree};
	struct rep_done r;

	if (!item(arg, &q.override, &q.reason, e) ||
	    !call_override_judge(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

static bool act_agree(struct lines *l, struct str arg, struct err *e)
{
	return judge(l, arg, true, e);
}

static bool act_refuse(struct lines *l, struct str arg, struct err *e)
{
	return judge(l, arg, false, e);
}

/* The one case that is meant. */
static bool one(struct lines *l, struct str *ref, struct err *e)
{
	struct strs refs = {0};

	if (!lines_meant(l, &refs, e))
		return false;
	*ref = refs.v[0];
	return refs.n == 1 || err_set(e, ERR_USAGE, "this is done with one case at a time");
}

bool lines_endangered(struct lines *l, struct strs *refs, struct err *e)
{
	struct err why = {0};

	if (lines_meant(l, refs, &why))
		return refs->n == 1 ||
		       err_set(e, ERR_USAGE, "this is done with one case at a time");
	if (l->kase.rec.ref.n)
		*arena_push(&l->frame, refs) = l->kase.rec.ref;
	else
		*e = why;
	return refs->n == 1;
}

static bool act_safeguard(struct lines *l, struct str arg, struct err *e)
{
	struct req_safeguard q = {.text = arg};
	struct strs refs = {0};
	struct rep_moved r;

	if (!lines_endangered(l, &refs, e))
		return false;
	q.ref = refs.v[0];
	if (!call_safeguard(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

/* From now on the record does not exist for who declared it. */
static bool act_conflict(struct lines *l, struct str arg, struct err *e)
{
	struct req_conflict q = {.reason = arg};
	struct rep_done r;

	if (!one(l, &q.ref, e) || !call_conflict(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	lines_restart(l);
	return lines_home(l, false, e);
}

static bool act_link(struct lines *l, struct str arg, struct err *e)
{
	struct req_link q = {.reason = arg};
	struct rep_done r;

	if (!one(l, &q.ref, e))
		return false;
	q.other = command_word(&q.reason);
	q.kind = command_word(&q.reason);
	if (!call_link(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

static bool act_override(struct lines *l, struct str arg, struct err *e)
{
	struct req_override q = {.reason = arg};
	struct rep_done r;

	if (!one(l, &q.ref, e))
		return false;
	q.step = command_word(&q.reason);
	if (!call_override(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}

static bool act_parent(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (l->kase.rec.parent.n == 0)
		return err_set(e, ERR_NO, "this record belongs to no other");
	return lines_open(l, arena_str(&l->frame, l->kase.rec.parent), (struct str){0}, e);
}

static bool act_children(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (l->kase.rec.children.n == 0)
		return err_set(e, ERR_NO, "nothing was opened under this record yet");
	return lines_list_open(l,
	    arena_printf(&l->frame, "parent:%.*s", STR_ARG(l->kase.rec.ref)), (struct str){0},
	    e);
}

const struct lines_act lines_register_acts[] = {
    {ACT_ACKNOWLEDGE, act_acknowledge},
    {ACT_OVERRIDE_AGREE, act_agree},
    {ACT_OVERRIDE_REFUSE, act_refuse},
    {ACT_SAFEGUARD, act_safeguard},
    {ACT_CONFLICT, act_conflict},
    {ACT_LINK, act_link},
    {ACT_OVERRIDE_ASK, act_override},
    {ACT_PARENT, act_parent},
    {ACT_CHILDREN, act_children},
    {ACT_NONE, NULL},
};
