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
#include "tui/page/page.h"
#include "tui/service.h"
#include "tui/timeline.h"

enum { LINES_PAGE = 20, LINES_CHOICES = 64, LINES_DEPTH = 16 };

/* Where one is. Each lies on those that led there, the start always at the bottom. */
enum place {
	PLACE_START,
	PLACE_LIST, /* of cases */
	PLACE_ROWS, /* a page, the board, a time line: numbered rows */
	PLACE_CASE,
	PLACE_FORM,
	PLACE_STEPS, /* nothing lies on it */
	PLACE_COUNT
};
/* What the next line is taken for. */
enum asking {
	ASK_COMMAND,     /* what one does in this place */
	ASK_ARGUMENT,    /* what a command still needs; it goes behind `prefix` */
	ASK_WHY,         /* the reason of an answer */
	ASK_STEP_REASON, /* the reason of a step */
	ASK_CONFIRM,     /* "yes", to take a step */
	ASK_FIELD,       /* a field of a record that is being opened */
	ASK_SEND,        /* "yes", to open it */
	ASK_MINE,        /* keep mine or take theirs: an answer came too late */
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
/* A number of the board, by which its row can be opened: "3 late". */
struct lines_cell {
	int item;
	struct str name, expr;
};
struct lines_rows {
	struct arena mem;
	struct str command; /* brings it here again */
	enum context where;
	const char *title, *empty;
	const char *about;       /* as in the request `changes`, or NULL */
	const char *const *says; /* before a cell, or NULL */
	struct rows_row *v;
	size_t n;
	struct {
		struct lines_cell *v;
		size_t n, cap;
	} cells;
	struct str ref;   /* the record that it is about, or empty */
	int from, to, at; /* items said last: from..to-1; the one that one is at, -1: none */
	struct timeline_kinds kinds;
	bool oldest, more; /* a time line from its beginning; there are more events */
	int64_t next;      /* where they begin */
};
struct lines_case {
	struct arena mem;
	struct rep_record rec;
	int section;
	bool moved; /* it was decided and is shown as it was */
	bool stale; /* something was done to it since it was read */
	struct lines_look {
		struct str words;
		int at; /* of the places where they stand; -1: none yet */
	} look;
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
/* A place that others lie on. What is at hand of each kind is in struct lines; of an outer one
 * of the same kind it waits here. */
struct lines_stop {
	enum place at;
	bool aside;
	struct lines_list list;
	struct lines_rows rows;
	struct lines_case kase;
	struct lines_form form;
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
	struct lines_stop stack[LINES_DEPTH];
	int depth;
	enum asking asking;
	struct arena waiting; /* of what is asked for */
	struct str prefix, label;
	bool called;     /* a row was called by its number: marks do not count */
	bool optional;   /* a minus alone stands for nothing */
	struct buf text; /* what was typed up to a backslash at the end of a line */
	bool more;
	struct lines_start start;
	struct lines_list list;
	struct lines_rows rows;
	struct lines_case kase;
	struct lines_form form;
	struct lines_steps steps;
	struct lines_sheet sheet;
	struct lines_handing handing;
	struct str whom; /* the person whose number stands before the command, or empty */
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
	bool form_told; /* how a form is answered */
	struct coaching coaching;
	int high, wide; /* of the terminal; 0: none */
	/* What others did is known up to these events; what one is at was read since. */
	int64_t known, heard;
	bool fresh;
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
/* Is a text asked for, which may have more lines than one? */
bool lines_wants_text(const struct lines *l);
/* The line was cut: what is being written in a form goes to the service as it is. */
void lines_hang_up(struct lines *l);
void lines_farewell(struct lines *l);

/* ---- saying ---- */
void lines_say(struct lines *l, const char *fmt, ...) PRINTF(2, 3);
void lines_text(struct lines *l, struct str text);                   /* text of several lines */
void lines_told(struct lines *l, const char *fmt, ...) PRINTF(2, 3); /* kept for `messages` */
void lines_fail(struct lines *l, const struct err *e);

/* ---- places.c ---- */
enum place lines_place(const struct lines *l);
enum context lines_context(const struct lines *l);
/* One comes to it; before what is at hand there is put in its place. */
void lines_enter(struct lines *l, enum place to);
void lines_pop(struct lines *l);                   /* back to what led here */
void lines_restart(struct lines *l);               /* back to the start; nothing stays open */
void lines_forget(struct lines *l, enum place at); /* what is at hand of that kind */
/* Says the place: whole, or (without reload) where one is in it. */
bool lines_again(struct lines *l, bool reload, struct err *e);
/* Asks for what goes behind the prefix. */
void lines_ask(struct lines *l, struct str label, struct str prefix);

/* ---- commands.c ---- */
/* Reads a line as a command: a name, or keys as they are bound and what follows them. */
MUST_USE bool lines_command(struct lines *l, struct str line, struct err *e);
/* Runs command text. */
MUST_USE bool lines_run(struct lines *l, struct str text, enum context from, struct err *e);
typedef bool (*lines_fn)(struct lines *l, struct str arg, struct err *e);
/* The function of an action, or what does it here. */
lines_fn lines_action(enum action a);
const char *lines_instead(enum action a);
/* How one comes to where an action has a meaning; NULL: one is always there. */
const char *lines_where(enum context c);

/* Tables of actions: up to one without a function. */
struct lines_act {
	enum action action;
	lines_fn run;
};
extern const struct lines_act lines_any_acts[], lines_list_acts[], lines_case_acts[],
    lines_work_acts[], lines_form_acts[], lines_steps_acts[], lines_move_acts[],
    lines_register_acts[], lines_board_acts[], lines_page_acts[], lines_rows_acts[],
    lines_past_acts[], lines_look_acts[], lines_coach_acts[];

/* ---- start.c ---- */
bool lines_home(struct lines *l, bool reload, struct err *e);
/* A number opens; with a command behind it that is done with the row instead. */
bool lines_home_number(struct lines *l, int64_t n, struct str rest, struct err *e);
/* The latest home page in the place of the one at hand; nothing is said. */
bool lines_home_quietly(struct lines *l, struct err *e);

/* ---- list.c ---- */
/* An order that is none leaves the one there is. */
MUST_USE bool lines_list_in(struct lines *l, struct str expr, struct str order, struct err *e);
MUST_USE bool lines_view(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_save(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_drop(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_rename(struct lines *l, struct str arg, struct err *e);
MUST_USE bool lines_view_share(struct lines *l, struct str arg, struct err *e);
bool lines_list_open(struct lines *l, struct str expr, struct str words, struct err *e);
bool lines_list_again(struct lines *l, bool reload, struct err *e);
bool lines_list_number(struct lines *l, int64_t n, struct str rest, struct err *e);
struct str lines_list_prompt(struct lines *l);
bool lines_list_turn(struct lines *l, bool back, struct err *e);
bool lines_list_end(struct lines *l, bool last, struct err *e); /* the first or last page */
void lines_row(struct lines *l, int64_t number, const struct part_row *r, bool marked);
/* "3 ?": the row with all its columns. */
void lines_row_whole(struct lines *l);
/* What a command about a case is about. */
MUST_USE bool lines_meant(struct lines *l, struct strs *refs, struct err *e);
/* Of a danger one tells from anywhere: else it is the case that lies beneath. */
MUST_USE bool lines_endangered(struct lines *l, struct strs *refs, struct err *e);

/* ---- rows.c ---- */
/* One comes to these rows, which are said; what brought them here before is replaced. */
void lines_rows_open(struct lines *l, struct lines_rows *fresh);
void lines_rows_again(struct lines *l);
struct str lines_rows_prompt(struct lines *l);
bool lines_rows_number(struct lines *l, int64_t n, struct str rest, struct err *e);
bool lines_rows_turn(struct lines *l, bool back, struct err *e);
bool lines_rows_go(struct lines *l, int to, struct err *e); /* to an item, which is said */
int lines_rows_items(const struct lines_rows *r);
int64_t lines_rows_numbered(const struct lines *l, int item); /* its number */
const struct rows_row *lines_rows_at(const struct lines *l);  /* NULL: none yet */
/* More events of a time line; what was said stays where it is. */
bool lines_past_more(struct lines *l, struct err *e);
bool lines_past_again(struct lines *l, struct err *e);

/* ---- look.c ---- */
struct str lines_sentence(struct str text, size_t at); /* the sentence that a byte stands in */
void lines_terms(struct lines *l, const struct rep_record *r); /* key terms that it holds */

/* ---- live.c ---- */
/* What others did to what one is at, since the last time that it was asked. */
void lines_live(struct lines *l);

/* ---- case.c ---- */
bool lines_open(struct lines *l, struct str ref, struct str reason, struct err *e);
bool lines_open_at(struct lines *l, struct str ref, int section, struct err *e);
/* The case at hand as it is now; nothing is said. */
bool lines_case_quietly(struct lines *l, struct err *e);
void lines_section(struct lines *l);
bool lines_case_again(struct lines *l, bool reload, struct err *e);
void lines_case_text(struct lines *l, const struct rep_record *r); /* fields and texts */
struct str lines_standing(struct arena *a, const struct rep_record *r);

/* ---- hangs.c ---- */
void lines_alert(struct lines *l, const struct part_alert *a);
void lines_hangs(struct lines *l, const struct rep_record *r); /* alerts, children, links */

/* ---- form.c ---- */
bool lines_form_open(struct lines *l, struct str ref, struct str form, struct err *e);
bool lines_form_again(struct lines *l, bool reload, struct err *e);
bool lines_form_quietly(struct lines *l, struct err *e);
/* Adds to the reason of the question one is at. */
bool lines_form_quote(struct lines *l, struct str text, struct err *e);
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
