/* SPDX-License-Identifier: MIT */
/* Numbers, instants and bands as the screens write them. */
#ifndef LOOKBACK_TUI_WORDS_H
#define LOOKBACK_TUI_WORDS_H

#include "lookback/wire/messages.h"
#include "tui/canvas.h"

struct str words_count(struct arena *a, int64_t n);        /* 3,778 */
struct str words_instant(struct arena *a, struct str utc); /* 21 Nov 2026 18:04 */
struct str words_list(struct arena *a, struct strs list, const char *between);
/* Bands are told by their mark; a colour only follows it. */
enum role words_band_role(struct str mark);
struct str words_band(struct arena *a, struct str mark, struct str name); /* "! Red" */
struct str words_first_line(struct str text);
/* State, deadline, holder, rank of a case: one line, without its band. */
struct str words_standing(struct arena *a, const struct rep_record *r);
/* see narrative: "..."; quotation marks in the text become apostrophes. */
struct str words_quote(struct arena *a, struct str of, struct str text);
/* "DVDS-15-1: ann answered, 10:42", and whether there is more than that. */
struct str words_change(struct arena *a, const struct part_change *c, size_t others);
/* The form named; else the one worked on in this state; else any with answers. */
struct str words_form_meant(const struct rep_record *r, struct str name);
/* "ann,bob": accounts; "-" is nobody. */
void words_accounts(struct arena *a, struct str text, struct strs *out);

#endif
