/* SPDX-License-Identifier: MIT */
/*
 * Bytes of a terminal become keys and pasted text. Pure: bytes go in, events come out; a
 * sequence that is not complete waits until more comes or the caller says that the moment
 * is over (a lone Esc). Unknown sequences and invalid UTF-8 are dropped, never typed. What
 * comes between the brackets of a paste is text, whatever it is.
 */
#ifndef LOOKBACK_TUI_DECODE_H
#define LOOKBACK_TUI_DECODE_H

#include "lookback/cmd/key.h"
#include "lookback/base/arena.h"

enum { DECODE_SEQUENCE = 16, DECODE_EXTRA = 40, DECODE_PASTE_MAX = 1 << 16 };
struct sequence {
	char bytes[DECODE_SEQUENCE];
	uint32_t key;
};
struct decoder {
	struct sequence extra[DECODE_EXTRA]; /* what this terminal sends, beside the usual */
	int nextra;
	struct arena mem;
	struct buf in; /* not yet decoded */
	size_t at;
	struct buf paste;
	bool pasting;
};
enum event_kind { EVENT_NONE, EVENT_KEY, EVENT_PASTE };
struct event {
	enum event_kind kind;
	uint32_t key;
	struct str paste; /* valid until the next call */
};

void decode_init(struct decoder *d);
void decode_clear(struct decoder *d);
void decode_extra(struct decoder *d, const char *bytes, uint32_t key);
void decode_feed(struct decoder *d, const char *p, size_t n);
/* The next event. With `over`, what is left of a sequence is taken as it is, and a paste whose
 * closing bracket was lost ends. EVENT_NONE when
 * there is none; decode_waits then says whether bytes wait for more. */
struct event decode_next(struct decoder *d, bool over);
bool decode_waits(const struct decoder *d);
void decode_drop(struct decoder *d); /* what waits is forgotten */

#endif
