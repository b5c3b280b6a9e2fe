/* SPDX-License-Identifier: MIT */
/*
 * A lesson of a pack (tutorial.yaml): who takes part, made-up cases, and steps. A step says
 * what to do, and how it is known that it was done: by what stands at the service, never by
 * keys. What other people do before a step is acts that the program carries out for them.
 */
#ifndef LOOKBACK_CONF_LESSON_H
#define LOOKBACK_CONF_LESSON_H

#include "lookback/rules/pack.h"

struct pair {
	struct str name, value;
};
struct pairs {
	struct pair *v;
	size_t n, cap;
};
struct lesson_person {
	struct str account, full;
	struct strs roles, trained; /* competences, held for a year */
	struct place at;
};
struct lesson_case {
	struct str id, map;
	struct pairs row; /* column of the map to its cell; the others are empty */
	struct place at;
};
/* What somebody else does: one of bring, decide, open. */
struct lesson_act {
	struct str as;
	struct str bring; /* imports a case */
	struct str decide, on;
	struct str open, under;
	struct str reason;
	struct pairs answers, with; /* of decide; of open */
	struct place at;
};
/* What the learner does that no expression can tell of. */
enum lesson_deed {
	DEED_NONE,
	DEED_VIEWED,   /* a record was sent to him */
	DEED_REASONED, /* an answer with a reason */
	DEED_ANSWERED,
	DEED_NOTED,
	DEED_UNLOCKED, /* the screen was concealed and opened again */
	DEED_RETURNED, /* came back to the program */
};
struct lesson_step {
	struct str id, part, say, missing, hint;
	struct str check; /* some record matches; empty: not asked */
	int deed;         /* enum lesson_deed, since the step began */
	struct str of;    /* the record of the deed; empty: any */
	struct {
		struct lesson_act *v;
		size_t n, cap;
	} first;
	struct place at;
};
struct lesson {
	struct str learner;  /* account */
	struct strs watcher; /* roles of the owner, who looks whether a step was done */
	struct str end;      /* the last word */
	struct {
		struct lesson_person *v;
		size_t n, cap;
	} people;
	struct {
		struct lesson_case *v;
		size_t n, cap;
	} cases;
	struct {
		struct lesson_step *v;
		size_t n, cap;
	} steps;
};

const struct lesson_case *lesson_case(const struct lesson *l, struct str id);

#endif
