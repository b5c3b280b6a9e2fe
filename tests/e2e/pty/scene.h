/* SPDX-License-Identifier: MIT */
/*
 * Where a scenario plays: a training review of 60 applications, made once a suite by the
 * program itself and copied for every test, so no test sees what another one did. Beside it
 * the command line, for what a scenario has to know that the screen does not say. Accounts are
 * those of every training review: r01 to r45 triage and review, s1 signs off, v1 audits; the
 * owner administers and reads no case.
 */
#ifndef LOOKBACK_TESTS_SCENE_H
#define LOOKBACK_TESTS_SCENE_H

#include <check.h>

#include "lookback/base/arena.h"
#include "lookback/base/json.h"
#include "support/proc.h"
#include "support/pty.h"

struct scene {
	struct arena arena;
	char dir[128], db[160];
};

/* A case of a suite whose tests begin with scene_open. */
TCase *scene_case(Suite *s, const char *name);
struct scene scene_open(void);

/* The command line, as an account. */
struct said scene_said(struct scene *s, const char *as, const char *const *args);
#define SAID(s, as, ...) scene_said(s, as, (const char *const[]){__VA_ARGS__, NULL})
/* The same; the test fails unless it succeeded. Without the newline at the end. */
struct str scene_told(struct scene *s, const char *as, const char *const *args);
#define TOLD(s, as, ...) scene_told(s, as, (const char *const[]){__VA_ARGS__, NULL})

/* Events of a record, each as JSON. */
struct events {
	struct json **v;
	size_t n, cap;
};
struct events scene_log(struct scene *s, const char *ref);
/* Two ways of working did the same to a case, whatever they looked at on the way. */
void scene_same_acts(struct scene *x, struct scene *y, const char *ref);
/* A file in the folder of the scene. */
const char *scene_file(struct scene *s, const char *name, struct str text);

/* The workstation on it. how->argv is not looked at; how may be NULL. */
struct pty *scene_desk(struct scene *s, const char *as, const struct pty_how *how);
/* A key that means nothing anywhere, and the word about it: what was typed before it has been
 * done, and is painted. */
void scene_settle(struct pty *p);
/* The screen as it is now, in the arena of the scene. */
struct str scene_screen(struct scene *s, struct pty *p);
/* Waits until the screen is this one, cell for cell. */
void scene_expect(struct pty *p, struct str screen);
/* The first reference on the screen. */
const char *scene_ref(struct scene *s, struct pty *p);
/* A low-risk triage: for each question the key that answers it, what is saved then, and how
 * the guidance begins that the screen shows while the question has the focus. */
enum { TRIAGE = 12 };
struct triage {
	const char *question, *key, *answer, *help;
};
extern const struct triage scene_triage[TRIAGE];
/* Types the answers from one question up to another; waits for each to be saved. */
void scene_answer(struct pty *p, int from, int to);
/* From any screen to a case just served and its form. Returns the reference. */
const char *scene_form(struct scene *s, struct pty *p);
/* The next case, sorted as low risk by r01 and closed unread by s1. Returns the reference. */
const char *scene_set_aside(struct scene *s);
/* The first n of them are saved for a case, and no more. */
void scene_answers_are(struct scene *s, const char *ref, int n);

/* Where a text stands last in bytes that may hold NUL; n when it does not. */
size_t scene_last(const char *bytes, size_t n, const char *text);

#endif
