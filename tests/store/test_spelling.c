/* SPDX-License-Identifier: MIT */
/* Names that are spelt otherwise: found as if every record had been read, by a table that
 * grows with the words and not with the records. */
#include "lookback/base/similar.h"
#include "rig.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_store_spelling(void);

enum { NAMED = 400, ASKED = 300 };
static const char *const given[] = {"Jonathan", "Zoë", "Mohammed", "Ann", "Kateřina", "Siân",
    "Oluwaseun", "Björn", "Li", "Ειρήνη"};
static const char *const family[] = {"Smith", "Smyth", "O'Brien", "Johnson", "Jonson", "Müller",
    "Nowak", "Featherstonehaugh", "Иванов", "Lee"};

struct named {
	struct rig rig;
	struct arena arena;
	const struct pack *pack;
	struct dice dice;
	struct str name[NAMED];
};

static const char *any(struct dice *d, const char *const *list, size_t n)
{
	return list[dice_below(d, n)];
}

static void put(struct rig *rig, struct str ref, struct str name)
{
	struct arena *a = &rig->arena;
	struct json *b =
	    rig_json(a, "{'type':'case','state':'triage','rank':0,'texts':{},'bars':[],"
			"'pack':'p'}");
	struct json *fields = json_obj(a);

	json_put(a, fields, "subject_name", json_str(a, name));
	json_put(a, b, "fields", fields);
	rig_event(rig, "ann", EVENT_RECORD_OPENED, ref, b);
}

static void named_open(struct named *n, uint64_t seed, int records)
{
	rig_open(&n->rig);
	n->dice = dice_seed(seed);
	n->pack = toy_pack(&n->arena);
	ck_assert(store_use_pack(n->rig.st, n->pack, &n->rig.err));
	rig_round(&n->rig);
	for (int i = 0; i < records; i++) {
		n->name[i] = arena_printf(&n->arena, "%s %s",
		    any(&n->dice, given, COUNT(given)), any(&n->dice, family, COUNT(family)));
		put(&n->rig, arena_printf(&n->arena, "N-%d", i), n->name[i]);
	}
	rig_commit(&n->rig);
}

static void named_close(struct named *n)
{
	rig_close(&n->rig);
	arena_clear(&n->arena);
}

/* A name of the pool with a letter too many, too few, other or twice. */
static struct str misspelt(struct named *n)
{
	const char *from = dice_below(&n->dice, 2) ? any(&n->dice, given, COUNT(given))
						   : any(&n->dice, family, COUNT(family));
	struct buf b = buf_in(&n->arena);
	size_t length = str_of(from).n, at = dice_below(&n->dice, length);
	uint64_t way = dice_below(&n->dice, 4);

	for (size_t i = 0; i < length; i++) {
		bool here = i == at && !(from[i] & 0x80);
		if (!here || way != 0)
			buf_char(&b, here && way == 1 ? 'e' : from[i]);
		if (here && way == 2)
			buf_char(&b, from[i]);
	}
	return arena_str(&n->arena, buf_str(&b));
}

static int64_t counted(struct named *n, struct str text)
{
	struct expr_env env = rand_env(n->pack, NULL);
	struct rig *rig = &n->rig;
	const struct expr *x;
	int64_t count;

	done(expr_parse(&n->arena, text, &env, &x, &rig->err));
	done(record_count(rig->st, &n->arena, &everything, x, rand_now(), &count, &rig->err));
	return count;
}

START_TEST(a_misspelt_name_finds_what_reading_every_record_finds)
{
	struct named n = {0};
	int64_t found = 0;

	named_open(&n, (uint64_t)_i + 1, NAMED);
	for (int i = 0; i < ASKED; i++) {
		struct str want = misspelt(&n), other = misspelt(&n), text;
		int64_t expected = 0, count;
		if (dice_below(&n.dice, 2))
			want =
			    arena_printf(&n.arena, "%.*s %.*s", STR_ARG(other), STR_ARG(want));
		text = arena_printf(&n.arena, "%s~\"%.*s\"",
		    dice_below(&n.dice, 2) ? "" : "subject_name", STR_ARG(want));
		for (int k = 0; k < NAMED; k++)
			expected += similar_phrase(n.name[k], want);
		count = counted(&n, text);
		if (count != expected)
			ck_abort_msg("%.*s: %lld, expected %lld", STR_ARG(text),
			    (long long)count, (long long)expected);
		found += count;
	}
	ck_assert_int_gt(found, 1000);
	named_close(&n);
}
END_TEST

START_TEST(given_and_family_name_may_stand_in_either_order)
{
	struct named n = {0};

	named_open(&n, 1, 0);
	put(&n.rig, STR("N-1"), STR("Jonathan Smyth"));
	ck_assert_int_eq(counted(&n, STR("~\"smith jonathon\"")), 1);
	ck_assert_int_eq(counted(&n, STR("~\"smith peter\"")), 0);
	named_close(&n);
}
END_TEST

/* What is remembered to stand in the table must be forgotten with what put it there. */
START_TEST(a_word_that_was_taken_back_is_learnt_again)
{
	struct named n = {0};
	struct rig *rig = &n.rig;

	named_open(&n, 1, 0);
	rig_round(rig);
	done(store_save(rig->st, &rig->err));
	put(rig, STR("N-1"), STR("Featherstone"));
	store_undo(rig->st);
	put(rig, STR("N-2"), STR("Featherstone"));
	rig_commit(rig);
	ck_assert_int_eq(counted(&n, STR("~fetherston")), 1);
	rig_round(rig);
	put(rig, STR("N-3"), STR("Cholmondeley"));
	store_rollback(rig->st);
	rig->open_round = false;
	put(rig, STR("N-4"), STR("Cholmondeley"));
	ck_assert_int_eq(counted(&n, STR("~cholmondely")), 1);
	ck_assert(rig_verify(rig).findings.n == 0);
	named_close(&n);
}
END_TEST

START_TEST(the_table_grows_with_words_and_not_with_records)
{
	struct named n = {0};
	struct str before, words;

	named_open(&n, 1, NAMED);
	before = rig_ask(&n.rig, "SELECT count(*) FROM spelling");
	words = rig_ask(&n.rig, "SELECT count(DISTINCT word) FROM spelling");
	ck_assert(str_is(
	    rig_ask(&n.rig, "SELECT count(*) <= 29 * count(DISTINCT word) FROM spelling"),
	    "1"));
	rig_round(&n.rig);
	for (int i = 0; i < NAMED; i++)
		put(&n.rig, arena_printf(&n.arena, "M-%d", i), n.name[i]);
	rig_commit(&n.rig);
	ck_assert(str_eq(rig_ask(&n.rig, "SELECT count(*) FROM spelling"), before));
	ck_assert(!str_is(words, "0"));
	named_close(&n);
}
END_TEST

START_TEST(a_row_that_no_event_made_is_found)
{
	struct named n = {0};
	struct verdict v;
	struct str damage;

	named_open(&n, 1, 10);
	rig_damage(&n.rig, "INSERT INTO spelling (key, word) VALUES ('smth', 'smoth')");
	rig_reopen(&n.rig, &damage);
	v = rig_verify(&n.rig);
	ck_assert_msg(v.findings.n > 0, "%s", rig_findings(&n.rig, &v).p);
	ck_assert(str_is(v.findings.v[0].table, "spelling"));
	named_close(&n);
}
END_TEST

Suite *suite_store_spelling(void)
{
	Suite *s = suite_create("spelling");
	TCase *c = tcase_create("spelling");

	tcase_add_loop_test(c, a_misspelt_name_finds_what_reading_every_record_finds, 0, 3);
	tcase_add_test(c, given_and_family_name_may_stand_in_either_order);
	tcase_add_test(c, a_word_that_was_taken_back_is_learnt_again);
	tcase_add_test(c, the_table_grows_with_words_and_not_with_records);
	tcase_add_test(c, a_row_that_no_event_made_is_found);
	suite_add_tcase(s, c);
	return s;
}
