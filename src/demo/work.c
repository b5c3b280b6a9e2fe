/* SPDX-License-Identifier: MIT */
/*
 * What the original work left behind. Whether something was disclosed depends on what was
 * held about the subject and on who handled it, on nothing else; so all handlers but one
 * differ by chance alone, and a funnel plot that shows more than one is wrong.
 */
#include "demo/facts.h"
#include "lookback/base/when.h"

static const struct handler handlers[] = {
    {"H01", 92, 2015, 2023, false},
    {"H02", 80, 2015, 2019, false},
    {"H03", 74, 2015, 2023, false},
    {"H04", 66, 2015, 2018, false},
    {"H05", 60, 2016, 2023, false},
    {"H06", 55, 2015, 2021, false},
    {"H07", 44, 2015, 2023, true},
    {"H08", 50, 2017, 2023, false},
    {"H09", 46, 2015, 2017, false},
    {"H10", 44, 2018, 2023, false},
    {"H11", 40, 2016, 2020, false},
    {"H12", 36, 2019, 2023, false},
    {"H13", 34, 2015, 2023, false},
    {"H14", 30, 2020, 2023, false},
    {"H15", 28, 2018, 2022, false},
    {"H16", 26, 2021, 2023, false},
    {"H17", 24, 2019, 2023, false},
    {"H18", 20, 2016, 2019, false},
    {"H19", 18, 2020, 2023, false},
    {"H20", 16, 2022, 2023, false},
    {"H21", 14, 2017, 2019, false},
    {"H22", 12, 2021, 2023, false},
    {"H23", 10, 2015, 2016, false},
    {"H24", 8, 2022, 2023, false},
};
enum { HANDLERS = sizeof(handlers) / sizeof(handlers[0]), LOAD = 927, SUPERVISORS = 5 };

/* Per mille disclosed, by what was held: a third of all, and a tenth with one handler,
 * who looked in one place and so found little. */
static const unsigned told[2][3] = {{0, 200, 833}, {0, 30, 250}};

static const struct weighted told_how[] = {
    [OUTCOME_TOLD_A] = {NULL, 80},
    [OUTCOME_TOLD_OTHER] = {NULL, 7},
    [OUTCOME_PARTIAL] = {NULL, 13},
};
static const struct weighted nothing_held[OUTCOMES] = {
    [OUTCOME_NO_INFO] = {NULL, 62},
    [OUTCOME_CRITERIA] = {NULL, 4},
    [OUTCOME_WITHDRAWN] = {NULL, 12},
    [OUTCOME_NOT_REACHED] = {NULL, 8},
    [OUTCOME_NOT_PROVED] = {NULL, 3},
    [OUTCOME_NOT_IDENTIFIED] = {NULL, 6},
    [OUTCOME_TRANSFERRED] = {NULL, 2},
    [OUTCOME_DUPLICATE] = {NULL, 1},
    [OUTCOME_UNRECORDED] = {NULL, 2},
};
static const struct weighted something_held[OUTCOMES] = {
    [OUTCOME_NO_INFO] = {NULL, 2},
    [OUTCOME_NO_NEED] = {NULL, 24},
    [OUTCOME_NOT_PROPORTIONATE] = {NULL, 16},
    [OUTCOME_CRITERIA] = {NULL, 12},
    [OUTCOME_SAFEGUARDING] = {NULL, 4},
    [OUTCOME_CRIMINAL] = {NULL, 4},
    [OUTCOME_WITHDRAWN] = {NULL, 16},
    [OUTCOME_NOT_REACHED] = {NULL, 9},
    [OUTCOME_RECIPIENT_REFUSED] = {NULL, 6},
    [OUTCOME_UNDERTAKING_REFUSED] = {NULL, 2},
    [OUTCOME_TRANSFERRED] = {NULL, 3},
    [OUTCOME_DUPLICATE] = {NULL, 1},
    [OUTCOME_UNRECORDED] = {NULL, 2},
};
static const struct weighted missed[OUTCOMES] = {
    [OUTCOME_NO_INFO] = {NULL, 88},
    [OUTCOME_WITHDRAWN] = {NULL, 7},
    [OUTCOME_NOT_IDENTIFIED] = {NULL, 5},
};
const struct weighted outcome_codes[OUTCOMES] = {
    [OUTCOME_TOLD_A] = {"DISCLOSED_TO_A", 0},
    [OUTCOME_TOLD_OTHER] = {"DISCLOSED_TO_OTHER", 0},
    [OUTCOME_PARTIAL] = {"PARTIAL", 0},
    [OUTCOME_NO_INFO] = {"NO_INFO_TO_DISCLOSE", 0},
    [OUTCOME_NO_NEED] = {"NO_PRESSING_NEED", 0},
    [OUTCOME_NOT_PROPORTIONATE] = {"NOT_PROPORTIONATE", 0},
    [OUTCOME_CRITERIA] = {"CRITERIA_NOT_MET", 0},
    [OUTCOME_SAFEGUARDING] = {"IMMEDIATE_SAFEGUARDING", 0},
    [OUTCOME_CRIMINAL] = {"CRIMINAL_INVESTIGATION_OPENED", 0},
    [OUTCOME_WITHDRAWN] = {"WITHDRAWN", 0},
    [OUTCOME_NOT_REACHED] = {"APPLICANT_NOT_REACHED", 0},
    [OUTCOME_RECIPIENT_REFUSED] = {"RECIPIENT_REFUSED", 0},
    [OUTCOME_UNDERTAKING_REFUSED] = {"UNDERTAKING_REFUSED", 0},
    [OUTCOME_NOT_PROVED] = {"IDENTITY_NOT_PROVED", 0},
    [OUTCOME_NOT_IDENTIFIED] = {"SUBJECT_NOT_IDENTIFIED", 0},
    [OUTCOME_TRANSFERRED] = {"TRANSFERRED_OTHER_FORCE", 0},
    [OUTCOME_DUPLICATE] = {"DUPLICATE", 0},
    [OUTCOME_UNRECORDED] = {"NOT_RECORDED", 0},
};
/* Weight: how often the check was run, per mille. */
const struct weighted check_codes[CHECKS] = {
    {"pnc", 995},
    {"pnd", 850},
    {"visor", 600},
    {"local_intel", 900},
    {"local_crime", 880},
    {"custody", 600},
    {"incidents", 800},
    {"child_protection", 450},
    {"domestic_abuse", 820},
    {"marac_mappa", 550},
    {"partner_agencies", 250},
    {"other_forces", 180},
};
static const struct weighted risks[3][4] = {
    [HELD_NOTHING] = {{"STANDARD", 74}, {"MEDIUM", 16}, {"HIGH", 2}, {"NOT_RECORDED", 8}},
    [HELD_MINOR] = {{"STANDARD", 48}, {"MEDIUM", 38}, {"HIGH", 6}, {"NOT_RECORDED", 8}},
    [HELD_SERIOUS] = {{"STANDARD", 18}, {"MEDIUM", 44}, {"HIGH", 32}, {"NOT_RECORDED", 6}},
};

/* By load, again when the handler was not in the team that year. */
static const struct handler *draw_handler(struct dice *d, int year)
{
	const struct handler *h = handlers;
	int at;

	do {
		at = draw_between(d, 0, LOAD - 1);
		for (h = handlers; at >= (int)h->load && h < handlers + HANDLERS - 1; h++)
			at -= (int)h->load;
	} while (year < h->from || year > h->to);
	return h;
}

static unsigned draw_checks(struct dice *d, const struct row_facts *f)
{
	unsigned made = CHECK_PNC;

	if (f->handler->stands_out)
		return draw_happens(d, 900) ? made : made | CHECK_INTEL;
	if (draw_happens(d, 35))
		return 0;
	for (size_t i = 0; i < CHECKS; i++)
		if (draw_happens(d, check_codes[i].weight))
			made |= 1u << i;
	return made;
}

static enum outcome draw_outcome(struct dice *d, const struct row_facts *f)
{
	bool out = f->handler->stands_out;
	const struct weighted *refused =
	    f->held == HELD_NOTHING ? nothing_held : something_held;

	if (draw_happens(d, told[out][f->held]))
		return (enum outcome)draw_weighted(d, told_how, OUTCOMES_TOLD);
	return (enum outcome)draw_weighted(d, out ? missed : refused, OUTCOMES);
}

/* 35 days were allowed until April 2023, 28 since; three in five kept to it. */
static int draw_days(struct dice *d, const struct row_facts *f)
{
	int limit = f->received < day_of(2023, 4, 5) ? 35 : 28;

	if (f->handler->stands_out)
		return draw_between(d, 1, 6);
	if (draw_happens(d, 620))
		return draw_between(d, 6, limit);
	if (draw_happens(d, 750))
		return draw_between(d, limit + 1, limit + 30);
	return limit + 30 + draw_between(d, 0, 60) + (int)draw_early(d, 400);
}

void work_make(struct arena *a, struct dice *d, struct row_facts *f)
{
	int year, month, day;

	day_split(f->received, &year, &month, &day);
	f->handler = draw_handler(d, year);
	if (!draw_happens(d, f->handler->stands_out ? 350 : 70))
		f->supervisor = arena_printf(a, "SV%d", 1 + (int)draw_early(d, SUPERVISORS));
	f->checks = draw_checks(d, f);
	f->risk = risks[f->held][draw_weighted(d, risks[f->held], 4)].code;
	f->outcome = draw_outcome(d, f);
	f->days = draw_days(d, f);
	f->closed = f->received + f->days;
	if (f->outcome == OUTCOME_UNRECORDED) {
		f->closed = NO_DAY;
		f->days = -1;
	} else if (draw_happens(d, 12)) {
		f->closed = NO_DAY;
	}
}
