/* SPDX-License-Identifier: MIT */
#include "store/search.h"

/* rowid = record * 256 + slot */
static int64_t row_of(int64_t record, int64_t slot)
{
	return record * SLOTS_MAX + slot;
}

bool search_load(struct store *st, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_fields, "");
	enum got got;

	if (!s)
		return false;
	st->head.nslots = 0;
	while ((got = stmt_next(st, s, e)) == GOT_ROW && st->head.nslots < SLOTS_MAX) {
		struct slot *slot = &st->slots[st->head.nslots++];
		slot->no = sqlite3_column_int64(s, 0);
		slot->type = col_text(s, 1, st->arena);
		slot->name = col_text(s, 2, st->arena);
	}
	stmt_close(s);
	return got != GOT_ERROR;
}

int64_t search_slot(const struct store *st, struct str type, struct str name)
{
	for (size_t i = 0; i < st->head.nslots; i++)
		if (str_eq(st->slots[i].name, name) && str_eq(st->slots[i].type, type))
			return st->slots[i].no;
	return 0;
}

static bool put(struct store *st, int64_t record, int64_t slot, struct str text, struct err *e)
{
	return text.n == 0 || stmt_run(st, e, SQL_search_put, "is", row_of(record, slot), text);
}

static bool drop(struct store *st, int64_t record, int64_t slot, struct str text, struct err *e)
{
	return text.n == 0 ||
	       stmt_run(st, e, SQL_search_drop, "is", row_of(record, slot), text);
}

/* In rowid order, which the index likes best. */
bool search_open(struct store *st, int64_t record, struct str type, struct str ref,
    const struct json *fields, const struct json *texts, struct err *e)
{
	if (st->replay)
		return true;
	if (!put(st, record, 0, ref, e))
		return false;
	for (size_t i = 0; i < st->head.nslots; i++) {
		const struct slot *s = &st->slots[i];
		const struct json *j;
		if (!str_eq(s->type, type))
			continue;
		j = json_get_str(texts, s->name);
		if (!j)
			j = json_get_str(fields, s->name);
		if (j && j->kind == J_STR && !put(st, record, s->no, j->s, e))
			return false;
	}
	return true;
}

bool search_change(struct store *st, int64_t record, struct str type, struct str name,
    struct str was, struct str is, struct err *e)
{
	int64_t slot = st->replay ? 0 : search_slot(st, type, name);

	if (slot == 0 || str_eq(was, is))
		return true;
	return drop(st, record, slot, was, e) && put(st, record, slot, is, e);
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

static bool fill_row(struct store *st, sqlite3_stmt *s, const struct slot *slot, struct err *e)
{
	struct arena_mark m = arena_mark(&st->scratch);
	struct str text = col_view(s, 1);
	struct json *fields;
	bool ok = true;

	if (text.n == 0) {
		ok = json_parse(&st->scratch, col_view(s, 2), &fields, e);
		if (ok)
			text = json_get_text(fields, slot->name.p);
	}
	ok = ok && put(st, sqlite3_column_int64(s, 0), slot->no, text, e);
	arena_back(&st->scratch, m);
	return ok;
}

/* Everything that is already there. */
static bool fill(struct store *st, const struct slot *slot, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_search_sources, "ss", slot->type, slot->name);
	enum got got = GOT_END;
	bool ok = s != NULL;

	while (ok && (got = stmt_next(st, s, e)) == GOT_ROW)
		ok = fill_row(st, s, slot, e);
	if (s)
		stmt_close(s);
	return ok && got == GOT_END;
}

static bool add_slot(struct store *st, struct str type, struct str name, struct err *e)
{
	struct slot *slot = &st->slots[st->head.nslots];

	slot->no = (int64_t)st->head.nslots + 1;
	slot->type = arena_str(st->arena, type);
	slot->name = arena_str(st->arena, name);
	if (!stmt_run(st, e, SQL_search_field_put, "iss", slot->no, type, name) ||
	    !fill(st, slot, e))
		return false;
	st->head.nslots++;
	return true;
}

/* More fields than slots: the rest is found by reading each record. */
bool search_follow(struct store *st, const struct pack *p, struct err *e)
{
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->fields.n; j++) {
			struct str name = t->fields.v[j].name;
			if (!wants(&t->fields.v[j]) || search_slot(st, t->name, name))
				continue;
			if (st->head.nslots + 1 < SLOTS_MAX && !add_slot(st, t->name, name, e))
				return false;
		}
	}
	return true;
}
