/* SPDX-License-Identifier: MIT */
/* What the reader makes of the keys of a larger review: each lands where rules look. */
#include "help.h"

#include <string.h>

static const struct pack *pack;
static const struct record_type *type, *child;

static void open_pack(void)
{
	struct source s = whole_pack();

	pack = loaded(&s);
	type = pack_type(pack, STR("case"));
	child = pack_type(pack, STR("action"));
	holds(type && child);
}

static const struct transition *step(const char *id)
{
	const struct transition *t = type_transition(type, str_of(id));

	holds(t != NULL);
	return t;
}

static bool is_list(struct strs list, const char *names)
{
	struct str rest = str_of(names), name;
	size_t n = 0;

	for (; str_cut(&rest, ' ', &name); n++)
		if (n >= list.n || !str_eq(list.v[n], name))
			return false;
	return n == list.n;
}

START_TEST(a_review_knows_training_links_alerts_and_its_seed)
{
	const struct link_kind *l;

	open_pack();
	holds(str_is(pack->seed, "whole-1"));
	holds(pack->roles.v[4].denies == (RIGHT_TAKE | RIGHT_NOTE));
	holds(pack->roles.v[4].rights == RIGHT_READ);
	holds(pack->roles.v[3].denies == 0);
	holds(str_is(pack->competences.v[0].label, "Safe contact"));
	l = &pack->links.v[0];
	holds(str_is(l->label, "Same person") && l->judged && l->family);
	holds(is_list(l->from, "case") && is_list(l->to, "case"));
	holds(pack->alerts.ack.kind == LIMIT_HOURS && pack->alerts.ack.n == 2);
	holds(is_list(pack->alerts.chain, "chief judge"));
}
END_TEST

START_TEST(the_key_for_somebody_in_danger_says_what_it_opens)
{
	open_pack();
	holds(str_is(pack->safeguarding.type, "action"));
	holds(pack->safeguarding.with.n == 1);
	holds(str_is(pack->safeguarding.with.v[0].name, "about"));
	holds(str_is(pack->safeguarding.with.v[0].from, "ref"));
	holds(is_list(pack->safeguarding.alert, "chief"));
	holds(pack->safeguarding.ack.n == 1);
}
END_TEST

START_TEST(safeguarding_without_a_limit_of_its_own_has_that_of_alerts)
{
	struct source s = whole_pack();

	spoil(&s, "review.yaml", ", acknowledge: {hours: 1}", "");
	pack = loaded(&s);
	holds(pack->safeguarding.ack.kind == LIMIT_HOURS && pack->safeguarding.ack.n == 2);
}
END_TEST

START_TEST(seats_make_their_state_blind)
{
	const struct state *s;

	open_pack();
	s = type_state(type, STR("unread"));
	holds(s->blind && s->seats.given);
	holds(str_is(s->seats.second, "second") && str_is(s->seats.adjudicator, "judge"));
	holds(s->seats.when && s->seats.when->op == EX_EQ);
	holds(is_list(s->seats.compare, "finding"));
	holds(s->seats.due.any.kind == LIMIT_HOURS && s->seats.due.any.n == 4);
	holds(!type_state(type, STR("read"))->blind);
}
END_TEST

START_TEST(deadlines_run_by_the_rules_in_force_or_from_a_day)
{
	const struct state *todo;
	const struct clock *total;

	open_pack();
	total = &type->clocks.v[0];
	todo = type_state(child, STR("todo"));
	holds(str_is(total->name, "total") && str_is(total->label, "The whole"));
	holds(total->due.any.kind == LIMIT_REGIME && total->due.from.n == 0);
	holds(is_list(total->escalate, "chief"));
	holds(todo->due.any.kind == LIMIT_DAYS && todo->due.any.n == 1);
	holds(str_is(todo->due.from, "found") && is_list(todo->escalate, "judge"));
}
END_TEST

START_TEST(a_step_carries_its_consequences)
{
	const struct transition *t;

	open_pack();
	t = step("finish");
	holds(t->locks && is_list(t->start, "total") && t->stop.n == 0);
	holds(t->set.n == 1 && str_is(t->set.v[0].from, "finding"));
	holds(t->set.v[0].value.kind == V_NONE);
	holds(t->opens.n == 1 && str_is(t->opens.v[0].type, "action") && t->opens.v[0].when);
	holds(str_is(t->opens.v[0].with.v[0].from, "name"));
	holds(t->samples.n == 1 && t->samples.v[0].percent == 10 && t->samples.v[0].when);
	holds(str_is(t->samples.v[0].set.v[0].value.s, "yes"));
	holds(t->samples.v[0].set.v[0].from.n == 0);
}
END_TEST

START_TEST(a_step_says_who_may_and_what_undoes_it)
{
	const struct transition *t;

	open_pack();
	t = step("agree");
	holds(t->people == 2 && is_list(t->distinct, "finish opened action.finish"));
	holds(is_list(t->override, "chief") && is_list(t->approves, "look"));
	holds(is_list(t->stop, "total") && is_list(t->alert, "chief"));
	holds(is_list(step("back")->cancels, "finish"));
	holds(is_list(type_transition(child, STR("finish"))->competence, "contact"));
}
END_TEST

START_TEST(an_automatic_step_needs_neither_key_nor_people)
{
	const struct transition *t;

	open_pack();
	t = step("close");
	holds(t->automatic && t->key == 0 && t->by.n == 0 && t->when);
	holds(str_is(t->label, "Close"));
	holds(!step("agree")->automatic && step("agree")->people == 2);
	holds(step("back")->people == 0);
}
END_TEST

/* The condition speaks of the parent: the child has no field of that name. */
START_TEST(an_opening_is_conditioned_on_the_parent)
{
	const struct opening *o;

	open_pack();
	o = &child->open;
	holds(o->given && o->reason && is_list(o->by, "chief") && is_list(o->under, "case"));
	holds(o->when && o->when->attr == &type_field(type, STR("kind"))->attr);
	holds(str_is(o->because, "only of kind a"));
	holds(child->evidence && !type->evidence && !type->open.given);
	holds(child->timeline == TIMELINE_CONTACTS && type->timeline == TIMELINE_USUAL);
}
END_TEST

/* A file that is read first may fill fields of a type in a later one, and back. */
START_TEST(fields_of_a_child_are_known_wherever_its_file_stands)
{
	struct source s = whole_pack();
	const struct transition *t;

	spoil(&s, "records/case.yaml", "with: {about: \"{name}\"}",
	    "with: {about: now, found: 2020-05-01}");
	spoil(&s, "records/action.yaml", "competence: contact}",
	    "competence: contact,\n    open: [{type: case, with: {number: \"7\", name: N, "
	    "kind: b}}]}");
	pack = loaded(&s);
	type = pack_type(pack, STR("case"));
	t = step("finish");
	holds(t->opens.v[0].with.n == 2);
	holds(str_is(t->opens.v[0].with.v[1].value.s, "2020-05-01"));
	t = type_transition(pack_type(pack, STR("action")), STR("finish"));
	holds(t->opens.v[0].with.n == 3 && str_is(t->opens.v[0].with.v[2].value.s, "b"));
}
END_TEST

START_TEST(a_record_that_is_opened_at_its_end_needs_no_step)
{
	struct source s = whole_pack();

	add_file(&s, "records/note.yaml",
	    STR("record: remark\nref: \"{parent}/R{n}\"\ntitle: \"{parent} {n}\"\n"
		"initial: kept\nopen: {by: chief, under: case}\n"
		"fields: {words: {type: text}}\nstates: {kept: {final: true}}\n"
		"transitions: []\ncolumns: [{name: ref, width: 8}]\n"));
	pack = loaded(&s);
	holds(pack_type(pack, STR("remark"))->transitions.n == 0);
}
END_TEST

/* What `pack show` says of it. */
START_TEST(everything_that_is_read_is_shown)
{
	static const char *const lines[] = {
	    "lots are drawn from whole-1\n",
	    "  guest                read; takes away take, note\n",
	    "competences\n  contact              Safe contact\n",
	    "  same_person          case to case; judged by a second person; taken together\n",
	    "alerts are acknowledged within 2 hours; then go to chief, judge\n",
	    "safeguarding opens action with about = {ref}; tells chief; acknowledged within 1 "
	    "hour\n",
	    "record action (Action), reference {parent}/A{n}, begins in todo\n"
	    "opened by chief under case; when kind:a; reason\n"
	    "evidence: blind seats see it too\n",
	    "  todo                   queue of chief; 1 day from found; late tells judge\n",
	    "  f finish                 todo -> gone; by chief; needs contact\n",
	    "  unread                 queue of reader; no limit; blind; second seat second "
	    "when "
	    "kind:a; adjudicator judge, 4 hours; compares finding\n",
	    "clocks\n  total                  the total of the rules then in force; late tells "
	    "chief\n",
	    "  f finish                 unread -> read; by reader; form look; locks the seat; "
	    "sets outcome = {finding}; starts total\n"
	    "      opens action when finding:x with about = {name}\n"
	    "      draws 10 of 100 when kind:b, which sets looked_at = yes\n",
	    "  A agree                  read -> waiting; by chief; when finding:x; never who "
	    "did "
	    "finish, opened, action.finish; 2 people; may be overridden by chief; stops total; "
	    "undone by a change of look; tells chief\n",
	    "  b back                   read -> unread; by chief; reason; undoes finish\n",
	    "  - close                  waiting -> done; by itself when -has:open\n",
	};
	struct buf b = buf_in(&arena);

	open_pack();
	pack_print(&b, pack);
	for (size_t i = 0; i < COUNT(lines); i++)
		if (!strstr(buf_str(&b).p, lines[i]))
			ck_abort_msg("%sis not in\n%s", lines[i], buf_str(&b).p);
	holds(strlen(buf_str(&b).p) == b.n);
}
END_TEST

Suite *suite_conf_whole(void);
Suite *suite_conf_whole(void)
{
	const TTest *const tests[] = {
	    a_review_knows_training_links_alerts_and_its_seed,
	    the_key_for_somebody_in_danger_says_what_it_opens,
	    safeguarding_without_a_limit_of_its_own_has_that_of_alerts,
	    seats_make_their_state_blind,
	    deadlines_run_by_the_rules_in_force_or_from_a_day,
	    a_step_carries_its_consequences,
	    a_step_says_who_may_and_what_undoes_it,
	    an_automatic_step_needs_neither_key_nor_people,
	    an_opening_is_conditioned_on_the_parent,
	    fields_of_a_child_are_known_wherever_its_file_stands,
	    a_record_that_is_opened_at_its_end_needs_no_step,
	    everything_that_is_read_is_shown,
	};

	return suite_of("conf/whole", tests, COUNT(tests));
}
