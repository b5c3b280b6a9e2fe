/* SPDX-License-Identifier: MIT */
/*
 * What another pack would change, for the records there are: which would be stranded in a
 * state that it lacks, how many each change touches, which saved views would ask something
 * else. Nothing is written, and no record is named.
 */
#include "lookback/rules/compare.h"
#include "review/rights.h"
#include "review/standing.h"
#include "review/view.h"
#include "review/words.h"

enum { DIFF_TEXT_MAX = 300 };

struct differ {
	struct desk *d;
	const struct pack *other;
	struct standings standing;
};

static int64_t standing_in(const struct differ *k, struct str type, struct str state)
{
	int64_t n = 0;

	for (size_t i = 0; i < k->standing.n; i++) {
		const struct standing *s = &k->standing.v[i];
		if (str_eq(s->type, type) && (state.n == 0 || str_eq(s->state, state)))
			n += s->n;
	}
	return n;
}

/* Records that a saved view of the pack in force matches now. */
static int64_t viewed(const struct differ *k, struct str name)
{
	static const struct viewer all = {.engine = true};
	struct desk *d = k->d;
	const struct pack *p = d->rv->pack;
	struct expr_env env = {.pack = p,
	    .type = p->types.n == 1 ? &p->types.v[0] : NULL,
	    .me = d->user,
	    .now = d->now};
	const struct expr *x;
	struct err none = {0};
	int64_t n = 0;

	for (size_t i = 0; i < p->views.n; i++)
		if (str_eq(p->views.v[i].name, name) &&
		    expr_parse(d->arena, p->views.v[i].text, &env, &x, &none) &&
		    !record_count(d->rv->store, d->arena, &all, x, d->now, &n, &none))
			n = 0;
	return n;
}

static int64_t touched(const struct differ *k, const struct change *c)
{
	struct str kind = str_of(c->kind);

	if (str_is(str_of(c->change), "added"))
		return 0;
	if (str_is(kind, "view"))
		return viewed(k, c->name);
	if (str_is(kind, "state"))
		return standing_in(k, c->type, c->name);
	return c->type.n ? standing_in(k, c->type, STR("")) : 0;
}

static void put_changes(struct differ *k, const struct changes *all, struct rep_diff *r)
{
	size_t bytes = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct change *c = &all->v[i];
		struct str text = say_cut(k->d->arena, c->text, DIFF_TEXT_MAX);
		bytes += 160 + text.n + c->name.n;
		if (bytes > VIEW_ROOM) {
			*arena_push(k->d->arena, &r->rows) =
			    (struct part_diffrow){.kind = STR("review"),
				.change = STR("changed"),
				.text = arena_printf(k->d->arena,
				    "%zu more changes, too many to be listed", all->n - i)};
			return;
		}
		*arena_push(k->d->arena, &r->rows) =
		    (struct part_diffrow){.kind = str_of(c->kind),
			.change = str_of(c->change),
			.type = c->type,
			.name = c->name,
			.records = touched(k, c),
			.text = text};
	}
}

bool review_pack_diff(
    struct desk *d, const struct req_pack_diff *q, struct rep_diff *r, struct err *e)
{
	struct differ k = {.d = d};
	struct changes all = {0};
	struct source s = {0};
	struct me m;

	(void)q;
	*r = (struct rep_diff){0};
	if (!desk_need(d, RIGHT_PACK, &m, e) || !pack_given(d, &s, &k.other, e) ||
	    !standings_of(d, k.other, &k.standing, e))
		return false;
	r->pack = k.other->id;
	r->safe = true;
	for (size_t i = 0; i < k.standing.n; i++) {
		r->safe = r->safe && k.standing.v[i].fit == FIT_SAME;
		r->stranded += k.standing.v[i].fit == FIT_LACKS ? k.standing.v[i].n : 0;
	}
	pack_compare(d->arena, d->rv->pack, k.other, &all);
	put_changes(&k, &all, r);
	return true;
}
