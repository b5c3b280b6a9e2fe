/* SPDX-License-Identifier: MIT */
/* A pack as Graphviz text. */
#include "lookback/rules/graph.h"

#include "rules/graph.h"

static void put_quoted(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"' || s.p[i] == '\\')
			buf_char(b, '\\');
		buf_char(b, s.p[i] < ' ' && s.p[i] > 0 ? ' ' : s.p[i]);
	}
	buf_char(b, '"');
}

/* Names of states are unique in their type only. */
static void put_node(struct buf *b, const struct record_type *t, struct str state)
{
	buf_char(b, '"');
	buf_printf(b, "%.*s.%.*s", STR_ARG(t->name), STR_ARG(state));
	buf_char(b, '"');
}

static void put_state(struct buf *b, const struct record_type *t, const struct state *s,
    const struct graph_path *path)
{
	bool here = on_path(path, t) && str_eq(path->state, s->name);

	buf_puts(b, "\t\t");
	put_node(b, t, s->name);
	buf_puts(b, " [label=");
	put_quoted(b, s->label.n ? s->label : s->name);
	buf_printf(b, ", shape=%s%s%s];\n", s->final ? "doublecircle" : "box",
	    s->seats.given || s->blind ? ", style=filled, fillcolor=lightgrey"
	    : here                     ? ", style=filled, fillcolor=gold"
				       : "",
	    here ? ", penwidth=3" : "");
}

static void put_edge_label(struct arena *a, struct buf *b, const struct transition *t)
{
	struct str label = t->label.n ? t->label : t->id;

	buf_puts(b, " [label=");
	put_quoted(b, t->key ? arena_printf(a, "%c %.*s", t->key, STR_ARG(label)) : label);
}

static void put_transition(struct arena *a, struct buf *b, const struct record_type *t,
    const struct transition *tr, const struct graph_path *path)
{
	bool taken = on_path(path, t) && str_has(path->did, tr->id);

	for (size_t i = 0; i < tr->from.n; i++) {
		buf_puts(b, "\t\t");
		put_node(b, t, tr->from.v[i]);
		buf_puts(b, " -> ");
		put_node(b, t, tr->to);
		put_edge_label(a, b, tr);
		buf_printf(b, "%s%s];\n", tr->automatic ? ", style=dotted" : "",
		    taken ? ", penwidth=3, color=goldenrod" : "");
	}
}

static void put_type(
    struct arena *a, struct buf *b, const struct record_type *t, const struct graph_path *path)
{
	buf_puts(b, "\tsubgraph ");
	put_quoted(b, arena_printf(a, "cluster_%.*s", STR_ARG(t->name)));
	buf_puts(b, " {\n\t\tlabel=");
	put_quoted(b, t->label.n ? t->label : t->name);
	buf_puts(b, ";\n");
	for (size_t i = 0; i < t->states.n; i++)
		put_state(b, t, &t->states.v[i], path);
	for (size_t i = 0; i < t->transitions.n; i++)
		put_transition(a, b, t, &t->transitions.v[i], path);
	buf_puts(b, "\t}\n");
}

/* From where the step leads to where the child begins. */
static void put_opens(struct buf *b, const struct pack *p, const struct record_type *t,
    const struct transition *tr, struct str only)
{
	for (size_t i = 0; i < tr->opens.n; i++) {
		const struct record_type *child = pack_type(p, tr->opens.v[i].type);
		if (!child || (only.n && !str_eq(child->name, only)))
			continue;
		buf_char(b, '\t');
		put_node(b, t, tr->to);
		buf_puts(b, " -> ");
		put_node(b, child, child->initial);
		buf_puts(b, " [style=dashed, label=");
		put_quoted(b, tr->label.n ? tr->label : tr->id);
		buf_puts(b, "];\n");
	}
}

void graph_dot(struct arena *a, const struct pack *p, struct str type,
    const struct graph_path *path, struct buf *out)
{
	buf_puts(out, "digraph ");
	put_quoted(out, p->name);
	buf_puts(out, " {\n\trankdir=LR;\n\tnode [fontname=\"sans-serif\"];\n");
	for (size_t i = 0; i < p->types.n; i++)
		if (type.n == 0 || str_eq(p->types.v[i].name, type))
			put_type(a, out, &p->types.v[i], path);
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t k = 0; k < t->transitions.n; k++)
			if (type.n == 0 || str_eq(t->name, type))
				put_opens(out, p, t, &t->transitions.v[k], type);
	}
	buf_puts(out, "}\n");
}
