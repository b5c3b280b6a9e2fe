/* SPDX-License-Identifier: MIT */
/* The answers of a record as its viewer is shown them, for the rules. */
#ifndef LOOKBACK_STORE_ANSWERS_H
#define LOOKBACK_STORE_ANSWERS_H

#include "store/viewer.h"

/* Fills r->answers and r->reasons; for the engine those of r->answers_seat. */
MUST_USE bool answers_load(const struct query *base, struct record *r, struct err *e);

#endif
