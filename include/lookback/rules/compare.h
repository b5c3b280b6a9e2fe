/* SPDX-License-Identifier: MIT */
/*
 * Two versions of a pack side by side: what one has and the other lacks, and what both have
 * and say differently. Pure; how many records a change touches is for whoever has records.
 */
#ifndef LOOKBACK_RULES_COMPARE_H
#define LOOKBACK_RULES_COMPARE_H

#include "lookback/rules/pack.h"

/* One element that is not the same in both. A record type that only one of them has is
 * itself a change, and so is each of its states. */
struct change {
	const char *kind;   /* type, state, transition, field, form, question, clock, rank,
			     * columns, role, competence, band, regime, link, view, map, review,
			     * quality, plan, measure */
	const char *change; /* added, removed, changed */
	struct str type;    /* record type; empty for what belongs to the whole pack */
	struct str name;
	struct str text; /* "queue: reviewer, now supervisor; final: no, now yes" */
};
struct changes {
	struct change *v;
	size_t n, cap;
};
/* In the order of the packs: the whole pack, then type by type; what is gone stands behind
 * what is new. Empty when both say the same. */
void pack_compare(
    struct arena *a, const struct pack *old, const struct pack *new, struct changes *out);

#endif
