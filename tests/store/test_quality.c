/* SPDX-License-Identifier: MIT */
/* What is kept of readings, pairs, authors and questions, and what is read of it. */
#include "lookback/store/quality.h"
#include "history.h"
#include "support/toypack.h"

Suite *suite_store_quality(void);

static void open_paper(struct rig *rig)
{
	rig_open(rig);
	done(store_use_pack(rig->st, toy_pack(&rig->arena), &rig->err));
	rig_say(rig, "ann", EVENT_RECORD_OPENED, "P-1",
	    "{'type':'paper','state':'screening','queue':'reviewer','rank':1,'fields':{},"
	    "'texts':{},'bars':[],'pack':'p1','blind':true}");
}

static void answer(struct rig *rig, const char *by, int seat, const char *value)
{
	rig_say(rig, by, EVENT_ANSWER_GIVEN, "P-1",
	    "{'form':'screen','seat':%d,'question':'eligible','value':'%s','reason':'%s says',"
	    "'pack':'p1','rank':9,'blind':true}",
	    seat, value, by);
}

static void lock(struct rig *rig, const char *by, int seat, const char *more)
{
	rig_say(rig, by, EVENT_SEAT_LOCKED, "P-1",
	    "{'seat':%d,'transition':'include','reason':'','rank':2,'pack':'p1',%s}", seat,
	    more);
}

static void leave(struct rig *rig, const char *by)
{
	rig_say(rig, by, EVENT_RECORD_MOVED, "P-1",
	    "{'transition':'include','from':'screening','to':'filed','rank':3,'final':true,"
	    "'set':{},'reason':'','alert':[],'pack':'p1'}");
}

static void read_again(struct rig *rig)
{
	rig_say(rig, "bob", EVENT_PLAN_FIXED, "",
	    "{'plan':'q1','rule':'','kind':'second','label':'Dip','expr':'state:filed',"
	    "'always':'','found':'','strata':[],'size':1,'percent':0,'least':0,'first':0,'days'"
	    ":0,"
	    "'share':0,'confidence':0,'allow':0,'aql':0,'whole':false,'seed':'1','reason':''}");
	rig_say(rig, "bob", EVENT_READING_OPENED, "P-1",
	    "{'plan':'q1','stratum':'','place':1,'from':'filed','to':'screening',"
	    "'queue':'second_reader','home':'reviewer','rank':5,'seat':1,'author':'ann',"
	    "'blind_from':1,'version':2,'views':0,'pack':'p1'}");
}

static struct pair_row only_pair(struct rig *rig, const struct pair_query *q)
{
	struct pair_rows rows;

	done(pair_list(rig->st, &rig->arena, &everything, q, &rows, &rig->err));
	ck_assert_uint_eq(rows.n, 1);
	return rows.v[0];
}

static struct str row(struct rig *rig)
{
	return rig_ask(rig,
	    "SELECT printf('%%s %%s %%s %%s %%d %%d %%d', state, author, drawn, "
	    "reading, blind, seat, final) FROM record WHERE ref = 'P-1'");
}

START_TEST(a_pair_says_what_both_gave_and_what_came_of_it)
{
	struct pair_query all = {0};
	struct pair_row p;
	struct rig rig;

	open_paper(&rig);
	answer(&rig, "ann", 0, "yes");
	lock(&rig, "ann", 0, "'next':1,'queue':'second_reader'");
	answer(&rig, "bob", 2, "no");
	lock(&rig, "bob", 1, "'next':2,'agreed':false,'differ':['eligible']");
	p = only_pair(&rig, &all);
	ck_assert(str_is(p.first, "yes") && str_is(p.second, "no") && p.final.n == 0 && p.open);
	ck_assert(str_is(p.first_by, "ann") && str_is(p.second_by, "bob") && p.plan.n == 0);
	answer(&rig, "cyd", 0, "unsure");
	leave(&rig, "cyd");
	p = only_pair(&rig, &all);
	ck_assert(str_is(p.final, "unsure") && str_is(p.third_by, "cyd") && !p.open);
	ck_assert_str_eq(p.reason.p, "cyd says");
	ck_assert_str_eq(row(&rig).p, "filed ann   0 0 1");
	rig_close(&rig);
}
END_TEST

START_TEST(whom_nobody_reads_after_is_the_author)
{
	struct rig rig;

	open_paper(&rig);
	answer(&rig, "cyd", 0, "yes");
	leave(&rig, "cyd");
	ck_assert_str_eq(row(&rig).p, "filed cyd   0 0 1");
	rig_close(&rig);
}
END_TEST

static void first_reading(struct rig *rig)
{
	open_paper(rig);
	answer(rig, "ann", 0, "yes");
	leave(rig, "ann");
}

/* All but what says that it was read: versions, and the steps of the reading, cancelled. */
static struct str standing(struct rig *rig)
{
	return rig_ask(rig,
	    "SELECT (SELECT group_concat(seat || question || value || by || seq, ';') FROM "
	    "answer "
	    "WHERE seat = 0) || (SELECT group_concat(transition || by, ';') FROM did WHERE "
	    "cancelled IS NULL) || (SELECT state || moved || ifnull(agreed, '-') || author || "
	    "final || blind || seat FROM record WHERE ref = 'P-1')");
}

START_TEST(a_reading_that_changes_nothing_leaves_nothing_changed)
{
	struct pair_query of = {.plan = STR("q1")};
	struct pair_row p;
	struct str was;
	struct rig rig;

	first_reading(&rig);
	was = standing(&rig);
	read_again(&rig);
	ck_assert_str_eq(row(&rig).p, "screening ann q1 open 1 1 0");
	answer(&rig, "cyd", 2, "no");
	lock(&rig, "cyd", 1, "'next':2,'agreed':false,'differ':['eligible']");
	answer(&rig, "dan", 0, "yes");
	rig_say(&rig, "dan", EVENT_READING_CLOSED, "P-1",
	    "{'plan':'q1','result':'upheld','differ':[],'back':true,'to':'filed','rank':3,"
	    "'final':true,'pack':'p1'}");
	ck_assert_str_eq(standing(&rig).p, was.p);
	ck_assert_str_eq(row(&rig).p, "filed ann q1 upheld 0 0 1");
	p = only_pair(&rig, &of);
	ck_assert(str_is(p.final, "yes") && str_is(p.third_by, "dan") && !p.open);
	ck_assert_str_eq(
	    rig_ask(&rig, "SELECT second || third || differ || result FROM item").p,
	    "cyddan[\"eligible\"]upheld");
	ck_assert_str_eq(rig_ask(&rig, "SELECT value FROM answer WHERE seat = 2").p, "no");
	rig_close(&rig);
}
END_TEST

/* While it is blind nobody who is so learns of a pair, not even of their own. */
START_TEST(pairs_of_a_blind_record_are_not_for_readers)
{
	struct viewer cyd = {.user = STR("cyd"), .cases = true, .blind = true};
	struct pair_query all = {0};
	struct pair_rows rows;
	struct rig rig;

	first_reading(&rig);
	read_again(&rig);
	answer(&rig, "cyd", 2, "yes");
	lock(&rig, "cyd", 1, "'next':0,'agreed':true");
	ck_assert(pair_list(rig.st, &rig.arena, &cyd, &all, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	leave(&rig, "cyd");
	ck_assert(pair_list(rig.st, &rig.arena, &cyd, &all, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	rig_close(&rig);
}
END_TEST

/* ---- against a walk ---- */

enum { HISTORIES = 6, EVENTS_EACH = 700 };

static void live(struct rig *rig, int seed)
{
	struct dice d = dice_seed((uint64_t)seed + 70);

	rig_open(rig);
	done(store_use_pack(rig->st, toy_pack(&rig->arena), &rig->err));
	history_run(rig, &d, EVENTS_EACH);
}

static const struct expr *parsed(struct rig *rig, const char *text)
{
	struct expr_env env = {.pack = rig->st->pack, .now = rig->now};
	const struct expr *x;

	done(expr_parse(&rig->arena, str_of(text), &env, &x, &rig->err));
	return x;
}

START_TEST(units_hold_what_is_counted)
{
	static const char *const by[] = {"route", "subject_name", "author", "visits", "state"};
	const struct expr *of, *bad;
	struct rig rig;

	live(&rig, _i);
	of = parsed(&rig, "type:case or type:paper");
	bad = parsed(&rig, "has:holder or route:post");
	for (size_t i = 0; i < COUNT(by); i++) {
		struct unit_rows rows;
		const struct attr *at = attr_find(rig.st->pack, NULL, str_of(by[i]));
		int64_t n = 0, worse = 0, all, all_bad;
		ck_assert(record_units(
		    rig.st, &rig.arena, &everything, of, bad, at, rig.now, &rows, &rig.err));
		for (size_t k = 0; k < rows.n; k++) {
			n += rows.v[k].n;
			worse += rows.v[k].bad;
			holds(rows.v[k].n > 0 && rows.v[k].bad <= rows.v[k].n);
		}
		ck_assert(
		    record_count(rig.st, &rig.arena, &everything, of, rig.now, &all, &rig.err));
		ck_assert(record_count(rig.st, &rig.arena, &everything,
		    parsed(&rig, "(type:case or type:paper) and (has:holder or route:post)"),
		    rig.now, &all_bad, &rig.err));
		ck_assert_int_eq(n, all);
		ck_assert_int_eq(worse, all_bad);
	}
	rig_close(&rig);
}
END_TEST

/* Each is of somebody who locked the second seat then. */
static void is_of_a_lock(struct rig *rig, const struct pair_row *p)
{
	struct str is = rig_ask(rig,
	    "SELECT actor || record FROM event WHERE seq = %lld AND type = 'seat.locked' AND "
	    "json_extract(body, '$.seat') = 1",
	    (long long)p->seq);

	holds(str_eq(
	    is, arena_printf(&rig->arena, "%.*s%.*s", STR_ARG(p->second_by), STR_ARG(p->ref))));
	holds(!p->open || !str_eq(p->first, p->second) || str_eq(p->final, p->first));
}

START_TEST(pairs_come_in_order_and_by_who_locked)
{
	struct pair_query q = {0};
	size_t n = 0;

	for (int k = 0; k < HISTORIES; k++) {
		struct pair_rows rows;
		struct rig rig;
		live(&rig, k);
		ck_assert(pair_list(rig.st, &rig.arena, &everything, &q, &rows, &rig.err));
		for (size_t i = 0; i < rows.n; i++) {
			const struct pair_row *p = &rows.v[i], *last = i ? p - 1 : NULL;
			int order = last ? str_cmp(last->question, p->question) : -1;
			holds(order < 0 || (order == 0 && last->seq < p->seq));
			is_of_a_lock(&rig, p);
		}
		n += rows.n;
		rig_close(&rig);
	}
	ck_assert_uint_gt(n, 5);
}
END_TEST

Suite *suite_store_quality(void)
{
	const TTest *const tests[] = {a_pair_says_what_both_gave_and_what_came_of_it,
	    whom_nobody_reads_after_is_the_author,
	    a_reading_that_changes_nothing_leaves_nothing_changed,
	    pairs_of_a_blind_record_are_not_for_readers};
	Suite *s = suite_of("quality", tests, COUNT(tests));
	TCase *c = tcase_create("histories");

	tcase_add_loop_test(c, units_hold_what_is_counted, 0, HISTORIES);
	tcase_add_test(c, pairs_come_in_order_and_by_who_locked);
	suite_add_tcase(s, c);
	return s;
}
