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
	C_FIELDS
};
const char record_columns[] =
    "r.id, r.ref, r.type, r.state, r.queue, r.band, r.rank, r.due, r.opened, r.moved, "
    "r.holder, "
    "r.held, r.wake, r.batch, r.flag, r.parent, r.pack, r.version, r.notes, r.views, r.final, "
    "r.fields";

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
