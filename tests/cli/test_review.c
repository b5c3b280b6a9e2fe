/* SPDX-License-Identifier: MIT */
/* A review by command line alone: what scripts rest on, exit codes and lines of JSON. */
#include <check.h>
#include <string.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "lookback/base/json.h"
#include "run.h"

static struct arena life;

static void end(void)
{
	arena_clear(&life);
	run_end();
}

static void good(struct ran r)
{
	ck_assert_msg(r.code == 0, "%d: %s", r.code, r.err.p);
}

static struct str next_ref(const char *who)
{
	struct ran r = RUN(&life, "--as", who, "next", "--json");
	struct lines l;

	good(r);
	l = run_json(&life, r.out);
	ck_assert_uint_eq(l.n, 1);
	return json_get_text(l.v[0], "ref");
}

START_TEST(listings_are_a_line_of_json_a_row)
{
	struct ran r = RUN(&life, "user", "list", "--json");
	struct lines l;
	int reviewers = 0;

	good(r);
	l = run_json(&life, r.out);
	for (size_t i = 0; i < l.n; i++)
		reviewers += json_get_text(l.v[i], "name").p[0] == 'r' &&
			     json_get_text(l.v[i], "name").n == 3;
	ck_assert_int_eq(reviewers, 45);
	r = RUN(&life, "--as", "r01", "--json", "list", "state:triage");
	good(r);
	ck_assert_uint_eq(run_json(&life, r.out).n, 60);
	r = RUN(&life, "--as", "r01", "--json", "list", "--limit", "7");
	ck_assert_uint_eq(run_json(&life, r.out).n, 7);
	r = RUN(&life, "--as", "v1", "--json", "log", "--type", "record.opened");
	good(r);
	ck_assert_uint_eq(run_json(&life, r.out).n, 60);
	r = RUN(&life, "--json", "batch", "list");
	ck_assert_uint_eq(run_json(&life, r.out).n, 2);
}
END_TEST

START_TEST(a_time_line_is_read_by_kind_and_page_by_page)
{
	struct str ref = next_ref("r02");
	struct ran r = RUN(&life, "--as", "r02", "note", ref.p, "seen from past");
	struct lines l;

	good(r);
	r = RUN(&life, "--as", "r02", "past", ref.p, "--kind", "notes");
	good(r);
	ck_assert(strstr(r.out.p, "noted: seen from past") && !strstr(r.out.p, "saw it"));
	r = RUN(&life, "--as", "r02", "--json", "past", ref.p, "--oldest", "--limit", "2");
	good(r);
	l = run_json(&life, r.out);
	ck_assert_uint_eq(l.n, 2);
	ck_assert_str_eq(json_get_text(l.v[0], "type").p, "record.opened");
	r = RUN(&life, "--as", "r02", "past", ref.p, "--kind", "gossip");
	ck_assert_int_eq(r.code, 2);
	ck_assert(strstr(r.err.p, "'gossip' is no kind of event"));
}
END_TEST

START_TEST(a_count_is_a_bare_number)
{
	struct ran r = RUN(&life, "--as", "r01", "count");

	good(r);
	ck_assert_str_eq(r.out.p, "60\n");
	ck_assert_uint_eq(r.err.n, 0);
	r = RUN(&life, "--as", "r01", "count", "state:triage", "-state:triage");
	ck_assert_str_eq(r.out.p, "0\n");
}
END_TEST

START_TEST(a_triage_from_next_to_decide)
{
	struct str ref = next_ref("r01");
	struct str answers = run_file(&life, "answers.json",
	    STR("{\"route_seen\":\"right_to_ask\",\"outcome_seen\":{\"value\":\"no\","
		"\"reason\":\"nothing on "
		"file\"},\"disclosed_seen\":\"no\",\"identified\":\"yes\","
		"\"checks_seen\":\"all\",\"adverse_now\":\"no\",\"serious\":\"no\","
		"\"contact_now\":\"apart\",\"dependants\":\"neither\",\"later_incident\":"
		"\"no\"}"));
	struct ran r = RUN(&life, "--as", "r01", "decide", ref.p, "triage_green");

	ck_assert_int_eq(r.code, 3);
	ck_assert(strstr(r.err.p, "not complete") != NULL);
	good(RUN(&life, "--as", "r01", "answer", ref.p, "triage", "urgent", "no"));
	good(RUN(&life, "--as", "r01", "note", ref.p, "looked", "at", "twice"));
	r = RUN(&life, "--as", "r01", "decide", ref.p, "triage_green", "--answers", answers.p,
	    "other_partner=no");
	good(r);
	r = RUN(&life, "--as", "r01", "--json", "show", ref.p);
	good(r);
	ck_assert(str_is(json_get_text(run_json(&life, r.out).v[0], "state"), "review"));
	ck_assert(str_is(json_get_text(run_json(&life, r.out).v[0], "band"), "green"));
	r = RUN(&life, "--as", "r01", "show", ref.p);
	ck_assert(strstr(r.out.p, "looked at twice") && strstr(r.out.p, "nothing on file"));
}
END_TEST

START_TEST(one_record_is_held_by_one_and_can_be_put_aside_and_given)
{
	struct str ref = next_ref("r01"), other = next_ref("r02");

	ck_assert(!str_eq(ref, other));
	ck_assert_int_eq(RUN(&life, "--as", "r02", "claim", ref.p).code, 5);
	good(RUN(&life, "--as", "r01", "release", ref.p));
	good(RUN(&life, "--as", "r02", "claim", ref.p));
	ck_assert_int_eq(RUN(&life, "--as", "r02", "defer", ref.p, "+3d").code, 2);
	good(
	    RUN(&life, "--as", "r02", "defer", ref.p, "+3d", "--reason", "file is on its way"));
	good(RUN(&life, "--as", "s1", "assign", other.p, "r03"));
	ck_assert_int_eq(RUN(&life, "--as", "r01", "assign", other.p, "r01").code, 3);
	good(RUN(&life, "--as", "r01", "rank", ref.p));
}
END_TEST

START_TEST(exit_codes_tell_what_became_of_it)
{
	struct ran r;

	ck_assert_int_eq(RUN(&life, "--as", "r01", "next", "state:closed_no_failure").code, 1);
	r = RUN(&life, "--as", "r01", "count", "stat:triage");
	ck_assert_int_eq(r.code, 6);
	ck_assert_msg(strstr(r.err.p, "state"), "%s", r.err.p);
	ck_assert_int_eq(RUN(&life, "--as", "r01", "show", "DVDS-00-000000").code, 4);
	ck_assert_int_eq(RUN(&life, "--as", "r01", "user", "add", "x", "reviewer").code, 3);
	ck_assert_int_eq(RUN(&life, "user", "add", "x").code, 2);
	good(RUN(&life, "user", "add", "zz9", "reviewer", "--full", "Siân ap Rhys"));
	good(RUN(&life, "user", "role", "zz9", "triage_officer,reviewer"));
	good(RUN(&life, "user", "disable", "zz9", "--reason", "left"));
	ck_assert_int_ne(RUN(&life, "--as", "zz9", "next").code, 0);
	ck_assert_int_eq(RUN(&life, "pack", "check", "clares-law").code, 0);
	ck_assert_int_eq(RUN(&life, "pack", "check", run_folder).code, 6); /* holds no pack */
	(void)run_file(&life, "review.yaml", STR("name: x\ncolour: blue\n"));
	r = RUN(&life, "pack", "check", run_folder);
	ck_assert_int_eq(r.code, 1);
	ck_assert_msg(strstr(r.out.p, "review.yaml:2:1: "), "%s", r.out.p);
}
END_TEST

START_TEST(an_import_with_a_faulty_row_changes_nothing)
{
	struct str good_text, path;
	struct err e = {0};
	struct ran r;

	ck_assert(io_read(&life, arena_printf(&life, "%s/extract-2.csv", run_folder).p, 1 << 24,
	    &good_text, &e));
	path = run_file(&life, "bad.csv",
	    arena_printf(&life, "%.*sX1,RMS,RTX,2019-13-45\n", STR_ARG(good_text)));
	r = RUN(&life, "import", path.p, "--source", "test", "--map", "extract");
	ck_assert_int_eq(r.code, 6);
	ck_assert_msg(strstr(r.err.p, "line "), "%s", r.err.p);
	ck_assert_str_eq(RUN(&life, "--as", "r01", "count").out.p, "60\n");
	ck_assert_uint_eq(run_json(&life, RUN(&life, "--json", "batch", "list").out).n, 2);
	ck_assert_int_eq(RUN(&life, "import", path.p).code, 2);
	ck_assert_int_eq(
	    RUN(&life, "import", "/nonexistent", "--source", "t", "--map", "extract").code, 6);
	path = run_file(&life, "again.csv", good_text);
	good(RUN(&life, "import", path.p, "--source", "t", "--map", "extract", "--dry-run"));
	ck_assert_uint_eq(run_json(&life, RUN(&life, "--json", "batch", "list").out).n, 2);
}
END_TEST

START_TEST(a_backup_is_a_copy_that_verifies_and_overwrites_nothing)
{
	const char *copy = arena_printf(&life, "%s/copy.db", run_folder).p;
	struct ran r;

	good(RUN(&life, "backup", copy));
	ck_assert_int_eq(RUN(&life, "backup", copy).code, 3);
	r = RUN(&life, "--as", "v1", "--db", copy, "verify");
	good(r);
	ck_assert(str_starts(r.out, STR("verified:")));
	r = RUN(&life, "--as", "v1", "--db", copy, "count");
	ck_assert_int_eq(RUN(&life, "backup", "/nonexistent/x.db").code, 7);
}
END_TEST

START_TEST(verify_passes_and_an_anchor_must_be_on_the_way)
{
	struct ran r = RUN(&life, "--as", "v1", "head");
	struct str path = run_file(&life, "anchor", r.out);
	char *digit;

	good(r);
	good(RUN(&life, "--as", "r01", "next"));
	good(RUN(&life, "--as", "v1", "verify", "--anchor", path.p));
	r = RUN(&life, "--as", "v1", "--json", "head");
	path = run_file(&life, "anchor2", r.out);
	good(RUN(&life, "--as", "v1", "verify", "--anchor", path.p));
	digit = strstr((char *)r.out.p, "\"head\":\"") + 8;
	*digit = *digit == '0' ? '1' : '0';
	path = run_file(&life, "anchor3", r.out);
	r = RUN(&life, "--as", "v1", "verify", "--anchor", path.p);
	ck_assert_int_eq(r.code, 1);
	ck_assert_uint_gt(r.out.n, 10);
	path = run_file(&life, "anchor4", STR("nothing\n"));
	ck_assert_int_eq(RUN(&life, "--as", "v1", "verify", "--anchor", path.p).code, 6);
}
END_TEST

START_TEST(words_are_searched_and_expressions_explained)
{
	struct ran r = RUN(&life, "--as", "r01", "--json", "search", "subject");

	good(r);
	ck_assert_uint_gt(run_json(&life, r.out).n, 5);
	r = RUN(&life, "--as", "r01", "explain", "state:triage", "late:yes");
	good(r);
	ck_assert_uint_gt(r.out.n, 10);
	r = RUN(&life, "--as", "r01", "search", "xyzzyplugh");
	good(r);
	ck_assert_uint_eq(r.out.n, 0);
	ck_assert_uint_gt(r.err.n, 0);
}
END_TEST

Suite *suite_cli_review(void);

Suite *suite_cli_review(void)
{
	Suite *s = suite_create("cli review");
	TCase *t = tcase_create("review");

	tcase_add_checked_fixture(t, run_begin, end);
	tcase_add_test(t, listings_are_a_line_of_json_a_row);
	tcase_add_test(t, a_count_is_a_bare_number);
	tcase_add_test(t, a_time_line_is_read_by_kind_and_page_by_page);
	tcase_add_test(t, a_triage_from_next_to_decide);
	tcase_add_test(t, one_record_is_held_by_one_and_can_be_put_aside_and_given);
	tcase_add_test(t, exit_codes_tell_what_became_of_it);
	tcase_add_test(t, an_import_with_a_faulty_row_changes_nothing);
	tcase_add_test(t, a_backup_is_a_copy_that_verifies_and_overwrites_nothing);
	tcase_add_test(t, verify_passes_and_an_anchor_must_be_on_the_way);
	tcase_add_test(t, words_are_searched_and_expressions_explained);
	suite_add_tcase(s, t);
	return s;
}
