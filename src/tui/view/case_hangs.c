/* SPDX-License-Identifier: MIT */
/* What hangs on a record: alerts, clocks, its parent, what was opened under it, links. */
#include "tui/view/case_text.h"
#include "tui/words.h"

enum { INDENT = 2, LABEL = 22, AT = 26, STATE = 46, ROOMY = 72 };

static void heading(struct pane *p, const char *text)
{
	p->of = str_of(text);
	pane_row(p);
	pane_puts(p, 0, ROLE_HEADING, text);
}

static void put_alerts(struct pane *p, const struct rep_record *r)
{
	for (size_t i = 0; i < r->alerts.n; i++) {
		const struct part_alert *a = &r->alerts.v[i];
		if (a->acked_by.n)
			continue;
		pane_row(p);
		pane_puts(p, 0, ROLE_LATE, "!");
		pane_puts(p, INDENT, ROLE_LABEL, "Alert");
		pane_wrap(p, LABEL, 0, a->late ? ROLE_LATE : ROLE_TEXT,
		    arena_printf(p->arena, "%.*s (%.*s; ga acknowledges)", STR_ARG(a->text),
			STR_ARG(a->due_text)));
	}
}

static void put_clocks(struct pane *p, const struct rep_record *r)
{
	for (size_t i = 0; i < r->clocks.n; i++) {
		const struct part_clock *c = &r->clocks.v[i];
		pane_row(p);
		pane_puts(p, INDENT, ROLE_LABEL, "Clock");
		pane_wrap(p, LABEL, 0, c->late ? ROLE_LATE : ROLE_TEXT,
		    arena_printf(p->arena, "%.*s: %.*s",
			STR_ARG(c->label.n ? c->label : c->name), STR_ARG(c->due_text)));
	}
}

static void put_children(struct pane *p, const struct rep_record *r)
{
	if (r->children.n == 0)
		return;
	heading(p, "Under it (gc lists them)");
	for (size_t i = 0; i < r->children.n; i++) {
		const struct part_row *c = &r->children.v[i];
		pane_row(p);
		pane_puts(p, 0, ROLE_LATE, c->late ? "!" : "");
		pane_put(p, INDENT, ROLE_TEXT, c->ref);
		pane_put(p, AT, ROLE_TEXT, c->state_label.n ? c->state_label : c->state);
		if (p->cols >= ROOMY)
			pane_put(p, STATE, ROLE_TEXT, c->title);
	}
}

static void put_links(struct pane *p, const struct rep_record *r)
{
	if (r->links.n == 0)
		return;
	heading(p, "Links");
	for (size_t i = 0; i < r->links.n; i++) {
		const struct part_link *l = &r->links.v[i];
		bool here = str_eq(l->from, r->ref);
		pane_row(p);
		pane_put(p, INDENT, ROLE_LABEL, l->label.n ? l->label : l->kind);
		pane_put(p, AT, ROLE_TEXT, here ? l->to : l->from);
		if (p->cols < ROOMY)
			pane_row(p);
		pane_wrap(p, p->cols < ROOMY ? AT : STATE, 0, l->counts ? ROLE_TEXT : ROLE_DIM,
		    l->removed     ? STR("taken away")
		    : l->verdict.n ? l->verdict
		    : l->counts    ? STR("holds")
				   : STR("a second person has not judged it yet"));
	}
}

void case_hangs(struct pane *p, const struct rep_record *r)
{
	put_alerts(p, r);
	put_clocks(p, r);
	if (r->parent.n) {
		pane_row(p);
		pane_puts(p, INDENT, ROLE_LABEL, "Belongs to");
		pane_put(p, LABEL, ROLE_TEXT, r->parent);
		pane_row(p);
		pane_puts(p, LABEL, ROLE_DIM, "gp opens it");
	}
	put_children(p, r);
	put_links(p, r);
}
