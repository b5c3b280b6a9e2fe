/* SPDX-License-Identifier: MIT */
/* Facets of a record type and of its parts. */
#include "rules/facets.h"

static const char *const timelines[] = {
    [TIMELINE_USUAL] = "", [TIMELINE_CONTACTS] = "contacts", [TIMELINE_QUALITY] = "quality"};

static void list_type(struct listing *l)
{
	const struct record_type *t = l->type;

	element(l, t->name);
	facet(l, "label", t->label);
	facet(l, "plural", t->plural);
	facet(l, "ref", t->ref);
	facet(l, "initial", t->initial);
	facet(l, "received", t->received);
	facet(l, "title", t->title);
	facet_yes(l, "evidence", t->evidence);
	facet(l, "timeline", str_of(timelines[t->timeline]));
	facet_yes(l, "opened by hand", t->open.given);
	facet_list(l, "opened by", t->open.by);
	facet_list(l, "opened under", t->open.under);
	facet(l, "opened when", t->open.when_text);
	facet(l, "because", t->open.because);
	facet_yes(l, "opened with a reason", t->open.reason);
}

static void list_fields(struct listing *l)
{
	for (size_t i = 0; i < l->type->fields.n; i++) {
		const struct field *f = &l->type->fields.v[i];
		element(l, f->name);
		facet(l, "label", f->label);
		facet(l, "group", f->group);
		facet_spec(l, &f->spec);
		facet_yes(l, "ordered", f->attr.ordered);
		facet_yes(l, "required", f->required);
		facet_yes(l, "restricted", f->restricted);
		facet_yes(l, "index", f->index);
		facet_yes(l, "search", f->search);
		facet_yes(l, "names", f->names);
		facet_yes(l, "bars", f->bars);
	}
}

static void list_forms(struct listing *l)
{
	for (size_t i = 0; i < l->type->forms.n; i++) {
		element(l, l->type->forms.v[i].name);
		facet(l, "title", l->type->forms.v[i].title);
		facet(l, "intro", l->type->forms.v[i].intro);
	}
}

static void list_question(struct listing *l, const struct form *f, const struct question *q)
{
	element(l, q->name);
	facet(l, "form", f->name);
	facet(l, "label", q->label);
	facet(l, "help", q->help);
	facet_spec(l, &q->spec);
	facet_yes(l, "ordered", q->attr.ordered);
	facet_yes(l, "required", q->required);
	facet(l, "show_if", q->show_if_text);
	facet(l, "reason_if", q->reason_if);
}

static void list_questions(struct listing *l)
{
	for (size_t i = 0; i < l->type->forms.n; i++)
		for (size_t j = 0; j < l->type->forms.v[i].n; j++)
			list_question(
			    l, &l->type->forms.v[i], &l->type->forms.v[i].questions[j]);
}

static void list_states(struct listing *l)
{
	for (size_t i = 0; i < l->type->states.n; i++) {
		const struct state *s = &l->type->states.v[i];
		element(l, s->name);
		facet(l, "label", s->label);
		facet(l, "queue", s->queue);
		facet_yes(l, "final", s->final);
		facet_yes(l, "blind", s->blind);
		facet_yes(l, "seats", s->seats.given);
		facet(l, "second", s->seats.second);
		facet(l, "second when", s->seats.when_text);
		facet(l, "adjudicator", s->seats.adjudicator);
		facet_list(l, "compare", s->seats.compare);
		facet_due(l, "adjudicated in", &s->seats.due);
		facet_due(l, "due", &s->due);
		facet_list(l, "escalate", s->escalate);
	}
}

static void list_clocks(struct listing *l)
{
	for (size_t i = 0; i < l->type->clocks.n; i++) {
		const struct clock *c = &l->type->clocks.v[i];
		element(l, c->name);
		facet(l, "label", c->label);
		facet_due(l, "due", &c->due);
		facet_list(l, "escalate", c->escalate);
	}
}

static void list_outcome(struct listing *l, const struct transition *t)
{
	facet_set(l, "set", &t->set);
	facet(l, "band", t->band);
	for (size_t i = 0; i < t->opens.n; i++) {
		facet(l, "opens", t->opens.v[i].type);
		facet(l, "opens when", t->opens.v[i].when_text);
		facet_set(l, "opens with", &t->opens.v[i].with);
	}
	for (size_t i = 0; i < t->samples.n; i++) {
		facet_int(l, "percent drawn", t->samples.v[i].percent);
		facet(l, "drawn when", t->samples.v[i].when_text);
		facet_set(l, "drawn sets", &t->samples.v[i].set);
	}
	facet_list(l, "starts", t->start);
	facet_list(l, "stops", t->stop);
	facet_list(l, "approves", t->approves);
	facet_list(l, "cancels", t->cancels);
	facet_list(l, "alert", t->alert);
}

static void list_transitions(struct listing *l)
{
	for (size_t i = 0; i < l->type->transitions.n; i++) {
		const struct transition *t = &l->type->transitions.v[i];
		element(l, t->id);
		facet(l, "label", t->label);
		facet(l, "help", t->help);
		facet(l, "key", (struct str){&t->key, t->key != 0});
		facet_list(l, "from", t->from);
		facet(l, "to", t->to);
		facet_list(l, "by", t->by);
		facet(l, "form", t->form);
		facet(l, "when", t->when_text);
		facet(l, "because", t->because);
		facet_list(l, "distinct", t->distinct);
		facet_int(l, "people", t->people);
		facet_list(l, "competence", t->competence);
		facet_list(l, "override", t->override);
		facet_yes(l, "automatic", t->automatic);
		facet_yes(l, "locks", t->locks);
		facet_yes(l, "recheck", t->recheck);
		facet_yes(l, "reason", t->reason);
		list_outcome(l, t);
	}
}

/* A term has no name: its condition stands for it. */
static void list_ranks(struct listing *l)
{
	for (size_t i = 0; i < l->type->ranks.n; i++) {
		const struct rank_term *r = &l->type->ranks.v[i];
		element(l, r->per_day ? r->since : r->when_text);
		facet_int(l, "points", r->points);
		facet_int(l, "points a day", r->per_day);
		facet(l, "because", r->because);
	}
}

static void list_lead(struct listing *l)
{
	const struct lead *lead = &l->type->lead;

	if (lead->ask.n == 0)
		return;
	element(l, lead->ask);
	facet(l, "none", lead->none);
	facet(l, "calm", lead->calm_text);
	facet(l, "danger", lead->danger_text);
	facet_list(l, "with", lead->with);
}

static void list_columns(struct listing *l)
{
	for (size_t i = 0; i < l->type->columns.n; i++) {
		const struct column *c = &l->type->columns.v[i];
		element(l, c->name);
		facet(l, "label", c->label);
		facet_int(l, "width", c->width);
		facet_int(l, "priority", c->priority);
		facet_int(l, "place", (int64_t)i + 1);
	}
}

const struct facet_kind type_kinds[] = {
    {"type", list_type},
    {"state", list_states},
    {"transition", list_transitions},
    {"field", list_fields},
    {"form", list_forms},
    {"question", list_questions},
    {"clock", list_clocks},
    {"rank", list_ranks},
    {"lead", list_lead},
    {"columns", list_columns},
    {0},
};
