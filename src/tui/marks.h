/* SPDX-License-Identifier: MIT */
/*
 * Words to be marked in texts: those that were looked for and the key terms of the pack.
 * A mark is a range of the text itself, so rows that are slices of the text find theirs
 * again however it is wrapped.
 */
#ifndef LOOKBACK_TUI_MARKS_H
#define LOOKBACK_TUI_MARKS_H

#include "tui/canvas.h"

struct mark {
	const char *from, *to;
	enum role role;
};
struct marks {
	struct mark *v;
	size_t n, cap;
};

/* Phrases made ready to be looked for; they last as long as the arena. */
struct phrases {
	struct phrase *v;
	size_t n;
};
struct phrases phrases_read(struct arena *a, struct strs texts);

/* Adds a mark wherever one of the phrases stands: its words side by side, folded; with a
 * last '*' the last word may go on. */
void marks_find(struct arena *a, struct str text, const struct phrases *phrases, enum role role,
    struct marks *out);
/* Of the marks that share bytes with the text, one of the highest role; NULL for none. */
const struct mark *marks_on(const struct marks *m, struct str text);
/* What was typed, with every word that is not in quotes as one that may go on. */
struct str marks_beginnings(struct arena *a, struct str typed);
/* The phrases of what was typed to search: words, "phrases in quotes", and the values of an
 * expression's conditions on texts; a negated one marks nothing. */
void marks_phrases(struct arena *a, struct str typed, struct strs *out);

#endif
