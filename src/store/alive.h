/* SPDX-License-Identifier: MIT */
/* Signs of life from within long work; see store_alive. */
#ifndef LOOKBACK_STORE_ALIVE_H
#define LOOKBACK_STORE_ALIVE_H

#include "store/inner.h"

/* What goes on outside of statements says so itself. */
void alive_say(struct store *st);
/* Statements are watched again: for who had SQLite watch them for something else. */
void alive_watch(struct store *st);

#endif
