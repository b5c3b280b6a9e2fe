/* SPDX-License-Identifier: MIT */
/*
 * Families: records that links of certain kinds hold together. Those that stand in one state
 * are taken together and by one person.
 */
#ifndef LOOKBACK_REVIEW_FAMILY_H
#define LOOKBACK_REVIEW_FAMILY_H

#include "review/casefile.h"

enum { FAMILY_MAX = 50 };

/* The rest of a record's family that stands in its state, as it is. */
MUST_USE bool family_of(
    struct desk *d, const struct casefile *c, struct records *out, struct err *e);
/* Somebody other than `who` holds one of them: then nobody else may take any. */
bool family_apart(const struct records *family, struct str who);
/* ERR_CONFLICT, naming no record that this person may not see. */
MUST_USE bool family_together(struct desk *d, const struct me *m, const struct casefile *c,
    const struct records *family, struct str who, struct err *e);
/* Would it go along? One that they may not see, or could do nothing on, stays where it is. */
MUST_USE bool family_fit(struct desk *d, const struct me *to, const struct record *r,
    struct casefile *c, bool *yes, struct err *e);
/* Free ones, awake and fit for this person, go with the record: to the asker as claims, to
 * somebody else (reason not NULL) as assigned. lease: until when. */
MUST_USE bool family_take(struct desk *d, const struct me *to, const struct records *family,
    const struct str *reason, int64_t lease, struct err *e);

#endif
