/* SPDX-License-Identifier: MIT */
/*
 * Did you mean: where nothing matches and a name was asked for as it is written, whether one
 * that is spelt like it would be found. Only whether there is one is asked, of what the viewer
 * sees.
 */
#include <string.h>

#include "review/listing.h"

/* A line that must be this, or words that must stand somewhere; not below a negation. */
static const struct expr *exact_name(const struct expr *x)
{
	const struct expr *found;

	if (!x || x->op == EX_NOT)
		return NULL;
	if (x->op == EX_EQ)
		return x->attr->home == AT_FIELD && x->attr->type == VT_LINE && x->nvals == 1
			   ? x
			   : NULL;
	if (x->op == EX_WORDS)
		return x->attr || x->prefix ? NULL : x;
	found = exact_name(x->a);
	return found ? found : exact_name(x->b);
}

bool list_hint(
    struct desk *d, const struct me *m, struct listing *l, struct str *out, struct err *e)
{
	const struct expr *x = exact_name(l->page.where), *like;
	struct page_query q = {.limit = 1, .now = d->now};
	struct page page = {0};
	struct str text, name;

	*out = (struct str){0};
	if (!x)
		return true;
	name = x->attr ? x->attr->name : STR("");
	if (memchr(x->vals[0].s.p, '"', x->vals[0].s.n))
		return true;
	text = arena_printf(d->arena, "%.*s~\"%.*s\"", STR_ARG(name), STR_ARG(x->vals[0].s));
	if (!desk_where(d, m, text, &like, &(struct err){0}))
		return true; /* no word that could be spelt otherwise */
	q.where = like;
	if (!record_page(d->rv->store, d->arena, &m->viewer, &q, &page, e))
		return false;
	if (page.rows.n)
		*out = text;
	return true;
}
