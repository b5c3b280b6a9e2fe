/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "lookback/base/utf8.h"

Suite *suite_base_utf8(void);

static bool is_scalar(uint32_t cp)
{
	return cp <= 0x10ffff && !(cp >= 0xd800 && cp <= 0xdfff);
}

START_TEST(every_code_point_goes_out_and_comes_back)
{
	for (uint32_t cp = 0; cp <= 0x10ffff; cp++) {
		char out[4];
		struct str s = {out, utf8_put(out, cp)};
		size_t at = 0;
		uint32_t got = 0;
		holds(utf8_next(s, &at, &got));
		holds(at == s.n);
		holds(got == (is_scalar(cp) ? cp : 0xfffd));
		holds(utf8_valid(s) == (cp != 0));
		holds(!utf8_next(s, &at, &got));
	}
	char out[4];
	holds(utf8_put(out, 0x110000) == 3);
	holds(utf8_put(out, 0xffffffff) == 3);
}
END_TEST

START_TEST(malformed_bytes_are_replaced_one_at_a_time)
{
	static const char *const bad[] = {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf",
	    "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80",
	    "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5", "\xff", "\xc3", "\xe2\x82",
	    "\xf0\x9f\x98", "\xe2\x28\xa1", "\xf8\x88\x80\x80\x80"};

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct str s = str_of(bad[i]);
		uint32_t cp;
		size_t at = 0;
		ck_assert(!utf8_valid(s));
		ck_assert(utf8_next(s, &at, &cp));
		ck_assert_uint_eq(at, 1);
		ck_assert_uint_eq(cp, 0xfffd);
	}
}
END_TEST

/* Validity by the definition: what decodes is what encodes to the same bytes. */
START_TEST(validity_is_being_the_encoding_of_something)
{
	struct dice d = dice_seed(4);

	for (int i = 0; i < 200000; i++) {
		static const unsigned char picks[] = {0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0,
		    0xbf, 0xc2, 0xdf, 0xe0, 0xe1, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5};
		char text[12];
		struct str s = {text, dice_below(&d, sizeof(text) + 1)};
		bool valid = true;
		for (size_t k = 0; k < s.n; k++)
			text[k] = (char)picks[dice_below(&d, COUNT(picks))];
		for (size_t at = 0, was = 0; at < s.n && valid; was = at) {
			uint32_t cp;
			char back[4];
			utf8_next(s, &at, &cp);
			valid = utf8_put(back, cp) == at - was &&
				memcmp(back, text + was, at - was) == 0;
		}
		holds(utf8_valid(s) == valid);
	}
}
END_TEST

START_TEST(nul_anywhere_makes_text_invalid)
{
	char text[40];

	for (size_t i = 0; i < sizeof(text); i++) {
		memset(text, 'x', sizeof(text));
		ck_assert(utf8_valid((struct str){text, sizeof(text)}));
		text[i] = '\0';
		ck_assert(!utf8_valid((struct str){text, sizeof(text)}));
		text[i] = '\x01';
		ck_assert(utf8_valid((struct str){text, sizeof(text)}));
		text[i] = '\x80';
		ck_assert(!utf8_valid((struct str){text, sizeof(text)}));
	}
}
END_TEST

START_TEST(what_can_act_on_a_terminal_is_unsafe)
{
	static const struct {
		uint32_t from, to;
	} unsafe[] = {{0, 0x1f}, {0x7f, 0x9f}, {0xad, 0xad}, {0x34f, 0x34f}, {0x61c, 0x61c},
	    {0x115f, 0x1160}, {0x180e, 0x180e}, {0x200b, 0x200f}, {0x2028, 0x202e},
	    {0x2060, 0x206f}, {0x3164, 0x3164}, {0xd800, 0xf8ff}, {0xfeff, 0xfeff},
	    {0xfff0, 0xfffb}, {0xfffe, 0xffff}, {0x378, 0x378}, {0xe0000, 0xe01ef},
	    {0xf0000, 0x10ffff}, {0x110000, 0x110010}};

	for (size_t i = 0; i < COUNT(unsafe); i++)
		for (uint32_t cp = unsafe[i].from; cp <= unsafe[i].to; cp++)
			if (utf8_safe(cp))
				ck_abort_msg("U+%04X is safe", (unsigned)cp);
}
END_TEST

START_TEST(ordinary_text_is_safe)
{
	static const uint32_t safe[] = {' ', '~', 0xa0, 0xe9, 0x301, 0x2019, 0x20ac, 0x4e00,
	    0xac00, 0xfe0f, 0xfffd, 0x1f600, 0x1f1ec, 0x5d0, 0x627, 0x915, 0x93e};

	for (size_t i = 0; i < COUNT(safe); i++)
		ck_assert_msg(utf8_safe(safe[i]), "U+%04X", (unsigned)safe[i]);
}
END_TEST

START_TEST(widths_are_those_of_a_terminal)
{
	ck_assert_int_eq(utf8_width('a'), 1);
	ck_assert_int_eq(utf8_width(0xe9), 1);
	ck_assert_int_eq(utf8_width(0x301), 0);
	ck_assert_int_eq(utf8_width(0x4e00), 2);
	ck_assert_int_eq(utf8_width(0x1f600), 2);
	ck_assert_int_eq(utf8_width(0x1b), 0);
	ck_assert_int_eq(utf8_width(0x93e), 1);
	ck_assert_int_eq(utf8_width(0x1161), 0);
	for (uint32_t cp = 0; cp < 0x110010; cp++)
		holds(utf8_width(cp) >= 0 && utf8_width(cp) <= 2);
}
END_TEST

static void glyphs(const char *text, const char *want)
{
	struct str s = str_of(text);
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct glyph g;
	int columns = 0;

	for (size_t at = 0; utf8_glyph(s, &at, &g); columns += g.width)
		buf_printf(&b, "[%.*s %d]", g.n, g.bytes, g.width);
	ck_str_is(buf_str(&b), want);
	ck_assert_int_eq(utf8_columns(s), columns);
	arena_clear(&a);
}

START_TEST(a_glyph_is_a_base_with_its_marks)
{
	glyphs("ab", "[a 1][b 1]");
	glyphs("e\u0301x", "[e\u0301 1][x 1]");
	glyphs("\u4e00\u0301", "[\u4e00\u0301 2]");
	glyphs("\u00e9", "[\u00e9 1]");
	glyphs("\U0001f600!", "[\U0001f600 2][! 1]");
	glyphs("\u2764\ufe0f", "[\u2764\ufe0f 1]");
	glyphs("", "");
}
END_TEST

START_TEST(what_has_a_width_of_its_own_stands_for_itself)
{
	glyphs("\U0001f1ec\U0001f1e7", "[\U0001f1ec 1][\U0001f1e7 1]");
	glyphs("\U0001f44d\U0001f3fd", "[\U0001f44d 2][\U0001f3fd 2]");
	glyphs("\U0001f468\u200d\U0001f469", "[\U0001f468 2][<U+200D> 8][\U0001f469 2]");
}
END_TEST

START_TEST(unsafe_units_become_marks)
{
	glyphs("a\033[2J", "[a 1][<U+001B> 8][[ 1][2 1][J 1]");
	glyphs("\r\n", "[<U+000D> 8][<U+000A> 8]");
	glyphs("\t", "[  1]");
	glyphs("\xff\xc3", "[<0xFF> 6][<0xC3> 6]");
	glyphs("x\u202ey", "[x 1][<U+202E> 8][y 1]");
	glyphs("a\U000e0041", "[a 1][<U+E0041> 9]");
	glyphs("\U0010fffd", "[<U+10FFFD> 10]");
	glyphs("\u0301a", "[<U+0301> 8][a 1]");
	glyphs("\n\u0301", "[<U+000A> 8][<U+0301> 8]");
}
END_TEST

START_TEST(a_pile_of_marks_is_cut_and_shown)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);
	struct glyph g;
	size_t at = 0;

	buf_char(&b, 'a');
	for (int i = 0; i < 200; i++)
		buf_puts(&b, "\u0301");
	ck_assert(utf8_glyph(buf_str(&b), &at, &g));
	ck_assert_uint_eq(g.n, 1 + 7 * 2);
	ck_assert_uint_eq(g.width, 1);
	while (utf8_glyph(buf_str(&b), &at, &g))
		ck_assert_uint_eq(g.width, 8);
	arena_clear(&a);
}
END_TEST

/* The promise of the header, on random text and random bytes. */
static void check_glyphs(struct str s)
{
	size_t at = 0, was = 0;
	struct glyph g;

	while (utf8_glyph(s, &at, &g)) {
		struct str shown = {g.bytes, g.n};
		uint32_t cp;
		holds(at > was);
		holds(g.n > 0);
		holds(g.width > 0);
		holds(g.width <= 2 || g.width == g.n);
		holds(utf8_valid(shown));
		for (size_t i = 0; utf8_next(shown, &i, &cp);)
			holds(utf8_safe(cp));
		was = at;
	}
	holds(at == s.n);
}

START_TEST(no_glyph_ever_holds_an_unsafe_byte)
{
	struct dice d = dice_seed(5);

	for (int i = 0; i < 20000; i++) {
		struct arena a = {0};
		char bytes[24];
		for (size_t k = 0; k < sizeof(bytes); k++)
			bytes[k] = (char)dice_next(&d);
		check_glyphs(any_text(&a, &d, 30));
		check_glyphs((struct str){bytes, sizeof(bytes)});
		arena_clear(&a);
	}
}
END_TEST

START_TEST(masked_text_is_safe_and_safe_text_stays)
{
	struct dice d = dice_seed(6);
	struct arena a = {0};

	ck_str_is(utf8_mask(&a, STR("a\tb\nc"), false), "a b<U+000A>c");
	ck_str_is(utf8_mask(&a, STR("a\tb\nc"), true), "a b\nc");
	ck_str_is(utf8_mask(&a,
		      STR("\x9b"
			  "31m\xc2\x9b\0"),
		      true),
	    "<0x9B>31m<U+009B><U+0000>");
	ck_str_is(utf8_mask(&a, STR("caf\u00e9 \u20ac"), false), "caf\u00e9 \u20ac");
	ck_assert_str_eq(utf8_mask(&a, STR(""), false).p, "");
	for (int i = 0; i < 5000; i++) {
		struct str once = utf8_mask(&a, any_text(&a, &d, 30), false);
		uint32_t cp;
		for (size_t at = 0; utf8_next(once, &at, &cp);)
			holds(utf8_safe(cp));
		holds(str_eq(utf8_mask(&a, once, false), once));
		arena_clear(&a);
	}
}
END_TEST

START_TEST(old_terminals_get_stand_ins)
{
	struct arena a = {0};

	ck_str_is(
	    utf8_ascii(&a, STR("Zo\u00eb \u2018x\u2019 \u2013 \u201cy\u201d\u2026 \u00a35")),
	    "Zoe 'x' - \"y\"... GBP5");
	ck_str_is(utf8_ascii(&a, STR("e\u0301 \u00df \u0141 \u00bd \u2122 \u2192")),
	    "e ss L 1/2 TM ->");
	ck_str_is(utf8_ascii(&a, STR("\u4e00\u0416 \ufdfa\033\t\n")), "?? ???\n");
	arena_clear(&a);
}
END_TEST

START_TEST(stand_ins_are_ascii_for_all_code_points)
{
	for (uint32_t cp = 1; cp <= 0x10ffff; cp++) {
		struct arena a = {0};
		char out[4];
		struct str s = utf8_ascii(&a, (struct str){out, utf8_put(out, cp)});
		for (size_t i = 0; i < s.n; i++)
			holds(s.p[i] == '\n' || (s.p[i] >= 0x20 && s.p[i] < 0x7f));
		arena_clear(&a);
	}
}
END_TEST

START_TEST(folding_forgets_case_accents_and_forms)
{
	static const char *const same[][2] = {{"SMITH", "smith"}, {"Zo\u00cb", "zoe"},
	    {"e\u0301", "e"}, {"\ufb01n", "fin"}, {"STRASSE", "stra\u00dfe"}, {"\u0130", "i"},
	    {"\u03a3", "\u03c2"}, {"\uff21", "a"}, {"\U0001d400", "a"}, {"Jo\u200bhn", "john"},
	    {"co\u00adop", "coop"}, {"\u212b", "\u00e5"}};
	struct arena a = {0};

	for (size_t i = 0; i < COUNT(same); i++)
		ck_assert_msg(str_eq(utf8_fold(&a, str_of(same[i][0])),
				  utf8_fold(&a, str_of(same[i][1]))),
		    "%s %s", same[i][0], same[i][1]);
	ck_str_is(utf8_fold(&a, STR("Zo\u00cb O'Neill-1")), "zoe o'neill-1");
	ck_str_is(utf8_fold(&a, STR("A\xff")), "a\ufffd");
	arena_clear(&a);
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
	for (uint32_t cp = 1; cp <= 0x10ffff; cp++) {
		struct arena a = {0};
		char out[4];
		struct str once = utf8_fold(&a, (struct str){out, utf8_put(out, cp)});
		holds(str_eq(utf8_fold(&a, once), once));
		arena_clear(&a);
	}
}
END_TEST

START_TEST(faults_are_named)
{
	ck_assert_ptr_null(utf8_fault(STR("fine \u202e"), false));
	ck_assert_ptr_null(utf8_fault(STR("a\tb\nc"), true));
	ck_assert_str_eq(utf8_fault(STR("a\nb"), false), "holds a line break");
	ck_assert_str_eq(utf8_fault(STR("a\tb"), false), "holds a control character");
	ck_assert_str_eq(utf8_fault(STR("a\rb"), true), "holds a control character");
	ck_assert_str_eq(utf8_fault(STR("\xc2\x85"), true), "holds a control character");
	ck_assert_str_eq(utf8_fault(STR("\xc3"), true), "is not valid UTF-8");
	ck_assert_str_eq(utf8_fault(STR("a\0b"), true), "is not valid UTF-8");
}
END_TEST

Suite *suite_base_utf8(void)
{
	const TTest *const tests[] = {
	    every_code_point_goes_out_and_comes_back,
	    malformed_bytes_are_replaced_one_at_a_time,
	    validity_is_being_the_encoding_of_something,
	    nul_anywhere_makes_text_invalid,
	    what_can_act_on_a_terminal_is_unsafe,
	    ordinary_text_is_safe,
	    widths_are_those_of_a_terminal,
	    a_glyph_is_a_base_with_its_marks,
	    what_has_a_width_of_its_own_stands_for_itself,
	    unsafe_units_become_marks,
	    a_pile_of_marks_is_cut_and_shown,
	    no_glyph_ever_holds_an_unsafe_byte,
	    masked_text_is_safe_and_safe_text_stays,
	    old_terminals_get_stand_ins,
	    stand_ins_are_ascii_for_all_code_points,
	    folding_forgets_case_accents_and_forms,
	    folding_twice_changes_nothing,
	    faults_are_named,
	};

	return suite_of("base/utf8", tests, COUNT(tests));
}
