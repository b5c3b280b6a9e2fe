/* SPDX-License-Identifier: MIT */
/* What both drawings of a pack share. */
#ifndef LOOKBACK_RULES_GRAPH_PATH_H
#define LOOKBACK_RULES_GRAPH_PATH_H

#include "lookback/rules/graph.h"

/* Is the record whose path is marked one of this type? */
bool on_path(const struct graph_path *path, const struct record_type *t);

#endif
