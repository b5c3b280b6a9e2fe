/* SPDX-License-Identifier: MIT */
/* What facets are made of: lists, days, limits, assignments and what a field accepts. */
#include "rules/facets.h"

void element(struct listing *l, struct str name)
{
	*arena_push(l->arena, &l->out) = (struct element){.name = name};
}

void facet(struct listing *l, const char *key, struct str text)
{
	*arena_push(l->arena, &l->out.v[l->out.n - 1]) = (struct facet){key, text};
}

void facet_yes(struct listing *l, const char *key, bool yes)
{
	facet(l, key, yes ? STR("yes") : STR("no"));
}

void facet_int(struct listing *l, const char *key, int64_t i)
{
	facet(l, key, i ? arena_printf(l->arena, "%lld", (long long)i) : STR(""));
}

void facet_list(struct listing *l, const char *key, struct strs list)
{
	struct buf b = buf_in(l->arena);

	for (size_t i = 0; i < list.n; i++)
		buf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(list.v[i]));
	facet(l, key, buf_str(&b));
}

void facet_day(struct listing *l, const char *key, int32_t day)
{
	char text[DAY_LEN + 1] = "";

	if (day != NO_DAY)
		day_text(day, text);
	facet(l, key, arena_cstr(l->arena, text));
}

static void put_limit(struct buf *b, struct limit limit)
{
	static const char *const units[] = {[LIMIT_HOURS] = "hours",
	    [LIMIT_DAYS] = "days",
	    [LIMIT_WORKING_DAYS] = "working days"};

	if (limit.kind == LIMIT_REGIME)
		buf_puts(b, "by the rules in force");
	else if (limit.kind != LIMIT_NONE)
		buf_printf(b, "%d %s", limit.n, units[limit.kind]);
}

void facet_limit(struct listing *l, const char *key, struct limit limit)
{
	struct buf b = buf_in(l->arena);

	put_limit(&b, limit);
	facet(l, key, buf_str(&b));
}

void facet_due(struct listing *l, const char *key, const struct due_rule *rule)
{
	struct buf b = buf_in(l->arena);

	if (!rule->by_band)
		put_limit(&b, rule->any);
	for (size_t i = 0; rule->by_band && i < l->pack->bands.n; i++) {
		if (rule->by_band[i].kind == LIMIT_NONE)
			continue;
		buf_printf(&b, "%s%.*s ", b.n ? ", " : "", STR_ARG(l->pack->bands.v[i].id));
		put_limit(&b, rule->by_band[i]);
	}
	if (rule->from.n)
		buf_printf(&b, " from %.*s", STR_ARG(rule->from));
	facet(l, key, buf_str(&b));
}

void facet_set(struct listing *l, const char *key, const struct assigns *set)
{
	struct buf b = buf_in(l->arena);

	for (size_t i = 0; i < set->n; i++) {
		const struct assign *s = &set->v[i];
		buf_printf(&b, "%s%.*s=", i ? ", " : "", STR_ARG(s->name));
		if (s->from.n)
			buf_printf(&b, "{%.*s}", STR_ARG(s->from));
		else
			buf_put(&b, value_text(l->arena, s->value));
	}
	facet(l, key, buf_str(&b));
}

void facet_spec(struct listing *l, const struct vspec *spec)
{
	struct buf codes = buf_in(l->arena), absent = buf_in(l->arena);

	facet(l, "type", str_of(vtype_name(spec->type)));
	for (size_t i = 0; i < spec->choices.n; i++)
		buf_printf(&codes, "%s%.*s '%.*s'", i ? ", " : "",
		    STR_ARG(spec->choices.v[i].code), STR_ARG(spec->choices.v[i].label));
	facet(l, "choices", buf_str(&codes));
	for (unsigned i = 0; i < 3; i++)
		if (spec->absent & 1u << i)
			buf_printf(
			    &absent, "%s%.*s", absent.n ? ", " : "", STR_ARG(absences[i].code));
	facet(l, "absent", buf_str(&absent));
	facet_int(l, "min", spec->min);
	facet_int(l, "max", spec->max);
}
