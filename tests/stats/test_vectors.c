/* SPDX-License-Identifier: MIT */
/* Every figure against a second implementation, tests/stats/vectors.py. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "help.h"
#include "lookback/base/io.h"
#include "lookback/stats/agreement.h"
#include "lookback/stats/draw.h"
#include "lookback/stats/funnel.h"
#include "lookback/stats/hyper.h"
#include "lookback/stats/proportion.h"

Suite *suite_stats_vectors(void);

#define GOLDEN "tests/stats/vectors.golden"

/* A line being answered: its words, and what we say in place of its results. */
struct vector {
	struct arena *a;
	struct str *word; /* the name and the arguments */
	double got[12];
	size_t n;
	const char *text[2]; /* results that are no numbers */
};

static double number(const struct vector *v, size_t i)
{
	return strtod(v->word[i].p, NULL);
}

static int64_t whole(const struct vector *v, size_t i)
{
	return strtoll(v->word[i].p, NULL, 10);
}

static int64_t *wholes(const struct vector *v, size_t from, size_t n)
{
	int64_t *out = arena_new(v->a, int64_t, n);

	for (size_t i = 0; i < n; i++)
		out[i] = whole(v, from + i);
	return out;
}

static void say(struct vector *v, double x)
{
	v->got[v->n++] = x;
}

/* value, low, high; without a value or an interval, as the other program prints it. */
static void say_figure(struct vector *v, struct figure f, bool value)
{
	if (value)
		say(v, f.defined ? f.value : (double)NAN);
	say(v, f.bounded ? f.low : (double)NAN);
	say(v, f.bounded ? f.high : (double)NAN);
}

static void answer_exact(struct vector *v)
{
	say_figure(v, proportion_exact(whole(v, 1), whole(v, 2), number(v, 3)), false);
}

static void answer_wilson(struct vector *v)
{
	say_figure(v, proportion_wilson(whole(v, 1), whole(v, 2), number(v, 3)), false);
}

static void answer_at_most(struct vector *v)
{
	say(v, proportion_at_most(whole(v, 1), whole(v, 2), number(v, 3)).high);
}

static void answer_at_least(struct vector *v)
{
	say(v, proportion_at_least(whole(v, 1), whole(v, 2), number(v, 3)).low);
}

static void answer_binomial(struct vector *v)
{
	say(v, binomial_at_most(whole(v, 1), whole(v, 2), number(v, 3)));
}

static void answer_hyper(struct vector *v)
{
	struct hyper h = {whole(v, 1), whole(v, 2), whole(v, 3)};

	say(v, hyper_log_pmf(h, whole(v, 4)));
	say(v, hyper_at_most(h, whole(v, 4)));
}

static void answer_pile(struct vector *v)
{
	struct pile_bound b = pile_at_most_missing(
	    whole(v, 1), whole(v, 2), whole(v, 3), number(v, 4), number(v, 5));

	say(v, b.defined ? (double)b.most : (double)NAN);
}

static void answer_needed(struct vector *v)
{
	struct sample_size s =
	    sample_needed(whole(v, 1), number(v, 2), number(v, 3), whole(v, 4));

	say(v, s.defined ? (double)s.n : (double)NAN);
	say(v, s.defined ? (double)s.bad : (double)NAN);
}

static void answer_endless(struct vector *v)
{
	say(v, (double)sample_needed_endless(number(v, 1), number(v, 2), whole(v, 3)).n);
}

static void answer_agreement(struct vector *v)
{
	size_t q = (size_t)whole(v, 1);
	struct agreement a = agreement_of(wholes(v, 2, q * q), q, number(v, 2 + q * q));

	say(v, (double)a.n);
	say(v, a.raw.defined ? a.raw.value : (double)NAN);
	say_figure(v, a.kappa, true);
	say(v, a.pabak.defined ? a.pabak.value : (double)NAN);
	say_figure(v, a.ac1, true);
	say(v, a.n ? a.constant : (double)NAN);
}

static void answer_on(struct vector *v)
{
	size_t q = (size_t)whole(v, 1);
	struct figure f = agreement_on(
	    wholes(v, 2, q * q), q, (size_t)whole(v, 2 + q * q), number(v, 3 + q * q));

	say(v, (double)f.n);
	say_figure(v, f, true);
}

static void answer_many(
    struct vector *v, struct figure of(const int64_t *, size_t, size_t, double))
{
	size_t items = (size_t)whole(v, 1), q = (size_t)whole(v, 2);
	struct figure f = of(wholes(v, 3, items * q), items, q, number(v, 3 + items * q));

	say(v, (double)f.n);
	say_figure(v, f, true);
}

static void answer_alpha(struct vector *v)
{
	answer_many(v, agreement_alpha);
}

static void answer_fleiss(struct vector *v)
{
	answer_many(v, agreement_fleiss);
}

static void answer_funnel(struct vector *v)
{
	struct funnel_limits f = funnel_limits(whole(v, 1), number(v, 2), number(v, 3));

	say(v, (double)f.least);
	say(v, (double)f.most);
	say(v, f.low);
	say(v, f.high);
}

static void answer_share(struct vector *v)
{
	size_t n = (size_t)whole(v, 1);
	struct draw_part *p = arena_new(v->a, struct draw_part, n);

	for (size_t i = 0; i < n; i++)
		p[i] = (struct draw_part){.size = whole(v, 2 + 4 * i),
		    .least = whole(v, 3 + 4 * i),
		    .weight = whole(v, 4 + 4 * i),
		    .all = whole(v, 5 + 4 * i) != 0};
	draw_share(p, n, whole(v, 2 + 4 * n));
	for (size_t i = 0; i < n; i++)
		say(v, (double)p[i].n);
}

static const char *hex(const struct vector *v, struct hash h)
{
	char *out = arena_new(v->a, char, HASH_HEX + 1);

	hex_of(h.b, HASH_LEN, out);
	return out;
}

/* The sample is told by the hash of its references in order, a line each. */
static void answer_draw(struct vector *v)
{
	struct strs refs = refs_made(v->a, "DVDS", (size_t)whole(v, 2));
	struct str seed = arena_str(v->a, v->word[1]);
	struct buf lines = buf_in(v->a);
	struct draw d;
	struct hash frame;
	struct err e;

	for (size_t i = 0; i < seed.n; i++)
		if (seed.p[i] == '_')
			((char *)seed.p)[i] = ' ';
	ck_assert(draw_sample(v->a, seed, refs, (size_t)whole(v, 3), &d, &e));
	for (size_t i = 0; i < d.n; i++)
		buf_printf(&lines, "%.*s\n", STR_ARG(d.v[i].ref));
	ck_assert(draw_frame_hash(v->a, refs, &frame, &e));
	v->text[0] = hex(v, hash_of(buf_str(&lines)));
	v->text[1] = hex(v, frame);
}

static void answer_chance(struct vector *v)
{
	int percent = 0;

	while (!draw_chance(v->word[1], v->word[3], v->word[2], percent))
		percent++;
	say(v, percent - 1);
}

/* How near is near: a relative error and, about 0, an absolute one. */
static const struct {
	const char *name;
	void (*answer)(struct vector *v);
	double relative, absolute;
} families[] = {
    {"exact", answer_exact, 1e-12, 1e-17},
    {"wilson", answer_wilson, 1e-12, 1e-17},
    {"at_most", answer_at_most, 1e-12, 1e-17},
    {"at_least", answer_at_least, 1e-12, 1e-17},
    {"binomial", answer_binomial, 1e-12, 0},
    {"hyper", answer_hyper, 1e-12, 1e-12},
    {"pile", answer_pile, 0, 0},
    {"needed", answer_needed, 0, 0},
    {"endless", answer_endless, 0, 0},
    {"agreement", answer_agreement, 1e-12, 1e-12},
    {"on", answer_on, 1e-12, 1e-17},
    {"alpha", answer_alpha, 1e-12, 1e-14},
    {"fleiss", answer_fleiss, 1e-12, 1e-14},
    {"funnel", answer_funnel, 1e-11, 1e-16},
    {"share", answer_share, 0, 0},
    {"draw", answer_draw, 0, 0},
    {"chance", answer_chance, 0, 0},
};

static bool is_near(double got, double want, size_t family)
{
	if (isnan(want) || isinf(want))
		return isnan(want) ? isnan(got) : isinf(got) && got < 0;
	return fabs(got - want) <=
	       families[family].relative * fabs(want) + families[family].absolute;
}

static size_t family_of(struct str name)
{
	for (size_t i = 0; i < COUNT(families); i++)
		if (str_is(name, families[i].name))
			return i;
	ck_abort_msg("nobody answers %.*s", STR_ARG(name));
}

static void check_line(struct arena *a, struct str text)
{
	struct strs words = {0};
	struct str rest = text, word;
	struct vector v = {.a = a};
	size_t equals = 0, family, texts = 0, numbers = 0;

	while (str_cut(&rest, ' ', &word)) {
		equals = str_is(word, "=") ? words.n : equals;
		*arena_push(a, &words) = arena_str(a, word);
	}
	v.word = words.v;
	family = family_of(words.v[0]);
	families[family].answer(&v);
	for (size_t i = equals + 1; i < words.n; i++) {
		if (words.v[i].n == HASH_HEX)
			ck_assert_str_eq(words.v[i].p, v.text[texts++]);
		else if (!is_near(v.got[numbers++], strtod(words.v[i].p, NULL), family))
			ck_abort_msg("%.*s\nwe say %.17g where it says %s", STR_ARG(text),
			    v.got[numbers - 1], words.v[i].p);
	}
	holds(numbers == v.n);
}

START_TEST(a_second_implementation_says_the_same)
{
	struct arena a = {0};
	struct str rest, line;
	struct err e;
	int lines = 0;

	ck_assert_msg(io_read(&a, GOLDEN, 1 << 20, &rest, &e), "%s", e.text);
	for (; str_cut(&rest, '\n', &line); lines++) {
		struct arena_mark mark = arena_mark(&a);
		check_line(&a, line);
		arena_back(&a, mark);
	}
	ck_assert_int_gt(lines, 500);
	arena_clear(&a);
}
END_TEST

/* Where there is no Python, the vectors as committed must do. */
START_TEST(the_vectors_are_what_the_second_implementation_prints)
{
	const char *const argv[] = {"python3", "tests/stats/vectors.py", NULL};
	struct arena a = {0};
	struct str golden, now;
	struct err e;

	if (access("/usr/bin/python3", X_OK) != 0)
		return;
	ck_assert_msg(io_read(&a, GOLDEN, 1 << 20, &golden, &e), "%s", e.text);
	now = printed_by(&a, argv);
	ck_assert_msg(
	    str_eq(now, golden), "%s is old: python3 %s > %s", GOLDEN, argv[1], GOLDEN);
	arena_clear(&a);
}
END_TEST

Suite *suite_stats_vectors(void)
{
	const TTest *const tests[] = {
	    a_second_implementation_says_the_same,
	    the_vectors_are_what_the_second_implementation_prints,
	};

	return suite_of("stats/vectors", tests, COUNT(tests));
}
