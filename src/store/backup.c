/* SPDX-License-Identifier: MIT */
/* Copies: made under a temporary name, opened and checked, then handed out. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lookback/base/io.h"
#include "store/alive.h"
#include "store/verify.h"

enum { COPY_BYTES = 1 << 16, COPY_PAGES = 1024 };

static bool copy(struct store *st, struct str from, int fd, struct arena *a, struct err *e)
{
	char *chunk = arena_alloc(a, COPY_BYTES, 1);
	int in = open(from.p, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	ssize_t got = -1;
	bool ok = in >= 0;

	while (ok && (got = read(in, chunk, COPY_BYTES)) > 0) {
		ok = io_all(fd, chunk, (size_t)got);
		alive_say(st);
	}
	ok = ok && got == 0 && fsync(fd) == 0;
	if (!ok)
		err_set(e, ERR_IO, "the copy cannot be written: %s", strerror(errno));
	if (in >= 0)
		close(in);
	return ok;
}

/* Page by page, through the connection that has the file: a consistent state. */
static bool copy_pages(struct store *st, struct str path, struct err *e)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW;
	sqlite3_backup *b = NULL;
	sqlite3 *to = NULL;
	int rc = sqlite3_open_v2(path.p, &to, flags, NULL);

	if (rc == SQLITE_OK)
		b = sqlite3_backup_init(to, "main", st->db, "main");
	if (b) {
		while (sqlite3_backup_step(b, COPY_PAGES) == SQLITE_OK)
			alive_say(st);
		rc = sqlite3_backup_finish(b);
	} else if (rc == SQLITE_OK) {
		rc = sqlite3_errcode(to);
	}
	sqlite3_close(to);
	return rc == SQLITE_OK || err_set(e, ERR_IO, "the copy beside %.*s failed: %s",
				      STR_ARG(st->path), sqlite3_errstr(rc));
}

/* A copy that is not opened and checked is a hope, not a backup. */
static bool check_copy(struct store *st, struct arena *a, struct str path, struct err *e)
{
	struct store *copied = NULL;
	struct str damage;
	bool ok;

	if (!store_open(a, path.p, &copied, &damage, e))
		return err_add(e, "opening the copy");
	if (damage.n)
		ok = err_set(e, ERR_CORRUPT, "the copy is damaged: %.*s", STR_ARG(damage));
	else if (copied->head.seq != st->head.seq || !hash_eq(copied->head.head, st->head.head))
		ok = err_set(e, ERR_CORRUPT, "the copy ends at event %lld, the review at %lld",
		    (long long)copied->head.seq, (long long)st->head.seq);
	else
		ok = true;
	store_close(copied);
	return ok;
}

bool store_backup(struct store *st, int fd, struct head *out, struct err *e)
{
	struct arena a = {0};
	struct str path;
	bool ok;

	if (st->txn != TXN_NONE)
		BUG("a backup inside a round");
	if (!temp_beside(st, &a, &path, e))
		return false;
	ok = copy_pages(st, path, e) && check_copy(st, &a, path, e) &&
	     copy(st, path, fd, &a, e) && store_head(st, out, e);
	unlink(path.p);
	unlink(arena_printf(&a, "%.*s-wal", STR_ARG(path)).p);
	arena_clear(&a);
	return ok;
}
