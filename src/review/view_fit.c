/* SPDX-License-Identifier: MIT */
/*
 * A record within one message. Most are a tenth of it; only then is the reply encoded to
 * be measured. History goes first (the log has all of it), then old notes, then the ends
 * of the longest texts, each with a word about what is missing.
 */
#include "lookback/wire/wire.h"
#include "review/view.h"
#include "review/words.h"

enum { FIT = WIRE_MAX - WIRE_HEAD - 512, HISTORY_KEPT = 8, NOTES_KEPT = 4, TEXT_KEPT = 2000 };

static size_t rough(const struct rep_record *r)
{
	size_t n = 4096;

	for (size_t i = 0; i < r->fields.n; i++)
		n += 2 * r->fields.v[i].value.n + 160;
	for (size_t i = 0; i < r->texts.n; i++)
		n += r->texts.v[i].text.n + 80;
	for (size_t i = 0; i < r->answers.n; i++)
		n += r->answers.v[i].label.n + r->answers.v[i].value.n * 2 +
		     r->answers.v[i].reason.n + 200;
	for (size_t i = 0; i < r->steps.n; i++)
		n += 1000;
	for (size_t i = 0; i < r->notes.n; i++)
		n += r->notes.v[i].text.n + 120;
	for (size_t i = 0; i < r->history.n; i++)
		n += r->history.v[i].text.n + 240;
	return n;
}

static size_t exact(struct arena *a, const struct rep_record *r)
{
	struct arena_mark m = arena_mark(a);
	struct buf b = buf_in(a);
	size_t n;

	wire_body(a, MSG_R_record, r, &b);
	n = b.n;
	arena_back(a, m);
	return n;
}

static bool cut_texts(struct arena *a, struct rep_record *r)
{
	bool cut = false;

	for (size_t i = 0; i < r->texts.n; i++) {
		struct str *t = &r->texts.v[i].text;
		size_t all = t->n;
		if (all <= TEXT_KEPT)
			continue;
		*t = words_cut(a, *t, all / 2);
		*t = arena_printf(
		    a, "%.*s\n[%zu of %zu bytes are shown]", STR_ARG(*t), t->n, all);
		cut = true;
	}
	return cut;
}

static bool cut_notes(struct arena *a, struct rep_record *r)
{
	bool cut = false;

	for (size_t i = 0; i < r->notes.n; i++) {
		cut |= r->notes.v[i].text.n > TEXT_KEPT;
		r->notes.v[i].text = words_cut(a, r->notes.v[i].text, TEXT_KEPT);
	}
	return cut;
}

void view_fit(struct arena *a, struct rep_record *r)
{
	if (rough(r) < VIEW_ROOM)
		return;
	while (exact(a, r) > FIT) {
		if (r->history.n > HISTORY_KEPT)
			r->history.n /= 2;
		else if (r->notes.n > NOTES_KEPT)
			r->notes.n /= 2;
		else if (!cut_texts(a, r) && !cut_notes(a, r))
			break;
	}
}
