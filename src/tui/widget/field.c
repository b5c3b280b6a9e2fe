/* SPDX-License-Identifier: MIT */
/* What a field holds and how it changes. */
#include "tui/widget/field.h"

#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/widget/field_clip.h"
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

static void push(struct field *f, struct field_past *past)
{
	copy_state(f, &past->v[past->next], &f->now);
	past->next = (past->next + 1) % FIELD_UNDO;
	past->n += past->n < FIELD_UNDO;
}

void field_remember(struct field *f)
{
	push(f, &f->undo);
	f->redo.n = 0;
}

void field_undo(struct field *f, struct field_past *from, struct field_past *to)
{
	if (from->n == 0)
		return;
	push(f, to);
	from->n--;
	from->next = (from->next + FIELD_UNDO - 1) % FIELD_UNDO;
	copy_state(f, &f->now, &from->v[from->next]);
	f->selecting = f->pasted = false;
	f->touched = true;
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
void field_insert(struct field *f, struct str text)
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
	field_insert(f, text);
}

/* One character that is no blank goes on with the word. */
static bool goes_on(struct str text)
{
	size_t at = 0;
	uint32_t cp;

	return utf8_next(text, &at, &cp) && at == text.n && cp != ' ' && cp != '\n';
}

/* What is selected is replaced; both are one change. */
void field_type(struct field *f, struct str text)
{
	bool word = goes_on(text);
	struct str chosen = field_selected(f);

	f->pasted = f->cutting = false;
	if (text.n == 0)
		return;
	if (chosen.n)
		field_cut(f, (size_t)(chosen.p - f->now.p),
		    (size_t)(chosen.p - f->now.p) + chosen.n, NULL);
	else if (!f->inserting || !word)
		field_remember(f);
	f->selecting = false;
	f->inserting = word || text.n == 1;
	f->touched = true;
	f->full = false;
	f->redo.n = 0;
	field_insert(f, text);
	/* a mark that joined the grapheme before leaves the cursor behind both */
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
	return false;
}

/* By rows as they are shown; in a single row there is nowhere to go. */
static bool move_row(struct field *f, enum action act)
{
	int page = f->rows > 2 ? f->rows - 1 : 1, by;

	if (act != ACT_AREA_UP && act != ACT_AREA_DOWN && act != ACT_AREA_PAGE_UP &&
	    act != ACT_AREA_PAGE_DOWN)
		return false;
	by = act == ACT_AREA_UP || act == ACT_AREA_DOWN ? 1 : page;
	if (act == ACT_AREA_UP || act == ACT_AREA_PAGE_UP)
		by = -by;
	if (f->area || f->wrap)
		f->now.at = place_row(field_text(f), f->now.at, f->cols, by);
	return true;
}

/* Rubbing out takes the selection when there is one. */
static bool rub(struct field *f, enum action act)
{
	struct str text = field_text(f), chosen = field_selected(f);
	size_t at = f->now.at;

	if (act != ACT_EDIT_BACK && act != ACT_EDIT_DELETE)
		return false;
	if (chosen.n)
		field_cut(f, (size_t)(chosen.p - text.p),
		    (size_t)(chosen.p - text.p) + chosen.n, NULL);
	else if (act == ACT_EDIT_BACK)
		field_cut(f, place_left(text, at), at, NULL);
	else
		field_cut(f, at, place_right(text, at), NULL);
	return true;
}

static void select_from_here(struct field *f)
{
	f->selecting = !f->selecting;
	f->mark = f->now.at;
}

bool field_act(struct field *f, enum action act, struct clip *clip)
{
	bool cutting = f->cutting, pasted = f->pasted;

	f->inserting = f->cutting = f->pasted = false;
	if (move(f, act) || move_row(f, act) || rub(f, act))
		return true;
	f->cutting = cutting;
	if (field_clip_act(f, act, clip, pasted))
		return true;
	f->cutting = false;
	if (act == ACT_EDIT_UNDO)
		field_undo(f, &f->undo, &f->redo);
	else if (act == ACT_EDIT_REDO)
		field_undo(f, &f->redo, &f->undo);
	else if (act == ACT_EDIT_SELECT)
		select_from_here(f);
	else if (act == ACT_AREA_NEWLINE && f->area)
		field_type(f, STR("\n"));
	else
		return false;
	return true;
}
