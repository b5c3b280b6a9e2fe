/* SPDX-License-Identifier: MIT */
/* Requests as the tests look for them, a line each; saved views; replies filled with a text. */
#include "canned.h"

#include <string.h>

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
	return arena_printf(a, " %.*s%s%.*s: %.*s%s by %.*s for '%.*s'", STR_ARG(q->name),
	    q->was.n ? ", so far " : "", STR_ARG(q->was), STR_ARG(q->expr),
	    q->search ? " searched" : "", STR_ARG(q->order), STR_ARG(q->role));
}

/* What a screen watches; of whoever writes or is asked it is nothing. */
static struct str watched(struct arena *a, const struct req_changes *q)
{
	return arena_printf(a, " of %zu%s%s%s%s%.*s", q->refs.n, q->rows ? " in rows" : "",
	    q->below ? " and below" : "", q->home ? " at home" : "",
	    q->about.n ? " about " : "", STR_ARG(q->about));
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
	if (msg == MSG_changes)
		return watched(a, q);
	if (msg == MSG_lock)
		return ((const struct req_lock *)q)->locked ? STR(" locked") : STR(" opened");
	return (struct str){0};
}

/* One of each kind: mine, of a role, of a role and of no use any more, the review's. */
void canned_views(const struct canned *c, struct arena *a, struct rep_views *r)
{
	*arena_push(a, &r->rows) = (struct part_view){.name = STR("slow ones"),
	    .expr = STR("opened<=-30d"),
	    .order = STR("due"),
	    .whose = STR("mine"),
	    .by = STR("pshah"),
	    .explain = STR("opened is on or before 22 Oct 2026")};
	*arena_push(a, &r->rows) = (struct part_view){.name = STR("team reds"),
	    .expr = STR("band:red"),
	    .whose = STR("role"),
	    .role = STR("reviewer"),
	    .role_label = STR("Reviewer"),
	    .by = STR("mdiaz"),
	    .explain = STR("band is Red")};
	*arena_push(a, &r->rows) = (struct part_view){.name = STR("gone"),
	    .expr = STR("colour:red"),
	    .whose = STR("role"),
	    .role = STR("reviewer"),
	    .role_label = STR("Reviewer"),
	    .by = STR("mdiaz"),
	    .fault = STR("unknown field 'colour' at column 1")};
	for (size_t i = 0; i < c->welcome.views.n; i++) {
		struct part_view *v = arena_push(a, &r->rows);
		*v = c->welcome.views.v[i];
		v->whose = STR("review");
		v->explain = arena_printf(a, "what %.*s says", STR_ARG(v->expr));
	}
}

/* ---- hostile text everywhere ---- */
static void fill_shape(
    struct arena *a, const struct wire_shape *shape, char *at, struct str text);

static void fill_list(
    struct arena *a, const struct wire_shape *part, char *member, struct str text)
{
	struct {
		char *v;
		size_t n, cap;
	} list;
	char *copy;

	memcpy(&list, member, sizeof(list));
	copy = arena_alloc(a, part->size * (list.n + 1), 16);
	if (list.n)
		memcpy(copy, list.v, part->size * list.n);
	for (size_t i = 0; i < list.n; i++)
		fill_shape(a, part, copy + i * part->size, text);
	list.v = copy;
	memcpy(member, &list, sizeof(list));
}

static void fill_shape(
    struct arena *a, const struct wire_shape *shape, char *at, struct str text)
{
	for (size_t i = 0; i < shape->n; i++) {
		const struct wire_field *f = &shape->fields[i];
		struct strs *texts = (void *)(at + f->offset);
		if (f->kind == WIRE_TEXT)
			memcpy(at + f->offset, &text, sizeof(text));
		if (f->kind == WIRE_LIST)
			fill_list(a, f->part, at + f->offset, text);
		if (f->kind == WIRE_TEXTS) {
			struct strs fresh = {0};
			for (size_t k = 0; k < texts->n; k++)
				*arena_push(a, &fresh) = text;
			*texts = fresh;
		}
	}
}

void canned_fill(struct arena *a, enum msg msg, void *message, struct str text)
{
	fill_shape(a, wire_message((int)msg)->shape, message, text);
}

void canned_bare(enum msg msg, void *message)
{
	const struct wire_shape *shape = wire_message((int)msg)->shape;
	struct strs none = {0};

	for (size_t i = 0; i < shape->n; i++)
		if (shape->fields[i].kind == WIRE_LIST)
			memcpy((char *)message + shape->fields[i].offset, &none, sizeof(none));
}
