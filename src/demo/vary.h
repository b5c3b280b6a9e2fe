/* SPDX-License-Identifier: MIT */
/*
 * The same person as another desk wrote the name down: letters swapped or lost, accents
 * dropped, another spelling of the same name, a short name, the parts the wrong way
 * round; and the birth date with day and month swapped, a digit off, or missing.
 */
#ifndef LOOKBACK_DEMO_VARY_H
#define LOOKBACK_DEMO_VARY_H

#include "demo/people.h"

/* Changes the person in place: about three names in four, two birth dates in five. */
void vary_person(struct arena *a, struct dice *d, struct made *p);
/* A name the person also goes by: a short name, a nickname, a former family name. */
struct str vary_alias(struct arena *a, struct dice *d, const struct made *p);

#endif
