/* SPDX-License-Identifier: MIT */
/* Elements of a pack as facets, each a key and a text, so that two can be compared. */
#ifndef LOOKBACK_RULES_FACETS_H
#define LOOKBACK_RULES_FACETS_H

#include "lookback/rules/pack.h"

struct facet {
	const char *key;
	struct str text; /* empty: not said */
};
struct element {
	struct str name;
	struct facet *v;
	size_t n, cap;
};
struct elements {
	struct element *v;
	size_t n, cap;
};
struct listing { /* elements of one kind are listed here */
	struct arena *arena;
	const struct pack *pack;
	const struct record_type *type; /* NULL for what belongs to the whole pack */
	struct elements out;
};
/* Begins an element; what follows belongs to it. */
void element(struct listing *l, struct str name);
void facet(struct listing *l, const char *key, struct str text);
void facet_yes(struct listing *l, const char *key, bool yes);
void facet_int(struct listing *l, const char *key, int64_t i); /* 0 is not said */
void facet_list(struct listing *l, const char *key, struct strs list);
void facet_day(struct listing *l, const char *key, int32_t day);
void facet_limit(struct listing *l, const char *key, struct limit limit);
void facet_due(struct listing *l, const char *key, const struct due_rule *rule);
void facet_set(struct listing *l, const char *key, const struct assigns *set);
void facet_spec(struct listing *l, const struct vspec *spec);

struct facet_kind {
	const char *kind;
	void (*list)(struct listing *l);
};
/* Of quality (facets_quality.c). */
void list_quality(struct listing *l);
void list_plans(struct listing *l);
void list_measures(struct listing *l);
/* Of the whole pack, and of one record type; each ends with a NULL kind. */
extern const struct facet_kind pack_kinds[], type_kinds[];

#endif
