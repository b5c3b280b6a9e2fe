/* SPDX-License-Identifier: MIT */
/* Why a step is closed to a person: bars, other steps of theirs, too few people, training. */
#include "rules/closed.h"

#include "rules/english.h"
#include "rules/refusals.h"

#define CLOSE(s, ...)                                                                          \
	(*arena_push((s)->arena, (s)->closed) = arena_printf((s)->arena, __VA_ARGS__))

/* "case" from "Case"; a label in capitals, such as IOPC, stays. */
static struct str low_first(struct arena *a, struct str label)
{
	bool word = label.n > 1 && label.p[1] >= 'a' && label.p[1] <= 'z';
	char first = label.n ? label.p[0] : ' ';

	if (!word || first < 'A' || first > 'Z')
		return label;
	return arena_printf(a, "%c%.*s", first | 0x20, (int)label.n - 1, label.p + 1);
}

static struct str type_words(struct arena *a, const struct record_type *t)
{
	return low_first(a, t->label.n ? t->label : t->name);
}

static bool handled(const struct case_view *c, const struct person *p)
{
	return p->staff.n && str_has(c->bars, p->staff);
}

/* A bar on an account is written @name. */
static bool conflicted(const struct case_view *c, const struct person *p)
{
	for (size_t i = 0; i < c->bars.n; i++) {
		struct str bar = c->bars.v[i];
		if (bar.n == p->name.n + 1 && bar.p[0] == '@' &&
		    str_eq((struct str){bar.p + 1, bar.n - 1}, p->name))
			return p->name.n > 0;
	}
	return false;
}

bool person_is_barred(const struct case_view *c, const struct person *p)
{
	return handled(c, p) || conflicted(c, p);
}

void close_by_bars(struct closing *s)
{
	struct str type = type_words(s->arena, s->c->type);

	if (handled(s->c, s->p))
		CLOSE(s, REFUSED_HANDLED, STR_ARG(type));
	if (conflicted(s->c, s->p))
		CLOSE(s, REFUSED_CONFLICTED, STR_ARG(type));
}

static bool did(const struct closing *s, struct str transition)
{
	for (size_t i = 0; i < s->c->ndid; i++)
		if (str_eq(s->c->did[i].transition, transition) &&
		    str_eq(s->c->did[i].by, s->p->name))
			return true;
	return false;
}

/* The first transition of that id in any type, for its label. */
static const struct transition *anywhere(const struct pack *p, struct str id)
{
	const struct transition *found = NULL;

	for (size_t i = 0; i < p->types.n && !found; i++)
		found = type_transition(&p->types.v[i], id);
	return found;
}

/* "did 'Red' on this record", from a name in distinct: NAME, parent.NAME or TYPE.NAME. */
static struct str deed(const struct closing *s, struct str name)
{
	struct arena *a = s->arena;
	struct str rest = name, head = {0}, where = STR("this record");
	const struct record_type *type = s->c->type;
	const struct transition *t;

	if (str_cut(&rest, '.', &head) && rest.n) {
		type = pack_type(s->c->pack, head);
		where = type ? arena_printf(a, "%s %.*s under this record",
				   english_article(type_words(a, type)),
				   STR_ARG(type_words(a, type)))
			     : STR("the record above this one");
		name = rest;
	}
	if (str_is(name, "opened"))
		return arena_printf(a, "opened %.*s", STR_ARG(where));
	t = type ? type_transition(type, name) : anywhere(s->c->pack, name);
	return arena_printf(a, "did '%.*s' on %.*s", STR_ARG(t && t->label.n ? t->label : name),
	    STR_ARG(where));
}

void close_by_distinct(struct closing *s)
{
	for (size_t i = 0; i < s->t->distinct.n; i++)
		if (did(s, s->t->distinct.v[i]))
			CLOSE(s, REFUSED_DISTINCT, STR_ARG(deed(s, s->t->distinct.v[i])));
}

static bool is_dotted(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '.')
			return true;
	return false;
}

/* Everybody who took a step of this record, and this person. */
static int acted(const struct closing *s)
{
	struct strs seen = {0};

	*arena_push(s->arena, &seen) = s->p->name;
	for (size_t i = 0; i < s->c->ndid; i++) {
		const struct did *d = &s->c->did[i];
		if (!is_dotted(d->transition) && !str_is(d->transition, "opened") &&
		    !str_has(seen, d->by))
			*arena_push(s->arena, &seen) = d->by;
	}
	return (int)seen.n;
}

/* How many acted is not for somebody who must not know whether anybody did. */
void close_by_people(struct closing *s)
{
	int lack = s->t->people - acted(s);

	if (lack <= 0)
		return;
	if (roles_blind(s->c->pack, s->p->roles))
		CLOSE(s, REFUSED_PEOPLE, s->t->people);
	else
		CLOSE(s, REFUSED_PEOPLE_LACK, s->t->people, lack);
}

static int32_t skilled_until(const struct person *p, struct str competence)
{
	int32_t until = NO_DAY;

	for (size_t i = 0; i < p->skills.n; i++)
		if (str_eq(p->skills.v[i].competence, competence) &&
		    p->skills.v[i].until > until)
			until = p->skills.v[i].until;
	return until;
}

void close_by_competence(struct closing *s)
{
	int32_t today = london_day(s->c->facts.now);

	for (size_t i = 0; i < s->t->competence.n; i++) {
		struct str id = s->t->competence.v[i];
		const struct competence *k = pack_competence(s->c->pack, id);
		struct str label = k && k->label.n ? k->label : id;
		int32_t until = skilled_until(s->p, id);
		char day[DAY_LEN + 1];

		if (until == NO_DAY) {
			CLOSE(s, REFUSED_UNTRAINED, STR_ARG(label));
		} else if (until < today) {
			day_text(until, day);
			CLOSE(s, REFUSED_TRAINING_ENDED, STR_ARG(label),
			    STR_ARG(english_day(s->arena, str_of(day))));
		}
	}
}
