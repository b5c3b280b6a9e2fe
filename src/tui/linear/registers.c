/* SPDX-License-Identifier: MIT */
/* Alerts, registers, overrides, and what is opened under a case, as lines. */
#include "tui/linear/linear.h"
#include "tui/words.h"

enum { ROWS_MOST = 100 };

static bool act_alerts(struct lines *l, struct str arg, struct err *e)
{
	const struct req_alerts q = {.limit = ROWS_MOST};
	struct rep_alerts r;

	(void)arg;
	if (!call_alerts(&l->service, &l->frame, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		lines_alert(l, &r.rows.v[i]);
	lines_say(l, "%s",
	    r.rows.n ? "'acknowledge' with the number and what is done acknowledges one."
		     : "No alert waits for you.");
	return true;
}

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

static bool act_registers(struct lines *l, struct str arg, struct err *e)
{
	const struct rep_welcome *w = l->welcome;

	(void)arg, (void)e;
	for (size_t i = 0; i < w->types.n; i++) {
		const struct part_type *t = &w->types.v[i];
		lines_say(l, "%.*s: list type:%.*s%s%.*s",
		    STR_ARG(t->plural.n ? t->plural : t->type), STR_ARG(t->type),
		    t->opens ? "; row add " : "",
		    STR_ARG(t->opens ? t->type : (struct str){0}));
	}
	if (w->types.n == 0)
		lines_say(l, "The review has no registers that you may see.");
	return true;
}

static void say_override(struct lines *l, const struct part_override *o)
{
	lines_say(l, "Override %lld, %.*s, %.*s: %.*s asked, %.*s. %.*s",
	    (long long)o->override, STR_ARG(o->record),
	    STR_ARG(o->label.n ? o->label : o->step), STR_ARG(o->first), STR_ARG(o->reason),
	    STR_ARG(o->verdict.n ? o->verdict : STR("It waits.")));
	for (size_t i = 0; i < o->closed.n; i++)
		lines_say(l, "closed because %.*s", STR_ARG(o->closed.v[i]));
	if (o->verdict.n)
		lines_say(l, "%.*s %.*s: %.*s", STR_ARG(o->second), STR_ARG(o->verdict),
		    STR_ARG(o->second_reason));
}

static bool act_overrides(struct lines *l, struct str arg, struct err *e)
{
	const struct req_overrides q = {.limit = ROWS_MOST};
	struct rep_overrides r;

	(void)arg;
	if (!call_overrides(&l->service, &l->frame, &q, &r, e))
		return false;
	for (size_t i = r.rows.n; i-- > 0;)
		say_override(l, &r.rows.v[i]);
	lines_say(l, "%s",
	    r.rows.n ? "'override agree' or 'override refuse', the number and why."
		     : "Nobody has asked to pass over a rule.");
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

static bool act_safeguard(struct lines *l, struct str arg, struct err *e)
{
	struct req_safeguard q = {.text = arg};
	struct rep_moved r;

	if (!one(l, &q.ref, e) || !call_safeguard(&l->service, &l->frame, &q, &r, e))
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
	arena_clear(&l->kase.mem);
	l->kase = (struct lines_case){0};
	lines_go(l, PLACE_START);
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

/* Without a type what can be opened is said. */
static bool act_add_under(struct lines *l, struct str arg, struct err *e)
{
	const struct rep_record *r = &l->kase.rec;

	if (arg.n)
		return lines_sheet_open(l, arg, r->ref, e);
	for (size_t i = 0; i < r->openings.n; i++) {
		const struct part_opening *o = &r->openings.v[i];
		lines_say(l, "add %.*s: %.*s%s", STR_ARG(o->type),
		    STR_ARG(o->label.n ? o->label : o->type), o->open ? "" : ". Closed:");
		for (size_t k = 0; k < o->closed.n; k++)
			lines_say(l, "%.*s", STR_ARG(o->closed.v[k]));
	}
	if (r->openings.n == 0)
		lines_say(l, "Nothing is opened by hand under this record.");
	return true;
}

static bool act_add(struct lines *l, struct str arg, struct err *e)
{
	if (arg.n == 0)
		return err_set(e, ERR_USAGE, "of which type? registers lists them");
	return lines_sheet_open(l, arg, (struct str){0}, e);
}

const struct lines_act lines_register_acts[] = {
    {ACT_ALERTS, act_alerts},
    {ACT_ACKNOWLEDGE, act_acknowledge},
    {ACT_REGISTERS, act_registers},
    {ACT_OVERRIDES, act_overrides},
    {ACT_OVERRIDE_AGREE, act_agree},
    {ACT_OVERRIDE_REFUSE, act_refuse},
    {ACT_SAFEGUARD, act_safeguard},
    {ACT_CONFLICT, act_conflict},
    {ACT_LINK, act_link},
    {ACT_OVERRIDE_ASK, act_override},
    {ACT_PARENT, act_parent},
    {ACT_CHILDREN, act_children},
    {ACT_ADD_UNDER, act_add_under},
    {ACT_ADD, act_add},
    {ACT_NONE, NULL},
};
