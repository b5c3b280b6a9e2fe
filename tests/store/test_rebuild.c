/* SPDX-License-Identifier: MIT */
/* What is kept up to date event by event is what the events give when replayed. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "history.h"
#include "store/search.h"
#include "store/verify.h"
#include "support/toypack.h"

Suite *suite_store_rebuild(void);

enum { HISTORIES = 12, EVENTS_EACH = 300, EVENTS_LONG = 1600 };

static void live(struct rig *rig, int seed, struct dice *d)
{
	int n = seed >= 400 ? EVENTS_LONG : EVENTS_EACH; /* long enough for every column */

	rig_open(rig);
	*d = dice_seed((uint64_t)seed + 1);
	done(store_use_pack(rig->st, toy_pack(&rig->arena), &rig->err));
	history_run(rig, d, n);
}

START_TEST(rebuilt_tables_are_the_live_ones)
{
	struct rig rig;
	struct dice d;
	struct verdict v;

	live(&rig, _i, &d);
	v = rig_verify(&rig);
	ck_assert_str_eq(rig_findings(&rig, &v).p, "");
	ck_assert_int_ge(v.events, EVENTS_EACH);
	rig_close(&rig);
}
END_TEST

/* The kept counters against the records themselves. */
static const char counted[] =
    "SELECT group_concat(line, ';') FROM (SELECT printf('%s %s %s %s %d %d %d %d %d', type, "
    "state, coalesce(queue,''), coalesce(band,''), final, count(*), sum(holder IS NOT NULL), "
    "sum(holder IS NULL AND wake IS NOT NULL), sum(views = 0)) AS line FROM record r WHERE ";
static const char grouped[] =
    " GROUP BY type, state, coalesce(queue,''), coalesce(band,''), final"
    " ORDER BY type, state, coalesce(queue,''), coalesce(band,''), final)";

static struct str tally_text(struct rig *rig, const struct viewer *v)
{
	struct buf b = buf_in(&rig->arena);
	struct tally_rows rows;

	done(record_tally(rig->st, &rig->arena, v, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++) {
		const struct tally_row *t = &rows.v[i];
		buf_printf(&b, "%s%.*s %.*s %.*s %.*s %d %d %d %d %d", i ? ";" : "",
		    STR_ARG(t->type), STR_ARG(t->state), STR_ARG(t->queue), STR_ARG(t->band),
		    t->final, (int)t->n, (int)t->held, (int)t->asleep, (int)t->unopened);
	}
	return arena_str(&rig->arena, buf_str(&b));
}

START_TEST(kept_counters_are_the_counted_ones)
{
	struct viewer bob = {.user = STR("bob"), .staff = STR("PC12"), .cases = true};
	struct viewer blind = {.user = STR("clerk")};
	struct rig rig;
	struct dice d;
	struct str sql;

	live(&rig, _i, &d);
	sql = rig_ask(&rig, "%s1%s", counted, grouped);
	ck_assert_str_eq(tally_text(&rig, &everything).p, sql.p);
	sql = rig_ask(&rig,
	    "%sNOT EXISTS (SELECT 1 FROM record_bar b WHERE b.record = r.id AND b.who IN "
	    "('PC12','@bob'))%s",
	    counted, grouped);
	ck_assert_str_eq(tally_text(&rig, &bob).p, sql.p);
	ck_assert_uint_eq(tally_text(&rig, &blind).n, 0);
	rig_close(&rig);
}
END_TEST

/* Every word of every record, asked of the index and of the texts. */
START_TEST(the_full_text_follows_every_change)
{
	static const char *const asked[] = {"knife", "cafe", "zoe", "night", "2016", "h 07"};
	struct expr_env env;
	struct rig rig;
	struct dice d;

	live(&rig, _i, &d);
	env = (struct expr_env){.pack = rig.st->pack, .now = rig.now};
	for (size_t i = 0; i < COUNT(asked); i++) {
		struct str text = arena_printf(&rig.arena, "\"%s\"", asked[i]);
		int64_t by_index, by_reading;
		const struct expr *x;
		size_t slots = rig.st->head.nslots;
		ck_assert(expr_parse(&rig.arena, text, &env, &x, &rig.err));
		ck_assert(record_count(
		    rig.st, &rig.arena, &everything, x, rig.now, &by_index, &rig.err));
		rig.st->head.nslots = 0;
		ck_assert(record_count(
		    rig.st, &rig.arena, &everything, x, rig.now, &by_reading, &rig.err));
		rig.st->head.nslots = slots;
		ck_assert_int_eq(by_index, by_reading);
	}
	/* the index checks itself: every row in it is whole */
	ck_assert_int_eq(
	    sqlite3_exec(rig.st->db, "INSERT INTO search(search) VALUES('integrity-check')",
		NULL, NULL, NULL),
	    SQLITE_OK);
	rig_close(&rig);
}
END_TEST

/* ---- random damage ---------------------------------------------------------------- */

static struct str cell(struct rig *rig, const char *table, const char *column, int64_t at)
{
	return rig_ask(
	    rig, "SELECT quote(%s) FROM %s LIMIT 1 OFFSET %lld", column, table, (long long)at);
}

static const struct {
	const char *table, *column;
} cells[] = {{"event", "at"}, {"event", "actor"}, {"event", "session"}, {"event", "type"},
    {"event", "record"}, {"event", "body"}, {"event", "salt"}, {"event", "content"},
    {"event", "head"}, {"record", "ref"}, {"record", "state"}, {"record", "rank"},
    {"record", "opened"}, {"record", "fields"}, {"record", "views"}, {"record", "version"},
    {"record_text", "body"}, {"did", "by"}, {"claim", "holder"}, {"answer", "value"},
    {"note", "body"}, {"tally", "n"}, {"tally", "unopened"}, {"user", "fullname"}};
/* Each column of what the engine keeps. */
static const struct {
	const char *table, *columns;
} kept[] = {
    {"record",
	"aside alerts late_seen seat agreed blind blind_from home_queue home_due home_moved "
	"base_version base_views opener author drawn reading query"},
    {"record_bar", "who"},
    {"shade", "under via by"},
    {"part", "user versions views"},
    {"did", "cancelled transition at"},
    {"answer", "blind seat reason seq"},
    {"sat", "seq who seat"},
    {"clock", "name started due late_seen"},
    {"alert",
	"name body due at by level grew root grown acked acked_at acked_by acked_text record"},
    {"alert_role", "pos role"},
    {"link",
	"record other kind reason by at at_once verdict judged judged_by removed removed_by"},
    {"override",
	"record transition state closed reason by at agreed judged second second_reason"},
    {"plan",
	"seq plan rule kind label expr always found strata size percent least first days share "
	"confidence allow aql whole seed reason by at of drawn frame head head_seq total "
	"sample "
	"closed passed text follow"},
    {"item",
	"plan place stratum came seat author agreed stood second third differ closed ended "
	"result"},
    {"pair",
	"question seq record plan first_by second_by third_by first second final reason open "
	"at"},
    {"query", "question form body by who transition at answer answered closed outcome"},
    {"score", "seq user plan correct known at"},
    {"trainee", "user since paused"},
    {"tally", "who queue blind home held asleep fresh"},
    {"user_skill", "user competence until"},
};

/* A value of the same kind that differs by a little. */
static struct str altered(struct rig *rig, struct dice *d, struct str was)
{
	char *p = (char *)arena_str(&rig->arena, was).p;
	size_t from = p[0] == 'X' ? 2 : 1, at;

	if (p[0] != 'X' && p[0] != '\'')
		return arena_printf(&rig->arena, "%.*s + 1", STR_ARG(was));
	if (was.n < from + 2)
		return STR("'new'");
	do /* a letter or digit: an index over a member of the value must still be written */
		at = from + dice_below(d, was.n - from - 1);
	while (!isalnum((unsigned char)p[at]));
	p[at] = p[at] == '7' ? '3' : '7';
	return (struct str){p, was.n};
}

static void replace(struct rig *rig, size_t c, struct str was, struct str is)
{
	struct str damage, fixed = rig_ask(rig, "SELECT sql FROM sqlite_schema WHERE name = "
						"'event_fixed'");

	rig_damage(rig,
	    arena_printf(&rig->arena,
		"BEGIN; DROP TRIGGER event_fixed; UPDATE %s SET %s = %.*s WHERE %s = %.*s; "
		"%.*s; COMMIT",
		cells[c].table, cells[c].column, STR_ARG(is), cells[c].column, STR_ARG(was),
		STR_ARG(fixed))
		.p);
	rig_reopen(rig, &damage);
}

static bool stands(struct rig *rig, size_t c, struct str value)
{
	return rig_ask(rig, "SELECT 1 FROM %s WHERE %s = %.*s", cells[c].table, cells[c].column,
		   STR_ARG(value))
		   .n > 0;
}

/* Back again after each, so that every one is found by itself. */
START_TEST(any_altered_cell_is_found)
{
	struct rig rig;
	struct dice d;
	int tried = 0;

	live(&rig, 99, &d);
	while (tried < 60) {
		size_t c = dice_below(&d, COUNT(cells));
		struct str rows = rig_ask(&rig, "SELECT count(*) FROM %s", cells[c].table);
		struct str was, is;
		int64_t n;
		holds(str_int(rows, &n) && n > 0);
		was = cell(&rig, cells[c].table, cells[c].column,
		    (int64_t)dice_below(&d, (uint64_t)n));
		is = altered(&rig, &d, was);
		if (str_is(was, "NULL") || stands(&rig, c, is))
			continue;
		replace(&rig, c, was, is);
		if (rig_verify(&rig).findings.n == 0)
			ck_abort_msg("%s.%s: %.*s for %.*s was not found", cells[c].table,
			    cells[c].column, STR_ARG(is), STR_ARG(was));
		replace(&rig, c, is, was);
		holds(rig_verify(&rig).findings.n == 0);
		tried++;
	}
	rig_close(&rig);
}
END_TEST

static struct str other_value(struct rig *rig, const char *column, struct str was)
{
	static const char *const references[] = {"record", "other", "under", "via"};

	for (size_t i = 0; i < COUNT(references); i++)
		if (strcmp(column, references[i]) == 0)
			return STR("(SELECT max(id) FROM record)");
	return was.p[0] == '\'' ? STR("'new'")
				: arena_printf(&rig->arena, "%.*s + 1", STR_ARG(was));
}

/* Some row of the table gets something else in this column, and then its own again. */
static size_t found_in(
    struct rig *rig, struct rig *twin, struct dice *d, const char *table, const char *column)
{
	struct str rows =
	    rig_ask(rig, "SELECT count(*) FROM %s WHERE %s IS NOT NULL", table, column);
	struct verdict v = {0};
	struct str was, sql;
	int64_t n;

	if (!str_int(rows, &n) || n == 0)
		ck_abort_msg("no history gave a %s.%s", table, column);
	was = rig_ask(rig, "SELECT quote(%s) FROM %s WHERE %s IS NOT NULL LIMIT 1 OFFSET %lld",
	    column, table, column, (long long)dice_below(d, (uint64_t)n));
	sql = arena_printf(&rig->arena,
	    "SAVEPOINT x; UPDATE OR IGNORE %s SET %s = %.*s WHERE %s = %.*s", table, column,
	    STR_ARG(other_value(rig, column, was)), column, STR_ARG(was));
	done(store_exec(rig->st, "PRAGMA foreign_keys = OFF", &rig->err));
	done(store_exec(rig->st, sql.p, &rig->err));
	done(verify_rows(rig->st, twin->st, &rig->arena, NULL, &v, &rig->err));
	done(store_exec(rig->st, "ROLLBACK TO x; RELEASE x", &rig->err));
	return v.findings.n;
}

/* Each column of what the engine keeps, against the same history made once more. */
START_TEST(any_altered_cell_of_the_engine_is_found)
{
	struct rig rig, twin;
	struct verdict v = {0};
	struct dice d;

	live(&twin, 400, &d);
	live(&rig, 400, &d);
	ck_assert(verify_rows(rig.st, twin.st, &rig.arena, NULL, &v, &rig.err));
	ck_assert_str_eq(rig_findings(&rig, &v).p, "");
	for (size_t i = 0; i < COUNT(kept); i++) {
		struct str rest = str_of(kept[i].columns), column;
		while (str_cut(&rest, ' ', &column))
			if (found_in(&rig, &twin, &d, kept[i].table,
				arena_str(&rig.arena, column).p) == 0)
				ck_abort_msg("%s.%.*s was altered and not found", kept[i].table,
				    STR_ARG(column));
	}
	rig_close(&twin);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_rebuild(void)
{
	Suite *s = suite_create("rebuild");
	TCase *c = tcase_create("rebuild");

	tcase_add_loop_test(c, rebuilt_tables_are_the_live_ones, 0, HISTORIES);
	tcase_add_loop_test(c, kept_counters_are_the_counted_ones, 0, HISTORIES);
	tcase_add_loop_test(c, the_full_text_follows_every_change, 0, 3);
	tcase_add_test(c, any_altered_cell_is_found);
	tcase_add_test(c, any_altered_cell_of_the_engine_is_found);
	suite_add_tcase(s, c);
	return s;
}
