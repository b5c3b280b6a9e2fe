/* SPDX-License-Identifier: MIT */
/* Saving answers: one function, whether they come one by one or with a decision. */
#ifndef LOOKBACK_REVIEW_ANSWERING_H
#define LOOKBACK_REVIEW_ANSWERING_H

#include "review/casefile.h"

/* Bytes that the answers and reasons of one form may have together, so that a form with
 * its guidance fits a message whatever is in them. */
enum { FORM_ROOM = 12 << 10 };

struct given {
	const struct form *form;
	const struct question *question;
	struct str value;  /* as a person typed it; empty clears */
	struct str reason; /* empty keeps the reason of an unchanged answer */
};
/* Checks one answer against its question and, when it is not what stands there already,
 * writes the event and brings the casefile up to date (its version is not). */
MUST_USE bool answer_save(
    struct desk *d, struct casefile *c, const struct given *g, struct err *e);
/* {question: value} or {question: {value, reason}} of a decision, in form order, so that a
 * question whose condition an earlier answer opens is asked. */
MUST_USE bool answers_save(
    struct desk *d, struct casefile *c, const struct json *answers, struct err *e);
/* The form of that name, worked on in the record's state. */
MUST_USE bool form_of_state(struct desk *d, const struct casefile *c, struct str name,
    const struct form **out, struct err *e);
MUST_USE bool form_named(struct desk *d, const struct casefile *c, struct str name,
    const struct form **out, struct err *e);

#endif
