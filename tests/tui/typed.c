/* SPDX-License-Identifier: MIT */
/* Typing lines at canned replies. */
#include "typed.h"

#include <check.h>
#include <string.h>

struct canned canned;
struct lines lines;
struct arena typed_mem;
struct buf said;

static void hear(void *ctx, struct str text)
{
	(void)ctx;
	buf_put(&said, text);
}

void typed_set_up(void)
{
	struct service service;
	struct err e = {0};

	typed_mem = (struct arena){0};
	said = buf_in(&typed_mem);
	canned_init(&canned);
	service = canned_service(&canned);
	lines_init(&lines, &service, &canned.welcome);
	lines.put = hear;
	ck_assert_msg(lines_start(&lines, &e), "%s", e.text);
}

void typed_tear_down(void)
{
	lines_end(&lines);
	canned_clear(&canned);
	arena_clear(&typed_mem);
}

const char *type(const char *text)
{
	struct str rest = str_of(text), line;

	said = buf_in(&typed_mem);
	do { /* an empty text is one empty line */
		line = (struct str){0};
		(void)str_cut(&rest, '\n', &line);
		lines_take(&lines, line);
	} while (rest.n);
	return said.n ? buf_str(&said).p : "";
}

void says(const char *typed, const char *expect)
{
	const char *got = type(typed);

	ck_assert_msg(strstr(got, expect), "to '%s' no '%s' in:\n%s", typed, expect, got);
}

void says_not(const char *typed, const char *unwanted)
{
	const char *got = type(typed);

	ck_assert_msg(
	    !strstr(got, unwanted), "to '%s' there is '%s' in:\n%s", typed, unwanted, got);
}
