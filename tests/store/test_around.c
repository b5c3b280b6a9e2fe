/* SPDX-License-Identifier: MIT */
/* Alerts, conflicts of interest, links, training, old packs, the log for somebody. */
#include <string.h>

#include "rig.h"
#include "support/toypack.h"

Suite *suite_store_around(void);

static const struct viewer ann = {.user = {"ann", 3}, .cases = true};
static const struct viewer bob = {.user = {"bob", 3}, .staff = {"PC12", 4}, .cases = true};

static int64_t raise(struct rig *rig, const char *ref, const char *more)
{
	return rig_say(rig, "system", EVENT_ALERT_RAISED, ref,
	    "{'name':'late','to':['supervisor'],'text':'late',%s}", more);
}

static size_t open_alerts(struct rig *rig, const struct viewer *v, const char *role)
{
	struct strs roles = toy_list(&rig->arena, role);
	struct alert_query q = {.open = true, .roles = *role ? &roles : NULL};
	struct alert_rows rows;

	done(alert_list(rig->st, &rig->arena, v, &q, &rows, &rig->err));
	return rows.n;
}

static size_t overdue(struct rig *rig, const char *now)
{
	struct alert_rows rows;
	int64_t ms = 0;

	holds(time_read(str_of(now), &ms));
	done(alerts_over(rig->st, &rig->arena, ms, &rows, &rig->err));
	return rows.n;
}

/* Only the newest of a line may grow, and one word acknowledges all of it. */
START_TEST(a_line_of_alerts_is_acknowledged_as_one)
{
	static const char later[] = "2026-07-03T00:00:00.000Z";
	int64_t first, second;
	struct alert_row row;
	struct record r;
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	first = raise(&rig, "T-1", "'level':0,'due':'2026-07-02T00:00:00.000Z'");
	ck_assert_uint_eq(overdue(&rig, "2026-07-02T00:00:00.000Z"), 0);
	ck_assert_uint_eq(overdue(&rig, later), 1);
	second = raise(&rig, "T-1",
	    arena_printf(&rig.arena, "'level':1,'of':%lld,'due':'2026-07-02T12:00:00.000Z'",
		(long long)first)
		.p);
	ck_assert_uint_eq(overdue(&rig, later), 1);
	ck_assert_uint_eq(open_alerts(&rig, &ann, ""), 2);
	ck_assert_uint_eq(open_alerts(&rig, &ann, "supervisor auditor"), 2);
	ck_assert_uint_eq(open_alerts(&rig, &ann, "auditor"), 0);
	ck_assert(record_get(rig.st, &rig.arena, &ann, STR("T-1"), &r, &rig.err));
	ck_assert(r.alert);
	rig_say(&rig, "ann", EVENT_ALERT_ACKNOWLEDGED, "T-1", "{'alert':%lld,'text':'done'}",
	    (long long)first);
	ck_assert_uint_eq(overdue(&rig, later), 0);
	ck_assert_uint_eq(open_alerts(&rig, &ann, ""), 0);
	ck_assert(alert_get(rig.st, &rig.arena, &ann, second, &row, &rig.err));
	ck_assert(str_is(row.acked_by, "ann") && str_is(row.acked_text, "done"));
	ck_assert(row.of == first && row.level == 1 && str_is(row.to.v[0], "supervisor"));
	ck_assert(record_get(rig.st, &rig.arena, &ann, STR("T-1"), &r, &rig.err));
	ck_assert(!r.alert);
	ck_assert(!alert_get(rig.st, &rig.arena, &ann, 1, &row, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	rig_close(&rig);
}
END_TEST

START_TEST(an_alert_of_a_barred_record_does_not_exist)
{
	struct alert_row row;
	struct rig rig;
	int64_t seq;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "'PC12'");
	seq = raise(&rig, "T-1", "'level':0");
	ck_assert_uint_eq(open_alerts(&rig, &ann, ""), 1);
	ck_assert_uint_eq(open_alerts(&rig, &bob, ""), 0);
	ck_assert(!alert_get(rig.st, &rig.arena, &bob, seq, &row, &rig.err));
	rig_close(&rig);
}
END_TEST

/* ---- conflicts ------------------------------------------------------------------------ */

static bool sees(struct rig *rig, const struct viewer *v, const char *ref)
{
	struct record r;

	return record_get(rig->st, &rig->arena, v, str_of(ref), &r, &rig->err);
}

/* Barred twice is counted once, and a new import lifts no conflict. */
START_TEST(a_conflict_hides_until_it_is_lifted)
{
	struct rig rig;
	int64_t n = 0;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "'PC12'");
	rig_record(&rig, "T-2", 1, "");
	rig_record(&rig, "T-3", 1, "");
	rig_say(&rig, "bob", EVENT_CONFLICT_DECLARED, "T-1",
	    "{'user':'bob','how':'imposed','reason':'r'}");
	rig_say(&rig, "bob", EVENT_CONFLICT_DECLARED, "T-2",
	    "{'user':'bob','how':'declared','reason':'r'}");
	ck_assert(!sees(&rig, &bob, "T-1") && !sees(&rig, &bob, "T-2"));
	ck_assert(sees(&rig, &bob, "T-3") && sees(&rig, &ann, "T-2"));
	ck_assert(record_count(rig.st, &rig.arena, &bob, NULL, 0, &n, &rig.err));
	ck_assert_int_eq(n, 1);
	rig_say(&rig, "ann", EVENT_RECORD_CHANGED, "T-1",
	    "{'fields':{},'texts':{},'was':{},'bars':[],'rank':1}");
	ck_assert(!sees(&rig, &bob, "T-1"));
	for (int i = 1; i <= 2; i++)
		rig_say(&rig, "ann", EVENT_CONFLICT_LIFTED,
		    arena_printf(&rig.arena, "T-%d", i).p, "{'user':'bob','reason':'r'}");
	ck_assert(sees(&rig, &bob, "T-1") && sees(&rig, &bob, "T-2"));
	ck_assert(record_count(rig.st, &rig.arena, &bob, NULL, 0, &n, &rig.err));
	ck_assert_int_eq(n, 3);
	rig_close(&rig);
}
END_TEST

/* ---- links ---------------------------------------------------------------------------- */

static int64_t propose(struct rig *rig, const char *to, const char *counts)
{
	return rig_say(rig, "ann", EVENT_LINK_PROPOSED, "T-1",
	    "{'to':'%s','kind':'same_person','reason':'r','counts':%s}", to, counts);
}

static void judge(struct rig *rig, int64_t link, const char *verdict)
{
	rig_say(rig, "cyd", EVENT_LINK_JUDGED, "T-1",
	    "{'link':%lld,'verdict':'%s','reason':'r'}", (long long)link, verdict);
}

static bool counts(struct rig *rig, int64_t link)
{
	struct link_row row;

	done(link_get(rig->st, &rig->arena, &ann, link, &row, &rig->err));
	return row.counts;
}

START_TEST(a_link_counts_as_its_kind_and_verdict_say)
{
	struct link_rows rows;
	int64_t at_once, judged;
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	rig_record(&rig, "T-2", 1, "");
	at_once = propose(&rig, "T-2", "true");
	judged = propose(&rig, "T-2", "false");
	ck_assert(counts(&rig, at_once) && !counts(&rig, judged));
	ck_assert(link_list(rig.st, &rig.arena, &ann, STR(""), 10, &rows, &rig.err));
	ck_assert(rows.n == 1 && rows.v[0].seq == judged);
	ck_assert(link_list(rig.st, &rig.arena, &ann, STR("T-2"), 10, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 2);
	judge(&rig, at_once, "different");
	judge(&rig, judged, "same");
	ck_assert(!counts(&rig, at_once) && counts(&rig, judged));
	ck_assert(link_list(rig.st, &rig.arena, &ann, STR(""), 10, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	rig_say(&rig, "ann", EVENT_LINK_REMOVED, "T-1", "{'link':%lld,'reason':'r'}",
	    (long long)judged);
	ck_assert(!counts(&rig, judged));
	rig_close(&rig);
}
END_TEST

/* One end that does not exist for somebody takes the link along, in the log too. */
START_TEST(a_link_needs_both_ends_seen)
{
	struct event_filter f = {.type = STR("link."), .viewer = &bob};
	struct event_rows events;
	struct link_rows rows;
	struct link_row row;
	struct rig rig;
	int64_t seq;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "");
	rig_record(&rig, "T-2", 1, "'PC12'");
	rig_record(&rig, "T-3", 1, "");
	seq = propose(&rig, "T-2", "true");
	judge(&rig, seq, "same");
	ck_assert(!link_get(rig.st, &rig.arena, &bob, seq, &row, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	ck_assert(link_list(rig.st, &rig.arena, &bob, STR("T-1"), 10, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 0);
	ck_assert(store_events(rig.st, &rig.arena, &f, &events, &rig.err));
	ck_assert_uint_eq(events.n, 0);
	judge(&rig, propose(&rig, "T-3", "false"), "different");
	ck_assert(link_list(rig.st, &rig.arena, &bob, STR("T-1"), 10, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 1);
	ck_assert(store_events(rig.st, &rig.arena, &f, &events, &rig.err));
	ck_assert_uint_eq(events.n, 2);
	f.viewer = &ann;
	ck_assert(store_events(rig.st, &rig.arena, &f, &events, &rig.err));
	ck_assert_uint_eq(events.n, 4);
	rig_close(&rig);
}
END_TEST

/* ---- the log ---------------------------------------------------------------------------- */

START_TEST(the_log_names_no_record_that_one_may_not_see)
{
	struct event_filter f = {.viewer = &bob};
	struct event_rows rows;
	struct rig rig;

	rig_open(&rig);
	rig_record(&rig, "T-1", 1, "'PC12'");
	rig_record(&rig, "T-2", 1, "");
	rig_say(&rig, "ann", EVENT_LIST_READ, "",
	    "{'expr':'','order':'rank','refs':['T-1','T-2']}");
	rig_say(&rig, "ann", EVENT_LIST_READ, "", "{'expr':'','order':'rank','refs':['T-2']}");
	rig_say(&rig, "ann", EVENT_REQUEST_REFUSED, "T-1", "{'request':'x','reasons':[]}");
	ck_assert(store_events(rig.st, &rig.arena, &f, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 2);
	ck_assert(str_is(rows.v[0].record, "T-2") && str_is(rows.v[1].type, "list.read"));
	f.viewer = NULL;
	ck_assert(store_events(rig.st, &rig.arena, &f, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 5);
	rig_close(&rig);
}
END_TEST

/* ---- people and packs -------------------------------------------------------------------- */

START_TEST(the_last_training_is_the_one_that_holds)
{
	struct user_row u;
	int32_t day = 0;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(&rig, "ann", EVENT_USER_TRAINED, "",
	    "{'name':'bob','competence':'visiting','until':'2026-09-01'}");
	rig_say(&rig, "ann", EVENT_USER_TRAINED, "",
	    "{'name':'bob','competence':'law','until':'2026-01-01'}");
	rig_say(&rig, "ann", EVENT_USER_TRAINED, "",
	    "{'name':'bob','competence':'visiting','until':'2027-09-01'}");
	ck_assert(user_get(rig.st, &rig.arena, STR("bob"), &u, &rig.err));
	ck_assert_uint_eq(u.skills.n, 2);
	holds(day_read(STR("2027-09-01"), &day));
	ck_assert(str_is(u.skills.v[1].competence, "visiting") && u.skills.v[1].until == day);
	ck_assert(user_get(rig.st, &rig.arena, STR("ann"), &u, &rig.err));
	ck_assert_uint_eq(u.skills.n, 0);
	rig_close(&rig);
}
END_TEST

START_TEST(every_pack_that_was_in_force_can_be_read)
{
	const struct json *files;
	struct standing_rows rows;
	struct rig rig;

	rig_open(&rig);
	rig_story(&rig);
	rig_say(&rig, "ann", EVENT_PACK_APPLIED, "",
	    "{'id':'p2','name':'toy','files':{'review.yaml':'name: other'}}");
	ck_assert(pack_files(rig.st, &rig.arena, STR("p1"), &files, &rig.err));
	ck_assert(str_is(json_get_text(files, "review.yaml"), "name: toy"));
	ck_assert(pack_files(rig.st, &rig.arena, STR("p2"), &files, &rig.err));
	ck_assert(str_is(json_get_text(files, "review.yaml"), "name: other"));
	ck_assert(!pack_files(rig.st, &rig.arena, STR("p3"), &files, &rig.err));
	ck_assert_int_eq(rig.err.kind, ERR_NOT_FOUND);
	rig_say(&rig, "ann", EVENT_RECORD_MAPPED, "T-2",
	    "{'from':'triage','to':'sift','queue':'officers','rank':1,'final':false,"
	    "'blind':false,'pack':'p2'}");
	ck_assert(record_standing(rig.st, &rig.arena, &rows, &rig.err));
	ck_assert_uint_eq(rows.n, 3);
	ck_assert(str_is(rows.v[1].state, "sift") && str_is(rows.v[1].pack, "p2"));
	ck_assert(rows.v[1].n == 1 && rows.v[2].n == 2);
	rig_close(&rig);
}
END_TEST

Suite *suite_store_around(void)
{
	const TTest *const tests[] = {a_line_of_alerts_is_acknowledged_as_one,
	    an_alert_of_a_barred_record_does_not_exist, a_conflict_hides_until_it_is_lifted,
	    a_link_counts_as_its_kind_and_verdict_say, a_link_needs_both_ends_seen,
	    the_log_names_no_record_that_one_may_not_see,
	    the_last_training_is_the_one_that_holds, every_pack_that_was_in_force_can_be_read};

	return suite_of("around", tests, COUNT(tests));
}
