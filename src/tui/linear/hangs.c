/* SPDX-License-Identifier: MIT */
/* What hangs on a record, as lines: alerts, clocks, its parent, what is under it, links. */
#include "tui/linear/linear.h"

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

void lines_alert(struct lines *l, const struct part_alert *a)
{
	lines_say(l, "Alert %lld, %.*s%s%.*s: %.*s", (long long)a->alert, STR_ARG(a->record),
	    a->due_text.n ? ", " : "", STR_ARG(a->due_text), STR_ARG(a->text));
}

static void say_links(struct lines *l, const struct rep_record *r)
{
	for (size_t i = 0; i < r->links.n; i++) {
		const struct part_link *k = &r->links.v[i];
		struct str other = str_eq(k->from, r->ref) ? k->to : k->from;
		lines_say(l, "Link, %.*s: %.*s, %.*s", STR_ARG(named(k->label, k->kind)),
		    STR_ARG(other),
		    STR_ARG(k->removed     ? STR("taken away")
			    : k->verdict.n ? k->verdict
			    : k->counts    ? STR("holds")
					   : STR("not judged yet by a second person")));
	}
}

void lines_hangs(struct lines *l, const struct rep_record *r)
{
	for (size_t i = 0; i < r->alerts.n; i++)
		if (r->alerts.v[i].acked_by.n == 0)
			lines_alert(l, &r->alerts.v[i]);
	for (size_t i = 0; i < r->clocks.n; i++)
		lines_say(l, "Clock, %.*s: %.*s",
		    STR_ARG(named(r->clocks.v[i].label, r->clocks.v[i].name)),
		    STR_ARG(r->clocks.v[i].due_text));
	if (r->parent.n)
		lines_say(l, "Belongs to %.*s.", STR_ARG(r->parent));
	for (size_t i = 0; i < r->children.n; i++) {
		const struct part_row *c = &r->children.v[i];
		lines_say(l, "Under it: %.*s, %.*s%s%.*s: %.*s", STR_ARG(c->ref),
		    STR_ARG(named(c->state_label, c->state)), c->due_text.n ? ", " : "",
		    STR_ARG(c->due_text), STR_ARG(c->title));
	}
	say_links(l, r);
}
