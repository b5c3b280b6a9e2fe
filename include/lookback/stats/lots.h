/* SPDX-License-Identifier: MIT */
/*
 * Work accepted in weekly lots, in the manner of ISO 2859-1 (1999), general level II, single
 * sampling, normal and tightened. Reduced inspection is left out on purpose: what was done
 * well is not looked at less. One lot that stands alone (the final sign-off) is no series:
 * take lots_alone.
 *
 * Verified against published copies: lot sizes and sample sizes (two secondary tables); for AQL
 * 0.65 to 6.5 the plans of tables II-A (all letters) and II-B (letters to L, lots to 10,000) of
 * MIL-STD-105E, from which ISO took them, as reprinted in nibs.org/FMOC/DPW_AC/AC-TABLE.ASC;
 * the switching rules (sqconline.com, aqlrule.com). Normal plans for AQL 0.065 to 0.40 follow a
 * secondary copy. NOT verified cell by cell: tightened plans for AQL 0.065 to 0.40 and for
 * lots above 10,000, which continue the diagonals of the table. The standard itself has not
 * been consulted.
 */
#ifndef LOOKBACK_STATS_LOTS_H
#define LOOKBACK_STATS_LOTS_H

#include <stdbool.h>
#include <stdint.h>

enum lots_severity {
	LOTS_NORMAL,
	LOTS_TIGHTENED,
	LOTS_STOPPED, /* acceptance is discontinued: everything is looked at */
};

/* Take n; accept the lot with at most `accept` bad ones, reject it with more. */
struct lots_plan {
	bool defined;
	char letter; /* code letter of the plan used, after arrows; 0 for a lot alone */
	int64_t n;   /* the whole lot where the plan asks for more than there is */
	int64_t accept;
};

/* AQL in thousandths of a per cent: 65, 100, 150, 250, 400, 650, 1000, 1500, 2500, 4000, 6500.
 * Undefined: another AQL, a lot below 2, or LOTS_STOPPED. */
struct lots_plan lots_plan(int64_t lot, int aql, enum lots_severity severity);
/* The code letter of a lot's size, level II; 0 for a lot below 2. */
char lots_letter(int64_t lot);

/* One lot alone: the least n for which a lot with more than `share` bad is accepted with a
 * chance of at most 1 - confidence, by the exact hypergeometric distribution (what ISO 2859-2
 * wants of a limiting quality, without its tables). */
struct lots_plan lots_alone(int64_t lot, double share, double confidence, int64_t accept);

/* Operating characteristic: the chance that a plan accepts a lot of which `bad` are bad,
 * and one from a line of work that is bad at this rate (0..1). */
double lots_accepts(struct lots_plan p, int64_t lot, int64_t bad);
double lots_accepts_rate(struct lots_plan p, double rate);

/* The switching rules, lot by lot, original inspection only. From normal to tightened: two
 * of five or fewer consecutive lots rejected. Back: five in a row accepted. To stopped: five
 * rejected in all while tightened. A zeroed state is the beginning. */
struct lots_state {
	enum lots_severity severity;
	unsigned recent; /* normal: the last four lots, bit 0 the last, 1 rejected */
	int run;         /* tightened: accepted in a row */
	int rejected;    /* tightened: rejected since it began */
};
/* After a lot; when stopped, nothing changes any more. */
struct lots_state lots_next(struct lots_state s, bool accepted);
/* From stopped, once the cause was found and put right: tightened, counted afresh. */
struct lots_state lots_resume(struct lots_state s);

#endif
