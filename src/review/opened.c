/* SPDX-License-Identifier: MIT */
/* A record comes into being by hand or by a step: its reference, fields, bars and limits. */
#include <string.h>

#include "review/body.h"
#include "review/move.h"
#include "review/words.h"
#include "review/refusals.h"

enum { OPENED_REF_MAX = 64, NUMBER_TRIES = 1000 };

struct opening_of { /* a record on its way in */
	const struct record_type *type;
	const struct pack *pack;
	const struct casefile *parent;
	struct json *fields, *texts;
	struct strs bars;
	struct str ref;
};

/* ---- fields ---- */

static bool known_field(
    struct desk *d, const struct record_type *t, struct str name, struct err *e)
{
	struct strs names = {0};
	struct str near;

	if (type_field(t, name))
		return true;
	for (size_t i = 0; i < t->fields.n; i++)
		*arena_push(d->arena, &names) = t->fields.v[i].name;
	near = say_near(d->arena, name, names);
	return err_more(e, ERR_INPUT, "%.*s has no field '%.*s'%.*s", STR_ARG(t->label),
	    STR_ARG(name), STR_ARG(near));
}

static void keep(struct desk *d, struct opening_of *o, const struct field *f, struct value v)
{
	struct json *into = f->spec.type == VT_TEXT ? o->texts : o->fields;

	json_put_str(d->arena, into, f->name, value_json(d->arena, v));
	if (f->bars && v.kind == V_STR && !str_has(o->bars, v.s))
		*arena_push(d->arena, &o->bars) = v.s;
}

static bool read_field(struct desk *d, struct opening_of *o, const struct field *f,
    const struct json *given, struct err *e)
{
	const struct json *j = json_get_str(given, f->name);
	struct value v = value_none();
	struct err why = {0};

	if (j && j->kind != J_NULL && j->kind != J_STR && j->kind != J_INT)
		return err_more(e, ERR_INPUT, "%.*s: expected a text", STR_ARG(f->label));
	if (j && !value_accept(d->arena, &f->spec, value_text(d->arena, value_of_json(j)),
		     desk_today(d), &v, &why))
		return err_more(e, ERR_INPUT, "%.*s: %s", STR_ARG(f->label), why.text);
	if (v.kind == V_NONE && f->required)
		return err_more(e, ERR_REFUSED, REFUSED_OPEN_FIELD, STR_ARG(o->type->label),
		    STR_ARG(f->label));
	if (v.kind != V_NONE)
		keep(d, o, f, v);
	return true;
}

/* Every fault at once. */
static bool read_fields(
    struct desk *d, struct opening_of *o, const struct json *given, struct err *e)
{
	bool ok = true;

	if (given && given->kind != J_OBJ)
		return err_set(e, ERR_INPUT, "fields come as {field: value}");
	o->fields = json_obj(d->arena);
	o->texts = json_obj(d->arena);
	for (size_t i = 0; given && i < given->n; i++)
		ok &= known_field(d, o->type, given->keys[i], e);
	for (size_t i = 0; i < o->type->fields.n; i++)
		ok &= read_field(d, o, &o->type->fields.v[i], given, e);
	return ok;
}

/* ---- the reference ---- */

static bool plain(struct str ref)
{
	for (size_t i = 0; i < ref.n; i++)
		if (ref.p[i] <= ' ' || ref.p[i] > '~' || strchr("\"'*\\", ref.p[i]))
			return false;
	return ref.n > 0 && ref.n <= OPENED_REF_MAX;
}

static bool taken(struct desk *d, struct str ref, bool *yes, struct err *e)
{
	static const struct viewer engine = {.engine = true};
	struct err why = {0};
	struct record r;

	*yes = record_get(d->rv->store, d->arena, &engine, ref, &r, &why);
	if (*yes || why.kind == ERR_NOT_FOUND)
		return true;
	*e = why;
	return false;
}

static bool make_ref(struct desk *d, struct opening_of *o, int64_t n, struct err *e)
{
	struct json *names = body_with(d->arena, o->fields, STR("n"), json_int(d->arena, n));

	if (o->parent)
		json_put(d->arena, names, "parent", json_str(d->arena, o->parent->all.ref));
	if (!template_fill(d->arena, o->type->ref, names, &o->ref))
		return err_set(e, ERR_REFUSED, REFUSED_OPEN_REF, STR_ARG(o->type->label));
	return plain(o->ref) ||
	       err_set(e, ERR_INPUT,
		   "the reference %.*s is longer than %d characters or holds more than plain "
		   "letters, digits and marks such as - . / _",
		   STR_ARG(o->ref), OPENED_REF_MAX);
}

/* Numbers go on behind those that are there; one that is in use by chance is passed over. */
static bool find_ref(struct desk *d, struct opening_of *o, struct err *e)
{
	struct str under = o->parent ? o->parent->all.ref : STR(""), last = {0};
	int64_t n = 1;
	bool used;

	if (!record_number(d->rv->store, o->type->name, under, &n, e))
		return false;
	for (int i = 0; i < NUMBER_TRIES; i++, n++) {
		if (!make_ref(d, o, n, e) || !taken(d, o->ref, &used, e))
			return false;
		if (!used)
			return true;
		if (str_eq(last, o->ref))
			break;
		last = o->ref;
	}
	return err_set(e, ERR_REFUSED, REFUSED_REF_USED, STR_ARG(o->ref));
}

/* ---- the event ---- */

static struct facts first_facts(struct desk *d, const struct opening_of *o)
{
	const struct state *s = type_state(o->type, o->type->initial);

	return (struct facts){.ref = o->ref,
	    .type = o->type->name,
	    .state = o->type->initial,
	    .queue = s ? s->queue : STR(""),
	    .parent = o->parent ? o->parent->all.ref : STR(""),
	    .band = o->parent ? o->parent->all.band : STR(""), /* as urgent as its parent */
	    .due = NO_TIME,
	    .opened = d->now,
	    .moved = d->now,
	    .wake = NO_DAY,
	    .fields = o->fields,
	    .texts = o->texts,
	    .answers = json_obj(d->arena),
	    .pack = o->pack,
	    .now = d->now};
}

static struct json *opened_body(struct desk *d, const struct opening_of *o)
{
	const struct state *s = type_state(o->type, o->type->initial);
	struct facts f = first_facts(d, o);
	struct json *body = json_obj(d->arena);
	struct arena *a = d->arena;

	if (s && !s->final)
		f.due = due_at(o->pack, o->type, &s->due, &f, d->now);
	body_text(a, body, "type", f.type);
	body_text(a, body, "state", f.state);
	body_some(a, body, "queue", f.queue);
	body_some(a, body, "band", f.band);
	body_int(a, body, "rank", rank_key(d, o->type, &f));
	body_time(a, body, "due", f.due);
	json_put(a, body, "fields", o->fields);
	json_put(a, body, "texts", o->texts);
	body_list(a, body, "bars", o->bars);
	body_text(a, body, "pack", o->pack->id);
	body_some(a, body, "parent", f.parent);
	if (s && (s->blind || s->seats.given))
		body_bool(a, body, "blind", true);
	return body;
}

/* Under a parent that is worked on by an older version, a type of that version. */
static const struct pack *pack_with(
    struct desk *d, const struct record_type *t, const struct casefile *parent)
{
	if (parent && pack_type(parent->pack, t->name) == t)
		return parent->pack;
	return d->rv->pack;
}

bool open_record(struct desk *d, const struct record_type *t, const struct casefile *parent,
    const struct json *fields, struct str how, struct str reason, struct str *ref,
    struct err *e)
{
	struct opening_of o = {.type = t, .parent = parent, .pack = pack_with(d, t, parent)};
	struct json *body;

	for (size_t i = 0; parent && i < parent->all.bars.n; i++)
		*arena_push(d->arena, &o.bars) = parent->all.bars.v[i];
	if (!read_fields(d, &o, fields, e) || !find_ref(d, &o, e))
		return false;
	body = opened_body(d, &o);
	body_some(d->arena, body, "how", how);
	body_some(d->arena, body, "reason", reason);
	*ref = o.ref;
	return desk_append(d, EVENT_RECORD_OPENED, o.ref, body, NULL, e);
}
