/* SPDX-License-Identifier: MIT */
/*
 * What the people of a planned review answer. What two readers of a case are compared by
 * follows from the case alone, so that they agree without knowing of each other; one in
 * twenty-five sees it a little differently, and somebody else decides.
 */
#include "demo/plan.h"

enum { DEVIATES = 40, DISCLOSED_NOW = 10 }; /* per mille */

/* Answers that are always the same: the steps taken ask for them, or a drawn one would make
 * no sense. */
static const struct fixed {
	const char *question, *value;
} fixed[] = {
    {"keys_searched", "name,spellings,dob,dob_near"},
    {"variants", "5"},
    {"searched_on", "today"},
    {"known_on", "-3d"},
    {"how_known", "Asked the advocate who is in touch with her this week"},
    {"hours", "Weekdays between 10 and 14"},
    {"way", "Through the advocate, who calls back"},
    {"card_read", "yes"},
    {"tried_on", "today"},
    {"tried_at", "10:40"},
    {"next_try", "+7d"},
    {"look_again", "+21d"},
    {"pressing_need", "yes"},
    {"lawful", "yes"},
    {"necessary", "yes"},
    {"proportionate", "yes"},
    {"third_parties", "yes"},
    {"subject_told", "not_told"},
    {"recipient", "person_at_risk"},
    {"what_told", "That he was violent to two earlier partners"},
    {"told_on", "today"},
    {"told_where", "At the advocate's office"},
    {"officers", "Two officers of the contact team"},
    {"identity_checked", "yes"},
    {"confidential_told", "yes"},
    {"undertaking", "signed"},
    {"nothing_left", "yes"},
    {"dash_again", "yes"},
    {"refused_on", "today"},
    {"offer_again", "+30d"},
    {"became_clear", "today"},
    {"found_by", "review"},
    {"harm_crime", "42/1187/22"},
    {"dsi", "yes"},
    {"referral_kind", "dsi"},
    {"told_standards_on", "today"},
    {"sent_on", "today"},
    {"iopc_ref", "2026/0417"},
    {"acknowledged_on", "today"},
    {"mode_on", "today"},
    {"action_owner", "Duty safeguarding sergeant"},
    {"action_steps", "Called, seen at home, alarm fitted, patrol told"},
    {"done_by", "+2d"},
    {"finished_on", "today"},
    {"action_outcome", "safer"},
    {"reply_safe", "yes"},
    {"inbox_urgent", "no"},
    {"replied_on", "today"},
    {"learning_owner", "Head of training"},
    {"evidence_on", "today"},
    {"elp_considered", "31"},
    {"elp_of", "40"},
    {"notices_granted", "6"},
    {"orders_granted", "5"},
    {"dash_done", "88"},
    {"dash_of", "97"},
    {"marac_referred", "14"},
};

static const struct gate {
	const char *question, *quiet[3]; /* after these answers nothing more is asked */
} gates[] = {
    {"disclosed_seen", {"no", "unknown"}},
    {"checks_seen", {"all"}},
    {"serious", {"no"}},
    {"later_incident", {"no", "not_checked"}},
    {"harm_after", {"no", "unknown"}},
    {"proposed", {"n", "g"}},
    {"adverse", {"not_applicable"}},
    {"harm", {"no", "unknown"}},
    {"safe", {"not_safe", "unknown"}},
    {"attempt_result", {"reached", "declined", "wrong_person"}},
};

static const struct gate *gate_of(struct str question)
{
	for (size_t i = 0; i < sizeof(gates) / sizeof(gates[0]); i++)
		if (str_is(question, gates[i].question))
			return &gates[i];
	return NULL;
}

bool plan_gate(struct str question)
{
	return gate_of(question) != NULL;
}

bool plan_asks_more(struct str question, struct str value)
{
	const struct gate *g = gate_of(question);

	for (int i = 0; g && i < 3 && g->quiet[i]; i++)
		if (str_is(value, g->quiet[i]))
			return false;
	return g != NULL;
}

/* What a triage officer has learnt of the four ways on. */
static const struct against {
	const char *step, *question, *values[2];
} against[] = {
    {"propose_closing", "identified", {"no", "unknown"}},
    {"propose_closing", "outcome_seen", {"no"}},
    {"propose_closing", "adverse_now", {"yes", "not_checked"}},
    {"propose_closing", "serious", {"yes", "unknown"}},
    {"propose_closing", "later_incident", {"yes", "not_checked"}},
    {"propose_closing", "other_partner", {"yes", "unknown"}},
    {"propose_closing", "urgent", {"yes"}},
    {"triage_green", "serious", {"yes"}},
    {"triage_green", "later_incident", {"yes"}},
    {"triage_green", "urgent", {"yes"}},
    {"triage_amber", "urgent", {"yes"}},
};

bool plan_against(struct str step, struct str question, struct str value)
{
	for (size_t i = 0; i < sizeof(against) / sizeof(against[0]); i++) {
		const struct against *a = &against[i];
		if (!str_is(step, a->step) || !str_is(question, a->question))
			continue;
		for (int k = 0; k < 2 && a->values[k]; k++)
			if (str_is(value, a->values[k]))
				return true;
	}
	return false;
}

static const char *proposed(const struct worker *w)
{
	static const char *const service[] = {"s1", "s2", "s3", "s4", "s5"};
	static const char *const records[] = {"a1", "a2", "a3", "a4", "a5"};
	struct dice d = plan_dice(w->plan, w->ref, STR("deviates"), w->number);

	if (!w->story)
		return draw_happens(&d, DEVIATES) ? "g" : "n";
	if (w->story->fate == FATE_HARM)
		return "h";
	return (w->story->fate == FATE_SERVICE ? service : records)[w->story->number % 5];
}

static const char *decision_then(const struct worker *w)
{
	static const struct weighted calm[] = {{"refuse", 62}, {"disclosed", 38}};
	struct dice d = plan_dice(w->plan, w->ref, STR("decision_then"), 0);

	if (w->story && w->story->fate != FATE_ADMINISTRATIVE)
		return "disclose";
	return calm[draw_weighted(&d, calm, 2)].code;
}

static const char *decision_now(const struct worker *w)
{
	static const struct weighted now[] = {{"disclose", 60}, {"again", 40}};
	static const struct weighted calm[] = {{"refuse", 80}, {"not_checked", 20}};
	struct dice d = plan_dice(w->plan, w->ref, STR("decision_now"), 0);
	bool disclose = draw_happens(&d, DISCLOSED_NOW);

	if (w->story)
		disclose = w->story->fate == FATE_HARM ||
			   (w->story->fate == FATE_SERVICE && w->story->number < 4);
	return disclose ? now[draw_weighted(&d, now, 2)].code
			: calm[draw_weighted(&d, calm, 2)].code;
}

static const char *harm_after(const struct worker *w)
{
	struct dice d = plan_dice(w->plan, w->ref, STR("harm_after"), 0);

	if (w->story && w->story->fate == FATE_HARM)
		return "yes";
	return draw_happens(&d, 60) ? "unknown" : "no";
}

static const char *preventable(const struct worker *w)
{
	(void)w;
	return "probable";
}

/* A failure that is no application's of this review: harm, outside the window. */
static bool with_harm(const struct worker *w)
{
	return !w->story || w->story->fate == FATE_HARM;
}

static const char *harmed(const struct worker *w)
{
	return with_harm(w) ? "yes" : "no";
}

static const char *category(const struct worker *w)
{
	if (with_harm(w))
		return "harm";
	return w->story->fate == FATE_SERVICE ? "service" : "administrative";
}

static const char *failed_step(const struct worker *w)
{
	if (w->story && w->story->fate == FATE_ADMINISTRATIVE)
		return "records";
	return "checks";
}

static const char *safe(const struct worker *w)
{
	if (!w->story || w->story->contact != CONTACT_UNSAFE)
		return "safe";
	return w->story->number % 2 ? "not_safe" : "unknown";
}

static const char *attempt_result(const struct worker *w)
{
	bool unable = w->story && w->story->contact == CONTACT_UNABLE;

	return unable ? "no_reply" : "reached";
}

static const struct told {
	const char *question;
	const char *(*answer)(const struct worker *w);
} told[] = {
    {"proposed", proposed},
    {"decision_then", decision_then},
    {"decision_now", decision_now},
    {"harm_after", harm_after},
    {"preventable", preventable},
    {"harm", harmed},
    {"link", preventable},
    {"category", category},
    {"failed_step", failed_step},
    {"safe", safe},
    {"attempt_result", attempt_result},
};

static const char *answer_to(const struct worker *w, struct str question)
{
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (str_is(question, told[i].question))
			return told[i].answer(w);
	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		if (str_is(question, fixed[i].question))
			return fixed[i].value;
	return NULL;
}

bool plan_answer(
    struct worker *w, const struct part_question *q, struct str *value, struct str *reason)
{
	const char *answer = answer_to(w, q->name);

	w->dice = plan_dice(w->plan, w->ref, q->name, w->number);
	if (answer)
		*value = str_of(answer);
	else if (q->blind.n)
		leaning_answer(w, q, value, reason);
	else
		return false;
	*reason = STR("");
	if (q->blind.n || q->needs_reason || str_is(q->reason_if, "*") ||
	    (q->reason_if.n && str_eq(q->reason_if, *value)))
		*reason = leaning_reason(w);
	return true;
}
