/* SPDX-License-Identifier: MIT */
/* Accounts, imports and packs, read from their projections. */
#include "lookback/store/people.h"

#include "store/inner.h"

static void read_user(sqlite3_stmt *s, struct arena *a, struct user_row *out)
{
	*out = (struct user_row){.name = col_text(s, 0, a),
	    .full = col_text(s, 1, a),
	    .staff = col_text(s, 2, a),
	    .disabled = sqlite3_column_int(s, 3) != 0,
	    .away = NO_DAY,
	    .away_why = col_text(s, 5, a)};
	if (!day_read(col_view(s, 4), &out->away))
		out->away = NO_DAY;
}

static bool load_roles(struct store *st, struct arena *a, struct user_row *u, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_role_list, "s", u->name);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		*arena_push(a, &u->roles) = col_text(s, 0, a);
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static bool load_skills(struct store *st, struct arena *a, struct user_row *u, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_skill_list, "s", u->name);
	enum got got = GOT_ERROR;

	while (s && (got = stmt_next(st, s, e)) == GOT_ROW) {
		struct skill *k = arena_push(a, &u->skills);
		*k = (struct skill){.competence = col_text(s, 0, a), .until = NO_DAY};
		if (!day_read(col_view(s, 1), &k->until))
			k->until = NO_DAY;
	}
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

static bool load_user(struct store *st, struct arena *a, struct user_row *u, struct err *e)
{
	return load_roles(st, a, u, e) && load_skills(st, a, u, e);
}

bool user_get(
    struct store *st, struct arena *a, struct str name, struct user_row *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_user_one, "s", name);
	enum got got;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	if (got == GOT_ROW)
		read_user(s, a, out);
	stmt_close(s);
	if (got == GOT_END)
		return err_set(e, ERR_NOT_FOUND, "there is no account %.*s", STR_ARG(name));
	return got == GOT_ROW && load_user(st, a, out, e);
}

bool user_all(struct store *st, struct arena *a, struct user_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_user_list, "");
	enum got got = GOT_ERROR;

	*out = (struct user_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		read_user(s, a, arena_push(a, out));
	if (s)
		stmt_close(s);
	for (size_t i = 0; got == GOT_END && i < out->n; i++)
		if (!load_user(st, a, &out->v[i], e))
			return false;
	return got != GOT_ERROR;
}

static void read_batch(sqlite3_stmt *s, struct arena *a, struct batch_row *out)
{
	*out = (struct batch_row){.batch = col_text(s, 0, a),
	    .file = col_text(s, 1, a),
	    .source = col_text(s, 2, a),
	    .map = col_text(s, 3, a),
	    .sha256 = col_text(s, 4, a),
	    .at = col_text(s, 5, a),
	    .by = col_text(s, 6, a),
	    .read = sqlite3_column_int64(s, 7),
	    .added = sqlite3_column_int64(s, 8),
	    .same = sqlite3_column_int64(s, 9),
	    .changed = sqlite3_column_int64(s, 10)};
}

bool batch_get(
    struct store *st, struct arena *a, struct str batch, struct batch_row *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_batch_one, "s", batch);
	enum got got;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	if (got == GOT_ROW)
		read_batch(s, a, out);
	stmt_close(s);
	if (got == GOT_END)
		return err_set(e, ERR_NOT_FOUND, "there is no batch %.*s", STR_ARG(batch));
	return got == GOT_ROW;
}

bool batch_all(struct store *st, struct arena *a, struct batch_rows *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_batch_list, "");
	enum got got = GOT_ERROR;

	*out = (struct batch_rows){0};
	while (s && (got = stmt_next(st, s, e)) == GOT_ROW)
		read_batch(s, a, arena_push(a, out));
	if (s)
		stmt_close(s);
	return got != GOT_ERROR;
}

/* ---- one import's references ------------------------------------------------- */

bool scratch_begin(struct store *st, struct err *e)
{
	return stmt_run(st, e, SQL_scratch_clear, "");
}

bool scratch_ref(struct store *st, struct str ref, int64_t line, int64_t *seen, struct err *e)
{
	*seen = 0;
	if (!stmt_run(st, e, SQL_scratch_put, "si", ref, line))
		return false;
	if (sqlite3_changes(st->db) > 0)
		return true;
	return stmt_number(st, e, 0, seen, SQL_scratch_line, "s", ref);
}

/* After a failed round it is empty anyway. */
void scratch_end(struct store *st)
{
	struct err e;

	if (!st->spoiled && !st->dead && !stmt_run(st, &e, SQL_scratch_clear, ""))
		st->spoiled = true;
}

/* ---- the review ---------------------------------------------------------------- */

static bool load_review(
    struct store *st, struct arena *a, struct review_row *out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_review_one, "");
	enum got got = GOT_ERROR;

	if (s && (got = stmt_next(st, s, e)) == GOT_ROW) {
		out->title = col_text(s, 0, a);
		out->training = sqlite3_column_int(s, 1) != 0;
		out->owner = col_text(s, 2, a);
	}
	if (s)
		stmt_close(s);
	if (got == GOT_END)
		return err_set(e, ERR_NOT_FOUND, "the review in this file was never opened");
	return got == GOT_ROW;
}

static bool read_pack(sqlite3_stmt *s, struct arena *a, struct review_row *out, struct err *e)
{
	struct json *body;

	out->pack = col_text(s, 0, a);
	out->pack_name = col_text(s, 1, a);
	if (!json_parse(a, col_view(s, 2), &body, e)) {
		e->kind = ERR_CORRUPT;
		return err_add(e, "the pack in force cannot be read");
	}
	out->files = json_get(body, "files");
	return true;
}

bool pack_files(
    struct store *st, struct arena *a, struct str id, const struct json **out, struct err *e)
{
	sqlite3_stmt *s = stmt_open(st, e, SQL_pack_body, "s", id);
	struct json *body;
	enum got got;
	bool ok;

	if (!s)
		return false;
	got = stmt_next(st, s, e);
	ok = got == GOT_ROW && json_parse(a, col_view(s, 0), &body, e);
	stmt_close(s);
	if (ok)
		*out = json_get(body, "files");
	else if (got == GOT_END)
		err_set(e, ERR_NOT_FOUND, "no pack with the id %.*s was ever in force",
		    STR_ARG(id));
	return ok;
}

bool review_row_get(struct store *st, struct arena *a, struct review_row *out, struct err *e)
{
	enum got got = GOT_ERROR;
	sqlite3_stmt *s;
	bool ok;

	*out = (struct review_row){0};
	if (!load_review(st, a, out, e))
		return false;
	s = stmt_open(st, e, SQL_pack_last, "");
	if (!s)
		return false;
	got = stmt_next(st, s, e);
	ok = got == GOT_ROW && read_pack(s, a, out, e);
	stmt_close(s);
	if (got == GOT_END)
		return err_set(e, ERR_NOT_FOUND, "no pack is in force");
	return ok;
}
