/* SPDX-License-Identifier: MIT */
/* The way in for facts: rounds, savepoints, clocks, request ids, shapes. */
#include <string.h>

#include "rig.h"
#include "support/toypack.h"

Suite *suite_store_append(void);

static bool append(struct rig *rig, int64_t at, const uint8_t *request, const char *text)
{
	struct stamp by = {at, STR("bob"), STR("00112233445566aa"), request};
	struct json *body = rig_json(&rig->arena, text);

	return store_append(rig->st, &by, EVENT_LIST_READ, STR(""), body, NULL, &rig->err);
}

static const char *const some_list = "{'expr':'','order':'rank','refs':[]}";

START_TEST(an_event_is_kept_as_it_was_said)
{
	struct event_filter all = {.limit = 10};
	struct event_rows rows;
	struct rig rig;

	rig_open(&rig);
	rig_say(&rig, "ann", EVENT_USER_ADDED, "",
	    "{'staff':'','roles':['b','a'],'name':'ann','full':'Ann \\\\ Lee'}");
	ck_assert(store_events(rig.st, &rig.arena, &all, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	ck_assert_str_eq(rows.v[0].at.p, "2026-07-01T09:00:00.000Z");
	ck_assert_str_eq(rows.v[0].actor.p, "ann");
	ck_assert_str_eq(rows.v[0].session.p, "00112233445566aa");
	ck_assert_str_eq(rows.v[0].type.p, "user.added");
	ck_assert_uint_eq(rows.v[0].record.n, 0);
	ck_assert_str_eq(rows.v[0].body.p,
	    "{\"full\":\"Ann \\\\ "
	    "Lee\",\"name\":\"ann\",\"roles\":[\"b\",\"a\"],\"staff\":\"\"}");
	rig_close(&rig);
}
END_TEST

START_TEST(a_clock_that_steps_back_is_clamped_and_the_log_says_so_once)
{
	struct event_filter all = {.limit = 10};
	struct event_rows rows;
	struct rig rig;
	int64_t now;

	rig_open(&rig);
	now = rig.now;
	rig_round(&rig);
	ck_assert(append(&rig, now, NULL, some_list));
	ck_assert(append(&rig, now - 5, NULL, some_list));
	ck_assert(append(&rig, now - 3600000, NULL, some_list));
	ck_assert(append(&rig, now - 3500000, NULL, some_list));
	ck_assert(append(&rig, now + 1, NULL, some_list));
	rig_commit(&rig);
	ck_assert(store_events(rig.st, &rig.arena, &all, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 6);
	for (size_t i = 0; i < 5; i++)
		ck_assert_str_eq(rows.v[i].at.p, "2026-07-01T09:00:00.000Z");
	ck_assert_str_eq(rows.v[5].at.p, "2026-07-01T09:00:00.001Z");
	ck_assert_str_eq(rows.v[2].type.p, "clock.clamped");
	ck_assert_str_eq(rows.v[2].actor.p, "system");
	ck_assert_str_eq(rows.v[2].body.p, "{\"behind_ms\":3600000}");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(a_request_is_acted_on_once)
{
	static const uint8_t id[16] = "0123456789abcde", other[16] = "other";
	struct rig rig;
	int64_t seq = -1;

	rig_open(&rig);
	ck_assert(store_request_seen(rig.st, id, &seq, &rig.err));
	ck_assert_int_eq(seq, 0);
	rig_round(&rig);
	ck_assert(append(&rig, rig.now, id, some_list));
	ck_assert(append(&rig, rig.now, NULL, some_list));
	ck_assert(append(&rig, rig.now, other, some_list));
	rig_commit(&rig);
	ck_assert(store_request_seen(rig.st, id, &seq, &rig.err));
	ck_assert_int_eq(seq, 1);
	ck_assert(store_request_seen(rig.st, other, &seq, &rig.err));
	ck_assert_int_eq(seq, 3);
	rig_round(&rig);
	ck_assert(!append(&rig, rig.now, id, some_list));
	ck_assert_int_eq(rig.err.kind, ERR_CONFLICT);
	store_rollback(rig.st);
	rig_close(&rig);
}
END_TEST

static void heads(struct rig *rig, struct head *out)
{
	done(store_head(rig->st, out, &rig->err));
}

START_TEST(what_is_undone_or_rolled_back_leaves_no_trace)
{
	struct head before, after;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	heads(&rig, &before);
	rig_round(&rig);
	rig_record(&rig, "T-8", 1, "");
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "T-9", 1, "");
	store_undo(rig.st);
	store_rollback(rig.st);
	rig.open_round = false;
	heads(&rig, &after);
	ck_assert_int_eq(before.seq, after.seq);
	ck_assert(hash_eq(before.head, after.head));
	ck_assert_str_eq(rig_ask(&rig, "SELECT max(seq) FROM event").p, "29");
	ck_assert_str_eq(rig_ask(&rig, "SELECT count(*) FROM record").p, "4");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

/* How many records have the word in their reference, asked of the full text. */
static const char *found(struct rig *rig, const char *word)
{
	struct expr_env env = {.pack = toy_pack(&rig->arena), .now = rig->now};
	const struct expr *x;
	int64_t n;

	done(expr_parse(&rig->arena, str_of(word), &env, &x, &rig->err));
	done(record_count(rig->st, &rig->arena, &everything, x, rig->now, &n, &rig->err));
	return arena_printf(&rig->arena, "%d", (int)n).p;
}

START_TEST(what_stands_before_a_savepoint_stays_when_it_is_undone)
{
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_round(&rig);
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "KEPT-1", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "GONE-1", 1, "");
	ck_assert_str_eq(found(&rig, "kept"), "1"); /* the index is read in the middle */
	store_undo(rig.st);
	ck_assert(store_save(rig.st, &rig.err));
	rig_record(&rig, "KEPT-2", 1, "");
	ck_assert(store_keep(rig.st, &rig.err));
	rig_commit(&rig);
	ck_assert_str_eq(rig_ask(&rig, "SELECT group_concat(ref) FROM record WHERE id > 12").p,
	    "KEPT-1,KEPT-2");
	ck_assert_str_eq(found(&rig, "kept"), "2");
	ck_assert_str_eq(found(&rig, "gone"), "0");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(a_record_is_never_held_by_two)
{
	struct stamp by;
	struct json *body;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig); /* bob holds T-3 */
	by = (struct stamp){rig.now, STR("cyd"), STR("00112233445566aa"), NULL};
	body = rig_json(&rig.arena, "{'how':'ref'}");
	rig_round(&rig);
	ck_assert(store_save(rig.st, &rig.err));
	ck_assert(
	    !store_append(rig.st, &by, EVENT_RECORD_CLAIMED, STR("T-3"), body, NULL, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_CONFLICT);
	ck_assert_str_eq(rig.err.text, "T-3 is already held by bob");
	ck_assert(!store_keep(rig.st, &rig.err)); /* half a change is never kept */
	store_undo(rig.st);
	rig_commit(&rig);
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(a_half_done_change_is_never_committed)
{
	struct stamp by;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	by = (struct stamp){rig.now, STR("cyd"), STR("00112233445566aa"), NULL};
	rig_round(&rig);
	ck_assert(!store_append(rig.st, &by, EVENT_NOTE_ADDED, STR("NO-1"),
	    rig_json(&rig.arena, "{'text':'x'}"), NULL, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	ck_assert(!store_commit(rig.st, &rig.err));
	store_rollback(rig.st);
	rig.open_round = false;
	ck_assert_str_eq(rig_ask(&rig, "SELECT max(seq) FROM event").p, "29");
	rig_say(&rig, "bob", EVENT_NOTE_ADDED, "T-1", "{'text':'on we go'}");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(a_reference_with_a_line_break_is_refused)
{
	struct stamp by = {0, STR("bob"), STR("00112233445566aa"), NULL};
	struct rig rig;

	rig_open(&rig);
	rig_round(&rig);
	ck_assert(!store_append(rig.st, &by, EVENT_LIST_READ, STR("A\nB"),
	    rig_json(&rig.arena, some_list), NULL, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_INPUT);
	store_rollback(rig.st);
	rig_close(&rig);
}
END_TEST

/* Each is a mistake of the program's own and ends it. */
static const char *const wrong_bodies[] = {"{'expr':'','order':'rank'}",
    "{'expr':'','order':'rank','refs':[],'more':1}", "{'expr':1,'order':'rank','refs':[]}",
    "{'expr':'','order':'rank','refs':[1]}", "{'expr':null,'order':'rank','refs':[]}", "[]"};

START_TEST(a_body_of_another_shape_is_a_bug)
{
	struct rig rig;

	rig_open(&rig);
	rig_round(&rig);
	rig_sweep(&rig);
	append(&rig, rig.now, NULL, wrong_bodies[_i]);
}
END_TEST

START_TEST(the_chain_goes_on_where_it_ended)
{
	struct head before, after;
	struct str damage;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	heads(&rig, &before);
	rig_reopen(&rig, &damage);
	ck_assert_uint_eq(damage.n, 0);
	heads(&rig, &after);
	ck_assert_int_eq(after.seq, 29);
	ck_assert(hash_eq(before.head, after.head));
	ck_assert_str_eq(before.at, after.at);
	rig_say(&rig, "bob", EVENT_NOTE_ADDED, "T-1", "{'text':'later'}");
	ck_assert_uint_eq(rig_verify(&rig).findings.n, 0);
	rig_close(&rig);
}
END_TEST

static size_t ask_log(struct rig *rig, struct event_filter f, int64_t *first)
{
	struct event_rows rows;

	f.limit = f.limit ? f.limit : 100;
	done(store_events(rig->st, &rig->arena, &f, &rows, &rig->err));
	*first = rows.n ? rows.v[0].seq : 0;
	return rows.n;
}

START_TEST(the_log_is_read_by_record_actor_type_and_family)
{
	struct rig rig;
	int64_t at;

	rig_open(&rig);
	rig_story(&rig);
	ck_assert_uint_eq(ask_log(&rig, (struct event_filter){.limit = 5, .after = 2}, &at), 5);
	ck_assert_int_eq(at, 3);
	ck_assert_uint_eq(
	    ask_log(&rig, (struct event_filter){.limit = 3, .newest_first = true}, &at), 3);
	ck_assert_int_eq(at, 29);
	ck_assert_uint_eq(ask_log(&rig, (struct event_filter){.record = STR("T-2")}, &at), 6);
	ck_assert_int_eq(at, 10);
	ck_assert_uint_eq(ask_log(&rig, (struct event_filter){.actor = STR("system")}, &at), 2);
	ck_assert_uint_eq(ask_log(&rig, (struct event_filter){.type = STR("user.")}, &at), 5);
	ck_assert_int_eq(at, 3);
	ck_assert_uint_eq(
	    ask_log(&rig, (struct event_filter){.type = STR("record.claimed")}, &at), 4);
	ck_assert_uint_eq(
	    ask_log(&rig,
		(struct event_filter){
		    .record = STR("T-2"), .actor = STR("bob"), .type = STR("record.")},
		&at),
	    2);
	ck_assert_uint_eq(ask_log(&rig, (struct event_filter){.type = STR("user")}, &at), 0);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_append(void)
{
	const TTest *const tests[] = {an_event_is_kept_as_it_was_said,
	    a_clock_that_steps_back_is_clamped_and_the_log_says_so_once,
	    a_request_is_acted_on_once, what_is_undone_or_rolled_back_leaves_no_trace,
	    what_stands_before_a_savepoint_stays_when_it_is_undone,
	    a_record_is_never_held_by_two, a_half_done_change_is_never_committed,
	    a_reference_with_a_line_break_is_refused, the_chain_goes_on_where_it_ended,
	    the_log_is_read_by_record_actor_type_and_family};
	Suite *s = suite_of("append", tests, COUNT(tests));
	TCase *c = tcase_create("shapes");

	tcase_add_loop_test_raise_signal(
	    c, a_body_of_another_shape_is_a_bug, 6 /* SIGABRT */, 0, COUNT(wrong_bodies));
	suite_add_tcase(s, c);
	return s;
}
