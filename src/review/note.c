/* SPDX-License-Identifier: MIT */
/* A note on a record: by anybody with the right, held or not. */
#include "review/body.h"
#include "review/move.h"
#include "review/rights.h"

bool review_note(struct desk *d, const struct req_note *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct event_row first;
	struct casefile c;
	struct str text;
	struct me m;
	bool again;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_NOTE, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!casefile_load(d, &m, q->ref, &c, e) ||
	    !desk_text("note", q->text, NOTE_MAX, &text, e))
		return false;
	if (text.n == 0)
		return err_set(e, ERR_USAGE, "a note needs a text");
	body_text(d->arena, body, "text", text);
	r->text = arena_printf(d->arena, "the note stands on %.*s", STR_ARG(c.rec.ref));
	return desk_append(d, EVENT_NOTE_ADDED, c.rec.ref, body, &r->seq, e) &&
	       (!type_has_autos(c.type) || autos_run(d, c.rec.ref, e));
}
