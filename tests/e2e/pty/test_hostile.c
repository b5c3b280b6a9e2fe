/* SPDX-License-Identifier: MIT */
/* Text of strangers: shown as marks, never acting on the terminal; pastes are text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "e2e/pty/scene.h"

/* Legal text, and what some terminals do with it: turn the reading order round, hide, join,
 * tag. Each must be seen as a mark. */
static const struct {
	const char *bytes, *mark;
} tricks[] = {
    {"\xe2\x80\xae", "<U+202E>"},      /* right to left from here */
    {"\xe2\x81\xa6", "<U+2066>"},      /* an isolate that never ends */
    {"\xe2\x80\x8b", "<U+200B>"},      /* zero width space */
    {"\xef\xbb\xbf", "<U+FEFF>"},      /* zero width, no break */
    {"\xd8\x9c", "<U+061C>"},          /* Arabic letter mark */
    {"\xc2\xad", "<U+00AD>"},          /* soft hyphen */
    {"\xf3\xa0\x81\x81", "<U+E0041>"}, /* tag letter */
    {"\xef\xbf\xb9", "<U+FFF9>"},      /* annotation */
};
enum { TRICKS = sizeof(tricks) / sizeof(tricks[0]) };

/* The heading of an extract with one row behind it: name and narrative are given. */
static const char *extract(struct scene *s, const char *name, const char *narrative)
{
	static const char heading[] =
	    "source_ref,source_system,route,received,channel,applicant_kind,applicant_name,"
	    "applicant_dob,applicant_phone,person_name,person_dob,safe_contact,subject_name,"
	    "subject_alias,subject_dob,subject_address,relationship,living_together,children,"
	    "handler,supervisor,checks,risk_level,outcome,closed,days_taken,narrative";

	return scene_file(s, "hostile.csv",
	    arena_printf(&s->arena,
		"%s\nH-1,RMS,RTA,2016-03-05,101,A,Ann Other,1980-01-01,,Ann Other,1980-01-01,,"
		"%s,,1970-01-01,,PARTNER,Y,3,H99,,pnc,HIGH,NOT_RECORDED,,,\"%s\"\n",
		heading, name, narrative));
}

static struct said import(struct scene *s, const char *file)
{
	return SAID(s, "y1", "import", file, "--source", "test", "--map", "extract");
}

static void never_sent(struct pty *p)
{
	size_t n;
	const char *raw = pty_raw(p, &n);

	for (int i = 0; i < TRICKS; i++)
		ck_assert_msg(scene_last(raw, n, tricks[i].bytes) == n, "%s was sent raw",
		    tricks[i].mark);
	for (size_t i = 0; i + 1 < n; i++) /* C1 controls as UTF-8 */
		ck_assert_msg(
		    !((unsigned char)raw[i] == 0xc2 && (unsigned char)raw[i + 1] >= 0x80 &&
			(unsigned char)raw[i + 1] <= 0x9f),
		    "a C1 control was sent");
}

static void open_hostile(struct scene *s, struct pty *p, const char *name)
{
	char text[512];
	struct said r;

	snprintf(text, sizeof text, "It says %s and goes on.", name);
	r = import(s, extract(s, name, text));
	ck_assert_msg(r.status == 0, "import: %d: %s", r.status, r.err.p);
	pty_expect(p, "What waits for me");
	pty_type(p, ":open DVDS-H-1\r");
	pty_expect(p, "1 Case");
}

START_TEST(text_that_plays_tricks_is_shown_as_marks)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	char name[256] = "Bob ";

	strcat(strcat(name, tricks[_i].bytes), "Smith");
	open_hostile(&s, p, name);
	pty_expect(p, tricks[_i].mark);
	pty_type(p, "G");
	pty_expect(p, "and goes on");
	pty_expect(p, tricks[_i].mark);
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_type(p, ":list Smith\r");
	scene_settle(p);
	never_sent(p);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

/* A hundred marks on one letter: no row is pushed out of its place. */
START_TEST(piled_up_accents_do_not_move_the_screen)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	char name[512] = "Zo", row[1024];

	for (int i = 0; i < 100; i++)
		strcat(name, "\xcc\x81");
	strcat(name, " Ward");
	open_hostile(&s, p, name);
	pty_expect(p, "<U+0301>");
	pty_type(p, "G");
	pty_expect(p, "and goes on");
	pty_row(p, 0, row, sizeof row);
	ck_assert_ptr_nonnull(strstr(row, "OFFICIAL-SENSITIVE"));
	pty_row(p, 23, row, sizeof row);
	ck_assert_ptr_nonnull(strstr(row, "OFFICIAL-SENSITIVE"));
	pty_end(p);
}
END_TEST

static const char *const controls[] = {"\033]0;owned\007", "\033[2J", "\b\b\b",
    "\xc2\x9b"
    "2J",
    "a\rb", "\x7f"};
enum { CONTROLS = sizeof(controls) / sizeof(controls[0]) };

START_TEST(control_characters_in_an_extract_are_refused_and_never_printed)
{
	struct scene s = scene_open();
	char name[64] = "Bob ";
	struct said r;

	r = import(&s, extract(&s, strcat(strcat(name, controls[_i]), "Smith"), "Quiet."));
	ck_assert_int_eq(r.status, 6);
	ck_assert_ptr_nonnull(strstr(r.err.p, "line 2"));
	for (size_t i = 0; i < r.err.n + r.out.n; i++) {
		unsigned char c =
		    (unsigned char)(i < r.err.n ? r.err.p[i] : r.out.p[i - r.err.n]);
		ck_assert_msg(
		    c == '\n' || (c >= 0x20 && c != 0x7f), "byte %02x was printed", c);
	}
	ck_assert(str_is(TOLD(&s, "s1", "count", "DVDS-H-1"), "0") ||
		  SAID(&s, "s1", "show", "DVDS-H-1").status == 4);
}
END_TEST

/* In LC_ALL=C nothing but ASCII may leave; names are shown all the same. */
START_TEST(in_the_c_locale_only_ascii_leaves_the_program)
{
	struct scene s = scene_open();
	struct pty *p;
	const char *raw;
	size_t n;

	p = scene_desk(&s, "r01", &(struct pty_how){.term = _i ? "vt100" : NULL, .lang = "C"});
	open_hostile(&s, p, "Zo\xc3\xab \xc5\x81ukasz \xe5\xb1\xb1 \xd8\xb9\xd9\x84\xd9\x8a");
	pty_expect(p, "Zoe");
	pty_type(p, "G");
	pty_expect(p, "goes on");
	pty_type(p, "l");
	pty_expect(p, "All cases");
	for (int i = 0; i < 4; i++)
		pty_type(p, "\006");
	scene_settle(p);
	pty_type(p, "?");
	pty_expect(p, "Help: keys");
	raw = pty_raw(p, &n);
	for (size_t i = 0; i < n; i++)
		ck_assert_msg((unsigned char)raw[i] < 0x7f, "byte %02x left the program",
		    (unsigned char)raw[i]);
	pty_end(p);
}
END_TEST

/* ---- pastes ---- */

enum { BIG = 1 << 20 };

static void paste(struct pty *p, const char *text, size_t n)
{
	pty_type(p, "\033[200~");
	pty_type_bytes(p, text, n);
	pty_type(p, "\033[201~");
}

START_TEST(a_paste_never_acts_as_keys)
{
	static const char keys[] = "nQ\r:quit\r\003\003\033\033q";
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	struct str claimed;

	pty_expect(p, "What waits for me");
	paste(p, keys, sizeof keys - 1);
	pty_expect(p, "pasted text has no place here");
	pty_expect(p, "What waits for me");
	claimed = TOLD(&s, "v1", "log", "--json", "--type", "record.claimed");
	ck_assert_uint_eq(claimed.n, 0);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
}
END_TEST

START_TEST(a_pasted_text_loses_its_control_characters_and_nothing_else)
{
	static const char text[] = "one\033[31m \001two\rthree \xe2\x80\xae";
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *ref;

	pty_expect(p, "What waits for me");
	pty_type(p, "n");
	pty_expect(p, "1 Case");
	ref = scene_ref(&s, p);
	pty_type(p, "N");
	pty_expect(p, "Note on");
	paste(p, text, sizeof text - 1);
	pty_expect(p, "<U+202E>");
	pty_expect(p, "[31m two");
	pty_type(p, "\023");
	pty_expect(p, "is saved");
	ck_assert_ptr_nonnull(strstr(
	    TOLD(&s, "s1", "show", ref, "--json").p, "one[31m two\\nthree \xe2\x80\xae"));
	never_sent(p);
	pty_end(p);
}
END_TEST

/* What fits stays, the rest is left out, and both are said; what is too long for a note is
 * refused with its limit, and stays to be shortened. */
START_TEST(a_paste_of_a_megabyte_is_cut_and_says_so)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	char *text = malloc(BIG);

	memset(text, 'x', BIG);
	pty_expect(p, "What waits for me");
	pty_type(p, "n");
	pty_expect(p, "1 Case");
	pty_type(p, "N");
	pty_expect(p, "Note on");
	paste(p, text, BIG);
	pty_expect(p, "was left out");
	pty_type(p, "\023");
	pty_expect(p, "8000");
	pty_expect(p, "xxxxxxxx");
	free(text);
	pty_end(p);
}
END_TEST

Suite *suite_pty_hostile(void);
Suite *suite_pty_hostile(void)
{
	Suite *s = suite_create("pty hostile");
	TCase *t = scene_case(s, "hostile");

	tcase_add_loop_test(t, text_that_plays_tricks_is_shown_as_marks, 0, TRICKS);
	tcase_add_test(t, piled_up_accents_do_not_move_the_screen);
	tcase_add_loop_test(
	    t, control_characters_in_an_extract_are_refused_and_never_printed, 0, CONTROLS);
	tcase_add_loop_test(t, in_the_c_locale_only_ascii_leaves_the_program, 0, 2);
	tcase_add_test(t, a_paste_never_acts_as_keys);
	tcase_add_test(t, a_pasted_text_loses_its_control_characters_and_nothing_else);
	tcase_add_test(t, a_paste_of_a_megabyte_is_cut_and_says_so);
	return s;
}
