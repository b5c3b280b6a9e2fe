/* SPDX-License-Identifier: MIT */
/*
 * Made-up people. Each is a function of (seed, stream, serial) and can be made again at
 * any time, so the same subject can come back years later in another row without being
 * kept. Nobody here lives: streets, towns and postcodes are invented, telephone numbers
 * are those that Ofcom sets aside for drama.
 */
#ifndef LOOKBACK_DEMO_PEOPLE_H
#define LOOKBACK_DEMO_PEOPLE_H

#include "demo/draw.h"
#include "demo/names.h"

struct made { /* one person */
	bool female;
	enum group group;
	int32_t born; /* NO_DAY: nobody wrote it down */
	struct str given, middle, family;
};

/* A subject: four in five are men, of full age when the review's years begin. */
void people_subject(struct arena *a, uint64_t seed, uint64_t serial, struct made *out);
/* The person at risk from this subject. */
void people_at_risk(
    struct arena *a, uint64_t seed, uint64_t serial, const struct made *b, struct made *out);
/* Somebody of the person at risk's who applies for her or him. */
void people_third(
    struct arena *a, uint64_t seed, uint64_t serial, const struct made *of, struct made *out);
/* Anybody, from the dice given: for the accounts of the review itself. */
void people_anybody(struct arena *a, struct dice *d, struct made *out);

struct str people_name(struct arena *a, const struct made *p);
struct str people_address(struct arena *a, struct dice *d);
struct str people_phone(struct arena *a, struct dice *d);
const char *people_town(struct dice *d);

#endif
