/* SPDX-License-Identifier: MIT */
#include "review/engine_passes.h"

#include "lookback/store/quality.h"

#include <string.h>

enum { ROUNDS = 6 };

static struct arena *mem(struct engine_passes *x)
{
	return &x->p.b->arena;
}

static size_t any(struct engine_passes *x, size_t n)
{
	return (size_t)dice_below(&x->p.d, n);
}

/* ---- acts ---- */

static struct before *before_of(struct engine_passes *x, struct str ref)
{
	for (size_t i = 0; i < x->before.n; i++)
		if (str_eq(x->before.v[i].ref, ref))
			return &x->before.v[i];
	*arena_push(mem(x), &x->before) = (struct before){.ref = ref};
	return &x->before.v[x->before.n - 1];
}

/* As they stand before a draw; what is drawn is not looked at again until it is back. */
static void remember(struct engine_passes *x)
{
	struct records all = engine_all(x->p.b);

	for (size_t i = 0; i < all.n; i++)
		if (str_is(all.v[i].type, "case") && all.v[i].final)
			before_of(x, all.v[i].ref)->row = passes_row(x->p.b, all.v[i].ref);
}

static void draw(struct engine_passes *x)
{
	static const char *const kinds[] = {
	    "\"kind\":\"second\",\"percent\":\"60\",\"expr\":\"state:closed has:author "
	    "-drawn:q1\"",
	    "\"kind\":\"second\",\"share\":\"20\",\"whole\":true,\"expr\":\"state:closed "
	    "has:author\"",
	    "\"kind\":\"elusion\",\"size\":2,\"found\":\"finding:x\",\"expr\":\"state:closed "
	    "-has:author\"",
	    "\"kind\":\"known\",\"size\":1,\"expr\":\"state:closed has:author\"",
	};
	struct req_plan_fix fix = {0};
	struct req_plan_draw q = {0};
	struct rep_plan r;
	struct err e = {0};
	struct str body = arena_printf(mem(x), "{%s,\"seed\":\"d%d\",\"strata\":[\"kind\"]}",
	    kinds[any(x, COUNT(kinds))], x->drawn);

	ok(wire_read(mem(x), MSG_plan_fix, body, &fix, &e));
	if (!ask_plan_fix(x->p.b, any(x, 2) ? "b1" : "b2", &fix, &r, &e)) {
		ck_assert_msg(e.kind == ERR_REFUSED, "%s", e.text);
		return;
	}
	q.plan = r.plan;
	remember(x);
	e = (struct err){0};
	ok(ask_plan_draw(x->p.b, "b1", &q, &r, &e));
	x->drawn++;
}

static void end_some(struct engine_passes *x)
{
	struct req_plan_close q = {
	    .plan = arena_printf(mem(x), "q%d", 1 + (int)any(x, (size_t)x->drawn + 1))};
	struct rep_plan r;
	struct err e = {0};

	remember(x); /* a failure draws the rest */
	if (!ask_plan_close(x->p.b, "b2", &q, &r, &e))
		ck_assert_msg(e.kind == ERR_REFUSED || e.kind == ERR_NOT_FOUND, "%s", e.text);
}

void engine_passes_one(struct engine_passes *x)
{
	size_t k = any(x, 14);

	if (k == 0)
		draw(x);
	else if (k == 1)
		end_some(x);
	else
		engine_play_one(&x->p);
}

/* ---- the end ---- */

static void hire(struct engine_passes *x, const char *name, const char *role, const char *more)
{
	struct req_user_add q = {.name = str_of(name), .full = STR("New")};
	struct rep_done r;
	struct err e = {0};

	*arena_push(mem(x), &q.roles) = str_of(role);
	if (more)
		*arena_push(mem(x), &q.roles) = str_of(more);
	ok(ask_user_add(x->p.b, "admin", &q, &r, &e));
}

static void let_go(struct engine_passes *x, struct str ref)
{
	static const char *const chiefs[] = {"b1", "b2"};
	struct req_release q = {.ref = ref};
	struct rep_done r;

	for (size_t i = 0; i < 2 && engine_record(x->p.b, ref).holder.n; i++) {
		struct err e = {0};
		(void)ask_release(x->p.b, chiefs[i], &q, &r, &e);
	}
	ck_assert_uint_eq(engine_record(x->p.b, ref).holder.n, 0);
}

static void let_all_go(struct engine_passes *x)
{
	struct records all = engine_all(x->p.b);

	for (size_t i = 0; i < all.n; i++)
		if (str_is(all.v[i].state, "read"))
			let_go(x, all.v[i].ref);
}

static void read_one(struct engine_passes *x, struct str ref, const char *second)
{
	struct bench *b = x->p.b;

	let_all_go(x);
	if (engine_record(b, ref).seat != SEAT_ADJUDICATOR)
		passes_read(b, second, ref, any(x, 2) ? Y : XP);
	let_all_go(x);
	if (str_is(engine_record(b, ref).reading, "open")) {
		struct req_decide q = {
		    .ref = ref, .step = STR("lock"), .reason = STR("because")};
		struct rep_moved r;
		struct err e = {0};
		bench_claim(b, "f9", ref);
		q.answers = bench_json(b, XP3);
		if (!ask_decide(b, "f9", &q, &r, &e)) { /* only the ground differs, or so */
			q.answers =
			    bench_json(b, "{\"ground\":{\"value\":\"p\",\"reason\":\"so\"}}");
			ok(ask_decide(b, "f9", &q, &r, &e));
		}
	}
	ck_assert(!str_is(engine_record(b, ref).reading, "open"));
}

static void finish_plan(struct engine_passes *x, struct str plan, const char *second)
{
	static const struct viewer engine = {.engine = true};
	struct req_plan_close q = {.plan = plan};
	struct plan_row row = {0};
	struct item_rows rows = {0};
	struct rep_plan r;
	struct err e = {0};

	ok(plan_get(x->p.b->rv->store, mem(x), plan, &row, &e));
	ok(item_list(x->p.b->rv->store, mem(x), &engine, plan, STR(""), 0, 100, &rows, &e));
	for (size_t i = 0; i < rows.n && !str_is(row.kind, "known"); i++)
		if (rows.v[i].closed == 0)
			read_one(x, rows.v[i].ref, second);
	let_all_go(x);
	remember(x);
	ok(ask_plan_close(x->p.b, "b2", &q, &r, &e));
}

void engine_passes_finish(struct engine_passes *x)
{
	static const char *const fresh[] = {"f1", "f2", "f3", "f4", "f5", "f6"};
	struct plan_rows rows = {0};
	struct err e = {0};

	hire(x, "f9", "judge", NULL);
	for (int i = 0; i < ROUNDS; i++) {
		rows = (struct plan_rows){0};
		hire(x, fresh[i], "second", "reader");
		ok(plan_all(x->p.b->rv->store, mem(x), true, &rows, &e));
		for (size_t k = 0; k < rows.n; k++)
			if (rows.v[k].drawn)
				finish_plan(x, rows.v[k].plan, fresh[i]);
	}
	rows = (struct plan_rows){0};
	ok(plan_all(x->p.b->rv->store, mem(x), true, &rows, &e));
	for (size_t k = 0; k < rows.n; k++)
		ck_assert_int_eq(rows.v[k].drawn, 0);
}

/* ---- what must hold ---- */

static void same_as_before(struct engine_passes *x, struct str ref)
{
	struct str is = passes_row(x->p.b, ref), was = before_of(x, ref)->row;

	ck_assert_msg(str_eq(is, was), "%.*s\n%.*s\n--- was\n%.*s", STR_ARG(ref), STR_ARG(is),
	    STR_ARG(was));
}

static int64_t told(struct engine_passes *x, struct str plan, const char *result)
{
	struct event_rows all = bench_events(x->p.b, "reading.closed", NULL);
	int64_t n = 0;

	for (size_t i = 0; i < all.n; i++) {
		const struct json *body = bench_body(x->p.b, &all.v[i]);
		n += str_eq(json_get_text(body, "plan"), plan) &&
		     (!result || str_is(json_get_text(body, "result"), result));
	}
	return n;
}

size_t engine_passes_check(struct engine_passes *x)
{
	struct records all = engine_all(x->p.b);
	struct plan_rows rows = {0};
	struct err e = {0};
	size_t upheld = 0;

	for (size_t i = 0; i < all.n; i++)
		if (str_is(all.v[i].reading, "upheld")) {
			same_as_before(x, all.v[i].ref);
			upheld++;
		}
	ok(plan_all(x->p.b->rv->store, mem(x), false, &rows, &e));
	for (size_t i = 0; i < rows.n; i++) {
		const struct plan_row *w = &rows.v[i];
		ck_assert_int_eq(w->read, told(x, w->plan, NULL));
		ck_assert_int_eq(
		    w->nfound, told(x, w->plan, w->found.n ? "found" : "overturned"));
		ck_assert(!w->drawn || w->sample == w->read);
	}
	return upheld;
}
