/* SPDX-License-Identifier: MIT */
/*
 * Random histories: events in an order that could have happened, by ann, bob, cyd and the
 * service, on records of the toy pack.
 */
#ifndef LOOKBACK_TESTS_STORE_HISTORY_H
#define LOOKBACK_TESTS_STORE_HISTORY_H

#include "rig.h"

/* Appends n events by chance, some rounds undone on the way. */
void history_run(struct rig *rig, struct dice *d, int n);

/* The same history twice: with all that others did on blind records after these became so,
 * and with `without` something else in its place that ann may not see. No record of it
 * leaves blindness again. Returns how many deeds were hidden from her. */
int history_twin(struct rig *rig, struct dice *d, int n, bool without);

/* ---- the generator ---- */
enum { MOST = 40, REMEMBERED = 60 };

struct made {                              /* a record that was opened */
	const char *type, *holder, *aside; /* NULL: nobody */
	int seat, answered;                /* bits: questions that ann answered */
	bool blind, was_blind, under_blind;
	bool hidden; /* from ann, as a whole */
	int reading; /* 1 + the plan in which it is read again; 0: none */
};
struct deed { /* an alert, link or override that others may answer */
	int64_t seq;
	int record, other;
	bool closed, hidden;
};
struct deeds {
	struct deed v[REMEMBERED];
	int n;
};
struct world {
	struct rig *rig;
	struct dice *dice;
	int records, batches, users, concealed;
	bool twin, without;
	struct made r[MOST];
	struct deeds alerts, links, overrides, queries;
	struct { /* quality passes */
		int n, drawn, closed, places;
	} plans;
};
int any(struct world *w, int n);
const char *ref_of(struct world *w, int i);
const char *text(struct world *w);
/* Somebody who may do something to it. */
const char *someone(struct world *w, int i);
/* Said, or left out with something else in its place. open: its effect is seen by all. */
int64_t tell(struct world *w, const char *actor, enum event_type type, int i, bool open,
    const char *body, ...) PRINTF(6, 7);
void remember(struct world *w, struct deeds *d, int64_t seq, int i, int other, bool hidden);

/* One deed of the engine; false when there is nothing to do it to (history_engine.c). */
bool engine_deed(struct world *w, int i);
/* The same of quality assurance (history_quality.c). */
bool quality_deed(struct world *w, int i);

#endif
