/* SPDX-License-Identifier: MIT */
/*
 * Values and types that packs declare. A value is nothing, an integer or a text;
 * dates are their text (2016-03-05, which sorts), choices their code. Three
 * answers mean three different absences and are legal wherever the pack allows
 * them: not_applicable, not_recorded, not_checked.
 */
#ifndef LOOKBACK_RULES_VALUE_H
#define LOOKBACK_RULES_VALUE_H

#include "lookback/base/json.h"
#include "lookback/base/when.h"

enum vtype {
	VT_LINE,    /* one line of text, up to max bytes */
	VT_TEXT,    /* text of several lines; searchable by words */
	VT_INT,     /* whole number, min..max */
	VT_DATE,    /* a day */
	VT_CHOICE,  /* one of the declared codes (yes_no and yes_no_unknown are choices) */
	VT_CHOICES, /* several of them, stored comma-separated in declared order */
	VT_STAFF,   /* an original staff code: may bar the same person from reviewing */
	VT_TIME,    /* an instant; only attributes of the engine (due, opened, moved) */
	VT_USER,    /* an account name; only attributes of the engine (holder) */
};
const char *vtype_name(enum vtype t); /* "date"; what errors and `pack show` say */

enum vkind { V_NONE, V_INT, V_STR };
struct value {
	enum vkind kind;
	int64_t i;
	struct str s;
};
struct value value_none(void);
struct value value_int(int64_t i);
struct value value_str(struct str s);
bool value_eq(struct value a, struct value b);
struct value value_of_json(const struct json *j); /* string, int; else none */
struct json *value_json(struct arena *a, struct value v);
struct str value_text(struct arena *a, struct value v); /* plain, for people */

struct choice {
	struct str code, label;
};
struct choices {
	struct choice *v;
	size_t n, cap;
};
/* ABSENT_x bits: which absences a question or field accepts. */
enum { ABSENT_NA = 1, ABSENT_NOT_RECORDED = 2, ABSENT_NOT_CHECKED = 4 };
extern const struct choice absences[3]; /* not_applicable, not_recorded, not_checked */

/* What a person or a file gives, made into a stored value of this type, or an
 * ERR_INPUT sentence saying what was expected and what is near. White space alone is
 * V_NONE. Choices are known by code, or by code or label in any case. A VT_STAFF code
 * is kept in ASCII capitals without spaces; an account's staff code goes through here
 * too, so that equal codes are equal bytes. Lines are trimmed, texts are not. */
struct vspec {
	enum vtype type;
	struct choices choices;
	unsigned absent;  /* ABSENT_x */
	int64_t min, max; /* VT_INT: range, 0,0: any; VT_LINE, VT_TEXT: max bytes,
	                      * 0: 500 and 20,000 */
};
MUST_USE bool value_accept(struct arena *a, const struct vspec *spec, struct str given,
    int32_t today, struct value *out, struct err *e);

#endif
