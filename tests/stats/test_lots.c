/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "help.h"
#include "lookback/stats/hyper.h"
#include "lookback/stats/lots.h"

Suite *suite_stats_lots(void);

/* Numbers from which to reject, as reprinted from MIL-STD-105E for AQL 0.65, 1.0, 1.5, 2.5, 4.0
 * and 6.5 (tightened from M on: the diagonals continued); UP: use the plan above, DN: below. */
struct row {
	char letter;
	int64_t n, lot; /* the largest lot */
	int reject[6];
};
enum { UP = -1, DN = -2 };
static const struct row normal[] = {
    {'A', 2, 8, {DN, DN, DN, DN, DN, 1}},
    {'B', 3, 15, {DN, DN, DN, DN, 1, UP}},
    {'C', 5, 25, {DN, DN, DN, 1, UP, DN}},
    {'D', 8, 50, {DN, DN, 1, UP, DN, 2}},
    {'E', 13, 90, {DN, 1, UP, DN, 2, 3}},
    {'F', 20, 150, {1, UP, DN, 2, 3, 4}},
    {'G', 32, 280, {UP, DN, 2, 3, 4, 6}},
    {'H', 50, 500, {DN, 2, 3, 4, 6, 8}},
    {'J', 80, 1200, {2, 3, 4, 6, 8, 11}},
    {'K', 125, 3200, {3, 4, 6, 8, 11, 15}},
    {'L', 200, 10000, {4, 6, 8, 11, 15, 22}},
    {'M', 315, 35000, {6, 8, 11, 15, 22, UP}},
    {'N', 500, 150000, {8, 11, 15, 22, UP, UP}},
    {'P', 800, 500000, {11, 15, 22, UP, UP, UP}},
    {'Q', 1250, 10000000, {15, 22, UP, UP, UP, UP}},
};
static const struct row tightened[] = {
    {'A', 2, 8, {DN, DN, DN, DN, DN, DN}},
    {'B', 3, 15, {DN, DN, DN, DN, DN, 1}},
    {'C', 5, 25, {DN, DN, DN, DN, 1, DN}},
    {'D', 8, 50, {DN, DN, DN, 1, DN, DN}},
    {'E', 13, 90, {DN, DN, 1, DN, DN, 2}},
    {'F', 20, 150, {DN, 1, DN, DN, 2, 3}},
    {'G', 32, 280, {1, DN, DN, 2, 3, 4}},
    {'H', 50, 500, {DN, DN, 2, 3, 4, 6}},
    {'J', 80, 1200, {DN, 2, 3, 4, 6, 9}},
    {'K', 125, 3200, {2, 3, 4, 6, 9, 13}},
    {'L', 200, 10000, {3, 4, 6, 9, 13, 19}},
    {'M', 315, 35000, {4, 6, 9, 13, 19, UP}},
    {'N', 500, 150000, {6, 9, 13, 19, UP, UP}},
    {'P', 800, 500000, {9, 13, 19, UP, UP, UP}},
    {'Q', 1250, 10000000, {13, 19, UP, UP, UP, UP}},
};
static const int columns[] = {650, 1000, 1500, 2500, 4000, 6500};

static void follows(const struct row *rows, enum lots_severity severity)
{
	for (size_t i = 0; i < COUNT(normal); i++)
		for (size_t c = 0; c < COUNT(columns); c++) {
			struct lots_plan p = lots_plan(rows[i].lot, columns[c], severity);
			size_t at = i;
			while (rows[at].reject[c] < 0)
				at += rows[at].reject[c] == DN ? 1 : (size_t)-1;
			holds(p.defined && p.letter == rows[at].letter);
			holds(p.accept == rows[at].reject[c] - 1);
			holds(p.n == (rows[at].n < rows[i].lot ? rows[at].n : rows[i].lot));
			holds(lots_letter(rows[i].lot) == rows[i].letter);
			holds(i + 1 == COUNT(normal) ||
			      lots_letter(rows[i].lot + 1) == rows[i + 1].letter);
		}
}

START_TEST(plans_are_those_of_the_master_tables)
{
	follows(normal, LOTS_NORMAL);
	follows(tightened, LOTS_TIGHTENED);
}
END_TEST

/* What the reviews of records take it for: 281-500 H 50, 501-1,200 J 80, 1,201-3,200 K 125,
 * 3,201-10,000 L 200. */
START_TEST(lots_of_a_week_have_the_known_sizes)
{
	ck_assert_int_eq(lots_letter(281), 'H');
	ck_assert_int_eq(lots_letter(3778), 'L');
	ck_assert_int_eq(lots_plan(501, 1000, LOTS_NORMAL).n, 80);
	ck_assert_int_eq(lots_plan(1201, 1000, LOTS_NORMAL).n, 125);
	ck_assert_int_eq(lots_plan(3778, 1000, LOTS_NORMAL).n, 200);
	ck_assert_int_eq(lots_plan(3778, 65, LOTS_NORMAL).accept, 0);
	ck_assert_int_eq(lots_plan(3778, 65, LOTS_NORMAL).n, 200);
	ck_assert_int_eq(lots_plan(2, 1000, LOTS_NORMAL).n, 2);
	ck_assert(!lots_plan(1, 1000, LOTS_NORMAL).defined);
	ck_assert(!lots_plan(500, 999, LOTS_NORMAL).defined);
	ck_assert(!lots_plan(500, 1000, LOTS_STOPPED).defined);
	ck_assert_int_eq(lots_letter(1), 0);
}
END_TEST

/* Tightened never accepts more easily. */
START_TEST(tightened_is_tighter)
{
	static const int all[] = {65, 100, 150, 250, 400, 650, 1000, 1500, 2500, 4000, 6500};

	for (size_t c = 0; c < COUNT(all); c++)
		for (size_t i = 0; i < COUNT(normal); i++) {
			struct lots_plan n = lots_plan(normal[i].lot, all[c], LOTS_NORMAL);
			struct lots_plan t = lots_plan(normal[i].lot, all[c], LOTS_TIGHTENED);
			for (double rate = 0.01; rate < 0.2; rate += 0.02)
				holds(lots_accepts_rate(t, rate) <=
				      lots_accepts_rate(n, rate) + 1e-12);
		}
}
END_TEST

/* Of 200 taken: 1 % and 2 % bad, none allowed and three. */
START_TEST(operating_characteristics_are_as_printed)
{
	struct lots_plan none = {true, 'L', 200, 0}, three = {true, 'L', 200, 3};

	ck_shows(100 * lots_accepts_rate(none, 0.01), 0, "13");
	ck_shows(100 * lots_accepts_rate(none, 0.02), 0, "2");
	ck_shows(100 * lots_accepts_rate(three, 0.01), 0, "86");
	ck_shows(100 * lots_accepts_rate(three, 0.02), 0, "43");
	ck_assert(lots_accepts(none, 3778, 38) < lots_accepts_rate(none, 0.01));
	ck_assert(lots_accepts(none, 3778, 0) == 1);
}
END_TEST

START_TEST(a_lot_alone_is_judged_by_its_own_size)
{
	struct lots_plan p = lots_alone(3778, 0.01, 0.95, 0);

	ck_assert(p.defined && p.letter == 0 && p.accept == 0);
	ck_assert_int_eq(p.n, 285);
	ck_assert(lots_accepts(p, 3778, 38) <= 0.05);
	p.n--;
	ck_assert(lots_accepts(p, 3778, 38) > 0.05);
	ck_assert(!lots_alone(250, 0.01, 0.95, 3).defined);
}
END_TEST

/* ---- switching ------------------------------------------------------------------- */

/* '+' accepted, '-' rejected; the severities after each lot. */
static void runs(const char *lots, const char *want)
{
	struct lots_state s = {0};

	for (int i = 0; lots[i]; i++) {
		s = lots_next(s, lots[i] == '+');
		ck_assert_msg("NTS"[s.severity] == want[i], "%s: lot %d", lots, i + 1);
	}
}

START_TEST(two_of_five_rejected_tighten)
{
	runs("--", "NT");
	runs("-+-", "NNT");
	runs("-+++-", "NNNNT");
	runs("-++++-+++-", "NNNNNNNNNT");
	runs("++++++++++-++++-", "NNNNNNNNNNNNNNNN");
}
END_TEST

START_TEST(five_accepted_in_a_row_loosen)
{
	runs("--+++++", "NTTTTTN");
	runs("--++++-+++++", "NTTTTTTTTTTN");
	/* what tightened it is forgotten with it */
	runs("--+++++-++++", "NTTTTTNNNNNN");
	runs("--+++++-+-", "NTTTTTNNNT");
}
END_TEST

START_TEST(five_rejected_while_tightened_stop)
{
	struct lots_state s = {0};

	runs("-------", "NTTTTTS");
	runs("---+-++-+++-++++-+++++", "NTTTTTTTTTTTTTTTSSSSSS");
	/* back to normal wipes the count */
	runs("------+++++-----", "NTTTTTTTTTNNTTTT");
	for (int i = 0; i < 7; i++)
		s = lots_next(s, false);
	ck_assert_int_eq(s.severity, LOTS_STOPPED);
	s = lots_resume(s);
	ck_assert_int_eq(s.severity, LOTS_TIGHTENED);
	for (int i = 0; i < 4; i++)
		s = lots_next(s, false);
	ck_assert_int_eq(s.severity, LOTS_TIGHTENED);
	ck_assert_int_eq(lots_next(s, false).severity, LOTS_STOPPED);
	ck_assert_int_eq(lots_resume((struct lots_state){0}).severity, LOTS_NORMAL);
}
END_TEST

Suite *suite_stats_lots(void)
{
	const TTest *const tests[] = {
	    plans_are_those_of_the_master_tables,
	    lots_of_a_week_have_the_known_sizes,
	    tightened_is_tighter,
	    operating_characteristics_are_as_printed,
	    a_lot_alone_is_judged_by_its_own_size,
	    two_of_five_rejected_tighten,
	    five_accepted_in_a_row_loosen,
	    five_rejected_while_tightened_stop,
	};

	return suite_of("stats/lots", tests, COUNT(tests));
}
