/* SPDX-License-Identifier: MIT */
/* The page about expressions is true of the pack that it takes its examples from. */
#include <stdio.h>
#include <string.h>

#include "help.h"
#include "lookback/base/io.h"
#include "lookback/conf/pack.h"

Suite *suite_conf_page(void);

struct page {
	struct arena arena;
	struct str text;
	const struct pack *pack;
	int tried;
};

static void page_open(struct page *p)
{
	struct faults faults = {0};
	struct source s;
	struct err e = {0};

	*p = (struct page){0};
	if (!io_read(&p->arena, "docs/EXPRESSIONS.md", 1 << 20, &p->text, &e))
		ck_abort_msg("%s", e.text);
	s = real_pack();
	ck_assert(pack_load(&p->arena, &s, &p->pack, &faults));
}

/* The lines of a section, from its title to the next one. */
static struct str section(const struct page *p, const char *title)
{
	const char *from = strstr(p->text.p, title), *to;

	ck_assert_ptr_nonnull(from);
	from = strchr(from, '\n');
	to = strstr(from, "\n## ");
	return (struct str){from, to ? (size_t)(to - from) : strlen(from)};
}

static bool understood(struct page *p, struct str text, struct err *e)
{
	struct expr_env env = {.pack = p->pack, .me = STR("asmith"), .now = 1795284245123};
	const struct expr *x;

	p->tried++;
	return expr_parse(&p->arena, text, &env, &x, e);
}

/* Everything between backticks in the first cell of a row. */
static void try_row(struct page *p, struct str cell)
{
	struct str part;
	struct err e = {0};

	for (bool code = false; str_cut(&cell, '`', &part); code = !code)
		if (code && !understood(p, part, &e))
			ck_abort_msg("%.*s: %s", STR_ARG(part), e.text);
}

START_TEST(every_example_is_understood)
{
	struct page p;
	struct str rest, line;

	page_open(&p);
	rest = section(&p, "## Conditions");
	while (str_cut(&rest, '\n', &line)) {
		struct str cell;
		if (!str_starts(line, STR("| `")))
			continue;
		line = (struct str){line.p + 2, line.n - 2};
		ck_assert(str_cut(&line, '|', &cell));
		try_row(&p, cell);
	}
	ck_assert_int_gt(p.tried, 25);
	arena_clear(&p.arena);
}
END_TEST

START_TEST(every_error_is_as_printed)
{
	struct page p;
	struct str rest, line;

	page_open(&p);
	rest = section(&p, "## Errors");
	while (str_cut(&rest, '\n', &line)) {
		struct str trimmed = str_trim(line), want;
		const char *gap;
		struct err e = {0};
		if (!str_starts(line, STR("    ")))
			continue;
		gap = strstr(trimmed.p, "   ");
		ck_assert_ptr_nonnull(gap);
		want = str_trim((struct str){gap, (size_t)(trimmed.p + trimmed.n - gap)});
		if (str_starts((struct str){want.p + want.n - 3, 3}, STR("...")))
			want.n -= 3;
		ck_assert(
		    !understood(&p, (struct str){trimmed.p, (size_t)(gap - trimmed.p)}, &e));
		if (!str_starts(str_of(e.text), want))
			ck_abort_msg(
			    "the page says %.*s, the program %s", STR_ARG(want), e.text);
	}
	ck_assert_int_gt(p.tried, 5);
	arena_clear(&p.arena);
}
END_TEST

START_TEST(every_name_that_a_record_has_is_listed)
{
	struct page p;
	struct str names;

	page_open(&p);
	names = arena_str(&p.arena, section(&p, "## Names"));
	for (size_t i = 0; i < CORE_ATTRS; i++) {
		struct str quoted =
		    arena_printf(&p.arena, "`%.*s`", STR_ARG(p.pack->core[i].name));
		if (!strstr(names.p, quoted.p))
			ck_abort_msg("%s is not listed", quoted.p);
	}
	arena_clear(&p.arena);
}
END_TEST

Suite *suite_conf_page(void)
{
	const TTest *const tests[] = {
	    every_example_is_understood,
	    every_error_is_as_printed,
	    every_name_that_a_record_has_is_listed,
	};

	return suite_of("conf/page", tests, COUNT(tests));
}
