/* SPDX-License-Identifier: MIT */
#include "support/toyparts.h"

static const struct item case_items[] = {
    {NULL, "source_ref", "Number", VT_LINE, "", 0, 24, REQUIRED | INDEX, NULL, NULL},
    {NULL, "received", "Received", VT_DATE, "", 0, 0, REQUIRED | INDEX, NULL, NULL},
    {NULL, "closed_on", "Closed", VT_DATE, "", NA | NR, 0, 0, NULL, NULL},
    {NULL, "route", "Route", VT_CHOICE, "post phone web", 0, 0, INDEX, NULL, NULL},
    {NULL, "severity", "Severity", VT_CHOICE, "low medium high", NR, 0, ORDERED, NULL, NULL},
    {NULL, "subject_name", "Subject", VT_LINE, "", 0, 0, REQUIRED | INDEX | SEARCH | NAMES,
	NULL, NULL},
    {NULL, "place", "Place", VT_LINE, "", NR, 80, 0, NULL, NULL},
    {NULL, "handler", "Handler", VT_STAFF, "", 0, 0, RESTRICTED | INDEX | BARS, NULL, NULL},
    {NULL, "visits", "Visits", VT_INT, "", NR | NC, 20, INDEX, NULL, NULL},
    {NULL, "checks", "Checks", VT_CHOICES, "pnc pnd local custody", NA | NC, 0, 0, NULL, NULL},
    {NULL, "narrative", "Narrative", VT_TEXT, "", NR, 0, SEARCH, NULL, NULL},
    {NULL, "remarks", "Remarks", VT_TEXT, "", 0, 0, 0, NULL, NULL},
    {"triage", "identified", "Identified?", VT_CHOICE, "yes no", 0, 0, REQUIRED, NULL, NULL},
    {"triage", "later", "Later incident?", VT_CHOICE, "yes no unknown", NC, 0, REQUIRED, NULL,
	"yes"},
    {"triage", "later_on", "When?", VT_DATE, "", NR, 0, REQUIRED, "later:yes", NULL},
    {"triage", "weapons", "Weapons", VT_CHOICES, "knife gun other", NA, 0, 0,
	"later:(yes, unknown)", "gun"},
    {"triage", "incidents", "How many?", VT_INT, "", NR, 99, 0, "has:later_on", NULL},
    {"review", "opinion", "Opinion", VT_TEXT, "", 0, 0, REQUIRED, NULL, NULL},
    {"review", "officer", "Officer", VT_LINE, "", NR, 0, 0, NULL, "*"},
    {"review", "officer_code", "Officer's code", VT_STAFF, "", 0, 0, 0, "has:officer", NULL},
    {"review", "sure", "How sure?", VT_CHOICE, "guess fair certain", 0, 0, REQUIRED | ORDERED,
	NULL, NULL},
};
static const struct item enquiry_items[] = {
    {NULL, "number", "Number", VT_LINE, "", 0, 24, REQUIRED | INDEX, NULL, NULL},
    {NULL, "received", "Received", VT_DATE, "", 0, 0, REQUIRED, NULL, NULL},
    {NULL, "topic", "Topic", VT_CHOICE, "delay advice other", 0, 0, 0, NULL, NULL},
    {NULL, "sender", "Sender", VT_LINE, "", 0, 0, SEARCH, NULL, NULL},
    {NULL, "message", "Message", VT_TEXT, "", 0, 0, SEARCH, NULL, NULL},
};

static const struct place_row case_states[] = {
    {"triage", "Triage", "triage_officer", {LIMIT_WORKING_DAYS, 10}, {{0}}, false},
    {"review", "Review", "reviewer", {0},
	{{LIMIT_WORKING_DAYS, 30}, {LIMIT_WORKING_DAYS, 10}, {LIMIT_HOURS, 24}}, false},
    {"research", "Research", "", {LIMIT_DAYS, 5}, {{0}}, false},
    {"reviewed", "Sign-off", "supervisor", {0}, {{0}}, false},
    {"closed", "Closed", "", {0}, {{0}}, true},
};
static const struct place_row enquiry_states[] = {
    {"waiting", "Waiting", "reviewer", {LIMIT_HOURS, 48}, {{0}}, false},
    {"answered", "Answered", "", {0}, {{0}}, true},
};

static const struct move case_moves[] = {
    {"triage_red", "Red", 'r', "triage", "review", "triage_officer supervisor", "triage", NULL,
	NULL, "", "red", false},
    {"triage_green", "Green", 'g', "triage", "review", "triage_officer supervisor", "triage",
	"not later:yes", "a later incident is at least amber", "", "green", false},
    {"ask", "Ask for research", 'w', "review", "research", "reviewer", "", NULL, NULL, "", "",
	true},
    {"found", "Research done", 'D', "research", "review", "reviewer triage_officer", "",
	"-checks:not_checked", NULL, "", "", false},
    {"finish", "Finish", 'f', "review", "reviewed", "reviewer", "review", NULL, NULL,
	"triage_red triage_green", "", false},
    {"sign_off", "Sign off", 'S', "reviewed", "closed", "supervisor", "",
	"severity<high or has:narrative", NULL, "triage_red triage_green finish", "", false},
};
static const struct move enquiry_moves[] = {
    {"answer", "Answer", 'a', "waiting", "answered", "reviewer", "", NULL, NULL, "", "", true},
};

/* Made here, so written nowhere. */
#define NOWHERE                                                                                \
	{                                                                                      \
		{NULL, 0}, 0, 0                                                                \
	}
static const struct role roles[] = {
    {{"triage_officer", 14}, {"Triage officer", 14}, RIGHT_READ | RIGHT_TAKE | RIGHT_NOTE, 0,
	NOWHERE},
    {{"reviewer", 8}, {"Reviewer", 8}, RIGHT_READ | RIGHT_TAKE | RIGHT_NOTE, 0, NOWHERE},
    {{"supervisor", 10}, {"Supervisor", 10}, RIGHT_READ | RIGHT_TAKE | RIGHT_ASSIGN, 0,
	NOWHERE},
    {{"second_reader", 13}, {"Second reader", 13}, RIGHT_READ | RIGHT_TAKE, 0, NOWHERE},
    {{"adjudicator", 11}, {"Adjudicator", 11}, RIGHT_READ | RIGHT_TAKE, 0, NOWHERE},
    {{"observer", 8}, {"Observer", 8}, RIGHT_READ, RIGHT_TAKE, NOWHERE},
    {{"auditor", 7}, {"Auditor", 7}, RIGHT_READ | RIGHT_LOG, 0, NOWHERE},
    {{"administrator", 13}, {"Administrator", 13}, RIGHT_USERS | RIGHT_IMPORT, 0, NOWHERE},
};
static const struct band bands[] = {
    {{"green", 5}, {"Green", 5}, '-', {"calm", 4}, NOWHERE},
    {{"amber", 5}, {"Amber", 5}, '+', {"caution", 7}, NOWHERE},
    {{"red", 3}, {"Red", 3}, '!', {"danger", 6}, NOWHERE},
};
struct term_row {
	const char *when, *because;
	int points, per_day;
	const char *since;
};
static const struct term_row case_terms[] = {
    {"band:red", "risk red", 100, 0, ""},
    {"severity>=medium", NULL, 20, 0, ""},
    {"later:yes", "later incident", 40, 0, ""},
    {"visits>=3", "many visits", -5, 0, ""},
    {NULL, "waiting", 0, 2, "received"},
};
static const struct column columns[] = {
    {{"ref", 3}, {"Reference", 9}, 12, 1, NOWHERE},
    {{"band", 4}, {"Band", 4}, 6, 2, NOWHERE},
    {{"subject_name", 12}, {"Subject", 7}, 22, 3, NOWHERE},
    {{"received", 8}, {"Received", 8}, 10, 4, NOWHERE},
};

struct transition *toy_step(struct record_type *t, const char *id)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (str_is(t->transitions.v[i].id, id))
			return &t->transitions.v[i];
	BUG("toy pack: no transition %s", id);
}

struct strs toy_list(struct arena *a, const char *words)
{
	struct str rest = arena_cstr(a, words), word;
	struct strs list = {0};

	while (str_cut(&rest, ' ', &word))
		*arena_push(a, &list) = word;
	return list;
}

/* "post" is labelled "Post". */
static struct choices choices_of(struct arena *a, const char *codes)
{
	struct strs list = toy_list(a, codes);
	struct choices c = {0};

	for (size_t i = 0; i < list.n; i++) {
		char first = (char)(list.v[i].p[0] - 'a' + 'A');
		*arena_push(a, &c) = (struct choice){list.v[i],
		    arena_printf(a, "%c%.*s", first, (int)list.v[i].n - 1, list.v[i].p + 1)};
	}
	return c;
}

static struct vspec spec_of(struct arena *a, const struct item *row)
{
	return (struct vspec){.type = row->type,
	    .choices = choices_of(a, row->choices),
	    .absent = row->absent,
	    .max = row->max};
}

static void add_question(struct arena *a, struct record_type *t, const struct item *row)
{
	struct form *f = t->forms.n ? &t->forms.v[t->forms.n - 1] : NULL;
	struct {
		struct question *v;
		size_t n, cap;
	} list = {0};

	if (!f || !str_is(f->name, row->form)) {
		f = arena_push(a, &t->forms);
		f->name = str_of(row->form);
		f->title = f->name;
	}
	list.v = f->questions;
	list.n = f->n;
	list.cap = f->cap;
	*arena_push(a, &list) = (struct question){.name = str_of(row->name),
	    .label = str_of(row->label),
	    .spec = spec_of(a, row),
	    .required = row->is & REQUIRED,
	    .show_if_text = str_of(row->show_if),
	    .reason_if = str_of(row->reason_if),
	    .attr = {.ordered = row->is & ORDERED}};
	f->questions = list.v;
	f->n = list.n;
	f->cap = list.cap;
}

void toy_items(struct arena *a, struct record_type *t, const struct item *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct item *row = &rows[i];
		if (row->form)
			add_question(a, t, row);
		else
			*arena_push(a, &t->fields) = (struct field){.name = str_of(row->name),
			    .label = str_of(row->label),
			    .spec = spec_of(a, row),
			    .required = row->is & REQUIRED,
			    .restricted = row->is & RESTRICTED,
			    .index = row->is & INDEX,
			    .search = row->is & SEARCH,
			    .names = row->is & NAMES,
			    .bars = row->is & BARS,
			    .attr = {.ordered = row->is & ORDERED}};
	}
}

void toy_states(struct arena *a, struct record_type *t, const struct place_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct state *s = arena_push(a, &t->states);
		*s = (struct state){.name = str_of(rows[i].name),
		    .label = str_of(rows[i].label),
		    .queue = str_of(rows[i].queue),
		    .final = rows[i].final,
		    .due = {.any = rows[i].any}};
		if (rows[i].by_band[0].kind == LIMIT_NONE)
			continue;
		s->due.by_band = arena_new(a, struct limit, COUNT(bands));
		for (size_t k = 0; k < COUNT(bands); k++)
			s->due.by_band[k] = rows[i].by_band[k];
	}
}

void toy_moves(struct arena *a, struct record_type *t, const struct move *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		*arena_push(a, &t->transitions) = (struct transition){.id = str_of(rows[i].id),
		    .label = str_of(rows[i].label),
		    .key = rows[i].key,
		    .from = toy_list(a, rows[i].from),
		    .to = str_of(rows[i].to),
		    .by = toy_list(a, rows[i].by),
		    .form = str_of(rows[i].form),
		    .when_text = str_of(rows[i].when),
		    .because = str_of(rows[i].because),
		    .distinct = toy_list(a, rows[i].distinct),
		    .band = str_of(rows[i].band),
		    .reason = rows[i].reason};
}

static void add_terms(struct arena *a, struct record_type *t)
{
	for (size_t i = 0; i < COUNT(case_terms); i++)
		*arena_push(a, &t->ranks) =
		    (struct rank_term){.when_text = str_of(case_terms[i].when),
			.because = str_of(case_terms[i].because),
			.points = case_terms[i].points,
			.per_day = case_terms[i].per_day,
			.since = str_of(case_terms[i].since)};
	for (size_t i = 0; i < COUNT(columns); i++)
		*arena_push(a, &t->columns) = columns[i];
}

struct record_type *toy_type(struct arena *a, struct pack *p, const char *name,
    const char *label, const char *ref, const char *initial)
{
	struct record_type *t = arena_push(a, &p->types);

	*t = (struct record_type){.name = str_of(name),
	    .label = str_of(label),
	    .plural = arena_printf(a, "%ss", label),
	    .ref = str_of(ref),
	    .initial = str_of(initial),
	    .received = STR("received")};
	return t;
}

static void add_types(struct arena *a, struct pack *p)
{
	struct record_type *t = toy_type(a, p, "case", "Case", "TOY-{source_ref}", "triage");

	t->title = STR("{subject_name}");
	toy_items(a, t, case_items, COUNT(case_items));
	toy_states(a, t, case_states, COUNT(case_states));
	toy_moves(a, t, case_moves, COUNT(case_moves));
	add_terms(a, t);
	t = toy_type(a, p, "enquiry", "Enquiry", "ENQ-{number}", "waiting");
	toy_items(a, t, enquiry_items, COUNT(enquiry_items));
	toy_states(a, t, enquiry_states, COUNT(enquiry_states));
	toy_moves(a, t, enquiry_moves, COUNT(enquiry_moves));
}

static void add_rest(struct arena *a, struct pack *p)
{
	static const char *const headers[][2] = {
	    {"No.", "source_ref"}, {"Received", "received"}, {"Subject", "subject_name"}};
	struct import_map *m = arena_push(a, &p->maps);
	int32_t *days = arena_new(a, int32_t, 2);

	*m = (struct import_map){.name = STR("extract"), .type = STR("case")};
	for (size_t i = 0; i < COUNT(headers); i++)
		*arena_push(a, &m->columns) = (struct map_column){
		    .header = str_of(headers[i][0]), .field = str_of(headers[i][1])};
	*arena_push(a, &p->views) = (struct view){
	    .name = STR("mine"), .label = STR("Mine"), .text = STR("holder:me opened>=-30d")};
	*arena_push(a, &p->regimes) = (struct regime){
	    .id = STR("old"), .from = day_of(2014, 3, 8), .total_days = 35, .verified = true};
	*arena_push(a, &p->regimes) = (struct regime){
	    .id = STR("new"), .from = day_of(2023, 4, 5), .total_days = 28, .verified = true};
	days[0] = day_of(2026, 12, 25);
	days[1] = day_of(2026, 12, 28);
	p->holidays = (struct holidays){days, 2};
}

static const struct expr *guard(
    struct arena *a, const struct pack *p, const struct record_type *t, struct str text)
{
	struct expr_env env = {.pack = p, .type = t, .now = NO_TIME};
	const struct expr *x = NULL;
	struct err e = {0};

	if (text.n && !expr_parse(a, text, &env, &x, &e))
		BUG("toy pack: %s", e.text);
	return x;
}

/* The type of its parent, of which alone the condition of opening speaks. */
static const struct record_type *above(const struct pack *p, const struct record_type *t)
{
	return t->open.under.n == 1 ? pack_type(p, t->open.under.v[0]) : NULL;
}

static void read_consequences(
    struct arena *a, const struct pack *p, struct record_type *t, struct transition *tr)
{
	tr->when = guard(a, p, t, tr->when_text);
	for (size_t i = 0; i < tr->opens.n; i++)
		tr->opens.v[i].when = guard(a, p, t, tr->opens.v[i].when_text);
	for (size_t i = 0; i < tr->samples.n; i++)
		tr->samples.v[i].when = guard(a, p, t, tr->samples.v[i].when_text);
}

static void read_expressions(struct arena *a, const struct pack *p, struct record_type *t)
{
	t->open.when = guard(a, p, above(p, t), t->open.when_text);
	for (size_t i = 0; i < t->transitions.n; i++)
		read_consequences(a, p, t, &t->transitions.v[i]);
	for (size_t i = 0; i < t->states.n; i++)
		t->states.v[i].seats.when = guard(a, p, t, t->states.v[i].seats.when_text);
	for (size_t i = 0; i < t->ranks.n; i++)
		t->ranks.v[i].when = guard(a, p, t, t->ranks.v[i].when_text);
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++) {
			struct question *q = &t->forms.v[i].questions[j];
			q->show_if = guard(a, p, t, q->show_if_text);
		}
}

struct pack *toy_pack_open(struct arena *a)
{
	struct pack *p = arena_new(a, struct pack, 1);

	*p = (struct pack){.name = STR("toy"),
	    .title = STR("Toy review"),
	    .marking = STR("TRAINING"),
	    .id = STR("00000000000000000000000000000000000000000000000000000000000000aa"),
	    .claim_minutes = 30,
	    .scope_from = day_of(2015, 4, 1),
	    .scope_to = day_of(2023, 8, 31)};
	for (size_t i = 0; i < COUNT(roles); i++)
		*arena_push(a, &p->roles) = roles[i];
	for (size_t i = 0; i < COUNT(bands); i++)
		*arena_push(a, &p->bands) = bands[i];
	add_types(a, p);
	add_rest(a, p);
	toy_engine(a, p);
	pack_finish(a, p);
	for (size_t i = 0; i < p->types.n; i++)
		read_expressions(a, p, &p->types.v[i]);
	return p;
}

const struct pack *toy_pack(struct arena *a)
{
	return toy_pack_open(a);
}
