/* SPDX-License-Identifier: MIT */
/* The grid holds only whole, safe graphemes, whatever is put wherever. */
#include <check.h>
#include <string.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"
#include "tui/canvas.h"
#include "tui/wrap.h"

Suite *suite_tui_canvas(void);

static const char *const texts[] = {"plain", "Llŷr", "王小明", "e\xcc\x81\xcc\x81\xcc\x81x",
    "\033[2J\033]0;x\007", "a\rb\bc\td\ne", "\xe2\x80\xae RLO", "\xff\xfe bad",
    "👩‍👩‍👧", "\xcc\x81 alone", "ß Œ € …", ""};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

static bool is_whole(const struct canvas *c, int y, int x)
{
	const struct cell *cell = canvas_at(c, y, x);
	struct str s = {cell->bytes, cell->n};
	size_t at = 0;
	uint32_t cp;

	if (cell->width == 0)
		return x > 0 && canvas_at(c, y, x - 1)->width == 2;
	if (cell->width == 2 && (x + 1 == c->cols || canvas_at(c, y, x + 1)->width != 0))
		return false;
	while (utf8_next(s, &at, &cp))
		if (!utf8_safe(cp) || (c->ascii && cp >= 0x7f))
			return false;
	return utf8_valid(s);
}

static void check_whole(const struct canvas *c)
{
	for (int y = 0; y < c->rows; y++)
		for (int x = 0; x < c->cols; x++)
			if (!is_whole(c, y, x))
				ck_abort_msg("cell %d,%d", y, x);
}

/* Sizes, places and clips far outside; AddressSanitizer guards the edges of the grid. */
START_TEST(nothing_is_written_outside_or_torn)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct arena a = {0};
	struct canvas c;

	canvas_init(&c, &a, 1 + (int)dice_below(&d, 12), 1 + (int)dice_below(&d, 30), _i % 2);
	for (int n = 0; n < 400; n++) {
		int y = (int)dice_below(&d, 20) - 4, x = (int)dice_below(&d, 40) - 6;
		int w = (int)dice_below(&d, 40) - 3;
		enum role role = (enum role)dice_below(&d, ROLE_COUNT);
		struct rect r = {y, x, (int)dice_below(&d, 9) - 1, w};
		switch (dice_below(&d, 7)) {
		case 0:
			canvas_clip(&c, r);
			break;
		case 1:
			canvas_unclip(&c);
			break;
		case 2:
			canvas_fill(&c, r, role);
			break;
		case 3:
			canvas_select(&c, y, x, w);
			break;
		case 4:
			canvas_rule(&c, y, x, w, role);
			break;
		default:
			canvas_put(&c, y, x, w, role, str_of(texts[dice_below(&d, TEXTS)]));
		}
		check_whole(&c);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(text_that_is_too_long_ends_in_a_sign)
{
	struct arena a = {0};
	struct canvas c;

	canvas_init(&c, &a, 1, 20, false);
	ck_assert_int_eq(canvas_put(&c, 0, 0, 5, ROLE_TEXT, STR("abcde")), 5);
	ck_assert_int_eq(canvas_at(&c, 0, 4)->bytes[0], 'e');
	ck_assert_int_eq(canvas_put(&c, 0, 0, 5, ROLE_TEXT, STR("abcdef")), 5);
	ck_assert_int_eq(memcmp(canvas_at(&c, 0, 4)->bytes, "…", 3), 0);
	ck_assert_int_le(canvas_put(&c, 0, 0, 4, ROLE_TEXT, str_of("王小明")), 4);
	arena_clear(&a);
}
END_TEST

START_TEST(a_calm_selection_is_one_cell)
{
	struct arena a = {0};
	struct canvas c, was;
	int changed = 0;

	canvas_init(&c, &a, 2, 20, false);
	canvas_init(&was, &a, 2, 20, false);
	c.calm = true;
	canvas_select(&c, 1, 0, 20);
	for (int i = 0; i < 40; i++)
		changed += !cell_same(&c.cells[i], &was.cells[i]);
	ck_assert_int_eq(changed, 1);
	arena_clear(&a);
}
END_TEST

static struct str random_text(struct arena *a, struct dice *d)
{
	struct buf b = buf_in(a);

	for (uint64_t n = dice_below(d, 30); n > 0; n--)
		switch (dice_below(d, 4)) {
		case 0:
			buf_puts(&b, texts[dice_below(d, TEXTS)]);
			break;
		case 1:
			buf_char(&b, dice_below(d, 3) ? ' ' : '\n');
			break;
		default:
			for (uint64_t k = dice_below(d, 12); k > 0; k--)
				buf_char(&b, (char)('a' + dice_below(d, 26)));
		}
	return buf_str(&b);
}

/* Rows hold every byte but the newlines between them, and fit but for spaces at the end
 * or a single grapheme that is wider than the row. */
START_TEST(wrapping_loses_nothing_and_fits)
{
	struct dice d = dice_seed((uint64_t)_i);
	struct arena a = {0};
	struct str text = random_text(&a, &d), row;
	int cols = 1 + (int)dice_below(&d, 25);
	size_t at = 0, expect = 0;
	int rows = 0;

	while (wrap_next(text, &at, cols, &row)) {
		struct str tight = row;
		struct glyph g;
		size_t one = 0;
		ck_assert_uint_eq((size_t)(row.p - text.p), expect);
		expect += row.n;
		if (expect < text.n && text.p[expect] == '\n')
			expect++;
		while (tight.n && (tight.p[tight.n - 1] == ' ' || tight.p[tight.n - 1] == '\t'))
			tight.n--;
		if (utf8_columns(tight) > cols)
			ck_assert(utf8_glyph(tight, &one, &g) && one == tight.n);
		rows++;
	}
	ck_assert_uint_ge(at, text.n);
	ck_assert_int_eq(rows, wrap_count(text, cols));
	ck_assert_int_gt(rows, 0);
	arena_clear(&a);
}
END_TEST

Suite *suite_tui_canvas(void)
{
	Suite *s = suite_create("tui canvas");
	TCase *t = tcase_create("grid");

	tcase_add_loop_test(t, nothing_is_written_outside_or_torn, 0, 60);
	tcase_add_test(t, text_that_is_too_long_ends_in_a_sign);
	tcase_add_test(t, a_calm_selection_is_one_cell);
	tcase_add_loop_test(t, wrapping_loses_nothing_and_fits, 0, 400);
	suite_add_tcase(s, t);
	return s;
}
