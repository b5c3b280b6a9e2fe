/* SPDX-License-Identifier: MIT */
/*
 * A pack drawn: as Graphviz text, and as lines for a terminal. The path of a record may be
 * marked in both.
 */
#ifndef LOOKBACK_RULES_GRAPH_H
#define LOOKBACK_RULES_GRAPH_H

#include "lookback/rules/pack.h"

struct graph_path { /* where one record has been */
	struct str type, state;
	struct strs did; /* transitions it took */
};
/* One cluster for each record type: a double line around final states, dotted what the
 * engine takes by itself, dashed from a transition's state to the type it opens. `type`
 * empty: all of them; path NULL: none. */
void graph_dot(struct arena *a, const struct pack *p, struct str type,
    const struct graph_path *path, struct buf *out);
/* States in pack order, each with its ways out: key, label, where it leads, and what comes
 * with it. A step that the path took is marked with a star, its state with an arrow. */
void graph_text(
    const struct pack *p, struct str type, const struct graph_path *path, struct buf *out);

#endif
