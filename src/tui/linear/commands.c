/* SPDX-License-Identifier: MIT */
/* From a typed line to the function of an action: by its name, or by its key. */
#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"

/* What only moves a cursor or edits a line on a screen, and what does it here. */
static const struct {
	enum action action;
	const char *instead;
} without[] = {
    {ACT_COMMAND, "every line is a command here; help lists them"},
    {ACT_FIND, "help WORDS shows some lines of the help, search WORDS finds cases"},
    {ACT_CELL_NEXT, "board says all numbers; board ACCOUNT says them by state"},
    {ACT_CELL_PREV, "board says all numbers; board ACCOUNT says them by state"},
    {ACT_TABLE_NEXT, "board says every table"},
    {ACT_TABLE_PREV, "board says every table"},
    {ACT_CARRY_OUT, "type yes when what would change hands was said"},
    {ACT_PICK_TOGGLE, "type the numbers of all that are chosen, such as 1,3"},
    {ACT_PICK_ACCEPT, "type the numbers of all that are chosen, such as 1,3"},
    {ACT_RUN, "type the name of the command"},
    {ACT_PAL_DOWN, "type the name of the command"},
    {ACT_PAL_UP, "type the name of the command"},
    {ACT_COMPLETE, "palette and some letters lists names"},
    {ACT_EARLIER, "type it again"},
    {ACT_LATER, "type it again"},
    {ACT_ACCEPT, "Enter ends a line"},
    {ACT_AREA_SAVE, "Enter ends a text; a backslash before it goes on"},
    {ACT_AREA_NEWLINE, "a backslash at the end of a line goes on in the next"},
};

static const struct lines_act *const tables[] = {lines_any_acts, lines_list_acts,
    lines_case_acts, lines_work_acts, lines_past_acts, lines_form_acts, lines_steps_acts,
    lines_move_acts, lines_register_acts, lines_board_acts, lines_page_acts, lines_rows_acts,
    lines_look_acts, lines_coach_acts};

lines_fn lines_action(enum action a)
{
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct lines_act *t = tables[i]; t->run; t++)
			if (t->action == a)
				return t->run;
	return NULL;
}

const char *lines_instead(enum action a)
{
	enum context where = action_row(a)->where;

	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		if (without[i].action == a)
			return without[i].instead;
	if (context_reaches(where, CTX_WRITE))
		return "the terminal edits the line that is typed";
	if (where == CTX_SHEET)
		return "each field is asked for when a record is opened";
	return NULL;
}

static const struct {
	enum context where;
	const char *how;
} ways[] = {
    {CTX_CASE, "it is done with a case: open one, or say its number before it, as 3 mark"},
    {CTX_WORK, "it is done with a case: open one by its number, or with open REFERENCE"},
    {CTX_QUEUE, "it is done with a list of cases: list or search brings one"},
    {CTX_RECORD, "it is done with a case: open one by its number, or with open REFERENCE"},
    {CTX_SOURCE, "it is done with a case: open one by its number, or with open REFERENCE"},
    {CTX_FORM, "it answers a question: open a case and then its form, with a"},
    {CTX_ROWS, "it is done with a row: ga, gr, go and gq say rows; say its number before it"},
    {CTX_PAST, "it is done with a time line: gt says that of a case"},
    {CTX_CONFIRM, "it does what was asked for: nothing is asked now"},
    {CTX_DIFFER, "nothing is asked: it decides which of two answers stays"},
    {CTX_BOARD, "gb says the board"},
};

const char *lines_where(enum context c)
{
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++)
		if (ways[i].where == c)
			return ways[i].how;
	return NULL;
}

/* Keys as they are bound here, and what follows them: "/Walker", "l band:red", "gs". */
static struct str by_key(struct lines *l, struct str line, enum context from)
{
	uint32_t keys[KEYS_MAX];
	struct str rest = line, word = command_word(&rest), command = {0};
	int n = keys_read(word, keys);

	if ((n == 0 || keymap_find(&l->keymap, from, keys, n, &command) != MATCH_FULL) &&
	    line.n && !(line.p[0] >= '0' && line.p[0] <= '9')) {
		word = (struct str){line.p, 1};
		rest = str_trim((struct str){line.p + 1, line.n - 1});
		n = keys_read(word, keys);
		if (word.p[0] != '/' ||
		    keymap_find(&l->keymap, from, keys, n, &command) != MATCH_FULL)
			command = (struct str){0};
	}
	if (command.n && rest.n)
		command = arena_printf(&l->frame, "%.*s %.*s", STR_ARG(command), STR_ARG(rest));
	return command;
}

/* Contexts whose commands are known by name wherever one is: rows and the board are said from
 * anywhere, a view is chosen without a list; and under a form lies its case. */
static bool by_name(struct lines *l, struct str line, enum context *from)
{
	static const enum context also[] = {CTX_ROWS, CTX_BOARD, CTX_QUEUE};
	struct command c;
	struct err ignored = {0};
	bool work = lines_place(l) == PLACE_FORM || lines_place(l) == PLACE_STEPS;

	if (command_read(line, *from, &c, &ignored))
		return true;
	if (work && l->kase.rec.ref.n && command_read(line, CTX_SOURCE, &c, &ignored)) {
		*from = CTX_SOURCE;
		return true;
	}
	for (size_t i = 0; i < sizeof(also) / sizeof(also[0]); i++)
		if (command_read(line, also[i], &c, &ignored) &&
		    (also[i] != CTX_QUEUE || c.action == ACT_VIEW)) {
			*from = also[i];
			return true;
		}
	return false;
}

/* The action of the longest name that the line begins with, wherever it belongs. */
static enum action named_anywhere(struct str line)
{
	enum action best = ACT_NONE;
	struct command c;
	struct err ignored = {0};

	for (int where = CTX_NONE + 1; where < CTX_COUNT; where++)
		if (command_read(line, (enum context)where, &c, &ignored) &&
		    (!best ||
			strlen(action_row(c.action)->name) > strlen(action_row(best)->name)))
			best = c.action;
	return best;
}

/* It has a name, but no meaning here: what does it, or how one comes to where it has one. */
static bool elsewhere(struct str line, struct err *e)
{
	enum action a = named_anywhere(line);
	const struct action_row *row = action_row(a);

	if (lines_instead(a))
		return err_set(e, ERR_USAGE, "'%s' belongs to the screen; here %s", row->name,
		    lines_instead(a));
	if (a && lines_where(row->where))
		return err_set(e, ERR_USAGE, "'%s' cannot be done here; %s", row->name,
		    lines_where(row->where));
	return true;
}

bool lines_command(struct lines *l, struct str line, struct err *e)
{
	enum context from = lines_context(l);
	struct str command;
	struct command c;

	line = str_trim(line);
	if (by_name(l, line, &from))
		return lines_run(l, line, from, e);
	command = by_key(l, line, from);
	if (command.n)
		return lines_run(l, command, from, e);
	return elsewhere(line, e) && command_read(line, from, &c, e);
}

/* What is done with a person's work says whose, before anything is asked for it. */
static bool ask_for_whom(struct lines *l, const struct action_row *row, struct err *e)
{
	if (l->whom.n == 0)
		return err_set(e, ERR_USAGE,
		    "whose? say the number of the person on the board before it, such as 3 %s",
		    row->name);
	lines_ask(l,
	    arena_printf(&l->frame, "%.*s. %s", STR_ARG(l->whom), argument_label(row->arg)),
	    arena_printf(&l->frame, "%s %.*s ", row->name, STR_ARG(l->whom)));
	return true;
}

/* What is done with a case says which, before anything is asked for it. */
static bool ask_for(struct lines *l, const struct action_row *row, struct err *e)
{
	struct str label = str_of(argument_label(row->arg));
	struct strs refs = {0};
	bool about = row->where == CTX_CASE || row->arg == ARG_DANGER;

	if (about && !(row->arg == ARG_DANGER ? lines_endangered(l, &refs, e)
					      : lines_meant(l, &refs, e)))
		return false;
	if (refs.n == 1)
		label =
		    arena_printf(&l->frame, "%.*s. %.*s", STR_ARG(refs.v[0]), STR_ARG(label));
	else if (refs.n > 1)
		label = arena_printf(&l->frame, "%zu cases. %.*s", refs.n, STR_ARG(label));
	lines_ask(l, label, arena_printf(&l->frame, "%s ", row->name));
	return true;
}

bool lines_run(struct lines *l, struct str text, enum context from, struct err *e)
{
	struct command c;
	const struct action_row *row;
	lines_fn run;

	text = arena_str(&l->frame, text);
	if (!command_read(text, from, &c, e))
		return false;
	row = action_row(c.action);
	run = lines_action(c.action);
	if (!action_open(c.action, l->read_only, l->welcome->damage, e))
		return false;
	if (!run)
		return err_set(e, ERR_USAGE, "'%s' belongs to the screen; here %s", row->name,
		    lines_instead(c.action));
	if (row->flags & ACTION_NEEDS && c.arg.n == 0)
		return row->where == CTX_BOARD ? ask_for_whom(l, row, e) : ask_for(l, row, e);
	if (!run(l, c.arg, e))
		return false;
	if (!l->fresh && row->flags & ACTION_WRITES)
		l->kase.stale = true;
	return true;
}
