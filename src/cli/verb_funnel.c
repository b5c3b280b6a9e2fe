/* SPDX-License-Identifier: MIT */
/*
 * The funnel at the command line; << and >> mark what lies outside the outer limits, < and >
 * what lies outside the inner ones.
 */
#include <inttypes.h>

#include "cli/cli.h"
#include "cli/table.h"
#include "lookback/client/funnel.h"

enum { BAR = 40 };

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
	const struct funnel_scale scale = funnel_scale(r, BAR);

	table_head(&t, "Unit", false);
	table_head(&t, "Records", true);
	table_head(&t, "Bad", true);
	table_head(&t, "Per cent", true);
	table_head(&t, "", false);
	table_head(&t,
	    cli_safe(c, arena_printf(c->arena, "0 to %" PRId64 ".%02d %%", scale.top / 100,
			    (int)(scale.top % 100))),
	    false);
	for (size_t i = 0; i < r->units.n; i++) {
		const struct part_unit *u = &r->units.v[i];
		table_cell(&t, u->unit.n ? u->unit : STR("(none)"));
		table_number(&t, u->n);
		table_number(&t, u->bad);
		table_cell(&t, u->rate);
		table_cell(&t, sign(u->side));
		table_cell(&t, funnel_line(c->arena, &scale, u, r->rate));
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
	buf_printf(&b, "bad: %s: %" PRId64 ", %s\n\n", cli_safe(c, r.bad), r.bad_n,
	    cli_safe(c, funnel_rate(c->arena, &r)));
	put_units(c, &r, &b);
	buf_puts(&b,
	    "\n[ ] 99.8 %, ( ) 95 %, | all, o the unit (X outside); << >> outside 99.8 %, < > "
	    "outside 95 %\n");
	buf_printf(&b,
	    "by chance alone %" PRId64 ".%03d of these units would lie outside 99.8 %%\n",
	    r.expected / 1000, (int)(r.expected % 1000));
	return cli_put(c, buf_str(&b), e);
}
