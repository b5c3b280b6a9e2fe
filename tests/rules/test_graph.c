/* SPDX-License-Identifier: MIT */
/* Drawings of a pack: well formed, complete, and with the path of a record in them. */
#include <string.h>

#include "help.h"
#include "lookback/rules/graph.h"
#include "support/toypack.h"

Suite *suite_rules_graph(void);

static struct str dot(
    struct arena *a, const struct pack *p, const char *type, const struct graph_path *path)
{
	struct buf b = buf_in(a);

	graph_dot(a, p, str_of(type), path, &b);
	return buf_str(&b);
}

static struct str lines(
    struct arena *a, const struct pack *p, const char *type, const struct graph_path *path)
{
	struct buf b = buf_in(a);

	graph_text(p, str_of(type), path, &b);
	return buf_str(&b);
}

static int times(struct str text, const char *part)
{
	int n = 0;

	for (const char *at = text.p; (at = strstr(at, part)); at++)
		n++;
	return n;
}

/* Brackets outside quotes are balanced and never close before they open; quotes end; every
 * statement that names an edge or a node ends with a semicolon. */
static bool well_formed(struct str s)
{
	int curly = 0, square = 0;
	bool quoted = false;

	for (size_t i = 0; i < s.n; i++) {
		if (quoted && s.p[i] == '\\')
			i++;
		else if (s.p[i] == '"')
			quoted = !quoted;
		else if (!quoted) {
			curly += (s.p[i] == '{') - (s.p[i] == '}');
			square += (s.p[i] == '[') - (s.p[i] == ']');
			if (curly < 0 || square < 0 || square > 1)
				return false;
			if (s.p[i] == ']' && (i + 1 == s.n || s.p[i + 1] != ';'))
				return false;
		}
	}
	return curly == 0 && square == 0 && !quoted;
}

START_TEST(the_dot_text_has_every_state_and_every_way_once)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct str out = dot(&a, p, "", NULL);
	int ways = 0, opens = 0;

	ck_assert(well_formed(out));
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t k = 0; k < t->states.n; k++) {
			struct str node =
			    arena_printf(&a, "\"%.*s.%.*s\" [label=", STR_ARG(t->name),
				STR_ARG(t->states.v[k].name));
			/* the head of an edge looks the same, so those are taken off */
			struct str head = arena_printf(&a, "-> %.*s", STR_ARG(node));
			ck_assert_int_eq(times(out, node.p) - times(out, head.p), 1);
		}
		for (size_t k = 0; k < t->transitions.n; k++) {
			ways += (int)t->transitions.v[k].from.n;
			opens += (int)t->transitions.v[k].opens.n;
		}
	}
	ck_assert_int_gt(opens, 0);
	ck_assert_int_eq(times(out, " -> "), ways + opens);
	ck_assert_int_eq(times(out, "style=dashed"), opens);
	ck_assert_int_eq(times(out, "style=dotted"), 1);
	ck_assert_int_eq(times(out, "doublecircle"), 5);
	ck_assert_int_eq(times(out, "subgraph"), (int)p->types.n);
	arena_clear(&a);
}
END_TEST

START_TEST(one_type_is_drawn_alone)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	ck_assert_int_eq(times(dot(&a, p, "case", NULL), "subgraph"), 1);
	ck_assert_int_eq(times(dot(&a, p, "case", NULL), "action."), 0);
	ck_assert_int_eq(times(lines(&a, p, "paper", NULL), "Case"), 0);
	ck_assert_int_eq(times(lines(&a, p, "paper", NULL), "\"Paper\""), 1);
	arena_clear(&a);
}
END_TEST

START_TEST(labels_that_break_out_are_held_in)
{
	struct arena a = {0};
	struct pack *p = toy_pack_open(&a);

	p->types.v[0].label = STR("\"]; } \\ \n x");
	p->types.v[0].states.v[0].label = STR("\\\"{");
	p->types.v[0].transitions.v[0].label = STR("a\"]b");
	p->types.v[0].transitions.v[0].key = '"';
	ck_assert(well_formed(dot(&a, p, "", NULL)));
	arena_clear(&a);
}
END_TEST

START_TEST(the_lines_show_every_state_with_its_ways_out)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct str out = lines(&a, p, "", NULL);

	for (size_t i = 0; i < p->types.n; i++)
		for (size_t k = 0; k < p->types.v[i].transitions.n; k++) {
			const struct transition *t = &p->types.v[i].transitions.v[k];
			struct str step = arena_printf(
			    &a, "%c %.*s ", t->automatic ? '~' : t->key, STR_ARG(t->label));
			holds(times(out, step.p) >= (int)t->from.n);
		}
	ck_assert_ptr_nonnull(strstr(out.p, "-> review, by triage_officer, supervisor, "
					    "form triage, opens action, starts answer, "
					    "alerts supervisor\n"));
	ck_assert_ptr_nonnull(strstr(out.p, "screening \"Screening\", begins here, served to "
					    "reviewer, then second_reader, decided by "
					    "adjudicator\n"));
	ck_assert_ptr_nonnull(strstr(out.p, "-> over, by itself, when urgency:nil\n"));
	ck_assert_int_eq(times(out, "*"), 0);
	arena_clear(&a);
}
END_TEST

START_TEST(the_path_of_a_record_is_marked)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);
	struct graph_path path = {
	    STR("case"), STR("reviewed"), toy_list(&a, "triage_red finish")};
	struct str out = lines(&a, p, "", &path), drawn = dot(&a, p, "", &path);

	ck_assert_int_eq(times(out, "     * "), 2);
	ck_assert_int_eq(times(out, "     * r Red "), 1);
	ck_assert_int_eq(times(out, "  => reviewed "), 1);
	ck_assert_int_eq(times(out, "=>"), 1);
	ck_assert_int_eq(times(drawn, "color=goldenrod"), 2);
	ck_assert_int_eq(times(drawn, "fillcolor=gold,") + times(drawn, "fillcolor=gold]"), 1);
	path.type = STR("paper");
	ck_assert_int_eq(times(lines(&a, p, "", &path), "*"), 0);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_graph(void)
{
	const TTest *const tests[] = {
	    the_dot_text_has_every_state_and_every_way_once,
	    one_type_is_drawn_alone,
	    labels_that_break_out_are_held_in,
	    the_lines_show_every_state_with_its_ways_out,
	    the_path_of_a_record_is_marked,
	};

	return suite_of("rules/graph", tests, COUNT(tests));
}
