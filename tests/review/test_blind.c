/* SPDX-License-Identifier: MIT */
/*
 * Two readers who know nothing of each other. r2 may sit first or second; in one review r1
 * has read the case before, put it aside, been late, locked his answers, and left a note, a
 * link, an action and alerts; in the other nobody has touched it since it came to be read. Every request
 * there is gives r2 the same bytes, and so it goes on until r2 has locked as well.
 */
#include "review/engine.h"
#include "review/engine_pack.h"
#include "review/twins.h"

#include <string.h>

Suite *suite_review_blind(void);

/* One queue for both seats, as where every reviewer may be second; readers may read the log,
 * assign work, add checks. */
static void files(struct arena *a, struct source *out)
{
	static const char *const changes[][2] = {
	    {"seats: {second: second", "seats: {second: reader"},
	    {"label: Reader, rights: [read, take, note]",
		"label: Reader, rights: [read, take, note, assign, log]"},
	    {"open: {by: clerk, under: case}", "open: {by: [clerk, reader], under: case}"},
	};

	engine_files(a, out);
	for (size_t i = 0; i < out->files.n; i++)
		for (size_t k = 0; k < COUNT(changes); k++)
			if (strstr(out->files.v[i].text.p, changes[k][0]))
				out->files.v[i].text = bench_replace(
				    a, out->files.v[i].text, changes[k][0], changes[k][1]);
}

static struct bench *to_read(void)
{
	static const struct bench_user users[] = {{"c1", "clerk", ""}, {"c2", "clerk", ""},
	    {"r1", "reader", ""}, {"r2", "reader", ""}, {"j1", "judge", ""},
	    {"b1", "chief", ""}};
	struct bench *b = bench_open(
	    (struct bench_how){.files = files, .users = users, .nusers = COUNT(users)});
	struct req_user_train train = {.competence = STR("method"), .until = STR("2030-01-01")};
	struct req_note note = {.ref = STR("C-1"), .text = STR("from before")};
	struct rep_done done;
	struct err e;

	train.name = STR("c2");
	ok(ask_user_train(b, "admin", &train, &done, &e));
	engine_to_read(b, 1, "\"kind\":\"a\",\"received\":\"2017-04-03\"");
	engine_to_read(b, 2, "\"kind\":\"a\"");
	ok(ask_note(b, "c1", &note, &done, &e));
	return b;
}

/* What one may do to a case besides reading it. */
static void leave_traces(struct bench *b, const char *who)
{
	struct req_note note = {.ref = STR("C-1"), .text = STR("zebra")};
	struct req_link link = {.ref = STR("C-1"),
	    .other = STR("C-2"),
	    .kind = STR("near"),
	    .reason = STR("zebra")};
	struct req_safeguard danger = {.ref = STR("C-1"), .text = STR("zebra")};
	struct req_defer defer = {
	    .ref = STR("C-1"), .until = STR("+1d"), .reason = STR("zebra")};
	struct rep_moved moved;
	struct rep_done done;
	struct err e;

	bench_claim(b, who, STR("C-1"));
	ok(ask_note(b, who, &note, &done, &e));
	ok(ask_link(b, who, &link, &done, &e));
	ok(ask_safeguard(b, who, &danger, &moved, &e));
	ok(ask_defer(b, who, &defer, &done, &e));
	b->now += 30 * 3600 * 1000;
	bench_begin(b, "system");
	ck_assert_int_ge(review_chores(b->rv, &b->arena, b->now), 0);
	bench_end(b);
}

static struct twins twins_of(void)
{
	struct twins t = {.one = to_read(), .two = to_read(), .who = "r2"};
	struct bench *b = t.one;

	leave_traces(b, "r1");
	engine_step(b, "r1", STR("C-1"), "lock",
	    "{\"finding\":\"x\",\"ground\":\"p\",\"why\":\"zebra\"}");
	t.two->now = b->now;
	bench_begin(t.two, "system");
	ck_assert_int_ge(review_chores(t.two->rv, &t.two->arena, t.two->now), 0);
	bench_end(t.two);
	ck_assert_int_eq(engine_record(b, STR("C-1")).seat, SEAT_SECOND);
	ck_assert_int_eq(engine_record(t.two, STR("C-1")).seat, SEAT_FIRST);
	return t;
}

/* Refused, each in its way. */
static const struct ask tries[] = {
    {"release", "{\"ref\":\"C-1\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"finding\",\"ref\":\"C-1\",\"value\":\"y\"}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"lock\"}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"weigh\"}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"approve\"}"},
    {"defer", "{\"reason\":\"x\",\"ref\":\"C-1\",\"until\":\"+3d\"}"},
    {"assign", "{\"ref\":\"C-1\",\"to\":\"c1\"}"},
    {"assign", "{\"ref\":\"C-1\",\"to\":\"j1\"}"},
    {"override", "{\"reason\":\"x\",\"ref\":\"C-1\",\"step\":\"approve\"}"},
    {"add", "{\"type\":\"contact\",\"under\":\"C-1\"}"},
    {"conflict", "{\"lift\":true,\"reason\":\"x\",\"ref\":\"C-1\",\"user\":\"c1\"}"},
};

/* And then the work itself, to the moment when r2's own answers are locked. */
static const struct ask acts[] = {
    {"next", "{}"},
    {"release", "{\"ref\":\"C-1\"}"},
    {"release", "{\"ref\":\"C-2\"}"},
    {"claim", "{\"ref\":\"C-1\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"why\",\"ref\":\"C-1\",\"value\":\"mine\"}"},
    {"note", "{\"ref\":\"C-1\",\"text\":\"mine\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"override", "{\"reason\":\"x\",\"ref\":\"C-1\",\"step\":\"lock\"}"},
    {"overrides", "{}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"lock\"}"},
    {"defer", "{\"reason\":\"x\",\"ref\":\"C-1\",\"until\":\"+3d\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"claim", "{\"ref\":\"C-1\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"finding\",\"ref\":\"C-1\",\"value\":\"y\"}"},
    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"},
    {"count", "{\"expr\":\"finding:y\"}"},
    {"count", "{\"expr\":\"why:mine\"}"},
    {"home", "{}"},
};

/* Numbers of events, guessed: of all that r1 left there is nothing to be acknowledged, judged
 * or taken away. */
static void ask_numbers(struct twins *t)
{
	int64_t last = bench_head(t->one);

	for (int64_t n = 1; n <= last; n++) {
		struct arena *a = &t->one->arena;
		long long i = (long long)n;
		struct ask asks[] = {
		    {"acknowledge", arena_printf(a, "{\"alert\":%lld,\"text\":\"x\"}", i).p},
		    {"link_judge",
			arena_printf(a, "{\"link\":%lld,\"verdict\":\"same\"}", i).p},
		    {"unlink", arena_printf(a, "{\"link\":%lld,\"reason\":\"x\"}", i).p},
		    {"override_judge",
			arena_printf(a, "{\"override\":%lld,\"reason\":\"x\"}", i).p},
		};
		twins_ask(t, asks, COUNT(asks));
	}
}

/* From another terminal of r2's: nothing of what they ask here is their own session's. */
static const struct ask live[] = {
    {"changes", "{}"},
    {"changes", "{\"after\":1,\"below\":true,\"heard\":1,\"home\":true,"
		"\"refs\":[\"C-1\",\"C-2\"]}"},
    {"changes", "{\"after\":1,\"expr\":\"has:holder or notes>1\","
		"\"refs\":[\"C-1\",\"C-2\",\"C-1/A1\",\"C-1/K1\"],\"rows\":true}"},
    {"changes", "{\"after\":1,\"refs\":[\"C-1\",\"C-1/A1\"],\"rows\":true}"},
    {"past", "{\"ref\":\"C-1\",\"limit\":100}"},
    {"past", "{\"ref\":\"C-1\",\"alone\":true,\"oldest\":true,\"limit\":3}"},
    {"past", "{\"ref\":\"C-1\",\"kinds\":[\"views\",\"notes\"]}"},
    {"past", "{\"ref\":\"C-1\",\"kinds\":[\"decisions\",\"quality\"]}"},
    {"past", "{\"ref\":\"C-1\",\"others\":true,\"since\":1}"},
    {"past", "{\"ref\":\"C-1/A1\"}"},
    {"past", "{\"ref\":\"C-1/K1\"}"},
    {"past", "{\"ref\":\"C-2\"}"},
};

static void ask_live(struct twins *t)
{
	struct str was = t->one->session;

	t->one->session = t->two->session = STR("cccccccccccccccc");
	twins_ask(t, live, COUNT(live));
	t->one->session = t->two->session = was;
}

static void ask_all(struct twins *t)
{
	ask_live(t);
	twins_ask_reads(t);
	twins_ask(t, tries, COUNT(tries));
	twins_ask_quality(t);
	twins_ask_counts(t);
}

START_TEST(a_second_reader_finds_everything_as_if_nobody_had_read_it)
{
	/* head and verify count the events of the whole chain and say nothing of a record */
	static const char *const but[] = {"head", "verify"};
	struct twins t = twins_of();
	struct ask danger[] = {{"safeguard", "{\"ref\":\"C-2\",\"text\":\"x\"}"},
	    {"link", "{\"kind\":\"twin\",\"other\":\"C-2\",\"ref\":\"C-1\"}"},
	    {"add", "{\"fields\":{\"about\":\"x\"},\"type\":\"check\",\"under\":\"C-2\"}"}};

	ask_numbers(&t);
	ask_all(&t);
	twins_ask(&t, acts, COUNT(acts));
	twins_ask(&t, danger, COUNT(danger));
	ask_all(&t);
	twins_all_asked(&t, but, COUNT(but));
	bench_verify(t.one);
	bench_close(t.one);
	bench_close(t.two);
}
END_TEST

/* The first reader was told this when he locked, and is the second now told anything else? */
START_TEST(both_readers_are_told_the_same_when_they_lock)
{
	struct twins t = twins_of();
	static const struct ask lock[] = {{"claim", "{\"ref\":\"C-1\"}"},
	    {"decide", "{\"answers\":{\"finding\":\"x\",\"ground\":\"p\"},\"ref\":\"C-1\","
		       "\"step\":\"lock\"}"}};
	static const struct ask differ[] = {{"claim", "{\"ref\":\"C-1\"}"},
	    {"decide", "{\"answers\":{\"finding\":\"y\"},\"ref\":\"C-1\",\"step\":\"lock\"}"},
	    {"show", "{\"ref\":\"C-1\"}"}, {"list", "{}"}, {"home", "{}"},
	    {"count", "{\"expr\":\"agreed:no\"}"}, {"count", "{\"expr\":\"queue:reader\"}"},
	    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"}, {"claim", "{\"ref\":\"C-1\"}"},
	    {"log", "{\"record\":\"C-1\"}"}};

	if (_i == 0) /* they agree: it moves on in one and waits in the other */
		twins_ask(&t, lock, COUNT(lock));
	else /* they differ: it goes to the judge in one, and waits for another in the other */
		twins_ask(&t, differ, COUNT(differ));
	bench_verify(t.one);
	bench_close(t.one);
	bench_close(t.two);
}
END_TEST

Suite *suite_review_blind(void)
{
	const TTest *const tests[] = {
	    a_second_reader_finds_everything_as_if_nobody_had_read_it};
	Suite *s = bench_suite("review/blind", tests, COUNT(tests));
	TCase *c = tcase_create("locks");

	tcase_add_loop_test(c, both_readers_are_told_the_same_when_they_lock, 0, 2);
	suite_add_tcase(s, c);
	return s;
}
