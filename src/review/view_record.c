/* SPDX-License-Identifier: MIT */
/* A whole record as a reply: fields, forms, steps, notes, history, rank. */
#include "review/seat.h"
#include "review/view.h"
#include "review/words.h"

/* "DVDS guidance of 2014: 35 days, to 12 May 2017": what held on the day it was received. */
static struct str regime_words(struct desk *d, const struct casefile *c)
{
	struct str text =
	    value_of_json(json_get_str(c->seen.facts.fields, c->type->received)).s;
	const struct regime *g;
	struct str last;
	int32_t day;

	if (!day_read(text, &day))
		return STR("");
	g = pack_regime(c->pack, day);
	if (!g)
		return STR("");
	last = say_long_day(d->arena, day + g->total_days);
	return arena_printf(d->arena, "%.*s: %d days, to %.*s%s", STR_ARG(g->label),
	    g->total_days, STR_ARG(last), g->verified ? "" : " (unverified)");
}

static void put_core(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	const struct facts *f = &c->seen.facts;
	const struct band *band = pack_band(c->pack, f->band);
	struct arena *a = d->arena;

	*r = (struct rep_record){.ref = f->ref,
	    .type = f->type,
	    .type_label = c->type->label,
	    .state = f->state,
	    .state_label = state_words(c->type, f->state),
	    .band = f->band,
	    .band_label = band_words(c->pack, f->band),
	    .queue = f->queue,
	    .holder = f->holder,
	    .mine = casefile_mine(m, c),
	    .due = say_instant(a, f->due),
	    .due_text = say_due_long(a, f->due, f->now),
	    .late = f->due != NO_TIME && f->due < f->now,
	    .wake = say_day(a, f->wake),
	    .flag = f->flag,
	    .regime = regime_words(d, c),
	    .version = c->rec.version,
	    .parent = f->parent,
	    .did = f->did,
	    .opened = say_instant(a, f->opened),
	    .moved = say_instant(a, f->moved)};
	if (band)
		r->band_mark = arena_printf(a, "%c", band->mark);
	r->title = view_title(d, c->type, f->fields);
}

static void put_fields(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	for (size_t i = 0; i < c->type->fields.n; i++) {
		const struct field *f = &c->type->fields.v[i];
		struct value v = facts_get(d->arena, &c->seen.facts, &f->attr);
		if (v.kind == V_NONE || field_hidden(m, f))
			continue;
		if (f->spec.type == VT_TEXT) {
			*arena_push(d->arena, &r->texts) =
			    (struct part_text){.name = f->name, .label = f->label, .text = v.s};
			continue;
		}
		*arena_push(d->arena, &r->fields) = (struct part_field){.name = f->name,
		    .label = f->label,
		    .group = f->group,
		    .value = value_text(d->arena, v),
		    .text = say_value(d->arena, f->spec.type, &f->spec.choices, v)};
	}
}

static bool form_now(const struct form *f, const struct form **now, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (now[i] == f)
			return true;
	return false;
}

static void put_formhead(struct desk *d, const struct casefile *c, const struct form *f,
    bool now, struct rep_record *r)
{
	struct asked_form asked = {0};

	form_view(d->arena, &c->seen, f, &asked);
	if (now || asked.answered)
		*arena_push(d->arena, &r->forms) = (struct part_formhead){.form = f->name,
		    .title = f->title,
		    .now = now,
		    .shown = (int64_t)asked.shown,
		    .answered = (int64_t)asked.answered,
		    .missing = (int64_t)asked.missing};
}

static void put_forms(struct desk *d, const struct casefile *c, struct rep_record *r)
{
	const struct form **now = NULL;
	size_t n = 0;

	state_forms(d->arena, c->type, c->rec.state, &now, &n);
	for (size_t i = 0; i < n; i++)
		put_formhead(d, c, now[i], true, r);
	for (size_t i = 0; i < c->type->forms.n; i++)
		if (!form_now(&c->type->forms.v[i], now, n))
			put_formhead(d, c, &c->type->forms.v[i], false, r);
}

/* Which seat's answer is shown: the one that counts; and to somebody who must not know of
 * the other readers their own, as they locked it. */
static const struct answer_row *answer_shown(const struct me *m, const struct casefile *c,
    const struct form *f, const struct question *q, const struct answer_rows *rows)
{
	static const int64_t own[] = {SEAT_ONE, SEAT_TWO, SEAT_COUNTS};
	bool hidden = c->blind && seat_question(c->type, q->name);

	for (size_t k = hidden ? 0 : 2; k < 3; k++)
		for (size_t i = 0; i < rows->n; i++) {
			const struct answer_row *w = &rows->v[i];
			if (w->seat == own[k] && str_eq(w->form, f->name) &&
			    str_eq(w->question, q->name) && w->value.n &&
			    (!hidden || str_eq(w->by, m->person.name)))
				return w;
		}
	return NULL;
}

static void put_answer(struct desk *d, const struct form *f, const struct question *q,
    const struct answer_row *w, struct rep_record *r)
{
	struct value v = value_str(w->value);

	*arena_push(d->arena, &r->answers) = (struct part_answer){.form = f->name,
	    .question = q->name,
	    .label = q->label,
	    .value = w->value,
	    .text = say_value(d->arena, q->spec.type, &q->spec.choices, v),
	    .reason = w->reason,
	    .by = w->by,
	    .at = w->at};
}

static void put_form_answers(struct desk *d, const struct me *m, const struct casefile *c,
    const struct form *f, const struct answer_rows *rows, struct rep_record *r)
{
	for (size_t i = 0; i < f->n; i++) {
		const struct answer_row *w = answer_shown(m, c, f, &f->questions[i], rows);
		if (w)
			put_answer(d, f, &f->questions[i], w, r);
	}
}

bool view_answers(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct answer_rows rows = {0};

	if (!record_answers_seen(d->rv->store, d->arena, &m->viewer, c->rec.id, &rows, e))
		return false;
	for (size_t i = 0; i < c->type->forms.n; i++)
		put_form_answers(d, m, c, &c->type->forms.v[i], &rows, r);
	return true;
}

/* A step that only a holder may take is closed for everybody else, and says so. */
static void put_steps(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	struct steps steps = {0};

	steps_of(d->arena, &c->seen, &m->person, &steps);
	for (size_t i = 0; i < steps.n; i++) {
		const struct transition *t = steps.v[i].t;
		struct part_step *out = arena_push(d->arena, &r->steps);
		*out = (struct part_step){.id = t->id,
		    .key = arena_printf(d->arena, "%c", t->key),
		    .label = t->label,
		    .help = t->help,
		    .to = state_words(c->type, t->to),
		    .open = steps.v[i].open && r->mine,
		    .closed = steps.v[i].closed,
		    .override = steps.v[i].may_override,
		    .reason = t->reason,
		    .form = t->form};
		if (!r->mine)
			*arena_push(d->arena, &out->closed) =
			    c->rec.holder.n ? arena_printf(d->arena, "%.*s holds it",
						  STR_ARG(c->rec.holder))
					    : STR("you do not hold it: take it first");
	}
}

static void put_ranks(struct desk *d, const struct casefile *c, struct rep_record *r)
{
	struct rank rank = {0};

	rank_of(d->arena, c->pack, c->type, &c->seen.facts, &rank);
	r->rank = c->seen.facts.rank;
	for (size_t i = 0; i < rank.parts.n; i++)
		*arena_push(d->arena, &r->ranks) = (struct part_rankpart){
		    .because = rank.parts.v[i].because, .points = rank.parts.v[i].points};
}

bool view_record(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	put_core(d, m, c, r);
	put_fields(d, m, c, r);
	put_forms(d, c, r);
	put_steps(d, m, c, r);
	put_ranks(d, c, r);
	if (!view_answers(d, m, c, r, e) || !view_past(d, m, c, r, e) ||
	    !view_hangs(d, m, c, r, e) || !view_leads(d, m, c, r, e))
		return false;
	view_fit(d->arena, r);
	return true;
}
