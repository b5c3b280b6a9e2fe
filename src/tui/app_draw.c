/* SPDX-License-Identifier: MIT */
/* The frame around every screen: status row, hints, messages, marking. */
#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/app.h"

enum { MARKING_MAX = 30, ALERTS_MOST = 100 /* the service counts no further */ };

static struct str marking(const struct app *app)
{
	return app->welcome->marking;
}

/* The whole sentence where the view's name still has room beside it. */
static struct str training(const struct app *app, struct str view, int room)
{
	struct str whole = STR("TRAINING - all people are synthetic");

	if (!app->welcome->training)
		return (struct str){0};
	return utf8_columns(whole) + 2 + utf8_columns(view) <= room ? whole : STR("TRAINING");
}

/* marking | training | view | title of the review               alerts  place */
static void draw_status(const struct app *app, const struct view *v, struct canvas *c)
{
	struct status s = {0};
	int x = 1, right = app->cols - 1;
	struct str banner;

	if (v->ops->status)
		v->ops->status(v, &s);
	if (app->read_only)
		s.view = arena_printf(c->arena, "%.*s, read only", STR_ARG(s.view));
	canvas_fill(c, (struct rect){0, 0, 1, app->cols}, ROLE_STATUS);
	if (s.place.n) {
		right -= utf8_columns(s.place);
		canvas_put(c, 0, right, app->cols - right, ROLE_STATUS, s.place);
		right -= 2;
	}
	if (app->alerts) {
		struct str waits =
		    arena_printf(c->arena, "! %lld%s alert%s", (long long)app->alerts,
			app->alerts >= ALERTS_MOST ? "+" : "", app->alerts == 1 ? "" : "s");
		right -= utf8_columns(waits);
		canvas_put(c, 0, right, app->cols - right, ROLE_STATUS, waits);
		right -= 2;
	}
	if (marking(app).n)
		x += canvas_put(c, 0, x, MARKING_MAX, ROLE_MARKING, marking(app)) + 2;
	banner = training(app, s.view, right - x);
	if (banner.n)
		x += canvas_put(c, 0, x, right - x, ROLE_TRAINING, banner) + 2;
	if (s.view.n)
		x += canvas_put(c, 0, x, right - x, ROLE_STATUS, s.view) + 2;
	if (right - x > 12)
		canvas_put(c, 0, x, right - x, ROLE_STATUS, app->welcome->title);
}

static void draw_hints(const struct app *app, struct canvas *c)
{
	struct hints h;
	struct arena_mark m = arena_mark(c->arena);
	int x = 1, y = app->rows - 2;

	keymap_hints(c->arena, &app->keymap, app_context(app), app->cols - 2, &h);
	for (size_t i = 0; i < h.n; i++) {
		x += canvas_put(c, y, x, app->cols - x, ROLE_HINT_KEY, h.v[i].key) + 1;
		x += canvas_puts(c, y, x, ROLE_HINT, h.v[i].name) + 2;
	}
	arena_back(c->arena, m);
}

/* The first line; that there are more is said, with the key that shows them. */
static int draw_message(const struct app *app, struct canvas *c, int y, int cols)
{
	const struct message *m = &app->messages[(app->nmessages - 1) % APP_MESSAGES];
	struct str rest = str_of(m->text), first = {0};
	enum role role = m->error ? ROLE_ERROR : ROLE_MESSAGE;
	const char *more = " (M: all)";

	str_cut(&rest, '\n', &first);
	if (rest.n == 0 && utf8_columns(first) <= cols)
		return canvas_put(c, y, 0, cols, role, first);
	cols -= (int)strlen(more);
	cols = canvas_put(c, y, 0, cols, role, first);
	return cols + canvas_puts(c, y, cols, role, more);
}

int app_foot_room(const struct app *app)
{
	int columns = utf8_columns(marking(app));

	return app->cols - (columns > MARKING_MAX ? MARKING_MAX : columns) - 3;
}

static void draw_foot(const struct app *app, struct canvas *c)
{
	int y = app->rows - 1, room = app_foot_room(app);
	struct arena_mark m = arena_mark(c->arena);
	struct str keys;

	canvas_put(c, y, room + 2, MARKING_MAX, ROLE_MARKING, marking(app));
	if (app->message)
		draw_message(app, c, y, room);
	typed_show(c->arena, &app->typed, &keys);
	if (keys.n)
		canvas_put(c, y, 0, room, ROLE_MESSAGE, keys);
	arena_back(c->arena, m);
}

static void draw_small(const struct app *app, struct canvas *c)
{
	struct arena_mark m = arena_mark(c->arena);
	struct str say =
	    arena_printf(c->arena, "lookback needs %d x %d; this is %d x %d. Nothing is lost.",
		APP_MIN_COLS, APP_MIN_ROWS, app->cols, app->rows);

	canvas_focus(c, 0, 0);
	canvas_put(c, 0, 1, app->cols - 1, ROLE_TEXT, say);
	canvas_cursor(c, 0, 0);
	arena_back(c->arena, m);
}

/* From the lowest view that is not hidden by a whole one; overlays come last. */
void app_draw(struct app *app, struct canvas *c)
{
	const struct view *top = app_top(app);
	int from = app->depth - 1;

	canvas_blank(c);
	c->calm = app->calm;
	if (!top)
		return;
	while (from > 0 && app->stack[from]->ops->overlay)
		from--;
	if (app_too_small(app)) {
		draw_small(app, c);
		return;
	}
	if (!top->ops->bare) {
		draw_status(app, app->stack[from], c);
		coach_draw(app, c);
		draw_hints(app, c);
		draw_foot(app, c);
	}
	for (int i = from; i < app->depth; i++) {
		canvas_clip(c, app->stack[i]->rect);
		if (app->stack[i]->ops->draw)
			app->stack[i]->ops->draw(app->stack[i], c);
		canvas_unclip(c);
	}
}
