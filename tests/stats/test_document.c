/* SPDX-License-Identifier: MIT */
/* docs/SAMPLING.md: its vectors, its shell lines and its table are what the program does. */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "lookback/base/io.h"
#include "lookback/stats/draw.h"
#include "lookback/stats/hyper.h"

Suite *suite_stats_document(void);

/* What stands between "<!-- name" with the rest of its line and "<!-- end". */
static struct str part(struct arena *a, const char *name)
{
	struct str doc;
	struct err e;
	const char *from, *to;

	ck_assert_msg(io_read(a, "docs/SAMPLING.md", 1 << 20, &doc, &e), "%s", e.text);
	from = strstr(doc.p, arena_printf(a, "<!-- %s", name).p);
	ck_assert_ptr_nonnull(from);
	from = strchr(from, '\n') + 1;
	to = strstr(from, "<!-- end");
	ck_assert_ptr_nonnull(to);
	return (struct str){from, (size_t)(to - from)};
}

static const char *hex(struct arena *a, struct hash h)
{
	char *out = arena_new(a, char, HASH_HEX + 1);

	hex_of(h.b, HASH_LEN, out);
	return out;
}

static void put_chance(struct buf *b, struct str seed, struct str ref)
{
	const struct str parts[] = {STR("lookback-chance-1"), seed, STR("second_review"), ref};
	struct buf text = buf_in(b->arena);
	int bucket = 0;

	for (size_t i = 0; i < COUNT(parts); i++)
		buf_printf(&text, "%.*s\n", STR_ARG(parts[i]));
	while (!draw_chance(seed, ref, STR("second_review"), bucket + 1))
		bucket++;
	buf_printf(b, "    chance   second_review %.*s: x begins %.16s, %d of 100\n",
	    STR_ARG(ref), hex(b->arena, hash_of(buf_str(&text))), bucket);
}

START_TEST(the_vectors_are_right)
{
	struct arena a = {0};
	struct str seed = STR("20240523");
	struct strs refs = refs_made(&a, "DVDS", 20);
	struct buf b = buf_in(&a);
	struct draw d;
	struct hash frame;
	struct err e;

	ck_assert(draw_frame_hash(&a, refs, &frame, &e));
	ck_assert(draw_sample(&a, seed, refs, 5, &d, &e));
	buf_printf(&b,
	    "    seed     20240523\n    frame    DVDS-0001 to DVDS-0020, twenty references\n"
	    "    hash     %s\n",
	    hex(&a, frame));
	for (int i = 0; i < 2; i++)
		buf_printf(&b, "    key      %s  %s\n", refs.v[i].p,
		    hex(&a, draw_key(seed, refs.v[i])));
	buf_puts(&b, "    sample   5:");
	for (size_t i = 0; i < d.n; i++)
		buf_printf(&b, " %s", d.v[i].ref.p);
	buf_char(&b, '\n');
	put_chance(&b, seed, refs.v[0]);
	put_chance(&b, seed, refs.v[1]);
	ck_str_is(part(&a, "vectors"), buf_str(&b).p);
	arena_clear(&a);
}
END_TEST

START_TEST(the_shell_lines_draw_the_same)
{
	struct arena a = {0};
	struct str shell = part(&a, "shell");
	struct strs refs = refs_made(&a, "DVDS", 20);
	struct buf b = buf_in(&a);
	struct draw d;
	struct hash frame;
	struct err e;

	shell = (struct str){shell.p + 6, shell.n - 10}; /* without the fences */
	const char *const argv[] = {"sh", "-c", arena_str(&a, shell).p, NULL};
	ck_assert(draw_frame_hash(&a, refs, &frame, &e));
	ck_assert(draw_sample(&a, STR("20240523"), refs, 5, &d, &e));
	buf_printf(&b, "%s\n", hex(&a, frame));
	for (size_t i = 0; i < d.n; i++)
		buf_printf(&b, "%s\n", d.v[i].ref.p);
	ck_str_is(printed_by(&a, argv), buf_str(&b).p);
	arena_clear(&a);
}
END_TEST

static double cell(struct str line, int column)
{
	struct str text = {0};

	for (int i = 0; i <= column; i++)
		ck_assert(str_cut(&line, '|', &text));
	return strtod(text.p, NULL);
}

START_TEST(the_table_of_sizes_is_right)
{
	struct arena a = {0};
	struct str rest = part(&a, "sizes"), line;
	int rows = 0;

	while (str_cut(&rest, '\n', &line)) {
		if (cell(line, 1) < 1)
			continue;
		for (int allow = 0; allow < 3; allow++) {
			struct sample_size s = sample_needed(
			    (int64_t)cell(line, 1), cell(line, 2) / 100, 0.95, allow);
			ck_assert_int_eq(s.n, (int64_t)cell(line, 3 + allow));
		}
		rows++;
	}
	ck_assert_int_eq(rows, 6);
	arena_clear(&a);
}
END_TEST

Suite *suite_stats_document(void)
{
	const TTest *const tests[] = {
	    the_vectors_are_right,
	    the_shell_lines_draw_the_same,
	    the_table_of_sizes_is_right,
	};

	return suite_of("stats/document", tests, COUNT(tests));
}
