/* SPDX-License-Identifier: MIT */
/* One expression language, two evaluations: in memory and as SQL. They must agree. */
#include "lookback/base/words.h"
#include "rig.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_store_where(void);

enum { RECORDS = 300, EXPRESSIONS = 400 };

struct world {
	struct rig rig;
	struct arena pack_arena;
	const struct pack *pack;
	struct dice dice;
	struct facts facts[RECORDS];
};

static struct json *text_json(struct arena *a, const struct json *j)
{
	return j->kind == J_INT ? json_str(a, value_text(a, value_int(j->i)))
				: json_str(a, j->s);
}

static void give_answers(struct rig *rig, const struct facts *f)
{
	struct arena *a = &rig->arena;

	for (size_t i = 0; i < f->answers->n; i++) {
		struct json *b = json_obj(a);
		json_put(a, b, "form", json_cstr(a, "any"));
		json_put(a, b, "seat", json_int(a, 0));
		json_put(a, b, "question", json_str(a, f->answers->keys[i]));
		json_put(a, b, "value", text_json(a, f->answers->v[i]));
		json_put(a, b, "pack", json_cstr(a, "p"));
		json_put(a, b, "rank", json_int(a, 0));
		rig_event(rig, "ann", EVENT_ANSWER_GIVEN, f->ref, b);
	}
}

static void open_record(struct rig *rig, const struct facts *f)
{
	struct arena *a = &rig->arena;
	struct json *b = json_obj(a);

	json_put(a, b, "type", json_str(a, f->type));
	json_put(a, b, "state", json_str(a, f->state));
	json_put(a, b, "rank", json_int(a, 0));
	json_put(a, b, "fields", (struct json *)f->fields);
	json_put(a, b, "texts", (struct json *)f->texts);
	json_put(a, b, "bars", json_arr(a));
	json_put(a, b, "pack", json_cstr(a, "p"));
	rig_event(rig, "ann", EVENT_RECORD_OPENED, f->ref, b);
	give_answers(rig, f);
}

static void bind_optional(sqlite3_stmt *s, int i, struct str v)
{
	if (v.n)
		sqlite3_bind_text(s, i, v.p, (int)v.n, SQLITE_TRANSIENT);
}

static void bind_time(sqlite3_stmt *s, int i, int64_t t)
{
	if (t != NO_TIME)
		sqlite3_bind_int64(s, i, t);
}

/* Random records are no history; what events would have made is put in as it is. */
static void put_core(struct world *w, const struct facts *f)
{
	const struct record_type *t = pack_type(w->pack, f->type);
	char day[DAY_LEN + 1] = "";
	struct rank rank;
	sqlite3_stmt *s;

	rank_of(&w->rig.arena, w->pack, t, f, &rank);
	if (f->wake != NO_DAY)
		day_text(f->wake, day);
	sqlite3_prepare_v2(w->rig.st->db,
	    "UPDATE record SET queue=?1, band=?2, holder=?3, batch=?4, flag=?5, parent=?6, "
	    "due=?7, opened=?8, moved=?9, wake=?10, rank=?11, notes=?12, agreed=?14, "
	    "alerts=?15, final=?16, held=?17, aside=?18, author=?19, drawn=?20, reading=?21, "
	    "query=?22 WHERE ref=?13",
	    -1, &s, NULL);
	bind_optional(s, 1, f->queue);
	bind_optional(s, 2, f->band);
	bind_optional(s, 3, f->holder);
	bind_optional(s, 4, f->batch);
	bind_optional(s, 5, f->flag);
	bind_optional(s, 6, f->parent);
	bind_time(s, 7, f->due);
	bind_time(s, 8, f->opened);
	bind_time(s, 9, f->moved);
	bind_optional(s, 10, str_of(day));
	sqlite3_bind_int64(s, 11, rank.key);
	sqlite3_bind_int64(s, 12, f->notes);
	bind_optional(s, 13, f->ref);
	bind_optional(s, 14, f->agreed);
	sqlite3_bind_int64(s, 15, f->alert);
	sqlite3_bind_int64(s, 16, type_state(t, f->state)->final);
	bind_time(s, 17, f->held);
	bind_optional(s, 18, f->aside);
	bind_optional(s, 19, f->author);
	bind_optional(s, 20, f->drawn);
	bind_optional(s, 21, f->reading);
	bind_optional(s, 22, f->query);
	if (sqlite3_step(s) != SQLITE_DONE)
		ck_abort_msg("%s", sqlite3_errmsg(w->rig.st->db));
	sqlite3_finalize(s);
}

/* Who took steps and when, beside those that are said to be done: those are of long ago. */
static void put_taken(struct world *w, const struct facts *f)
{
	sqlite3_stmt *s;

	sqlite3_prepare_v2(w->rig.st->db,
	    "INSERT INTO did (record, seq, by, transition, at, cancelled) SELECT id, ?3, ?2, "
	    "'', ?4, 1 FROM record WHERE ref = ?1",
	    -1, &s, NULL);
	for (size_t i = 0; i < f->ntaken; i++) {
		bind_optional(s, 1, f->ref);
		bind_optional(s, 2, f->taken[i].by);
		sqlite3_bind_int64(s, 3, 1000 + (int64_t)i);
		bind_time(s, 4, f->taken[i].at);
		if (sqlite3_step(s) != SQLITE_DONE)
			ck_abort_msg("%s", sqlite3_errmsg(w->rig.st->db));
		sqlite3_reset(s);
	}
	sqlite3_finalize(s);
}

/* A row of (record, text) for each. */
static void put_each(struct world *w, const char *sql, struct str ref, struct strs list)
{
	sqlite3_stmt *s;

	sqlite3_prepare_v2(w->rig.st->db, sql, -1, &s, NULL);
	for (size_t i = 0; i < list.n; i++) {
		bind_optional(s, 1, ref);
		bind_optional(s, 2, list.v[i]);
		sqlite3_bind_int64(s, 3, (int64_t)i);
		if (sqlite3_step(s) != SQLITE_DONE)
			ck_abort_msg("%s", sqlite3_errmsg(w->rig.st->db));
		sqlite3_reset(s);
	}
	sqlite3_finalize(s);
}

static void put_engine(struct world *w, const struct facts *f)
{
	put_each(w,
	    "INSERT INTO did (record, seq, by, transition, at) SELECT id, ?3, 'ann', ?2, 0 "
	    "FROM record WHERE ref = ?1",
	    f->ref, f->did);
	put_taken(w, f);
	put_each(w,
	    "INSERT INTO clock (record, name, started, late_seen) SELECT id, ?2, ?3, 0 "
	    "FROM record WHERE ref = ?1",
	    f->ref, f->clocks);
}

/* Random parents have the children that name them, and no others. */
static void know_children(struct world *w, struct facts *f)
{
	f->child = f->open = (struct strs){0};
	for (int i = 0; i < RECORDS; i++) {
		const struct facts *c = &w->facts[i];
		const struct record_type *t = pack_type(w->pack, c->type);
		if (!str_eq(c->parent, f->ref))
			continue;
		*arena_push(&w->rig.arena, &f->child) = c->type;
		if (!type_state(t, c->state)->final)
			*arena_push(&w->rig.arena, &f->open) = c->type;
	}
}

static void world_open(struct world *w, uint64_t seed, bool pack_first)
{
	struct rig *rig = &w->rig;

	rig_open(rig);
	*w = (struct world){.rig = *rig, .dice = dice_seed(seed)};
	w->pack = toy_pack(&w->pack_arena);
	if (pack_first)
		done(store_use_pack(rig->st, w->pack, &rig->err));
	rig_round(rig);
	for (int i = 0; i < RECORDS; i++) {
		const struct record_type *t = &w->pack->types.v[i % 4 ? 0 : i / 4 % 4];
		rand_facts(&rig->arena, &w->dice, w->pack, t, i, &w->facts[i]);
		open_record(rig, &w->facts[i]);
		put_core(w, &w->facts[i]);
		put_engine(w, &w->facts[i]);
	}
	for (int i = 0; i < RECORDS; i++)
		know_children(w, &w->facts[i]);
	rig_commit(rig);
	if (!pack_first)
		done(store_use_pack(rig->st, w->pack, &rig->err));
}

static void world_close(struct world *w)
{
	rig_close(&w->rig);
	arena_clear(&w->pack_arena);
}

static bool in_page(const struct page *p, struct str ref)
{
	for (size_t i = 0; i < p->rows.n; i++)
		if (str_eq(p->rows.v[i].ref, ref))
			return true;
	return false;
}

/* Page and count against the same question asked of every record in memory. */
static void compare(struct world *w, struct arena *a, struct str text, const struct expr *x)
{
	struct page_query q = {.where = x, .limit = RECORDS, .now = rand_now()};
	struct rig *rig = &w->rig;
	int64_t count, expected = 0;
	struct page page;

	q.order = (enum order)dice_below(&w->dice, ORDERS);
	q.received = STR("received");
	done(record_page(rig->st, a, &everything, &q, &page, &rig->err));
	done(record_count(rig->st, a, &everything, x, rand_now(), &count, &rig->err));
	for (int i = 0; i < RECORDS; i++) {
		bool yes = expr_eval(a, x, &w->facts[i]);
		expected += yes;
		if (yes != in_page(&page, w->facts[i].ref))
			ck_abort_msg("%.*s: %.*s is %s in memory only", STR_ARG(text),
			    STR_ARG(w->facts[i].ref), yes ? "found" : "not found");
	}
	if (count != expected || page.rows.n != (size_t)expected)
		ck_abort_msg("%.*s: %lld in memory, %lld counted, %zu listed", STR_ARG(text),
		    (long long)expected, (long long)count, page.rows.n);
}

/* EXPRESSIONS x RECORDS pairs a test. */
static void both_agree(struct world *w)
{
	for (int i = 0; i < EXPRESSIONS; i++) {
		const struct record_type *t =
		    &w->pack->types.v[dice_below(&w->dice, w->pack->types.n)];
		struct expr_env env = rand_env(w->pack, t);
		struct rig *rig = &w->rig;
		struct arena a = {0};
		const struct expr *x;
		struct str text = rand_expr_text(&a, &w->dice, w->pack, t);
		done(expr_parse(&a, text, &env, &x, &rig->err));
		compare(w, &a, text, x);
		arena_clear(&a);
	}
}

/* Something that stands in a record, whole or a word of it, perhaps with another letter. */
static struct str something(struct world *w, struct arena *a)
{
	const struct facts *f = &w->facts[dice_below(&w->dice, RECORDS)];
	struct str s = json_get_text(f->fields, "subject_name"), name = s;
	struct buf b = buf_in(a);
	struct word word;
	size_t at = 0;

	if (dice_below(&w->dice, 4) == 0)
		return f->ref;
	if (dice_below(&w->dice, 4) == 0)
		s = json_get_text(f->texts, "narrative");
	if (dice_below(&w->dice, 2) == 0 || !words_next(s, &at, &word))
		return words_next(s, &at, &word) ? s : name;
	s = (struct str){word.text, word.n};
	for (size_t i = 0; i < s.n; i++)
		buf_char(&b, i && i == s.n / 2 && !(s.p[i] & 0x80) ? 'o' : s.p[i]);
	return arena_str(a, buf_str(&b));
}

/* Every record that a search finds is in one of its steps, and in one alone. */
static void in_one_step(struct world *w, struct arena *a, struct str text)
{
	struct expr_env env = rand_env(w->pack, NULL);
	struct rig *rig = &w->rig;
	struct search_steps steps;
	const struct expr *all;

	done(expr_search(a, text, &env, &all, &rig->err));
	done(expr_search_steps(a, text, &env, &steps, &rig->err));
	for (size_t k = 0; k < steps.n; k++)
		compare(w, a, text, steps.v[k]);
	for (int i = 0; i < RECORDS; i++) {
		int in = 0;
		for (size_t k = 0; k < steps.n; k++)
			in += expr_eval(a, steps.v[k], &w->facts[i]);
		ck_assert_msg(in == expr_eval(a, all, &w->facts[i]), "%.*s: %.*s is in %d",
		    STR_ARG(text), STR_ARG(w->facts[i].ref), in);
	}
}

START_TEST(the_steps_of_a_search_are_the_search)
{
	struct world w;

	world_open(&w, 80 + (uint64_t)_i, true);
	if (_i == 1)
		w.rig.st->few = 4;
	if (_i == 2)
		w.rig.st->head.nslots = 0;
	for (int i = 0; i < 100; i++) {
		struct arena a = {0};
		struct str text = something(&w, &a);
		if (text.n && text.n < 100)
			in_one_step(&w, &a, text);
		arena_clear(&a);
	}
	world_close(&w);
}
END_TEST

START_TEST(an_expression_finds_the_same_in_sql_as_in_memory)
{
	struct world w;

	world_open(&w, (uint64_t)_i + 1, true);
	both_agree(&w);
	world_close(&w);
}
END_TEST

START_TEST(a_pack_that_comes_after_its_records_finds_the_same)
{
	struct world w;

	world_open(&w, 77, false);
	both_agree(&w);
	world_close(&w);
}
END_TEST

/* With every index and the full text gone, each record is read: slower, and the same. */
START_TEST(without_any_index_the_same_is_found)
{
	struct world w;

	world_open(&w, 78, true);
	w.rig.st->head.nslots = 0;
	both_agree(&w);
	world_close(&w);
}
END_TEST

/* As among a million: no condition is narrow, words are looked up record by record, and
 * what is rare is given up on along the order and read as it lies. */
START_TEST(among_many_records_the_same_is_found)
{
	struct world w;

	world_open(&w, 79, true);
	w.rig.st->few = 4;
	both_agree(&w);
	world_close(&w);
}
END_TEST

Suite *suite_store_where(void)
{
	Suite *s = suite_create("where");
	TCase *c = tcase_create("where");

	tcase_add_loop_test(c, an_expression_finds_the_same_in_sql_as_in_memory, 0, 3);
	tcase_add_test(c, a_pack_that_comes_after_its_records_finds_the_same);
	tcase_add_test(c, without_any_index_the_same_is_found);
	tcase_add_test(c, among_many_records_the_same_is_found);
	tcase_add_loop_test(c, the_steps_of_a_search_are_the_search, 0, 3);
	suite_add_tcase(s, c);
	return s;
}
