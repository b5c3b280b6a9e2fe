/* SPDX-License-Identifier: MIT */
/* The pack in force, as readable text. It holds no case data: any account may ask. */
#include "review/desk.h"
#include "review/view.h"
#include "review/words.h"

bool review_pack(
    struct desk *d, const struct req_pack *q, struct rep_sentence *r, struct err *e)
{
	struct buf b = buf_in(d->arena);
	struct me m;

	(void)q;
	if (!desk_me(d, &m, e))
		return false;
	pack_print(&b, d->rv->pack);
	r->text = say_cut(d->arena, buf_str(&b), VIEW_ROOM);
	return true;
}
