/* SPDX-License-Identifier: MIT */
/* The shortest way for the cursor. */
#include <string.h>

#include "tui/term/encode.h"

enum { WAY_MAX = CAP_BYTES * 2, FEW = 4 };
struct way {
	char bytes[WAY_MAX];
	size_t n;
	bool open; /* this way leads there */
};

static void step(const struct encoder *e, struct way *w, enum cap cap, int a, int b)
{
	char bytes[CAP_BYTES];
	size_t n = caps_say(e->caps, cap, a, b, bytes);

	if (n == 0 || w->n + n > WAY_MAX)
		w->open = false;
	else
		memcpy(w->bytes + w->n, bytes, n);
	w->n += n;
}

static void steps(const struct encoder *e, struct way *w, enum cap cap, int times)
{
	for (int i = 0; i < times && w->open; i++)
		step(e, w, cap, 0, 0);
}

static void shorter(struct way *best, const struct way *w)
{
	if (w->open && (!best->open || w->n < best->n))
		*best = *w;
}

/* Writing again what stands between is a way too, where it looks like what is written now. */
static void write_over(const struct encoder *e, struct way *w, int from, int to)
{
	for (int x = from; x < to && w->open; x++) {
		const struct cell *c = canvas_at(&e->shown, e->y, x);
		struct style s = style_of(e, c);
		if (c->n != 1 || s.look != e->on.look || s.colour != e->on.colour)
			w->open = false;
		else
			w->bytes[w->n++] = c->bytes[0];
	}
}

static void along(const struct encoder *e, struct way *best, int x)
{
	struct way w = {.open = true};

	if (x == 0) {
		step(e, &w, CAP_CR, 0, 0);
		shorter(best, &w);
	}
	w = (struct way){.open = true};
	step(e, &w, CAP_COLUMN, x, 0);
	shorter(best, &w);
	w = (struct way){.open = true};
	if (x > e->x)
		step(e, &w, CAP_RIGHT, x - e->x, 0);
	else
		step(e, &w, CAP_LEFT, e->x - x, 0);
	shorter(best, &w);
	w = (struct way){.open = x > e->x && x - e->x <= FEW};
	write_over(e, &w, e->x, x);
	shorter(best, &w);
}

/* A line down or up in the same column, or down to the first one. Never past an edge, where
 * the screen would scroll. */
static void across(const struct encoder *e, struct way *best, int y, int x)
{
	int by = y > e->y ? y - e->y : e->y - y;
	enum cap cap = y > e->y ? CAP_DOWN : CAP_UP;
	struct way w = {.open = by <= FEW};

	if (x == 0)
		step(e, &w, CAP_CR, 0, 0);
	if (x == 0 || x == e->x) {
		steps(e, &w, cap, by);
		shorter(best, &w);
	}
	w = (struct way){.open = x == e->x};
	step(e, &w, CAP_ROW, y, 0);
	shorter(best, &w);
}

void move_to(struct encoder *e, int y, int x)
{
	struct way best = {.open = true};

	if (e->x == x && e->y == y)
		return;
	if (!e->caps->moves)
		look_like(e, (struct style){0, -1});
	step(e, &best, CAP_MOVE, y, x);
	if (e->x != NOWHERE && e->y == y)
		along(e, &best, x);
	else if (e->x != NOWHERE)
		across(e, &best, y, x);
	buf_put(e->out, (struct str){best.bytes, best.n});
	e->y = y;
	e->x = x;
}
