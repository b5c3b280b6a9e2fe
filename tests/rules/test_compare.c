/* SPDX-License-Identifier: MIT */
/* Two versions of a pack: every difference is a row, and nothing else is. */
#include <string.h>

#include "help.h"
#include "lookback/rules/compare.h"
#include "support/toypack.h"

Suite *suite_rules_compare(void);

static void new_queue(struct arena *a, struct pack *p)
{
	(void)a;
	p->types.v[0].states.v[1].queue = STR("supervisor");
	p->types.v[0].states.v[1].final = true;
}
static void no_state(struct arena *a, struct pack *p)
{
	(void)a;
	p->types.v[0].states.n--;
}
static void new_state(struct arena *a, struct pack *p)
{
	*arena_push(a, &p->types.v[0].states) =
	    (struct state){.name = STR("parked"), .label = STR("Parked")};
}
static void no_type(struct arena *a, struct pack *p)
{
	(void)a;
	p->types.n--;
}
static void other_guard(struct arena *a, struct pack *p)
{
	toy_step(&p->types.v[0], "triage_green")->when_text = STR("later:no");
	toy_step(&p->types.v[0], "triage_red")->opens.n = 0;
	(void)a;
}
static void other_limit(struct arena *a, struct pack *p)
{
	(void)a;
	p->types.v[0].states.v[1].due.by_band[2] = (struct limit){LIMIT_DAYS, 1};
}
static void other_choices(struct arena *a, struct pack *p)
{
	struct vspec *s = &p->types.v[0].forms.v[0].questions[0].spec;

	*arena_push(a, &s->choices) = (struct choice){STR("maybe"), STR("Maybe")};
}
static void other_whole(struct arena *a, struct pack *p)
{
	p->name = STR("toy2");
	p->claim_minutes = 45;
	p->roles.v[0].rights |= RIGHT_LOG;
	p->regimes.v[1].total_days = 35;
	*arena_push(a, &p->competences) =
	    (struct competence){.id = STR("first_aid"), .label = STR("First aid")};
	p->links.v[0].judged = false;
	p->views.v[0].text = STR("holder:me");
	p->types.v[0].ranks.v[0].points = 90;
}

static const struct {
	void (*change)(struct arena *a, struct pack *p);
	const char *rows; /* kind change type name: text, each with a line behind it */
} rows[] = {
    {new_queue, "state changed case review: queue: reviewer, now supervisor; "
		"final: no, now yes\n"},
    {no_state, "state removed case closed: label: Closed; final: yes\n"},
    {new_state, "state added case parked: label: Parked; final: no\n"},
    {no_type, "type removed paper paper: label: Paper; plural: Papers\n"
	      "state removed paper screening: label: Screening; queue: reviewer\n"
	      "state removed paper kept: label: Kept; queue: supervisor\n"
	      "state removed paper dropped: label: Dropped; final: yes\n"
	      "state removed paper filed: label: Filed; final: yes\n"},
    {other_guard, "transition changed case triage_red: opens: action, now nothing; opens when: "
		  "later:yes, now nothing; opens with: subject_name={subject_name}, "
		  "became_clear={later_on}, urgency=normal, now nothing\n"
		  "transition changed case triage_green: when: not later:yes, now later:no\n"},
    {other_limit,
	"state changed case review: due: green 30 working days, amber 10 working days, "
	"red 24 hours, now green 30 working days, amber 10 working days, red 1 days\n"},
    {other_choices, "question changed case identified: choices: yes 'Yes', no 'No', now "
		    "yes 'Yes', no 'No', maybe 'Maybe'\n"},
    {other_whole,
	"review changed  toy2: claim_minutes: 30, now 45\n"
	"role changed  triage_officer: rights: read, take, note, now read, take, note, log\n"
	"competence added  first_aid: label: First aid\n"
	"regime changed  new: days: 28, now 35\n"
	"link changed  same_person: judged: yes, now no\n"
	"view changed  mine: expr: holder:me opened>=-30d, now holder:me\n"
	"rank changed case band:red: points: 100, now 90\n"},
};

static struct str rows_of(struct arena *a, const struct changes *list)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < list->n; i++)
		buf_printf(&b, "%s %s %.*s %.*s: %.*s\n", list->v[i].kind, list->v[i].change,
		    STR_ARG(list->v[i].type), STR_ARG(list->v[i].name),
		    STR_ARG(list->v[i].text));
	return buf_str(&b);
}

START_TEST(a_pack_is_the_same_as_itself)
{
	struct arena a = {0}, b = {0};
	struct changes none = {0};

	pack_compare(&a, toy_pack(&a), toy_pack(&b), &none);
	ck_assert_uint_eq(none.n, 0);
	arena_clear(&a);
	arena_clear(&b);
}
END_TEST

START_TEST(every_difference_is_a_row_that_says_both)
{
	struct arena a = {0};
	struct pack *changed = toy_pack_open(&a);
	struct changes list = {0};
	struct str said;

	rows[_i].change(&a, changed);
	pack_compare(&a, toy_pack(&a), changed, &list);
	said = rows_of(&a, &list);
	if (!str_is(said, rows[_i].rows))
		ck_abort_msg("said\n%.*s\nnot\n%s", STR_ARG(said), rows[_i].rows);
	arena_clear(&a);
}
END_TEST

/* What is new one way round is gone the other way, and as much differs. */
START_TEST(the_other_way_round_is_the_mirror)
{
	static const char *const words[][2] = {
	    {"added", "removed"}, {"removed", "added"}, {"changed", "changed"}};
	struct arena a = {0};
	struct pack *changed = toy_pack_open(&a);
	struct changes there = {0}, back = {0};

	rows[_i].change(&a, changed);
	pack_compare(&a, toy_pack(&a), changed, &there);
	pack_compare(&a, changed, toy_pack(&a), &back);
	ck_assert_uint_eq(there.n, back.n);
	for (size_t w = 0; w < COUNT(words); w++) {
		int x = 0, y = 0;
		for (size_t i = 0; i < there.n; i++) {
			x += strcmp(there.v[i].change, words[w][0]) == 0;
			y += strcmp(back.v[i].change, words[w][1]) == 0;
		}
		ck_assert_int_eq(x, y);
	}
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_compare(void)
{
	Suite *s = suite_create("rules/compare");
	TCase *c = tcase_create("compare");

	tcase_add_test(c, a_pack_is_the_same_as_itself);
	tcase_add_loop_test(c, every_difference_is_a_row_that_says_both, 0, COUNT(rows));
	tcase_add_loop_test(c, the_other_way_round_is_the_mirror, 0, COUNT(rows));
	suite_add_tcase(s, c);
	return s;
}
