/* SPDX-License-Identifier: MIT */
#include "review/passes.h"

#include "lookback/rules/quality.h"

#define CASE "\"kind\":\"b\",\"told\":\"t\""

/* As the reader of packs would have made it. */
void passes_on(struct bench *b)
{
	struct pack *p = (struct pack *)b->rv->pack;
	struct quality *q = arena_new(&b->kept, struct quality, 1);

	*q = (struct quality){.given = true, .type = STR("case"), .state = STR("read")};
	*arena_push(&b->kept, &q->by) = STR("chief");
	*arena_push(&b->kept, &q->alert) = STR("chief");
	q->calibration = (struct calibration){.first = 2, .pass = 90000};
	*arena_push(&b->kept, &q->calibration.alert) = STR("chief");
	p->quality = q;
}

struct bench *passes_new(void)
{
	struct bench *b = engine_with("records/case.yaml", "  - {id: weigh_x,",
	    "  - {id: aside, key: A, label: Set aside, from: search, to: closed, by: chief}\n"
	    "  - {id: weigh_x,");

	passes_on(b);
	return b;
}

struct str passes_to_read(struct bench *b, int number, const char *fields)
{
	struct str ref = engine_case(
	    b, number, arena_printf(&b->arena, "%s%s%s", CASE, fields[0] ? "," : "", fields).p);

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	for (int i = 1; i <= 2; i++)
		engine_step(b, "c2", arena_printf(&b->arena, "%.*s/K%d", STR_ARG(ref), i),
		    "done", NULL);
	engine_step(b, "c2", ref, "searched", NULL);
	return ref;
}

struct str passes_closed(struct bench *b, int number, const char *answers)
{
	struct str ref = passes_to_read(b, number, "");

	engine_step(b, "r1", ref, "lock", answers);
	if (str_is(engine_record(b, ref).state, "approve"))
		engine_step(b, "x1", ref, "approve", "{\"lesson\":\"l\"}");
	engine_step(b, "b1", ref, "sign", "{\"lesson\":\"l\"}");
	return ref;
}

struct str passes_aside(struct bench *b, int number)
{
	struct str ref = engine_case(b, number, CASE);

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	engine_step(b, "b1", ref, "aside", NULL);
	return ref;
}

struct rep_plan passes_fix(struct bench *b, const char *fix)
{
	struct req_plan_fix q = {0};
	struct rep_plan r;
	struct err e = {0};

	ok(wire_read(&b->arena, MSG_plan_fix, str_of(fix), &q, &e));
	ok(ask_plan_fix(b, "b2", &q, &r, &e));
	return r;
}

struct err passes_refused(struct bench *b, const char *fix)
{
	struct req_plan_fix q = {0};
	struct rep_plan r;
	struct err e = {0};

	ok(wire_read(&b->arena, MSG_plan_fix, str_of(fix), &q, &e));
	ck_assert_msg(!ask_plan_fix(b, "b2", &q, &r, &e), "%s", fix);
	return e;
}

struct str passes_drawn(struct bench *b, const char *fix)
{
	struct req_plan_draw q = {.plan = passes_fix(b, fix).plan};
	struct rep_plan r;
	struct err e = {0};

	ok(ask_plan_draw(b, "b2", &q, &r, &e));
	ck_assert(str_is(r.status, "drawn") && r.drawn > r.seq);
	return r.plan;
}

struct rep_plan passes_show(struct bench *b, struct str plan)
{
	struct req_plan_show q = {.plan = plan, .limit = 100};
	struct rep_plan r;
	struct err e = {0};

	ok(ask_plan_show(b, "b2", &q, &r, &e));
	return r;
}

struct rep_plan passes_close(struct bench *b, struct str plan)
{
	struct req_plan_close q = {.plan = plan};
	struct rep_plan r;
	struct err e = {0};

	ok(ask_plan_close(b, "b2", &q, &r, &e));
	return r;
}

void passes_read(struct bench *b, const char *who, struct str ref, const char *answers)
{
	struct rep_moved r = engine_step(b, who, ref, "lock", answers);

	ck_assert_ptr_nonnull(r.text.p);
}

static void put_seat(struct bench *b, struct buf *out, int64_t id, int64_t seat)
{
	struct answer_rows rows = {0};
	struct err e = {0};

	ok(record_answers(b->rv->store, &b->arena, id, &rows, &e));
	for (size_t i = 0; i < rows.n; i++)
		if (rows.v[i].seat == seat)
			buf_printf(out, "\n%.*s = %.*s (%.*s) by %.*s, %lld",
			    STR_ARG(rows.v[i].question), STR_ARG(rows.v[i].value),
			    STR_ARG(rows.v[i].reason), STR_ARG(rows.v[i].by),
			    (long long)rows.v[i].seq);
}

struct str passes_row(struct bench *b, struct str ref)
{
	struct record r = engine_record(b, ref);
	struct buf out = buf_in(&b->arena);
	struct str fields = json_text(&b->arena, r.fields);

	buf_printf(&out, "%.*s|%.*s|%.*s|%.*s|%.*s|%lld|%lld|%lld|%d|%d|%lld|%.*s|%.*s",
	    STR_ARG(r.state), STR_ARG(r.queue), STR_ARG(r.band), STR_ARG(r.holder),
	    STR_ARG(fields), (long long)r.rank, (long long)r.due, (long long)r.moved, r.final,
	    r.blind, (long long)r.seat, STR_ARG(r.agreed), STR_ARG(r.author));
	for (size_t i = 0; i < r.done.n; i++)
		buf_printf(&out, "|%.*s", STR_ARG(r.done.v[i]));
	put_seat(b, &out, r.id, 0);
	return buf_str(&out);
}
