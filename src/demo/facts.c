/* SPDX-License-Identifier: MIT */
/* The facts of a row: who, when, how it came in, what was feared. */
#include "demo/facts.h"

#include "demo/vary.h"
#include "lookback/base/when.h"

enum {
	AGAIN = 90,        /* rows about a subject already there, per mille */
	SAME_COUPLE = 400, /* of these, with the same person at risk */
	SERIALS = 999983,  /* a prime: rows are spread over six digits without a repeat */
};

static const struct weighted systems[] = {{"RMS", 70}, {"CAD", 14}, {"SHEET", 9}, {"PAPER", 7}};
const struct weighted channel_codes[CHANNELS] = {
    [CHANNEL_PHONE] = {"101", 38},
    [CHANNEL_ONLINE] = {"ONLINE", 22},
    [CHANNEL_STATION] = {"STATION", 14},
    [CHANNEL_OFFICER] = {"OFFICER", 12},
    [CHANNEL_AGENCY] = {"AGENCY", 8},
    [CHANNEL_OTHER] = {"OTHER", 3},
    [CHANNEL_UNRECORDED] = {"NOT_RECORDED", 3},
};
/* Where the police or a partner began it, nobody rang. */
static const struct weighted know_channels[CHANNELS] = {
    [CHANNEL_OFFICER] = {"OFFICER", 62},
    [CHANNEL_AGENCY] = {"AGENCY", 34},
    [CHANNEL_OTHER] = {"OTHER", 2},
    [CHANNEL_UNRECORDED] = {"NOT_RECORDED", 2},
};
const struct weighted relation_codes[RELATIONS] = {
    [RELATION_PARTNER] = {"PARTNER", 46},
    [RELATION_EX_PARTNER] = {"EX_PARTNER", 22},
    [RELATION_SPOUSE] = {"SPOUSE", 14},
    [RELATION_EX_SPOUSE] = {"EX_SPOUSE", 7},
    [RELATION_FAMILY] = {"FAMILY", 6},
    [RELATION_OTHER] = {"OTHER", 2},
    [RELATION_UNRECORDED] = {"NOT_RECORDED", 3},
};
static const unsigned live_together[RELATIONS] = {620, 80, 910, 60, 420, 100, 200};
static const struct weighted worry_weights[WORRIES] = {{"temper", 26}, {"control", 22},
    {"money", 11}, {"assault", 16}, {"throat", 6}, {"threats", 11}, {"followed", 12},
    {"damage", 9}, {"drink", 15}, {"rumour", 24}};
static const char *const agencies[] = {"Health visiting team", "Children's social care team",
    "Women's refuge outreach team", "Housing options team", "Neighbourhood policing team",
    "Safeguarding desk", "Community midwives", "Probation office",
    "Safeguarding lead of the school", "Drug and alcohol service"};
static const char *const contact_ways[] = {
    "Text first, wait for an answer, then ring",
    "Work telephone, weekdays 09:00-16:00; say it is the dentist",
    "Only while the children are at school, 09:30-14:30",
    "Through her sister; do not call the house",
    "Do not leave voice messages: the telephone is shared",
    "E-mail is read by others; telephone only",
    "Any time; lives alone",
    "At the surgery on Tuesdays, ask for the practice nurse",
    "NOT SAFE by telephone; through the support worker only",
    "Mobile after 18:00; if a man answers, wrong number",
    "No letters to the address",
};
enum {
	SYSTEMS = sizeof(systems) / sizeof(systems[0]),
	AGENCIES = sizeof(agencies) / sizeof(agencies[0]),
	WAYS = sizeof(contact_ways) / sizeof(contact_ways[0]),
};

/* A row about somebody already there points at any earlier row, and that one at its own
 * subject; so subjects return two and three times without anything being kept. */
static uint64_t subject_of(uint64_t seed, uint64_t row, bool *same_couple)
{
	bool first = true;

	*same_couple = false;
	while (row > 0) {
		struct dice d = draw_at(seed, STREAM_KIN, row);
		if (!draw_happens(&d, AGAIN))
			break;
		if (first)
			*same_couple = draw_happens(&d, SAME_COUPLE);
		first = false;
		row = dice_below(&d, row);
	}
	return row;
}

/* April 2015 to August 2023; five times as many a month at the end as at the start. */
static int32_t draw_received(struct dice *d)
{
	int32_t first = day_of(2015, 4, 1), last = day_of(2023, 8, 31);
	uint64_t span = (uint64_t)(last - first) + 1;
	uint64_t one = dice_below(d, span), two = dice_below(d, span);

	if (!draw_happens(d, 333) && two > one)
		one = two;
	return (int32_t)(first + (int32_t)one);
}

/* Two digits of the year and a number that no other row has. */
static struct str make_ref(struct arena *a, uint64_t seed, const struct row_facts *f)
{
	uint64_t serial = f->row;
	int y, m, d;

	day_split(f->received, &y, &m, &d);
	if (serial < SERIALS)
		serial = (serial * 61681 + seed % SERIALS * 7919) % SERIALS;
	return arena_printf(a, "%02d-%06llu", y % 100, (unsigned long long)serial);
}

static void make_people(struct arena *a, uint64_t seed, struct dice *d, struct row_facts *f)
{
	bool again, couple;

	f->subject_serial = subject_of(seed, f->row, &couple);
	again = f->subject_serial != f->row;
	people_subject(a, seed, f->subject_serial, &f->b);
	people_at_risk(a, seed, couple ? f->subject_serial : f->row, &f->b, &f->a);
	people_third(a, seed, f->row, &f->a, &f->c);
	if (again)
		vary_person(a, d, &f->b);
	else if (draw_happens(d, 30))
		f->b.born = NO_DAY;
	if (draw_happens(d, 40))
		f->a.born = NO_DAY;
	if (draw_happens(d, again ? 300 : 120))
		f->alias = vary_alias(a, d, &f->b);
}

static void make_couple(struct dice *d, struct row_facts *f)
{
	unsigned yes;

	f->relation = (enum relation)draw_weighted(d, relation_codes, RELATIONS);
	yes = live_together[f->relation];
	f->living = draw_happens(d, yes) ? LIVING_YES : LIVING_NO;
	if (draw_happens(d, 70))
		f->living = draw_happens(d, 600) ? LIVING_UNKNOWN : LIVING_UNRECORDED;
	f->children = draw_happens(d, 450) ? 0 : 1 + (int)draw_early(d, 4);
	if (draw_happens(d, 40))
		f->children = CHILDREN_UNRECORDED;
}

static void make_applicant(struct arena *a, struct dice *d, struct row_facts *f)
{
	bool know = f->route == ROUTE_KNOW;
	const struct weighted *channels = know ? know_channels : channel_codes;

	f->channel = (enum channel)draw_weighted(d, channels, CHANNELS);
	f->kind = APPLICANT_AGENCY;
	if (!know)
		f->kind = draw_happens(d, 640) ? APPLICANT_A : APPLICANT_C;
	if (draw_happens(d, 15))
		f->kind = APPLICANT_UNKNOWN;
	f->agency = str_of(agencies[draw_index(d, AGENCIES)]);
	if (!draw_happens(d, 90))
		f->phone = people_phone(a, d);
	if (!draw_happens(d, 120))
		f->safe_contact = str_of(contact_ways[draw_index(d, WAYS)]);
	if (!draw_happens(d, 60))
		f->address = people_address(a, d);
}

/* Two people in five had no entry anywhere; worries weigh more where there was one. */
static void make_worries(struct dice *d, struct row_facts *f)
{
	int n = 1 + (int)draw_early(d, 4), at = draw_between(d, 0, 99);

	f->held = at < 42 ? HELD_NOTHING : at < 62 ? HELD_MINOR : HELD_SERIOUS;
	if (f->held == HELD_SERIOUS)
		n++;
	while (n-- > 0)
		f->worries |= 1u << draw_weighted(d, worry_weights, WORRIES);
}

void facts_make(struct arena *a, uint64_t seed, uint64_t row, struct row_facts *out)
{
	struct dice d = draw_at(seed, STREAM_ROW, row);
	struct row_facts f = {.row = row};

	f.received = draw_received(&d);
	f.source_ref = make_ref(a, seed, &f);
	f.source_system = systems[draw_weighted(&d, systems, SYSTEMS)].code;
	f.route = draw_happens(&d, 560) ? ROUTE_ASK : ROUTE_KNOW;
	make_people(a, seed, &d, &f);
	make_couple(&d, &f);
	make_applicant(a, &d, &f);
	make_worries(&d, &f);
	work_make(a, &d, &f);
	*out = f;
}

void facts_revise(struct arena *a, uint64_t seed, struct row_facts *f)
{
	struct dice d = draw_at(seed, STREAM_RIGHT, f->row);

	switch (draw_index(&d, 3)) {
	case 0:
		f->children = f->children < 1 ? 1 : f->children + 1;
		break;
	case 1:
		f->address = people_address(a, &d);
		break;
	default:
		f->supervisor = str_is(f->supervisor, "SV1") ? STR("SV2") : STR("SV1");
		break;
	}
}

bool facts_disclosed(const struct row_facts *f)
{
	return f->outcome < OUTCOMES_TOLD;
}
