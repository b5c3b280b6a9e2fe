/* SPDX-License-Identifier: MIT */
/*
 * Sentences of which narratives are made: plain police-log English of our own. A sentence
 * may be used in a row where all the facts it needs hold. Between braces stand slots,
 * filled from the same facts (story.c has their table): {A} the person at risk, {B} the
 * subject, {C} the applicant, {a} {ao} {a's} and {b} {bo} {b's} their pronouns.
 */
#ifndef LOOKBACK_DEMO_PHRASES_H
#define LOOKBACK_DEMO_PHRASES_H

#include <stddef.h>
#include <stdint.h>

enum fact {
	FACT_ASK,
	FACT_KNOW,
	FACT_BY_A,
	FACT_BY_C,
	FACT_BY_AGENCY,
	FACT_PHONE, /* channels in the order of enum channel */
	FACT_ONLINE,
	FACT_STATION,
	FACT_OFFICER,
	FACT_AGENCY,
	FACT_OTHER_WAY,
	FACT_NO_CHANNEL,
	FACT_TOGETHER,
	FACT_APART,
	FACT_COUPLE,
	FACT_EX,
	FACT_KIN,
	FACT_CHILDREN,
	FACT_NO_CHILDREN,
	FACT_WORRY, /* ten of them, in the order of the WORRY_x bits */
	FACT_WORRY_LAST = FACT_WORRY + 9,
	FACT_NOTHING_HELD,
	FACT_MINOR_HELD,
	FACT_SERIOUS_HELD,
	FACT_WIDE,   /* more than one kind of check was run */
	FACT_NARROW, /* one, on one key */
	FACT_NO_CHECKS,
	FACT_SUPERVISED,
	FACT_ALONE,
	FACT_LATE,
	FACT_TOLD,
	FACT_NOT_TOLD,
	FACT_ALIAS,
	FACT_OUTCOME, /* all of them, in the order of enum outcome */
};
#define NEEDS(fact)    (UINT64_C(1) << (fact))
#define WORRIED(n)     NEEDS(FACT_WORRY + (n))
#define ENDED(outcome) NEEDS(FACT_OUTCOME + (outcome))

struct phrase {
	uint64_t needs;
	const char *text;
};
enum section {
	SECTION_OPENING,
	SECTION_CONTEXT,
	SECTION_WORRY,
	SECTION_WISH,
	SECTION_CHECKS,
	SECTION_MEETING,
	SECTION_THOUGHT,
	SECTION_DECISION,
	SECTION_CLOSING,
	SECTIONS
};
struct phrases {
	const struct phrase *v;
	size_t n;
};
extern const struct phrases phrases_opening, phrases_context, phrases_worry;
extern const struct phrases phrases_wish, phrases_checks, phrases_meeting, phrases_thought;
extern const struct phrases phrases_decision, phrases_closing;
#define PHRASES(array)                                                                         \
	{                                                                                      \
		array, sizeof(array) / sizeof((array)[0])                                      \
	}

#endif
