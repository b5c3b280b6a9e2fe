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

void check_names(struct check *c);   /* of a type: fields, questions, forms, states */
void check_specs(struct check *c);   /* of a type: what fields and questions accept */
void check_steps(struct check *c);   /* of a type: transitions */
void check_graph(struct check *c);   /* of a type: ways in and out of states */
void check_ranks(struct check *c);   /* of a type: rank terms and columns */
void check_keys(struct check *c);    /* of a type: names in lists, deadlines, opening by hand */
void check_sets(struct check *c);    /* of a type: what steps set and children are given */
void check_people(struct check *c);  /* of a type: who may not do what, and how many must */
void check_seats(struct check *c);   /* of a type: states that two read */
void check_clocks(struct check *c);  /* of a type: clocks are started and then stopped */
void check_guards(struct check *c);  /* of a type: conditions that no record can meet */
void check_autos(struct check *c);   /* of a type: steps that take themselves */
void check_endless(struct check *c); /* of the pack: types that open each other for ever */
void check_whole(struct check *c);   /* of the pack: links, alerts, safeguarding, training */
void check_maps(struct check *c);    /* of the pack: import maps and views */
void check_quality(struct check *c); /* of the pack: passes, known answers, audits */

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
struct strs known_types(const struct check *c);
struct strs known_forms(const struct check *c);
struct strs known_clocks(const struct check *c);
struct strs known_transitions(const struct check *c);
struct strs known_competences(const struct check *c);

/* Every name of a list, each known and there once. */
void check_list(
    struct check *c, struct place at, const char *what, struct strs list, struct strs known);
/* Has the role the right to take, and does not itself deny it? */
bool role_takes(const struct pack *p, struct str role);
/* A role that is to be served work. */
void check_server(struct check *c, struct place at, const char *what, struct str role);
/* What is set: on records of type `target`, from values of records of type `source` (NULL:
 * of any type). */
void check_assigns(struct check *c, struct place at, const char *what,
    const struct record_type *target, const struct record_type *source,
    const struct assigns *set);
/* Required fields of a record that comes into being so. */
void check_filled(struct check *c, struct place at, const struct record_type *child,
    const struct assigns *with);
/* Marks what follows from the marked states, until nothing new is found: by every step, by
 * automatic ones alone; or, backwards, what leads to them. */
enum spread { SPREAD_ON, SPREAD_AUTO, SPREAD_BACK };
void states_spread(const struct record_type *t, bool *marked, enum spread how);
/* States that can come after this one, itself not unless there is a way back. */
void states_after(const struct record_type *t, const struct state *from, bool *marked);

#endif
