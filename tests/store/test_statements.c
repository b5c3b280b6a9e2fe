/* SPDX-License-Identifier: MIT */
/* The list of named statements, and how SQLite means to carry each out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lookback/base/io.h"
#include "rig.h"
#include "store/order.h"
#include "store/where.h"
#include "support/toypack.h"

Suite *suite_store_statements(void);

START_TEST(every_statement_prepares_and_is_what_it_says)
{
	struct rig rig;

	rig_open(&rig);
	for (int i = 0; i < SQL_COUNT; i++) {
		const struct sql *sql = sql_of((enum sql_id)i);
		sqlite3_stmt *s = NULL;
		const char *tail;
		ck_assert_msg(
		    sqlite3_prepare_v2(rig.st->db, sql->text, -1, &s, &tail) == SQLITE_OK,
		    "%s: %s", sql->name, sqlite3_errmsg(rig.st->db));
		ck_assert_msg(*tail == '\0', "%s is more than one statement", sql->name);
		ck_assert_msg(!sqlite3_stmt_readonly(s) == (sql->kind == SQL_EXEC),
		    "%s is not of the kind it says", sql->name);
		sqlite3_finalize(s);
	}
	rig_close(&rig);
}
END_TEST

START_TEST(statements_have_different_names_and_texts)
{
	for (int i = 0; i < SQL_COUNT; i++)
		for (int j = 0; j < i; j++) {
			holds(
			    strcmp(sql_of((enum sql_id)i)->name, sql_of((enum sql_id)j)->name));
			holds(
			    strcmp(sql_of((enum sql_id)i)->text, sql_of((enum sql_id)j)->text));
		}
}
END_TEST

/* Tables explain themselves in any SQLite shell, column by column. */
START_TEST(every_table_column_has_its_comment_or_an_obvious_name)
{
	static const char *const obvious[] = {"id", "seq", "actor", "by", "at", "type", "state",
	    "record", "ref", "band", "opened", "name", "body", "question", "form", "value",
	    "transition", "user", "role", "batch", "file", "source", "map", "added", "same",
	    "changed", "rows_read", "title", "training", "owner", "final", "n", "ends", "line",
	    "head", "reason", "held", "place", "due_key", "home_key", "slot"};
	struct rig rig;

	rig_open(&rig);
	for (size_t i = 0; schema_text(i); i++) {
		struct str rest = str_of(schema_text(i)), line;
		if (!str_starts(rest, STR("CREATE TABLE")))
			continue;
		str_cut(&rest, '\n', &line);
		while (str_cut(&rest, '\n', &line)) {
			struct str word = str_trim(line);
			bool known = word.p[0] == ')' || word.p[0] == '-' ||
				     strstr(arena_str(&rig.arena, line).p, "--") ||
				     (word.p[0] >= 'A' && word.p[0] <= 'Z');
			str_cut(&word, ' ', &line);
			for (size_t k = 0; !known && k < COUNT(obvious); k++)
				known = str_is(line, obvious[k]);
			ck_assert_msg(known, "%.40s: column %.*s has no comment",
			    schema_text(i), STR_ARG(line));
		}
	}
	rig_close(&rig);
}
END_TEST

/* ---- plans ------------------------------------------------------------------------ */

static void plan_of(struct rig *rig, struct buf *out, const char *name, const char *sql)
{
	sqlite3_stmt *s;
	struct str text = arena_printf(&rig->arena, "EXPLAIN QUERY PLAN %s", sql);

	buf_printf(out, "%s\n", name);
	if (sqlite3_prepare_v2(rig->st->db, text.p, -1, &s, NULL) != SQLITE_OK)
		ck_abort_msg("%s: %s", name, sqlite3_errmsg(rig->st->db));
	while (sqlite3_step(s) == SQLITE_ROW)
		buf_printf(out, "    %s\n", (const char *)sqlite3_column_text(s, 3));
	sqlite3_finalize(s);
}

/* The text that was composed last, from the cache. */
static const char *last_text(struct rig *rig)
{
	const struct dynamic *last = rig->st->dynamic;

	for (size_t i = 0; i < DYNAMIC_MAX; i++)
		if (rig->st->dynamic[i].used > last->used)
			last = &rig->st->dynamic[i];
	return last->sql.p;
}

/* The text that a page of an order and a condition composes. */
static void page_plan(
    struct rig *rig, struct buf *out, enum order o, const char *where, const struct viewer *v)
{
	struct expr_env env = {.pack = rig->st->pack, .now = rig->now};
	struct page_query q = {.order = o, .limit = 1, .received = STR("received")};
	struct page p;

	done(expr_parse(&rig->arena, str_of(where), &env, &q.where, &rig->err));
	done(record_page(rig->st, &rig->arena, v, &q, &p, &rig->err));
	q.after = p.next;
	done(record_page(rig->st, &rig->arena, v, &q, &p, &rig->err));
	plan_of(rig, out,
	    arena_printf(&rig->arena, "%spage by %s: %s", v->blind ? "blind: " : "",
		order_name(o), where)
		.p,
	    last_text(rig));
}

/* Lists of what hangs on records. */
static void other_plans(struct rig *rig, struct buf *out, const struct viewer *v)
{
	const char *who = v->blind ? "blind: " : "";
	struct strs roles = toy_list(&rig->arena, "supervisor");
	struct alert_query asked = {.open = true, .roles = &roles, .limit = 10};
	struct event_filter log = {.viewer = v, .limit = 20};
	struct override_rows overrides;
	struct alert_rows alerts;
	struct event_rows events;
	struct link_rows links;
	struct tally_rows tally;
	struct records rows;
	struct arena *a = &rig->arena;

	done(record_tally(rig->st, a, v, &tally, &rig->err));
	plan_of(rig, out, arena_printf(a, "%stally", who).p, last_text(rig));
	done(record_children(rig->st, a, v, STR("T-1"), 10, &rows, &rig->err));
	plan_of(rig, out, arena_printf(a, "%schildren", who).p, last_text(rig));
	done(alert_list(rig->st, a, v, &asked, &alerts, &rig->err));
	plan_of(rig, out, arena_printf(a, "%salerts", who).p, last_text(rig));
	done(link_list(rig->st, a, v, STR("T-1"), 10, &links, &rig->err));
	plan_of(rig, out, arena_printf(a, "%slinks", who).p, last_text(rig));
	done(override_list(rig->st, a, v, true, 0, 10, &overrides, &rig->err));
	plan_of(rig, out, arena_printf(a, "%soverrides", who).p, last_text(rig));
	done(store_events(rig->st, a, &log, &events, &rig->err));
	plan_of(rig, out, arena_printf(a, "%slog", who).p, last_text(rig));
}

static void composed_plans(struct rig *rig, struct buf *out, const struct viewer *v)
{
	static const char *const wheres[] = {"", "route:web", "state:triage", "knife",
	    "subject_name:zoe*", "visits>1", "has:holder", "identified:yes", "severity:low",
	    "late:yes", "child:action", "open:action", "did:triage_red", "clock:answer",
	    "alert:yes", "agreed:yes", "regime:old", "author:ann", "drawn:q1", "reading:open",
	    "query:open"};

	for (int o = 0; o < ORDERS; o++)
		page_plan(rig, out, (enum order)o, "", v);
	for (size_t i = 1; i < COUNT(wheres); i++)
		page_plan(rig, out, ORDER_RANK, wheres[i], v);
	other_plans(rig, out, v);
}

static struct str all_plans(struct rig *rig)
{
	struct viewer bob = {.user = STR("bob"), .staff = STR("PC12"), .cases = true};
	struct viewer blind = {.user = STR("cyd"), .cases = true, .blind = true};
	struct buf out = buf_in(&rig->arena);

	for (int i = 0; i < SQL_COUNT; i++)
		if (sql_of((enum sql_id)i)->kind != SQL_EXEC ||
		    !strstr(sql_of((enum sql_id)i)->text, "INSERT"))
			plan_of(rig, &out, sql_of((enum sql_id)i)->name,
			    sql_of((enum sql_id)i)->text);
	composed_plans(rig, &out, &bob);
	rig_say(rig, "ann", EVENT_RECORD_OPENED, "T-9",
	    "{'type':'paper','state':'screening','rank':1,'fields':{},'texts':{},'bars':[],"
	    "'pack':'p1','blind':true}");
	composed_plans(rig, &out, &blind);
	return buf_str(&out);
}

/* A lost index is a difference here. GENERATE=1 writes the file anew. */
START_TEST(statements_are_carried_out_as_they_were_meant)
{
	const char *path = "tests/store/plans.golden", *generate = getenv("GENERATE");
	struct str is, wanted;
	struct rig rig;

	rig_open(&rig);
	ck_assert(store_use_pack(rig.st, toy_pack(&rig.arena), &rig.err));
	rig_story(&rig);
	is = all_plans(&rig);
	if (generate && *generate)
		ck_assert(io_write(path, is, &rig.err));
	ck_assert_msg(
	    io_read(&rig.arena, path, 1 << 20, &wanted, &rig.err), "%s", rig.err.text);
	while (is.n || wanted.n) {
		struct str a = {0}, b = {0};
		str_cut(&is, '\n', &a);
		str_cut(&wanted, '\n', &b);
		ck_assert_msg(
		    str_eq(a, b), "a plan is '%.*s' and was '%.*s'", STR_ARG(a), STR_ARG(b));
	}
	rig_close(&rig);
}
END_TEST

Suite *suite_store_statements(void)
{
	const TTest *const tests[] = {every_statement_prepares_and_is_what_it_says,
	    statements_have_different_names_and_texts,
	    every_table_column_has_its_comment_or_an_obvious_name,
	    statements_are_carried_out_as_they_were_meant};

	return suite_of("statements", tests, COUNT(tests));
}
