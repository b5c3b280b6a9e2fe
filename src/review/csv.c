/* SPDX-License-Identifier: MIT */
/* Comma-separated rows from an open file, with their lines and within limits. */
#include "review/csv.h"

#include <csv.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 << 10 };

struct reader {
	csv_row_fn each;
	void *ctx;
	struct err *e;
	struct arena *arena;
	char *text; /* cells of the row, a NUL after each */
	size_t used, cap;
	size_t from[CSV_CELLS_MAX];
	struct str cells[CSV_CELLS_MAX];
	size_t n;
	int64_t line;   /* on which the row begins */
	int64_t breaks; /* line ends inside its cells */
	int64_t bytes;
	bool cr; /* a CR ended the last row: an LF now is the same line end */
	bool failed;
};

static void fail(struct reader *r, const char *what)
{
	if (!r->failed)
		err_set(r->e, ERR_INPUT, "line %lld: %s", (long long)r->line, what);
	err_at(r->e, (int)r->line, 0);
	r->failed = true;
}

static int64_t line_ends(const char *s, size_t n)
{
	int64_t ends = 0;

	for (size_t i = 0; i < n; i++)
		ends += s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n'));
	return ends;
}

static void make_room(struct reader *r, size_t n)
{
	size_t cap = r->cap ? r->cap : CHUNK;

	while (cap < r->used + n)
		cap *= 2;
	if (cap == r->cap)
		return;
	r->text = arena_resize(r->arena, r->text, r->cap, cap);
	r->cap = cap;
}

static void on_cell(void *s, size_t n, void *ctx)
{
	struct reader *r = ctx;

	r->cr = false;
	if (r->failed)
		return;
	if (r->n == CSV_CELLS_MAX) {
		fail(r, "the row has more than 256 cells");
		return;
	}
	if (n > CSV_CELL_MAX) {
		fail(r, "a cell has more than 64 KiB; is a quote missing?");
		return;
	}
	if (r->used + n > CSV_ROW_MAX) {
		fail(r, "the row has more than 1 MiB; is a quote missing?");
		return;
	}
	make_room(r, n + 1);
	if (n)
		memcpy(r->text + r->used, s, n);
	r->text[r->used + n] = '\0';
	r->from[r->n] = r->used;
	r->cells[r->n++].n = n;
	r->used += n + 1;
	r->breaks += line_ends(s, n);
}

static void give_row(struct reader *r)
{
	struct csv_row row = {.line = r->line, .bytes = r->bytes, .cells = r->cells, .n = r->n};

	for (size_t i = 0; i < r->n; i++)
		r->cells[i].p = r->text + r->from[i];
	r->failed = !r->each(r->ctx, &row, r->e);
}

static void on_row(int end, void *ctx)
{
	struct reader *r = ctx;
	bool second = r->n == 0 && r->cr && end == '\n'; /* the LF of a CR LF */

	if (r->failed)
		return;
	if (r->n)
		give_row(r);
	if (!second)
		r->line += 1 + r->breaks;
	r->cr = end == '\r';
	r->n = r->used = 0;
	r->breaks = 0;
}

static int no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static ssize_t read_some(int fd, char *buf, size_t n)
{
	ssize_t got;

	do
		got = read(fd, buf, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Encodings that are not UTF-8 show in the first bytes of the first chunk. */
static size_t past_mark(struct reader *r, const char *s, size_t n)
{
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		return 3;
	if (n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0))
		fail(r, "the file is UTF-16; save it as UTF-8");
	return 0;
}

static void parse(struct reader *r, struct csv_parser *p, const char *s, size_t n)
{
	size_t skip = r->bytes == 0 ? past_mark(r, s, n) : 0;

	r->bytes += (int64_t)n;
	if (r->failed)
		return;
	if (csv_parse(p, s + skip, n - skip, on_cell, on_row, r) != n - skip)
		fail(r, "a quote stands inside a cell that is not quoted as a whole");
	if (!r->failed && p->entry_pos > CSV_CELL_MAX)
		fail(r, "a cell has more than 64 KiB; is a quote missing?");
}

/* No more is read than there was at first: everybody waits while a file is read, and
 * whoever brought it may still be writing. */
static int64_t size_of(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 ? (int64_t)st.st_size : 0;
}

static void read_all(struct reader *r, struct csv_parser *p, int fd, struct hasher *h)
{
	char *chunk = arena_new(r->arena, char, CHUNK);
	int64_t size = size_of(fd);
	ssize_t got = 0;

	while (!r->failed && (got = read_some(fd, chunk, CHUNK)) > 0) {
		hasher_add(h, (struct str){chunk, (size_t)got});
		parse(r, p, chunk, (size_t)got);
		if (r->bytes > size)
			fail(r, "the file grew while it was read");
	}
	if (got < 0) {
		err_set(r->e, ERR_IO, "the file cannot be read: %s", strerror(errno));
		r->failed = true;
	}
	if (!r->failed && csv_fini(p, on_cell, on_row, r) != 0)
		fail(r, "a quote is opened and never closed");
}

bool csv_rows(
    struct arena *a, int fd, csv_row_fn each, void *ctx, struct hash *sum, struct err *e)
{
	struct reader *r = arena_new(a, struct reader, 1);
	struct hasher *h = hasher_open();
	struct csv_parser p;
	bool ok;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0)
		die("out of memory");
	csv_set_space_func(&p, no_space);
	csv_set_blk_size(&p, 4096);
	r->each = each;
	r->ctx = ctx;
	r->e = e;
	r->arena = a;
	r->line = 1;
	hasher_start(h);
	read_all(r, &p, fd, h);
	*sum = hasher_end(h);
	ok = !r->failed;
	hasher_close(h);
	csv_free(&p);
	return ok;
}
