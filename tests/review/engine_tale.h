/* SPDX-License-Identifier: MIT */
/* What the second telling of the rules keeps of every record, account and request. */
#ifndef TESTS_REVIEW_ENGINE_TALE_H
#define TESTS_REVIEW_ENGINE_TALE_H

#include "review/engine_model.h"

struct deed {
	struct str id, by;
	bool cancelled;
};
struct touch { /* somebody had to do with a record */
	struct str by;
	int64_t seq;
};
struct tale { /* one record */
	struct str ref, type, state, parent, opener, holder, safe, outcome;
	struct strs bars, sat, knows; /* knows: while it is read again, who may not */
	int seat;
	bool final, again;
	struct {
		struct touch *v;
		size_t n, cap;
	} touches;
	struct {
		struct deed *v;
		size_t n, cap;
	} deeds;
};
struct who { /* one account */
	struct str name, staff, until;
	struct strs roles;
};
struct ask {
	int64_t seq;
	struct str first, second, step, ref;
	bool agreed;
};
struct model {
	struct bench *b;
	struct model_counts n;
	const struct event_row *ev; /* the one being read */
	const struct json *body;
	struct {
		struct tale *v;
		size_t n, cap;
	} tales;
	struct {
		struct who *v;
		size_t n, cap;
	} people;
	struct {
		struct ask *v;
		size_t n, cap;
	} asks;
};

#define holds(cond)                                                                            \
	ck_assert_msg((cond), "event %lld, %.*s of %.*s on %.*s: %s", (long long)m->ev->seq,   \
	    STR_ARG(m->ev->type), STR_ARG(m->ev->actor), STR_ARG(m->ev->record), #cond)

/* Members of the event that is being read. */
struct str tale_text(struct model *m, const char *key);
/* Readings of records that were drawn (engine_again.c). */
void tale_touched(struct model *m, struct tale *t, enum event_type type);
void tale_read_again(struct model *m, struct tale *t);
void tale_scored(struct model *m, struct tale *t);
void tale_read_to_its_end(struct model *m, struct tale *t);

#endif
