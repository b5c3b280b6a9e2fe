/* SPDX-License-Identifier: MIT */
/* Going up and down where there is no cursor: the item one comes to is said. */
#include "tui/linear/linear.h"

enum reach { SPAN_ONE, SPAN_HALF, SPAN_PAGE, SPAN_ALL, SPAN_SHOWN };

/* As far as there is something. */
static int64_t bounded(int64_t at, int64_t n)
{
	return at < 0 ? 0 : at >= n ? n - 1 : at;
}

static int64_t to(int64_t at, int64_t n, enum reach span, bool down, int64_t times)
{
	int64_t by = span == SPAN_HALF ? LINES_PAGE / 2 : span == SPAN_PAGE ? LINES_PAGE : 1;

	if (span == SPAN_ALL || span == SPAN_SHOWN)
		return down ? n - 1 : 0;
	if (at < 0)
		return down ? bounded(by * times - 1, n) : 0;
	return bounded(at + (down ? by * times : -by * times), n);
}

static bool in_start(struct lines *l, enum reach span, bool down, int64_t times, struct err *e)
{
	struct lines_start *s = &l->start;
	int64_t n = (int64_t)s->home.mine.n;

	if (n == 0)
		return err_set(e, ERR_NO, "you hold nothing; n brings the next case");
	s->at = (int)to(s->at, n, span, down, times);
	lines_row(l, s->at + 1, &s->home.mine.v[s->at], false);
	return true;
}

static bool in_list(struct lines *l, enum reach span, bool down, int64_t times, struct err *e)
{
	struct lines_list *s = &l->list;
	int64_t n = (int64_t)s->page.rows.n;

	if (span == SPAN_PAGE || span == SPAN_HALF)
		return lines_list_turn(l, !down, e);
	if (span == SPAN_ALL)
		return lines_list_end(l, down, e);
	if (n == 0)
		return err_set(e, ERR_NO, "this list is empty");
	if (down ? s->at + times >= n && s->page.next.n && span == SPAN_ONE
		 : s->at == 0 && s->page.prev.n && span == SPAN_ONE)
		return lines_list_turn(l, !down, e);
	s->at = (int)to(s->at, n, span, down, times);
	lines_row(l, s->base + s->at + 1, &s->page.rows.v[s->at],
	    str_has(s->marks, s->page.rows.v[s->at].ref));
	return true;
}

static bool in_rows(struct lines *l, enum reach span, bool down, int64_t times, struct err *e)
{
	if (span == SPAN_PAGE || span == SPAN_HALF)
		return lines_rows_turn(l, !down, e);
	if (span == SPAN_ALL || span == SPAN_SHOWN)
		return lines_rows_go(l, down ? lines_rows_items(&l->rows) - 1 : 0, e);
	return lines_rows_go(l, l->rows.at + (int)(down ? times : -times), e);
}

static bool go(struct lines *l, struct str arg, enum reach span, bool down, struct err *e)
{
	int64_t times = 1;

	if (arg.n && (!str_int(arg, &times) || times < 1 || times > 99999))
		return err_set(
		    e, ERR_USAGE, "'%.*s' is not a number from 1 to 99999", STR_ARG(arg));
	switch (lines_place(l)) {
	case PLACE_START:
		return in_start(l, span, down, times, e);
	case PLACE_LIST:
		return in_list(l, span, down, times, e);
	case PLACE_ROWS:
		return in_rows(l, span, down, times, e);
	case PLACE_FORM:
		return lines_form_go(l, down, span == SPAN_ONE ? times : 10000);
	case PLACE_CASE:
		return lines_run(
		    l, down ? STR("section next") : STR("section prev"), CTX_RECORD, e);
	case PLACE_STEPS:
	case PLACE_COUNT:
		break;
	}
	return err_set(e, ERR_USAGE, "type the number or the letter of a step");
}

#define MOVE(name, span, down)                                                                 \
	static bool name(struct lines *l, struct str arg, struct err *e)                       \
	{                                                                                      \
		return go(l, arg, span, down, e);                                              \
	}
MOVE(go_down, SPAN_ONE, true)
MOVE(go_up, SPAN_ONE, false)
MOVE(go_page_down, SPAN_PAGE, true)
MOVE(go_page_up, SPAN_PAGE, false)
MOVE(go_half_down, SPAN_HALF, true)
MOVE(go_half_up, SPAN_HALF, false)
MOVE(go_first, SPAN_ALL, false)
MOVE(go_last, SPAN_ALL, true)
MOVE(go_top, SPAN_SHOWN, false)
MOVE(go_bottom, SPAN_SHOWN, true)
#undef MOVE

const struct lines_act lines_move_acts[] = {
    {ACT_GO_DOWN, go_down},
    {ACT_GO_UP, go_up},
    {ACT_GO_PAGE_DOWN, go_page_down},
    {ACT_GO_PAGE_UP, go_page_up},
    {ACT_GO_HALF_DOWN, go_half_down},
    {ACT_GO_HALF_UP, go_half_up},
    {ACT_GO_FIRST, go_first},
    {ACT_GO_LAST, go_last},
    {ACT_GO_TOP, go_top},
    {ACT_GO_BOTTOM, go_bottom},
    {ACT_NONE, NULL},
};
