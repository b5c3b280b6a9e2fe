/* SPDX-License-Identifier: MIT */
/* An expression over one record in memory. The store says the same in SQL. */
#include <stddef.h>
#include <string.h>

#include "lookback/base/similar.h"
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "lookback/rules/pack.h"
#include "rules/choice.h"
#include "rules/term.h"

static struct value text_or_none(struct str s)
{
	return s.n ? value_str(s) : value_none();
}

static struct value time_or_none(int64_t ms)
{
	return ms == NO_TIME ? value_none() : value_int(ms);
}

static struct value day_or_none(struct arena *a, int32_t day)
{
	char text[DAY_LEN + 1];

	if (day == NO_DAY)
		return value_none();
	day_text(day, text);
	return value_str(arena_cstr(a, text));
}

static struct value codes_or_none(struct arena *a, struct strs codes)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < codes.n; i++)
		buf_printf(&b, "%s%.*s", i ? "," : "", STR_ARG(codes.v[i]));
	return text_or_none(buf_str(&b));
}

/* Each once, in the order of their first step. */
static struct value lately(struct arena *a, const struct facts *f)
{
	struct strs who = {0};
	int64_t since;

	if (f->ntaken == 0 || f->now == NO_TIME)
		return value_none();
	since = london_end_of_day(london_day(f->now) - LATELY_DAYS);
	for (size_t i = 0; i < f->ntaken; i++)
		if (f->taken[i].at >= since && !str_has(who, f->taken[i].by))
			*arena_push(a, &who) = f->taken[i].by;
	return codes_or_none(a, who);
}

/* The day on which rules and scope hang: that of the field its type names. */
static int32_t received_day(const struct facts *f)
{
	const struct record_type *t = f->pack ? pack_type(f->pack, f->type) : NULL;
	struct value v = value_none();
	int32_t day;

	if (t && t->received.n)
		v = value_of_json(json_get_str(f->fields, t->received));
	return v.kind == V_STR && day_read(v.s, &day) ? day : NO_DAY;
}

static struct value regime_value(const struct facts *f)
{
	int32_t day = received_day(f);
	const struct regime *r = day == NO_DAY ? NULL : pack_regime(f->pack, day);

	return r ? value_str(r->id) : value_none();
}

static struct value scope_value(const struct facts *f)
{
	int32_t day = received_day(f);

	if (day == NO_DAY)
		return value_none();
	return value_str((f->pack->scope_from == NO_DAY || day >= f->pack->scope_from) &&
				 (f->pack->scope_to == NO_DAY || day <= f->pack->scope_to)
			     ? STR("yes")
			     : STR("no"));
}

/* What is kept as a word or a name. */
static const size_t core_text[CORE_ATTRS] = {
    [CORE_REF] = offsetof(struct facts, ref),
    [CORE_TYPE] = offsetof(struct facts, type),
    [CORE_STATE] = offsetof(struct facts, state),
    [CORE_BAND] = offsetof(struct facts, band),
    [CORE_QUEUE] = offsetof(struct facts, queue),
    [CORE_HOLDER] = offsetof(struct facts, holder),
    [CORE_BATCH] = offsetof(struct facts, batch),
    [CORE_FLAG] = offsetof(struct facts, flag),
    [CORE_PARENT] = offsetof(struct facts, parent),
    [CORE_AGREED] = offsetof(struct facts, agreed),
    [CORE_AUTHOR] = offsetof(struct facts, author),
    [CORE_DRAWN] = offsetof(struct facts, drawn),
    [CORE_READING] = offsetof(struct facts, reading),
    [CORE_QUERY] = offsetof(struct facts, query),
};

static struct value kept_text(const struct facts *f, enum core_attr core)
{
	struct str s;

	memcpy(&s, (const char *)f + core_text[core], sizeof(s));
	return text_or_none(s);
}

static struct value core_value(struct arena *a, const struct facts *f, enum core_attr core)
{
	switch (core) {
	case CORE_REF:
	case CORE_TYPE:
	case CORE_STATE:
	case CORE_BAND:
	case CORE_QUEUE:
	case CORE_HOLDER:
	case CORE_BATCH:
	case CORE_FLAG:
	case CORE_PARENT:
	case CORE_AGREED:
	case CORE_AUTHOR:
	case CORE_DRAWN:
	case CORE_READING:
	case CORE_QUERY:
		return kept_text(f, core);
	case CORE_DUE:
		return time_or_none(f->due);
	case CORE_LATE:
		return value_str(f->due != NO_TIME && f->due < f->now ? STR("yes") : STR("no"));
	case CORE_OPENED:
		return time_or_none(f->opened);
	case CORE_MOVED:
		return time_or_none(f->moved);
	case CORE_WAKE:
		return day_or_none(a, f->wake);
	case CORE_RANK:
		return value_int(f->rank);
	case CORE_NOTES:
		return value_int(f->notes);
	case CORE_OPEN:
		return codes_or_none(a, f->open);
	case CORE_CHILD:
		return codes_or_none(a, f->child);
	case CORE_DID:
		return codes_or_none(a, f->did);
	case CORE_CLOCK:
		return codes_or_none(a, f->clocks);
	case CORE_ALERT:
		return value_str(f->alert ? STR("yes") : STR("no"));
	case CORE_REGIME:
		return regime_value(f);
	case CORE_SCOPE:
		return scope_value(f);
	case CORE_HELD:
		return f->holder.n ? time_or_none(f->held) : value_none();
	case CORE_ASIDE:
		return f->wake == NO_DAY ? value_none() : text_or_none(f->aside);
	case CORE_LATELY:
		return lately(a, f);
	case CORE_ATTRS:
		break;
	}
	return value_none();
}

struct value facts_get(struct arena *a, const struct facts *f, const struct attr *at)
{
	const struct json *from = NULL;
	struct value v;

	switch (at->home) {
	case AT_CORE:
		return core_value(a, f, at->core);
	case AT_FIELD:
		from = f->fields;
		break;
	case AT_TEXT:
		from = f->texts;
		break;
	case AT_ANSWER:
		from = f->answers;
		break;
	}
	v = value_of_json(json_get_str(from, at->name));
	return v.kind == V_STR ? text_or_none(v.s) : v;
}

/* A value in the form the tree compares: instants as their London day, lines
 * folded. */
static struct value comparable(struct arena *a, const struct attr *at, struct value v)
{
	switch (at->type) {
	case VT_TIME:
		return v.kind == V_INT ? day_or_none(a, london_day(v.i)) : v;
	case VT_LINE:
	case VT_STAFF:
	case VT_USER:
		return v.kind == V_STR ? value_str(utf8_fold(a, v.s)) : v;
	case VT_TEXT:
	case VT_INT:
	case VT_DATE:
	case VT_CHOICE:
	case VT_CHOICES:
		return v;
	}
	return v;
}

static bool equals_any(const struct expr *x, struct value v)
{
	for (size_t i = 0; i < x->nvals; i++) {
		if (value_eq(v, x->vals[i]))
			return true;
		if (attr_is_many(x->attr) && v.kind == V_STR && choices_hold(v.s, x->vals[i].s))
			return true;
	}
	return false;
}

/* Has the value a place in the attribute's order? An absence code has none. */
static bool has_place(const struct attr *at, struct value v)
{
	if (at->type == VT_INT)
		return v.kind == V_INT;
	return v.kind == V_STR && (at->type == VT_CHOICE ? choice_index(&at->choices, v.s) >= 0
							 : !absence_bit(v.s));
}

static bool in_range(const struct expr *x, struct value v)
{
	return has_place(x->attr, v) &&
	       (x->lo.kind == V_NONE || attr_compare(x->attr, x->lo, v) <= 0) &&
	       (x->hi.kind == V_NONE || attr_compare(x->attr, v, x->hi) <= 0);
}

static bool holds_phrase(
    struct arena *a, const struct expr *x, const struct facts *f, const struct attr *at)
{
	struct value v = facts_get(a, f, at);

	return v.kind == V_STR && words_match(v.s, x->vals[0].s, x->prefix);
}

static bool anywhere(struct arena *a, const struct expr *x, const struct facts *f)
{
	const struct record_type *t = pack_type(x->pack, f->type);

	if (!x->names && words_match(f->ref, x->vals[0].s, x->prefix))
		return true;
	for (size_t i = 0; t && i < t->fields.n; i++)
		if ((x->names ? t->fields.v[i].attr.name_search
			      : t->fields.v[i].attr.text_search) &&
		    holds_phrase(a, x, f, &t->fields.v[i].attr))
			return true;
	return false;
}

static bool begins(const struct expr *x, struct str v)
{
	if (!attr_is_many(x->attr))
		return str_starts(v, x->vals[0].s);
	for (size_t at = 0; at <= v.n; at++)
		if ((at == 0 || v.p[at - 1] == ',') &&
		    str_starts((struct str){v.p + at, v.n - at}, x->vals[0].s))
			return true;
	return false;
}

/* Lines alone: what another type calls by that name may be something else. */
static bool is_like(
    struct arena *a, const struct expr *x, const struct facts *f, const struct field *field)
{
	struct value v =
	    field->spec.type == VT_LINE ? facts_get(a, f, &field->attr) : value_none();

	return v.kind == V_STR && similar_phrase(v.s, x->vals[0].s);
}

static bool like_field(struct arena *a, const struct expr *x, const struct facts *f)
{
	const struct record_type *t = pack_type(x->pack, f->type);
	const struct field *one = t && x->attr ? type_field(t, x->attr->name) : NULL;

	if (x->attr)
		return one && is_like(a, x, f, one);
	for (size_t i = 0; t && i < t->fields.n; i++)
		if (t->fields.v[i].attr.name_search && is_like(a, x, f, &t->fields.v[i]))
			return true;
	return false;
}

static bool like(struct arena *a, const struct expr *x, const struct facts *f)
{
	struct value v;

	if (!x->attr || x->attr->home == AT_FIELD)
		return like_field(a, x, f);
	v = facts_get(a, f, x->attr);
	return v.kind == V_STR && similar_phrase(v.s, x->vals[0].s);
}

bool leaf_holds(const struct expr *x, struct value v)
{
	if (x->op == EX_HAS || v.kind == V_NONE)
		return v.kind != V_NONE;
	if (x->op == EX_EQ)
		return equals_any(x, v);
	if (x->op == EX_PREFIX)
		return v.kind == V_STR && begins(x, v.s);
	return in_range(x, v);
}

static bool eval_leaf(struct arena *a, const struct expr *x, const struct facts *f)
{
	if (x->op == EX_SIMILAR)
		return like(a, x, f);
	if (x->op == EX_WORDS)
		return x->attr ? holds_phrase(a, x, f, x->attr) : anywhere(a, x, f);
	return leaf_holds(x, comparable(a, x->attr, facts_get(a, f, x->attr)));
}

static bool eval(struct arena *a, const struct expr *x, const struct facts *f)
{
	switch (x->op) {
	case EX_ALL:
		return true;
	case EX_AND:
		return eval(a, x->a, f) && eval(a, x->b, f);
	case EX_OR:
		return eval(a, x->a, f) || eval(a, x->b, f);
	case EX_NOT:
		return !eval(a, x->a, f);
	case EX_EQ:
	case EX_PREFIX:
	case EX_RANGE:
	case EX_HAS:
	case EX_WORDS:
	case EX_SIMILAR:
		return eval_leaf(a, x, f);
	}
	return false;
}

bool expr_eval(struct arena *a, const struct expr *x, const struct facts *f)
{
	struct arena_mark m = arena_mark(a);
	bool yes = eval(a, x, f);

	arena_back(a, m);
	return yes;
}
