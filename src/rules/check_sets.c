/* SPDX-License-Identifier: MIT */
/* What steps set, and what children are given: each value fits where it goes. */
#include "rules/check.h"
#include "rules/choice.h"
#include "rules/english.h"

struct setting { /* one assignment being looked at */
	struct check *c;
	struct place at;
	const char *what;
	const struct assign *s;
	const struct field *f; /* where it goes */
};

static void check_value(struct setting *g)
{
	struct str given = value_text(g->c->arena, g->s->value);
	struct value kept;
	struct err e = {0};

	if (!value_accept(g->c->arena, &g->f->spec, given, 0, &kept, &e))
		check_fault(
		    g->c, g->at, "%s of '%.*s': %s", g->what, STR_ARG(g->s->name), e.text);
	else if (!value_eq(kept, g->s->value))
		check_fault(g->c, g->at,
		    "%s of '%.*s': '%.*s' is not a value as it is kept; expected "
		    "a code, a whole date or a number",
		    g->what, STR_ARG(g->s->name), STR_ARG(given));
}

/* May a value of one kind go into a field of another? Codes and days are texts too, and an
 * instant gives its day. */
static bool fits(enum vtype from, enum vtype to)
{
	switch (to) {
	case VT_TEXT:
		return from != VT_INT && from != VT_TIME;
	case VT_LINE:
		return from != VT_INT && from != VT_TIME && from != VT_TEXT;
	case VT_DATE:
		return from == VT_DATE || from == VT_TIME;
	case VT_CHOICES:
		return from == VT_CHOICES || from == VT_CHOICE;
	case VT_INT:
	case VT_CHOICE:
	case VT_STAFF:
	case VT_TIME:
	case VT_USER:
		return from == to;
	}
	return false;
}

/* Codes and absences that the target has not. */
static struct strs strange(struct setting *g, const struct attr *from)
{
	struct strs out = {0};
	bool codes = g->f->spec.type == VT_CHOICE || g->f->spec.type == VT_CHOICES;

	for (size_t i = 0; codes && i < from->choices.n; i++)
		if (choice_index(&g->f->spec.choices, from->choices.v[i].code) < 0)
			*arena_push(g->c->arena, &out) = from->choices.v[i].code;
	for (unsigned i = 0; i < 3; i++)
		if (from->absent & ~g->f->spec.absent & 1u << i)
			*arena_push(g->c->arena, &out) = absences[i].code;
	return out;
}

static void check_attr(struct setting *g, const struct attr *from)
{
	struct strs lacks;

	if (!fits(from->type, g->f->spec.type)) {
		check_fault(g->c, g->at,
		    "%s of '%.*s' takes '%.*s', which is of type %s; expected %s", g->what,
		    STR_ARG(g->s->name), STR_ARG(g->s->from), vtype_name(from->type),
		    vtype_name(g->f->spec.type));
		return;
	}
	lacks = strange(g, from);
	if (lacks.n)
		check_fault(g->c, g->at,
		    "%s of '%.*s' takes '%.*s', which may be %.*s; expected values that "
		    "'%.*s' accepts",
		    g->what, STR_ARG(g->s->name), STR_ARG(g->s->from),
		    STR_ARG(english_list(g->c->arena, lacks, "or")), STR_ARG(g->s->name));
}

static const struct {
	const char *word;
	enum vtype type;
} words[] = {{"today", VT_DATE}, {"me", VT_USER}, {"reason", VT_LINE}};

static struct strs known_sources(struct setting *g, const struct record_type *source)
{
	struct check of = *g->c;
	struct strs names = {0};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		*arena_push(of.arena, &names) = str_of(words[i].word);
	of.type = source;
	if (source) {
		struct strs fields = known_fields(&of, true);
		for (size_t i = 0; i < fields.n; i++)
			*arena_push(of.arena, &names) = fields.v[i];
		for (size_t i = 0; i < source->forms.n; i++)
			for (size_t j = 0; j < source->forms.v[i].n; j++)
				*arena_push(of.arena, &names) =
				    source->forms.v[i].questions[j].name;
	}
	for (size_t i = 0; i < CORE_ATTRS; i++)
		*arena_push(of.arena, &names) = of.pack->core[i].name;
	return names;
}

static void check_source(struct setting *g, const struct record_type *source)
{
	const struct attr *from = attr_find(g->c->pack, source, g->s->from);
	struct attr word = {.name = g->s->from};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(g->s->from, words[i].word)) {
			word.type = words[i].type;
			from = &word;
		}
	if (from)
		check_attr(g, from);
	else
		check_known(
		    g->c, g->at, "name in braces", g->s->from, known_sources(g, source));
}

/* A step may set the band as if it were a field. */
static bool is_band(const struct setting *g, bool own)
{
	return own && str_is(g->s->name, "band") && g->s->from.n == 0;
}

void check_assigns(struct check *c, struct place at, const char *what,
    const struct record_type *target, const struct record_type *source,
    const struct assigns *set)
{
	struct check of = *c;
	struct strs seen = {0};

	of.type = target;
	for (size_t i = 0; i < set->n; i++) {
		struct setting g = {c, at, what, &set->v[i], NULL};
		check_once(c, at, "field", g.s->name, &seen);
		if (is_band(&g, target == source)) {
			check_known(
			    c, at, "band", value_text(c->arena, g.s->value), known_bands(c));
			continue;
		}
		g.f = type_field(target, g.s->name);
		if (!g.f)
			check_known(c, at, arena_printf(c->arena, "field in %s", what).p,
			    g.s->name, known_fields(&of, true));
		else if (g.s->from.n)
			check_source(&g, source);
		else
			check_value(&g);
	}
}

void check_filled(struct check *c, struct place at, const struct record_type *child,
    const struct assigns *with)
{
	for (size_t i = 0; i < child->fields.n; i++) {
		bool given = !child->fields.v[i].required;
		for (size_t k = 0; k < with->n; k++)
			given = given || str_eq(with->v[k].name, child->fields.v[i].name);
		if (!given)
			check_fault(c, at,
			    "a record of type '%.*s' is opened without its required field "
			    "'%.*s'; expected it "
			    "under with",
			    STR_ARG(child->name), STR_ARG(child->fields.v[i].name));
	}
}

static void check_opens(struct check *c, const struct opens *o)
{
	const struct record_type *child = pack_type(c->pack, o->type);

	if (!check_known(c, o->at, "record type", o->type, known_types(c)))
		return;
	if (o->when_text.n)
		check_kept(c, o->at, "when", o->when_text);
	check_assigns(c, o->at, "with", child, c->type, &o->with);
	check_filled(c, o->at, child, &o->with);
}

static void check_sample(struct check *c, const struct transition *t, const struct sample *s)
{
	if (s->percent < 1 || s->percent > 100)
		check_fault(c, t->at, "a sample of '%.*s' is of %d percent; expected 1 to 100",
		    STR_ARG(t->id), s->percent);
	if (s->set.n == 0)
		check_fault(c, t->at,
		    "a sample of '%.*s' sets nothing; expected fields under set",
		    STR_ARG(t->id));
	if (s->when_text.n)
		check_kept(c, t->at, "when", s->when_text);
	check_assigns(c, t->at, "set", c->type, c->type, &s->set);
}

void check_sets(struct check *c)
{
	for (size_t i = 0; i < c->type->transitions.n; i++) {
		const struct transition *t = &c->type->transitions.v[i];
		check_assigns(c, t->at, "set", c->type, c->type, &t->set);
		for (size_t k = 0; k < t->opens.n; k++)
			check_opens(c, &t->opens.v[k]);
		for (size_t k = 0; k < t->samples.n; k++)
			check_sample(c, t, &t->samples.v[k]);
	}
}
