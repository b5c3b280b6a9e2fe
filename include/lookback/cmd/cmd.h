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
/*        id         behind   name         what it is, for the help; what one does there */
#define CONTEXTS(C) \
	C(ALWAYS,    NONE,    "always",    "At any moment", "") \
	C(ANY,       ALWAYS,  "any",       "On every screen", "") \
	C(CASE,      ANY,     "case",      "With a case under the cursor", "") \
	C(WORK,      CASE,    "work",      "With a case open", "") \
	C(START,     CASE,    "start",     "Start screen", \
	    "What you hold, what waits and what is late. {next} serves the next case.") \
	C(QUEUE,     CASE,    "queue",     "List of cases", \
	    "Cases in their order. A filter, an order or a saved view says which and how.") \
	C(RECORD,    WORK,    "record",    "Case", \
	    "Read here, answer its form, then decide: its next steps say what is still needed.") \
	C(SOURCE,    RECORD,  "source",    "Reading the case, or its marked words", \
	    "The case beside or instead of its form; a line can be quoted as the reason.") \
	C(FORM,      WORK,    "form",      "Form", \
	    "Every answer is saved as it is left. What is required and open has a mark.") \
	C(PICK,      FORM,    "pick",      "Choosing from many", \
	    "Choose one or several, then save them.") \
	C(STEPS,     CASE,    "steps",     "Next steps", \
	    "All steps from here. A dim one is closed; under it stands why, and who could.") \
	C(CONFIRM,   ALWAYS,  "confirm",   "Before it is done", \
	    "Nothing is done yet.") \
	C(PRESS,     CONFIRM, "press",     "Before a step is done by its key", \
	    "Nothing is done yet. The key of the step does it.") \
	C(ROWS,      CASE,    "rows",      "Short lists", "") \
	C(ALERTS,    ROWS,    "alerts",    "Alerts", \
	    "What somebody of your role must take note of; say what is done about it.") \
	C(REGISTERS, ROWS,    "registers", "Registers", \
	    "Each kind of record, and how many there are that you may see.") \
	C(OVERRIDES, ROWS,    "overrides", "Overrides", \
	    "Rules that somebody asks to pass over; another person agrees or refuses.") \
	C(OPENINGS,  ROWS,    "openings",  "What is to be opened", \
	    "Kinds of record that can be opened here; a dim one says why it cannot.") \
	C(VIEWS,     ROWS,    "views",     "Saved views", \
	    "Lists kept under a name: yours, your role's, the review's.") \
	C(QUALITY,   ROWS,    "quality",   "Quality assurance", \
	    "What is read a second time, and what it showed.") \
	C(PASSES,    QUALITY, "passes",    "Quality passes", \
	    "Passes that were fixed, and those that the pack proposes.") \
	C(PREVIEW,   QUALITY, "preview",   "Before a pass is fixed", \
	    "What would be drawn. Nothing is fixed yet, and nothing drawn.") \
	C(PASS,      QUALITY, "pass",      "Quality pass", \
	    "One pass: what was fixed, what was drawn, what it found.") \
	C(AGREEMENT, QUALITY, "agreement", "Agreement of two readers", \
	    "How far readers agree who did not know of each other, question by question.") \
	C(REVIEWERS, QUALITY, "reviewers", "Quality by reviewer", \
	    "Second readings and overturned work, by who did the first.") \
	C(FUNNEL,    QUALITY, "funnel",    "Funnel", \
	    "Who stands outside the limits of chance; Enter lists the cases behind it.") \
	C(AUDIT,     QUALITY, "audit",     "Monthly audit", \
	    "Each measure with its numerator, denominator and interval.") \
	C(QUESTIONS, QUALITY, "questions", "Questions on work", \
	    "What was asked about answers; answer yours, close those you asked.") \
	C(CALIBRATION, QUALITY, "calibration", "Known-answer cases", \
	    "Who has read them, how well, and whose queue pauses.") \
	C(FINALS,    QUALITY, "finals",    "My answers", \
	    "Your answers beside those that came to count.") \
	C(PAST,      CASE,    "past",      "Time line", \
	    "Everything that happened to the case, by kind; Enter goes to where it is.") \
	C(DIFFER,    ANY,     "differ",    "When somebody changed the case first", \
	    "Your answer was not saved: say which of the two is to stand.") \
	C(BOARD,     ANY,     "board",     "Board", \
	    "Who has what, where it stands, what is late. Every number leads to its list.") \
	C(HANDING,   ANY,     "handing",   "Before work changes hands", \
	    "What would move, and to whom. Nothing is done yet.") \
	C(SHEET,     ANY,     "sheet",     "Opening a record", \
	    "Fill in what has a star, then send it.") \
	C(TEXT,      ANY,     "text",      "Help, log and other texts", \
	    "A text to read. {find} leaves only the lines with some words.") \
	C(PALETTE,   WRITE,   "palette",   "Palette", \
	    "Type some letters of a command.") \
	C(PROMPT,    LINE,    "prompt",    "Prompt", \
	    "Type what is asked for.") \
	C(LINE,      WRITE,   "line",      "Writing a line", "") \
	C(AREA,      WRITE,   "area",      "Writing a text of several lines", "") \
	C(LOCKED,    LINE,    "locked",    "Locked screen", \
	    "Type your account name; your work is where you left it.") \
	C(WRITE,     ALWAYS,  "write",     "Wherever one writes", "")

/*        id       optional word for the usage, label of the prompt that asks for it */
#define ARGUMENTS(A) \
	A(NONE,    "",                  "") \
	A(BANG,    "[!]",               "") \
	A(COUNT,   "[N]",               "How many") \
	A(NUMBER,  "N",                 "Which number") \
	A(EXPR,    "[EXPRESSION]",      "Which cases (such as band:red late:yes)") \
	A(WORDS,   "WORDS",             "Words, or how they begin (\"in quotes\": as they are)") \
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

#define CTX(id, behind, name, what, about) CTX_##id,
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
	const char *about; /* what one does there; empty for what only stands behind others */
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
