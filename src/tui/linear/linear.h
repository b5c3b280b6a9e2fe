/* SPDX-License-Identifier: MIT */
/*
 * The workstation as lines: one line is typed, lines are said, nothing is ever painted. For
 * screen readers, braille lines, terminals that cannot place a cursor, and pipes. The same
 * actions under the same names and keys as on the screen; an action that only moves a
 * cursor on a screen says what to type instead.
 *
 * What always holds: all text goes through lines_say, which masks it and, while locked,
 * says nothing but how to go on; every answer is sent as it is given; what writes is
 * confirmed by other words than those that asked.
 *
 * Arenas: `life` until the end, `frame` for one typed line, and one for each thing that is
 * at hand (list, case, form, steps), renewed when it is asked for again.
 */
#ifndef LOOKBACK_TUI_LINEAR_LINEAR_H
#define LOOKBACK_TUI_LINEAR_LINEAR_H

#include "lookback/cmd/keymap.h"
#include "tui/coach.h"
#include "tui/service.h"

enum { LINES_PAGE = 20, LINES_CHOICES = 64 };

/* Where one is. Each stands on the stack at most once, the start screen always below. */
enum place { PLACE_START, PLACE_LIST, PLACE_CASE, PLACE_FORM, PLACE_STEPS, PLACE_COUNT };
/* What the next line is taken for. */
enum asking {
	ASK_COMMAND,     /* what one does in this place */
	ASK_ARGUMENT,    /* what a command still needs; it goes behind `prefix` */
	ASK_WHY,         /* the reason of an answer */
	ASK_STEP_REASON, /* the reason of a step */
	ASK_CONFIRM,     /* "yes", to take a step */
	ASK_FIELD,       /* a field of a record that is being opened */
	ASK_SEND,        /* "yes", to open it */
	ASK_MINE,        /* "yes", to send an answer again that came too late */
	ASK_HANDING,     /* "yes", to let work change hands */
};
struct lines_start {
	struct arena mem;
	struct rep_home home;
	int at; /* item one is at; -1: none yet */
};
struct lines_list {
	struct arena mem, life; /* of the page; of what is listed */
	struct str expr, words; /* a filter, or a search */
	struct str view;        /* name of the saved view that it is, or empty */
	const char *order;
	struct rep_page page;
	int64_t base;  /* number of the row before the page; 0 on the first */
	int64_t total; /* -1: not known */
	int at;        /* row one is at; -1: none yet */
	struct strs marks;
};
struct lines_case {
	struct arena mem;
	struct rep_record rec;
	int section;
	bool moved; /* it was decided and is shown as it was */
};
struct lines_form {
	struct arena mem, life;
	struct str ref, name;
	struct rep_form rep;
	size_t focus;
	bool done; /* nothing is open: lines are commands */
};
/* What was answered last to a question, and before that on another case. */
struct lines_given {
	struct str question, ref, value, before; /* question: form/name */
};
struct lines_steps {
	struct arena mem, life;
	struct rep_record rec;
	size_t at;
	struct str asked; /* the line that asked; it does not confirm */
	struct str reason;
};
struct lines_sheet { /* a record that is being opened */
	struct arena mem;
	struct str type, under;
	struct rep_form form;
	struct str *values; /* as many as questions */
	size_t at;
};
struct lines_handing { /* what would change hands */
	struct arena mem;
	bool absence; /* which of the two was asked */
	struct req_share share;
	struct req_absent absent;
};
struct lines {
	struct service service;
	const struct rep_welcome *welcome;
	struct keymap keymap;
	bool ascii, read_only;
	void (*put)(void *ctx, struct str text); /* where lines go */
	/* Lines that already wait are no answer to what is asked now; NULL: they stay. */
	void (*drop)(void *ctx);
	void *put_ctx;
	struct arena life, frame;
	enum place stack[PLACE_COUNT];
	int depth;
	enum asking asking;
	struct arena waiting; /* of what is asked for */
	struct str prefix, label;
	struct buf text; /* what was typed up to a backslash at the end of a line */
	bool more;
	struct lines_start start;
	struct lines_list list;
	struct lines_case kase;
	struct lines_form form;
	struct lines_steps steps;
	struct lines_sheet sheet;
	struct lines_handing handing;
	struct {
		struct str value, reason;
	} mine;               /* the answer that came too late */
	struct strs messages; /* for `messages` */
	struct strs decided;  /* "REF: step" */
	struct {
		struct lines_given *v;
		size_t n, cap;
	} given;
	int noted;
	struct coaching coaching;
	int rows; /* that a terminal shows at once; 0: no terminal */
	bool locked, quit;
};

/* ---- lines.c ---- */
void lines_init(struct lines *l, const struct service *s, const struct rep_welcome *w);
void lines_end(struct lines *l);
MUST_USE bool lines_start(struct lines *l, struct err *e); /* says the start screen */
/* One line as it was typed, without its end. */
void lines_take(struct lines *l, struct str line);
struct str lines_prompt(struct lines *l); /* what stands before the next line */
void lines_lock(struct lines *l);
void lines_cancel(struct lines *l); /* leaves what is being asked, or the innermost place */
/* The line was cut: what is being written in a form goes to the service as it is. */
void lines_hang_up(struct lines *l);
void lines_farewell(struct lines *l);

/* ---- saying ---- */
void lines_say(struct lines *l, const char *fmt, ...) PRINTF(2, 3);
void lines_text(struct lines *l, struct str text);                   /* text of several lines */
void lines_told(struct lines *l, const char *fmt, ...) PRINTF(2, 3); /* kept for `messages` */
void lines_fail(struct lines *l, const struct err *e);

/* ---- places ---- */
enum place lines_place(const struct lines *l);
enum context lines_context(const struct lines *l);
void lines_go(struct lines *l, enum place to); /* a new case closes form and steps */
void lines_leave(struct lines *l, enum place from);
bool lines_again(struct lines *l, bool reload, struct err *e); /* says the place anew */
/* Asks for what goes behind the prefix. */
void lines_ask(struct lines *l, struct str label, struct str prefix);

/* ---- commands.c ---- */
/* Reads a line as a command: a name, or keys as they are bound and what follows them. */
MUST_USE bool lines_command(struct lines *l, struct str line, struct err *e);
/* Runs command text. */
MUST_USE bool lines_run(struct lines *l, struct str text, enum context from, struct err *e);
typedef bool (*lines_fn)(struct lines *l, struct str arg, struct err *e);
/* The function of an action, or why it has none. */
lines_fn lines_action(enum action a);
const char *lines_instead(enum action a);

/* Tables of actions: up to one without a function. */
struct lines_act {
	enum action action;
	lines_fn run;
};
extern const struct lines_act lines_any_acts[], lines_list_acts[], lines_case_acts[],
    lines_work_acts[], lines_form_acts[], lines_steps_acts[], lines_move_acts[],
    lines_register_acts[], lines_board_acts[], lines_quality_acts[], lines_past_acts[],
    lines_coach_acts[];

/* ---- list.c: start and lists ---- */
bool lines_home(struct lines *l, bool reload, struct err *e);
bool lines_home_number(struct lines *l, int64_t n, struct err *e);
/* An order that is none leaves the one there is. */
MUST_USE bool lines_list_in(struct lines *l, struct str expr, struct str order, struct err *e);
MUST_USE bool lines_view(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_save(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_drop(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_rename(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_share(struct lines *l, struct str arg, struct err *e);
bool lines_list_open(struct lines *l, struct str expr, struct str words, struct err *e);
bool lines_list_again(struct lines *l, bool reload, struct err *e);
bool lines_list_number(struct lines *l, int64_t n, struct err *e);
bool lines_list_turn(struct lines *l, bool back, struct err *e);
bool lines_list_end(struct lines *l, bool last, struct err *e); /* the first or last page */
void lines_row(struct lines *l, int64_t number, const struct part_row *r, bool marked);
/* What a command about a case is about. */
MUST_USE bool lines_meant(struct lines *l, struct strs *refs, struct err *e);

/* ---- case.c ---- */
bool lines_open(struct lines *l, struct str ref, struct str reason, struct err *e);
bool lines_case_again(struct lines *l, bool reload, struct err *e);
void lines_case_text(struct lines *l, const struct rep_record *r); /* fields and texts */
struct str lines_standing(struct arena *a, const struct rep_record *r);

/* ---- hangs.c ---- */
void lines_alert(struct lines *l, const struct part_alert *a);
void lines_hangs(struct lines *l, const struct rep_record *r); /* alerts, children, links */

/* ---- form.c ---- */
bool lines_form_open(struct lines *l, struct str ref, struct str form, struct err *e);
bool lines_form_again(struct lines *l, bool reload, struct err *e);
bool lines_form_go(struct lines *l, bool down, int64_t times);
bool lines_form_line(struct lines *l, struct str line, struct err *e);
bool lines_form_mine(struct lines *l, struct str line, struct err *e);
bool lines_form_why(struct lines *l, struct str line, struct err *e);
void lines_form_save_half(struct lines *l);
struct str lines_form_prompt(struct lines *l);

/* ---- coach.c ---- */
/* What a lesson says, when it says something else than before. */
void lines_coach(struct lines *l);
void lines_lesson(struct lines *l); /* what it says now; nothing without one */

/* ---- sheet.c ---- */
bool lines_sheet_open(struct lines *l, struct str type, struct str under, struct err *e);
bool lines_sheet_field(struct lines *l, struct str line, struct err *e);
bool lines_sheet_send(struct lines *l, struct str line, struct err *e);

/* ---- board.c ---- */
/* Says what it would be, and asks. */
bool lines_share(struct lines *l, const struct req_share *q, struct err *e);
bool lines_handing_confirm(struct lines *l, struct str line, struct err *e);

/* ---- steps.c ---- */
bool lines_steps_open(struct lines *l, struct str ref, struct str step, struct err *e);
bool lines_steps_again(struct lines *l, bool reload, struct err *e);
bool lines_steps_line(struct lines *l, struct str line, struct err *e);
bool lines_steps_reason(struct lines *l, struct str line, struct err *e);
bool lines_steps_confirm(struct lines *l, struct str line, struct err *e);

#endif
