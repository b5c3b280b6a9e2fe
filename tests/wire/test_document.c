/* SPDX-License-Identifier: MIT */
/* docs/PROTOCOL.md names every message and member, as the program has them. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lookback/base/io.h"
#include "lookback/wire/wire.h"

static const char path[] = "docs/PROTOCOL.md";
static const char begin[] = "<!-- generated: messages -->\n", end[] = "<!-- end -->\n";

START_TEST(the_document_holds_the_tables)
{
	struct arena a = {0};
	struct err e = {0};
	struct str text, made;
	struct buf b = buf_in(&a);
	const char *from, *to;

	ck_assert_msg(io_read(&a, path, 1 << 20, &text, &e), "%s", e.text);
	from = strstr(text.p, begin);
	ck_assert_ptr_nonnull(from);
	from += strlen(begin);
	to = strstr(from, end);
	ck_assert_ptr_nonnull(to);
	wire_document(&b);
	made = buf_str(&b);
	if (getenv("GENERATE") && *getenv("GENERATE")) {
		struct buf out = buf_in(&a);
		buf_put(&out, (struct str){text.p, (size_t)(from - text.p)});
		buf_put(&out, made);
		buf_puts(&out, to);
		ck_assert_msg(io_write(path, buf_str(&out), &e), "%s", e.text);
	} else {
		ck_assert_msg(str_eq(made, (struct str){from, (size_t)(to - from)}),
		    "%s is not current: GENERATE=1 makes this test rewrite it", path);
	}
	arena_clear(&a);
}
END_TEST

START_TEST(every_part_is_in_the_document)
{
	struct arena a = {0};
	struct buf b = buf_in(&a);

	wire_document(&b);
#define HAS(name) ck_assert_ptr_nonnull(strstr(buf_str(&b).p, "\n### Part " #name "\n"));
	WIRE_PARTS(HAS)
#undef HAS
	arena_clear(&a);
}
END_TEST

Suite *suite_wire_document(void);

Suite *suite_wire_document(void)
{
	Suite *s = suite_create("wire/document");
	TCase *t = tcase_create("document");

	tcase_add_test(t, the_document_holds_the_tables);
	tcase_add_test(t, every_part_is_in_the_document);
	suite_add_tcase(s, t);
	return s;
}
