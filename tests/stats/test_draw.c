/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "lookback/stats/draw.h"

Suite *suite_stats_draw(void);

static struct draw drawn(struct arena *a, const char *seed, struct strs frame, size_t n)
{
	struct draw d;
	struct err e = {0};

	ck_assert_msg(draw_sample(a, str_of(seed), frame, n, &d, &e), "%s", e.text);
	return d;
}

static bool same(struct draw x, struct draw y)
{
	if (x.n != y.n)
		return false;
	for (size_t i = 0; i < x.n; i++)
		if (!str_eq(x.v[i].ref, y.v[i].ref) || !hash_eq(x.v[i].key, y.v[i].key))
			return false;
	return true;
}

static void shuffle(struct dice *d, struct strs refs)
{
	for (size_t i = refs.n; i > 1; i--) {
		size_t j = dice_below(d, i);
		struct str s = refs.v[i - 1];
		refs.v[i - 1] = refs.v[j];
		refs.v[j] = s;
	}
}

/* printf 'lookback-draw-1\n20240523\nDVDS-2016-0001\n' | sha256sum */
START_TEST(a_key_is_what_sha256sum_prints)
{
	struct hash key = draw_key(STR("20240523"), STR("DVDS-2016-0001"));
	char hex[HASH_HEX + 1];

	hex_of(key.b, HASH_LEN, hex);
	ck_assert_str_eq(
	    hex, "3e9fb5b8d593074353c4b601c60ebc4ba37a1a81a7ea77187c533dfa6af56bce");
}
END_TEST

/* { echo lookback-frame-1; printf 'b\na\nc\n' | LC_ALL=C sort; } | sha256sum */
START_TEST(a_frame_hash_is_what_sha256sum_prints)
{
	struct arena a = {0};
	struct str v[] = {STR_INIT("b"), STR_INIT("a"), STR_INIT("c")};
	struct hash got;
	struct err e = {0};
	char hex[HASH_HEX + 1];

	ck_assert(draw_frame_hash(&a, (struct strs){v, 3, 3}, &got, &e));
	hex_of(got.b, HASH_LEN, hex);
	ck_assert_str_eq(
	    hex, "0dcbfefe95cec6687fd718c17e2ce0a3b1438ddde2d75c9aeb8e5e84b4e86fd3");
	ck_assert(str_is(v[0], "b"));
	ck_assert(draw_frame_hash(&a, (struct strs){0}, &got, &e));
	hex_of(got.b, HASH_LEN, hex);
	ck_assert_str_eq(
	    hex, "f77a2ca3dfa220890949e66ccf540834804b91867dee5b4b2dc821801f38a3a8");
	arena_clear(&a);
}
END_TEST

START_TEST(the_order_of_the_frame_is_of_no_matter)
{
	struct arena a = {0};
	struct strs refs = refs_made(&a, "R", 500);
	struct draw first = drawn(&a, "s", refs, 40);
	struct dice d = dice_seed(1);
	struct hash was, now;
	struct err e = {0};

	ck_assert(draw_frame_hash(&a, refs, &was, &e));
	for (int i = 0; i < 20; i++) {
		shuffle(&d, refs);
		ck_assert(same(drawn(&a, "s", refs, 40), first));
		ck_assert(draw_frame_hash(&a, refs, &now, &e) && hash_eq(was, now));
	}
	arena_clear(&a);
}
END_TEST

START_TEST(the_sample_is_the_n_smallest_keys_in_order)
{
	struct arena a = {0};
	struct strs refs = refs_made(&a, "R", 300);
	struct draw d = drawn(&a, "seed", refs, 30);
	size_t below = 0;

	ck_assert_uint_eq(d.n, 30);
	for (size_t i = 0; i < d.n; i++) {
		struct hash key = draw_key(STR("seed"), d.v[i].ref);
		ck_assert(hash_eq(key, d.v[i].key) && d.v[i].stratum == 0);
		ck_assert(!i || memcmp(d.v[i - 1].key.b, key.b, HASH_LEN) < 0);
	}
	for (size_t i = 0; i < refs.n; i++) {
		struct hash key = draw_key(STR("seed"), refs.v[i]);
		below += memcmp(key.b, d.v[29].key.b, HASH_LEN) <= 0;
	}
	ck_assert_uint_eq(below, 30);
	arena_clear(&a);
}
END_TEST

START_TEST(a_smaller_sample_begins_a_larger_one)
{
	struct arena a = {0};
	struct strs refs = refs_made(&a, "R", 100);
	struct draw all = drawn(&a, "s", refs, 100);

	for (size_t n = 0; n <= 100; n++) {
		struct draw d = drawn(&a, "s", refs, n);
		ck_assert_uint_eq(d.n, n);
		ck_assert(same(d, (struct draw){all.v, n}));
	}
	arena_clear(&a);
}
END_TEST

/* How often each of 20 is among 5, over 4,000 seeds: 1,000 is expected, and the sum of
 * (seen - 1000)^2 / 1000 * 19/15 follows chi-square with 19 degrees (the factor because
 * the five differ); 43.82 is its 99.9 % point. So the pairs: 190 of them, each expected
 * 4000 * 20/380 times; below 262 (99.9 % for 189 degrees is 253, and pairs of one sample
 * hang together a little). */
START_TEST(every_item_and_every_pair_is_drawn_as_often)
{
	enum { ITEMS = 20, TAKEN = 5, SEEDS = 4000 };
	struct arena a = {0};
	struct strs refs = refs_made(&a, "DVDS", ITEMS);
	double seen[ITEMS] = {0}, pair[ITEMS][ITEMS] = {{0}}, chi = 0, chi2 = 0;

	for (int s = 0; s < SEEDS; s++) {
		struct arena_mark mark = arena_mark(&a);
		struct draw d = drawn(&a, arena_printf(&a, "%d", s).p, refs, TAKEN);
		int at[TAKEN];
		for (int i = 0; i < TAKEN; i++) {
			at[i] = (int)strtol(d.v[i].ref.p + strlen("DVDS-"), NULL, 10) - 1;
			seen[at[i]]++;
			for (int j = 0; j < i; j++) {
				pair[at[i]][at[j]]++;
				pair[at[j]][at[i]]++;
			}
		}
		arena_back(&a, mark);
	}
	for (int i = 0; i < ITEMS; i++) {
		chi += pow(seen[i] - 1000, 2) / 1000 * 19 / 15;
		for (int j = 0; j < i; j++)
			chi2 += pow(pair[i][j] - SEEDS / 19.0, 2) / (SEEDS / 19.0);
	}
	ck_assert_msg(chi < 43.82 && chi > 5, "%f", chi);
	ck_assert_msg(chi2 < 262 && chi2 > 125, "%f", chi2);
	arena_clear(&a);
}
END_TEST

static bool fails(const char *seed, struct strs frame, size_t n, const char *words)
{
	struct arena a = {0};
	struct err e = {0};
	struct draw d = {NULL, 77};
	bool ok = draw_sample(&a, str_of(seed), frame, n, &d, &e);

	arena_clear(&a);
	return !ok && e.kind == ERR_USAGE && strstr(e.text, words) && d.n == 77;
}

START_TEST(what_could_not_be_repeated_is_refused)
{
	struct arena a = {0};
	struct strs refs = refs_made(&a, "R", 10);
	struct hash h;
	struct err e = {0};

	ck_assert(fails("", refs, 3, "seed is empty"));
	ck_assert(fails("a\nb", refs, 3, "line break"));
	ck_assert(fails("s", refs, 11, "11 cannot be drawn: the frame holds 10."));
	refs.v[4] = STR("a\nb");
	ck_assert(fails("s", refs, 3, "line break"));
	ck_assert(!draw_frame_hash(&a, refs, &h, &e));
	refs.v[4] = (struct str){0};
	ck_assert(fails("s", refs, 3, "reference is empty"));
	refs.v[4] = refs.v[9];
	ck_assert(fails("s", refs, 3, "R-0010 stands in the frame twice"));
	ck_assert(!draw_frame_hash(&a, refs, &h, &e));
	ck_assert_int_eq(e.kind, ERR_USAGE);
	arena_clear(&a);
}
END_TEST

START_TEST(each_stratum_is_drawn_by_itself)
{
	struct arena a = {0};
	struct strs one = refs_made(&a, "A", 60), two = refs_made(&a, "B", 30);
	struct draw_stratum s[] = {
	    {STR("red"), one, 12}, {STR("green"), two, 30}, {STR("none"), {0}, 0}};
	struct draw d, x = drawn(&a, "s", one, 12), y = drawn(&a, "s", two, 30);
	struct err e = {0};
	size_t at[2] = {0};

	ck_assert(draw_strata(&a, STR("s"), s, 3, &d, &e));
	ck_assert_uint_eq(d.n, 42);
	for (size_t i = 0; i < d.n; i++) {
		struct draw own = d.v[i].stratum ? y : x;
		ck_assert(str_eq(d.v[i].ref, own.v[at[d.v[i].stratum]++].ref));
		ck_assert(!i || memcmp(d.v[i - 1].key.b, d.v[i].key.b, HASH_LEN) < 0);
	}
	s[2].frame = (struct strs){one.v, 1, 1};
	ck_assert(!draw_strata(&a, STR("s"), s, 3, &d, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "A-0001 stands in the frame twice"));
	s[2].frame.n = 0;
	s[1].n = 31;
	ck_assert(!draw_strata(&a, STR("s"), s, 3, &d, &e));
	ck_assert_ptr_nonnull(
	    strstr(e.text, "31 cannot be drawn from green: the frame holds 30."));
	arena_clear(&a);
}
END_TEST

/* printf 'lookback-chance-1\ns\nsecond_review\nR-0001\n' | sha256sum begins 9ba8e11eb8af185b: 60 of 100. */
START_TEST(chance_follows_the_first_eight_bytes_exactly)
{
	struct str s = STR("s"), r = STR("R-0001"), w = STR("second_review");

	ck_assert(!draw_chance(s, r, w, 60));
	ck_assert(draw_chance(s, r, w, 60 + 1));
}
END_TEST

START_TEST(chance_is_even_nested_and_by_decision)
{
	struct arena a = {0};
	struct strs refs = refs_made(&a, "R", 10000);
	int fell[101] = {0}, both = 0;

	for (size_t i = 0; i < refs.n; i++) {
		int from = 0;
		while (!draw_chance(STR("s"), refs.v[i], STR("a"), from))
			from++;
		for (int p = 0; p <= 100; p += 25)
			holds(draw_chance(STR("s"), refs.v[i], STR("a"), p) == (p >= from));
		fell[from]++;
		both += from <= 20 && draw_chance(STR("s"), refs.v[i], STR("b"), 20);
		if (i >= 2000)
			break;
	}
	ck_assert_int_eq(fell[0], 0);
	for (int p = 1; p <= 100; p++)
		holds(fell[p] > 3 && fell[p] < 42);
	ck_assert_int_gt(both, 50);
	ck_assert_int_lt(both, 112);
	ck_assert(!draw_chance(STR("s"), STR("r"), STR("w"), -5));
	ck_assert(draw_chance(STR("s"), STR("r"), STR("w"), 400));
	arena_clear(&a);
}
END_TEST

Suite *suite_stats_draw(void)
{
	const TTest *const tests[] = {
	    a_key_is_what_sha256sum_prints,
	    a_frame_hash_is_what_sha256sum_prints,
	    the_order_of_the_frame_is_of_no_matter,
	    the_sample_is_the_n_smallest_keys_in_order,
	    a_smaller_sample_begins_a_larger_one,
	    every_item_and_every_pair_is_drawn_as_often,
	    what_could_not_be_repeated_is_refused,
	    each_stratum_is_drawn_by_itself,
	    chance_follows_the_first_eight_bytes_exactly,
	    chance_is_even_nested_and_by_decision,
	};

	return suite_of("stats/draw", tests, COUNT(tests));
}
