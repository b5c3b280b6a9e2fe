/* SPDX-License-Identifier: MIT */
/*
 * Rows that are on the screen already, only higher or lower, are moved by the terminal. Never
 * the first row: what a terminal scrolls away there it may keep.
 */
#include <string.h>

#include "tui/term/encode.h"

enum { GAIN = 3, LEAST_ROW = 1 };

struct shift {
	int top, rows; /* of the new screen */
	int by;        /* they were that much lower; negative: higher */
	int gain;      /* rows that need not be written */
};

static uint64_t sum_row(const struct encoder *e, const struct canvas *c, int y)
{
	uint64_t sum = 14695981039346656037u;

	for (int x = 0; x < c->cols; x++) {
		const struct cell *at = canvas_at(c, y, x);
		struct style s = style_of(e, at);
		for (int i = 0; i < at->n; i++)
			sum = (sum ^ (unsigned char)at->bytes[i]) * 1099511628211u;
		sum = (sum ^ (s.look << 8) ^ (unsigned)(s.colour + 1)) * 1099511628211u;
	}
	return sum;
}

/* Sums of both screens; of the new one also what is nothing but blanks. */
struct rows {
	uint64_t *was, *now;
	bool *bare;
	int n;
};

/* Rows from `y` on that stand `by` lower now; the blank ones at their end do not count. */
static struct shift run_at(const struct rows *r, int y, int by)
{
	struct shift s = {.top = y, .by = by};

	for (; y < r->n && y + by >= LEAST_ROW && y + by < r->n; y++) {
		if (r->now[y] != r->was[y + by])
			break;
		if (r->bare[y])
			continue;
		s.gain += r->now[y] != r->was[y] ? 1 : -1;
		s.rows = y - s.top + 1;
	}
	return s;
}

/* Rows that stood still and are written again, because they are in the way. */
static int loss(const struct rows *r, const struct shift *s)
{
	int by = s->by > 0 ? s->by : -s->by, n = 0;
	int from = s->by > 0 ? s->top + s->rows : s->top - by;

	for (int y = from; y < from + by; y++)
		n += r->now[y] == r->was[y] && !r->bare[y];
	return n;
}

static struct shift best_shift(const struct rows *r)
{
	struct shift best = {0};

	for (int by = LEAST_ROW - r->n; by < r->n; by++)
		for (int y = LEAST_ROW; by && y < r->n; y++) {
			struct shift s = run_at(r, y, by);
			s.gain -= s.rows ? loss(r, &s) : 0;
			if (s.gain > best.gain)
				best = s;
			y += s.rows;
		}
	return best;
}

static void say(struct encoder *e, enum cap cap, int a, int b)
{
	char bytes[CAP_BYTES];

	buf_put(e->out, (struct str){bytes, caps_say(e->caps, cap, a, b, bytes)});
}

static void repeat(struct encoder *e, enum cap one, enum cap many, int n)
{
	if (n > 1 && e->caps->text[many][0])
		say(e, many, n, 0);
	else
		for (int i = 0; i < n; i++)
			say(e, one, 0, 0);
}

static void shift_shown(struct encoder *e, int top, int rows, int by)
{
	size_t cols = (size_t)e->shown.cols, row = cols * sizeof(struct cell);
	struct cell *at = &e->shown.cells[(size_t)top * cols];
	int n = by > 0 ? by : -by;
	struct rect bare = {by > 0 ? top + rows - n : top, 0, n, e->shown.cols};

	if (by > 0)
		memmove(at, at + (size_t)n * cols, (size_t)(rows - n) * row);
	else
		memmove(at + (size_t)n * cols, at, (size_t)(rows - n) * row);
	canvas_fill(&e->shown, bare, ROLE_TEXT);
}

static void shift_rows(struct encoder *e, const struct shift *s)
{
	int by = s->by > 0 ? s->by : -s->by, rows = s->rows + by;
	int top = s->by > 0 ? s->top : s->top - by;

	look_like(e, (struct style){0, -1});
	say(e, CAP_REGION, top, top + rows - 1);
	e->x = NOWHERE; /* it puts the cursor somewhere */
	move_to(e, s->by > 0 ? top + rows - 1 : top, 0);
	if (s->by > 0)
		repeat(e, CAP_SCROLL, CAP_SCROLL_N, by);
	else
		repeat(e, CAP_BACK, CAP_BACK_N, by);
	say(e, CAP_REGION, 0, e->shown.rows - 1);
	e->x = NOWHERE;
	shift_shown(e, top, rows, s->by);
}

static bool is_bare(const struct encoder *e, const struct canvas *c, int y)
{
	for (int x = 0; x < c->cols; x++)
		if (!is_blank(e, canvas_at(c, y, x)))
			return false;
	return true;
}

static bool can_scroll(const struct caps *c)
{
	return c->text[CAP_REGION][0] && c->text[CAP_SCROLL][0] && c->text[CAP_BACK][0];
}

void scroll_rows(struct encoder *e, const struct canvas *want)
{
	struct arena_mark m = arena_mark(&e->mem);
	struct rows r = {.n = want->rows};
	struct shift s = {0};
	int differing = 0;

	if (!can_scroll(e->caps))
		return;
	r.was = arena_new(&e->mem, uint64_t, r.n);
	r.now = arena_new(&e->mem, uint64_t, r.n);
	r.bare = arena_new(&e->mem, bool, r.n);
	for (int y = 0; y < r.n; y++) {
		r.was[y] = sum_row(e, &e->shown, y);
		r.now[y] = sum_row(e, want, y);
		r.bare[y] = is_bare(e, want, y);
		differing += r.was[y] != r.now[y];
	}
	if (differing >= GAIN)
		s = best_shift(&r);
	if (s.gain >= GAIN)
		shift_rows(e, &s);
	arena_back(&e->mem, m);
}
