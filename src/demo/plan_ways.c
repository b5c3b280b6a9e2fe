/* SPDX-License-Identifier: MIT */
/* The ways of a planned review: from every state the steps that its story takes, and what
 * is opened under a record on the way. */
#include "demo/plan.h"

enum { /* per mille */
	CLOSED_EARLY = 650,
	RESEARCHED = 14,
	IN_DANGER = 2,
	UNREACHABLE = 70,
	TRACED = 180,
	DOUBTFUL = 250,
	REFUSED = 200,
};

static bool lot(const struct worker *w, const char *what, unsigned per_mille)
{
	struct dice d = plan_dice(w->plan, w->ref, str_of(what), 0);

	return draw_happens(&d, per_mille);
}

static bool harm(const struct worker *w)
{
	return w->story && w->story->fate == FATE_HARM;
}

static bool failed(const struct worker *w)
{
	return w->story != NULL;
}

static bool closes(const struct worker *w)
{
	return lot(w, "closed early", CLOSED_EARLY);
}

static bool waits(const struct worker *w)
{
	return w->waits;
}

/* A system that nobody could reach is reached when it is asked again. */
static bool no_access(const struct worker *w)
{
	return !w->again && lot(w, "no access", UNREACHABLE);
}

static bool traced(const struct worker *w)
{
	return lot(w, "trace", TRACED);
}

static bool doubtful(const struct worker *w)
{
	return lot(w, "possible", DOUBTFUL);
}

/* One that is no application's of the review is of the window before or after. */
static bool referred(const struct worker *w)
{
	return !w->story || w->story->referred;
}

static bool unable(const struct worker *w)
{
	return w->story && w->story->contact == CONTACT_UNABLE;
}

static bool unsafe(const struct worker *w)
{
	return w->story && w->story->contact == CONTACT_UNSAFE;
}

static bool refused(const struct worker *w)
{
	return lot(w, "refused", REFUSED);
}

/* The first row that fits holds; a row without steps: nothing is to be done now. */
static const struct way {
	const char *type, *state;
	bool (*when)(const struct worker *w);
	const char *steps[MEANT_MOST];
} ways[] = {
    {"application", "triage", harm, {"triage_red"}},
    {"application", "triage", failed, {"triage_amber", "triage_red"}},
    {"application", "triage", closes,
	{"propose_closing", "triage_green", "triage_amber", "triage_red"}},
    {"application", "triage", NULL, {"triage_green", "triage_amber", "triage_red"}},
    {"application", "closing_proposed", NULL, {"confirm_closing"}},
    {"application", "review", waits, {"ask_research"}},
    {"application", "review", NULL, {"finish_review"}},
    {"application", "reviewed", NULL, {"sign_off", "sign_off_disclosure", "confirm_failure"}},
    {"application", "failure_found", NULL, {"close_failure"}},
    {"check", "asked", no_access, {"could_not"}},
    {"check", "asked", traced, {"found_trace"}},
    {"check", "asked", doubtful, {"found_possible"}},
    {"check", "asked", NULL, {"found_no_trace"}},
    {"check", "no_access", NULL, {"access_given"}},
    {"failure", "to_classify", NULL, {"classify"}},
    {"failure", "referral_decision", referred, {"refer"}},
    {"failure", "referral_decision", NULL, {"propose_no_referral"}},
    {"failure", "no_referral_proposed", NULL, {"agree_no_referral"}},
    {"failure", "putting_right", NULL, {"put_right_unreferred"}},
    {"harm", "to_record", NULL, {"record_harm"}},
    {"referral", "draft", NULL, {"send"}},
    {"referral", "sent", NULL, {"acknowledge"}},
    {"referral", "acknowledged", NULL, {"set_mode"}},
    {"contact_card", "to_check", unsafe, {"not_safe"}},
    {"contact_card", "to_check", NULL, {"plan"}},
    {"contact_card", "planned", waits, {NULL}},
    {"contact_card", "planned", unable, {"cannot_reach"}},
    {"contact_card", "planned", NULL, {"reach"}},
    {"contact_attempt", "planned_attempt", NULL, {"make_attempt"}},
    {"decision", "to_decide", NULL, {"decide_disclosure"}},
    {"decision", "decided", NULL, {"agree_disclosure"}},
    {"decision", "delivery", NULL, {"delivered"}},
    {"disclosure", "to_deliver", refused, {"refuse"}},
    {"disclosure", "to_deliver", NULL, {"tell"}},
    {"action", "urgent", NULL, {"take_in_hand"}},
    {"action", "in_hand", NULL, {"finish_action"}},
    {"enquiry", "unread", NULL, {"sort"}},
    {"enquiry", "to_answer", NULL, {"answer_enquiry"}},
    {"recommendation", "proposed", NULL, {"accept"}},
    {"recommendation", "accepted", NULL, {"show_done"}},
    {"recommendation", "to_verify", NULL, {"verify_done"}},
    {"audit_item", "to_score", NULL, {"score"}},
    {"audit_month", "collecting", NULL, {"figures_done"}},
    {"audit_month", "to_agree", NULL, {"agree_figures"}},
};

struct str plan_way(const struct worker *w, int k)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		const struct way *y = &ways[i];
		if (!str_is(w->type, y->type) || !str_is(w->state, y->state) ||
		    (y->when && !y->when(w)))
			continue;
		return k < MEANT_MOST && y->steps[k] ? str_of(y->steps[k]) : STR("");
	}
	return STR("");
}

const struct part_step *plan_step(const struct worker *w, const struct rep_record *r, bool open)
{
	struct str id;

	for (int k = 0; (id = plan_way(w, k)).n; k++)
		for (size_t i = 0; i < r->steps.n; i++)
			if (str_eq(r->steps.v[i].id, id) && (!open || r->steps.v[i].open))
				return &r->steps.v[i];
	return NULL;
}

/* ---- what stands under a case, and what is opened there ---- */

static const char *const purposes[] = {
    "Tell what the review found, and offer help",
    "Ask whether help is wanted now",
};
static const char *const dangers[] = {
    "The subject has her new address, her sister says",
    "Threats by telephone since yesterday, children in the house",
    "He was seen outside the school this morning",
};
static const char *const systems[] = {"pnc", "pnd", "visor", "local_intel", "other_forces"};
#define ONE_OF(d, list) str_of((list)[draw_index(d, sizeof(list) / sizeof((list)[0]))])

/* What may be opened under a record in this state, and when it stands open. */
static const struct under {
	const char *type, *state, *child, *open[2];
} unders[] = {
    {"application", "triage", "action", {"urgent", "in_hand"}},
    {"application", "review", "check", {"asked", "no_access"}},
    {"contact_card", "planned", "contact_attempt", {"planned_attempt", NULL}},
};

static const struct under *under_of(const struct worker *w)
{
	for (size_t i = 0; i < sizeof(unders) / sizeof(unders[0]); i++)
		if (str_is(w->type, unders[i].type) && str_is(w->state, unders[i].state))
			return &unders[i];
	return NULL;
}

/* Records that stand on their own name their application in a field. */
static struct str application_of(const struct rep_record *r)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if ((str_is(r->type, "failure") &&
			str_is(r->fields.v[i].name, "application")) ||
		    (str_is(r->type, "referral") &&
			str_is(r->fields.v[i].name, "subject_matter")))
			return r->fields.v[i].value;
	return r->ref;
}

void plan_case(struct worker *w, const struct rep_record *r)
{
	const struct under *u;

	w->type = arena_str(&w->life, r->type);
	w->state = arena_str(&w->life, r->state);
	w->story = plan_story(w->plan, application_of(r));
	w->again = str_has(r->did, STR("access_given"));
	w->had = w->waits = false;
	u = under_of(w);
	for (size_t i = 0; u && i < r->children.n; i++) {
		struct str state = r->children.v[i].state;
		if (!str_is(r->children.v[i].type, u->child))
			continue;
		w->had = true;
		w->waits = w->waits || str_is(state, u->open[0]) ||
			   (u->open[1] && str_is(state, u->open[1]));
	}
}

static void put(struct worker *w, struct json *fields, const char *name, struct str value)
{
	json_put(&w->life, fields, name, json_str(&w->life, value));
}

static void then_add(struct worker *w, const char *type)
{
	struct dice d = plan_dice(w->plan, w->ref, STR("opened"), 0);
	struct json *fields = json_obj(&w->life);

	if (str_is(str_of(type), "check")) {
		put(w, fields, "system", ONE_OF(&d, systems));
		put(w, fields, "asked", STR("Spellings and dates near the one on the form"));
	} else {
		put(w, fields, "purpose", ONE_OF(&d, purposes));
		put(w, fields, "method", STR("telephone"));
	}
	w->msg = MSG_add;
	w->q.add = (struct req_add){.type = str_of(type), .under = w->ref, .fields = fields};
}

bool plan_opens(struct worker *w)
{
	const struct under *u = under_of(w);
	struct dice d = plan_dice(w->plan, w->ref, STR("danger"), 0);

	if (!u || w->had)
		return false;
	if (str_is(str_of(u->child), "action")) {
		if (!harm(w) && !lot(w, "in danger", IN_DANGER))
			return false;
		w->msg = MSG_safeguard;
		w->q.safeguard =
		    (struct req_safeguard){.ref = w->ref, .text = ONE_OF(&d, dangers)};
		return true;
	}
	if (str_is(str_of(u->child), "check") && !lot(w, "researched", RESEARCHED))
		return false;
	then_add(w, u->child);
	return true;
}
