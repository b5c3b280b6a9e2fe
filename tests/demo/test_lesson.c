/* SPDX-License-Identifier: MIT */
/*
 * The tutorial, gone through by requests: no step is done before what it asks, every step is
 * right behind it, and nobody else in it meets a refusal.
 */
#include <check.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/demo/tutorial.h"
#include "support/host.h"
#include "support/proc.h"

enum does { NEXT, ANSWER, DECIDE, ADD, GUARD, SHOW, CONCEAL, RETURN, RELEASE };
/* What the learner does for each step of the pack's lesson, in their order. */
static const struct deed {
	const char *step;
	enum does does;
	const char *ref, *what; /* the form, the step, the type */
	const char *with;       /* question=answer, field=value ... and |reason */
} deeds[] = {
    {"served", NEXT, "", "", ""},
    {"answered", ANSWER, "DVDS-T1", "triage",
	"route_seen=right_to_ask outcome_seen=yes disclosed_seen=no identified=yes "
	"checks_seen=all adverse_now=no serious=no contact_now=apart dependants=neither "
	"later_incident=no other_partner=no urgent=no"},
    {"sorted", DECIDE, "DVDS-T1", "triage_green", ""},
    {"repeated", NEXT, "", "", ""},
    {"repeated", ANSWER, "DVDS-T2", "triage",
	"route_seen=right_to_ask outcome_seen=yes disclosed_seen=no identified=yes "
	"checks_seen=all adverse_now=no serious=no contact_now=apart dependants=neither"},
    {"dated", ANSWER, "DVDS-T2", "triage", "later_incident=yes|shouted later_date=3/4/17"},
    {"kept_apart", ANSWER, "DVDS-T2", "triage", "other_partner=no urgent=no"},
    {"kept_apart", DECIDE, "DVDS-T2", "triage_amber", ""},
    {"reviewed", NEXT, "", "", ""},
    {"quoted", ANSWER, "DVDS-T3", "review", "checks_step=not_met|narrative"},
    {"asked", ADD, "DVDS-T3", "check", "system=pnd asked=names"},
    {"waited", DECIDE, "DVDS-T3", "ask_research", ""},
    {"came_back", NEXT, "", "", ""},
    {"filled", ANSWER, "DVDS-T3", "review",
	"contact_step=met contact_in_time=yes variants_searched=yes findable_then=no "
	"meeting_step=met meeting_in_time=yes meeting_rechecked=yes assessment_step=met "
	"assessment_supervised=yes decision_then=refuse test_reasoned=met decision_now=refuse "
	"delivery_step=met outcome_told=yes safeguarding_step=met overall_in_time=yes "
	"harm_after=no handler_pattern=no proposed=n confidence=4"},
    {"finished", DECIDE, "DVDS-T3", "finish_review", ""},
    {"given_back", NEXT, "", "", ""},
    {"mended", ANSWER, "DVDS-T3", "review", "test_reasoned=partly"},
    {"mended", DECIDE, "DVDS-T3", "finish_review", ""},
    {"guarded", NEXT, "", "", ""},
    {"guarded", GUARD, "DVDS-T4", "", "He is at her door"},
    {"looked_first", SHOW, "DVDS-T4-C1", "", ""},
    {"concealed", CONCEAL, "", "", ""},
    {"left", RETURN, "", "", ""},
    {"handed_back", RELEASE, "DVDS-T4", "", ""},
};
enum { DEEDS = sizeof(deeds) / sizeof(deeds[0]) };

static char folder[512];
static struct arena life;
static struct tutorial *tutorial;
static struct client *learner;

static void begin(void)
{
	proc_folder(folder, sizeof(folder));
}

static void end(void)
{
	client_close(learner);
	tutorial_close(tutorial);
	proc_stop_service(arena_printf(&life, "%s/new/review.db", folder).p);
	proc_remove(folder);
	arena_clear(&life);
}

static bool open_it(struct err *e)
{
	const struct tutorial_options o = {
	    .dir = arena_printf(&life, "%s/new", folder).p,
	    .owner = test_host.account(&life),
	    .create = test_host.create,
	    .start = test_host.start,
	};

	return tutorial_open(&o, &tutorial, e);
}

static void log_on(void)
{
	const struct client_options o = {.db = tutorial_db(tutorial),
	    .front = "tui",
	    .as = tutorial_learner(tutorial),
	    .start = test_host.start};
	struct err e = {0};

	ck_assert_msg(client_open(&o, &learner, &e), "%s", e.text);
}

static void open_well(void)
{
	struct err e = {0};

	ck_assert_msg(open_it(&e), "%s", e.text);
	log_on();
}

static struct coach_says said(enum coach_wish wish)
{
	struct coach c = tutorial_coach(tutorial);
	struct coach_says out;
	struct err e = {0};

	ck_assert_msg(c.ask(c.ctx, wish, &out, &e), "%s", e.text);
	return out;
}

/* ---- what the learner does ---- */
static void ask(enum msg msg, const void *q)
{
	struct err e = {0};
	struct client_more more = {.raw = &(struct str){0}, .fd = -1};

	ck_assert_msg(
	    client_call(learner, &life, msg, q, NULL, &more, &e), "%d: %s", msg, e.text);
}

static void answer_all(const struct deed *d)
{
	struct str rest = str_of(d->with), one, name;

	while (str_cut(&rest, ' ', &one)) {
		struct req_answer q = {.ref = str_of(d->ref), .form = str_of(d->what)};
		ck_assert(str_cut(&one, '=', &name));
		q.question = name;
		ck_assert(str_cut(&one, '|', &q.value));
		q.reason = one;
		ask(MSG_answer, &q);
	}
}

static struct json *fields(const char *with)
{
	struct json *j = json_obj(&life);
	struct str rest = str_of(with), one, name;

	while (str_cut(&rest, ' ', &one))
		if (str_cut(&one, '=', &name))
			json_put_str(&life, j, name, json_str(&life, one));
	return j;
}

static void do_it(const struct deed *d)
{
	struct str ref = str_of(d->ref), what = str_of(d->what);

	switch (d->does) {
	case NEXT:
		ask(MSG_next, &(struct req_next){0});
		break;
	case ANSWER:
		answer_all(d);
		break;
	case DECIDE:
		ask(MSG_decide, &(struct req_decide){.ref = ref, .step = what});
		break;
	case ADD:
		ask(MSG_add,
		    &(struct req_add){.type = what, .under = ref, .fields = fields(d->with)});
		break;
	case GUARD:
		ask(MSG_safeguard,
		    &(struct req_safeguard){.ref = ref, .text = str_of(d->with)});
		break;
	case SHOW:
		ask(MSG_show, &(struct req_show){.ref = ref});
		break;
	case CONCEAL:
		ask(MSG_lock, &(struct req_lock){.locked = true});
		ask(MSG_lock, &(struct req_lock){.locked = false});
		break;
	case RETURN:
		client_close(learner);
		log_on();
		break;
	case RELEASE:
		ask(MSG_release, &(struct req_release){.ref = ref, .reason = STR("done")});
		break;
	}
}

static int step_number(const char *id)
{
	const struct lesson *l = tutorial_lesson(tutorial);

	for (size_t i = 0; i < l->steps.n; i++)
		if (str_is(l->steps.v[i].id, id))
			return (int)i + 1;
	ck_abort_msg("there is no step %s", id);
}

/* All deeds up to the last of a step; how many that were. */
static int go_through(int from, const char *last)
{
	int until = step_number(last), i = from;

	for (; i < DEEDS && step_number(deeds[i].step) <= until; i++) {
		struct coach_says now = said(COACH_LOOK);
		ck_assert_msg(now.number == step_number(deeds[i].step) && !now.over,
		    "before its deed, '%s' is passed: at step %d", deeds[i].step, now.number);
		ck_assert_msg(now.note.n == 0, "%s: %.*s", deeds[i].step, STR_ARG(now.note));
		do_it(&deeds[i]);
	}
	return i;
}

START_TEST(a_step_is_done_by_what_it_asks_and_not_before)
{
	const struct lesson *l;
	struct coach_says now;

	open_well();
	l = tutorial_lesson(tutorial);
	ck_assert_int_eq(go_through(0, l->steps.v[l->steps.n - 1].id.p), DEEDS);
	now = said(COACH_LOOK);
	ck_assert(now.over);
	ck_assert(str_eq(now.say, l->end));
}
END_TEST

START_TEST(one_comes_back_to_the_step_that_one_left)
{
	struct coach_says now;
	int done;

	open_well();
	done = go_through(0, "dated");
	ck_assert_int_eq(said(COACH_LOOK).number, step_number("kept_apart"));
	client_close(learner);
	tutorial_close(tutorial);
	tutorial = NULL;
	open_well();
	now = said(COACH_LOOK);
	ck_assert_int_eq(now.number, step_number("kept_apart"));
	done = go_through(done, "concealed");
	ck_assert_int_eq(said(COACH_LOOK).number, step_number("left"));
	client_close(learner);
	tutorial_close(tutorial);
	tutorial = NULL;
	open_well(); /* which is what the step asks */
	ck_assert_int_eq(said(COACH_LOOK).number, step_number("handed_back"));
}
END_TEST

START_TEST(what_is_missing_is_said_after_something_else_and_a_hint_only_when_asked)
{
	struct coach_says now;

	open_well();
	ck_assert_uint_eq(said(COACH_LOOK).note.n, 0);
	now = said(COACH_TELL);
	ck_assert(str_starts(now.note, STR("Not yet: ")));
	now = said(COACH_HINT);
	ck_assert(str_eq(now.note, tutorial_lesson(tutorial)->steps.v[0].hint));
	do_it(&deeds[0]);
	now = said(COACH_LOOK);
	ck_assert_int_eq(now.number, 2);
	ck_assert_uint_eq(now.note.n, 0);
}
END_TEST

START_TEST(steps_can_be_left_out_and_read_again)
{
	struct coach c;
	struct coach_says now;
	struct err e = {0};

	open_well();
	c = tutorial_coach(tutorial);
	ck_assert_int_eq(said(COACH_LOOK).number, 1);
	ck_assert(!c.ask(c.ctx, COACH_BACK, &now, &e) && e.kind == ERR_NO);
	for (size_t i = 1; i < tutorial_lesson(tutorial)->steps.n; i++)
		ck_assert_int_eq(said(COACH_SKIP).number, (int)i + 1);
	ck_assert_int_eq(said(COACH_BACK).number, step_number("left"));
	ck_assert_int_eq(said(COACH_AGAIN).number, step_number("left"));
	ck_assert_uint_eq(said(COACH_SKIP).note.n, 0); /* nobody does his part twice */
	ck_assert(said(COACH_SKIP).over);
	ck_assert(!c.ask(c.ctx, COACH_SKIP, &now, &e) && e.kind == ERR_NO);
}
END_TEST

START_TEST(a_database_that_is_no_tutorial_is_left_alone)
{
	const char *dir = arena_printf(&life, "%s/new", folder).p;
	const char *db = arena_printf(&life, "%s/review.db", dir).p;
	struct err e = {0};
	struct source pack;

	ck_assert_int_eq(mkdir(dir, 0700), 0);
	ck_assert(source_embedded(&life, "minimal", &pack));
	ck_assert(test_host.create(db, &pack, test_host.account(&life), false, &e));
	ck_assert(!open_it(&e));
	ck_assert_int_eq(e.kind, ERR_REFUSED);
	ck_assert_ptr_nonnull(strstr(e.text, "another folder"));
	ck_assert_int_eq(access(arena_printf(&life, "%s/place", dir).p, F_OK), -1);
}
END_TEST

Suite *suite_demo_lesson(void);

Suite *suite_demo_lesson(void)
{
	Suite *s = suite_create("demo lesson");
	TCase *t = tcase_create("lesson");

	tcase_add_checked_fixture(t, begin, end);
	tcase_add_test(t, a_step_is_done_by_what_it_asks_and_not_before);
	tcase_add_test(t, one_comes_back_to_the_step_that_one_left);
	tcase_add_test(
	    t, what_is_missing_is_said_after_something_else_and_a_hint_only_when_asked);
	tcase_add_test(t, steps_can_be_left_out_and_read_again);
	tcase_add_test(t, a_database_that_is_no_tutorial_is_left_alone);
	suite_add_tcase(s, t);
	return s;
}
