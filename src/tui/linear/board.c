/* SPDX-License-Identifier: MIT */
/*
 * The supervisor's board as lines, and work that changes hands: what it would be is said,
 * and only "yes" does it.
 */
#include "tui/linear/linear.h"
#include "tui/words.h"

/* "R. Okafor (r07), absent until 3 Dec 2026: Held 14, Since 12 May 2026, Late 3" */
static void say_row(
    struct lines *l, const struct part_section *s, const struct part_boardrow *row)
{
	struct buf b = buf_in(&l->frame);
	bool any = false;

	buf_put(&b, row->label);
	if (row->mark.n)
		buf_printf(&b, ", %.*s", STR_ARG(row->mark));
	for (size_t i = 0; i < row->numbers.n && i < s->columns.n; i++) {
		const struct part_number *n = &row->numbers.v[i];
		struct str text = n->text.n ? n->text : words_count(&l->frame, n->n);
		if (n->n == 0)
			continue;
		buf_printf(&b, "%s %.*s %.*s", any ? "," : ":", STR_ARG(s->columns.v[i]),
		    STR_ARG(text));
		any = true;
	}
	if (!any)
		buf_puts(&b, ": nothing");
	lines_say(l, "%.*s", STR_ARG(buf_str(&b)));
}

static bool act_board(struct lines *l, struct str arg, struct err *e)
{
	struct req_board q = {.user = arg};
	struct rep_board r = {0};

	if (!call_board(&l->service, &l->frame, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.sections.n; i++) {
		const struct part_section *s = &r.sections.v[i];
		lines_say(l, "%.*s", STR_ARG(s->label));
		if (s->rows.n == 0)
			lines_say(l, "%.*s", STR_ARG(s->empty));
		for (size_t k = 0; k < s->rows.n; k++)
			say_row(l, s, &s->rows.v[k]);
	}
	lines_say(l, "list holder:ACCOUNT late:yes lists such cases; board ACCOUNT says one "
		     "person's by state.");
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

/* ---- acts: the person stands first --------------------------------------------------------- */

static bool act_hand_over(struct lines *l, struct str arg, struct err *e)
{
	struct req_share q = {.reason = arg};
	struct str to;

	q.from = command_word(&q.reason);
	to = command_word(&q.reason);
	if (to.n == 0)
		return err_set(e, ERR_USAGE,
		    "whose work, and to whom? such as: hand over ann bob,cyd leave");
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
	h->absent.name = command_word(&h->absent.reason);
	h->absent.until = command_word(&h->absent.reason);
	if (h->absent.until.n == 0)
		return err_set(e, ERR_USAGE,
		    "who, and until when? such as: absent ann +5d to=bob,cyd leave");
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
