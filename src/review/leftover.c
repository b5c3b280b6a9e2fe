/* SPDX-License-Identifier: MIT */
/*
 * What somebody left at a blind seat that another then took over. The one who locks has seen
 * nothing of it, so it is not theirs: it is taken back before their answers become final.
 */
#include "review/body.h"
#include "review/seat.h"

static bool take_back(
    struct desk *d, struct casefile *c, const struct answer_row *w, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "form", w->form);
	body_int(d->arena, body, "seat", w->seat);
	body_text(d->arena, body, "question", w->question);
	body_text(d->arena, body, "pack", c->pack->id);
	body_int(d->arena, body, "rank", c->all.rank);
	body_bool(d->arena, body, "blind", true);
	if (w->seat == SEAT_COUNTS) {
		c->all.answers = body_with(d->arena, c->all.answers, w->question, NULL);
		c->all.reasons = body_with(d->arena, c->all.reasons, w->question, NULL);
	}
	return desk_append(d, EVENT_ANSWER_GIVEN, c->all.ref, body, NULL, e);
}

bool seat_clear_left(struct desk *d, struct casefile *c, int64_t seat, struct err *e)
{
	struct answer_rows rows = {0};

	if (!c->blind)
		return true; /* who is not blind has seen all of it */
	if (!record_answers(d->rv->store, d->arena, c->all.id, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct answer_row *w = &rows.v[i];
		if (w->seat != seat || w->value.n == 0 || str_eq(w->by, d->user) ||
		    !seat_question(c->type, w->question))
			continue;
		if (!take_back(d, c, w, e))
			return false;
	}
	return true;
}
