/* SPDX-License-Identifier: MIT */
/* Every verb once. Help, usage, completion and dispatch all read these rows. */
#include <string.h>

#include "cli/cli.h"

const struct option cli_common[OPTS_COMMON] = {
    [OPT_DB] = {"db", OPTION_TEXT, "FILE", 0, 0,
	"the database; else LOOKBACK_DB, else review.db here"},
    [OPT_AS] = {"as", OPTION_TEXT, "USER", 0, 0,
	"act as USER: for the owner of the database alone"},
    [OPT_JSON] = {"json", OPTION_FLAG, NULL, 0, 0,
	"print the answer as JSON; listings one object a line"},
    [OPT_READ_ONLY] = {"read-only", OPTION_FLAG, NULL, 0, 0,
	"change nothing: what would is refused"},
    [OPT_HELP] = {"help", OPTION_FLAG, NULL, 0, 0, "what this verb does"},
};

static const struct option init_options[] = {
    [INIT_PACK] = {"pack", OPTION_TEXT, "DIR", 0, 0,
	"the review pack: a folder, or the name of one that is built in"},
};
static const struct option demo_options[] = {
    [DEMO_APPLICATIONS] = {"applications", OPTION_INT, "N", 20, 5000000,
	"how many applications: 3778"},
    [DEMO_SEED] = {"seed", OPTION_INT, "S", 0, INT64_MAX, "another seed, other people: 1"},
    [DEMO_STAGE] = {"stage", OPTION_TEXT, "STAGE", 0, 0,
	"fresh, midway, or with 300 applications or more: complete, quality"},
    [DEMO_OPEN] = {"open", OPTION_FLAG, NULL, 0, 0, "open the workstation on it"},
};
static const struct option user_options[] = {
    [USER_ROLE] = {"role", OPTION_TEXT, "ROLES", 0, 0, "roles, with commas between them"},
    [USER_FULL] = {"full", OPTION_TEXT, "NAME", 0, 0, "the name that people know"},
    [USER_STAFF] = {"staff", OPTION_TEXT, "CODE", 0, 0,
	"the staff code of this person's own original work"},
};
static const struct option import_options[] = {
    [IMPORT_SOURCE] = {"source", OPTION_TEXT, "NAME", 0, 0, "where the extract comes from"},
    [IMPORT_MAP] = {"map", OPTION_TEXT, "MAP", 0, 0, "the column map of the pack"},
    [IMPORT_DRY_RUN] = {"dry-run", OPTION_FLAG, NULL, 0, 0, "check everything, write nothing"},
};
static const struct option reason_options[] = {
    [REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why"},
};
static const struct option assign_options[] = {
    [ASSIGN_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why"},
    [ASSIGN_TO] = {"to", OPTION_TEXT, "USERS", 0, 0,
	"share them evenly by rank among these, with commas between them"},
    [ASSIGN_EXPR] = {"expr", OPTION_TEXT, "EXPR", 0, 0, "all that match, in place of REFs"},
    [ASSIGN_FROM] = {"from", OPTION_TEXT, "USER", 0, 0,
	"all that USER holds, in place of REFs"},
    [ASSIGN_QUEUE] = {"queue", OPTION_FLAG, NULL, 0, 0, "back to their queues, to nobody"},
    [ASSIGN_DRY_RUN] = {"dry-run", OPTION_FLAG, NULL, 0, 0,
	"show what would move from whom to whom, and what is refused; move nothing"},
};
static const struct option absent_options[] = {
    [ABSENT_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why"},
    [ABSENT_UNTIL] = {"until", OPTION_TEXT, "DAY", 0, 0,
	"the first day back: 2027-01-31, 31/1, +3d, +2w"},
    [ABSENT_TO] = {"to", OPTION_TEXT, "USERS", 0, 0,
	"what they hold is shared among these, with commas between them"},
    [ABSENT_QUEUE] = {"queue", OPTION_FLAG, NULL, 0, 0,
	"what they hold goes back to its queues"},
    [ABSENT_DRY_RUN] = {"dry-run", OPTION_FLAG, NULL, 0, 0,
	"show what it would change; change nothing"},
};
static const struct option open_options[] = {
    [OPEN_UNDER] = {"under", OPTION_TEXT, "REF", 0, 0, "the record that it belongs to"},
    [OPEN_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why"},
};
static const struct option conflict_options[] = {
    [CONFLICT_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "which interest, in words"},
    [CONFLICT_LIFT] = {"lift", OPTION_FLAG, NULL, 0, 0, "it exists no longer (supervisors)"},
};
static const struct option alert_options[] = {
    [ALERTS_ALL] = {"all", OPTION_FLAG, NULL, 0, 0,
	"those for other roles and acknowledged ones too"},
};
static const struct option graph_options[] = {
    [GRAPH_DOT] = {"dot", OPTION_FLAG, NULL, 0, 0, "as text for Graphviz"},
    [GRAPH_TYPE] = {"type", OPTION_TEXT, "TYPE", 0, 0, "only this record type"},
    [GRAPH_RECORD] = {"record", OPTION_TEXT, "REF", 0, 0,
	"with the way that this record went, marked"},
};
static const struct option apply_options[] = {
    [APPLY_MAP] = {"map", OPTION_TEXT, "TYPE.OLD=NEW,...", 0, 0,
	"where records go whose state the new pack lacks or changes"},
    [APPLY_SAME] = {"same", OPTION_FLAG, NULL, 0, 0,
	"records in states that both packs have go over as well"},
};
static const struct option decide_options[] = {
    [DECIDE_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why"},
    [DECIDE_ANSWERS] = {"answers", OPTION_TEXT, "FILE", 0, 0,
	"answers as JSON: {question: answer} or {question: {value, reason}}"},
};
static const struct option list_options[] = {
    [LIST_ORDER] = {"order", OPTION_TEXT, "ORDER", 0, 0,
	"rank (so without it), ref, due, opened or received"},
    [LIST_LIMIT] = {"limit", OPTION_INT, "N", 1, INT64_MAX, "so many rows at most"},
};
static const struct option view_options[] = {
    [VIEW_ROLE] = {"role", OPTION_TEXT, "ROLE", 0, 0,
	"for everybody with this role; needs the right to assign"},
    [VIEW_ORDER] = {"order", OPTION_TEXT, "ORDER", 0, 0,
	"rank (so without it), ref, due, opened or received"},
};
static const struct option log_options[] = {
    [LOG_RECORD] = {"record", OPTION_TEXT, "REF", 0, 0, "only events of this record"},
    [LOG_ACTOR] = {"actor", OPTION_TEXT, "USER", 0, 0, "only events by this account"},
    [LOG_TYPE] = {"type", OPTION_TEXT, "TYPE", 0, 0,
	"only of this type, or of a family: \"record.\""},
    [LOG_AFTER] = {"after", OPTION_INT, "SEQ", 0, INT64_MAX, "only with a higher number"},
    [LOG_LIMIT] = {"limit", OPTION_INT, "N", 1, INT64_MAX, "so many events at most"},
};
static const struct option past_options[] = {
    [PAST_KIND] = {"kind", OPTION_TEXT, "KINDS", 0, 0,
	"only these, with commas: data, decisions, notes, views, contacts, quality"},
    [PAST_OLDEST] = {"oldest", OPTION_FLAG, NULL, 0, 0, "oldest first"},
    [PAST_FROM] = {"from", OPTION_INT, "SEQ", 0, INT64_MAX, "go on behind this event"},
    [PAST_LIMIT] = {"limit", OPTION_INT, "N", 1, INT64_MAX, "so many events at most"},
};
static const struct option verify_options[] = {
    [VERIFY_ANCHOR] = {"anchor", OPTION_TEXT, "FILE", 0, 0,
	"a head kept elsewhere: what 'head' printed, or a checkpoint"},
};
static const struct option help_options[] = {
    [HELP_CARD] = {"card", OPTION_FLAG, NULL, 0, 0, "with keys: a card to print"},
    [HELP_MAN] = {"man", OPTION_FLAG, NULL, 0, 0, "the manual page, in mdoc"},
    [HELP_COMPLETION] = {"completion", OPTION_TEXT, "SHELL", 0, 0,
	"a completion script, for bash"},
};
static const struct option samples_options[] = {
    [SAMPLES_OPEN] = {"open", OPTION_FLAG, NULL, 0, 0, "only those that have not ended"},
};
static const struct option items_options[] = {
    [SHOW_STATUS] = {"status", OPTION_TEXT, "STATUS", 0, 0,
	"only waits, held, to_decide, upheld, overturned or found"},
};
static const struct option agreement_options[] = {
    [AGREE_BY_PAIR] = {"by-pair", OPTION_FLAG, NULL, 0, 0, "each pair of reviewers"},
    [AGREE_QUESTION] = {"question", OPTION_TEXT, "QUESTION", 0, 0, "only this one"},
    [AGREE_PLAN] = {"plan", OPTION_TEXT, "PASS", 0, 0, "only of this pass"},
    [AGREE_CONFIDENCE] = {"confidence", OPTION_TEXT, "P", 0, 0, "of the intervals: 95"},
};
static const struct option figure_options[] = {
    [FIGURES_CONFIDENCE] = {"confidence", OPTION_TEXT, "P", 0, 0, "of the intervals: 95"},
};
static const struct option funnel_options[] = {
    [FUNNEL_BY] = {"by", OPTION_TEXT, "FIELD", 0, 0, "its values are the units"},
    [FUNNEL_OF] = {"of", OPTION_TEXT, "EXPR", 0, 0, "which records count"},
    [FUNNEL_BAD] = {"bad", OPTION_TEXT, "EXPR", 0, 0, "which of these are bad"},
};
static const struct option query_options[] = {
    [QUERY_TO] = {"to", OPTION_TEXT, "USER", 0, 0, "else the author of the answers"},
    [QUERY_STEP] = {"step", OPTION_TEXT, "STEP", 0, 0, "take this step, which returns it"},
    [QUERY_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "of that step"},
};
static const struct option queries_options[] = {
    [QUERIES_ALL] = {"all", OPTION_FLAG, NULL, 0, 0, "closed ones too"},
    [QUERIES_MINE] = {"mine", OPTION_FLAG, NULL, 0, 0, "those that you must answer"},
};
#define OWN(rows) rows, sizeof(rows) / sizeof((rows)[0])

const struct verb cli_verbs[] = {
    {"init", "", "make a database", "Makes a new, empty database for a review pack.",
	OWN(init_options), 0, 0, verb_init},
    {"demo", "[DIR]", "make a training review",
	"Makes a folder with a training review: made-up applications, accounts for a team.",
	OWN(demo_options), 0, 1, verb_demo},
    {"tutorial", "[DIR]", "learn it in half an hour",
	"Opens the workstation on a training database, with a lesson beside the work; the same "
	"again goes on where one was.",
	NULL, 0, 0, 1, verb_tutorial},
    {"serve", "", "run the service",
	"Serves the database until it is told to stop; the socket is for the group too.", NULL,
	0, 0, 0, verb_serve},
    {"pack check", "DIR", "check a review pack",
	"Checks a review pack; every fault is a line with its place.", NULL, 0, 1, 1,
	verb_pack_check},
    {"pack show", "[DIR]", "print a review pack",
	"Prints a pack as readable text; without DIR, the one in force.", NULL, 0, 0, 1,
	verb_pack_show},
    {"pack graph", "[DIR]", "draw a review pack",
	"Draws a pack, or the one in force: states and the ways between them.",
	OWN(graph_options), 0, 1, verb_pack_graph},
    {"pack diff", "DIR", "what a pack would change",
	"Holds another pack against the live review: what differs, how many it strands.", NULL,
	0, 1, 1, verb_pack_diff},
    {"pack apply", "DIR", "put a pack in force",
	"Puts another pack in force; refuses while it would strand a record.",
	OWN(apply_options), 1, 1, verb_pack_apply},
    {"user add", "NAME [ROLE...]", "add an account",
	"Adds an account with its roles; NAME is the account's name on this system.",
	OWN(user_options), 1, MANY_WORDS, verb_user_add},
    {"user list", "", "list accounts", "Lists all accounts, also closed ones.", NULL, 0, 0, 0,
	verb_user_list},
    {"user role", "NAME [ROLE...]", "change roles",
	"Gives an account these roles and no others.", user_options, 1, 1, MANY_WORDS,
	verb_user_role},
    {"user train", "NAME COMPETENCE DAY", "record training",
	"Records the last day on which an account holds a competence of the pack.", NULL, 0, 3,
	3, verb_user_train},
    {"user absent", "NAME", "note an absence",
	"Until a day an account is served and given nothing; needs --until (supervisors).",
	OWN(absent_options), 1, 1, verb_user_absent},
    {"user back", "[NAME]", "end an absence",
	"Ends an absence before its day; without NAME, one's own.", OWN(reason_options), 0, 1,
	verb_user_back},
    {"user disable", "NAME", "close an account",
	"Closes an account; nothing that it did is removed.", OWN(reason_options), 1, 1,
	verb_user_disable},
    {"import", "FILE", "import an extract",
	"Imports one CSV extract, all of it or nothing; every faulty row is named.",
	OWN(import_options), 1, 1, verb_import},
    {"batch list", "", "list imports", "Lists all imports.", NULL, 0, 0, 0, verb_batch_list},
    {"batch show", "BATCH", "one import", "Shows one import and its figures.", NULL, 0, 1, 1,
	verb_batch_show},
    {"next", "[EXPR]", "be served the next case",
	"Serves and claims the highest-ranked case that this account may take.", NULL, 0, 0,
	MANY_WORDS, verb_next},
    {"claim", "REF", "take this case", "Takes this very case.", OWN(reason_options), 1, 1,
	verb_claim},
    {"release", "REF", "give a case back", "Gives a held case back to its queue.",
	OWN(reason_options), 1, 1, verb_release},
    {"defer", "REF DAY", "put a case aside",
	"Puts a held case aside until a day: 2027-01-31, 31/1, +3d, +2w. Needs --reason.",
	OWN(reason_options), 2, 2, verb_defer},
    {"assign", "REF... USER", "give cases to someone",
	"Gives cases to people, or back to their queues (supervisors).", OWN(assign_options), 0,
	MANY_WORDS, verb_assign},
    {"board", "[USER]", "who has what, what is late",
	"Prints the supervisor's board: people and their load, states, what is blocked.", NULL,
	0, 0, 1, verb_board},
    {"form", "REF FORM", "print a form",
	"Prints a form of a case: what is asked, answered, and still missing (*).", NULL, 0, 2,
	2, verb_form},
    {"answer", "REF FORM QUESTION [VALUE]", "answer one question",
	"Saves one answer on a held case; without VALUE it is cleared.", OWN(reason_options), 3,
	4, verb_answer},
    {"decide", "REF STEP [QUESTION=ANSWER...]", "take a step",
	"Takes a step with a held case; answers given along are saved first.",
	OWN(decide_options), 2, MANY_WORDS, verb_decide},
    {"note", "REF TEXT", "add a note", "Adds a note to a case.", NULL, 0, 2, MANY_WORDS,
	verb_note},
    {"open", "TYPE [FIELD=VALUE...]", "open a record",
	"Opens a record of a type of the pack, under another one or on its own.",
	OWN(open_options), 1, MANY_WORDS, verb_open},
    {"safeguard", "REF TEXT", "safeguarding now",
	"Opens an urgent action and tells the supervisors; TEXT says what the danger is.", NULL,
	0, 2, MANY_WORDS, verb_safeguard},
    {"conflict", "REF [USER]", "a conflict of interest",
	"Declares one's own conflict of interest, or imposes one on USER (supervisors).",
	OWN(conflict_options), 1, 2, verb_conflict},
    {"alert list", "[REF]", "what waits to be taken",
	"Lists alerts that somebody of one's roles must acknowledge.", OWN(alert_options), 0, 1,
	verb_alert_list},
    {"alert take", "ALERT TEXT", "acknowledge an alert",
	"Acknowledges an alert; TEXT says what is done.", NULL, 0, 2, MANY_WORDS,
	verb_alert_take},
    {"link add", "REF OTHER KIND", "link two records",
	"Says that two records belong together; some kinds count when a second one agrees.",
	OWN(reason_options), 3, 3, verb_link_add},
    {"link judge", "LINK VERDICT", "second word on a link",
	"Says same, different or cannot_tell of a link that somebody else proposed.",
	OWN(reason_options), 2, 2, verb_link_judge},
    {"link remove", "LINK", "take a link away", "Takes a link away again.", OWN(reason_options),
	1, 1, verb_link_remove},
    {"link list", "[REF]", "list links",
	"Lists the links of a record; without REF those that wait for a judgement.", NULL, 0, 0,
	1, verb_link_list},
    {"override ask", "REF STEP", "ask for an override",
	"Asks to pass over the rules that close a step; a second person decides.",
	OWN(reason_options), 2, 2, verb_override_ask},
    {"override judge", "OVERRIDE WORD", "decide on an override",
	"Says agree or refuse to an override that somebody else asked for.",
	OWN(reason_options), 2, 2, verb_override_judge},
    {"override list", "", "list overrides", "Lists all overrides, asked and decided.", NULL, 0,
	0, 0, verb_override_list},
    {"list", "[EXPR]", "list cases", "Lists cases that match, all pages of them.",
	OWN(list_options), 0, MANY_WORDS, verb_list},
    {"show", "REF", "print a case", "Prints one case whole; the view is logged.",
	OWN(reason_options), 1, 1, verb_show},
    {"search", "WORDS", "find cases",
	"Lists cases whose reference or texts hold these words, or a name like them; word* "
	"goes "
	"on, \"a phrase\" stays together, and name:value makes it an expression.",
	&list_options[LIST_LIMIT], 1, 1, MANY_WORDS, verb_search},
    {"view list", "", "list saved views",
	"Lists the views you have: your own, those of your roles, those of the review.", NULL,
	0, 0, 0, verb_view_list},
    {"view save", "NAME [EXPR]", "save a view",
	"Keeps an expression under a name, for yourself or for everybody with a role.",
	OWN(view_options), 1, MANY_WORDS, verb_view_save},
    {"view rename", "NAME NEW", "rename a view",
	"Gives a saved view another name; what it shows stays.", &view_options[VIEW_ROLE], 1, 2,
	2, verb_view_rename},
    {"view drop", "NAME", "drop a view", "Takes a saved view away again.",
	&view_options[VIEW_ROLE], 1, 1, 1, verb_view_drop},
    {"count", "[EXPR]", "count cases", "Prints how many cases match.", NULL, 0, 0, MANY_WORDS,
	verb_count},
    {"explain", "[EXPR]", "an expression in English",
	"Says in English what an expression means.", NULL, 0, 0, MANY_WORDS, verb_explain},
    {"rank", "REF", "why a case stands there", "Prints a case's rank as a sum.", NULL, 0, 1, 1,
	verb_rank},
    {"past", "REF", "a case's time line",
	"Prints what happened to a case and to all under it, newest first; it is logged.",
	OWN(past_options), 1, 1, verb_past},
    {"sample preview", "[PLAN]", "what a pass would draw",
	"Says what a quality pass would draw and could show; PLAN is one of the pack's.",
	OWN(sample_options), 0, 1, verb_sample_preview},
    {"sample fix", "[PLAN]", "fix a quality pass",
	"Writes a pass and its seed into the log, before anything is drawn.",
	OWN(sample_options), 0, 1, verb_sample_fix},
    {"sample draw", "PASS", "draw what was fixed",
	"Freezes the frame and draws; what is drawn is read again.", NULL, 0, 1, 1,
	verb_sample_draw},
    {"sample list", "", "quality passes", "Prints passes and what the pack proposes.",
	OWN(samples_options), 0, 0, verb_sample_list},
    {"sample show", "PASS", "one quality pass",
	"Prints a pass with its parts, every case drawn, and what it says.", OWN(items_options),
	1, 1, verb_sample_show},
    {"sample frame", "PASS", "the frozen frame",
	"Prints the references that could be drawn, one a line, to draw them again.", NULL, 0,
	1, 1, verb_sample_frame},
    {"sample close", "PASS", "end a quality pass",
	"Counts, says what the pass shows, and has the rest read when it failed.",
	OWN(reason_options), 1, 1, verb_sample_close},
    {"agreement", "[EXPR]...", "how far readers agree",
	"Prints, by question, how far readers who did not know of each other agree.",
	OWN(agreement_options), 0, MANY_WORDS, verb_agreement},
    {"reviewers", "[USER]", "quality by reviewer",
	"Prints quality by reviewer, and how often each question was overturned.",
	OWN(figure_options), 0, 1, verb_reviewers},
    {"funnel", "", "units against chance",
	"Prints the share of bad records of each unit between the limits of chance.",
	OWN(funnel_options), 0, 0, verb_funnel},
    {"audit", "[MONTH]", "a month of the audit",
	"Prints the measures of a month (2026-11) beside those of the months before.",
	OWN(figure_options), 0, 1, verb_audit},
    {"query raise", "REF QUESTION=TEXT...", "ask about answers",
	"Asks the author about answers, and returns the work with --step.", OWN(query_options),
	2, MANY_WORDS, verb_query_raise},
    {"query answer", "N TEXT...", "answer a query", "Answers what was asked about your work.",
	NULL, 0, 2, MANY_WORDS, verb_query_answer},
    {"query close", "N [TEXT]...", "close a query", "Says what came of a query; it is closed.",
	NULL, 0, 1, MANY_WORDS, verb_query_close},
    {"query list", "[REF]", "queries on work", "Prints queries, oldest first.",
	OWN(queries_options), 0, 1, verb_query_list},
    {"calibration", "", "known-answer cases",
	"Prints who has read the known-answer cases, and how well.", NULL, 0, 0, 0,
	verb_calibration},
    {"resume", "USER", "let a paused queue go on", "Lets a reviewer go on whose queue pauses.",
	OWN(reason_options), 1, 1, verb_resume},
    {"final", "[REF]", "mine against what counts",
	"Prints your own answers beside those that count in the end.", NULL, 0, 0, 1,
	verb_final},
    {"log", "", "print the log", "Prints events in their order.", OWN(log_options), 0, 0,
	verb_log},
    {"head", "", "head of the log", "Prints number, hash and check words of the last event.",
	NULL, 0, 0, 0, verb_head},
    {"verify", "", "prove the database",
	"Checks the chain of events, replays it and compares every row that came of it.",
	OWN(verify_options), 0, 0, verb_verify},
    {"backup", "FILE", "write a verified copy",
	"Writes a copy that was opened and checked; an existing FILE is left alone.", NULL, 0,
	1, 1, verb_backup},
    {"completion", "", "for bash", "Prints a completion script for bash.", NULL, 0, 0, 0,
	verb_completion},
    {"help", "[VERB|keys]", "this page, or a verb's",
	"Prints help: this page, that of a verb, or one's own keys.", OWN(help_options), 0, 2,
	verb_help_page},
};
const size_t cli_nverbs = sizeof(cli_verbs) / sizeof(cli_verbs[0]);

/* The part of a name that a first word names: "user" of "user add". */
static struct str first_word(const char *name)
{
	struct str rest = str_of(name), word = {0};

	(void)str_cut(&rest, ' ', &word);
	return word;
}

static bool is_group(struct str word)
{
	for (size_t i = 0; i < cli_nverbs; i++)
		if (strchr(cli_verbs[i].name, ' ') &&
		    str_eq(first_word(cli_verbs[i].name), word))
			return true;
	return false;
}

/* "user" alone: say which there are. */
static bool half_a_verb(struct arena *a, struct str word, struct str second, struct err *e)
{
	struct buf list = buf_in(a);
	struct strs near = {0};
	struct str may;

	for (size_t i = 0; i < cli_nverbs; i++) {
		struct str rest = str_of(cli_verbs[i].name), first;
		if (!str_cut(&rest, ' ', &first) || !rest.n || !str_eq(first, word))
			continue;
		buf_printf(&list, "%s%.*s", list.n ? ", " : "", STR_ARG(rest));
		*arena_push(a, &near) = rest;
	}
	may = str_nearest(second, near.v, near.n);
	if (may.n)
		return err_set(e, ERR_USAGE,
		    "there is no \"%.*s %.*s\"; did you mean %.*s %.*s?", STR_ARG(word),
		    STR_ARG(second), STR_ARG(word), STR_ARG(may));
	return err_set(e, ERR_USAGE, "%.*s is followed by one of: %.*s", STR_ARG(word),
	    (int)list.n, list.p);
}

static bool no_such_verb(struct arena *a, struct str word, struct err *e)
{
	struct strs names = {0};
	struct str may;

	for (size_t i = 0; i < cli_nverbs; i++)
		*arena_push(a, &names) = first_word(cli_verbs[i].name);
	may = str_nearest(word, names.v, names.n);
	if (may.n)
		return err_set(e, ERR_USAGE, "there is no verb %.*s; did you mean %.*s?",
		    STR_ARG(word), STR_ARG(may));
	return err_set(
	    e, ERR_USAGE, "there is no verb %.*s; 'lookback help' lists them", STR_ARG(word));
}

bool verb_find(struct arena *a, int argc, char *const *argv, const struct verb **out, int *used,
    struct err *e)
{
	struct str one = str_of(argv[0]), two = argc > 1 ? str_of(argv[1]) : STR("");
	bool group = is_group(one);
	struct str want =
	    group ? arena_printf(a, "%.*s %.*s", STR_ARG(one), STR_ARG(two)) : one;

	for (size_t i = 0; i < cli_nverbs; i++)
		if (str_is(want, cli_verbs[i].name)) {
			*out = &cli_verbs[i];
			*used = group ? 2 : 1;
			return true;
		}
	return group ? half_a_verb(a, one, two, e) : no_such_verb(a, one, e);
}
