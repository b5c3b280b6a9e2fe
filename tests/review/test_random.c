/* SPDX-License-Identifier: MIT */
/*
 * Any people, any requests, legal or not, in any order, over days: the log verifies, and
 * read as a story it never tells of two holders, of a step by somebody who must not take
 * it, of a record shown without a view, or of a barred record in the wrong hands.
 */
#include <string.h>

#include "review/bench.h"

Suite *suite_review_random(void);

enum { RECORDS = 9, STEPS = 300 };

struct play {
	struct bench *b;
	struct dice d;
	const char *who;
	struct str ref;
	int64_t seen;   /* the record's version, as the player last read it; 0: not asked */
	uint8_t id[16]; /* of this request */
	bool worked;
};

static const char *const people[] = {"t01", "t02", "m01", "m01", "m01", "r01", "r02", "s01",
    "s02", "n01", "i01", "a01", "h07", "admin", "r03"};

static size_t any(struct play *p, size_t n)
{
	return (size_t)dice_below(&p->d, n);
}

/* ---- one request of each kind ---- */

static void must_have_viewed(struct play *p, struct str ref)
{
	struct event_filter f = {.record = ref,
	    .actor = str_of(p->who),
	    .type = STR("record.viewed"),
	    .limit = 1,
	    .newest_first = true};
	struct event_rows rows = {0};
	struct err e = {0};

	ok(store_events(p->b->rv->store, &p->b->arena, &f, &rows, &e));
	ck_assert_msg(rows.n == 1, "%.*s was shown to %s without a view", STR_ARG(ref), p->who);
}

static void play_next(struct play *p, struct err *e)
{
	struct req_next q = {.expr = any(p, 4) ? STR("") : STR("children>=1")};
	struct rep_record r;

	p->worked = ask_next(p->b, p->who, &q, &r, e);
	if (p->worked)
		must_have_viewed(p, r.ref);
}

static void play_show(struct play *p, struct err *e)
{
	struct req_show q = {.ref = p->ref};
	struct rep_record r;
	int64_t sum = 0;

	p->worked = ask_show(p->b, p->who, &q, &r, e);
	if (!p->worked)
		return;
	must_have_viewed(p, r.ref);
	p->seen = r.version;
	for (size_t i = 0; i < r.ranks.n; i++)
		sum += r.ranks.v[i].points;
	ck_assert_int_eq(sum, r.rank); /* the stored key is that of the facts */
}

static void play_claim(struct play *p, struct err *e)
{
	struct req_claim q = {.ref = p->ref};
	struct rep_record r;

	p->worked = ask_claim(p->b, p->who, &q, &r, e);
	if (p->worked)
		must_have_viewed(p, r.ref);
}

static void play_release(struct play *p, struct err *e)
{
	struct req_release q = {.ref = p->ref};
	struct rep_done r;

	p->worked = ask_release(p->b, p->who, &q, &r, e);
}

static void play_defer(struct play *p, struct err *e)
{
	static const char *const days[] = {"+1d", "+2d", "today", "+9d"};
	struct req_defer q = {
	    .ref = p->ref, .until = str_of(days[any(p, 4)]), .reason = STR("later")};
	struct rep_done r;

	p->worked = ask_defer(p->b, p->who, &q, &r, e);
}

static void play_assign(struct play *p, struct err *e)
{
	struct req_assign q = {.ref = p->ref, .to = str_of(people[any(p, COUNT(people))])};
	struct rep_done r;

	p->worked = ask_assign(p->b, p->who, &q, &r, e);
}

static void play_answer(struct play *p, struct err *e)
{
	const struct record_type *t = pack_type(review_rules(p->b->rv), STR("application"));
	const struct form *f = &t->forms.v[any(p, t->forms.n)];
	const struct question *k = &f->questions[any(p, f->n)];
	struct req_answer q = {.ref = p->ref,
	    .form = f->name,
	    .question = k->name,
	    .value = STR("yes"),
	    .reason = any(p, 2) ? STR("so it is") : STR(""),
	    .version = any(p, 3) ? 0 : p->seen};
	struct rep_form r;

	if (k->spec.choices.n && any(p, 5))
		q.value = k->spec.choices.v[any(p, k->spec.choices.n)].code;
	p->worked = ask_answer(p->b, p->who, &q, &r, e);
}

static void play_decide(struct play *p, struct err *e)
{
	const struct record_type *t = pack_type(review_rules(p->b->rv), STR("application"));
	struct viewer all = {.engine = true};
	struct strs steps = {0};
	struct req_decide q = {.ref = p->ref, .reason = STR("because")};
	struct record rec;
	struct rep_moved r;

	if (!record_get(p->b->rv->store, &p->b->arena, &all, p->ref, &rec, e))
		return;
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_has(t->transitions.v[i].from, rec.state) || any(p, 30) == 0)
			*arena_push(&p->b->arena, &steps) = t->transitions.v[i].id;
	if (steps.n == 0)
		return;
	q.step = steps.v[any(p, steps.n)];
	if (any(p, 3))
		q.answers = bench_answers(p->b, rec.state);
	if (any(p, 2) && rec.holder.n)
		p->who = arena_str(&p->b->arena, rec.holder).p;
	p->worked = ask_decide(p->b, p->who, &q, &r, e);
}

/* Takes a record when one may, and goes straight on. */
static void play_work(struct play *p, struct err *e)
{
	play_claim(p, e);
	if (p->worked)
		play_decide(p, e);
}

static void play_note(struct play *p, struct err *e)
{
	struct req_note q = {.ref = p->ref, .text = STR("a note")};
	struct rep_done r;

	p->worked = ask_note(p->b, p->who, &q, &r, e);
}

static void play_list(struct play *p, struct err *e)
{
	struct req_list q = {.limit = 1 + (int64_t)any(p, 20)};
	struct rep_page r;

	p->worked = ask_list(p->b, p->who, &q, &r, e);
}

static void play_home(struct play *p, struct err *e)
{
	struct req_home q = {0};
	struct rep_home r;

	p->worked = ask_home(p->b, p->who, &q, &r, e);
}

static void play_form(struct play *p, struct err *e)
{
	struct req_form q = {.ref = p->ref, .form = STR("triage")};
	struct rep_form r;

	p->worked = ask_form(p->b, p->who, &q, &r, e);
	if (p->worked)
		must_have_viewed(p, r.ref);
}

static void play_import(struct play *p, struct err *e)
{
	struct arena *a = &p->b->arena;
	int i = (int)any(p, RECORDS + 3);
	struct str row = bench_row(a, i);
	struct rep_batch r;

	if (any(p, 2))
		row = bench_replace(a, row, "Applicant", any(p, 2) ? "Aspirant" : "Asker");
	p->worked = bench_import(
	    p->b, arena_printf(a, "%s%.*s", bench_heading, STR_ARG(row)).p, false, &r, e);
	if (p->worked)
		ck_assert_int_eq(r.read, r.added + r.same + r.changed + r.refused);
}

static void (*const plays[])(struct play *p, struct err *e) = {play_next, play_next, play_show,
    play_claim, play_claim, play_release, play_defer, play_assign, play_answer, play_answer,
    play_decide, play_decide, play_work, play_work, play_work, play_work, play_note, play_list,
    play_home, play_form, play_import};

/* A request that is sent again changes nothing and fares the same. */
static void play_again(struct play *p, void (*play)(struct play *, struct err *))
{
	struct dice before = p->d;
	const char *who = p->who;
	struct err e = {0}, again = {0};
	int64_t head;
	bool worked;

	p->b->id = p->id;
	play(p, &e);
	p->b->id = NULL;
	worked = p->worked;
	head = bench_head(p->b);
	if (!worked || play == play_list || play == play_home || play == play_show ||
	    play == play_form || play == play_import || play == play_decide ||
	    play == play_work)
		return; /* reads are read again; decide chooses by what is there */
	p->d = before;
	p->who = who;
	p->b->id = p->id;
	play(p, &again);
	p->b->id = NULL;
	ck_assert_msg(p->worked, "repeated: %s", again.text);
	ck_assert_int_le(bench_head(p->b) - head, 1); /* at most a view of what was left */
}

/* Mostly what one holds, so that work goes on. */
static struct str some_record(struct play *p)
{
	struct viewer all = {.engine = true};
	struct records held = {0};
	struct err e = {0};

	ok(record_held_by(p->b->rv->store, &p->b->arena, &all, str_of(p->who), &held, &e));
	if (held.n && any(p, 4))
		return held.v[any(p, held.n)].ref;
	return arena_printf(&p->b->arena, "DVDS-%05d", (int)any(p, RECORDS + 1));
}

static void play_one(struct play *p)
{
	void (*play)(struct play *, struct err *) = plays[any(p, COUNT(plays))];
	int64_t head = bench_head(p->b);
	struct err e = {0};

	p->worked = false;
	p->who = people[any(p, COUNT(people))];
	p->ref = some_record(p);
	for (size_t i = 0; i < sizeof p->id; i++)
		p->id[i] = (uint8_t)dice_next(&p->d);
	p->b->now += (int64_t)dice_below(&p->d, any(p, 20) ? 600000 : 90000000);
	if (any(p, 5) == 0) {
		play_again(p, play);
		return;
	}
	play(p, &e);
	if (p->worked || e.kind == ERR_NONE)
		return;
	ck_assert_msg(e.text[0] && e.kind != ERR_IO && e.kind != ERR_CORRUPT, "%s", e.text);
	ck_assert_msg(play == play_work || bench_head(p->b) - head <= 1, "more than a refusal");
}

/* ---- the log as a story ---- */

struct tale { /* of one record */
	struct str ref, holder, state;
	bool barred;
	struct {
		struct did *v;
		size_t n, cap;
	} did;
};
struct story {
	struct bench *b;
	struct {
		struct tale *v;
		size_t n, cap;
	} tales;
};

static struct tale *tale_of(struct story *s, struct str ref)
{
	for (size_t i = 0; i < s->tales.n; i++)
		if (str_eq(s->tales.v[i].ref, ref))
			return &s->tales.v[i];
	return NULL;
}

static void check_move(
    struct story *s, struct tale *t, const struct event_row *ev, const struct json *body)
{
	const struct record_type *type = pack_type(review_rules(s->b->rv), STR("application"));
	struct str id = json_get_text(body, "transition");
	const struct transition *tr = type_transition(type, id);
	struct user_row u = {0};
	struct err e = {0};
	bool may = false;

	ck_assert(str_eq(t->state, json_get_text(body, "from")) && str_has(tr->from, t->state));
	t->state = tr->to;
	if (json_get_bool(body, "auto"))
		return; /* nobody's */
	ck_assert(str_eq(t->holder, ev->actor));
	ok(user_get(s->b->rv->store, &s->b->arena, ev->actor, &u, &e));
	for (size_t i = 0; i < tr->by.n; i++)
		may = may || str_has(u.roles, tr->by.v[i]);
	ck_assert(may);
	for (size_t i = 0; i < t->did.n; i++)
		ck_assert(!str_eq(t->did.v[i].by, ev->actor) ||
			  !str_has(tr->distinct, t->did.v[i].transition));
	*arena_push(&s->b->arena, &t->did) = (struct did){id, ev->actor};
	t->holder = STR("");
}

static void open_tale(struct story *s, const struct event_row *ev, const struct json *body)
{
	struct tale *t = arena_push(&s->b->arena, &s->tales);
	const struct json *bars = json_get(body, "bars");

	*t = (struct tale){.ref = ev->record, .state = json_get_text(body, "state")};
	for (size_t i = 0; i < bars->n; i++)
		t->barred = t->barred || str_is(bars->v[i]->s, "H07");
}

static void check_about(struct story *s, const struct event_row *ev, enum event_type type)
{
	struct tale *t = tale_of(s, ev->record);
	struct json *body = bench_body(s->b, ev);

	ck_assert(!(t && t->barred && str_is(ev->actor, "h07")));
	if (type == EVENT_RECORD_OPENED) {
		ck_assert_ptr_null(t);
		open_tale(s, ev, body);
		return;
	}
	ck_assert_ptr_nonnull(t);
	if (type == EVENT_RECORD_CLAIMED) {
		ck_assert_uint_eq(t->holder.n, 0);
		t->holder = ev->actor;
	} else if (type == EVENT_RECORD_ASSIGNED) {
		t->holder = json_get_text(body, "to");
		ck_assert(!(t->barred && str_is(t->holder, "h07")));
	} else if (type == EVENT_CLAIM_EXPIRED) {
		ck_assert(str_eq(t->holder, json_get_text(body, "holder")));
		t->holder = STR("");
	} else if (type == EVENT_RECORD_RELEASED) {
		ck_assert_uint_gt(t->holder.n, 0);
		t->holder = STR("");
	} else if (type == EVENT_RECORD_DEFERRED) {
		ck_assert(str_eq(t->holder, ev->actor));
		t->holder = STR("");
	} else if (type == EVENT_ANSWER_GIVEN) {
		ck_assert(str_eq(t->holder, ev->actor));
	} else if (type == EVENT_SEAT_LOCKED) {
		ck_assert(str_eq(t->holder, ev->actor));
		if (!json_get_bool(body, "agreed")) /* else the step ends the claim */
			t->holder = STR("");
	} else if (type == EVENT_RECORD_MOVED) {
		check_move(s, t, ev, body);
	}
}

/* Lists of the barred person name no record that bars them. */
static void check_refs(struct story *s, const struct event_row *ev)
{
	const struct json *refs = json_get(bench_body(s->b, ev), "refs");

	for (size_t i = 0; refs && i < refs->n; i++) {
		struct tale *t = tale_of(s, refs->v[i]->s);
		ck_assert(t && !(t->barred && str_is(ev->actor, "h07")));
	}
}

static size_t check_story(struct bench *b)
{
	struct event_rows all = bench_events(b, "", "");
	struct story s = {.b = b};
	size_t moves = 0;

	for (size_t i = 0; i < all.n; i++) {
		enum event_type type = event_of(arena_str(&b->arena, all.v[i].type).p);
		moves += type == EVENT_RECORD_MOVED;
		if (all.v[i].record.n)
			check_about(&s, &all.v[i], type);
		else
			check_refs(&s, &all.v[i]);
	}
	for (size_t i = 0; i < s.tales.n; i++) {
		struct viewer every = {.engine = true};
		struct record rec;
		struct err e = {0};
		ok(record_get(b->rv->store, &b->arena, &every, s.tales.v[i].ref, &rec, &e));
		ck_assert(str_eq(rec.holder, s.tales.v[i].holder));
		ck_assert(str_eq(rec.state, s.tales.v[i].state));
	}
	return moves;
}

START_TEST(whatever_people_do_the_log_is_sound_and_no_rule_is_broken)
{
	struct play p = {.b = bench_new(RECORDS), .d = dice_seed(100 + (uint64_t)_i)};
	size_t moves;

	for (int i = 0; i < STEPS; i++)
		play_one(&p);
	bench_verify(p.b);
	moves = check_story(p.b);
	ck_assert_uint_gt(moves, 5); /* else it was no play */
	bench_close(p.b);
}
END_TEST

Suite *suite_review_random(void)
{
	Suite *s = suite_create("review/random");
	TCase *t = tcase_create("plays");

	tcase_add_loop_test(
	    t, whatever_people_do_the_log_is_sound_and_no_rule_is_broken, 0, 12);
	suite_add_tcase(s, t);
	return s;
}
