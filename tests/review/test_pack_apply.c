/* SPDX-License-Identifier: MIT */
/*
 * Another pack comes into force: whole or not at all, nobody stranded, records keep their
 * version until they are mapped.
 */
#include <string.h>
#include <unistd.h>

#include "review/engine.h"
#include "review/engine_pack.h"

Suite *suite_review_pack_apply(void);

struct change {
	const char *find, *replace;
};
/* The state in which cases begin is called otherwise. */
static const struct change renamed[] = {{"initial: sort", "initial: arrive"},
    {"  sort: {label: To sort", "  arrive: {label: Arrived"}, {"from: sort", "from: arrive"},
    {"from: sort", "from: arrive"}};
/* A label and another limit: the states are what they were. */
static const struct change reworded[] = {{"To sort", "To be sorted"},
    {"queue: clerk, due: {days: 2}", "queue: clerk, due: {days: 9}"}};

static struct str text_of(struct bench *b, const struct change *c, size_t n)
{
	struct source s = {0};
	struct str text;

	engine_files(&b->arena, &s);
	for (size_t i = 0; i < s.files.n; i++)
		for (size_t k = 0; k < n; k++)
			if (strstr(s.files.v[i].text.p, c[k].find))
				s.files.v[i].text = bench_replace(
				    &b->arena, s.files.v[i].text, c[k].find, c[k].replace);
	text = json_text(&b->arena, source_json(&b->arena, &s));
	return text;
}

static bool apply(struct bench *b, const char *who, struct str text, const char *maps,
    bool same, struct rep_done *r, struct err *e)
{
	struct req_pack_apply q = {.same = same};
	struct str rest = str_of(maps), part;
	bool done;

	while (str_cut(&rest, ' ', &part))
		*arena_push(&b->arena, &q.maps) = part;
	b->fd = bench_file(text.p, text.n);
	done = ask_pack_apply(b, who, &q, r, e);
	close(b->fd);
	b->fd = -1;
	return done;
}

static struct rep_diff diff(struct bench *b, struct str text)
{
	struct req_pack_diff q = {0};
	struct rep_diff r;
	struct err e;

	b->fd = bench_file(text.p, text.n);
	ok(ask_pack_diff(b, "admin", &q, &r, &e));
	close(b->fd);
	b->fd = -1;
	return r;
}

/* C-1 and C-2 to be sorted, C-3 to be searched. */
static struct bench *three(void)
{
	struct bench *b = engine_new();

	for (int i = 1; i <= 3; i++)
		engine_case(b, i, "\"kind\":\"a\"");
	engine_step(b, "c1", STR("C-3"), "calm", "{\"urgent\":\"no\"}");
	return b;
}

static bool under(struct bench *b, const char *ref, struct str pack)
{
	return str_eq(engine_record(b, str_of(ref)).pack, pack);
}

static struct str label_of(struct bench *b, const char *ref)
{
	return bench_show(b, "c2", str_of(ref)).state_label;
}

START_TEST(a_faulty_pack_is_refused_whole_and_what_is_in_force_stays)
{
	static const struct change faulty[] = {
	    {"by: clerk, form: sorting", "by: clark, form: sort"},
	    {"queue: clerk", "queue: klerk"}, {"claim_minutes: 60", "claim_minutes: soon"}};
	struct bench *b = three();
	struct str before = review_rules(b->rv)->id;
	struct rep_done r;
	struct err e;
	int64_t head = bench_head(b);

	ck_assert(!apply(b, "admin", text_of(b, faulty, COUNT(faulty)), "", true, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "the pack has "));
	ck_assert(says(&e, ERR_INPUT, "clark"));
	ck_assert(says(&e, ERR_INPUT, "klerk"));
	ck_assert(says(&e, ERR_INPUT, "review.yaml:5"));
	ck_assert(!apply(b, "admin", STR("[1]"), "", false, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "{path: text}"));
	ck_assert(!apply(b, "admin", STR("{"), "", false, &r, &e) && e.kind == ERR_INPUT);
	ck_assert(str_eq(review_rules(b->rv)->id, before));
	ck_assert_int_eq(bench_head(b), head);
	engine_step(b, "c1", STR("C-1"), "calm", "{\"urgent\":\"no\"}");
	bench_close(b);
}
END_TEST

START_TEST(records_keep_their_version_until_they_are_mapped)
{
	struct bench *b = three();
	struct str old = review_rules(b->rv)->id, new, fresh;
	struct rep_done r;
	struct err e;

	ok(apply(b, "admin", text_of(b, reworded, COUNT(reworded)), "", false, &r, &e));
	new = review_rules(b->rv)->id;
	ck_assert(!str_eq(old, new));
	ck_assert(has(r.text, "0 records went over to it, 4 stay"));
	ck_assert(under(b, "C-1", old) && under(b, "C-3", old));
	ck_assert_str_eq(label_of(b, "C-1").p, "To sort");
	fresh = engine_case(b, 4, "\"kind\":\"a\"");
	ck_assert(under(b, "C-4", new));
	ck_assert_str_eq(label_of(b, fresh.p).p, "To be sorted");
	engine_step(b, "c1", STR("C-1"), "calm", "{\"urgent\":\"no\"}"); /* by its own rules */
	ck_assert(under(b, "C-1", old));
	bench_reopen(b);
	ck_assert_str_eq(label_of(b, "C-2").p, "To sort");
	ck_assert_str_eq(label_of(b, "C-4").p, "To be sorted");
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_map_to_the_same_state_takes_records_over)
{
	struct bench *b = three();
	struct record before = engine_record(b, STR("C-2")), after;
	struct rep_done r;
	struct err e;

	ok(apply(b, "admin", text_of(b, reworded, COUNT(reworded)), "case.sort=sort", false, &r,
	    &e));
	ck_assert(has(r.text, "2 records went over to it, 2 stay"));
	after = engine_record(b, STR("C-2"));
	ck_assert(str_eq(after.pack, review_rules(b->rv)->id));
	ck_assert(str_is(after.state, "sort") && str_is(after.queue, "clerk"));
	ck_assert_int_eq(after.due - before.due, 7LL * 24 * 3600 * 1000); /* 9 days, not 2 */
	ck_assert(!under(b, "C-3", after.pack));
	ck_assert_uint_eq(bench_events(b, "record.mapped", "").n, 2);
	/* the rest goes over later, by the same pack again */
	ok(apply(b, "admin", text_of(b, reworded, COUNT(reworded)), "", true, &r, &e));
	ck_assert(under(b, "C-3", after.pack) && under(b, "C-3/K1", after.pack));
	ck_assert_uint_eq(bench_events(b, "pack.applied", "").n, 2);
	ck_assert_uint_eq(bench_events(b, "record.mapped", "").n, 4);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(nobody_is_stranded_in_a_state_that_is_gone)
{
	struct bench *b = three();
	struct str text = text_of(b, renamed, COUNT(renamed)), new;
	struct rep_record shown;
	struct rep_done r;
	struct err e;

	ck_assert(!apply(b, "admin", text, "", true, &r, &e));
	ck_assert(
	    says(&e, ERR_REFUSED, "2 records in case.sort: the new pack has no such state"));
	ck_assert(says(&e, ERR_REFUSED, "case.sort=STATE"));
	ck_assert_uint_eq(bench_events(b, "pack.applied", "").n, 1); /* the first one */
	bench_claim(b, "c2", STR("C-2"));
	ok(apply(b, "admin", text, "case.sort=arrive", false, &r, &e));
	new = review_rules(b->rv)->id;
	ck_assert(under(b, "C-1", new) && under(b, "C-2", new) && !under(b, "C-3", new));
	shown = bench_show(b, "c2", STR("C-2"));
	ck_assert_str_eq(shown.state_label.p, "Arrived");
	ck_assert_uint_eq(shown.holder.n, 0); /* whoever held it works there no more */
	ck_assert(has(shown.history.v[0].text, "went over to another version of the pack"));
	engine_step(b, "c1", STR("C-2"), "calm", "{\"urgent\":\"no\"}");
	engine_step(b, "c2", STR("C-3/K1"), "done", NULL); /* under the old one as ever */
	engine_step(b, "c2", STR("C-3"), "searched", NULL);
	ck_assert_int_eq(bench_count(b, "c1", "state:arrive"), 1);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_state_whose_seats_change_needs_a_map_too)
{
	static const struct change seats[] = {
	    {"seats: {second: second", "seats: {second: clerk"}};
	struct bench *b = engine_new();
	struct rep_done r;
	struct err e;

	engine_to_read(b, 1, "\"kind\":\"a\"");
	ck_assert(!apply(b, "admin", text_of(b, seats, 1), "", true, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "other seats or another end"));
	ok(apply(b, "admin", text_of(b, seats, 1), "case.read=read", true, &r, &e));
	ck_assert(under(b, "C-1", review_rules(b->rv)->id));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(every_fault_of_the_maps_is_told)
{
	struct bench *b = three();
	struct str text = text_of(b, renamed, COUNT(renamed));
	struct rep_done r;
	struct err e;

	ck_assert(!apply(b, "admin", text,
	    "sort=arrive case.sort=ariv cas.sort=x case.srt=arrive", false, &r, &e));
	ck_assert(says(&e, ERR_INPUT, "'sort=arrive' is not a map"));
	ck_assert(says(&e, ERR_INPUT,
	    "case has no state 'ariv' in the new pack; did you mean "
	    "'arrive'?"));
	ck_assert(says(&e, ERR_INPUT, "the new pack has no record type 'cas'"));
	ck_assert(says(&e, ERR_INPUT, "case has no state 'srt'; did you mean 'sort'?"));
	ck_assert(!apply(b, "c1", text, "", false, &r, &e) && e.kind == ERR_REFUSED);
	bench_close(b);
}
END_TEST

START_TEST(a_pack_that_leaves_nobody_to_manage_accounts_is_refused)
{
	static const struct change other[] = {
	    {"{id: office, label: Office", "{id: desk, label: Office"}};
	struct bench *b = three();
	struct rep_done r;
	struct err e;

	ck_assert(!apply(b, "admin", text_of(b, other, 1), "", false, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "no account could manage accounts any more"));
	bench_close(b);
}
END_TEST

START_TEST(a_diff_says_per_state_what_would_be_stranded_and_writes_nothing)
{
	struct bench *b = three();
	int64_t head = bench_head(b);
	struct rep_diff r = diff(b, text_of(b, reworded, COUNT(reworded)));
	struct rep_diff gone = diff(b, text_of(b, renamed, COUNT(renamed)));
	bool found = false;

	ck_assert(r.safe && r.stranded == 0 && r.rows.n > 0);
	ck_assert(!gone.safe);
	ck_assert_int_eq(gone.stranded, 2);
	for (size_t i = 0; i < gone.rows.n; i++)
		if (str_is(gone.rows.v[i].kind, "state") &&
		    str_is(gone.rows.v[i].name, "sort")) {
			found = true;
			ck_assert_str_eq(gone.rows.v[i].change.p, "removed");
			ck_assert_int_eq(gone.rows.v[i].records, 2);
		}
	ck_assert(found);
	ck_assert_uint_eq(diff(b, text_of(b, NULL, 0)).rows.n, 0);
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

START_TEST(a_request_that_comes_again_applies_once)
{
	struct bench *b = three();
	struct str text = text_of(b, reworded, COUNT(reworded));
	static const uint8_t id[16] = {3};
	struct rep_done one, two;
	struct err e;

	b->id = id;
	ok(apply(b, "admin", text, "", true, &one, &e));
	b->id = id;
	ok(apply(b, "admin", text, "", true, &two, &e));
	ck_assert_int_eq(one.seq, two.seq);
	ck_assert_uint_eq(bench_events(b, "record.mapped", "").n, 4);
	bench_close(b);
}
END_TEST

/* More than a message holds goes into a file. */
START_TEST(the_files_of_the_pack_come_whole)
{
	struct bench *b = bench_new(0);
	struct req_pack_files q = {0};
	struct rep_sentence r;
	struct source s = {0};
	struct json *files;
	struct str text;
	struct err e;

	ck_assert(!ask_pack_files(b, "r01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "send an open file along"));
	b->fd = bench_file("", 0);
	ok(ask_pack_files(b, "r01", &q, &r, &e));
	ck_assert(lseek(b->fd, 0, SEEK_SET) == 0);
	ok(io_read_fd(&b->arena, b->fd, 1 << 20, &text, &e));
	close(b->fd);
	b->fd = -1;
	ok(json_parse(&b->arena, text, &files, &e));
	ck_assert(source_of_json(&b->arena, files, &s));
	ck_assert(str_eq(source_id(&b->arena, &s), review_rules(b->rv)->id));
	bench_close(b);
}
END_TEST

Suite *suite_review_pack_apply(void)
{
	const TTest *const tests[] = {
	    a_faulty_pack_is_refused_whole_and_what_is_in_force_stays,
	    records_keep_their_version_until_they_are_mapped,
	    a_map_to_the_same_state_takes_records_over,
	    nobody_is_stranded_in_a_state_that_is_gone,
	    a_state_whose_seats_change_needs_a_map_too,
	    every_fault_of_the_maps_is_told,
	    a_pack_that_leaves_nobody_to_manage_accounts_is_refused,
	    a_diff_says_per_state_what_would_be_stranded_and_writes_nothing,
	    a_request_that_comes_again_applies_once,
	    the_files_of_the_pack_come_whole,
	};
	return bench_suite("review/pack_apply", tests, COUNT(tests));
}
