/* SPDX-License-Identifier: MIT */
/* What is cut can be put back, here or in another field, the latest first. */
#include "tui/widget/field_clip.h"

#include <string.h>

#include "tui/widget/field_place.h"

void clip_init(struct clip *c, struct arena *a)
{
	c->n = 0;
	for (int i = 0; i < CLIPS; i++)
		c->v[i] = buf_in(a);
}

/* The oldest gives its memory to the newest. */
static struct buf *clip_new(struct clip *c)
{
	struct buf first = c->v[CLIPS - 1];

	memmove(&c->v[1], &c->v[0], (CLIPS - 1) * sizeof(c->v[0]));
	c->v[0] = first;
	c->v[0].n = 0;
	c->n += c->n < CLIPS;
	return &c->v[0];
}

static void keep(struct clip *c, struct str text, bool add)
{
	if (text.n)
		buf_put(add && c->n ? &c->v[0] : clip_new(c), text);
}

struct str field_selected(const struct field *f)
{
	size_t from = f->mark < f->now.at ? f->mark : f->now.at;
	size_t to = f->mark < f->now.at ? f->now.at : f->mark;

	if (!f->selecting || to > f->now.n)
		return (struct str){0};
	return (struct str){f->now.p + from, to - from};
}

void field_cut(struct field *f, size_t from, size_t to, struct clip *clip)
{
	struct field_state *s = &f->now;

	f->selecting = false;
	if (from >= to)
		return;
	field_remember(f);
	f->touched = true;
	if (clip)
		keep(clip, (struct str){s->p + from, to - from}, f->cutting);
	memmove(s->p + from, s->p + to, s->n - to);
	s->n -= to - from;
	s->at = place_round(field_text(f), from);
}

/* To the end of the line; at its end, the end itself. */
static size_t tail_of(const struct field *f)
{
	struct str text = field_text(f);
	size_t end = place_end(text, f->now.at);

	return end == f->now.at && end < text.n ? end + 1 : end;
}

/* The selection, else the line with its end. */
static void meant(const struct field *f, size_t *from, size_t *to)
{
	struct str text = field_text(f), s = field_selected(f);

	*from = s.n ? (size_t)(s.p - text.p) : place_begin(text, f->now.at);
	*to = s.n ? *from + s.n : place_end(text, f->now.at);
	if (s.n == 0 && *to < text.n)
		++*to;
}

static void put_back(struct field *f, const struct clip *clip, int which)
{
	f->pasted = false;
	if (which >= clip->n)
		return;
	field_remember(f);
	f->touched = true;
	f->full = false;
	f->mark = f->now.at;
	field_insert(f, buf_str(&clip->v[which]));
	f->now.at = place_round(field_text(f), f->now.at);
	f->older = which;
	f->pasted = true;
}

/* Instead of what was just put back, what was cut before it; behind the last the first. */
static void put_older(struct field *f, const struct clip *clip, bool went_on)
{
	if (went_on && clip->n) {
		field_undo(f, &f->undo, &f->redo);
		put_back(f, clip, (f->older + 1) % clip->n);
	} else {
		put_back(f, clip, clip->n > 1 ? 1 : 0);
	}
}

bool field_clip_act(struct field *f, enum action act, struct clip *clip, bool went_on)
{
	struct str text = field_text(f), chosen = field_selected(f);
	size_t at = f->now.at, from, to;
	bool cut_on = f->cutting, whole_line = chosen.n == 0;

	meant(f, &from, &to);
	f->cutting =
	    cut_on && ((act == ACT_EDIT_CUT && whole_line) || act == ACT_EDIT_CUT_TAIL);
	if (act == ACT_EDIT_CUT_WORD)
		field_cut(f, place_word_left(text, at), at, clip);
	else if (act == ACT_EDIT_CUT_TAIL)
		field_cut(f, at, tail_of(f), clip);
	else if (act == ACT_EDIT_CUT_HEAD)
		field_cut(f, place_begin(text, at), at, clip);
	else if (act == ACT_EDIT_CUT)
		field_cut(f, from, to, clip);
	else if (act == ACT_EDIT_COPY && clip)
		keep(clip, (struct str){text.p + from, to - from}, false);
	else if (act == ACT_EDIT_PASTE && clip)
		put_back(f, clip, 0);
	else if (act == ACT_EDIT_PASTE_OLDER && clip)
		put_older(f, clip, went_on);
	else
		return act == ACT_EDIT_COPY || act == ACT_EDIT_PASTE ||
		       act == ACT_EDIT_PASTE_OLDER;
	f->cutting = act == ACT_EDIT_CUT_TAIL || (act == ACT_EDIT_CUT && whole_line);
	f->selecting = false;
	return true;
}
