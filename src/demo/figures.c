/* SPDX-License-Identifier: MIT */
/*
 * The figures of a whole review, counted by the service from what stands in it, never from
 * what the crew remembers; and what they must be, for they are the story that was told.
 */
#include "demo/plan.h"

#include "lookback/wire/refusals.h"

enum { ALL = -1, ANY = -2 };

static const struct figure_row {
	const char *what, *expr;
	int64_t wanted;
} rows[DEMO_FIGURES] = {
    {"risk-assessed", "type:application -state:triage", ALL},
    {"closed at triage", "state:closed_at_triage", ANY},
    {"reviewed, no failure", "state:closed_no_failure", ANY},
    {"failures with harm", "type:failure category:harm in_window:yes", 2},
    {"administrative failures", "type:failure category:administrative in_window:yes", 14},
    {"service failures", "type:failure category:service in_window:yes", 17},
    {"failures in all", "type:failure in_window:yes", PLAN_STORIES},
    {"failures outside the window", "type:failure in_window:no", 1},
    {"referrals", "type:referral in_window:yes", 5},
    {"referrals of what lies outside", "type:referral in_window:no", 1},
    {"people reached", "type:contact_card state:reached", 24},
    {"unable to reach", "type:contact_card state:unable", 5},
    {"not safe to contact", "type:contact_card state:unsafe", 4},
    {"checks made anew", "type:check", ANY},
    {"disclosures made", "type:disclosure state:made_known", ANY},
    {"alerts not acknowledged", "alert:yes", 0},
};

bool figures_count(
    struct client *c, int64_t applications, struct demo_made *made, struct err *e)
{
	struct arena a = {0};
	bool ok = true;

	for (int i = 0; i < DEMO_FIGURES; i++) {
		const struct req_count q = {.expr = str_of(rows[i].expr)};
		int64_t wanted = rows[i].wanted == ALL ? applications : rows[i].wanted;
		struct rep_count r;
		struct err why = {0};
		if (!ask_count(c, &a, &q, &r, &why)) {
			*e = why;
			arena_clear(&a);
			return false;
		}
		made->figures[i] = (struct demo_figure){rows[i].what, rows[i].expr, r.count};
		if (wanted != ANY && r.count != wanted)
			ok = err_more(e, ERR_REFUSED, REFUSED_DEMO_FIGURES, rows[i].what,
			    rows[i].expr, (long long)r.count, (long long)wanted);
	}
	arena_clear(&a);
	return ok;
}
