/* SPDX-License-Identifier: MIT */
/*
 * A row meets the record that is held under its reference. The same values: nothing. Other
 * values on a record that nobody has worked on: they are replaced, the old ones stay in the
 * event. On any other record nothing is overwritten: it is flagged, and a note says what
 * the extract holds. A note that says so already is not written twice.
 */
#include "review/body.h"
#include "review/import.h"
#include "review/words.h"
#include "review/refusals.h"

enum { DIFF_TEXT_MAX = 120 };

static const struct json *held_value(const struct record *r, const struct field *f)
{
	const struct json *from = f->spec.type == VT_TEXT ? r->texts : r->fields;

	return json_get_str(from, f->name);
}

static const struct json *new_value(const struct row_values *v, const struct field *f)
{
	return json_get_str(f->spec.type == VT_TEXT ? v->texts : v->fields, f->name);
}

static void say_difference(struct import *im, const struct field *f, const struct json *was,
    const struct json *is, struct buf *b)
{
	struct value old = value_of_json(was), now = value_of_json(is);
	struct str before, after;

	if (f->restricted) {
		buf_printf(b, "\n%.*s: another value", STR_ARG(f->label));
		return;
	}
	if (f->spec.type == VT_TEXT) {
		buf_printf(b, "\n%.*s: another text of %zu bytes (%zu here)", STR_ARG(f->label),
		    now.kind == V_STR ? now.s.n : 0, old.kind == V_STR ? old.s.n : 0);
		return;
	}
	before = say_value(&im->row, f->spec.type, &f->spec.choices, old);
	after = say_value(&im->row, f->spec.type, &f->spec.choices, now);
	before = before.n ? say_cut(&im->row, before, DIFF_TEXT_MAX) : STR("nothing");
	after = after.n ? say_cut(&im->row, after, DIFF_TEXT_MAX) : STR("nothing");
	buf_printf(
	    b, "\n%.*s: %.*s (here %.*s)", STR_ARG(f->label), STR_ARG(after), STR_ARG(before));
}

static bool compare(struct import *im, const struct field *f, const struct row_values *v,
    struct met *out, struct buf *words)
{
	const struct json *was = held_value(&out->rec, f), *is = new_value(v, f);
	struct json *into = f->spec.type == VT_TEXT ? out->texts : out->fields;

	if (value_eq(value_of_json(was), value_of_json(is)))
		return false;
	json_put_str(&im->row, into, f->name, is ? (struct json *)is : json_none(&im->row));
	json_put_str(
	    &im->row, out->was, f->name, was ? (struct json *)was : json_none(&im->row));
	say_difference(im, f, was, is, words);
	return true;
}

/* Has anybody worked on it, or does somebody now? */
static bool untouched(const struct import *im, const struct record *r)
{
	return str_eq(r->state, im->type->initial) && r->holder.n == 0 && !r->final;
}

static bool noted_already(struct import *im, const struct met *m, bool *yes, struct err *e)
{
	struct note_rows notes = {0};

	*yes = false;
	if (!str_is(m->rec.flag, "changed_by_import"))
		return true;
	if (!record_notes(im->d->rv->store, &im->row, m->rec.id, &notes, e))
		return false;
	for (size_t i = 0; i < notes.n; i++)
		*yes =
		    *yes || (notes.v[i].text.n >= m->words.n &&
				str_eq((struct str){notes.v[i].text.p, m->words.n}, m->words));
	return true;
}

static bool meet_held(
    struct import *im, const struct row_values *v, struct met *out, struct err *e)
{
	struct buf words = buf_in(&im->row);
	bool differs = false, known = false;

	buf_puts(&words, "An extract holds other values; nothing was overwritten:");
	for (size_t i = 0; i < im->ntargets; i++)
		if (im->targets[i].field)
			differs |= compare(im, im->targets[i].field, v, out, &words);
	out->words = say_cut(&im->row, buf_str(&words), NOTE_MAX - 200);
	out->how = !differs ? MEET_SAME : untouched(im, &out->rec) ? MEET_REPLACE : MEET_FLAG;
	if (out->how == MEET_FLAG && !noted_already(im, out, &known, e))
		return false;
	if (known)
		out->how = MEET_SAME;
	return true;
}

bool row_meet(struct import *im, const struct row_values *v, struct met *out, struct err *e)
{
	struct viewer all = {.engine = true};
	struct err why = {0};

	*out = (struct met){.fields = json_obj(&im->row),
	    .texts = json_obj(&im->row),
	    .was = json_obj(&im->row)};
	if (!record_get(im->d->rv->store, &im->row, &all, v->ref, &out->rec, &why)) {
		out->how = MEET_NEW;
		if (why.kind == ERR_NOT_FOUND)
			return true;
		*e = why;
		return false;
	}
	if (!str_eq(out->rec.type, im->type->name))
		return err_set(e, ERR_REFUSED, REFUSED_IMPORT_TYPE, STR_ARG(v->ref));
	return record_whole(im->d->rv->store, &im->row, &all, v->ref, &out->rec, e) &&
	       meet_held(im, v, out, e);
}
