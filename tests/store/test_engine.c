/* SPDX-License-Identifier: MIT */
/* Seats, clocks, steps that were cancelled, alerts, bars, links, overrides: as they are read. */
#include <string.h>

#include "rig.h"
#include "support/toypack.h"

Suite *suite_store_engine(void);

static const struct viewer zed = {.user = {"zed", 3}, .cases = true};

static void open_paper(struct rig *rig)
{
	rig_open(rig);
	done(store_use_pack(rig->st, toy_pack(&rig->arena), &rig->err));
	rig_say(rig, "ann", EVENT_RECORD_OPENED, "P-1",
	    "{'type':'paper','state':'screening','queue':'reviewer','rank':1,'fields':{},"
	    "'texts':{},'bars':[],'pack':'p1','blind':true}");
}

static void answers(struct rig *rig, const char *by, int seat, const char *question,
    const char *value, const char *reason)
{
	rig_say(rig, by, EVENT_ANSWER_GIVEN, "P-1",
	    "{'form':'screen','seat':%d,'question':'%s','value':'%s','reason':'%s','pack':'p1',"
	    "'rank':9,'blind':true}",
	    seat, question, value, reason);
}

static void both_lock(struct rig *rig)
{
	answers(rig, "ann", 0, "eligible", "yes", "hers");
	answers(rig, "ann", 0, "thought", "first", "");
	rig_say(rig, "ann", EVENT_SEAT_LOCKED, "P-1",
	    "{'seat':0,'transition':'include','reason':'','next':1,'queue':'second_reader',"
	    "'rank':2,'pack':'p1'}");
	answers(rig, "bob", 2, "eligible", "no", "his");
	answers(rig, "bob", 2, "thought", "second", "");
	rig_say(rig, "bob", EVENT_SEAT_LOCKED, "P-1",
	    "{'seat':1,'transition':'exclude','reason':'','next':2,'queue':'adjudicator',"
	    "'rank':2,'agreed':false,'differ':['eligible'],'pack':'p1'}");
}

static struct str seat(struct rig *rig, int64_t n)
{
	struct json *given, *why;

	done(record_seat(rig->st, &rig->arena, 1, n, &given, &why, &rig->err));
	return arena_printf(&rig->arena, "%s %s", json_text(&rig->arena, given).p,
	    json_text(&rig->arena, why).p);
}

START_TEST(both_blind_answers_stay_after_adjudication)
{
	struct record r = {0};
	struct rig rig;

	open_paper(&rig);
	both_lock(&rig);
	ck_assert_str_eq(seat(&rig, 0).p, "{\"thought\":\"first\"} {}");
	answers(&rig, "cyd", 0, "eligible", "unsure", "judged");
	rig_say(&rig, "cyd", EVENT_RECORD_MOVED, "P-1",
	    "{'transition':'include','from':'screening','to':'kept','rank':3,'final':false,"
	    "'set':{},'reason':'','alert':[],'pack':'p1'}");
	ck_assert_str_eq(seat(&rig, 0).p,
	    "{\"eligible\":\"unsure\",\"thought\":\"first\"} {\"eligible\":\"judged\"}");
	ck_assert_str_eq(seat(&rig, 1).p,
	    "{\"eligible\":\"yes\",\"thought\":\"first\"} {\"eligible\":\"hers\"}");
	ck_assert_str_eq(seat(&rig, 2).p,
	    "{\"eligible\":\"no\",\"thought\":\"second\"} {\"eligible\":\"his\"}");
	ck_assert(record_whole(rig.st, &rig.arena, &everything, STR("P-1"), &r, &rig.err));
	ck_assert(!r.blind && r.seat == 0 && str_is(r.agreed, "no"));
	ck_assert_uint_eq(r.sat.n, 2);
	rig_close(&rig);
}
END_TEST

/* Entering such a state anew begins with nobody at a seat and nothing agreed. */
START_TEST(a_new_contest_begins_empty)
{
	struct record r = {0};
	struct rig rig;

	open_paper(&rig);
	both_lock(&rig);
	rig_say(&rig, "cyd", EVENT_RECORD_MOVED, "P-1",
	    "{'transition':'include','from':'screening','to':'kept','rank':3,'final':false,"
	    "'set':{},'reason':'','alert':[],'pack':'p1'}");
	rig_say(&rig, "cyd", EVENT_RECORD_MOVED, "P-1",
	    "{'transition':'again','from':'kept','to':'screening','queue':'reviewer','rank':3,"
	    "'final':false,'set':{},'reason':'','alert':[],'pack':'p1','blind':true}");
	ck_assert(record_whole(rig.st, &rig.arena, &everything, STR("P-1"), &r, &rig.err));
	ck_assert(r.blind && r.seat == 0 && r.agreed.n == 0);
	ck_assert_uint_eq(r.sat.n, 0);
	ck_assert_str_eq(seat(&rig, 1).p, "{} {}");
	ck_assert_str_eq(seat(&rig, 2).p, "{} {}");
	ck_assert_str_eq(rig_ask(&rig, "SELECT blind_from FROM record").p, "1");
	rig_close(&rig);
}
END_TEST

/* The engine reads a seat without the other's answers; readers their own. */
START_TEST(a_second_form_is_empty_whatever_the_first_said)
{
	struct viewer bob = {.user = STR("bob"), .cases = true, .blind = true};
	struct record r = {.answers_seat = 2};
	struct answer_rows rows;
	struct rig rig;

	open_paper(&rig);
	answers(&rig, "ann", 0, "eligible", "yes", "");
	rig_say(&rig, "ann", EVENT_SEAT_LOCKED, "P-1",
	    "{'seat':0,'transition':'include','reason':'','next':1,'queue':'second_reader',"
	    "'rank':2,'pack':'p1'}");
	ck_assert(record_whole(rig.st, &rig.arena, &everything, STR("P-1"), &r, &rig.err));
	ck_assert_uint_eq(r.answers->n, 0);
	ck_assert_int_eq(r.answers_seat, 2);
	answers(&rig, "bob", 2, "eligible", "no", "");
	ck_assert(record_whole(rig.st, &rig.arena, &everything, STR("P-1"), &r, &rig.err));
	ck_assert_str_eq(json_text(&rig.arena, r.answers).p, "{\"eligible\":\"no\"}");
	ck_assert(record_whole(rig.st, &rig.arena, &bob, STR("P-1"), &r, &rig.err));
	ck_assert_str_eq(json_text(&rig.arena, r.answers).p, "{\"eligible\":\"no\"}");
	ck_assert(str_is(r.queue, "reviewer") && r.version == 2 && r.done.n == 0);
	ck_assert(record_answers_seen(rig.st, &rig.arena, &bob, 1, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	bob.roles = toy_list(&rig.arena, "second_reader");
	ck_assert(record_get(rig.st, &rig.arena, &bob, STR("P-1"), &r, &rig.err));
	ck_assert(str_is(r.queue, "second_reader"));
	rig_close(&rig);
}
END_TEST

/* ---- clocks and limits ------------------------------------------------------------------ */

static void move(struct rig *rig, const char *by, const char *transition, const char *more)
{
	rig_say(rig, by, EVENT_RECORD_MOVED, "T-1",
	    "{'transition':'%s','from':'x','to':'y','rank':3,'set':{},'reason':'','alert':[],"
	    "'pack':'p1',%s}",
	    transition, more);
}

START_TEST(a_final_state_drops_clocks)
{
	struct clock_rows rows;
	struct record r = {0};
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	move(&rig, "ann", "a",
	    "'final':false,'clocks':{'answer':'2026-07-20T00:00:00.000Z','tell':''}");
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1"), &r, &rig.err));
	ck_assert(r.clocks.n == 2 && str_is(r.clocks.v[0], "answer"));
	ck_assert(record_clocks(rig.st, &rig.arena, r.id, &rows, &rig.err));
	ck_assert(rows.v[0].due != NO_TIME && rows.v[1].due == NO_TIME);
	move(&rig, "ann", "b", "'final':false,'clocks':{'tell':null}");
	ck_assert(record_clocks(rig.st, &rig.arena, r.id, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	move(&rig, "ann", "c", "'final':true");
	ck_assert(record_clocks(rig.st, &rig.arena, r.id, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	rig_close(&rig);
}
END_TEST

static struct str over(struct rig *rig, const char *now)
{
	struct buf b = buf_in(&rig->arena);
	struct late_rows rows;
	int64_t ms = 0;

	holds(time_read(str_of(now), &ms));
	done(late_over(rig->st, &rig->arena, ms, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++)
		buf_printf(&b, "%.*s:%.*s ", STR_ARG(rows.v[i].ref), STR_ARG(rows.v[i].clock));
	return arena_str(&rig->arena, buf_str(&b));
}

/* A record is late by its state or by a clock, and each is escalated once. */
START_TEST(what_is_late_is_listed_until_it_was_escalated)
{
	static const char late[] = "2026-07-21T00:00:00.000Z";
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	rig_record(&rig, "T-2", 1, ""); /* due on the 15th */
	move(&rig, "ann", "a",
	    "'final':false,'due':'2026-07-20T00:00:00.000Z',"
	    "'clocks':{'answer':'2026-07-20T00:00:00.000Z','tell':''}");
	ck_assert_str_eq(over(&rig, "2026-07-15T00:00:00.000Z").p, "");
	ck_assert_str_eq(over(&rig, late).p, "T-1:answer T-2: ");
	rig_say(&rig, "system", EVENT_RECORD_LATE, "T-1", "{'clock':'answer','due':'x'}");
	ck_assert_str_eq(over(&rig, late).p, "T-2: ");
	rig_say(&rig, "system", EVENT_RECORD_LATE, "T-2", "{'clock':'','due':'x'}");
	ck_assert_str_eq(over(&rig, late).p, "");
	move(&rig, "ann", "b", "'final':false,'due':'2026-07-20T00:00:00.000Z'");
	ck_assert_str_eq(over(&rig, late).p, "");
	move(&rig, "ann", "b", "'final':false,'clocks':{'answer':null}");
	move(&rig, "ann", "b", "'final':false,'due':'2026-07-20T00:00:00.000Z'");
	ck_assert_str_eq(over(&rig, late).p, "T-1: ");
	move(&rig, "ann", "b", "'final':true,'due':'2026-07-20T00:00:00.000Z'");
	ck_assert_str_eq(over(&rig, late).p, "");
	rig_close(&rig);
}
END_TEST

/* ---- steps ------------------------------------------------------------------------------ */

static struct str steps(struct rig *rig, const struct record *r)
{
	struct buf b = buf_in(&rig->arena);

	for (size_t i = 0; i < r->done.n; i++)
		buf_printf(&b, "%.*s ", STR_ARG(r->done.v[i]));
	buf_puts(&b, "| ");
	for (size_t i = 0; i < r->did.n; i++)
		buf_printf(
		    &b, "%.*s:%.*s ", STR_ARG(r->did.v[i].transition), STR_ARG(r->did.v[i].by));
	return arena_str(&rig->arena, buf_str(&b));
}

START_TEST(cancelled_steps_leave_what_is_done_and_stay_for_who_did)
{
	struct record r = {0};
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	move(&rig, "ann", "ask", "'final':false");
	move(&rig, "bob", "found", "'final':false");
	move(&rig, "cyd", "lapse", "'final':false,'auto':true");
	rig_say(&rig, "bob", EVENT_ANSWER_GIVEN, "T-1",
	    "{'form':'f','seat':0,'question':'q','value':'v','pack':'p','rank':1,"
	    "'cancels':['found']}");
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1"), &r, &rig.err));
	ck_assert_str_eq(steps(&rig, &r).p, "ask | opened:ann ask:ann found:bob ");
	move(&rig, "cyd", "ask", "'final':false,'cancels':['ask']");
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1"), &r, &rig.err));
	ck_assert_str_eq(steps(&rig, &r).p, "ask | opened:ann ask:ann found:bob ask:cyd ");
	rig_close(&rig);
}
END_TEST

/* The rules are told of a record's parent and children too. */
START_TEST(steps_of_parent_and_children_bear_their_names)
{
	struct record r = {0};
	int64_t n = 0;
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	rig_say(&rig, "bob", EVENT_RECORD_OPENED, "T-1/A1",
	    "{'type':'action','state':'todo','rank':1,'fields':{},'texts':{},'bars':[],"
	    "'pack':'p1','parent':'T-1','how':'hand'}");
	move(&rig, "cyd", "finish", "'final':false");
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1"), &r, &rig.err));
	ck_assert_str_eq(
	    steps(&rig, &r).p, "finish | opened:ann action.opened:bob finish:cyd ");
	ck_assert(r.child.n == 1 && r.open.n == 1 && str_is(r.open.v[0], "action"));
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1/A1"), &r, &rig.err));
	ck_assert_str_eq(
	    steps(&rig, &r).p, "| parent.opened:ann opened:bob parent.finish:cyd ");
	ck_assert(record_number(rig.st, STR("action"), STR("T-1"), &n, &rig.err));
	ck_assert_int_eq(n, 2);
	ck_assert(record_number(rig.st, STR("action"), STR(""), &n, &rig.err));
	ck_assert_int_eq(n, 1);
	ck_assert(record_number(rig.st, STR("case"), STR(""), &n, &rig.err));
	ck_assert_int_eq(n, 2);
	rig_close(&rig);
}
END_TEST

START_TEST(an_override_was_done_by_both)
{
	struct override_rows rows;
	struct override_row one;
	struct record r = {0};
	int64_t seq;
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	seq = rig_say(&rig, "bob", EVENT_OVERRIDE_ASKED, "T-1",
	    "{'transition':'finish','state':'review','closed':['no','not "
	    "yet'],'reason':'why'}");
	ck_assert(override_list(rig.st, &rig.arena, &zed, true, 0, 10, &rows, &rig.err));
	ck_assert(rows.n == 1 && rows.v[0].verdict.n == 0 && rows.v[0].closed.n == 2);
	rig_say(&rig, "ann", EVENT_OVERRIDE_JUDGED, "T-1",
	    "{'override':%lld,'agreed':true,'reason':'so be it'}", (long long)seq);
	move(&rig, "ann", "finish",
	    arena_printf(&rig.arena, "'final':false,'override':%lld", (long long)seq).p);
	ck_assert(override_list(rig.st, &rig.arena, &zed, true, 0, 10, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	ck_assert(override_get(rig.st, &rig.arena, &zed, seq, &one, &rig.err));
	ck_assert(str_is(one.verdict, "agreed") && str_is(one.first, "bob"));
	ck_assert(str_is(one.second, "ann") && str_is(one.second_reason, "so be it"));
	ck_assert(record_whole(rig.st, &rig.arena, &zed, STR("T-1"), &r, &rig.err));
	ck_assert_str_eq(steps(&rig, &r).p, "finish | opened:ann finish:ann finish:bob ");
	rig_close(&rig);
}
END_TEST

Suite *suite_store_engine(void)
{
	const TTest *const tests[] = {both_blind_answers_stay_after_adjudication,
	    a_new_contest_begins_empty, a_second_form_is_empty_whatever_the_first_said,
	    a_final_state_drops_clocks, what_is_late_is_listed_until_it_was_escalated,
	    cancelled_steps_leave_what_is_done_and_stay_for_who_did,
	    steps_of_parent_and_children_bear_their_names, an_override_was_done_by_both};

	return suite_of("engine", tests, COUNT(tests));
}
