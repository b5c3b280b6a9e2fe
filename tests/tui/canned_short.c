/* SPDX-License-Identifier: MIT */
/* Requests as the tests look for them: a line each, with what matters of them. */
#include "canned.h"

static void put_all(struct buf *b, const char *word, struct strs list)
{
	for (size_t i = 0; i < list.n; i++)
		buf_printf(b, "%s%.*s", i ? "," : word, STR_ARG(list.v[i]));
}

/* " 2 from ann to bob,cyd because leave; done" */
static struct str handed(enum msg msg, const void *q, struct arena *a)
{
	const struct req_absent *n = q;
	const struct req_share *s = q;
	bool share = msg == MSG_share;
	struct buf b = buf_in(a);

	if (share && s->refs.n)
		buf_printf(&b, " %zu", s->refs.n);
	if (share && s->from.n)
		buf_printf(&b, " from %.*s", STR_ARG(s->from));
	if (!share)
		buf_printf(&b, " %.*s", STR_ARG(n->name));
	if (!share)
		buf_printf(&b, " until %.*s%s", STR_ARG(n->until), n->hand ? " handing" : "");
	put_all(&b, " to ", share ? s->to : n->to);
	buf_printf(&b, " because %.*s", STR_ARG(share ? s->reason : n->reason));
	buf_puts(&b, (share ? s->digest : n->digest).n ? "; done" : "");
	return buf_str(&b);
}

static struct str view_short(struct arena *a, const struct req_view_save *q)
{
	return arena_printf(a, " %.*s: %.*s%s by %.*s for '%.*s'", STR_ARG(q->name),
	    STR_ARG(q->expr), q->search ? " searched" : "", STR_ARG(q->order),
	    STR_ARG(q->role));
}

struct str canned_short(struct arena *a, enum msg msg, const void *q)
{
	const struct req_answer *an = q;
	const struct req_decide *d = q;
	const struct req_list *l = q;

	if (msg == MSG_answer)
		return arena_printf(a, " %.*s %.*s%s%.*s", STR_ARG(an->question),
		    STR_ARG(an->value), an->reason.n ? " because " : "", STR_ARG(an->reason));
	if (msg == MSG_decide)
		return arena_printf(a, " %.*s%s%.*s", STR_ARG(d->step),
		    d->reason.n ? " because " : "", STR_ARG(d->reason));
	if (msg == MSG_list)
		return arena_printf(a, " %.*s by %.*s", STR_ARG(l->expr), STR_ARG(l->order));
	if (msg == MSG_search)
		return arena_printf(a, " %.*s", STR_ARG(((const struct req_search *)q)->words));
	if (msg == MSG_explain)
		return arena_printf(a, " %.*s%s",
		    STR_ARG(((const struct req_explain *)q)->expr),
		    ((const struct req_explain *)q)->search ? " searched" : "");
	if (msg == MSG_view_save)
		return view_short(a, q);
	if (msg == MSG_view_drop)
		return arena_printf(
		    a, " %.*s", STR_ARG(((const struct req_view_drop *)q)->name));
	if (msg == MSG_note)
		return arena_printf(a, " %.*s", STR_ARG(((const struct req_note *)q)->text));
	if (msg == MSG_defer)
		return arena_printf(a, " %.*s until %.*s because %.*s",
		    STR_ARG(((const struct req_defer *)q)->ref),
		    STR_ARG(((const struct req_defer *)q)->until),
		    STR_ARG(((const struct req_defer *)q)->reason));
	if (msg == MSG_assign)
		return arena_printf(a, " %.*s to %.*s",
		    STR_ARG(((const struct req_assign *)q)->ref),
		    STR_ARG(((const struct req_assign *)q)->to));
	if (msg == MSG_share || msg == MSG_absent)
		return handed(msg, q, a);
	if (msg == MSG_lock)
		return ((const struct req_lock *)q)->locked ? STR(" locked") : STR(" opened");
	return (struct str){0};
}
