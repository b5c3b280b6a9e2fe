/* SPDX-License-Identifier: MIT */
/* What is read before anything else stands before every field, at every size. */
#include <check.h>
#include <string.h>

#include "screen.h"

Suite *suite_tui_leads(void);

static const struct {
	int rows, cols;
	bool ascii;
} sizes[] = {{24, 80, false}, {16, 60, false}, {50, 160, false}, {24, 80, true}};
static const struct {
	const char *tone, *shows;
} tones[] = {{"danger", "! Not safe"}, {"caution", "? Not safe"}, {"calm", "+ Not safe"}};
enum { SIZES = 4, TONES = 3 };

static struct part_answer under[] = {
    {.form = {"safety", 6},
	.question = {"hours", 5},
	.label = {"At what times?", 14},
	.text = {"before 11", 9}},
};
static const struct part_lead card = {.ref = {"DVDS-1-C1", 9},
    .label = {"Contact card", 12},
    .says = {"Not safe", 8},
    .by = {"x1", 2},
    .at = {"2026-11-21T09:00:00.000Z", 24},
    .under = {under, 1, 1}};

static int row_with(struct screen *s, const char *text)
{
	for (int y = 0; y < s->canvas.rows; y++)
		if (strstr(screen_row(s, y).p, text))
			return y;
	return -1;
}

START_TEST(what_leads_stands_before_every_field_with_who_said_it)
{
	struct part_lead lead = card;
	struct screen s;
	int said, first;

	screen_init(
	    &s, sizes[_i / TONES].rows, sizes[_i / TONES].cols, sizes[_i / TONES].ascii);
	lead.tone = str_of(tones[_i % TONES].tone);
	s.canned.record.leads.v = &lead;
	s.canned.record.leads.n = 1;
	screen_keys(&s, "n");
	screen_check(&s);
	said = row_with(&s, tones[_i % TONES].shows);
	first = row_with(&s, "Rules in force");
	ck_assert_msg(said > 0 && first > said, "%s", screen_text(&s));
	ck_assert_int_gt(row_with(&s, "said by x1"), said);
	ck_assert_int_lt(row_with(&s, "At what times? before 11"), first);
	screen_clear(&s);
}
END_TEST

Suite *suite_tui_leads(void)
{
	Suite *s = suite_create("tui leads");
	TCase *t = tcase_create("leads");

	tcase_add_loop_test(
	    t, what_leads_stands_before_every_field_with_who_said_it, 0, SIZES * TONES);
	suite_add_tcase(s, t);
	return s;
}
