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
    {"quality.yaml", false, read_quality},
    {"tutorial.yaml", false, read_lesson},
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
	    "found file '%.*s'; expected review.yaml, calendar.yaml, views.yaml, "
	    "quality.yaml, tutorial.yaml or a .yaml file in records, forms or import%s",
	    STR_ARG(name), want_near(r, name, &known));
}

/* Trees of the files, parallel to them; NULL where the file is not of the pack. */
static struct node **parse_files(struct reader *r, const struct source *s)
{
	struct node **trees = arena_new(r->a, struct node *, s->files.n + 1);

	r->whole = true;
	for (size_t i = 0; i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		bool known = false;
		r->file = f->name;
		for (size_t k = 0; k < KINDS && !known; k++)
			known = is_kind(&kinds[k], f->name);
		if (!known)
			refuse_file(r, f->name);
		else if (!yaml_read(r->a, f->name, f->text, &trees[i], r->faults))
			r->whole = false;
	}
	return trees;
}

static void read_kind(struct reader *r, const struct source *s, struct node *const *trees,
    const struct file_kind *k)
{
	bool found = false;

	for (size_t i = 0; i < s->files.n; i++) {
		if (!is_kind(k, s->files.v[i].name))
			continue;
		found = true;
		r->file = s->files.v[i].name;
		if (trees[i])
			k->read(r, trees[i]);
	}
	r->file = str_of(k->name);
	if (k->required && !found)
		want_fault(r, NULL, "found no such file; expected one");
}

/* ---- the second pass ------------------------------------------------------ */

/* The column within the expression would contradict the one in the file. */
static const char *without_column(struct reader *r, const struct err *e)
{
	const char *words = arena_printf(r->a, " at column %d", e->col).p;
	const char *at = strstr(e->text, words);

	if (!at)
		return e->text;
	return arena_printf(r->a, "%.*s%s", (int)(at - e->text), e->text, at + strlen(words)).p;
}

/* What the pack keeps may not speak of today or me, which are nobody's here; views are
 * parsed again by whoever uses them. */
static void parse_pending(struct reader *r, const struct pending *p)
{
	struct expr_env env = {.pack = r->pack, .type = p->type, .now = NO_TIME};
	const struct expr *x = NULL;
	struct place at = p->at;
	struct err e = {0};

	if (p->under) {
		env.type = p->under->n == 1 ? pack_type(r->pack, p->under->v[0]) : NULL;
		if (!env.type)
			return; /* told where it is named */
	}
	if (!p->out) {
		env.me = STR("someone");
		env.now = 0;
	}
	if (!expr_parse(r->a, p->text, &env, &x, &e)) {
		at.col += e.col > 0 ? e.col - 1 : 0;
		fault_add(r->a, r->faults, at, "%s", without_column(r, &e));
		*arena_push(r->a, &r->spoilt) = p->owner;
	} else if (p->out) {
		*p->out = (struct expr *)x;
	}
}

static bool is_spoilt(const struct reader *r, struct place at)
{
	for (size_t i = 0; i < r->spoilt.n; i++) {
		const struct place *s = &r->spoilt.v[i];
		if (s->line == at.line && s->col == at.col && str_eq(s->file, at.file))
			return true;
	}
	return false;
}

/* What the files together show, but for elements already known to be faulty. A fault
 * of the pack as a whole has no place of its own and waits until it is the only one. */
static void check_whole(struct reader *r)
{
	struct faults found = {0};
	struct place whole = {STR("review.yaml"), 1, 1};
	size_t before = r->faults->n;

	pack_check(r->a, r->pack, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct fault *f = &found.v[i];
		bool placed = f->at.line > 0;
		if (placed ? !is_spoilt(r, f->at) : before == 0)
			fault_add(
			    r->a, r->faults, placed ? f->at : whole, "%.*s", STR_ARG(f->text));
	}
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
	struct node **trees;

	p->types.v = arena_new(a, struct record_type, s->files.n + 1);
	p->maps.v = arena_new(a, struct import_map, s->files.n + 1);
	p->id = source_id(a, s);
	trees = parse_files(&r, s);
	for (size_t i = 0; i < KINDS; i++)
		read_kind(&r, s, trees, &kinds[i]);
	if (r.whole) {
		fill_all(&r);
		pack_finish(a, p);
		for (size_t i = 0; i < r.pending.n; i++)
			parse_pending(&r, &r.pending.v[i]);
		check_whole(&r);
	}
	if (faults->n)
		qsort(faults->v, faults->n, sizeof *faults->v, by_place);
	*out = faults->n ? NULL : p;
	return faults->n == 0;
}
