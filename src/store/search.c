/* SPDX-License-Identifier: MIT */
/* The full-text index: filled beside the projections, made again when it must be. */
#include "store/search.h"

bool search_load(struct store *st, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_fields, "");
	enum got got;

	if (!s)
		return false;
	st->head.nslots = 0;
	while ((got = stmt_next(st, s, e)) == GOT_ROW && st->head.nslots < SLOTS_MAX) {
		struct slot *slot = &st->slots[st->head.nslots++];
		slot->type = col_text(s, 0, st->arena);
		slot->column = sqlite3_column_int(s, 1);
		slot->name = col_text(s, 2, st->arena);
	}
	stmt_close(s);
	return got != GOT_ERROR;
}

int search_column(const struct store *st, struct str type, struct str name)
{
	for (size_t i = 0; i < st->head.nslots; i++)
		if (str_eq(st->slots[i].name, name) && str_eq(st->slots[i].type, type))
			return st->slots[i].column;
	return 0;
}

bool search_touched(const struct store *st, struct str type, const struct json *patch)
{
	for (size_t i = 0; !st->replay && i < patch->n; i++)
		if (search_column(st, type, patch->keys[i]))
			return true;
	return false;
}

enum { WAIT_ROWS = 512, WAIT_BYTES = 1 << 20 };

/* ---- rows ---------------------------------------------------------------------- */

static void columns_of(const struct store *st, struct str type, struct str ref,
    const struct json *fields, const struct json *texts, struct str out[COLUMNS])
{
	for (int i = 0; i < COLUMNS; i++)
		out[i] = (struct str){0};
	out[0] = ref;
	for (size_t i = 0; i < st->head.nslots; i++) {
		const struct slot *s = &st->slots[i];
		const struct json *j;
		if (!str_eq(s->type, type))
			continue;
		j = json_get_str(texts, s->name);
		if (!j)
			j = json_get_str(fields, s->name);
		if (j && j->kind == J_STR)
			out[s->column] = j->s;
	}
}

bool search_open(struct store *st, int64_t record, struct str type, struct str ref,
    const struct json *fields, const struct json *texts, struct err *e)
{
	struct pendings *p = &st->pending;
	struct pending *row;

	if (st->replay)
		return true;
	if ((p->n == WAIT_ROWS || p->bytes > WAIT_BYTES) && !search_flush(st, e))
		return false;
	row = arena_push(&p->arena, p);
	row->record = record;
	columns_of(st, type, ref, fields, texts, row->column);
	for (int i = 0; i < COLUMNS; i++)
		if (row->column[i].n) {
			row->column[i] = arena_str(&p->arena, row->column[i]);
			p->bytes += row->column[i].n;
		}
	return true;
}

bool search_flush(struct store *st, struct err *e)
{
	struct pendings *p = &st->pending;

	for (size_t i = 0; i < p->n; i++)
		if (!stmt_run_row(
			st, e, SQL_search_put, p->v[i].record, p->v[i].column, COLUMNS))
			return false;
	search_forget(st);
	return true;
}

void search_forget(struct store *st)
{
	arena_clear(&st->pending.arena);
	st->pending = (struct pendings){0};
}

static bool read_texts(struct store *st, int64_t record, struct json *texts, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_texts_of, "i", record);
	struct arena *a = &st->scratch;
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		json_put_str(a, texts, col_text(s, 0, a), json_str(a, col_text(s, 1, a)));
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static bool read_columns(
    struct store *st, int64_t record, struct str out[COLUMNS], struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_source, "i", record);
	struct json *fields, *texts = json_obj(&st->scratch);
	struct arena *a = &st->scratch;
	struct str ref, type, text;
	enum got got;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	ref = col_text(s, 0, a);
	type = col_text(s, 1, a);
	text = col_text(s, 2, a);
	stmt_close(s);
	if (got != GOT_ROW || !json_parse(a, text, &fields, e) ||
	    !read_texts(st, record, texts, e))
		return false;
	columns_of(st, type, ref, fields, texts, out);
	return true;
}

static bool row(struct store *st, int64_t record, enum sql_id what, struct err *e)
{
	struct arena_mark m = arena_mark(&st->scratch);
	struct str columns[COLUMNS];
	bool ok = search_flush(st, e) && read_columns(st, record, columns, e) &&
		  stmt_run_row(st, e, what, record, columns, COLUMNS);

	arena_back(&st->scratch, m);
	return ok;
}

bool search_leave(struct store *st, int64_t record, struct err *e)
{
	return row(st, record, SQL_search_drop, e);
}

bool search_join(struct store *st, int64_t record, struct err *e)
{
	return row(st, record, SQL_search_put, e);
}

/* ---- a pack that searches more ---------------------------------------------- */

static bool wants(const struct field *f)
{
	switch (f->spec.type) {
	case VT_TEXT:
		return true;
	case VT_LINE:
	case VT_STAFF:
		return f->search || f->index;
	case VT_INT:
	case VT_DATE:
	case VT_CHOICE:
	case VT_CHOICES:
	case VT_TIME:
	case VT_USER:
		return false;
	}
	return false;
}

static int last_column(const struct store *st, struct str type)
{
	int last = 0;

	for (size_t i = 0; i < st->head.nslots; i++)
		if (str_eq(st->slots[i].type, type) && st->slots[i].column > last)
			last = st->slots[i].column;
	return last;
}

/* Every record of the type, out by the columns it had and in by those it gets. */
static bool for_all(struct store *st, struct str type, enum sql_id what, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_records, "s", type);
	enum got got = GOT_ERROR;
	bool ok = s != NULL;

	while (ok && (got = stmt_next(st, s, e)) == GOT_ROW)
		ok = row(st, sqlite3_column_int64(s, 0), what, e);
	if (s)
		stmt_close(s);
	return ok && got == GOT_END;
}

/* More fields than columns: the rest is found by reading each record. */
static bool add_slots(struct store *st, const struct record_type *t, struct err *e)
{
	int column = last_column(st, t->name);

	for (size_t i = 0; i < t->fields.n; i++) {
		struct slot *slot = &st->slots[st->head.nslots];
		struct str name = t->fields.v[i].name;

		if (!wants(&t->fields.v[i]) || search_column(st, t->name, name))
			continue;
		if (++column >= COLUMNS || st->head.nslots == SLOTS_MAX)
			return true;
		*slot = (struct slot){
		    arena_str(st->arena, t->name), arena_str(st->arena, name), column};
		if (!stmt_run(st, e, SQL_search_field_put, "sis", slot->type, (int64_t)column,
			slot->name))
			return false;
		st->head.nslots++;
	}
	return true;
}

static bool wants_more(const struct store *st, const struct record_type *t)
{
	if (last_column(st, t->name) == COLUMNS - 1 || st->head.nslots == SLOTS_MAX)
		return false;
	for (size_t i = 0; i < t->fields.n; i++)
		if (wants(&t->fields.v[i]) && !search_column(st, t->name, t->fields.v[i].name))
			return true;
	return false;
}

bool search_follow(struct store *st, const struct pack *p, struct err *e)
{
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		if (wants_more(st, t) &&
		    (!for_all(st, t->name, SQL_search_drop, e) || !add_slots(st, t, e) ||
			!for_all(st, t->name, SQL_search_put, e)))
			return false;
	}
	return true;
}
