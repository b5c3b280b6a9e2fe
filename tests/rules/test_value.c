/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"

Suite *suite_rules_value(void);

static struct choice colours_v[] = {{{"red", 3}, {"Deep red", 8}}, {{"blue", 4}, {"Blau", 4}},
    {{"grey", 4}, {"Gr\xc3\xa4u", 5}}};
static const struct choices colours = {colours_v, 3, 3};

struct given {
	enum vtype type;
	int64_t min, max;
	unsigned absent;
	const char *text, *kept, *said; /* kept NULL: refused, and so said */
};

/* Today is 2026-11-21. */
static const struct given rows[] = {
    {VT_LINE, 0, 0, 0, "  Zo\xc3\xab  ", "Zo\xc3\xab", NULL},
    {VT_LINE, 0, 0, 0, "   ", "", NULL},
    {VT_LINE, 0, 5, 0, "abcdef", NULL, "the text has 6 bytes; expected at most 5"},
    {VT_LINE, 0, 0, 0, "not_recorded", "not_recorded", NULL},
    {VT_LINE, 0, 0, ABSENT_NOT_RECORDED, "Not recorded", "not_recorded", NULL},
    {VT_TEXT, 0, 0, 0, " a\r\nb\n", " a\nb\n", NULL},
    {VT_TEXT, 0, 3, 0, "abcd", NULL, "the text has 4 bytes; expected at most 3"},
    {VT_INT, 0, 0, 0, " -17 ", "-17", NULL},
    {VT_INT, 0, 20, 0, "20", "20", NULL},
    {VT_INT, 0, 20, 0, "21", NULL, "21 is out of range; expected 0 to 20"},
    {VT_INT, 0, 20, 0, "two", NULL, "'two' is not a whole number"},
    {VT_INT, 0, 20, ABSENT_NOT_CHECKED, "NOT_CHECKED", NULL,
	"'NOT_CHECKED' is not a whole number"},
    {VT_INT, 0, 20, ABSENT_NOT_CHECKED, "not checked", "not_checked", NULL},
    {VT_INT, 0, 20, ABSENT_NA, "not_checked", NULL, "'not_checked' is not a whole number"},
    {VT_DATE, 0, 0, 0, "2016-03-05", "2016-03-05", NULL},
    {VT_DATE, 0, 0, 0, "5/3/16", "2016-03-05", NULL},
    {VT_DATE, 0, 0, 0, "today", "2026-11-21", NULL},
    {VT_DATE, 0, 0, 0, "31/2/2016", NULL,
	"'31/2/2016' is not a date; expected a day such as 2016-03-05 or 5/3/2016"},
    {VT_CHOICE, 0, 0, 0, "red", "red", NULL},
    {VT_CHOICE, 0, 0, 0, "RED", "red", NULL},
    {VT_CHOICE, 0, 0, 0, "grau", "grey", NULL},
    {VT_CHOICE, 0, 0, 0, "gray", NULL,
	"'gray' is not one of the choices; expected red, blue or grey; did you mean 'grey'?"},
    {VT_CHOICE, 0, 0, 0, "deep bed", NULL,
	"'deep bed' is not one of the choices; expected red, blue or grey; did you mean 'Deep "
	"red'?"},
    {VT_CHOICE, 0, 0, ABSENT_NA, "not_applicable", "not_applicable", NULL},
    {VT_CHOICE, 0, 0, ABSENT_NA, "not_recorded", NULL,
	"'not_recorded' is not one of the choices; expected red, blue or grey"},
    {VT_CHOICES, 0, 0, 0, "grey, Deep red,grey,", "red,grey", NULL},
    {VT_CHOICES, 0, 0, 0, " , ", "", NULL},
    {VT_CHOICES, 0, 0, 0, "red,pink", NULL,
	"'pink' is not one of the choices; expected red, blue or grey"},
    {VT_CHOICES, 0, 0, ABSENT_NA, "not applicable", "not_applicable", NULL},
    {VT_STAFF, 0, 0, 0, " pc 1234a ", "PC1234A", NULL},
    {VT_TIME, 0, 0, 0, "2026-11-21", NULL, "an instant is kept by the program and not entered"},
};

static void accept_row(struct arena *a, const struct given *r)
{
	struct vspec spec = {.type = r->type,
	    .choices = colours,
	    .absent = r->absent,
	    .min = r->min,
	    .max = r->max};
	struct value v = value_int(-1);
	struct err e = {0};
	bool done = value_accept(a, &spec, str_of(r->text), day_of(2026, 11, 21), &v, &e);

	if (done != (r->kept != NULL))
		ck_abort_msg("%s: %s", r->text, done ? "was accepted" : e.text);
	if (!done && (strcmp(e.text, r->said) != 0 || e.kind != ERR_INPUT))
		ck_abort_msg("%s: said \"%s\", not \"%s\"", r->text, e.text, r->said);
	if (!done)
		return;
	ck_str_is(value_text(a, v), r->kept);
	holds((v.kind == V_NONE) == (r->kept[0] == '\0'));
}

START_TEST(a_given_text_is_kept_in_one_form_or_refused_with_a_reason)
{
	struct arena a = {0};

	for (size_t i = 0; i < COUNT(rows); i++)
		accept_row(&a, &rows[i]);
	arena_clear(&a);
}
END_TEST

START_TEST(what_is_kept_is_accepted_as_it_is)
{
	struct arena a = {0};

	for (size_t i = 0; i < COUNT(rows); i++) {
		struct given again = rows[i];
		struct vspec spec = {.type = again.type,
		    .choices = colours,
		    .absent = again.absent,
		    .min = again.min,
		    .max = again.max};
		struct value v;
		struct err e = {0};
		if (!again.kept)
			continue;
		holds(value_accept(&a, &spec, str_of(again.kept), 0, &v, &e));
		ck_str_is(value_text(&a, v), again.kept);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(hostile_text_is_refused_by_every_type)
{
	static const struct str bad[] = {
	    {"a\xff", 2}, {"\x1b[31m", 5}, {"a\0b", 3}, {"a\x07", 2}};
	struct arena a = {0};

	for (int t = VT_LINE; t <= VT_USER; t++)
		for (size_t i = 0; i < COUNT(bad); i++) {
			struct vspec spec = {.type = (enum vtype)t, .choices = colours};
			struct value v;
			struct err e = {0};
			holds(!value_accept(&a, &spec, bad[i], 0, &v, &e));
			holds(e.kind == ERR_INPUT && e.text[0]);
		}
	arena_clear(&a);
}
END_TEST

START_TEST(an_error_quotes_no_more_than_a_line_of_what_was_given)
{
	struct arena a = {0};
	struct vspec spec = {.type = VT_INT};
	struct buf b = buf_in(&a);
	struct value v;
	struct err e = {0};

	for (int i = 0; i < 5000; i++)
		buf_puts(&b, "\xc3\xa9");
	ck_assert(!value_accept(&a, &spec, buf_str(&b), 0, &v, &e));
	ck_assert_uint_lt(strlen(e.text), 120);
	ck_assert_ptr_nonnull(strstr(e.text, "is not a whole number"));
	arena_clear(&a);
}
END_TEST

START_TEST(values_survive_json)
{
	struct arena a = {0};
	const struct value v[] = {
	    value_none(), value_int(0), value_int(-5), value_str(STR("x"))};

	for (size_t i = 0; i < COUNT(v); i++)
		for (size_t j = 0; j < COUNT(v); j++)
			holds(value_eq(value_of_json(value_json(&a, v[i])), v[j]) == (i == j));
	ck_assert_int_eq(value_of_json(NULL).kind, V_NONE);
	ck_assert_int_eq(value_of_json(json_bool(&a, true)).kind, V_NONE);
	arena_clear(&a);
}
END_TEST

START_TEST(every_type_has_a_name_of_its_own)
{
	for (int i = VT_LINE; i <= VT_USER; i++)
		for (int j = VT_LINE; j <= VT_USER; j++)
			ck_assert_int_eq(i == j,
			    strcmp(vtype_name((enum vtype)i), vtype_name((enum vtype)j)) == 0);
}
END_TEST

Suite *suite_rules_value(void)
{
	const TTest *const tests[] = {
	    a_given_text_is_kept_in_one_form_or_refused_with_a_reason,
	    what_is_kept_is_accepted_as_it_is,
	    hostile_text_is_refused_by_every_type,
	    an_error_quotes_no_more_than_a_line_of_what_was_given,
	    values_survive_json,
	    every_type_has_a_name_of_its_own,
	};

	return suite_of("rules/value", tests, COUNT(tests));
}
