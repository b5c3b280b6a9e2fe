/* SPDX-License-Identifier: MIT */
/* A card of keys to print: one page, two columns, from the live keymap. */
#include "lookback/base/utf8.h"
#include "lookback/cmd/keymap.h"

enum { CARD_COLS = 39, CARD_KEYS = 21 };

/* What everybody who can write with a keyboard knows is not on it. */
static bool belongs(const struct help_row *r)
{
	return r->keys.n && !context_reaches(r->where, CTX_WRITE);
}

static struct str cut(struct arena *a, struct str s, int cols)
{
	struct buf b = buf_in(a);
	struct glyph g;
	size_t at = 0;
	int used = 0;

	while (utf8_glyph(s, &at, &g) && used + g.width <= cols) {
		buf_put(&b, (struct str){g.bytes, g.n});
		used += g.width;
	}
	while (used++ < cols)
		buf_char(&b, ' ');
	return buf_str(&b);
}

static void lines(struct arena *a, const struct keymap *m, struct strs *out)
{
	struct help h;
	enum context in = CTX_NONE;

	keymap_reference(a, m, &h);
	for (size_t i = 0; i < h.n; i++) {
		const struct help_row *r = &h.v[i];
		if (!belongs(r))
			continue;
		if (r->where != in) {
			in = r->where;
			*arena_push(a, out) = arena_cstr(a, context_row(in)->what);
		}
		*arena_push(a, out) =
		    arena_printf(a, "  %.*s%.*s", STR_ARG(cut(a, r->keys, CARD_KEYS)),
			STR_ARG(cut(a, str_of(action_row(r->action)->name),
			    CARD_COLS - CARD_KEYS - 2)));
	}
}

void keymap_card(struct arena *a, const struct keymap *m, struct buf *out)
{
	struct strs all = {0};
	size_t half;

	lines(a, m, &all);
	half = (all.n + 1) / 2;
	buf_puts(
	    out, "lookback: keys and the names of commands (: and the name does the same)\n\n");
	for (size_t i = 0; i < half; i++) {
		struct str right = i + half < all.n ? all.v[i + half] : STR("");
		struct str line = arena_printf(a, "%.*s  %.*s",
		    STR_ARG(cut(a, all.v[i], CARD_COLS)), STR_ARG(cut(a, right, CARD_COLS)));
		while (line.n && line.p[line.n - 1] == ' ')
			line.n--;
		buf_printf(out, "%.*s\n", STR_ARG(line));
	}
	buf_puts(out, "\nEsc Esc conceals the screen. <C-x> is the control key with x, gg is g "
		      "twice,\n5j does j five times. The next steps of a case have keys of "
		      "their own.\n");
}
