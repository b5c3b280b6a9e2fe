/* SPDX-License-Identifier: MIT */
/*
 * The pack in force, as far as the store cares: what is searched, which fields have an
 * index, how many points a day a type gains. Indexes and full text are no facts; they
 * are made when a pack wants them and stay.
 */
#include "lookback/store/record.h"
#include "store/fields.h"
#include "store/search.h"

static bool safe_name(struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_')
			return false;
	}
	return name.n > 0 && name.n <= 64;
}

struct str field_sql(struct arena *a, struct str name)
{
	if (!safe_name(name))
		BUG("field '%.*s' cannot stand in a statement", STR_ARG(name));
	return arena_printf(a, "json_extract(r.fields,'$.%.*s')", STR_ARG(name));
}

struct str field_key_sql(struct arena *a, struct str name)
{
	return arena_printf(a, "ifnull(%.*s,'~')", STR_ARG(field_sql(a, name)));
}

bool field_is_indexed(const struct store *st, struct str name)
{
	for (size_t i = 0; st->pack && i < st->pack->types.n; i++) {
		const struct field *f = type_field(&st->pack->types.v[i], name);
		if (f && f->index && field_index_helps(f->spec.type))
			return true;
	}
	return false;
}

/* Lines are compared folded, which is the full text's work. */
bool field_index_helps(enum vtype t)
{
	switch (t) {
	case VT_INT:
	case VT_DATE:
	case VT_CHOICE:
		return true;
	case VT_LINE:
	case VT_TEXT:
	case VT_CHOICES:
	case VT_STAFF:
	case VT_TIME:
	case VT_USER:
		return false;
	}
	return false;
}

static bool make_index(struct store *st, const struct field *f, struct err *e)
{
	struct arena_mark m = arena_mark(&st->scratch);
	struct str sql;
	bool ok;

	if (!safe_name(f->name))
		return err_set(e, ERR_INPUT,
		    "field %.*s: a name is lower-case letters, digits and _", STR_ARG(f->name));
	sql = arena_printf(&st->scratch,
	    "CREATE INDEX IF NOT EXISTS field_%.*s ON record"
	    "(ifnull(json_extract(fields,'$.%.*s'),'~'))",
	    STR_ARG(f->name), STR_ARG(f->name));
	ok = store_exec(st, sql.p, e);
	arena_back(&st->scratch, m);
	return ok;
}

static bool make_indexes(struct store *st, const struct pack *p, struct err *e)
{
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->fields.n; j++) {
			const struct field *f = &t->fields.v[j];
			if (f->index && field_index_helps(f->spec.type) &&
			    !make_index(st, f, e))
				return false;
		}
	}
	return true;
}

int64_t type_per_day(const struct record_type *t)
{
	int64_t sum = 0;

	for (size_t i = 0; i < t->ranks.n; i++)
		sum += t->ranks.v[i].per_day;
	return sum;
}

/* Outside a round this is a round of its own. A damaged database is only read. */
bool store_use_pack(struct store *st, const struct pack *p, struct err *e)
{
	bool own = st->txn == TXN_NONE;
	bool ok;

	st->pack = p;
	if (st->damaged)
		return true;
	if (own && !store_begin(st, e))
		return false;
	ok = make_indexes(st, p, e) && search_follow(st, p, e);
	if (own && ok)
		return store_commit(st, e);
	if (own)
		store_rollback(st);
	return ok;
}
