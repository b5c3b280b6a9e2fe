/* SPDX-License-Identifier: MIT */
/* The head of the chain, and a verified copy of everything up to it. */
#include "review/body.h"
#include "review/owner.h"
#include "review/refusals.h"

bool owner_or(struct desk *d, unsigned right, struct me *out, struct err *e)
{
	if (d->owner && d->as_by.n == 0)
		return desk_me(d, out, e);
	return desk_need(d, right, out, e);
}

void owner_head(struct desk *d, const struct head *h, struct rep_head *r)
{
	char hex[HASH_HEX + 1];

	hex_of(h->head.b, HASH_LEN, hex);
	*r = (struct rep_head){.seq = h->seq,
	    .head = arena_cstr(d->arena, hex),
	    .at = arena_cstr(d->arena, h->at),
	    .words = hash_words(d->arena, h->head)};
}

bool review_head(struct desk *d, const struct req_head *q, struct rep_head *r, struct err *e)
{
	struct head h = {0};
	struct me m;

	(void)q;
	if (!owner_or(d, RIGHT_LOG, &m, e) || !store_head(d->rv->store, &h, e))
		return false;
	owner_head(d, &h, r);
	return true;
}

static bool taken(struct desk *d, const struct rep_head *r, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_int(d->arena, body, "seq", r->seq);
	body_text(d->arena, body, "head", r->head);
	return desk_append(d, EVENT_BACKUP_TAKEN, STR(""), body, NULL, e);
}

/*
 * A copy is made between rounds, so the round this request is in ends here and another one
 * begins behind the copy: what others asked for before is on the disk a little earlier.
 * A damaged database can be copied too; there is no round then.
 */
static bool copy(struct desk *d, struct head *h, struct err *e)
{
	struct store *st = d->rv->store;
	struct err why = {0};
	bool ok;

	if (d->rv->damage.n)
		return store_backup(st, d->fd, h, e);
	if (!store_keep(st, e) || !store_commit(st, e))
		return false;
	ok = store_backup(st, d->fd, h, e);
	if (store_begin(st, &why) && store_save(st, &why))
		return ok;
	if (ok)
		*e = why;
	return false;
}

bool review_backup(
    struct desk *d, const struct req_backup *q, struct rep_head *r, struct err *e)
{
	struct head h = {0};
	struct me m;

	(void)q;
	if (!owner_or(d, RIGHT_BACKUP, &m, e) || !desk_reread(d, e))
		return false;
	if (m.account.staff.n && !d->owner)
		return err_set(e, ERR_REFUSED, REFUSED_BACKUP_STAFF);
	if (d->fd < 0)
		return err_set(e, ERR_USAGE, "a backup needs an open file to write to");
	if (!copy(d, &h, e))
		return false;
	owner_head(d, &h, r);
	return d->rv->damage.n || taken(d, r, e);
}
