/* SPDX-License-Identifier: MIT */
/* Bulk: an open file goes over the socket, so the service opens no path of ours. */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/table.h"
#include "lookback/wire/refusals.h"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static void print_batch(struct cli *c, const struct rep_batch *r, struct buf *b)
{
	struct table t = {.arena = c->arena};
	const struct {
		const char *name;
		int64_t n;
		const char *what;
	} rows[] = {{"read", r->read, "rows in the file"}, {"added", r->added, "new records"},
	    {"same", r->same, "already held, word for word"},
	    {"changed", r->changed, "already held with other values: flagged, not overwritten"},
	    {"refused", r->refused, "faulty"}};

	if (r->batch.n)
		buf_printf(b, "%s  %.*s\n", cli_safe(c, r->batch), STR_ARG(r->at));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		table_number(&t, rows[i].n);
		table_cell(&t, str_of(rows[i].name));
		table_cell(&t, str_of(rows[i].what));
	}
	t.columns = 3;
	t.right[0] = true;
	t.headed = true;
	t.width[0] = 9;
	t.width[1] = 8;
	table_flush(&t, b);
}

static void say_refusals(struct cli *c, const struct rep_batch *r)
{
	for (size_t i = 0; i < r->refusals.n; i++)
		cli_say(c, "line %" PRId64 ": %.*s%s%.*s", r->refusals.v[i].line,
		    STR_ARG(r->refusals.v[i].ref), r->refusals.v[i].ref.n ? ": " : "",
		    STR_ARG(r->refusals.v[i].reason));
	if (r->refused > (int64_t)r->refusals.n)
		cli_say(c, "... and %" PRId64 " more", r->refused - (int64_t)r->refusals.n);
}

static bool print_import(struct cli *c, const struct rep_batch *r, struct err *e)
{
	struct buf b = buf_in(c->arena);

	if (!c->json) {
		print_batch(c, r, &b);
		if (!cli_put_safe(c, buf_str(&b), e))
			return false;
	}
	if (r->refused) {
		say_refusals(c, r);
		return err_set(e, ERR_INPUT,
		    "%" PRId64 " of %" PRId64 " rows are faulty; nothing was imported",
		    r->refused, r->read);
	}
	if (r->dry_run)
		cli_say(c, "checked only: nothing was written");
	return true;
}

bool verb_import(struct cli *c, struct err *e)
{
	const char *path = c->words.v[0].p;
	const struct req_import q = {.name = str_of(base_name(path)),
	    .source = c->given[IMPORT_SOURCE].text,
	    .map = c->given[IMPORT_MAP].text,
	    .dry_run = c->given[IMPORT_DRY_RUN].given};
	struct rep_batch r;
	bool ok;
	int fd;

	if (!q.source.n || !q.map.n)
		return err_set(e, ERR_USAGE,
		    "import needs --source (where the extract comes from) and --map (a column "
		    "map of the pack)");
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_set(e, ERR_INPUT, "cannot read %s: %s", path, strerror(errno));
	ok = cli_ask_fd(c, MSG_import, &q, &r, fd, e);
	close(fd);
	return ok && print_import(c, &r, e);
}

bool verb_batch_list(struct cli *c, struct err *e)
{
	const struct req_batch_list q = {0};
	struct rep_batches r;
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);

	if (!cli_ask_list(c, MSG_batch_list, &q, &r, "rows", e))
		return false;
	if (c->json)
		return true;
	table_head(&t, "Batch", false);
	table_head(&t, "Read", true);
	table_head(&t, "Added", true);
	table_head(&t, "Same", true);
	table_head(&t, "Changed", true);
	table_head(&t, "When", false);
	table_head(&t, "By", false);
	table_head(&t, "Source", false);
	table_head(&t, "File", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		const struct part_batchrow *row = &r.rows.v[i];
		table_cell(&t, row->batch);
		table_number(&t, row->read);
		table_number(&t, row->added);
		table_number(&t, row->same);
		table_number(&t, row->changed);
		table_cell(&t, row->at);
		table_cell(&t, row->by);
		table_cell(&t, row->source);
		table_cell(&t, row->file);
	}
	table_flush(&t, &b);
	return cli_put_safe(c, buf_str(&b), e);
}

bool verb_batch_show(struct cli *c, struct err *e)
{
	const struct req_batch_show q = {.batch = c->words.v[0]};
	struct rep_batch r;
	struct buf b = buf_in(c->arena);

	if (!cli_ask(c, MSG_batch_show, &q, &r, e))
		return false;
	if (c->json)
		return true;
	print_batch(c, &r, &b);
	buf_printf(&b, "by %s from %s (%s), map %s\nSHA-256 %.*s\n", cli_safe(c, r.by),
	    cli_safe(c, r.source), cli_safe(c, r.file), cli_safe(c, r.map), STR_ARG(r.sha256));
	return cli_put_safe(c, buf_str(&b), e);
}

/* The copy is made here so that it belongs to whoever asked; a failed one is removed. */
bool verb_backup(struct cli *c, struct err *e)
{
	const char *path = c->words.v[0].p;
	const struct req_backup q = {0};
	struct rep_head r;
	bool ok;
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0)
		return err_set(e, errno == EEXIST ? ERR_REFUSED : ERR_IO, REFUSED_BACKUP_THERE,
		    path, strerror(errno));
	ok = cli_ask_fd(c, MSG_backup, &q, &r, fd, e);
	close(fd);
	if (!ok) {
		(void)unlink(path);
		return false;
	}
	if (!c->json)
		cli_say(c, "%s holds events 1 to %" PRId64 "; head %.*s (%.*s)", path, r.seq,
		    STR_ARG(r.head), STR_ARG(r.words));
	return true;
}
