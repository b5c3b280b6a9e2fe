/* SPDX-License-Identifier: MIT */
/* The time line of a case as lines, newest first; its kinds are named behind the command. */
#include "tui/linear/linear.h"
#include "tui/words.h"

enum { PAGE = 100 };

static void say_event(struct lines *l, struct str ref, const struct part_past *ev)
{
	bool own = str_eq(ev->record, ref);

	lines_say(l, "%.*s, %.*s, %.*s: %.*s%s%.*s", STR_ARG(words_instant(&l->frame, ev->at)),
	    STR_ARG(ev->actor), STR_ARG(ev->kind), STR_ARG(own ? (struct str){0} : ev->record),
	    own ? "" : ": ", STR_ARG(ev->text.n ? ev->text : ev->type));
	for (size_t i = 0; i < ev->values.n && ev->form.n == 0; i++) {
		const struct part_value *v = &ev->values.v[i];
		lines_say(l, "  %.*s: was %.*s; is now %.*s",
		    STR_ARG(v->label.n ? v->label : v->name),
		    STR_ARG(v->was.n ? v->was : STR("nothing")),
		    STR_ARG(v->now.n ? v->now : STR("nothing")));
	}
}

/* Looks are many: they are said when they are asked for. */
static struct strs read_kinds(struct lines *l, struct str arg)
{
	struct strs kinds = {0};
	struct str word;

	if (arg.n == 0)
		arg = STR("data decisions notes contacts quality");
	while ((word = command_word(&arg)).n)
		*arena_push(&l->frame, &kinds) = word;
	return kinds;
}

static bool act_timeline(struct lines *l, struct str arg, struct err *e)
{
	struct req_past q = {.limit = PAGE};
	struct strs refs = {0};
	struct rep_past r;
	size_t n = 0;

	if (!lines_meant(l, &refs, e))
		return false;
	if (refs.n != 1)
		return err_set(e, ERR_USAGE, "this is done with one case at a time");
	q.ref = refs.v[0];
	q.kinds = read_kinds(l, arg);
	do {
		if (!call_past(&l->service, &l->frame, &q, &r, e))
			return false;
		if (n == 0)
			lines_say(l, "What happened to %.*s and to all under it, newest first:",
			    STR_ARG(q.ref));
		for (size_t i = 0; i < r.rows.n; i++)
			say_event(l, q.ref, &r.rows.v[i]);
		n += r.rows.n;
		q.from = r.next;
	} while (r.next);
	if (n == 0)
		lines_say(l, "Nothing of these kinds.");
	return true;
}

const struct lines_act lines_past_acts[] = {
    {ACT_TIMELINE, act_timeline},
    {ACT_NONE, NULL},
};
