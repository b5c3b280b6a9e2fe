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
/* The whole review, to its figures, and the quality pass when the stage asks for it. */
MUST_USE bool crew_complete(
    const struct demo_options *o, struct arena *keep, struct demo_made *made, struct err *e);
/* A review that is over is there to be looked at: its owner reads cases and the log from now
 * on, which nobody may who manages accounts; another account does that. */
MUST_USE bool crew_hand_over(struct client *owner, struct str name, struct err *e);

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
	struct req_add add;
	struct req_safeguard safeguard;
};
struct plan;
struct story;
enum { MEANT_MOST = 4 };
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
	/* in a planned review */
	const struct plan *plan;   /* what the story of a case asks for; NULL: all is drawn */
	const struct story *story; /* of the case; NULL: a calm one */
	int number;                /* of the worker */
	struct str type, state;    /* of the case */
	bool had, waits, again;    /* something stands under it; is open; it comes back */
	bool opened;               /* something was opened under it just now */
	bool singly;               /* answers go one by one: together they were refused */
	struct {
		struct str id;
		bool reason;
	} meant[MEANT_MOST]; /* steps that the form may be filled for, in order */
	int n_meant, tried;
	/* the request that goes out in this round */
	enum msg msg;
	union crew_question q;
	struct client_ticket ticket;
};
/* What came of a reply. */
enum came { CAME_ON, CAME_MOVED, CAME_NOTHING, CAME_BACK, CAME_LEFT };

void worker_start(struct worker *w, enum doing doing); /* asks to be served */
void worker_serve(struct worker *w, const char *expr); /* the same, from any expression */
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
