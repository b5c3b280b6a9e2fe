/* SPDX-License-Identifier: MIT */
/* Driving the workstation in tests. */
#include "screen.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lookback/base/io.h"
#include "lookback/base/utf8.h"

static const char letters[ROLE_COUNT + 1] = {
#define ROLE(id, letter) letter,
    ROLES(ROLE)
#undef ROLE
};

void screen_draw(struct screen *s)
{
	if (s->canvas.rows != s->app.rows || s->canvas.cols != s->app.cols)
		canvas_init(&s->canvas, &s->mem, s->app.rows, s->app.cols, s->app.ascii);
	app_draw(&s->app, &s->canvas);
}

void screen_settle(struct screen *s)
{
	s->app.paused = true; /* nobody types on */
	while (app_later(&s->app))
		;
	screen_draw(s);
}

void screen_init(struct screen *s, int rows, int cols, bool ascii)
{
	struct err e = {0};
	struct service service;

	*s = (struct screen){.tick = 1000000};
	canned_init(&s->canned);
	service = canned_service(&s->canned);
	app_init(&s->app, &service, &s->canned.welcome);
	s->app.rows = rows;
	s->app.cols = cols;
	s->app.ascii = ascii;
	s->app.now = 1795262400000; /* 21 November 2026, noon */
	s->app.tick = s->app.last_beat = s->tick;
	ck_assert_msg(app_start(&s->app, &e), "%s", e.text);
	screen_settle(s);
}

void screen_clear(struct screen *s)
{
	app_end(&s->app);
	canned_clear(&s->canned);
	arena_clear(&s->mem);
}

void screen_key(struct screen *s, uint32_t key, int64_t ms_later)
{
	s->tick += ms_later;
	if (key == '|') {
		s->canned.form.version++;
		return;
	}
	app_key(&s->app, key, s->tick);
}

void screen_keys(struct screen *s, const char *keys)
{
	struct str rest = str_of(keys);
	uint32_t key;

	while (key_read(&rest, &key))
		screen_key(s, key, 2000);
	ck_assert_msg(rest.n == 0, "no key: %s", rest.p);
	screen_settle(s);
}

bool screen_idle(struct screen *s, int64_t ms)
{
	bool anew;

	for (int64_t end = s->tick + ms; s->tick < end;) {
		int64_t left = app_time(&s->app, s->tick);
		s->tick = left < 0 || s->tick + left > end ? end : s->tick + left;
	}
	(void)app_time(&s->app, s->tick);
	anew = s->app.anew;
	s->app.anew = false;
	screen_draw(s);
	return anew;
}

void screen_type(struct screen *s, const char *text)
{
	app_paste(&s->app, str_of(text));
	screen_settle(s);
}

void screen_resize(struct screen *s, int rows, int cols)
{
	app_resize(&s->app, rows, cols);
	screen_draw(s);
}

static void put_row(struct screen *s, struct buf *b, int y)
{
	for (int x = 0; x < s->canvas.cols; x++) {
		const struct cell *c = canvas_at(&s->canvas, y, x);
		buf_put(b, (struct str){c->bytes, c->n});
	}
	while (b->n && b->p[b->n - 1] == ' ')
		b->n--;
}

struct str screen_row(struct screen *s, int y)
{
	struct buf b = buf_in(&s->mem);

	put_row(s, &b, y);
	return arena_str(&s->mem, buf_str(&b));
}

const char *screen_text(struct screen *s)
{
	struct buf b = buf_in(&s->mem);

	for (int y = 0; y < s->canvas.rows; y++) {
		put_row(s, &b, y);
		buf_char(&b, '\n');
	}
	return buf_str(&b).p;
}

bool screen_shows(struct screen *s, const char *text)
{
	return strstr(screen_text(s), text) != NULL;
}

static char role_letter(const struct cell *c)
{
	if (c->selected)
		return '#';
	if (c->role == ROLE_TEXT && c->n == 1 && c->bytes[0] == ' ')
		return ' ';
	return letters[c->role];
}

struct str screen_golden(struct screen *s)
{
	struct buf b = buf_in(&s->mem);

	buf_puts(&b, screen_text(s));
	buf_puts(&b, "---- roles\n");
	for (int y = 0; y < s->canvas.rows; y++) {
		for (int x = 0; x < s->canvas.cols; x++)
			buf_char(&b, role_letter(canvas_at(&s->canvas, y, x)));
		while (b.n && b.p[b.n - 1] == ' ')
			b.n--;
		buf_char(&b, '\n');
	}
	buf_printf(&b, "---- cursor %d,%d\n", s->canvas.cursor_y, s->canvas.cursor_x);
	return buf_str(&b);
}

/* Why a cell may not be shown, or NULL. (An assertion a cell would take minutes.) */
static const char *fault_of(struct screen *s, int y, int x)
{
	const struct cell *c = canvas_at(&s->canvas, y, x);
	struct str text = {c->bytes, c->n};
	size_t at = 0;
	uint32_t cp;

	if (c->width == 0)
		return x > 0 && canvas_at(&s->canvas, y, x - 1)->width == 2
			   ? NULL
			   : "a right half stands alone";
	if (c->width == 2 &&
	    (x + 1 == s->canvas.cols || canvas_at(&s->canvas, y, x + 1)->width != 0))
		return "a left half stands alone";
	if (c->n == 0 || !utf8_valid(text))
		return "invalid text";
	while (utf8_next(text, &at, &cp)) {
		if (!utf8_safe(cp))
			return "an unsafe character";
		if (s->app.ascii && cp >= 0x7f)
			return "not ASCII";
	}
	return NULL;
}

void screen_check(struct screen *s)
{
	size_t n = (size_t)s->canvas.rows * (size_t)s->canvas.cols;
	struct arena_mark m;
	const struct cell *at;
	struct cell *was;
	int cy = s->canvas.cursor_y, cx = s->canvas.cursor_x;

	for (int y = 0; y < s->canvas.rows; y++)
		for (int x = 0; x < s->canvas.cols; x++)
			if (fault_of(s, y, x))
				ck_abort_msg("%s at %d,%d in\n%s", fault_of(s, y, x), y, x,
				    screen_text(s));
	ck_assert_int_lt(cy, s->canvas.rows);
	ck_assert_int_lt(cx, s->canvas.cols);
	at = canvas_at(&s->canvas, cy, cx);
	ck_assert_msg(at->selected || at->role == ROLE_INPUT || at->role == ROLE_FOCUS,
	    "the cursor at %d,%d is not on the focus:\n%s", cy, cx, screen_text(s));
	m = arena_mark(&s->mem);
	was = arena_new(&s->mem, struct cell, n);
	memcpy(was, s->canvas.cells, n * sizeof(*was));
	screen_draw(s);
	ck_assert_msg(memcmp(was, s->canvas.cells, n * sizeof(*was)) == 0 &&
			  cy == s->canvas.cursor_y && cx == s->canvas.cursor_x,
	    "drawing again shows something else:\n%s", screen_text(s));
	arena_back(&s->mem, m);
}

void screen_is(struct screen *s, const char *name)
{
	const char *path = arena_printf(&s->mem, "tests/tui/golden/%s.txt", name).p;
	const char *generate = getenv("GENERATE");
	struct str want, got = screen_golden(s);
	struct err e = {0};

	if (generate && *generate) {
		ck_assert_msg(io_write(path, got, &e), "%s", e.text);
		return;
	}
	ck_assert_msg(io_read(&s->mem, path, 1 << 20, &want, &e), "%s", e.text);
	ck_assert_msg(
	    str_eq(want, got), "%s is not what is shown now:\n%.*s", path, STR_ARG(got));
}
