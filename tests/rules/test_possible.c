/* SPDX-License-Identifier: MIT */
/* Conditions that can never hold are known; one that can is never said to be such. */
#include "help.h"
#include "rules/possible.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_possible(void);

static const struct {
	const char *text;
	enum possible answer;
	const char *states, *type; /* NULL: case */
} claims[] = {
    {"state:review", POSSIBLE, "", NULL},
    {"state:review", IMPOSSIBLE, "triage closed", NULL},
    {"state:waiting", IMPOSSIBLE, "", NULL},
    {"not state:waiting", POSSIBLE, "", NULL},
    {"type:enquiry", IMPOSSIBLE, "", NULL},
    {"route:post route:phone", IMPOSSIBLE, "", NULL},
    {"route:(post, phone) -route:post", POSSIBLE, "", NULL},
    {"route:none has:route", IMPOSSIBLE, "", NULL},
    {"-route:post -route:phone -route:web", POSSIBLE, "", NULL},
    {"-route:post -route:phone -route:web has:route", IMPOSSIBLE, "", NULL},
    {"-route:post has:route", POSSIBLE, "", NULL},
    /* an absence is a value, and in no order */
    {"severity<=low severity>=medium", IMPOSSIBLE, "", NULL},
    {"has:severity -severity<=low -severity>=medium", POSSIBLE, "", NULL},
    {"has:severity -severity<=low -severity>=medium -severity:not_recorded", IMPOSSIBLE, "",
	NULL},
    {"severity>=medium severity<=medium", POSSIBLE, "", NULL},
    {"visits>3 visits<4", IMPOSSIBLE, "", NULL},
    {"visits>3 visits<5", POSSIBLE, "", NULL},
    {"visits>20", IMPOSSIBLE, "", NULL}, /* of 0 to 20 */
    {"visits>=20", POSSIBLE, "", NULL},
    {"-visits>=0 -visits<0", POSSIBLE, "", NULL}, /* none at all */
    {"notes<0", POSSIBLE, "", NULL},              /* nobody says that it is not */
    {"received>2016-02-28 received<2016-02-29", IMPOSSIBLE, "", NULL},
    {"received>2016-02-28 received<2016-03-01", POSSIBLE, "", NULL},
    {"due:2016 due<2016", IMPOSSIBLE, "", NULL},
    /* a day before all that are named, and one after */
    {"has:due -due>=1990-01-01", POSSIBLE, "", NULL},
    {"has:due -due<=2030-01-01", POSSIBLE, "", NULL},
    {"has:rank -rank>=-5", POSSIBLE, "", NULL},
    {"has:rank -rank<=5", POSSIBLE, "", NULL},
    {"place:\"Abc\" place:abc", POSSIBLE, "", NULL},
    {"place:abc place:abd", IMPOSSIBLE, "", NULL},
    {"place:ab* place:abc* -place:abc", POSSIBLE, "", NULL},
    {"place:abc -place:ab*", IMPOSSIBLE, "", NULL},
    {"checks:pnc checks:pnd -checks:local", POSSIBLE, "", NULL},
    {"checks:pnc checks:not_applicable", IMPOSSIBLE, "", NULL},
    {"checks:pnc -has:checks", IMPOSSIBLE, "", NULL},
    /* words may be there or not, but not both */
    {"narrative:knife -narrative:knife", POSSIBLE, "", NULL},
    {"narrative:none narrative:knife", IMPOSSIBLE, "", NULL},
    {"narrative:not_recorded", POSSIBLE, "", NULL},
    /* what only other types have */
    {"did:answer", IMPOSSIBLE, "", NULL},
    {"did:(answer, finish)", POSSIBLE, "", NULL},
    {"clock:tell", IMPOSSIBLE, "", NULL},
    {"clock:answer", POSSIBLE, "", NULL},
    {"open:paper", IMPOSSIBLE, "", NULL},
    {"open:enquiry child:action", POSSIBLE, "", NULL},
    {"child:enquiry", IMPOSSIBLE, "", "enquiry"},
    {"child:action", POSSIBLE, "", "enquiry"}, /* the one key opens it anywhere */
    {"late:yes late:no", IMPOSSIBLE, "", NULL},
    {"-alert:yes -alert:no", IMPOSSIBLE, "", NULL},
    {"agreed:none", POSSIBLE, "", NULL},
    {"holder:me holder:none", IMPOSSIBLE, "", NULL},
};

START_TEST(what_can_hold_and_what_cannot_is_known)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const char *type = claims[_i].type ? claims[_i].type : "case";
	const struct record_type *t = pack_type(p, str_of(type));
	const struct expr *x = tree(&a, p, t, claims[_i].text);

	if (expr_possible(&a, p, t, toy_list(&a, claims[_i].states), x) != claims[_i].answer)
		ck_abort_msg("%s is taken for %s", claims[_i].text,
		    claims[_i].answer == POSSIBLE ? "impossible" : "possible");
	arena_clear(&a);
}
END_TEST

/* Children that a record of the type cannot have are taken off a random one. */
static void keep_possible(
    struct arena *a, const struct pack *p, const struct record_type *t, struct strs *list)
{
	struct strs kept = {0};

	for (size_t i = 0; i < list->n; i++)
		if (may_be_under(p, pack_type(p, list->v[i]), t))
			*arena_push(a, &kept) = list->v[i];
	*list = kept;
}

enum { FACTS = 300, EXPRESSIONS = 4000 };

static void some_facts(struct arena *a, struct dice *d, const struct pack *p,
    const struct record_type *t, struct facts *out)
{
	for (int i = 0; i < FACTS; i++) {
		rand_facts(a, d, p, t, i, &out[i]);
		keep_possible(a, p, t, &out[i].open);
		keep_possible(a, p, t, &out[i].child);
	}
}

static bool met_by_any(struct arena *a, const struct expr *x, const struct facts *facts)
{
	for (int i = 0; i < FACTS; i++)
		if (expr_eval(a, x, &facts[i]))
			return true;
	return false;
}

START_TEST(nothing_that_a_record_meets_is_said_to_be_impossible)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct record_type *t = &p->types.v[_i];
	struct dice d = dice_seed((uint64_t)_i + 11);
	struct facts *facts = arena_new(&a, struct facts, FACTS);
	int never = 0;

	some_facts(&a, &d, p, t, facts);
	for (int i = 0; i < EXPRESSIONS; i++) {
		struct expr_env env = rand_env(p, t);
		struct arena scratch = {0};
		const struct expr *x;
		struct err e = {0};
		struct str text = rand_expr_text(&scratch, &d, p, t);
		if (!expr_parse(&scratch, text, &env, &x, &e))
			ck_abort_msg("%s", e.text);
		if (expr_possible(&scratch, p, t, (struct strs){0}, x) == IMPOSSIBLE) {
			never++;
			if (met_by_any(&scratch, x, facts))
				ck_abort_msg("%.*s can hold", STR_ARG(text));
		}
		arena_clear(&scratch);
	}
	ck_assert_int_gt(never, EXPRESSIONS / 200);
	arena_clear(&a);
}
END_TEST

START_TEST(with_too_many_combinations_nothing_is_said)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct record_type *t = &p->types.v[0];
	struct buf b = buf_in(&a);

	for (size_t i = 0; i < t->fields.n; i++)
		buf_printf(&b, "-has:%.*s ", STR_ARG(t->fields.v[i].name));
	for (int i = 0; i < 20; i++)
		buf_printf(&b, "visits!=%d received!=2016-01-%02d place!=p%d ", i, i + 1, i);
	buf_puts(&b, "has:place has:route band:red");
	ck_assert_int_eq(
	    expr_possible(&a, p, t, (struct strs){0}, tree(&a, p, t, buf_str(&b).p)), UNSURE);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_possible(void)
{
	Suite *s = suite_create("rules/possible");
	TCase *c = tcase_create("possible");

	tcase_add_loop_test(c, what_can_hold_and_what_cannot_is_known, 0, COUNT(claims));
	tcase_add_loop_test(c, nothing_that_a_record_meets_is_said_to_be_impossible, 0, 4);
	tcase_add_test(c, with_too_many_combinations_nothing_is_said);
	suite_add_tcase(s, c);
	return s;
}
