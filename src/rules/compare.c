/* SPDX-License-Identifier: MIT */
/* Two versions of a pack side by side, element by element and facet by facet. */
#include "lookback/rules/compare.h"

#include <string.h>

#include "rules/facets.h"

struct comparing {
	struct arena *arena;
	const char *kind;
	struct str type;
	struct changes *out;
};

static const struct element *find(const struct elements *list, struct str name)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->v[i].name, name))
			return &list->v[i];
	return NULL;
}

static struct str say_text(struct str s)
{
	return s.n ? s : STR("nothing");
}

static void add(struct comparing *c, const char *change, struct str name, struct str text)
{
	*arena_push(c->arena, c->out) = (struct change){c->kind, change, c->type, name, text};
}

/* Facets come in a fixed order, but one key may come several times or not at all. */
static struct str text_of(const struct element *e, const char *key, size_t nth)
{
	for (size_t i = 0; i < e->n; i++)
		if (strcmp(e->v[i].key, key) == 0 && nth-- == 0)
			return e->v[i].text;
	return STR("");
}

static size_t nth_of(const struct element *e, size_t at)
{
	size_t n = 0;

	for (size_t i = 0; i < at; i++)
		n += strcmp(e->v[i].key, e->v[at].key) == 0;
	return n;
}

static void say_facet(struct buf *b, const char *key, struct str old, struct str new)
{
	if (!str_eq(old, new))
		buf_printf(b, "%s%s: %.*s, now %.*s", b->n ? "; " : "", key,
		    STR_ARG(say_text(old)), STR_ARG(say_text(new)));
}

/* Both ways round, for a key may be there more often in either. */
static void compare_element(
    struct comparing *c, const struct element *old, const struct element *new)
{
	struct buf b = buf_in(c->arena);

	for (size_t i = 0; i < new->n; i++)
		say_facet(&b, new->v[i].key, text_of(old, new->v[i].key, nth_of(new, i)),
		    new->v[i].text);
	for (size_t i = 0; i < old->n; i++) {
		size_t nth = nth_of(old, i);
		size_t has = 0;
		for (size_t k = 0; k < new->n; k++)
			has += strcmp(new->v[k].key, old->v[i].key) == 0;
		if (nth >= has)
			say_facet(&b, old->v[i].key, old->v[i].text, STR(""));
	}
	if (b.n)
		add(c, "changed", new->name, buf_str(&b));
}

/* The first two things an element says, so that a row can be read alone. */
static struct str about(struct arena *a, const struct element *e)
{
	struct buf b = buf_in(a);
	int said = 0;

	for (size_t i = 0; i < e->n && said < 2; i++)
		if (e->v[i].text.n) {
			buf_printf(&b, "%s%s: %.*s", said++ ? "; " : "", e->v[i].key,
			    STR_ARG(e->v[i].text));
		}
	return buf_str(&b);
}

static void compare_elements(
    struct comparing *c, const struct elements *old, const struct elements *new)
{
	for (size_t i = 0; i < new->n; i++) {
		const struct element *was = find(old, new->v[i].name);
		if (was)
			compare_element(c, was, &new->v[i]);
		else
			add(c, "added", new->v[i].name, about(c->arena, &new->v[i]));
	}
	for (size_t i = 0; i < old->n; i++)
		if (!find(new, old->v[i].name))
			add(c, "removed", old->v[i].name, about(c->arena, &old->v[i]));
}

static struct elements elements_of(struct arena *a, const struct pack *p,
    const struct record_type *t, const struct facet_kind *kind)
{
	struct listing l = {.arena = a, .pack = p, .type = t};

	kind->list(&l);
	return l.out;
}

/* The review itself is one element whatever it is called. */
static void compare_whole(struct comparing *c, const struct pack *old, const struct pack *new)
{
	struct elements x = elements_of(c->arena, old, NULL, &pack_kinds[0]);
	struct elements y = elements_of(c->arena, new, NULL, &pack_kinds[0]);

	c->kind = pack_kinds[0].kind;
	compare_element(c, &x.v[0], &y.v[0]);
	for (const struct facet_kind *k = pack_kinds + 1; k->kind; k++) {
		x = elements_of(c->arena, old, NULL, k);
		y = elements_of(c->arena, new, NULL, k);
		c->kind = k->kind;
		compare_elements(c, &x, &y);
	}
}

/* The type itself and its states: what a record of it could stand in. */
static void only_one(
    struct comparing *c, const struct pack *p, const struct record_type *t, const char *change)
{
	c->type = t->name;
	for (size_t i = 0; i < 2; i++) {
		struct elements x = elements_of(c->arena, p, t, &type_kinds[i]);
		c->kind = type_kinds[i].kind;
		for (size_t k = 0; k < x.n; k++)
			add(c, change, x.v[k].name, about(c->arena, &x.v[k]));
	}
}

void pack_compare(
    struct arena *a, const struct pack *old, const struct pack *new, struct changes *out)
{
	struct comparing c = {.arena = a, .out = out};

	compare_whole(&c, old, new);
	for (size_t i = 0; i < new->types.n; i++) {
		const struct record_type *t = &new->types.v[i], *was = pack_type(old, t->name);
		if (!was) {
			only_one(&c, new, t, "added");
			continue;
		}
		c.type = t->name;
		for (const struct facet_kind *k = type_kinds; k->kind; k++) {
			struct elements x = elements_of(a, old, was, k);
			struct elements y = elements_of(a, new, t, k);
			c.kind = k->kind;
			compare_elements(&c, &x, &y);
		}
	}
	for (size_t i = 0; i < old->types.n; i++)
		if (!pack_type(new, old->types.v[i].name))
			only_one(&c, old, &old->types.v[i], "removed");
}
