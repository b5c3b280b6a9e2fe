/* SPDX-License-Identifier: MIT */
/* Persons from their serial numbers: sex, group, name, date of birth. */
#include "demo/people.h"

#include "lookback/base/when.h"

enum {
	SUBJECT_FROM = 1950, /* born in these years: 18 to 73 in the review's */
	SUBJECT_TO = 1996,
	SAME_GROUP = 800, /* couples whose names are of one group, per mille */
};

static enum group draw_group(struct dice *d)
{
	uint64_t at = dice_below(d, 10000);
	enum group g = GROUP_BRITISH;

	while (g < GROUP_MIXED && at >= name_group(g)->share)
		at -= name_group(g++)->share;
	return g;
}

static enum group draw_other_than_mixed(struct dice *d)
{
	enum group g = draw_group(d);

	return g == GROUP_MIXED ? GROUP_CARIBBEAN : g;
}

static struct str draw_from(struct dice *d, struct pool p)
{
	return str_of(p.v[draw_early(d, p.n)]);
}

static struct str draw_family(struct dice *d, const struct name_group *g, bool female)
{
	struct pool p = female && g->family_f.n ? g->family_f : g->family;

	return draw_from(d, p);
}

/* How the parts of a name hang together differs more than the parts do. */
static void finish_name(
    struct arena *a, struct dice *d, const struct name_group *g, struct made *p)
{
	struct str second;

	switch (g->naming) {
	case NAMING_DOUBLE:
		if (!draw_happens(d, 450))
			break;
		second = draw_family(d, g, p->female);
		p->family = arena_printf(a, "%.*s %.*s", STR_ARG(p->family), STR_ARG(second));
		break;
	case NAMING_SIKH:
		p->middle = p->female ? STR("Kaur") : STR("Singh");
		if (draw_happens(d, 300)) {
			p->family = p->middle;
			p->middle = STR("");
		}
		break;
	case NAMING_CHAIN:
		p->middle = draw_from(d, g->male);
		break;
	case NAMING_PLAIN:
	case NAMING_MIXED:
		if (p->group != GROUP_BRITISH || !draw_happens(d, 20))
			break;
		second = draw_family(d, g, p->female);
		p->family = arena_printf(a, "%.*s-%.*s", STR_ARG(p->family), STR_ARG(second));
		break;
	}
}

static void name_person(struct arena *a, struct dice *d, struct made *p)
{
	bool mixed = p->group == GROUP_MIXED;
	const struct name_group *g = name_group(mixed ? draw_other_than_mixed(d) : p->group);
	const struct name_group *f = mixed ? name_group(GROUP_BRITISH) : g;
	struct pool given = p->female ? g->female : g->male;

	p->given = draw_from(d, given);
	p->family = draw_family(d, f, p->female);
	if (draw_happens(d, f->middle))
		p->middle = draw_from(d, given);
	if (str_eq(p->middle, p->given))
		p->middle = STR("");
	finish_name(a, d, f, p);
}

static int32_t draw_born(struct dice *d, int from, int to)
{
	int32_t first = day_of(from, 1, 1), last = day_of(to, 12, 31);

	return (int32_t)(first + (int32_t)dice_below(d, (uint64_t)(last - first) + 1));
}

/* The middle of the range comes most often. */
static int32_t draw_adult(struct dice *d, int from, int to)
{
	int32_t one = draw_born(d, from, to), two = draw_born(d, from, to);

	return one / 2 + two / 2;
}

void people_subject(struct arena *a, uint64_t seed, uint64_t serial, struct made *out)
{
	struct dice d = draw_at(seed, STREAM_SUBJECT, serial);
	struct made p = {.female = draw_happens(&d, 170), .group = draw_group(&d)};

	p.born = draw_adult(&d, SUBJECT_FROM, SUBJECT_TO);
	name_person(a, &d, &p);
	*out = p;
}

void people_at_risk(
    struct arena *a, uint64_t seed, uint64_t serial, const struct made *b, struct made *out)
{
	struct dice d = draw_at(seed, STREAM_AT_RISK, serial);
	struct made p = {.female = draw_happens(&d, b->female ? 80 : 960)};
	int year, month, day;

	p.group = draw_happens(&d, SAME_GROUP) ? b->group : draw_group(&d);
	day_split(b->born, &year, &month, &day);
	year += draw_between(&d, -7, 11);
	year = year > 1998 ? 1998 : year;
	p.born = draw_born(&d, year, year);
	name_person(a, &d, &p);
	*out = p;
}

void people_third(
    struct arena *a, uint64_t seed, uint64_t serial, const struct made *of, struct made *out)
{
	struct dice d = draw_at(seed, STREAM_THIRD, serial);
	struct made p = {.female = draw_happens(&d, 700), .group = of->group};

	p.born = draw_adult(&d, 1940, 1997);
	name_person(a, &d, &p);
	if (draw_happens(&d, 450))
		p.family = of->family;
	*out = p;
}

void people_anybody(struct arena *a, struct dice *d, struct made *out)
{
	struct made p = {.female = draw_happens(d, 500), .group = draw_group(d)};

	p.born = draw_adult(d, 1960, 1999);
	name_person(a, d, &p);
	*out = p;
}

struct str people_name(struct arena *a, const struct made *p)
{
	const char *gap = p->middle.n ? " " : "";

	return arena_printf(a, "%.*s%s%.*s %.*s", STR_ARG(p->given), gap, STR_ARG(p->middle),
	    STR_ARG(p->family));
}
