/* SPDX-License-Identifier: MIT */
/* The part of the toy pack that shows the engine: children, clocks, seats, links. */
#include "support/toyparts.h"

static const struct item action_items[] = {
    {NULL, "subject_name", "Subject", VT_LINE, "", 0, 0, SEARCH, NULL, NULL},
    {NULL, "urgency", "Urgency", VT_CHOICE, "nil normal urgent", 0, 0, REQUIRED | ORDERED, NULL,
	NULL},
    {NULL, "became_clear", "Became clear", VT_DATE, "", NR, 0, 0, NULL, NULL},
    {NULL, "cause", "Cause", VT_TEXT, "", 0, 0, SEARCH, NULL, NULL},
    {NULL, "settled_by", "Settled by", VT_LINE, "", 0, 0, 0, NULL, NULL},
    {"outcome", "safe", "Safe now?", VT_CHOICE, "yes no", 0, 0, REQUIRED, NULL, "no"},
};
static const struct place_row action_states[] = {
    {"todo", "To do", "reviewer", {LIMIT_HOURS, 4}, {{0}}, false},
    {"doing", "Under way", "reviewer", {0}, {{0}}, false},
    {"settled", "Settled", "supervisor", {LIMIT_DAYS, 2}, {{0}}, false},
    {"over", "Over", "", {0}, {{0}}, true},
};
static const struct move action_moves[] = {
    {"lapse", "Nothing to do", 0, "todo", "over", "", "", "urgency:nil", NULL, "", "", false},
    {"accept", "Accept", 'a', "todo", "doing", "reviewer supervisor", "", NULL, NULL, "", "",
	false},
    {"settle", "Settle", 's', "doing", "settled", "reviewer supervisor", "outcome", NULL, NULL,
	"", "", true},
    {"redo", "Not settled", 'r', "settled", "doing", "supervisor", "", NULL, NULL, "", "",
	true},
    {"confirm", "Confirm", 'c', "settled", "over", "supervisor", "", "safe:yes",
	"the person is not yet safe", "settle opened parent.triage_red", "", false},
};

static const struct item paper_items[] = {
    {NULL, "number", "Number", VT_LINE, "", 0, 24, REQUIRED | INDEX, NULL, NULL},
    {NULL, "received", "Received", VT_DATE, "", 0, 0, REQUIRED, NULL, NULL},
    {NULL, "headline", "Headline", VT_LINE, "", 0, 0, SEARCH, NULL, NULL},
    {NULL, "audit", "Audit", VT_CHOICE, "drawn spared", 0, 0, 0, NULL, NULL},
    {"screen", "eligible", "Eligible?", VT_CHOICE, "yes no unsure", 0, 0, REQUIRED, NULL, NULL},
    {"screen", "ground", "Why not?", VT_CHOICE, "topic design date", 0, 0, REQUIRED,
	"eligible:no", NULL},
    {"screen", "thought", "Remark", VT_TEXT, "", 0, 0, 0, NULL, NULL},
};
static const struct place_row paper_states[] = {
    {"screening", "Screening", "reviewer", {LIMIT_WORKING_DAYS, 5}, {{0}}, false},
    {"kept", "Kept", "supervisor", {0}, {{0}}, false},
    {"dropped", "Dropped", "", {0}, {{0}}, true},
    {"filed", "Filed", "", {0}, {{0}}, true},
};
static const struct move paper_moves[] = {
    {"include", "Include", 'i', "screening", "kept", "reviewer", "screen",
	"eligible:(yes, unsure)", "it is not eligible", "", "", false},
    {"exclude", "Exclude", 'x', "screening", "dropped", "reviewer", "screen", "eligible:no",
	NULL, "", "", false},
    {"again", "Screen again", 'a', "kept", "screening", "supervisor", "", NULL, NULL, "", "",
	true},
    {"file", "File", 'f', "kept", "filed", "supervisor", "", NULL, NULL, "include", "", false},
};

static void set_value(struct arena *a, struct assigns *to, const char *name, const char *value)
{
	*arena_push(a, to) =
	    (struct assign){.name = str_of(name), .value = value_str(str_of(value))};
}

static void set_from(struct arena *a, struct assigns *to, const char *name, const char *from)
{
	*arena_push(a, to) = (struct assign){.name = str_of(name), .from = str_of(from)};
}

/* A clock that ends by the rules in force, an alert, a child; cancelled by new answers. */
static void extend_cases(struct arena *a, struct record_type *t)
{
	struct transition *red = toy_step(t, "triage_red");
	struct opens *o;

	*arena_push(a, &t->clocks) = (struct clock){.name = STR("answer"),
	    .label = STR("Answer"),
	    .due = {.any = {LIMIT_REGIME, 0}},
	    .escalate = toy_list(a, "supervisor")};
	t->open = (struct opening){.given = true, .by = toy_list(a, "triage_officer reviewer")};
	red->alert = toy_list(a, "supervisor");
	red->start = toy_list(a, "answer");
	red->approves = toy_list(a, "triage");
	o = arena_push(a, &red->opens);
	*o = (struct opens){.type = STR("action"), .when_text = STR("later:yes")};
	set_from(a, &o->with, "subject_name", "subject_name");
	set_from(a, &o->with, "became_clear", "later_on");
	set_value(a, &o->with, "urgency", "normal");
	toy_step(t, "finish")->stop = toy_list(a, "answer");
	toy_step(t, "sign_off")->override = toy_list(a, "supervisor adjudicator");
	toy_step(t, "found")->cancels = toy_list(a, "ask");
}

static void extend_enquiries(struct arena *a, struct record_type *t)
{
	t->open = (struct opening){.given = true,
	    .by = toy_list(a, "reviewer supervisor"),
	    .under = toy_list(a, "case"),
	    .when_text = STR("state:(review, reviewed)"),
	    .because = STR("enquiries are made while a case is under review"),
	    .reason = true};
}

static void add_actions(struct arena *a, struct pack *p)
{
	struct record_type *t = toy_type(a, p, "action", "Action", "{parent}/A{n}", "todo");
	struct transition *confirm;

	t->received = STR("became_clear");
	t->title = STR("{subject_name}");
	t->evidence = true;
	t->open = (struct opening){.given = true,
	    .by = toy_list(a, "reviewer supervisor"),
	    .under = toy_list(a, "case")};
	*arena_push(a, &t->clocks) = (struct clock){.name = STR("tell"),
	    .label = STR("Tell the person"),
	    .due = {.any = {LIMIT_DAYS, 1}, .from = STR("became_clear")}};
	toy_items(a, t, action_items, COUNT(action_items));
	toy_states(a, t, action_states, COUNT(action_states));
	toy_moves(a, t, action_moves, COUNT(action_moves));
	toy_step(t, "lapse")->automatic = true;
	toy_step(t, "accept")->start = toy_list(a, "tell");
	toy_step(t, "settle")->competence = toy_list(a, "visiting");
	toy_step(t, "settle")->stop = toy_list(a, "tell");
	set_from(a, &toy_step(t, "settle")->set, "settled_by", "me");
	toy_step(t, "redo")->cancels = toy_list(a, "settle");
	confirm = toy_step(t, "confirm");
	confirm->people = 3;
	confirm->override = toy_list(a, "supervisor");
}

static void add_papers(struct arena *a, struct pack *p)
{
	struct record_type *t = toy_type(a, p, "paper", "Paper", "PAPER-{number}", "screening");
	struct sample *s;

	t->title = STR("{headline}");
	toy_items(a, t, paper_items, COUNT(paper_items));
	toy_states(a, t, paper_states, COUNT(paper_states));
	toy_moves(a, t, paper_moves, COUNT(paper_moves));
	t->states.v[0].blind = true;
	t->states.v[0].seats = (struct seats){.given = true,
	    .second = STR("second_reader"),
	    .adjudicator = STR("adjudicator"),
	    .due = {.any = {LIMIT_WORKING_DAYS, 2}}};
	toy_step(t, "include")->locks = true;
	toy_step(t, "exclude")->locks = true;
	s = arena_push(a, &toy_step(t, "include")->samples);
	*s = (struct sample){.percent = 50, .when_text = STR("eligible:unsure")};
	set_value(a, &s->set, "audit", "drawn");
}

void toy_engine(struct arena *a, struct pack *p)
{
	struct safeguarding *s = &p->safeguarding;

	*arena_push(a, &p->competences) =
	    (struct competence){.id = STR("visiting"), .label = STR("Visiting people")};
	extend_cases(a, &p->types.v[0]);
	extend_enquiries(a, &p->types.v[1]);
	add_actions(a, p);
	add_papers(a, p);
	p->seed = STR("toy-1");
	p->alerts = (struct alert_rule){
	    .ack = {LIMIT_HOURS, 4}, .chain = toy_list(a, "supervisor auditor")};
	*s = (struct safeguarding){
	    .type = STR("action"), .alert = toy_list(a, "supervisor"), .ack = {LIMIT_HOURS, 1}};
	set_from(a, &s->with, "subject_name", "subject_name");
	set_from(a, &s->with, "became_clear", "today");
	set_from(a, &s->with, "cause", "reason");
	set_value(a, &s->with, "urgency", "urgent");
	*arena_push(a, &p->links) = (struct link_kind){.id = STR("same_person"),
	    .label = STR("Same person"),
	    .from = toy_list(a, "case"),
	    .to = toy_list(a, "case"),
	    .judged = true,
	    .family = true};
	*arena_push(a, &p->links) = (struct link_kind){.id = STR("about"),
	    .label = STR("Is about"),
	    .from = toy_list(a, "enquiry paper"),
	    .to = toy_list(a, "case")};
}
