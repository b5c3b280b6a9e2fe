/* SPDX-License-Identifier: MIT */
/*
 * What a person can do, from one table (src/cmd/actions.def): the names of the `:`
 * prompt, completion, default keys, palette, help, hint bar and docs/KEYS.md all come
 * from its rows, so none can say something else than another.
 *
 * A command is text, "defer +3d waiting for the file": a key is bound to command text,
 * the prompt reads command text, scripts and tests use command text.
 *
 * Contexts form chains: what a key means is looked up in the context that has the focus,
 * then in the one behind it, up to ALWAYS.
 */
#ifndef LOOKBACK_CMD_CMD_H
#define LOOKBACK_CMD_CMD_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

/* clang-format off */
/*        id       behind   name       what it is, for the help */
#define CONTEXTS(C) \
	C(ALWAYS,  NONE,    "always",  "At any moment") \
	C(ANY,     ALWAYS,  "any",     "On every screen") \
	C(CASE,    ANY,     "case",    "With a case under the cursor") \
	C(WORK,    CASE,    "work",    "With a case open") \
	C(START,   CASE,    "start",   "Start screen") \
	C(QUEUE,   CASE,    "queue",   "List of cases") \
	C(RECORD,  WORK,    "record",  "Case") \
	C(SOURCE,  RECORD,  "source",  "Reading a case for its form, or for words") \
	C(FORM,    WORK,    "form",    "Form") \
	C(PICK,    FORM,    "pick",    "Choosing from many") \
	C(STEPS,   CASE,    "steps",   "Next steps") \
	C(CONFIRM, ALWAYS,  "confirm", "Before it is done") \
	C(ROWS,    CASE,    "rows",    "Alerts, registers, overrides") \
	C(PAST,    CASE,    "past",    "Time line") \
	C(DIFFER,  ANY,     "differ",  "When somebody changed the case first") \
	C(BOARD,   ANY,     "board",   "Board") \
	C(HANDING, ANY,     "handing", "Before work changes hands") \
	C(SHEET,   ANY,     "sheet",   "Opening a record") \
	C(TEXT,    ANY,     "text",    "Help, log and other texts") \
	C(PALETTE, WRITE,   "palette", "Palette") \
	C(PROMPT,  LINE,    "prompt",  "Prompt") \
	C(LINE,    WRITE,   "line",    "Writing a line") \
	C(AREA,    WRITE,   "area",    "Writing a text of several lines") \
	C(LOCKED,  LINE,    "locked",  "Locked screen") \
	C(WRITE,   ALWAYS,  "write",   "Wherever one writes")

/*        id       optional word for the usage, label of the prompt that asks for it */
#define ARGUMENTS(A) \
	A(NONE,    "",                  "") \
	A(BANG,    "[!]",               "") \
	A(COUNT,   "[N]",               "How many") \
	A(NUMBER,  "N",                 "Which number") \
	A(EXPR,    "[EXPRESSION]",      "Which cases (such as band:red late:yes)") \
	A(WORDS,   "WORDS",             "Words (a trailing * goes on)") \
	A(FIND,    "WORDS",             "Reference, words, names (misspelt too), or field:value") \
	A(REF,     "REFERENCE",         "Reference") \
	A(REFLOG,  "[REFERENCE]",       "Reference") \
	A(TEXT,    "[TEXT]",            "Text") \
	A(DANGER,  "TEXT",              "What is the danger? (supervisors are told at once)") \
	A(ITEM,    "N TEXT",            "Number, and a sentence") \
	A(PASS,    "PASS [TEXT]",       "Which pass (such as q1)") \
	A(RULE,    "PLAN [SEED]",       "Plan of the pack, and perhaps a seed") \
	A(ASK,     "QUESTION TEXT",     "Question of the form, and what is asked about it") \
	A(QUESTION, "[QUESTION]",       "Question of the form") \
	A(MONTH,   "[MONTH]",           "Month (such as 2026-11)") \
	A(BY,      "[FIELD]",           "Field by whose values units are made") \
	A(TYPE,    "[TYPE]",            "Type of record") \
	A(FIELD,   "FIELD [VALUE]",     "Field and value") \
	A(LINK,    "REFERENCE KIND [REASON]", "The other record, kind of link, reason") \
	A(WHY,     "STEP REASON",       "Step, and why its rules must be passed over") \
	A(KINDS,   "[KIND...]",         "Kinds (data decisions notes views contacts quality)") \
	A(WHEN,    "DAY REASON",        "Until when, and why (such as +3d waiting for the file)") \
	A(PERSON,  "ACCOUNT [REASON]",  "Account") \
	A(PEOPLE,  "ACCOUNTS [REASON]", "To whom (ann, or ann,bob; - is back to the queue), and why") \
	A(AWAY,    "DAY [to=ACCOUNTS] [REASON]", "First day back, and why (such as +5d leave)") \
	A(MATE,    "[ACCOUNT]",         "Account") \
	A(STEP,    "STEP [REASON]",     "Step") \
	A(FORM,    "[FORM]",            "Form") \
	A(ANSWER,  "ANSWER",            "Answer") \
	A(ORDER,   "[ORDER]",           "Order") \
	A(VIEW,    "[VIEW]",            "View") \
	A(NAME,    "NAME",              "Name for this list (v brings it back)") \
	A(ROLE,    "ROLE",              "Role whose people are to have this view") \
	A(TOPIC,   "[WORDS]",           "Words")

#define CTX(id, behind, name, what) CTX_##id,
enum context { CTX_NONE, CONTEXTS(CTX) CTX_COUNT };
#undef CTX
#define ARG(id, usage, label) ARG_##id,
enum argument { ARGUMENTS(ARG) ARG_COUNT_ };
#undef ARG
#define ACT(id, name, where, keys, arg, says, flags) ACT_##id,
enum action {
	ACT_NONE,
#include "cmd/actions.def"
	ACT_COUNT
};
#undef ACT
/* clang-format on */

enum action_flag {
	ACTION_HINT = 1,   /* stands in the hint bar while there is room */
	ACTION_WRITES = 2, /* changes something */
	ACTION_NEEDS = 4,  /* without an argument a prompt asks for it */
};
struct action_row {
	const char *id, *name;
	enum context where;
	const char *keys;
	enum argument arg;
	const char *says;
	unsigned flags;
};
const struct action_row *action_row(enum action a);

/* Is nothing in the way of what an action changes? Else the reason in words: opened to read
 * only, or the database is damaged (and how). */
MUST_USE bool action_open(enum action a, bool read_only, struct str damage, struct err *e);

struct context_row {
	const char *name, *what;
	enum context behind;
};
const struct context_row *context_row(enum context c);
/* Is `c` in the chain that begins at `from`? */
bool context_reaches(enum context from, enum context c);
enum context context_find(struct str name); /* CTX_NONE for none */

const char *argument_usage(enum argument a);
const char *argument_label(enum argument a);

struct command {
	enum action action;
	struct str arg; /* trimmed */
	int count;      /* typed before the key, or 0 */
};
/* Command text as seen from a context. ERR_USAGE says what was wrong and what may have
 * been meant. A name may be shortened while it is one name only. */
MUST_USE bool command_read(
    struct str text, enum context from, struct command *out, struct err *e);
/* Cuts the first word of an argument off; the rest is trimmed. */
struct str command_word(struct str *rest);

/* Where values of an argument come from: pushes candidates. */
typedef void (*command_offer_fn)(
    void *ctx, struct arena *a, enum argument arg, struct strs *out);
struct completion {
	size_t from;      /* where in the text a candidate goes */
	struct strs with; /* sorted; each starts with what is there */
};
void command_complete(struct arena *a, struct str text, enum context from,
    command_offer_fn offer, void *ctx, struct completion *out);

/* How well letters typed in a palette fit a name and its sentence: 0 not at all. */
int command_fuzzy(struct str typed, enum action act);

#endif
