/* SPDX-License-Identifier: MIT */
/* No meaning by colour alone: on every golden screen a mark says what a colour says. */
#include <check.h>
#include <string.h>

#include "lookback/base/io.h"
#include "lookback/base/utf8.h"
#include "tui/term/theme.h"

Suite *suite_tui_theme(void);

static const char letters[ROLE_COUNT + 1] = {
#define ROLE(id, letter) letter,
    ROLES(ROLE)
#undef ROLE
};
static const char *const role_names[ROLE_COUNT] = {
#define ROLE(id, letter) #id,
    ROLES(ROLE)
#undef ROLE
};

/* These decorate: where they stand says what they are. */
static bool decorates(enum role r)
{
	return r == ROLE_LABEL || r == ROLE_HEADING || r == ROLE_TRAINING || r == ROLE_MATCH;
}

START_TEST(looks_are_the_same_in_every_theme_and_mono_has_no_colour)
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		ck_assert_int_eq(theme_style(THEME_MONO, (enum role)r).colour, -1);
		for (int t = 0; t < THEME_COUNT; t++)
			ck_assert_uint_eq(theme_style((enum theme)t, (enum role)r).look,
			    theme_style(THEME_MONO, (enum role)r).look);
	}
}
END_TEST

START_TEST(what_is_safe_for_colour_blindness_has_neither_red_nor_green)
{
	for (int r = 0; r < ROLE_COUNT; r++) {
		int colour = theme_style(THEME_SAFE, (enum role)r).colour;
		ck_assert_msg(colour != 1 && colour != 2, "%s", role_names[r]);
	}
	/* the bands differ from each other in every coloured theme */
	for (int t = 0; t < THEME_MONO; t++) {
		int calm = theme_style((enum theme)t, ROLE_CALM).colour;
		int caution = theme_style((enum theme)t, ROLE_CAUTION).colour;
		int danger = theme_style((enum theme)t, ROLE_DANGER).colour;
		ck_assert(calm != caution && caution != danger && danger != calm);
	}
}
END_TEST

/* Two roles that only colour tells apart: at least one has a mark. */
START_TEST(roles_that_differ_by_colour_alone_have_marks)
{
	for (int t = 0; t < THEME_MONO; t++)
		for (int r = 0; r < ROLE_COUNT; r++)
			for (int q = 0; q < r; q++) {
				struct style x = theme_style((enum theme)t, (enum role)r);
				struct style y = theme_style((enum theme)t, (enum role)q);
				if (x.look != y.look || x.colour == y.colour ||
				    decorates((enum role)r) || decorates((enum role)q))
					continue;
				ck_assert_msg(theme_mark((enum role)r)->any ||
						  theme_mark((enum role)q)->any,
				    "%s and %s in %s", role_names[r], role_names[q],
				    theme_name((enum theme)t));
			}
}
END_TEST

START_TEST(themes_are_found_by_name)
{
	enum theme t;

	for (int i = 0; i < THEME_COUNT; i++)
		ck_assert(theme_find(str_of(theme_name((enum theme)i)), &t) && (int)t == i);
	ck_assert(!theme_find(STR("night"), &t));
}
END_TEST

/* ---- golden screens ---- */
struct run {
	struct str text; /* of the cells with the role, spaces between them too */
	enum role role;
	bool beside; /* another look in the same row */
};

static int words_in(struct str text)
{
	int n = 0;
	bool in = false;

	for (size_t i = 0; i < text.n; i++) {
		bool letter = text.p[i] != ' ';
		n += letter && !in;
		in = letter;
	}
	return n;
}

static bool holds(struct str text, struct str what)
{
	for (size_t i = 0; i + what.n <= text.n; i++)
		if (memcmp(text.p + i, what.p, what.n) == 0)
			return true;
	return false;
}

static bool is_marked(const struct run *r)
{
	const struct theme_mark *m = theme_mark(r->role);
	struct str all = str_of(m->any), sign;

	while (str_cut(&all, ' ', &sign))
		if (sign.n && holds(r->text, sign))
			return true;
	if (m->flags & MARK_SENTENCE && words_in(r->text) >= 2)
		return true;
	return m->flags & MARK_LOOK && r->beside;
}

/* Bytes of the columns from..to of a row. */
static struct str cells(struct str row, int from, int to)
{
	struct glyph g;
	size_t at = 0, begin = row.n, end = row.n;
	int x = 0;

	while (x < to && at < row.n) {
		if (x == from)
			begin = at;
		if (!utf8_glyph(row, &at, &g))
			break;
		x += g.width;
		end = at;
	}
	return begin < end ? (struct str){row.p + begin, end - begin} : (struct str){0};
}

static bool other_look(struct str roles, unsigned look)
{
	for (size_t i = 0; i < roles.n; i++)
		for (int r = 0; r < ROLE_COUNT; r++)
			if (roles.p[i] == letters[r] &&
			    theme_style(THEME_MONO, (enum role)r).look != look)
				return true;
	return false;
}

/* One more space between words belongs to the run. */
static size_t run_end(struct str roles, size_t from)
{
	size_t to = from;

	while (to < roles.n &&
	       (roles.p[to] == roles.p[from] || (roles.p[to] == ' ' && to + 1 < roles.n &&
						    roles.p[to + 1] == roles.p[from])))
		to++;
	return to;
}

static int check_row(const char *file, struct str row, struct str roles)
{
	int seen = 0;

	for (size_t x = 0, to; x < roles.n; x = to) {
		struct run r = {.role = ROLE_TEXT};
		to = x + 1;
		for (int k = 0; k < ROLE_COUNT; k++)
			if (roles.p[x] == letters[k])
				r.role = (enum role)k;
		if (!theme_mark(r.role)->any)
			continue;
		to = run_end(roles, x);
		r.text = cells(row, (int)x, (int)to);
		r.beside = other_look(roles, theme_style(THEME_MONO, r.role).look);
		ck_assert_msg(is_marked(&r), "%s: only its colour says that '%.*s' is %s", file,
		    STR_ARG(r.text), role_names[r.role]);
		seen++;
	}
	return seen;
}

static int check_screen(struct arena *a, const char *file)
{
	struct str text, rest, roles, row, of_row;
	const char *split;
	struct err e = {0};
	int seen = 0;

	ck_assert_msg(
	    io_read(a, arena_printf(a, "tests/tui/golden/%s", file).p, 1 << 20, &text, &e),
	    "%s", e.text);
	split = strstr(text.p, "---- roles\n");
	ck_assert_ptr_nonnull(split);
	rest = (struct str){text.p, (size_t)(split - text.p)};
	roles = str_of(split + strlen("---- roles\n"));
	while (str_cut(&rest, '\n', &row) && str_cut(&roles, '\n', &of_row))
		seen += check_row(file, row, of_row);
	return seen;
}

START_TEST(on_every_golden_screen_a_mark_says_what_a_colour_says)
{
	struct arena a = {0};
	struct strs files = {0};
	struct err e = {0};
	int seen = 0;

	ck_assert_msg(io_list(&a, "tests/tui/golden", ".txt", &files, &e), "%s", e.text);
	ck_assert_uint_gt(files.n, 60);
	for (size_t i = 0; i < files.n; i++)
		seen += check_screen(&a, arena_str(&a, files.v[i]).p);
	ck_assert_int_gt(seen, 500);
	arena_clear(&a);
}
END_TEST

Suite *suite_tui_theme(void)
{
	Suite *s = suite_create("tui theme");
	TCase *t = tcase_create("themes");

	tcase_add_test(t, looks_are_the_same_in_every_theme_and_mono_has_no_colour);
	tcase_add_test(t, what_is_safe_for_colour_blindness_has_neither_red_nor_green);
	tcase_add_test(t, roles_that_differ_by_colour_alone_have_marks);
	tcase_add_test(t, themes_are_found_by_name);
	tcase_add_test(t, on_every_golden_screen_a_mark_says_what_a_colour_says);
	suite_add_tcase(s, t);
	return s;
}
