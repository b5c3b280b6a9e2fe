/* SPDX-License-Identifier: MIT */
/* Pages against a sorted list, whatever the order, the size and the condition. */
#include <stdlib.h>
#include <string.h>

#include "rig.h"
#include "support/toypack.h"

Suite *suite_store_page(void);

enum { RECORDS = 240 };

struct key { /* what a record is ordered by */
	struct str ref, received;
	int64_t id, rank, due;
	bool barred, odd;
};
struct world {
	struct rig rig;
	const struct pack *pack;
	struct dice dice;
	struct key keys[RECORDS];
};

/* Few distinct ranks, dates and days, so that ties and absences abound. */
static void add(struct world *w, int i)
{
	int day = (int)dice_below(&w->dice, 5), month = (int)dice_below(&w->dice, 4);
	struct rig *rig = &w->rig;
	struct key *k = &w->keys[i];

	*k = (struct key){0};
	k->ref = arena_printf(&rig->arena, "R-%03d", (i * 7919) % 1000);
	k->rank = (int64_t)dice_below(&w->dice, 6) - 2;
	if (day)
		k->received = arena_printf(&rig->arena, "2016-03-%02d", day);
	k->due = NO_TIME;
	k->barred = dice_below(&w->dice, 4) == 0;
	k->odd = i % 2;
	if (month)
		holds(time_read(
		    arena_printf(&rig->arena, "2026-%02d-01T00:00:00.000Z", month), &k->due));
	k->id = rig_say(rig, "ann", EVENT_RECORD_OPENED, k->ref.p,
	    "{'type':'case','state':'triage','queue':'%s','rank':%d,%s%.*s%s'fields':{%s%.*s%s"
	    "'route':'%s'},'texts':{},'bars':[%s],'pack':'p1'}",
	    i % 3 ? "officers" : "intake", (int)k->rank, month ? "'due':'" : "", month ? 24 : 0,
	    month ? arena_printf(&rig->arena, "2026-%02d-01T00:00:00.000Z", month).p : "",
	    month ? "'," : "", day ? "'received':'" : "", STR_ARG(k->received), day ? "'," : "",
	    k->odd ? "post" : "web", k->barred ? "'PC12'" : "");
}

static void world_open(struct world *w, uint64_t seed)
{
	struct rig *rig = &w->rig;

	rig_open(rig);
	w->dice = dice_seed(seed);
	w->pack = toy_pack(&rig->arena);
	done(store_use_pack(rig->st, w->pack, &rig->err));
	rig_round(rig);
	for (int i = 0; i < RECORDS; i++)
		add(w, i);
	rig_commit(rig);
}

/* ---- the oracle ------------------------------------------------------------- */

static int by(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare(enum order o, const struct key *x, const struct key *y)
{
	int c = 0;

	if (o == ORDER_RANK)
		c = by(y->rank, x->rank);
	if (o == ORDER_REF)
		c = str_cmp(x->ref, y->ref);
	if (o == ORDER_DUE)
		c = by(x->due == NO_TIME ? INT64_MAX : x->due,
		    y->due == NO_TIME ? INT64_MAX : y->due);
	if (o == ORDER_RECEIVED)
		c = str_cmp(x->received.n ? x->received : STR("~"),
		    y->received.n ? y->received : STR("~"));
	return c ? c : by(x->id, y->id);
}

static void sort(enum order o, struct key *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		for (size_t j = i; j > 0 && compare(o, &v[j - 1], &v[j]) > 0; j--) {
			struct key x = v[j];
			v[j] = v[j - 1];
			v[j - 1] = x;
		}
}

static size_t expected(struct world *w, enum order o, bool odd, bool barred, struct key *out)
{
	size_t n = 0;

	for (int i = 0; i < RECORDS; i++)
		if ((!odd || w->keys[i].odd) && (barred || !w->keys[i].barred))
			out[n++] = w->keys[i];
	sort(o, out, n);
	return n;
}

static void same(const struct page *p, const struct key *v)
{
	for (size_t i = 0; i < p->rows.n; i++)
		if (!str_eq(p->rows.v[i].ref, v[i].ref))
			ck_abort_msg("row %zu is %.*s, not %.*s", i, STR_ARG(p->rows.v[i].ref),
			    STR_ARG(v[i].ref));
}

struct reading {
	struct world *w;
	struct viewer viewer;
	struct page_query q;
	struct key keys[RECORDS];
	size_t n;
};

static struct page get(struct reading *r)
{
	struct rig *rig = &r->w->rig;
	struct page p;

	done(record_page(rig->st, &rig->arena, &r->viewer, &r->q, &p, &rig->err));
	return p;
}

/* From the first page to the last, and all the way back from the end. */
static void there_and_back(struct reading *r)
{
	size_t at = 0;
	struct page p;

	do {
		p = get(r);
		same(&p, r->keys + at);
		holds(p.prev.n || at == 0);
		at += p.rows.n;
		r->q.after = p.next;
	} while (p.next.n);
	holds(at == r->n);
	r->q.after = (struct str){0};
	r->q.last = true;
	do {
		p = get(r);
		at -= p.rows.n;
		same(&p, r->keys + at);
		holds(p.next.n || at + p.rows.n == r->n);
		r->q.last = false;
		r->q.before = p.prev;
	} while (p.prev.n);
	holds(at == 0);
	r->q.before = (struct str){0};
}

START_TEST(pages_in_every_order_are_the_sorted_list)
{
	static const int limits[] = {1, 7, 40, 240, 500};
	enum order o = (enum order)_i;
	struct world w;

	world_open(&w, (uint64_t)_i + 5);
	for (size_t i = 0; i < COUNT(limits) * 4; i++) {
		bool odd = i & 1, barred = i & 2;
		struct rig *rig = &w.rig;
		struct expr_env env = {.pack = w.pack, .now = rig->now};
		struct reading r = {.w = &w, .viewer = {.user = STR("bob"), .cases = true}};
		r.viewer.staff = barred ? STR("") : STR("PC12");
		r.q = (struct page_query){.order = o,
		    .limit = limits[i / 4],
		    .received = STR("received"),
		    .now = rig->now};
		done(expr_parse(&rig->arena, odd ? STR("route:post") : STR(""), &env,
		    &r.q.where, &rig->err));
		r.n = expected(&w, o, odd, barred, r.keys);
		there_and_back(&r);
	}
	rig_close(&w.rig);
}
END_TEST

START_TEST(a_cursor_that_is_not_ours_is_refused)
{
	static const char *const bad[] = {
	    "x", "r", "r1", "r1,", "r1,a", "ra,1", "d1,2", "f0,R-1"};
	struct page_query q = {.limit = 5};
	struct world w;
	struct page p;

	world_open(&w, 1);
	for (size_t i = 0; i < COUNT(bad); i++) {
		q.after = str_of(bad[i]);
		ck_assert_msg(
		    !record_page(w.rig.st, &w.rig.arena, &everything, &q, &p, &w.rig.err), "%s",
		    bad[i]);
		ck_assert_int_eq(w.rig.err.kind, ERR_USAGE);
	}
	rig_close(&w.rig);
}
END_TEST

START_TEST(orders_have_names)
{
	enum order o;

	for (int i = 0; i < ORDERS; i++) {
		ck_assert(order_of(str_of(order_name((enum order)i)), &o));
		ck_assert_int_eq((int)o, i);
	}
	ck_assert(order_of(STR(""), &o));
	ck_assert_int_eq((int)o, ORDER_RANK);
	ck_assert(!order_of(STR("size"), &o));
}
END_TEST

/* ---- the next case -------------------------------------------------------------- */

static bool is_free(struct world *w, const struct key *k)
{
	return rig_ask(&w->rig, "SELECT 1 FROM record WHERE ref = '%.*s' AND holder IS NULL",
		   STR_ARG(k->ref))
		   .n > 0;
}

static void claim_some(struct world *w)
{
	rig_round(&w->rig);
	for (int i = 0; i < RECORDS; i += 5)
		rig_say(
		    &w->rig, "cyd", EVENT_RECORD_CLAIMED, w->keys[i].ref.p, "{'how':'ref'}");
	rig_commit(&w->rig);
}

START_TEST(candidates_are_the_best_free_ones_of_all_queues)
{
	struct viewer v = {.user = STR("bob"), .staff = STR("PC12"), .cases = true};
	struct strs queues;
	struct records rows;
	struct world w;
	struct key keys[RECORDS];
	size_t n, seen = 0;

	world_open(&w, 9);
	claim_some(&w);
	queues = toy_list(&w.rig.arena, "officers intake");
	n = expected(&w, ORDER_RANK, false, false, keys);
	for (int skip = 0; skip == 0 || rows.n; skip += 7) {
		struct rig *rig = &w.rig;
		done(record_candidates(rig->st, &rig->arena, &v, &queues, NULL, rig->now, skip,
		    7, &rows, &rig->err));
		for (size_t i = 0; i < rows.n; i++, seen++) {
			while (seen < n && !is_free(&w, &keys[seen]))
				memmove(
				    &keys[seen], &keys[seen + 1], (--n - seen) * sizeof(*keys));
			holds(str_eq(rows.v[i].ref, keys[seen].ref));
		}
	}
	ck_assert_uint_gt(seen, 100);
	while (seen < n)
		holds(!is_free(&w, &keys[seen++]));
	rig_close(&w.rig);
}
END_TEST

START_TEST(candidates_match_the_condition_and_the_queue)
{
	struct expr_env env = {0};
	const struct expr *x;
	struct strs queues;
	struct records rows;
	struct world w;

	world_open(&w, 10);
	env.pack = w.pack;
	env.now = w.rig.now;
	queues = toy_list(&w.rig.arena, "intake");
	ck_assert(expr_parse(&w.rig.arena, STR("route:post"), &env, &x, &w.rig.err));
	ck_assert(record_candidates(w.rig.st, &w.rig.arena, &everything, &queues, x, w.rig.now,
	    0, 500, &rows, &w.rig.err));
	ck_assert_uint_eq(rows.n, 40);
	for (size_t i = 0; i < rows.n; i++) {
		ck_assert(str_is(rows.v[i].queue, "intake"));
		ck_assert(str_is(json_get_text(rows.v[i].fields, "route"), "post"));
	}
	rig_close(&w.rig);
}
END_TEST

Suite *suite_store_page(void)
{
	const TTest *const tests[] = {a_cursor_that_is_not_ours_is_refused, orders_have_names,
	    candidates_are_the_best_free_ones_of_all_queues,
	    candidates_match_the_condition_and_the_queue};
	Suite *s = suite_of("page", tests, COUNT(tests));
	TCase *c = tcase_create("orders");

	tcase_add_loop_test(c, pages_in_every_order_are_the_sorted_list, 0, ORDERS);
	suite_add_tcase(s, c);
	return s;
}
