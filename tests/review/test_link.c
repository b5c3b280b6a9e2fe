/* SPDX-License-Identifier: MIT */
/* Two records that belong together: said by one, judged by another, taken back. */
#include "review/engine.h"

Suite *suite_review_link(void);

static bool link_them(struct bench *b, const char *who, const char *ref, const char *other,
    const char *kind, int64_t *link, struct err *e)
{
	struct req_link q = {.ref = str_of(ref),
	    .other = str_of(other),
	    .kind = str_of(kind),
	    .reason = STR("the same name")};
	struct rep_done r;
	bool done = ask_link(b, who, &q, &r, e);

	*link = done ? r.seq : 0;
	return done;
}

static bool judge(
    struct bench *b, const char *who, int64_t link, const char *verdict, struct err *e)
{
	struct req_link_judge q = {.link = link, .verdict = str_of(verdict)};
	struct rep_done r;

	return ask_link_judge(b, who, &q, &r, e);
}

static struct rep_links links(struct bench *b, const char *who, struct str ref)
{
	struct req_links q = {.ref = ref};
	struct rep_links r;
	struct err e;

	ok(ask_links(b, who, &q, &r, &e));
	return r;
}

static struct bench *three(void)
{
	struct bench *b = engine_new();

	for (int i = 1; i <= 3; i++)
		engine_case(b, i, "\"kind\":\"a\"");
	return b;
}

START_TEST(a_plain_link_counts_at_once_and_shows_on_both)
{
	struct bench *b = three();
	struct rep_record r;
	struct err e;
	int64_t link;

	ok(link_them(b, "c1", "C-1", "C-2", "twin", &link, &e));
	r = bench_show(b, "c2", STR("C-2"));
	ck_assert_uint_eq(r.links.n, 1);
	ck_assert(r.links.v[0].counts && r.links.v[0].link == link);
	ck_assert_str_eq(r.links.v[0].from.p, "C-1");
	ck_assert_str_eq(r.links.v[0].label.p, "twin");
	ck_assert_str_eq(r.links.v[0].by.p, "c1");
	r = bench_show(b, "c2", STR("C-1"));
	ck_assert(has(r.history.v[0].text, "linked it to C-2 (twin): the same name"));
	ck_assert(!judge(b, "c1", link, "same", &e) && e.kind == ERR_REFUSED);
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_judged_link_counts_only_by_a_second_persons_word)
{
	struct bench *b = three();
	struct err e;
	int64_t link, other;

	ok(link_them(b, "c1", "C-1", "C-2", "near", &link, &e));
	ck_assert(!links(b, "c2", STR("C-1")).rows.v[0].counts);
	ck_assert_uint_eq(links(b, "c2", STR("")).rows.n, 1); /* it waits */
	ck_assert(!judge(b, "c1", link, "same", &e));
	ck_assert(says(&e, ERR_REFUSED, "another person must judge it"));
	ck_assert(!judge(b, "c2", link, "sane", &e) && e.kind == ERR_INPUT);
	ok(judge(b, "c2", link, "same", &e));
	ck_assert(links(b, "c2", STR("C-2")).rows.v[0].counts);
	ck_assert_uint_eq(links(b, "c2", STR("")).rows.n, 0);
	ck_assert(!judge(b, "r1", link, "different", &e));
	ck_assert(says(&e, ERR_CONFLICT, "judged already: same, by c2"));
	for (int i = 0; i < 2; i++) {
		ok(link_them(
		    b, "c1", i ? "C-3" : "C-1", i ? "C-2" : "C-3", "near", &other, &e));
		ok(judge(b, "c2", other, i ? "cannot_tell" : "different", &e));
		ck_assert_uint_eq(links(b, "c1", STR("C-3")).rows.n, (size_t)i + 1);
		ck_assert(!links(b, "c1", STR("C-3")).rows.v[i].counts);
	}
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_makes_no_link_is_refused_with_its_reason)
{
	struct bench *b = three();
	struct rep_moved check;
	struct req_add add = {.type = STR("check"), .under = STR("C-1")};
	struct err e;
	int64_t link;

	add.fields = bench_json(b, "{\"about\":\"x\"}");
	ok(ask_add(b, "c1", &add, &check, &e));
	ck_assert(!link_them(b, "c1", "C-1", "C-1", "twin", &link, &e));
	ck_assert(says(&e, ERR_REFUSED, "not linked to itself"));
	ck_assert(!link_them(b, "c1", "C-1", "C-1/K1", "twin", &link, &e));
	ck_assert(says(&e, ERR_REFUSED, "does not link a case to a check"));
	ck_assert(!link_them(b, "c1", "C-1", "C-2", "twins", &link, &e));
	ck_assert(says(&e, ERR_NOT_FOUND, "did you mean 'twin'?"));
	ck_assert(!link_them(b, "c1", "C-1", "C-8", "twin", &link, &e));
	ck_assert(says(&e, ERR_NOT_FOUND, "there is no record C-8"));
	ok(link_them(b, "c1", "C-1", "C-2", "twin", &link, &e));
	ck_assert(!link_them(b, "c2", "C-2", "C-1", "twin", &link, &e)); /* either way round */
	ck_assert(says(&e, ERR_CONFLICT, "have this link already"));
	ck_assert(!link_them(b, "admin", "C-1", "C-3", "twin", &link, &e));
	ck_assert(e.kind == ERR_REFUSED);
	bench_close(b);
}
END_TEST

START_TEST(a_link_is_taken_away_with_a_reason_and_may_be_said_again)
{
	struct bench *b = three();
	struct req_unlink q = {0};
	struct rep_done r;
	struct err e;

	ok(link_them(b, "c1", "C-1", "C-2", "twin", &q.link, &e));
	ck_assert(!ask_unlink(b, "c2", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "needs a reason"));
	q.reason = STR("another person of that name");
	ok(ask_unlink(b, "c2", &q, &r, &e));
	ck_assert(!ask_unlink(b, "c2", &q, &r, &e) && e.kind == ERR_CONFLICT);
	for (size_t i = 0; i < links(b, "c1", STR("C-1")).rows.n; i++)
		ck_assert(!links(b, "c1", STR("C-1")).rows.v[i].counts);
	ok(link_them(b, "c1", "C-1", "C-2", "twin", &q.link, &e));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_link_to_what_one_may_not_see_is_not_there)
{
	struct bench *b = three();
	struct req_conflict barred = {.ref = STR("C-2"), .reason = STR("my cousin")};
	struct rep_record r;
	struct rep_done done;
	struct err e;
	int64_t link;

	ok(link_them(b, "c1", "C-1", "C-2", "near", &link, &e));
	ok(ask_conflict(b, "c2", &barred, &done, &e));
	ck_assert_uint_eq(links(b, "c2", STR("C-1")).rows.n, 0);
	ck_assert_uint_eq(links(b, "c2", STR("")).rows.n, 0);
	r = bench_show(b, "c2", STR("C-1"));
	ck_assert_uint_eq(r.links.n, 0);
	for (size_t i = 0; i < r.history.n; i++)
		ck_assert(!str_is(r.history.v[i].type, "link.proposed"));
	ck_assert(!judge(b, "c2", link, "same", &e) && e.kind == ERR_NOT_FOUND);
	ck_assert_uint_eq(links(b, "c1", STR("C-1")).rows.n, 1);
	bench_close(b);
}
END_TEST

Suite *suite_review_link(void)
{
	const TTest *const tests[] = {
	    a_plain_link_counts_at_once_and_shows_on_both,
	    a_judged_link_counts_only_by_a_second_persons_word,
	    what_makes_no_link_is_refused_with_its_reason,
	    a_link_is_taken_away_with_a_reason_and_may_be_said_again,
	    a_link_to_what_one_may_not_see_is_not_there,
	};
	return bench_suite("review/link", tests, COUNT(tests));
}
