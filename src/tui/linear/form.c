/* SPDX-License-Identifier: MIT */
/* A form question by question: each is said, and the next line answers it. */
#include "lookback/base/utf8.h"
#include "tui/linear/form.h"

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

const struct part_question *lines_question(const struct lines *l)
{
	const struct lines_form *f = &l->form;

	return f->focus < f->rep.questions.n ? &f->rep.questions.v[f->focus] : NULL;
}

/* The place of the question among those that are asked. */
static int number_of(const struct lines_form *f, size_t at)
{
	int n = 0;

	for (size_t i = 0; i <= at && i < f->rep.questions.n; i++)
		n += f->rep.questions.v[i].shown;
	return n;
}

void lines_choices(struct lines *l, const struct part_question *q)
{
	struct buf b = buf_in(&l->frame);

	for (size_t i = 0; i < q->choices.n; i++) {
		const struct part_choice *c = &q->choices.v[i];
		char key = form_key(q, i, true);
		if (key)
			buf_printf(&b, "%s%c %.*s", b.n ? ", " : "", key,
			    STR_ARG(named(c->label, c->code)));
		else
			buf_printf(&b, "%s%zu %.*s", b.n ? ", " : "", i + 1,
			    STR_ARG(named(c->label, c->code)));
	}
	if (b.n)
		lines_say(
		    l, "%s%.*s.", form_is_many(q) ? "Several of: " : "", STR_ARG(buf_str(&b)));
}

const char *lines_expected(const struct part_question *q)
{
	if (str_is(q->kind, "date"))
		return " A date.";
	if (str_is(q->kind, "integer"))
		return " A whole number.";
	return q->choices.n ? "" : " A text.";
}

/* What the readers answered, to whom it falls to decide between them. */
static void say_readers(struct lines *l, const struct part_question *q)
{
	for (size_t i = 0; i < q->blind.n; i++)
		lines_say(l, "%.*s answered: %.*s.", STR_ARG(q->blind.v[i].code),
		    STR_ARG(q->blind.v[i].label));
	if (q->agreed)
		lines_say(l, "They agree.");
}

static void say_question(struct lines *l)
{
	const struct part_question *q = lines_question(l);
	const struct lines_form *f = &l->form;

	lines_say(l, "%d of %lld: %.*s%s%s", number_of(f, f->focus), (long long)f->rep.shown,
	    STR_ARG(named(q->label, q->name)), lines_expected(q),
	    q->required ? "" : " (may be left out)");
	lines_choices(l, q);
	say_readers(l, q);
	if (q->value.n)
		lines_say(l, "Now: %.*s%s%.*s", STR_ARG(named(q->text, q->value)),
		    q->reason.n ? ", because " : "", STR_ARG(q->reason));
	if (q->needs_reason && q->reason.n == 0)
		lines_say(l, "This answer needs a reason; :reason asks for it.");
	else if (q->value.n && q->missing.n)
		lines_say(l, "%.*s", STR_ARG(q->missing));
}

void lines_form_help(struct lines *l)
{
	const struct part_question *q = lines_question(l);

	if (q->help.n)
		lines_text(l, q->help);
	for (size_t i = 0; i < q->choices.n; i++)
		lines_say(l, "%zu or %.*s: %.*s", i + 1, STR_ARG(q->choices.v[i].code),
		    STR_ARG(named(q->choices.v[i].label, q->choices.v[i].code)));
	if (str_is(q->kind, "date"))
		lines_say(l, "A date such as 3/4/17, 3 apr 2017, yesterday, -3d.");
	else if (str_is(q->kind, "integer"))
		lines_say(l, "A whole number.");
	else if (q->choices.n == 0)
		lines_say(l, "A text; a backslash at the end of a line goes on in the next.");
	lines_say(l, "An empty line goes on and keeps what stands, ] goes to the next open "
		     "question, - goes back, . answers as on the case before.");
	lines_say(l, ":clear takes the answer back, :reason says why, :source reads the case, "
		     ":look for WORDS finds words in it, :quote quotes them, :close leaves.");
}

static bool is_open(const struct part_question *q, bool only_missing)
{
	return q->shown && (q->missing.n || (!only_missing && q->value.n == 0));
}

/* Behind the focus: first one without an answer, then one that keeps the form incomplete. */
bool lines_form_next_open(struct lines_form *f)
{
	for (size_t i = f->focus + 1; i < f->rep.questions.n; i++)
		if (is_open(&f->rep.questions.v[i], false)) {
			f->focus = i;
			return true;
		}
	for (size_t i = 0; i < f->rep.questions.n; i++)
		if (is_open(&f->rep.questions.v[i], true)) {
			f->focus = i;
			return true;
		}
	return false;
}

bool lines_form_step(struct lines_form *f, bool down)
{
	size_t n = f->rep.questions.n;

	for (size_t i = f->focus; down ? ++i < n : i-- > 0;)
		if (f->rep.questions.v[i].shown) {
			f->focus = i;
			return true;
		}
	return false;
}

static void say_end(struct lines *l)
{
	struct lines_form *f = &l->form;

	f->done = true;
	if (f->rep.missing > 0)
		lines_say(l, "%lld still to answer; ] goes to the next, - goes back.",
		    (long long)f->rep.missing);
	else
		lines_say(l, "Complete. d says the next steps, - goes back to the questions.");
}

void lines_form_ask(struct lines *l, bool found)
{
	if (!found) {
		say_end(l);
		return;
	}
	l->form.done = false;
	say_question(l);
}

struct str lines_form_prompt(struct lines *l)
{
	const struct lines_form *f = &l->form;

	if (f->done || !lines_question(l))
		return arena_printf(
		    &l->frame, "Form of %.*s: ", STR_ARG(utf8_mask(&l->frame, f->ref, false)));
	return arena_printf(
	    &l->frame, "Answer %d of %lld: ", number_of(f, f->focus), (long long)f->rep.shown);
}

bool lines_form_go(struct lines *l, bool down, int64_t times)
{
	bool moved = false;

	while (times-- > 0 && lines_form_step(&l->form, down))
		moved = true;
	lines_form_ask(l, moved || !down);
	return true;
}

/* ---- opening ---- */
static void say_all(struct lines *l, const struct rep_form *r)
{
	for (size_t i = 0; i < r->questions.n; i++) {
		const struct part_question *q = &r->questions.v[i];
		if (q->shown)
			lines_say(l, "%.*s: %.*s%s%.*s", STR_ARG(named(q->label, q->name)),
			    STR_ARG(q->value.n ? named(q->text, q->value) : STR("no answer")),
			    q->reason.n ? ", because " : "", STR_ARG(q->reason));
	}
}

static void say_form(struct lines *l, const struct lines_form *f)
{
	const struct rep_form *r = &f->rep;

	lines_say(l, "%.*s, %.*s: %lld of %lld answered.", STR_ARG(named(r->title, r->form)),
	    STR_ARG(f->ref), (long long)r->answered, (long long)r->shown);
	if (r->intro.n && r->answered == 0)
		lines_text(l, r->intro);
}

bool lines_form_fetch(struct lines *l, struct arena *a, struct rep_form *rep, struct err *e)
{
	struct req_form q = {.ref = l->form.ref, .form = l->form.name};

	if (call_form(&l->service, a, &q, rep, e))
		return true;
	arena_clear(a);
	return false;
}

void lines_form_keep(struct lines *l, struct arena fresh, const struct rep_form *rep)
{
	arena_clear(&l->form.mem);
	l->form.mem = fresh;
	l->form.rep = *rep;
}

static void begin(struct lines *l)
{
	struct lines_form *f = &l->form;
	const struct part_question *q;

	f->focus = 0;
	q = lines_question(l);
	if (!q) {
		say_end(l);
		return;
	}
	lines_form_ask(l, (q->shown && q->value.n == 0) || lines_form_next_open(f));
}

/* It lies on its case. */
static void come(struct lines *l, struct lines_form *f)
{
	l->form_told = true;
	lines_enter(l, PLACE_FORM);
	l->form = *f;
	begin(l);
}

bool lines_form_open(struct lines *l, struct str ref, struct str form, struct err *e)
{
	struct lines_form f = {0};
	struct req_form q;

	f.ref = arena_str(&f.life, ref);
	f.name = arena_str(&f.life, form);
	q = (struct req_form){.ref = f.ref, .form = f.name};
	if (!call_form(&l->service, &f.mem, &q, &f.rep, e)) {
		arena_clear(&f.mem);
		arena_clear(&f.life);
		return false;
	}
	say_form(l, &f);
	if (f.rep.editable) {
		if (!l->form_told)
			lines_say(l, "? explains a question, :help says the commands.");
		come(l, &f);
		return true;
	}
	lines_say(l, "Only to read: %.*s",
	    STR_ARG(f.rep.why_not.n ? f.rep.why_not : STR("it cannot be changed now")));
	say_all(l, &f.rep);
	arena_clear(&f.mem);
	arena_clear(&f.life);
	return true;
}

/* The same question has the focus, wherever it stands now. */
bool lines_form_quietly(struct lines *l, struct err *e)
{
	struct lines_form *f = &l->form;
	struct str name = {0};
	struct arena fresh = {0};
	struct rep_form rep = {0};
	const struct part_question *q = lines_question(l);

	if (q)
		name = arena_str(&l->frame, q->name);
	if (!lines_form_fetch(l, &fresh, &rep, e))
		return false;
	lines_form_keep(l, fresh, &rep);
	q = form_called(&f->rep, name);
	if (q)
		f->focus = (size_t)(q - f->rep.questions.v);
	return true;
}

bool lines_form_again(struct lines *l, bool reload, struct err *e)
{
	if (reload && !lines_form_quietly(l, e))
		return false;
	say_form(l, &l->form);
	lines_form_ask(l, !l->form.done && lines_question(l) && lines_question(l)->shown);
	return true;
}
