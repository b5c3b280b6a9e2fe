/* SPDX-License-Identifier: MIT */
#include "review/csv.h"

#include <string.h>
#include <unistd.h>

#include "review/bench.h"

Suite *suite_review_csv(void);

/* Rows as text: "line:cell|cell;". */
struct gathered {
	struct buf b;
	int64_t stop_at; /* rows after which the reader is told to stop; 0: never */
	int64_t rows;
};

static bool gather(void *ctx, const struct csv_row *row, struct err *e)
{
	struct gathered *g = ctx;

	buf_printf(&g->b, "%lld:", (long long)row->line);
	for (size_t i = 0; i < row->n; i++)
		buf_printf(&g->b, "%s%.*s", i ? "|" : "", STR_ARG(row->cells[i]));
	buf_char(&g->b, ';');
	g->rows++;
	return g->rows != g->stop_at || err_set(e, ERR_CANCELLED, "enough");
}

static bool read_csv(
    struct arena *a, const char *text, size_t n, struct gathered *g, struct err *e)
{
	int fd = bench_file(text, n);
	struct hash sum;
	bool done;

	g->b = buf_in(a);
	done = csv_rows(a, fd, gather, g, &sum, e);
	close(fd);
	if (done)
		ck_assert(hash_eq(sum, hash_of((struct str){text, n})));
	return done;
}

struct good {
	const char *text, *rows;
};
static const struct good goods[] = {
    {"", ""},
    {"a,b\n1,2\n", "1:a|b;2:1|2;"},
    {"a,b\r\n1,2\r\n", "1:a|b;2:1|2;"},
    {"a,b\r1,2\r", "1:a|b;2:1|2;"},
    {"a,b\n1,2", "1:a|b;2:1|2;"},
    {"\xef\xbb\xbfKopf,b\n", "1:Kopf|b;"},
    {"a\n\n\nb\n", "1:a;4:b;"},
    {"a\r\n\r\nb\r\n", "1:a;3:b;"},
    {"\"x\ny\",1\nz,2\n", "1:x\ny|1;3:z|2;"},
    {"\"x\r\ny\",1\r\nz,2\r\n", "1:x\r\ny|1;3:z|2;"},
    {"\"he said \"\"no\"\"\",2\n", "1:he said \"no\"|2;"},
    {" a , b \n", "1: a | b ;"},
    {",,\n", "1:||;"},
    {"\"\"\n", "1:;"},
    {"a,\"b,c\"\n", "1:a|b,c;"},
};

START_TEST(rows_come_with_the_line_on_which_they_begin)
{
	struct arena a = {0};
	struct gathered g = {0};
	struct err e = {0};

	ok(read_csv(&a, goods[_i].text, strlen(goods[_i].text), &g, &e));
	ck_assert_str_eq(g.b.p ? g.b.p : "", goods[_i].rows);
	arena_clear(&a);
}
END_TEST

struct bad {
	const char *text;
	int line;
	const char *says;
};
static const struct bad bads[] = {
    {"a,b\n1,x\"y\n", 2, "quote"},
    {"a,b\n\n1,\"x\"y\n", 3, "quote"},
    {"a,b\n\"x\n\ny,2\n", 2, "never closed"},
    {"\xff\xfe"
     "a",
	1, "UTF-8"},
};

START_TEST(a_broken_form_is_refused_with_its_line)
{
	struct arena a = {0};
	struct gathered g = {0};
	struct err e = {0};

	ck_assert(!read_csv(&a, bads[_i].text, strlen(bads[_i].text), &g, &e));
	ck_assert(says(&e, ERR_INPUT, bads[_i].says));
	ck_assert_int_eq(e.line, bads[_i].line);
	arena_clear(&a);
}
END_TEST

/* n bytes of c between two texts */
static struct str filled(struct arena *a, const char *from, char c, size_t n, const char *to)
{
	struct buf b = buf_in(a);

	buf_puts(&b, from);
	for (size_t i = 0; i < n; i++)
		buf_char(&b, c);
	buf_puts(&b, to);
	return buf_str(&b);
}

START_TEST(a_cell_a_row_and_a_heading_have_limits)
{
	struct arena a = {0};
	struct gathered g = {0};
	struct err e = {0};
	struct str most = filled(&a, "h\n", 'x', CSV_CELL_MAX, "\n"),
		   more = filled(&a, "h\n", 'x', CSV_CELL_MAX + 1, "\n"),
		   open = filled(&a, "h\n\"", 'x', 300000, "\n"),
		   wide = filled(&a, "h\n", ',', CSV_CELLS_MAX - 1, "\n"),
		   wider = filled(&a, "h\n", ',', CSV_CELLS_MAX, "\n");

	ok(read_csv(&a, most.p, most.n, &g, &e));
	ck_assert(!read_csv(&a, more.p, more.n, &g, &e));
	ck_assert(says(&e, ERR_INPUT, "line 2: a cell has more than 64 KiB"));
	ck_assert(!read_csv(&a, open.p, open.n, &g, &e));
	ck_assert(says(&e, ERR_INPUT, "is a quote missing?"));
	ok(read_csv(&a, wide.p, wide.n, &g, &e));
	ck_assert(!read_csv(&a, wider.p, wider.n, &g, &e));
	ck_assert(says(&e, ERR_INPUT, "256 cells"));
	arena_clear(&a);
}
END_TEST

START_TEST(a_row_of_many_large_cells_is_refused)
{
	struct arena a = {0};
	struct gathered g = {0};
	struct buf b = buf_in(&a);
	struct err e = {0};

	for (int i = 0; i < 20; i++)
		buf_put(&b, filled(&a, i ? "," : "", 'x', 60000, ""));
	ck_assert(!read_csv(&a, b.p, b.n, &g, &e));
	ck_assert(says(&e, ERR_INPUT, "1 MiB"));
	arena_clear(&a);
}
END_TEST

START_TEST(a_reader_that_says_stop_is_not_called_again)
{
	struct arena a = {0};
	struct gathered g = {.stop_at = 2};
	struct err e = {0};

	ck_assert(!read_csv(&a, "a\nb\nc\nd\n", 8, &g, &e));
	ck_assert(says(&e, ERR_CANCELLED, "enough"));
	ck_assert_int_eq(g.rows, 2);
	arena_clear(&a);
}
END_TEST

/* Writes cells as RFC 4180 has them; quotes only where it must, or always. */
static void put_cell(struct buf *b, struct str s, bool quote)
{
	for (size_t i = 0; i < s.n; i++)
		quote = quote || strchr("\",\r\n", s.p[i]);
	if (quote)
		buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_char(b, '"');
		buf_char(b, s.p[i]);
	}
	if (quote)
		buf_char(b, '"');
}

START_TEST(whatever_is_written_by_the_rule_is_read_back)
{
	static const char letters[] = "ab \",\n\r;\t\xc3\xa9";
	struct dice d = dice_seed(7);

	for (int round = 0; round < 400; round++) {
		struct arena a = {0};
		struct buf file = buf_in(&a), want = buf_in(&a);
		struct gathered g = {0};
		struct err e = {0};
		int64_t line = 1;
		int rows = (int)dice_below(&d, 6), cols = 1 + (int)dice_below(&d, 4);
		for (int r = 0; r < rows; r++) {
			buf_printf(&want, "%lld:", (long long)line);
			for (int c = 0; c < cols; c++) {
				struct buf cell = buf_in(&a);
				int n = (int)dice_below(&d, 8);
				for (int i = 0; i < n; i++)
					buf_char(&cell, letters[dice_below(&d, 9)]);
				for (size_t i = 0; i < cell.n; i++)
					line += cell.p[i] == '\n' ||
						(cell.p[i] == '\r' &&
						    (i + 1 == cell.n || cell.p[i + 1] != '\n'));
				buf_printf(&want, "%s%.*s", c ? "|" : "", (int)cell.n,
				    cell.p ? cell.p : "");
				if (c)
					buf_char(&file, ',');
				put_cell(&file, buf_str(&cell), cols == 1 || dice_below(&d, 2));
			}
			buf_puts(&file, dice_below(&d, 2) ? "\n" : "\r\n");
			buf_char(&want, ';');
			line++;
		}
		ok(read_csv(&a, file.p ? file.p : "", file.n, &g, &e));
		ck_assert_msg(str_eq(buf_str(&g.b), buf_str(&want)), "%s\nis not\n%s\nin\n%s",
		    g.b.p, want.p, file.p);
		arena_clear(&a);
	}
}
END_TEST

Suite *suite_review_csv(void)
{
	const TTest *const tests[] = {
	    a_cell_a_row_and_a_heading_have_limits,
	    a_row_of_many_large_cells_is_refused,
	    a_reader_that_says_stop_is_not_called_again,
	    whatever_is_written_by_the_rule_is_read_back,
	};
	Suite *s = bench_suite("review/csv", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(
	    t, rows_come_with_the_line_on_which_they_begin, 0, (int)COUNT(goods));
	tcase_add_loop_test(t, a_broken_form_is_refused_with_its_line, 0, (int)COUNT(bads));
	suite_add_tcase(s, t);
	return s;
}
