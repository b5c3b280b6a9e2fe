/* SPDX-License-Identifier: MIT */
/*
 * The funnel as text: a line a unit, the largest first, so that the limits open downwards.
 * [ ] are the limits of 99.8 %, ( ) those of 95 %, | the rate of all and o the unit; << and >>
 * mark what lies outside the outer limits, < and > outside the inner ones.
 */
#include <inttypes.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/table.h"

enum { BAR = 40, HUNDRED = 10000 };

/* "12.34" per cent in hundredths of it; what is no number is 0. */
static int64_t hundredths(struct str s)
{
	struct str rest = s, whole = {0};
	int64_t n = 0, part = 0;

	if (!str_cut(&rest, '.', &whole) || !str_int(whole, &n))
		return 0;
	if (rest.n > 2)
		rest.n = 2;
	if (rest.n && !str_int(rest, &part))
		part = 0;
	return n * 100 + (rest.n == 1 ? part * 10 : part);
}

static size_t column(int64_t value, int64_t top)
{
	int64_t x = top > 0 ? value * (BAR - 1) / top : 0;

	return (size_t)(x < 0 ? 0 : x >= BAR ? BAR - 1 : x);
}

/* The scale ends where the widest limits that still say something do. */
static int64_t top_of(const struct rep_funnel *r)
{
	int64_t top = 1;

	for (size_t i = 0; i < r->units.n; i++) {
		const struct part_unit *u = &r->units.v[i];
		int64_t rate = hundredths(u->rate), high = hundredths(u->high998);
		top = rate > top ? rate : top;
		top = i < 3 && high > top ? high : top;
	}
	return top < HUNDRED ? top : HUNDRED;
}

static struct str bar(struct arena *a, const struct part_unit *u, struct str rate, int64_t top)
{
	char *line = arena_alloc(a, BAR, 1);
	size_t low = column(hundredths(u->low95), top),
	       high = column(hundredths(u->high95), top);

	memset(line, '.', BAR);
	memset(line + low, '-', high - low + 1);
	line[column(hundredths(u->low998), top)] = '[';
	line[column(hundredths(u->high998), top)] = ']';
	line[low] = '(';
	line[high] = ')';
	line[column(hundredths(rate), top)] = '|';
	line[column(hundredths(u->rate), top)] = 'o';
	return (struct str){line, BAR};
}

static const struct {
	const char *side, *sign;
} signs[] = {{"below", "<<"}, {"above", ">>"}, {"warn_below", "<"}, {"warn_above", ">"}};

static struct str sign(struct str side)
{
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_is(side, signs[i].side))
			return str_of(signs[i].sign);
	return STR("");
}

static void put_units(struct cli *c, const struct rep_funnel *r, struct buf *b)
{
	struct table t = {.arena = c->arena};
	int64_t top = top_of(r);

	table_head(&t, "Unit", false);
	table_head(&t, "Records", true);
	table_head(&t, "Bad", true);
	table_head(&t, "Per cent", true);
	table_head(&t, "", false);
	table_head(&t,
	    cli_safe(c, arena_printf(
			    c->arena, "0 to %" PRId64 ".%02d %%", top / 100, (int)(top % 100))),
	    false);
	for (size_t i = 0; i < r->units.n; i++) {
		const struct part_unit *u = &r->units.v[i];
		table_cell(&t, u->unit.n ? u->unit : STR("(none)"));
		table_number(&t, u->n);
		table_number(&t, u->bad);
		table_cell(&t, u->rate);
		table_cell(&t, sign(u->side));
		table_cell(&t, bar(c->arena, u, r->rate, top));
	}
	table_flush(&t, b);
}

bool verb_funnel(struct cli *c, struct err *e)
{
	const struct req_funnel q = {.by = c->given[FUNNEL_BY].text,
	    .of = c->given[FUNNEL_OF].text,
	    .bad = c->given[FUNNEL_BAD].text};
	struct buf b = buf_in(c->arena);
	struct rep_funnel r;

	if (!cli_ask(c, MSG_funnel, &q, &r, e))
		return false;
	if (c->json)
		return true;
	buf_printf(&b, "%s, of records whose %s: %" PRId64 "\n", cli_safe(c, r.by),
	    cli_safe(c, r.of), r.n);
	buf_printf(&b, "bad: %s: %" PRId64 ", %s %%\n\n", cli_safe(c, r.bad), r.bad_n,
	    cli_safe(c, r.rate));
	put_units(c, &r, &b);
	buf_puts(&b, "\n[ ] 99.8 %, ( ) 95 %, | all, o the unit; << >> outside 99.8 %, < > "
		     "outside 95 %\n");
	buf_printf(&b,
	    "by chance alone %" PRId64 ".%03d of these units would lie outside 99.8 %%\n",
	    r.expected / 1000, (int)(r.expected % 1000));
	return cli_put(c, buf_str(&b), e);
}
