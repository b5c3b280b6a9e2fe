/* SPDX-License-Identifier: MIT */
/*
 * Questions on work: a supervisor asks the author about answers, perhaps returning the work
 * with it; the author answers without having to hold the record; who asked closes it with
 * what came of it.
 */
#include "review/body.h"
#include "review/move.h"
#include "review/quality.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { QUERY_TEXT_MAX = 4000, QUERIES_MOST = 40 };

/* ---- raising ---- */

struct raising {
	const struct req_query *q;
	struct casefile c;
	struct str to, to_words, reason;
	struct step step;
};

static bool may_ask(struct desk *d, const struct me *m, struct err *e)
{
	if (!quality_not_blind(d, m, e))
		return false;
	return (m->rights & RIGHT_ASSIGN) || quality_by(d->rv->pack, m->account.roles) ||
	       err_set(e, ERR_REFUSED, REFUSED_QUERY_ASSIGN);
}

static bool not_in_contest(const struct casefile *c, struct err *e)
{
	return !c->all.blind ||
	       err_set(e, ERR_REFUSED, REFUSED_QUERY_BLIND, STR_ARG(c->rec.ref));
}

/* The author, unless somebody is named; in any case an account that may see the record. */
static bool find_to(struct desk *d, struct raising *k, struct err *e)
{
	struct str name = str_trim(k->q->to);
	struct user_row u = {0};
	struct record seen;
	struct err hidden = {0};
	struct me to;

	if (name.n == 0)
		name = k->c.all.author;
	if (name.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_QUERY_NOBODY, STR_ARG(k->c.rec.ref));
	if (!user_get(d->rv->store, d->arena, name, &u, e))
		return false;
	me_of(d, &u, &to);
	k->to = u.name;
	k->to_words = me_words(d, u.name);
	if (u.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_QUERY_CLOSED, STR_ARG(u.name));
	return record_get(d->rv->store, d->arena, &to.viewer, k->c.rec.ref, &seen, &hidden) ||
	       err_set(e, ERR_REFUSED, REFUSED_QUERY_UNSEEN, STR_ARG(u.name),
		   STR_ARG(k->c.rec.ref));
}

static const struct form *form_with(const struct record_type *t, struct str question)
{
	for (size_t i = 0; i < t->forms.n; i++)
		if (form_question(&t->forms.v[i], question))
			return &t->forms.v[i];
	return NULL;
}

static struct str near_question(
    struct desk *d, const struct record_type *t, struct str question)
{
	struct strs names = {0};

	for (size_t i = 0; t->forms.v && i < t->forms.n; i++)
		for (size_t k = 0; k < t->forms.v[i].n; k++)
			*arena_push(d->arena, &names) = t->forms.v[i].questions[k].name;
	return say_near(d->arena, question, names);
}

/* Every fault at once. */
static bool sound(struct desk *d, const struct raising *k, struct err *e)
{
	const struct json *all = k->q->questions;
	struct str kept, near;
	bool ok = true;

	if (!all || all->kind != J_OBJ || all->n == 0 || all->n > QUERIES_MOST)
		return err_set(e, ERR_INPUT,
		    "questions come as {question: what is asked about it}, 1 to %d of them",
		    QUERIES_MOST);
	for (size_t i = 0; i < all->n; i++) {
		struct err why = {0};
		if (!form_with(k->c.type, all->keys[i])) {
			near = near_question(d, k->c.type, all->keys[i]);
			ok = err_more(e, ERR_INPUT, "%.*s has no question '%.*s'%.*s",
			    STR_ARG(k->c.type->label), STR_ARG(all->keys[i]), STR_ARG(near));
		} else if (all->v[i]->kind != J_STR || str_trim(all->v[i]->s).n == 0) {
			ok = err_more(e, ERR_INPUT, "%.*s: say what is asked about it",
			    STR_ARG(all->keys[i]));
		} else if (!desk_text("text", all->v[i]->s, QUERY_TEXT_MAX, &kept, &why)) {
			ok =
			    err_more(e, ERR_INPUT, "%.*s: %s", STR_ARG(all->keys[i]), why.text);
		}
	}
	return ok;
}

static bool write_one(
    struct desk *d, const struct raising *k, size_t i, int64_t *seq, struct err *e)
{
	struct str name = k->q->questions->keys[i];
	struct json *body = json_obj(d->arena);
	int64_t at = 0;

	body_text(d->arena, body, "to", k->to);
	body_text(d->arena, body, "question", name);
	body_text(d->arena, body, "form", form_with(k->c.type, name)->name);
	body_text(d->arena, body, "text", str_trim(k->q->questions->v[i]->s));
	body_some(d->arena, body, "transition", k->q->step);
	if (!desk_append(d, EVENT_QUERY_RAISED, k->c.all.ref, body, &at, e))
		return false;
	if (*seq == 0)
		*seq = at;
	return true;
}

/* Returning the work is a step like any other: one holds the record, and it must be open. */
static bool find_step(struct desk *d, const struct me *m, struct raising *k, struct err *e)
{
	if (k->q->step.n == 0)
		return true;
	return casefile_held(d, m, &k->c, e) &&
	       step_open(d, m, &k->c, k->q->step, k->q->reason, &k->step, &k->reason, e);
}

static bool raise(
    struct desk *d, const struct me *m, struct raising *k, struct rep_done *r, struct err *e)
{
	size_t n = k->q->questions->n;
	struct rep_moved moved = {0};

	for (size_t i = 0; i < n; i++)
		if (!write_one(d, k, i, &r->seq, e))
			return false;
	if (k->step.t ? !take_step(d, m, &k->c, k->step.t, k->reason, 0, &moved, e)
		      : !autos_run(d, k->c.all.ref, e))
		return false;
	r->text = arena_printf(d->arena, "%.*s: %zu question%s for %.*s%s%.*s",
	    STR_ARG(k->c.rec.ref), n, plural((int64_t)n), STR_ARG(k->to_words),
	    moved.text.n ? "; " : "", STR_ARG(moved.text));
	return true;
}

bool review_query(struct desk *d, const struct req_query *q, struct rep_done *r, struct err *e)
{
	struct raising k = {.q = q};
	struct event_row first;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) || !may_ask(d, &m, e) || !desk_writable(d, e) ||
	    !desk_again(d, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	return casefile_load(d, &m, q->ref, &k.c, e) && not_in_contest(&k.c, e) &&
	       find_to(d, &k, e) && sound(d, &k, e) && find_step(d, &m, &k, e) &&
	       raise(d, &m, &k, r, e);
}

/* ---- answering ---- */

/* One sentence for all that is not theirs, whatever it is. */
static bool find_mine(
    struct desk *d, const struct me *m, int64_t number, struct query_row *row, struct err *e)
{
	struct err why = {0};

	if (query_get(d->rv->store, d->arena, &m->viewer, number, row, &why) &&
	    str_eq(row->to, m->person.name))
		return true;
	if (why.kind != ERR_NONE && why.kind != ERR_NOT_FOUND) {
		*e = why;
		return false;
	}
	return err_set(e, ERR_NOT_FOUND, "there is no question %lld that waits for your answer",
	    (long long)number);
}

bool review_query_answer(
    struct desk *d, const struct req_query_answer *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct query_row row = {0};
	struct event_row first;
	struct str text;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!find_mine(d, &m, q->query, &row, e) ||
	    !desk_text("answer", q->text, QUERY_TEXT_MAX, &text, e))
		return false;
	if (row.closed || row.answered != NO_TIME)
		return err_set(e, ERR_REFUSED, REFUSED_QUERY_DONE, (long long)row.seq,
		    row.closed ? "closed" : "answered");
	if (text.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_QUERY_WORDS);
	body_int(d->arena, body, "query", row.seq);
	body_text(d->arena, body, "text", text);
	r->text = arena_printf(
	    d->arena, "%.*s: your answer is with whoever asked", STR_ARG(row.record));
	return desk_append(d, EVENT_QUERY_ANSWERED, row.record, body, &r->seq, e) &&
	       autos_run(d, row.record, e);
}

/* ---- closing ---- */

static bool may_close(
    struct desk *d, const struct me *m, const struct query_row *row, struct err *e)
{
	if (!str_eq(row->by, m->person.name) && !may_ask(d, m, e))
		return false;
	return !row->closed || err_set(e, ERR_REFUSED, REFUSED_QUERY_SHUT, (long long)row->seq);
}

bool review_query_close(
    struct desk *d, const struct req_query_close *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct query_row row = {0};
	struct event_row first;
	struct str text;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e) || !quality_not_blind(d, &m, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!query_get(d->rv->store, d->arena, &m.viewer, q->query, &row, e) ||
	    !may_close(d, &m, &row, e) ||
	    !desk_text("outcome", q->text, QUERY_TEXT_MAX, &text, e))
		return false;
	body_int(d->arena, body, "query", row.seq);
	body_text(d->arena, body, "text", text);
	r->text = arena_printf(
	    d->arena, "%.*s: question %lld is closed", STR_ARG(row.record), (long long)row.seq);
	return desk_append(d, EVENT_QUERY_CLOSED, row.record, body, &r->seq, e) &&
	       autos_run(d, row.record, e);
}
