/* SPDX-License-Identifier: MIT */
/*
 * The story that the whole review tells: which applications failed and how, who can be
 * reached, what is referred. It is fixed by the seed before the work begins; what it does
 * not say is drawn as ever (demo/crew.h). Readers of a case know nothing of each other,
 * and nothing here tells a first from a second one.
 */
#ifndef LOOKBACK_DEMO_PLAN_H
#define LOOKBACK_DEMO_PLAN_H

#include "demo/crew.h"

enum fate { FATE_HARM, FATE_ADMINISTRATIVE, FATE_SERVICE, FATES };
enum contact { CONTACT_REACHED, CONTACT_UNABLE, CONTACT_UNSAFE, CONTACTS };
extern const int plan_failures[FATES], plan_contacts[CONTACTS]; /* 2 14 17; 24 5 4 */
enum { PLAN_STORIES = 33, PLAN_OUTSTANDING = 24 };

struct story { /* of one application that failed */
	struct str ref;
	enum fate fate;
	int number; /* among those of its fate */
	enum contact contact;
	bool referred;
};
struct plan {
	uint64_t seed;
	struct arena arena;
	struct {
		struct story *v;
		size_t n, cap;
	} stories;
};
/* Applications of one handler, within the scope of the review. */
struct caseload {
	struct strs refs;
};
/* Deals the fates: to PLAN_OUTSTANDING applications of the handler at `out`, if he has so
 * many, and to the others' evenly. ERR_REFUSED when there are too few for it. */
MUST_USE bool plan_deal(
    struct plan *p, struct caseload *loads, size_t n, size_t out, struct err *e);
/* The same from what a supervisor sees of the review: handlers are for supervisors to see. */
MUST_USE bool plan_make(struct plan *p, struct client *supervisor, struct err *e);
/* The story that a record belongs to by its reference: the application's own, or one of a
 * record under it, which begins with it. NULL: none. */
const struct story *plan_story(const struct plan *p, struct str ref);
/* Dice for one question about one record, for ever the same; `who` 0 is everybody. */
struct dice plan_dice(const struct plan *p, struct str ref, struct str what, int who);

/* Which case this is: what the story needs to know of it stays with the worker. */
void plan_case(struct worker *w, const struct rep_record *r);
/* Is something to be opened under the case first? Then the request is made. */
bool plan_opens(struct worker *w);
/* The k-th step that the story would take from here, empty at the end. */
struct str plan_way(const struct worker *w, int k);
/* The first of these steps that is there; with `open` the first that is open. Or NULL. */
const struct part_step *plan_step(
    const struct worker *w, const struct rep_record *r, bool open);

/* What the story answers; false when it does not say: then the dice lie ready. */
bool plan_answer(
    struct worker *w, const struct part_question *q, struct str *value, struct str *reason);
bool plan_gate(struct str question);                        /* more may be asked after it ... */
bool plan_asks_more(struct str question, struct str value); /* ... and is after this */
/* Whoever gives this answer would not try that step. */
bool plan_against(struct str step, struct str question, struct str value);

/* Opens what no import brings and no step opens, each by whose task it is. */
MUST_USE bool by_hand(
    struct client *lead, struct client *intake, struct client *quality, struct err *e);
/* A quality pass: drawn, and ended once the crew has read it. */
MUST_USE bool pass_begin(struct client *lead, int64_t applications, struct err *e);
MUST_USE bool pass_end(
    struct client *lead, struct arena *keep, struct demo_made *made, struct err *e);
/* Counts what the review came to; ERR_REFUSED when it is not what was told. */
MUST_USE bool figures_count(
    struct client *c, int64_t applications, struct demo_made *made, struct err *e);

#endif
