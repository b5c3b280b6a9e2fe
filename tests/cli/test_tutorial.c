/* SPDX-License-Identifier: MIT */
/* The words of the tutorials that are built in, as the workstation shows them. */
#include <check.h>
#include <string.h>

#include "lookback/base/utf8.h"
#include "lookback/conf/lesson.h"
#include "lookback/conf/pack.h"
#include "tui/coach.h"
#include "tui/wrap.h"

Suite *suite_cli_tutorial(void);

static struct arena mem;

static const struct pack *pack_of(struct str name)
{
	struct source s = {0};
	struct faults faults = {0};
	const struct pack *p = NULL;

	ck_assert(source_embedded(&mem, arena_str(&mem, name).p, &s));
	ck_assert(pack_load(&mem, &s, &p, &faults));
	return p;
}

/* Every {name} is an action, or the key of a step, which the pack's reader checked. */
static void names_are_known(const struct lesson_step *s, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		struct str rest = {text.p + i, text.n - i};
		size_t end;
		if (text.p[i] != '{' || str_starts(rest, STR("{step ")))
			continue;
		ck_assert_msg(coaching_named(text, i, &end) != ACT_NONE,
		    "step %.*s: no action is called so: %.*s", STR_ARG(s->id), STR_ARG(rest));
	}
}

/* As it is on the screen, a letter in the place of a step's key. */
static struct str shown(const struct keymap *m, struct str text)
{
	struct buf b = buf_in(&mem);
	struct str part, name;

	while (str_cut(&text, '{', &part)) {
		buf_put(&b, part);
		if (!text.n)
			break;
		if (!str_starts(text, STR("step "))) {
			buf_char(&b, '{');
			continue;
		}
		(void)str_cut(&text, '}', &name);
		buf_char(&b, 'x');
	}
	return coaching_words(&mem, m, buf_str(&b), false);
}

static void fits(const struct keymap *m, const struct lesson_step *s, const char *before,
    struct str text, int rows)
{
	struct str line;

	names_are_known(s, text);
	line = arena_printf(&mem, "%s%.*s", before, STR_ARG(shown(m, text)));
	ck_assert_msg(wrap_count(line, 78) <= rows, "step %.*s: %d rows of 78: %.*s",
	    STR_ARG(s->id), wrap_count(line, 78), STR_ARG(line));
}

START_TEST(every_word_of_a_tutorial_fits_a_screen_of_80_columns)
{
	struct strs names = source_built_in(&mem);
	struct keymap m = {0};
	int lessons = 0;

	keymap_defaults(&mem, &m);
	for (size_t i = 0; i < names.n; i++) {
		const struct lesson *l = pack_of(names.v[i])->lesson;
		if (!l)
			continue;
		lessons++;
		fits(&m, &l->steps.v[l->steps.n - 1], "", l->end, 3);
		for (size_t k = 0; k < l->steps.n; k++) {
			const struct lesson_step *s = &l->steps.v[k];
			fits(&m, s, "", s->say, 2);
			fits(&m, s, "Not yet: ", s->missing, 1);
			fits(&m, s, "", s->hint, 1);
		}
	}
	ck_assert_int_ge(lessons, 1);
}
END_TEST

Suite *suite_cli_tutorial(void)
{
	Suite *s = suite_create("cli tutorial");
	TCase *t = tcase_create("words");

	tcase_add_test(t, every_word_of_a_tutorial_fits_a_screen_of_80_columns);
	suite_add_tcase(s, t);
	return s;
}
