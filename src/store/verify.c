/* SPDX-License-Identifier: MIT */
/*
 * Verification: the file, the chain, the chain replayed into a fresh database, every
 * projected row. The fresh database is a file beside the review's, so that memory stays
 * the same however long the chain is.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/verify.h"

bool temp_beside(struct store *st, struct arena *a, struct str *path, struct err *e)
{
	int fd;

	*path = arena_printf(a, "%.*s.tmp-XXXXXX", STR_ARG(st->path));
	fd = mkstemp((char *)path->p); /* mode 0600 */
	if (fd < 0)
		return err_set(
		    e, ERR_IO, "%.*s cannot be made: %s", STR_ARG(*path), strerror(errno));
	close(fd);
	return true;
}

static bool fresh_open(struct store *fresh, struct str path, struct err *e)
{
	fresh->replay = true;
	fresh->hasher = hasher_open();
	shapes_read(&fresh->shapes);
	return store_connect(fresh, path.p, SQLITE_OPEN_READWRITE, e) &&
	       schema_make(fresh, e) && store_exec(fresh, "BEGIN", e);
}

/* Records and not the chain disagree: then it is the tail of the chain that is missing,
 * or somebody wrote into the tables. */
static void hint_tail(struct arena *a, struct verdict *v, int64_t last)
{
	finding_add(a, v, last, "event",
	    "the chain itself is whole up to here, but the tables above hold something else: "
	    "they were edited, or the end of the chain was cut off; compare with an anchor");
}

static bool check_end(struct store *st, struct arena *a, const struct walk *w,
    const struct chain_end *end, struct verdict *out, struct err *e)
{
	int64_t rows = 0;

	if (w->anchor_seq > end->seq)
		finding_add(a, out, w->anchor_seq, "event",
		    "the anchor names this event, and the chain ends at %lld: its end was cut "
		    "off or an old file was put back",
		    (long long)end->seq);
	if (!verify_mark(st, a, out, e) || !stmt_number(st, e, 0, &rows, SQL_event_count, ""))
		return false;
	if (rows != out->events)
		finding_add(a, out, end->seq, "event", "%lld rows were walked and %lld counted",
		    (long long)out->events, (long long)rows);
	return true;
}

static bool check_file(struct store *st, struct arena *a, struct verdict *out, struct err *e)
{
	struct str says = {0}, other = {0};

	if (!store_sound(st, &says, e) || !schema_whole(st, &other, e))
		return false;
	if (says.n)
		finding_add(a, out, 0, "file", "%.*s", STR_ARG(says));
	if (other.n)
		finding_add(a, out, 0, "schema", "%.*s", STR_ARG(other));
	return true;
}

static bool carry_out(
    struct store *st, struct arena *a, const struct walk *w, struct verdict *out, struct err *e)
{
	struct chain_end end = {0};
	size_t file, before;

	if (!check_file(st, a, out, e))
		return false;
	file = out->findings.n;
	if (!verify_chain(st, a, &end, w, out, e) || !check_end(st, a, w, &end, out, e))
		return false;
	before = out->findings.n;
	if (!verify_rows(st, w->fresh, a, w, out, e))
		return false;
	if (before == file && out->findings.n > before)
		hint_tail(a, out, end.seq);
	return true;
}

bool store_verify(struct store *st, struct arena *a, int64_t anchor_seq,
    const struct hash *anchor, progress_fn progress, void *ctx, struct verdict *out,
    struct err *e)
{
	struct store *fresh = arena_new(a, struct store, 1);
	struct walk w = {progress, ctx, fresh, anchor_seq, anchor};
	struct str path;
	bool ok;

	*out = (struct verdict){0};
	fresh->arena = a;
	if (!temp_beside(st, a, &path, e))
		return false;
	ok = fresh_open(fresh, path, e) && carry_out(st, a, &w, out, e);
	store_disconnect(fresh);
	unlink(path.p);
	return ok;
}
