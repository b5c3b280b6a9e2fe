/* SPDX-License-Identifier: MIT */
/*
 * One application of the training review, as facts. Row i under a seed is always the
 * same row, whatever came before it and however many come after. Texts of the columns
 * (codes of the extract) and narrative are both made from these facts, so they agree.
 */
#ifndef LOOKBACK_DEMO_FACTS_H
#define LOOKBACK_DEMO_FACTS_H

#include "demo/people.h"

enum held { HELD_NOTHING, HELD_MINOR, HELD_SERIOUS }; /* what was known about the subject */

/* What the applicant was worried about. */
enum worry {
	WORRY_TEMPER = 1 << 0,
	WORRY_CONTROL = 1 << 1,
	WORRY_MONEY = 1 << 2,
	WORRY_ASSAULT = 1 << 3,
	WORRY_THROAT = 1 << 4,
	WORRY_THREATS = 1 << 5,
	WORRY_FOLLOWED = 1 << 6,
	WORRY_DAMAGE = 1 << 7,
	WORRY_DRINK = 1 << 8,
	WORRY_RUMOUR = 1 << 9,
};
enum { WORRIES = 10 };

enum route { ROUTE_ASK, ROUTE_KNOW };
enum applicant { APPLICANT_A, APPLICANT_C, APPLICANT_AGENCY, APPLICANT_UNKNOWN };
enum living { LIVING_YES, LIVING_NO, LIVING_UNKNOWN, LIVING_UNRECORDED };
enum outcome {
	OUTCOME_TOLD_A,
	OUTCOME_TOLD_OTHER,
	OUTCOME_PARTIAL,
	OUTCOMES_TOLD, /* those before it disclosed something */
	OUTCOME_NO_INFO = OUTCOMES_TOLD,
	OUTCOME_NO_NEED,
	OUTCOME_NOT_PROPORTIONATE,
	OUTCOME_CRITERIA,
	OUTCOME_SAFEGUARDING,
	OUTCOME_CRIMINAL,
	OUTCOME_WITHDRAWN,
	OUTCOME_NOT_REACHED,
	OUTCOME_RECIPIENT_REFUSED,
	OUTCOME_UNDERTAKING_REFUSED,
	OUTCOME_NOT_PROVED,
	OUTCOME_NOT_IDENTIFIED,
	OUTCOME_TRANSFERRED,
	OUTCOME_DUPLICATE,
	OUTCOME_UNRECORDED,
	OUTCOMES
};
enum channel {
	CHANNEL_PHONE,
	CHANNEL_ONLINE,
	CHANNEL_STATION,
	CHANNEL_OFFICER,
	CHANNEL_AGENCY,
	CHANNEL_OTHER,
	CHANNEL_UNRECORDED,
	CHANNELS
};
enum relation {
	RELATION_PARTNER,
	RELATION_EX_PARTNER,
	RELATION_SPOUSE,
	RELATION_EX_SPOUSE,
	RELATION_FAMILY,
	RELATION_OTHER,
	RELATION_UNRECORDED,
	RELATIONS
};
/* Checks stand in the order of their codes in checks_code. */
enum { CHECKS = 12, CHECK_PNC = 1, CHECK_PND = 2, CHECK_INTEL = 8 };
enum { CHILDREN_UNRECORDED = -1 };

struct row_facts {
	uint64_t row, subject_serial; /* equal, unless the subject was there before */
	struct str source_ref;
	const char *source_system;
	enum route route;
	enum channel channel;
	enum applicant kind;
	struct made a, b, c; /* person at risk, subject, third party (when kind says so) */
	struct str agency;   /* who asked, when an agency did */
	struct str phone, safe_contact, alias, address;
	int32_t received, closed; /* closed NO_DAY: nobody wrote it down */
	enum relation relation;
	enum living living;
	int children;
	unsigned worries; /* WORRY_x bits */
	enum held held;
	const struct handler *handler;
	struct str supervisor; /* empty: none */
	unsigned checks;       /* bits; 0: not recorded */
	const char *risk;
	enum outcome outcome;
	int days; /* -1: not known */
};
void facts_make(struct arena *a, uint64_t seed, uint64_t row, struct row_facts *out);
/* The same application as the source shows it later: one value was put right. */
void facts_revise(struct arena *a, uint64_t seed, struct row_facts *f);

/* Codes as the extract writes them. */
extern const struct weighted outcome_codes[OUTCOMES], channel_codes[CHANNELS];
extern const struct weighted relation_codes[RELATIONS], check_codes[CHECKS];
bool facts_disclosed(const struct row_facts *f);

/* Who did the original work. One of them stands out. */
struct handler {
	const char *code;
	unsigned load;
	int from, to; /* years in the team */
	bool stands_out;
};
/* Handler, checks, outcome, days: everything that the original work left behind. */
void work_make(struct arena *a, struct dice *d, struct row_facts *f);

#endif
