/* SPDX-License-Identifier: MIT */
#include "review/engine_play.h"

#include <string.h>

enum { CASES_MOST = 7 };

const char *const engine_people[] = {"c1", "c2", "c3", "h1", "r1", "r2", "s1", "s2", "w1", "j1",
    "j2", "b1", "b2", "x1", "admin"};
const size_t engine_npeople = COUNT(engine_people);
/* Whom conflicts are about, so that somebody is always left. */
static const char *const related[] = {"c2", "r2", "s2", "j2", "b2"};

static size_t any(struct engine_play *p, size_t n)
{
	return (size_t)dice_below(&p->d, n);
}

static struct arena *mem(struct engine_play *p)
{
	return &p->b->arena;
}

struct records engine_all(struct bench *b)
{
	struct viewer engine = {.engine = true};
	struct page_query q = {.order = ORDER_REF, .limit = 200, .now = b->now};
	struct page page = {0};
	struct err e = {0};

	ok(record_page(b->rv->store, &b->arena, &engine, &q, &page, &e));
	return page.rows;
}

/* ---- requests ---- */

static bool add_case(struct engine_play *p, struct err *e)
{
	struct req_add q = {.type = STR("case")};
	struct rep_moved r;

	if (p->cases >= CASES_MOST)
		return true;
	p->cases++;
	if (any(p, 5))
		p->who = any(p, 2) ? "c1" : "x1";
	q.fields = bench_json(
	    p->b, arena_printf(mem(p),
		      "{\"number\":\"%d\",\"name\":\"N\",\"kind\":\"%s\",%s\"safe\":"
		      "\"%s\"%s}",
		      p->cases, any(p, 3) ? "a" : "b", any(p, 3) ? "\"told\":\"t\"," : "",
		      any(p, 2) ? "yes" : "no", any(p, 3) ? "" : ",\"handler\":\"H1\"")
		      .p);
	return ask_add(p->b, p->who, &q, &r, e);
}

static bool add_child(struct engine_play *p, struct err *e)
{
	struct req_add q = {.type = any(p, 3) ? STR("contact") : STR("check"), .under = p->ref};
	struct rep_moved r;

	q.fields = bench_json(p->b, str_is(q.type, "check") ? "{\"about\":\"it\"}" : "{}");
	return ask_add(p->b, p->who, &q, &r, e);
}

static bool next(struct engine_play *p, struct err *e)
{
	struct req_next q = {0};
	struct rep_record r;

	return ask_next(p->b, p->who, &q, &r, e);
}

static bool claim(struct engine_play *p, struct err *e)
{
	struct req_claim q = {.ref = p->ref};
	struct rep_record r;

	return ask_claim(p->b, p->who, &q, &r, e);
}

static bool release(struct engine_play *p, struct err *e)
{
	struct req_release q = {.ref = p->ref};
	struct rep_done r;

	return ask_release(p->b, p->who, &q, &r, e);
}

static bool assign(struct engine_play *p, struct err *e)
{
	struct req_assign q = {
	    .ref = p->ref, .to = str_of(engine_people[any(p, engine_npeople)])};
	struct rep_done r;

	return ask_assign(p->b, p->who, &q, &r, e);
}

/* Answers for any state: those that it does not ask are left out by chance, or refused. */
static const struct json *answers(struct engine_play *p, struct str state)
{
	static const char *const look[] = {"{\"finding\":\"y\"}", "{\"finding\":\"y\"}",
	    "{\"finding\":{\"value\":\"x\",\"reason\":\"w\"},\"ground\":{\"value\":\"p\","
	    "\"reason\":\"w\"}}",
	    "{\"finding\":\"x\",\"ground\":\"q\"}",
	    "{\"ground\":{\"value\":\"q\",\"reason\":\"w\"}}",
	    "{\"finding\":{\"value\":\"y\",\"reason\":\"w\"}}"};
	static const char *const sorting[] = {
	    "{\"urgent\":\"yes\"}", "{\"urgent\":\"no\"}", "{\"remark\":\"r\"}"};
	static const char *const closing[] = {"{\"lesson\":\"one\"}", "{\"lesson\":\"two\"}"};

	if (any(p, 8) == 0)
		return NULL;
	if (str_is(state, "sort"))
		return bench_json(p->b, sorting[any(p, COUNT(sorting))]);
	if (str_is(state, "read"))
		return bench_json(p->b, look[any(p, COUNT(look))]);
	if (str_is(state, "approve") || str_is(state, "sign"))
		return bench_json(p->b, closing[any(p, COUNT(closing))]);
	return NULL;
}

static bool decide(struct engine_play *p, struct err *e)
{
	struct viewer engine = {.engine = true};
	struct req_decide q = {.ref = p->ref, .reason = STR("because")};
	const struct record_type *t;
	struct record rec;
	struct strs ids = {0};
	struct rep_moved r;

	if (!record_get(p->b->rv->store, mem(p), &engine, p->ref, &rec, e))
		return false;
	t = pack_type(review_rules(p->b->rv), rec.type);
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_has(t->transitions.v[i].from, rec.state) || any(p, 40) == 0)
			*arena_push(mem(p), &ids) = t->transitions.v[i].id;
	if (ids.n == 0)
		return true;
	q.step = ids.v[any(p, ids.n)];
	q.answers = answers(p, rec.state);
	return ask_decide(p->b, p->who, &q, &r, e);
}

static bool work(struct engine_play *p, struct err *e)
{
	return claim(p, e) && decide(p, e);
}

static bool answer(struct engine_play *p, struct err *e)
{
	static const char *const asked[][3] = {{"sorting", "urgent", "yes"},
	    {"look", "finding", "x"}, {"look", "finding", "y"}, {"look", "ground", "q"},
	    {"look", "why", "word"}, {"closing", "lesson", "three"}};
	const char *const *k = asked[any(p, COUNT(asked))];
	struct req_answer q = {.ref = p->ref,
	    .form = str_of(k[0]),
	    .question = str_of(k[1]),
	    .value = str_of(any(p, 6) ? k[2] : ""),
	    .reason = any(p, 2) ? STR("why") : STR("")};
	struct rep_form r;

	return ask_answer(p->b, p->who, &q, &r, e);
}

static bool safeguard(struct engine_play *p, struct err *e)
{
	struct req_safeguard q = {.ref = p->ref, .text = STR("danger")};
	struct rep_moved r;

	return any(p, 3) || ask_safeguard(p->b, p->who, &q, &r, e);
}

static bool conflict(struct engine_play *p, struct err *e)
{
	struct req_conflict q = {.ref = p->ref, .reason = STR("kin"), .lift = any(p, 2) == 0};
	struct rep_done r;

	if (any(p, 2))
		p->who = related[any(p, COUNT(related))];
	else
		q.user = str_of(related[any(p, COUNT(related))]);
	if ((q.user.n == 0 && q.lift) || any(p, 3))
		return true;
	return ask_conflict(p->b, p->who, &q, &r, e);
}

static bool link_twins(struct engine_play *p, struct err *e)
{
	struct req_link q = {.ref = p->ref,
	    .other = arena_printf(mem(p), "C-%d", 1 + (int)any(p, CASES_MOST)),
	    .kind = STR("twin")};
	struct rep_done r;

	return any(p, 4) || ask_link(p->b, p->who, &q, &r, e);
}

static bool judge(struct engine_play *p, struct err *e)
{
	struct viewer engine = {.engine = true};
	struct req_override_judge q = {.agree = any(p, 4) > 0, .reason = STR("so")};
	struct override_rows rows = {0};
	struct rep_done r;

	if (!override_list(p->b->rv->store, mem(p), &engine, any(p, 4) > 0, 0, 50, &rows, e) ||
	    rows.n == 0)
		return true;
	q.override = rows.v[any(p, rows.n)].seq;
	return ask_override_judge(p->b, p->who, &q, &r, e);
}

static bool override(struct engine_play *p, struct err *e)
{
	static const char *const askers[] = {"c1", "c2", "x1", "b1", "r1"}, *const judges[] = {
										"b1", "b2",
										"x1", "x1",
										"s1"};
	struct req_override q = {.step = STR("urgent"), .reason = STR("haste")};
	struct records all = engine_all(p->b);
	struct rep_done r;

	for (int tries = 0; tries < 8 && all.n && !str_is(q.step, "searched"); tries++) {
		const struct record *rec = &all.v[any(p, all.n)];
		if (str_is(rec->state, "sort") || tries == 0)
			p->ref = rec->ref;
		if (str_is(rec->state, "search")) {
			p->ref = rec->ref;
			q.step = STR("searched");
		}
	}
	q.ref = p->ref;
	p->who = askers[any(p, COUNT(askers))];
	if (any(p, 4))
		(void)claim(p, e);
	if (!ask_override(p->b, p->who, &q, &r, e))
		return false;
	p->who = judges[any(p, COUNT(judges))];
	return any(p, 2) || judge(p, e);
}

static bool acknowledge(struct engine_play *p, struct err *e)
{
	struct viewer engine = {.engine = true};
	struct alert_query all = {.open = true, .limit = 20};
	struct req_acknowledge q = {.text = STR("seen to")};
	struct alert_rows rows = {0};
	struct rep_done r;

	if (!alert_list(p->b->rv->store, mem(p), &engine, &all, &rows, e) || rows.n == 0)
		return true;
	q.alert = rows.v[any(p, rows.n)].seq;
	return ask_acknowledge(p->b, p->who, &q, &r, e);
}

static bool train(struct engine_play *p, struct err *e)
{
	static const char *const who[] = {"c1", "c2", "c3", "x1"};
	struct req_user_train q = {.name = str_of(who[any(p, COUNT(who))]),
	    .competence = STR("method"),
	    .until = any(p, 3) ? STR("2027-01-01") : STR("2025-01-01")};
	struct rep_done r;

	p->who = "admin";
	return ask_user_train(p->b, p->who, &q, &r, e);
}

static bool roles(struct engine_play *p, struct err *e)
{
	struct req_user_role q = {.name = STR("x1")};
	struct rep_done r;

	*arena_push(mem(p), &q.roles) = STR("chief");
	if (any(p, 2))
		*arena_push(mem(p), &q.roles) = STR("clerk");
	p->who = "admin";
	return ask_user_role(p->b, p->who, &q, &r, e);
}

static bool note(struct engine_play *p, struct err *e)
{
	struct req_note q = {.ref = p->ref, .text = STR("a note")};
	struct rep_done r;

	return ask_note(p->b, p->who, &q, &r, e);
}

/* A person of one of the other seats reads nothing of anybody else's on a blind record. */
static void check_blind(struct engine_play *p, const struct rep_record *r)
{
	struct record rec = engine_record(p->b, r->ref);
	struct str me = str_of(p->who);
	bool third = str_eq(rec.holder, me) && rec.seat == SEAT_ADJUDICATOR;

	if (!rec.blind || (p->who[0] != 's' && p->who[0] != 'w' && p->who[0] != 'j'))
		return;
	for (size_t i = 0; i < r->answers.n && !third; i++)
		ck_assert_msg(
		    !str_is(r->answers.v[i].form, "look") || str_eq(r->answers.v[i].by, me),
		    "%s reads an answer of %.*s on %.*s", p->who, STR_ARG(r->answers.v[i].by),
		    STR_ARG(r->ref));
	for (size_t i = 0; i < r->history.n; i++)
		ck_assert_msg(!str_is(r->history.v[i].type, "seat.locked") ||
				  str_eq(r->history.v[i].actor, me),
		    "%s sees who locked %.*s", p->who, STR_ARG(r->ref));
}

static bool show(struct engine_play *p, struct err *e)
{
	struct req_show q = {.ref = p->ref};
	struct rep_record r;

	if (!ask_show(p->b, p->who, &q, &r, e))
		return false;
	check_blind(p, &r);
	return true;
}

/* ---- one of them ---- */

static bool (*const plays[])(struct engine_play *p, struct err *e) = {add_case, add_case,
    add_child, next, claim, release, assign, decide, work, work, work, work, work, work, work,
    work, work, work, work, work, work, work, work, work, answer, answer, safeguard, conflict,
    link_twins, override, override, override, judge, judge, acknowledge, train, roles, note,
    show};

static bool of_queue(const char *who, struct str queue)
{
	static const struct {
		const char *queue, *letters;
	} rows[] = {{"clerk", "chx"}, {"reader", "rw"}, {"second", "sw"}, {"judge", "j"},
	    {"chief", "bx"}};

	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_is(queue, rows[i].queue))
			return strchr(rows[i].letters, who[0]) != NULL;
	return false;
}

/* Mostly somebody whose work it is, so that it goes on: the holder, or of its queue. */
static void cast(struct engine_play *p)
{
	struct records all = engine_all(p->b);
	struct record r;

	p->who = engine_people[any(p, engine_npeople)];
	p->ref = STR("C-1");
	if (all.n == 0)
		return;
	r = all.v[any(p, all.n)];
	for (int tries = 0; tries < 8 && any(p, 9) && r.final; tries++)
		r = all.v[any(p, all.n)];
	p->ref = r.ref;
	if (any(p, 6) == 0)
		return;
	for (int tries = 0; tries < 40 && !of_queue(p->who, r.queue); tries++)
		p->who = engine_people[any(p, engine_npeople)];
	if (r.holder.n)
		p->who = arena_str(mem(p), r.holder).p;
}

void engine_play_one(struct engine_play *p)
{
	bool (*play)(struct engine_play * p, struct err * e) = plays[any(p, COUNT(plays))];
	int64_t head = bench_head(p->b);
	struct err e = {0};

	cast(p);
	if (p->cases < 3)
		play = add_case;
	p->b->now += (int64_t)dice_below(&p->d, any(p, 20) ? 600000 : 20000000);
	if (play(p, &e)) {
		p->worked++;
		return;
	}
	ck_assert_msg(e.text[0] && e.kind != ERR_IO && e.kind != ERR_CORRUPT, "%s", e.text);
	ck_assert_msg(play == work || play == override || bench_head(p->b) - head <= 1,
	    "more than a refusal was written: %s", e.text);
}
