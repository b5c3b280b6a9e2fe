/* SPDX-License-Identifier: MIT */
/* The events of one row: a new record, replaced values, or a flag and a note. */
#include "review/body.h"
#include "review/descend.h"
#include "review/import.h"
#include "review/move.h"

#define FLAG "changed_by_import"

static void put_origin(struct import *im, const struct row_values *v, struct json *body)
{
	body_text(&im->row, body, "batch", im->batch);
	body_int(&im->row, body, "line", v->line);
}

/* The stored key of the rank of a record in its first state. */
static int64_t first_rank(struct import *im, const struct row_values *v,
    const struct json *fields, const struct json *answers, const struct record *r)
{
	struct rank rank = {0};
	struct facts f = {.ref = v->ref,
	    .type = im->type->name,
	    .state = im->type->initial,
	    .band = r ? r->band : STR(""),
	    .batch = r ? r->batch : im->batch,
	    .flag = r ? STR(FLAG) : STR(""),
	    .due = r ? r->due : im->due,
	    .opened = r ? r->opened : im->d->now,
	    .moved = r ? r->moved : NO_TIME,
	    .wake = r ? r->wake : NO_DAY,
	    .notes = r ? r->notes : 0,
	    .fields = fields,
	    .texts = v->texts,
	    .answers = answers,
	    .now = im->d->now};
	const struct state *s = type_state(im->type, im->type->initial);

	f.queue = s ? s->queue : STR("");
	rank_of(&im->row, im->d->rv->pack, im->type, &f, &rank);
	return rank.key;
}

static bool write_new(struct import *im, const struct row_values *v, struct err *e)
{
	const struct state *s = type_state(im->type, im->type->initial);
	struct json *body = json_obj(&im->row);
	struct arena *a = &im->row;

	body_text(a, body, "type", im->type->name);
	body_text(a, body, "state", im->type->initial);
	body_some(a, body, "queue", s ? s->queue : STR(""));
	body_int(a, body, "rank", first_rank(im, v, v->fields, json_obj(a), NULL));
	body_time(a, body, "due", im->due);
	json_put(a, body, "fields", v->fields);
	json_put(a, body, "texts", v->texts);
	body_list(a, body, "bars", v->bars);
	body_text(a, body, "pack", im->d->rv->pack->id);
	if (s && (s->blind || s->seats.given))
		body_bool(a, body, "blind", true);
	put_origin(im, v, body);
	return desk_append(im->d, EVENT_RECORD_OPENED, v->ref, body, NULL, e);
}

/* The fields as they stand behind the change, those of other sources among them. */
static struct json *fields_after(struct import *im, const struct met *m)
{
	struct json *all = body_with(&im->row, m->rec.fields, STR(""), NULL);

	for (size_t i = 0; i < m->fields->n; i++)
		all = body_with(&im->row, all, m->fields->keys[i],
		    m->fields->v[i]->kind == J_NULL ? NULL : m->fields->v[i]);
	return all;
}

/* Who is barred by either version stays barred: nobody whose work is looked at may be let in
 * by an extract that names another, nor by having one imported. */
static struct strs both_bars(struct import *im, const struct row_values *v, const struct met *m)
{
	struct strs all = {0};

	for (size_t i = 0; i < m->rec.bars.n; i++)
		*arena_push(&im->row, &all) = m->rec.bars.v[i];
	for (size_t i = 0; i < v->bars.n; i++)
		if (!str_has(all, v->bars.v[i]))
			*arena_push(&im->row, &all) = v->bars.v[i];
	return all;
}

/* What hangs under the record is hidden from whom the extract adds, too. */
static bool hide_under(
    struct import *im, const struct row_values *v, const struct met *m, struct err *e)
{
	for (size_t i = 0; i < v->bars.n; i++)
		if (!str_has(m->rec.bars, v->bars.v[i]))
			return bars_descend(im->d, &im->row, v->ref, v->bars, e);
	return true;
}

static bool write_replace(
    struct import *im, const struct row_values *v, const struct met *m, struct err *e)
{
	struct json *body = json_obj(&im->row);

	json_put(&im->row, body, "fields", m->fields);
	json_put(&im->row, body, "texts", m->texts);
	json_put(&im->row, body, "was", m->was);
	body_list(&im->row, body, "bars", both_bars(im, v, m));
	body_int(&im->row, body, "rank",
	    first_rank(im, v, fields_after(im, m), m->rec.answers, &m->rec));
	put_origin(im, v, body);
	body_text(&im->row, body, "flag", STR(FLAG));
	return desk_append(im->d, EVENT_RECORD_CHANGED, v->ref, body, NULL, e) &&
	       hide_under(im, v, m, e);
}

static bool write_flag(
    struct import *im, const struct row_values *v, const struct met *m, struct err *e)
{
	struct json *body = json_obj(&im->row), *note = json_obj(&im->row),
		    *none = json_obj(&im->row);

	json_put(&im->row, body, "fields", none);
	json_put(&im->row, body, "texts", none);
	json_put(&im->row, body, "was", none);
	body_list(&im->row, body, "bars", both_bars(im, v, m));
	body_int(&im->row, body, "rank", m->rec.rank);
	put_origin(im, v, body);
	body_text(&im->row, body, "flag", STR(FLAG));
	body_text(&im->row, note, "text",
	    arena_printf(&im->row, "%.*s\n(import %.*s, line %lld)", STR_ARG(m->words),
		STR_ARG(im->batch), (long long)v->line));
	return desk_append(im->d, EVENT_RECORD_CHANGED, v->ref, body, NULL, e) &&
	       desk_append(im->d, EVENT_NOTE_ADDED, v->ref, note, NULL, e) &&
	       hide_under(im, v, m, e);
}

/* Steps that the new values bring about by themselves. Most types have none to look for. */
static bool settle(struct import *im, const struct row_values *v, struct err *e)
{
	struct arena_mark mark = arena_mark(im->d->arena);
	bool ok = autos_run(im->d, v->ref, e);

	arena_back(im->d->arena, mark);
	return ok;
}

static bool starts_by_itself(const struct record_type *t)
{
	for (size_t i = 0; i < t->transitions.n; i++)
		if (t->transitions.v[i].automatic &&
		    str_has(t->transitions.v[i].from, t->initial))
			return true;
	return false;
}

bool row_write(
    struct import *im, const struct row_values *v, const struct met *m, struct err *e)
{
	switch (m->how) {
	case MEET_NEW:
		return write_new(im, v, e) && (!starts_by_itself(im->type) || settle(im, v, e));
	case MEET_SAME:
		return true;
	case MEET_REPLACE:
		return write_replace(im, v, m, e) &&
		       (!starts_by_itself(im->type) || settle(im, v, e));
	case MEET_FLAG:
		return write_flag(im, v, m, e) &&
		       (!type_has_autos(im->type) || settle(im, v, e));
	}
	return false;
}
