/* SPDX-License-Identifier: MIT */
/*
 * The workstation without a terminal: keys go in, a canvas comes out. Views stand on a
 * stack; the last one has the focus. Everything a view may do to the whole is here.
 */
#ifndef LOOKBACK_TUI_APP_H
#define LOOKBACK_TUI_APP_H

#include "tui/coach.h"
#include "tui/view.h"
#include "tui/widget/field.h"

enum {
	APP_DEPTH = 24,
	APP_MESSAGES = 64,
	APP_HISTORY = 64,
	APP_MIN_ROWS = 16,
	APP_MIN_COLS = 60,
	APP_TWICE_MS = 1000, /* two of the same key within this mean more than one */
	APP_BEAT_MS = 60000,
	APP_LIVE_MS = 4000,   /* between two looks at what others did, */
	APP_AGAIN_MS = 12000, /* between two of a screen that is loaded whole for it, */
	APP_CALL_MS = 15000,  /* for alerts alone while one writes or is asked */
	APP_IDLE_MS = 1000,   /* while nobody types, */
	APP_READ_MS = 8000,   /* nor reads a message */
	APP_PAUSE_MS = 150,   /* whoever types on has not paused */
};
struct message {
	char text[1024];
	bool error;
};
struct sitting { /* what was done since the start; nothing of a case but its reference */
	int decided, noted;
	struct strs lines;
};
/* Text that was typed and left without saving; it waits where it was typed. */
struct draft {
	struct str key; /* the case, or case/form/question */
	struct buf text;
};
/* The answer given last to a question, and the one on the case before that. */
struct given {
	struct str question; /* form/question */
	struct str ref, value;
	struct str before;
};
struct app {
	struct service service;
	const struct rep_welcome *welcome;
	struct keymap keymap;
	struct typed typed; /* keys of an unfinished sequence */
	struct view *stack[APP_DEPTH];
	int depth;
	int rows, cols;
	bool ascii, calm;
	struct arena life, frame;
	struct clip clip;
	struct message messages[APP_MESSAGES]; /* a ring for M */
	int nmessages;
	bool message;        /* the last one is shown */
	struct strs history; /* of the prompt */
	struct arena looking;
	struct strs looked_for; /* words and phrases of the last search or filter */
	struct sitting sitting;
	struct {
		struct draft *v;
		size_t n, cap;
	} drafts;
	struct {
		struct given *v;
		size_t n, cap;
	} given;
	int changes;  /* grows with everything that was changed */
	int64_t now;  /* wall clock, for dates that are being typed */
	int64_t tick; /* clock that only goes forward, of the last key */
	/* What the last key cancelled: a second Esc conceals, and it is there again behind. */
	struct view *parted;           /* closed, not yet given back */
	struct view *left;             /* open, it left something within itself */
	bool escaping;                 /* the key at work is Esc */
	int64_t last_esc, last_cancel; /* ticks; 0: no such key just before */
	int64_t last_beat, last_live;
	int64_t mark; /* number of an event up to which this workstation has heard of others */
	bool live;    /* the message on the screen is of what others did */
	int64_t alerts;      /* that wait for one's roles */
	struct message owed; /* an alert that came while one wrote: said afterwards */
	bool cut;            /* the service has gone: nothing is asked unless a person asks */
	bool anew;           /* what others did has changed the screen */
	struct coaching coaching;
	bool paused; /* since the last key */
	bool locked;
	bool read_only; /* what writes is closed */
	bool quit;
	bool drop_input; /* keys that already wait are no answer to what was just opened */
	bool repaint;    /* everything, not only what differs */
};

void app_init(struct app *app, const struct service *s, const struct rep_welcome *w);
void app_end(struct app *app);
MUST_USE bool app_start(struct app *app, struct err *e); /* the start screen */
/* Asks up to where the log goes: from there on others are heard. */
void app_live_from(struct app *app);

/* ---- for the loop ---- */
void app_key(struct app *app, uint32_t key, int64_t tick);
void app_paste(struct app *app, struct str text);
void app_resize(struct app *app, int rows, int cols);
int app_room(const struct app *app);              /* rows that a view has */
bool app_too_small(const struct app *app);        /* one line says so, nothing else is done */
void app_draw(struct app *app, struct canvas *c); /* lays out, then draws */
bool app_later(struct app *app);                  /* true: paint again */
void app_lock(struct app *app);
/* The line was cut: what is being written in a form goes to the service as it is. */
void app_hang_up(struct app *app);
/* What time asks for: lock, beat. Returns milliseconds until it asks again, or -1. */
int64_t app_time(struct app *app, int64_t tick);
/* The same for what others did: asked for only while nobody types, writes or is asked. */
int64_t app_live(struct app *app, int64_t tick);

/* ---- for views ---- */
struct view *app_top(const struct app *app);
/* Makes a view and loads it; on failure it is gone and the error set. `set` fills the
 * state before loading; it may be NULL. */
struct view *app_push(struct app *app, const struct view_ops *ops,
    bool (*set)(struct view *v, const void *with, struct err *e), const void *with,
    struct err *e);
void app_pop(struct app *app);
/* In the act of cancel: this view can resume what it leaves. */
void app_leaves(struct app *app, struct view *v);
/* There is nothing to leave: it is said what closes the screen. */
void app_stays(struct app *app);
/* The new top takes the place of the first view with these ops and all above it. */
void app_replace(struct app *app, const struct view_ops *ops);
/* Closes views until one with these ops is on top; nothing when there is none. */
void app_back_to(struct app *app, const struct view_ops *ops);
/* Loads the top again if anything was changed since it was. */
bool app_fresh(struct app *app, struct err *e);
struct view *app_behind(const struct app *app, const struct view *v);
/* Runs command text in the top view. */
enum outcome app_run(struct app *app, struct str text, int count, struct err *e);
/* For an overlay on top: it goes, the text runs in what was behind it; when that fails the
 * overlay comes back and the error is its to show. False only then. */
bool app_run_behind(struct app *app, struct str text, struct err *e);
enum context app_context_behind(const struct app *app);
bool app_reload(struct app *app, struct err *e); /* the top view */
int app_foot_room(const struct app *app); /* columns of the last row before the marking */
/* A sentence with {names} of actions as the keys that they have in a context. */
struct str app_keys(
    const struct app *app, struct arena *a, enum context from, const char *text);
void app_say(struct app *app, const char *fmt, ...) PRINTF(2, 3);
void app_fail(struct app *app, const struct err *e);
/* Says in a row who did what on a record, or under it: not what they said. */
void app_tell(struct app *app, const struct part_change *c, size_t others);
/* What was searched or filtered for is marked in texts from now on. */
void app_look_for(struct app *app, struct str typed);
enum context app_context(const struct app *app);
bool app_has_right(const struct app *app, const char *right);
void app_decided(struct app *app, struct str ref, struct str what);
/* Drafts: an empty text drops one. */
void app_draft(struct app *app, struct str key, struct str text);
struct str app_draft_of(const struct app *app, struct str key);
/* Answers of this sitting; what a question got on the case before this one, or empty. */
void app_given(struct app *app, struct str question, struct str ref, struct str value);
struct str app_given_before(const struct app *app, struct str question, struct str ref);
/* Values for completion, from the top view that is no overlay. */
void app_offer(void *app, struct arena *a, enum argument arg, struct strs *out);

/* Tables of actions that are not a view's own. */
enum outcome app_act(struct app *app, const struct command *c, struct err *e);
enum outcome engine_act(struct app *app, const struct command *c, struct err *e);
enum outcome quality_act(struct app *app, const struct command *c, struct err *e);
enum outcome case_act(struct view *v, const struct command *c, struct err *e);
/* What was marked has been acted on. */
void case_unmark(struct view *v);
enum outcome danger_act(struct view *v, const struct command *c, struct err *e);
enum outcome coach_act(struct app *app, const struct command *c, struct err *e);

#endif
