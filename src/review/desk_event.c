/* SPDX-License-Identifier: MIT */
/* Events in the name of the person at the desk, and requests that were made before. */
#include "review/body.h"
#include "review/desk.h"
#include "review/history.h"
#include "review/refusals.h"

bool desk_writable(struct desk *d, struct err *e)
{
	if (d->rv->damage.n == 0)
		return true;
	return err_set(e, ERR_CORRUPT,
	    "the database is damaged, so nothing may be written or shown of a record: %.*s",
	    STR_ARG(d->rv->damage));
}

bool desk_append(struct desk *d, enum event_type type, struct str ref, const struct json *body,
    int64_t *seq, struct err *e)
{
	struct stamp by = {
	    .at = d->now, .actor = d->user, .session = d->session, .request = d->request};

	if (!desk_writable(d, e) || !store_append(d->rv->store, &by, type, ref, body, seq, e))
		return false;
	d->request = NULL;
	return true;
}

bool desk_viewed(
    struct desk *d, struct str ref, const char *how, struct str reason, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "how", str_of(how));
	body_text(d->arena, body, "reason", reason);
	return desk_append(d, EVENT_RECORD_VIEWED, ref, body, NULL, e);
}

bool desk_opened(struct desk *d, struct str ref, bool *yes, struct err *e)
{
	struct event_filter f = {.record = ref,
	    .actor = d->user,
	    .type = STR("record.viewed"),
	    .limit = 1,
	    .newest_first = true};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	*yes = rows.n > 0 && str_eq(rows.v[0].session, d->session);
	return true;
}

/* The event itself, by its number. */
static bool event_at(struct desk *d, int64_t seq, struct event_row *out, struct err *e)
{
	struct event_filter f = {.after = seq - 1, .limit = 1};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	if (rows.n != 1)
		return err_set(e, ERR_CORRUPT, "event %lld cannot be read", (long long)seq);
	*out = rows.v[0];
	return true;
}

static bool refused_before(struct desk *d, const struct event_row *ev, struct err *e)
{
	struct json *body = NULL;
	const struct json *reasons;
	struct err none = {0};

	if (json_parse(d->arena, ev->body, &body, &none)) {
		reasons = json_get(body, "reasons");
		for (size_t i = 0; reasons && i < reasons->n; i++)
			err_more(e, ERR_REFUSED, "%.*s", STR_ARG(reasons->v[i]->s));
	}
	if (e->kind == ERR_NONE)
		err_set(e, ERR_REFUSED, REFUSED_AGAIN);
	return false;
}

bool desk_again(struct desk *d, bool *again, struct event_row *first, struct err *e)
{
	int64_t seq = 0;

	*again = false;
	if (!d->request)
		return true;
	if (!store_request_seen(d->rv->store, d->request, &seq, e))
		return false;
	if (seq == 0)
		return true;
	if (!event_at(d, seq, first, e))
		return false;
	d->request = NULL;
	if (!str_eq(first->actor, d->user))
		return err_set(e, ERR_USAGE, "this request id was used by somebody else");
	if (str_is(first->type, event_name(EVENT_REQUEST_REFUSED)))
		return refused_before(d, first, e);
	*again = true;
	return true;
}

bool desk_begin(struct desk *d, unsigned any_of, struct me *out, bool *again,
    struct event_row *first, struct err *e)
{
	return desk_need(d, any_of, out, e) && desk_writable(d, e) &&
	       desk_again(d, again, first, e);
}

bool desk_reread(struct desk *d, struct err *e)
{
	int64_t seq = 0;

	if (d->request && !store_request_seen(d->rv->store, d->request, &seq, e))
		return false;
	if (seq)
		d->request = NULL;
	return true;
}

bool desk_done_before(struct desk *d, const struct event_row *first, struct rep_done *r)
{
	r->text = event_words(d->arena, d->rv->pack, first);
	r->seq = first->seq;
	return true;
}
