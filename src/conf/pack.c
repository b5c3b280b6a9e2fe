/* SPDX-License-Identifier: MIT */
/*
 * A pack is read in two passes. First every file becomes structs, so that all names
 * are known; then the expressions are parsed and the whole is checked. When a file is
 * not even YAML the second pass would only repeat what is missing, so it waits.
 */
#include "lookback/conf/pack.h"

#include <stdlib.h>
#include <string.h>

#include "conf/tables.h"

/* Files by name, in the order in which they need each other. */
struct file_kind {
	const char *name; /* "records/" means all files of that folder */
	bool required;
	void (*read)(struct reader *r, const struct node *n);
};
static const struct file_kind kinds[] = {
    {"review.yaml", true, read_review},
    {"calendar.yaml", true, read_calendar},
    {"records/", true, read_record},
    {"forms/", false, read_form_file},
    {"import/", false, read_map},
    {"views.yaml", false, read_views},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static bool is_kind(const struct file_kind *k, struct str name)
{
	size_t n = strlen(k->name);

	if (k->name[n - 1] != '/')
		return str_is(name, k->name);
	return str_starts(name, str_of(k->name)) && name.n > n + 5 &&
	       memcmp(name.p + name.n - 5, ".yaml", 5) == 0;
}

/* Trees of the files, parallel to them; NULL where the file is not of the pack. */
struct trees {
	struct node **v;
	bool whole; /* every file could be read */
};

static void refuse_file(struct reader *r, struct str name)
{
	struct strs known = {0};
	struct str whole = name;

	if (name.n > 4 && memcmp(name.p + name.n - 4, ".yml", 4) == 0)
		whole = arena_printf(r->a, "%.*s.yaml", (int)name.n - 4, name.p);
	for (size_t i = 0; i < KINDS; i++) {
		*arena_push(r->a, &known) = str_of(kinds[i].name);
		if (!str_eq(whole, name) && is_kind(&kinds[i], whole))
			*arena_push(r->a, &known) = whole;
	}
	want_fault(r, NULL,
	    "found file \"%.*s\"; expected review.yaml, calendar.yaml, views.yaml "
	    "or a .yaml file in records, forms or import%s",
	    STR_ARG(name), want_near(r, name, &known));
}

static void parse_files(struct reader *r, const struct source *s, struct trees *t)
{
	t->v = arena_new(r->a, struct node *, s->files.n + 1);
	t->whole = true;
	for (size_t i = 0; i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		bool known = false;
		r->file = f->name;
		for (size_t k = 0; k < KINDS && !known; k++)
			known = is_kind(&kinds[k], f->name);
		if (!known)
			refuse_file(r, f->name);
		else if (!yaml_read(r->a, f->name, f->text, &t->v[i], r->faults))
			t->whole = false, t->v[i] = NULL;
	}
}

static void read_kind(
    struct reader *r, const struct source *s, const struct trees *t, const struct file_kind *k)
{
	bool found = false;

	for (size_t i = 0; i < s->files.n; i++) {
		if (!is_kind(k, s->files.v[i].name))
			continue;
		found = true;
		r->file = s->files.v[i].name;
		if (t->v[i])
			k->read(r, t->v[i]);
	}
	r->file = str_of(k->name);
	if (k->required && !found)
		want_fault(r, NULL, "found no such file; expected one");
}

/* ---- the second pass ------------------------------------------------------ */

/* In a guard or a rank, `today` and `me` would be those of whoever read the pack: an
 * expression that differs between two people and days speaks of them. */
static bool is_timeless(
    struct reader *r, struct str text, const struct expr_env *env, const struct expr *x)
{
	struct expr_env other = *env;
	struct buf one = buf_in(r->a), two = buf_in(r->a);
	const struct expr *y;
	struct err e = {0};

	other.me = STR("another");
	other.now += (int64_t)4000 * 86400 * 1000;
	if (!expr_parse(r->a, text, &other, &y, &e))
		return false;
	expr_print(&one, x);
	expr_print(&two, y);
	return str_eq(buf_str(&one), buf_str(&two));
}

static void parse_pending(struct reader *r, const struct pending *p)
{
	struct expr_env env = {r->pack, p->type, STR("someone"), 0};
	const struct expr *x = NULL;
	struct place at = p->at;
	struct err e = {0};

	if (!expr_parse(r->a, p->text, &env, &x, &e)) {
		at.col += e.col > 0 ? e.col - 1 : 0;
		fault_add(r->a, r->faults, at, "%s", e.text);
	} else if (p->out && !is_timeless(r, p->text, &env, x)) {
		fault_add(r->a, r->faults, at,
		    "found an expression about today or me; expected one that is the same for "
		    "everyone on every day");
	} else if (p->out) {
		*p->out = (struct expr *)x;
	}
}

/* Fields, questions and the engine's own words share one space of names. */
static void claim_name(struct reader *r, struct strs *taken, struct str name, struct place at)
{
	if (name.n == 0)
		return;
	if (str_has(*taken, name))
		fault_add(r->a, r->faults, at,
		    "found the name \"%.*s\" again; expected each field and question of a "
		    "record "
		    "to have its own, and none of the program's",
		    STR_ARG(name));
	else
		*arena_push(r->a, taken) = name;
}

static void check_names(struct reader *r, const struct record_type *t)
{
	struct strs taken = {0};

	for (size_t i = 0; i < CORE_ATTRS; i++)
		*arena_push(r->a, &taken) = r->pack->core[i].name;
	*arena_push(r->a, &taken) = STR("has");
	for (size_t i = 0; i < t->fields.n; i++)
		claim_name(r, &taken, t->fields.v[i].name, t->fields.v[i].at);
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++)
			claim_name(r, &taken, t->forms.v[i].questions[j].name,
			    t->forms.v[i].questions[j].at);
}

static int by_place(const void *a, const void *b)
{
	const struct fault *x = a, *y = b;
	int order = str_cmp(x->at.file, y->at.file);

	if (order)
		return order;
	if (x->at.line != y->at.line)
		return x->at.line < y->at.line ? -1 : 1;
	if (x->at.col != y->at.col)
		return x->at.col < y->at.col ? -1 : 1;
	return str_cmp(x->text, y->text);
}

bool pack_load(
    struct arena *a, const struct source *s, const struct pack **out, struct faults *faults)
{
	struct pack *p = arena_new(a, struct pack, 1);
	struct reader r = {.a = a, .faults = faults, .pack = p};
	struct trees trees;

	p->types.v = arena_new(a, struct record_type, s->files.n + 1);
	p->maps.v = arena_new(a, struct import_map, s->files.n + 1);
	p->id = source_id(a, s);
	parse_files(&r, s, &trees);
	for (size_t i = 0; i < KINDS; i++)
		read_kind(&r, s, &trees, &kinds[i]);
	if (trees.whole) {
		pack_finish(a, p);
		for (size_t i = 0; i < p->types.n; i++)
			check_names(&r, &p->types.v[i]);
		for (size_t i = 0; i < r.pending.n; i++)
			parse_pending(&r, &r.pending.v[i]);
		pack_check(a, p, faults);
	}
	if (faults->n)
		qsort(faults->v, faults->n, sizeof *faults->v, by_place);
	*out = faults->n ? NULL : p;
	return faults->n == 0;
}
