/* SPDX-License-Identifier: MIT */
/*
 * A form as the screen holds it. One question has the focus and is shown whole; the
 * others are one row each. Single keys are commands except while something is written.
 *
 * There are two panes: the case to read (source.h) and the questions. On a wide screen both
 * are shown, on a narrow one that which has the keys; each keeps its place.
 */
#ifndef LOOKBACK_TUI_VIEW_FORM_H
#define LOOKBACK_TUI_VIEW_FORM_H

#include "tui/view/source.h"

enum form_mode {
	FORM_ASK,    /* keys answer the question in focus */
	FORM_PICK,   /* a cursor goes over its choices */
	FORM_WRITE,  /* its text is written */
	FORM_REASON, /* the reason for its answer is written */
};
enum { FORM_CHOICES = 64, FORM_HEAD = 2 };

struct form {
	struct str ref, name; /* which form of which record */
	struct rep_form rep;
	size_t focus;     /* index of a question */
	struct str saved; /* name of the question saved last */
	enum form_mode mode;
	struct {
		enum form_mode mode;
		bool reading, looking;
	} left;               /* by the last cancel */
	struct field field;   /* while something is written */
	struct arena writing; /* of the field, renewed each time */
	size_t pick;          /* FORM_PICK: choice under the cursor */
	bool chosen[FORM_CHOICES];
	bool reading; /* the case has the keys (and, when narrow, the screen) */
	struct pane pane;
	/* Rows of the pane where the field is drawn (rows 0: none), and how wide it is. */
	int slot, slot_rows, slot_cols;
	int pick_row; /* row of the choice under the cursor */
};

/* An answer that was not saved, because somebody was quicker. */
struct form_mine {
	struct str ref, question, value, reason;
	int64_t since; /* number of an event up to which the case was known */
};
/* It beside what stands there now: on the screen above the form. */
bool differ_open(struct app *app, const struct form_mine *mine, struct err *e);
/* It is sent again, to the form as it is now; or given up, with its draft. */
bool form_send_mine(struct view *v, const struct form_mine *mine, struct err *e);
void form_drop_mine(struct view *v, struct str question);
const struct part_question *form_called(const struct rep_form *r, struct str question);
/* A value for people, by the labels of its choices. */
struct str form_words(struct arena *a, const struct part_question *q, struct str value);

/* The question in focus; NULL when there is none. */
const struct part_question *form_question_of(const struct form *f);
/* The next shown question from `from` on (by +1 or -1), or `from` itself. */
size_t form_step(const struct form *f, size_t from, int by);
/* Behind `from`: first one without an answer, then one that keeps the form incomplete. */
bool form_open_question(const struct form *f, size_t from, size_t *at);
/* The next question from behind `from`, all round, without which the form is not complete. */
bool form_required_question(const struct form *f, size_t from, size_t *at);
bool form_is_choice(const struct part_question *q);
bool form_is_many(const struct part_question *q);
/* Is the choice part of the answer? */
bool form_has(const struct part_question *q, struct str code);
/* The key that chooses the nth choice: y n u, a digit, in FORM_PICK also letters; 0: none. */
char form_key(const struct part_question *q, size_t choice, bool picking);
/* Where text of the question in focus waits that was not saved: its answer or its reason. */
struct str form_draft_key(struct arena *a, const struct form *f, bool reason);

/* Laying out and drawing. */
void form_layout(struct view *v);
void form_draw(const struct view *v, struct canvas *c);

/* Reading the case beside the form, in form_read.c. */
enum outcome form_act_read(struct view *v, const struct command *c, struct err *e);
enum outcome form_act_back(struct view *v, const struct command *c, struct err *e);
enum outcome form_act_case(struct view *v, const struct command *c, struct err *e);
enum outcome form_act_quote(struct view *v, const struct command *c, struct err *e);

/* Answering, in form_answer.c. */
extern const struct act form_acts[];
bool form_may_answer(const struct view *v, struct err *e);
/* Sends value and reason of the question in focus; the reply becomes the form. */
bool form_send(struct view *v, struct str value, struct str reason, struct err *e);
/* Somebody changed the case first: the form comes anew, and what was answered beside it. */
void form_quicker(struct view *v, const struct req_answer *ask, struct err *e);
/* Where the focus goes after an answer: to its reason, or on to what is still open. */
void form_advance(struct view *v, bool stay);

/* Writing, in form_write.c. */
void form_write(struct view *v, enum form_mode mode);
/* Leaves writing or picking; what was written and not saved becomes a draft. */
void form_leave(struct view *v);
struct field *form_field(struct view *v);
void form_hang_up(struct view *v);
void form_resume(struct view *v);
enum outcome form_act_reason(struct view *v, const struct command *c, struct err *e);
enum outcome form_act_accept(struct view *v, const struct command *c, struct err *e);
enum outcome form_act_cancel(struct view *v, const struct command *c, struct err *e);

#endif
