/* SPDX-License-Identifier: MIT */
/* Quality passes at the command line. */
#include <check.h>
#include <string.h>

#include "lookback/base/json.h"
#include "run.h"

Suite *suite_cli_quality(void);

static struct arena life;

static void end(void)
{
	arena_clear(&life);
	run_end();
}

static struct ran good(struct ran r)
{
	ck_assert_msg(r.code == 0, "%d: %s", r.code, r.err.p);
	return r;
}

/* One record at an end: out of scope, as two agreed. */
static struct str ended(void)
{
	struct ran r = good(RUN(&life, "--as", "s1", "--json", "list", "--limit", "1"));
	struct str ref = arena_str(&life, json_get_text(run_json(&life, r.out).v[0], "ref"));

	good(RUN(&life, "--as", "r01", "claim", ref.p));
	good(RUN(&life, "--as", "r01", "decide", ref.p, "propose_out_of_scope", "--reason",
	    "another force's"));
	good(RUN(&life, "--as", "s1", "claim", ref.p));
	good(RUN(&life, "--as", "s1", "decide", ref.p, "confirm_out_of_scope", "--reason",
	    "so it is"));
	return ref;
}

START_TEST(what_the_pack_proposes_is_listed_and_previewed)
{
	struct ran r = good(RUN(&life, "--as", "s1", "sample", "list"));

	ck_assert(strstr(r.out.p, "set_aside") && strstr(r.out.p, "weekly"));
	r = good(RUN(&life, "--as", "s1", "--json", "sample", "list"));
	ck_assert_uint_eq(r.out.n, 0);
	r = RUN(&life, "--as", "s1", "sample", "preview", "set_aside");
	ck_assert_int_eq(r.code, 3);
	ck_assert_ptr_nonnull(strstr(r.err.p, "nothing to draw from"));
	ended();
	r = good(RUN(&life, "--as", "s1", "sample", "preview", "--expr", "state:out_of_scope",
	    "--kind", "elusion", "--found", "harm_after:yes", "--size", "1"));
	ck_assert(strstr(r.out.p, "to draw     1 of 1"));
	r = good(RUN(&life, "--as", "s1", "--json", "sample", "preview", "--expr",
	    "state:out_of_scope", "--kind", "elusion", "--found", "harm_after:yes", "--size",
	    "1"));
	ck_assert(str_is(json_get_text(run_json(&life, r.out).v[0], "status"), "preview"));
	ck_assert_uint_eq(good(RUN(&life, "--as", "s1", "--json", "sample", "list")).out.n, 0);
}
END_TEST

START_TEST(a_pass_is_fixed_and_then_drawn_and_its_frame_is_told)
{
	struct str ref = ended();
	struct ran r;

	good(RUN(&life, "--as", "s1", "sample", "fix", "--expr", "state:out_of_scope", "--kind",
	    "elusion", "--found", "harm_after:yes", "--size", "1", "--seed", "20240523"));
	r = good(RUN(&life, "--as", "s1", "--json", "sample", "list"));
	ck_assert_uint_eq(run_json(&life, r.out).n, 1);
	ck_assert(str_is(json_get_text(run_json(&life, r.out).v[0], "plan"), "q1"));
	r = RUN(&life, "--as", "s1", "sample", "frame", "q1");
	ck_assert_int_eq(r.code, 3);
	ck_assert_ptr_nonnull(strstr(r.err.p, "not drawn yet"));
	ck_assert_int_eq(RUN(&life, "--as", "r01", "sample", "list").code, 3);
	ck_assert_int_eq(RUN(&life, "--as", "r01", "sample", "draw", "q1").code, 3);
	good(RUN(&life, "--as", "s1", "sample", "draw", "q1"));
	r = good(RUN(&life, "--as", "s1", "sample", "show", "q1"));
	ck_assert(strstr(r.out.p, "seed        20240523") && strstr(r.out.p, ref.p));
	r = good(RUN(&life, "--as", "s1", "sample", "frame", "q1"));
	ck_assert_str_eq(r.out.p, arena_printf(&life, "%.*s\n", STR_ARG(ref)).p);
	r = good(RUN(&life, "--as", "s1", "--json", "sample", "frame", "q1"));
	ck_assert(str_eq(json_get_text(run_json(&life, r.out).v[0], "ref"), ref));
	r = good(RUN(&life, "--as", "s1", "count", "drawn:q1 reading:open"));
	ck_assert_str_eq(r.out.p, "1\n");
	ck_assert_int_eq(RUN(&life, "--as", "s1", "sample", "close", "q1").code, 3);
}
END_TEST

START_TEST(whoever_reads_blind_is_refused_every_figure)
{
	static const char *const verbs[] = {
	    "agreement", "reviewers", "funnel", "audit", "calibration"};

	for (size_t i = 0; i < sizeof(verbs) / sizeof(*verbs); i++) {
		struct ran r = RUN(&life, "--as", "r01", verbs[i]);
		ck_assert_msg(r.code == 3, "%s: %s", verbs[i], r.err.p);
		ck_assert_uint_eq(r.out.n, 0);
	}
}
END_TEST

START_TEST(queries_are_asked_in_pairs_and_known_by_number)
{
	struct ran r = RUN(&life, "--as", "s1", "query", "raise", "DVDS-1", "why");

	ck_assert_int_eq(r.code, 2);
	ck_assert_ptr_nonnull(strstr(r.err.p, "question=what you ask"));
	r = RUN(&life, "--as", "s1", "query", "answer", "first", "because");
	ck_assert_int_eq(r.code, 2);
	ck_assert_ptr_nonnull(strstr(r.err.p, "not the number of a query"));
	ck_assert_int_eq(RUN(&life, "--as", "s1", "query", "close", "99").code, 4);
	ck_assert_uint_eq(good(RUN(&life, "--as", "s1", "query", "list")).out.n, 0);
	ck_assert_int_eq(RUN(&life, "--as", "s1", "resume", "r01").code, 2);
}
END_TEST

Suite *suite_cli_quality(void)
{
	Suite *s = suite_create("quality");
	TCase *c = tcase_create("quality");

	tcase_add_checked_fixture(c, run_begin, end);
	tcase_set_timeout(c, 120);
	tcase_add_test(c, what_the_pack_proposes_is_listed_and_previewed);
	tcase_add_test(c, a_pass_is_fixed_and_then_drawn_and_its_frame_is_told);
	tcase_add_test(c, whoever_reads_blind_is_refused_every_figure);
	tcase_add_test(c, queries_are_asked_in_pairs_and_known_by_number);
	suite_add_tcase(s, c);
	return s;
}
