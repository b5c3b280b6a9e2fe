/* SPDX-License-Identifier: MIT */
/* How cells look, and the shortest way from one look to the next. */
#include <string.h>

#include "tui/term/encode.h"

static const struct {
	unsigned look;
	enum cap cap;
	int on, off; /* numbers of ECMA-48; bold and dim are ended together */
} looks[] = {
    {LOOK_BOLD, CAP_BOLD, 1, 22},
    {LOOK_DIM, CAP_DIM, 2, 22},
    {LOOK_UNDERLINE, CAP_UNDERLINE, 4, 24},
    {LOOK_REVERSE, CAP_REVERSE, 7, 27},
};
enum {
	LOOKS = sizeof(looks) / sizeof(looks[0]),
	WEIGHT = LOOK_BOLD | LOOK_DIM,
	SEEN = LOOK_REVERSE | LOOK_UNDERLINE, /* on a blank */
	OWN_COLOUR = 39,
	FIRST_COLOUR = 30,
	MOST = 64
};

bool is_blank(const struct encoder *e, const struct cell *c)
{
	return c->n == 1 && c->bytes[0] == ' ' && !c->selected &&
	       !(e->styles[c->role].look & SEEN);
}

/* A blank has no colour and no weight. */
struct style style_of(const struct encoder *e, const struct cell *c)
{
	struct style s = e->styles[c->role];

	if (c->selected)
		s.look ^= e->styles[ROLE_STATUS].look & LOOK_REVERSE;
	if (c->n == 1 && c->bytes[0] == ' ') {
		s.look &= SEEN;
		if (!s.look)
			s.colour = -1;
	}
	return s;
}

static bool same_style(struct style a, struct style b)
{
	return a.look == b.look && a.colour == b.colour;
}

bool looks_same(const struct encoder *e, const struct cell *a, const struct cell *b)
{
	return a->n == b->n && a->width == b->width && memcmp(a->bytes, b->bytes, a->n) == 0 &&
	       same_style(style_of(e, a), style_of(e, b));
}

struct numbers {
	char text[MOST];
	size_t n;
};

static void number(struct numbers *s, int v)
{
	if (s->n)
		s->text[s->n++] = ';';
	if (v >= 10)
		s->text[s->n++] = (char)('0' + v / 10);
	s->text[s->n++] = (char)('0' + v % 10);
}

static void begin(struct numbers *s, unsigned look)
{
	for (int i = 0; i < LOOKS; i++)
		if (look & looks[i].look)
			number(s, looks[i].on);
}

/* From nothing. */
static struct numbers whole(struct style to)
{
	struct numbers s = {.n = 0};

	if (!to.look && to.colour < 0)
		return s;
	number(&s, 0);
	begin(&s, to.look);
	if (to.colour >= 0)
		number(&s, FIRST_COLOUR + to.colour);
	return s;
}

/* Only what is to change. */
static struct numbers change(struct style from, struct style to)
{
	struct numbers s = {.n = 0};
	unsigned ends = from.look & ~to.look, begins = to.look & ~from.look;

	if (ends & WEIGHT)
		begins |= to.look & WEIGHT;
	for (int i = 0; i < LOOKS; i++)
		if (ends & looks[i].look) {
			number(&s, looks[i].off);
			ends &= looks[i].look & WEIGHT ? ~(unsigned)WEIGHT : ~looks[i].look;
		}
	begin(&s, begins);
	if (from.colour != to.colour)
		number(&s, to.colour < 0 ? OWN_COLOUR : FIRST_COLOUR + to.colour);
	return s;
}

static void by_numbers(struct encoder *e, struct style to)
{
	struct numbers all = whole(to), some = change(e->on, to);
	bool only_begins = !(e->on.look & ~to.look) && (e->on.colour < 0 || to.colour >= 0);

	if ((only_begins || e->caps->takes_back) && some.n < all.n)
		all = some;
	buf_puts(e->out, "\033[");
	buf_put(e->out, (struct str){all.text, all.n});
	buf_char(e->out, 'm');
}

static void by_capabilities(struct encoder *e, struct style to)
{
	char bytes[CAP_BYTES];

	buf_puts(e->out, e->caps->text[CAP_PLAIN]);
	for (int i = 0; i < LOOKS; i++)
		if (to.look & looks[i].look)
			buf_puts(e->out, e->caps->text[looks[i].cap]);
	if (to.colour >= 0)
		buf_put(e->out,
		    (struct str){bytes, caps_say(e->caps, CAP_COLOUR, to.colour, 0, bytes)});
}

void look_like(struct encoder *e, struct style to)
{
	if (same_style(e->on, to))
		return;
	if (e->caps->ecma)
		by_numbers(e, to);
	else
		by_capabilities(e, to);
	e->on = to;
}
