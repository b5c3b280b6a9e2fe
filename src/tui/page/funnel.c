/* SPDX-License-Identifier: MIT */
/* The page of the funnel: a row a unit with its own limits, and below it what they say. */
#include "lookback/client/funnel.h"
#include "tui/page/page.h"
#include "tui/words.h"

enum { PLOT_LEAST = 24, PLOT_MOST = 90 };

static const struct {
	const char *side, *says;
} sides[] = {
    {"above", "outside 99.8 %, above: chance alone brings one unit in 500 outside"},
    {"below", "outside 99.8 %, below"},
    {"warn_above", "outside 95 %, above: one unit in 20 lies outside by chance"},
    {"warn_below", "outside 95 %, below"},
};

static void put_unit(
    struct page *p, const struct funnel_scale *s, const struct part_unit *u, struct str rate)
{
	struct rows_row *r = page_add(p);
	bool out = funnel_outside(u);

	r->cell[0] = u->unit.n ? u->unit : STR("(none)");
	r->cell[1] = words_count(p->arena, u->n);
	r->cell[2] = words_count(p->arena, u->bad);
	r->cell[3] = arena_printf(p->arena, "%.*s%s", STR_ARG(u->rate), out ? " !" : "");
	if (!p->plain)
		r->cell[4] = funnel_line(p->arena, s, u, rate);
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
	page_keys(r, u->bad ? "Enter lists the bad ones" : "Enter lists its records");
}

bool page_funnel(struct page *p, struct err *e)
{
	const struct req_funnel q = {.by = p->with};
	int width = p->cols - 36;
	struct funnel_scale s;
	struct rep_funnel r;

	if (!call_funnel(p->service, p->arena, &q, &r, e))
		return false;
	width = width < PLOT_LEAST ? PLOT_LEAST : width > PLOT_MOST ? PLOT_MOST : width;
	s = funnel_scale(&r, width);
	page_text(p, ROLE_TEXT,
	    arena_printf(p->arena, "By %.*s. Of %.*s: %.*s. Bad is what: %.*s: %.*s, %.*s.",
		STR_ARG(r.by), STR_ARG(r.of), STR_ARG(words_count(p->arena, r.n)),
		STR_ARG(r.bad), STR_ARG(words_count(p->arena, r.bad_n)),
		STR_ARG(funnel_rate(p->arena, &r))));
	if (!p->plain && r.units.n)
		page_text(p, ROLE_DIM,
		    arena_printf(p->arena,
			"[ ] 99.8 %%  ( ) 95 %%  | all  o unit  X outside; 0 to %d.%02d %%",
			(int)(s.top / 100), (int)(s.top % 100)));
	page_columns(p, "Unit       Records Bad   Per cent");
	for (size_t i = 0; i < r.units.n; i++)
		put_unit(p, &s, &r.units.v[i], r.rate);
	return true;
}
