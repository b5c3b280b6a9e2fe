/* SPDX-License-Identifier: MIT */
/* Events by kind: the table of filters, and of words that hold nothing of a record. */
#include "review/kinds.h"

static const struct {
	enum kind kind;
	bool version; /* the version grows with it */
	const char *says;
} kinds[EVENT_TYPES] = {
    [EVENT_RECORD_OPENED] = {KIND_DATA, false, "opened it"},
    [EVENT_RECORD_CHANGED] = {KIND_DATA, true, "changed its fields"},
    [EVENT_RECORD_CLAIMED] = {KIND_DECISIONS, false, "took it"},
    [EVENT_RECORD_RELEASED] = {KIND_DECISIONS, false, "gave it back"},
    [EVENT_RECORD_DEFERRED] = {KIND_DECISIONS, true, "put it aside"},
    [EVENT_RECORD_WOKEN] = {KIND_DECISIONS, false, "brought it back to its queue"},
    [EVENT_RECORD_ASSIGNED] = {KIND_DECISIONS, true, "gave it to somebody"},
    [EVENT_CLAIM_EXPIRED] = {KIND_DECISIONS, false, "ended a claim: silent too long"},
    [EVENT_ANSWER_GIVEN] = {KIND_DECISIONS, true, "answered"},
    [EVENT_RECORD_MOVED] = {KIND_DECISIONS, true, "took a step"},
    [EVENT_SEAT_LOCKED] = {KIND_DECISIONS, true, "locked answers"},
    [EVENT_RECORD_MAPPED] = {KIND_DATA, true, "put it under another pack"},
    [EVENT_RECORD_LATE] = {KIND_DATA, false, "marked it late"},
    [EVENT_ALERT_RAISED] = {KIND_NOTES, false, "raised an alert"},
    [EVENT_ALERT_ACKNOWLEDGED] = {KIND_NOTES, false, "took note of an alert"},
    [EVENT_CONFLICT_DECLARED] = {KIND_QUALITY, false, "recorded a conflict of interest"},
    [EVENT_CONFLICT_LIFTED] = {KIND_QUALITY, false, "lifted a conflict of interest"},
    [EVENT_LINK_PROPOSED] = {KIND_DATA, false, "linked it"},
    [EVENT_LINK_JUDGED] = {KIND_DATA, false, "judged a link"},
    [EVENT_LINK_REMOVED] = {KIND_DATA, false, "took a link away"},
    [EVENT_OVERRIDE_ASKED] = {KIND_QUALITY, false, "asked to pass over a rule"},
    [EVENT_OVERRIDE_JUDGED] = {KIND_QUALITY, false, "decided on passing over a rule"},
    [EVENT_READING_OPENED] = {KIND_QUALITY, false, "opened another reading"},
    /* to whoever reads blind it is one and the same as a seat that was locked */
    [EVENT_READING_CLOSED] = {KIND_DECISIONS, true, "locked answers"},
    [EVENT_READING_SCORED] = {KIND_QUALITY, false, "compared a reading"},
    [EVENT_QUERY_RAISED] = {KIND_QUALITY, false, "asked about an answer"},
    [EVENT_QUERY_ANSWERED] = {KIND_QUALITY, false, "answered a question on it"},
    [EVENT_QUERY_CLOSED] = {KIND_QUALITY, false, "closed a question on it"},
    [EVENT_NOTE_ADDED] = {KIND_NOTES, false, "added a note"},
    [EVENT_RECORD_VIEWED] = {KIND_VIEWS, false, "looked at it"},
};

static const char *const names[KINDS] = {
    [KIND_DATA] = "data",
    [KIND_DECISIONS] = "decisions",
    [KIND_NOTES] = "notes",
    [KIND_VIEWS] = "views",
    [KIND_CONTACTS] = "contacts",
    [KIND_QUALITY] = "quality",
};

const char *kind_name(enum kind kind)
{
	return names[kind] ? names[kind] : "";
}

enum kind kind_named(struct str name)
{
	for (int k = 0; k < KINDS; k++)
		if (names[k] && str_is(name, names[k]))
			return (enum kind)k;
	return KIND_NONE;
}

/* What is done on a contact is a contact; a look at it is a look. */
enum kind kind_of(enum event_type ev, const struct record_type *t)
{
	enum kind kind = ev < EVENT_TYPES ? kinds[ev].kind : KIND_NONE;

	if (kind == KIND_NONE || kind == KIND_VIEWS || !t)
		return kind;
	switch (t->timeline) {
	case TIMELINE_CONTACTS:
		return KIND_CONTACTS;
	case TIMELINE_QUALITY:
		return KIND_QUALITY;
	case TIMELINE_USUAL:
		break;
	}
	return kind;
}

uint64_t kind_events(enum kind kind, const struct record_type *t)
{
	uint64_t bits = 0;

	for (int ev = 0; ev < EVENT_TYPES; ev++)
		if (kind_of((enum event_type)ev, t) == kind)
			bits |= EVENT_BIT(ev);
	return bits;
}

uint64_t kind_changes(void)
{
	uint64_t bits = 0;

	for (int ev = 0; ev < EVENT_TYPES; ev++)
		if (kinds[ev].kind != KIND_NONE && kinds[ev].kind != KIND_VIEWS)
			bits |= EVENT_BIT(ev);
	return bits;
}

/* What screens that show no single record are about. Board and quality are of records, too. */
uint64_t kind_about(struct str what)
{
	const struct {
		const char *name;
		uint64_t events;
	} screens[] = {
	    {"alerts", EVENT_BIT(EVENT_ALERT_RAISED) | EVENT_BIT(EVENT_ALERT_ACKNOWLEDGED)},
	    {"board", kind_changes() | EVENT_BIT(EVENT_USER_ABSENT) |
			  EVENT_BIT(EVENT_USER_BACK) | EVENT_BIT(EVENT_USER_CHANGED)},
	    {"overrides", EVENT_BIT(EVENT_OVERRIDE_ASKED) | EVENT_BIT(EVENT_OVERRIDE_JUDGED)},
	    {"quality", kind_changes() | EVENT_BIT(EVENT_PLAN_FIXED) |
			    EVENT_BIT(EVENT_SAMPLE_DRAWN) | EVENT_BIT(EVENT_PLAN_CLOSED) |
			    EVENT_BIT(EVENT_REVIEWER_PAUSED) |
			    EVENT_BIT(EVENT_REVIEWER_RESUMED)},
	    {"questions", EVENT_BIT(EVENT_QUERY_RAISED) | EVENT_BIT(EVENT_QUERY_ANSWERED) |
			      EVENT_BIT(EVENT_QUERY_CLOSED)},
	    {"registers", kind_changes()},
	    {"views", EVENT_BIT(EVENT_VIEW_SAVED) | EVENT_BIT(EVENT_VIEW_DROPPED)},
	};

	for (size_t i = 0; i < sizeof(screens) / sizeof(screens[0]); i++)
		if (str_is(what, screens[i].name))
			return screens[i].events;
	return 0;
}

uint64_t kind_versions(void)
{
	uint64_t bits = 0;

	for (int ev = 0; ev < EVENT_TYPES; ev++)
		if (kinds[ev].version)
			bits |= EVENT_BIT(ev);
	return bits;
}

const char *kind_says(enum event_type ev)
{
	return ev < EVENT_TYPES && kinds[ev].says ? kinds[ev].says : "changed it";
}
