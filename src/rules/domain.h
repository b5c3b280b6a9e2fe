/* SPDX-License-Identifier: MIT */
/* The values of an attribute that a condition can tell apart. */
#ifndef LOOKBACK_RULES_DOMAIN_H
#define LOOKBACK_RULES_DOMAIN_H

#include "lookback/rules/pack.h"

struct domain { /* in the form the tree compares; V_NONE among them */
	struct value *v;
	size_t n, cap;
	bool partial; /* too many to list */
};
struct domain_of {
	const struct pack *pack;
	const struct record_type *type;
	struct strs states; /* that the record may be in; empty: all of its type */
};
/* At least one value of every kind that conditions of x on this attribute distinguish. */
void domain_of(struct arena *a, const struct domain_of *of, const struct attr *at,
    const struct expr *x, struct domain *out);

#endif
