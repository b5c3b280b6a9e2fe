/* SPDX-License-Identifier: MIT */
/*
 * YAML text as a tree of nodes that know their place. Only what settings need:
 * maps with plain keys, lists, scalars as text. Hostile text is refused before or
 * while it is read, so neither time nor memory depend on what it would unfold to:
 * one fault says where and why. Lines and columns count characters from 1.
 */
#ifndef LOOKBACK_CONF_YAML_H
#define LOOKBACK_CONF_YAML_H

#include "lookback/rules/pack.h"

enum {
	YAML_BYTES_MAX = 1 << 20, /* of a file */
	YAML_DEPTH_MAX = 16,
	YAML_NODES_MAX = 20000, /* of a file */
	YAML_ITEMS_MAX = 1000,  /* of a list */
	YAML_KEYS_MAX = 256,    /* of a map */
};
enum node_kind { NODE_TEXT, NODE_MAP, NODE_LIST };
struct node;
struct nodes {
	struct node **v;
	size_t n, cap;
};
struct node {
	enum node_kind kind;
	bool quoted; /* written in quotes or as a block: never a number or true */
	int line, col;
	struct str text;    /* of a scalar */
	struct nodes keys;  /* of a map: scalars, each once */
	struct nodes items; /* of a list; of a map: the value of each key */
};

/* The document of a file, or false and one more fault. */
bool yaml_read(struct arena *a, struct str file, struct str text, struct node **out,
    struct faults *faults);
/* The value of a key, or NULL. */
const struct node *node_get(const struct node *map, const char *key);

#endif
