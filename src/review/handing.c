/* SPDX-License-Identifier: MIT */
/* A handing is made, told from others, and carried out. */
#include "review/handing.h"

#include "review/body.h"
#include "review/refusals.h"

struct member { /* a record of a unit */
	struct casefile file;
	size_t at; /* among those wanted */
};
struct unit { /* records that go to one person */
	struct {
		struct member *v;
		size_t n, cap;
	} members;
	struct records rest; /* of the same family, but not asked for */
};
struct making {
	struct desk *d;
	struct handing *p;
	const struct records *wanted;
	bool *placed;   /* which of those wanted are in a unit */
	int64_t *given; /* how many each of p->to was given */
};

static size_t wanted_at(const struct making *k, struct str ref)
{
	for (size_t i = 0; i < k->wanted->n; i++)
		if (str_eq(k->wanted->v[i].ref, ref))
			return i;
	return k->wanted->n;
}

static bool add_member(struct making *k, struct unit *u, size_t at, struct err *e)
{
	struct member *m = arena_push(k->d->arena, &u->members);

	*m = (struct member){.at = at};
	k->placed[at] = true;
	return casefile_load(k->d, k->p->me, k->wanted->v[at].ref, &m->file, e);
}

/* Back to its queue goes each for itself. */
static bool unit_of(struct making *k, size_t first, struct unit *u, struct err *e)
{
	struct records family = {0};

	*u = (struct unit){0};
	if (!add_member(k, u, first, e))
		return false;
	if (k->p->nto == 0)
		return true;
	if (!family_of(k->d, &u->members.v[0].file, &family, e))
		return false;
	for (size_t i = 0; i < family.n; i++) {
		size_t at = wanted_at(k, family.v[i].ref);
		if (at == k->wanted->n)
			*arena_push(k->d->arena, &u->rest) = family.v[i];
		else if (!k->placed[at] && !add_member(k, u, at, e))
			return false;
	}
	return true;
}

/* ---- to whom ------------------------------------------------------------------------ */

static bool may_have(struct making *k, const struct unit *u, const struct me *to, struct err *e)
{
	for (size_t i = 0; i < u->members.n; i++) {
		const struct casefile *c = &u->members.v[i].file;
		if (!giving_may(k->d, c, to, e) ||
		    !family_together(k->d, k->p->me, c, &u->rest, to->person.name, e))
			return false;
	}
	return true;
}

/* They have it already, as far as whoever asks may see. */
static bool has_it(const struct unit *u, const struct me *to)
{
	return str_eq(u->members.v[0].file.rec.holder, to->person.name);
}

static bool goes_first(const struct making *k, const struct unit *u, size_t a, size_t b)
{
	bool has_a = has_it(u, &k->p->to[a]), has_b = has_it(u, &k->p->to[b]);

	if (has_a != has_b)
		return has_a;
	return k->given[a] != k->given[b] ? k->given[a] < k->given[b] : a < b;
}

/* The next in line who has not been asked; nto when all have. */
static size_t next_in_line(const struct making *k, const struct unit *u, const bool *asked)
{
	size_t best = k->p->nto;

	for (size_t i = 0; i < k->p->nto; i++)
		if (!asked[i] && (best == k->p->nto || goes_first(k, u, i, best)))
			best = i;
	return best;
}

/* Who gets it, or nto with every reason against each. */
static size_t choose(struct making *k, const struct unit *u, struct err *why)
{
	bool *asked = arena_new(k->d->arena, bool, k->p->nto + 1);
	size_t i;

	*why = (struct err){0};
	while ((i = next_in_line(k, u, asked)) < k->p->nto) {
		struct err one = {0};
		asked[i] = true;
		if (may_have(k, u, &k->p->to[i], &one))
			return i;
		err_more(why, one.kind, "%s", one.text);
	}
	return i;
}

/* ---- rows --------------------------------------------------------------------------- */

static struct planned *put(struct making *k, const struct record *r, struct str to)
{
	struct planned *row = arena_push(k->d->arena, &k->p->rows);

	*row = (struct planned){.rec = *r, .to = to};
	return row;
}

static void refuse(struct making *k, const struct unit *u, const struct err *why)
{
	for (size_t i = 0; i < u->members.n; i++)
		put(k, &u->members.v[i].file.rec, STR(""))->why =
		    arena_cstr(k->d->arena, why->text);
	k->p->refused += (int64_t)u->members.n;
}

/* What would be taken along when somebody took the record themselves. */
static bool take_along(
    struct making *k, const struct unit *u, const struct me *to, struct err *e)
{
	for (size_t i = 0; i < u->rest.n; i++) {
		struct casefile c;
		bool yes;
		if (!family_fit(k->d, to, &u->rest.v[i], &c, &yes, e))
			return false;
		if (!yes)
			continue;
		put(k, &c.rec, to->person.name)->along = true;
		k->p->moves++;
	}
	return true;
}

static bool give(struct making *k, const struct unit *u, size_t who, struct err *e)
{
	const struct me *to = &k->p->to[who];

	for (size_t i = 0; i < u->members.n; i++) {
		const struct record *r = &u->members.v[i].file.rec;
		struct planned *row = put(k, r, to->person.name);
		row->stays = str_eq(r->holder, to->person.name);
		k->p->moves += !row->stays;
		k->p->stays += row->stays;
		k->given[who]++;
	}
	return take_along(k, u, to, e);
}

static void give_back(struct making *k, const struct unit *u)
{
	struct err why = {0};

	if (u->members.v[0].file.rec.holder.n) {
		put(k, &u->members.v[0].file.rec, STR(""));
		k->p->moves++;
		return;
	}
	err_set(&why, ERR_REFUSED, REFUSED_HAND_FREE, STR_ARG(u->members.v[0].file.rec.ref));
	refuse(k, u, &why);
}

static bool place(struct making *k, size_t first, struct err *e)
{
	struct err why;
	struct unit u;
	size_t who;

	if (!unit_of(k, first, &u, e))
		return false;
	if (k->p->nto == 0) {
		give_back(k, &u);
		return true;
	}
	who = choose(k, &u, &why);
	if (who < k->p->nto)
		return give(k, &u, who, e);
	refuse(k, &u, &why);
	return true;
}

/* ---- who ends with how many ----------------------------------------------------------- */

static struct hand *hand_of(struct desk *d, struct handing *p, struct str name)
{
	for (size_t i = 0; i < p->hands.n; i++)
		if (str_eq(p->hands.v[i].name, name))
			return &p->hands.v[i];
	*arena_push(d->arena, &p->hands) = (struct hand){.name = name};
	return &p->hands.v[p->hands.n - 1];
}

static bool count_held(struct desk *d, const struct me *m, struct hand *h, struct err *e)
{
	struct str text = arena_printf(d->arena, "holder:\"%.*s\"", STR_ARG(h->name));
	const struct expr *where;

	return desk_where(d, m, text, &where, e) &&
	       record_count(d->rv->store, d->arena, &m->viewer, where, d->now, &h->before, e);
}

static bool hands(struct desk *d, struct handing *p, struct err *e)
{
	for (size_t i = 0; i < p->nto; i++)
		hand_of(d, p, p->to[i].person.name);
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct planned *row = &p->rows.v[i];
		if (row->why.n || row->stays)
			continue;
		if (row->rec.holder.n)
			hand_of(d, p, row->rec.holder)->after--;
		if (row->to.n)
			hand_of(d, p, row->to)->after++;
	}
	for (size_t i = 0; i < p->hands.n; i++) {
		if (!count_held(d, p->me, &p->hands.v[i], e))
			return false;
		p->hands.v[i].after += p->hands.v[i].before;
	}
	return true;
}

bool handing_make(
    struct desk *d, struct handing *p, const struct records *wanted, struct err *e)
{
	struct making k = {.d = d,
	    .p = p,
	    .wanted = wanted,
	    .placed = arena_new(d->arena, bool, wanted->n + 1),
	    .given = arena_new(d->arena, int64_t, p->nto + 1)};

	for (size_t i = 0; i < wanted->n; i++)
		if (!k.placed[i] && !place(&k, i, e))
			return false;
	return hands(d, p, e);
}

/* ---- done ------------------------------------------------------------------------------ */

struct str handing_digest(struct desk *d, const struct handing *p, struct str more)
{
	struct buf b = buf_in(d->arena);
	char hex[HASH_HEX + 1];
	struct hash h;

	buf_printf(&b, "%.*s\n%.*s\n", STR_ARG(more), STR_ARG(p->reason));
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct planned *row = &p->rows.v[i];
		buf_printf(&b, "%.*s %lld %.*s>%.*s %d%d %.*s\n", STR_ARG(row->rec.ref),
		    (long long)row->rec.version, STR_ARG(row->rec.holder), STR_ARG(row->to),
		    row->along, row->stays, STR_ARG(row->why));
	}
	for (size_t i = 0; i < p->hands.n; i++)
		buf_printf(&b, "%.*s %lld %lld\n", STR_ARG(p->hands.v[i].name),
		    (long long)p->hands.v[i].before, (long long)p->hands.v[i].after);
	h = hash_of(buf_str(&b));
	hex_of(h.b, HASH_LEN, hex);
	return arena_cstr(d->arena, hex);
}

bool handing_same(struct str shown, struct str now, struct err *e)
{
	return str_eq(shown, now) ||
	       err_set(e, ERR_CONFLICT,
		   "something has changed since this preview was made, and nothing was done; "
		   "look at the new one");
}

static bool release(
    struct desk *d, const struct handing *p, struct str ref, int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "reason", p->reason);
	return desk_append(d, EVENT_RECORD_RELEASED, ref, body, seq, e);
}

bool handing_write(struct desk *d, const struct handing *p, int64_t *seq, struct err *e)
{
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct planned *row = &p->rows.v[i];
		bool ok = true;
		if (row->why.n || row->stays)
			continue;
		ok = row->to.n ? giving_write(
				     d, row->rec.ref, row->rec.id, row->to, p->reason, seq, e)
			       : release(d, p, row->rec.ref, seq, e);
		if (!ok)
			return false;
	}
	return true;
}
