/* SPDX-License-Identifier: MIT */
/* An expression in plain English, by the labels that people see. */
#include "lookback/rules/pack.h"
#include "rules/choice.h"
#include "rules/english.h"
#include "rules/term.h"

static struct str value_label(struct arena *a, const struct attr *at, struct value v)
{
	switch (at->type) {
	case VT_CHOICE:
	case VT_CHOICES:
		return choice_label(&at->choices, v.s);
	case VT_DATE:
	case VT_TIME:
		return v.kind == V_STR && !absence_bit(v.s) ? english_day(a, v.s)
							    : choice_label(&at->choices, v.s);
	case VT_INT:
		return v.kind == V_INT ? value_text(a, v) : choice_label(&at->choices, v.s);
	case VT_LINE:
	case VT_TEXT:
	case VT_STAFF:
	case VT_USER:
		break;
	}
	if (absence_bit(v.s) & at->absent)
		return choice_label(&at->choices, v.s);
	return at->type == VT_USER ? v.s : arena_printf(a, "'%.*s'", STR_ARG(v.s));
}

static struct str list_of(struct arena *a, const struct expr *x)
{
	struct strs labels = {0};

	for (size_t i = 0; i < x->nvals; i++)
		*arena_push(a, &labels) = value_label(a, x->attr, x->vals[i]);
	return english_list(a, labels, "or");
}

static void say_equals(struct buf *b, const struct expr *x, bool no)
{
	bool several = attr_is_many(x->attr);
	const char *verb = several ? no ? "does not include" : "includes"
			   : no    ? "is not"
				   : "is";

	buf_printf(
	    b, "%.*s %s %.*s", STR_ARG(x->attr->label), verb, STR_ARG(list_of(b->arena, x)));
}

static bool is_band(const struct attr *at)
{
	return at->home == AT_CORE && at->core == CORE_BAND;
}

/* Words around the one bound that is there: "on or after 1 Jan 2016", "Amber or
 * worse", "at least 3". */
static void say_bound(struct buf *b, const struct attr *at, bool low, struct str v)
{
	if (at->type == VT_DATE || at->type == VT_TIME)
		buf_printf(b, "on or %s %.*s", low ? "after" : "before", STR_ARG(v));
	else if (at->type == VT_INT)
		buf_printf(b, "at %s %.*s", low ? "least" : "most", STR_ARG(v));
	else if (is_band(at))
		buf_printf(b, "%.*s or %s", STR_ARG(v), low ? "worse" : "better");
	else
		buf_printf(b, "%.*s or %s", STR_ARG(v), low ? "more" : "less");
}

static void say_range(struct buf *b, const struct expr *x, bool no)
{
	struct str lo = value_label(b->arena, x->attr, x->lo);
	struct str hi = value_label(b->arena, x->attr, x->hi);

	buf_printf(b, "%.*s %s ", STR_ARG(x->attr->label), no ? "is not" : "is");
	if (x->lo.kind == V_NONE)
		say_bound(b, x->attr, false, hi);
	else if (x->hi.kind == V_NONE)
		say_bound(b, x->attr, true, lo);
	else if (x->attr->type == VT_CHOICE)
		buf_printf(b, "from %.*s to %.*s", STR_ARG(lo), STR_ARG(hi));
	else
		buf_printf(b, "between %.*s and %.*s", STR_ARG(lo), STR_ARG(hi));
}

static void say_words(struct buf *b, const struct expr *x, bool no)
{
	struct str where = x->attr ? x->attr->label : STR("the record");

	buf_printf(b, "%.*s %s '%.*s%s'", STR_ARG(where), no ? "does not contain" : "contains",
	    STR_ARG(x->vals[0].s), x->prefix ? "..." : "");
}

static void say_like(struct buf *b, const struct expr *x, bool no)
{
	if (x->attr)
		buf_printf(b, "%.*s %s like '%.*s'", STR_ARG(x->attr->label),
		    no ? "is not" : "is", STR_ARG(x->vals[0].s));
	else
		buf_printf(b, "%s name in the record is like '%.*s'", no ? "no" : "a",
		    STR_ARG(x->vals[0].s));
}

static void say_leaf(struct buf *b, const struct expr *x, bool no)
{
	if (x->op == EX_EQ)
		say_equals(b, x, no);
	else if (x->op == EX_RANGE)
		say_range(b, x, no);
	else if (x->op == EX_WORDS)
		say_words(b, x, no);
	else if (x->op == EX_SIMILAR)
		say_like(b, x, no);
	else if (x->op == EX_HAS)
		buf_printf(
		    b, "%.*s is %s", STR_ARG(x->attr->label), no ? "empty" : "filled in");
	else
		buf_printf(b, "%.*s %s '%.*s'", STR_ARG(x->attr->label),
		    no ? "does not begin with" : "begins with", STR_ARG(x->vals[0].s));
}

static bool is_leaf(const struct expr *x)
{
	return x->op != EX_AND && x->op != EX_OR && x->op != EX_NOT && x->op != EX_ALL;
}

/* What a search makes of one word that it was given. */
static bool say_search(struct buf *b, const struct expr *x)
{
	const struct expr *w = x->a, *like = x->b;

	if (w->op != EX_WORDS || like->op != EX_SIMILAR || w->attr || like->attr ||
	    !value_eq(w->vals[0], like->vals[0]))
		return false;
	say_words(b, w, false);
	buf_puts(b, " or a name like it");
	return true;
}

static void say(struct buf *b, const struct expr *x, enum expr_op above)
{
	bool brackets =
	    (x->op == EX_AND || x->op == EX_OR) && above != EX_ALL && above != x->op;

	if (brackets)
		buf_char(b, '(');
	if (x->op == EX_OR && say_search(b, x)) {
		;
	} else if (x->op == EX_AND || x->op == EX_OR) {
		say(b, x->a, x->op);
		buf_puts(b, x->op == EX_AND ? " and " : " or ");
		say(b, x->b, x->op);
	} else if (x->op == EX_NOT && is_leaf(x->a)) {
		say_leaf(b, x->a, true);
	} else if (x->op == EX_NOT) {
		buf_puts(b, "not ");
		say(b, x->a, EX_NOT);
	} else if (x->op == EX_ALL) {
		buf_puts(b, "every record");
	} else {
		say_leaf(b, x, false);
	}
	if (brackets)
		buf_char(b, ')');
}

void expr_explain(struct buf *b, const struct expr *x)
{
	say(b, x, EX_ALL);
}

void expr_attrs(struct arena *a, const struct expr *x, struct strs *names)
{
	if (x->a)
		expr_attrs(a, x->a, names);
	if (x->b)
		expr_attrs(a, x->b, names);
	if (x->attr && !str_has(*names, x->attr->name))
		*arena_push(a, names) = x->attr->name;
}
