/* SPDX-License-Identifier: MIT */
/* From result rows to records. */
#include "store/rows.h"

enum {
	C_ID,
	C_REF,
	C_TYPE,
	C_STATE,
	C_QUEUE,
	C_BAND,
	C_RANK,
	C_DUE,
	C_OPENED,
	C_MOVED,
	C_HOLDER,
	C_HELD,
	C_WAKE,
	C_BATCH,
	C_FLAG,
	C_PARENT,
	C_PACK,
	C_VERSION,
	C_NOTES,
	C_VIEWS,
	C_FINAL,
	C_SEAT,
	C_BLIND,
	C_LATE,
	C_AGREED,
	C_ASIDE,
	C_ALERT,
	C_AUTHOR,
	C_DRAWN,
	C_READING,
	C_QUERY,
	C_FIELDS,
	COLUMNS_READ
};
/* What is the same for all is a column, the rest depends on who looks. */
static const struct {
	const char *sql; /* NULL: seen */
	enum seen seen;
} columns[COLUMNS_READ] = {
    [C_ID] = {"r.id", SEENS},
    [C_REF] = {"r.ref", SEENS},
    [C_TYPE] = {"r.type", SEENS},
    [C_STATE] = {"r.state", SEENS},
    [C_QUEUE] = {NULL, SEEN_QUEUE},
    [C_BAND] = {"r.band", SEENS},
    [C_RANK] = {"r.rank", SEENS},
    [C_DUE] = {NULL, SEEN_DUE},
    [C_OPENED] = {"r.opened", SEENS},
    [C_MOVED] = {NULL, SEEN_MOVED},
    [C_HOLDER] = {NULL, SEEN_HOLDER},
    [C_HELD] = {NULL, SEEN_HELD},
    [C_WAKE] = {NULL, SEEN_WAKE},
    [C_BATCH] = {"r.batch", SEENS},
    [C_FLAG] = {"r.flag", SEENS},
    [C_PARENT] = {"r.parent", SEENS},
    [C_PACK] = {"r.pack", SEENS},
    [C_VERSION] = {NULL, SEEN_VERSION},
    [C_NOTES] = {NULL, SEEN_NOTES},
    [C_VIEWS] = {NULL, SEEN_VIEWS},
    [C_FINAL] = {"r.final", SEENS},
    [C_SEAT] = {NULL, SEEN_SEAT},
    [C_BLIND] = {"r.blind", SEENS},
    [C_LATE] = {NULL, SEEN_LATE},
    [C_AGREED] = {NULL, SEEN_AGREED},
    [C_ASIDE] = {NULL, SEEN_ASIDE},
    [C_ALERT] = {NULL, SEEN_ALERT},
    [C_AUTHOR] = {NULL, SEEN_AUTHOR},
    [C_DRAWN] = {NULL, SEEN_DRAWN},
    [C_READING] = {NULL, SEEN_READING},
    [C_QUERY] = {NULL, SEEN_QUERY},
    [C_FIELDS] = {"r.fields", SEENS},
};

void record_columns(struct query *q)
{
	for (int i = 0; i < COLUMNS_READ; i++) {
		query_sql(q, i ? ", " : "");
		if (columns[i].sql)
			query_sql(q, columns[i].sql);
		else
			seen(q, columns[i].seen);
	}
}

static int32_t col_day(sqlite3_stmt *s, int i)
{
	int32_t day;

	return day_read(col_view(s, i), &day) ? day : NO_DAY;
}

static void read_texts(sqlite3_stmt *s, struct arena *a, struct record *r)
{
	r->ref = col_text(s, C_REF, a);
	r->type = col_text(s, C_TYPE, a);
	r->state = col_text(s, C_STATE, a);
	r->queue = col_text(s, C_QUEUE, a);
	r->band = col_text(s, C_BAND, a);
	r->holder = col_text(s, C_HOLDER, a);
	r->batch = col_text(s, C_BATCH, a);
	r->flag = col_text(s, C_FLAG, a);
	r->parent = col_text(s, C_PARENT, a);
	r->pack = col_text(s, C_PACK, a);
	r->agreed = col_text(s, C_AGREED, a);
	r->aside = col_text(s, C_ASIDE, a);
	r->author = col_text(s, C_AUTHOR, a);
	r->drawn = col_text(s, C_DRAWN, a);
	r->reading = col_text(s, C_READING, a);
	r->query = col_text(s, C_QUERY, a);
}

bool record_read(sqlite3_stmt *s, struct arena *a, struct record *out, struct err *e)
{
	struct json *fields;

	if (!json_parse(a, col_view(s, C_FIELDS), &fields, e)) {
		struct str ref = col_view(s, C_REF);
		e->kind = ERR_CORRUPT;
		return err_add(e, "fields of %.*s are damaged", STR_ARG(ref));
	}
	*out = (struct record){.fields = fields};
	read_texts(s, a, out);
	out->id = sqlite3_column_int64(s, C_ID);
	out->rank = sqlite3_column_int64(s, C_RANK);
	out->due = col_time(s, C_DUE);
	out->opened = col_time(s, C_OPENED);
	out->moved = col_time(s, C_MOVED);
	out->held = col_time(s, C_HELD);
	out->wake = col_day(s, C_WAKE);
	out->version = sqlite3_column_int64(s, C_VERSION);
	out->notes = sqlite3_column_int64(s, C_NOTES);
	out->views = sqlite3_column_int64(s, C_VIEWS);
	out->final = sqlite3_column_int(s, C_FINAL) != 0;
	out->seat = sqlite3_column_int64(s, C_SEAT);
	out->blind = sqlite3_column_int(s, C_BLIND) != 0;
	out->late_seen = sqlite3_column_int(s, C_LATE) != 0;
	out->alert = sqlite3_column_int(s, C_ALERT) != 0;
	return true;
}

bool records_read(struct query *q, struct arena *a, struct records *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got = GOT_ERROR;

	*out = (struct records){0};
	while (s && (got = stmt_next(q->st, s, e)) == GOT_ROW)
		if (!record_read(s, a, arena_push(a, out), e)) {
			got = GOT_ERROR;
			break;
		}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}
