/* SPDX-License-Identifier: MIT */
/* What most files of screen tests begin with: one screen, and what it shows and asked. */
#ifndef LOOKBACK_TESTS_TUI_STAGE_H
#define LOOKBACK_TESTS_TUI_STAGE_H

#include <check.h>

#include "screen.h"

static struct screen s;

static inline void set_up(void)
{
	screen_init(&s, 24, 80, false);
}

static inline void tear_down(void)
{
	screen_clear(&s);
}

#define SHOWS(text)                                                                            \
	ck_assert_msg(screen_shows(&s, text), "no '%s' in\n%s", text, screen_text(&s))
#define HIDES(text) ck_assert_msg(!screen_shows(&s, text), "'%s' in\n%s", text, screen_text(&s))
#define ASKED(line)                                                                            \
	ck_assert_msg(canned_asked(&s.canned, line), "not asked: %s in\n%s", line,             \
	    buf_str(&s.canned.asked).p)

#endif
