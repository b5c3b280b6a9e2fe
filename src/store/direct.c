/* SPDX-License-Identifier: MIT */
/*
 * A transaction that writes very much, past the log. A page that changes often is written to
 * the log where it stood there before, and then the commit reads the whole log once more for
 * its checksums: gigabytes after a large import, in one call that says nothing, and all of it
 * is copied into the file afterwards. With a rollback journal pages go where they belong, and
 * only what stood there before is kept aside: next to nothing for a new review. Either way
 * the transaction is whole or nothing, also when the power fails.
 */
#include "store/direct.h"

#include "store/alive.h"

enum { LOOK_EVERY = 256 }; /* events */

void direct_begin(struct store *st)
{
	struct err ignored;

	st->direct = !st->replay && store_journal(st, false, &ignored);
	st->flow.events = 0;
}

bool direct_end(struct store *st, struct err *e)
{
	if (st->direct && !store_journal(st, true, e))
		return false;
	st->direct = false;
	return true;
}

void direct_leave(struct store *st)
{
	struct err ignored;

	/* kept or undone it is in any case */
	st->direct = st->direct && (st->dead || !store_journal(st, true, &ignored));
}

/* Pages that SQLite has written since it was last asked. */
static int pages_written(struct store *st, bool forget)
{
	int now = 0, most = 0;

	sqlite3_db_status(st->db, SQLITE_DBSTATUS_CACHE_WRITE, &now, &most, forget);
	return now;
}

static bool sync_file(struct store *st, struct err *e)
{
	sqlite3_file *f = NULL;
	int rc = sqlite3_file_control(st->db, "main", SQLITE_FCNTL_FILE_POINTER, &f);

	if (rc == SQLITE_OK && f && f->pMethods)
		rc = f->pMethods->xSync(f, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
	return rc == SQLITE_OK || err_set(e, ERR_IO, "%.*s cannot be written: %s",
				      STR_ARG(st->path), sqlite3_errstr(rc));
}

bool direct_flow(struct store *st, struct err *e)
{
	if (!st->direct || ++st->flow.events < LOOK_EVERY)
		return true;
	st->flow.events = 0;
	alive_say(st);
	if (pages_written(st, false) < st->flow.most)
		return true;
	st->flow.syncs++;
	(void)pages_written(st, true);
	return sync_file(st, e);
}
