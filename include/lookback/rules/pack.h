/* SPDX-License-Identifier: MIT */
/*
 * A review pack as values: everything a review is, and nothing of it in C. conf
 * makes these from YAML; rules read them; all memory is in one arena that lives
 * as long as the pack. Names are lower-case words with _; labels are for people.
 * Every element knows its place (file, line, col) for the checker's messages.
 */
#ifndef LOOKBACK_RULES_PACK_H
#define LOOKBACK_RULES_PACK_H

#include "lookback/rules/expr.h"
#include "lookback/rules/value.h"

struct place {
	struct str file;
	int line, col;
};

/* Rights: what a role may do at all; view, change, export and approve are apart. */
enum right {
	RIGHT_READ = 1 << 0, /* open, list, search, count case data */
	RIGHT_TAKE = 1 << 1, /* be served, claim, answer, decide */
	RIGHT_NOTE = 1 << 2,
	RIGHT_ASSIGN = 1 << 3, /* release and assign other people's work; see load */
	RIGHT_IMPORT = 1 << 4,
	RIGHT_USERS = 1 << 5,
	RIGHT_LOG = 1 << 6, /* read and verify the log */
	RIGHT_BACKUP = 1 << 7,
	RIGHT_PACK = 1 << 8,
};
struct role {
	struct str id, label;
	unsigned rights;
	unsigned denies; /* rights that this role takes away, whatever other roles grant */
	struct place at;
};
struct competence { /* what one must have been trained in; accounts hold it until a day */
	struct str id, label;
	struct place at;
};
struct band {
	struct str id, label; /* in the pack's order: least urgent first */
	char mark;            /* one ASCII character shown beside colour */
	struct str colour;    /* a role name of the theme: calm, caution, danger */
	struct place at;
};
struct regime { /* rules in force by the record's date */
	struct str id, label;
	int32_t from;   /* first day; sorted */
	int total_days; /* calendar */
	bool verified;
	struct place at;
};
struct field {
	struct str name, label, group; /* group: heading in the record view */
	struct vspec spec;
	bool required, restricted, index, search, names;
	bool bars; /* VT_STAFF: a user of this staff code may never see or take it */
	struct attr attr;
	struct place at;
};
struct question {
	struct str name, label, help;
	struct vspec spec;
	bool required;
	const struct expr *show_if; /* NULL: always asked */
	struct str show_if_text;
	struct str reason_if; /* a choice code (or * for any answer) that needs a reason */
	struct attr attr;
	struct place at;
};
struct form {
	struct str name, title, intro;
	struct question *questions;
	size_t n, cap;
	struct place at;
};
enum limit_kind {
	LIMIT_NONE,
	LIMIT_HOURS,
	LIMIT_DAYS,
	LIMIT_WORKING_DAYS,
	LIMIT_REGIME, /* the total of the regime in force on the record's `received` day */
};
struct limit {
	enum limit_kind kind;
	int n;
};
struct due_rule { /* a deadline: by band, or one for all */
	struct limit any;
	struct limit *by_band; /* index as pack.bands; NULL when `any` is meant */
	struct str from;       /* date field or question that days are counted from; empty: the
	                        * instant of entering or starting. No value in it: no limit.
	                        * {days: 1, from: became_clear} is the end of the next day */
};
struct clock { /* a deadline that runs across states, started and stopped by transitions */
	struct str name, label;
	struct due_rule due;
	struct strs escalate; /* as in struct state */
	struct place at;
};
/* Two people answer a state's form without knowing of each other, a third decides where
 * they differ. To everybody with the second or third person's role the record looks, as
 * long as it is blind, as if nobody had worked on it since it came here. */
struct seats {
	bool given;
	struct str second;       /* role that is served the second seat */
	const struct expr *when; /* read when the first locks; NULL: always a second one */
	struct str when_text;
	struct str adjudicator; /* role that decides where they differ */
	struct strs compare;    /* questions that must agree; empty: every choice of the form */
	struct due_rule due;    /* of the adjudication */
	struct place at;
};
struct state {
	struct str name, label;
	struct str queue; /* role that is served from here; empty: nobody is */
	bool final;
	bool blind; /* what is done here stays hidden from those who may hold another seat;
	             * always true with seats. Blindness ends on entering a state without it */
	struct seats seats;
	struct due_rule due;
	struct strs escalate; /* roles told when the limit has passed, one more each time an
	                       * alert is not acknowledged; empty: the pack's chain */
	struct place at;
};
struct assign { /* a consequence: set a field to a value */
	struct str name;
	struct value value;
	struct str from; /* not empty: to the value of this attribute, or of `today`, `me`,
	                  * `reason`; written {name} in the pack */
};
struct assigns {
	struct assign *v;
	size_t n, cap;
};
struct opens { /* a consequence: a child record comes into being */
	struct str type;
	const struct expr *when; /* of this record, behind the transition; NULL: always */
	struct str when_text;
	struct assigns with; /* fields of the child, from values of this record */
	struct place at;
};
struct sample {      /* a consequence: by lot, from the review's seed and the reference */
	int percent; /* 1 to 100 */
	const struct expr *when;
	struct str when_text;
	struct assigns set;
	struct place at;
};
/* Who may bring a record of a type into being by hand. */
struct opening {
	bool given;              /* false: only imports and consequences do */
	struct strs by, under;   /* roles; types of the parent, none: it stands alone */
	const struct expr *when; /* of the parent, so there is then just one type of it */
	struct str when_text, because;
	bool reason;
	struct place at;
};
struct transition {
	struct str id, label, help;
	char key;         /* one printable ASCII character, unique within a state */
	struct strs from; /* state names */
	struct str to;
	struct strs by;                /* role ids: any of them */
	struct str form;               /* must be complete; empty: none */
	const struct expr *when;       /* guard; NULL: open */
	struct str when_text, because; /* the guard as written; why it is closed, in words */
	/* Whose people may not do this one: a transition of this record; "opened", whoever
	 * opened it; parent.NAME or TYPE.NAME, the same of its parent or of its children. */
	struct strs distinct;
	int people; /* so many different people must have acted, this one included */
	struct strs competence; /* all of them must be held and not have ended */
	struct strs override;   /* roles of which two people may together pass over the guard
	                         * and the form; empty: nobody may */
	bool automatic; /* taken by the engine as soon as the guard holds; no key, no by */
	bool locks;     /* ends a seat's work (states with seats) */
	bool recheck;   /* the condition under which the record could be opened must still hold
	                 * for its parent; nobody may pass over it */
	bool reason;    /* a written reason is compulsory */
	struct assigns set;
	struct str band; /* band set, or empty */
	struct {
		struct opens *v;
		size_t n, cap;
	} opens;
	struct {
		struct sample *v;
		size_t n, cap;
	} samples;
	struct strs start, stop; /* clocks; starting one that runs begins it anew */
	struct strs approves;    /* forms whose later change cancels this step */
	struct strs cancels;     /* transitions of this record that no longer count as done */
	struct strs alert;       /* roles, one of which must acknowledge */
	struct place at;
};
struct rank_term {
	const struct expr *when; /* points when it is true; NULL with per_day */
	struct str when_text, because;
	int points;
	int per_day; /* points a day since the date field `since` */
	struct str since;
	struct place at;
};
struct column { /* what lists show; dropped from the highest priority number on */
	struct str name, label;
	int width, priority;
	struct place at;
};
/* The kind under which the events of a type's records stand in a time line. */
enum timeline { TIMELINE_USUAL, TIMELINE_CONTACTS, TIMELINE_QUALITY };
/* What is read before anything else of a record, of its parent and of its children: whether
 * somebody may be contacted, before any number. */
struct lead {
	struct str ask;   /* the question that it answers; empty: the type has none */
	struct str none;  /* what is said while that is not answered */
	struct strs with; /* questions whose answers stand under it */
	struct str calm_text, danger_text;
	const struct expr *calm, *danger; /* of the record; neither: caution */
	struct place at;
};
struct record_type {
	struct str name, label, plural, ref; /* ref: template, DVDS-{source_ref} */
	struct str initial;                  /* state on opening */
	struct str received; /* date field that fixes the regime; may be empty */
	struct str title;    /* template for one line: "{subject_name} ..." */
	struct opening open;
	bool evidence; /* as a child: seen by blind seats too, without who found it */
	enum timeline timeline;
	struct lead lead;
	struct {
		struct clock *v;
		size_t n, cap;
	} clocks;
	struct {
		struct field *v;
		size_t n, cap;
	} fields;
	struct {
		struct form *v;
		size_t n, cap;
	} forms;
	struct {
		struct state *v;
		size_t n, cap;
	} states;
	struct {
		struct transition *v;
		size_t n, cap;
	} transitions;
	struct {
		struct rank_term *v;
		size_t n, cap;
	} ranks;
	struct {
		struct column *v;
		size_t n, cap;
	} columns;
	struct place at;
};
struct map_column { /* one CSV column: where it goes and how it is read */
	struct str header, field;
	struct {
		struct choice *v;
		size_t n, cap;
	} codes;                /* code in the file, label = our value */
	struct str date_format; /* empty: iso; dmy: 31/12/2016 */
	bool optional;
	struct place at;
};
struct import_map {
	struct str name, type, label;
	struct {
		struct map_column *v;
		size_t n, cap;
	} columns;
	struct strs ignore; /* headers that are known and not kept */
	struct place at;
};
/* An alert must be acknowledged by somebody of the roles it goes to; when nobody does in
 * time it goes one step up the chain. */
struct alert_rule {
	struct limit ack;  /* LIMIT_NONE: no limit, and nothing escalates */
	struct strs chain; /* roles, lowest first */
};
struct safeguarding {    /* the one key: what it opens and whom it tells */
	struct str type; /* record type of the action; empty: the review has none */
	struct assigns with;
	struct strs alert;
	struct limit ack;
	struct place at;
};
struct link_kind { /* how two records may belong together */
	struct str id, label;
	struct strs from, to; /* record types */
	bool judged;          /* counts only when a second person has judged it the same */
	bool family; /* linked records in one state are taken together and by one person */
	struct place at;
};
struct view { /* a saved expression of the pack */
	struct str name, label, text;
	struct strs roles;
	struct place at;
};

struct quality; /* rules/quality.h */
struct lesson;  /* lookback/conf/lesson.h */

struct pack {
	struct str name, title, marking, handling; /* "OFFICIAL-SENSITIVE", handling line */
	struct str id;       /* hex SHA-256 over the sorted (name, text) of its files */
	int claim_minutes;   /* a claim ends after so much silence */
	int lock_minutes;    /* idle lock of a workstation; 0: never */
	bool reason_to_open; /* ask why when opening a record that one does not hold */
	struct strs terms;   /* words that screens mark in texts; a trailing * goes on */
	int32_t scope_from, scope_to;
	struct str seed; /* of everything drawn by lot; empty: the pack's name */
	struct alert_rule alerts;
	struct safeguarding safeguarding;
	struct {
		struct competence *v;
		size_t n, cap;
	} competences;
	struct {
		struct link_kind *v;
		size_t n, cap;
	} links;
	struct {
		struct role *v;
		size_t n, cap;
	} roles;
	struct {
		struct band *v;
		size_t n, cap;
	} bands;
	struct {
		struct regime *v;
		size_t n, cap;
	} regimes;
	struct holidays holidays;
	struct {
		struct record_type *v;
		size_t n, cap;
	} types;
	struct {
		struct import_map *v;
		size_t n, cap;
	} maps;
	struct {
		struct view *v;
		size_t n, cap;
	} views;
	const struct quality *quality; /* perhaps not given; never NULL once finished */
	const struct lesson *lesson;   /* for newcomers; NULL: the pack has none */
	struct attr *core;             /* CORE_ATTRS of them; states, types, bands as choices */
	struct choices states;         /* every state name of every type, for CORE_STATE */
};

const struct role *pack_role(const struct pack *p, struct str id);
const struct band *pack_band(const struct pack *p, struct str id);
const struct regime *pack_regime(const struct pack *p, int32_t day);
const struct record_type *pack_type(const struct pack *p, struct str name);
const struct import_map *pack_map(const struct pack *p, struct str name);
const struct link_kind *pack_link(const struct pack *p, struct str id);
const struct competence *pack_competence(const struct pack *p, struct str id);
const struct clock *type_clock(const struct record_type *t, struct str name);
/* Is the form worked on under seats: answers to it are blind while the record is. */
bool form_seated(const struct record_type *t, struct str form);
/* Has one of the roles a second or third seat somewhere? Such a person is blind. */
bool roles_blind(const struct pack *p, struct strs roles);
const struct field *type_field(const struct record_type *t, struct str name);
const struct form *type_form(const struct record_type *t, struct str name);
const struct state *type_state(const struct record_type *t, struct str name);
const struct transition *type_transition(const struct record_type *t, struct str id);
const struct question *form_question(const struct form *f, struct str name);
unsigned pack_rights(const struct pack *p, struct strs roles);
/* Fills what the engine derives: core attributes, field and question attributes,
 * all states. Called once by conf after everything is read, before any expression
 * is parsed. */
void pack_finish(struct arena *a, struct pack *p);

/* Faults of a whole pack that no single file shows: unknown names in roles, states
 * and forms, unreachable states, dead ends, transitions nobody can take, two keys
 * in one state, separation with too few roles. Each with a place. */
struct fault {
	struct place at;
	struct str text; /* "what was found; what was expected; did you mean ..." */
};
struct faults {
	struct fault *v;
	size_t n, cap;
};
void fault_add(struct arena *a, struct faults *f, struct place at, const char *fmt, ...)
    PRINTF(4, 5);
void pack_check(struct arena *a, const struct pack *p, struct faults *out);

#endif
