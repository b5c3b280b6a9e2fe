/* SPDX-License-Identifier: MIT */
/* The pack that comes with the program: what its files promise to the people who
 * review by it. */
#include "help.h"

#include <string.h>

#include "lookback/base/hash.h"
#include "lookback/rules/step.h"

static const struct pack *pack;
static const struct record_type *type;

static void open_pack(void)
{
	struct source s = real_pack();

	pack = loaded(&s);
	type = pack_type(pack, STR("application"));
	holds(type != NULL);
}

struct answer {
	const char *question, *code;
};
static const struct answer low_risk[] = {
    {"route_seen", "right_to_ask"},
    {"outcome_seen", "yes"},
    {"disclosed_seen", "no"},
    {"identified", "yes"},
    {"checks_seen", "all"},
    {"adverse_now", "no"},
    {"serious", "no"},
    {"contact_now", "apart"},
    {"dependants", "neither"},
    {"later_incident", "no"},
    {"other_partner", "no"},
    {"urgent", "no"},
};

/* A record in triage with the low-risk answers, but one. */
static struct case_view triaged(const char *question, const char *code)
{
	struct case_view c = {.pack = pack, .type = type};
	struct json *answers = json_obj(&arena);

	for (size_t i = 0; i < COUNT(low_risk); i++)
		json_put(
		    &arena, answers, low_risk[i].question, json_cstr(&arena, low_risk[i].code));
	if (question)
		json_put(&arena, answers, question, json_cstr(&arena, code));
	c.facts = (struct facts){.ref = STR("DVDS-1"),
	    .type = STR("application"),
	    .state = STR("triage"),
	    .due = NO_TIME,
	    .opened = 0,
	    .moved = 0,
	    .wake = NO_DAY,
	    .fields = json_obj(&arena),
	    .texts = json_obj(&arena),
	    .answers = answers};
	c.reasons = json_obj(&arena);
	return c;
}

START_TEST(a_low_risk_triage_is_twelve_questions_of_one_key)
{
	struct case_view c;
	struct asked_form form;

	open_pack();
	c = triaged(NULL, NULL);
	form_view(&arena, &c, type_form(type, STR("triage")), &form);
	ck_assert_uint_eq(form.shown, 12);
	ck_assert_uint_eq(form.missing, 0);
	for (size_t i = 0; i < form.n; i++) {
		const struct question *q = form.v[i].q;
		if (form.v[i].shown)
			holds(q->spec.type == VT_CHOICE && q->spec.choices.n < 10);
	}
}
END_TEST

START_TEST(what_does_not_matter_is_not_asked)
{
	static const struct {
		const char *question, *code;
		size_t more;
	} rows[] = {
	    {"disclosed_seen", "yes", 1},
	    {"checks_seen", "some", 1},
	    {"serious", "yes", 7},
	    {"serious", "unknown", 7},
	    {"later_incident", "yes", 2},
	    {"later_incident", "not_checked", 0},
	    {"identified", "no", 0},
	};

	open_pack();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct case_view c = triaged(rows[i].question, rows[i].code);
		struct asked_form form;
		form_view(&arena, &c, type_form(type, STR("triage")), &form);
		holds(form.shown == 12 + rows[i].more);
	}
}
END_TEST

START_TEST(every_triage_question_has_guidance_and_fits_a_line)
{
	const struct form *f;

	open_pack();
	f = type_form(type, STR("triage"));
	for (size_t i = 0; i < f->n; i++)
		holds(f->questions[i].help.n > 0 && f->questions[i].label.n <= 76);
}
END_TEST

static bool is_open(const struct case_view *c, const char *role, const char *step)
{
	struct person p = {.name = STR("someone")};
	struct step s;

	*arena_push(&arena, &p.roles) = str_of(role);
	holds(step_of(&arena, c, &p, str_of(step), &s));
	holds(s.open == (s.closed.n == 0));
	return s.open;
}

START_TEST(answers_close_the_bands_they_rule_out)
{
	static const struct {
		const char *question, *code;
		bool green, amber;
	} rows[] = {
	    {NULL, NULL, true, true},
	    {"serious", "unknown", true, true},
	    {"serious", "yes", false, true},
	    {"later_incident", "yes", false, true},
	    {"urgent", "yes", false, false},
	};

	open_pack();
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct case_view c = triaged(rows[i].question, rows[i].code);
		struct json *why = json_obj(&arena), *answers = (struct json *)c.facts.answers;
		if (rows[i].question)
			json_put(&arena, why, rows[i].question, json_cstr(&arena, "seen"));
		c.reasons = why;
		for (const char *const *q = (const char *const[]){"violence", "strangulation",
			 "sexual", "weapons", "stalking", "threats_to_kill", "control", NULL};
		     *q; q++)
			json_put(&arena, answers, *q, json_cstr(&arena, "no"));
		json_put(&arena, answers, "later_date", json_cstr(&arena, "2020-01-02"));
		holds(is_open(&c, "triage_officer", "triage_red"));
		holds(is_open(&c, "triage_officer", "triage_amber") == rows[i].amber);
		holds(is_open(&c, "triage_officer", "triage_green") == rows[i].green);
		holds(!is_open(&c, "administrator", "triage_red"));
		holds(!is_open(&c, "auditor", "triage_red"));
	}
}
END_TEST

START_TEST(three_people_stand_behind_an_application_that_is_closed)
{
	const char *const bands[] = {"triage_red", "triage_amber", "triage_green"};
	const char *const last[] = {"sign_off", "confirm_failure"};
	const struct transition *finish;

	open_pack();
	finish = type_transition(type, STR("finish_review"));
	for (size_t i = 0; i < COUNT(bands); i++) {
		holds(str_has(finish->distinct, str_of(bands[i])));
		for (size_t k = 0; k < COUNT(last); k++) {
			const struct transition *t = type_transition(type, str_of(last[k]));
			holds(str_has(t->distinct, str_of(bands[i])));
			holds(str_has(t->distinct, STR("finish_review")));
		}
	}
	holds(str_has(type_transition(type, STR("confirm_out_of_scope"))->distinct,
	    STR("propose_out_of_scope")));
	holds(str_has(type_transition(type, STR("confirm_duplicate"))->distinct,
	    STR("propose_duplicate")));
}
END_TEST

static int64_t ms(const char *text)
{
	int64_t t;

	holds(time_read(str_of(text), &t));
	return t;
}

/* Entered on the Friday before Christmas 2023, in the morning. */
START_TEST(limits_of_a_review_go_by_band_and_calendar)
{
	static const struct {
		const char *band, *day;
	} rows[] = {
	    {"red", "2023-12-23"},
	    {"amber", "2024-01-10"},
	    {"green", "2024-02-07"},
	};
	int64_t entered = ms("2023-12-22T10:00:00.000Z");

	open_pack();
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t due = due_of(pack, type, STR("review"), str_of(rows[i].band), entered);
		char day[DAY_LEN + 1];
		day_text(london_day(due), day);
		ck_assert_str_eq(day, rows[i].day);
	}
	holds(due_of(pack, type, STR("review"), STR("red"), entered) ==
	      entered + (int64_t)24 * 3600 * 1000);
}
END_TEST

START_TEST(rules_are_those_of_the_day_received)
{
	open_pack();
	holds(pack_regime(pack, day_of(2023, 4, 4))->total_days == 35);
	holds(pack_regime(pack, day_of(2023, 4, 5))->total_days == 28);
	holds(!pack_regime(pack, day_of(2023, 4, 5))->verified);
	holds(pack_regime(pack, day_of(2014, 3, 7)) == NULL);
}
END_TEST

START_TEST(nobody_both_administers_and_reads)
{
	open_pack();
	for (size_t i = 0; i < pack->roles.n; i++) {
		unsigned r = pack->roles.v[i].rights;
		if (r & (RIGHT_USERS | RIGHT_BACKUP | RIGHT_PACK | RIGHT_LOG))
			holds(!(r & (RIGHT_READ | RIGHT_TAKE)));
	}
	holds(pack_role(pack, STR("auditor"))->rights == RIGHT_LOG);
}
END_TEST

START_TEST(the_original_handler_never_sees_it)
{
	struct case_view c;
	struct person p = {.name = STR("x"), .staff = STR("H07")};
	const struct field *handler;

	open_pack();
	handler = type_field(type, STR("handler"));
	holds(handler->bars && handler->restricted && handler->index && handler->required);
	holds(type_field(type, STR("supervisor"))->bars);
	c = triaged(NULL, NULL);
	*arena_push(&arena, &p.roles) = STR("reviewer");
	holds(may_see(&c, &p));
	*arena_push(&arena, &c.bars) = STR("H07");
	holds(!may_see(&c, &p));
}
END_TEST

START_TEST(the_extract_has_the_columns_it_is_known_by)
{
	static const char *const headers[] = {"source_ref", "source_system", "route",
	    "received", "channel", "applicant_kind", "applicant_name", "applicant_dob",
	    "applicant_phone", "person_name", "person_dob", "safe_contact", "subject_name",
	    "subject_alias", "subject_dob", "subject_address", "relationship",
	    "living_together", "children", "handler", "supervisor", "checks", "risk_level",
	    "outcome", "closed", "days_taken", "narrative"};
	const struct import_map *m;

	open_pack();
	m = pack_map(pack, STR("extract"));
	ck_assert_uint_eq(m->columns.n, COUNT(headers));
	for (size_t i = 0; i < COUNT(headers); i++)
		ck_assert_str_eq(m->columns.v[i].header.p, headers[i]);
	/* The rest is filled by steps. */
	for (size_t i = 0; i < type->fields.n; i++)
		holds(i < COUNT(headers) || !type->fields.v[i].required);
}
END_TEST

/* A field read by codes can be given each of its values by one. */
START_TEST(every_value_of_a_coded_column_has_a_code)
{
	const struct import_map *m;

	open_pack();
	m = pack_map(pack, STR("extract"));
	for (size_t i = 0; i < m->columns.n; i++) {
		const struct map_column *col = &m->columns.v[i];
		const struct choices *all = &type_field(type, col->field)->spec.choices;
		for (size_t k = 0; col->codes.n && k < all->n; k++) {
			bool found = false;
			for (size_t j = 0; j < col->codes.n; j++)
				found = found || str_eq(col->codes.v[j].label, all->v[k].code);
			if (!found)
				ck_abort_msg(
				    "%s: no code for %s", col->header.p, all->v[k].code.p);
		}
	}
}
END_TEST

static int64_t rank_by(struct json *fields)
{
	struct case_view c = triaged(NULL, NULL);
	struct rank rank;

	c.facts.fields = fields;
	c.facts.answers = json_obj(&arena);
	rank_of(&arena, pack, type, &c.facts, &rank);
	return rank.shown;
}

static struct json *any_record(struct dice *d)
{
	struct json *fields = json_obj(&arena);

	for (size_t i = 0; i < type->fields.n; i++) {
		const struct field *f = &type->fields.v[i];
		const struct choices *c = &f->spec.choices;
		if (c->n)
			json_put_str(&arena, fields, f->name,
			    json_str(&arena, c->v[dice_below(d, c->n)].code));
	}
	json_put(&arena, fields, "children", json_int(&arena, (int64_t)dice_below(d, 4)));
	json_put(&arena, fields, "days_taken", json_int(&arena, (int64_t)dice_below(d, 120)));
	return fields;
}

START_TEST(ranks_spread_before_anybody_has_triaged)
{
	struct dice d = dice_seed(3);
	bool seen[1000] = {false};
	int different = 0, most = 0, count[1000] = {0};

	open_pack();
	for (int i = 0; i < 3778; i++) {
		int64_t rank = rank_by(any_record(&d));
		holds(rank >= 0 && rank < 1000);
		different += !seen[rank];
		seen[rank] = true;
		if (++count[rank] > most)
			most = count[rank];
	}
	ck_assert_int_gt(different, 80);
	ck_assert_int_lt(most, 3778 / 20);
}
END_TEST

START_TEST(not_disclosed_ranks_above_the_same_disclosed)
{
	const char *const refused[] = {"no_info_to_disclose", "no_pressing_need",
	    "not_proportionate", "criteria_not_met", "subject_not_identified"};
	struct dice d = dice_seed(4);

	open_pack();
	for (int i = 0; i < 200; i++) {
		struct json *fields = any_record(&d);
		int64_t told, not_told;
		json_put(&arena, fields, "outcome", json_cstr(&arena, "disclosed_to_a"));
		told = rank_by(fields);
		json_put(&arena, fields, "outcome",
		    json_cstr(&arena, refused[dice_below(&d, COUNT(refused))]));
		not_told = rank_by(fields);
		holds(not_told > told);
	}
}
END_TEST

START_TEST(a_pack_can_be_shown)
{
	struct buf b = buf_in(&arena);

	open_pack();
	pack_print(&b, pack);
	holds(strstr(buf_str(&b).p, "triage_officer       read, take, note\n"));
	holds(strstr(buf_str(&b).p, "red 24 hours"));
	holds(strstr(buf_str(&b).p, "1 a day since opened"));
}
END_TEST

Suite *suite_conf_real(void);
Suite *suite_conf_real(void)
{
	const TTest *const tests[] = {
	    a_low_risk_triage_is_twelve_questions_of_one_key,
	    what_does_not_matter_is_not_asked,
	    every_triage_question_has_guidance_and_fits_a_line,
	    answers_close_the_bands_they_rule_out,
	    three_people_stand_behind_an_application_that_is_closed,
	    limits_of_a_review_go_by_band_and_calendar,
	    rules_are_those_of_the_day_received,
	    nobody_both_administers_and_reads,
	    the_original_handler_never_sees_it,
	    the_extract_has_the_columns_it_is_known_by,
	    every_value_of_a_coded_column_has_a_code,
	    ranks_spread_before_anybody_has_triaged,
	    not_disclosed_ranks_above_the_same_disclosed,
	    a_pack_can_be_shown,
	};

	return suite_of("conf/real", tests, COUNT(tests));
}
