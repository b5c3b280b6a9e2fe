/* SPDX-License-Identifier: MIT */
/* Damage done with plain SQLite to a closed file, and what verification says of it. */
#include <string.h>

#include "rig.h"

Suite *suite_store_damage(void);

#define NO_TRIGGERS                                                                            \
	"DROP TRIGGER event_stays; DROP TRIGGER event_fixed; DROP TRIGGER event_follows;"

/* Opens a damaged file: reading is possible, or was never in question. */
static void look_again(struct rig *rig)
{
	struct str damage;

	rig_reopen(rig, &damage);
}

/* Some finding names this event and table and holds this text. */
static void found(struct rig *rig, int64_t seq, const char *table, const char *text)
{
	struct verdict v = rig_verify(rig);

	for (size_t i = 0; i < v.findings.n; i++) {
		const struct finding *f = &v.findings.v[i];
		if (f->seq == seq && str_is(f->table, table) && strstr(f->text.p, text))
			return;
	}
	ck_abort_msg("event %lld, table %s, '%s' is not among the findings:\n%.*s",
	    (long long)seq, table, text, STR_ARG(rig_findings(rig, &v)));
}

/* Who takes the triggers away to alter an event puts them back. */
static void tamper(struct rig *rig, const char *sql)
{
	struct buf b = buf_in(&rig->arena);

	buf_puts(&b, sql);
	buf_char(&b, ';');
	for (size_t i = 0; schema_text(i); i++) {
		struct str rest = str_of(schema_text(i)), head = STR("CREATE TRIGGER ");
		if (str_starts(rest, head))
			buf_printf(&b, "CREATE TRIGGER IF NOT EXISTS %s", rest.p + head.n);
	}
	rig_damage(rig, arena_str(&rig->arena, buf_str(&b)).p);
}

static void damaged(struct rig *rig, const char *sql)
{
	rig_open(rig);
	rig_story(rig);
	tamper(rig, sql);
	look_again(rig);
}

START_TEST(nothing_is_found_where_nothing_was_done)
{
	struct rig rig;
	struct verdict v;

	rig_open(&rig);
	rig_story(&rig);
	v = rig_verify(&rig);
	ck_assert_str_eq(rig_findings(&rig, &v).p, "");
	ck_assert_int_eq(v.events, 29);
	ck_assert_int_gt(v.rows, 25);
	ck_assert(hash_eq(v.head, rig.st->head.head));
	rig_close(&rig);
}
END_TEST

/* What guards the log, or would act in its name, is looked at like a row. */
static const struct {
	const char *sql, *says;
} reshaped[] = {
    {"DROP TRIGGER event_fixed", "missing in the file: CREATE TRIGGER event_fixed"},
    {"DROP TRIGGER event_fixed; CREATE TRIGGER event_fixed BEFORE UPDATE ON event WHEN 0 "
     "BEGIN SELECT 1; END",
	"the trigger event_fixed is none of this program's"},
    {"DROP INDEX claim_one", "missing in the file: CREATE UNIQUE INDEX claim_one"},
    {"CREATE TRIGGER kind AFTER INSERT ON note BEGIN DELETE FROM record_bar; END",
	"the trigger kind is none of this program's"},
    {"CREATE TABLE more (x)", "the table more is none of this program's"},
    {"CREATE VIEW search_data2 AS SELECT 1", "the view search_data2 is none"},
    {"PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') "
     "WHERE name = 'note'",
	"the table note is none of this program's"},
};

START_TEST(a_schema_that_was_altered_is_found_and_not_written_to)
{
	struct rig rig;
	struct str damage;

	rig_open(&rig);
	rig_story(&rig);
	rig_damage(&rig, reshaped[_i].sql);
	rig_reopen(&rig, &damage);
	ck_assert_msg(damage.n && strstr(damage.p, reshaped[_i].says), "%s", damage.p);
	found(&rig, 0, "schema", reshaped[_i].says);
	rig_close(&rig);
}
END_TEST

START_TEST(an_edited_body_is_found)
{
	struct rig rig;

	damaged(&rig,
	    NO_TRIGGERS "UPDATE event SET body = replace(body, 'yes', 'no') WHERE seq = 15");
	found(&rig, 15, "event", "its body is not what was written");
	rig_close(&rig);
}
END_TEST

START_TEST(an_edited_actor_is_found)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "UPDATE event SET actor = 'cyd' WHERE seq = 19");
	found(&rig, 19, "event", "does not follow");
	found(&rig, 19, "did", "row 9, 19, bob stands there, and no event made it");
	found(&rig, 19, "did", "row 9, 19, cyd is missing");
	rig_close(&rig);
}
END_TEST

START_TEST(a_deleted_event_is_found)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq = 16");
	found(&rig, 16, "event", "the event is missing");
	found(&rig, 17, "event", "does not follow");
	rig_close(&rig);
}
END_TEST

START_TEST(several_deleted_events_are_named_by_their_ends)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq BETWEEN 14 AND 16");
	found(&rig, 14, "event", "events 14 to 16 are missing");
	rig_close(&rig);
}
END_TEST

START_TEST(a_deleted_event_with_the_rest_renumbered_is_found)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq = 16;"
				  "UPDATE event SET seq = seq - 1 WHERE seq > 16");
	found(&rig, 16, "event", "does not follow");
	found(&rig, 29, "event", "the last good check saw this event, and it is gone");
	rig_close(&rig);
}
END_TEST

START_TEST(an_inserted_event_is_found)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS
	    "UPDATE event SET seq = -seq - 1 WHERE seq >= 16;"
	    "UPDATE event SET seq = -seq WHERE seq < 0;"
	    "INSERT INTO event SELECT 16, at, actor, session, 'note.added', record,"
	    " '{\"text\":\"forged\"}', salt, NULL, content, head FROM event WHERE seq = 15");
	found(&rig, 16, "event", "its body is not what was written");
	found(&rig, 16, "event", "does not follow");
	found(&rig, 20, "note", "row 9, 16 is missing, and an event made it");
	rig_close(&rig);
}
END_TEST

START_TEST(two_swapped_events_are_found)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "UPDATE event SET seq = 1000 WHERE seq = 15;"
				  "UPDATE event SET seq = 15 WHERE seq = 16;"
				  "UPDATE event SET seq = 16 WHERE seq = 1000");
	found(&rig, 15, "event", "does not follow");
	found(&rig, 16, "event", "does not follow");
	found(&rig, 16, "event", "its instant is before");
	rig_close(&rig);
}
END_TEST

/* Without an anchor the tables and the last good check tell it. */
START_TEST(a_cut_tail_is_found_by_the_tables)
{
	struct rig rig;

	damaged(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq > 27; DELETE FROM mark");
	found(
	    &rig, 25, "record", "row T-3: column holder is 'bob', and the events say nothing");
	found(&rig, 25, "claim", "row 11, 29 stands there, and no event made it");
	found(&rig, 27, "event", "the end of the chain was cut off");
	rig_close(&rig);
}
END_TEST

START_TEST(a_cut_tail_is_found_by_the_last_good_check)
{
	struct rig rig;
	struct str damage;

	rig_open(&rig);
	rig_story(&rig);
	tamper(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq > 27");
	rig_reopen(&rig, &damage);
	ck_assert_ptr_nonnull(strstr(damage.p, "event 29: the last good check saw this event"));
	rig_close(&rig);
}
END_TEST

static struct verdict against(struct rig *rig, int64_t seq, const char *hex)
{
	struct hash anchor = {0};
	struct verdict v;

	holds(hex_read(str_of(hex), anchor.b, HASH_LEN));
	done(store_verify(rig->st, &rig->arena, seq, &anchor, NULL, NULL, &v, &rig->err));
	return v;
}

START_TEST(a_cut_tail_with_its_tables_is_found_by_an_anchor)
{
	struct rig rig;
	struct verdict v;
	struct str hex;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(&rig, "ann", EVENT_LOG_READ, "", "{'filter':'','first':1,'last':2}");
	hex = rig_ask(&rig, "SELECT lower(hex(head)) FROM event WHERE seq = 30");
	tamper(&rig, NO_TRIGGERS "DELETE FROM event WHERE seq = 30; DELETE FROM mark");
	look_again(&rig);
	v = rig_verify(&rig);
	ck_assert_uint_eq(v.findings.n, 0);
	v = against(&rig, 30, hex.p);
	ck_assert_uint_eq(v.findings.n, 1);
	ck_assert_int_eq(v.findings.v[0].seq, 30);
	ck_assert_ptr_nonnull(strstr(v.findings.v[0].text.p, "the chain ends at 29"));
	rig_close(&rig);
}
END_TEST

/* A whole second review with the same seqs is a valid chain, but not this one. */
START_TEST(a_chain_made_anew_is_found_by_an_anchor)
{
	struct rig rig, other;
	struct verdict v;
	struct str hex;

	rig_open(&other);
	rig_story(&other);
	hex = rig_ask(&other, "SELECT lower(hex(head)) FROM event WHERE seq = 20");
	rig_open(&rig);
	rig_story(&rig);
	v = rig_verify(&rig);
	ck_assert_uint_eq(v.findings.n, 0);
	v = against(&rig, 20, hex.p);
	ck_assert_uint_eq(v.findings.n, 1);
	ck_assert_int_eq(v.findings.v[0].seq, 20);
	ck_assert_ptr_nonnull(strstr(v.findings.v[0].text.p, "the chain was made anew"));
	hex = rig_ask(&rig, "SELECT lower(hex(head)) FROM event WHERE seq = 20");
	v = against(&rig, 20, hex.p);
	ck_assert_uint_eq(v.findings.n, 0);
	rig_close(&other);
	rig_close(&rig);
}
END_TEST

/* One edit for each projection, and the finding it gives. */
static const struct edit {
	const char *sql, *table, *text;
	int64_t seq;
} edits[] = {
    {"UPDATE record SET state = 'closed' WHERE ref = 'T-4'", "record",
	"row T-4: column state is 'closed', and the events say 'triage'", 27},
    {"UPDATE record SET fields = '{}' WHERE ref = 'T-2'", "record", "row T-2: column fields",
	24},
    {"DELETE FROM record_bar; DELETE FROM answer; DELETE FROM did; DELETE FROM claim;"
     "DELETE FROM note; DELETE FROM record_text; DELETE FROM record WHERE ref = 'T-1'",
	"record", "row T-1 is missing, and an event made it", 19},
    {"UPDATE record_text SET body = 'x' WHERE record = 9", "record_text",
	"row 9, narrative: column body", 19},
    {"DELETE FROM record_bar WHERE who = 'PC12' AND record = 9", "record_bar",
	"row 9, PC12 is missing", 19},
    {"UPDATE did SET transition = 'triage_green'", "did", "column transition", 19},
    {"UPDATE claim SET to_seq = NULL WHERE record = 12", "claim",
	"row 12, 26: column to_seq is nothing, and the events say '27'", 27},
    {"UPDATE answer SET value = 'no'", "answer", "row 9, 0, identified: column value", 19},
    {"UPDATE note SET body = ''", "note", "column body", 19},
    {"UPDATE tally SET n = n + 1 WHERE state = 'review'", "tally", "column n is '2'", 29},
    {"INSERT INTO user VALUES ('eve', 'Eve', '', 0, NULL, NULL)", "user",
	"row eve stands there, and no event made it", 7},
    {"UPDATE user_role SET role = 'supervisor' WHERE user = 'bob'", "user_role",
	"row bob, 0: column role is 'supervisor', and the events say 'officers'", 7},
    {"UPDATE batch SET added = 5", "batch", "column added is '5'", 8},
    {"UPDATE pack_version SET id = 'p2'", "pack_version", "column id is 'p2'", 2},
    {"UPDATE review SET owner = 'eve'", "review", "column owner is 'eve'", 1},
};

START_TEST(an_edited_table_is_found)
{
	struct rig rig;

	damaged(&rig, edits[_i].sql);
	found(&rig, edits[_i].seq, edits[_i].table, edits[_i].text);
	rig_close(&rig);
}
END_TEST

START_TEST(the_start_refuses_to_write_to_a_damaged_chain)
{
	struct rig rig;
	struct str damage;

	rig_open(&rig);
	rig_story(&rig);
	tamper(&rig, NO_TRIGGERS "UPDATE event SET at = '2020' WHERE seq = 3");
	rig_reopen(&rig, &damage);
	ck_assert_ptr_nonnull(strstr(damage.p, "event 3"));
	ck_assert(!store_begin(rig.st, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_CORRUPT);
	ck_assert_str_eq(rig_ask(&rig, "SELECT count(*) FROM record").p, "4");
	rig_close(&rig);
}
END_TEST

START_TEST(the_triggers_stop_plain_edits)
{
	static const char *const sql[] = {"DELETE FROM event WHERE seq = 5",
	    "UPDATE event SET actor = 'x' WHERE seq = 5",
	    "UPDATE event SET body = NULL, salt = NULL WHERE seq = 5",
	    "INSERT INTO event SELECT 5, at, actor, session, type, record, body, salt, NULL, "
	    "content, head FROM event WHERE seq = 5",
	    "INSERT INTO event SELECT 99, at, actor, session, type, record, body, salt, NULL, "
	    "content, head FROM event WHERE seq = 5",
	    "REPLACE INTO event SELECT seq, at, 'x', session, type, record, body, salt, NULL, "
	    "content, head FROM event WHERE seq = 5"};
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	for (size_t i = 0; i < COUNT(sql); i++)
		ck_assert_msg(sqlite3_exec(rig.st->db, sql[i], NULL, NULL, NULL) ==
				  SQLITE_CONSTRAINT_TRIGGER,
		    "%s", sql[i]);
	rig_close(&rig);
}
END_TEST

/* Content goes when an event says so, and the chain stays whole. */
START_TEST(erased_content_leaves_the_chain_whole)
{
	struct rig rig;
	struct verdict v;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(&rig, "ann", EVENT_CONTENT_ERASED, "",
	    "{'seq':18,'authority':'court','by':['ann','bob']}");
	ck_assert_int_eq(
	    sqlite3_exec(rig.st->db, "UPDATE event SET body = NULL, salt = NULL WHERE seq = 18",
		NULL, NULL, NULL),
	    SQLITE_OK);
	v = rig_verify(&rig);
	for (size_t i = 0; i < v.findings.n; i++)
		ck_assert_msg(!str_is(v.findings.v[i].table, "event") ||
				  strstr(v.findings.v[i].text.p, "tables above"),
		    "%s", v.findings.v[i].text.p);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_damage(void)
{
	const TTest *const tests[] = {nothing_is_found_where_nothing_was_done,
	    an_edited_body_is_found, an_edited_actor_is_found, a_deleted_event_is_found,
	    several_deleted_events_are_named_by_their_ends,
	    a_deleted_event_with_the_rest_renumbered_is_found, an_inserted_event_is_found,
	    two_swapped_events_are_found, a_cut_tail_is_found_by_the_tables,
	    a_cut_tail_is_found_by_the_last_good_check,
	    a_cut_tail_with_its_tables_is_found_by_an_anchor,
	    a_chain_made_anew_is_found_by_an_anchor,
	    the_start_refuses_to_write_to_a_damaged_chain, the_triggers_stop_plain_edits,
	    erased_content_leaves_the_chain_whole};
	Suite *s = suite_of("damage", tests, COUNT(tests));
	TCase *c = tcase_create("tables");

	tcase_add_loop_test(c, an_edited_table_is_found, 0, COUNT(edits));
	tcase_add_loop_test(
	    c, a_schema_that_was_altered_is_found_and_not_written_to, 0, COUNT(reshaped));
	suite_add_tcase(s, c);
	return s;
}
