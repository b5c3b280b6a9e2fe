/* SPDX-License-Identifier: MIT */
/* Quality passes: what would be drawn, what was, and what was found. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/table.h"
#include "lookback/base/io.h"

enum { ITEMS = 100, WIDTH = 78, FRAME_BYTES = 1 << 30 };

const struct option sample_options[SAMPLE_OPTS] = {
    [SAMPLE_LABEL] = {"label", OPTION_TEXT, "TEXT", 0, 0, "what people call it"},
    [SAMPLE_KIND] = {"kind", OPTION_TEXT, "KIND", 0, 0,
	"second (so without it), elusion, known or lot"},
    [SAMPLE_EXPR] = {"expr", OPTION_TEXT, "EXPR", 0, 0, "which records may be drawn"},
    [SAMPLE_ALWAYS] = {"always", OPTION_TEXT, "EXPR", 0, 0,
	"of these, what is read in any case"},
    [SAMPLE_FOUND] = {"found", OPTION_TEXT, "EXPR", 0, 0,
	"what counts as found; else what was overturned"},
    [SAMPLE_STRATA] = {"strata", OPTION_TEXT, "FIELDS", 0, 0,
	"divide by these, with commas between them"},
    [SAMPLE_SIZE] = {"size", OPTION_INT, "N", 1, INT64_MAX, "draw so many"},
    [SAMPLE_PERCENT] = {"percent", OPTION_TEXT, "P", 0, 0, "draw such a share of each part"},
    [SAMPLE_LEAST] = {"least", OPTION_INT, "N", 1, INT64_MAX, "but no fewer of each part"},
    [SAMPLE_FIRST] = {"first", OPTION_INT, "N", 1, INT64_MAX,
	"and the first so many of every author"},
    [SAMPLE_DAYS] = {"days", OPTION_INT, "N", 1, INT64_MAX,
	"only what came into its state in the last so many days"},
    [SAMPLE_SHARE] = {"share", OPTION_TEXT, "P", 0, 0,
	"draw what it takes to show that at most P per cent are bad ..."},
    [SAMPLE_CONFIDENCE] = {"confidence", OPTION_TEXT, "P", 0, 0, "... with this: 95 ..."},
    [SAMPLE_ALLOW] = {"allow", OPTION_INT, "N", 0, INT64_MAX, "... when N are found: 0"},
    [SAMPLE_AQL] = {"aql", OPTION_TEXT, "P", 0, 0, "lots: the acceptance quality limit"},
    [SAMPLE_WHOLE] = {"whole", OPTION_FLAG, NULL, 0, 0,
	"when it fails all the rest is read, too"},
    [SAMPLE_SEED] = {"seed", OPTION_TEXT, "TEXT", 0, 0,
	"of the draw; else the service makes one"},
    [SAMPLE_REASON] = {"reason", OPTION_TEXT, "TEXT", 0, 0, "why this pass"},
};

static struct str text(const struct cli *c, int i)
{
	return c->given[i].given ? c->given[i].text : STR("");
}

/* ---- a pass for people --------------------------------------------------- */

static void put_line(struct cli *c, struct buf *b, const char *what, struct str s)
{
	if (s.n > WIDTH - 12) {
		buf_printf(b, "%s\n", what);
		wrap(b, s, 12, WIDTH);
	} else if (s.n) {
		buf_printf(b, "%-11s %s\n", what, cli_safe(c, s));
	}
}

static void put_head(struct cli *c, const struct rep_plan *r, struct buf *b)
{
	buf_printf(b, "%s%s%s", r->plan.n ? cli_safe(c, r->plan) : "preview",
	    r->label.n ? " " : "", cli_safe(c, r->label));
	buf_printf(b, " (%s): %s\n", cli_safe(c, r->kind), cli_safe(c, r->status));
	put_line(c, b, "frame", r->explain.n ? r->explain : r->expr);
	put_line(c, b, "found if", r->found_if);
	put_line(c, b, "seed", r->seed);
	put_line(c, b, "frame hash", r->frame);
	put_line(c, b, "log before", r->head);
	put_line(c, b, "fixed by", r->by);
	put_line(c, b, "fixed at", r->at);
	buf_printf(b, "%-11s %" PRId64 " of %" PRId64, r->drawn ? "drawn" : "to draw",
	    r->sample, r->total);
	if (r->drawn)
		buf_printf(b, "; read %" PRId64 ", found %" PRId64, r->read, r->found);
	if (r->share.n)
		buf_printf(b, "; passes with at most %" PRId64 " found", r->allow);
	buf_char(b, '\n');
	put_line(c, b, "followed by", r->follow);
	if (r->text.n)
		wrap(b, r->text, 0, WIDTH);
}

static void put_strata(struct cli *c, const struct rep_plan *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (r->strata.n == 0 || (r->strata.n == 1 && r->strata.v[0].name.n == 0))
		return;
	table_head(&t, "Part", false);
	table_head(&t, "Records", true);
	table_head(&t, "Drawn", true);
	table_head(&t, "Read", true);
	table_head(&t, "Found", true);
	table_head(&t, "", false);
	for (size_t i = 0; i < r->strata.n; i++) {
		const struct part_stratum *s = &r->strata.v[i];
		table_cell(&t, s->name);
		table_number(&t, s->total);
		table_number(&t, s->sample);
		table_number(&t, s->read);
		table_number(&t, s->found);
		table_cell(&t, s->text.n ? s->text : s->all ? STR("all of it") : STR(""));
	}
	buf_char(b, '\n');
	table_flush(&t, b);
}

static void item_heads(struct table *t)
{
	table_head(t, "Place", true);
	table_head(t, "Case", false);
	table_head(t, "Status", false);
	table_head(t, "First", false);
	table_head(t, "Second", false);
	table_head(t, "Third", false);
	table_head(t, "Part", false);
	table_head(t, "They differ on", false);
}

static struct str joined(struct arena *a, const struct strs *list)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < list->n; i++)
		buf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(list->v[i]));
	return buf_str(&b);
}

static void put_items(struct cli *c, struct table *t, const struct rep_plan *r, struct buf *b)
{
	if (r->items.n && !t->headed)
		buf_char(b, '\n');
	for (size_t i = 0; i < r->items.n; i++) {
		const struct part_item *w = &r->items.v[i];
		table_number(t, w->place);
		table_cell(t, w->ref);
		table_cell(t, w->status);
		table_cell(t, w->first);
		table_cell(t, w->second);
		table_cell(t, w->third);
		table_cell(t, w->stratum);
		table_cell(t, joined(c->arena, &w->differ));
	}
	if (r->items.n)
		table_flush(t, b);
}

static bool ask_plan(struct cli *c, enum msg msg, const void *q, struct err *e)
{
	struct buf b = buf_in(c->arena);
	struct rep_plan r;

	if (!cli_ask(c, msg, q, &r, e))
		return false;
	if (c->json)
		return true;
	put_head(c, &r, &b);
	put_strata(c, &r, &b);
	return cli_put(c, buf_str(&b), e);
}

/* ---- verbs --------------------------------------------------------------- */

static struct req_plan_fix asked(struct cli *c)
{
	struct str list = text(c, SAMPLE_STRATA), part;
	struct req_plan_fix q = {.rule = c->words.n ? c->words.v[0] : STR(""),
	    .label = text(c, SAMPLE_LABEL),
	    .kind = text(c, SAMPLE_KIND),
	    .expr = text(c, SAMPLE_EXPR),
	    .always = text(c, SAMPLE_ALWAYS),
	    .found = text(c, SAMPLE_FOUND),
	    .size = c->given[SAMPLE_SIZE].num,
	    .percent = text(c, SAMPLE_PERCENT),
	    .least = c->given[SAMPLE_LEAST].num,
	    .first = c->given[SAMPLE_FIRST].num,
	    .days = c->given[SAMPLE_DAYS].num,
	    .share = text(c, SAMPLE_SHARE),
	    .confidence = text(c, SAMPLE_CONFIDENCE),
	    .allow = c->given[SAMPLE_ALLOW].num,
	    .aql = text(c, SAMPLE_AQL),
	    .whole = c->given[SAMPLE_WHOLE].given,
	    .seed = text(c, SAMPLE_SEED),
	    .reason = text(c, SAMPLE_REASON)};

	while (str_cut(&list, ',', &part))
		if (str_trim(part).n)
			*arena_push(c->arena, &q.strata) = str_trim(part);
	return q;
}

bool verb_sample_preview(struct cli *c, struct err *e)
{
	struct req_plan_fix q = asked(c);

	q.dry_run = true;
	return ask_plan(c, MSG_plan_fix, &q, e);
}

bool verb_sample_fix(struct cli *c, struct err *e)
{
	const struct req_plan_fix q = asked(c);

	return ask_plan(c, MSG_plan_fix, &q, e);
}

bool verb_sample_draw(struct cli *c, struct err *e)
{
	const struct req_plan_draw q = {.plan = c->words.v[0]};

	return ask_plan(c, MSG_plan_draw, &q, e);
}

bool verb_sample_close(struct cli *c, struct err *e)
{
	const struct req_plan_close q = {
	    .plan = c->words.v[0], .reason = c->given[REASON].text};

	return ask_plan(c, MSG_plan_close, &q, e);
}

static void put_rules(struct cli *c, const struct rep_plans *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (r->rules.n == 0)
		return;
	buf_puts(b, b->n ? "\n" : "");
	table_head(&t, "Proposed", false);
	table_head(&t, "Kind", false);
	table_head(&t, "Label", false);
	for (size_t i = 0; i < r->rules.n; i++) {
		table_cell(&t, r->rules.v[i].rule);
		table_cell(&t, r->rules.v[i].kind);
		table_cell(&t, r->rules.v[i].label);
	}
	table_flush(&t, b);
}

bool verb_sample_list(struct cli *c, struct err *e)
{
	const struct req_plans q = {.open = c->given[SAMPLES_OPEN].given};
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);
	struct rep_plans r;

	if (!cli_ask_list(c, MSG_plans, &q, &r, "rows", e))
		return false;
	table_head(&t, "Pass", false);
	table_head(&t, "Status", false);
	table_head(&t, "Frame", true);
	table_head(&t, "Drawn", true);
	table_head(&t, "Read", true);
	table_head(&t, "Found", true);
	table_head(&t, "Label", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_plan *p = &r.rows.v[i];
		table_cell(&t, p->plan);
		table_cell(&t, p->status);
		table_number(&t, p->total);
		table_number(&t, p->sample);
		table_number(&t, p->read);
		table_number(&t, p->found);
		table_cell(&t, p->label);
	}
	if (r.rows.n)
		table_flush(&t, &b);
	put_rules(c, &r, &b);
	return c->json || cli_put(c, buf_str(&b), e);
}

bool verb_sample_show(struct cli *c, struct err *e)
{
	struct req_plan_show q = {
	    .plan = c->words.v[0], .status = text(c, SHOW_STATUS), .limit = ITEMS};
	struct table t = {.arena = c->arena};
	struct rep_plan r;

	item_heads(&t);
	if (!cli_connect(c, e))
		return false;
	do {
		struct buf b = buf_in(c->arena);
		if (!cli_ask(c, MSG_plan_show, &q, &r, e))
			return false;
		if (q.after == 0) {
			put_head(c, &r, &b);
			put_strata(c, &r, &b);
		}
		put_items(c, &t, &r, &b);
		if (!c->json && !cli_put(c, buf_str(&b), e))
			return false;
		t.cells = (struct strs){0};
		q.after = r.next;
	} while (r.next);
	return true;
}

static bool put_refs(struct cli *c, struct str refs, struct err *e)
{
	struct str ref;

	if (!c->json)
		return cli_put(c, refs, e);
	while (str_cut(&refs, '\n', &ref)) {
		struct json *row = json_obj(c->arena);
		json_put(c->arena, row, "ref", json_str(c->arena, ref));
		if (!cli_put_json(c, json_text(c->arena, row), e))
			return false;
	}
	return true;
}

/* A frame is longer than a message; the service writes it into a file without a name. */
static bool put_frame(struct cli *c, int fd, struct err *e)
{
	const struct req_plan_frame q = {.plan = c->words.v[0]};
	struct rep_sentence r;
	struct str refs;

	if (!cli_call_fd(c, MSG_plan_frame, &q, &r, fd, e))
		return false;
	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_set(e, ERR_IO, "cannot read a temporary file: %s", strerror(errno));
	return io_read_fd(c->arena, fd, FRAME_BYTES, &refs, e) && put_refs(c, refs, e);
}

bool verb_sample_frame(struct cli *c, struct err *e)
{
	FILE *f = tmpfile();
	bool ok;

	if (!f)
		return err_set(e, ERR_IO, "cannot write a temporary file: %s", strerror(errno));
	ok = put_frame(c, fileno(f), e);
	(void)fclose(f);
	return ok;
}
