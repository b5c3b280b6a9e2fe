/* SPDX-License-Identifier: MIT */
/* What a form asks and what it misses. */
#include "help.h"
#include "support/toypack.h"

Suite *suite_rules_form(void);

struct desk {
	struct arena arena;
	const struct pack *pack;
	struct case_view view;
};

static struct desk desk_open(const char *answers, const char *reasons)
{
	struct desk d = {0};

	d.pack = toy_pack(&d.arena);
	d.view = (struct case_view){.pack = d.pack,
	    .type = &d.pack->types.v[0],
	    .facts = {.type = STR("case"), .state = STR("triage")},
	    .reasons = object(&d.arena, reasons)};
	d.view.facts.answers = object(&d.arena, answers);
	return d;
}

static struct asked_form form_of(struct desk *d, const char *name)
{
	struct asked_form f;

	form_view(&d->arena, &d->view, type_form(d->view.type, str_of(name)), &f);
	return f;
}

/* Shown and missing of each question, as letters: '.' hidden,
 * 's' shown and in order, 'm' missing an answer, 'r' missing a reason. */
static struct str picture(struct desk *d, const char *name)
{
	struct asked_form f = form_of(d, name);
	struct buf b = buf_in(&d->arena);
	size_t shown = 0, answered = 0, missing = 0;

	for (size_t i = 0; i < f.n; i++) {
		const struct asked *q = &f.v[i];
		bool none = q->value.kind == V_NONE;
		holds(q->shown || q->missing.n == 0);
		holds(q->q == &f.form->questions[i]);
		buf_char(&b, (char)(!q->shown           ? '.'
				    : q->missing.n == 0 ? 's'
				    : none              ? 'm'
							: 'r'));
		shown += q->shown;
		answered += q->shown && !none;
		missing += q->missing.n > 0;
	}
	holds(f.shown == shown && f.answered == answered && f.missing == missing);
	return buf_str(&b);
}

struct sketch {
	const char *answers, *reasons, *triage;
};

/* identified, later (reason if yes), later_on, weapons (reason if gun), incidents */
static const struct sketch sketches[] = {
    {"{}", "{}", "mm..."},
    {"{\"identified\":\"yes\"}", "{}", "sm..."},
    {"{\"identified\":\"yes\",\"later\":\"no\"}", "{}", "ss..."},
    {"{\"identified\":\"yes\",\"later\":\"not_checked\"}", "{}", "ss..."},
    {"{\"later\":\"unknown\"}", "{}", "ms.s."},
    {"{\"later\":\"yes\"}", "{}", "mrms."},
    {"{\"later\":\"yes\"}", "{\"later\":\"seen\"}", "msms."},
    {"{\"later\":\"yes\",\"later_on\":\"2016-01-01\"}", "{\"later\":\"x\"}", "mssss"},
    {"{\"later\":\"unknown\",\"weapons\":\"knife,gun\"}", "{}", "ms.r."},
    {"{\"later\":\"unknown\",\"weapons\":\"knife,gun\"}", "{\"weapons\":\"own\"}", "ms.s."},
    {"{\"later\":\"unknown\",\"weapons\":\"knife\"}", "{}", "ms.s."},
    {"{\"later\":\"unknown\",\"weapons\":\"gunner\"}", "{}", "ms.s."},
    /* A reason without an answer is no answer. */
    {"{}", "{\"later\":\"seen\"}", "mm..."},
    /* The old date of a hidden question brings up nothing and is missed by nobody. */
    {"{\"later\":\"no\",\"later_on\":\"2016-01-01\",\"incidents\":3}", "{}", "ms..."},
    {"{\"later\":\"no\",\"weapons\":\"gun\"}", "{}", "ms..."},
};

START_TEST(a_form_asks_what_its_conditions_say_and_misses_what_is_due)
{
	for (size_t i = 0; i < COUNT(sketches); i++) {
		struct desk d = desk_open(sketches[i].answers, sketches[i].reasons);
		struct str got = picture(&d, "triage");
		struct str want = str_of(sketches[i].triage);
		if (!str_eq(got, want))
			ck_abort_msg("%s %s: %.*s, not %s", sketches[i].answers,
			    sketches[i].reasons, STR_ARG(got), sketches[i].triage);
		arena_clear(&d.arena);
	}
}
END_TEST

START_TEST(a_star_asks_a_reason_for_any_answer)
{
	struct desk d = desk_open("{\"officer\":\"Smith\"}", "{}");

	ck_str_is(picture(&d, "review"), "mrsm");
	d.view.facts.answers = object(&d.arena, "{\"officer\":\"not_recorded\"}");
	ck_str_is(picture(&d, "review"), "mrsm");
	d.view.reasons = object(&d.arena, "{\"officer\":\"lost\"}");
	ck_str_is(picture(&d, "review"), "mssm");
	arena_clear(&d.arena);
}
END_TEST

START_TEST(what_is_missing_is_said)
{
	struct desk d = desk_open("{\"later\":\"yes\"}", "{}");
	struct asked_form f = form_of(&d, "triage");

	ck_str_is(f.v[0].missing, "not answered");
	ck_str_is(f.v[1].missing, "this answer needs a reason");
	ck_assert(f.v[1].needs_reason && !f.v[0].needs_reason);
	ck_assert(value_eq(f.v[1].value, value_str(STR("yes"))));
	arena_clear(&d.arena);
}
END_TEST

START_TEST(looking_at_a_form_changes_no_answer)
{
	const char *text = "{\"later\":\"no\",\"later_on\":\"2016-01-01\",\"incidents\":3}";
	struct desk d = desk_open(text, "{}");
	struct asked_form f = form_of(&d, "triage");

	ck_assert(json_same(d.view.facts.answers, object(&d.arena, text)));
	ck_assert_int_eq(f.v[4].value.i, 3);
	arena_clear(&d.arena);
}
END_TEST

START_TEST(a_state_works_on_each_form_once)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct form **forms;
	size_t n;

	state_forms(&a, &p->types.v[0], STR("triage"), &forms, &n);
	ck_assert_uint_eq(n, 1);
	ck_str_is(forms[0]->name, "triage");
	state_forms(&a, &p->types.v[0], STR("review"), &forms, &n);
	ck_assert_uint_eq(n, 1);
	ck_str_is(forms[0]->name, "review");
	state_forms(&a, &p->types.v[0], STR("closed"), &forms, &n);
	ck_assert_uint_eq(n, 0);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_form(void)
{
	const TTest *const tests[] = {
	    a_form_asks_what_its_conditions_say_and_misses_what_is_due,
	    a_star_asks_a_reason_for_any_answer,
	    what_is_missing_is_said,
	    looking_at_a_form_changes_no_answer,
	    a_state_works_on_each_form_once,
	};

	return suite_of("rules/form", tests, COUNT(tests));
}
