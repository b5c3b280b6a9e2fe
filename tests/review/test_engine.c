/* SPDX-License-Identifier: MIT */
/*
 * Whatever anybody does on the small review, in any order: no rule is broken, read from the
 * log by a second telling of the rules; nothing is stuck; a rebuild is what stands. And what
 * the screen says of a step is what the rules say and what happens when it is tried.
 */
#include "review/casefile.h"
#include "review/engine_model.h"
#include "review/engine_passes.h"
#include "review/engine_play.h"

Suite *suite_review_engine(void);

enum { STEPS = 260, SEEDS = 7, LOOKS = 120 };

static struct me me_named(struct bench *b, struct desk *d, const char *name)
{
	struct user_row u = {0};
	struct err e = {0};
	struct me m;

	ok(user_get(b->rv->store, &b->arena, str_of(name), &u, &e));
	me_of(d, &u, &m);
	return m;
}

static void train_everybody(struct bench *b)
{
	static const char *const who[] = {"c1", "c2", "c3", "x1"};

	for (size_t i = 0; i < COUNT(who); i++) {
		struct req_user_train q = {.name = str_of(who[i]),
		    .competence = STR("method"),
		    .until = STR("2030-01-01")};
		struct rep_done r;
		struct err e;
		ok(ask_user_train(b, "admin", &q, &r, &e));
	}
}

static bool somebody_may(struct bench *b, struct desk *d, struct str ref)
{
	for (size_t i = 0; i < engine_npeople; i++) {
		struct me m = me_named(b, d, engine_people[i]);
		struct err none = {0};
		struct casefile c;
		if (casefile_load(d, &m, ref, &c, &none) && may_work(&c, &m.person))
			return true;
	}
	return false;
}

/* The checker found no dead end, so there is somebody for every record that is not at its
 * end; one that waits by itself does so for a record under it. */
static void nothing_is_stuck(struct bench *b)
{
	struct records all = engine_all(b);
	struct desk d;

	train_everybody(b);
	d = bench_begin(b, "admin");
	for (size_t i = 0; i < all.n; i++) {
		struct record r = engine_record(b, all.v[i].ref);
		struct err e = {0};
		struct casefile c;
		ok(casefile_engine(&d, r.ref, &c, &e));
		ck_assert_ptr_null(auto_step(&b->arena, &c.view)); /* it was taken */
		ck_assert_int_eq(rank_key(&d, c.type, &c.view.facts), r.rank);
		if (str_is(r.state, "waiting"))
			ck_assert(str_has(r.open, STR("contact")));
		else if (!r.final)
			ck_assert_msg(somebody_may(b, &d, r.ref), "%.*s is stuck in %.*s",
			    STR_ARG(r.ref), STR_ARG(r.state));
	}
	bench_end(b);
}

static struct model_counts play_through(uint64_t seed)
{
	struct engine_play p = {.b = engine_new(), .d = dice_seed(seed)};
	struct model_counts n;

	for (int i = 0; i < STEPS; i++)
		engine_play_one(&p);
	n = engine_model(p.b);
	nothing_is_stuck(p.b);
	bench_verify(p.b);
	bench_close(p.b);
	return n;
}

START_TEST(no_rule_is_ever_broken_and_nothing_is_stuck)
{
	struct model_counts all = {0};

	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		struct model_counts n = play_through(900 + seed);
		all.moves += n.moves;
		all.autos += n.autos;
		all.locks += n.locks;
		all.overrides += n.overrides;
		all.children += n.children;
	}
	/* else it was no play */
	ck_assert(all.moves > 100 && all.autos > 10 && all.locks > 20);
	ck_assert(all.overrides > 2 && all.children > 20);
}
END_TEST

/* ---- with quality passes among it ---- */

START_TEST(readings_all_end_and_what_is_upheld_is_what_it_was)
{
	struct engine_passes x = {.p = {.b = passes_new(), .d = dice_seed(500 + (uint64_t)_i)}};
	struct model_counts n;

	for (int i = 1; i <= 4; i++)
		passes_closed(x.p.b, 20 + i, i % 2 ? Y : XP);
	passes_aside(x.p.b, 30);
	for (int i = 0; i < STEPS; i++)
		engine_passes_one(&x);
	engine_passes_finish(&x);
	n = engine_model(x.p.b);
	ck_assert_uint_ge(n.readings, 3);
	ck_assert_uint_ge(engine_passes_check(&x), 1);
	nothing_is_stuck(x.p.b);
	bench_verify(x.p.b);
	bench_close(x.p.b);
}
END_TEST

/* ---- the same answer everywhere ---- */

/* Tries it and takes it back. */
static bool tried(struct bench *b, const char *who, struct str ref, struct str step)
{
	struct req_decide q = {.ref = ref, .step = step, .reason = STR("because")};
	struct rep_moved r;
	struct err e = {0};
	struct desk d = bench_begin(b, who);
	bool done = review_decide(&d, &q, &r, &e);

	ck_assert_msg(done || e.kind == ERR_REFUSED, "%s", e.text);
	store_rollback(b->rv->store);
	return done;
}

static const struct part_step *shown(const struct rep_record *r, struct str id)
{
	for (size_t i = 0; i < r->steps.n; i++)
		if (str_eq(r->steps.v[i].id, id))
			return &r->steps.v[i];
	return NULL;
}

/* For a record that this person holds. */
static int compare_steps(struct bench *b, const char *who, struct str ref)
{
	struct rep_record r = bench_show(b, who, ref);
	struct desk d = bench_begin(b, who);
	struct me m = me_named(b, &d, who);
	struct steps steps = {0};
	struct err e = {0};
	struct casefile c;
	int open = 0;

	ok(casefile_load(&d, &m, ref, &c, &e));
	steps_of(&b->arena, &c.view, &m.person, &steps);
	bench_end(b);
	ck_assert_uint_eq(steps.n, r.steps.n);
	for (size_t i = 0; i < steps.n; i++) {
		const struct part_step *s = shown(&r, steps.v[i].t->id);
		ck_assert_ptr_nonnull(s);
		ck_assert_int_eq(s->open, steps.v[i].open);
		ck_assert_int_eq(s->override, steps.v[i].may_override);
		ck_assert_msg(tried(b, who, ref, s->id) == s->open, "%s: %.*s on %.*s", who,
		    STR_ARG(s->id), STR_ARG(ref));
		open += s->open;
	}
	return open;
}

/* Not held: nothing is open on the screen, and nothing can be done. */
static void compare_unheld(struct bench *b, const char *who, struct str ref)
{
	struct req_show q = {.ref = ref};
	struct rep_record r;
	struct err e;

	if (!ask_show(b, who, &q, &r, &e))
		return;
	for (size_t i = 0; i < r.steps.n; i++)
		ck_assert(!r.steps.v[i].open && r.steps.v[i].closed.n > 0);
}

/* Everybody in turn tries to have it, so that most records are with somebody who could work
 * on them. */
static void hand_out(struct bench *b, struct dice *d, const struct records *all)
{
	for (size_t i = 0; i < all->n; i++) {
		size_t from = (size_t)dice_below(d, engine_npeople);
		for (size_t k = 0; k < engine_npeople && !all->v[i].final; k++) {
			const char *who = engine_people[(from + k) % engine_npeople];
			struct req_claim q = {.ref = all->v[i].ref};
			struct rep_record r;
			struct err e;
			if (engine_record(b, q.ref).holder.n || ask_claim(b, who, &q, &r, &e))
				break;
		}
	}
}

static int compare_all(struct bench *b, struct dice *d)
{
	struct records all = engine_all(b);
	int open = 0;

	hand_out(b, d, &all);
	for (size_t i = 0; i < all.n; i++) {
		struct record r = engine_record(b, all.v[i].ref);
		const char *who = engine_people[dice_below(d, engine_npeople)];
		if (r.holder.n)
			open += compare_steps(b, arena_str(&b->arena, r.holder).p, r.ref);
		if (!str_is(r.holder, who))
			compare_unheld(b, who, r.ref);
	}
	return open;
}

START_TEST(the_screen_the_rules_and_the_deed_agree)
{
	struct engine_play p = {.b = engine_new(), .d = dice_seed(300 + (uint64_t)_i)};
	int open = 0;

	for (int i = 0; i < LOOKS; i++) {
		engine_play_one(&p);
		if (i % 30 == 29)
			open += compare_all(p.b, &p.d);
	}
	ck_assert_int_gt(open, 3);
	bench_close(p.b);
}
END_TEST

Suite *suite_review_engine(void)
{
	Suite *s = suite_create("review/engine");
	TCase *t = tcase_create("plays");

	tcase_set_timeout(t, 120);
	tcase_add_test(t, no_rule_is_ever_broken_and_nothing_is_stuck);
	tcase_add_loop_test(t, readings_all_end_and_what_is_upheld_is_what_it_was, 0, 5);
	tcase_add_loop_test(t, the_screen_the_rules_and_the_deed_agree, 0, 4);
	suite_add_tcase(s, t);
	return s;
}
