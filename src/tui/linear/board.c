/* SPDX-License-Identifier: MIT */
/*
 * The supervisor's board as lines, and work that changes hands: what it would be is said,
 * and only "yes" does it.
 */
#include "tui/linear/linear.h"
#include "tui/words.h"

/* People are many; where work stands is said before them. */
static bool is_load(const struct part_section *of)
{
	return str_is(of->name, "load");
}

/* "R. Okafor (r07), absent until 3 Dec 2026: Held 14, Since 12 May 2026, Late 3" */
static bool put_row(struct arena *a, struct lines_rows *s, const struct part_section *of,
    const struct part_boardrow *row)
{
	struct buf b = buf_in(a);
	struct rows_row *r = &s->v[s->n];
	bool any = false;

	*r = (struct rows_row){.role = ROLE_TEXT};
	buf_put(&b, row->label);
	if (row->mark.n)
		buf_printf(&b, ", %.*s", STR_ARG(row->mark));
	for (size_t i = 0; i < row->numbers.n && i < of->columns.n; i++) {
		const struct part_number *n = &row->numbers.v[i];
		struct str text = n->text.n ? n->text : words_count(a, n->n);
		if (n->n == 0)
			continue;
		buf_printf(&b, "%s %.*s %.*s", any ? "," : ":", STR_ARG(of->columns.v[i]),
		    STR_ARG(text));
		if (n->expr.n)
			*arena_push(a, &s->cells) =
			    (struct lines_cell){lines_rows_items(s), of->columns.v[i], n->expr};
		if (n->expr.n && r->expr.n == 0)
			r->expr = n->expr;
		any = true;
	}
	r->cell[0] = buf_str(&b);
	if (is_load(of) && row->name.n) {
		r->key = row->name;
		r->run = arena_printf(a, "board %.*s", STR_ARG(row->name));
	}
	s->n += any || row->mark.n;
	return any || row->mark.n;
}

static void put_text(struct lines_rows *s, struct str text)
{
	if (text.n)
		s->v[s->n++] = (struct rows_row){.heading = true, .cell = {text}};
}

/* Who has nothing is only counted: of those one hears little. */
static void put_section(struct arena *a, struct lines_rows *s, const struct part_section *of)
{
	int none = 0;

	put_text(s, of->label);
	for (size_t i = 0; i < of->rows.n; i++)
		none += !put_row(a, s, of, &of->rows.v[i]);
	if (none)
		put_text(s, arena_printf(a, "%d other%s: nothing.", none, none > 1 ? "s" : ""));
	if (of->rows.n == 0)
		put_text(s, of->empty);
}

static bool act_board(struct lines *l, struct str arg, struct err *e)
{
	struct lines_rows s = {.where = CTX_BOARD,
	    .title = "Board",
	    .empty = "Nobody works here.",
	    .about = "board"};
	struct req_board q = {.user = arg};
	struct rep_board r = {0};
	size_t n = 0;

	if (!call_board(&l->service, &s.mem, &q, &r, e)) {
		arena_clear(&s.mem);
		return false;
	}
	for (size_t i = 0; i < r.sections.n; i++)
		n += r.sections.v[i].rows.n + 3;
	s.v = arena_new(&s.mem, struct rows_row, n + 1);
	for (size_t i = 0; i < r.sections.n; i++)
		if (!is_load(&r.sections.v[i]))
			put_section(&s.mem, &s, &r.sections.v[i]);
	for (size_t i = 0; i < r.sections.n; i++)
		if (is_load(&r.sections.v[i]))
			put_section(&s.mem, &s, &r.sections.v[i]);
	s.command = arena_printf(&s.mem, "board %.*s", STR_ARG(arg));
	lines_rows_open(l, &s);
	return true;
}

/* ---- what would change hands ------------------------------------------------------------- */

static void say_handing(struct lines *l, const struct rep_handing *r)
{
	lines_say(l, "%.*s.", STR_ARG(r->text));
	for (size_t i = 0; i < r->hands.n; i++)
		lines_say(l, "%.*s holds %lld now, then %lld.", STR_ARG(r->hands.v[i].label),
		    (long long)r->hands.v[i].before, (long long)r->hands.v[i].after);
	for (size_t i = 0; i < r->ungiven.n; i++)
		lines_text(l, r->ungiven.v[i].text);
	for (size_t i = 0; i < r->given.n; i++) {
		const struct part_given *g = &r->given.v[i];
		lines_say(l, "%.*s: from %.*s to %.*s%s", STR_ARG(g->ref),
		    STR_ARG(g->from.n ? g->from : STR("nobody")),
		    STR_ARG(g->to.n ? g->to : STR("its queue")),
		    g->along ? ", goes along" : "");
	}
}

static bool ask(
    struct lines *l, struct arena *a, struct str digest, struct rep_handing *r, struct err *e)
{
	struct lines_handing *h = &l->handing;

	h->share.digest = h->absent.digest = digest;
	return h->absence ? call_absent(&l->service, a, &h->absent, r, e)
			  : call_share(&l->service, a, &h->share, r, e);
}

/* The digest is kept, so that what is confirmed is what was said. */
static bool preview(struct lines *l, struct err *e)
{
	struct lines_handing *h = &l->handing;
	struct rep_handing r = {0};

	if (!ask(l, &h->mem, (struct str){0}, &r, e))
		return false;
	h->share.digest = h->absent.digest = r.digest;
	say_handing(l, &r);
	if (r.moves == 0 && !h->absence)
		return true;
	l->asking = ASK_HANDING;
	lines_say(l, "Nothing is done yet. yes does exactly this.");
	if (l->drop)
		l->drop(l->put_ctx);
	return true;
}

static struct strs kept(struct arena *a, struct strs list)
{
	struct strs out = {0};

	for (size_t i = 0; i < list.n; i++)
		*arena_push(a, &out) = arena_str(a, list.v[i]);
	return out;
}

bool lines_share(struct lines *l, const struct req_share *q, struct err *e)
{
	struct lines_handing *h = &l->handing;

	arena_clear(&h->mem);
	h->absence = false;
	h->share = (struct req_share){.refs = kept(&h->mem, q->refs),
	    .from = arena_str(&h->mem, q->from),
	    .to = kept(&h->mem, q->to),
	    .reason = arena_str(&h->mem, q->reason)};
	return preview(l, e);
}

static bool carry_out(struct lines *l, struct err *e)
{
	struct rep_handing done = {0};

	if (!ask(l, &l->frame, l->handing.share.digest, &done, e)) {
		if (e->kind != ERR_CONFLICT)
			return false;
		lines_fail(l, e);
		return preview(l, e);
	}
	l->list.marks.n = 0;
	lines_told(l, "%.*s.", STR_ARG(done.text));
	return true;
}

bool lines_handing_confirm(struct lines *l, struct str line, struct err *e)
{
	l->asking = ASK_COMMAND;
	if (str_is(line, "yes"))
		return carry_out(l, e);
	lines_say(l, "Left; nothing was done.");
	return true;
}

/* ---- acts: the person stands first, or their number before the command ---- */

static struct str whom(struct lines *l, struct str *rest)
{
	return l->whom.n ? l->whom : command_word(rest);
}

static bool act_hand_over(struct lines *l, struct str arg, struct err *e)
{
	struct req_share q = {.reason = arg};
	struct str to;

	q.from = whom(l, &q.reason);
	to = command_word(&q.reason);
	if (to.n == 0)
		return err_set(e, ERR_USAGE,
		    "whose work, and to whom? such as: hand over ann bob,cyd leave; or "
		    "her number on the board: 3 hand over bob,cyd leave");
	words_accounts(&l->frame, to, &q.to);
	return lines_share(l, &q, e);
}

static bool act_absent(struct lines *l, struct str arg, struct err *e)
{
	struct lines_handing *h = &l->handing;
	struct str rest, to;

	arena_clear(&h->mem);
	h->absence = true;
	h->absent = (struct req_absent){.reason = arena_str(&h->mem, arg)};
	h->absent.name = arena_str(&h->mem, whom(l, &h->absent.reason));
	h->absent.until = command_word(&h->absent.reason);
	if (h->absent.until.n == 0)
		return err_set(e, ERR_USAGE,
		    "who, and until when? such as: absent ann +5d to=bob,cyd leave; or the "
		    "number on the board: 3 absent +5d leave");
	rest = h->absent.reason;
	to = command_word(&rest);
	if (str_starts(to, STR("to="))) {
		h->absent.hand = true;
		h->absent.reason = rest;
		words_accounts(&h->mem, (struct str){to.p + 3, to.n - 3}, &h->absent.to);
	}
	return preview(l, e);
}

/* Nothing changes hands when somebody comes back. */
static bool act_present(struct lines *l, struct str arg, struct err *e)
{
	struct req_absent q = {.name = arg};
	struct rep_handing r = {0};

	if (!call_absent(&l->service, &l->frame, &q, &r, e))
		return false;
	q.digest = r.digest;
	if (!call_absent(&l->service, &l->frame, &q, &r, e))
		return false;
	lines_told(l, "%.*s.", STR_ARG(r.text));
	return true;
}

const struct lines_act lines_board_acts[] = {
    {ACT_BOARD, act_board},
    {ACT_PRESENT, act_present},
    {ACT_HAND_OVER, act_hand_over},
    {ACT_ABSENT, act_absent},
    {ACT_NONE, NULL},
};
