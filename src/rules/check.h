/* SPDX-License-Identifier: MIT */
/* The parts of pack_check. Each adds its faults; none stops at the first. */
#ifndef LOOKBACK_RULES_CHECK_H
#define LOOKBACK_RULES_CHECK_H

#include "lookback/rules/pack.h"

struct check {
	struct arena *arena;
	const struct pack *pack;
	struct faults *out;
	const struct record_type *type; /* the one being looked at, or NULL */
};

void check_names(struct check *c); /* of a type: fields, questions, forms, states */
void check_specs(struct check *c); /* of a type: what fields and questions accept */
void check_steps(struct check *c); /* of a type: transitions */
void check_graph(struct check *c); /* of a type: ways in and out of states */
void check_ranks(struct check *c); /* of a type: rank terms and columns */
void check_maps(struct check *c);  /* of the pack: import maps and views */

#define check_fault(c, at, ...) fault_add((c)->arena, (c)->out, (at), __VA_ARGS__)
/* Faults unless the name is known; says what is expected and what is near. */
bool check_known(
    struct check *c, struct place at, const char *what, struct str name, struct strs known);
/* Faults when the name was seen before; remembers it. */
void check_once(
    struct check *c, struct place at, const char *what, struct str name, struct strs *seen);
/* An expression that the pack keeps: it must not depend on who reads it or when. */
void check_kept(struct check *c, struct place at, const char *what, struct str text);

struct strs known_roles(const struct check *c);
struct strs known_bands(const struct check *c);
struct strs known_states(const struct check *c);
struct strs known_fields(const struct check *c, bool text_too);

#endif
