/* SPDX-License-Identifier: MIT */
/*
 * What every use case does first and last: who asks and what are they allowed, has this
 * request been answered before, write an event in the asker's name. A use case appends
 * through desk_append alone, so that the request's id lands on its first event and nothing
 * is written to a damaged database.
 */
#ifndef LOOKBACK_REVIEW_DESK_H
#define LOOKBACK_REVIEW_DESK_H

#include "lookback/review/review.h"
#include "lookback/store/people.h"

enum { ABOUT_MAX = 80, REASON_MAX = 2000, NOTE_MAX = 8000 };

struct review {
	struct arena arena; /* pack, row and damage; as long as the review is open */
	struct store *store;
	const struct pack *pack; /* in force */
	struct kept_pack *packs; /* other versions that were read */
	struct review_row row;
	struct str damage; /* empty: sound */
	struct {
		int64_t *v;
		size_t n, cap;
	} ended;               /* alerts above which there is nobody to tell */
	int64_t late_rest;     /* until then nothing is told of what is late; see chores */
	char about[ABOUT_MAX]; /* the record that the running request found; */
	size_t nabout;         /* a refusal is logged with it */
};

/* The version of the pack with this id, as records keep it (empty: the one in force), read
 * once. NULL when it is not kept here or this program cannot read it. */
const struct pack *review_pack_of(struct review *rv, struct str id);

/* The person at the desk. */
struct me {
	struct user_row account;
	struct person person;
	struct viewer viewer;
	unsigned rights;
};
/* Who asks. ERR_REFUSED when there is no such account or it is closed. */
MUST_USE bool desk_me(struct desk *d, struct me *out, struct err *e);
/* The same, and at least one of these rights is theirs. */
MUST_USE bool desk_need(struct desk *d, unsigned any_of, struct me *out, struct err *e);
/* Any account as the rules see it; used for the person something is given to. */
void me_of(struct desk *d, const struct user_row *u, struct me *out);
/* "R. Okafor (r07)", or the bare account. */
struct str me_words(struct desk *d, struct str account);

/* False with ERR_CORRUPT when nothing may be written. */
MUST_USE bool desk_writable(struct desk *d, struct err *e);
MUST_USE bool desk_append(struct desk *d, enum event_type type, struct str ref,
    const struct json *body, int64_t *seq, struct err *e);
/* The record is about to be sent: how is next, ref, show, form or rank. */
MUST_USE bool desk_viewed(
    struct desk *d, struct str ref, const char *how, struct str reason, struct err *e);
/* Has the asker opened this record in this very session? */
MUST_USE bool desk_opened(struct desk *d, struct str ref, bool *yes, struct err *e);

/* For what acts: did this request id act before? Then *first is its first event and the use
 * case answers from it. A repeated refusal is refused again, in the same words. */
MUST_USE bool desk_again(struct desk *d, bool *again, struct event_row *first, struct err *e);
/* What acts begins with all three: the asker has one of these rights, something may be
 * written, and it was not done before. */
MUST_USE bool desk_begin(struct desk *d, unsigned any_of, struct me *out, bool *again,
    struct event_row *first, struct err *e);
/* For what only reads: a repeated id reads again, and its events carry no id. */
MUST_USE bool desk_reread(struct desk *d, struct err *e);
/* The answer to a repeated request whose reply is done. */
bool desk_done_before(struct desk *d, const struct event_row *first, struct rep_done *r);

/* An expression of the asker's, typed against the pack, without fields they may not see. */
MUST_USE bool desk_where(struct desk *d, const struct me *m, struct str text,
    const struct expr **out, struct err *e);
/* The same of what is typed into a search: words, or an expression (expr_search). */
MUST_USE bool desk_search(struct desk *d, const struct me *m, struct str text,
    const struct expr **out, struct err *e);
/* The steps in which that is shown; whether they may ask for it desk_search has said. */
MUST_USE bool desk_search_steps(
    struct desk *d, struct str text, struct search_steps *out, struct err *e);
bool field_hidden(const struct me *m, const struct field *f);
/* Text a person wrote, trimmed: ERR_INPUT when it is too long or not text. */
MUST_USE bool desk_text(
    const char *what, struct str given, size_t max, struct str *out, struct err *e);
int32_t desk_today(const struct desk *d);
int64_t desk_lease(const struct desk *d); /* when a claim made or kept now ends */

#endif
