/* SPDX-License-Identifier: MIT */
/*
 * What is read before anything else: the lead of a record, of its parent and of its children.
 * Calm and danger are the pack's conditions on the record as this person may see it; what is
 * neither, an answer in a form half filled in among it, is caution.
 */
#include "review/view.h"
#include "review/words.h"

enum { LEADS_MAX = 4, UNDER_MAX = 200 };

static const char *tone_of(struct desk *d, const struct casefile *c)
{
	const struct lead *l = &c->type->lead;
	const struct facts *f = &c->seen.facts;

	if (expr_eval(d->arena, l->danger, f))
		return "danger";
	return expr_eval(d->arena, l->calm, f) ? "calm" : "caution";
}

static const struct part_answer *given(const struct rep_record *of, struct str question)
{
	for (size_t i = 0; i < of->answers.n; i++)
		if (str_eq(of->answers.v[i].question, question))
			return &of->answers.v[i];
	return NULL;
}

/* `of` holds the answers of c. */
static void put_lead(
    struct desk *d, const struct casefile *c, const struct rep_record *of, struct rep_record *r)
{
	const struct lead *l = &c->type->lead;
	const struct part_answer *said = given(of, l->ask);
	struct part_lead *out = arena_push(d->arena, &r->leads);

	*out = (struct part_lead){.ref = c->rec.ref,
	    .label = c->type->label,
	    .says = said ? said->text : l->none,
	    .tone = str_of(tone_of(d, c))};
	if (!said)
		return;
	out->by = said->by;
	out->at = said->at;
	if (str_is(out->tone, "caution"))
		out->says = arena_printf(d->arena, "%.*s (%.*s)", STR_ARG(said->text),
		    STR_ARG(state_words(c->type, c->rec.state)));
	for (size_t i = 0; i < l->with.n; i++) {
		const struct part_answer *a = given(of, l->with.v[i]);
		struct part_answer *under;
		if (!a)
			continue;
		under = arena_push(d->arena, &out->under);
		*under = *a;
		under->text = say_cut(d->arena, a->text, UNDER_MAX);
		under->value = under->reason = STR("");
	}
}

/* Of another record, which may be of an older pack than this one. */
static bool put_other(
    struct desk *d, const struct me *m, struct str ref, struct rep_record *r, struct err *e)
{
	struct rep_record of = {0};
	struct casefile c;
	struct err why = {0};

	if (!casefile_load(d, m, ref, &c, &why)) {
		if (why.kind == ERR_NOT_FOUND)
			return true; /* what one may not see has no lead either */
		*e = why;
		return false;
	}
	if (c.type->lead.ask.n == 0)
		return true;
	if (!view_answers(d, m, &c, &of, e))
		return false;
	put_lead(d, &c, &of, r);
	return true;
}

/* Children are in the log as a list; that something of the parent was shown is not yet. */
static bool put_parent(struct desk *d, const struct me *m, struct rep_record *r, struct err *e)
{
	struct strs refs = {0};
	size_t before = r->leads.n;

	*arena_push(d->arena, &refs) = r->parent;
	return put_other(d, m, r->parent, r, e) &&
	       (r->leads.n == before || view_log_refs(d, "ref", r->parent, refs, e));
}

static bool leads(const struct desk *d, struct str type)
{
	const struct record_type *t = pack_type(d->rv->pack, type);

	return t && t->lead.ask.n > 0;
}

bool view_leads(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	if (c->type->lead.ask.n)
		put_lead(d, c, r, r);
	if (r->parent.n && !put_parent(d, m, r, e))
		return false;
	for (size_t i = 0; i < r->children.n && r->leads.n < LEADS_MAX; i++)
		if (leads(d, r->children.v[i].type) &&
		    !put_other(d, m, r->children.v[i].ref, r, e))
			return false;
	return true;
}
