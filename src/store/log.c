/* SPDX-License-Identifier: MIT */
/* Reading the log. */
#include "store/viewer.h"

static void read_event(sqlite3_stmt *s, struct arena *a, struct event_row *out)
{
	*out = (struct event_row){.seq = sqlite3_column_int64(s, 0),
	    .at = col_text(s, 1, a),
	    .actor = col_text(s, 2, a),
	    .session = col_text(s, 3, a),
	    .type = col_text(s, 4, a),
	    .record = col_text(s, 5, a)};
	if (sqlite3_column_type(s, 6) != SQLITE_NULL)
		out->body = arena_str(a, col_view(s, 6));
	col_hash(s, 7, &out->content);
	col_hash(s, 8, &out->head);
}

static void equals(struct query *q, const char *sql, struct str s)
{
	if (s.n == 0)
		return;
	query_sql(q, sql);
	query_text(q, s);
}

/* "record." is every type that begins so: '/' comes right after the dot. */
static void of_type(struct query *q, struct str type, bool indexed)
{
	struct str end;

	if (type.n == 0)
		return;
	if (type.p[type.n - 1] != '.') {
		equals(q, indexed ? " AND type = " : " AND +type = ", type);
		return;
	}
	end = arena_printf(q->arena, "%.*s/", (int)type.n - 1, type.p);
	equals(q, " AND +type >= ", type);
	equals(q, " AND +type < ", end);
}

_Static_assert(EVENT_TYPES < 64, "a type of event is a bit");

static void types_in(struct query *q, const char *sql, uint64_t types)
{
	query_sql(q, sql);
	for (int t = 0, n = 0; t < EVENT_TYPES; t++)
		if (types & EVENT_BIT(t)) {
			query_sql(q, n++ ? "," : "");
			query_text(q, str_of(event_name((enum event_type)t)));
		}
	query_sql(q, ")");
}

static void records_in(struct query *q, const struct strs *records, bool first)
{
	for (size_t i = 0; i < records->n; i++) {
		query_sql(q, i || !first ? "," : "");
		query_text(q, records->v[i]);
	}
}

/* The records of all groups choose the index; which group an event is of is looked at then. */
static void in_groups(struct query *q, const struct event_filter *f)
{
	bool first = true;

	query_sql(q, " AND record <> '' AND record IN (");
	for (size_t i = 0; i < f->ngroups; i++) {
		records_in(q, &f->groups[i].records, first);
		first = first && f->groups[i].records.n == 0;
	}
	query_sql(q, ") AND (0");
	for (size_t i = 0; i < f->ngroups; i++) {
		query_sql(q, " OR (+record IN (");
		records_in(q, &f->groups[i].records, true);
		types_in(q, ") AND +type IN (", f->groups[i].types);
		query_sql(q, ")");
	}
	query_sql(q, ")");
}

/* A link is done on two records. */
static void links_seen(struct query *q)
{
	query_sql(q, " AND (type NOT IN ('link.proposed', 'link.judged', 'link.removed') OR "
		     "EXISTS (SELECT 1 FROM link l CROSS JOIN record r ON r.id = l.other WHERE "
		     "l.seq = CASE event.type WHEN 'link.proposed' THEN event.seq ELSE "
		     "json_extract(event.body, '$.link') END AND ");
	viewer_where(q, "r.id");
	query_sql(q, " AND ");
	seen_act(q, "event.actor", "event.seq");
	query_sql(q, " AND ");
	viewer_where(q, "l.record");
	query_sql(q, "))");
}

/* What others were sent tells of records too: of those that are hidden from the viewer, and
 * to readers of what others found in them. */
static void reads_seen(struct query *q)
{
	query_sql(q, " AND (actor = ");
	query_text(q, q->sight.v->user);
	query_sql(q, " OR type NOT IN ('list.read', 'search.run', 'count.read')");
	if (!q->sight.blind) {
		query_sql(q, " OR NOT EXISTS (SELECT 1 FROM json_each(event.body, '$.refs') j "
			     "CROSS JOIN record r ON r.ref = j.value WHERE NOT (");
		viewer_where(q, "r.id");
		query_sql(q, "))");
	}
	query_sql(q, ")");
}

static void records_seen(struct query *q)
{
	query_sql(q, " AND (record = '' OR NOT EXISTS (SELECT 1 FROM record r WHERE r.ref = "
		     "event.record AND NOT (");
	viewer_where(q, "r.id");
	query_sql(q, " AND ");
	seen_act(q, "event.actor", "event.seq");
	if (q->sight.shade) {
		query_sql(q, " AND (event.actor = ");
		query_text(q, q->sight.v->user);
		query_sql(q, " OR NOT ");
		seen_shade(q, "r.id", true);
		query_sql(q, ")");
	}
	query_sql(q, " AND (event.type <> 'note.added' OR ");
	seen_note(q, "event.actor", "event.seq");
	query_sql(q, "))))");
}

/* Whoever reads blind is told of no pass at all, nor of a question to somebody else: what is
 * over tells what may begin. */
static void quality_seen(struct query *q)
{
	query_sql(q, " AND type NOT IN ('plan.fixed', 'sample.drawn', 'reading.opened', "
		     "'reading.closed', 'reading.scored', 'plan.closed', 'reviewer.paused', "
		     "'reviewer.resumed') AND (type NOT IN ('query.raised', 'query.answered', "
		     "'query.closed') OR EXISTS (SELECT 1 FROM query w WHERE w.seq = CASE "
		     "event.type WHEN 'query.raised' THEN event.seq ELSE "
		     "json_extract(event.body, '$.query') END AND ");
	query_text(q, q->sight.v->user);
	query_sql(q, " IN (w.who, w.by)))");
}

static void only_seen(struct query *q)
{
	const struct sight *s = &q->sight;

	if (s->v && s->v->blind)
		quality_seen(q);
	if (!s->v || !(s->nothing || s->barred[0] || s->barred[1] || s->blind))
		return;
	records_seen(q);
	if (!s->nothing)
		links_seen(q);
	reads_seen(q);
}

/* The narrowest filter given chooses the index; each index gives events in order. */
static void compose(struct query *q, const struct event_filter *f)
{
	bool by_record = f->record.n > 0 || f->ngroups, by_actor = !by_record && f->actor.n > 0;

	query_sql(q, "SELECT seq, at, actor, session, type, record, body, content, head"
		     " FROM event WHERE seq > ");
	query_int(q, f->after);
	if (f->before) {
		query_sql(q, " AND seq < ");
		query_int(q, f->before);
	}
	if (f->ngroups)
		in_groups(q, f);
	equals(q, " AND record <> '' AND record = ", f->record);
	equals(q, by_actor ? " AND actor = " : " AND +actor = ", f->actor);
	of_type(q, f->type, !by_record && !by_actor && !f->ngroups);
	if (f->types)
		types_in(q, " AND +type IN (", f->types);
	equals(q, " AND session <> ", f->not_during);
	only_seen(q);
	query_sql(q, f->newest_first ? " ORDER BY seq DESC LIMIT " : " ORDER BY seq LIMIT ");
	query_int(q, f->limit > 0 ? f->limit : -1);
}

bool store_events(struct store *st, struct arena *a, const struct event_filter *f,
    struct event_rows *out, struct err *e)
{
	struct query q = query_seen(st, a, f->viewer);
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;

	*out = (struct event_rows){0};
	compose(&q, f);
	s = query_open(&q, e);
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		read_event(s, a, arena_push(a, out));
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
