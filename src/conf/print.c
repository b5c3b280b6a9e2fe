/* SPDX-License-Identifier: MIT */
/* A pack as a person reads it, and faults as lines. Lines, so that two can be compared. */
#include "lookback/conf/pack.h"

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

static void put_names(struct buf *b, const char *before, const struct strs *names)
{
	for (size_t i = 0; i < names->n; i++)
		buf_printf(b, "%s%.*s", i ? ", " : before, STR_ARG(names->v[i]));
}

static void put_codes(struct buf *b, const struct choices *c)
{
	for (size_t i = 0; i < c->n; i++)
		buf_printf(b, "%s%.*s", i ? " | " : ": ", STR_ARG(c->v[i].code));
}

static void print_roles(struct buf *b, const struct pack *p)
{
	buf_puts(b, "\nroles\n");
	for (size_t i = 0; i < p->roles.n; i++) {
		const struct role *r = &p->roles.v[i];
		const char *sep = "";
		buf_printf(b, "  %-20.*s ", STR_ARG(r->id));
		for (size_t bit = 0; bit < RIGHTS; bit++)
			if (r->rights & (1u << bit)) {
				buf_printf(b, "%s%s", sep, right_names[bit]);
				sep = ", ";
			}
		buf_char(b, '\n');
	}
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

static void print_field(struct buf *b, const struct field *f)
{
	static const char *const words[] = {
	    "required", "restricted", "indexed", "searched", "bars its handler"};
	const bool is[] = {f->required, f->restricted, f->index, f->search, f->bars};

	buf_printf(b, "  %-18.*s %s", STR_ARG(f->name), vtype_name(f->spec.type));
	for (size_t i = 0; i < sizeof is / sizeof *is; i++)
		if (is[i])
			buf_printf(b, ", %s", words[i]);
	put_codes(b, &f->spec.choices);
	buf_char(b, '\n');
}

static void print_form(struct buf *b, const struct form *f)
{
	buf_printf(b, "\nform %.*s (%.*s), %zu questions\n", STR_ARG(f->name),
	    STR_ARG(f->title), f->n);
	for (size_t i = 0; i < f->n; i++) {
		const struct question *q = &f->questions[i];
		buf_printf(b, "  %-18.*s %s", STR_ARG(q->name), vtype_name(q->spec.type));
		put_codes(b, &q->spec.choices);
		if (q->show_if_text.n)
			buf_printf(b, "; if %.*s", STR_ARG(q->show_if_text));
		if (q->reason_if.n)
			buf_printf(b, "; reason with %.*s", STR_ARG(q->reason_if));
		buf_puts(b, q->required ? "\n" : "; may be left out\n");
	}
}

static void put_limit(struct buf *b, struct limit l)
{
	switch (l.kind) {
	case LIMIT_NONE:
		buf_puts(b, "no limit");
		return;
	case LIMIT_HOURS:
		buf_printf(b, "%d hours", l.n);
		return;
	case LIMIT_DAYS:
		buf_printf(b, "%d days", l.n);
		return;
	case LIMIT_WORKING_DAYS:
		buf_printf(b, "%d working days", l.n);
		return;
	case LIMIT_REGIME:
		buf_puts(b, "the total of the rules then in force");
		return;
	}
}

static void print_state(struct buf *b, const struct pack *p, const struct state *s)
{
	buf_printf(b, "  %-22.*s", STR_ARG(s->name));
	if (s->final)
		buf_puts(b, " final");
	if (s->queue.n)
		buf_printf(b, " queue of %.*s;", STR_ARG(s->queue));
	if (s->due.by_band)
		for (size_t i = 0; i < p->bands.n; i++) {
			buf_printf(b, "%s%.*s ", i ? ", " : " ", STR_ARG(p->bands.v[i].id));
			put_limit(b, s->due.by_band[i]);
		}
	else if (!s->final) {
		buf_char(b, ' ');
		put_limit(b, s->due.any);
	}
	buf_char(b, '\n');
}

static void print_transition(struct buf *b, const struct transition *t)
{
	buf_printf(b, "  %c %-22.*s", t->key, STR_ARG(t->id));
	put_names(b, " ", &t->from);
	buf_printf(b, " -> %.*s", STR_ARG(t->to));
	put_names(b, "; by ", &t->by);
	if (t->form.n)
		buf_printf(b, "; form %.*s", STR_ARG(t->form));
	if (t->when_text.n)
		buf_printf(b, "; when %.*s", STR_ARG(t->when_text));
	put_names(b, "; never who did ", &t->distinct);
	if (t->reason)
		buf_puts(b, "; reason");
	if (t->band.n)
		buf_printf(b, "; band %.*s", STR_ARG(t->band));
	for (size_t i = 0; i < t->set.n; i++)
		buf_printf(b, "; sets %.*s", STR_ARG(t->set.v[i].name));
	put_names(b, "; tells ", &t->alert);
	buf_char(b, '\n');
}

static void print_rank(struct buf *b, const struct rank_term *t)
{
	if (t->per_day)
		buf_printf(b, "  %+7d a day since %.*s  (%.*s)\n", t->per_day,
		    STR_ARG(t->since), STR_ARG(t->because));
	else
		buf_printf(b, "  %+7d when %.*s  (%.*s)\n", t->points, STR_ARG(t->when_text),
		    STR_ARG(t->because));
}

static void print_type(struct buf *b, const struct pack *p, const struct record_type *t)
{
	buf_printf(b, "\nrecord %.*s (%.*s), reference %.*s, begins in %.*s\n",
	    STR_ARG(t->name), STR_ARG(t->label), STR_ARG(t->ref), STR_ARG(t->initial));
	for (size_t i = 0; i < t->fields.n; i++)
		print_field(b, &t->fields.v[i]);
	for (size_t i = 0; i < t->forms.n; i++)
		print_form(b, &t->forms.v[i]);
	buf_puts(b, "\nstates\n");
	for (size_t i = 0; i < t->states.n; i++)
		print_state(b, p, &t->states.v[i]);
	buf_puts(b, "\nsteps\n");
	for (size_t i = 0; i < t->transitions.n; i++)
		print_transition(b, &t->transitions.v[i]);
	buf_puts(b, "\nrank\n");
	for (size_t i = 0; i < t->ranks.n; i++)
		print_rank(b, &t->ranks.v[i]);
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
	print_roles(b, p);
	print_rules(b, p);
	for (size_t i = 0; i < p->types.n; i++)
		print_type(b, p, &p->types.v[i]);
	for (size_t i = 0; i < p->maps.n; i++)
		buf_printf(b, "\nimport map %.*s for %.*s, %zu columns\n",
		    STR_ARG(p->maps.v[i].name), STR_ARG(p->maps.v[i].type),
		    p->maps.v[i].columns.n);
	for (size_t i = 0; i < p->views.n; i++)
		buf_printf(b, "%sview %.*s: %.*s\n", i ? "" : "\n", STR_ARG(p->views.v[i].name),
		    STR_ARG(p->views.v[i].text));
}
