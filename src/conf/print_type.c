/* SPDX-License-Identifier: MIT */
/* A record type as a person reads it: what it holds, where it may stand, how it moves. */
#include "conf/print.h"

void put_names(struct buf *b, const char *before, const struct strs *names)
{
	for (size_t i = 0; i < names->n; i++)
		buf_printf(b, "%s%.*s", i ? ", " : before, STR_ARG(names->v[i]));
}

void put_part(struct buf *b, const char *before, struct str text)
{
	if (text.n)
		buf_printf(b, "%s%.*s", before, STR_ARG(text));
}

static void put_codes(struct buf *b, const struct choices *c)
{
	for (size_t i = 0; i < c->n; i++)
		buf_printf(b, "%s%.*s", i ? " | " : ": ", STR_ARG(c->v[i].code));
}

void put_assigns(struct buf *b, const char *before, const struct assigns *set)
{
	for (size_t i = 0; i < set->n; i++) {
		const struct assign *s = &set->v[i];
		buf_printf(b, "%s%.*s = ", i ? ", " : before, STR_ARG(s->name));
		if (s->from.n)
			buf_printf(b, "{%.*s}", STR_ARG(s->from));
		else if (s->value.kind == V_INT)
			buf_printf(b, "%lld", (long long)s->value.i);
		else
			buf_put(b, s->value.s);
	}
}

void put_limit(struct buf *b, struct limit l)
{
	switch (l.kind) {
	case LIMIT_NONE:
		buf_puts(b, "no limit");
		return;
	case LIMIT_HOURS:
		buf_printf(b, "%d hour%s", l.n, l.n == 1 ? "" : "s");
		return;
	case LIMIT_DAYS:
		buf_printf(b, "%d day%s", l.n, l.n == 1 ? "" : "s");
		return;
	case LIMIT_WORKING_DAYS:
		buf_printf(b, "%d working day%s", l.n, l.n == 1 ? "" : "s");
		return;
	case LIMIT_REGIME:
		buf_puts(b, "the total of the rules then in force");
		return;
	}
}

void put_due(struct buf *b, const struct pack *p, const struct due_rule *due)
{
	if (!due->by_band)
		put_limit(b, due->any);
	for (size_t i = 0; due->by_band && i < p->bands.n; i++) {
		buf_printf(b, "%s%.*s ", i ? ", " : "", STR_ARG(p->bands.v[i].id));
		put_limit(b, due->by_band[i]);
	}
	put_part(b, " from ", due->from);
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

static void put_seats(struct buf *b, const struct pack *p, const struct seats *s)
{
	if (!s->given)
		return;
	buf_printf(b, "; second seat %.*s", STR_ARG(s->second));
	put_part(b, " when ", s->when_text);
	buf_printf(b, "; adjudicator %.*s, ", STR_ARG(s->adjudicator));
	put_due(b, p, &s->due);
	put_names(b, "; compares ", &s->compare);
}

static void print_state(struct buf *b, const struct pack *p, const struct state *s)
{
	buf_printf(b, "  %-22.*s", STR_ARG(s->name));
	if (s->final)
		buf_puts(b, " final");
	if (s->queue.n)
		buf_printf(b, " queue of %.*s;", STR_ARG(s->queue));
	if (!s->final) {
		buf_char(b, ' ');
		put_due(b, p, &s->due);
	}
	put_names(b, "; late tells ", &s->escalate);
	if (s->blind)
		buf_puts(b, "; blind");
	put_seats(b, p, &s->seats);
	buf_char(b, '\n');
}

static void print_clock(struct buf *b, const struct pack *p, const struct clock *c)
{
	buf_printf(b, "  %-22.*s ", STR_ARG(c->name));
	put_due(b, p, &c->due);
	put_names(b, "; late tells ", &c->escalate);
	buf_char(b, '\n');
}

/* Consequences that need words of their own, a line each below the step. */
static void print_openings(struct buf *b, const struct transition *t)
{
	for (size_t i = 0; i < t->opens.n; i++) {
		const struct opens *o = &t->opens.v[i];
		buf_printf(b, "      opens %.*s", STR_ARG(o->type));
		put_part(b, " when ", o->when_text);
		put_assigns(b, " with ", &o->with);
		buf_char(b, '\n');
	}
	for (size_t i = 0; i < t->samples.n; i++) {
		const struct sample *s = &t->samples.v[i];
		buf_printf(b, "      draws %d of 100", s->percent);
		put_part(b, " when ", s->when_text);
		put_assigns(b, ", which sets ", &s->set);
		buf_char(b, '\n');
	}
}

static void put_people(struct buf *b, const struct transition *t)
{
	put_names(b, "; by ", &t->by);
	put_part(b, "; form ", t->form);
	put_part(b, t->automatic ? "; by itself when " : "; when ", t->when_text);
	if (t->automatic && !t->when_text.n)
		buf_puts(b, "; by itself");
	put_names(b, "; never who did ", &t->distinct);
	if (t->people)
		buf_printf(b, "; %d people", t->people);
	put_names(b, "; needs ", &t->competence);
	put_names(b, "; may be overridden by ", &t->override);
	buf_puts(b, t->reason ? "; reason" : "");
	buf_puts(b, t->locks ? "; locks the seat" : "");
	buf_puts(b, t->recheck ? "; only while it could still be opened" : "");
}

static void print_transition(struct buf *b, const struct transition *t)
{
	buf_printf(b, "  %c %-22.*s", t->automatic ? '-' : t->key, STR_ARG(t->id));
	put_names(b, " ", &t->from);
	buf_printf(b, " -> %.*s", STR_ARG(t->to));
	put_people(b, t);
	put_part(b, "; band ", t->band);
	put_assigns(b, "; sets ", &t->set);
	put_names(b, "; starts ", &t->start);
	put_names(b, "; stops ", &t->stop);
	put_names(b, "; undone by a change of ", &t->approves);
	put_names(b, "; undoes ", &t->cancels);
	put_names(b, "; tells ", &t->alert);
	buf_char(b, '\n');
	print_openings(b, t);
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

static void print_lead(struct buf *b, const struct lead *l)
{
	if (l->ask.n == 0)
		return;
	buf_printf(b, "\nlead\n  %.*s; calm when %.*s; danger when %.*s; else caution (%.*s)",
	    STR_ARG(l->ask), STR_ARG(l->calm_text), STR_ARG(l->danger_text), STR_ARG(l->none));
	put_names(b, "; with ", &l->with);
	buf_char(b, '\n');
}

static void print_head(struct buf *b, const struct record_type *t)
{
	buf_printf(b, "\nrecord %.*s (%.*s), reference %.*s, begins in %.*s\n",
	    STR_ARG(t->name), STR_ARG(t->label), STR_ARG(t->ref), STR_ARG(t->initial));
	if (t->open.given) {
		put_names(b, "opened by ", &t->open.by);
		put_names(b, " under ", &t->open.under);
		put_part(b, "; when ", t->open.when_text);
		buf_puts(b, t->open.reason ? "; reason\n" : "\n");
	}
	if (t->evidence)
		buf_puts(b, "evidence: blind seats see it too\n");
}

void print_type(struct buf *b, const struct pack *p, const struct record_type *t)
{
	print_head(b, t);
	for (size_t i = 0; i < t->fields.n; i++)
		print_field(b, &t->fields.v[i]);
	for (size_t i = 0; i < t->forms.n; i++)
		print_form(b, &t->forms.v[i]);
	buf_puts(b, "\nstates\n");
	for (size_t i = 0; i < t->states.n; i++)
		print_state(b, p, &t->states.v[i]);
	for (size_t i = 0; i < t->clocks.n; i++) {
		buf_puts(b, i ? "" : "\nclocks\n");
		print_clock(b, p, &t->clocks.v[i]);
	}
	buf_puts(b, t->transitions.n ? "\nsteps\n" : "\nno steps\n");
	for (size_t i = 0; i < t->transitions.n; i++)
		print_transition(b, &t->transitions.v[i]);
	for (size_t i = 0; i < t->ranks.n; i++) {
		buf_puts(b, i ? "" : "\nrank\n");
		print_rank(b, &t->ranks.v[i]);
	}
	print_lead(b, &t->lead);
}
