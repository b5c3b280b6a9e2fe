/* SPDX-License-Identifier: MIT */
/*
 * Typed wants: a const table says which keys a map may hold, what each must be and
 * which member of a struct it fills; one reader walks them all. Nothing stops at the
 * first fault: every one becomes "what was found; what was expected; did you mean",
 * and the member keeps its default. docs/PACK.md is checked against the same tables.
 */
#ifndef LOOKBACK_CONF_WANT_H
#define LOOKBACK_CONF_WANT_H

#include "conf/yaml.h"

/* An expression is parsed when the whole pack is known. */
struct pending {
	struct place at; /* of its first character */
	struct str text;
	const struct record_type *type;
	struct expr **out;        /* NULL: a view, only checked; may speak of today and me */
	struct place owner;       /* of a view */
	const struct strs *under; /* not NULL: of the one record type named there */
};
/* Values for fields of a record type that may stand in a file yet to be read. */
struct filling {
	struct str file;
	const struct node *map;         /* field to value */
	const struct record_type *type; /* NULL: the one named *of */
	const struct str *of;
	struct assigns *out;
	struct place owner;
};
struct reader {
	struct arena *a;
	struct faults *faults;
	struct str file;
	struct pack *pack;        /* NULL while reading settings */
	bool whole;               /* every file could be read */
	struct record_type *type; /* that the file or element belongs to */
	struct {
		struct pending *v;
		size_t n, cap;
	} pending;
	struct {
		struct filling *v;
		size_t n, cap;
	} fillings;
	/* Elements with a fault of their own: what else is wrong with them may follow
	 * from it and is not told. `inner` counts the faults told of elements so far. */
	struct {
		struct place *v;
		size_t n, cap;
	} spoilt;
	size_t inner;
	struct place element; /* that is being read */
};

enum want_kind {
	WANT_LINE,  /* struct str: one line of text */
	WANT_TEXT,  /* struct str: text of any lines */
	WANT_NAME,  /* struct str: lower_case words */
	WANT_NAMES, /* struct strs: one name or a list of them */
	WANT_STEPS, /* struct strs: the same, each perhaps of another record: parent.NAME */
	WANT_LINES, /* struct strs: a list of lines */
	WANT_INT,   /* int within min..max */
	WANT_LONG,  /* int64_t within min..max */
	WANT_BOOL,  /* bool: true or false */
	WANT_DATE,  /* int32_t day */
	WANT_CHAR,  /* char: one printable ASCII character */
	WANT_WORD,  /* int (or enum): the value of one of `words` */
	WANT_FLAGS, /* unsigned: the values of a list of `words`, or-ed */
	WANT_EXPR,  /* struct str; parsed later into the struct expr * at `also` */
	WANT_MAP,   /* a struct: a map by the table `of` */
	WANT_LIST,  /* a vector: a list of maps by the table `of` */
	WANT_NAMED, /* a vector: a map of name to map by the table `of` */
	WANT_OWN,   /* what `read` makes of it */
};
struct word {
	const char *name;
	int value;
};
struct words {
	const struct word *v;
	size_t n;
};
struct key_table;
struct key {
	const char *name;
	enum want_kind kind;
	bool required;
	size_t at, also;  /* offsets in the struct the table fills */
	int64_t min, max; /* numbers; texts: at most max bytes (0: as below) */
	int64_t dflt;     /* INT, LONG, BOOL: when the key is not there */
	struct words words;
	const struct key_table *of;
	void (*read)(struct reader *r, const struct node *n, void *at);
};
struct key_table {
	const char *what; /* "role": how messages and docs/PACK.md call such a map */
	const struct key *keys;
	size_t n;
	size_t size;  /* of the struct filled, */
	size_t place; /* offset of its struct place, */
	size_t id;    /* and of its name, for WANT_NAMED */
	bool part;    /* its faults are those of the element that it stands in, too */
	void (*done)(
	    struct reader *r, const struct node *n, void *owner); /* looks across keys */
};
enum { LINE_BYTES = 200, TEXT_BYTES = 2000, NAME_BYTES = 40 };
#define NO_ID        ((size_t)-1)
#define TABLE(array) .keys = (array), .n = sizeof(array) / sizeof *(array)
#define WORDS(array)                                                                           \
	{                                                                                      \
		(array), sizeof(array) / sizeof *(array)                                       \
	}

/* Adds a fault at a node. */
#define want_fault(r, node, ...)                                                               \
	fault_add((r)->a, (r)->faults, want_place((r), (node)), __VA_ARGS__)
struct place want_place(const struct reader *r, const struct node *n);
/* What a node is, for messages: `"text"` (shortened), "a list", "nothing". */
const char *want_found(struct reader *r, const struct node *n);
/* "; did you mean "x"?" or nothing. */
const char *want_near(struct reader *r, struct str word, const struct strs *known);

/* Each false when the node is not what is wanted, with one more fault. */
bool want_kind(struct reader *r, const struct node *n, enum node_kind kind, const char *what);
bool want_map(struct reader *r, const struct node *n, const struct key_table *t, void *owner);
bool want_line(struct reader *r, const struct node *n, size_t max, struct str *out);
bool want_text(struct reader *r, const struct node *n, size_t max, struct str *out);
bool want_name(struct reader *r, const struct node *n, struct str *out);
void want_names(struct reader *r, const struct node *n, struct strs *out);
bool want_step(struct reader *r, const struct node *n, struct str *out);
bool want_int(struct reader *r, const struct node *n, int64_t min, int64_t max, int64_t *out);
bool want_bool(struct reader *r, const struct node *n, bool *out);
bool want_date(struct reader *r, const struct node *n, int32_t *out);
bool want_char(struct reader *r, const struct node *n, char *out);
bool want_word(struct reader *r, const struct node *n, const struct words *w, int *out);
/* The values of a list of words, or-ed; what is known of them when one is faulty. */
bool want_flags(struct reader *r, const struct node *n, const struct words *w, unsigned *out);
/* A list of maps read by the table into a vector {T *v; size_t n, cap} that will not
 * move; a second element of the same name is a fault. */
void want_list(struct reader *r, const struct node *n, const struct key_table *t, void *vec);
void want_expr(struct reader *r, const struct node *n, struct expr **out, struct str *text);

/* "Safe contact" of safe_contact: what a person reads when no label is given. */
struct str label_of(struct arena *a, struct str name);

#endif
