/* SPDX-License-Identifier: MIT */
/* The pack in force, as text and as files. It holds no case data: any account may ask. */
#include "lookback/base/io.h"
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

static bool write_files(struct desk *d, struct str text, struct rep_sentence *r, struct err *e)
{
	r->text = arena_printf(d->arena, "%zu bytes were written", text.n);
	return io_all(d->fd, text.p, text.n) ||
	       err_set(e, ERR_IO, "the files of the pack cannot be written");
}

/* They are longer than a message mostly: then an open file takes them. No case data. */
bool review_pack_files(
    struct desk *d, const struct req_pack_files *q, struct rep_sentence *r, struct err *e)
{
	struct str text;
	struct me m;

	(void)q;
	*r = (struct rep_sentence){0};
	if (!desk_me(d, &m, e))
		return false;
	text = json_text(d->arena, d->rv->row.files);
	if (d->fd >= 0)
		return write_files(d, text, r, e);
	if (text.n > VIEW_ROOM / 2)
		return err_set(e, ERR_USAGE,
		    "the files of the pack have %zu bytes, more than a message holds: send an "
		    "open file along to have them written into it",
		    text.n);
	r->text = text;
	return true;
}
