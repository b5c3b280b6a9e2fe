/* SPDX-License-Identifier: MIT */
/* Between parsing and typing: one condition as it was written. */
#ifndef LOOKBACK_RULES_TERM_H
#define LOOKBACK_RULES_TERM_H

#include "lookback/rules/expr.h"
#include "rules/lex.h"

struct raw { /* a value as written */
	struct str text;
	bool quoted, star;
	int col;
};
struct term {
	struct str name;
	int col;
	enum token_kind cmp;  /* TOKEN_IS .. TOKEN_LIKE */
	bool range, from, to; /* lo..hi, and which end is there */
	struct raw lo, hi;
	struct {
		struct raw *v;
		size_t n, cap;
	} vals; /* unless range: one, or several of a list */
};
struct typing {
	struct arena *arena;
	const struct expr_env *env;
	int leaves; /* conditions made so far */
	struct err *err;
};
/* NULL with the error set when the term makes no sense. */
const struct expr *type_term(struct typing *t, const struct term *term);
const struct expr *type_bare(struct typing *t, const struct raw *word);
const struct expr *type_like(struct typing *t, const struct attr *at, const struct raw *name);
/* A node above others; never fails. */
const struct expr *expr_join(
    struct arena *a, enum expr_op op, int col, const struct expr *x, const struct expr *y);
/* Conditions joined by AND or by OR. `a b c`, `a (b c)` and `(a b) c` are one chain; it
 * becomes a tree of least height, so that the tree of what is printed is the same. */
struct chain {
	const struct expr **v;
	size_t n, cap;
};
void chain_add(struct arena *a, struct chain *c, enum expr_op op, const struct expr *x);
const struct expr *chain_tree(struct arena *a, const struct chain *c, enum expr_op op);

/* Nodes on the longest way down, the leaf not counted. */
int expr_height(const struct expr *x);

/* One value of a written one covers an inclusive span: 2016 is a whole year. */
struct span {
	struct value lo, hi;
	bool absent; /* an absence code: equal to itself and in no range */
};
bool type_span(struct typing *t, const struct attr *at, const struct raw *v, struct span *out);
/* The value next below or above; false when there is none. */
bool type_below(struct arena *a, const struct attr *at, struct value v, struct value *out);
bool type_above(struct arena *a, const struct attr *at, struct value v, struct value *out);
/* Has the attribute an order that < and ranges can use? */
bool attr_is_ordered(const struct attr *at);
/* -1, 0, 1 for two values of an ordered attribute. */
int attr_compare(const struct attr *at, struct value x, struct value y);

/* Does a condition hold of its attribute's value? Of one that is compared with nothing but
 * words, nothing is said here. The value is in the form the tree compares: instants as
 * their London day, lines folded. */
bool leaf_holds(const struct expr *x, struct value v);

#endif
