/* SPDX-License-Identifier: MIT */
/* A record laid on the desk: stored, as the rules see it, held by whom, how new. */
#include "review/casefile.h"

#include <string.h>

#include "review/history.h"
#include "review/kinds.h"
#include "review/sight.h"
#include "review/words.h"
#include "review/refusals.h"

enum { SINCE_MAX = 3 };

int64_t rank_offset(struct desk *d, const struct record_type *t)
{
	struct arena_mark m = arena_mark(d->arena);
	struct facts f = {.due = NO_TIME,
	    .opened = NO_TIME,
	    .moved = NO_TIME,
	    .wake = NO_DAY,
	    .type = t->name,
	    .state = t->initial,
	    .now = d->now};
	struct rank r = {0};
	int64_t offset;

	f.fields = f.texts = f.answers = json_obj(d->arena);
	rank_of(d->arena, d->rv->pack, t, &f, &r);
	offset = r.shown - r.key;
	arena_back(d->arena, m);
	return offset;
}

int64_t rank_key(struct desk *d, const struct record_type *t, const struct facts *f)
{
	struct rank r = {0};

	rank_of(d->arena, f->pack ? f->pack : d->rv->pack, t, f, &r);
	return r.key;
}

static bool find_rules(struct desk *d, struct casefile *c, struct err *e)
{
	c->pack = review_pack_of(d->rv, c->all.pack);
	if (!c->pack)
		return err_set(e, ERR_CORRUPT,
		    "%.*s was opened under a version of the pack that cannot be read",
		    STR_ARG(c->all.ref));
	c->type = pack_type(c->pack, c->all.type);
	return c->type || err_set(e, ERR_CORRUPT,
			      "%.*s is of the type %.*s, which its version of the pack does "
			      "not have",
			      STR_ARG(c->all.ref), STR_ARG(c->all.type));
}

/* A refusal is logged with the record that it is about. */
static void note_about(struct review *rv, struct str ref)
{
	rv->nabout = ref.n < ABOUT_MAX ? ref.n : 0;
	memcpy(rv->about, ref.p, rv->nabout);
}

bool casefile_load(
    struct desk *d, const struct me *m, struct str ref, struct casefile *out, struct err *e)
{
	static const struct viewer engine = {.engine = true};
	struct review *rv = d->rv;

	*out = (struct casefile){0};
	if (!record_whole(rv->store, d->arena, &m->viewer, ref, &out->rec, e))
		return false;
	out->all = out->rec;
	out->blind = m->viewer.blind && out->rec.blind;
	if (out->blind && !record_whole(rv->store, d->arena, &engine, ref, &out->all, e))
		return false;
	if (!find_rules(d, out, e) || !sight_fill(d, &m->person, out, e))
		return false;
	note_about(rv, out->rec.ref);
	return true;
}

bool casefile_engine(struct desk *d, struct str ref, struct casefile *out, struct err *e)
{
	static const struct viewer engine = {.engine = true};

	*out = (struct casefile){0};
	if (!record_whole(d->rv->store, d->arena, &engine, ref, &out->all, e))
		return false;
	out->rec = out->all;
	return find_rules(d, out, e) && sight_fill(d, NULL, out, e);
}

const struct case_view *casefile_steps(const struct casefile *c)
{
	return c->blind && !c->sits ? &c->seen : &c->view;
}

bool casefile_mine(const struct me *m, const struct casefile *c)
{
	return c->all.holder.n && str_eq(c->all.holder, m->person.name);
}

bool casefile_free(struct desk *d, const struct me *m, const struct casefile *c, struct err *e)
{
	struct str since = {0}, who;

	if (c->all.holder.n == 0 || casefile_mine(m, c))
		return true;
	if (c->blind)
		return err_set(e, ERR_CONFLICT,
		    "%.*s is held by somebody else; ask a supervisor to release it",
		    STR_ARG(c->rec.ref));
	who = me_words(d, c->all.holder);
	if (c->all.held != NO_TIME)
		since = say_clock(d->arena, c->all.held, d->now);
	return err_set(e, ERR_CONFLICT,
	    "%.*s is held by %.*s%s%.*s; ask them or a supervisor to release it",
	    STR_ARG(c->rec.ref), STR_ARG(who), since.n ? " since " : "", STR_ARG(since));
}

bool casefile_held(struct desk *d, const struct me *m, const struct casefile *c, struct err *e)
{
	if (casefile_mine(m, c))
		return true;
	if (!casefile_free(d, m, c, e))
		return false;
	return err_set(e, ERR_REFUSED, REFUSED_NOT_HELD, STR_ARG(c->rec.ref));
}

/* What was done since, newest first: as many of the events that make the version grow as it
 * has grown by, as far as the asker may see them. */
static struct str done_since(
    struct desk *d, const struct me *m, const struct casefile *c, int64_t versions)
{
	struct event_filter f = {.record = c->rec.ref,
	    .types = kind_versions(),
	    .limit = versions < SINCE_MAX ? versions : SINCE_MAX,
	    .newest_first = true,
	    .viewer = &m->viewer};
	struct event_rows rows = {0};
	struct buf b = buf_in(d->arena);
	struct err none = {0};

	if (versions < 1 || !store_events(d->rv->store, d->arena, &f, &rows, &none))
		return STR("");
	for (size_t i = 0; i < rows.n; i++) {
		const struct event_row *ev = &rows.v[i];
		struct str words = m->viewer.blind ? event_words_blind(d->arena, c->pack, ev)
						   : event_words(d->arena, c->pack, ev);
		words = say_cut(d->arena, words, 200);
		buf_printf(
		    &b, "%s%.*s %.*s", i ? "; " : ": ", STR_ARG(ev->actor), STR_ARG(words));
	}
	if (versions > SINCE_MAX)
		buf_printf(&b, "; and %lld more", (long long)(versions - SINCE_MAX));
	return buf_str(&b);
}

bool casefile_version(
    struct desk *d, const struct me *m, const struct casefile *c, int64_t seen, struct err *e)
{
	struct str since;

	if (seen == 0 || seen == c->rec.version)
		return true;
	since = done_since(d, m, c, c->rec.version - seen);
	return err_set(e, ERR_CONFLICT,
	    "this record changed since you read it (version %lld, now %lld)%.*s; nothing was "
	    "saved: read it again",
	    (long long)seen, (long long)c->rec.version, STR_ARG(since));
}

bool casefile_reason(struct desk *d, const struct me *m, const struct casefile *c,
    struct str given, struct str *kept, struct err *e)
{
	bool before = false;

	if (!desk_text("reason", given, REASON_MAX, kept, e))
		return false;
	if (kept->n || !d->rv->pack->reason_to_open || casefile_mine(m, c))
		return true;
	if (!desk_opened(d, c->rec.ref, &before, e))
		return false;
	return before || err_set(e, ERR_REFUSED, REFUSED_OPEN_WHY, STR_ARG(c->rec.ref));
}
