/* SPDX-License-Identifier: MIT */
/*
 * A view is a screen or an overlay: a constant table of functions and some state. Nothing
 * is painted while deciding, nothing decided while painting: draw takes a constant view.
 *
 * Arenas of a view: `life` until it is closed, `data` until it is loaded again, `frame`
 * until it is laid out again. Nothing in a longer one points into a shorter one.
 */
#ifndef LOOKBACK_TUI_VIEW_H
#define LOOKBACK_TUI_VIEW_H

#include "lookback/cmd/keymap.h"
#include "tui/service.h"
#include "tui/widget/pane.h"

struct app;
struct field;
struct view;

enum outcome {
	OUTCOME_IGNORED, /* not mine: ask the next table */
	OUTCOME_DONE,
	OUTCOME_FAILED,     /* the error says why; nothing changed */
	OUTCOME_RELOAD,     /* done, and what is shown has changed at the service */
	OUTCOME_POP,        /* done, close this view */
	OUTCOME_POP_RELOAD, /* close it and load the one behind it again */
};
typedef enum outcome (*act_fn)(struct view *v, const struct command *c, struct err *e);
struct act {
	enum action action;
	act_fn run;
};
struct status { /* of the first row */
	struct str view, place;
};

/* What others did on the records of a screen, as heard while nobody types. */
enum heard {
	HEARD_NOTHING, /* that is shown here */
	HEARD_SHOWN,   /* the screen has changed in its place */
	HEARD_GONE,    /* what the view is about is not there any more: it closes */
};
struct view_ops {
	const char *name;
	enum context context;
	size_t state;           /* bytes of state, zeroed */
	bool overlay;           /* what is behind it shows around it */
	bool bare;              /* the whole screen: no status, hints or marking */
	const struct act *acts; /* up to one with ACT_NONE */
	/* All of these may be NULL. */
	bool (*load)(struct view *v, struct err *e); /* asks the service */
	void (*layout)(struct view *v);              /* v->rect has the place */
	void (*draw)(const struct view *v, struct canvas *c);
	bool (*move)(struct view *v, enum motion m, int count, struct err *e);
	enum context (*where)(const struct view *v); /* instead of context */
	/* A key of its own, before all bindings (keys that a pack gives): command text. */
	bool (*hot)(const struct view *v, uint32_t key, struct arena *a, struct str *command);
	/* What is written into, when the context writes. */
	struct field *(*field)(struct view *v);
	/* Text typed or pasted, where more is to be done than to put it into the field. */
	enum outcome (*typed)(struct view *v, struct str text, struct err *e);
	void (*status)(const struct view *v, struct status *s);
	bool (*later)(struct view *v); /* after painting, when no key waits: true: paint */
	bool pauses; /* it waits until nothing was typed for a moment (APP_PAUSE_MS) */
	void (*offer)(
	    const struct view *v, struct arena *a, enum argument arg, struct strs *out);
	void (*refs)(const struct view *v, struct arena *a, struct strs *out); /* cases meant */
	/* What of the service is on the screen: fills refs, about, and what else is asked. */
	void (*watch)(const struct view *v, struct arena *a, struct req_changes *q);
	/* The rows, which are held where they stand while others change them (view_again). */
	struct pane *(*pane)(struct view *v);
	/* Instead of that: takes over itself, without moving anything under the hand. */
	enum heard (*hear)(struct view *v, const struct rep_changes *r);
	void (*resume)(struct view *v);  /* takes back what the last key cancelled */
	void (*hang_up)(struct view *v); /* save what is being written, if it can be */
	void (*closed)(struct view *v);  /* gives back what is not in its arenas */
};
struct view {
	const struct view_ops *ops;
	struct app *app;
	struct arena life, data, frame;
	struct rect rect;
	int seen;      /* app.changes when it was loaded */
	int64_t known; /* number of an event up to which it shows what others did */
	int64_t again; /* tick at which it was last loaded again because of others */
	bool holds;    /* it is being loaded so: rows stay where they are, also those gone */
	struct {
		size_t n;
		struct str first;
	} came; /* new rows of that load, as the first is called */
	void *state;
};

#endif
