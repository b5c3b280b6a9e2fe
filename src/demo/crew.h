/* SPDX-License-Identifier: MIT */
/*
 * The people of the training review, and their work. They work through the service, each
 * over a connection of their own, and know what replies tell them: which case, which
 * questions are asked, which steps are open. What they answer is drawn at (seed, case).
 */
#ifndef LOOKBACK_DEMO_CREW_H
#define LOOKBACK_DEMO_CREW_H

#include "demo/draw.h"
#include "lookback/demo/demo.h"

MUST_USE bool crew_accounts(struct client *owner, uint64_t seed, struct err *e);
MUST_USE bool crew_work(const struct demo_options *o, struct demo_made *made, struct err *e);

/* One kind of work: what is asked for, until how much of it is done. */
struct activity {
	const char *expr; /* what to be served from */
	int share;        /* of all applications, per mille */
	bool supervisors;
};
enum doing { DOING_TRIAGE, DOING_REVIEW, DOING_SIGN, ACTIVITIES };
extern const struct activity activities[ACTIVITIES];

union crew_question {
	struct req_next next;
	struct req_form form;
	struct req_answer answer;
	struct req_show show;
	struct req_decide decide;
	struct req_note note;
	struct req_defer defer;
	struct req_release release;
};
struct worker {
	struct client *client;
	bool supervisor;
	enum doing doing;
	bool busy;    /* has a case */
	bool leave;   /* stops in the middle of the next form */
	bool gone;    /* went home */
	int patience; /* rounds to wait after being told that there is nothing */
	uint64_t seed;
	struct arena life; /* of the case */
	struct str ref, form;
	struct dice dice, luck; /* of the case; of the worker */
	int answered;
	/* the request that goes out in this round */
	enum msg msg;
	union crew_question q;
	struct client_ticket ticket;
};
/* What came of a reply. */
enum came { CAME_ON, CAME_MOVED, CAME_NOTHING, CAME_BACK, CAME_LEFT };

void worker_start(struct worker *w, enum doing doing); /* asks to be served */
void worker_give_back(struct worker *w);               /* asks to be rid of the case */
/* Reads the reply to the request that is out and makes the next request of it. */
enum came worker_hear(struct worker *w, struct arena *mail, struct err *why);

/* An answer to a question, and the reason it needs; drawn among what the question offers. */
void leaning_answer(
    struct worker *w, const struct part_question *q, struct str *value, struct str *reason);
/* One of the open steps for which `form` was filled; NULL when none is. */
const struct part_step *leaning_step(struct worker *w, const struct rep_record *r);
struct str leaning_reason(struct worker *w);
struct str leaning_note(struct worker *w);

#endif
