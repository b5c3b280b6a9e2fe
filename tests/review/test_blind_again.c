/* SPDX-License-Identifier: MIT */
/*
 * A case that is read again looks as it did when it was read first. Of C-1 and C-2 one was
 * read by r1 and signed, and is drawn for a quality pass at the very moment in which the other
 * one first comes to be read; in the twin it is the other way round. r2 finds no difference,
 * whatever they ask, up to the moment when their own answers are locked.
 */
#include "review/engine_pack.h"
#include "review/passes.h"
#include "review/twins.h"

#include <string.h>

Suite *suite_review_blind_again(void);

/* One queue for both seats; readers may read the log and assign. What the steps set and the
 * clocks that run would tell of the first time, and are not there. */
static void files(struct arena *a, struct source *out)
{
	static const char *const changes[][2] = {
	    {"seats: {second: second", "seats: {second: reader"},
	    {"label: Reader, rights: [read, take, note]",
		"label: Reader, rights: [read, take, note, assign, log]"},
	    {"start: total, sample", "sample"},
	    {"locks: true, set: {outcome: \"{finding}\"}}", "locks: true}"},
	    {"when: \"outcome:x\"}", "when: \"finding:x\"}"},
	    {"when: \"outcome:y\"}", "when: \"finding:y\"}"},
	    {"did:approve or outcome:y", "did:approve or finding:y"},
	};

	engine_files(a, out);
	for (size_t k = 0; k < COUNT(changes); k++)
		for (size_t i = 0; i < out->files.n; i++)
			if (strstr(out->files.v[i].text.p, changes[k][0]))
				out->files.v[i].text = bench_replace(
				    a, out->files.v[i].text, changes[k][0], changes[k][1]);
}

static void searched(struct bench *b, const char *ref)
{
	bench_claim(b, "c2", str_of(ref));
}

/* Both wait to be searched and c2 holds them; then `again` goes its way to the end. */
static struct bench *with(const char *again, const char *first)
{
	static const struct bench_user users[] = {{"c1", "clerk", ""}, {"c2", "clerk", ""},
	    {"r1", "reader", ""}, {"r2", "reader", ""}, {"j1", "judge", ""},
	    {"b1", "chief", ""}, {"b2", "chief", ""}};
	struct bench *b = bench_open(
	    (struct bench_how){.files = files, .users = users, .nusers = COUNT(users)});
	struct req_user_train train = {.competence = STR("method"), .until = STR("2030-01-01")};
	struct rep_done done;
	struct err e;

	passes_on(b);
	train.name = STR("c2");
	ok(ask_user_train(b, "admin", &train, &done, &e));
	for (int i = 1; i <= 2; i++) {
		struct str ref = engine_case(
		    b, i, "\"kind\":\"b\",\"told\":\"t\",\"received\":\"2017-04-03\"");
		engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
		for (int k = 1; k <= 2; k++)
			engine_step(b, "c2",
			    arena_printf(&b->arena, "%.*s/K%d", STR_ARG(ref), k), "done", NULL);
	}
	searched(b, "C-1");
	searched(b, "C-2");
	b->now += 60000;
	bench_decide(b, "c2", str_of(again), "searched", NULL);
	b->now += 600000;
	engine_step(b, "r1", str_of(again), "lock", "{\"finding\":\"y\",\"why\":\"zebra\"}");
	b->now += 600000;
	engine_step(b, "b1", str_of(again), "sign", "{\"lesson\":\"zebra\"}");
	b->now += 600000;
	bench_decide(b, "c2", str_of(first), "searched", NULL);
	passes_drawn(b, "{\"expr\":\"state:closed\",\"seed\":\"s\",\"size\":1}");
	ck_assert(str_is(engine_record(b, str_of(again)).state, "read"));
	ck_assert(str_is(engine_record(b, str_of(first)).state, "read"));
	return b;
}

static const struct ask acts[] = {
    {"past", "{\"ref\":\"C-1\",\"limit\":100}"},
    {"past", "{\"ref\":\"C-2\",\"limit\":100}"},
    {"past", "{\"ref\":\"C-1\",\"kinds\":[\"views\",\"quality\"]}"},
    {"past", "{\"ref\":\"C-1\",\"others\":true,\"since\":1}"},
    {"changes", "{\"after\":1,\"refs\":[\"C-1\",\"C-2\"],\"rows\":true}"},
    {"next", "{}"},
    {"release", "{\"ref\":\"C-1\"}"},
    {"release", "{\"ref\":\"C-2\"}"},
    {"claim", "{\"ref\":\"C-1\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"show", "{\"ref\":\"C-2\"}"},
    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"why\",\"ref\":\"C-1\",\"value\":\"mine\"}"},
    {"note", "{\"ref\":\"C-1\",\"text\":\"mine\"}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"lock\"}"},
    {"assign", "{\"ref\":\"C-2\",\"to\":\"j1\"}"},
    {"defer", "{\"reason\":\"x\",\"ref\":\"C-1\",\"until\":\"+3d\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"claim", "{\"ref\":\"C-1\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"finding\",\"ref\":\"C-1\",\"value\":\"x\"}"},
    {"answer", "{\"form\":\"look\",\"question\":\"ground\",\"ref\":\"C-1\",\"value\":\"p\"}"},
    {"form", "{\"form\":\"look\",\"ref\":\"C-1\"}"},
    {"home", "{}"},
};

static void ask_all(struct twins *t)
{
	twins_ask_reads(t);
	twins_ask_quality(t);
	twins_ask_counts(t);
}

START_TEST(a_case_that_is_read_again_looks_as_when_it_was_read_first)
{
	struct twins t = {.one = with("C-1", "C-2"), .two = with("C-2", "C-1"), .who = "r2"};
	static const struct ask lock[] = {{"decide", "{\"ref\":\"C-1\",\"step\":\"lock\"}"}};

	ask_all(&t);
	twins_ask(&t, acts, COUNT(acts));
	ask_all(&t);
	twins_ask(&t, lock, COUNT(lock));
	bench_verify(t.one);
	bench_verify(t.two);
	bench_close(t.one);
	bench_close(t.two);
}
END_TEST

Suite *suite_review_blind_again(void)
{
	Suite *s = suite_create("review/blind_again");
	TCase *c = tcase_create("all");

	tcase_set_timeout(c, 120);
	tcase_add_test(c, a_case_that_is_read_again_looks_as_when_it_was_read_first);
	suite_add_tcase(s, c);
	return s;
}
