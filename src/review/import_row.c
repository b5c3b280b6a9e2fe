/* SPDX-License-Identifier: MIT */
/* A row of the file as values. Every cell is checked, every fault of the row told. */
#include <string.h>

#include "lookback/base/utf8.h"
#include "review/import.h"
#include "review/words.h"

static bool bad_code(struct import *im, const struct target *t, struct str cell, struct err *e)
{
	struct arena *a = &im->row;
	struct strs codes = {0};
	struct str near, all, shown = say_cut(a, cell, 60);

	for (size_t i = 0; i < t->map->codes.n; i++)
		*arena_push(a, &codes) = t->map->codes.v[i].code;
	near = say_near(a, cell, codes);
	all = say_list(a, codes, "or");
	return err_set(e, ERR_INPUT, "'%.*s' is not one of the codes %.*s%.*s", STR_ARG(shown),
	    STR_ARG(all), STR_ARG(near));
}

/* A code of the file becomes ours. An absence that the field accepts may be written out. */
static bool decode(struct import *im, const struct target *t, struct str *cell, struct err *e)
{
	for (size_t i = 0; i < t->map->codes.n; i++)
		if (str_eq(t->map->codes.v[i].code, *cell)) {
			*cell = t->map->codes.v[i].label;
			return true;
		}
	for (unsigned i = 0; i < 3; i++)
		if ((t->field->spec.absent & 1u << i) && str_eq(absences[i].code, *cell))
			return true;
	return bad_code(im, t, *cell, e);
}

static bool digits(struct str *s, char end, int64_t *out)
{
	struct str part;

	return str_cut(s, end, &part) && part.n <= 4 && str_int(part, out);
}

/* 31/12/2016 as 2016-12-31; anything else is left to be refused. */
static struct str from_dmy(struct arena *a, struct str s)
{
	struct str rest = s, iso;
	int64_t d, m, y;
	int32_t day;

	if (!digits(&rest, '/', &d) || !digits(&rest, '/', &m) || rest.n != 4 ||
	    !str_int(rest, &y) || d < 1 || d > 31 || m < 1 || m > 12)
		return s;
	iso = arena_printf(a, "%04d-%02d-%02d", (int)y, (int)m, (int)d);
	return day_read(iso, &day) ? iso : s;
}

/* Files say days in one form only: what a person may type could be read two ways. */
static bool file_date(
    struct import *im, const struct target *t, struct str *cell, struct err *e)
{
	bool dmy = str_is(t->map->date_format, "dmy");
	struct str shown = say_cut(&im->row, *cell, 60), iso;
	int32_t day;

	for (unsigned i = 0; i < 3; i++)
		if ((t->field->spec.absent & 1u << i) && str_eq(absences[i].code, *cell))
			return true;
	iso = dmy ? from_dmy(&im->row, *cell) : *cell;
	if (day_read(iso, &day) && (!dmy || iso.p != cell->p)) {
		*cell = iso;
		return true;
	}
	return err_set(e, ERR_INPUT, "'%.*s' is not a day such as %s", STR_ARG(shown),
	    dmy ? "31/12/2016" : "2016-12-31");
}

static bool cell_value(struct import *im, const struct target *t, struct str cell,
    struct value *out, struct err *e)
{
	struct str trimmed = str_trim(cell);

	*out = value_none();
	if (trimmed.n == 0)
		return true;
	if (t->map->codes.n) {
		if (!decode(im, t, &trimmed, e))
			return false;
		cell = trimmed;
	} else if (t->field->spec.type == VT_DATE) {
		if (!file_date(im, t, &trimmed, e))
			return false;
		cell = trimmed;
	}
	return value_accept(&im->row, &t->field->spec, cell, desk_today(im->d), out, e);
}

static void put_value(
    struct import *im, const struct field *f, struct value v, struct row_values *out)
{
	struct json *into = f->spec.type == VT_TEXT ? out->texts : out->fields;

	json_put_str(&im->row, into, f->name, value_json(&im->row, v));
	if (f->bars && v.kind == V_STR && !str_has(out->bars, v.s))
		*arena_push(&im->row, &out->bars) = v.s;
}

static void read_cells(
    struct import *im, const struct csv_row *row, struct row_values *out, struct buf *faults)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct target *t = &im->targets[i];
		struct err why = {0};
		struct value v;
		bool ok;
		if (!t->field)
			continue;
		ok = cell_value(im, t, row->cells[i], &v, &why);
		if (ok && v.kind != V_NONE)
			put_value(im, t->field, v, out);
		else if (ok && t->field->required)
			err_set(&why, ERR_INPUT, "is empty; it is required");
		if (why.kind != ERR_NONE)
			buf_printf(faults, "%s%.*s: %s", faults->n ? "; " : "",
			    STR_ARG(t->map->header), why.text);
	}
}

/* A reference is typed, read aloud and printed: plain characters only, so that no two of them
 * look alike and are two cases. */
static bool is_plain(struct str ref)
{
	for (size_t i = 0; i < ref.n; i++)
		if (ref.p[i] <= ' ' || ref.p[i] > '~' || strchr("\"'*\\", ref.p[i]))
			return false;
	return true;
}

static void check_ref(struct import *im, struct row_values *out, struct buf *faults)
{
	if (!template_fill(&im->row, im->type->ref, out->fields, &out->ref)) {
		if (faults->n == 0)
			buf_puts(
			    faults, "the reference cannot be made: a value of it is missing");
		out->ref = STR("");
		return;
	}
	if (out->ref.n > REF_MAX || utf8_fault(out->ref, false))
		buf_printf(faults, "%sthe reference has %zu bytes; expected at most %d",
		    faults->n ? "; " : "", out->ref.n, REF_MAX);
	else if (!is_plain(out->ref))
		buf_printf(faults,
		    "%sthe reference %.*s holds more than plain letters, digits and marks such "
		    "as - . / _",
		    faults->n ? "; " : "", STR_ARG(out->ref));
}

bool row_read(
    struct import *im, const struct csv_row *row, struct row_values *out, struct str *why)
{
	struct buf faults = buf_in(&im->row);

	*out = (struct row_values){
	    .fields = json_obj(&im->row), .texts = json_obj(&im->row), .line = row->line};
	if (row->n != im->ntargets) {
		*why = arena_printf(&im->row, "the row has %zu cell%s; the heading has %zu",
		    row->n, plural((int64_t)row->n), im->ntargets);
		return false;
	}
	read_cells(im, row, out, &faults);
	check_ref(im, out, &faults);
	*why = buf_str(&faults);
	return faults.n == 0;
}
