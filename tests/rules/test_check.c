/* SPDX-License-Identifier: MIT */
/* Every fault of a pack is found, where it is and with what was expected. */
#include "support/toypack.h"
#include "wreck.h"

Suite *suite_rules_check(void);

/* ---- the damages --------------------------------------------------------- */

static void from_nowhere(struct wreck *w)
{
	wreck_step(w, "ask")->from = toy_list(w->arena, "reveiw review");
}
static void to_nowhere(struct wreck *w)
{
	wreck_step(w, "ask")->to = STR("limbo");
}
static void starts_nowhere(struct wreck *w)
{
	wreck_step(w, "ask")->from = (struct strs){0};
}
static void unknown_role(struct wreck *w)
{
	wreck_step(w, "ask")->by = toy_list(w->arena, "reviwer");
}
static void nobody(struct wreck *w)
{
	wreck_step(w, "ask")->by = toy_list(w->arena, "auditor");
}
static void nobody_at_all(struct wreck *w)
{
	wreck_step(w, "ask")->by = (struct strs){0};
}
static void unknown_form(struct wreck *w)
{
	wreck_step(w, "ask")->form = STR("reviev");
}
static void unknown_band(struct wreck *w)
{
	wreck_step(w, "ask")->band = STR("rad");
}
static void unknown_alert(struct wreck *w)
{
	wreck_step(w, "ask")->alert = toy_list(w->arena, "auditer");
}
static void unknown_distinct(struct wreck *w)
{
	wreck_step(w, "ask")->distinct = toy_list(w->arena, "triage_rad");
}
static void same_key(struct wreck *w)
{
	wreck_step(w, "finish")->key = 'w';
}
static void no_key(struct wreck *w)
{
	wreck_step(w, "ask")->key = ' ';
}
static void same_step(struct wreck *w)
{
	wreck_step(w, "sign_off")->id = STR("finish");
}
static void set_unknown(struct wreck *w)
{
	*arena_push(w->arena, &wreck_step(w, "ask")->set) =
	    (struct assign){.name = STR("rout"), .value = value_str(STR("post"))};
}
static void set_wrong(struct wreck *w)
{
	*arena_push(w->arena, &wreck_step(w, "ask")->set) =
	    (struct assign){.name = STR("route"), .value = value_str(STR("pest"))};
	*arena_push(w->arena, &wreck_step(w, "ask")->set) =
	    (struct assign){.name = STR("received"), .value = value_str(STR("today"))};
	*arena_push(w->arena, &wreck_step(w, "ask")->set) =
	    (struct assign){.name = STR("band"), .value = value_str(STR("grey"))};
}
static void guard_of_a_moment(struct wreck *w)
{
	wreck_step(w, "ask")->when_text = STR("due<today");
	wreck_step(w, "ask")->when = wreck_expr(w, "due<today");
}
static void unknown_initial(struct wreck *w)
{
	w->type->initial = STR("tirage");
}
static void island(struct wreck *w)
{
	wreck_step(w, "ask")->to = STR("reviewed");
}
static void dead_end(struct wreck *w)
{
	w->type->states.v[4].final = false;
}
static void endless(struct wreck *w)
{
	wreck_step(w, "found")->to = STR("research");
}
static void queue_of_final(struct wreck *w)
{
	w->type->states.v[4].queue = STR("reviewer");
}
static void queue_of_readers(struct wreck *w)
{
	w->type->states.v[1].queue = STR("auditor");
}
static void queue_unknown(struct wreck *w)
{
	w->type->states.v[1].queue = STR("reviever");
}
static void field_like_core(struct wreck *w)
{
	wreck_field(w, "place")->name = STR("holder");
}
static void field_like_word(struct wreck *w)
{
	wreck_field(w, "place")->name = STR("not");
}
static void field_not_a_word(struct wreck *w)
{
	wreck_field(w, "place")->name = STR("Place name");
}
static void question_like_field(struct wreck *w)
{
	w->type->forms.v[0].questions[0].name = STR("route");
}
static void no_choices(struct wreck *w)
{
	wreck_field(w, "route")->spec.choices.n = 0;
}
static void bad_choices(struct wreck *w)
{
	struct choices *c = &wreck_field(w, "route")->spec.choices;

	c->v[0].code = STR("none");
	c->v[1].code = STR("not_recorded");
	c->v[2].code = STR("a,b");
}
static void same_choice(struct wreck *w)
{
	struct choices *c = &wreck_field(w, "route")->spec.choices;

	c->v[1].code = c->v[0].code;
}
static void bad_spec(struct wreck *w)
{
	wreck_field(w, "visits")->spec.min = 30;
	wreck_field(w, "received")->bars = true;
	wreck_field(w, "received")->search = true;
	wreck_field(w, "place")->spec.type = VT_TIME;
}
static void reason_of_nothing(struct wreck *w)
{
	w->type->forms.v[0].questions[1].reason_if = STR("yess");
}
static void looks_forward(struct wreck *w)
{
	w->type->forms.v[0].questions[0].show_if = wreck_expr(w, "later:yes or identified:yes");
}
static void ref_of_nothing(struct wreck *w)
{
	w->type->ref = STR("X-{source_raf}");
}
static void ref_may_be_missing(struct wreck *w)
{
	w->type->ref = STR("X-{place}-{");
}
static void no_ref(struct wreck *w)
{
	w->type->ref = STR("");
}
static void title_of_text(struct wreck *w)
{
	w->type->title = STR("{narrative}");
}
static void received_is_no_date(struct wreck *w)
{
	w->type->received = STR("route");
}
static void restless_rank(struct wreck *w)
{
	w->type->ranks.v[0].when =
	    wreck_expr(w, "late:yes or holder:none or rank>5 or has:wake");
	w->type->ranks.v[0].when_text = STR("");
}
static void rank_of_both(struct wreck *w)
{
	w->type->ranks.v[0].per_day = 1;
	w->type->ranks.v[0].since = STR("received");
}
static void rank_of_neither(struct wreck *w)
{
	w->type->ranks.v[4].per_day = 0;
}
static void rank_since_nothing(struct wreck *w)
{
	w->type->ranks.v[4].since = STR("recieved");
}
static void unknown_column(struct wreck *w)
{
	w->type->columns.v[1].name = STR("bend");
	w->type->columns.v[2].width = 0;
}
static void map_of_nothing(struct wreck *w)
{
	w->pack->maps.v[0].type = STR("casse");
}
static void map_misses(struct wreck *w)
{
	w->pack->maps.v[0].columns.v[1].field = STR("recieved");
}
static void map_of_codes(struct wreck *w)
{
	struct map_column *c = &w->pack->maps.v[0].columns.v[1];

	c->date_format = STR("mdy");
	*arena_push(w->arena, &c->codes) = (struct choice){STR("?"), STR("unknown")};
	w->pack->maps.v[0].columns.v[2].date_format = STR("dmy");
}
static void map_twice(struct wreck *w)
{
	w->pack->maps.v[0].ignore = toy_list(w->arena, "Other Subject");
	w->pack->maps.v[0].columns.v[1].header = STR("No.");
}
static void bad_view(struct wreck *w)
{
	w->pack->views.v[0].text = STR("holder:me bend:red");
	w->pack->views.v[0].roles = toy_list(w->arena, "reviewers");
}
static void same_role(struct wreck *w)
{
	w->pack->roles.v[7].id = STR("reviewer");
	w->pack->bands.v[1].id = STR("red");
}
static void regimes_backwards(struct wreck *w)
{
	w->pack->regimes.v[1].from = day_of(2010, 1, 1);
	w->pack->scope_to = day_of(2010, 1, 1);
}
static void two_kinds(struct wreck *w)
{
	w->pack->types.v[1].fields.v[1].attr.type = VT_LINE;
}
static void nothing_at_all(struct wreck *w)
{
	*w->pack =
	    (struct pack){.scope_from = NO_DAY, .scope_to = NO_DAY, .core = w->pack->core};
}

#define STATES "triage, review, research, reviewed or closed"
static const struct damage damages[] = {
    {from_nowhere, "7: unknown state 'reveiw'; expected " STATES "; did you mean 'review'?"},
    {to_nowhere,
	"7: unknown state 'limbo'; expected " STATES "\n"
	"0: the state 'research' is never reached from 'triage'; expected a transition "
	"to it"},
    {starts_nowhere, "7: the transition 'ask' starts nowhere; expected from\n"
		     "0: the state 'research' is never reached from 'triage'; expected a "
		     "transition to it"},
    {unknown_role,
	"7: unknown role 'reviwer'; expected " TOY_ROLES "; did you mean 'reviewer'?"},
    {nobody, "7: nobody can do the transition 'ask'; expected in by a role with the right to "
	     "take"},
    {nobody_at_all, "7: nobody can do the transition 'ask'; expected in by a role with the "
		    "right to take"},
    {unknown_form,
	"7: unknown form 'reviev'; expected triage or review; did you mean 'review'?"},
    {unknown_band, "7: unknown band 'rad'; expected green, amber or red; did you mean 'red'?"},
    {unknown_alert,
	"7: unknown role 'auditer'; expected " TOY_ROLES "; did you mean 'auditor'?"},
    {unknown_distinct, "7: unknown transition in distinct 'triage_rad'; expected triage_red, "
		       "triage_green, ask, "
		       "found, finish, sign_off or opened; did you mean 'triage_red'?"},
    {same_key,
	"0: the key 'w' does 'ask' and 'finish' in the state 'review'; expected a key of "
	"its own"},
    {no_key, "7: the key of 'ask' is not one printable ASCII character; expected one such as r "
	     "or S"},
    {same_step, "0: the transition 'finish' is there twice; expected each once"},
    {set_unknown, "7: unknown field in set 'rout'; expected source_ref, received, closed_on, "
		  "route, severity, subject_name, place, handler or 4 more; did you mean "
		  "'route'?"},
    {set_wrong,
	"7: set of 'route': 'pest' is not one of the choices; expected post, phone or "
	"web; did you mean 'post'?\n"
	"7: set of 'received': 'today' is not a value as it is kept; expected a code, a "
	"whole date or a number\n"
	"7: unknown band 'grey'; expected green, amber or red; did you mean 'green'?"},
    {guard_of_a_moment,
	"7: when: 'today' at column 5 moves with the days and cannot be kept in a pack"},
    {unknown_initial,
	"0: unknown initial state 'tirage'; expected " STATES "; did you mean 'triage'?"},
    {island,
	"0: the state 'research' is never reached from 'triage'; expected a transition to it"},
    {dead_end, "0: the state 'closed' has no way out; expected a transition from it, or final: "
	       "true"},
    {endless, "0: no final state can be reached from 'research'; expected a way to an end"},
    {queue_of_final,
	"0: the state 'closed' is final and has a queue; expected one or the other"},
    {queue_of_readers, "0: the queue of 'review' is for 'auditor', a role without the right to "
		       "take; expected a role that is served work"},
    {queue_unknown,
	"0: unknown role 'reviever'; expected " TOY_ROLES "; did you mean 'reviewer'?"},
    {field_like_core,
	"0: the field is named 'holder', which every record has already; expected "
	"another name"},
    {field_like_word,
	"0: the field is named 'not', a word of the expression language; expected "
	"another name"},
    {field_not_a_word, "0: the field is named 'Place name'; expected a lower-case word of a-z, "
		       "0-9 and _"},
    {question_like_field, "0: the question 'route' has the name of another field or question; "
			  "expected a name of its own within the record type"},
    {no_choices, "0: 'route' has no choices; expected one"},
    {bad_choices,
	"0: 'route' declares the choice 'none', which in expressions asks for no value at all; "
	"expected another code\n"
	"0: 'route' declares the choice 'not_recorded'; expected it under absent\n"
	"0: the choice 'a,b' of 'route' has a comma; expected none, for several choices are "
	"kept with commas between them"},
    {same_choice, "0: the choice 'post' is there twice; expected each once"},
    {bad_spec,
	"0: the field 'received' bars people and is of type date; expected staff\n"
	"0: the field 'received' is searched by words and is of type date; expected line or "
	"text\n"
	"0: 'place' is declared as time, which only the program keeps; expected line, "
	"text, integer, date, choice, choices or staff\n"
	"0: the range of 'visits' is 30 to 20; expected min <= max"},
    {reason_of_nothing, "0: unknown answer in reason_if 'yess'; expected yes, no, unknown, "
			"not_checked or *; did you mean 'yes'?"},
    {looks_forward,
	"0: show_if of 'identified' reads 'identified', which is not yet answered "
	"there; expected an earlier question\n"
	"0: show_if of 'identified' reads 'later', which is not yet answered there; "
	"expected an earlier question"},
    {ref_of_nothing,
	"0: unknown field in the template 'source_raf'; expected source_ref, received, "
	"closed_on, route, severity, subject_name, place, handler or 2 more; did you mean "
	"'source_ref'?"},
    {ref_may_be_missing,
	"0: the ref needs the field 'place', which may be left out; expected required: true\n"
	"0: the ref has a lone '{'; expected {field}"},
    {no_ref, "0: the record type 'case' has no ref; expected a template such as CASE-{number}"},
    {title_of_text, "0: unknown field in the template 'narrative'; expected source_ref, "
		    "received, closed_on, "
		    "route, severity, subject_name, place, handler or 2 more"},
    {received_is_no_date, "0: received names 'route', which is of type choice; expected date"},
    {restless_rank,
	"0: a rank term reads 'rank', which changes by itself or with every claim; expected a "
	"field, an answer, the state or the band\n"
	"0: a rank term reads 'late', which changes by itself or with every claim; expected a "
	"field, an answer, the state or the band\n"
	"0: a rank term reads 'holder', which changes by itself or with every claim; expected "
	"a "
	"field, an answer, the state or the band\n"
	"0: a rank term reads 'wake', which changes by itself or with every claim; expected a "
	"field, an answer, the state or the band"},
    {rank_of_both, "0: a rank term has both points and per_day; expected when with points, or "
		   "per_day with since"},
    {rank_of_neither, "0: a rank term has neither points nor per_day; expected when with "
		      "points, or per_day with since"},
    {rank_since_nothing,
	"0: unknown date in since 'recieved'; expected opened, moved, received "
	"or closed_on; did you mean 'received'?"},
    {unknown_column,
	"0: unknown field in columns 'bend'; expected source_ref, received, closed_on, route, "
	"severity, subject_name, place, handler or 42 more; did you mean 'band'?\n"
	"0: the column 'subject_name' is 0 wide; expected 1 or more"},
    {map_of_nothing, "0: unknown record type 'casse'; expected case, enquiry, action or paper; "
		     "did you mean 'case'?"},
    {map_misses,
	"0: unknown field 'recieved'; expected source_ref, received, closed_on, route, "
	"severity, subject_name, place, handler or 4 more; did you mean 'received'?\n"
	"0: the map 'extract' has no column for the required field 'received'; "
	"expected one"},
    {map_of_codes,
	"0: the code '?' of 'Received': 'unknown' is not a date; expected a day such as "
	"2016-03-05 or 5/3/2016\n"
	"0: unknown date format 'mdy'; expected iso or dmy\n"
	"0: the column 'Subject' has a date format and 'subject_name' is of type line; "
	"expected "
	"date"},
    {map_twice, "0: the header 'No.' is there twice; expected each once\n"
		"0: the header 'Subject' is there twice; expected each once"},
    {bad_view, "0: the view 'mine': unknown field 'bend' at column 11; did you mean 'band'?\n"
	       "0: unknown role 'reviewers'; expected " TOY_ROLES "; did you mean 'reviewer'?"},
    {same_role, "0: the role 'reviewer' is there twice; expected each once\n"
		"0: the band 'red' is there twice; expected each once"},
    {regimes_backwards,
	"0: the scope ends before it begins; expected from <= to\n"
	"0: the regime 'new' begins no later than the one before it; expected regimes in the "
	"order of their days"},
    {two_kinds, "0: the field 'received' is of type line here and date in another record type; "
		"expected "
		"one kind under one name"},
    {nothing_at_all, "0: the pack has no record type; expected one\n"
		     "0: the pack has no role; expected one"},
};

START_TEST(every_damage_is_named_and_nothing_else)
{
	wreck_claims(&damages[_i]);
}
END_TEST

START_TEST(the_toy_pack_has_no_fault)
{
	struct arena a = {0};
	struct wreck w = {.arena = &a, .pack = toy_pack_open(&a)};

	ck_str_is(wreck_faults(&w), "");
	arena_clear(&a);
}
END_TEST

START_TEST(a_fault_keeps_its_place)
{
	struct arena a = {0};
	struct faults f = {0};

	fault_add(&a, &f, wreck_here(12), "found %d; expected %s", 3, "4");
	ck_assert_uint_eq(f.n, 1);
	ck_str_is(f.v[0].text, "found 3; expected 4");
	ck_str_is(f.v[0].at.file, "toy.yaml");
	ck_assert_int_eq(f.v[0].at.line, 12);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_check(void)
{
	Suite *s = suite_create("rules/check");
	TCase *c = tcase_create("check");

	tcase_add_loop_test(c, every_damage_is_named_and_nothing_else, 0, COUNT(damages));
	tcase_add_test(c, the_toy_pack_has_no_fault);
	tcase_add_test(c, a_fault_keeps_its_place);
	suite_add_tcase(s, c);
	return s;
}
