/* SPDX-License-Identifier: MIT */
/*
 * A record within one message. Most are a tenth of it; only then is the reply encoded to
 * be measured. History goes first (the log has all of it), then old notes, then what hangs
 * on it (lists have all of it), then the ends of the longest texts (their forms have answers
 * whole), with a word about what is missing.
 */
#include "lookback/wire/wire.h"
#include "review/view.h"
#include "review/words.h"

enum {
	FIT = WIRE_MAX - WIRE_HEAD - 512,
	ROUGHLY = FIT / 3, /* bytes that fit whatever has to be escaped in them */
	HISTORY_KEPT = 8,
	NOTES_KEPT = 4,
	HANGING_KEPT = 8,
	TEXT_MOST = 32 << 10,
	TEXT_KEPT = 2000,
	ANSWER_KEPT = 300
};

static size_t rough(const struct rep_record *r)
{
	size_t n = 4096;

	for (size_t i = 0; i < r->fields.n; i++)
		n += 2 * r->fields.v[i].value.n + 160;
	for (size_t i = 0; i < r->texts.n; i++)
		n += r->texts.v[i].text.n + 80;
	for (size_t i = 0; i < r->leads.n; i++)
		for (size_t k = 0; k < r->leads.v[i].under.n; k++)
			n += r->leads.v[i].under.v[k].text.n + 300;
	for (size_t i = 0; i < r->answers.n; i++)
		n += r->answers.v[i].label.n + r->answers.v[i].value.n * 2 +
		     r->answers.v[i].reason.n + 200;
	for (size_t i = 0; i < r->steps.n; i++)
		n += 1000;
	for (size_t i = 0; i < r->notes.n; i++)
		n += r->notes.v[i].text.n + 120;
	for (size_t i = 0; i < r->history.n; i++)
		n += r->history.v[i].text.n + 240;
	for (size_t i = 0; i < r->alerts.n; i++)
		n += r->alerts.v[i].text.n + r->alerts.v[i].acked_text.n + 500;
	for (size_t i = 0; i < r->links.n; i++)
		n += r->links.v[i].reason.n + 340;
	return n + 500 * r->children.n + 300 * r->openings.n + 240 * r->clocks.n;
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

/* The first `max` bytes of each text, from the texts as they were. */
static void cut_texts(
    struct arena *a, const struct part_text *whole, size_t max, struct rep_record *r)
{
	for (size_t i = 0; i < r->texts.n; i++) {
		struct str cut = whole[i].text;
		if (cut.n <= max)
			continue;
		cut = say_cut(a, cut, max);
		r->texts.v[i].text = arena_printf(a, "%.*s\n[the first %zu of %zu bytes]",
		    STR_ARG(cut), cut.n, whole[i].text.n);
	}
}

static struct part_text *copy_texts(struct arena *a, const struct rep_record *r)
{
	struct part_text *copy = arena_new(a, struct part_text, r->texts.n);

	for (size_t i = 0; i < r->texts.n; i++)
		copy[i] = r->texts.v[i];
	return copy;
}

static bool cut_one(struct arena *a, struct str *s, size_t max)
{
	bool cut = s->n > max;

	*s = say_cut(a, *s, max);
	return cut;
}

static bool cut_notes(struct arena *a, struct rep_record *r)
{
	bool cut = false;

	for (size_t i = 0; i < r->notes.n; i++)
		cut |= cut_one(a, &r->notes.v[i].text, TEXT_KEPT);
	return cut;
}

static bool cut_answers(struct arena *a, struct rep_record *r)
{
	bool cut = false;

	for (size_t i = 0; i < r->answers.n; i++) {
		cut |= cut_one(a, &r->answers.v[i].value, ANSWER_KEPT);
		cut |= cut_one(a, &r->answers.v[i].text, ANSWER_KEPT);
		cut |= cut_one(a, &r->answers.v[i].reason, ANSWER_KEPT);
	}
	return cut;
}

/* The longest of what hangs on the record is made shorter by half. */
static bool cut_hanging(struct rep_record *r)
{
	size_t most = r->children.n;

	if (r->alerts.n > most)
		most = r->alerts.n;
	if (r->links.n > most)
		most = r->links.n;
	if (most <= HANGING_KEPT)
		return false;
	if (r->children.n == most)
		r->children.n /= 2;
	else if (r->alerts.n == most)
		r->alerts.n /= 2;
	else
		r->links.n /= 2;
	return true;
}

void view_fit(struct arena *a, struct rep_record *r)
{
	const struct part_text *whole;
	size_t max = TEXT_MOST;

	if (rough(r) < ROUGHLY)
		return;
	whole = copy_texts(a, r);
	while (exact(a, r) > FIT) {
		if (r->history.n > HISTORY_KEPT)
			r->history.n /= 2;
		else if (r->notes.n > NOTES_KEPT)
			r->notes.n /= 2;
		else if (cut_notes(a, r) || cut_hanging(r))
			continue;
		else if (max > TEXT_KEPT)
			cut_texts(a, whole, max /= 2, r);
		else if (!cut_answers(a, r))
			break;
	}
}
