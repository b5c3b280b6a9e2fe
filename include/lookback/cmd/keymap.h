/* SPDX-License-Identifier: MIT */
/*
 * Which keys do what: context + sequence of keys -> command text. The defaults come from
 * the table of actions; settings add rows or take keys away (empty command). The last
 * row for a sequence counts.
 */
#ifndef LOOKBACK_CMD_KEYMAP_H
#define LOOKBACK_CMD_KEYMAP_H

#include "lookback/cmd/cmd.h"
#include "lookback/cmd/key.h"

struct binding {
	enum context where;
	uint32_t keys[KEYS_MAX];
	int n;
	struct str command; /* empty: the keys were taken away */
	enum action act;    /* what the command is */
};
struct keymap {
	struct binding *v;
	size_t n, cap;
};
/* Its keys as they are written in settings: "gr". */
struct str binding_written(struct arena *a, const struct binding *b);
void keymap_defaults(struct arena *a, struct keymap *m);
MUST_USE bool keymap_bind(struct arena *a, struct keymap *m, enum context where,
    struct str keys, struct str command, struct err *e);
/* Can the keys be typed there as they are now bound? ERR_INPUT says what is in the way: they
 * hide other keys, or take a character away where text is written. */
MUST_USE bool keymap_fits(struct arena *a, const struct keymap *m, enum context where,
    struct str keys, struct err *e);
/* An action of a context without a prompt for names that no key runs any more. */
enum action keymap_orphan(const struct keymap *m, enum context where);

enum match {
	MATCH_NONE, /* no sequence begins like this */
	MATCH_MORE, /* one does; wait for the next key */
	MATCH_FULL, /* this is one */
};
/* In the context and those behind it; the nearest context that knows the keys decides. */
enum match keymap_find(const struct keymap *m, enum context from, const uint32_t *keys, int n,
    struct str *command);

/* Keys typed so far: a count, the beginning of a sequence. */
struct typed {
	uint32_t keys[KEYS_MAX];
	int n;
	int count;
};
/* One more key. MATCH_FULL sets the command and its count and begins anew; MATCH_NONE begins
 * anew. Digits are counts where they are not bound. */
enum match keymap_type(const struct keymap *m, enum context from, struct typed *t, uint32_t key,
    struct str *command, int *count);
void typed_show(struct arena *a, const struct typed *t, struct str *out);

/* The keys that run an action from a context, written, shortest first: "j <Down>". Empty when
 * it has none there. */
struct str keymap_keys(
    struct arena *a, const struct keymap *m, enum context from, enum action act);
/* Only the first of them. */
struct str keymap_key(
    struct arena *a, const struct keymap *m, enum context from, enum action act);

/* What a key that does nothing in a context does elsewhere, as a sentence; false when no other
 * screen knows it. */
bool keymap_elsewhere(struct arena *a, const struct keymap *m, enum context from,
    const uint32_t *keys, int n, struct str *says);

/* "{next} serves the next case" with the key that the action has there, or :next without one. */
struct str keymap_says(
    struct arena *a, const struct keymap *m, enum context from, const char *text);

/* Hints for the bar: "n next  ? help", as many as fit into the columns. */
struct hint {
	struct str key;
	const char *name;
	enum action act;
};
struct hints {
	struct hint *v;
	size_t n, cap;
};
void keymap_hints(
    struct arena *a, const struct keymap *m, enum context from, int columns, struct hints *out);

/* Help: sections in the order they matter in a context, rows with live keys. */
struct help_row {
	struct str section; /* heading, only on the first row of a section */
	struct str keys;    /* may be empty: the name can still be typed */
	struct str usage;   /* name and argument */
	const char *says;
	bool writes;
	enum context where; /* what the action belongs to */
	enum action action;
};
struct help {
	struct help_row *v;
	size_t n, cap;
};
void keymap_help(struct arena *a, const struct keymap *m, enum context from, struct help *out);
/* Every action once, by the contexts in their order: what the manual and docs/KEYS.md say. */
void keymap_reference(struct arena *a, const struct keymap *m, struct help *out);
/* A card of keys to print: one page of 80 columns. */
void keymap_card(struct arena *a, const struct keymap *m, struct buf *out);
/* The reference of docs/KEYS.md as Markdown tables. */
void keymap_document(struct arena *a, const struct keymap *m, struct buf *out);

#endif
