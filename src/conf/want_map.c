/* SPDX-License-Identifier: MIT */
/* Maps and lists by their tables: the walk that every settings file goes through. */
#include "conf/want.h"

#include <string.h>

/* Every vector of a pack is laid out like this one. */
struct vec {
	void *v;
	size_t n, cap;
};

/* A name that is known for what it was meant to be is kept, though it is a fault. */
static void read_names(struct reader *r, const struct node *n,
    bool want(struct reader *, const struct node *, struct str *), struct strs *out)
{
	struct nodes one = {(struct node *[]){(struct node *)n}, 1, 1};
	const struct nodes *all = n->kind == NODE_TEXT ? &one : &n->items;

	if (n->kind == NODE_MAP) {
		(void)want_kind(r, n, NODE_LIST, "a name or a list of names");
		return;
	}
	for (size_t i = 0; i < all->n; i++) {
		struct str name = {0};
		if (!want(r, all->v[i], &name) && name.n == 0)
			continue;
		if (str_has(*out, name))
			want_fault(r, all->v[i], "found '%.*s' again; expected each once",
			    STR_ARG(name));
		else
			*arena_push(r->a, out) = name;
	}
}

void want_names(struct reader *r, const struct node *n, struct strs *out)
{
	read_names(r, n, want_name, out);
}

static void read_lines(struct reader *r, const struct node *n, struct strs *out)
{
	if (!want_kind(r, n, NODE_LIST, "a list of texts"))
		return;
	for (size_t i = 0; i < n->items.n; i++) {
		struct str line;
		if (want_line(r, n->items.v[i], 0, &line))
			*arena_push(r->a, out) = line;
	}
}

/* An expression begins after the quote, if there is one. */
void want_expr(struct reader *r, const struct node *n, struct expr **out, struct str *text)
{
	if (!want_text(r, n, 0, text))
		return;
	struct pending *p = arena_push(r->a, &r->pending);
	*p = (struct pending){.at = want_place(r, n),
	    .text = *text,
	    .type = r->type,
	    .out = out,
	    .owner = r->element};
	p->at.col += n->quoted;
}

static bool read_element(struct reader *r, const struct node *n, struct place at,
    const struct key_table *t, void *owner);

/* What has lost its name cannot be spoken of, and the next one takes its room. */
static bool has_name(const struct key_table *t, const char *element)
{
	return t->id == NO_ID || ((const struct str *)(element + t->id))->n > 0;
}

void want_list(struct reader *r, const struct node *n, const struct key_table *t, void *vec)
{
	struct vec out;
	if (!want_kind(r, n, NODE_LIST, "a list"))
		return;
	out.v = arena_alloc(r->a, arena_size(t->size, n->items.n + 1), alignof(max_align_t));
	out.n = 0;
	out.cap = n->items.n + 1;
	for (size_t i = 0; i < n->items.n; i++) {
		char *element = (char *)out.v + out.n * t->size;
		size_t pending = r->pending.n, fillings = r->fillings.n;
		if (want_map(r, n->items.v[i], t, element) && has_name(t, element)) {
			out.n++;
			continue;
		}
		r->pending.n = pending;
		r->fillings.n = fillings;
		memset(element, 0, t->size);
	}
	memcpy(vec, &out, sizeof out);
}

static void want_named(
    struct reader *r, const struct node *n, const struct key_table *t, void *vec)
{
	struct vec out;
	if (!want_kind(r, n, NODE_MAP, "a map of names"))
		return;
	out.v = arena_alloc(r->a, arena_size(t->size, n->items.n + 1), alignof(max_align_t));
	out.n = 0;
	out.cap = n->items.n + 1;
	for (size_t i = 0; i < n->items.n; i++) {
		void *element = (char *)out.v + out.n * t->size;
		struct str *name = (struct str *)((char *)element + t->id);
		(void)want_name(r, n->keys.v[i], name);
		if (name->n == 0)
			continue;
		(void)read_element(r, n->items.v[i], want_place(r, n->keys.v[i]), t, element);
		out.n++;
	}
	memcpy(vec, &out, sizeof out);
}

static void read_number(struct reader *r, const struct node *n, const struct key *k, void *at)
{
	int64_t i;
	if (!want_int(r, n, k->min, k->max, &i))
		return;
	if (k->kind == WANT_INT)
		*(int *)at = (int)i;
	else
		*(int64_t *)at = i;
}

/* The member at `at` takes what the node holds. */
static void read_key(struct reader *r, const struct node *n, const struct key *k, void *owner)
{
	void *at = (char *)owner + k->at;
	switch (k->kind) {
	case WANT_LINE:
		(void)want_line(r, n, (size_t)k->max, at);
		return;
	case WANT_TEXT:
		(void)want_text(r, n, (size_t)k->max, at);
		return;
	case WANT_NAME:
		(void)want_name(r, n, at);
		return;
	case WANT_NAMES:
		want_names(r, n, at);
		return;
	case WANT_STEPS:
		read_names(r, n, want_step, at);
		return;
	case WANT_LINES:
		read_lines(r, n, at);
		return;
	case WANT_INT:
	case WANT_LONG:
		read_number(r, n, k, at);
		return;
	case WANT_BOOL:
		(void)want_bool(r, n, at);
		return;
	case WANT_DATE:
		(void)want_date(r, n, at);
		return;
	case WANT_CHAR:
		(void)want_char(r, n, at);
		return;
	case WANT_WORD:
		(void)want_word(r, n, &k->words, at);
		return;
	case WANT_FLAGS:
		/* A faulty list counts as all: nothing else is then missed for want of one. */
		if (!want_flags(r, n, &k->words, at))
			*(unsigned *)at = ~0u;
		return;
	case WANT_EXPR:
		want_expr(r, n, (struct expr **)((char *)owner + k->also), at);
		return;
	case WANT_MAP:
		(void)want_map(r, n, k->of, at);
		return;
	case WANT_LIST:
		want_list(r, n, k->of, at);
		return;
	case WANT_NAMED:
		want_named(r, n, k->of, at);
		return;
	case WANT_OWN:
		k->read(r, n, at);
		return;
	}
}

static void set_default(const struct key *k, void *owner)
{
	void *at = (char *)owner + k->at;
	if (k->kind == WANT_INT)
		*(int *)at = (int)k->dflt;
	else if (k->kind == WANT_LONG)
		*(int64_t *)at = k->dflt;
	else if (k->kind == WANT_BOOL)
		*(bool *)at = k->dflt != 0;
	else if (k->kind == WANT_DATE)
		*(int32_t *)at = NO_DAY;
}

static struct strs known_keys(struct reader *r, const struct key_table *t)
{
	struct strs known = {0};

	for (size_t i = 0; i < t->n; i++)
		*arena_push(r->a, &known) = str_of(t->keys[i].name);
	return known;
}

static const char *article(const char *what)
{
	return strchr("aeiou", what[0]) ? "an" : "a";
}

static void refuse_unknown(struct reader *r, const struct node *key, const struct key_table *t,
    const struct strs *known, struct str near)
{
	struct buf text = buf_in(r->a);

	buf_printf(&text, "found key %s in %s %s; expected ", want_found(r, key),
	    article(t->what), t->what);
	for (size_t i = 0; i < known->n; i++)
		buf_printf(&text, "%s%s", i ? ", " : "", known->v[i].p);
	if (near.n)
		buf_printf(&text, "; did you mean '%.*s'?", STR_ARG(near));
	want_fault(r, key, "%s", buf_str(&text).p);
}

/* A key that is nearly another is told and then mended: a slip in a key is one fault,
 * not one more for everything that is missing without it. */
static void check_keys(struct reader *r, const struct node *n, const struct key_table *t)
{
	struct strs known = known_keys(r, t);

	for (size_t i = 0; i < n->keys.n; i++) {
		struct node *key = n->keys.v[i];
		struct str near = {0};
		if (str_has(known, key->text))
			continue;
		if (key->text.n <= NAME_BYTES)
			near = str_nearest(key->text, known.v, known.n);
		refuse_unknown(r, key, t, &known, near);
		if (near.n && !node_get(n, near.p))
			key->text = near;
	}
}

static void read_keys(
    struct reader *r, const struct node *n, const struct key_table *t, void *owner)
{
	check_keys(r, n, t);
	for (size_t i = 0; i < t->n; i++) {
		const struct key *k = &t->keys[i];
		const struct node *value = node_get(n, k->name);
		set_default(k, owner);
		if (value)
			read_key(r, value, k, owner);
		else if (k->required)
			want_fault(r, n, "found no '%s' in %s %s; expected one", k->name,
			    article(t->what), t->what);
	}
	if (t->done)
		t->done(r, n, owner);
}

/* The keys of an element: what is wrong with one spoils it, unless it is wrong within an
 * element of its own. */
static void read_whole(struct reader *r, const struct node *n, struct place at,
    const struct key_table *t, void *owner)
{
	size_t before = r->faults->n, inner = r->inner, all;
	struct place outer = r->element;

	*(struct place *)((char *)owner + t->place) = at;
	if (!t->part)
		r->element = at;
	read_keys(r, n, t, owner);
	r->element = outer;
	all = r->faults->n - before;
	if (all > r->inner - inner)
		*arena_push(r->a, &r->spoilt) = at;
	r->inner = t->part ? inner : inner + all;
}

/* What is not a map has no keys, but where it has a name that is known. */
static bool read_element(struct reader *r, const struct node *n, struct place at,
    const struct key_table *t, void *owner)
{
	if (n->kind != NODE_MAP) {
		want_fault(r, n, "found %s; expected %s %s as a map", want_found(r, n),
		    article(t->what), t->what);
		*arena_push(r->a, &r->spoilt) = at;
		return false;
	}
	if (t->place == NO_ID)
		read_keys(r, n, t, owner);
	else
		read_whole(r, n, at, t, owner);
	return true;
}

bool want_map(struct reader *r, const struct node *n, const struct key_table *t, void *owner)
{
	return read_element(r, n, want_place(r, n), t, owner);
}
