/* SPDX-License-Identifier: MIT */
/*
 * Verification: the chain, its replay, every projected row; against an anchor when one is
 * given. What it finds in the database stops all writing from then on. A wrong anchor alone
 * does not: somebody may have copied it wrongly.
 */
#include "review/body.h"
#include "review/owner.h"

static bool read_anchor(const struct req_verify *q, struct hash *anchor, struct err *e)
{
	if (q->seq < 0 || (q->seq == 0) != (q->head.n == 0))
		return err_set(
		    e, ERR_USAGE, "an anchor is the number of an event and its head, both");
	if (q->head.n && !hex_read(q->head, anchor->b, HASH_LEN))
		return err_set(e, ERR_USAGE, "a head is %d hexadecimal digits", HASH_HEX);
	return true;
}

static void keep_damage(struct desk *d, const struct verdict *v)
{
	const struct finding *f = &v->findings.v[0];

	if (d->rv->damage.n || v->findings.n == 0)
		return;
	d->rv->damage = arena_str(&d->rv->arena, f->text);
}

/* What was found against an anchor: is the database itself at fault too? */
static bool look_again(struct desk *d, bool anchored, const struct verdict *v, struct err *e)
{
	struct verdict alone = {0};

	if (v->findings.n && !anchored)
		keep_damage(d, v);
	if (v->findings.n == 0 || !anchored)
		return true;
	if (!store_verify(
		d->rv->store, d->arena, 0, NULL, d->progress, d->progress_ctx, &alone, e))
		return false;
	keep_damage(d, &alone);
	return true;
}

static bool log_run(struct desk *d, const struct verdict *v, struct err *e)
{
	struct json *body = json_obj(d->arena);

	if (d->rv->damage.n)
		return true;
	body_bool(d->arena, body, "ok", v->findings.n == 0);
	body_int(d->arena, body, "events", v->events);
	body_int(d->arena, body, "findings", (int64_t)v->findings.n);
	return desk_append(d, EVENT_VERIFY_RUN, STR(""), body, NULL, e);
}

static void put_verdict(struct desk *d, const struct verdict *v, struct rep_verdict *r)
{
	char hex[HASH_HEX + 1];

	hex_of(v->head.b, HASH_LEN, hex);
	*r = (struct rep_verdict){.ok = v->findings.n == 0,
	    .events = v->events,
	    .rows = v->rows,
	    .head = arena_cstr(d->arena, hex)};
	for (size_t i = 0; i < v->findings.n && i < 100; i++)
		*arena_push(d->arena, &r->findings) =
		    (struct part_finding){.seq = v->findings.v[i].seq,
			.table = v->findings.v[i].table,
			.text = v->findings.v[i].text};
}

bool review_verify(
    struct desk *d, const struct req_verify *q, struct rep_verdict *r, struct err *e)
{
	struct verdict v = {0};
	struct hash anchor = {{0}};
	struct me m;

	if (!owner_or(d, RIGHT_LOG, &m, e) || !desk_reread(d, e) ||
	    !read_anchor(q, &anchor, e) ||
	    !store_verify(d->rv->store, d->arena, q->seq, q->seq ? &anchor : NULL, d->progress,
		d->progress_ctx, &v, e) ||
	    !look_again(d, q->seq != 0, &v, e))
		return false;
	put_verdict(d, &v, r);
	return log_run(d, &v, e);
}
