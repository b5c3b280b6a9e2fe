/* SPDX-License-Identifier: MIT */
/* What a pack says about quality, as a person reads it. */
#include "conf/print.h"
#include "lookback/rules/quality.h"

static void put_share(struct buf *b, const char *before, int share, const char *after)
{
	if (share)
		buf_printf(
		    b, "%s%.*s%s", before, STR_ARG(quality_share(b->arena, share)), after);
}

static void put_number(struct buf *b, const char *before, int n, const char *after)
{
	if (n)
		buf_printf(b, "%s%d%s", before, n, after);
}

static void print_plan(struct buf *b, const struct plan_rule *p)
{
	buf_printf(b, "  %-20.*s %s", STR_ARG(p->id), plan_kind_name(p->kind));
	put_share(b, "; ", p->percent, " %");
	put_number(b, "; ", p->size, " records");
	put_share(b, "; to show that at most ", p->share, " %");
	put_share(b, " are bad, confidence ", p->confidence, " %");
	if (p->share)
		buf_printf(b, ", %d allowed", p->allow);
	put_share(b, "; lots, aql ", p->aql, "");
	put_number(b, "; at least ", p->least, " of each part");
	put_number(b, "; the first ", p->first, " of each author");
	put_number(b, "; of the last ", p->days, " days");
	buf_puts(b, p->whole ? "; all of it when it fails" : "");
	put_names(b, "; by ", &p->strata);
	buf_printf(b, "\n    of %.*s\n", STR_ARG(p->of_text));
	put_part(b, "    always ", p->always_text);
	buf_puts(b, p->always_text.n ? "\n" : "");
	put_part(b, "    found if ", p->found_text);
	buf_puts(b, p->found_text.n ? "\n" : "");
}

static void print_known(struct buf *b, const struct calibration *k)
{
	if (!k->first && !k->every)
		return;
	buf_puts(b, "  known answers:");
	put_number(b, " the first ", k->first, "");
	put_number(b, k->first ? ", then one in " : " one in ", k->every, "");
	put_share(b, "; pass ", k->pass, " %");
	put_names(b, "; tells ", &k->alert);
	buf_char(b, '\n');
}

static void print_measures(struct buf *b, const struct audit_rule *a)
{
	if (!a->type.n)
		return;
	buf_printf(b, "  audit of %.*s by %.*s\n", STR_ARG(a->type), STR_ARG(a->month));
	for (size_t i = 0; i < a->measures.n; i++) {
		const struct measure *m = &a->measures.v[i];
		buf_printf(b, "    %-20.*s", STR_ARG(m->id));
		put_part(b, " ", m->top);
		put_part(b, " of ", m->of);
		put_part(b, " items with ", m->item);
		buf_char(b, '\n');
	}
}

void print_quality(struct buf *b, const struct quality *q)
{
	if (!q->given)
		return;
	buf_printf(
	    b, "\nquality: %.*s is read again in %.*s", STR_ARG(q->type), STR_ARG(q->state));
	put_names(b, "; by ", &q->by);
	put_names(b, "; tells ", &q->alert);
	buf_char(b, '\n');
	for (size_t i = 0; i < q->plans.n; i++)
		print_plan(b, &q->plans.v[i]);
	print_known(b, &q->calibration);
	if (q->funnel.by.n)
		buf_printf(b, "  funnel by %.*s: %.*s among %.*s\n", STR_ARG(q->funnel.by),
		    STR_ARG(q->funnel.bad_text), STR_ARG(q->funnel.of_text));
	print_measures(b, &q->audit);
}
