/* SPDX-License-Identifier: MIT */
/* Pages as numbered rows: registers, alerts, overrides, quality; and what is done about it. */
#include "tui/linear/linear.h"

enum { COLUMNS = 72 };

static bool page(struct lines *l, enum action a, struct str arg, struct err *e)
{
	const struct page_row *row = page_find(a);
	struct arena mem = {0};
	struct page p = {.service = &l->service,
	    .welcome = l->welcome,
	    .arena = &mem,
	    .cols = COLUMNS,
	    .plain = true,
	    .with = a == ACT_ADD_UNDER ? l->kase.rec.ref : arg};
	struct lines_rows s = {
	    .where = row->context, .title = row->title, .about = row->about, .says = row->says};

	if (!row->fill(&p, e)) {
		arena_clear(&mem);
		return false;
	}
	s.empty = arena_str(&mem, keymap_says(&mem, &l->keymap, row->context, row->empty)).p;
	s.command =
	    arena_printf(&mem, "%s%s%.*s", action_row(a)->name, arg.n ? " " : "", STR_ARG(arg));
	if (a == ACT_ADD_UNDER)
		s.ref = arena_str(&mem, l->kase.rec.ref);
	s.v = p.rows.v;
	s.n = p.rows.n;
	s.mem = mem;
	lines_rows_open(l, &s);
	return true;
}

static bool doing(struct lines *l, enum action a, struct str arg, struct err *e)
{
	struct doing d = {.service = &l->service, .arena = &l->frame, .arg = arg};
	struct strs refs = {0};

	if (a == ACT_ASK && !lines_meant(l, &refs, e))
		return false;
	if (refs.n == 1)
		d.ref = refs.v[0];
	if (!doing_run(&d, a, e))
		return false;
	lines_told(l, "%.*s", STR_ARG(d.said));
	return true;
}

/* What may be opened under a case is said; with a type it is opened. */
static bool act_ADD_UNDER(struct lines *l, struct str arg, struct err *e)
{
	if (arg.n)
		return lines_sheet_open(l, arg, l->kase.rec.ref, e);
	return page(l, ACT_ADD_UNDER, arg, e);
}

static bool act_VIEW(struct lines *l, struct str arg, struct err *e)
{
	return arg.n ? lines_view(l, arg, e) : page(l, ACT_VIEW, arg, e);
}

#define SAYS(id, what)                                                                         \
	static bool act_##id(struct lines *l, struct str arg, struct err *e)                   \
	{                                                                                      \
		return what(l, ACT_##id, arg, e);                                              \
	}
#define EACH(X)                                                                                \
	X(ALERTS, page)                                                                        \
	X(REGISTERS, page)                                                                     \
	X(OVERRIDES, page)                                                                     \
	X(QUALITY, page)                                                                       \
	X(PASSES, page)                                                                        \
	X(PASS, page)                                                                          \
	X(PASS_PREVIEW, page)                                                                  \
	X(AGREEMENT, page)                                                                     \
	X(REVIEWERS, page)                                                                     \
	X(FUNNEL, page)                                                                        \
	X(AUDIT, page)                                                                         \
	X(CALIBRATION, page)                                                                   \
	X(QUESTIONS, page)                                                                     \
	X(FINALS, page)                                                                        \
	X(PASS_FIX, doing)                                                                     \
	X(PASS_DRAW, doing)                                                                    \
	X(PASS_CLOSE, doing)                                                                   \
	X(RESUME, doing)                                                                       \
	X(QUESTION_ANSWER, doing)                                                              \
	X(QUESTION_CLOSE, doing)                                                               \
	X(ASK, doing)
EACH(SAYS)

#define ROW(id, what) {ACT_##id, act_##id},
const struct lines_act lines_page_acts[] = {
    EACH(ROW){ACT_ADD_UNDER, act_ADD_UNDER}, {ACT_VIEW, act_VIEW}, {ACT_NONE, NULL}};
