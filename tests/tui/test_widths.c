/* SPDX-License-Identifier: MIT */
/*
 * Columns stay straight, whatever stands in them: a screen with a strange text in every field
 * is, cell for cell, the screen with a plain text of as many columns, but for the text itself.
 */
#include <check.h>
#include <string.h>

#include "lookback/base/utf8.h"
#include "screen.h"

Suite *suite_tui_widths(void);

static const char *const strange[] = {
    "王小明",                               /* wide */
    "e\xcc\x81o\xcc\x88u\xcc\x8a",          /* combining */
    "\xd8\xa3\xd8\xad\xd9\x85\xd8\xaf",     /* right to left */
    "\xd7\x90\xd7\x91\xd7\x92x",            /* right to left, then not */
    "🇬🇧x",                                  /* two that are one */
    "x\xef\xb8\x8f\xe2\x83\xa3y",           /* a keycap */
    "\xe0\xa4\x95\xe0\xa5\x8d\xe0\xa4\xb7", /* a conjunct */
    "\xef\xbd\xb1\xef\xbd\xb2\xef\xbd\xb3", /* half wide */
    "\xef\xbc\xa1\xef\xbc\xa2",             /* full wide */
};
enum { STRANGE = sizeof(strange) / sizeof(strange[0]) };
static const struct {
	int rows, cols;
} sizes[] = {{24, 80}, {40, 120}};

/* Keys that go over all screens and what opens on them. */
static const char *const tour[] = {"", "j", "n", "2", "3", "4", "1<C-f>", "a", "j", "1",
    "<Enter>", "<C-c>", "s", "s", "d", "j", "<Enter>", "<C-c>", "q", "q", "l", "G", "=", "q",
    "<Space>", "f", "<C-c>", "<Enter>", "q", "ga", "j", "q", "go", "q", "gr", "q", ":", "<C-c>",
    "<C-p>", "<C-c>", "N", "<C-c>", "?", "q", "M", "q", ":log<Enter>", "q", ":pack<Enter>",
    "q"};
enum { TOUR = sizeof(tour) / sizeof(tour[0]) };

/* The plain text is made of a letter that stands nowhere else, so that it is a word as well. */
#define LETTER "\xc5\xb5"

static bool is_cell(const struct cell *c, const char *text)
{
	return c->n == strlen(text) && memcmp(c->bytes, text, c->n) == 0;
}

/* The text, or the sign that it was cut. */
static bool is_text(const struct cell *c)
{
	return is_cell(c, LETTER) || is_cell(c, "…");
}

static void same_columns(struct screen *plain, struct screen *s, const char *keys)
{
	for (int y = 0; y < s->canvas.rows; y++)
		for (int x = 0; x < s->canvas.cols; x++) {
			const struct cell *p = canvas_at(&plain->canvas, y, x);
			if (!is_text(p) && !cell_same(p, canvas_at(&s->canvas, y, x)))
				ck_abort_msg("%d,%d after %s is moved:\n%s\n%s", y, x, keys,
				    screen_row(plain, y).p, screen_row(s, y).p);
		}
}

static void open_with(struct screen *s, int size, struct str text)
{
	screen_init(s, sizes[size].rows, sizes[size].cols, false);
	s->canned.hostile = text;
	canned_fill(&s->mem, MSG_R_welcome, &s->canned.welcome, text);
	screen_keys(s, "R");
}

START_TEST(a_strange_text_moves_nothing_beside_it)
{
	struct str text = str_of(strange[_i % STRANGE]);
	struct screen plain, s;
	char same[64] = "";

	for (int i = 0; i < utf8_columns(text); i++)
		memcpy(same + strlen(same), LETTER, sizeof(LETTER));
	open_with(&plain, _i / STRANGE, str_of(same));
	open_with(&s, _i / STRANGE, text);
	for (int i = 0; i < TOUR; i++) {
		screen_keys(&plain, tour[i]);
		screen_keys(&s, tour[i]);
		same_columns(&plain, &s, tour[i]);
	}
	screen_clear(&plain);
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_widths(void)
{
	Suite *s = suite_create("tui widths");
	TCase *t = tcase_create("widths");

	tcase_add_loop_test(t, a_strange_text_moves_nothing_beside_it, 0, STRANGE * 2);
	suite_add_tcase(s, t);
	return s;
}
