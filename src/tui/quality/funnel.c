/* SPDX-License-Identifier: MIT */
/*
 * The funnel lying on its side: a row a unit, the largest first, so that the limits open
 * downwards. Each row has its own limits: [ ] 99.8 %, ( ) 95 %, | the rate of all, o the unit,
 * X when it lies outside the outer limits.
 */
#include <stdlib.h>

#include "tui/quality/page.h"
#include "tui/words.h"

enum { PLOT_LEAST = 24, PLOT_MOST = 90, TOP_MOST = 10000 };

/* "12.34" in hundredths; a text that is none is 0. */
static int hundredths(struct str s)
{
	struct str rest = s, whole;
	int64_t n = 0, part = 0;

	if (!str_cut(&rest, '.', &whole) || !str_int(whole, &n))
		return 0;
	if (rest.n > 2)
		rest.n = 2;
	if (rest.n && !str_int(rest, &part))
		part = 0;
	return (int)(n * 100 + (rest.n == 1 ? part * 10 : part));
}

struct scale {
	int width, top; /* columns; hundredths of a per cent at the right edge */
};

static int column(const struct scale *s, int value)
{
	int x = s->top ? value * (s->width - 1) / s->top : 0;

	return x < 0 ? 0 : x >= s->width ? s->width - 1 : x;
}

static struct str plot(
    struct page *p, const struct scale *s, const struct part_unit *u, struct str rate)
{
	char *line = arena_alloc(p->arena, (size_t)s->width + 1, 1);
	bool out = str_is(u->side, "above") || str_is(u->side, "below");

	for (int i = 0; i < s->width; i++)
		line[i] = i >= column(s, hundredths(u->low95)) &&
				  i <= column(s, hundredths(u->high95))
			      ? '-'
			      : '.';
	line[column(s, hundredths(u->low998))] = '[';
	line[column(s, hundredths(u->high998))] = ']';
	line[column(s, hundredths(u->low95))] = '(';
	line[column(s, hundredths(u->high95))] = ')';
	line[column(s, hundredths(rate))] = '|';
	line[column(s, hundredths(u->rate))] = out ? 'X' : 'o';
	line[s->width] = 0;
	return (struct str){line, (size_t)s->width};
}

static int highest(const struct rep_funnel *r)
{
	int top = 0;

	for (size_t i = 0; i < r->units.n; i++) {
		const struct part_unit *u = &r->units.v[i];
		int rate = hundredths(u->rate), high = hundredths(u->high998);
		top = rate > top ? rate : top;
		top = i < 3 && high > top ? high : top;
	}
	top += top / 10;
	return top > TOP_MOST ? TOP_MOST : top;
}

static const struct {
	const char *side, *says;
} sides[] = {
    {"above", "outside 99.8 %, above: chance alone brings one unit in 500 outside"},
    {"below", "outside 99.8 %, below"},
    {"warn_above", "outside 95 %, above: one unit in 20 lies outside by chance"},
    {"warn_below", "outside 95 %, below"},
};

static void put_unit(
    struct page *p, const struct scale *s, const struct part_unit *u, struct str rate)
{
	struct rows_row *r = page_add(p);
	bool out = str_is(u->side, "above") || str_is(u->side, "below");

	r->cell[0] = u->unit.n ? u->unit : STR("(none)");
	r->cell[1] = words_count(p->arena, u->n);
	r->cell[2] = words_count(p->arena, u->bad);
	r->cell[3] = arena_printf(p->arena, "%.*s%s", STR_ARG(u->rate), out ? " !" : "");
	r->cell[4] = plot(p, s, u, rate);
	r->role = out ? ROLE_STRONG : ROLE_TEXT;
	r->expr = u->bad ? u->bad_expr : u->expr;
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		if (str_is(u->side, sides[i].side))
			page_under(p, r, str_of(sides[i].says));
	page_under(p, r,
	    arena_printf(p->arena,
		"limits: 95 %% from %.*s to %.*s, 99.8 %% from %.*s to %.*s per cent",
		STR_ARG(u->low95), STR_ARG(u->high95), STR_ARG(u->low998),
		STR_ARG(u->high998)));
	page_under(
	    p, r, u->bad ? STR("Enter lists the bad ones") : STR("Enter lists its records"));
}

bool page_funnel(struct page *p, struct err *e)
{
	const struct req_funnel q = {.by = p->with};
	struct scale s = {.width = p->cols - 36};
	struct rep_funnel r;

	if (!call_funnel(p->service, p->arena, &q, &r, e))
		return false;
	if (s.width < PLOT_LEAST)
		s.width = PLOT_LEAST;
	if (s.width > PLOT_MOST)
		s.width = PLOT_MOST;
	s.top = highest(&r);
	page_text(p, ROLE_TEXT,
	    arena_printf(p->arena, "By %.*s. Of %.*s: %.*s. Bad is what: %.*s: %.*s, %.*s %%.",
		STR_ARG(r.by), STR_ARG(r.of), STR_ARG(words_count(p->arena, r.n)),
		STR_ARG(r.bad), STR_ARG(words_count(p->arena, r.bad_n)), STR_ARG(r.rate)));
	page_text(p, ROLE_DIM,
	    arena_printf(p->arena,
		"[ ] 99.8 %%  ( ) 95 %%  | all  o unit  X outside; 0 to %d.%02d %%",
		s.top / 100, s.top % 100));
	page_heading(p, "Unit       Records Bad   Per cent");
	for (size_t i = 0; i < r.units.n; i++)
		put_unit(p, &s, &r.units.v[i], r.rate);
	return true;
}
