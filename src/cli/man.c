/* SPDX-License-Identifier: MIT */
/* The manual in mdoc, from the tables that the program runs on. */
#include "cli/man.h"

enum { MAN_COLS = 72 };

const struct exit_row cli_exits[] = {
    {0, "It was done."},
    {1, "The answer is no: nothing to serve, or a check found faults."},
    {2, "The request makes no sense: an unknown verb, option or argument."},
    {3, "The rules forbid it; every reason is said, a line each."},
    {4, "There is no such record, account or step, or none that one may see."},
    {5, "Someone else was first: the record is held, or there is a newer version."},
    {6, "A file, pack, setting or expression is faulty; its place is said."},
    {7, "The database is damaged or cannot be reached."},
};
const size_t cli_nexits = sizeof(cli_exits) / sizeof(cli_exits[0]);

const struct setting_row cli_settings[] = {
    {"theme", "dark, light, safe or mono", "The colours; safe is safe for colour blindness."},
    {"ascii", "true or false", "No character beyond ASCII is drawn."},
    {"calm", "true or false", "For a slow line: a marker instead of an inverse row."},
    {"linear", "true or false", "Lines instead of a screen."},
    {"read_only", "true or false",
	"What changes something is closed; a person cannot undo what the site says."},
    {"color", "auto, always or never", "Whether colours are used at all."},
    {"keys", "a map of contexts to maps of keys to commands", "Keys of one's own."},
};
const size_t cli_nsettings = sizeof(cli_settings) / sizeof(cli_settings[0]);

static const struct {
	const char *name, *says;
} environment[] = {
    {"LOOKBACK_DB", "The database, when --db does not name one."},
    {"LOOKBACK_SITE", "The settings of the site, instead of the file below."},
    {"XDG_CONFIG_HOME", "The folder of the person's own settings."},
    {"NO_COLOR", "Not empty: no colours."},
    {"TERM", "The type of the terminal."},
    {"LC_ALL", "Its characters: without UTF-8 only ASCII is shown."},
    {"ESCDELAY", "How long a lone Esc waits for what may follow it."},
};

static const struct {
	const char *name, *says;
} files[] = {
    {"review.db", "The database, when nothing else is named."},
    {"/etc/lookback/settings.yaml", "Settings of the site."},
    {"~/.config/lookback/settings.yaml", "Settings of the person."},
};

static void put(struct buf *b, const char *c, const char *end)
{
	if (c < end && (*c == '.' || *c == '\''))
		buf_puts(b, "\\&");
	for (; c < end; c++) {
		if (*c == '\\')
			buf_puts(b, "\\e");
		else if (*c == '"')
			buf_puts(b, "\\(dq");
		else
			buf_char(b, *c);
	}
}

/* The line that begins at `text`: a sentence, or as much of it as is easy to read. */
static const char *line_end(const char *text)
{
	const char *end = text, *fits = NULL;

	for (; *end && end - text < MAN_COLS; end++) {
		if (*end != ' ')
			continue;
		fits = end;
		if (end > text && end[-1] == '.')
			return end;
	}
	return *end && fits ? fits : end;
}

void man_text(struct buf *b, const char *text)
{
	while (*text) {
		const char *end = line_end(text);
		put(b, text, end);
		buf_char(b, '\n');
		text = *end ? end + 1 : end;
	}
}

static void head(
    struct buf *b, const char *title, int section, const char *name, const char *says)
{
	buf_printf(b,
	    ".\\\" SPDX-License-Identifier: MIT\n"
	    ".\\\" Made from the program's tables; 'make golden' writes it anew.\n"
	    ".Dd November 22, 2026\n.Dt %s %d\n.Os\n.Sh NAME\n.Nm %s\n.Nd %s\n",
	    title, section, name, says);
}

static void options(struct buf *b, const struct option *rows, size_t n)
{
	if (!n)
		return;
	buf_puts(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < n; i++) {
		buf_printf(b, ".It Fl -%s", rows[i].name);
		if (rows[i].value)
			buf_printf(b, " Ar %s", rows[i].value);
		buf_char(b, '\n');
		man_text(b, rows[i].help);
	}
	buf_puts(b, ".El\n");
}

static void verbs(struct buf *b)
{
	buf_puts(b, ".Sh VERBS\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < cli_nverbs; i++) {
		const struct verb *v = &cli_verbs[i];
		buf_printf(b, ".It Ic \"%s\"", v->name);
		if (v->args[0])
			buf_printf(b, " Ar \"%s\"", v->args);
		buf_char(b, '\n');
		man_text(b, v->sentence);
		options(b, v->options, v->n);
	}
	buf_puts(b, ".El\n");
}

static void description(struct buf *b)
{
	buf_puts(b, ".Sh SYNOPSIS\n.Nm\n.Op Fl -db Ar FILE\n.Op Fl -as Ar USER\n"
		    ".Op Ar VERB ...\n.Sh DESCRIPTION\n.Nm\n");
	man_text(b, "is the workstation on which a team reviews past cases one by one, from a "
		    "queue in the order of risk, so that none is missed, none is judged by "
		    "somebody who must not judge it, and every figure can be proved. Without a "
		    "verb it opens the workstation on the terminal, or with");
	buf_puts(b, ".Fl -linear\n");
	man_text(b,
	    "the same as lines: for screen readers, braille lines, terminals that cannot "
	    "place a cursor, and pipes. With a verb it does one thing and leaves. Data "
	    "goes to standard output and talk to standard error.");
	buf_puts(b, ".Pp\nKeys, names of commands and settings are those of\n"
		    ".Xr lookback-keys 5 .\n");
}

static void tail(struct buf *b)
{
	buf_puts(b, ".Sh ENVIRONMENT\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < sizeof(environment) / sizeof(environment[0]); i++) {
		buf_printf(b, ".It Ev %s\n", environment[i].name);
		man_text(b, environment[i].says);
	}
	buf_puts(b, ".El\n.Sh FILES\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		buf_printf(b, ".It Pa %s\n", files[i].name);
		man_text(b, files[i].says);
	}
	buf_puts(b, ".El\n.Sh EXIT STATUS\n.Bl -tag -width Ds\n");
	for (size_t i = 0; i < cli_nexits; i++) {
		buf_printf(b, ".It %d\n", cli_exits[i].code);
		man_text(b, cli_exits[i].says);
	}
	buf_puts(b, ".El\n.Pp\nA workstation that a signal has ended leaves with 128\n"
		    "and the number of the signal.\n"
		    ".Sh EXAMPLES\nA training review, and the workstation on it:\n"
		    ".Pp\n.Dl lookback demo --open\n.Pp\nThe same without a screen:\n"
		    ".Pp\n.Dl lookback --db lookback-demo/review.db --as r01 --linear\n"
		    ".Sh SEE ALSO\n.Xr lookback-keys 5\n");
}

void man_lookback(struct buf *b)
{
	head(b, "LOOKBACK", 1, "lookback", "review past cases one by one");
	description(b);
	buf_puts(b, ".Sh OPTIONS\nWith every verb, before it or behind it:\n");
	options(b, cli_common, OPTS_COMMON);
	buf_puts(b, ".Pp\nFor the workstation, before the verb if there is one:\n");
	options(b, cli_screen_options, cli_nscreen_options);
	verbs(b);
	tail(b);
}

static void settings(struct buf *b)
{
	buf_puts(b, ".Sh DESCRIPTION\n");
	man_text(b,
	    "Settings are two files in YAML, both optional: that of the site and that of "
	    "the person. The later one counts more; what it does not name stays. Every "
	    "fault of both is told with file, line and column, and nothing is opened.");
	buf_puts(b, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < cli_nsettings; i++) {
		const struct setting_row *s = &cli_settings[i];
		buf_printf(b, ".It Ic %s : Ar \"%s\"\n", s->name, s->values);
		man_text(b, s->says);
	}
	buf_puts(b, ".El\n.Sh EXAMPLES\n.Bd -literal -offset indent\ntheme: safe\ncalm: true\n"
		    "keys:\n  queue:\n    x: filter late:yes\n  any:\n    <F5>: reload\n"
		    "    Q: \\(dq\\(dq\n.Ed\n.Pp\n");
	man_text(b,
	    "An empty command takes keys away. Two commands for the same keys, keys that "
	    "are the beginning of others, a character where characters are text, and an "
	    "action that no key would run any more are faults.");
}

static void action(struct buf *b, const struct help_row *r)
{
	struct str keys = r->keys, key;

	buf_puts(b, ".It Ic \"");
	put(b, r->usage.p, r->usage.p + r->usage.n);
	buf_puts(b, "\"\n");
	man_text(b, r->says);
	if (keys.n == 0)
		return;
	buf_puts(b, ".br\n");
	while ((key = command_word(&keys)).n) {
		put(b, key.p, key.p + key.n);
		buf_puts(b, keys.n ? " or\n" : "\n");
	}
}

void man_keys(struct arena *a, struct buf *b)
{
	struct keymap m;
	struct help h;

	keymap_defaults(a, &m);
	keymap_reference(a, &m, &h);
	head(b, "LOOKBACK-KEYS", 5, "lookback-keys", "settings and keys of the workstation");
	settings(b);
	buf_puts(b, ".Sh COMMANDS AND KEYS\nWhat is typed after a colon, what it does, and its "
		    "keys.\n"
		    "A name in brackets stands for a context in a settings file.\n");
	for (size_t i = 0; i < h.n; i++) {
		if (h.v[i].section.n)
			buf_printf(b, "%s.Ss \\&%.*s (%s)\n.Bl -tag -width Ds\n",
			    i ? ".El\n" : "", STR_ARG(h.v[i].section),
			    context_row(h.v[i].where)->name);
		action(b, &h.v[i]);
	}
	buf_puts(b, ".El\n.Sh SEE ALSO\n.Xr lookback 1\n");
}
