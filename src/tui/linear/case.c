/* SPDX-License-Identifier: MIT */
/* One case as lines, and what is done with cases whatever shows them. */
#include "tui/linear/form.h"
#include "tui/words.h"

enum { SECTIONS = 4 };

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

struct str lines_standing(struct arena *a, const struct rep_record *r)
{
	struct str standing = words_standing(a, r);

	if (r->band.n == 0)
		return standing;
	return arena_printf(
	    a, "%.*s, %.*s", STR_ARG(named(r->band_label, r->band)), STR_ARG(standing));
}

static void say_lead(struct lines *l, const struct part_lead *lead)
{
	lines_say(l, "%.*s, %.*s: %.*s", STR_ARG(lead->label), STR_ARG(lead->tone),
	    STR_ARG(lead->says));
	if (lead->by.n)
		lines_say(l, "Said by %.*s, %.*s.", STR_ARG(lead->by),
		    STR_ARG(words_instant(&l->frame, lead->at)));
	for (size_t i = 0; i < lead->under.n; i++) {
		const struct part_answer *a = &lead->under.v[i];
		lines_say(
		    l, "%.*s %.*s", STR_ARG(named(a->label, a->question)), STR_ARG(a->text));
	}
}

void lines_case_text(struct lines *l, const struct rep_record *r)
{
	struct str group = {0};

	for (size_t i = 0; i < r->leads.n; i++)
		say_lead(l, &r->leads.v[i]);
	lines_hangs(l, r);
	if (r->regime.n)
		lines_say(l, "Rules in force: %.*s", STR_ARG(r->regime));
	for (size_t i = 0; i < r->fields.n; i++) {
		const struct part_field *f = &r->fields.v[i];
		if (!str_eq(group, f->group))
			lines_say(l, "%.*s:", STR_ARG(f->group));
		group = f->group;
		lines_say(l, "%.*s: %.*s", STR_ARG(named(f->label, f->name)),
		    STR_ARG(named(f->text, f->value)));
	}
	for (size_t i = 0; i < r->texts.n; i++) {
		const struct part_text *t = &r->texts.v[i];
		lines_say(l, "%.*s:", STR_ARG(named(t->label, t->name)));
		lines_text(l, t->text);
	}
	if (r->fields.n + r->texts.n == 0)
		lines_say(l, "The case has no fields.");
}

static void say_answers(struct lines *l, const struct rep_record *r)
{
	for (size_t i = 0; i < r->forms.n; i++) {
		const struct part_formhead *f = &r->forms.v[i];
		lines_say(l, "%.*s (form %.*s): %lld of %lld answered, %s%s",
		    STR_ARG(named(f->title, f->form)), STR_ARG(f->form), (long long)f->answered,
		    (long long)f->shown, f->missing ? "not complete" : "complete",
		    f->now ? "; a answers it" : "");
		for (size_t k = 0; k < r->answers.n; k++) {
			const struct part_answer *a = &r->answers.v[k];
			if (!str_eq(a->form, f->form))
				continue;
			lines_say(l, "%.*s: %.*s%s%.*s", STR_ARG(named(a->label, a->question)),
			    STR_ARG(named(a->text, a->value)), a->reason.n ? ", because " : "",
			    STR_ARG(a->reason));
		}
	}
	if (r->forms.n == 0)
		lines_say(l, "No form is worked on in this state.");
}

static void say_notes(struct lines *l, const struct rep_record *r)
{
	for (size_t i = 0; i < r->notes.n; i++)
		lines_say(l, "%.*s, %.*s: %.*s",
		    STR_ARG(words_instant(&l->frame, r->notes.v[i].at)),
		    STR_ARG(r->notes.v[i].by), STR_ARG(r->notes.v[i].text));
	if (r->notes.n == 0)
		lines_say(l, "No notes yet. N adds one.");
}

static void say_history(struct lines *l, const struct rep_record *r)
{
	for (size_t i = 0; i < r->history.n && i < LINES_PAGE; i++)
		lines_say(l, "%.*s, %.*s: %.*s",
		    STR_ARG(words_instant(&l->frame, r->history.v[i].at)),
		    STR_ARG(r->history.v[i].actor),
		    STR_ARG(named(r->history.v[i].text, r->history.v[i].type)));
	if (r->history.n > LINES_PAGE)
		lines_say(l, "%zu earlier; gt says all.", r->history.n - LINES_PAGE);
	if (r->history.n == 0)
		lines_say(l, "Nothing has happened yet.");
}

static const struct {
	const char *name;
	void (*say)(struct lines *l, const struct rep_record *r);
} sections[SECTIONS] = {
    {"Case", lines_case_text},
    {"Answers", say_answers},
    {"Notes", say_notes},
    {"History", say_history},
};

void lines_section(struct lines *l)
{
	struct lines_case *k = &l->kase;
	struct err e = {0};

	if (k->stale && !k->moved && !lines_case_quietly(l, &e))
		lines_fail(l, &e);

	lines_say(l, "%d %s:", k->section + 1, sections[k->section].name);
	sections[k->section].say(l, &k->rec);
}

static void say_case(struct lines *l)
{
	const struct rep_record *r = &l->kase.rec;

	lines_say(l, "%.*s: %.*s", STR_ARG(r->ref), STR_ARG(r->title));
	lines_say(l, "%.*s", STR_ARG(lines_standing(&l->frame, r)));
	lines_terms(l, r);
	lines_section(l);
	lines_say(l,
	    "1 Case, 2 Answers, 3 Notes (%zu), 4 History (%zu). a answers the form, d "
	    "says the next steps.",
	    r->notes.n, r->history.n);
}

/* The record at hand becomes this one: on what led to it, or in the place of itself. */
static void hold(struct lines *l, struct arena fresh, const struct rep_record *r, int section)
{
	bool same = lines_place(l) == PLACE_CASE && str_eq(l->kase.rec.ref, r->ref);

	if (same)
		lines_forget(l, PLACE_CASE);
	else
		lines_enter(l, PLACE_CASE);
	l->fresh = true;
	l->kase = (struct lines_case){
	    .mem = fresh, .rec = *r, .section = section, .look = {.at = -1}};
	say_case(l);
}

static bool show(struct lines *l, struct str ref, struct str reason, int section, struct err *e)
{
	struct req_show q = {.ref = ref, .reason = reason};
	struct arena fresh = {0};
	struct rep_record r = {0};

	if (!call_show(&l->service, &fresh, &q, &r, e)) {
		arena_clear(&fresh);
		return false;
	}
	hold(l, fresh, &r, section);
	return true;
}

bool lines_open(struct lines *l, struct str ref, struct str reason, struct err *e)
{
	return show(l, ref, reason, 0, e);
}

bool lines_open_at(struct lines *l, struct str ref, int section, struct err *e)
{
	return show(l, ref, (struct str){0}, section, e);
}

bool lines_case_quietly(struct lines *l, struct err *e)
{
	struct lines_case *k = &l->kase;
	struct req_show q = {.ref = k->rec.ref};
	struct arena fresh = {0};
	struct rep_record r = {0};

	if (!call_show(&l->service, &fresh, &q, &r, e)) {
		arena_clear(&fresh);
		return false;
	}
	k->look = (struct lines_look){.at = -1};
	arena_clear(&k->mem);
	k->mem = fresh;
	k->rec = r;
	k->stale = false;
	return true;
}

bool lines_case_again(struct lines *l, bool reload, struct err *e)
{
	if (reload)
		return show(l, arena_str(&l->frame, l->kase.rec.ref), (struct str){0},
		    l->kase.section, e);
	lines_say(l, "Case %.*s: %.*s. %s", STR_ARG(l->kase.rec.ref),
	    STR_ARG(l->kase.rec.title),
	    l->kase.moved ? "It was decided; n brings the next case."
			  : "1 to 4 read it, a answers the form, d says the next steps.");
	return true;
}

/* It comes in the place of the case that one is done with. */
static bool act_next(struct lines *l, struct str arg, struct err *e)
{
	struct req_next q = {.expr = arg};
	struct arena fresh = {0};
	struct rep_record r = {0};

	if (!call_next(&l->service, &fresh, &q, &r, e)) {
		arena_clear(&fresh);
		return false;
	}
	while (lines_place(l) == PLACE_STEPS || lines_place(l) == PLACE_FORM ||
	       lines_place(l) == PLACE_CASE)
		lines_pop(l);
	hold(l, fresh, &r, 0);
	return true;
}

/* While one answers, the question comes again behind what was read. */
static bool read_section(struct lines *l, int section)
{
	l->kase.section = section;
	lines_section(l);
	if (lines_place(l) == PLACE_FORM)
		lines_form_ask(l, lines_question(l) != NULL && !l->form.done);
	return true;
}

static bool act_section(struct lines *l, struct str arg, struct err *e)
{
	int64_t n;

	if (!str_int(arg, &n) || n < 1 || n > SECTIONS)
		return err_set(e, ERR_USAGE, "there are sections 1 to %d", SECTIONS);
	return read_section(l, (int)n - 1);
}

static bool act_section_next(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	return read_section(l, (l->kase.section + 1) % SECTIONS);
}

static bool act_section_prev(struct lines *l, struct str arg, struct err *e)
{
	(void)arg, (void)e;
	return read_section(l, (l->kase.section + SECTIONS - 1) % SECTIONS);
}

static bool gone(const struct lines *l, struct err *e)
{
	return lines_place(l) == PLACE_CASE && l->kase.moved &&
	       !err_set(e, ERR_USAGE,
		   "this case has moved on: n brings the next one, R shows this one as it is "
		   "now");
}

static bool act_form(struct lines *l, struct str arg, struct err *e)
{
	struct str form = words_form_meant(&l->kase.rec, arg);

	if (gone(l, e))
		return false;
	if (form.n == 0)
		return err_set(
		    e, ERR_USAGE, "no form is worked on in this state; d shows the next steps");
	return lines_form_open(l, l->kase.rec.ref, form, e);
}

/* The case is said before its question is asked again. */
static bool act_source(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	if (lines_place(l) == PLACE_CASE)
		return act_form(l, (struct str){0}, e);
	if (lines_place(l) == PLACE_FORM)
		return read_section(l, l->kase.section);
	return err_set(e, ERR_USAGE, "no case is open here");
}

static bool act_steps(struct lines *l, struct str arg, struct err *e)
{
	struct strs refs = {0};

	if (gone(l, e) || !lines_meant(l, &refs, e))
		return false;
	if (refs.n > 1)
		return err_set(e, ERR_USAGE, "this is done with one case at a time");
	return lines_steps_open(l, refs.v[0], arg, e);
}

const struct lines_act lines_case_acts[] = {
    {ACT_NEXT, act_next},
    {ACT_SECTION, act_section},
    {ACT_SECTION_NEXT, act_section_next},
    {ACT_SECTION_PREV, act_section_prev},
    {ACT_FORM, act_form},
    {ACT_SOURCE, act_source},
    {ACT_OTHER, act_source},
    {ACT_STEPS, act_steps},
    {ACT_DECIDE, act_steps},
    {ACT_NONE, NULL},
};
