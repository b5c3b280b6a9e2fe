/* SPDX-License-Identifier: MIT */
/* From a typed line to the function of an action: by its name, or by its key. */
#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"

/* What only moves a cursor or edits a line on a screen, and what does it here. */
static const struct {
	enum action action;
	const char *instead;
} without[] = {
    {ACT_COMMAND, "every line is a command here; help lists them"},
    {ACT_FIND, "help WORDS shows some lines of the help, search WORDS finds cases"},
    {ACT_ONLY, "search WORDS finds cases, filter narrows a list of them"},
    {ACT_QUOTE, "type the words where the reason is asked for"},
    {ACT_ROW_AGREE, "acknowledge, override agree and override refuse take a number"},
    {ACT_ROW_REFUSE, "override refuse takes a number"},
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
    lines_move_acts, lines_register_acts, lines_board_acts, lines_quality_acts,
    lines_coach_acts};

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
	if (where == CTX_PAST)
		return "timeline takes the kinds behind its name, such as timeline notes";
	if (where == CTX_DIFFER)
		return "yes keeps yours when it is asked, anything else takes theirs";
	if (where == CTX_SHEET)
		return "each field is asked for when a record is opened";
	if (where == CTX_SOURCE || a == ACT_MARK_NEXT || a == ACT_MARK_PREV)
		return "look for WORDS says every line that holds them";
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

bool lines_command(struct lines *l, struct str line, struct err *e)
{
	enum context from = lines_context(l);
	struct str command;
	struct command c;
	struct err why = {0};

	line = str_trim(line);
	if (command_read(line, from, &c, &why))
		return lines_run(l, line, from, e);
	command = by_key(l, line, from);
	if (command.n)
		return lines_run(l, command, from, e);
	/* lists that are only said have no place of their own */
	if (command_read(line, CTX_ROWS, &c, e))
		return lines_run(l, line, CTX_ROWS, e);
	if (command_read(line, CTX_BOARD, &c, e))
		return lines_run(l, line, CTX_BOARD, e);
	*e = why;
	return false;
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
		    lines_instead(c.action) ? lines_instead(c.action) : "it has no meaning");
	if (row->flags & ACTION_NEEDS && c.arg.n == 0) {
		lines_ask(l, str_of(argument_label(row->arg)),
		    arena_printf(&l->frame, "%s ", row->name));
		return true;
	}
	return run(l, c.arg, e);
}
