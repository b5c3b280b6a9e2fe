/* SPDX-License-Identifier: MIT */
/*
 * Why a row was found: "Subject: ~Jon Smyth; Narrative". A ~ stands before what is only like
 * the name that was asked for. Lines come with the row and are looked into; what stands in
 * none of them stands in a long text, which is named and not read again.
 */
#include "review/why.h"

#include "lookback/base/similar.h"
#include "review/words.h"

enum { WHY_MOST = 8, WHY_LINE = 60, WHY_ALL = 160 };

struct leaves { /* conditions on words that a row must meet, none of them negated */
	const struct expr *v[WHY_MOST];
	size_t n;
};

static void gather(const struct expr *x, struct leaves *out)
{
	if (!x || x->op == EX_NOT)
		return;
	gather(x->a, out);
	gather(x->b, out);
	if ((x->op == EX_WORDS || x->op == EX_SIMILAR) && out->n < WHY_MOST)
		out->v[out->n++] = x;
}

struct seeker { /* one row */
	struct desk *d;
	const struct me *me;
	const struct leaves *leaves;
	const struct record_type *type;
	const struct record *record;
	struct buf out;
	bool found[WHY_MOST];
};

static bool holds(const struct expr *x, struct str text)
{
	return x->op == EX_WORDS ? words_match(text, x->vals[0].s, x->prefix)
				 : similar_phrase(text, x->vals[0].s);
}

static bool is_sought_in(const struct expr *x, const struct field *f)
{
	if (x->attr)
		return str_eq(x->attr->name, f->name);
	return x->op == EX_SIMILAR ? f->attr.name_search : f->attr.text_search;
}

static void add(struct seeker *s, struct str label, bool like, struct str text)
{
	buf_puts(&s->out, s->out.n ? "; " : "");
	buf_put(&s->out, label);
	if (text.n)
		buf_printf(&s->out, ": %s%.*s", like ? "~" : "",
		    STR_ARG(say_cut(s->d->arena, text, WHY_LINE)));
}

/* Exact before alike: a line that holds what was typed is not said to be like it. */
static void seek(struct seeker *s, struct str label, const struct field *f, struct str text)
{
	bool exact = false, like = false;

	for (size_t i = 0; i < s->leaves->n; i++) {
		const struct expr *x = s->leaves->v[i];
		if ((f ? !is_sought_in(x, f) : x->attr || x->op != EX_WORDS) || !holds(x, text))
			continue;
		s->found[i] = true;
		exact |= x->op == EX_WORDS;
		like |= x->op == EX_SIMILAR;
	}
	if (exact || like)
		add(s, label, !exact && like, text);
}

/* What was typed once is asked for twice, as it is and as a name. */
static bool is_found(const struct seeker *s, const struct expr *x)
{
	for (size_t i = 0; i < s->leaves->n; i++)
		if (s->found[i] && value_eq(s->leaves->v[i]->vals[0], x->vals[0]))
			return true;
	return false;
}

static struct str only_text(const struct seeker *s, const struct expr *x)
{
	struct str label = {0};

	for (size_t i = 0; i < s->type->fields.n; i++) {
		const struct field *f = &s->type->fields.v[i];
		if (f->spec.type != VT_TEXT || !is_sought_in(x, f) || field_hidden(s->me, f))
			continue;
		if (label.n)
			return STR("a long text");
		label = f->label;
	}
	return label;
}

static void seek_texts(struct seeker *s)
{
	struct strs said = {0};

	for (size_t i = 0; i < s->leaves->n; i++) {
		const struct expr *x = s->leaves->v[i];
		struct str label;
		if (x->op != EX_WORDS || is_found(s, x))
			continue;
		label = only_text(s, x);
		if (label.n == 0 || str_has(said, label))
			continue;
		*arena_push(s->d->arena, &said) = label;
		add(s, label, false, (struct str){0});
	}
}

static struct str why(struct seeker *s)
{
	seek(s, STR("Reference"), NULL, s->record->ref);
	for (size_t i = 0; s->type && i < s->type->fields.n; i++) {
		const struct field *f = &s->type->fields.v[i];
		struct value v = value_of_json(json_get_str(s->record->fields, f->name));
		if (f->spec.type == VT_LINE && v.kind == V_STR && !field_hidden(s->me, f))
			seek(s, f->label, f, v.s);
	}
	if (s->type)
		seek_texts(s);
	return say_cut(s->d->arena, buf_str(&s->out), WHY_ALL);
}

size_t why_rows(struct desk *d, const struct me *m, const struct expr *x,
    const struct records *from, struct part_rows *rows)
{
	struct leaves leaves = {.n = 0};
	size_t bytes = 0;

	gather(x, &leaves);
	for (size_t i = 0; leaves.n && i < rows->n; i++) {
		struct seeker s = {.d = d,
		    .me = m,
		    .leaves = &leaves,
		    .type = pack_type(d->rv->pack, from->v[i].type),
		    .record = &from->v[i],
		    .out = buf_in(d->arena)};
		rows->v[i].why = why(&s);
		bytes += rows->v[i].why.n + 10;
	}
	return bytes;
}
