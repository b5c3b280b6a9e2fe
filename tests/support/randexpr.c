/* SPDX-License-Identifier: MIT */
#include "support/randexpr.h"

#include "lookback/base/words.h"
#include "support/randpool.h"

struct maker {
	struct arena *arena;
	struct dice *dice;
	const struct pack *pack;
	struct {
		const struct attr **v;
		size_t n, cap;
	} attrs;
	struct buf out;
	int left; /* conditions that may still be added */
};

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((s.p[i] < 'a' || s.p[i] > 'z') && (s.p[i] < '0' || s.p[i] > '9') &&
		    s.p[i] != '_')
			return false;
	return s.n && !str_is(s, "and") && !str_is(s, "or") && !str_is(s, "not") &&
	       !str_is(s, "none") && !str_is(s, "me");
}

static void put_text(struct maker *m, struct str s)
{
	if (is_plain(s) && chance(m->dice, 70)) {
		buf_put(&m->out, s);
		return;
	}
	buf_char(&m->out, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\' || s.p[i] == '*')
			buf_char(&m->out, '\\');
		buf_char(&m->out, s.p[i]);
	}
	buf_char(&m->out, '"');
}

/* Cut between characters; never empty, and never a lone mark, which folds to none. */
static struct str beginning(struct maker *m, struct str s)
{
	size_t n = 1 + dice_below(m->dice, s.n);

	while (n < s.n && ((unsigned char)s.p[n] & 0xc0) == 0x80)
		n++;
	return (struct str){s.p, n};
}

/* Something that can be searched for: a fraction alone is no word. */
static struct str phrase(struct maker *m, size_t most, bool cut)
{
	struct word w;
	struct str s;
	size_t from;

	do {
		s = pool_text(m->arena, m->dice, most);
		s = cut ? beginning(m, s) : s;
		from = 0;
	} while (!words_next(s, &from, &w));
	return s;
}

static void put_day(struct maker *m)
{
	static const char *const moving[] = {"today", "yesterday", "-3d", "+2w", "-0d"};
	struct str day = pool_pick(m->dice, pool_days);

	if (chance(m->dice, 10))
		buf_puts(&m->out, moving[dice_below(m->dice, 5)]);
	else if (chance(m->dice, 30))
		buf_put(&m->out, (struct str){day.p, chance(m->dice, 50) ? 4 : 7});
	else
		buf_put(&m->out, day);
}

static struct str line_value(struct maker *m, const struct attr *at)
{
	if (at->home == AT_CORE && at->core == CORE_BATCH)
		return pool_pick(m->dice, pool_batches);
	if (at->home == AT_CORE && at->core == CORE_DRAWN)
		return pool_pick(m->dice, pool_passes);
	if (at->home == AT_CORE)
		return arena_printf(m->arena, "%s-%05d", chance(m->dice, 50) ? "toy" : "TOY",
		    (int)dice_below(m->dice, 20));
	return pool_pick(m->dice, pool_names);
}

/* One value that may stand after a colon; with `point`, one that has a place in the
 * order of its attribute. */
static void put_value(struct maker *m, const struct attr *at, bool point)
{
	unsigned absent = at->absent;

	for (unsigned i = 0; i < 3 && !point; i++)
		if (absent & 1u << i && chance(m->dice, 10)) {
			buf_put(&m->out, absences[i].code);
			return;
		}
	switch (at->type) {
	case VT_INT:
		buf_printf(&m->out, "%d", (int)dice_below(m->dice, 8) - 1);
		break;
	case VT_DATE:
	case VT_TIME:
		put_day(m);
		break;
	case VT_CHOICE:
	case VT_CHOICES:
		put_text(m, at->choices.v[dice_below(m->dice, at->choices.n)].code);
		break;
	case VT_LINE:
		put_text(m, line_value(m, at));
		break;
	case VT_STAFF:
		put_text(m, pool_pick(m->dice, pool_staff));
		break;
	case VT_USER:
		if (chance(m->dice, 30))
			buf_puts(&m->out, "me");
		else
			put_text(m, pool_pick(m->dice, pool_users));
		break;
	case VT_TEXT:
		put_text(m, phrase(m, 3, false));
		break;
	}
}

static bool takes_prefix(const struct attr *at)
{
	return at->type == VT_LINE || at->type == VT_STAFF || at->type == VT_USER;
}

static void put_want(struct maker *m, const struct attr *at)
{
	if (chance(m->dice, 8)) {
		buf_puts(&m->out, "none");
	} else if (takes_prefix(at) && chance(m->dice, 30)) {
		struct str s =
		    at->type == VT_LINE ? line_value(m, at) : pool_pick(m->dice, pool_staff);
		put_text(m, beginning(m, s));
		buf_char(&m->out, '*');
	} else if (at->type == VT_TEXT && chance(m->dice, 30)) {
		put_text(m, phrase(m, 2, true));
		buf_char(&m->out, '*');
	} else {
		put_value(m, at, false);
	}
}

static bool is_ordered(const struct attr *at)
{
	return at->type == VT_INT || at->type == VT_DATE || at->type == VT_TIME ||
	       (at->type == VT_CHOICE && at->ordered);
}

/* <= and >= always make sense; < and > not at the ends of a list of choices. */
static void put_comparison(struct maker *m, const struct attr *at)
{
	static const char *const signs[] = {"<=", ">=", " >= ", "<", ">"};

	buf_put(&m->out, at->name);
	buf_puts(&m->out, signs[dice_below(m->dice, at->type == VT_CHOICE ? 3 : 5)]);
	put_value(m, at, true);
}

static void put_range(struct maker *m, const struct attr *at)
{
	bool up = chance(m->dice, 50);

	buf_printf(&m->out, "%.*s:%s", STR_ARG(at->name), up ? "" : "..");
	put_value(m, at, true);
	if (up)
		buf_puts(&m->out, "..");
}

static void put_pair(struct maker *m, const struct attr *at)
{
	if (at->type == VT_INT) {
		int lo = (int)dice_below(m->dice, 5) - 1;
		buf_printf(&m->out, "%.*s:%d..%d", STR_ARG(at->name), lo,
		    lo + (int)dice_below(m->dice, 4));
	} else if (at->type == VT_CHOICE) {
		size_t lo = dice_below(m->dice, at->choices.n);
		size_t hi = lo + dice_below(m->dice, at->choices.n - lo);
		buf_printf(&m->out, "%.*s:%.*s..%.*s", STR_ARG(at->name),
		    STR_ARG(at->choices.v[lo].code), STR_ARG(at->choices.v[hi].code));
	} else {
		size_t lo = dice_below(m->dice, pool_days.n);
		size_t hi = lo + dice_below(m->dice, pool_days.n - lo);
		buf_printf(&m->out, "%.*s:%s..%.*s", STR_ARG(at->name), pool_days.v[lo],
		    chance(m->dice, 50) ? 10 : 4, pool_days.v[hi]);
	}
}

static void put_list(struct maker *m, const struct attr *at)
{
	buf_printf(&m->out, "%.*s:(", STR_ARG(at->name));
	for (size_t i = dice_below(m->dice, 4);; i--) {
		put_want(m, at);
		if (i == 0)
			break;
		buf_puts(&m->out, chance(m->dice, 50) ? "," : " , ");
	}
	buf_char(&m->out, ')');
}

static void put_words(struct maker *m)
{
	struct str s = phrase(m, 2, false);

	if (chance(m->dice, 30))
		s = line_value(m, &m->pack->core[CORE_REF]);
	put_text(m, s);
	if (chance(m->dice, 20))
		buf_char(&m->out, '*');
}

/* A letter less, more, other or swapped, out of letters that stand in the names. */
static struct str misspelt(struct maker *m, struct str s)
{
	struct buf b = buf_in(m->arena);
	size_t at = dice_below(m->dice, s.n);
	uint64_t way = dice_below(m->dice, 5);
	char c = "abeiou hnrst"[dice_below(m->dice, 12)];

	for (size_t i = 0; i < s.n; i++) {
		bool here = i == at && !(s.p[i] & 0x80);
		bool swaps = here && way == 3 && i + 1 < s.n && !(s.p[i + 1] & 0x80);
		if (swaps)
			buf_char(&b, s.p[++i]);
		if (here && way == 1)
			buf_char(&b, c);
		if (!here || way != 0)
			buf_char(&b, here && way == 2 ? c : s.p[i - swaps]);
	}
	return arena_str(m->arena, buf_str(&b));
}

static void put_like(struct maker *m, const struct attr *at)
{
	struct word w;
	struct str s;
	size_t from;

	do {
		s = misspelt(m, pool_pick(m->dice, pool_names));
		s = chance(m->dice, 40) ? beginning(m, s) : s;
		from = 0;
	} while (!words_next(s, &from, &w));
	if (at)
		buf_put(&m->out, at->name);
	buf_char(&m->out, '~');
	put_text(m, s);
}

static bool has_likes(const struct attr *at)
{
	return at->type == VT_LINE && at->home != AT_CORE;
}

static void put_leaf(struct maker *m)
{
	const struct attr *at = m->attrs.v[dice_below(m->dice, m->attrs.n)];
	uint64_t way = dice_below(m->dice, 100);

	if (way < 3) {
		put_like(m, NULL);
	} else if (has_likes(at) && way > 75) {
		put_like(m, at);
	} else if (way < 10) {
		put_words(m);
	} else if (way < 20) {
		bool note = at->home == AT_CORE && at->core == CORE_NOTES;
		buf_printf(&m->out, "has:%.*s", note ? 4 : (int)at->name.n, at->name.p);
	} else if (is_ordered(at) && way < 45) {
		put_comparison(m, at);
	} else if (is_ordered(at) && way < 60) {
		put_range(m, at);
	} else if (is_ordered(at) && way < 70) {
		put_pair(m, at);
	} else if (way < 80) {
		put_list(m, at);
	} else {
		buf_printf(&m->out, "%.*s%s", STR_ARG(at->name),
		    way < 92   ? ":"
		    : way < 96 ? "="
			       : " != ");
		put_want(m, at);
	}
}

static void put_expr(struct maker *m, int depth)
{
	static const char *const joins[] = {" ", " and ", " or ", " OR ", "\n"};
	uint64_t way = dice_below(m->dice, 10);

	if (depth == 0 || m->left <= 1 || way < 4) {
		m->left--;
		put_leaf(m);
	} else if (way < 6) {
		bool words = chance(m->dice, 50);
		buf_puts(&m->out, words ? "not " : "-");
		put_expr(m, depth - 1);
	} else if (way < 7) {
		buf_puts(&m->out, "(");
		put_expr(m, depth - 1);
		buf_puts(&m->out, " )");
	} else {
		put_expr(m, depth - 1);
		buf_puts(&m->out, joins[dice_below(m->dice, 5)]);
		put_expr(m, depth - 1);
	}
}

/* Near the limits of height and of length, where parsers of others have theirs. */
static void put_deep(struct maker *m)
{
	enum { LEVELS = 5 }; /* a list of wants adds three */

	for (int i = 0; i < LEVELS; i++) {
		put_leaf(m);
		buf_puts(&m->out, " (");
		put_leaf(m);
		buf_puts(&m->out, " or ");
	}
	put_leaf(m);
	for (int i = 0; i < LEVELS; i++)
		buf_char(&m->out, ')');
}

static void put_long(struct maker *m)
{
	for (int i = 0; i < 120; i++) {
		const struct attr *at = m->attrs.v[dice_below(m->dice, m->attrs.n)];
		const char *join = chance(m->dice, 70) ? " " : " or ";
		buf_printf(&m->out, "%s%shas:%.*s", i ? join : "",
		    chance(m->dice, 20) ? "-" : "", STR_ARG(at->name));
	}
}

static void gather(struct maker *m, const struct record_type *t)
{
	for (size_t i = 0; i < CORE_ATTRS; i++)
		*arena_push(m->arena, &m->attrs) = &m->pack->core[i];
	for (size_t i = 0; i < t->fields.n; i++)
		*arena_push(m->arena, &m->attrs) = &t->fields.v[i].attr;
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++)
			*arena_push(m->arena, &m->attrs) = &t->forms.v[i].questions[j].attr;
}

struct str rand_expr_text(
    struct arena *a, struct dice *d, const struct pack *p, const struct record_type *t)
{
	struct maker m = {.arena = a, .dice = d, .pack = p, .out = buf_in(a), .left = 12};

	gather(&m, t);
	if (chance(d, 1))
		put_deep(&m);
	else if (chance(d, 1))
		put_long(&m);
	else if (chance(d, 99))
		put_expr(&m, (int)dice_below(d, 6));
	return arena_str(a, buf_str(&m.out));
}
