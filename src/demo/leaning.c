/* SPDX-License-Identifier: MIT */
/*
 * What the crew tends to answer and to decide. These tables know some names of the pack
 * that the training review uses; what they do not know is drawn evenly, so another pack
 * works too, only with less sense.
 */
#include "demo/crew.h"

static const struct leaning {
	const char *question;
	struct weighted codes[5];
} leanings[] = {
    {"route_seen", {{"right_to_ask", 56}, {"right_to_know", 42}, {"not_recorded", 2}}},
    {"outcome_seen", {{"yes", 96}, {"no", 4}}},
    {"disclosed_seen", {{"no", 62}, {"yes", 34}, {"unknown", 4}}},
    {"told", {{"person_at_risk", 88}, {"other", 8}, {"third_party", 2}, {"not_recorded", 2}}},
    {"identified", {{"yes", 92}, {"unknown", 5}, {"no", 3}}},
    {"checks_seen", {{"all", 62}, {"some", 34}, {"no_checks", 4}}},
    {"adverse_now", {{"no", 76}, {"yes", 18}, {"not_checked", 6}}},
    {"serious", {{"no", 86}, {"yes", 11}, {"unknown", 3}}},
    {"violence", {{"yes", 70}, {"no", 24}, {"unknown", 6}}},
    {"strangulation", {{"no", 82}, {"yes", 10}, {"unknown", 8}}},
    {"sexual", {{"no", 84}, {"yes", 8}, {"unknown", 8}}},
    {"weapons", {{"no", 88}, {"yes", 7}, {"unknown", 5}}},
    {"stalking", {{"no", 74}, {"yes", 20}, {"unknown", 6}}},
    {"threats_to_kill", {{"no", 86}, {"yes", 9}, {"unknown", 5}}},
    {"control", {{"yes", 46}, {"no", 42}, {"unknown", 12}}},
    {"contact_now",
	{{"apart", 44}, {"unknown", 26}, {"together", 16}, {"contact", 10}, {"separated", 4}}},
    {"dependants",
	{{"neither", 46}, {"children", 44}, {"unknown", 6}, {"pregnancy", 2}, {"both", 2}}},
    {"later_incident", {{"no", 88}, {"yes", 6}, {"not_checked", 6}}},
    {"other_partner", {{"no", 90}, {"unknown", 7}, {"yes", 3}}},
    {"urgent", {{"no", 985}, {"yes", 15}}},
    {"contact_in_time", {{"yes", 86}, {"no", 9}, {"not_recorded", 5}}},
    {"variants_searched", {{"yes", 84}, {"no", 9}, {"not_recorded", 7}}},
    {"findable_then", {{"no", 92}, {"yes", 3}, {"unknown", 5}}},
    {"meeting_in_time", {{"yes", 64}, {"no", 14}, {"not_applicable", 16}, {"not_recorded", 6}}},
    {"meeting_rechecked",
	{{"not_applicable", 58}, {"yes", 34}, {"no", 4}, {"not_recorded", 4}}},
    {"assessment_supervised", {{"yes", 86}, {"no", 10}, {"not_recorded", 4}}},
    {"decision_then", {{"refuse", 58}, {"disclosed", 34}, {"not_applicable", 5},
			  {"disclose", 2}, {"over_disclosed", 1}}},
    {"decision_now", {{"refuse", 72}, {"not_checked", 18}, {"again", 7}, {"disclose", 3}}},
    {"outcome_told", {{"yes", 84}, {"not_recorded", 8}, {"no", 8}}},
    {"overall_in_time", {{"yes", 66}, {"no", 31}, {"not_recorded", 3}}},
    {"harm_after", {{"no", 92}, {"unknown", 7}, {"yes", 1}}},
    {"preventable", {{"no_link", 60}, {"possible", 34}, {"probable", 6}}},
    {"handler_pattern", {{"no", 93}, {"unknown", 5}, {"yes", 2}}},
    {"proposed", {{"n", 955}, {"g", 20}, {"a1", 10}, {"s2", 9}, {"s4", 6}}},
};
/* For the steps of a review that are judged met, partly met or not met. */
static const struct weighted judged[] = {
    {"met", 84}, {"partly", 9}, {"not_met", 3}, {"not_applicable", 2}, {"not_recorded", 2}};
/* Steps by weight; one that is not named here has a weight of its own. */
static const struct weighted step_weights[] = {
    {"triage_green", 900},
    {"triage_amber", 70},
    {"triage_red", 6},
    {"propose_out_of_scope", 4},
    {"propose_duplicate", 4},
    {"finish_review", 960},
    {"ask_research", 25},
    {"sign_off", 960},
    {"confirm_failure", 800},
    {"return_to_review", 20},
    {"confirm_out_of_scope", 700},
    {"confirm_duplicate", 700},
    {"keep_in_scope", 200},
    {"research_done", 400},
    {"reopen", 0},
};
enum { UNKNOWN_WEIGHT = 10, CODES = 5, STEPS_MAX = 32 };

static const char *const reasons[] = {
    "Seen on the log; the entry is clear.",
    "The file does not say and nobody on the unit remembers.",
    "Compared with the records system this morning.",
    "Discussed with the supervisor before this was entered.",
    "See the second page of the scanned form.",
    "Supported by what the applicant said at the time.",
};
static const char *const notes[] = {
    "Paper file asked for from the store.",
    "Occurrence number on the form differs by one digit; corrected on my copy.",
    "Same address as an older application, looked at together.",
    "Interpreter was used; Polish.",
    "Archive says two weeks for the recording.",
    "Date of birth differs between form and records system.",
};
#define PICK(w, list) str_of((list)[draw_index(&(w)->dice, sizeof(list) / sizeof((list)[0]))])

static bool offers(const struct part_question *q, const char *code)
{
	for (size_t i = 0; i < q->choices.n; i++)
		if (str_is(q->choices.v[i].code, code))
			return true;
	return false;
}

/* The part of a table that the question offers; true when it drew something. */
static bool draw_among(struct worker *w, const struct part_question *q,
    const struct weighted *codes, size_t n, struct str *value)
{
	struct weighted left[CODES];
	size_t have = 0;

	for (size_t i = 0; i < n && codes[i].code; i++)
		if (offers(q, codes[i].code))
			left[have++] = codes[i];
	if (!have)
		return false;
	*value = str_of(left[draw_weighted(&w->dice, left, have)].code);
	return true;
}

static struct str draw_choice(struct worker *w, const struct part_question *q)
{
	struct str value;

	for (size_t i = 0; i < sizeof(leanings) / sizeof(leanings[0]); i++)
		if (str_is(q->name, leanings[i].question) &&
		    draw_among(w, q, leanings[i].codes, CODES, &value))
			return value;
	if (offers(q, "partly") && draw_among(w, q, judged, CODES, &value))
		return value;
	return q->choices.n ? q->choices.v[draw_early(&w->dice, q->choices.n)].code : STR("");
}

/* Two of the first choices, or one: absences stand last and never beside another. */
static struct str draw_choices(struct worker *w, const struct part_question *q)
{
	size_t one, two;

	if (!q->choices.n)
		return STR("");
	one = draw_early(&w->dice, q->choices.n);
	two = draw_early(&w->dice, q->choices.n);
	if (one == two || one + 3 > q->choices.n || two + 3 > q->choices.n)
		return q->choices.v[one].code;
	return arena_printf(&w->life, "%.*s,%.*s", STR_ARG(q->choices.v[one].code),
	    STR_ARG(q->choices.v[two].code));
}

void leaning_answer(
    struct worker *w, const struct part_question *q, struct str *value, struct str *reason)
{
	if (str_is(q->kind, "choice"))
		*value = draw_choice(w, q);
	else if (str_is(q->kind, "choices"))
		*value = draw_choices(w, q);
	else if (str_is(q->kind, "integer"))
		*value = arena_printf(&w->life, "%d", draw_between(&w->dice, 3, 5));
	else if (str_is(q->kind, "date"))
		*value = arena_printf(&w->life, "-%dd", draw_between(&w->dice, 20, 900));
	else
		*value = PICK(w, reasons);
	*reason = STR("");
	if (q->needs_reason || str_is(q->reason_if, "*") ||
	    (q->reason_if.n && str_eq(q->reason_if, *value)))
		*reason = leaning_reason(w);
}

static unsigned step_weight(struct str id)
{
	for (size_t i = 0; i < sizeof(step_weights) / sizeof(step_weights[0]); i++)
		if (str_is(id, step_weights[i].code))
			return step_weights[i].weight;
	return UNKNOWN_WEIGHT;
}

/* Steps that need a form lead on; others are taken in their stead, not for want of them. */
static bool leads_on(const struct rep_record *r)
{
	bool forms = false;

	for (size_t i = 0; i < r->steps.n; i++) {
		if (r->steps.v[i].form.n && r->steps.v[i].open)
			return true;
		forms = forms || r->steps.v[i].form.n;
	}
	return !forms;
}

const struct part_step *leaning_step(struct worker *w, const struct rep_record *r)
{
	const struct part_step *open[STEPS_MAX];
	struct weighted weights[STEPS_MAX];
	size_t n = 0;

	for (size_t i = 0; leads_on(r) && i < r->steps.n && n < STEPS_MAX; i++) {
		unsigned weight = step_weight(r->steps.v[i].id);
		if (!r->steps.v[i].open || !weight)
			continue;
		open[n] = &r->steps.v[i];
		weights[n++] = (struct weighted){NULL, weight};
	}
	return n ? open[draw_weighted(&w->dice, weights, n)] : NULL;
}

struct str leaning_reason(struct worker *w)
{
	return PICK(w, reasons);
}

struct str leaning_note(struct worker *w)
{
	return PICK(w, notes);
}
