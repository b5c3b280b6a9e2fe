/* SPDX-License-Identifier: MIT */
/* Written values as typed ones, and the order among them. */
#include "lookback/base/utf8.h"
#include "rules/choice.h"
#include "rules/english.h"
#include "rules/term.h"

#define FIRST_DAY day_of(1, 1, 1)
#define LAST_DAY  day_of(9999, 12, 31)

static struct value day_value(struct arena *a, int32_t day)
{
	char text[DAY_LEN + 1];

	day_text(day, text);
	return value_str(arena_cstr(a, text));
}

static bool digits(struct str s, size_t from, size_t n, int *out)
{
	*out = 0;
	for (size_t i = from; i < from + n; i++) {
		if (i >= s.n || s.p[i] < '0' || s.p[i] > '9')
			return false;
		*out = *out * 10 + (s.p[i] - '0');
	}
	return true;
}

/* 2016 or 2016-03 */
static bool short_date(struct str s, int32_t *lo, int32_t *hi)
{
	int y, m;

	if ((s.n != 4 && s.n != 7) || !digits(s, 0, 4, &y) || y < 1)
		return false;
	if (s.n == 4) {
		*lo = day_of(y, 1, 1);
		*hi = day_of(y, 12, 31);
		return true;
	}
	if (s.p[4] != '-' || !digits(s, 5, 2, &m) || m < 1 || m > 12)
		return false;
	*lo = day_of(y, m, 1);
	*hi = (m == 12 ? day_of(y + 1, 1, 1) : day_of(y, m + 1, 1)) - 1;
	return true;
}

/* A date that stays the same whenever it is read reads the same from two days. */
static bool is_relative(struct str s)
{
	int32_t x, y;

	return day_understand(s, 0, &x) && day_understand(s, 1, &y) && x != y;
}

static bool day_span(struct typing *t, const struct raw *v, struct span *out)
{
	int32_t lo, hi, today = 0;

	if (t->env->now != NO_TIME)
		today = london_day(t->env->now);
	else if (is_relative(v->text))
		return expr_fault(t->err, v->col,
		    "'%.*s' at column %d moves with the days and cannot be kept in a pack",
		    STR_ARG(v->text), v->col);
	if (!short_date(v->text, &lo, &hi)) {
		if (!day_understand(v->text, today, &lo) || lo < FIRST_DAY || lo > LAST_DAY)
			return expr_fault(t->err, v->col,
			    "'%.*s' at column %d is not a date; expected 2016, 2016-03, "
			    "2016-03-05, today or -3d",
			    STR_ARG(v->text), v->col);
		hi = lo;
	}
	out->lo = day_value(t->arena, lo);
	out->hi = day_value(t->arena, hi);
	return true;
}

static bool int_span(struct typing *t, const struct raw *v, struct span *out)
{
	int64_t i;

	if (!str_int(v->text, &i))
		return expr_fault(t->err, v->col, "'%.*s' at column %d is not a whole number",
		    STR_ARG(v->text), v->col);
	out->lo = out->hi = value_int(i);
	return true;
}

static bool choice_span(
    struct typing *t, const struct attr *at, const struct raw *v, struct span *out)
{
	int i = choice_find(t->arena, &at->choices, v->text);
	struct strs codes;
	struct str list, near;

	if (i >= 0) {
		out->lo = out->hi = value_str(at->choices.v[i].code);
		return true;
	}
	codes = choice_codes(t->arena, &at->choices);
	for (unsigned k = 0; k < 3; k++)
		if (at->absent & 1u << k)
			*arena_push(t->arena, &codes) = absences[k].code;
	list = english_list(t->arena, codes, "or");
	near = english_near(t->arena, v->text, codes);
	return expr_fault(t->err, v->col,
	    "'%.*s' at column %d is not a value of '%.*s'; expected %.*s%.*s", STR_ARG(v->text),
	    v->col, STR_ARG(at->name), STR_ARG(list), STR_ARG(near));
}

static bool line_span(
    struct typing *t, const struct attr *at, const struct raw *v, struct span *out)
{
	struct str text = v->text;

	if (at->type == VT_USER && !v->quoted && str_is(text, "me")) {
		text = t->env->me;
		if (text.n == 0)
			return expr_fault(t->err, v->col,
			    "'me' at column %d is nobody in an expression of a pack", v->col);
	}
	text = utf8_fold(t->arena, text);
	if (text.n == 0)
		return expr_fault(t->err, v->col,
		    "there is nothing to compare with at column %d; expected a text, or none",
		    v->col);
	out->lo = out->hi = value_str(text);
	return true;
}

bool type_span(struct typing *t, const struct attr *at, const struct raw *v, struct span *out)
{
	*out = (struct span){0};
	if (at->absent & absence_bit(v->text)) {
		out->lo = out->hi = value_str(v->text);
		out->absent = true;
		return true;
	}
	switch (at->type) {
	case VT_INT:
		return int_span(t, v, out);
	case VT_DATE:
	case VT_TIME:
		return day_span(t, v, out);
	case VT_CHOICE:
	case VT_CHOICES:
		return choice_span(t, at, v, out);
	case VT_LINE:
	case VT_TEXT:
	case VT_STAFF:
	case VT_USER:
		return line_span(t, at, v, out);
	}
	return false;
}

bool attr_is_ordered(const struct attr *at)
{
	switch (at->type) {
	case VT_INT:
	case VT_DATE:
	case VT_TIME:
		return true;
	case VT_CHOICE:
		return at->ordered;
	case VT_CHOICES:
	case VT_LINE:
	case VT_TEXT:
	case VT_STAFF:
	case VT_USER:
		return false;
	}
	return false;
}

int attr_compare(const struct attr *at, struct value x, struct value y)
{
	int64_t a = x.i, b = y.i;

	if (at->type == VT_CHOICE) {
		a = choice_index(&at->choices, x.s);
		b = choice_index(&at->choices, y.s);
	} else if (at->type != VT_INT) {
		return str_cmp(x.s, y.s); /* dates sort as text */
	}
	return (a > b) - (a < b);
}

static bool step(
    struct arena *a, const struct attr *at, struct value v, int by, struct value *out)
{
	int32_t day;
	int64_t i;

	if (at->type == VT_INT) {
		if (__builtin_add_overflow(v.i, by, &i))
			return false;
		*out = value_int(i);
		return true;
	}
	if (at->type == VT_CHOICE) {
		i = choice_index(&at->choices, v.s) + by;
		if (i < 0 || i >= (int64_t)at->choices.n)
			return false;
		*out = value_str(at->choices.v[i].code);
		return true;
	}
	if (!day_read(v.s, &day) || day + by < FIRST_DAY || day + by > LAST_DAY)
		return false;
	*out = day_value(a, day + by);
	return true;
}

bool type_below(struct arena *a, const struct attr *at, struct value v, struct value *out)
{
	return step(a, at, v, -1, out);
}

bool type_above(struct arena *a, const struct attr *at, struct value v, struct value *out)
{
	return step(a, at, v, 1, out);
}
