/* SPDX-License-Identifier: MIT */
/* A pack as a person reads it, and faults as lines. Lines, so that two can be compared. */
#include "lookback/conf/pack.h"

#include "conf/print.h"

static const char *const right_names[] = {
    "read", "take", "note", "assign", "import", "users", "log", "backup", "pack"};
enum { RIGHTS = sizeof right_names / sizeof *right_names };

void faults_print(struct buf *b, const struct faults *f)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct place *at = &f->v[i].at;
		buf_printf(b, "%.*s:%d:%d: %.*s\n", STR_ARG(at->file), at->line, at->col,
		    STR_ARG(f->v[i].text));
	}
}

static void put_rights(struct buf *b, const char *before, unsigned rights)
{
	const char *sep = before;

	for (size_t bit = 0; bit < RIGHTS; bit++)
		if (rights & (1u << bit)) {
			buf_printf(b, "%s%s", sep, right_names[bit]);
			sep = ", ";
		}
}

static void print_roles(struct buf *b, const struct pack *p)
{
	buf_puts(b, "\nroles\n");
	for (size_t i = 0; i < p->roles.n; i++) {
		const struct role *r = &p->roles.v[i];
		buf_printf(b, "  %-20.*s ", STR_ARG(r->id));
		put_rights(b, "", r->rights);
		put_rights(b, "; takes away ", r->denies);
		buf_char(b, '\n');
	}
}

static void print_links(struct buf *b, const struct pack *p)
{
	for (size_t i = 0; i < p->competences.n; i++)
		buf_printf(b, "%s  %-20.*s %.*s\n", i ? "" : "\ncompetences\n",
		    STR_ARG(p->competences.v[i].id), STR_ARG(p->competences.v[i].label));
	for (size_t i = 0; i < p->links.n; i++) {
		const struct link_kind *l = &p->links.v[i];
		buf_printf(b, "%s  %-20.*s", i ? "" : "\nlinks\n", STR_ARG(l->id));
		put_names(b, " ", &l->from);
		put_names(b, " to ", &l->to);
		buf_puts(b, l->judged ? "; judged by a second person" : "");
		buf_puts(b, l->family ? "; taken together\n" : "\n");
	}
}

static void print_alerts(struct buf *b, const struct pack *p)
{
	const struct safeguarding *s = &p->safeguarding;

	if (p->alerts.ack.kind != LIMIT_NONE || p->alerts.chain.n) {
		buf_puts(b, "\nalerts are acknowledged within ");
		put_limit(b, p->alerts.ack);
		put_names(b, "; then go to ", &p->alerts.chain);
		buf_char(b, '\n');
	}
	if (!s->type.n)
		return;
	buf_printf(b, "safeguarding opens %.*s", STR_ARG(s->type));
	put_assigns(b, " with ", &s->with);
	put_names(b, "; tells ", &s->alert);
	buf_puts(b, "; acknowledged within ");
	put_limit(b, s->ack);
	buf_char(b, '\n');
}

static void print_rules(struct buf *b, const struct pack *p)
{
	char from[DAY_LEN + 1];

	buf_puts(b, "\nbands, least urgent first\n");
	for (size_t i = 0; i < p->bands.n; i++)
		buf_printf(b, "  %c %-18.*s %.*s\n", p->bands.v[i].mark,
		    STR_ARG(p->bands.v[i].id), STR_ARG(p->bands.v[i].colour));
	buf_puts(b, "\nrules in force\n");
	for (size_t i = 0; i < p->regimes.n; i++) {
		const struct regime *r = &p->regimes.v[i];
		day_text(r->from, from);
		buf_printf(b, "  from %s  %.*s: %d days%s\n", from, STR_ARG(r->label),
		    r->total_days, r->verified ? "" : " (unverified)");
	}
	buf_printf(b, "\n%zu days are not working days\n", p->holidays.n);
}

void pack_print(struct buf *b, const struct pack *p)
{
	char from[DAY_LEN + 1], to[DAY_LEN + 1];

	day_text(p->scope_from, from);
	day_text(p->scope_to, to);
	buf_printf(
	    b, "%.*s: %.*s\n%.*s\n", STR_ARG(p->name), STR_ARG(p->title), STR_ARG(p->marking));
	buf_printf(b, "pack %.*s\nscope %s to %s\n", STR_ARG(p->id), from, to);
	buf_printf(b, "a claim ends after %d minutes of silence; a screen locks after %d\n",
	    p->claim_minutes, p->lock_minutes);
	put_part(b, "lots are drawn from ", p->seed.n ? p->seed : p->name);
	buf_char(b, '\n');
	print_roles(b, p);
	print_rules(b, p);
	print_links(b, p);
	print_alerts(b, p);
	for (size_t i = 0; i < p->types.n; i++)
		print_type(b, p, &p->types.v[i]);
	for (size_t i = 0; i < p->maps.n; i++)
		buf_printf(b, "\nimport map %.*s for %.*s, %zu columns\n",
		    STR_ARG(p->maps.v[i].name), STR_ARG(p->maps.v[i].type),
		    p->maps.v[i].columns.n);
	for (size_t i = 0; i < p->views.n; i++)
		buf_printf(b, "%sview %.*s: %.*s\n", i ? "" : "\n", STR_ARG(p->views.v[i].name),
		    STR_ARG(p->views.v[i].text));
	print_quality(b, p->quality);
}
