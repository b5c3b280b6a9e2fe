/* SPDX-License-Identifier: MIT */
/* Attributes and lookups of a pack. */
#include "help.h"
#include "support/toypack.h"

Suite *suite_rules_pack(void);

START_TEST(every_attribute_is_found_by_its_name)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < CORE_ATTRS; i++) {
		holds(p->core[i].core == (enum core_attr)i && p->core[i].home == AT_CORE);
		holds(attr_find(p, NULL, p->core[i].name) == &p->core[i]);
	}
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->fields.n; j++)
			holds(attr_find(p, t, t->fields.v[j].name) == &t->fields.v[j].attr);
		for (size_t j = 0; j < t->forms.n; j++)
			for (size_t k = 0; k < t->forms.v[j].n; k++) {
				const struct question *q = &t->forms.v[j].questions[k];
				holds(attr_find(p, t, q->name) == &q->attr);
				holds(q->attr.home == AT_ANSWER);
			}
	}
	ck_assert_ptr_null(attr_find(p, NULL, STR("nothing")));
	ck_assert_ptr_null(attr_find(p, &p->types.v[0], STR("topic")));
	ck_assert_ptr_eq(attr_find(p, NULL, STR("topic")), &p->types.v[1].fields.v[2].attr);
	arena_clear(&a);
}
END_TEST

START_TEST(attributes_know_their_choices_and_home)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct attr *at = attr_find(p, NULL, STR("band"));

	ck_assert(at->ordered);
	ck_assert_uint_eq(at->choices.n, 3);
	ck_str_is(at->choices.v[0].code, "green");
	ck_str_is(at->choices.v[0].label, "Green");
	ck_assert_uint_eq(p->core[CORE_STATE].choices.n, 15);
	ck_assert_uint_eq(p->core[CORE_QUEUE].choices.n, p->roles.n);
	ck_assert_uint_eq(p->core[CORE_TYPE].choices.n, 4);
	at = attr_find(p, NULL, STR("narrative"));
	ck_assert(at->home == AT_TEXT && at->text_search);
	ck_assert_uint_eq(at->absent, ABSENT_NOT_RECORDED);
	at = attr_find(p, NULL, STR("remarks"));
	ck_assert(at->home == AT_TEXT && !at->text_search);
	at = attr_find(p, NULL, STR("subject_name"));
	ck_assert(at->home == AT_FIELD && at->text_search);
	ck_assert(attr_find(p, NULL, STR("severity"))->ordered);
	ck_assert(!attr_find(p, NULL, STR("route"))->ordered);
	arena_clear(&a);
}
END_TEST

START_TEST(rights_add_up_over_roles)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	ck_assert_uint_eq(pack_rights(p, toy_list(&a, "")), 0);
	ck_assert_uint_eq(pack_rights(p, toy_list(&a, "nobody")), 0);
	ck_assert_uint_eq(pack_rights(p, toy_list(&a, "auditor administrator")),
	    RIGHT_READ | RIGHT_LOG | RIGHT_USERS | RIGHT_IMPORT);
	arena_clear(&a);
}
END_TEST

START_TEST(a_regime_holds_from_its_first_day)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	ck_assert_ptr_null(pack_regime(p, day_of(2014, 3, 7)));
	ck_assert_ptr_null(pack_regime(p, NO_DAY));
	ck_str_is(pack_regime(p, day_of(2014, 3, 8))->id, "old");
	ck_str_is(pack_regime(p, day_of(2023, 4, 4))->id, "old");
	ck_str_is(pack_regime(p, day_of(2023, 4, 5))->id, "new");
	arena_clear(&a);
}
END_TEST

START_TEST(unknown_names_are_not_found)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	const struct record_type *t = pack_type(p, STR("case"));

	ck_assert_ptr_nonnull(t);
	ck_assert_ptr_null(pack_type(p, STR("cases")));
	ck_assert_ptr_nonnull(pack_map(p, STR("extract")));
	ck_assert_ptr_null(pack_map(p, STR("")));
	ck_assert_ptr_nonnull(type_form(t, STR("review")));
	ck_assert_ptr_null(type_form(t, STR("")));
	ck_assert_ptr_nonnull(type_state(t, STR("research")));
	ck_assert_ptr_nonnull(type_transition(t, STR("finish")));
	ck_assert_ptr_null(type_transition(t, STR("answer")));
	ck_assert_ptr_null(pack_band(p, STR("blue")));
	ck_assert_ptr_null(pack_role(p, STR("Reviewer")));
	arena_clear(&a);
}
END_TEST

START_TEST(a_template_takes_fields_and_misses_none)
{
	struct arena a = {0};
	const struct json *f = object(&a, "{\"n\":7,\"name\":\"Zoë\",\"empty\":\"\"}");
	struct str out = {0};

	ck_assert(template_fill(&a, STR("A-{n} {name}."), f, &out));
	ck_str_is(out, "A-7 Zoë.");
	ck_assert(template_fill(&a, STR("plain"), f, &out));
	ck_str_is(out, "plain");
	ck_assert(template_fill(&a, STR(""), f, &out));
	ck_str_is(out, "");
	ck_assert(!template_fill(&a, STR("{n}{gone}"), f, &out));
	ck_assert(!template_fill(&a, STR("{empty}"), f, &out));
	ck_assert(!template_fill(&a, STR("{n}"), NULL, &out));
	ck_str_is(out, "");
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_pack(void)
{
	const TTest *const tests[] = {
	    every_attribute_is_found_by_its_name,
	    attributes_know_their_choices_and_home,
	    rights_add_up_over_roles,
	    a_regime_holds_from_its_first_day,
	    unknown_names_are_not_found,
	    a_template_takes_fields_and_misses_none,
	};

	return suite_of("rules/pack", tests, COUNT(tests));
}
