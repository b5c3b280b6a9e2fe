/* SPDX-License-Identifier: MIT */
/*
 * Another pack comes into force: whole, or not at all. Records keep the version they were
 * opened under, but for those that are mapped; nobody is left in a state that the new pack
 * lacks, and somebody is left who may manage accounts.
 */
#include "review/account.h"
#include "review/body.h"
#include "review/pack_maps.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

struct applying {
	struct desk *d;
	struct source source;
	const struct pack *pack; /* in the desk's memory until it is in force */
	struct standings standing;
	const struct pack *before; /* what was in force, in case that nothing comes of it */
	struct review_row row;
	int64_t moved;
};

/* Roles that the new pack does not have are no fault: they grant nothing any more. */
static bool accounts_fit(struct applying *k, struct err *e)
{
	struct desk *d = k->d;
	struct user_rows all = {0};
	bool keeper = false, ok = true;

	if (!user_all(d->rv->store, d->arena, &all, e))
		return false;
	for (size_t i = 0; i < all.n; i++) {
		struct err why = {0};
		if (all.v[i].disabled)
			continue;
		keeper = keeper || (pack_rights(k->pack, all.v[i].roles) & RIGHT_USERS) != 0;
		if (!account_check_rights(
			d->arena, k->pack, all.v[i].roles, all.v[i].staff, &why))
			ok = err_more(
			    e, ERR_REFUSED, "%.*s: %s", STR_ARG(all.v[i].name), why.text);
	}
	if (!keeper)
		return err_more(e, ERR_REFUSED, REFUSED_PACK_KEEPER);
	return ok;
}

static bool write_applied(struct applying *k, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(k->d->arena);

	body_text(k->d->arena, body, "id", k->pack->id);
	body_text(k->d->arena, body, "name", k->pack->name);
	json_put(k->d->arena, body, "files", source_json(k->d->arena, &k->source));
	return desk_append(k->d, EVENT_PACK_APPLIED, STR(""), body, seq, e);
}

/* From here on the review works by it. Read again, into memory that stays. */
static bool put_in_force(struct applying *k, struct err *e)
{
	struct review *rv = k->d->rv;
	struct source s = {0};

	k->before = rv->pack;
	k->row = rv->row;
	if (!review_row_get(rv->store, &rv->arena, &rv->row, e) ||
	    !source_of_json(&rv->arena, rv->row.files, &s) ||
	    !pack_read(&rv->arena, &s, &rv->pack, e))
		return false;
	packs_keep(rv, k->before->id, k->before);
	return store_use_pack(rv->store, rv->pack, e);
}

/* The events are undone by whoever called; what stands in memory is undone here. */
static bool take_back(struct applying *k)
{
	struct review *rv = k->d->rv;
	struct err none = {0};

	if (!k->before)
		return false;
	rv->pack = k->before;
	rv->row = k->row;
	if (!store_use_pack(rv->store, rv->pack, &none))
		BUG("the pack that was in force cannot be used any more: %s", none.text);
	return false;
}

static int64_t staying(const struct applying *k)
{
	int64_t n = 0;

	for (size_t i = 0; i < k->standing.n; i++)
		n += k->standing.v[i].to.n ? 0 : k->standing.v[i].n;
	return n;
}

static struct str applied_words(const struct applying *k)
{
	int64_t stay = staying(k);

	return arena_printf(k->d->arena,
	    "the pack %.*s (%.12s) is in force; %lld record%s went over to it, %lld stay%s "
	    "with "
	    "the version they were opened under",
	    STR_ARG(k->pack->name), k->pack->id.p, (long long)k->moved, plural(k->moved),
	    (long long)stay, stay == 1 ? "s" : "");
}

static bool apply(struct applying *k, struct rep_done *r, struct err *e)
{
	bool known = str_eq(k->pack->id, k->d->rv->pack->id);

	if (!known && (!write_applied(k, &r->seq, e) || !put_in_force(k, e)))
		return take_back(k);
	if (!pack_move(k->d, &k->standing, &k->moved, e))
		return take_back(k);
	r->text = applied_words(k);
	return true;
}

bool review_pack_apply(
    struct desk *d, const struct req_pack_apply *q, struct rep_done *r, struct err *e)
{
	struct applying k = {.d = d};
	struct event_row first;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_PACK, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	return pack_given(d, &k.source, &k.pack, e) && accounts_fit(&k, e) &&
	       standings_of(d, k.pack, &k.standing, e) &&
	       pack_maps(d, k.pack, q->maps, q->same, &k.standing, e) && apply(&k, r, e);
}
