/* SPDX-License-Identifier: MIT */
/* Looking up codes among declared choices and the three absences. */
#ifndef LOOKBACK_RULES_CHOICE_H
#define LOOKBACK_RULES_CHOICE_H

#include "lookback/rules/value.h"

struct strs choice_codes(struct arena *a, const struct choices *c);
/* Index of a code in the choices, or -1. */
int choice_index(const struct choices *c, struct str code);
/* By code first; else by code or label without regard to case and accents; or -1. */
int choice_find(struct arena *a, const struct choices *c, struct str given);
/* The label of a choice or absence; the code itself when there is none. */
struct str choice_label(const struct choices *c, struct str code);
/* The ABSENT_x bit of an absence code, or 0. */
unsigned absence_bit(struct str code);
/* Is the code among those of a VT_CHOICES value (comma-separated)? */
bool choices_hold(struct str list, struct str code);

#endif
