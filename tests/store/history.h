/* SPDX-License-Identifier: MIT */
/* Random histories: events in an order that could have happened. */
#ifndef LOOKBACK_TESTS_STORE_HISTORY_H
#define LOOKBACK_TESTS_STORE_HISTORY_H

#include "rig.h"

/* Appends n events by chance, some rounds undone on the way. */
void history_run(struct rig *rig, struct dice *d, int n);

#endif
