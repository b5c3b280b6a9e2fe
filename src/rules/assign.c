/* SPDX-License-Identifier: MIT */
/* What follows from a step: values that are set, and steps that take themselves. */
#include "lookback/rules/step.h"

static struct value day_value(struct arena *a, int32_t day)
{
	char text[DAY_LEN + 1];

	day_text(day, text);
	return day == NO_DAY ? value_none() : value_str(arena_cstr(a, text));
}

static struct value text_value(struct str s)
{
	return s.n ? value_str(s) : value_none();
}

/* An instant becomes its London day: fields keep days. */
struct value assign_value(struct arena *a, const struct assign *s, const struct case_view *c,
    const struct person *p, struct str reason, int32_t today)
{
	const struct attr *at;
	struct value v;

	if (s->from.n == 0)
		return s->value;
	if (str_is(s->from, "today"))
		return day_value(a, today);
	if (str_is(s->from, "me"))
		return p ? text_value(p->name) : value_none();
	if (str_is(s->from, "reason"))
		return text_value(reason);
	at = attr_find(c->pack, c->type, s->from);
	v = at ? facts_get(a, &c->facts, at) : value_none();
	if (at && at->type == VT_TIME && v.kind == V_INT)
		return day_value(a, london_day(v.i));
	return v;
}

const struct transition *auto_step(struct arena *a, const struct case_view *c)
{
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		if (t->automatic && str_has(t->from, c->facts.state) &&
		    (!t->when || expr_eval(a, t->when, &c->facts)))
			return t;
	}
	return NULL;
}
