/* SPDX-License-Identifier: MIT */
/* A record that a person opens: where it may hang, and what is told of it. */
#include "review/opening.h"

#include "review/words.h"

static bool find_type(
    struct desk *d, struct str name, const struct record_type **out, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct strs names = {0};
	struct str near, all;

	*out = pack_type(p, name);
	if (*out)
		return true;
	for (size_t i = 0; i < p->types.n; i++)
		*arena_push(d->arena, &names) = p->types.v[i].name;
	near = say_near(d->arena, name, names);
	all = say_list(d->arena, names, "and");
	return err_set(e, ERR_NOT_FOUND,
	    "there is no record type '%.*s'%.*s\nrecord types are %.*s", STR_ARG(name),
	    STR_ARG(near), STR_ARG(all));
}

bool opening_find(struct desk *d, const struct me *m, struct str type, struct str under,
    struct opening_at *out, struct err *e)
{
	*out = (struct opening_at){0};
	if (!find_type(d, type, &out->type, e))
		return false;
	if (under.n == 0)
		return true;
	out->parent = &out->above;
	return casefile_load(d, m, under, &out->above, e);
}

/* By what the person may see of the parent, so that a refusal tells them nothing else. */
bool opening_allowed(
    struct desk *d, const struct me *m, const struct opening_at *o, struct strs *closed)
{
	return may_open(d->arena, d->rv->pack, o->type, o->parent ? &o->parent->seen : NULL,
	    &m->person, closed);
}

static bool first_event(struct desk *d, struct str ref, int64_t *seq, struct err *e)
{
	struct event_filter f = {.record = ref, .limit = 1};
	struct event_rows rows = {0};

	if (!store_events(d->rv->store, d->arena, &f, &rows, e))
		return false;
	*seq = rows.n ? rows.v[0].seq : 0;
	return true;
}

bool opening_reply(
    struct desk *d, const struct me *m, struct str ref, struct rep_moved *r, struct err *e)
{
	struct str state, under = {0};
	struct casefile c;
	int64_t seq = 0;

	if (!casefile_load(d, m, ref, &c, e) || !first_event(d, ref, &seq, e))
		return false;
	state = state_words(c.type, c.rec.state);
	if (c.rec.parent.n)
		under = arena_printf(d->arena, " under %.*s", STR_ARG(c.rec.parent));
	*r = (struct rep_moved){.ref = c.rec.ref,
	    .step = STR("opened"),
	    .to = c.rec.state,
	    .band = c.rec.band,
	    .version = c.rec.version,
	    .seq = seq};
	r->text = arena_printf(d->arena, "%.*s (%.*s) was opened%.*s; it is in %.*s",
	    STR_ARG(c.rec.ref), STR_ARG(c.type->label), STR_ARG(under), STR_ARG(state));
	return true;
}

bool opening_before(struct desk *d, const struct me *m, const struct event_row *first,
    struct rep_moved *r, struct err *e)
{
	if (!str_is(first->type, event_name(EVENT_RECORD_OPENED)))
		return err_set(e, ERR_USAGE, "this request id was used for something else");
	return opening_reply(d, m, first->record, r, e);
}
