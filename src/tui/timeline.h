/* SPDX-License-Identifier: MIT */
/* What happened to a record, as screens and lines tell it. */
#ifndef LOOKBACK_TUI_TIMELINE_H
#define LOOKBACK_TUI_TIMELINE_H

#include "tui/service.h"

enum { PAST_KINDS = 6 };
/* Which kinds of event are told. */
struct timeline_kinds {
	bool hidden[PAST_KINDS];
};
const char *timeline_kind(int k);
/* Of the kinds named behind a command; without any, all but looks. */
MUST_USE bool timeline_read(struct str names, struct timeline_kinds *out, struct err *e);
struct strs timeline_asked(struct arena *a, const struct timeline_kinds *k);
/* "Route: was Right to ask; is now Right to know" */
struct str timeline_change(struct arena *a, const struct part_value *v);
/* The same; what was nothing before is not said to have been that. */
struct str timeline_value(struct arena *a, const struct part_value *v);
/* Where in its record an event is to be read: a section, and how its line begins. */
struct record_place {
	int section;
	struct str line;
};
struct record_place timeline_place(struct arena *a, const struct part_past *ev);
/* What others did to this very record since the event of that number, looks left out. */
MUST_USE bool timeline_others(const struct service *s, struct arena *a, struct str ref,
    int64_t since, struct rep_past *out, struct err *e);

#endif
