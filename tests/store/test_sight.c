/* SPDX-License-Identifier: MIT */
/* What a viewer may see of a random history is the same whichever way it is asked for. */
#include <stdio.h>

#include "eyes.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_store_sight(void);

enum { EVENTS_EACH = 400, EXPRESSIONS = 120, ALL = 1000 };

struct look { /* one viewer before one history */
	struct rig rig;
	struct arena pack_arena;
	const struct pack *pack;
	struct viewer eyes[EYES], v;
	struct page seen;
	struct record whole[ALL];
	struct facts facts[ALL];
};

/* What a quality pass leaves on records, on each as it falls. */
static void put_quality(struct rig *rig, struct dice *d)
{
	static const char update[] =
	    "UPDATE record SET author = %s, drawn = %s, reading = %s, query = %s "
	    "WHERE id %% 8 = %d";
	static const char *const values[][4] = {
	    {"'ann'", "'bob'", "'cyd'", "NULL"},
	    {"'q1'", "'q2'", "'q12'", "NULL"},
	    {"'open'", "'upheld'", "'found'", "NULL"},
	    {"'open'", "'answered'", "NULL", "NULL"},
	};

	for (int i = 0; i < 8; i++) {
		const char *now[4];
		struct str sql;
		for (size_t k = 0; k < 4; k++)
			now[k] = values[k][dice_below(d, 4)];
		sql = arena_printf(&rig->arena, update, now[0], now[1], now[2], now[3], i);
		if (sqlite3_exec(rig->st->db, sql.p, NULL, NULL, NULL) != SQLITE_OK)
			ck_abort_msg("%s", sqlite3_errmsg(rig->st->db));
	}
}

/* All that the viewer sees, record by record. */
static void look_open(struct look *l, int seed, size_t who)
{
	struct page_query q = {.limit = ALL, .order = ORDER_REF};
	struct dice d = dice_seed((uint64_t)seed + 7000);
	struct rig *rig = &l->rig;

	rig_open(rig);
	l->pack_arena = (struct arena){0};
	l->pack = toy_pack(&l->pack_arena);
	done(store_use_pack(rig->st, l->pack, &rig->err));
	history_run(rig, &d, EVENTS_EACH);
	put_quality(rig, &d);
	eyes_open(&rig->arena, l->eyes);
	l->v = l->eyes[who];
	done(record_page(rig->st, &rig->arena, &l->v, &q, &l->seen, &rig->err));
	holds(l->seen.rows.n > 5);
	for (size_t i = 0; i < l->seen.rows.n; i++) {
		l->whole[i] = (struct record){0};
		done(record_whole(rig->st, &rig->arena, &l->v, l->seen.rows.v[i].ref,
		    &l->whole[i], &rig->err));
		l->facts[i] = eyes_facts(l->pack, &l->whole[i], rand_now());
	}
}

static void look_close(struct look *l)
{
	rig_close(&l->rig);
	arena_clear(&l->pack_arena);
}

/* ---- counters ------------------------------------------------------------------------ */

static bool counts_in(const struct tally_row *t, const struct record *r)
{
	return str_eq(t->type, r->type) && str_eq(t->state, r->state) &&
	       str_eq(t->queue, r->queue) && str_eq(t->band, r->band) && t->final == r->final;
}

static void check_row(const struct look *l, const struct tally_row *t, int64_t *all)
{
	int64_t n = 0, held = 0, asleep = 0, unopened = 0;

	for (size_t i = 0; i < l->seen.rows.n; i++) {
		const struct record *r = &l->seen.rows.v[i];
		if (!counts_in(t, r))
			continue;
		n++;
		held += r->holder.n > 0;
		asleep += r->holder.n == 0 && r->wake != NO_DAY;
		unopened += r->views == 0;
	}
	if (n != t->n || held != t->held || asleep != t->asleep || unopened != t->unopened)
		ck_abort_msg("%.*s %.*s %.*s: %d %d %d %d in the counters, %d %d %d %d counted",
		    STR_ARG(t->type), STR_ARG(t->state), STR_ARG(t->queue), (int)t->n,
		    (int)t->held, (int)t->asleep, (int)t->unopened, (int)n, (int)held,
		    (int)asleep, (int)unopened);
	*all += n;
}

static void check_late(struct look *l, const char *queue)
{
	int64_t expected = 0, is = 0, now = l->rig.now;
	struct rig *rig = &l->rig;

	for (size_t i = 0; i < l->seen.rows.n; i++) {
		const struct record *r = &l->seen.rows.v[i];
		expected +=
		    r->due != NO_TIME && r->due < now && (!*queue || str_is(r->queue, queue));
	}
	done(record_late(rig->st, &l->v, str_of(queue), now, &is, &rig->err));
	ck_assert_msg(
	    is == expected, "late in '%s': %d, counted %d", queue, (int)is, (int)expected);
}

START_TEST(counters_are_what_one_sees_counted)
{
	static const char *const queues[] = {"", "reviewer", "second_reader", "triage_officer"};
	static struct look l;
	struct rig *rig = &l.rig;
	struct tally_rows rows;
	int64_t n = 0, all = 0;

	look_open(&l, _i / EYES, (size_t)_i % EYES);
	done(record_tally(rig->st, &rig->arena, &l.v, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++)
		check_row(&l, &rows.v[i], &all);
	ck_assert_int_eq(all, (int64_t)l.seen.rows.n);
	done(record_count(rig->st, &rig->arena, &l.v, NULL, 0, &n, &rig->err));
	ck_assert_int_eq(n, all);
	for (size_t i = 0; i < COUNT(queues); i++)
		check_late(&l, queues[i]);
	look_close(&l);
}
END_TEST

/* ---- expressions ----------------------------------------------------------------------- */

static void compare(
    struct look *l, struct arena *a, struct dice *d, struct str text, const struct expr *x)
{
	struct page_query q = {
	    .where = x, .limit = ALL, .now = rand_now(), .received = STR("received")};
	int64_t count = 0, expected = 0;
	struct rig *rig = &l->rig;
	struct page page;

	q.order = (enum order)dice_below(d, ORDERS);
	done(record_page(rig->st, a, &l->v, &q, &page, &rig->err));
	done(record_count(rig->st, a, &l->v, x, rand_now(), &count, &rig->err));
	for (size_t i = 0; i < l->seen.rows.n; i++) {
		bool yes = expr_eval(a, x, &l->facts[i]), there = false;
		for (size_t k = 0; k < page.rows.n; k++)
			there |= str_eq(page.rows.v[k].ref, l->facts[i].ref);
		expected += yes;
		if (yes != there)
			ck_abort_msg("%.*s: %.*s is %s in memory only", STR_ARG(text),
			    STR_ARG(l->facts[i].ref), yes ? "found" : "not found");
	}
	if (count != expected || page.rows.n != (size_t)expected)
		ck_abort_msg("%.*s: %lld in memory, %lld counted, %zu listed", STR_ARG(text),
		    (long long)expected, (long long)count, page.rows.n);
}

START_TEST(an_expression_finds_what_one_sees)
{
	struct dice d = dice_seed((uint64_t)_i + 90);
	static struct look l;

	look_open(&l, _i / EYES, (size_t)_i % EYES);
	for (int i = 0; i < EXPRESSIONS; i++) {
		const struct record_type *t = &l.pack->types.v[dice_below(&d, l.pack->types.n)];
		struct expr_env env = rand_env(l.pack, t);
		struct rig *rig = &l.rig;
		struct arena a = {0};
		const struct expr *x;
		struct str text = rand_expr_text(&a, &d, l.pack, t);
		rig->st->few = i % 2 ? 4 : 1000;
		done(expr_parse(&a, text, &env, &x, &rig->err));
		compare(&l, &a, &d, text, x);
		arena_clear(&a);
	}
	look_close(&l);
}
END_TEST

/* What the engine sets on a record, asked for by name: random expressions meet it seldom. */
START_TEST(what_the_engine_keeps_is_found_as_one_sees_it)
{
	static const char *const asked[] = {"open:action", "open:(enquiry, case)", "has:open",
	    "child:action", "child:(paper, enquiry)", "-has:child", "did:triage_red",
	    "did:(include, exclude)", "has:did", "-did:finish", "clock:answer",
	    "clock:(answer, tell)", "has:clock", "alert:yes", "alert:no", "agreed:yes",
	    "agreed:no", "agreed:none", "author:ann", "author:bob", "has:author", "drawn:q1",
	    "drawn:q*", "drawn:none", "reading:open", "reading:(upheld, found)", "has:reading",
	    "query:open", "query:answered", "query:none", "regime:old", "-has:regime",
	    "in_scope:yes", "in_scope:no", "in_scope:none", "holder:ann", "has:holder",
	    "has:wake", "late:yes", "late:no", "queue:second_reader", "queue:reviewer",
	    "queue:none", "notes>=1", "notes:0", "eligible:no", "-eligible:no", "ground:topic",
	    "thought:knife", "moved:2026-07", "due:2026-08", "incidents>3", "parent:h-01",
	    "identified:yes and -did:finish"};
	static struct look l;
	struct dice d = dice_seed(1);
	int found = 0;

	look_open(&l, _i / EYES, (size_t)_i % EYES);
	for (size_t i = 0; i < COUNT(asked); i++) {
		struct expr_env env = {.pack = l.pack, .now = rand_now()};
		struct str text = str_of(asked[i]);
		struct rig *rig = &l.rig;
		const struct expr *x;
		if (!expr_parse(&rig->arena, text, &env, &x, &rig->err))
			continue; /* a regime of another name */
		rig->st->few = i % 2 ? 4 : 1000;
		compare(&l, &rig->arena, &d, text, x);
		found++;
	}
	ck_assert_int_ge(found, (int)COUNT(asked) - 2);
	look_close(&l);
}
END_TEST

START_TEST(whoever_is_blind_learns_nothing_of_passes_on_what_is_blind)
{
	static struct look l;
	int hidden = 0;

	for (size_t who = 0; who < EYES; who++) {
		look_open(&l, 2, who);
		for (size_t i = 0; i < l.seen.rows.n; i++) {
			const struct record *r = &l.seen.rows.v[i];
			if (!l.v.blind || !r->blind)
				continue;
			ck_assert_uint_eq(r->drawn.n + r->reading.n + r->query.n, 0);
			ck_assert(r->author.n == 0 || str_eq(r->author, l.v.user));
			hidden++;
		}
		look_close(&l);
	}
	ck_assert_int_gt(hidden, 5);
}
END_TEST

/* ---- one predicate --------------------------------------------------------------------- */

static bool barred(const struct viewer *v, const struct record *r)
{
	char account[64];

	snprintf(account, sizeof(account), "@%.*s", STR_ARG(v->user));
	return (v->staff.n && str_has(r->bars, v->staff)) || str_has(r->bars, str_of(account));
}

/* Bars as the rules read them; and a child that is hidden is in no other answer. */
START_TEST(who_is_barred_sees_nothing_of_it_anywhere)
{
	struct page_query q = {.limit = ALL};
	static struct look l;
	struct rig *rig = &l.rig;
	struct page all;

	look_open(&l, _i / EYES, (size_t)_i % EYES);
	done(record_page(rig->st, &rig->arena, &everything, &q, &all, &rig->err));
	for (size_t i = 0; i < all.rows.n; i++) {
		struct event_filter f = {.record = all.rows.v[i].ref, .viewer = &l.v};
		struct record r = {0}, mine = {0};
		struct event_rows events;
		struct answer_rows answers;
		struct note_rows notes;
		bool sees;
		done(record_whole(
		    rig->st, &rig->arena, &everything, all.rows.v[i].ref, &r, &rig->err));
		sees = record_get(rig->st, &rig->arena, &l.v, r.ref, &mine, &rig->err);
		ck_assert(!sees || !barred(&l.v, &r));
		ck_assert(sees || l.v.blind || barred(&l.v, &r));
		if (sees)
			continue;
		done(store_events(rig->st, &rig->arena, &f, &events, &rig->err));
		done(
		    record_answers_seen(rig->st, &rig->arena, &l.v, r.id, &answers, &rig->err));
		done(record_notes_seen(rig->st, &rig->arena, &l.v, r.id, &notes, &rig->err));
		ck_assert_uint_eq(events.n + answers.n + notes.n, 0);
	}
	look_close(&l);
}
END_TEST

Suite *suite_store_sight(void)
{
	Suite *s = suite_create("sight");
	TCase *c = tcase_create("sight");

	tcase_add_loop_test(c, counters_are_what_one_sees_counted, 0, EYES * 3);
	tcase_add_loop_test(c, an_expression_finds_what_one_sees, 0, EYES);
	tcase_add_loop_test(c, what_the_engine_keeps_is_found_as_one_sees_it, 0, EYES * 2);
	tcase_add_test(c, whoever_is_blind_learns_nothing_of_passes_on_what_is_blind);
	tcase_add_loop_test(c, who_is_barred_sees_nothing_of_it_anywhere, 0, EYES);
	suite_add_tcase(s, c);
	return s;
}
