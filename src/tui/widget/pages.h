/* SPDX-License-Identifier: MIT */
/*
 * A long list of which a few pages are held: pages come one by one, by the cursors the
 * service gives, so that a million rows cost what forty do. The cursor stays on its
 * record when the rows are asked for again.
 */
#ifndef LOOKBACK_TUI_WIDGET_PAGES_H
#define LOOKBACK_TUI_WIDGET_PAGES_H

#include "lookback/wire/messages.h"
#include "tui/widget/pane.h"

enum { PAGES_HELD = 6 };
struct page_ask {
	struct str after, before;
	bool last;
};
struct page_held {
	struct arena mem;
	struct page_ask ask;
	struct rep_page rep;
};
typedef bool (*page_fetch_fn)(void *ctx, struct arena *a, const struct page_ask *ask,
    struct rep_page *out, struct err *e);
struct pages { /* zeroed: nothing yet */
	page_fetch_fn fetch;
	void *ctx;
	struct page_held v[PAGES_HELD];
	int n;
	int64_t base;  /* rows before the first one held; -1: not known */
	int64_t total; /* of the whole list; -1: not known */
	int rows;      /* held */
	int cursor, top, height;
};

void pages_init(struct pages *p, page_fetch_fn fetch, void *ctx);
void pages_clear(struct pages *p);
/* From the beginning; or the page under the cursor again. Nothing changes on failure. */
MUST_USE bool pages_first(struct pages *p, struct err *e);
MUST_USE bool pages_again(struct pages *p, struct err *e);
MUST_USE bool pages_move(struct pages *p, enum motion m, int count, struct err *e);
/* Another row in the place of the one of its record; false when none is held. */
bool pages_put(struct pages *p, const struct part_row *row);
/* Is there no row but those held? */
bool pages_whole(const struct pages *p);
void pages_layout(struct pages *p, int height);
void pages_count(struct pages *p, int64_t total);
void row_copy(struct arena *a, const struct part_row *from, struct part_row *to);
const struct part_row *pages_row(const struct pages *p, int i); /* NULL outside */
struct str pages_explain(const struct pages *p);
struct str pages_hint(const struct pages *p); /* of an empty list */

#endif
