/* SPDX-License-Identifier: MIT */
/* Quality as lines: every page said row by row, and what is done about it. */
#include "tui/quality/page.h"
#include "tui/linear/linear.h"

enum { COLUMNS = 72 };

static void say_row(struct lines *l, const struct rows_row *r)
{
	struct buf b = buf_in(&l->frame);

	for (int i = 0; i < ROWS_CELLS; i++)
		if (r->cell[i].n)
			buf_printf(&b, "%s%.*s", b.n ? ", " : "", STR_ARG(r->cell[i]));
	if (r->run.n)
		buf_printf(&b, ": %.*s", STR_ARG(r->run));
	if (r->expr.n)
		buf_printf(&b, ": list %.*s", STR_ARG(r->expr));
	if (r->yes.n)
		buf_printf(&b, "; '%.*s' and %s", STR_ARG(str_trim(r->yes)),
		    r->yes_label ? r->yes_label : "a sentence");
	if (b.n)
		lines_say(l, "%.*s", STR_ARG(buf_str(&b)));
	for (size_t i = 0; i < r->under.n; i++)
		lines_say(l, "  %.*s", STR_ARG(r->under.v[i]));
}

static bool page(struct lines *l, enum action a, struct str arg, struct err *e)
{
	const struct page_row *row = page_find(a);
	struct page p = {.service = &l->service,
	    .welcome = l->welcome,
	    .arena = &l->frame,
	    .cols = COLUMNS,
	    .with = arg};
	bool any = false;

	if (!row->fill(&p, e))
		return false;
	for (size_t i = 0; i < p.rows.n; i++) {
		any = any || !p.rows.v[i].heading;
		say_row(l, &p.rows.v[i]);
	}
	if (!any)
		lines_say(l, "%s", row->empty);
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

#define SAYS(id, what)                                                                         \
	static bool act_##id(struct lines *l, struct str arg, struct err *e)                   \
	{                                                                                      \
		return what(l, ACT_##id, arg, e);                                              \
	}
#define EACH(X)                                                                                \
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
const struct lines_act lines_quality_acts[] = {EACH(ROW){ACT_NONE, NULL}};
