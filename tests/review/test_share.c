/* SPDX-License-Identifier: MIT */
/*
 * Work given to many at once: what the preview says is what is done, or nothing is. And
 * absence: who is away is given and served nothing until the day comes or they are back.
 */
#include <string.h>

#include "review/engine_play.h"

Suite *suite_review_share(void);

enum { SEEDS = 5, STEPS = 90, SHARES = 12 };
#define A_DAY (24 * 3600 * (int64_t)1000)

static struct str text_of(struct bench *b, const char *quoted)
{
	return str_of(arena_str(&b->arena, str_of(quoted)).p);
}

static void give_to(struct bench *b, struct req_share *q, const char *names)
{
	struct str all = text_of(b, names);

	while (all.n) {
		size_t n = 0;
		while (n < all.n && all.p[n] != ' ')
			n++;
		*arena_push(&b->arena, &q->to) = (struct str){all.p, n};
		all = (struct str){all.p + n + (n < all.n), all.n - n - (n < all.n)};
	}
}

static struct rep_handing share(struct bench *b, const struct req_share *q)
{
	struct rep_handing r;
	struct err e = {0};

	ok(ask_share(b, "b1", q, &r, &e));
	return r;
}

static struct str holder(struct bench *b, struct str ref)
{
	return engine_record(b, ref).holder;
}

/* ---- the preview is the deed ----------------------------------------------------------- */

static int64_t held_by(struct bench *b, struct str name)
{
	return bench_count(b, "b1", arena_printf(&b->arena, "holder:%.*s", STR_ARG(name)).p);
}

static void check_done(struct bench *b, const struct rep_handing *was)
{
	for (size_t i = 0; i < was->given.n; i++)
		ck_assert(str_eq(holder(b, was->given.v[i].ref), was->given.v[i].to));
	for (size_t i = 0; i < was->hands.n; i++)
		ck_assert_int_eq(held_by(b, was->hands.v[i].name), was->hands.v[i].after);
}

/* Every record is told of once, and nobody is named that may not have it. */
static void check_shown(struct bench *b, const struct req_share *q, const struct rep_handing *r)
{
	ck_assert_int_eq(r->moves, (int64_t)r->given.n);
	ck_assert_int_eq(r->refused, (int64_t)r->ungiven.n);
	for (size_t i = 0; i < r->given.n; i++) {
		struct req_assign one = {.ref = r->given.v[i].ref, .to = r->given.v[i].to};
		ck_assert(one.to.n == 0 || str_has(q->to, one.to));
		ck_assert(!str_eq(holder(b, one.ref), one.to));
	}
	for (size_t i = 0; i < r->ungiven.n; i++)
		ck_assert_uint_gt(r->ungiven.v[i].text.n, 0);
}

/* What is refused for everybody in the preview is refused one by one as well. */
static void check_refused(
    struct bench *b, const struct req_share *q, const struct rep_handing *r)
{
	for (size_t i = 0; i < r->ungiven.n; i++)
		for (size_t k = 0; k < q->to.n; k++) {
			struct req_assign one = {.ref = r->ungiven.v[i].ref, .to = q->to.v[k]};
			struct rep_done done;
			struct err e;
			ck_assert(!ask_assign(b, "b1", &one, &done, &e));
		}
}

static struct req_share some_share(struct engine_play *p)
{
	static const char *const exprs[] = {"type:case", "type:check", "has:holder",
	    "-has:holder", "state:read", "holder:(c1, c2)", "queue:reader", "type:contact"};
	static const char *const people[] = {
	    "c1 c2", "r1 r2 w1", "c1", "", "s1 s2 j1", "c1 c2 c3 h1 x1", "b1 b2", "j1 j2"};
	struct req_share q = {.expr = str_of(exprs[dice_below(&p->d, COUNT(exprs))])};

	give_to(p->b, &q, people[dice_below(&p->d, COUNT(people))]);
	return q;
}

static void one_share(struct engine_play *p)
{
	struct req_share q = some_share(p);
	struct rep_handing shown = share(p->b, &q), done;
	int64_t head = bench_head(p->b);
	struct err e = {0};

	check_shown(p->b, &q, &shown);
	check_refused(p->b, &q, &shown);
	q.digest = shown.digest;
	if (shown.moves == 0) {
		ck_assert(!ask_share(p->b, "b1", &q, &done, &e));
		ck_assert_int_eq(e.kind, ERR_NO);
		return;
	}
	ok(ask_share(p->b, "b1", &q, &done, &e));
	ck_assert(done.done && bench_head(p->b) > head);
	check_done(p->b, &shown);
	p->worked++;
}

START_TEST(what_the_preview_says_is_what_is_done)
{
	struct engine_play p = {.b = engine_new(), .d = dice_seed(7100 + (uint64_t)_i)};
	int shares = 0;

	for (int i = 0; i < STEPS; i++)
		engine_play_one(&p);
	p.worked = 0;
	for (int i = 0; i < SHARES; i++, shares = p.worked)
		one_share(&p);
	ck_assert_int_gt(shares, 2); /* else it was no play */
	bench_verify(p.b);
	bench_close(p.b);
}
END_TEST

START_TEST(when_anything_has_changed_nothing_is_done)
{
	struct bench *b = engine_new();
	struct req_share q = {.expr = STR("type:case")};
	struct req_assign other = {.to = STR("c2")};
	struct rep_handing shown, done;
	struct rep_done single;
	int64_t moved;
	struct err e;

	engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");
	other.ref = engine_case(b, 2, "\"kind\":\"a\",\"safe\":\"yes\"");
	give_to(b, &q, "c1");
	shown = share(b, &q);
	ok(ask_assign(b, "b1", &other, &single, &e));
	moved = (int64_t)bench_events(b, "record.assigned", "").n;
	q.digest = shown.digest;
	ck_assert(!ask_share(b, "b1", &q, &done, &e));
	ck_assert_int_eq(e.kind, ERR_CONFLICT);
	ck_assert_int_eq((int64_t)bench_events(b, "record.assigned", "").n, moved);
	bench_close(b);
}
END_TEST

START_TEST(records_are_spread_evenly_by_rank)
{
	struct bench *b = engine_new();
	struct req_share q = {.expr = STR("type:case")};
	struct rep_handing r;

	for (int i = 1; i <= 6; i++)
		engine_case(b, i, "\"kind\":\"a\",\"safe\":\"yes\"");
	give_to(b, &q, "c1 c2 x1");
	r = share(b, &q);
	ck_assert_int_eq(r.moves, 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert(str_eq(r.given.v[i].to, q.to.v[i % 3]));
	for (size_t i = 0; i < r.hands.n; i++)
		ck_assert_int_eq(r.hands.v[i].after - r.hands.v[i].before, 2);
	bench_close(b);
}
END_TEST

START_TEST(a_barred_person_is_passed_over_and_the_others_get_it)
{
	struct bench *b = engine_new();
	struct req_share q = {.expr = STR("type:case")};
	struct rep_handing r;

	engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\",\"handler\":\"H1\"");
	give_to(b, &q, "h1");
	r = share(b, &q);
	ck_assert_int_eq(r.refused, 1);
	ck_assert_ptr_nonnull(
	    strstr(arena_str(&b->arena, r.ungiven.v[0].text).p, "original work"));
	give_to(b, &q, "c1");
	r = share(b, &q);
	ck_assert_int_eq(r.refused, 0);
	ck_assert(str_is(r.given.v[0].to, "c1"));
	bench_close(b);
}
END_TEST

START_TEST(the_same_act_sent_again_acts_once)
{
	struct bench *b = engine_new();
	const uint8_t id[16] = {7};
	struct req_share q = {0};
	struct rep_handing r;
	struct err e;

	*arena_push(&b->arena, &q.refs) = engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");
	give_to(b, &q, "c1");
	q.digest = share(b, &q).digest;
	for (int i = 0; i < 2; i++) {
		b->id = id;
		ok(ask_share(b, "b1", &q, &r, &e));
		ck_assert(r.done);
	}
	ck_assert_uint_eq(bench_events(b, "record.assigned", "").n, 1);
	bench_close(b);
}
END_TEST

/* ---- absence ------------------------------------------------------------------------------ */

static bool away(struct bench *b, const char *who, struct req_absent *q, struct rep_handing *r,
    struct err *e)
{
	q->digest = STR("");
	if (!ask_absent(b, who, q, r, e))
		return false;
	ck_assert(!r->done);
	q->digest = r->digest;
	return ask_absent(b, who, q, r, e);
}

static bool serve(struct bench *b, const char *who, struct err *e)
{
	struct req_next q = {0};
	struct rep_record r;

	return ask_next(b, who, &q, &r, e);
}

static bool assign(struct bench *b, struct str ref, const char *to, struct err *e)
{
	struct req_assign q = {.ref = ref, .to = str_of(to)};
	struct rep_done r;

	return ask_assign(b, "b1", &q, &r, e);
}

START_TEST(who_is_absent_is_served_and_given_nothing_until_the_day)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");
	struct req_absent q = {.name = STR("c1"), .until = STR("+2d"), .reason = STR("leave")};
	struct rep_handing r;
	struct err e;

	ck_assert(!away(b, "c2", &q, &r, &e)); /* no right to say so */
	ok(away(b, "b1", &q, &r, &e));
	ck_assert(!serve(b, "c1", &e) && e.kind == ERR_REFUSED);
	ck_assert_ptr_nonnull(strstr(e.text, "leave"));
	ck_assert(!assign(b, ref, "c1", &e) && e.kind == ERR_REFUSED);
	b->now += A_DAY;
	ck_assert(!assign(b, ref, "c1", &e));
	b->now += A_DAY;
	ok(assign(b, ref, "c1", &e));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(one_may_say_oneself_that_one_is_back)
{
	struct bench *b = engine_new();
	struct req_absent q = {.name = STR("c1"), .until = STR("+5d")};
	struct req_absent back = {.name = STR("")};
	struct rep_handing r;
	struct err e;

	engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");
	ok(away(b, "b1", &q, &r, &e));
	back.name = STR("c1");
	ck_assert(!away(b, "c2", &back, &r, &e)); /* somebody else's */
	back.name = STR("");
	ok(away(b, "c1", &back, &r, &e));
	ok(serve(b, "c1", &e));
	ck_assert(!away(b, "c1", &back, &r, &e)); /* twice */
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_an_absent_person_holds_goes_to_others_in_the_same_act)
{
	struct bench *b = engine_new();
	struct str one = engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\""),
		   two = engine_case(b, 2, "\"kind\":\"a\",\"safe\":\"yes\"");
	struct req_absent q = {.name = STR("c1"), .until = STR("+5d"), .hand = true};
	struct rep_handing r;
	struct err e;

	bench_claim(b, "c1", one);
	bench_claim(b, "c1", two);
	*arena_push(&b->arena, &q.to) = STR("c1");
	ck_assert(!away(b, "b1", &q, &r, &e)); /* to themselves */
	q.to.v[0] = STR("c2");
	ok(away(b, "b1", &q, &r, &e));
	ck_assert_int_eq(r.moves, 2);
	ck_assert(str_is(holder(b, one), "c2") && str_is(holder(b, two), "c2"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_share(void)
{
	Suite *s = suite_create("share");
	TCase *c = tcase_create("share");

	tcase_add_loop_test(c, what_the_preview_says_is_what_is_done, 0, SEEDS);
	tcase_add_test(c, when_anything_has_changed_nothing_is_done);
	tcase_add_test(c, records_are_spread_evenly_by_rank);
	tcase_add_test(c, a_barred_person_is_passed_over_and_the_others_get_it);
	tcase_add_test(c, the_same_act_sent_again_acts_once);
	tcase_add_test(c, who_is_absent_is_served_and_given_nothing_until_the_day);
	tcase_add_test(c, one_may_say_oneself_that_one_is_back);
	tcase_add_test(c, what_an_absent_person_holds_goes_to_others_in_the_same_act);
	suite_add_tcase(s, c);
	return s;
}
