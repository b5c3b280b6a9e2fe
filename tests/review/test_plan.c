/* SPDX-License-Identifier: MIT */
/* Quality passes: fixed, drawn, refused, ended. */
#include "review/passes.h"

#include "lookback/base/hash.h"

#include <stdlib.h>

Suite *suite_review_plan(void);

#define ALL "\"expr\":\"state:closed\",\"seed\":\"s\""

static void close_many(struct bench *b, int from, int to)
{
	for (int i = from; i <= to; i++)
		passes_closed(b, i, Y);
}

START_TEST(a_preview_says_what_it_would_show_and_writes_nothing)
{
	struct bench *b = passes_new();
	int64_t head;
	struct rep_plan r;

	close_many(b, 1, 5);
	head = bench_head(b);
	r = passes_fix(b, "{" ALL ",\"size\":2,\"dry_run\":true}");
	ck_assert(str_is(r.status, "preview") && r.plan.n == 0);
	ck_assert_int_eq(r.total, 5);
	ck_assert_int_eq(r.sample, 2);
	ck_assert(has(r.text, "2 of 5 would be read"));
	ck_assert(has(r.text, "If none is found: With 95 % confidence no more than 3 of 5"));
	ck_assert(has(r.explain, "state is Closed"));
	ck_assert_int_eq(bench_head(b), head);
	bench_close(b);
}
END_TEST

/* ---- the draw, told a second time ---- */

struct keyed {
	struct hash key;
	struct str ref;
};

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;

	for (size_t i = 0; i < HASH_LEN; i++)
		if (x->key.b[i] != y->key.b[i])
			return x->key.b[i] < y->key.b[i] ? -1 : 1;
	return 0;
}

static struct keyed *keys_of(struct bench *b, const char *seed, int n)
{
	struct keyed *all = arena_new(&b->arena, struct keyed, n);

	for (int i = 0; i < n; i++) {
		all[i].ref = arena_printf(&b->arena, "C-%d", i + 1);
		all[i].key = hash_of(arena_printf(
		    &b->arena, "lookback-draw-1\n%s\n%.*s\n", seed, STR_ARG(all[i].ref)));
	}
	qsort(all, (size_t)n, sizeof(*all), by_key);
	return all;
}

START_TEST(a_draw_is_what_seed_and_frame_say)
{
	struct bench *b = passes_new();
	struct keyed *all;
	struct rep_plan r;
	struct str plan;

	close_many(b, 1, 9);
	plan = passes_drawn(b, "{" ALL ",\"size\":4}");
	r = passes_show(b, plan);
	all = keys_of(b, "s", 9);
	ck_assert_uint_eq(r.items.n, 4);
	for (size_t i = 0; i < 4; i++) {
		ck_assert(str_eq(r.items.v[i].ref, all[i].ref));
		ck_assert_int_eq(r.items.v[i].place, (int64_t)i + 1);
		ck_assert(str_is(r.items.v[i].status, "waits"));
		ck_assert(str_is(engine_record(b, all[i].ref).state, "read"));
	}
	ck_assert(str_is(engine_record(b, all[4].ref).state, "closed"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_is_fixed_is_in_the_log_before_it_is_drawn)
{
	struct bench *b = passes_new();
	struct event_rows fixed, drawn;
	struct json *body;
	struct rep_plan r;

	close_many(b, 1, 3);
	r = passes_fix(b, "{" ALL ",\"size\":1,\"reason\":\"monthly\"}");
	ck_assert(str_is(r.plan, "q1") && str_is(r.status, "fixed") && str_is(r.seed, "s"));
	ck_assert(bench_events(b, "sample.drawn", NULL).n == 0);
	passes_drawn(b, "{" ALL ",\"size\":2}");
	fixed = bench_events(b, "plan.fixed", NULL);
	drawn = bench_events(b, "sample.drawn", NULL);
	ck_assert_uint_eq(fixed.n, 2);
	ck_assert_uint_eq(drawn.n, 1);
	body = bench_body(b, &drawn.v[0]);
	ck_assert_uint_eq(json_get(body, "refs")->n, 3);
	ck_assert_int_eq(json_get_int(body, "seq", 0), drawn.v[0].seq - 1);
	ck_assert(fixed.v[1].seq < drawn.v[0].seq);
	bench_close(b);
}
END_TEST

/* ---- refusals ---- */

static struct err draw_refused(struct bench *b, const char *who, struct str plan)
{
	struct req_plan_draw q = {.plan = plan};
	struct rep_plan r;
	struct err e = {0};

	ck_assert(!ask_plan_draw(b, who, &q, &r, &e));
	return e;
}

START_TEST(a_sample_is_drawn_once_and_not_enlarged)
{
	struct bench *b = passes_new();
	struct str plan;
	struct err e;

	close_many(b, 1, 4);
	plan = passes_drawn(b, "{" ALL ",\"size\":1}");
	e = draw_refused(b, "b1", plan);
	ck_assert(says(&e, ERR_REFUSED, "drawn once and never enlarged"));
	e = passes_refused(b, "{" ALL ",\"size\":3}");
	ck_assert(says(&e, ERR_REFUSED, "shares records with q1, which has not ended"));
	e = draw_refused(b, "b1", STR("q9"));
	ck_assert_int_eq(e.kind, ERR_NOT_FOUND);
	bench_close(b);
}
END_TEST

START_TEST(what_cannot_be_a_pass_is_refused_with_every_reason)
{
	static const struct {
		const char *fix, *part;
		enum err_kind kind;
	} rows[] = {
	    {"{\"size\":1}", "which records may be drawn", ERR_INPUT},
	    {"{" ALL "}", "say how many", ERR_INPUT},
	    {"{" ALL ",\"size\":1,\"percent\":\"5\"}", "three ways", ERR_INPUT},
	    {"{" ALL ",\"size\":-1}", "size is -1", ERR_INPUT},
	    {"{" ALL ",\"percent\":\"half\"}", "is no percent", ERR_INPUT},
	    {"{" ALL ",\"size\":1,\"kind\":\"third\"}", "is no kind of pass", ERR_INPUT},
	    {"{" ALL ",\"size\":1,\"kind\":\"elusion\"}", "what it seeks", ERR_INPUT},
	    {"{" ALL ",\"kind\":\"lot\"}", "acceptance quality limit", ERR_INPUT},
	    {"{" ALL ",\"size\":1,\"strata\":[\"knd\"]}", "no field 'knd'", ERR_INPUT},
	    {"{" ALL ",\"size\":1,\"strata\":[\"name\"]}", "cannot be divided", ERR_INPUT},
	    {"{\"expr\":\"state:gome\",\"size\":1}", "gome", ERR_INPUT},
	    {"{\"expr\":\"state:read\",\"size\":1}", "nothing to draw from", ERR_REFUSED},
	    {"{\"expr\":\"ref:C-77\",\"size\":1}", "nothing to draw from", ERR_REFUSED},
	    {"{\"rule\":\"weekly\"}", "no plan 'weekly'", ERR_NOT_FOUND},
	    {"{" ALL ",\"kind\":\"elusion\",\"found\":\"finding:x\",\"size\":1}",
		"have been read in full already", ERR_REFUSED},
	    {"{" ALL ",\"share\":\"50\",\"allow\":3}", "no sample is large enough",
		ERR_REFUSED},
	};
	struct bench *b = passes_new();

	close_many(b, 1, 2);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct err e = passes_refused(b, rows[i].fix);
		ck_assert_msg(says(&e, rows[i].kind, rows[i].part), "%s", rows[i].fix);
	}
	ck_assert(bench_events(b, "plan.fixed", NULL).n == 0);
	bench_close(b);
}
END_TEST

START_TEST(passes_are_for_whom_the_pack_names_and_not_for_the_blind)
{
	struct bench *b = passes_new();
	struct req_plans q = {0};
	struct rep_plans r;
	struct err e = {0};

	ck_assert(!ask_plans(b, "s1", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "is not told of quality passes"));
	e = (struct err){0};
	ck_assert(!ask_plans(b, "c1", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "for a Chief"));
	e = (struct err){0};
	ok(ask_plans(b, "b1", &q, &r, &e));
	bench_close(b);
}
END_TEST

/* ---- strata and sizes ---- */

START_TEST(strata_are_named_by_their_values_and_shares_are_rounded_up)
{
	struct bench *b = passes_new();
	struct rep_plan r;

	close_many(b, 1, 5);
	passes_closed(b, 6, XP);
	r = passes_fix(b, "{" ALL ",\"percent\":\"30\",\"strata\":[\"outcome\"],"
			  "\"dry_run\":true}");
	ck_assert_uint_eq(r.strata.n, 2);
	ck_assert(str_is(r.strata.v[0].name, "outcome=x") && r.strata.v[0].sample == 1);
	ck_assert(str_is(r.strata.v[1].name, "outcome=y") && r.strata.v[1].sample == 2);
	r = passes_fix(b, "{" ALL ",\"percent\":\"1\",\"least\":2,\"strata\":[\"outcome\"],"
			  "\"dry_run\":true}");
	ck_assert_int_eq(r.strata.v[0].sample, 1); /* there is just one */
	ck_assert_int_eq(r.strata.v[1].sample, 2);
	bench_close(b);
}
END_TEST

START_TEST(what_is_always_read_and_the_first_of_an_author_stand_on_top)
{
	struct bench *b = passes_new();
	struct rep_plan r;

	passes_closed(b, 1, XP);
	close_many(b, 2, 6);
	r = passes_fix(b, "{" ALL ",\"size\":1,\"always\":\"finding:x\",\"first\":3,"
			  "\"dry_run\":true}");
	ck_assert_int_eq(r.sample, 4); /* C-1 always, C-2 and C-3 the next of r1, and one */
	ck_assert(str_is(r.strata.v[1].name, "always") && r.strata.v[1].all);
	ck_assert(str_is(r.strata.v[2].name, "first of r1") && r.strata.v[2].sample == 2);
	ck_assert(r.strata.v[0].name.n == 0 && r.strata.v[0].total == 3);
	bench_close(b);
}
END_TEST

START_TEST(a_size_may_be_asked_for_by_what_it_shall_show)
{
	struct bench *b = passes_new();
	struct rep_plan r;

	close_many(b, 1, 8);
	r = passes_fix(b, "{" ALL ",\"share\":\"25\",\"confidence\":\"90\",\"dry_run\":true}");
	/* three bad of eight: C(5,n)/C(8,n) is 1/14 at n = 4 */
	ck_assert_int_eq(r.sample, 4);
	ck_assert(str_is(r.share, "25") && str_is(r.confidence, "90"));
	ck_assert(has(r.text, "It passes when at most 0 are found"));
	bench_close(b);
}
END_TEST

Suite *suite_review_plan(void)
{
	const TTest *const tests[] = {a_preview_says_what_it_would_show_and_writes_nothing,
	    a_draw_is_what_seed_and_frame_say, what_is_fixed_is_in_the_log_before_it_is_drawn,
	    a_sample_is_drawn_once_and_not_enlarged,
	    what_cannot_be_a_pass_is_refused_with_every_reason,
	    passes_are_for_whom_the_pack_names_and_not_for_the_blind,
	    strata_are_named_by_their_values_and_shares_are_rounded_up,
	    what_is_always_read_and_the_first_of_an_author_stand_on_top,
	    a_size_may_be_asked_for_by_what_it_shall_show};

	return bench_suite("review/plan", tests, COUNT(tests));
}
