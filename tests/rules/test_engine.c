/* SPDX-License-Identifier: MIT */
/* Consequences, opening by hand, seats: what the rules say to the engine. */
#include "help.h"
#include "support/toypack.h"

Suite *suite_rules_engine(void);

static struct case_view view_of(
    const struct pack *p, const char *type, const char *state, const struct json *fields)
{
	const struct record_type *t = pack_type(p, str_of(type));

	return (struct case_view){.pack = p,
	    .type = t,
	    .facts = {.ref = STR("X-1"),
		.type = t->name,
		.state = str_of(state),
		.band = STR("red"),
		.due = at("2026-06-30T23:30:00.000Z"),
		.opened = NO_TIME,
		.moved = NO_TIME,
		.wake = NO_DAY,
		.fields = fields,
		.pack = p}};
}

/* ---- what is set ----------------------------------------------------------- */

static const struct {
	const char *from, *text; /* NULL: nothing */
} sources[] = {
    {"today", "2026-07-01"},
    {"me", "asmith"},
    {"reason", "because"},
    {"ref", "X-1"},
    {"band", "red"},
    {"state", "review"},
    {"due", "2026-07-01"}, /* an instant gives its day in London */
    {"opened", NULL},
    {"received", "2016-05-04"},
    {"closed_on", "not_recorded"},
    {"place", NULL},
    {"later_on", NULL},
    {"nothing_of_that_name", NULL},
};

START_TEST(a_value_is_taken_from_where_the_pack_says)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct case_view c = view_of(p, "case", "review",
	    object(&a, "{\"received\":\"2016-05-04\",\"closed_on\":\"not_recorded\","
		       "\"visits\":3,\"place\":\"\"}"));
	struct person who = {.name = STR("asmith")};
	struct assign s = {.name = STR("x")};

	for (size_t i = 0; i < COUNT(sources); i++) {
		struct value v;
		s.from = str_of(sources[i].from);
		v = assign_value(&a, &s, &c, &who, STR("because"), day_of(2026, 7, 1));
		holds((v.kind == V_STR) == (sources[i].text != NULL));
		if (sources[i].text)
			ck_str_is(v.s, sources[i].text);
	}
	s.from = STR("visits");
	ck_assert_int_eq(assign_value(&a, &s, &c, &who, STR(""), 0).i, 3);
	s.from = STR("reason");
	ck_assert_int_eq(assign_value(&a, &s, &c, &who, STR(""), 0).kind, V_NONE);
	s.from = STR("me");
	ck_assert_int_eq(assign_value(&a, &s, &c, NULL, STR(""), 0).kind, V_NONE);
	s = (struct assign){.name = STR("x"), .value = value_str(STR("today"))};
	ck_str_is(assign_value(&a, &s, &c, &who, STR(""), 0).s, "today"); /* as it stands */
	arena_clear(&a);
}
END_TEST

START_TEST(the_first_automatic_step_whose_guard_holds_is_taken)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);
	struct case_view c = view_of(p, "action", "todo", object(&a, "{\"urgency\":\"nil\"}"));
	struct record_type *t = &p->types.v[2];

	ck_str_is(auto_step(&a, &c)->id, "lapse");
	c.facts.state = STR("doing");
	ck_assert_ptr_null(auto_step(&a, &c));
	c = view_of(p, "action", "todo", object(&a, "{\"urgency\":\"normal\"}"));
	ck_assert_ptr_null(auto_step(&a, &c));
	toy_step(t, "accept")->automatic = true; /* without a guard: at once */
	ck_str_is(auto_step(&a, &c)->id, "accept");
	c = view_of(p, "action", "todo", object(&a, "{\"urgency\":\"nil\"}"));
	ck_str_is(auto_step(&a, &c)->id, "lapse"); /* pack order */
	arena_clear(&a);
}
END_TEST

/* ---- opening by hand ------------------------------------------------------- */

static struct str against(struct arena *a, const struct pack *p, const char *type,
    const struct case_view *parent, const char *roles)
{
	struct person who = {.name = STR("asmith"), .roles = toy_list(a, roles)};
	struct buf b = buf_in(a);
	struct strs closed = {0};
	bool open = may_open(a, p, pack_type(p, str_of(type)), parent, &who, &closed);

	holds(open == (closed.n == 0));
	for (size_t i = 0; i < closed.n; i++)
		buf_printf(&b, "%.*s|", STR_ARG(closed.v[i]));
	return buf_str(&b);
}

START_TEST(a_record_is_opened_by_its_roles_under_its_types)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct case_view review = view_of(p, "case", "review", NULL);
	struct case_view triage = view_of(p, "case", "triage", NULL);
	struct case_view paper = view_of(p, "paper", "kept", NULL);

	ck_str_is(against(&a, p, "case", NULL, "reviewer"), "");
	ck_str_is(against(&a, p, "case", &review, "reviewer"),
	    "Case stands alone and is opened under no other record; open it from its "
	    "register|");
	ck_str_is(against(&a, p, "case", NULL, "supervisor"),
	    "only a Triage officer or a Reviewer may do this; ask one of them|");
	ck_str_is(against(&a, p, "enquiry", &review, "reviewer"), "");
	ck_str_is(against(&a, p, "enquiry", &triage, "reviewer"),
	    "enquiries are made while a case is under review; it opens when state is Review or "
	    "Sign-off|");
	ck_str_is(against(&a, p, "enquiry", NULL, "auditor"),
	    "only a Reviewer or a Supervisor may do this; ask one of them|"
	    "Enquiry is opened under a Case, and none was named; open it from there|");
	ck_str_is(against(&a, p, "enquiry", &paper, "reviewer"),
	    "Enquiry is opened under a Case, not under a Paper; open it from there|");
	ck_str_is(against(&a, p, "action", &triage, "supervisor"), "");
	ck_str_is(against(&a, p, "paper", NULL, "supervisor"),
	    "Paper is not opened by hand; imports and other records bring it|");
	ck_str_is(against(&a, p, "case", NULL, "reviewer auditor"), "");
	arena_clear(&a);
}
END_TEST

START_TEST(nobody_opens_under_a_record_that_they_may_not_see)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);
	struct case_view review = view_of(p, "case", "review", NULL);

	review.bars = toy_list(&a, "@asmith");
	ck_str_is(against(&a, p, "action", &review, "reviewer"),
	    "you have a conflict of interest with this case; another person must do this "
	    "step|");
	review.bars = toy_list(&a, "asmith @asmit @asmithy @");
	ck_str_is(against(&a, p, "action", &review, "reviewer"), "");
	p->roles.v[1].rights = RIGHT_READ;
	ck_str_is(against(&a, p, "action", &review, "reviewer"),
	    "only a Reviewer or a Supervisor may do this; ask one of them|");
	arena_clear(&a);
}
END_TEST

/* ---- seats ----------------------------------------------------------------- */

static const struct {
	const char *first, *second, *differ;
} pairs[] = {
    {"{\"eligible\":\"yes\"}", "{\"eligible\":\"yes\"}", ""},
    {"{\"eligible\":\"yes\"}", "{\"eligible\":\"unsure\"}", "eligible "},
    {"{\"eligible\":\"no\",\"ground\":\"topic\"}", "{\"eligible\":\"no\",\"ground\":\"date\"}",
	"ground "},
    {"{\"eligible\":\"no\",\"ground\":\"topic\"}", "{\"eligible\":\"yes\"}",
	"eligible ground "},
    /* an old answer to a question that was not asked says nothing */
    {"{\"eligible\":\"yes\",\"ground\":\"topic\"}", "{\"eligible\":\"yes\"}", ""},
    {"{\"eligible\":\"yes\",\"ground\":\"topic\"}",
	"{\"eligible\":\"yes\",\"ground\":\"date\"}", ""},
    /* words are not compared */
    {"{\"eligible\":\"yes\",\"thought\":\"a\"}", "{\"eligible\":\"yes\",\"thought\":\"b\"}",
	""},
    {"{}", "{}", ""},
    {"{}", "{\"eligible\":\"yes\"}", "eligible "},
};

static struct str differ(
    struct arena *a, const struct record_type *t, const char *first, const char *second)
{
	struct buf b = buf_in(a);
	struct strs out = {0};

	seats_differ(a, t, &t->states.v[0], object(a, first), object(a, second), &out);
	for (size_t i = 0; i < out.n; i++)
		buf_printf(&b, "%.*s ", STR_ARG(out.v[i]));
	return buf_str(&b);
}

START_TEST(two_readers_differ_where_their_answers_do)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);
	struct record_type *t = &p->types.v[3];

	for (size_t i = 0; i < COUNT(pairs); i++) {
		ck_str_is(differ(&a, t, pairs[i].first, pairs[i].second), pairs[i].differ);
		ck_str_is(differ(&a, t, pairs[i].second, pairs[i].first), pairs[i].differ);
		ck_str_is(differ(&a, t, pairs[i].first, pairs[i].first), "");
	}
	t->states.v[0].seats.compare = toy_list(&a, "thought");
	ck_str_is(differ(&a, t, "{\"eligible\":\"yes\",\"thought\":\"a\"}",
		      "{\"eligible\":\"no\",\"thought\":\"b\"}"),
	    "thought ");
	toy_step(t, "include")->locks = toy_step(t, "exclude")->locks = false;
	ck_str_is(differ(&a, t, pairs[1].first, pairs[1].second), "");
	arena_clear(&a);
}
END_TEST

START_TEST(seated_forms_and_blind_roles_are_those_of_seats)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);
	struct record_type *t = &p->types.v[3];

	ck_assert(form_seated(t, STR("screen")));
	ck_assert(!form_seated(t, STR("")) && !form_seated(t, STR("triage")));
	ck_assert(!form_seated(&p->types.v[0], STR("triage")));
	ck_assert(roles_blind(p, toy_list(&a, "auditor second_reader")));
	ck_assert(roles_blind(p, toy_list(&a, "adjudicator")));
	ck_assert(!roles_blind(p, toy_list(&a, "reviewer supervisor")));
	ck_assert(!roles_blind(p, toy_list(&a, "")));
	toy_step(t, "exclude")->locks = false;
	ck_assert(form_seated(t, STR("screen"))); /* include still ends a seat */
	t->states.v[0].seats.given = false;
	ck_assert(!form_seated(t, STR("screen")));
	ck_assert(!roles_blind(p, toy_list(&a, "second_reader adjudicator")));
	arena_clear(&a);
}
END_TEST

START_TEST(what_the_engine_adds_is_found_by_name)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	ck_str_is(pack_link(p, STR("about"))->label, "Is about");
	ck_str_is(pack_competence(p, STR("visiting"))->label, "Visiting people");
	ck_str_is(type_clock(&p->types.v[0], STR("answer"))->label, "Answer");
	ck_assert(!pack_link(p, STR("abou")) && !pack_competence(p, STR("")) &&
		  !type_clock(&p->types.v[0], STR("tell")));
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_engine(void)
{
	const TTest *const tests[] = {
	    a_value_is_taken_from_where_the_pack_says,
	    the_first_automatic_step_whose_guard_holds_is_taken,
	    a_record_is_opened_by_its_roles_under_its_types,
	    nobody_opens_under_a_record_that_they_may_not_see,
	    two_readers_differ_where_their_answers_do,
	    seated_forms_and_blind_roles_are_those_of_seats,
	    what_the_engine_adds_is_found_by_name,
	};

	return suite_of("rules/engine", tests, COUNT(tests));
}
