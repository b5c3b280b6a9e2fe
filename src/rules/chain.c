/* SPDX-License-Identifier: MIT */
/* Nodes above others: negations, and chains of one operator as trees of least height. */
#include "rules/term.h"

const struct expr *expr_join(
    struct arena *a, enum expr_op op, int col, const struct expr *x, const struct expr *y)
{
	struct expr *e = arena_new(a, struct expr, 1);

	e->op = op;
	e->col = col;
	e->a = x;
	e->b = y;
	return e;
}

void chain_add(struct arena *a, struct chain *c, enum expr_op op, const struct expr *x)
{
	if (x->op == op) {
		chain_add(a, c, op, x->a);
		chain_add(a, c, op, x->b);
	} else {
		*arena_push(a, c) = x;
	}
}

static const struct expr *balanced(
    struct arena *a, const struct expr *const *v, size_t n, enum expr_op op)
{
	size_t half = (n + 1) / 2;

	if (n == 1)
		return v[0];
	return expr_join(
	    a, op, v[0]->col, balanced(a, v, half, op), balanced(a, v + half, n - half, op));
}

const struct expr *chain_tree(struct arena *a, const struct chain *c, enum expr_op op)
{
	return balanced(a, c->v, c->n, op);
}

int expr_height(const struct expr *x)
{
	int a = x->a ? expr_height(x->a) + 1 : 0, b = x->b ? expr_height(x->b) + 1 : 0;

	return a > b ? a : b;
}
