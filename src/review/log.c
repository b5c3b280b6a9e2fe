/* SPDX-License-Identifier: MIT */
/* Reading the log, which is itself logged. */
#include "review/body.h"
#include "review/desk.h"
#include "review/history.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/refusals.h"

enum { LOG_USUAL = 100, LOG_MAX = 200, BODY_ROOM = 24 << 10, EVENT_ROOM = 420 };

static bool read_filter(
    struct desk *d, const struct req_log *q, struct event_filter *f, struct err *e)
{
	struct str type = q->type;
	bool family = type.n && type.p[type.n - 1] == '.';

	if (q->limit < 0 || q->limit > LOG_MAX)
		return err_set(e, ERR_USAGE, "limit is 1 to %d events", LOG_MAX);
	if (q->after < 0)
		return err_set(e, ERR_USAGE, "after is the number of an event");
	if (type.n && !family && event_of(arena_str(d->arena, type).p) == EVENT_TYPES)
		return err_set(e, ERR_USAGE,
		    "'%.*s' is not a type of event; expected one such "
		    "as record.moved, or a family: record.",
		    STR_ARG(type));
	*f = (struct event_filter){.record = q->record,
	    .actor = q->actor,
	    .type = type,
	    .after = q->after,
	    .limit = q->limit ? q->limit : LOG_USUAL};
	return true;
}

static void put_event(
    struct desk *d, const struct me *m, const struct event_row *ev, struct part_event *out)
{
	bool blind = m->viewer.blind;
	char hex[HASH_HEX + 1];
	struct json *body = NULL;
	struct err none = {0};

	hex_of(ev->head.b, HASH_LEN, hex);
	*out = (struct part_event){.seq = ev->seq,
	    .at = ev->at,
	    .actor = ev->actor,
	    .session = ev->session,
	    .type = blind ? event_type_blind(ev->type) : ev->type,
	    .record = ev->record,
	    .text = blind ? event_words_blind(d->arena, d->rv->pack, ev)
			  : event_words(d->arena, d->rv->pack, ev),
	    .head = arena_cstr(d->arena, hex)};
	if (ev->body.n > BODY_ROOM)
		out->text =
		    arena_printf(d->arena, "%.*s [%zu bytes, too long to be shown here]",
			STR_ARG(out->text), ev->body.n);
	else if (ev->body.p && json_parse(d->arena, ev->body, &body, &none))
		out->body = blind ? event_body_blind(d->arena, ev, body) : body;
}

/* What is nobody's record and tells of quality passes is not for those who read cases blind. */
static bool of_passes(struct str type)
{
	static const enum event_type types[] = {EVENT_PLAN_FIXED, EVENT_SAMPLE_DRAWN,
	    EVENT_PLAN_CLOSED, EVENT_REVIEWER_PAUSED, EVENT_REVIEWER_RESUMED};

	for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (str_is(type, event_name(types[i])))
			return true;
	return false;
}

/* As many events as fit a message; *next is where to go on. */
static void put_events(struct desk *d, const struct me *m, const struct event_rows *rows,
    int64_t limit, struct rep_events *r)
{
	size_t bytes = 0;

	for (size_t i = 0; i < rows->n; i++) {
		const struct event_row *ev = &rows->v[i];
		size_t body = ev->body.n > BODY_ROOM ? 0 : ev->body.n;
		struct part_event *out;
		if (m->viewer.blind && of_passes(ev->type))
			continue;
		bytes += EVENT_ROOM + body;
		if (r->rows.n > 0 && bytes > VIEW_ROOM) {
			r->next = rows->v[i - 1].seq;
			return;
		}
		out = arena_push(d->arena, &r->rows);
		put_event(d, m, ev, out);
		bytes += out->text.n;
	}
	if ((int64_t)rows->n == limit)
		r->next = rows->v[rows->n - 1].seq;
}

static struct str filter_words(struct desk *d, const struct event_filter *f)
{
	struct buf b = buf_in(d->arena);

	if (f->record.n)
		buf_printf(&b, "record %.*s ", STR_ARG(f->record));
	if (f->actor.n)
		buf_printf(&b, "actor %.*s ", STR_ARG(f->actor));
	if (f->type.n)
		buf_printf(&b, "type %.*s", STR_ARG(f->type));
	return str_trim(buf_str(&b));
}

static bool log_read(
    struct desk *d, const struct event_filter *f, const struct rep_events *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	size_t n = r->rows.n;

	if (d->rv->damage.n)
		return true;
	body_text(d->arena, body, "filter", filter_words(d, f));
	body_int(d->arena, body, "first", n ? r->rows.v[0].seq : 0);
	body_int(d->arena, body, "last", n ? r->rows.v[n - 1].seq : 0);
	return desk_append(d, EVENT_LOG_READ, STR(""), body, NULL, e);
}

bool review_log(struct desk *d, const struct req_log *q, struct rep_events *r, struct err *e)
{
	struct event_rows rows = {0};
	struct event_filter f = {0};
	struct viewer reader;
	struct me m;

	*r = (struct rep_events){0};
	if (!desk_need(d, RIGHT_LOG, &m, e) || !desk_reread(d, e))
		return false;
	if (m.account.staff.n)
		return err_set(e, ERR_REFUSED, REFUSED_LOG_STAFF);
	if (!read_filter(d, q, &f, e))
		return false;
	/* the log is read by right; conflicts of interest and blind seats hide from it too */
	reader = m.viewer;
	reader.cases = true;
	f.viewer = &reader;
	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	put_events(d, &m, &rows, f.limit, r);
	return log_read(d, &f, r, e);
}
