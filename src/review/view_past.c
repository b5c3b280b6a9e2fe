/* SPDX-License-Identifier: MIT */
/* What was written and done on a record, newest first, as far as the person may see it. */
#include "review/history.h"
#include "review/view.h"

enum { HISTORY_MAX = 60, HISTORY_READ = 240 };

/* Newest first, however the store lists them. */
static bool put_notes(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct note_rows rows = {0};
	bool up;

	if (!record_notes_seen(d->rv->store, d->arena, &m->viewer, c->rec.id, &rows, e))
		return false;
	up = rows.n > 1 && rows.v[0].seq < rows.v[rows.n - 1].seq;
	for (size_t i = 0; i < rows.n; i++) {
		const struct note_row *w = &rows.v[up ? rows.n - 1 - i : i];
		*arena_push(d->arena, &r->notes) = (struct part_note){
		    .seq = w->seq, .at = w->at, .by = w->by, .text = w->text};
	}
	return true;
}

/* Who looked and who was refused is the log's to tell. */
static bool in_history(const struct event_row *ev)
{
	return !str_is(ev->type, event_name(EVENT_RECORD_VIEWED)) &&
	       !str_is(ev->type, event_name(EVENT_REQUEST_REFUSED));
}

static bool put_history(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	struct event_filter f = {.record = c->rec.ref,
	    .limit = HISTORY_READ,
	    .newest_first = true,
	    .viewer = &m->viewer};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n && r->history.n < HISTORY_MAX; i++) {
		const struct event_row *ev = &rows.v[i];
		if (!in_history(ev))
			continue;
		*arena_push(d->arena, &r->history) = (struct part_event){.seq = ev->seq,
		    .at = ev->at,
		    .actor = ev->actor,
		    .session = ev->session,
		    .type = c->blind ? event_type_blind(ev->type) : ev->type,
		    .record = ev->record,
		    .text = c->blind ? event_words_blind(d->arena, c->pack, ev)
				     : event_words(d->arena, c->pack, ev)};
	}
	return true;
}

bool view_past(struct desk *d, const struct me *m, const struct casefile *c,
    struct rep_record *r, struct err *e)
{
	return put_notes(d, m, c, r, e) && put_history(d, m, c, r, e);
}
