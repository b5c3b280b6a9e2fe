/* SPDX-License-Identifier: MIT */
/* One record, many questions. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_eval(void);

static struct facts record(struct arena *a)
{
	return (struct facts){.ref = STR("TOY-00017"),
	    .type = STR("case"),
	    .state = STR("review"),
	    .band = STR("amber"),
	    .queue = STR("reviewer"),
	    .holder = STR("asmith"),
	    .batch = STR("Extract-1"),
	    .due = at("2026-06-30T23:10:00.000Z"), /* in London already 1 July */
	    .opened = at("2026-01-05T09:00:00.000Z"),
	    .moved = at("2026-06-30T22:59:59.999Z"),
	    .wake = NO_DAY,
	    .rank = 61,
	    .notes = 2,
	    .fields =
		object(a, "{\"source_ref\":\"00017\",\"received\":\"2016-02-29\","
			  "\"closed_on\":\"not_recorded\",\"severity\":\"medium\","
			  "\"subject_name\":\"Zoë O'Brien-Lee\",\"place\":\"\","
			  "\"handler\":\"PC1234\",\"visits\":3,\"checks\":\"pnc,local\"}"),
	    .texts = object(a, "{\"narrative\":\"He hit her. Strangled\\nwith a café chair.\","
			       "\"remarks\":\"a knife\"}"),
	    .answers = object(a, "{\"later\":\"not_checked\",\"weapons\":\"not_applicable\","
				 "\"incidents\":\"not_recorded\",\"sure\":\"fair\","
				 "\"opinion\":\"plainly wrong\"}"),
	    .now = rand_now()};
}

struct claim {
	const char *text;
	bool yes;
};

static const struct claim claims[] = {
    {"", true},
    {"ref:toy-00017", true},
    {"ref:TOY*", true},
    {"ref:OY*", false},
    {"type:case", true},
    {"state:(triage, review)", true},
    {"state!=review", false},
    {"band:amber", true},
    {"band>=amber", true},
    {"band>amber", false},
    {"band<=red", true},
    {"band:green..amber", true},
    {"queue:reviewer", true},
    {"holder:me", true},
    {"holder:ASMITH", true},
    {"holder:none", false},
    {"batch:extract-1", true},
    {"due:2026-07-01", true},
    {"due:2026-06-30", false},
    {"due<2026-07-01", false},
    {"late:yes", true},
    {"late:no", false},
    {"opened:2026-01", true},
    {"moved:2026-06-30", true},
    {"moved>=2026-07", false},
    {"has:wake", false},
    {"wake:none", true},
    {"wake<=9999", false},
    {"wake!=2016", true},
    {"rank:61", true},
    {"rank:60..62", true},
    {"rank>61", false},
    {"notes>1", true},
    {"has:note", true},
    {"flag:none", true},
    {"-has:parent", true},
    {"source_ref:00017", true},
    {"received:2016-02", true},
    {"received:2016-02-29", true},
    {"received>2016-02-29", false},
    {"received:(2015, 2016)", true},
    /* An absence code is a value, but in no range, and equal to itself alone. */
    {"has:closed_on", true},
    {"closed_on:not_recorded", true},
    {"closed_on:not_applicable", false},
    {"closed_on>=0001", false},
    {"closed_on<=9999", false},
    {"closed_on:none", false},
    {"incidents<100", false},
    {"incidents>=0", false},
    {"incidents:not_recorded", true},
    {"-incidents<100", true},
    {"later:not_checked", true},
    {"later:(yes, no)", false},
    {"weapons:not_applicable", true},
    {"weapons:knife", false},
    /* An empty text is no value. */
    {"has:place", false},
    {"place:none", true},
    {"route:none", true},
    {"route:post", false},
    {"route!=post", true},
    {"severity>=medium", true},
    {"severity>medium", false},
    {"severity:low..medium", true},
    {"sure>=fair", true},
    {"sure:certain", false},
    {"subject_name:\"zoe o'brien-lee\"", true},
    {"subject_name:ZOE*", true},
    {"subject_name:zoe", false},
    {"subject_name:lee*", false},
    {"handler:pc1234", true},
    {"handler:pc*", true},
    {"visits:3", true},
    {"visits:(1, 2)", false},
    {"checks:pnc", true},
    {"checks:pnd", false},
    {"checks:(pnd, local)", true},
    {"checks!=local", false},
    {"narrative:\"hit her\"", true},
    {"narrative:\"her hit\"", false},
    {"narrative:strang", false},
    {"narrative:strang*", true},
    {"narrative:\"strangled with\"", true},
    {"narrative:CAFE", true},
    {"remarks:knife", true},
    {"opinion:wrong", true},
    /* Bare words look in the ref and in searchable fields, each on its own. */
    {"hit", true},
    {"brien", true},
    {"00017", true},
    {"\"toy-00017\"", true},
    {"knife", false},
    {"wrong", false},
    {"\"lee he\"", false},
    {"hit strangled", true},
    {"\"hit strangled\"", false},
    {"caf*", true},
    {"pc1234", false},
    {"topic:delay", false},
    {"message:hit", false},
    /* Names that are spelt otherwise: word by word, in any order, in lines alone. */
    {"~zoe", true},
    {"~\"obrien leigh zoey\"", false},
    {"~\"lee brian zoey\"", true},
    {"subject_name~\"brien zoe\"", true},
    {"subject_name~bryen", true},
    {"subject_name ~bryen", false},
    {"-~bryen", false},
    {"~strangeld", false},
    {"~chair", false},
    {"place~zoe", false},
    {"sender~zoe", false},
    {"band:red or (band:amber visits:3)", true},
    {"not (band:red or band:amber)", false},
    {"band:red or band:amber visits:4", false},
};

START_TEST(a_record_answers_as_the_language_says)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct facts f = record(&a);

	for (size_t i = 0; i < COUNT(claims); i++) {
		const struct expr *x = tree(&a, p, NULL, claims[i].text);
		if (expr_eval(&a, x, &f) != claims[i].yes)
			ck_abort_msg(
			    "%s: expected %s", claims[i].text, claims[i].yes ? "yes" : "no");
	}
	arena_clear(&a);
}
END_TEST

START_TEST(a_record_without_facts_has_nothing_but_what_the_engine_counts)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct facts f = {.due = NO_TIME, .opened = NO_TIME, .moved = NO_TIME, .wake = NO_DAY};

	for (size_t i = 0; i < CORE_ATTRS; i++) {
		bool kept =
		    i == CORE_LATE || i == CORE_RANK || i == CORE_NOTES || i == CORE_ALERT;
		holds((facts_get(&a, &f, &p->core[i]).kind != V_NONE) == kept);
	}
	for (size_t i = 0; i < p->types.v[0].fields.n; i++)
		holds(facts_get(&a, &f, &p->types.v[0].fields.v[i].attr).kind == V_NONE);
	ck_assert(!expr_eval(&a, tree(&a, p, NULL, "knife"), &f));
	ck_assert(expr_eval(&a, tree(&a, p, NULL, "late:no"), &f));
	arena_clear(&a);
}
END_TEST

START_TEST(a_deadline_is_late_only_after_its_last_moment)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct expr *late = tree(&a, p, NULL, "late:yes");
	struct facts f = record(&a);

	f.due = f.now;
	ck_assert(!expr_eval(&a, late, &f));
	f.now++;
	ck_assert(expr_eval(&a, late, &f));
	arena_clear(&a);
}
END_TEST

START_TEST(evaluation_leaves_no_scratch_behind)
{
	struct arena a = {0}, b = {0};
	const struct pack *p = toy_pack(&a);
	struct facts f = record(&a);
	const struct expr *x = tree(&a, p, NULL, "subject_name:zoe* due:2026-07-01");
	struct arena_mark before, after;

	arena_new(&b, char, 1);
	before = arena_mark(&b);
	for (int i = 0; i < 1000; i++)
		ck_assert(expr_eval(&b, x, &f));
	after = arena_mark(&b);
	ck_assert(before.chunk == after.chunk && before.used == after.used);
	arena_clear(&a);
	arena_clear(&b);
}
END_TEST

Suite *suite_rules_eval(void)
{
	const TTest *const tests[] = {
	    a_record_answers_as_the_language_says,
	    a_record_without_facts_has_nothing_but_what_the_engine_counts,
	    a_deadline_is_late_only_after_its_last_moment,
	    evaluation_leaves_no_scratch_behind,
	};

	return suite_of("rules/eval", tests, COUNT(tests));
}
