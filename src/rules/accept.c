/* SPDX-License-Identifier: MIT */
/* What a person or a file gives becomes a value as it is kept, or a sentence. */
#include "lookback/base/utf8.h"
#include "rules/choice.h"
#include "rules/english.h"

enum { LINE_DEFAULT = 500, TEXT_DEFAULT = 20000, STAFF_MAX = 40, QUOTED_MAX = 60 };

/* Errors quote what was given, but not a whole narrative. */
static struct str short_of(struct str s)
{
	size_t at = 0, cut = 0;
	uint32_t cp;

	while (at <= QUOTED_MAX && utf8_next(s, &at, &cp))
		cut = at <= QUOTED_MAX ? at : cut;
	return (struct str){s.p, s.n <= QUOTED_MAX ? s.n : cut};
}

static bool accept_string(
    const struct vspec *spec, struct str given, struct value *out, struct err *e)
{
	bool lines = spec->type == VT_TEXT;
	int64_t max = spec->max > 0 ? spec->max : lines ? TEXT_DEFAULT : LINE_DEFAULT;
	const char *fault = utf8_fault(given, lines);

	if (fault)
		return err_set(e, ERR_INPUT, "%s", fault);
	if ((int64_t)given.n > max)
		return err_set(e, ERR_INPUT, "the text has %zu bytes; expected at most %lld",
		    given.n, (long long)max);
	*out = value_str(given);
	return true;
}

/* Files from Windows end lines with CR LF; kept text has LF alone. */
static struct str without_cr(struct arena *a, struct str s)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\r' || i + 1 == s.n || s.p[i + 1] != '\n')
			buf_char(&b, s.p[i]);
	return buf_str(&b);
}

static bool accept_int(
    const struct vspec *spec, struct str given, struct value *out, struct err *e)
{
	struct str shown = short_of(given);
	bool any = spec->min == 0 && spec->max == 0;
	int64_t i;

	if (!str_int(given, &i))
		return err_set(e, ERR_INPUT, "'%.*s' is not a whole number", STR_ARG(shown));
	if (!any && (i < spec->min || i > spec->max))
		return err_set(e, ERR_INPUT, "%lld is out of range; expected %lld to %lld",
		    (long long)i, (long long)spec->min, (long long)spec->max);
	*out = value_int(i);
	return true;
}

static bool accept_date(
    struct arena *a, struct str given, int32_t today, struct value *out, struct err *e)
{
	struct str shown = short_of(given);
	char text[DAY_LEN + 1];
	int32_t day;

	if (!day_understand(given, today, &day))
		return err_set(e, ERR_INPUT,
		    "'%.*s' is not a date; expected a day such as 2016-03-05 or 5/3/2016",
		    STR_ARG(shown));
	day_text(day, text);
	*out = value_str(arena_cstr(a, text));
	return true;
}

static bool no_choice(struct arena *a, const struct choices *c, struct str given, struct err *e)
{
	struct strs codes = choice_codes(a, c), labels = {0};
	struct str list = english_list(a, codes, "or"), near, shown = short_of(given);

	near = english_near(a, given, codes);
	for (size_t i = 0; i < c->n; i++)
		*arena_push(a, &labels) = c->v[i].label;
	if (near.n == 0)
		near = english_near(a, given, labels);
	return err_set(e, ERR_INPUT, "'%.*s' is not one of the choices; expected %.*s%.*s",
	    STR_ARG(shown), STR_ARG(list), STR_ARG(near));
}

static bool accept_choice(struct arena *a, const struct vspec *spec, struct str given,
    struct value *out, struct err *e)
{
	int i = choice_find(a, &spec->choices, given);

	if (i < 0)
		return no_choice(a, &spec->choices, given, e);
	*out = value_str(spec->choices.v[i].code);
	return true;
}

/* Kept in declared order, each once, so that equal sets are equal texts. */
static bool accept_choices(struct arena *a, const struct vspec *spec, struct str given,
    struct value *out, struct err *e)
{
	const struct choices *c = &spec->choices;
	bool *chosen = arena_new(a, bool, c->n);
	struct buf b = buf_in(a);
	struct str part;

	while (str_cut(&given, ',', &part)) {
		int i;
		part = str_trim(part);
		if (part.n == 0)
			continue;
		i = choice_find(a, c, part);
		if (i < 0)
			return no_choice(a, c, part, e);
		chosen[i] = true;
	}
	for (size_t i = 0; i < c->n; i++)
		if (chosen[i])
			buf_printf(&b, "%s%.*s", b.n ? "," : "", STR_ARG(c->v[i].code));
	*out = b.n ? value_str(buf_str(&b)) : value_none();
	return true;
}

/* Kept in ASCII capitals without spaces: the same person in two spellings must
 * not slip past the bar on one's own old cases. */
static bool accept_staff(struct arena *a, struct str given, struct value *out, struct err *e)
{
	const char *fault = utf8_fault(given, false);
	struct buf b = buf_in(a);

	if (fault)
		return err_set(e, ERR_INPUT, "%s", fault);
	for (size_t i = 0; i < given.n; i++)
		if (given.p[i] >= 'a' && given.p[i] <= 'z')
			buf_char(&b, (char)(given.p[i] - 'a' + 'A'));
		else if (given.p[i] != ' ')
			buf_char(&b, given.p[i]);
	if (b.n > STAFF_MAX)
		return err_set(e, ERR_INPUT,
		    "the staff code has %zu bytes; expected at most %d", b.n, STAFF_MAX);
	*out = value_str(buf_str(&b));
	return true;
}

/* An absence that the spec does not allow is named as such, unless it could be a
 * text of its own right. */
static bool accept_absence(
    struct arena *a, const struct vspec *spec, struct str given, struct value *out)
{
	struct str want = utf8_fold(a, given);

	for (unsigned i = 0; i < 3; i++)
		if (spec->absent & 1u << i &&
		    (str_eq(given, absences[i].code) ||
			str_eq(want, utf8_fold(a, absences[i].label)))) {
			*out = value_str(absences[i].code);
			return true;
		}
	return false;
}

bool value_accept(struct arena *a, const struct vspec *spec, struct str given, int32_t today,
    struct value *out, struct err *e)
{
	struct str trimmed = str_trim(given);

	if (trimmed.n == 0) {
		*out = value_none();
		return true;
	}
	if (!utf8_valid(given))
		return err_set(e, ERR_INPUT, "%s", utf8_fault(given, true));
	if (spec->absent && accept_absence(a, spec, trimmed, out))
		return true;
	switch (spec->type) {
	case VT_TEXT:
		return accept_string(spec, without_cr(a, given), out, e);
	case VT_LINE:
	case VT_USER:
		return accept_string(spec, arena_str(a, trimmed), out, e);
	case VT_INT:
		return accept_int(spec, trimmed, out, e);
	case VT_DATE:
		return accept_date(a, trimmed, today, out, e);
	case VT_CHOICE:
		return accept_choice(a, spec, trimmed, out, e);
	case VT_CHOICES:
		return accept_choices(a, spec, trimmed, out, e);
	case VT_STAFF:
		return accept_staff(a, trimmed, out, e);
	case VT_TIME:
		return err_set(
		    e, ERR_INPUT, "an instant is kept by the program and not entered");
	}
	return false;
}
