/* SPDX-License-Identifier: MIT */
/* What a field holds and how it changes. */
#include "tui/widget/field.h"

#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/widget/field_place.h"

struct str field_text(const struct field *f)
{
	return (struct str){f->now.p ? f->now.p : "", f->now.n};
}

static void copy_state(struct field *f, struct field_state *to, const struct field_state *from)
{
	if (from->n + 1 > to->cap) {
		size_t cap = from->n * 2 + 64;
		to->p = arena_resize(f->arena, to->p, to->cap, cap);
		to->cap = cap;
	}
	if (from->n)
		memcpy(to->p, from->p, from->n);
	to->n = from->n;
	to->at = from->at;
}

static void remember(struct field *f)
{
	copy_state(f, &f->undo[f->next_undo], &f->now);
	f->next_undo = (f->next_undo + 1) % FIELD_UNDO;
	if (f->undos < FIELD_UNDO)
		f->undos++;
}

static void undo(struct field *f)
{
	if (f->undos == 0)
		return;
	f->undos--;
	f->next_undo = (f->next_undo + FIELD_UNDO - 1) % FIELD_UNDO;
	copy_state(f, &f->now, &f->undo[f->next_undo]);
}

static void insert(struct field *f, const char *p, size_t n)
{
	struct field_state *s = &f->now;

	f->full = f->full || s->n + n > FIELD_MAX;
	if (f->full) /* nothing behind what was left out */
		return;
	if (s->n + n + 1 > s->cap) {
		size_t cap = (s->n + n) * 2 + 64;
		s->p = arena_resize(f->arena, s->p, s->cap, cap);
		s->cap = cap;
	}
	memmove(s->p + s->at + n, s->p + s->at, s->n - s->at);
	memcpy(s->p + s->at, p, n);
	s->n += n;
	s->at += n;
}

/* Tabs are spaces; CR LF and CR are line ends; a line has none. */
static void insert_clean(struct field *f, struct str text)
{
	size_t at = 0, from;
	uint32_t cp;

	for (from = 0; utf8_next(text, &at, &cp); from = at) {
		if (cp == '\r' && at < text.n && text.p[at] == '\n')
			continue;
		if (cp == '\n' || cp == '\r')
			insert(f, f->area ? "\n" : " ", 1);
		else if (cp == '\t')
			insert(f, " ", 1);
		else if (cp >= 0x20 && (cp < 0x7f || cp > 0x9f) &&
			 !(cp == 0xfffd && at - from == 1))
			insert(f, text.p + from, at - from);
	}
}

void field_init(struct field *f, struct arena *a, bool area, struct str text)
{
	*f = (struct field){.arena = a, .area = area};
	insert_clean(f, text);
}

void field_type(struct field *f, struct str text)
{
	bool word = text.n == 1 && text.p[0] != ' ';

	if (text.n == 0)
		return;
	if (!f->inserting || !word)
		remember(f);
	f->inserting = word || (text.n == 1);
	f->touched = true;
	f->full = false;
	insert_clean(f, text);
	/* a mark that joined the grapheme before leaves the cursor behind both */
	f->now.at = place_round(field_text(f), f->now.at);
}

static void cut(struct field *f, size_t from, size_t to, struct clip *clip)
{
	struct field_state *s = &f->now;

	if (from >= to)
		return;
	remember(f);
	f->touched = true;
	if (clip) {
		clip->text.n = 0;
		buf_put(&clip->text, (struct str){s->p + from, to - from});
	}
	memmove(s->p + from, s->p + to, s->n - to);
	s->n -= to - from;
	s->at = place_round(field_text(f), from);
}

static void paste(struct field *f, const struct clip *clip)
{
	if (clip->text.n == 0)
		return;
	remember(f);
	f->touched = true;
	f->full = false;
	insert_clean(f, buf_str(&clip->text));
	f->now.at = place_round(field_text(f), f->now.at);
}

/* Moves of the cursor; false when the action is no move. */
static bool move(struct field *f, enum action act)
{
	static const struct {
		enum action act;
		size_t (*to)(struct str text, size_t at);
	} moves[] = {
	    {ACT_EDIT_LEFT, place_left},
	    {ACT_EDIT_RIGHT, place_right},
	    {ACT_EDIT_WORD_L, place_word_left},
	    {ACT_EDIT_WORD_R, place_word_right},
	    {ACT_EDIT_HOME, place_begin},
	    {ACT_EDIT_END, place_end},
	};

	for (size_t i = 0; i < sizeof(moves) / sizeof(moves[0]); i++)
		if (moves[i].act == act) {
			f->now.at = moves[i].to(field_text(f), f->now.at);
			return true;
		}
	if (f->area && (act == ACT_AREA_UP || act == ACT_AREA_DOWN)) {
		f->now.at =
		    place_row(field_text(f), f->now.at, f->cols, act == ACT_AREA_UP ? -1 : 1);
		return true;
	}
	return false;
}

bool field_act(struct field *f, enum action act, struct clip *clip)
{
	struct str text = field_text(f);
	size_t at = f->now.at;

	f->inserting = false;
	if (move(f, act))
		return true;
	if (act == ACT_EDIT_BACK)
		cut(f, place_left(text, at), at, NULL);
	else if (act == ACT_EDIT_DELETE)
		cut(f, at, place_right(text, at), NULL);
	else if (act == ACT_EDIT_CUT_WORD)
		cut(f, place_word_left(text, at), at, clip);
	else if (act == ACT_EDIT_CUT_TAIL)
		cut(f, at, place_end(text, at), clip);
	else if (act == ACT_EDIT_CUT_HEAD)
		cut(f, place_begin(text, at), at, clip);
	else if (act == ACT_EDIT_PASTE)
		paste(f, clip);
	else if (act == ACT_EDIT_UNDO)
		undo(f);
	else if (act == ACT_AREA_NEWLINE && f->area)
		field_type(f, STR("\n"));
	else
		return false;
	return true;
}
