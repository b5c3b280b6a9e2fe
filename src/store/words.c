/* SPDX-License-Identifier: MIT */
#include "store/words.h"

#include "lookback/base/words.h"
#include "store/search.h"

struct texts { /* what an EX_WORDS looks at */
	struct {
		int64_t *v;
		size_t n, cap;
	} slots;
	struct {
		const struct field **v;
		size_t n, cap;
	} others; /* not in the index */
	struct {
		struct str *v;
		size_t n, cap;
	} types; /* of the others */
};

static bool is_meant(const struct expr *x, const struct field *f)
{
	if (!x->attr)
		return f->attr.text_search;
	return f->spec.type == VT_TEXT && str_eq(f->name, x->attr->name);
}

/* Slots are of one type each, so those of all types may stand in one list. */
static void texts_of(struct query *q, const struct expr *x, struct texts *out)
{
	const struct pack *p = x->pack ? x->pack : q->st->pack;

	if (!x->attr)
		*arena_push(q->arena, &out->slots) = 0;
	for (size_t i = 0; p && i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->fields.n; j++) {
			const struct field *f = &t->fields.v[j];
			int64_t slot;
			if (!is_meant(x, f))
				continue;
			slot = search_slot(q->st, t->name, f->name);
			if (slot) {
				*arena_push(q->arena, &out->slots) = slot;
			} else {
				*arena_push(q->arena, &out->others) = f;
				*arena_push(q->arena, &out->types) = t->name;
			}
		}
	}
}

static void match_ids(struct query *q, struct str match, const int64_t *slots, size_t n)
{
	query_sql(q, "SELECT ");
	query_sql(q, n > 1 ? "DISTINCT " : "");
	query_sql(q, "rowid / 256 AS id FROM search WHERE search MATCH ");
	query_text(q, match);
	query_sql(q, " AND rowid % 256 IN (");
	for (size_t i = 0; i < n; i++) {
		query_sql(q, i ? "," : "");
		query_int(q, slots[i]);
	}
	query_sql(q, ")");
}

static void read_words(
    struct query *q, const struct expr *x, const struct attr *at, int64_t now)
{
	query_sql(q, "lb_words(");
	attr_sql(q, at, now);
	query_sql(q, ",");
	query_text(q, x->vals[0].s);
	query_sql(q, x->prefix ? ",1)" : ",0)");
}

void words_sql(struct query *q, const struct expr *x, int64_t now)
{
	struct texts t = {0};

	if (x->attr && x->attr->home != AT_TEXT) {
		read_words(q, x, x->attr, now);
		return;
	}
	texts_of(q, x, &t);
	query_sql(q, "0");
	if (t.slots.n) {
		query_sql(q, " OR r.id IN (");
		match_ids(
		    q, phrase_match(q->arena, x->vals[0].s, x->prefix), t.slots.v, t.slots.n);
		query_sql(q, ")");
	}
	for (size_t i = 0; i < t.others.n; i++) {
		query_sql(q, " OR r.type = ");
		query_text(q, t.types.v[i]);
		query_sql(q, " AND ");
		read_words(q, x, &t.others.v[i]->attr, now);
	}
}

bool words_ids(struct query *q, const struct expr *x)
{
	struct texts t = {0};

	if (x->attr && x->attr->home != AT_TEXT)
		return false;
	texts_of(q, x, &t);
	if (t.others.n || !t.slots.n)
		return false;
	match_ids(q, phrase_match(q->arena, x->vals[0].s, x->prefix), t.slots.v, t.slots.n);
	return true;
}

/* All types that have the field must have it in the index. */
static bool line_slots(struct query *q, const struct attr *at, struct texts *out)
{
	const struct pack *p = q->st->pack;

	if (at->home == AT_CORE && at->core == CORE_REF) {
		*arena_push(q->arena, &out->slots) = 0;
		return true;
	}
	for (size_t i = 0; p && at->home == AT_FIELD && i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		int64_t slot = search_slot(q->st, t->name, at->name);
		if (slot)
			*arena_push(q->arena, &out->slots) = slot;
		else if (type_field(t, at->name))
			return false;
	}
	return out->slots.n > 0;
}

/* What a text equals or begins with stands in it as a phrase, and the last word may go
 * on. The value of the tree is folded, which changes no word. */
bool line_ids(struct query *q, const struct expr *x)
{
	struct texts t = {0};
	struct word w;
	size_t at = 0;

	if (x->nvals != 1 || !words_next(x->vals[0].s, &at, &w) || !line_slots(q, x->attr, &t))
		return false;
	match_ids(
	    q, phrase_match(q->arena, x->vals[0].s, x->op == EX_PREFIX), t.slots.v, t.slots.n);
	return true;
}
