/* SPDX-License-Identifier: MIT */
/* A written condition made into a node, with its attribute found, its value typed and
 * every bound inclusive, as evaluation and SQL share it. */
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "lookback/rules/pack.h"
#include "rules/english.h"
#include "rules/term.h"

static struct expr *leaf(struct typing *t, enum expr_op op, int col, const struct attr *at)
{
	struct expr *x;

	if (++t->leaves > EXPR_TERMS_MAX) {
		expr_fault(t->err, col,
		    "the expression has more than %d conditions at column %d", EXPR_TERMS_MAX,
		    col);
		return NULL;
	}
	x = arena_new(t->arena, struct expr, 1);
	x->op = op;
	x->col = col;
	x->attr = at;
	return x;
}

/* not none is there. */
static const struct expr *negated(struct typing *t, const struct expr *x)
{
	if (x && x->op == EX_NOT)
		return x->a;
	return x ? expr_join(t->arena, EX_NOT, x->col, x, NULL) : NULL;
}

/* ---- names --------------------------------------------------------------- */

static void type_names(struct arena *a, const struct record_type *t, struct strs *names)
{
	for (size_t i = 0; i < t->fields.n; i++)
		*arena_push(a, names) = t->fields.v[i].name;
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++)
			*arena_push(a, names) = t->forms.v[i].questions[j].name;
}

static struct strs known_names(const struct typing *t)
{
	const struct pack *p = t->env->pack;
	struct strs names = {0};

	for (size_t i = 0; i < CORE_ATTRS; i++)
		*arena_push(t->arena, &names) = p->core[i].name;
	if (t->env->type)
		type_names(t->arena, t->env->type, &names);
	for (size_t i = 0; !t->env->type && i < p->types.n; i++)
		type_names(t->arena, &p->types.v[i], &names);
	*arena_push(t->arena, &names) = STR("has");
	return names;
}

static const struct attr *find(struct typing *t, struct str name, int col)
{
	const struct attr *at = attr_find(t->env->pack, t->env->type, name);
	struct str near;

	if (at)
		return at;
	near = english_near(t->arena, name, known_names(t));
	expr_fault(t->err, col, "unknown field '%.*s' at column %d%.*s", STR_ARG(name), col,
	    STR_ARG(near));
	return NULL;
}

/* ---- leaves -------------------------------------------------------------- */

static const struct expr *between(
    struct typing *t, const struct attr *at, int col, struct value lo, struct value hi)
{
	struct expr *x = leaf(t, EX_RANGE, col, at);

	if (!x)
		return NULL;
	x->lo = lo;
	x->hi = hi;
	return x;
}

/* Notes are counted, and no note is the number 0: there is one when there is 1. */
static const struct expr *present(struct typing *t, const struct attr *at, int col)
{
	if (at->home == AT_CORE && at->core == CORE_NOTES)
		return between(t, at, col, value_int(1), value_none());
	return leaf(t, EX_HAS, col, at);
}

static struct expr *words(struct typing *t, const struct attr *at, const struct raw *v)
{
	struct word w;
	size_t from = 0;
	struct expr *x;

	if (!words_next(v->text, &from, &w)) {
		expr_fault(t->err, v->col,
		    "there is no letter or digit to search for at column %d", v->col);
		return NULL;
	}
	x = leaf(t, EX_WORDS, v->col, at);
	if (!x)
		return NULL;
	x->pack = t->env->pack;
	x->vals = arena_new(t->arena, struct value, 1);
	x->vals[0] = value_str(v->text);
	x->nvals = 1;
	x->prefix = v->star;
	return x;
}

const struct expr *type_bare(struct typing *t, const struct raw *word)
{
	return words(t, NULL, word);
}

/* Lines of people and things; references and accounts are spelt as they are. */
static bool may_be_like(const struct attr *at)
{
	return !at || (at->type == VT_LINE && at->home != AT_CORE);
}

static size_t words_in(struct str s)
{
	struct word w;
	size_t at = 0, n = 0;

	while (words_next(s, &at, &w))
		n++;
	return n;
}

const struct expr *type_like(struct typing *t, const struct attr *at, const struct raw *v)
{
	struct expr *x;

	if (!may_be_like(at)) {
		expr_fault(t->err, v->col,
		    "only a name or another line can be like something, and '%.*s' is of type "
		    "%s, at column %d",
		    STR_ARG(at->name), vtype_name(at->type), v->col);
		return NULL;
	}
	if (v->star) {
		expr_fault(t->err, v->col,
		    "a word cannot both go on with * and be like another, at column %d",
		    v->col);
		return NULL;
	}
	if (words_in(v->text) > EXPR_SIMILAR_MAX) {
		expr_fault(t->err, v->col,
		    "there are more than %d words to be like at column %d", EXPR_SIMILAR_MAX,
		    v->col);
		return NULL;
	}
	x = words(t, at, v);
	if (x)
		x->op = EX_SIMILAR;
	return x;
}

static bool is_line(const struct attr *at)
{
	return at->type == VT_LINE || at->type == VT_STAFF || at->type == VT_USER;
}

static const struct expr *begins(struct typing *t, const struct attr *at, const struct raw *v)
{
	struct str text = utf8_fold(t->arena, v->text);
	struct expr *x;

	if (!is_line(at)) {
		expr_fault(t->err, v->col,
		    "only text can be asked for its beginning with *, and '%.*s' is of type "
		    "%s, at "
		    "column %d",
		    STR_ARG(at->name), vtype_name(at->type), v->col);
		return NULL;
	}
	if (text.n == 0) {
		expr_fault(t->err, v->col,
		    "nothing stands before the * at column %d; expected the beginning of a "
		    "text, "
		    "or has:%.*s",
		    v->col, STR_ARG(at->name));
		return NULL;
	}
	x = leaf(t, EX_PREFIX, v->col, at);
	if (!x)
		return NULL;
	x->vals = arena_new(t->arena, struct value, 1);
	x->vals[0] = value_str(text);
	x->nvals = 1;
	return x;
}

/* ---- conditions ---------------------------------------------------------- */

static bool is_none(const struct raw *v)
{
	return !v->quoted && !v->star && str_is(v->text, "none");
}

static const struct expr *one_of_points(
    struct typing *t, const struct attr *at, int col, struct value *vals, size_t n)
{
	struct expr *x = leaf(t, EX_EQ, col, at);

	if (!x)
		return NULL;
	x->vals = vals;
	x->nvals = n;
	return x;
}

/* What is no single value: none, a prefix, words, a year. NULL without an error
 * says that it is one, in *point. */
static const struct expr *other(
    struct typing *t, const struct attr *at, const struct raw *v, struct value *point)
{
	struct span s;

	*point = value_none();
	if (is_none(v))
		return negated(t, present(t, at, v->col));
	if (at->type == VT_TEXT)
		return words(t, at, v);
	if (v->star)
		return begins(t, at, v);
	if (!type_span(t, at, v, &s))
		return NULL;
	if (!value_eq(s.lo, s.hi))
		return between(t, at, v->col, s.lo, s.hi);
	*point = s.lo;
	return NULL;
}

/* Any of the values: single ones in one node, before what must stand alone. */
static const struct expr *any_of(
    struct typing *t, const struct attr *at, const struct term *term)
{
	struct value *points = arena_new(t->arena, struct value, term->vals.n);
	struct chain others = {0}, all = {0};
	size_t n = 0;

	for (size_t i = 0; i < term->vals.n; i++) {
		const struct expr *o = other(t, at, &term->vals.v[i], &points[n]);
		if (o)
			*arena_push(t->arena, &others) = o;
		else if (points[n].kind != V_NONE)
			n++;
		else
			return NULL;
	}
	if (n) {
		const struct expr *x = one_of_points(t, at, term->col, points, n);
		if (!x)
			return NULL;
		*arena_push(t->arena, &all) = x;
	}
	for (size_t i = 0; i < others.n; i++)
		*arena_push(t->arena, &all) = others.v[i];
	return chain_tree(t->arena, &all, EX_OR);
}

static bool want_order(struct typing *t, const struct attr *at, const struct term *term)
{
	if (attr_is_ordered(at))
		return true;
	return expr_fault(t->err, term->col,
	    "'%.*s' at column %d has no order; expected %.*s:value", STR_ARG(at->name),
	    term->col, STR_ARG(at->name));
}

/* A value that has a place in the order. */
static bool ordered_span(
    struct typing *t, const struct attr *at, const struct raw *v, struct span *out)
{
	if (is_none(v) || v->star)
		return expr_fault(t->err, v->col,
		    "'%.*s%s' at column %d has no place in an order", STR_ARG(v->text),
		    v->star ? "*" : "", v->col);
	if (!type_span(t, at, v, out))
		return false;
	if (out->absent)
		return expr_fault(t->err, v->col,
		    "'%.*s' at column %d has no place in an order", STR_ARG(v->text), v->col);
	return true;
}

static const struct expr *range(
    struct typing *t, const struct attr *at, const struct term *term)
{
	struct span lo = {0}, hi = {0};

	if (!want_order(t, at, term) || (term->from && !ordered_span(t, at, &term->lo, &lo)) ||
	    (term->to && !ordered_span(t, at, &term->hi, &hi)))
		return NULL;
	if (term->from && term->to && attr_compare(at, lo.lo, hi.hi) > 0) {
		expr_fault(t->err, term->lo.col,
		    "the range at column %d runs backwards; expected the smaller value first",
		    term->lo.col);
		return NULL;
	}
	return between(t, at, term->col, lo.lo, hi.hi);
}

static const struct expr *compare(
    struct typing *t, const struct attr *at, const struct term *term)
{
	const struct raw *v = &term->vals.v[0];
	struct value lo = value_none(), hi = value_none();
	struct span s = {0};
	bool there = true;

	if (!want_order(t, at, term) || !ordered_span(t, at, v, &s))
		return NULL;
	if (term->cmp == TOKEN_LESS)
		there = type_below(t->arena, at, s.lo, &hi);
	else if (term->cmp == TOKEN_AT_MOST)
		hi = s.hi;
	else if (term->cmp == TOKEN_MORE)
		there = type_above(t->arena, at, s.hi, &lo);
	else
		lo = s.lo;
	if (there)
		return between(t, at, term->col, lo, hi);
	expr_fault(t->err, v->col, "nothing is %s '%.*s' at column %d",
	    term->cmp == TOKEN_LESS ? "below" : "above", STR_ARG(v->text), v->col);
	return NULL;
}

/* has:note reads better than has:notes. */
static struct str plural_of(const struct typing *t, struct str name)
{
	bool own = attr_find(t->env->pack, t->env->type, name) != NULL;

	return str_is(name, "note") && !own ? STR("notes") : name;
}

/* has:(a, b): any of these is there. */
static const struct expr *has(struct typing *t, const struct term *term)
{
	struct chain all = {0};

	if (term->range || term->cmp != TOKEN_IS) {
		expr_fault(t->err, term->col,
		    "'has' at column %d takes names; expected has:name", term->col);
		return NULL;
	}
	for (size_t i = 0; i < term->vals.n; i++) {
		const struct raw *v = &term->vals.v[i];
		const struct attr *at = find(t, plural_of(t, v->text), v->col);
		const struct expr *y = at ? present(t, at, v->col) : NULL;
		if (!y)
			return NULL;
		*arena_push(t->arena, &all) = y;
	}
	return chain_tree(t->arena, &all, EX_OR);
}

const struct expr *type_term(struct typing *t, const struct term *term)
{
	const struct attr *at;

	if (str_is(term->name, "has"))
		return has(t, term);
	at = find(t, term->name, term->col);
	if (!at)
		return NULL;
	if (term->range)
		return range(t, at, term);
	if (term->cmp == TOKEN_LIKE)
		return type_like(t, at, &term->vals.v[0]);
	if (term->cmp == TOKEN_IS)
		return any_of(t, at, term);
	if (term->cmp == TOKEN_IS_NOT)
		return negated(t, any_of(t, at, term));
	return compare(t, at, term);
}
