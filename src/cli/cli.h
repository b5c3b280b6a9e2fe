/* SPDX-License-Identifier: MIT */
/*
 * The command line inside: one table of verbs, and what every verb needs. A verb fills a
 * request, asks, and prints; all rules are the service's. stdout is data, stderr is talk.
 * Text of records is masked before it is printed; JSON is printed as it came.
 */
#ifndef LOOKBACK_CLI_CLI_PRIVATE_H
#define LOOKBACK_CLI_CLI_PRIVATE_H

#include "lookback/base/options.h"
#include "lookback/cli/host.h"
#include "lookback/tui/tui.h"

/* Options that stand before a verb or behind it. */
enum { OPT_DB, OPT_AS, OPT_JSON, OPT_READ_ONLY, OPT_HELP, OPTS_COMMON };
extern const struct option cli_common[OPTS_COMMON];

struct cli {
	struct arena *arena; /* lives as long as the command */
	const struct host *host;
	const char *db, *as;
	bool json, read_only;
	struct tui_options screen;        /* of a workstation; what stood before the verb */
	int code;                         /* of a workstation that was run; 0 mostly */
	struct client *client;            /* opened by the first question */
	const struct option_value *given; /* the verb's own options, in its order */
	struct strs words;
};

struct verb {
	const char *name; /* one word or two */
	const char *args; /* as the usage shows them */
	const char *brief;
	const char *sentence;
	const struct option *options;
	size_t n;
	size_t least, most; /* words; MANY_WORDS: any number */
	bool (*run)(struct cli *c, struct err *e);
};
enum { MANY_WORDS = 1000 };
extern const struct verb cli_verbs[];
extern const size_t cli_nverbs;
/* The verb that argv begins with; *used says how many words it took. */
MUST_USE bool verb_find(struct arena *a, int argc, char *const *argv, const struct verb **out,
    int *used, struct err *e);
void verb_help(struct buf *b, const struct verb *v);
void cli_help(struct buf *b);
void cli_completion(struct buf *b);

/* Data goes out here; a closed pipe or a full disk is an error like any other. */
MUST_USE bool cli_put(struct cli *c, struct str text, struct err *e);
/* The same for text that is not ours or has not been masked yet. */
MUST_USE bool cli_put_safe(struct cli *c, struct str text, struct err *e);
/* JSON on a line of its own; what a terminal would act on is escaped when it is one. */
MUST_USE bool cli_put_json(struct cli *c, struct str raw, struct err *e);
/* A sentence for the person, on stderr. */
void cli_say(struct cli *c, const char *fmt, ...) PRINTF(2, 3);
const char *cli_safe(struct cli *c, struct str s); /* masked, one line */
struct str cli_words(struct cli *c, size_t from);  /* words from there on, a space between */
/* Words from there on, each name=value; the last one given counts. shape is for the error. */
MUST_USE bool cli_pairs(
    struct cli *c, size_t from, const char *shape, struct json *into, struct err *e);
/* Word i as the number of `what` ("an alert"). */
MUST_USE bool cli_number(
    struct cli *c, size_t i, const char *what, int64_t *out, struct err *e);
/* A pack: a folder, or the name of one that is built in. */
MUST_USE bool cli_source(struct cli *c, const char *dir, struct source *out, struct err *e);

/* One question. With --json the reply is printed as it came, and true is all there is to
 * do. fd is for import and backup, else -1. */
MUST_USE bool cli_connect(struct cli *c, struct err *e);
/* One question whose answer is not the output. */
MUST_USE bool cli_call(struct cli *c, enum msg msg, const void *q, void *r, struct err *e);
MUST_USE bool cli_call_fd(
    struct cli *c, enum msg msg, const void *q, void *r, int fd, struct err *e);
MUST_USE bool cli_ask(struct cli *c, enum msg msg, const void *q, void *r, struct err *e);
MUST_USE bool cli_ask_fd(
    struct cli *c, enum msg msg, const void *q, void *r, int fd, struct err *e);
/* The same for listings: with --json each member of `list` is a line. */
MUST_USE bool cli_ask_list(
    struct cli *c, enum msg msg, const void *q, void *r, const char *list, struct err *e);
/* Asks, and says on stderr what was done. */
MUST_USE bool cli_do(struct cli *c, enum msg msg, const void *q, struct err *e);
/* Options for another client of the same database (the workstation, the demo). */
struct client_options cli_client(const struct cli *c, const char *front);

/* One row a verb runs: */
bool verb_init(struct cli *c, struct err *e);
bool verb_demo(struct cli *c, struct err *e);
bool verb_tutorial(struct cli *c, struct err *e);
bool verb_serve(struct cli *c, struct err *e);
bool verb_pack_check(struct cli *c, struct err *e);
bool verb_pack_show(struct cli *c, struct err *e);
bool verb_pack_graph(struct cli *c, struct err *e);
bool verb_pack_diff(struct cli *c, struct err *e);
bool verb_pack_apply(struct cli *c, struct err *e);
bool verb_user_add(struct cli *c, struct err *e);
bool verb_user_train(struct cli *c, struct err *e);
bool verb_user_list(struct cli *c, struct err *e);
bool verb_user_role(struct cli *c, struct err *e);
bool verb_user_disable(struct cli *c, struct err *e);
bool verb_import(struct cli *c, struct err *e);
bool verb_batch_list(struct cli *c, struct err *e);
bool verb_batch_show(struct cli *c, struct err *e);
bool verb_backup(struct cli *c, struct err *e);
bool verb_next(struct cli *c, struct err *e);
bool verb_claim(struct cli *c, struct err *e);
bool verb_release(struct cli *c, struct err *e);
bool verb_defer(struct cli *c, struct err *e);
bool verb_assign(struct cli *c, struct err *e);
bool verb_board(struct cli *c, struct err *e);
bool verb_user_absent(struct cli *c, struct err *e);
bool verb_user_back(struct cli *c, struct err *e);
bool verb_decide(struct cli *c, struct err *e);
bool verb_answer(struct cli *c, struct err *e);
bool verb_form(struct cli *c, struct err *e);
bool verb_note(struct cli *c, struct err *e);
bool verb_open(struct cli *c, struct err *e);
bool verb_safeguard(struct cli *c, struct err *e);
bool verb_conflict(struct cli *c, struct err *e);
bool verb_alert_list(struct cli *c, struct err *e);
bool verb_alert_take(struct cli *c, struct err *e);
bool verb_link_add(struct cli *c, struct err *e);
bool verb_link_judge(struct cli *c, struct err *e);
bool verb_link_remove(struct cli *c, struct err *e);
bool verb_link_list(struct cli *c, struct err *e);
bool verb_override_ask(struct cli *c, struct err *e);
bool verb_override_judge(struct cli *c, struct err *e);
bool verb_override_list(struct cli *c, struct err *e);
bool verb_list(struct cli *c, struct err *e);
bool verb_show(struct cli *c, struct err *e);
bool verb_search(struct cli *c, struct err *e);
bool verb_view_list(struct cli *c, struct err *e);
bool verb_view_save(struct cli *c, struct err *e);
bool verb_view_rename(struct cli *c, struct err *e);
bool verb_view_drop(struct cli *c, struct err *e);
bool verb_count(struct cli *c, struct err *e);
bool verb_explain(struct cli *c, struct err *e);
bool verb_rank(struct cli *c, struct err *e);
bool verb_past(struct cli *c, struct err *e);
bool verb_sample_preview(struct cli *c, struct err *e);
bool verb_sample_fix(struct cli *c, struct err *e);
bool verb_sample_draw(struct cli *c, struct err *e);
bool verb_sample_list(struct cli *c, struct err *e);
bool verb_sample_show(struct cli *c, struct err *e);
bool verb_sample_frame(struct cli *c, struct err *e);
bool verb_sample_close(struct cli *c, struct err *e);
bool verb_agreement(struct cli *c, struct err *e);
bool verb_reviewers(struct cli *c, struct err *e);
bool verb_funnel(struct cli *c, struct err *e);
bool verb_audit(struct cli *c, struct err *e);
bool verb_query_raise(struct cli *c, struct err *e);
bool verb_query_answer(struct cli *c, struct err *e);
bool verb_query_close(struct cli *c, struct err *e);
bool verb_query_list(struct cli *c, struct err *e);
bool verb_calibration(struct cli *c, struct err *e);
bool verb_resume(struct cli *c, struct err *e);
bool verb_final(struct cli *c, struct err *e);
bool verb_log(struct cli *c, struct err *e);
bool verb_head(struct cli *c, struct err *e);
bool verb_verify(struct cli *c, struct err *e);
bool verb_completion(struct cli *c, struct err *e);
bool verb_help_page(struct cli *c, struct err *e);

/* Own options of verbs, in the order of their rows in verbs.c. */
enum { INIT_PACK };
enum { DEMO_APPLICATIONS, DEMO_SEED, DEMO_STAGE, DEMO_OPEN };
enum { USER_ROLE, USER_FULL, USER_STAFF };
enum { IMPORT_SOURCE, IMPORT_MAP, IMPORT_DRY_RUN };
enum { REASON };
enum { ASSIGN_REASON, ASSIGN_TO, ASSIGN_EXPR, ASSIGN_FROM, ASSIGN_QUEUE, ASSIGN_DRY_RUN };
enum { ABSENT_REASON, ABSENT_UNTIL, ABSENT_TO, ABSENT_QUEUE, ABSENT_DRY_RUN };
enum { OPEN_UNDER, OPEN_REASON };
enum { CONFLICT_REASON, CONFLICT_LIFT };
enum { ALERTS_ALL };
enum { GRAPH_DOT, GRAPH_TYPE, GRAPH_RECORD };
enum { APPLY_MAP, APPLY_SAME };
enum { DECIDE_REASON, DECIDE_ANSWERS };
enum { LIST_ORDER, LIST_LIMIT };
enum { VIEW_ROLE, VIEW_ORDER };
enum { LOG_RECORD, LOG_ACTOR, LOG_TYPE, LOG_AFTER, LOG_LIMIT };
enum { PAST_KIND, PAST_OLDEST, PAST_FROM, PAST_LIMIT };
enum {
	SAMPLE_LABEL,
	SAMPLE_KIND,
	SAMPLE_EXPR,
	SAMPLE_ALWAYS,
	SAMPLE_FOUND,
	SAMPLE_STRATA,
	SAMPLE_SIZE,
	SAMPLE_PERCENT,
	SAMPLE_LEAST,
	SAMPLE_FIRST,
	SAMPLE_DAYS,
	SAMPLE_SHARE,
	SAMPLE_CONFIDENCE,
	SAMPLE_ALLOW,
	SAMPLE_AQL,
	SAMPLE_WHOLE,
	SAMPLE_SEED,
	SAMPLE_REASON,
	SAMPLE_OPTS
};
extern const struct option sample_options[SAMPLE_OPTS];
enum { SAMPLES_OPEN };
enum { SHOW_STATUS };
enum { AGREE_BY_PAIR, AGREE_QUESTION, AGREE_PLAN, AGREE_CONFIDENCE };
enum { FIGURES_CONFIDENCE };
enum { FUNNEL_BY, FUNNEL_OF, FUNNEL_BAD };
enum { QUERY_TO, QUERY_STEP, QUERY_REASON };
enum { QUERIES_ALL, QUERIES_MINE };
enum { VERIFY_ANCHOR };
enum { HELP_CARD, HELP_MAN, HELP_COMPLETION };

#endif
