/* SPDX-License-Identifier: MIT */
/*
 * The one expression language: search, saved views, queues, guards, rank terms,
 * sample frames and reports all speak it.
 *
 *   expr    = and { "or" and }                and = unary { ["and"] unary }
 *   unary   = ("not" | "-") unary | "(" expr ")" | term
 *   term    = name ":" want | name cmp value | word | "phrase" | [name] "~" value
 *   want    = value | value ".." value | value ".." | ".." value | "none"
 *           | "(" value { "," value } ")"     any of these
 *   cmp     = "=" | "!=" | "<" | "<=" | ">" | ">="
 *   value   = word | "quoted" ; a trailing * on a text value is a prefix
 *
 * `has:note` asks whether a field, question, note, flag or holder is there. A bare
 * word or phrase is searched in every searchable text of the record and its ref.
 * `~jonson` finds names that are spelt a little otherwise (base/similar.h), in every
 * searchable line of the record; `subject_name~smyth` in this one. The ~ touches the name
 * before it. Of several words each must be like one of the line, in whatever order.
 * Dates may be short (2016 is the whole year, 2016-03 the month) or relative
 * (today, -3d). `me` is the person asking. Text compares folded (case, accents).
 * Bands and choices with an order compare by it (band>=amber: amber or worse).
 *
 * An expression is typed against a pack (a record type, or all types): a misspelt
 * name or an impossible value is ERR_INPUT with a column and a suggestion.
 * The same tree is evaluated in memory (expr_eval) and turned into SQL by store;
 * a property test demands that both agree. An absent value matches nothing but
 * `none`, `-has:` and a negation around.
 */
#ifndef LOOKBACK_RULES_EXPR_H
#define LOOKBACK_RULES_EXPR_H

#include "lookback/rules/value.h"

struct pack;
struct record_type;

/* Where an attribute lives. */
enum attr_home {
	AT_CORE,   /* a property the engine keeps: enum core_attr */
	AT_FIELD,  /* a declared field that is not VT_TEXT */
	AT_TEXT,   /* a declared VT_TEXT field: kept apart, searched by words */
	AT_ANSWER, /* a question of a form: the answer that counts (seat 0) */
};
enum core_attr {
	CORE_REF,
	CORE_TYPE,
	CORE_STATE,
	CORE_BAND,
	CORE_QUEUE,
	CORE_HOLDER,
	CORE_BATCH,
	CORE_DUE,    /* VT_TIME; compared by its London day */
	CORE_LATE,   /* choice yes/no: due is before now */
	CORE_OPENED, /* VT_TIME */
	CORE_MOVED,  /* VT_TIME: last change of state */
	CORE_WAKE,   /* VT_DATE: deferred until */
	CORE_RANK,   /* VT_INT as shown today */
	CORE_NOTES,  /* VT_INT: how many */
	CORE_FLAG,   /* choice: a word such as changed_by_import, or none */
	CORE_PARENT, /* VT_LINE: the ref this record was opened under */
	CORE_OPEN,   /* `open`, VT_CHOICES: types of its children that are not final */
	CORE_CHILD,  /* `child`, VT_CHOICES: types of its children */
	CORE_DID,    /* `did`, VT_CHOICES: transitions taken and not cancelled */
	CORE_CLOCK,  /* `clock`, VT_CHOICES: clocks that run */
	CORE_ALERT,  /* `alert`, choice yes/no: an alert nobody has acknowledged */
	CORE_AGREED, /* `agreed`, choice yes/no: what the last two seats gave; else none */
	CORE_REGIME, /* `regime`, choice: in force on its `received` day; none without one */
	CORE_SCOPE,  /* `in_scope`, choice yes/no: `received` in the review's scope */
	CORE_HELD,   /* `held`, VT_TIME: since when its holder has it */
	CORE_ASIDE,  /* `aside`, VT_USER: who put it aside */
	CORE_LATELY, /* `lately`, accounts that took a step with it in the last LATELY_DAYS
	              * days; a VT_USER of which there may be several */
	/* Quality. Nobody who is blind has these of a record that is: only their own name. */
	CORE_AUTHOR, /* VT_USER: who gave the answers to the seated form that count, as locked */
	CORE_DRAWN,  /* VT_LINE: the last quality pass it was drawn in, q1 */
	CORE_READING, /* choice: how it stands in that pass: open, upheld, overturned, found */
	CORE_QUERY,   /* choice open/answered: of the questions on it the least settled */
	CORE_ATTRS
};
struct attr {
	struct str name, label;
	enum attr_home home;
	enum core_attr core;
	enum vtype type;
	struct choices choices; /* VT_CHOICE(S): codes, in their order */
	unsigned absent;        /* ABSENT_x codes that may stand in place of a value */
	bool ordered;           /* < and > are meaningful on the choices (bands); on a field
	                         * or question set by its reader before pack_finish */
	bool text_search;       /* bare words look here too */
	bool name_search;       /* and ~words: it holds names of people */
};
enum { LATELY_DAYS = 7 }; /* days in London, today among them */
/* May it have several values at once: codes, or accounts? */
bool attr_is_many(const struct attr *at);
/* The attribute of that name: an engine's one, else a field or question of the type,
 * or of the first type that has it when t is NULL. */
const struct attr *attr_find(
    const struct pack *p, const struct record_type *t, struct str name);

enum expr_op {
	EX_ALL, /* the empty expression: everything; never below another node */
	EX_AND,
	EX_OR,
	EX_NOT,
	EX_EQ,      /* attr equals any of vals; choices by code (VT_CHOICES: holds the code),
	           * text folded on both sides, dates and times by day; an absence code is
	           * a V_STR like any other */
	EX_PREFIX,  /* attr (a line) begins with vals[0], folded */
	EX_RANGE,   /* lo <= attr <= hi, one of them may be V_NONE; V_INT, dates as V_STR, and
	           * codes by their index in attr->choices. An absence code is in no range */
	EX_HAS,     /* attr has a value (not none; an absence code is a value) */
	EX_WORDS,   /* attr (text; NULL attr: ref or any searchable field of the record's type,
	           * with `names` its names alone) holds the phrase vals[0], kept as typed:
	           * words_match decides; `prefix` says the last word may go on. Never a phrase
	           * without a word */
	EX_SIMILAR, /* attr (a line of a record or form; NULL attr: any name of the record's
	             * type) is like the phrase vals[0]: similar_phrase decides */
};
struct expr {
	enum expr_op op;
	int col;                  /* where it stands, from 1 */
	const struct expr *a, *b; /* AND OR: both; NOT: a */
	const struct attr *attr;
	const struct pack *pack; /* whose types say which fields bare words are sought in */
	struct value *vals;      /* typed; VT_LINE, VT_STAFF, VT_USER folded by utf8_fold */
	size_t nvals;
	struct value lo, hi; /* inclusive; VT_TIME: whole London days as V_STR dates */
	bool prefix;
	bool names; /* EX_WORDS that a search is made of; there is no way to write it */
};

/* `me` and `today` are resolved at parse time: an expression is of its moment. With
 * `me` empty and `now` NO_TIME it is one that a pack keeps, and both are refused. */
struct expr_env {
	const struct pack *pack;
	const struct record_type *type; /* NULL: any */
	struct str me;
	int64_t now; /* ms */
};
/* DEPTH is that of brackets and negations as written, HEIGHT that of the tree: a chain of
 * one operator is kept as a tree of least height, so 256 conditions in a row have 8.
 * SQLite's parser has a stack of 100, which is why it is low. */
enum {
	EXPR_BYTES_MAX = 4096,
	EXPR_DEPTH_MAX = 64,
	EXPR_HEIGHT_MAX = 16,
	EXPR_TERMS_MAX = 256,
	EXPR_SIMILAR_MAX = 8 /* words of one phrase */
};
/* ERR_INPUT: line 1, col in characters from 1, both in the text as well. */
MUST_USE bool expr_parse(struct arena *a, struct str text, const struct expr_env *env,
    const struct expr **out, struct err *e);
/* What is typed into a search: an expression when it names a field before an operator, or has
 * a ~, else words. Each word must be in the reference, in a searchable text or line, or be
 * like one of such a line; one with a digit may go on. "In quotes", and with a trailing *,
 * it is as it is written. */
enum { SEARCH_BYTES_MAX = 500, SEARCH_PARTS_MAX = 32 };
bool expr_is_meant(struct str text);
MUST_USE bool expr_search(struct arena *a, struct str text, const struct expr_env *env,
    const struct expr **out, struct err *e);
/* In which order what a search finds is shown: steps that no record is in two of and that
 * together are the search itself. The record of that reference; records with a name as it
 * was typed; with names like it; then all others. */
enum { SEARCH_STEPS = 4 };
struct search_steps {
	const struct expr *v[SEARCH_STEPS];
	size_t n;
};
MUST_USE bool expr_search_steps(struct arena *a, struct str text, const struct expr_env *env,
    struct search_steps *out, struct err *e);
/* The same expression in the language (canonical spelling): parse(print(x)) == x. Days
 * are absolute in it and `me` is a name. */
void expr_print(struct buf *b, const struct expr *x);
/* One plain English sentence, without a full stop: "state is Triage and band is
 * amber or red". */
void expr_explain(struct buf *b, const struct expr *x);
/* Attributes the expression reads (for pack check and index advice). */
void expr_attrs(struct arena *a, const struct expr *x, struct strs *names);

struct taken { /* somebody took a step */
	struct str by;
	int64_t at; /* ms */
};
/* A record as rules see it. */
struct facts {
	struct str ref, type, state, band, queue, holder, batch, flag, parent;
	int64_t due, opened, moved; /* ms or NO_TIME */
	int32_t wake;               /* or NO_DAY */
	int64_t rank;               /* as shown today */
	int64_t notes;
	const struct json *fields;  /* object: field -> string/int, VT_TEXT not among them */
	const struct json *texts;   /* object: VT_TEXT field -> string */
	const struct json *answers; /* object: question -> string/int, as they count for the
	                             * person at hand: see struct seats */
	struct strs open, child;    /* types of children */
	struct strs did;            /* transitions taken and not cancelled */
	struct strs clocks;         /* names of those that run */
	bool alert;
	struct str agreed;
	int64_t held; /* ms or NO_TIME */
	struct str aside;
	const struct taken *taken; /* steps, cancelled ones too */
	size_t ntaken;
	struct str author, drawn, reading, query;
	const struct pack *pack; /* for regime and scope; NULL: both are none */
	int64_t now;
};
/* V_NONE when there is none (an empty text is none). VT_TIME is V_INT milliseconds,
 * VT_DATE its text. CORE_LATE is always there: yes when due has passed, else no. */
struct value facts_get(struct arena *a, const struct facts *f, const struct attr *at);
/* Leaves nothing in the arena. */
bool expr_eval(struct arena *a, const struct expr *x, const struct facts *f);

#endif
