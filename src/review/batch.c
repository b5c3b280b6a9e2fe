/* SPDX-License-Identifier: MIT */
/* Imports that were made. */
#include "review/batch.h"

#include "review/rights.h"

/* Their figures count every record, so they are not for all who read some. */
enum { LISTED_MAX = 120 }; /* the latest; as many as fit a message */
enum { BATCH_READERS = RIGHT_IMPORT | RIGHT_LOG | RIGHT_ASSIGN };

bool batch_reply(struct desk *d, struct str batch, struct rep_batch *r, struct err *e)
{
	struct batch_row b = {0};

	if (!batch_get(d->rv->store, d->arena, batch, &b, e))
		return false;
	*r = (struct rep_batch){.batch = b.batch,
	    .file = b.file,
	    .source = b.source,
	    .map = b.map,
	    .sha256 = b.sha256,
	    .at = b.at,
	    .by = b.by,
	    .read = b.read,
	    .added = b.added,
	    .same = b.same,
	    .changed = b.changed};
	return true;
}

bool review_batch_show(
    struct desk *d, const struct req_batch_show *q, struct rep_batch *r, struct err *e)
{
	struct me m;

	return desk_need(d, BATCH_READERS, &m, e) && batch_reply(d, q->batch, r, e);
}

bool review_batch_list(
    struct desk *d, const struct req_batch_list *q, struct rep_batches *r, struct err *e)
{
	struct batch_rows all = {0};
	struct me m;

	(void)q;
	*r = (struct rep_batches){0};
	if (!desk_need(d, BATCH_READERS, &m, e) || !batch_all(d->rv->store, d->arena, &all, e))
		return false;
	for (size_t i = all.n > LISTED_MAX ? all.n - LISTED_MAX : 0; i < all.n; i++)
		*arena_push(d->arena, &r->rows) =
		    (struct part_batchrow){.batch = all.v[i].batch,
			.file = all.v[i].file,
			.source = all.v[i].source,
			.at = all.v[i].at,
			.by = all.v[i].by,
			.read = all.v[i].read,
			.added = all.v[i].added,
			.same = all.v[i].same,
			.changed = all.v[i].changed};
	return true;
}
