/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "help.h"
#include "lookback/base/json.h"
#include "lookback/base/utf8.h"

Suite *suite_base_json(void);

static void writes_as(const char *text, const char *canonical)
{
	struct arena a = {0};
	struct json *j = NULL;
	struct err e = {0};

	ck_assert_msg(json_parse(&a, str_of(text), &j, &e), "%s: %s", text, e.text);
	ck_assert_int_eq(e.kind, ERR_NONE);
	ck_str_is(json_text(&a, j), canonical);
	arena_clear(&a);
}

START_TEST(canonical_text_is_sorted_tight_and_shortest)
{
	writes_as(" { \"b\" : 1 , \"a\" : [ true , false , null ] } ",
	    "{\"a\":[true,false,null],\"b\":1}");
	writes_as("{\"\":0,\"aa\":1,\"a\":2,\"B\":3}", "{\"\":0,\"B\":3,\"a\":2,\"aa\":1}");
	writes_as("[9223372036854775807,-9223372036854775808,-0]",
	    "[9223372036854775807,-9223372036854775808,0]");
	writes_as("\"x\"", "\"x\"");
	writes_as("{}", "{}");
	writes_as("[[],{}]", "[[],{}]");
}
END_TEST

/* The string of RFC 8785, 3.2.2. */
START_TEST(escapes_are_those_of_rfc_8785)
{
	writes_as("\"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\"",
	    "\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
	writes_as("\"\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\\u007f\"",
	    "\"\\u0001\\b\\t\\n\\u000b\\f\\r\\u001f\x7f\"");
	writes_as("\"\\ud83d\\ude00\\u2028\"", "\"\U0001f600\u2028\"");
}
END_TEST

START_TEST(every_control_character_is_escaped)
{
	static const char *const shorts[] = {['\b'] = "\\b",
	    ['\t'] = "\\t",
	    ['\n'] = "\\n",
	    ['\f'] = "\\f",
	    ['\r'] = "\\r",
	    [0x1f] = NULL};
	struct arena a = {0};

	for (char c = 1; c < 0x20; c++) {
		char want[16];
		if (shorts[(int)c])
			snprintf(want, sizeof(want), "\"%s\"", shorts[(int)c]);
		else
			snprintf(want, sizeof(want), "\"\\u%04x\"", c);
		ck_str_is(json_text(&a, json_str(&a, (struct str){&c, 1})), want);
	}
	arena_clear(&a);
}
END_TEST

/* Not RFC 8785's order of UTF-16 units: an astral key comes after U+FB33. */
START_TEST(keys_are_sorted_by_code_point)
{
	writes_as("{\"\U0001f600\":1,\"\ufb33\":2,\"\u20ac\":3,\"\u00f6\":4,\"1\":5,\"\\r\":6}",
	    "{\"\\r\":6,\"1\":5,\"\u00f6\":4,\"\u20ac\":3,\"\ufb33\":2,\"\U0001f600\":1}");
}
END_TEST

START_TEST(faulty_text_is_refused_with_its_place)
{
	static const struct {
		const char *text;
		int line, col;
	} t[] = {
	    {"", 1, -1},
	    {"{", 1, -1},
	    {"[1,]", 1, -1},
	    {"{} x", 1, -1},
	    {"nul", 1, -1},
	    {"{\"a\":1,\"a\":2}", 1, -1},
	    {"\"\\ud800\"", 1, -1},
	    {"\"\\u0000\"", 1, -1},
	    {"\"\n\"", 1, -1},
	    {"\"\xff\"", 1, -1},
	    {"'x'", 1, -1},
	    {"[01]", 1, -1},
	    {"[9223372036854775808]", 1, -1},
	    {"[-9223372036854775809]", 1, -1},
	    {"// x\n1", 1, -1},
	    {"{a:1}", 1, -1},
	    {"[1]\n[2]", 2, -1},
	    {"[1,\n \"\u00e9\", 2.5]", 2, 8},
	    {"1e3", 1, 2},
	    {"{\"a.1e5\\\"\":[1E2]}", 1, 14},
	    {"[\n\n-0.0]", 3, 3},
	    {"[NaN]", 1, -1},
	    {"[+1]", 1, -1},
	};

	for (size_t i = 0; i < COUNT(t); i++) {
		struct arena a = {0};
		struct json *j = NULL;
		struct err e = {0};
		ck_assert_msg(!json_parse(&a, str_of(t[i].text), &j, &e), "%s", t[i].text);
		ck_assert_ptr_null(j);
		ck_assert_int_eq(e.kind, ERR_INPUT);
		ck_assert_int_eq(e.line, t[i].line);
		if (t[i].col >= 0)
			ck_assert_msg(e.col == t[i].col, "%s: col %d", t[i].text, e.col);
		arena_clear(&a);
	}
}
END_TEST

static struct str nested(struct arena *a, int depth)
{
	struct buf b = buf_in(a);

	for (int i = 0; i < depth; i++)
		buf_puts(&b, i % 2 ? "[" : "{\"]\":");
	buf_puts(&b, "1");
	for (int i = depth; i-- > 0;)
		buf_char(&b, i % 2 ? ']' : '}');
	return buf_str(&b);
}

START_TEST(sixteen_levels_are_enough_for_anyone)
{
	struct arena a = {0};
	struct json *j;
	struct err e = {0};
	struct str text = nested(&a, JSON_DEPTH_MAX);

	ck_assert(json_parse(&a, text, &j, &e));
	ck_assert(str_eq(json_text(&a, j), text));
	ck_assert(!json_parse(&a, nested(&a, JSON_DEPTH_MAX + 1), &j, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	ck_assert_int_eq(e.col, 8 * 6 + 1);
	ck_assert(!json_parse(&a, nested(&a, 100000), &j, &e));
	arena_clear(&a);
}
END_TEST

START_TEST(a_text_over_the_limit_is_refused)
{
	struct arena a = {0};
	size_t n = JSON_BYTES_MAX + 1;
	char *p = arena_alloc(&a, n, 1);
	struct json *j;
	struct err e = {0};

	memset(p, ' ', n);
	p[0] = '1';
	ck_assert(json_parse(&a, (struct str){p, n - 1}, &j, &e));
	ck_assert(!json_parse(&a, (struct str){p, n}, &j, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	arena_clear(&a);
}
END_TEST

static struct json *any_value(struct arena *a, struct dice *d, int depth)
{
	struct json *j;

	switch (dice_below(d, depth ? 6 : 4)) {
	case 0:
		return json_none(a);
	case 1:
		return json_bool(a, dice_next(d) & 1);
	case 2:
		return json_int(a, (int64_t)dice_next(d) >> dice_below(d, 64));
	case 3:
		return json_str(a, any_text(a, d, 12));
	case 4:
		j = json_arr(a);
		for (uint64_t n = dice_below(d, 6); n > 0; n--)
			json_add(a, j, any_value(a, d, depth - 1));
		return j;
	default:
		j = json_obj(a);
		for (uint64_t n = dice_below(d, dice_below(d, 20) ? 6 : 100); n > 0; n--)
			json_put_str(a, j, any_text(a, d, 3), any_value(a, d, depth - 1));
		return j;
	}
}

START_TEST(what_was_written_parses_to_the_same)
{
	struct dice d = dice_seed(10);

	for (int i = 0; i < 5000; i++) {
		struct arena a = {0};
		struct json *j = any_value(&a, &d, 4), *back;
		struct str text = json_text(&a, j);
		struct err e = {0};
		ck_assert_msg(json_parse(&a, text, &back, &e), "%s: %s", text.p, e.text);
		ck_assert(json_same(j, back) && json_same(back, j));
		ck_assert(str_eq(json_text(&a, back), text));
		arena_clear(&a);
	}
}
END_TEST

START_TEST(sameness_is_having_the_same_text)
{
	struct dice d = dice_seed(11);
	int same = 0;

	for (int i = 0; i < 20000; i++) {
		struct arena a = {0};
		struct json *x = any_value(&a, &d, 1), *y = any_value(&a, &d, 1);
		bool eq = str_eq(json_text(&a, x), json_text(&a, y));
		holds(json_same(x, y) == eq);
		same += eq;
		arena_clear(&a);
	}
	holds(same > 100);
}
END_TEST

START_TEST(broken_bytes_are_written_as_replacement)
{
	struct arena a = {0};

	ck_str_is(json_text(&a, json_str(&a, STR("a\xff\xc3z\0"))), "\"a\ufffd\ufffdz\ufffd\"");
	arena_clear(&a);
}
END_TEST

START_TEST(putting_replaces_and_keeps_the_order)
{
	struct arena a = {0};
	struct json *o = json_obj(&a);

	for (int i = 0; i < 100; i++)
		json_put_str(&a, o, arena_printf(&a, "k%d", i % 50), json_int(&a, i));
	ck_assert_uint_eq(o->n, 50);
	ck_str_is(o->keys[7], "k7");
	ck_assert_int_eq(json_get_int(o, "k7", -1), 57);
	arena_clear(&a);
}
END_TEST

START_TEST(readers_answer_when_there_is_nothing_to_read)
{
	struct arena a = {0};
	struct json *o = json_obj(&a);

	json_put(&a, o, "text", json_cstr(&a, "x"));
	json_put(&a, o, "num", json_int(&a, 5));
	json_put(&a, o, "yes", json_bool(&a, true));
	ck_str_is(json_get_text(o, "text"), "x");
	ck_assert_uint_eq(json_get_text(o, "num").n, 0);
	ck_assert_int_eq(json_get_int(o, "text", -3), -3);
	ck_assert(json_get_bool(o, "yes") && !json_get_bool(o, "num"));
	ck_assert_ptr_null(json_get(o, "none"));
	ck_assert_ptr_null(json_get(NULL, "x"));
	ck_assert_ptr_null(json_get(json_arr(&a), "x"));
	ck_assert(!json_same(o, NULL) && json_same(NULL, NULL));
	arena_clear(&a);
}
END_TEST

START_TEST(random_bytes_never_do_harm)
{
	static const char bits[] = "{}[],:\"\\u01e.-tfn \xc3\xa9\x80";
	struct dice d = dice_seed(12);

	for (int i = 0; i < 50000; i++) {
		struct arena a = {0};
		struct json *j;
		struct err e = {0};
		char text[16];
		struct str s = {text, dice_below(&d, sizeof(text) + 1)};
		for (size_t k = 0; k < s.n; k++)
			text[k] = bits[dice_below(&d, sizeof(bits) - 1)];
		if (json_parse(&a, s, &j, &e))
			holds(json_parse(&a, json_text(&a, j), &j, &e));
		else
			holds(e.kind == ERR_INPUT);
		arena_clear(&a);
	}
}
END_TEST

Suite *suite_base_json(void)
{
	const TTest *const tests[] = {
	    canonical_text_is_sorted_tight_and_shortest,
	    escapes_are_those_of_rfc_8785,
	    every_control_character_is_escaped,
	    keys_are_sorted_by_code_point,
	    faulty_text_is_refused_with_its_place,
	    sixteen_levels_are_enough_for_anyone,
	    a_text_over_the_limit_is_refused,
	    what_was_written_parses_to_the_same,
	    sameness_is_having_the_same_text,
	    broken_bytes_are_written_as_replacement,
	    putting_replaces_and_keeps_the_order,
	    readers_answer_when_there_is_nothing_to_read,
	    random_bytes_never_do_harm,
	};

	return suite_of("base/json", tests, COUNT(tests));
}
