/* SPDX-License-Identifier: MIT */
/*
 * The time line of a record and of all that hangs under it: the log, as far as this viewer may
 * see it, by kind and page by page. It is a view of each record of which something is sent.
 */
#include "review/history.h"
#include "review/kinds.h"
#include "review/rights.h"
#include "review/view.h"
#include "review/words.h"

enum { PAST_USUAL = 40, PAST_MOST = 100, BELOW_MAX = 400, VALUE_CUT = 400, ROW_ROOM = 400 };

struct past {
	struct desk *d;
	const struct req_past *q;
	struct me me;
	struct casefile file;
	struct records records; /* the record and what hangs under it */
	struct event_group groups[TIMELINE_QUALITY + 1]; /* by what their types say */
	bool kinds[KINDS];                               /* wanted */
	int64_t limit;
};

static bool read_kinds(struct past *p, struct err *e)
{
	for (int k = KIND_NONE + 1; k < KINDS; k++)
		p->kinds[k] = p->q->kinds.n == 0;
	for (size_t i = 0; i < p->q->kinds.n; i++) {
		enum kind k = kind_named(p->q->kinds.v[i]);
		if (k == KIND_NONE)
			return err_set(e, ERR_USAGE,
			    "'%.*s' is no kind of event; expected data, decisions, notes, "
			    "views, contacts or quality",
			    STR_ARG(p->q->kinds.v[i]));
		p->kinds[k] = true;
	}
	if (p->q->limit < 0 || p->q->limit > PAST_MOST)
		return err_set(e, ERR_USAGE, "limit is 1 to %d events", PAST_MOST);
	p->limit = p->q->limit ? p->q->limit : PAST_USUAL;
	return p->q->from >= 0 && p->q->since >= 0
		   ? true
		   : err_set(e, ERR_USAGE, "from and since are numbers of events");
}

static const struct record_type *type_of(const struct past *p, struct str ref)
{
	for (size_t i = 0; i < p->records.n; i++)
		if (str_eq(p->records.v[i].ref, ref))
			return pack_type(p->d->rv->pack, p->records.v[i].type);
	return NULL;
}

/* Which events of a record are wanted hangs on the time line of its type. */
static void make_groups(struct past *p)
{
	struct arena *a = p->d->arena;

	for (size_t i = 0; i < p->records.n; i++) {
		const struct record_type *t = pack_type(p->d->rv->pack, p->records.v[i].type);
		enum timeline line = t ? t->timeline : TIMELINE_USUAL;
		struct event_group *g = &p->groups[line];
		for (int k = KIND_NONE + 1; g->records.n == 0 && k < KINDS; k++)
			if (p->kinds[k])
				g->types |= kind_events((enum kind)k, t);
		*arena_push(a, &g->records) = p->records.v[i].ref;
	}
}

static bool load(struct past *p, struct err *e)
{
	int below = p->q->alone ? 1 : BELOW_MAX;
	struct str reason;

	return casefile_load(p->d, &p->me, p->q->ref, &p->file, e) &&
	       casefile_reason(p->d, &p->me, &p->file, STR(""), &reason, e) &&
	       record_below(p->d->rv->store, p->d->arena, &p->me.viewer, p->file.rec.ref, below,
		   &p->records, e);
}

static bool read_events(struct past *p, struct event_rows *rows, struct err *e)
{
	struct event_filter f = {.groups = p->groups,
	    .ngroups = TIMELINE_QUALITY + 1,
	    .after = p->q->since,
	    .limit = p->limit,
	    .newest_first = !p->q->oldest,
	    .viewer = &p->me.viewer};

	if (p->q->from && p->q->oldest)
		f.after = p->q->from > f.after ? p->q->from : f.after;
	else
		f.before = p->q->from;
	if (p->q->others)
		f.not_during = p->d->session;
	return store_events(p->d->rv->store, p->d->arena, &f, rows, e);
}

/* ---- what was changed, field by field ---- */

static struct str shown(
    struct past *p, enum vtype type, const struct choices *choices, const struct json *v)
{
	struct value val = value_of_json(v);

	if (val.kind == V_NONE)
		return STR("");
	return say_cut(p->d->arena, say_value(p->d->arena, type, choices, val), VALUE_CUT);
}

static void put_fields(struct past *p, const struct record_type *t, const struct json *now,
    const struct json *was, struct part_past *out)
{
	for (size_t i = 0; now && i < now->n; i++) {
		const struct field *f = type_field(t, now->keys[i]);
		if (!f || field_hidden(&p->me, f))
			continue;
		*arena_push(p->d->arena, &out->values) = (struct part_value){.name = f->name,
		    .label = f->label,
		    .was = shown(p, f->spec.type, &f->spec.choices,
			was ? json_get_str(was, f->name) : NULL),
		    .now = shown(p, f->spec.type, &f->spec.choices, now->v[i])};
	}
}

static void put_answer(
    struct past *p, const struct record_type *t, const struct json *body, struct part_past *out)
{
	struct str form = json_get_text(body, "form");
	const struct form *f = type_form(t, form);
	const struct question *q = f ? form_question(f, json_get_text(body, "question")) : NULL;

	out->form = form;
	if (q)
		*arena_push(p->d->arena, &out->values) = (struct part_value){.name = q->name,
		    .label = q->label,
		    .now = shown(p, q->spec.type, &q->spec.choices, json_get(body, "value")),
		    .reason = say_cut(p->d->arena, json_get_text(body, "reason"), VALUE_CUT)};
}

static void put_values(struct past *p, const struct event_row *ev, enum event_type type,
    const struct record_type *t, struct part_past *out)
{
	struct json *body = NULL;
	struct err none = {0};

	if ((type != EVENT_RECORD_CHANGED && type != EVENT_ANSWER_GIVEN) || !t || !ev->body.p ||
	    !json_parse(p->d->arena, ev->body, &body, &none))
		return;
	if (type == EVENT_ANSWER_GIVEN) {
		put_answer(p, t, body, out);
		return;
	}
	put_fields(p, t, json_get(body, "fields"), json_get(body, "was"), out);
	put_fields(p, t, json_get(body, "texts"), json_get(body, "was"), out);
}

/* ---- the page ---- */

static size_t put_event(struct past *p, const struct event_row *ev, struct rep_past *r)
{
	enum event_type type = event_of(arena_str(p->d->arena, ev->type).p);
	const struct record_type *t = type_of(p, ev->record);
	struct part_past *out = arena_push(p->d->arena, &r->rows);
	size_t bytes = ROW_ROOM;

	*out = (struct part_past){.seq = ev->seq,
	    .at = ev->at,
	    .actor = ev->actor,
	    .kind = str_of(kind_name(kind_of(type, t))),
	    .type = p->me.viewer.blind ? event_type_blind(ev->type) : ev->type,
	    .record = ev->record,
	    .text = p->me.viewer.blind ? event_words_blind(p->d->arena, p->file.pack, ev)
				       : event_words(p->d->arena, p->file.pack, ev)};
	put_values(p, ev, type, t, out);
	for (size_t i = 0; i < out->values.n; i++)
		bytes += out->values.v[i].was.n + out->values.v[i].now.n +
			 out->values.v[i].reason.n + out->values.v[i].label.n + 80;
	return bytes + out->text.n;
}

/* As many as fit a message; next is where to go on. */
static void put_page(struct past *p, const struct event_rows *rows, struct rep_past *r)
{
	size_t bytes = 0;

	for (size_t i = 0; i < rows->n; i++) {
		bytes += put_event(p, &rows->v[i], r);
		if (i > 0 && bytes > VIEW_ROOM) {
			r->rows.n--;
			break;
		}
	}
	if (r->rows.n && (r->rows.n < rows->n || (int64_t)rows->n == p->limit))
		r->next = r->rows.v[r->rows.n - 1].seq;
}

/* Once a record, whichever page it is. */
static bool log_views(struct past *p, const struct rep_past *r, struct err *e)
{
	struct strs refs = {0};

	*arena_push(p->d->arena, &refs) = p->file.rec.ref;
	for (size_t i = 0; i < r->rows.n; i++)
		if (!str_has(refs, r->rows.v[i].record))
			*arena_push(p->d->arena, &refs) = r->rows.v[i].record;
	for (size_t i = 0; i < refs.n; i++)
		if (!desk_viewed(p->d, refs.v[i], "past", STR(""), e))
			return false;
	return true;
}

bool review_past(struct desk *d, const struct req_past *q, struct rep_past *r, struct err *e)
{
	struct past p = {.d = d, .q = q};
	struct event_rows rows = {0};

	*r = (struct rep_past){0};
	if (!desk_need(d, RIGHT_CASES, &p.me, e) || !desk_writable(d, e) ||
	    !desk_reread(d, e) || !read_kinds(&p, e) || !load(&p, e))
		return false;
	make_groups(&p);
	if (!read_events(&p, &rows, e))
		return false;
	r->ref = p.file.rec.ref;
	put_page(&p, &rows, r);
	return log_views(&p, r, e);
}
