/* SPDX-License-Identifier: MIT */
#include "csv.h"

#include <check.h>
#include <stdlib.h>
#include <unistd.h>

#include "lookback/base/io.h"

struct str csv_extract(struct arena *a, uint64_t applications, uint64_t seed, int which)
{
	struct extract_plan plan = extract_plan(applications, seed);
	char path[] = "/tmp/lookback-test-XXXXXX";
	struct err e = {0};
	struct str text;
	int fd = mkstemp(path);

	ck_assert_int_ge(fd, 0);
	unlink(path);
	ck_assert((which ? extract_second : extract_first)(&plan, fd, NULL, &e));
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	ck_assert_msg(io_read_fd(a, fd, 1 << 30, &text, &e), "%s", e.text);
	close(fd);
	return text;
}

/* One cell from *at on; *at moves behind the comma or the line's end, which *last tells. */
static struct str cut_cell(struct arena *a, struct str text, size_t *at, bool *last)
{
	struct buf b = buf_in(a);
	bool quoted = *at < text.n && text.p[*at] == '"';

	*at += quoted;
	while (*at < text.n) {
		char c = text.p[(*at)++];
		if (quoted && c == '"' && *at < text.n && text.p[*at] == '"')
			buf_char(&b, text.p[(*at)++]);
		else if (quoted && c == '"')
			quoted = false;
		else if (!quoted && (c == ',' || c == '\n')) {
			*last = c == '\n';
			return buf_str(&b);
		} else
			buf_char(&b, c);
	}
	ck_abort_msg("a row without an end");
}

static struct strs cut_row(struct arena *a, struct str text, size_t *at)
{
	struct strs row = {0};
	bool last = false;

	while (!last)
		*arena_push(a, &row) = cut_cell(a, text, at, &last);
	return row;
}

void csv_cut(struct arena *a, struct str text, struct csv_rows *out)
{
	size_t at = 0;

	*out = (struct csv_rows){.head = cut_row(a, text, &at)};
	while (at < text.n) {
		struct strs row = cut_row(a, text, &at);
		ck_assert_uint_eq(row.n, out->head.n);
		*arena_push(a, out) = row;
	}
}

size_t csv_column(const struct csv_rows *rows, const char *name)
{
	for (size_t i = 0; i < rows->head.n; i++)
		if (str_is(rows->head.v[i], name))
			return i;
	ck_abort_msg("no column %s", name);
}

struct str csv_cell(const struct csv_rows *rows, size_t row, const char *name)
{
	return rows->v[row].v[csv_column(rows, name)];
}

bool csv_disclosed(const struct csv_rows *rows, size_t row)
{
	struct str outcome = csv_cell(rows, row, "outcome");

	return str_is(outcome, "DISCLOSED_TO_A") || str_is(outcome, "DISCLOSED_TO_OTHER") ||
	       str_is(outcome, "PARTIAL");
}
