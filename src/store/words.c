/* SPDX-License-Identifier: MIT */
/* Words, phrases and names that are like others as full-text queries. */
#include "store/words.h"

#include "lookback/base/words.h"
#include "store/search.h"
#include "store/spelling.h"

/* A set of columns of the index. */
static uint32_t bit(int column)
{
	return (uint32_t)1 << column;
}

/* {c0 c3} : "a phrase" * */
static struct str match_in(struct arena *a, uint32_t columns, struct str phrase, bool prefix)
{
	struct buf b = buf_in(a);

	buf_char(&b, '{');
	for (int i = 0; i < COLUMNS; i++)
		if (columns & bit(i))
			buf_printf(&b, " c%d", i);
	buf_puts(&b, " } : \"");
	for (size_t i = 0; i < phrase.n; i++) {
		if (phrase.p[i] == '"')
			buf_char(&b, '"');
		buf_char(&b, phrase.p[i]);
	}
	buf_puts(&b, prefix ? "\" *" : "\"");
	return buf_str(&b);
}

static void match(struct query *q, uint32_t columns, const struct expr *x)
{
	if (x->op == EX_SIMILAR)
		spelling_match(q, columns, x->vals[0].s);
	else
		query_text(q, match_in(q->arena, columns, x->vals[0].s, x->prefix));
}

static void match_ids(struct query *q, uint32_t columns, const struct expr *x)
{
	query_sql(q, "SELECT rowid AS id FROM search WHERE search MATCH ");
	match(q, columns, x);
}

/* Either all that match at once, or whether this one does. */
static void match_row(struct query *q, uint32_t columns, const struct expr *x)
{
	query_sql(q, q->each
			 ? "EXISTS (SELECT 1 FROM search WHERE rowid = r.id AND search MATCH "
			 : "r.id IN (SELECT rowid FROM search WHERE search MATCH ");
	match(q, columns, x);
	query_sql(q, ")");
}

static bool is_meant(const struct expr *x, const struct field *f)
{
	bool like = x->op == EX_SIMILAR;

	if (like && f->spec.type != VT_LINE)
		return false;
	if (!x->attr)
		return like || x->names ? f->attr.name_search : f->attr.text_search;
	return (like || f->spec.type == VT_TEXT) && str_eq(f->name, x->attr->name);
}

/* The columns of a type that the words are sought in; *all false when some text that is
 * meant is in none. */
static uint32_t columns_of(
    const struct store *st, const struct record_type *t, const struct expr *x, bool *all)
{
	uint32_t set = x->attr || x->names || x->op == EX_SIMILAR ? 0 : bit(0);

	for (size_t i = 0; i < t->fields.n; i++) {
		int column;
		if (!is_meant(x, &t->fields.v[i]))
			continue;
		column = search_column(st, t->name, t->fields.v[i].name);
		if (column)
			set |= bit(column);
		else
			*all = false;
	}
	return set;
}

static void read_words(
    struct query *q, const struct expr *x, const struct attr *at, int64_t now)
{
	bool like = x->op == EX_SIMILAR;

	query_sql(q, like ? "lb_similar(" : "lb_words(");
	attr_sql(q, at, now);
	query_sql(q, ",");
	query_text(q, x->vals[0].s);
	query_sql(q, like ? ")" : x->prefix ? ",1)" : ",0)");
}

/* Texts that are in no column are read. */
static void read_others(
    struct query *q, const struct record_type *t, const struct expr *x, int64_t now)
{
	for (size_t i = 0; i < t->fields.n; i++) {
		const struct field *f = &t->fields.v[i];
		if (!is_meant(x, f) || search_column(q->st, t->name, f->name))
			continue;
		query_sql(q, " OR ");
		read_words(q, x, &f->attr, now);
	}
}

/* Several words that are like some of the columns: all of them in one line? */
static void read_again(
    struct query *q, const struct record_type *t, const struct expr *x, int64_t now)
{
	query_sql(q, " AND (0");
	for (size_t i = 0; i < t->fields.n; i++) {
		if (!is_meant(x, &t->fields.v[i]))
			continue;
		query_sql(q, " OR ");
		read_words(q, x, &t->fields.v[i].attr, now);
	}
	query_sql(q, ")");
}

static bool is_superset(const struct expr *x)
{
	return x->op == EX_SIMILAR && !spelling_is_exact(x->vals[0].s);
}

static void words_of_type(
    struct query *q, const struct record_type *t, const struct expr *x, int64_t now)
{
	bool all = true;
	uint32_t set = columns_of(q->st, t, x, &all);

	if (!set && all)
		return;
	query_sql(q, " OR r.type = ");
	query_text(q, t->name);
	query_sql(q, " AND (0");
	if (set) {
		query_sql(q, " OR (");
		match_row(q, set, x);
		if (is_superset(x))
			read_again(q, t, x, now);
		query_sql(q, ")");
	}
	if (!all)
		read_others(q, t, x, now);
	query_sql(q, ")");
}

static const struct pack *pack_of(const struct query *q, const struct expr *x)
{
	return x->pack ? x->pack : q->st->pack;
}

/* A record of a type that the pack has not is found by its reference alone. */
static void words_of_others(struct query *q, const struct pack *p, const struct expr *x)
{
	query_sql(q, " OR r.type NOT IN (");
	for (size_t i = 0; p && i < p->types.n; i++) {
		query_sql(q, i ? "," : "");
		query_text(q, p->types.v[i].name);
	}
	query_sql(q, ") AND ");
	match_row(q, bit(0), x);
}

/* A question, or something the engine keeps: in no index. */
static bool is_read(const struct expr *x)
{
	return x->attr && x->attr->home != (x->op == EX_SIMILAR ? AT_FIELD : AT_TEXT);
}

/* Each type has columns of its own. A word is never sought in a column by itself where it
 * can be sought in several: the index reads on until it meets one that holds it. */
void words_sql(struct query *q, const struct expr *x, int64_t now)
{
	const struct pack *p = pack_of(q, x);

	if (is_read(x)) {
		read_words(q, x, x->attr, now);
		return;
	}
	query_sql(q, "0");
	for (size_t i = 0; p && i < p->types.n; i++)
		words_of_type(q, &p->types.v[i], x, now);
	if (!x->attr && !x->names && x->op == EX_WORDS)
		words_of_others(q, p, x);
}

bool words_ids(struct query *q, const struct expr *x, bool *exact)
{
	const struct pack *p = pack_of(q, x);
	uint32_t set = 0;
	bool all = true;

	if (!p || is_read(x))
		return false;
	for (size_t i = 0; i < p->types.n; i++)
		set |= columns_of(q->st, &p->types.v[i], x, &all);
	if (!all || !set)
		return false;
	*exact = p->types.n == 1 && !is_superset(x);
	match_ids(q, set, x);
	return true;
}

/* All types that have the field must have it in the index. */
static uint32_t line_columns(struct query *q, const struct attr *at)
{
	const struct pack *p = q->st->pack;
	uint32_t set = 0;

	if (at->home == AT_CORE)
		return at->core == CORE_REF ? bit(0) : 0;
	for (size_t i = 0; p && at->home == AT_FIELD && i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		int column = search_column(q->st, t->name, at->name);
		if (column)
			set |= bit(column);
		else if (type_field(t, at->name))
			return 0;
	}
	return set;
}

/* What a text equals or begins with stands in it as a phrase, and the last word may go
 * on. The value of the tree is folded, which changes no word. */
bool line_ids(struct query *q, const struct expr *x)
{
	uint32_t set = line_columns(q, x->attr);
	struct word w;
	size_t at = 0;

	if (!set || x->nvals != 1 || !words_next(x->vals[0].s, &at, &w))
		return false;
	query_sql(q, "SELECT rowid AS id FROM search WHERE search MATCH ");
	query_text(q, match_in(q->arena, set, x->vals[0].s, x->op == EX_PREFIX));
	return true;
}
