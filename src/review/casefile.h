/* SPDX-License-Identifier: MIT */
/*
 * A record laid on the desk: as stored, as the rules see it, and whether the person may
 * work on it. Loading it logs nothing; whoever sends something of it logs the view.
 */
#ifndef LOOKBACK_REVIEW_CASEFILE_H
#define LOOKBACK_REVIEW_CASEFILE_H

#include "review/desk.h"

struct casefile {
	struct record rec;
	const struct record_type *type;
	struct case_view view;
};
/* ERR_NOT_FOUND, in one sentence for absent and hidden. */
MUST_USE bool casefile_load(
    struct desk *d, const struct me *m, struct str ref, struct casefile *out, struct err *e);

bool casefile_mine(const struct me *m, const struct casefile *c);
/* The asker must hold it: ERR_CONFLICT when somebody else does, ERR_REFUSED when nobody. */
MUST_USE bool casefile_held(
    struct desk *d, const struct me *m, const struct casefile *c, struct err *e);
/* ERR_CONFLICT unless nobody, or the asker, holds it. */
MUST_USE bool casefile_free(
    struct desk *d, const struct me *m, const struct casefile *c, struct err *e);
/* ERR_CONFLICT when the record is newer than what the asker has read; 0: do not ask. */
MUST_USE bool casefile_version(
    struct desk *d, const struct casefile *c, int64_t seen, struct err *e);
/* Where the pack asks why a record is opened that one does not hold, a reason must come,
 * unless this session has opened it before. */
MUST_USE bool casefile_reason(struct desk *d, const struct me *m, const struct casefile *c,
    struct str given, struct str *kept, struct err *e);

/* Is there a transition of its state that this person could take, by role and by what they
 * did on it before? */
bool may_work(const struct casefile *c, const struct person *p);
/* Why not, a line a transition. who is "you" or a name. */
bool work_refusal(
    struct desk *d, const struct casefile *c, const struct person *p, struct err *e);

/* What shown ranks of this type are above the stored key today. */
int64_t rank_offset(struct desk *d, const struct record_type *t);
/* Key of the rank that these facts give. */
int64_t rank_key(struct desk *d, const struct record_type *t, const struct facts *f);

#endif
