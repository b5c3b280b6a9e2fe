/* SPDX-License-Identifier: MIT */
/* Values, moments and lists in words for people. */
#include "review/words.h"

#include "lookback/base/utf8.h"

struct str say_instant(struct arena *a, int64_t ms)
{
	char text[TIME_LEN + 1];

	if (ms == NO_TIME)
		return STR("");
	time_text(ms, text);
	return arena_cstr(a, text);
}

struct str say_day(struct arena *a, int32_t day)
{
	char text[DAY_LEN + 1];

	if (day == NO_DAY)
		return STR("");
	day_text(day, text);
	return arena_cstr(a, text);
}

struct str say_long_day(struct arena *a, int32_t day)
{
	char text[32];
	struct str all;

	london_text(london_end_of_day(day) - 1, text);
	all = arena_cstr(a, text);
	while (all.n && all.p[all.n - 1] != ' ')
		all.n--;
	return arena_str(a, str_trim(all));
}

struct str say_clock(struct arena *a, int64_t ms, int64_t now)
{
	char text[32];
	struct str all, part = {0}, rest;

	london_text(ms, text);
	all = arena_cstr(a, text);
	if (london_day(ms) != london_day(now))
		return all;
	rest = all;
	while (str_cut(&rest, ' ', &part))
		;
	return arena_str(a, part);
}

/* Days from now to a date, negative when it has passed; a date at midnight belongs to the
 * day that ends there. */
static int32_t days_to(int64_t due, int64_t now)
{
	return london_day(due - 1) - london_day(now);
}

struct str say_due(struct arena *a, int64_t due, int64_t now)
{
	int32_t days;

	if (due == NO_TIME)
		return STR("");
	days = days_to(due, now);
	if (due < now)
		return days == 0 ? STR("late today") : arena_printf(a, "%d d late", -days);
	return days == 0 ? STR("today") : arena_printf(a, "in %d d", days);
}

struct str say_due_long(struct arena *a, int64_t due, int64_t now)
{
	struct str clock;
	int32_t days;

	if (due == NO_TIME)
		return STR("");
	days = days_to(due, now);
	clock = say_clock(a, due, due);
	if (days == 0)
		return arena_printf(
		    a, due < now ? "late since %.*s today" : "due today, %.*s", STR_ARG(clock));
	if (due < now)
		return arena_printf(a, "%d day%s late", -days, plural(-days));
	return arena_printf(a, "due in %d day%s", days, plural(days));
}

struct str say_code(const struct choices *c, struct str code)
{
	for (size_t i = 0; c && i < c->n; i++)
		if (str_eq(c->v[i].code, code))
			return c->v[i].label.n ? c->v[i].label : code;
	for (size_t i = 0; i < 3; i++)
		if (str_eq(absences[i].code, code))
			return absences[i].label;
	return code;
}

static struct str codes_words(struct arena *a, const struct choices *c, struct str codes)
{
	struct buf b = buf_in(a);
	struct str part;

	while (str_cut(&codes, ',', &part)) {
		buf_puts(&b, b.n ? ", " : "");
		buf_put(&b, say_code(c, part));
	}
	return buf_str(&b);
}

struct str say_value(struct arena *a, enum vtype type, const struct choices *c, struct value v)
{
	char text[32];

	if (v.kind == V_NONE)
		return STR("");
	if (type == VT_TIME && v.kind == V_INT) {
		london_text(v.i, text);
		return arena_cstr(a, text);
	}
	if (v.kind == V_STR && type == VT_CHOICES)
		return codes_words(a, c, v.s);
	if (v.kind == V_STR && type != VT_LINE && type != VT_TEXT)
		return say_code(c, v.s);
	return value_text(a, v);
}

struct str say_cut(struct arena *a, struct str s, size_t max)
{
	size_t at = 0, cut = 0;
	uint32_t cp;

	if (s.n <= max)
		return s;
	while (utf8_next(s, &at, &cp) && at + 3 <= max)
		cut = at;
	return arena_printf(a, "%.*s...", (int)cut, s.p);
}

struct str say_list(struct arena *a, struct strs list, const char *join)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < list.n; i++) {
		if (i > 0 && i + 1 == list.n)
			buf_printf(&b, " %s ", join);
		else if (i > 0)
			buf_puts(&b, ", ");
		buf_put(&b, list.v[i]);
	}
	return buf_str(&b);
}

struct str say_near(struct arena *a, struct str word, struct strs list)
{
	struct str near = str_nearest(word, list.v, list.n);

	return near.n ? arena_printf(a, "; did you mean '%.*s'?", STR_ARG(near)) : STR("");
}

const char *plural(int64_t n)
{
	return n == 1 ? "" : "s";
}

struct str state_words(const struct record_type *t, struct str state)
{
	const struct state *s = t ? type_state(t, state) : NULL;

	return s && s->label.n ? s->label : state;
}

struct str band_words(const struct pack *p, struct str band)
{
	const struct band *b = pack_band(p, band);

	return b && b->label.n ? b->label : band;
}

struct str role_words(const struct pack *p, struct str role)
{
	const struct role *r = pack_role(p, role);

	return r && r->label.n ? r->label : role;
}

struct strs role_labels(struct arena *a, const struct pack *p, struct strs roles)
{
	struct strs out = {0};

	for (size_t i = 0; i < roles.n; i++)
		*arena_push(a, &out) = role_words(p, roles.v[i]);
	return out;
}
