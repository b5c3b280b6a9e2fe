/* SPDX-License-Identifier: MIT */
/* The values of an attribute that a condition can tell apart: those it names, those beside
 * them, absences, and none at all. */
#include "rules/domain.h"

#include "rules/choice.h"
#include "rules/possible.h"
#include "rules/term.h"

/* Subsets of more codes than these are too many to try. */
enum { CODES_MAX = 16 };

struct making {
	struct arena *arena;
	const struct domain_of *of;
	const struct attr *at;
	struct domain *out;
	struct {
		struct value *v;
		size_t n, cap;
	} named; /* values that conditions on the attribute name */
};

static void add(struct making *m, struct value v)
{
	for (size_t i = 0; i < m->out->n; i++)
		if (value_eq(m->out->v[i], v))
			return;
	*arena_push(m->arena, m->out) = v;
}

static void add_code(struct making *m, struct str code)
{
	add(m, code.n ? value_str(code) : value_none());
}

static void gather(struct making *m, const struct expr *x)
{
	if (x->a)
		gather(m, x->a);
	if (x->b)
		gather(m, x->b);
	if (x->attr != m->at || x->op == EX_WORDS || x->op == EX_SIMILAR)
		return;
	for (size_t i = 0; i < x->nvals; i++)
		*arena_push(m->arena, &m->named) = x->vals[i];
	if (x->lo.kind != V_NONE)
		*arena_push(m->arena, &m->named) = x->lo;
	if (x->hi.kind != V_NONE)
		*arena_push(m->arena, &m->named) = x->hi;
}

static const struct vspec *spec_of(const struct record_type *t, const struct attr *at)
{
	const struct field *f = at->home == AT_CORE ? NULL : type_field(t, at->name);

	for (size_t i = 0; at->home == AT_ANSWER && i < t->forms.n; i++) {
		const struct question *q = form_question(&t->forms.v[i], at->name);
		if (q)
			return &q->spec;
	}
	return f ? &f->spec : NULL;
}

/* Each number named and its neighbours, and the ends of what is accepted. */
static void add_numbers(struct making *m)
{
	const struct vspec *spec = spec_of(m->of->type, m->at);
	bool bounded = spec && (spec->min || spec->max);

	add(m, value_int(bounded ? spec->min : 0));
	if (bounded)
		add(m, value_int(spec->max));
	for (size_t i = 0; i < m->named.n; i++)
		for (int step = -1; step <= 1 && m->named.v[i].kind == V_INT; step++) {
			int64_t n = m->named.v[i].i + step;
			if (!bounded || (n >= spec->min && n <= spec->max))
				add(m, value_int(n));
		}
}

static void add_days(struct making *m)
{
	char text[DAY_LEN + 1];
	int32_t day;

	add(m, value_str(STR("2000-01-01")));
	for (size_t i = 0; i < m->named.n; i++)
		for (int step = -1; step <= 1; step++) {
			if (m->named.v[i].kind != V_STR || !day_read(m->named.v[i].s, &day))
				continue;
			day_text(day + step, text);
			add(m, value_str(arena_cstr(m->arena, text)));
		}
}

/* A line is one of those named, goes on behind one of them, or is another. */
static void add_lines(struct making *m)
{
	static const char other[] = "\xe2\x81\x82";

	add(m, value_str(str_of(other)));
	for (size_t i = 0; i < m->named.n; i++) {
		add(m, m->named.v[i]);
		add(m, value_str(
			   arena_printf(m->arena, "%.*s%s", STR_ARG(m->named.v[i].s), other)));
	}
}

static bool is_named(const struct making *m, struct str code)
{
	for (size_t i = 0; i < m->named.n; i++)
		if (m->named.v[i].kind == V_STR && str_eq(m->named.v[i].s, code))
			return true;
	return false;
}

/* The core lists what all types have; a record has what its own type can. */
static bool can_have_core(const struct domain_of *of, enum core_attr core, struct str code)
{
	const struct record_type *t = of->type, *child = pack_type(of->pack, code);

	if (core == CORE_TYPE)
		return str_eq(code, t->name);
	if (core == CORE_STATE)
		return of->states.n ? str_has(of->states, code) : type_state(t, code) != NULL;
	if (core == CORE_DID)
		return type_transition(t, code) != NULL;
	if (core == CORE_CLOCK)
		return type_clock(t, code) != NULL;
	if (core == CORE_OPEN || core == CORE_CHILD)
		return child && may_be_under(of->pack, child, t);
	if (core == CORE_REGIME || core == CORE_SCOPE)
		return t->received.n > 0;
	return true;
}

static bool can_have(const struct domain_of *of, const struct attr *at, struct str code)
{
	return at->home != AT_CORE || can_have_core(of, at->core, code);
}

/* What no record is without. */
static const enum core_attr always[] = {
    CORE_REF, CORE_TYPE, CORE_STATE, CORE_LATE, CORE_ALERT, CORE_RANK, CORE_NOTES};

static bool always_has(const struct attr *at)
{
	for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
		if (at->home == AT_CORE && at->core == always[i])
			return true;
	return false;
}

/* All sets of the codes that are named, with and without one that is not. */
static void add_sets(struct making *m)
{
	struct strs codes = {0};
	bool other = false;

	for (size_t i = 0; i < m->at->choices.n; i++) {
		struct str code = m->at->choices.v[i].code;
		if (!can_have(m->of, m->at, code) || (!is_named(m, code) && other))
			continue;
		other = other || !is_named(m, code);
		*arena_push(m->arena, &codes) = code;
	}
	m->out->partial = codes.n > CODES_MAX;
	for (unsigned set = 1; !m->out->partial && set < 1u << codes.n; set++) {
		struct buf b = buf_in(m->arena);
		for (size_t i = 0; i < codes.n; i++)
			if (set & 1u << i)
				buf_printf(&b, "%s%.*s", b.n ? "," : "", STR_ARG(codes.v[i]));
		*arena_push(m->arena, m->out) = value_str(buf_str(&b));
	}
}

/* Where codes have an order, each may be in a range; else those not named are alike. */
static void add_codes(struct making *m)
{
	bool ordered = attr_is_ordered(m->at), other = false;

	for (size_t i = 0; i < m->at->choices.n; i++) {
		struct str code = m->at->choices.v[i].code;
		bool named = ordered || is_named(m, code);
		if (!can_have(m->of, m->at, code) || (!named && other))
			continue;
		other = other || !named;
		add_code(m, code);
	}
}

static void add_present(struct making *m)
{
	switch (m->at->type) {
	case VT_INT:
		add_numbers(m);
		return;
	case VT_DATE:
	case VT_TIME:
		add_days(m);
		return;
	case VT_CHOICE:
		add_codes(m);
		return;
	case VT_CHOICES:
		add_sets(m);
		return;
	case VT_LINE:
	case VT_STAFF:
	case VT_USER:
		add_lines(m);
		return;
	case VT_TEXT:
		add(m, value_str(STR("text")));
		return;
	}
}

void domain_of(struct arena *a, const struct domain_of *of, const struct attr *at,
    const struct expr *x, struct domain *out)
{
	struct making m = {.arena = a, .of = of, .at = at, .out = out};

	gather(&m, x);
	add_present(&m);
	for (unsigned i = 0; i < 3; i++)
		if (at->absent & 1u << i)
			add_code(&m, absences[i].code);
	if (!always_has(at))
		add(&m, value_none());
}
