/* SPDX-License-Identifier: MIT */
#include "review/engine.h"

#include <string.h>

#include "review/engine_pack.h"

static const struct bench_user users[] = {
    {"c1", "clerk", ""},
    {"c2", "clerk", ""},
    {"c3", "clerk", ""},
    {"h1", "clerk", "H1"},
    {"r1", "reader", ""},
    {"r2", "reader", ""},
    {"s1", "second", ""},
    {"s2", "second", ""},
    {"w1", "reader second", ""},
    {"j1", "judge", ""},
    {"j2", "judge", ""},
    {"b1", "chief", ""},
    {"b2", "chief", ""},
    {"x1", "clerk chief", ""},
};

static void train(struct bench *b, const char *who)
{
	struct req_user_train q = {
	    .name = str_of(who), .competence = STR("method"), .until = STR("2026-12-31")};
	struct rep_done r;
	struct err e;

	ok(ask_user_train(b, "admin", &q, &r, &e));
}

struct bench *engine_with(const char *file, const char *find, const char *replace)
{
	struct bench *b = bench_open((struct bench_how){.file = file,
	    .find = find,
	    .replace = replace,
	    .files = engine_files,
	    .users = users,
	    .nusers = COUNT(users)});

	train(b, "c1");
	train(b, "c2");
	train(b, "h1");
	train(b, "x1");
	return b;
}

struct bench *engine_new(void)
{
	return engine_with(NULL, NULL, NULL);
}

struct str engine_case(struct bench *b, int number, const char *fields)
{
	struct req_add q = {.type = STR("case")};
	struct rep_moved r;
	struct err e;

	q.fields = bench_json(
	    b, arena_printf(&b->arena, "{\"number\":\"%d\",\"name\":\"Case %d\"%s%s}", number,
		   number, fields[0] ? "," : "", fields)
		   .p);
	ok(ask_add(b, "c1", &q, &r, &e));
	return r.ref;
}

struct rep_moved engine_step(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers)
{
	bench_claim(b, who, ref);
	return bench_decide(b, who, ref, step, answers);
}

struct err engine_closed(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers)
{
	struct req_decide q = {.ref = ref,
	    .step = str_of(step),
	    .reason = STR("because"),
	    .answers = answers ? bench_json(b, answers) : NULL};
	struct rep_moved r;
	struct err e;
	bool done = ask_decide(b, who, &q, &r, &e);

	ck_assert_msg(!done, "%s took %s", who, step);
	return e;
}

struct str engine_to_read(struct bench *b, int number, const char *fields)
{
	struct str ref = engine_case(b, number, fields);

	engine_step(b, "c1", ref, "calm", "{\"urgent\":\"no\"}");
	engine_step(b, "c2", arena_printf(&b->arena, "%.*s/K1", STR_ARG(ref)), "done", NULL);
	engine_step(b, "c2", ref, "searched", NULL);
	return ref;
}

struct record engine_record(struct bench *b, struct str ref)
{
	struct viewer engine = {.engine = true};
	struct record r;
	struct err e = {0};

	ok(record_whole(b->rv->store, &b->arena, &engine, ref, &r, &e));
	return r;
}

const struct clock_row *engine_clock(struct bench *b, struct str ref, const char *name)
{
	struct record r = engine_record(b, ref);
	struct clock_rows rows = {0};
	struct err e = {0};

	ok(record_clocks(b->rv->store, &b->arena, r.id, &rows, &e));
	for (size_t i = 0; i < rows.n; i++)
		if (str_is(rows.v[i].name, name))
			return &rows.v[i];
	return NULL;
}

static bool is_work(struct str type)
{
	static const char *const quiet[] = {"record.viewed", "record.claimed", "answer.given",
	    "list.read", "session.opened", "record.released"};

	for (size_t i = 0; i < COUNT(quiet); i++)
		if (str_is(type, quiet[i]))
			return false;
	return true;
}

struct str engine_story(struct bench *b, int64_t after)
{
	struct event_rows all = bench_events(b, "", "");
	struct buf out = buf_in(&b->arena);

	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].seq > after && is_work(all.v[i].type))
			buf_printf(&out, "%s%.*s %.*s", out.n ? ", " : "",
			    STR_ARG(all.v[i].type), STR_ARG(all.v[i].record));
	return buf_str(&out);
}
