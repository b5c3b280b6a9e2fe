/* SPDX-License-Identifier: MIT */
/* Text of strangers on its way to a terminal: whatever a record holds, what is printed for
 * people holds nothing that a terminal would act on. */
#include <check.h>
#include <string.h>

#include "lookback/base/json.h"
#include "lookback/base/utf8.h"
#include "run.h"

/* Right-to-left override, zero-width space, a tag, an isolate, private use. */
#define EVIL "E\xe2\x80\xae\xe2\x80\x8b\xf3\xa0\x81\x81\xe2\x81\xa6\xee\x80\x80vil"

static struct arena life;

static void end(void)
{
	arena_clear(&life);
	run_end();
}

static struct ran import(const char *name, const char *text)
{
	static const char head[] =
	    "source_ref,source_system,route,received,channel,applicant_kind,applicant_name,"
	    "applicant_dob,applicant_phone,person_name,person_dob,safe_contact,subject_name,"
	    "subject_alias,subject_dob,subject_address,relationship,living_together,children,"
	    "handler,supervisor,checks,risk_level,outcome,closed,days_taken,narrative\n";
	struct str path = run_file(&life, "evil.csv",
	    arena_printf(&life,
		"%sX-1,RMS,RTA,2019-01-02,101,A,%s,1980-01-01,,%s,1980-01-01,%s,%s,%s,"
		"1980-01-01,%s,PARTNER,Y,0,H01,SV1,pnc,HIGH,WITHDRAWN,2019-02-01,30,\"%s\"\n",
		head, name, name, name, name, name, name, text));

	return RUN(&life, "import", path.p, "--source", EVIL, "--map", "extract");
}

static void harmless(struct str s)
{
	size_t at = 0;
	uint32_t cp;

	ck_assert(s.n == 0 || utf8_valid(s));
	while (utf8_next(s, &at, &cp))
		ck_assert_msg(cp == '\n' || utf8_safe(cp), "U+%04X in %s", cp, s.p);
}

static void print_all(const char *const *const *verbs, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ran r = run_cli(&life, verbs[i]);
		ck_assert_msg(r.code == 0, "%s", r.err.p);
		harmless(r.out);
		harmless(r.err);
	}
}

START_TEST(nothing_of_a_record_acts_on_the_terminal)
{
	static const char *const show[] = {"--as", "r01", "show", "DVDS-X-1", NULL};
	static const char *const list[] = {"--as", "r01", "list", "ref:DVDS-X-1", NULL};
	static const char *const search[] = {"--as", "r01", "search", "evil*", NULL};
	static const char *const claim[] = {"--as", "r01", "claim", "DVDS-X-1", NULL};
	static const char *const note[] = {"--as", "r01", "note", "DVDS-X-1", EVIL, NULL};
	static const char *const log[] = {"--as", "v1", "log", NULL};
	static const char *const batch[] = {"batch", "show", "b3", NULL};
	static const char *const batches[] = {"batch", "list", NULL};
	static const char *const user[] = {
	    "user", "add", "zz1", "reviewer", "--full", EVIL, NULL};
	static const char *const users[] = {"user", "list", NULL};
	static const char *const *const verbs[] = {
	    show, list, search, claim, note, show, log, batch, batches, user, users};
	struct ran r = import(EVIL, EVIL "\n" EVIL);

	ck_assert_msg(r.code == 0, "%s", r.err.p);
	harmless(r.out);
	harmless(r.err);
	print_all(verbs, sizeof(verbs) / sizeof(verbs[0]));
	/* the stored bytes are as they came */
	r = RUN(&life, "--as", "r01", "--json", "show", "DVDS-X-1");
	ck_assert(strstr(r.out.p, EVIL) != NULL);
	r = RUN(&life, "--as", "r01", "show", "DVDS-X-1");
	ck_assert(strstr(r.out.p, "<U+202E>") != NULL);
}
END_TEST

START_TEST(control_characters_are_refused_where_they_come_in)
{
	static const char *const bad[] = {"a\033[2Jz", "a\rz", "a\bz", "a\xc2\x9bz", "a\xffz"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct ran r = import(bad[i], "text");
		ck_assert_int_eq(r.code, 6);
		harmless(r.err);
		r = import("name", bad[i]);
		ck_assert_int_eq(r.code, 6);
		harmless(r.err);
	}
	ck_assert_str_eq(RUN(&life, "--as", "r01", "count").out.p, "60\n");
}
END_TEST

/* Arguments are text of strangers too: a script may pass on what it was given. */
START_TEST(errors_show_marks_for_what_was_typed)
{
	struct ran r = RUN(&life, "\033[31mnext");

	ck_assert_int_eq(r.code, 2);
	harmless(r.err);
	r = RUN(&life, "--as", "r01", "show", EVIL "\033]0;x\007");
	ck_assert_int_ne(r.code, 0);
	harmless(r.err);
	r = RUN(&life, "--as", "r01", "count", "state:\033[2J");
	ck_assert_int_eq(r.code, 6);
	harmless(r.err);
	r = RUN(&life, "--db", "\033[2J.db", "count");
	ck_assert_int_eq(r.code, 7);
	harmless(r.err);
}
END_TEST

Suite *suite_cli_hostile(void);

Suite *suite_cli_hostile(void)
{
	Suite *s = suite_create("cli hostile");
	TCase *t = tcase_create("hostile");

	tcase_add_checked_fixture(t, run_begin, end);
	tcase_add_test(t, nothing_of_a_record_acts_on_the_terminal);
	tcase_add_test(t, control_characters_are_refused_where_they_come_in);
	tcase_add_test(t, errors_show_marks_for_what_was_typed);
	suite_add_tcase(s, t);
	return s;
}
