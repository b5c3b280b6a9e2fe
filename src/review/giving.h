/* SPDX-License-Identifier: MIT */
/*
 * Giving a record to a person, whether one by one or many at once: who can be given work at
 * all, whether this record may be theirs, and the event by which they hold it. The preview
 * of a bulk assignment asks the same questions as the assignment itself.
 */
#ifndef LOOKBACK_REVIEW_GIVING_H
#define LOOKBACK_REVIEW_GIVING_H

#include "review/family.h"

/* Is the account away today? */
bool is_away(const struct desk *d, const struct user_row *u);
/* "until 3 Dec 2026 (leave)" */
struct str away_words(struct desk *d, const struct user_row *u);
/* An open account that takes records and is not away. */
MUST_USE bool giving_person(struct desk *d, struct str name, struct me *to, struct err *e);
/* They see the record and could take a step on it. Why it is hidden from them is not told. */
MUST_USE bool giving_may(
    struct desk *d, const struct casefile *c, const struct me *to, struct err *e);
/* Until when a record that was given stays with somebody who is silent. */
int64_t giving_lease(const struct desk *d);
/* From now on they hold it. id is the record's. */
MUST_USE bool giving_write(struct desk *d, struct str ref, int64_t id, struct str to,
    struct str reason, int64_t *seq, struct err *e);

#endif
