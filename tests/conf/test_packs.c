/* SPDX-License-Identifier: MIT */
/* The packs that come with the program, as one set: each in the program, each whole; and
 * the one to copy is as short as it says and carries a record from its start to its end. */
#include "help.h"

#include <string.h>

#include "lookback/rules/step.h"

static const char *const names[] = {"clares-law", "minimal", "screening"};

static struct source folder(const char *name)
{
	struct str path = arena_printf(&arena, "config/%s", name);
	struct source s;
	struct err e = {0};

	if (!source_read(&arena, path.p, &s, &e))
		ck_abort_msg("%s", e.text);
	return s;
}

START_TEST(every_pack_is_without_fault_and_built_in)
{
	for (size_t i = 0; i < COUNT(names); i++) {
		struct source s = folder(names[i]), inside;
		const struct pack *p = loaded(&s);
		holds(source_embedded(&arena, names[i], &inside));
		holds(str_eq(source_id(&arena, &inside), source_id(&arena, &s)));
		holds(p->types.n > 0 && str_eq(p->id, source_id(&arena, &s)));
	}
	ck_assert_uint_eq(source_built_in(&arena).n, COUNT(names));
}
END_TEST

START_TEST(packs_built_in_are_known_by_name)
{
	struct strs known = source_built_in(&arena);

	for (size_t i = 0; i < COUNT(names); i++)
		holds(str_is(known.v[i], names[i]));
}
END_TEST

START_TEST(the_pack_to_copy_is_about_thirty_lines)
{
	struct source s = folder("minimal");
	size_t lines = 0;

	for (size_t i = 0; i < s.files.n; i++)
		for (size_t k = 0; k < s.files.v[i].text.n; k++)
			lines += s.files.v[i].text.p[k] == '\n';
	ck_assert_uint_le(lines, 40);
}
END_TEST

/* ---- one record from its start to its end ------------------------------------ */

static struct case_view fresh(const struct pack *p)
{
	struct case_view c = {.pack = p, .type = &p->types.v[0]};
	struct json *fields = json_obj(&arena);

	json_put(&arena, fields, "number", json_int(&arena, 7));
	json_put(&arena, fields, "summary", json_cstr(&arena, "A letter lost"));
	c.facts = (struct facts){.type = c.type->name,
	    .state = c.type->initial,
	    .due = NO_TIME,
	    .wake = NO_DAY,
	    .fields = fields,
	    .texts = json_obj(&arena),
	    .answers = json_obj(&arena),
	    .pack = p};
	c.reasons = json_obj(&arena);
	holds(template_fill(&arena, c.type->ref, fields, &c.facts.ref));
	return c;
}

static struct person with_role(const char *role)
{
	struct person p = {.name = str_of(role)};

	*arena_push(&arena, &p.roles) = str_of(role);
	return p;
}

/* Why the step is closed, in one line; "" when it is open. */
static const char *closed(const struct case_view *c, const char *role, const char *id)
{
	struct person p = with_role(role);
	struct buf b = buf_in(&arena);
	struct step s;

	holds(step_of(&arena, c, &p, str_of(id), &s));
	for (size_t i = 0; i < s.closed.n; i++)
		buf_printf(&b, "%s%.*s", i ? "; " : "", STR_ARG(s.closed.v[i]));
	holds(s.open == (b.n == 0));
	return b.n ? buf_str(&b).p : "";
}

static void answer(const struct case_view *c, const char *value, const char *reason)
{
	json_put(&arena, (struct json *)c->facts.answers, "right", json_cstr(&arena, value));
	if (reason)
		json_put(&arena, (struct json *)c->reasons, "right", json_cstr(&arena, reason));
}

START_TEST(a_record_of_the_pack_to_copy_goes_to_its_end)
{
	struct source s = folder("minimal");
	const struct pack *p = loaded(&s);
	struct case_view c = fresh(p);
	struct person reviewer = with_role("reviewer"), manager = with_role("manager");
	struct strs why = {0};
	struct steps steps;

	holds(may_open(&arena, p, c.type, NULL, &reviewer, &why) && why.n == 0);
	holds(!may_open(&arena, p, c.type, NULL, &manager, &why) && why.n > 0);
	holds(str_is(c.facts.ref, "CASE-7"));
	holds(*closed(&c, "reviewer", "finish") && *closed(&c, "manager", "finish"));
	answer(&c, "no", NULL);
	holds(*closed(&c, "reviewer", "finish"));
	answer(&c, "no", "Nobody wrote back.");
	holds(str_is(str_of(closed(&c, "reviewer", "finish")), ""));
	holds(*closed(&c, "manager", "finish"));
	c.facts.state = type_transition(c.type, STR("finish"))->to;
	holds(type_state(c.type, c.facts.state)->final);
	steps_of(&arena, &c, &reviewer, &steps);
	holds(steps.n == 0);
}
END_TEST

Suite *suite_conf_packs(void);
Suite *suite_conf_packs(void)
{
	const TTest *const tests[] = {
	    every_pack_is_without_fault_and_built_in,
	    packs_built_in_are_known_by_name,
	    the_pack_to_copy_is_about_thirty_lines,
	    a_record_of_the_pack_to_copy_goes_to_its_end,
	};

	return suite_of("conf/packs", tests, COUNT(tests));
}
