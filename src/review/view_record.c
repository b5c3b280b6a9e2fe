/* SPDX-License-Identifier: MIT */
/* A whole record as a reply: fields, forms, steps, notes, history, rank. */
#include "review/history.h"
#include "review/view.h"
#include "review/words.h"

enum { HISTORY_MAX = 60, HISTORY_READ = 240 };

static struct str regime_words(struct desk *d, const struct casefile *c)
{
	struct str text =
	    json_get_str(c->view.facts.fields, c->type->received)
		? value_of_json(json_get_str(c->view.facts.fields, c->type->received)).s
		: STR("");
	const struct regime *g;
	int32_t day;

	if (!day_read(text, &day))
		return STR("");
	g = pack_regime(d->rv->pack, day);
	if (!g)
		return STR("");
	return arena_printf(d->arena, "%.*s: %d days%s", STR_ARG(g->label), g->total_days,
	    g->verified ? "" : " (unverified)");
}

static void put_core(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	const struct facts *f = &c->view.facts;
	const struct band *band = pack_band(d->rv->pack, f->band);
	struct arena *a = d->arena;

	*r = (struct rep_record){.ref = f->ref,
	    .type = f->type,
	    .type_label = c->type->label,
	    .state = f->state,
	    .state_label = state_words(c->type, f->state),
	    .band = f->band,
	    .band_label = band_words(d->rv->pack, f->band),
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
	    .opened = say_instant(a, f->opened),
	    .moved = say_instant(a, f->moved)};
	if (band)
		r->band_mark = arena_printf(a, "%c", band->mark);
	if (!template_fill(a, c->type->title, f->fields, &r->title))
		r->title = STR("");
}

static void put_fields(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	for (size_t i = 0; i < c->type->fields.n; i++) {
		const struct field *f = &c->type->fields.v[i];
		struct value v = facts_get(d->arena, &c->view.facts, &f->attr);
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

	form_view(d->arena, &c->view, f, &asked);
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

static void put_answer(struct desk *d, const struct form *f, const struct question *q,
    const struct answer_rows *rows, struct rep_record *r)
{
	for (size_t i = 0; i < rows->n; i++) {
		const struct answer_row *w = &rows->v[i];
		if (w->seat != 0 || !str_eq(w->form, f->name) ||
		    !str_eq(w->question, q->name) || w->value.n == 0)
			continue;
		*arena_push(d->arena, &r->answers) = (struct part_answer){.form = f->name,
		    .question = q->name,
		    .label = q->label,
		    .value = w->value,
		    .text = say_value(
			d->arena, q->spec.type, &q->spec.choices, value_str(w->value)),
		    .reason = w->reason,
		    .by = w->by,
		    .at = w->at};
		return;
	}
}

static bool put_answers(
    struct desk *d, const struct casefile *c, struct rep_record *r, struct err *e)
{
	struct answer_rows rows = {0};

	if (!record_answers(d->rv->store, d->arena, c->rec.id, &rows, e))
		return false;
	for (size_t i = 0; i < c->type->forms.n; i++)
		for (size_t k = 0; k < c->type->forms.v[i].n; k++)
			put_answer(d, &c->type->forms.v[i], &c->type->forms.v[i].questions[k],
			    &rows, r);
	return true;
}

/* A step that only a holder may take is closed for everybody else, and says so. */
static void put_steps(
    struct desk *d, const struct me *m, const struct casefile *c, struct rep_record *r)
{
	struct steps steps = {0};

	steps_of(d->arena, &c->view, &m->person, &steps);
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
		    .reason = t->reason,
		    .form = t->form};
		if (!r->mine)
			*arena_push(d->arena, &out->closed) =
			    c->rec.holder.n ? arena_printf(d->arena, "%.*s holds it",
						  STR_ARG(c->rec.holder))
					    : STR("you do not hold it: take it first");
	}
}

/* Newest first, however the store lists them. */
static bool put_notes(
    struct desk *d, const struct casefile *c, struct rep_record *r, struct err *e)
{
	struct note_rows rows = {0};
	bool up;

	if (!record_notes(d->rv->store, d->arena, c->rec.id, &rows, e))
		return false;
	up = rows.n > 1 && rows.v[0].seq < rows.v[rows.n - 1].seq;
	for (size_t i = 0; i < rows.n; i++) {
		const struct note_row *w = &rows.v[up ? rows.n - 1 - i : i];
		*arena_push(d->arena, &r->notes) = (struct part_note){
		    .seq = w->seq, .at = w->at, .by = w->by, .text = w->text};
	}
	return true;
}

/* Who looked and who was refused is the log's to tell. */
static bool in_history(const struct event_row *ev)
{
	return !str_is(ev->type, event_name(EVENT_RECORD_VIEWED)) &&
	       !str_is(ev->type, event_name(EVENT_REQUEST_REFUSED));
}

static bool put_history(
    struct desk *d, const struct casefile *c, struct rep_record *r, struct err *e)
{
	struct event_filter f = {
	    .record = c->rec.ref, .limit = HISTORY_READ, .newest_first = true};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n && r->history.n < HISTORY_MAX; i++) {
		const struct event_row *ev = &rows.v[i];
		if (!in_history(ev))
			continue;
		*arena_push(d->arena, &r->history) = (struct part_event){.seq = ev->seq,
		    .at = ev->at,
		    .actor = ev->actor,
		    .session = ev->session,
		    .type = ev->type,
		    .record = ev->record,
		    .text = event_words(d->arena, d->rv->pack, ev)};
	}
	return true;
}

static void put_ranks(struct desk *d, const struct casefile *c, struct rep_record *r)
{
	struct rank rank = {0};

	rank_of(d->arena, d->rv->pack, c->type, &c->view.facts, &rank);
	r->rank = c->view.facts.rank;
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
	if (!put_answers(d, c, r, e) || !put_notes(d, c, r, e) || !put_history(d, c, r, e))
		return false;
	view_fit(d->arena, r);
	return true;
}
