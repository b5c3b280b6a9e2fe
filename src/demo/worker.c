/* SPDX-License-Identifier: MIT */
/*
 * One worker's day. Be served, open the form, answer what it asks, look which steps are
 * open, take one, be served again. Each reply makes the next request; nothing is assumed
 * that a reply did not say.
 */
#include "demo/plan.h"

enum {
	NOTES = 25, /* per mille of cases with a note, put aside, given back */
	DEFERS = 8,
	RELEASES = 8,
	HALF = 5, /* answers after which a form is left half done */
	ANSWERS_MAX = 200,
};

/* The same case at the same version draws the same work, whoever is served it; one that
 * comes back draws anew, or it would come back for ever. */
static struct dice dice_for(const struct worker *w, struct str ref, int64_t version)
{
	uint64_t serial = 0xcbf29ce484222325u;

	for (size_t i = 0; i < ref.n; i++)
		serial = (serial ^ (unsigned char)ref.p[i]) * 0x100000001b3u;
	return draw_at(
	    w->seed, STREAM_CREW, serial + (uint64_t)version * ACTIVITIES + (uint64_t)w->doing);
}

void worker_start(struct worker *w, enum doing doing)
{
	arena_clear(&w->life);
	w->doing = doing;
	w->busy = false;
	w->msg = MSG_next;
	w->q.next = (struct req_next){.expr = str_of(activities[doing].expr)};
}

void worker_serve(struct worker *w, const char *expr)
{
	arena_clear(&w->life);
	w->busy = false;
	w->msg = MSG_next;
	w->q.next = (struct req_next){.expr = str_of(expr)};
}

static struct str keep(struct worker *w, struct str s)
{
	return arena_str(&w->life, s);
}

static void then_form(struct worker *w)
{
	w->msg = MSG_form;
	w->q.form = (struct req_form){.ref = w->ref, .form = w->form};
}

static void then_show(struct worker *w)
{
	w->msg = MSG_show;
	w->q.show = (struct req_show){.ref = w->ref, .reason = leaning_reason(w)};
}

static void then_release(struct worker *w)
{
	w->msg = MSG_release;
	w->q.release = (struct req_release){.ref = w->ref, .reason = leaning_reason(w)};
}

void worker_give_back(struct worker *w)
{
	then_release(w);
}

/* Among those worked on in the state of the record, the first that is not complete. */
static struct str form_to_fill(const struct rep_record *r)
{
	for (size_t i = 0; i < r->forms.n; i++)
		if (r->forms.v[i].now && (r->forms.v[i].missing || !r->forms.v[i].answered))
			return r->forms.v[i].form;
	return STR("");
}

static void decide_on(struct worker *w, const struct rep_record *r)
{
	const struct part_step *step = w->plan ? plan_step(w, r, true) : leaning_step(w, r);

	if (!step) {
		then_release(w);
		return;
	}
	w->msg = MSG_decide;
	w->q.decide = (struct req_decide){.ref = w->ref,
	    .step = keep(w, step->id),
	    .version = r->version,
	    .reason = step->reason ? leaning_reason(w) : STR("")};
}

/* Every step that needs a form is closed for more than the form: somebody else's case. */
static bool shut(const struct rep_record *r)
{
	bool any = false;

	for (size_t i = 0; i < r->steps.n; i++) {
		if (r->steps.v[i].form.n && r->steps.v[i].closed.n < 2)
			return false;
		any = any || r->steps.v[i].form.n;
	}
	return any;
}

/* Steps in the order of the story that one form is filled for: the first of them that is
 * open will be taken, and which is, the service says. */
static void mean(struct worker *w, const struct rep_record *r)
{
	struct str id;

	w->n_meant = w->tried = 0;
	for (int k = 0; w->n_meant < MEANT_MOST && (id = plan_way(w, k)).n; k++)
		for (size_t i = 0; i < r->steps.n; i++) {
			if (!str_eq(r->steps.v[i].id, id) ||
			    !str_eq(r->steps.v[i].form, w->form))
				continue;
			w->meant[w->n_meant].id = id;
			w->meant[w->n_meant++].reason = r->steps.v[i].reason;
		}
}

/* The story says which step is meant, so its form is the one to fill. */
static void begin_planned(struct worker *w, const struct rep_record *r)
{
	const struct part_step *step;

	plan_case(w, r);
	if (plan_opens(w))
		return;
	step = plan_step(w, r, false);
	w->form = STR("");
	for (size_t i = 0; step && i < r->forms.n; i++)
		if (str_eq(r->forms.v[i].form, step->form) &&
		    (r->forms.v[i].missing || !r->forms.v[i].answered))
			w->form = keep(w, step->form);
	if (!w->form.n) {
		decide_on(w, r);
		return;
	}
	mean(w, r);
	then_form(w);
}

static void begin(struct worker *w, const struct rep_record *r)
{
	int what;

	w->busy = true;
	w->answered = 0;
	w->ref = keep(w, r->ref);
	w->dice = dice_for(w, w->ref, r->version);
	if (w->plan) {
		w->singly = false;
		begin_planned(w, r);
		return;
	}
	w->form = keep(w, form_to_fill(r));
	/* the worker's own dice: a case that is given back must not be given back for ever */
	what = w->leave ? 1000 : draw_between(&w->luck, 0, 999);
	if (what < NOTES) {
		w->msg = MSG_note;
		w->q.note = (struct req_note){.ref = w->ref, .text = leaning_note(w)};
	} else if (what < NOTES + DEFERS) {
		w->msg = MSG_defer;
		w->q.defer = (struct req_defer){
		    .ref = w->ref, .until = STR("+3d"), .reason = leaning_reason(w)};
	} else if (what < NOTES + DEFERS + RELEASES || shut(r)) {
		then_release(w);
	} else if (w->form.n) {
		then_form(w);
	} else {
		decide_on(w, r);
	}
}

static const struct part_question *open_question(const struct rep_form *r)
{
	for (size_t i = 0; i < r->questions.n; i++) {
		const struct part_question *q = &r->questions.v[i];
		if (q->shown && (q->missing.n || (q->required && !q->value.n)))
			return q;
	}
	return NULL;
}

static void then_answer(struct worker *w, const struct rep_form *r,
    const struct part_question *q, struct str value, struct str reason)
{
	w->answered++;
	w->msg = MSG_answer;
	w->q.answer = (struct req_answer){.ref = w->ref,
	    .form = w->form,
	    .question = keep(w, q->name),
	    .value = keep(w, value),
	    .reason = reason,
	    .version = r->version};
}

static void draw_answer(
    struct worker *w, const struct part_question *q, struct str *value, struct str *reason)
{
	if (!w->plan || !plan_answer(w, q, value, reason))
		leaning_answer(w, q, value, reason);
}

/* An answer after which more is asked goes first and alone. */
static bool go_deeper(struct worker *w, const struct rep_form *r)
{
	for (size_t i = 0; i < r->questions.n; i++) {
		const struct part_question *q = &r->questions.v[i];
		struct str value, reason;
		if (!q->shown || q->value.n || !plan_gate(q->name))
			continue;
		draw_answer(w, q, &value, &reason);
		if (!plan_asks_more(q->name, value))
			continue;
		then_answer(w, r, q, value, reason);
		return true;
	}
	return false;
}

static struct str put_answer(struct worker *w, struct json *all, const struct part_question *q)
{
	struct json *one = json_obj(&w->life);
	struct str value, reason;

	draw_answer(w, q, &value, &reason);
	json_put(&w->life, one, "value", json_str(&w->life, keep(w, value)));
	json_put(&w->life, one, "reason", json_str(&w->life, keep(w, reason)));
	json_put_str(&w->life, all, keep(w, q->name), one);
	return value;
}

static void then_try(struct worker *w)
{
	w->q.decide.step = w->meant[w->tried].id;
	w->q.decide.reason = w->meant[w->tried].reason ? leaning_reason(w) : STR("");
	w->tried++;
}

/* All that is open goes along with the step, as at a workstation at the end of a form: the
 * first that is meant and that no answer speaks against. */
static void fill_and_decide(struct worker *w, const struct rep_form *r)
{
	struct json *all = json_obj(&w->life);
	bool against[MEANT_MOST] = {false};

	for (size_t i = 0; i < r->questions.n; i++) {
		const struct part_question *q = &r->questions.v[i];
		struct str value = q->value;
		if (q->shown && (q->missing.n || (q->required && !q->value.n)))
			value = put_answer(w, all, q);
		for (int k = 0; k < w->n_meant; k++)
			if (plan_against(w->meant[k].id, q->name, value))
				against[k] = true;
	}
	while (w->tried < w->n_meant - 1 && against[w->tried])
		w->tried++;
	w->msg = MSG_decide;
	w->q.decide = (struct req_decide){
	    .ref = w->ref, .version = r->version, .answers = all->n ? all : NULL};
	then_try(w);
}

/* Answers the first question that stands open; a form without one is done. */
static enum came go_on(struct worker *w, const struct rep_form *r)
{
	const struct part_question *open = open_question(r);
	struct str value, reason;

	if (w->leave && w->answered == HALF)
		return CAME_LEFT;
	if (!r->editable || w->answered == ANSWERS_MAX) {
		then_release(w);
		return CAME_ON;
	}
	if (w->plan && !w->singly && w->n_meant) {
		if (!go_deeper(w, r))
			fill_and_decide(w, r);
		return CAME_ON;
	}
	if (!open) {
		then_show(w);
		return CAME_ON;
	}
	draw_answer(w, open, &value, &reason);
	then_answer(w, r, open, value, reason);
	return CAME_ON;
}

static bool hear(struct worker *w, struct arena *mail, void *r, struct err *why)
{
	return client_receive(w->client, mail, &w->ticket, r, NULL, why);
}

static enum came hear_record(struct worker *w, struct arena *mail, struct err *why)
{
	bool served = w->msg == MSG_next;
	struct rep_record r;
	bool opened = w->opened;

	w->opened = false;
	if (!hear(w, mail, &r, why))
		return served && why->kind == ERR_NO ? CAME_NOTHING : CAME_BACK;
	if (served)
		begin(w, &r);
	else if (opened)
		begin_planned(w, &r);
	else
		decide_on(w, &r);
	return CAME_ON;
}

static enum came hear_form(struct worker *w, struct arena *mail, struct err *why)
{
	struct rep_form r;

	return hear(w, mail, &r, why) ? go_on(w, &r) : CAME_BACK;
}

/* After a note the work goes on; after the others the case is out of hand. */
static enum came hear_done(struct worker *w, struct arena *mail, struct err *why)
{
	struct rep_done r;
	bool note = w->msg == MSG_note;

	if (!hear(w, mail, &r, why))
		return CAME_BACK;
	if (!note)
		return CAME_NOTHING;
	if (w->form.n)
		then_form(w);
	else
		then_show(w);
	return CAME_ON;
}

/* A step that is closed: the next that was meant, or the form again, answer by answer. */
static enum came hear_moved(struct worker *w, struct arena *mail, struct err *why)
{
	struct rep_moved r;

	if (hear(w, mail, &r, why))
		return CAME_MOVED;
	if (!w->plan || why->kind == ERR_IO || w->singly || !w->n_meant)
		return CAME_BACK;
	if (w->tried < w->n_meant) {
		then_try(w);
		return CAME_ON;
	}
	w->singly = true;
	then_form(w);
	return CAME_ON;
}

/* Something was opened under the case; then the case itself is looked at again. */
static enum came hear_opened(struct worker *w, struct arena *mail, struct err *why)
{
	struct rep_moved r;

	if (!hear(w, mail, &r, why))
		return CAME_BACK;
	then_show(w);
	w->opened = true;
	return CAME_ON;
}

enum came worker_hear(struct worker *w, struct arena *mail, struct err *why)
{
	why->kind = ERR_NONE;
	if (w->msg == MSG_next || w->msg == MSG_show)
		return hear_record(w, mail, why);
	if (w->msg == MSG_form || w->msg == MSG_answer)
		return hear_form(w, mail, why);
	if (w->msg == MSG_decide)
		return hear_moved(w, mail, why);
	if (w->msg == MSG_add || w->msg == MSG_safeguard)
		return hear_opened(w, mail, why);
	return hear_done(w, mail, why);
}
