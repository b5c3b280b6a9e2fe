/* SPDX-License-Identifier: MIT */
/* Text made to hurt: refused with one fault, in little processor time. */
#include "help.h"

#include <string.h>
#include <time.h>

#include "conf/yaml.h"

enum { MILLION = 1000000 };

static struct str repeated(const char *unit, size_t times)
{
	struct buf b = buf_in(&arena);

	for (size_t i = 0; i < times; i++)
		buf_puts(&b, unit);
	return buf_str(&b);
}

static struct str joined(const char *before, struct str middle, const char *after)
{
	return arena_printf(&arena, "%s%.*s%s", before, STR_ARG(middle), after);
}

/* Reads, with what it may cost: half a second of processor time under sanitizers,
 * where libyaml alone would need minutes for the worst of these. */
static const char *refusal(struct str text)
{
	struct faults faults = {0};
	struct node *root = NULL;
	struct buf b = buf_in(&arena);
	clock_t from = clock();
	bool ok = yaml_read(&arena, STR("x.yaml"), text, &root, &faults);

	holds(clock() - from < CLOCKS_PER_SEC / 2);
	holds(ok == (faults.n == 0));
	holds(faults.n <= 1);
	holds(ok || root == NULL);
	faults_print(&b, &faults);
	return faults.n ? buf_str(&b).p : "";
}

struct hostile {
	const char *claim;
	struct str text;
	const char *told;
};
#define BYTES(lit)                                                                             \
	{                                                                                      \
		lit, sizeof(lit) - 1                                                           \
	}
static const struct hostile rows[] = {
    {"nothing", BYTES(""), "x.yaml:1:1: found nothing; expected a map\n"},
    {"only a comment", BYTES("# a\n"), "x.yaml:1:1: found nothing; expected a map\n"},
    {"a NUL", BYTES("a: b\0c\n"),
	"x.yaml:1:5: found the character U+0000; expected text without control or invisible "
	"characters\n"},
    {"a tab", BYTES("a:\n\tb: 1\n"), "x.yaml:2:1: found a tab; expected spaces\n"},
    {"an escape", BYTES("a: \033[2J\n"),
	"x.yaml:1:4: found the character U+001B; expected text without control or invisible "
	"characters\n"},
    {"a lone CR", BYTES("a: b\rc: d\n"),
	"x.yaml:1:5: found the character U+000D; expected text without control or invisible "
	"characters\n"},
    {"a C1 control", BYTES("a: \xc2\x85\n"),
	"x.yaml:1:4: found the character U+0085; expected text without control or invisible "
	"characters\n"},
    {"right to left", BYTES("a: \xe2\x80\xae\n"),
	"x.yaml:1:4: found the character U+202E; expected text without control or invisible "
	"characters\n"},
    {"half a character", BYTES("a: \xc3\n"),
	"x.yaml:1:4: found the byte 0xC3; expected UTF-8 text\n"},
    {"an overlong slash", BYTES("a: \xc0\xaf\n"),
	"x.yaml:1:4: found the byte 0xC0; expected UTF-8 text\n"},
    {"a surrogate", BYTES("a: \xed\xa0\x80\n"),
	"x.yaml:1:4: found the byte 0xED; expected UTF-8 text\n"},
    {"UTF-16",
	BYTES("\xff\xfe"
	      "a\0"),
	"x.yaml:1:1: found the byte 0xFF; expected UTF-8 text\n"},
    {"an anchor", BYTES("a: &x 1\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"an anchor on a list", BYTES("a: &x [1]\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"an anchor on a map", BYTES("a: &x {b: 1}\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"an alias", BYTES("a: *x\n"),
	"x.yaml:1:4: found an alias; expected a plain value (write '*' in quotes)\n"},
    {"aliases that unfold", BYTES("a: &a [l, l]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"a tag", BYTES("a: !!int 1\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"a bare tag", BYTES("a: ! 1\n"),
	"x.yaml:1:4: found an anchor or a tag; expected a plain value\n"},
    {"a directive", BYTES("%YAML 1.1\n---\na: 1\n"),
	"x.yaml:1:1: found a % directive; expected none\n"},
    {"two documents", BYTES("a: 1\n---\nb: 1\n"),
	"x.yaml:2:1: found a second document; expected one in a file\n"},
    {"a key twice", BYTES("a: 1\nb: 2\n\"a\": 3\n"),
	"x.yaml:3:1: found key 'a' again; expected each key once (first on line 1)\n"},
    {"a list as a key", BYTES("[a]: 1\n"),
	"x.yaml:1:1: found a list or map as a key; expected a word\n"},
    {"a bracket left open", BYTES("a: [1\n"),
	"x.yaml:2:1: found a fault of form: while parsing a flow sequence did not find "
	"expected "
	"',' or ']'; expected YAML\n"},
};

START_TEST(hostile_text_is_refused_with_one_fault_at_its_place)
{
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *told = refusal(rows[i].text);
		if (!str_is(str_of(told), rows[i].told))
			ck_abort_msg("%s:\n%s", rows[i].claim, told);
	}
}
END_TEST

START_TEST(depth_ends_at_the_seventeenth)
{
	const char *const deep[] = {"[", "{a: ", "- ", "? ", "[{a: "};

	for (size_t i = 0; i < COUNT(deep); i++) {
		const char *told = refusal(repeated(deep[i], 200000 / strlen(deep[i])));
		if (!strstr(told, "nested too deeply; expected at most 16") &&
		    !strstr(told, "as a key"))
			ck_abort_msg("%s: %s", deep[i], told);
	}
	ck_assert_str_eq(refusal(joined("", repeated("[", 16), "]]]]]]]]]]]]]]]]")), "");
	ck_assert_str_ne(refusal(joined("", repeated("[", 17), "]]]]]]]]]]]]]]]]]")), "");
}
END_TEST

START_TEST(size_is_bounded)
{
	struct str big = repeated("# 4567\n", MILLION * 2 / 7);

	ck_assert_str_eq(refusal((struct str){big.p, YAML_BYTES_MAX + 1}),
	    "x.yaml:1:1: found 1048577 bytes; expected a file of at most 1 MiB\n");
	ck_assert_str_eq(refusal(joined("a: ", repeated("b", MILLION), "\n")), "");
	ck_assert_str_eq(refusal(joined("a: \"", repeated("\\n", MILLION / 2), "\"\n")), "");
	ck_assert_str_eq(refusal(joined("a: |\n", repeated(" b\n", MILLION / 3), "")), "");
}
END_TEST

START_TEST(numbers_of_things_are_bounded)
{
	struct str items = repeated("a,", 1001), keys, maps;
	struct buf b = buf_in(&arena), many = buf_in(&arena);

	ck_assert_str_eq(refusal(joined("[", items, "]")),
	    "x.yaml:1:2002: found too many elements; expected at most 1000 in a list\n");
	for (int i = 0; i < 257; i++)
		buf_printf(&b, "k%d: 1\n", i);
	keys = buf_str(&b);
	ck_assert_str_eq(refusal(keys),
	    "x.yaml:257:1: found too many keys; expected at most 256 in a map\n");
	for (int i = 0; i < 50; i++)
		buf_printf(&many, "l%d: [%s]\n", i, repeated("x,", 500).p);
	maps = buf_str(&many);
	ck_assert_str_eq(refusal(maps),
	    "x.yaml:40:845: found too many values; expected at most 20000 in a file\n");
}
END_TEST

START_TEST(things_that_libyaml_is_slow_with_are_not_waited_for)
{
	const char *const units[] = {"a: b: ", "- - ", "{", "[a: ", "\"\\x41", "'", "? a\n",
	    ": ", "a:\n", "|\n", "%", "@", "`", "!", "&", "*a ", "--- ", "...\n", "\n", " ",
	    "#", ",", "a\n ", "-\n", ">\n "};

	for (size_t i = 0; i < COUNT(units); i++)
		(void)refusal(repeated(units[i], MILLION / strlen(units[i])));
}
END_TEST

/* Every value of the largest file is a fault of its own, each with a suggestion. */
START_TEST(a_file_full_of_faults_is_told_in_full)
{
	struct source s = small_pack();
	struct buf b = buf_in(&arena);
	struct faults faults = {0};
	const struct pack *p;
	clock_t from = clock();

	buf_puts(&b, "roles:\n");
	for (int i = 0; i < 39; i++) {
		buf_printf(&b, "- labl: x\n");
		for (int k = 0; k < 250; k++)
			buf_printf(&b, "  righs%d: x\n", k);
	}
	add_file(&s, "review.yaml", buf_str(&b));
	holds(!pack_load(&arena, &s, &p, &faults));
	holds(faults.n > 39 * 251);
	holds(clock() - from < 4 * CLOCKS_PER_SEC);
}
END_TEST

START_TEST(what_is_plain_is_read)
{
	struct faults faults = {0};
	struct node *root;
	struct str text = STR("# c\r\na: x\r\n\"b\":\r\n  - 'y'\r\n  - {c: \xc3\xa9}\r\n");
	const struct node *b;

	holds(yaml_read(&arena, STR("x.yaml"), text, &root, &faults));
	b = node_get(root, "b");
	holds(root->kind == NODE_MAP && root->line == 2 && root->col == 1);
	holds(str_is(node_get(root, "a")->text, "x") && !node_get(root, "a")->quoted);
	holds(b->kind == NODE_LIST && b->items.n == 2 && b->items.v[0]->quoted);
	holds(b->items.v[0]->line == 4 && b->items.v[0]->col == 5);
	holds(str_is(node_get(b->items.v[1], "c")->text, "\xc3\xa9"));
	holds(node_get(root, "nothing") == NULL);
}
END_TEST

Suite *suite_conf_hostile(void);
Suite *suite_conf_hostile(void)
{
	const TTest *const tests[] = {
	    hostile_text_is_refused_with_one_fault_at_its_place,
	    depth_ends_at_the_seventeenth,
	    size_is_bounded,
	    numbers_of_things_are_bounded,
	    things_that_libyaml_is_slow_with_are_not_waited_for,
	    a_file_full_of_faults_is_told_in_full,
	    what_is_plain_is_read,
	};

	return suite_of("conf/hostile", tests, COUNT(tests));
}
