/* SPDX-License-Identifier: MIT */
/*
 * The board: whatever has been done and whoever looks, each number is how many records its
 * expression finds, and the expressions find what the words above them say.
 */
#include <string.h>

#include "review/engine_play.h"

Suite *suite_review_board(void);

enum { SEEDS = 6, STEPS = 150, LOOK_EVERY = 50 };
#define A_DAY (24 * 3600 * (int64_t)1000)

/* ---- a play with people who may look at the board ------------------------------------ */

/* z1 may hold the second seat, and so is blind; x1 has conflicts of interest by the play. */
static void add_watchers(struct bench *b)
{
	struct req_user_add q = {.name = STR("z1")};
	struct rep_done r;
	struct err e;

	*arena_push(&b->arena, &q.roles) = STR("chief");
	*arena_push(&b->arena, &q.roles) = STR("second");
	ok(ask_user_add(b, "admin", &q, &r, &e));
}

static bool aside(struct engine_play *p)
{
	struct records all = engine_all(p->b);
	struct req_defer q = {.until = STR("+9d"), .reason = STR("waits")};
	struct rep_done r;
	struct err e;

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].holder.n && dice_below(&p->d, 3) == 0) {
			q.ref = all.v[i].ref;
			return ask_defer(
			    p->b, arena_str(&p->b->arena, all.v[i].holder).p, &q, &r, &e);
		}
	return false;
}

static void bar(struct bench *b, const char *who, struct str ref)
{
	struct req_conflict q = {.ref = ref, .reason = STR("kin"), .user = str_of(who)};
	struct rep_done r;
	struct err e;

	(void)ask_conflict(b, "b1", &q, &r, &e);
}

/* ---- what the numbers are ------------------------------------------------------------ */

struct seen { /* how many numbers were compared, how many of them were not 0 */
	size_t all, some;
};

static void check_number(struct bench *b, const char *who, const struct part_section *s,
    const struct part_boardrow *row, size_t k, struct seen *n)
{
	const struct part_number *x = &row->numbers.v[k];
	int64_t found;

	n->all++;
	ck_assert_msg((x->n == 0) == (x->expr.n == 0), "%.*s, %.*s: %lld and '%.*s'",
	    STR_ARG(s->name), STR_ARG(row->label), (long long)x->n, STR_ARG(x->expr));
	if (x->n == 0)
		return;
	n->some++;
	found = bench_count(b, who, arena_str(&b->arena, x->expr).p);
	ck_assert_msg(found == x->n, "%s: %.*s, %.*s, %.*s: %lld, but '%.*s' finds %lld", who,
	    STR_ARG(s->name), STR_ARG(row->label), STR_ARG(s->columns.v[k]), (long long)x->n,
	    STR_ARG(x->expr), (long long)found);
}

static struct rep_board board_of(struct bench *b, const char *who, const char *user)
{
	struct req_board q = {.user = str_of(user)};
	struct rep_board r;
	struct err e = {0};

	ok(ask_board(b, who, &q, &r, &e));
	return r;
}

static void check_board(
    struct bench *b, const char *who, const struct rep_board *r, struct seen *n)
{
	for (size_t i = 0; i < r->sections.n; i++) {
		const struct part_section *s = &r->sections.v[i];
		for (size_t k = 0; k < s->rows.n; k++) {
			const struct part_boardrow *row = &s->rows.v[k];
			ck_assert_uint_eq(row->numbers.n, s->columns.n);
			for (size_t c = 0; c < row->numbers.n; c++)
				check_number(b, who, s, row, c, n);
		}
	}
}

static const struct part_section *section(const struct rep_board *r, const char *name)
{
	for (size_t i = 0; i < r->sections.n; i++)
		if (str_is(r->sections.v[i].name, name))
			return &r->sections.v[i];
	ck_abort_msg("the board has no section %s", name);
	return NULL;
}

static int64_t column_sum(const struct part_section *s, const char *column)
{
	int64_t n = 0;

	for (size_t c = 0; c < s->columns.n; c++)
		for (size_t k = 0; k < s->rows.n && str_is(s->columns.v[c], column); k++)
			n += s->rows.v[k].numbers.v[c].n;
	return n;
}

/* Nothing is left out: what people have in hand is all that is held. */
static void check_whole(struct bench *b, const char *who, const struct rep_board *r)
{
	const struct part_section *load = section(r, "load"), *states = section(r, "states");
	int64_t held = bench_count(b, who, "has:holder");

	ck_assert_int_eq(column_sum(load, "Held"), held);
	ck_assert_int_eq(column_sum(states, "Held"), held);
	ck_assert_int_eq(column_sum(states, "Late"), bench_count(b, who, "late:yes"));
	ck_assert_int_eq(column_sum(states, "Alert"), bench_count(b, who, "alert:yes"));
	ck_assert_int_eq(column_sum(load, "Put aside"), bench_count(b, who, "has:aside"));
}

static void look(struct bench *b, struct seen *n)
{
	static const char *const watchers[] = {"b1", "x1", "z1"};

	for (size_t i = 0; i < COUNT(watchers); i++) {
		struct rep_board r = board_of(b, watchers[i], "");
		const struct part_section *load = section(&r, "load");
		check_board(b, watchers[i], &r, n);
		check_whole(b, watchers[i], &r);
		for (size_t k = 0; k < load->rows.n; k++) {
			const char *user = arena_str(&b->arena, load->rows.v[k].name).p;
			struct rep_board one = board_of(b, watchers[i], user);
			check_board(b, watchers[i], &one, n);
			ck_assert_int_eq(column_sum(section(&one, "load"), "Held"),
			    load->rows.v[k].numbers.v[0].n);
		}
	}
}

START_TEST(every_number_is_how_many_its_expression_finds)
{
	struct engine_play p = {.b = engine_new(), .d = dice_seed(4000 + (uint64_t)_i)};
	struct seen n = {0};

	add_watchers(p.b);
	for (int i = 1; i <= STEPS; i++) {
		engine_play_one(&p);
		if (i % 9 == 0)
			(void)aside(&p);
		if (i == LOOK_EVERY)
			bar(p.b, "x1", STR("C-2"));
		if (i % LOOK_EVERY == 0) {
			look(p.b, &n);
			p.b->now += A_DAY;
		}
	}
	look(p.b, &n);
	ck_assert(n.some > 100 && n.all > n.some); /* else it was no play */
	bench_close(p.b);
}
END_TEST

/* ---- what the sections hold ------------------------------------------------------------ */

START_TEST(the_board_is_for_those_who_may_assign)
{
	struct bench *b = engine_new();
	struct req_board q = {0};
	struct rep_board r;
	struct err e;

	ck_assert(!ask_board(b, "c1", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_ptr_nonnull(strstr(e.text, "assign"));
	bench_close(b);
}
END_TEST

/* A message holds so many; that there are more, and how one sees them, is said. */
START_TEST(people_for_whom_there_is_no_room_are_counted)
{
	struct bench *b = engine_new();
	struct req_board q = {0};
	struct rep_board r;
	struct rep_done done;
	struct err e;

	add_watchers(b);
	ok(ask_board(b, "z1", &q, &r, &e));
	ck_assert_str_eq(r.sections.v[0].label.p, "People");
	for (int i = 0; i < 250; i++) {
		struct req_user_add add = {.name = arena_printf(&b->arena, "u%03d", i),
		    .full = STR("Somebody with a name of a usual length")};
		*arena_push(&b->arena, &add.roles) = STR("second");
		ok(ask_user_add(b, "admin", &add, &done, &e));
	}
	ok(ask_board(b, "z1", &q, &r, &e));
	ck_assert_uint_lt(r.sections.v[0].rows.n, 250);
	ck_assert_msg(strstr(r.sections.v[0].label.p, " fit here; board ACCOUNT shows"), "%s",
	    r.sections.v[0].label.p);
	bench_close(b);
}
END_TEST

START_TEST(what_waits_for_a_record_under_it_is_blocked_on_that)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");
	const struct part_section *s;
	struct rep_board r;

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	r = board_of(b, "b1", "");
	s = section(&r, "blocked");
	ck_assert_uint_eq(s->rows.n, 1);
	ck_assert_int_eq(s->rows.v[0].numbers.v[0].n, 1);
	ck_assert_str_eq(arena_str(&b->arena, s->rows.v[0].numbers.v[0].expr).p,
	    "type:case state:search open:check");
	bench_close(b);
}
END_TEST

/* The window is days in London, today among them. */
START_TEST(steps_of_the_last_seven_days_are_counted)
{
	struct bench *b = engine_new();
	struct str ref = engine_case(b, 1, "\"kind\":\"a\",\"safe\":\"yes\"");

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	ck_assert_int_eq(bench_count(b, "b1", "lately:c1"), 1);
	ck_assert_int_eq(bench_count(b, "b1", "lately:c2"), 0);
	b->now += 6 * A_DAY;
	ck_assert_int_eq(bench_count(b, "b1", "lately:c1"), 1);
	b->now += A_DAY;
	ck_assert_int_eq(bench_count(b, "b1", "lately:c1"), 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_board(void)
{
	Suite *s = suite_create("board");
	TCase *c = tcase_create("board");

	tcase_add_loop_test(c, every_number_is_how_many_its_expression_finds, 0, SEEDS);
	tcase_add_test(c, the_board_is_for_those_who_may_assign);
	tcase_add_test(c, people_for_whom_there_is_no_room_are_counted);
	tcase_add_test(c, what_waits_for_a_record_under_it_is_blocked_on_that);
	tcase_add_test(c, steps_of_the_last_seven_days_are_counted);
	suite_add_tcase(s, c);
	return s;
}
