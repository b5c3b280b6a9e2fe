/* SPDX-License-Identifier: MIT */
/*
 * libyaml's events made into nodes. Depth and number are checked at every event, so
 * libyaml never goes on into what we would refuse anyway: 200,000 brackets end at the
 * seventeenth.
 */
#include "conf/yaml.h"

#include <string.h>
#include <yaml.h>

#include "conf/scan.h"

struct loader {
	struct arena *a;
	struct str file;
	struct faults *faults;
	struct node *root;
	struct node *open[YAML_DEPTH_MAX]; /* containers not yet ended */
	size_t depth, nodes;
};

const struct node *node_get(const struct node *map, const char *key)
{
	for (size_t i = 0; i < map->keys.n; i++)
		if (str_is(map->keys.v[i]->text, key))
			return map->items.v[i];
	return NULL;
}

static struct place place_of(const struct loader *l, yaml_mark_t m)
{
	return (struct place){l->file, (int)m.line + 1, (int)m.column + 1};
}

#define refuse(l, mark, ...)                                                                   \
	(fault_add((l)->a, (l)->faults, place_of((l), (mark)), __VA_ARGS__), false)

static bool is_key_next(const struct node *parent)
{
	return parent->kind == NODE_MAP && parent->keys.n == parent->items.n;
}

static bool add_key(struct loader *l, struct node *map, struct node *key, yaml_mark_t m)
{
	if (key->kind != NODE_TEXT)
		return refuse(l, m, "found a list or map as a key; expected a word");
	if (map->keys.n == YAML_KEYS_MAX)
		return refuse(
		    l, m, "found too many keys; expected at most %d in a map", YAML_KEYS_MAX);
	for (size_t i = 0; i < map->keys.n; i++) {
		if (!str_eq(map->keys.v[i]->text, key->text))
			continue;
		return refuse(l, m,
		    "found key '%.*s' again; expected each key once (first on line %d)",
		    STR_ARG(key->text), map->keys.v[i]->line);
	}
	*arena_push(l->a, &map->keys) = key;
	return true;
}

static bool attach(struct loader *l, struct node *n, yaml_mark_t m)
{
	if (l->depth == 0) {
		l->root = n;
		return true;
	}
	struct node *parent = l->open[l->depth - 1];
	if (is_key_next(parent))
		return add_key(l, parent, n, m);
	if (parent->items.n == YAML_ITEMS_MAX)
		return refuse(l, m, "found too many elements; expected at most %d in a list",
		    YAML_ITEMS_MAX);
	*arena_push(l->a, &parent->items) = n;
	return true;
}

/* Joins the tree whole: a key is compared with the others when it is attached. */
static struct node *node_add(struct loader *l, struct node like, yaml_mark_t m)
{
	struct node *n = arena_new(l->a, struct node, 1);

	if (++l->nodes > YAML_NODES_MAX) {
		(void)refuse(l, m, "found too many values; expected at most %d in a file",
		    YAML_NODES_MAX);
		return NULL;
	}
	*n = like;
	n->line = (int)m.line + 1;
	n->col = (int)m.column + 1;
	return attach(l, n, m) ? n : NULL;
}

static bool on_scalar(struct loader *l, const yaml_event_t *e)
{
	struct str text = {(const char *)e->data.scalar.value, e->data.scalar.length};
	struct node n = {.kind = NODE_TEXT, .text = arena_str(l->a, text)};

	n.quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	return node_add(l, n, e->start_mark) != NULL;
}

static bool on_open(struct loader *l, const yaml_event_t *e, enum node_kind kind)
{
	struct node *n;

	if (l->depth == YAML_DEPTH_MAX)
		return refuse(l, e->start_mark,
		    "found lists or maps nested too deeply; expected at most %d",
		    YAML_DEPTH_MAX);
	n = node_add(l, (struct node){.kind = kind}, e->start_mark);
	if (n)
		l->open[l->depth++] = n;
	return n != NULL;
}

static bool is_adorned(const yaml_event_t *e)
{
	if (e->type == YAML_SCALAR_EVENT)
		return e->data.scalar.anchor || e->data.scalar.tag;
	if (e->type == YAML_SEQUENCE_START_EVENT)
		return e->data.sequence_start.anchor || e->data.sequence_start.tag;
	if (e->type == YAML_MAPPING_START_EVENT)
		return e->data.mapping_start.anchor || e->data.mapping_start.tag;
	return false;
}

static bool on_document(struct loader *l, const yaml_event_t *e)
{
	if (l->root)
		return refuse(
		    l, e->start_mark, "found a second document; expected one in a file");
	if (e->data.document_start.version_directive ||
	    e->data.document_start.tag_directives.start !=
		e->data.document_start.tag_directives.end)
		return refuse(l, e->start_mark, "found a %% directive; expected none");
	return true;
}

static bool on_event(struct loader *l, const yaml_event_t *e)
{
	if (is_adorned(e))
		return refuse(
		    l, e->start_mark, "found an anchor or a tag; expected a plain value");
	switch (e->type) {
	case YAML_ALIAS_EVENT:
		return refuse(l, e->start_mark,
		    "found an alias; expected a plain value (write '*' in quotes)");
	case YAML_DOCUMENT_START_EVENT:
		return on_document(l, e);
	case YAML_SCALAR_EVENT:
		return on_scalar(l, e);
	case YAML_SEQUENCE_START_EVENT:
		return on_open(l, e, NODE_LIST);
	case YAML_MAPPING_START_EVENT:
		return on_open(l, e, NODE_MAP);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		l->depth--;
		return true;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_STREAM_END_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return true;
	}
	return true;
}

static bool refuse_syntax(struct loader *l, const yaml_parser_t *p)
{
	const char *why = p->problem ? p->problem : "it cannot be read";
	if (!p->context)
		return refuse(
		    l, p->problem_mark, "found a fault of form: %s; expected YAML", why);
	return refuse(
	    l, p->problem_mark, "found a fault of form: %s %s; expected YAML", p->context, why);
}

static bool load(struct loader *l, yaml_parser_t *p)
{
	for (;;) {
		yaml_event_t e;
		if (!yaml_parser_parse(p, &e))
			return refuse_syntax(l, p);
		bool end = e.type == YAML_STREAM_END_EVENT;
		bool ok = on_event(l, &e);
		yaml_event_delete(&e);
		if (!ok || end)
			return ok;
	}
}

bool yaml_read(
    struct arena *a, struct str file, struct str text, struct node **out, struct faults *faults)
{
	struct loader l = {.a = a, .file = file, .faults = faults};
	struct scan bad;
	if (!scan_text(text, &bad)) {
		fault_add(a, faults, (struct place){file, bad.line, bad.col},
		    "found %s; expected %s", bad.found, bad.expected);
		return false;
	}
	yaml_parser_t p;
	if (!yaml_parser_initialize(&p))
		die("out of memory");
	yaml_parser_set_encoding(&p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&p, (const unsigned char *)text.p, text.n);
	bool ok = load(&l, &p);
	yaml_parser_delete(&p);
	if (ok && !l.root) {
		fault_add(
		    a, faults, (struct place){file, 1, 1}, "found nothing; expected a map");
		ok = false;
	}
	*out = ok ? l.root : NULL;
	return ok;
}
