/* SPDX-License-Identifier: MIT */
/* Codes, labels and absences looked up among declared choices. */
#include "rules/choice.h"

#include "lookback/base/utf8.h"

struct strs choice_codes(struct arena *a, const struct choices *c)
{
	struct strs out = {0};

	for (size_t i = 0; i < c->n; i++)
		*arena_push(a, &out) = c->v[i].code;
	return out;
}

int choice_index(const struct choices *c, struct str code)
{
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].code, code))
			return (int)i;
	return -1;
}

int choice_find(struct arena *a, const struct choices *c, struct str given)
{
	int i = choice_index(c, given);
	struct str want;

	if (i >= 0)
		return i;
	want = utf8_fold(a, given);
	for (i = 0; i < (int)c->n; i++)
		if (str_eq(utf8_fold(a, c->v[i].code), want) ||
		    str_eq(utf8_fold(a, c->v[i].label), want))
			return i;
	return -1;
}

struct str choice_label(const struct choices *c, struct str code)
{
	int i = choice_index(c, code);

	if (i >= 0)
		return c->v[i].label.n ? c->v[i].label : code;
	for (i = 0; i < 3; i++)
		if (str_eq(absences[i].code, code))
			return absences[i].label;
	return code;
}

unsigned absence_bit(struct str code)
{
	for (unsigned i = 0; i < 3; i++)
		if (str_eq(absences[i].code, code))
			return 1u << i;
	return 0;
}

bool choices_hold(struct str list, struct str code)
{
	struct str part;

	while (str_cut(&list, ',', &part))
		if (str_eq(part, code))
			return true;
	return false;
}
