/* SPDX-License-Identifier: MIT */
/*
 * Comparing the tables with those that the events give: both sides in the order of
 * their keys, side by side, value by value.
 */
#include <stdio.h>
#include <string.h>

#include "store/verify.h"

enum about { ABOUT_RECORD, ABOUT_ID, ABOUT_FAMILY };
static const struct projection {
	const char *table;
	const char *columns; /* the key first */
	int keys;            /* columns of the key */
	enum about about;    /* whose events made a row */
	const char *family, *after;
} projections[] = {
    {"record",
	"ref, id, type, state, queue, band, rank, due, opened, moved, holder, held, wake, "
	"aside, batch, flag, parent, pack, version, notes, views, alerts, final, late_seen, "
	"seat, agreed, blind, blind_from, home_queue, home_due, home_moved, base_version, "
	"base_views, opener, author, drawn, reading, query, fields",
	1, ABOUT_RECORD, NULL, NULL},
    {"record_text", "record, name, body", 2, ABOUT_ID, NULL, NULL},
    {"record_bar", "record, who", 2, ABOUT_ID, NULL, NULL},
    {"shade", "record, under, via, by", 3, ABOUT_ID, NULL, NULL},
    {"part", "record, user, versions, views", 2, ABOUT_ID, NULL, NULL},
    {"did", "record, seq, by, transition, at, cancelled", 3, ABOUT_ID, NULL, NULL},
    {"claim", "record, from_seq, holder, to_seq", 2, ABOUT_ID, NULL, NULL},
    {"answer", "record, seat, question, form, value, reason, by, at, seq, pack, blind", 3,
	ABOUT_ID, NULL, NULL},
    {"sat", "record, seq, who, seat", 2, ABOUT_ID, NULL, NULL},
    {"note", "record, seq, by, at, body", 2, ABOUT_ID, NULL, NULL},
    {"clock", "record, name, started, due, late_seen", 2, ABOUT_ID, NULL, NULL},
    {"alert",
	"seq, record, name, body, due, at, by, level, grew, root, grown, acked, acked_at, "
	"acked_by, acked_text",
	1, ABOUT_ID, NULL, NULL},
    {"alert_role", "alert, pos, role", 2, ABOUT_ID, NULL, NULL},
    {"link",
	"seq, record, other, kind, reason, by, at, at_once, verdict, judged, judged_by, "
	"removed, removed_by",
	1, ABOUT_ID, NULL, NULL},
    {"override",
	"seq, record, transition, state, closed, reason, by, at, agreed, judged, second, "
	"second_reason",
	1, ABOUT_ID, NULL, NULL},
    {"plan",
	"seq, plan, rule, kind, label, expr, always, found, strata, size, percent, least, "
	"first, days, share, confidence, allow, aql, whole, seed, reason, by, at, of, drawn, "
	"frame, head, head_seq, total, sample, closed, passed, text, follow",
	1, ABOUT_FAMILY, "plan.", "plan/"},
    {"item",
	"seq, plan, place, record, stratum, came, seat, author, agreed, stood, second, third, "
	"differ, closed, ended, result",
	1, ABOUT_ID, NULL, NULL},
    {"pair",
	"seq, question, record, plan, first_by, second_by, third_by, first, second, final, "
	"reason, open, at",
	2, ABOUT_ID, NULL, NULL},
    {"query",
	"seq, record, question, form, body, by, who, transition, at, answer, answered, closed, "
	"outcome",
	1, ABOUT_ID, NULL, NULL},
    {"score", "seq, user, record, plan, correct, known, at", 1, ABOUT_ID, NULL, NULL},
    {"trainee", "user, since, paused", 1, ABOUT_FAMILY, "reviewer.", "reviewer/"},
    {"tally",
	"who, type, state, queue, band, final, blind, home, n, held, asleep, unopened, fresh",
	8, ABOUT_FAMILY, "record.", "record/"},
    {"spelling", "key, word", 2, ABOUT_FAMILY, "record.", "record/"},
    {"user", "name, fullname, staff, disabled, away, away_why", 1, ABOUT_FAMILY, "user.",
	"user/"},
    {"user_role", "user, pos, role", 2, ABOUT_FAMILY, "user.", "user/"},
    {"user_skill", "user, competence, until", 2, ABOUT_FAMILY, "user.", "user/"},
    {"saved_view", "user, role, name, expr, ordering, by, seq", 3, ABOUT_FAMILY, "view.",
	"view/"},
    {"batch", "batch, seq, file, source, map, sha256, at, by, rows_read, added, same, changed",
	1, ABOUT_FAMILY, "batch.", "batch/"},
    {"pack_version", "seq, id, name", 1, ABOUT_FAMILY, "pack.", "pack/"},
    {"review", "seq, title, training, owner", 1, ABOUT_FAMILY, "review.", "review/"},
};
enum { PROJECTIONS = sizeof(projections) / sizeof(projections[0]), PROGRESS_EVERY = 4096 };

const char *projection_table(size_t i)
{
	return i < PROJECTIONS ? projections[i].table : NULL;
}

struct side {
	struct store *st;
	sqlite3_stmt *s;
	enum got got;
};
struct comparing {
	struct side live, made;
	const struct projection *p;
	struct arena *arena;
	const struct walk *walk;
	struct verdict *v;
};

static bool open_side(struct side *s, const struct projection *p, struct err *e)
{
	char sql[512];
	int at =
	    snprintf(sql, sizeof(sql), "SELECT %s FROM %s ORDER BY ", p->columns, p->table);
	int rc;

	for (int i = 1; i <= p->keys; i++)
		at += snprintf(sql + at, sizeof(sql) - (size_t)at, i == 1 ? "%d" : ", %d", i);
	rc = sqlite3_prepare_v2(s->st->db, sql, -1, &s->s, NULL);
	return rc == SQLITE_OK || store_fail(s->st, rc, e);
}

static bool next(struct side *s, struct err *e)
{
	if (s->got == GOT_ROW)
		s->got = stmt_next(s->st, s->s, e);
	return s->got != GOT_ERROR;
}

static int compare_text(sqlite3_stmt *x, sqlite3_stmt *y, int i)
{
	return str_cmp(col_view(x, i), col_view(y, i));
}

static int compare_value(sqlite3_stmt *x, sqlite3_stmt *y, int i)
{
	int tx = sqlite3_column_type(x, i), ty = sqlite3_column_type(y, i);

	if (tx != ty)
		return tx < ty ? -1 : 1;
	if (tx == SQLITE_INTEGER) {
		int64_t a = sqlite3_column_int64(x, i), b = sqlite3_column_int64(y, i);
		return (a > b) - (a < b);
	}
	return tx == SQLITE_NULL ? 0 : compare_text(x, y, i);
}

static int compare_keys(const struct comparing *c)
{
	int diff = 0;

	for (int i = 0; diff == 0 && i < c->p->keys; i++)
		diff = compare_value(c->live.s, c->made.s, i);
	return diff;
}

/* The last event that concerned the row. */
static bool last_event(struct comparing *c, sqlite3_stmt *row, int64_t *seq, struct err *e)
{
	struct store *st = c->live.st;
	struct str ref = {0};

	*seq = 0;
	if (c->p->about == ABOUT_FAMILY)
		return stmt_number(st, e, 0, seq, SQL_event_last_of_family, "ss",
		    str_of(c->p->family), str_of(c->p->after));
	if (c->p->about == ABOUT_RECORD) {
		ref = col_text(row, 0, c->arena);
	} else {
		sqlite3_stmt *s =
		    stmt_open(st, e, SQL_event_ref, "i", sqlite3_column_int64(row, 0));
		if (!s)
			return false;
		if (stmt_next(st, s, e) == GOT_ROW)
			ref = col_text(s, 0, c->arena);
		stmt_close(s);
	}
	return stmt_number(st, e, 0, seq, SQL_event_last_of_record, "s", ref);
}

static struct str shown(struct comparing *c, sqlite3_stmt *s, int i)
{
	struct str v = col_view(s, i);

	if (sqlite3_column_type(s, i) == SQLITE_NULL)
		return STR("nothing");
	return arena_printf(c->arena, "'%.*s%s'", (int)(v.n > 60 ? 60 : v.n), v.p ? v.p : "",
	    v.n > 60 ? "..." : "");
}

/* "DVDS-1, triage, identified" */
static struct str key_of(struct comparing *c, sqlite3_stmt *s)
{
	struct buf b = buf_in(c->arena);

	for (int i = 0; i < c->p->keys; i++) {
		buf_puts(&b, i ? ", " : "");
		buf_put(&b, col_view(s, i));
	}
	return arena_str(c->arena, buf_str(&b));
}

static bool say_row(struct comparing *c, sqlite3_stmt *row, const char *what, struct err *e)
{
	int64_t seq;

	if (!last_event(c, row, &seq, e))
		return false;
	finding_add(
	    c->arena, c->v, seq, c->p->table, "row %.*s %s", STR_ARG(key_of(c, row)), what);
	return true;
}

/* One finding a row: its first wrong column. */
static bool compare_columns(struct comparing *c, struct err *e)
{
	int n = sqlite3_column_count(c->live.s);
	int64_t seq;

	for (int i = c->p->keys; i < n; i++) {
		if (compare_value(c->live.s, c->made.s, i) == 0)
			continue;
		if (!last_event(c, c->live.s, &seq, e))
			return false;
		finding_add(c->arena, c->v, seq, c->p->table,
		    "row %.*s: column %s is %.*s, and the events say %.*s",
		    STR_ARG(key_of(c, c->live.s)), sqlite3_column_name(c->live.s, i),
		    STR_ARG(shown(c, c->live.s, i)), STR_ARG(shown(c, c->made.s, i)));
		return true;
	}
	return true;
}

static bool compare_one(struct comparing *c, struct err *e)
{
	int diff = c->live.got != GOT_ROW ? 1 : c->made.got != GOT_ROW ? -1 : compare_keys(c);

	c->v->rows++;
	if (c->walk && c->walk->progress && c->v->rows % PROGRESS_EVERY == 0)
		c->walk->progress(c->walk->ctx, c->p->table, c->v->rows, 0);
	if (diff < 0)
		return say_row(c, c->live.s, "stands there, and no event made it", e) &&
		       next(&c->live, e);
	if (diff > 0)
		return say_row(c, c->made.s, "is missing, and an event made it", e) &&
		       next(&c->made, e);
	return compare_columns(c, e) && next(&c->live, e) && next(&c->made, e);
}

static bool compare_table(struct comparing *c, struct err *e)
{
	bool ok;

	c->live.got = c->made.got = GOT_ROW;
	ok = open_side(&c->live, c->p, e) && open_side(&c->made, c->p, e) &&
	     next(&c->live, e) && next(&c->made, e);
	while (ok && c->v->findings.n < FINDINGS_MAX &&
	       (c->live.got == GOT_ROW || c->made.got == GOT_ROW))
		ok = compare_one(c, e);
	sqlite3_finalize(c->live.s);
	sqlite3_finalize(c->made.s);
	c->live.s = c->made.s = NULL;
	return ok;
}

bool verify_rows(struct store *st, struct store *fresh, struct arena *a, const struct walk *w,
    struct verdict *out, struct err *e)
{
	struct comparing c = {.live.st = st, .made.st = fresh, .arena = a, .walk = w, .v = out};
	bool ok = true;

	for (size_t i = 0; ok && i < PROJECTIONS; i++) {
		c.p = &projections[i];
		ok = compare_table(&c, e);
	}
	return ok;
}
