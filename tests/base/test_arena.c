/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "lookback/base/arena.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define IS_POISONED(p) __asan_address_is_poisoned(p)
#define ASAN           1
#else
#define IS_POISONED(p) ((void)(p), 0)
#define ASAN           0
#endif

Suite *suite_base_arena(void);

static bool all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i])
			return false;
	return true;
}

START_TEST(a_cleared_arena_is_reusable)
{
	struct arena a = {0};

	for (int round = 0; round < 3; round++) {
		for (size_t n = 1; n < 2000; n += 7)
			memset(arena_alloc(&a, n, 1), 0xaa, n);
		arena_clear(&a);
		ck_assert_ptr_null(a.head);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(memory_is_zeroed_aligned_and_apart)
{
	struct arena a = {0};
	struct dice d = dice_seed(1);
	struct {
		char *p;
		size_t n;
	} seen[500];

	for (size_t i = 0; i < COUNT(seen); i++) {
		size_t align = (size_t)1 << dice_below(&d, 5);
		seen[i].n = dice_below(&d, i % 50 ? 300 : 200000);
		seen[i].p = arena_alloc(&a, seen[i].n, align);
		holds((uintptr_t)seen[i].p % align == 0);
		holds(all_zero(seen[i].p, seen[i].n));
		memset(seen[i].p, (int)(i & 0xff), seen[i].n);
	}
	for (size_t i = 0; i < COUNT(seen); i++)
		for (size_t k = 0; k < seen[i].n; k++)
			holds((unsigned char)seen[i].p[k] == (int)(i & 0xff));
	arena_clear(&a);
}
END_TEST

START_TEST(going_back_to_a_mark_gives_back_only_what_came_after)
{
	struct arena a = {0};
	struct arena_mark empty = arena_mark(&a);
	struct str kept = arena_cstr(&a, "kept");

	for (size_t size = 1; size < 1 << 20; size *= 3) {
		struct arena_mark m = arena_mark(&a);
		struct arena_chunk *head = a.head;
		for (int i = 0; i < 20; i++)
			memset(arena_alloc(&a, size, 8), 0xff, size);
		arena_back(&a, m);
		ck_assert_ptr_eq(a.head, head);
		ck_assert(all_zero(arena_alloc(&a, 40, 8), 40));
		arena_back(&a, m);
		ck_str_is(kept, "kept");
	}
	arena_back(&a, empty);
	ck_assert_ptr_null(a.head);
}
END_TEST

static void overflow(void)
{
	arena_size(SIZE_MAX / 2, 3);
}

static void exhaust(void)
{
	struct arena a = {0};

	arena_alloc(&a, SIZE_MAX - 4096, 1);
}

static void wrong_order(void)
{
	struct arena a = {0}, b = {0};

	arena_cstr(&a, "x");
	arena_cstr(&b, "y");
	arena_back(&a, arena_mark(&b));
}

START_TEST(impossible_sizes_die_with_a_sentence)
{
	struct death d = death_of(overflow);

	ck_assert_int_eq(d.how, 7);
	ck_assert_ptr_nonnull(strstr(d.words, "out of memory"));
	ck_assert_uint_eq(arena_size(24, 3), 72);
	if (!ASAN) /* its malloc reports such a size itself */
		ck_assert_int_eq(death_of(exhaust).how, 7);
}
END_TEST

START_TEST(a_mark_of_another_arena_is_a_bug)
{
	struct death d = death_of(wrong_order);

	ck_assert_int_lt(d.how, 0);
	ck_assert_ptr_nonnull(strstr(d.words, "mark of another arena"));
}
END_TEST

struct numbers {
	int *v;
	size_t n, cap;
};

START_TEST(a_vector_keeps_its_items_while_it_grows)
{
	struct arena a = {0};
	struct numbers one = {0}, two = {0};

	for (int i = 0; i < 100000; i++) {
		*arena_push(&a, &one) = i;
		if (i % 3 == 0)
			*arena_push(&a, &two) = -i;
	}
	for (int i = 0; i < 100000; i++)
		holds(one.v[i] == i);
	for (size_t i = 0; i < two.n; i++)
		holds(two.v[i] == -3 * (int)i);
	arena_clear(&a);
}
END_TEST

START_TEST(a_resized_block_keeps_its_bytes_and_is_zeroed_behind)
{
	struct arena a = {0};
	size_t n = 3;
	char *p = arena_resize(&a, NULL, 0, n);

	memset(p, 'x', n);
	for (; n < 300000; n = n * 2 + 1) {
		p = arena_resize(&a, p, n, n * 2 + 1);
		for (size_t i = 0; i < n; i++)
			holds(p[i] == 'x');
		holds(all_zero(p + n, n + 1));
		memset(p, 'x', n * 2 + 1);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(copied_and_printed_text_ends_with_nul)
{
	struct arena a = {0};
	struct str s = arena_str(&a, (struct str){"abcdef", 3});

	ck_assert_str_eq(s.p, "abc");
	ck_assert_str_eq(arena_str(&a, (struct str){0}).p, "");
	ck_assert_str_eq(arena_cstr(&a, NULL).p, "");
	s = arena_printf(&a, "%d %s", 7, "dwarfs");
	ck_assert_uint_eq(s.n, 8);
	ck_assert_str_eq(s.p, "7 dwarfs");
	arena_clear(&a);
}
END_TEST

START_TEST(asan_sees_overruns_and_uses_after_clearing)
{
	struct arena a = {0};
	char *p = arena_alloc(&a, 10, 1), *q = arena_alloc(&a, 16, 16);
	struct arena_mark m = arena_mark(&a);
	char *r = arena_alloc(&a, 5, 1), *moved;

	ck_assert(!IS_POISONED(p + 9) && !IS_POISONED(q + 15) && !IS_POISONED(r + 4));
	ck_assert_int_eq(!!IS_POISONED(p + 10), ASAN);
	ck_assert_int_eq(!!IS_POISONED(p + 25), ASAN);
	ck_assert_int_eq(!!IS_POISONED(q + 16), ASAN);
	arena_back(&a, m);
	ck_assert_int_eq(!!IS_POISONED(r), ASAN);
	moved = arena_resize(&a, q, 16, 32);
	ck_assert_int_eq(moved != q && IS_POISONED(q), ASAN);
	arena_clear(&a);
}
END_TEST

Suite *suite_base_arena(void)
{
	const TTest *const tests[] = {
	    a_cleared_arena_is_reusable,
	    memory_is_zeroed_aligned_and_apart,
	    going_back_to_a_mark_gives_back_only_what_came_after,
	    impossible_sizes_die_with_a_sentence,
	    a_mark_of_another_arena_is_a_bug,
	    a_vector_keeps_its_items_while_it_grows,
	    a_resized_block_keeps_its_bytes_and_is_zeroed_behind,
	    copied_and_printed_text_ends_with_nul,
	    asan_sees_overruns_and_uses_after_clearing,
	};

	return suite_of("base/arena", tests, COUNT(tests));
}
