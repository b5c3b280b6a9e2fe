/* SPDX-License-Identifier: MIT */
/* The canonical spelling of an expression. What it prints parses to the same tree. */
#include "rules/lex.h"
#include "rules/term.h"

static void put_literal(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		bool escape =
		    s.p[i] == '"' || s.p[i] == '\\' || (s.p[i] == '*' && i + 1 == s.n);
		if (escape)
			buf_char(b, '\\');
		buf_char(b, s.p[i]);
	}
	buf_char(b, '"');
}

static bool is_special(struct str s)
{
	static const char *const words[] = {"none", "me", "and", "or", "not"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		size_t k = 0;
		while (k < s.n && words[i][k] && (s.p[k] | 0x20) == words[i][k])
			k++;
		if (k == s.n && !words[i][k])
			return true;
	}
	return false;
}

static void put_text(struct buf *b, struct str s)
{
	if (lex_is_plain(s) && !is_special(s))
		buf_put(b, s);
	else
		put_literal(b, s);
}

static void put_value(struct buf *b, struct value v)
{
	if (v.kind == V_INT)
		buf_printf(b, "%lld", (long long)v.i);
	else
		put_text(b, v.s);
}

static void put_equals(struct buf *b, const struct expr *x)
{
	buf_printf(b, "%.*s:%s", STR_ARG(x->attr->name), x->nvals > 1 ? "(" : "");
	for (size_t i = 0; i < x->nvals; i++) {
		if (i)
			buf_puts(b, ", ");
		put_value(b, x->vals[i]);
	}
	if (x->nvals > 1)
		buf_char(b, ')');
}

static void put_range(struct buf *b, const struct expr *x)
{
	buf_put(b, x->attr->name);
	if (x->lo.kind == V_NONE) {
		buf_puts(b, "<=");
		put_value(b, x->hi);
	} else if (x->hi.kind == V_NONE) {
		buf_puts(b, ">=");
		put_value(b, x->lo);
	} else {
		buf_char(b, ':');
		put_value(b, x->lo);
		buf_puts(b, "..");
		put_value(b, x->hi);
	}
}

/* Brackets: around OR below AND, and around both below NOT. A chain needs none. */
static void put_below(struct buf *b, const struct expr *x, bool brackets)
{
	if (brackets)
		buf_char(b, '(');
	expr_print(b, x);
	if (brackets)
		buf_char(b, ')');
}

static bool is_chain(const struct expr *x)
{
	return x->op == EX_AND || x->op == EX_OR;
}

void expr_print(struct buf *b, const struct expr *x)
{
	switch (x->op) {
	case EX_ALL:
		break;
	case EX_AND:
		put_below(b, x->a, x->a->op == EX_OR);
		buf_char(b, ' ');
		put_below(b, x->b, x->b->op == EX_OR);
		break;
	case EX_OR:
		expr_print(b, x->a);
		buf_puts(b, " or ");
		expr_print(b, x->b);
		break;
	case EX_NOT:
		buf_puts(b, is_chain(x->a) ? "not " : "-");
		put_below(b, x->a, is_chain(x->a));
		break;
	case EX_EQ:
		put_equals(b, x);
		break;
	case EX_PREFIX:
	case EX_WORDS:
		if (x->attr)
			buf_printf(b, "%.*s:", STR_ARG(x->attr->name));
		put_text(b, x->vals[0].s);
		if (x->op == EX_PREFIX || x->prefix)
			buf_char(b, '*');
		break;
	case EX_SIMILAR:
		if (x->attr)
			buf_put(b, x->attr->name);
		buf_char(b, '~');
		put_text(b, x->vals[0].s);
		break;
	case EX_RANGE:
		put_range(b, x);
		break;
	case EX_HAS:
		buf_printf(b, "has:%.*s", STR_ARG(x->attr->name));
		break;
	}
}
