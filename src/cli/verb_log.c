/* SPDX-License-Identifier: MIT */
/* The log, its head, and the proof that nothing was changed. */
#include <inttypes.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/table.h"
#include "lookback/base/hash.h"
#include "lookback/base/io.h"

enum { PAGE = 200, ANCHOR_MAX = 1 << 20 };

static bool print_events(
    struct cli *c, struct table *t, const struct rep_events *r, struct err *e)
{
	struct buf b = buf_in(c->arena);

	t->cells = (struct strs){0};
	for (size_t i = 0; i < r->rows.n; i++) {
		const struct part_event *v = &r->rows.v[i];
		table_number(t, v->seq);
		table_cell(t, v->at);
		table_cell(t, v->actor);
		table_cell(t, v->type);
		table_cell(t, v->record);
		table_cell(t, v->text);
	}
	table_flush(t, &b);
	return cli_put(c, buf_str(&b), e);
}

static void log_heads(struct table *t)
{
	table_head(t, "Event", true);
	table_head(t, "When", false);
	table_head(t, "Who", false);
	table_head(t, "Type", false);
	table_head(t, "Record", false);
	table_head(t, "What", false);
}

bool verb_log(struct cli *c, struct err *e)
{
	struct req_log q = {.record = c->given[LOG_RECORD].text,
	    .actor = c->given[LOG_ACTOR].text,
	    .type = c->given[LOG_TYPE].text,
	    .after = c->given[LOG_AFTER].num};
	int64_t left = c->given[LOG_LIMIT].given ? c->given[LOG_LIMIT].num : INT64_MAX;
	struct table t = {.arena = c->arena};
	bool ok;

	log_heads(&t);
	if (!cli_connect(c, e))
		return false;
	do {
		struct arena_mark m = arena_mark(c->arena);
		struct rep_events r;
		q.limit = left < PAGE ? left : PAGE;
		ok = cli_ask_list(c, MSG_log, &q, &r, "rows", e) &&
		     (c->json || print_events(c, &t, &r, e));
		if (ok) {
			q.after = r.next;
			left -= (int64_t)r.rows.n;
		}
		arena_back(c->arena, m);
	} while (ok && q.after && left > 0);
	return ok;
}

bool verb_head(struct cli *c, struct err *e)
{
	const struct req_head q = {0};
	struct rep_head r;

	if (!cli_ask(c, MSG_head, &q, &r, e))
		return false;
	if (c->json)
		return true;
	return cli_put(c,
	    arena_printf(c->arena, "%" PRId64 "\n%.*s\n%.*s\n%.*s\n", r.seq, STR_ARG(r.head),
		STR_ARG(r.at), STR_ARG(r.words)),
	    e);
}

/* A number on a line and 64 digits of a hash on the next, as 'head' and checkpoints have
 * it; or a line of JSON with both. */
static void anchor_line(struct cli *c, struct str line, int64_t *seq, struct req_verify *q)
{
	uint8_t head[HASH_LEN];
	struct json *j;
	struct err ignored;

	if (line.n && line.p[0] == '{' && json_parse(c->arena, line, &j, &ignored)) {
		*seq = json_get_int(j, "seq", 0);
		line = json_get_text(j, "head");
	} else if (str_int(line, seq)) {
		return;
	}
	if (*seq > 0 && line.n == HASH_HEX && hex_read(line, head, HASH_LEN)) {
		q->seq = *seq;
		q->head = line;
		*seq = 0;
	}
}

/* The last head in the file counts: those before it are inside its hash. */
static bool read_anchor(struct cli *c, const char *path, struct req_verify *q, struct err *e)
{
	struct str text, line;
	int64_t seq = 0;

	if (!io_read(c->arena, path, ANCHOR_MAX, &text, e))
		return false;
	while (str_cut(&text, '\n', &line))
		anchor_line(c, str_trim(line), &seq, q);
	return q->seq > 0 || err_set(e, ERR_INPUT,
				 "%s holds no head: expected a number on a line and 64 hex "
				 "digits on the next",
				 path);
}

static bool print_findings(struct cli *c, const struct rep_verdict *r, struct err *e)
{
	struct buf b = buf_in(c->arena);

	for (size_t i = 0; i < r->findings.n; i++) {
		const struct part_finding *f = &r->findings.v[i];
		if (f->seq)
			buf_printf(&b, "event %" PRId64 "  ", f->seq);
		if (f->table.n)
			buf_printf(&b, "%s  ", cli_safe(c, f->table));
		buf_printf(&b, "%s\n", cli_safe(c, f->text));
	}
	return cli_put(c, buf_str(&b), e);
}

bool verb_verify(struct cli *c, struct err *e)
{
	struct req_verify q = {0};
	struct rep_verdict r;

	if (c->given[VERIFY_ANCHOR].given &&
	    !read_anchor(c, c->given[VERIFY_ANCHOR].text.p, &q, e))
		return false;
	if (!cli_ask(c, MSG_verify, &q, &r, e))
		return false;
	if (!c->json && !print_findings(c, &r, e))
		return false;
	if (!r.ok)
		return err_set(e, ERR_NO, "verification failed: %zu finding%s", r.findings.n,
		    r.findings.n == 1 ? "" : "s");
	if (!c->json)
		return cli_put(c,
		    arena_printf(c->arena,
			"verified: %" PRId64 " events, %" PRId64 " projected rows; head %.*s\n",
			r.events, r.rows, STR_ARG(r.head)),
		    e);
	return true;
}
