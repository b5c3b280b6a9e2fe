/* SPDX-License-Identifier: MIT */
/* Statements composed of constant pieces and bound values. */
#include "store/query.h"

struct query query_new(struct store *st, struct arena *a)
{
	return (struct query){.st = st, .arena = a, .sql = buf_in(a)};
}

struct query query_like(const struct query *q)
{
	struct query like = query_new(q->st, q->arena);

	like.sight = q->sight;
	return like;
}

void query_sql(struct query *q, const char *constant)
{
	buf_puts(&q->sql, constant);
}

void query_str(struct query *q, struct str constant)
{
	buf_put(&q->sql, constant);
}

void query_int(struct query *q, int64_t i)
{
	buf_char(&q->sql, '?');
	*arena_push(q->arena, &q->values) = (struct bound_value){.i = i};
}

void query_text(struct query *q, struct str s)
{
	buf_char(&q->sql, '?');
	*arena_push(q->arena, &q->values) = (struct bound_value){.text = true, .s = s};
}

void query_value(struct query *q, struct value v)
{
	if (v.kind == V_INT)
		query_int(q, v.i);
	else
		query_text(q, v.s);
}

void query_in(struct query *q, const struct value *v, size_t n)
{
	query_sql(q, " IN (");
	for (size_t i = 0; i < n; i++) {
		query_sql(q, i ? "," : "");
		query_value(q, v[i]);
	}
	query_sql(q, ")");
}

void query_join(struct query *q, const struct query *part)
{
	query_str(q, buf_str(&part->sql));
	for (size_t i = 0; i < part->values.n; i++)
		*arena_push(q->arena, &q->values) = part->values.v[i];
	if (part->failed && !q->failed)
		q->why = part->why;
	q->failed |= part->failed;
}

/* The place of a known statement, else the one used longest ago. */
static struct dynamic *place_of(struct store *st, struct str sql)
{
	struct dynamic *old = &st->dynamic[0];

	for (size_t i = 0; i < DYNAMIC_MAX; i++) {
		struct dynamic *d = &st->dynamic[i];
		if (d->stmt && str_eq(d->sql, sql))
			return d;
		if (!d->stmt || d->used < old->used)
			old = d;
	}
	if (old->stmt) {
		sqlite3_finalize(old->stmt);
		arena_clear(&old->text);
		old->stmt = NULL;
	}
	return old;
}

static sqlite3_stmt *prepare(struct query *q, struct err *e)
{
	struct str sql = buf_str(&q->sql);
	struct dynamic *d = place_of(q->st, sql);
	int rc;

	d->used = ++q->st->clock;
	if (d->stmt)
		return d->stmt;
	rc = sqlite3_prepare_v3(
	    q->st->db, sql.p, (int)sql.n, SQLITE_PREPARE_PERSISTENT, &d->stmt, NULL);
	if (rc != SQLITE_OK) {
		store_fail(q->st, rc, e);
		return NULL;
	}
	d->sql = arena_str(&d->text, sql);
	return d->stmt;
}

sqlite3_stmt *query_open(struct query *q, struct err *e)
{
	sqlite3_stmt *s;

	if (q->failed) {
		*e = q->why;
		return NULL;
	}
	s = prepare(q, e);
	if (!s)
		return NULL;
	if (sqlite3_stmt_busy(s))
		BUG("a composed statement is still open");
	for (size_t i = 0; i < q->values.n; i++) {
		const struct bound_value *v = &q->values.v[i];
		int at = (int)i + 1;
		int rc = v->text ? sqlite3_bind_text(
				       s, at, v->s.p ? v->s.p : "", (int)v->s.n, SQLITE_STATIC)
				 : sqlite3_bind_int64(s, at, v->i);
		if (rc != SQLITE_OK) {
			store_fail(q->st, rc, e);
			stmt_close(s);
			return NULL;
		}
	}
	return s;
}

bool query_number(struct query *q, int64_t *out, struct err *e)
{
	sqlite3_stmt *s = query_open(q, e);
	enum got got;

	if (!s)
		return false;
	got = stmt_next(q->st, s, e);
	*out = got == GOT_ROW ? sqlite3_column_int64(s, 0) : 0;
	stmt_close(s);
	return got != GOT_ERROR;
}
