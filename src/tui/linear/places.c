/* SPDX-License-Identifier: MIT */
/* Where one is: places that lie on each other, each as one left it. */
#include "tui/linear/linear.h"

enum place lines_place(const struct lines *l)
{
	return l->stack[l->depth - 1].at;
}

enum context lines_context(const struct lines *l)
{
	switch (lines_place(l)) {
	case PLACE_START:
		return CTX_START;
	case PLACE_LIST:
		return CTX_QUEUE;
	case PLACE_ROWS:
		return l->rows.where;
	case PLACE_CASE:
		return CTX_RECORD;
	case PLACE_FORM: /* letters answer only while a question is asked */
		return l->form.done ? CTX_RECORD : CTX_FORM;
	case PLACE_STEPS:
		return CTX_STEPS;
	case PLACE_COUNT:
		break;
	}
	return CTX_ANY;
}

static void clear_list(struct lines_list *s)
{
	arena_clear(&s->mem);
	arena_clear(&s->life);
	*s = (struct lines_list){.at = -1, .total = -1};
}

static void clear_rows(struct lines_rows *s)
{
	arena_clear(&s->mem);
	*s = (struct lines_rows){.at = -1};
}

static void clear_case(struct lines_case *s)
{
	arena_clear(&s->mem);
	*s = (struct lines_case){.look.at = -1};
}

static void clear_form(struct lines_form *s)
{
	arena_clear(&s->mem);
	arena_clear(&s->life);
	*s = (struct lines_form){0};
}

void lines_forget(struct lines *l, enum place at)
{
	switch (at) {
	case PLACE_LIST:
		clear_list(&l->list);
		break;
	case PLACE_ROWS:
		clear_rows(&l->rows);
		break;
	case PLACE_CASE:
		clear_case(&l->kase);
		break;
	case PLACE_FORM:
		clear_form(&l->form);
		break;
	case PLACE_STEPS:
		arena_clear(&l->steps.mem);
		arena_clear(&l->steps.life);
		l->steps = (struct lines_steps){0};
		break;
	case PLACE_START:
	case PLACE_COUNT:
		break;
	}
}

/* Arenas are moved with what lies in them. */
static void put_aside(struct lines *l, struct lines_stop *s)
{
	s->aside = true;
	if (s->at == PLACE_LIST) {
		s->list = l->list;
		l->list = (struct lines_list){0};
	} else if (s->at == PLACE_ROWS) {
		s->rows = l->rows;
		l->rows = (struct lines_rows){0};
	} else if (s->at == PLACE_CASE) {
		s->kase = l->kase;
		l->kase = (struct lines_case){0};
	} else if (s->at == PLACE_FORM) {
		s->form = l->form;
		l->form = (struct lines_form){0};
	}
	lines_forget(l, s->at);
}

static void take_back(struct lines *l, struct lines_stop *s)
{
	s->aside = false;
	if (s->at == PLACE_LIST)
		l->list = s->list;
	else if (s->at == PLACE_ROWS)
		l->rows = s->rows;
	else if (s->at == PLACE_CASE)
		l->kase = s->kase;
	else if (s->at == PLACE_FORM)
		l->form = s->form;
}

/* The innermost stop of a kind; -1: there is none. */
static int innermost(const struct lines *l, enum place at)
{
	int i = l->depth - 1;

	while (i > 0 && l->stack[i].at != at)
		i--;
	return i > 0 ? i : -1;
}

static void close_stop(struct lines *l, struct lines_stop *s)
{
	if (!s->aside) {
		lines_forget(l, s->at);
		return;
	}
	clear_list(&s->list);
	clear_rows(&s->rows);
	clear_case(&s->kase);
	clear_form(&s->form);
}

void lines_pop(struct lines *l)
{
	enum place at = lines_place(l);
	int outer;

	if (l->depth == 1)
		return;
	lines_forget(l, at);
	l->depth--;
	outer = innermost(l, at);
	if (outer > 0 && l->stack[outer].aside)
		take_back(l, &l->stack[outer]);
}

/* Who has gone so far that there is no more room comes back to the start sooner. */
static void make_room(struct lines *l)
{
	if (l->depth < LINES_DEPTH)
		return;
	close_stop(l, &l->stack[1]);
	for (int i = 1; i + 1 < l->depth; i++)
		l->stack[i] = l->stack[i + 1];
	l->depth--;
}

void lines_enter(struct lines *l, enum place to)
{
	int outer;

	l->asking = ASK_COMMAND;
	l->fresh = true;
	while (lines_place(l) == PLACE_STEPS)
		lines_pop(l);
	outer = innermost(l, to);
	if (outer > 0)
		put_aside(l, &l->stack[outer]);
	make_room(l);
	l->stack[l->depth++] = (struct lines_stop){.at = to};
}

void lines_restart(struct lines *l)
{
	l->asking = ASK_COMMAND;
	l->fresh = true;
	while (l->depth > 1)
		lines_pop(l);
}

bool lines_again(struct lines *l, bool reload, struct err *e)
{
	l->fresh = l->fresh || reload;
	switch (lines_place(l)) {
	case PLACE_START:
		return lines_home(l, reload, e);
	case PLACE_LIST:
		return lines_list_again(l, reload, e);
	case PLACE_ROWS:
		if (reload && l->rows.where == CTX_PAST)
			return lines_past_again(l, e);
		if (reload)
			return lines_command(l, arena_str(&l->frame, l->rows.command), e);
		lines_rows_again(l);
		return true;
	case PLACE_CASE:
		return lines_case_again(l, reload, e);
	case PLACE_FORM:
		return lines_form_again(l, reload, e);
	case PLACE_STEPS:
		return lines_steps_again(l, reload, e);
	case PLACE_COUNT:
		break;
	}
	return true;
}
