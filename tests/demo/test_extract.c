/* SPDX-License-Identifier: MIT */
/* The two extracts: the same for a seed to the byte, row by row a function of its number. */
#include <check.h>

#include "csv.h"

/* What a seed means must not change by accident: who has notes of a training review finds
 * the same cases in it again. A deliberate change gives this a new value. */
#define KNOWN "a428e246f7516391b3f4956c3da18c6496de7e8490e26621c3dbee3fd169e0e5"

START_TEST(an_extract_has_a_known_hash)
{
	struct arena a = {0};
	struct hash h = hash_of(csv_extract(&a, 200, 1, 0));
	char hex[HASH_HEX + 1];

	hex_of(h.b, HASH_LEN, hex);
	ck_assert_str_eq(hex, KNOWN);
	arena_clear(&a);
}
END_TEST

START_TEST(two_runs_are_the_same_to_the_byte_and_another_seed_is_not)
{
	struct arena a = {0};

	for (int which = 0; which < 2; which++) {
		struct str one = csv_extract(&a, 300, 7, which);
		ck_assert(str_eq(one, csv_extract(&a, 300, 7, which)));
		ck_assert(!str_eq(one, csv_extract(&a, 300, 8, which)));
	}
	arena_clear(&a);
}
END_TEST

START_TEST(a_row_made_alone_is_the_row_of_the_extract)
{
	struct arena a = {0};
	struct str text = csv_extract(&a, 400, 3, 0);
	struct extract_plan plan = extract_plan(400, 3);
	struct csv_rows rows, one;

	csv_cut(&a, text, &rows);
	ck_assert_uint_eq(rows.n, plan.first);
	for (uint64_t i = plan.first; i-- > 0;) {
		struct buf b = buf_in(&a);
		struct row_facts f;
		extract_heading(&b);
		facts_make(&a, 3, i, &f);
		extract_row(&a, 3, &f, &b);
		csv_cut(&a, buf_str(&b), &one);
		for (size_t k = 0; k < rows.head.n; k++)
			ck_assert(str_eq(one.v[0].v[k], rows.v[i].v[k]));
	}
	arena_clear(&a);
}
END_TEST

/* The row with this reference, or -1. */
static long find(const struct csv_rows *rows, struct str ref)
{
	for (size_t i = 0; i < rows->n; i++)
		if (str_eq(csv_cell(rows, i, "source_ref"), ref))
			return (long)i;
	return -1;
}

static bool same_row(const struct strs *a, const struct strs *b)
{
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->v[i], b->v[i]))
			return false;
	return true;
}

START_TEST(the_second_extract_brings_196_among_rows_already_held)
{
	struct arena a = {0};
	struct csv_rows first, second;
	size_t late = 0, same = 0, changed = 0, last_late = 0, first_late = 0;

	csv_cut(&a, csv_extract(&a, 3778, 1, 0), &first);
	csv_cut(&a, csv_extract(&a, 3778, 1, 1), &second);
	ck_assert_uint_eq(first.n, 3582);
	for (size_t i = 0; i < second.n; i++) {
		long at = find(&first, csv_cell(&second, i, "source_ref"));
		if (at >= 0 && same_row(&first.v[at], &second.v[i]))
			same++;
		else if (at >= 0)
			changed++;
		else if (late++ == 0)
			first_late = i;
		if (at < 0)
			last_late = i;
	}
	ck_assert_uint_eq(late, 196);
	ck_assert_uint_eq(late + same + changed, second.n);
	ck_assert(same > 500 && changed > 4 && changed < 40);
	/* they stand among the others, not behind them */
	ck_assert(first_late < second.n / 10 && last_late > second.n * 9 / 10);
	arena_clear(&a);
}
END_TEST

START_TEST(no_two_applications_have_one_reference)
{
	struct arena a = {0};
	bool *seen = arena_new(&a, bool, 1000000);

	for (uint64_t i = 0; i < 20000; i++) {
		struct arena row = {0};
		struct row_facts f;
		int64_t serial;
		facts_make(&row, 1, i, &f);
		ck_assert_uint_eq(f.source_ref.n, 9);
		ck_assert(str_int((struct str){f.source_ref.p + 3, 6}, &serial));
		ck_assert(!seen[serial]);
		seen[serial] = true;
		arena_clear(&row);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(late_rows_keep_their_share_at_any_size)
{
	static const uint64_t sizes[] = {20, 77, 400, 3778, 10000, 1000000};

	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct extract_plan p = extract_plan(sizes[i], 1);
		uint64_t late = p.all - p.first;
		ck_assert_uint_eq(p.all, sizes[i]);
		ck_assert(late >= 1 && late * 3778 <= sizes[i] * 196 + 3778 / 2);
	}
}
END_TEST

Suite *suite_demo_extract(void);
Suite *suite_demo_extract(void)
{
	Suite *s = suite_create("demo extract");
	TCase *t = tcase_create("extract");

	tcase_add_test(t, an_extract_has_a_known_hash);
	tcase_add_test(t, two_runs_are_the_same_to_the_byte_and_another_seed_is_not);
	tcase_add_test(t, a_row_made_alone_is_the_row_of_the_extract);
	tcase_add_test(t, the_second_extract_brings_196_among_rows_already_held);
	tcase_add_test(t, no_two_applications_have_one_reference);
	tcase_add_test(t, late_rows_keep_their_share_at_any_size);
	suite_add_tcase(s, t);
	return s;
}
