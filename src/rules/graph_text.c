/* SPDX-License-Identifier: MIT */
/* A pack as lines for a terminal: states, each with its ways out. */
#include "lookback/base/utf8.h"
#include "rules/graph.h"

enum { LABEL_MAX = 34 };

bool on_path(const struct graph_path *path, const struct record_type *t)
{
	return path && str_eq(path->type, t->name);
}

static void put_list(struct buf *b, const char *before, struct strs list)
{
	for (size_t i = 0; i < list.n; i++)
		buf_printf(b, "%s%.*s", i ? ", " : before, STR_ARG(list.v[i]));
}

static void put_state(struct buf *b, const struct record_type *t, const struct state *s,
    const struct graph_path *path)
{
	bool here = on_path(path, t) && str_eq(path->state, s->name);
	struct str label = s->label.n ? s->label : s->name;

	buf_printf(b, "  %s %.*s", here ? "=>" : "  ", STR_ARG(s->name));
	if (!str_eq(label, s->name))
		buf_printf(b, " \"%.*s\"", STR_ARG(label));
	if (str_eq(t->initial, s->name))
		buf_puts(b, ", begins here");
	if (s->final)
		buf_puts(b, ", an end");
	if (s->queue.n)
		buf_printf(b, ", served to %.*s", STR_ARG(s->queue));
	if (s->seats.given)
		buf_printf(b, ", then %.*s, decided by %.*s", STR_ARG(s->seats.second),
		    STR_ARG(s->seats.adjudicator));
	buf_char(b, '\n');
}

static void put_outcome(struct buf *b, const struct transition *t)
{
	for (size_t i = 0; i < t->opens.n; i++)
		buf_printf(b, ", opens %.*s", STR_ARG(t->opens.v[i].type));
	put_list(b, ", starts ", t->start);
	put_list(b, ", stops ", t->stop);
	put_list(b, ", alerts ", t->alert);
	put_list(b, ", cancels ", t->cancels);
	for (size_t i = 0; i < t->samples.n; i++)
		buf_printf(b, ", draws %d%%", t->samples.v[i].percent);
	if (t->locks)
		buf_puts(b, ", ends the seat");
}

static void put_step(struct buf *b, const struct record_type *t, const struct transition *tr,
    const struct graph_path *path)
{
	bool taken = on_path(path, t) && str_has(path->did, tr->id);
	struct str label = tr->label.n ? tr->label : tr->id;
	int width = LABEL_MAX - utf8_columns(label);

	buf_printf(b, "     %c %c %.*s %*s-> %.*s", taken ? '*' : ' ',
	    tr->automatic ? '~'
	    : tr->key     ? tr->key
			  : ' ',
	    STR_ARG(label), width > 0 ? width : 0, "", STR_ARG(tr->to));
	if (tr->automatic)
		buf_puts(b, ", by itself");
	put_list(b, ", by ", tr->by);
	if (tr->form.n)
		buf_printf(b, ", form %.*s", STR_ARG(tr->form));
	if (tr->when_text.n)
		buf_printf(b, ", when %.*s", STR_ARG(tr->when_text));
	put_outcome(b, tr);
	buf_char(b, '\n');
}

static void put_type(struct buf *b, const struct record_type *t, const struct graph_path *path)
{
	buf_printf(
	    b, "%.*s \"%.*s\"\n", STR_ARG(t->name), STR_ARG(t->label.n ? t->label : t->name));
	for (size_t i = 0; i < t->states.n; i++) {
		const struct state *s = &t->states.v[i];
		put_state(b, t, s, path);
		for (size_t k = 0; k < t->transitions.n; k++)
			if (str_has(t->transitions.v[k].from, s->name))
				put_step(b, t, &t->transitions.v[k], path);
	}
}

void graph_text(
    const struct pack *p, struct str type, const struct graph_path *path, struct buf *out)
{
	bool first = true;

	for (size_t i = 0; i < p->types.n; i++) {
		if (type.n && !str_eq(p->types.v[i].name, type))
			continue;
		if (!first)
			buf_char(out, '\n');
		first = false;
		put_type(out, &p->types.v[i], path);
	}
}
