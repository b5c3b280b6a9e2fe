/* SPDX-License-Identifier: MIT */
/*
 * The time line is the log, filtered for whoever reads it: after any play, every page of it
 * together is what the log holds of the record and of all under it, in order, no more and no
 * less; and each event stands under one kind.
 */
#include "review/engine_play.h"
#include "review/kinds.h"

Suite *suite_review_past(void);

enum { PLAYS = 120, SEEDS = 3, PAGE = 40, PEOPLE = 4, RECORDS = 5 };

struct seqs {
	int64_t *v;
	size_t n, cap;
};

static bool is_under(const struct records *all, struct str ref, struct str top)
{
	if (str_eq(ref, top))
		return true;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].ref, ref))
			return all->v[i].parent.n && is_under(all, all->v[i].parent, top);
	return false;
}

static const struct record *record_of_ref(const struct records *all, struct str ref)
{
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->v[i].ref, ref))
			return &all->v[i];
	return NULL;
}

/* Of all events that the person may see, newest first, those of the record. */
static struct seqs wanted(struct bench *b, const struct records *all,
    const struct event_rows *rows, struct str top, enum kind kind)
{
	struct seqs out = {0};

	for (size_t i = 0; i < rows->n; i++) {
		const struct event_row *ev = &rows->v[i];
		const struct record *r = record_of_ref(all, ev->record);
		enum kind k = r ? kind_of(event_of(arena_str(&b->arena, ev->type).p),
				      pack_type(review_rules(b->rv), r->type))
				: KIND_NONE;
		if (k != KIND_NONE && (kind == KIND_NONE || k == kind) &&
		    is_under(all, ev->record, top))
			*arena_push(&b->arena, &out) = ev->seq;
	}
	return out;
}

/* All pages; what the asking itself wrote is not of them. */
static struct seqs paged(
    struct bench *b, const char *who, struct req_past q, int64_t head, struct rep_past *last)
{
	struct seqs out = {0};
	struct err e = {0};

	do {
		ok(ask_past(b, who, &q, last, &e));
		for (size_t i = 0; i < last->rows.n; i++)
			if (last->rows.v[i].seq <= head)
				*arena_push(&b->arena, &out) = last->rows.v[i].seq;
		q.from = last->next;
	} while (last->next && (!q.oldest || last->next <= head));
	return out;
}

static void same(struct seqs a, struct seqs b, bool turned)
{
	ck_assert_uint_eq(a.n, b.n);
	for (size_t i = 0; i < a.n; i++)
		ck_assert_int_eq(a.v[i], b.v[turned ? b.n - 1 - i : i]);
}

static size_t compare_record(struct bench *b, const struct records *all, const char *who,
    const struct event_rows *seen, struct str ref)
{
	int64_t head = seen->n ? seen->v[0].seq : 0;
	size_t n = 0;

	for (int k = KIND_NONE; k < KINDS; k++) {
		struct req_past q = {.ref = ref, .limit = PAGE, .oldest = k % 2};
		struct seqs want = wanted(b, all, seen, ref, (enum kind)k);
		struct rep_past last;
		if (k)
			*arena_push(&b->arena, &q.kinds) = str_of(kind_name((enum kind)k));
		same(paged(b, who, q, head, &last), want, q.oldest);
		n += want.n;
	}
	return n;
}

static size_t compare(struct bench *b, const struct records *all, const char *who)
{
	struct event_filter f = {.newest_first = true};
	struct event_rows seen = {0};
	struct user_row u = {0};
	struct desk d = bench_begin(b, who);
	struct err e = {0};
	size_t n = 0, done = 0;
	struct me m;

	ok(user_get(b->rv->store, &b->arena, str_of(who), &u, &e));
	me_of(&d, &u, &m);
	bench_end(b);
	f.viewer = &m.viewer;
	ok(store_events(b->rv->store, &b->arena, &f, &seen, &e));
	for (size_t i = 0; m.viewer.cases && i < all->n && done < RECORDS; i++) {
		struct record r;
		if (record_get(b->rv->store, &b->arena, &m.viewer, all->v[i].ref, &r, &e)) {
			n += compare_record(b, all, who, &seen, all->v[i].ref);
			done++;
		}
	}
	return n;
}

START_TEST(the_time_line_is_the_log_as_this_person_may_see_it)
{
	struct engine_play p = {.b = engine_new(), .d = dice_seed(70 + (uint64_t)_i)};
	struct records all;
	size_t n = 0;

	for (int i = 0; i < PLAYS; i++)
		engine_play_one(&p);
	all = engine_all(p.b);
	for (size_t i = 0; i < PEOPLE; i++)
		n += compare(
		    p.b, &all, engine_people[dice_below(&p.d, (uint64_t)engine_npeople - 1)]);
	ck_assert_uint_gt(n, 300); /* else it was no play */
	bench_verify(p.b);
	bench_close(p.b);
}
END_TEST

START_TEST(each_kind_of_event_has_words_and_a_place)
{
	uint64_t all = 0;

	for (int k = KIND_NONE; k < KINDS; k++) {
		uint64_t bits = kind_events((enum kind)k, NULL);
		ck_assert_uint_eq(all & bits, 0);
		all |= bits;
		if (k)
			ck_assert_int_eq(kind_named(str_of(kind_name((enum kind)k))), k);
	}
	ck_assert_uint_eq(all, EVENT_BIT(EVENT_TYPES) - 1);
	ck_assert_uint_eq(kind_versions() & ~kind_changes(), 0);
	for (int ev = 0; ev < EVENT_TYPES; ev++) /* each record.x is somewhere */
		if (str_starts(str_of(event_name((enum event_type)ev)), STR("record.")))
			ck_assert_int_ne(kind_of((enum event_type)ev, NULL), KIND_NONE);
}
END_TEST

START_TEST(a_time_line_shows_each_field_that_changed_and_logs_the_look)
{
	struct bench *b = bench_new(2);
	struct req_past q = {.ref = STR("DVDS-00001"), .limit = 100};
	struct str csv =
	    bench_replace(&b->arena, extract_with(&b->arena, "narrative", "new words"),
		",Applicant 1,", ",Applicant One,");
	struct rep_batch batch;
	struct rep_past r;
	struct err e;
	size_t looks;

	ok(bench_import(b, csv.p, false, &batch, &e));
	looks = bench_events(b, "record.viewed", "DVDS-00001").n;
	ok(ask_past(b, "s01", &q, &r, &e));
	ck_assert_uint_eq(bench_events(b, "record.viewed", "DVDS-00001").n, looks + 1);
	ck_assert(r.rows.n == 2 && r.next == 0);
	ck_assert_str_eq(r.rows.v[0].kind.p, "data");
	ck_assert_uint_eq(r.rows.v[0].values.n, 2);
	ck_assert_str_eq(r.rows.v[0].values.v[0].label.p, "Applicant");
	ck_assert_str_eq(r.rows.v[0].values.v[0].was.p, "Applicant 1");
	ck_assert_str_eq(r.rows.v[0].values.v[0].now.p, "Applicant One");
	ck_assert_str_eq(r.rows.v[0].values.v[1].now.p, "new words");
	bench_triage(b, "t01", q.ref);
	q.since = r.rows.v[0].seq;
	q.oldest = true;
	*arena_push(&b->arena, &q.kinds) = STR("decisions");
	ok(ask_past(b, "s01", &q, &r, &e));
	ck_assert_str_eq(r.rows.v[0].type.p, "record.claimed");
	ck_assert_str_eq(r.rows.v[1].form.p, "triage");
	ck_assert(r.rows.v[1].values.n == 1 && r.rows.v[1].values.v[0].now.n > 0);
	ck_assert_str_eq(r.rows.v[r.rows.n - 1].type.p, "record.moved");
	*arena_push(&b->arena, &q.kinds) = STR("dates");
	ck_assert(!ask_past(b, "s01", &q, &r, &e));
	ck_assert(says(&e, ERR_USAGE, "'dates' is no kind of event"));
	bench_close(b);
}
END_TEST

Suite *suite_review_past(void)
{
	const TTest *const tests[] = {each_kind_of_event_has_words_and_a_place,
	    a_time_line_shows_each_field_that_changed_and_logs_the_look};
	Suite *s = bench_suite("review/past", tests, COUNT(tests));
	TCase *t = tcase_create("plays");

	tcase_set_timeout(t, 120);
	tcase_add_loop_test(t, the_time_line_is_the_log_as_this_person_may_see_it, 0, SEEDS);
	suite_add_tcase(s, t);
	return s;
}
