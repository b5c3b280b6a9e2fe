/* SPDX-License-Identifier: MIT */
/* Opening a record by hand, under another one or on its own. */
#include "review/move.h"
#include "review/opening.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

/* What one may not read one does not write either. */
static bool none_hidden(
    const struct me *m, const struct record_type *t, const struct json *fields, struct err *e)
{
	bool ok = true;

	for (size_t i = 0; fields && fields->kind == J_OBJ && i < fields->n; i++) {
		const struct field *f = type_field(t, fields->keys[i]);
		if (f && field_hidden(m, f))
			ok = err_more(e, ERR_REFUSED, REFUSED_FIELD_HIDDEN, STR_ARG(f->label));
	}
	return ok;
}

static bool may_add(struct desk *d, const struct me *m, const struct opening_at *o,
    const struct req_add *q, struct str *reason, struct err *e)
{
	struct strs closed = {0};

	if (!desk_text("reason", q->reason, REASON_MAX, reason, e))
		return false;
	if (!opening_allowed(d, m, o, &closed))
		for (size_t i = 0; i < closed.n; i++)
			err_more(e, ERR_REFUSED, "%.*s", STR_ARG(closed.v[i]));
	if (o->type->open.reason && reason->n == 0)
		err_more(e, ERR_REFUSED, REFUSED_OPEN_REASON, STR_ARG(o->type->label));
	return e->kind == ERR_NONE && none_hidden(m, o->type, q->fields, e);
}

bool review_add(struct desk *d, const struct req_add *q, struct rep_moved *r, struct err *e)
{
	struct opening_at o;
	struct event_row first;
	struct str reason, ref;
	struct me m;
	bool again;

	*r = (struct rep_moved){0};
	if (!desk_begin(d, RIGHT_TAKE | RIGHT_NOTE, &m, &again, &first, e))
		return false;
	if (again)
		return opening_before(d, &m, &first, r, e);
	return opening_find(d, &m, q->type, q->under, &o, e) &&
	       may_add(d, &m, &o, q, &reason, e) &&
	       open_record(d, o.type, o.parent, q->fields, STR("hand"), reason, &ref, e) &&
	       autos_run(d, ref, e) && opening_reply(d, &m, ref, r, e);
}
