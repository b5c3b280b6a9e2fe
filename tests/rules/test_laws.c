/* SPDX-License-Identifier: MIT */
/* What holds of every expression, over random ones and random records. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_laws(void);

enum { ROUNDS = 10000 };

struct world {
	struct arena pack_arena, arena;
	const struct pack *pack;
	const struct record_type *type;
	struct dice dice;
};

static struct world world_open(uint64_t seed)
{
	struct world w = {.dice = dice_seed(seed)};

	w.pack = toy_pack(&w.pack_arena);
	return w;
}

/* A fresh round: another type now and then, nothing kept from the last. */
static void next_round(struct world *w)
{
	arena_clear(&w->arena);
	w->type = &w->pack->types.v[dice_below(&w->dice, 4) == 0];
}

static const struct expr *any_tree(struct world *w)
{
	struct str text = rand_expr_text(&w->arena, &w->dice, w->pack, w->type);

	return tree(&w->arena, w->pack, w->type, text.p);
}

static struct facts any_facts(struct world *w)
{
	struct facts f;

	rand_facts(&w->arena, &w->dice, w->pack, w->type, (int)dice_below(&w->dice, 20), &f);
	return f;
}

static void world_close(struct world *w)
{
	arena_clear(&w->arena);
	arena_clear(&w->pack_arena);
}

START_TEST(what_is_printed_is_read_as_the_same_tree)
{
	struct world w = world_open(1);

	for (int i = 0; i < ROUNDS; i++) {
		const struct expr *x, *y;
		struct str text;
		next_round(&w);
		x = any_tree(&w);
		text = printed(&w.arena, x);
		y = tree(&w.arena, w.pack, w.type, arena_str(&w.arena, text).p);
		if (!same_tree(x, y))
			ck_abort_msg("not the same when read again: %.*s", STR_ARG(text));
		holds(str_eq(text, printed(&w.arena, y)));
	}
	world_close(&w);
}
END_TEST

static const struct expr *joined(
    struct world *w, enum expr_op op, const struct expr *x, const struct expr *y)
{
	struct expr *e = arena_new(&w->arena, struct expr, 1);

	e->op = op;
	e->a = x;
	e->b = y;
	return e;
}

START_TEST(negation_and_chains_obey_logic)
{
	struct world w = world_open(2);

	for (int i = 0; i < ROUNDS; i++) {
		const struct expr *x, *y;
		struct facts f;
		bool bx, by;
		next_round(&w);
		f = any_facts(&w);
		x = any_tree(&w);
		y = any_tree(&w);
		bx = expr_eval(&w.arena, x, &f);
		by = expr_eval(&w.arena, y, &f);
		holds(expr_eval(&w.arena, joined(&w, EX_NOT, x, NULL), &f) == !bx);
		holds(expr_eval(&w.arena, joined(&w, EX_AND, x, y), &f) == (bx && by));
		holds(expr_eval(&w.arena, joined(&w, EX_OR, x, y), &f) == (bx || by));
	}
	world_close(&w);
}
END_TEST

/* A law of the language, for a condition `name SIGN value` on any ordered attribute:
 * what is there is below, equal or above; what is not there is none of them. */
START_TEST(a_value_is_below_equal_or_above_and_an_absence_is_neither)
{
	static const char *const names[] = {"received", "due", "wake", "visits", "closed_on"};
	static const char *const values[] = {
	    "2016-03-01", "2016", "2016-07-01", "3", "2016-03"};
	struct world w = world_open(3);

	for (int i = 0; i < ROUNDS; i++) {
		size_t k = dice_below(&w.dice, COUNT(names));
		struct facts f;
		int hits = 0;
		next_round(&w);
		w.type = &w.pack->types.v[0];
		f = any_facts(&w);
		for (int sign = 0; sign < 3; sign++) {
			struct str text =
			    arena_printf(&w.arena, "%s%c%s", names[k], "<=>"[sign], values[k]);
			hits += expr_eval(&w.arena, tree(&w.arena, w.pack, w.type, text.p), &f);
		}
		holds(hits <= 1);
		if (hits == 1)
			holds(expr_eval(&w.arena,
			    tree(&w.arena, w.pack, w.type,
				arena_printf(&w.arena, "has:%s", names[k]).p),
			    &f));
	}
	world_close(&w);
}
END_TEST

START_TEST(a_record_is_found_by_its_own_values)
{
	struct world w = world_open(4);

	for (int i = 0; i < 2000; i++) {
		struct facts f;
		next_round(&w);
		f = any_facts(&w);
		for (size_t k = 0; k < w.type->fields.n; k++) {
			const struct attr *at = &w.type->fields.v[k].attr;
			struct value v = facts_get(&w.arena, &f, at);
			struct expr eq = {.op = EX_HAS, .attr = at};
			holds(expr_eval(&w.arena, &eq, &f) == (v.kind != V_NONE));
			if (v.kind == V_NONE || at->type == VT_LINE || at->type == VT_TEXT ||
			    at->type == VT_STAFF || at->type == VT_CHOICES)
				continue;
			eq = (struct expr){.op = EX_EQ, .attr = at, .vals = &v, .nvals = 1};
			holds(expr_eval(&w.arena, &eq, &f));
		}
	}
	world_close(&w);
}
END_TEST

START_TEST(every_expression_has_an_explanation)
{
	struct world w = world_open(5);

	for (int i = 0; i < ROUNDS; i++) {
		struct str text;
		next_round(&w);
		text = explained(&w.arena, any_tree(&w));
		holds(text.n > 0 && text.p[text.n - 1] != '.' && text.p[text.n - 1] != ' ');
	}
	world_close(&w);
}
END_TEST

START_TEST(random_pairs_hit_and_miss)
{
	struct world w = world_open(6);
	int hits = 0;

	for (int i = 0; i < ROUNDS; i++) {
		struct facts f;
		next_round(&w);
		f = any_facts(&w);
		hits += expr_eval(&w.arena, any_tree(&w), &f);
	}
	ck_assert_int_gt(hits, ROUNDS * 3 / 10);
	ck_assert_int_lt(hits, ROUNDS * 7 / 10);
	world_close(&w);
}
END_TEST

/* Text of any kind is an expression or an error with a place; it never harms. */
START_TEST(rubbish_is_refused_with_a_column)
{
	static const char letters[] =
	    "ab:.(),\"\\*-<>=! 0123\xc3\xa9\xff\n\x01state:review and not or";
	struct world w = world_open(7);
	struct expr_env env = rand_env(w.pack, NULL);

	for (int i = 0; i < ROUNDS; i++) {
		struct buf b = buf_in(&w.arena);
		const struct expr *x;
		struct err e = {0};
		size_t n = dice_below(&w.dice, 40);
		next_round(&w);
		b = buf_in(&w.arena);
		while (b.n < n)
			buf_char(&b, letters[dice_below(&w.dice, sizeof(letters) - 1)]);
		if (!expr_parse(&w.arena, buf_str(&b), &env, &x, &e))
			holds(e.kind == ERR_INPUT && e.line == 1 && e.col >= 1 && e.text[0] &&
			      e.col <= (int)n + 1);
	}
	world_close(&w);
}
END_TEST

Suite *suite_rules_laws(void)
{
	const TTest *const tests[] = {
	    what_is_printed_is_read_as_the_same_tree,
	    negation_and_chains_obey_logic,
	    a_value_is_below_equal_or_above_and_an_absence_is_neither,
	    a_record_is_found_by_its_own_values,
	    every_expression_has_an_explanation,
	    random_pairs_hit_and_miss,
	    rubbish_is_refused_with_a_column,
	};

	return suite_of("rules/laws", tests, COUNT(tests));
}
