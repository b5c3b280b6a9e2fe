/* SPDX-License-Identifier: MIT */
/* Every cause that closes a step: alone, together, and gone. */
#include "help.h"
#include "support/randexpr.h"
#include "support/toypack.h"

Suite *suite_rules_closed(void);

struct scene {
	struct arena arena;
	struct pack *pack;
	struct record_type *type;
	struct transition *step;
	struct case_view view;
	struct did did[8];
	struct person who;
};

static void scene_open(struct scene *s, const char *type, const char *step, const char *roles)
{
	*s = (struct scene){0};
	s->pack = toy_pack_open(&s->arena);
	for (size_t i = 0; i < s->pack->types.n; i++)
		if (str_is(s->pack->types.v[i].name, type))
			s->type = &s->pack->types.v[i];
	s->step = toy_step(s->type, step);
	s->view = (struct case_view){.pack = s->pack, .type = s->type, .did = s->did};
	s->view.facts = (struct facts){.type = s->type->name,
	    .state = s->step->from.v[0],
	    .due = NO_TIME,
	    .opened = NO_TIME,
	    .moved = NO_TIME,
	    .wake = NO_DAY,
	    .pack = s->pack,
	    .now = at("2026-05-04T10:00:00.000Z")};
	s->who = (struct person){.name = STR("asmith"), .roles = toy_list(&s->arena, roles)};
}

static void remember(struct scene *s, const char *transition, const char *by)
{
	s->did[s->view.ndid++] = (struct did){str_of(transition), str_of(by)};
}

static void train(struct scene *s, const char *competence, const char *until)
{
	struct skill *k = arena_push(&s->arena, &s->who.skills);

	k->competence = str_of(competence);
	if (!day_read(str_of(until), &k->until))
		BUG("%s is no day", until);
}

static struct step look(struct scene *s)
{
	struct step step = {0};

	if (!step_of(&s->arena, &s->view, &s->who, s->step->id, &step))
		ck_abort_msg("no such step");
	return step;
}

static struct str against(struct scene *s)
{
	struct buf b = buf_in(&s->arena);
	struct step step = look(s);

	for (size_t i = 0; i < step.closed.n; i++)
		buf_printf(&b, "%.*s|", STR_ARG(step.closed.v[i]));
	return buf_str(&b);
}

/* ---- all causes at once ---------------------------------------------------- */

enum cause {
	ROLE,
	SAT,
	HANDLED,
	CONFLICT,
	DISTINCT,
	PEOPLE,
	UNTRAINED,
	ENDED,
	FORM,
	GUARD,
	CAUSES,
};
/* What each says, in the order in which they are said. */
static const char *const said[CAUSES] = {
    [ROLE] = "only a Reviewer may do this; ask one of them",
    [SAT] = "you have had this record in your hands already; another person must do this step",
    [HANDLED] = "you handled the original paper; another person must do this step",
    [CONFLICT] =
	"you have a conflict of interest with this paper; another person must do this step",
    [DISTINCT] = "you did 'Screen again' on this record; another person must do this step",
    [PEOPLE] = "needs 3 different people to have acted, you among them; 1 more must act first",
    [UNTRAINED] = "needs training in Visiting people, which you do not have recorded; a "
		  "supervisor records it",
    [ENDED] = "your training in first_aid ended on 3 May 2026; a supervisor records new "
	      "training",
    [FORM] = "the form screen is not complete: 1 question is unanswered; answer what is "
	     "missing first",
    [GUARD] = "needs: Audit is Spared; it opens when that is so",
};

static void scene_with(struct scene *s, unsigned causes)
{
	struct arena *a = &s->arena;
	struct strs bars = {0};

	scene_open(s, "paper", "include", causes & 1u << ROLE ? "auditor" : "reviewer");
	s->step->distinct = toy_list(a, "again");
	s->step->people = 3;
	s->step->competence = toy_list(a, "visiting first_aid");
	s->step->when = tree(a, s->pack, s->type, "audit:spared");
	s->step->because = STR("");
	s->who.staff = STR("PC1");
	if (causes & 1u << SAT)
		s->view.sat = toy_list(a, "bjones asmith");
	if (causes & 1u << HANDLED)
		*arena_push(a, &bars) = STR("PC1");
	if (causes & 1u << CONFLICT)
		*arena_push(a, &bars) = STR("@asmith");
	s->view.bars = bars;
	if (causes & 1u << DISTINCT)
		remember(s, "again", "asmith");
	remember(s, "exclude", "bjones");
	remember(s, "opened", "eve");
	remember(s, "action.accept", "eve");
	if (!(causes & 1u << PEOPLE))
		remember(s, "exclude", "cdoe");
	if (!(causes & 1u << UNTRAINED))
		train(s, "visiting", "2026-05-04");
	train(s, "first_aid", "2020-01-01");
	train(s, "first_aid", causes & 1u << ENDED ? "2026-05-03" : "2027-01-01");
	if (!(causes & 1u << FORM))
		s->view.facts.answers = object(a, "{\"eligible\":\"yes\"}");
	if (!(causes & 1u << GUARD))
		s->view.facts.fields = object(a, "{\"audit\":\"spared\"}");
}

/* A step is closed for exactly what is wrong, in order; so whoever mends all of it, and
 * nothing less, opens it. */
START_TEST(all_reasons_are_told_and_no_other)
{
	for (unsigned causes = 0; causes < 1u << CAUSES; causes++) {
		struct scene s;
		struct step step;
		size_t n = 0;
		scene_with(&s, causes);
		step = look(&s);
		for (size_t i = 0; i < CAUSES; i++) {
			if (!(causes & 1u << i))
				continue;
			if (n >= step.closed.n || !str_is(step.closed.v[n], said[i]))
				ck_abort_msg("%u: \"%.*s\" is not \"%s\"", causes,
				    STR_ARG(n < step.closed.n ? step.closed.v[n] : STR("")),
				    said[i]);
			n++;
		}
		holds(n == step.closed.n);
		holds(step.open == (causes == 0));
		holds(!step.may_override);
		arena_clear(&s.arena);
	}
}
END_TEST

/* ---- one by one ------------------------------------------------------------ */

START_TEST(what_one_role_denies_no_other_grants)
{
	struct scene s;

	scene_open(&s, "case", "ask", "reviewer observer");
	ck_str_is(against(&s),
	    "your role Observer takes no steps, whatever your other roles may "
	    "do; an administrator changes roles|");
	s.who.roles = toy_list(&s.arena, "observer");
	ck_str_is(against(&s), "only a Reviewer may do this; ask one of them|");
	ck_assert_uint_eq(pack_rights(s.pack, toy_list(&s.arena, "observer reviewer")),
	    RIGHT_READ | RIGHT_NOTE);
	arena_clear(&s.arena);
}
END_TEST

START_TEST(steps_of_other_records_count_by_their_dotted_names)
{
	struct scene s;

	scene_open(&s, "action", "confirm", "supervisor");
	s.step->distinct =
	    toy_list(&s.arena, "settle opened parent.triage_red parent.opened enquiry.answer "
			       "enquiry.opened");
	s.step->people = 0;
	s.step->when = NULL;
	ck_str_is(against(&s), "");
	remember(&s, "triage_red", "asmith"); /* of this record, which has no such step */
	remember(&s, "answer", "asmith");
	remember(&s, "parent.settle", "asmith");
	remember(&s, "parent.triage_red", "bjones");
	ck_str_is(against(&s), "");
	remember(&s, "parent.triage_red", "asmith");
	remember(&s, "enquiry.answer", "asmith");
	remember(&s, "enquiry.opened", "asmith");
	ck_str_is(against(&s),
	    "you did 'Red' on the record above this one; another person must do this step|"
	    "you did 'Answer' on an enquiry under this record; another person must do this "
	    "step|"
	    "you opened an enquiry under this record; another person must do this step|");
	s.view.ndid = 0;
	remember(&s, "opened", "asmith");
	remember(&s, "parent.opened", "asmith");
	ck_str_is(against(&s),
	    "you opened this record; another person must do this step|"
	    "you opened the record above this one; another person must do this step|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(training_holds_through_its_last_day_in_london)
{
	struct scene s;

	scene_open(&s, "action", "settle", "reviewer");
	s.step->form = STR("");
	train(&s, "visiting", "2026-06-30");
	s.view.facts.now = at("2026-06-30T22:59:59.999Z");
	ck_assert(look(&s).open);
	s.view.facts.now = at("2026-06-30T23:00:00.000Z");
	ck_str_is(against(&s), "your training in Visiting people ended on 30 Jun 2026; a "
			       "supervisor records new training|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(how_many_acted_is_not_for_a_blind_reader)
{
	struct scene s;

	scene_open(&s, "paper", "file", "supervisor");
	s.step->people = 4;
	remember(&s, "include", "bjones");
	ck_str_is(against(&s),
	    "needs 4 different people to have acted, you among them; 2 more must act first|");
	remember(&s, "include", "cdoe");
	remember(&s, "include", "cdoe");
	ck_str_is(against(&s),
	    "needs 4 different people to have acted, you among them; 1 more must act first|");
	s.who.roles = toy_list(&s.arena, "supervisor second_reader");
	ck_str_is(against(&s),
	    "needs 4 different people to have acted, you among them; others act first|");
	remember(&s, "again", "dlee");
	ck_assert(look(&s).open);
	arena_clear(&s.arena);
}
END_TEST

/* ---- overriding ------------------------------------------------------------ */

/* Who stands before which closed door, and may they ask? */
static const struct {
	const char *roles;
	unsigned guard : 1, trained : 1, apart : 1, may : 1;
} asks[] = {
    {"supervisor", 0, 1, 1, 0},          /* it is open: nothing to ask */
    {"supervisor", 1, 1, 1, 1},          /* named, and could do it */
    {"adjudicator", 1, 1, 1, 1},         /* named, though not in by */
    {"adjudicator", 0, 1, 1, 0},         /* closed by the role alone */
    {"reviewer", 1, 1, 1, 0},            /* neither named nor in by */
    {"supervisor", 1, 0, 1, 0},          /* training is no matter of consent */
    {"supervisor", 1, 1, 0, 0},          /* nor is another person's eye */
    {"supervisor observer", 1, 1, 1, 0}, /* what is denied is denied */
};

START_TEST(guards_and_forms_alone_can_be_passed_over_by_those_named)
{
	struct scene s;

	for (size_t i = 0; i < COUNT(asks); i++) {
		scene_open(&s, "case", "sign_off", asks[i].roles);
		s.step->competence = toy_list(&s.arena, "visiting");
		if (asks[i].trained)
			train(&s, "visiting", "2030-01-01");
		if (!asks[i].apart)
			remember(&s, "finish", "asmith");
		if (!asks[i].guard)
			s.view.facts.fields = object(&s.arena, "{\"severity\":\"low\"}");
		if (look(&s).may_override != asks[i].may)
			ck_abort_msg("row %zu", i);
		s.step->override = (struct strs){0};
		holds(!look(&s).may_override);
		arena_clear(&s.arena);
	}
	scene_open(&s, "case", "finish", "reviewer");
	s.step->override = toy_list(&s.arena, "supervisor");
	ck_assert(look(&s).may_override); /* the form, and in by */
	arena_clear(&s.arena);
}
END_TEST

START_TEST(the_end_of_a_seat_cannot_be_passed_over)
{
	struct scene s;

	scene_open(&s, "paper", "include", "reviewer");
	s.step->override = toy_list(&s.arena, "reviewer");
	ck_assert(!look(&s).may_override);
	s.type->states.v[0].seats.given = false;
	ck_assert(look(&s).may_override);
	arena_clear(&s.arena);
}
END_TEST

/* ---- seats ----------------------------------------------------------------- */

/* To whom the end of a seat is open, and what the others read. Nobody with a role of the
 * second or third seat learns from it which seat it is. */
static const struct {
	const char *roles;
	const char *first, *second, *third;
} turns[] = {
    {"reviewer", "", "only a Second reader may do this; ask one of them|",
	"only an Adjudicator may do this; ask one of them|"},
    {"second_reader", "only a Reviewer may do this; ask one of them|", "",
	"only a Reviewer may do this; ask one of them|"},
    {"adjudicator", "only a Reviewer may do this; ask one of them|",
	"only a Reviewer may do this; ask one of them|", ""},
    {"reviewer second_reader", "", "", "only a Reviewer may do this; ask one of them|"},
    {"reviewer adjudicator", "", "only a Reviewer may do this; ask one of them|", ""},
    {"supervisor", "only a Reviewer may do this; ask one of them|",
	"only a Second reader may do this; ask one of them|",
	"only an Adjudicator may do this; ask one of them|"},
};

START_TEST(a_seat_is_for_its_role_and_its_words_tell_nothing)
{
	for (size_t i = 0; i < COUNT(turns); i++) {
		struct scene s;
		scene_open(&s, "paper", "include", turns[i].roles);
		s.view.facts.answers = object(&s.arena, "{\"eligible\":\"yes\"}");
		ck_str_is(against(&s), turns[i].first);
		s.view.seat = SEAT_SECOND;
		ck_str_is(against(&s), turns[i].second);
		s.view.seat = SEAT_ADJUDICATOR;
		ck_str_is(against(&s), turns[i].third);
		arena_clear(&s.arena);
	}
}
END_TEST

/* Waiting for a paper, say: the first reader may, and then whoever has the turn. */
START_TEST(what_the_first_reader_may_do_besides_whoever_has_the_turn_may_do)
{
	static const char *const allowed[][2] = {
	    {"reviewer", NULL}, {"reviewer", "second_reader"}, {"reviewer", "adjudicator"}};
	static const char *const roles[] = {
	    "reviewer", "second_reader", "adjudicator", "supervisor"};
	struct scene s;

	scene_open(&s, "paper", "exclude", "");
	s.step->locks = false;
	s.step->form = STR("");
	s.step->when = NULL;
	for (int seat = SEAT_FIRST; seat <= SEAT_ADJUDICATOR; seat++)
		for (size_t i = 0; i < COUNT(roles); i++) {
			const char *second = allowed[seat][1];
			bool may = i == 0 || (second && str_is(str_of(second), roles[i]));
			s.view.seat = (enum seat)seat;
			s.who.roles = toy_list(&s.arena, roles[i]);
			holds(look(&s).open == may);
		}
	s.step->by = s.who.roles = toy_list(&s.arena, "supervisor");
	holds(look(&s).open); /* not the first reader's: as it is written */
	s.who.roles = toy_list(&s.arena, "adjudicator");
	ck_str_is(against(&s), "only a Supervisor may do this; ask one of them|");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(whoever_sat_may_not_sit_again)
{
	struct scene s;

	scene_open(&s, "paper", "include", "reviewer second_reader adjudicator");
	s.view.facts.answers = object(&s.arena, "{\"eligible\":\"yes\"}");
	for (int seat = SEAT_FIRST; seat <= SEAT_ADJUDICATOR; seat++) {
		s.view.seat = (enum seat)seat;
		s.view.sat = toy_list(&s.arena, "bjones");
		ck_str_is(against(&s), "");
		s.view.sat = toy_list(&s.arena, "bjones asmith");
		ck_str_is(against(&s), "you have had this record in your hands already; "
				       "another person must do this step|");
	}
	s.view.facts.state = STR("kept"); /* a contest ends with its state */
	s.step = toy_step(s.type, "file");
	s.who.roles = toy_list(&s.arena, "supervisor");
	ck_str_is(against(&s), "");
	arena_clear(&s.arena);
}
END_TEST

START_TEST(steps_that_take_themselves_are_nobodys)
{
	struct scene s;
	struct steps steps;
	struct step one;

	scene_open(&s, "action", "accept", "reviewer");
	steps_of(&s.arena, &s.view, &s.who, &steps);
	ck_assert_uint_eq(steps.n, 1);
	ck_str_is(steps.v[0].t->id, "accept");
	ck_assert(!step_of(&s.arena, &s.view, &s.who, STR("lapse"), &one));
	arena_clear(&s.arena);
}
END_TEST

Suite *suite_rules_closed(void)
{
	const TTest *const tests[] = {
	    all_reasons_are_told_and_no_other,
	    what_one_role_denies_no_other_grants,
	    steps_of_other_records_count_by_their_dotted_names,
	    training_holds_through_its_last_day_in_london,
	    how_many_acted_is_not_for_a_blind_reader,
	    guards_and_forms_alone_can_be_passed_over_by_those_named,
	    the_end_of_a_seat_cannot_be_passed_over,
	    a_seat_is_for_its_role_and_its_words_tell_nothing,
	    what_the_first_reader_may_do_besides_whoever_has_the_turn_may_do,
	    whoever_sat_may_not_sit_again,
	    steps_that_take_themselves_are_nobodys,
	};

	return suite_of("rules/closed", tests, COUNT(tests));
}
