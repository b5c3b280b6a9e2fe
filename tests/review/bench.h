/* SPDX-License-Identifier: MIT */
/*
 * A review to test with: a real database in a folder of its own, a clock that stands until
 * it is moved, people of every role, applications that came in through the ordinary import.
 * Requests go in process, each as the service would do it: a round, a savepoint, the use
 * case, the refusal in the log when the rules said no.
 */
#ifndef TESTS_REVIEW_BENCH_H
#define TESTS_REVIEW_BENCH_H

#include <check.h>

#include "lookback/base/io.h"
#include "lookback/wire/wire.h"
#include "review/desk.h"
#include "review/extract.h"

struct bench {
	struct arena arena; /* replies live here until bench_close */
	struct arena kept;
	struct review *rv;
	char dir[64], path[96];
	int64_t now;
	struct str session; /* of the next requests */
	bool owner;         /* the peer owns the file */
	const uint8_t *id;  /* request id of the next request; used once */
	int fd;
	progress_fn progress; /* with the bench as its ctx */
};
struct bench_user {
	const char *name, *roles, *staff;
};
struct bench_how {
	int applications;
	const char *csv;            /* instead of made-up applications; NULL: those */
	const char *file;           /* of the pack; NULL: review.yaml */
	const char *find, *replace; /* in it */
	/* Another pack with other people; NULL: the usual ones. */
	void (*files)(struct arena *a, struct source *out);
	const struct bench_user *users;
	size_t nusers;
};
/* Accounts: admin (owner); i01 intake; t01..t05 triage officers; r01..r05 reviewers;
 * s01..s03 supervisors; m01 triage officer, reviewer and supervisor; n01 researcher;
 * a01 auditor; h07 triage officer whose staff code H07 is an original handler. */
struct bench *bench_open(struct bench_how how);
struct bench *bench_new(int applications);
void bench_close(struct bench *b);
void bench_reopen(struct bench *b);
/* A round around calls that are no request, as the service would have one. */
struct desk bench_begin(struct bench *b, const char *who);
void bench_end(struct bench *b);
/* The pack the bench uses, with its change. */
void bench_pack(struct arena *a, struct bench_how how, struct source *out);

/* One function a request: ask_next(b, "r01", &q, &r, &e). */
#define BENCH_R(name, no, reply, says)                                                         \
	bool ask_##name(struct bench *b, const char *who, const struct req_##name *q,          \
	    struct rep_##reply *r, struct err *e);
WIRE_REQUESTS(BENCH_R)
#undef BENCH_R

/* The same for the usual cases, which must go well. */
struct rep_record bench_next(struct bench *b, const char *who);
struct rep_record bench_show(struct bench *b, const char *who, struct str ref);
void bench_claim(struct bench *b, const char *who, struct str ref);
struct rep_moved bench_decide(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers);
/* Takes it, answers all of triage (low risk) and moves it on green. */
void bench_triage(struct bench *b, const char *who, struct str ref);
extern const char *const bench_low; /* JSON answers of a low-risk triage */

/* Answers, with reasons, that make the forms of a state complete. */
struct json *bench_answers(struct bench *b, struct str state);
int64_t bench_count(struct bench *b, const char *who, const char *expr);

int64_t bench_head(struct bench *b); /* number of the last event */
/* Nothing is found by a full verification. */
void bench_verify(struct bench *b);
/* Events of a type on a record (NULL: any), newest last. */
struct event_rows bench_events(struct bench *b, const char *type, const char *record);
struct json *bench_json(struct bench *b, const char *text);
struct json *bench_body(struct bench *b, const struct event_row *ev);

/* Imports a text as a file. */
bool bench_import(
    struct bench *b, const char *csv, bool dry_run, struct rep_batch *r, struct err *e);
int bench_file(const char *text, size_t n); /* an open, unnamed file */

bool has(struct str text, const char *part); /* and says both when not */
bool says(const struct err *e, enum err_kind kind, const char *part);
/* All of them in one suite; loops are added by hand. */
#define COUNT(v) (sizeof(v) / sizeof((v)[0]))
Suite *bench_suite(const char *name, const TTest *const *tests, size_t n);
#define ok(call) ck_assert_msg((call), "%s", e.text)

#endif
