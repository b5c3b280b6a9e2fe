/* SPDX-License-Identifier: MIT */
#include "help.h"

#include "support/randexpr.h"

Suite *suite_of(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *c = tcase_create(name);

	for (size_t i = 0; i < n; i++)
		tcase_add_test(c, tests[i]);
	suite_add_tcase(s, c);
	return s;
}

void ck_str_is_at(struct str s, const char *text, const char *file, int line)
{
	if (!str_is(s, text))
		ck_abort_msg("%s:%d: \"%.*s\" is not \"%s\"", file, line, STR_ARG(s), text);
}

const struct expr *tree(
    struct arena *a, const struct pack *p, const struct record_type *t, const char *text)
{
	struct expr_env env = rand_env(p, t);
	const struct expr *x = NULL;
	struct err e = {0};

	if (!expr_parse(a, str_of(text), &env, &x, &e))
		ck_abort_msg("%s: %s", text, e.text);
	return x;
}

struct str printed(struct arena *a, const struct expr *x)
{
	struct buf b = buf_in(a);

	expr_print(&b, x);
	return buf_str(&b);
}

struct str explained(struct arena *a, const struct expr *x)
{
	struct buf b = buf_in(a);

	expr_explain(&b, x);
	return buf_str(&b);
}

static bool same_below(const struct expr *x, const struct expr *y)
{
	return (!x && !y) || (x && y && same_tree(x, y));
}

bool same_tree(const struct expr *x, const struct expr *y)
{
	if (x->op != y->op || x->attr != y->attr || x->nvals != y->nvals ||
	    x->prefix != y->prefix || x->pack != y->pack)
		return false;
	for (size_t i = 0; i < x->nvals; i++)
		if (!value_eq(x->vals[i], y->vals[i]))
			return false;
	return value_eq(x->lo, y->lo) && value_eq(x->hi, y->hi) && same_below(x->a, y->a) &&
	       same_below(x->b, y->b);
}

struct json *object(struct arena *a, const char *text)
{
	struct json *j = NULL;
	struct err e = {0};

	if (!json_parse(a, str_of(text), &j, &e))
		ck_abort_msg("%s: %s", text, e.text);
	return j;
}

int64_t at(const char *text)
{
	int64_t ms = 0;

	if (!time_read(str_of(text), &ms))
		ck_abort_msg("%s is no instant", text);
	return ms;
}
