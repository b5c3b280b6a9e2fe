/* SPDX-License-Identifier: MIT */
/* Whether a condition can hold: every combination of the values that matter is tried. */
#include "rules/possible.h"

#include "rules/domain.h"
#include "rules/term.h"

struct variable {                /* what the condition hangs on */
	const struct attr *attr; /* NULL: a leaf that is free to hold or not */
	const struct expr *leaf;
	struct domain domain;
	size_t at; /* the value being tried */
};
struct search {
	struct arena *arena;
	struct domain_of of;
	const struct expr *whole;
	struct {
		struct variable *v;
		size_t n, cap;
	} vars;
};

static struct variable *of_attr(struct search *s, const struct attr *at)
{
	for (size_t i = 0; at && i < s->vars.n; i++)
		if (s->vars.v[i].attr == at)
			return &s->vars.v[i];
	return NULL;
}

/* Words in texts, and what a name is like: more than any list of values tells. */
static bool by_chance(const struct expr *leaf)
{
	return leaf->op == EX_WORDS || leaf->op == EX_SIMILAR;
}

static struct variable *find(struct search *s, const struct expr *leaf)
{
	if (!by_chance(leaf))
		return of_attr(s, leaf->attr);
	for (size_t i = 0; i < s->vars.n; i++)
		if (s->vars.v[i].leaf == leaf)
			return &s->vars.v[i];
	return NULL;
}

static void gather(struct search *s, const struct expr *x)
{
	struct variable v = {0};

	if (x->a)
		gather(s, x->a);
	if (x->b)
		gather(s, x->b);
	if (x->a || x->op == EX_ALL || find(s, x))
		return;
	if (by_chance(x)) {
		v.leaf = x;
		v.domain.n = 2;
	} else {
		v.attr = x->attr;
		domain_of(s->arena, &s->of, x->attr, s->whole, &v.domain);
	}
	*arena_push(s->arena, &s->vars) = v;
}

/* Words are found or not as one likes, but not in a text that is not there. */
static bool words_found(struct search *s, const struct expr *x)
{
	const struct variable *text = of_attr(s, x->attr);

	return find(s, x)->at == 1 && (!text || text->domain.v[text->at].kind != V_NONE);
}

static bool holds(struct search *s, const struct expr *x)
{
	struct variable *v;

	switch (x->op) {
	case EX_ALL:
		return true;
	case EX_AND:
		return holds(s, x->a) && holds(s, x->b);
	case EX_OR:
		return holds(s, x->a) || holds(s, x->b);
	case EX_NOT:
		return !holds(s, x->a);
	case EX_WORDS:
	case EX_SIMILAR:
		return words_found(s, x);
	case EX_EQ:
	case EX_PREFIX:
	case EX_RANGE:
	case EX_HAS:
		break;
	}
	v = find(s, x);
	return leaf_holds(x, v->domain.v[v->at]);
}

/* The next combination; false after the last. */
static bool next(struct search *s)
{
	for (size_t i = 0; i < s->vars.n; i++) {
		if (++s->vars.v[i].at < s->vars.v[i].domain.n)
			return true;
		s->vars.v[i].at = 0;
	}
	return false;
}

static bool is_small(const struct search *s)
{
	size_t product = 1;

	for (size_t i = 0; i < s->vars.n; i++) {
		product *= s->vars.v[i].domain.n;
		if (s->vars.v[i].domain.partial || product > POSSIBLE_MAX)
			return false;
	}
	return true;
}

static bool opens_type(const struct record_type *t, struct str child)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		for (size_t k = 0; k < t->transitions.v[i].opens.n; k++)
			if (str_eq(t->transitions.v[i].opens.v[k].type, child))
				return true;
	return false;
}

/* The one key opens its action under any record. */
bool may_be_under(
    const struct pack *p, const struct record_type *child, const struct record_type *parent)
{
	return str_eq(p->safeguarding.type, child->name) ||
	       (child->open.given && str_has(child->open.under, parent->name)) ||
	       opens_type(parent, child->name);
}

enum possible expr_possible(struct arena *a, const struct pack *p, const struct record_type *t,
    struct strs states, const struct expr *x)
{
	struct arena_mark m = arena_mark(a);
	struct search s = {.arena = a, .of = {p, t, states}, .whole = x};
	enum possible answer = UNSURE;

	gather(&s, x);
	if (is_small(&s))
		do
			answer = holds(&s, x) ? POSSIBLE : IMPOSSIBLE;
		while (answer == IMPOSSIBLE && next(&s));
	arena_back(a, m);
	return answer;
}
