/* SPDX-License-Identifier: MIT */
/*
 * A record laid on the desk: as it is, as the person may see it, as the rules see it, and
 * whether the person may work on it. Loading it logs nothing; whoever sends something of it
 * logs the view. What is decided is decided by `view`; what is sent comes from `seen` and
 * `rec`. They are the same but for a person who must not know what others did on a record
 * that is blind.
 */
#ifndef LOOKBACK_REVIEW_CASEFILE_H
#define LOOKBACK_REVIEW_CASEFILE_H

#include "lookback/store/quality.h"
#include "review/desk.h"

struct both; /* review/seat.h */

struct casefile {
	struct record rec;       /* as the person may see it */
	struct record all;       /* as it is; never to be sent */
	const struct pack *pack; /* the version it was opened under, or is mapped to */
	const struct record_type *type;
	struct case_view view;   /* of `all`, with the answers that count for this person */
	struct case_view seen;   /* of `rec` */
	bool blind;              /* others' work on it is hidden from this person, */
	bool sits;               /* who holds it nevertheless, and so has a seat in it */
	struct reading reading;  /* that runs on it; plan empty: none. Never to be sent */
	bool known;              /* while it is read again: this person had to do with it */
	const struct both *both; /* at the third seat: what the two readers gave; else NULL */
};
/* ERR_NOT_FOUND, in one sentence for absent and hidden. */
MUST_USE bool casefile_load(
    struct desk *d, const struct me *m, struct str ref, struct casefile *out, struct err *e);
/* With the engine's eyes, for what no person asks for: view and seen are of `all`. */
MUST_USE bool casefile_engine(
    struct desk *d, struct str ref, struct casefile *out, struct err *e);

/* What the steps shown to this person are to be told from. */
const struct case_view *casefile_steps(const struct casefile *c);
bool casefile_mine(const struct me *m, const struct casefile *c);
/* The asker must hold it: ERR_CONFLICT when somebody else does, ERR_REFUSED when nobody. */
MUST_USE bool casefile_held(
    struct desk *d, const struct me *m, const struct casefile *c, struct err *e);
/* ERR_CONFLICT unless nobody, or the asker, holds it. */
MUST_USE bool casefile_free(
    struct desk *d, const struct me *m, const struct casefile *c, struct err *e);
/* ERR_CONFLICT when the record is newer than what the asker has read, with what was done since;
 * 0: do not ask. */
MUST_USE bool casefile_version(
    struct desk *d, const struct me *m, const struct casefile *c, int64_t seen, struct err *e);
/* Where the pack asks why a record is opened that one does not hold, a reason must come,
 * unless this session has opened it before. */
MUST_USE bool casefile_reason(struct desk *d, const struct me *m, const struct casefile *c,
    struct str given, struct str *kept, struct err *e);

/* Is there a transition of its state that this person could take, guards and forms apart:
 * by role and seat, by what they did on it before, by competence? */
bool may_work(const struct casefile *c, const struct person *p);
/* Why not, a line a transition. */
bool work_refusal(
    struct desk *d, const struct casefile *c, const struct person *p, struct err *e);
/* The step with nothing asked that work on the record could bring about: open, or closed by
 * what cannot be mended. by: roles that may take it here instead of its own; NULL: its own. */
bool hard_step(struct arena *a, const struct case_view *c, const struct person *p,
    struct str id, const struct strs *by, struct step *out);

/* The step of that name as this person has it: ERR_NOT_FOUND, with those that there are. */
MUST_USE bool step_named(struct desk *d, const struct me *m, const struct casefile *c,
    struct str id, struct step *out, struct err *e);

/* The same, and it must be open: ERR_REFUSED with every reason why not. kept: the reason that
 * was written, trimmed. */
MUST_USE bool step_open(struct desk *d, const struct me *m, const struct casefile *c,
    struct str id, struct str given, struct step *step, struct str *kept, struct err *e);

/* What shown ranks of this type are above the stored key today. */
int64_t rank_offset(struct desk *d, const struct record_type *t);
/* Key of the rank that these facts give. */
int64_t rank_key(struct desk *d, const struct record_type *t, const struct facts *f);

#endif
