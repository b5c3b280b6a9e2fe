/* SPDX-License-Identifier: MIT */
/* Rows of lists, with a cell for every column. */
#include "review/view.h"

#include <string.h>

#include "review/body.h"
#include "review/sight.h"
#include "review/words.h"

enum { CELL_MAX = 160, TITLE_MAX = 160 };

/* Rows of one page share these; the offset is of the type of the last row made. */
struct maker {
	struct desk *d;
	const struct me *me;
	const struct record_type *columns; /* cells are of these columns; NULL: none */
	const struct record_type *type;
	int64_t offset;
};

/* Is there a column whose value only the whole record has? */
static bool asks(const struct maker *k)
{
	for (size_t i = 0; k->columns && i < k->columns->columns.n; i++) {
		const struct attr *at =
		    attr_find(k->d->rv->pack, k->columns, k->columns->columns.v[i].name);
		if (at && (at->home == AT_ANSWER || (at->home == AT_CORE && attr_is_many(at))))
			return true;
	}
	return false;
}

/* With what this viewer sees answered and hung on it, where a column asks for that; a row
 * without is a row. */
static struct facts facts_of(const struct maker *k, const struct record *r)
{
	struct record whole = {0};
	struct err none = {0};
	bool more =
	    asks(k) && str_eq(k->columns->name, r->type) &&
	    record_whole(k->d->rv->store, k->d->arena, &k->me->viewer, r->ref, &whole, &none);

	return sight_facts(k->d, k->d->rv->pack, k->offset, more ? &whole : r);
}

static struct str cell(const struct maker *k, struct str column, const struct facts *f)
{
	struct arena *a = k->d->arena;
	const struct attr *at = attr_find(k->d->rv->pack, k->type, column);
	const struct field *field = type_field(k->type, column);

	if (!at || (field && field_hidden(k->me, field)))
		return STR("");
	if (at->home == AT_CORE && at->core == CORE_DUE)
		return say_due(a, f->due, f->now);
	if (at->home == AT_CORE && at->core == CORE_STATE)
		return state_words(k->type, f->state);
	return say_cut(a, say_value(a, at->type, &at->choices, facts_get(a, f, at)), CELL_MAX);
}

static void put_cells(const struct maker *k, const struct facts *f, struct part_row *out)
{
	for (size_t i = 0; k->columns && i < k->columns->columns.n; i++)
		*arena_push(k->d->arena, &out->cells) =
		    cell(k, k->columns->columns.v[i].name, f);
}

/* Codes are for the machine: a title says what they mean. */
static const struct json *worded(
    struct arena *a, const struct record_type *t, const struct json *fields)
{
	const char *title = arena_str(a, t->title).p;

	for (size_t i = 0; i < t->fields.n; i++) {
		const struct field *f = &t->fields.v[i];
		struct value v = value_of_json(json_get_str(fields, f->name));
		if (f->spec.choices.n == 0 || v.kind == V_NONE)
			continue;
		if (strstr(title, arena_printf(a, "{%.*s}", STR_ARG(f->name)).p))
			fields = body_with(a, fields, f->name,
			    json_str(a, say_value(a, f->spec.type, &f->spec.choices, v)));
	}
	return fields;
}

struct str view_title(struct desk *d, const struct record_type *t, const struct json *fields)
{
	struct str title = {0};

	if (!t || !template_fill(d->arena, t->title, worded(d->arena, t, fields), &title))
		return STR("");
	return say_cut(d->arena, title, TITLE_MAX);
}

static void put_row(struct maker *k, const struct record *r, struct part_row *out)
{
	const struct pack *p = k->d->rv->pack;
	const struct band *band = pack_band(p, r->band);
	struct facts f;

	if (!k->type || !str_eq(k->type->name, r->type)) {
		k->type = pack_type(p, r->type);
		k->offset = k->type ? rank_offset(k->d, k->type) : 0;
	}
	f = facts_of(k, r);
	*out = (struct part_row){.ref = r->ref,
	    .type = r->type,
	    .state = r->state,
	    .state_label = state_words(k->type, r->state),
	    .band = r->band,
	    .rank = f.rank,
	    .due = say_instant(k->d->arena, r->due),
	    .due_text = say_due(k->d->arena, r->due, f.now),
	    .late = r->due != NO_TIME && r->due < f.now,
	    .holder = r->holder,
	    .mine = r->holder.n && str_eq(r->holder, k->me->person.name),
	    .flag = r->flag,
	    .version = r->version};
	if (band)
		out->band_mark = arena_printf(k->d->arena, "%c", band->mark);
	if (!k->type)
		return;
	out->title = view_title(k->d, k->type, r->fields);
	put_cells(k, &f, out);
}

static size_t row_bytes(const struct part_row *r)
{
	size_t n = 260 + r->ref.n + r->type.n + r->state.n + r->state_label.n + r->band.n +
		   r->title.n + r->holder.n + r->flag.n;

	for (size_t i = 0; i < r->cells.n; i++)
		n += r->cells.v[i].n + 3;
	return n;
}

size_t view_rows(struct desk *d, const struct me *m, const struct record_type *columns,
    const struct records *from, struct part_rows *out)
{
	struct maker k = {.d = d, .me = m, .columns = columns};
	size_t bytes = 0;

	for (size_t i = 0; i < from->n; i++) {
		struct part_row *row = arena_push(d->arena, out);
		put_row(&k, &from->v[i], row);
		bytes += row_bytes(row);
	}
	return bytes;
}
