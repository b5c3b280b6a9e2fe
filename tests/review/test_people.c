/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_people(void);

static bool add(struct bench *b, const char *who, const char *name, const char *roles,
    const char *staff, struct err *e)
{
	struct req_user_add q = {.name = str_of(name), .staff = str_of(staff)};
	struct str rest = str_of(roles), part;
	struct rep_done r;

	while (str_cut(&rest, ' ', &part))
		*arena_push(&b->arena, &q.roles) = part;
	return ask_user_add(b, who, &q, &r, e);
}

struct wrong {
	const char *who, *name, *roles, *staff;
	enum err_kind kind;
	const char *says;
};
static const struct wrong wrongs[] = {
    {"s01", "x01", "reviewer", "", ERR_REFUSED, "the right to manage accounts"},
    {"admin", "X01", "reviewer", "", ERR_USAGE, "'X01' cannot be an account name"},
    {"admin", "", "reviewer", "", ERR_USAGE, "cannot be an account name"},
    {"admin", "1x", "reviewer", "", ERR_USAGE, "cannot be an account name"},
    {"admin", "x/../y", "reviewer", "", ERR_USAGE, "cannot be an account name"},
    {"admin", "abcdefghijklmnopqrstuvwxyz0123456", "reviewer", "", ERR_USAGE, "cannot be"},
    {"admin", "x01", "", "", ERR_USAGE, "at least one role"},
    {"admin", "x01", "reviwer", "", ERR_USAGE, "did you mean 'reviewer'?"},
    {"admin", "x01", "reviewer reviewer", "", ERR_USAGE, "named twice"},
    {"admin", "x01", "administrator reviewer", "", ERR_REFUSED,
	"no account may both manage accounts (Administrator) and open case data (Reviewer)"},
    {"admin", "x01", "auditor", "H07", ERR_REFUSED, "shows every record (Auditor)"},
    {"admin", "r01", "reviewer", "", ERR_CONFLICT, "there is an account r01 already"},
};

/* As if no role took anything away: then rights that exclude each other can meet. */
static struct bench *nothing_denied(int applications)
{
	return bench_open((struct bench_how){.applications = applications,
	    .find = "    denies: [read, take, note, assign]\n",
	    .replace = ""});
}

START_TEST(an_account_that_must_not_be_is_refused)
{
	struct bench *b = nothing_denied(0);
	const struct wrong *w = &wrongs[_i];
	size_t before = bench_events(b, "user.added", "").n;
	struct err e;

	ck_assert(!add(b, w->who, w->name, w->roles, w->staff, &e));
	ck_assert(says(&e, w->kind, w->says));
	ck_assert_uint_eq(bench_events(b, "user.added", "").n, before);
	bench_close(b);
}
END_TEST

START_TEST(the_last_who_manages_accounts_stays)
{
	struct bench *b = bench_new(0);
	struct req_user_disable gone = {.name = STR("admin"), .reason = STR("leaves")};
	struct req_user_role role = {.name = STR("admin")};
	struct rep_done r;
	struct err e;

	*arena_push(&b->arena, &role.roles) = STR("auditor");
	ck_assert(!ask_user_disable(b, "admin", &gone, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "the last account that may manage accounts"));
	ck_assert(!ask_user_role(b, "admin", &role, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "the last account"));
	ok(add(b, "admin", "second", "administrator", "", &e));
	gone.name = STR("second");
	ok(ask_user_disable(b, "admin", &gone, &r, &e));
	ck_assert(!ask_user_role(b, "admin", &role, &r, &e)); /* a closed one does not count */
	ok(add(b, "admin", "third", "administrator", "", &e));
	ok(ask_user_role(b, "admin", &role, &r, &e));
	gone.name = STR("third");
	ck_assert(!ask_user_disable(b, "third", &gone, &r, &e));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(what_one_role_denies_no_other_gives_back)
{
	struct bench *b = bench_new(1);
	struct req_list q = {0};
	struct rep_page page;
	struct err e;

	ok(add(b, "admin", "x01", "administrator supervisor", "", &e));
	ck_assert(!ask_list(b, "x01", &q, &page, &e));
	ck_assert(says(&e, ERR_REFUSED, "this needs the right to read records"));
	bench_close(b);
}
END_TEST

START_TEST(other_roles_are_in_force_at_once)
{
	struct bench *b = nothing_denied(1);
	struct req_user_role role = {.name = STR("r01")};
	struct req_next next = {0};
	struct rep_record rec;
	struct rep_done r;
	struct err e;

	ck_assert(!ask_next(b, "r01", &next, &rec, &e));
	*arena_push(&b->arena, &role.roles) = STR("triage_officer");
	ok(ask_user_role(b, "admin", &role, &r, &e));
	ok(ask_next(b, "r01", &next, &rec, &e));
	*arena_push(&b->arena, &role.roles) = STR("administrator");
	ck_assert(!ask_user_role(b, "admin", &role, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "no account may both"));
	role.name = STR("r09");
	ck_assert(!ask_user_role(b, "admin", &role, &r, &e));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_closed_account_gives_back_what_it_held)
{
	struct bench *b = bench_new(1);
	struct str ref = bench_next(b, "t01").ref;
	struct req_user_disable gone = {.name = STR("t01")};
	struct req_next next = {0};
	struct rep_record rec;
	struct rep_done r;
	struct err e;

	ck_assert(!ask_user_disable(b, "admin", &gone, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "needs a reason"));
	gone.reason = STR("moved to another force");
	ok(ask_user_disable(b, "admin", &gone, &r, &e));
	ck_assert(!ask_next(b, "t01", &next, &rec, &e));
	ck_assert(says(&e, ERR_REFUSED, "the account t01 is closed"));
	ck_assert(str_eq(bench_next(b, "t02").ref, ref));
	ck_assert(!ask_user_disable(b, "admin", &gone, &r, &e)); /* it is closed */
	ck_assert(!add(b, "admin", "t01", "reviewer", "", &e));
	ck_assert(says(&e, ERR_CONFLICT, "a name is never given twice"));
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(accounts_are_listed_by_name)
{
	struct bench *b = bench_new(0);
	struct req_user_list q = {0};
	struct rep_users r;
	struct err e;

	ok(ask_user_list(b, "s01", &q, &r, &e));
	ck_assert_uint_eq(r.rows.n, 19);
	for (size_t i = 1; i < r.rows.n; i++)
		ck_assert_int_lt(str_cmp(r.rows.v[i - 1].name, r.rows.v[i].name), 0);
	ck_assert_str_eq(r.rows.v[0].name.p, "a01");
	ck_assert(!ask_user_list(b, "r01", &q, &r, &e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	bench_close(b);
}
END_TEST

START_TEST(a_staff_code_bars_however_it_is_spelt)
{
	struct bench *b = bench_new(10);
	struct err e;

	ok(add(b, "admin", "x03", "triage_officer", " h 03 ", &e));
	ck_assert_int_eq(bench_count(b, "x03", ""), 9);
	ck_assert_int_eq(bench_count(b, "x03", "ref:DVDS-00003"), 0);
	bench_close(b);
}
END_TEST

Suite *suite_review_people(void)
{
	const TTest *const tests[] = {
	    the_last_who_manages_accounts_stays,
	    what_one_role_denies_no_other_gives_back,
	    other_roles_are_in_force_at_once,
	    a_closed_account_gives_back_what_it_held,
	    accounts_are_listed_by_name,
	    a_staff_code_bars_however_it_is_spelt,
	};
	Suite *s = bench_suite("review/people", tests, COUNT(tests));
	TCase *t = tcase_create("loops");

	tcase_add_loop_test(t, an_account_that_must_not_be_is_refused, 0, (int)COUNT(wrongs));
	suite_add_tcase(s, t);
	return s;
}
