/* SPDX-License-Identifier: MIT */
/*
 * Letting go of the file while nobody needs it. A service that lingers for the next client
 * holds no lock meanwhile, so a copy can be made and another program can look. Taking it up
 * again is quick when the file is the one that was left; when it is not, the caller opens
 * it anew, with all the checks of an opening.
 */
#include <string.h>
#include <sys/stat.h>

#include "lookback/base/err.h"
#include "store/inner.h"

static void look(const char *path, struct stamp_of_file *out)
{
	struct stat st;

	memset(out, 0, sizeof *out);
	if (stat(path, &st) != 0)
		return;
	*out = (struct stamp_of_file){.there = true,
	    .dev = (uint64_t)st.st_dev,
	    .ino = (uint64_t)st.st_ino,
	    .size = (int64_t)st.st_size,
	    .changed_s = (int64_t)st.st_ctim.tv_sec,
	    .changed_ns = (int64_t)st.st_ctim.tv_nsec,
	    .written_s = (int64_t)st.st_mtim.tv_sec,
	    .written_ns = (int64_t)st.st_mtim.tv_nsec};
}

static bool same(const struct stamp_of_file *a, const struct stamp_of_file *b)
{
	return a->there && b->there && a->dev == b->dev && a->ino == b->ino &&
	       a->size == b->size && a->changed_s == b->changed_s &&
	       a->changed_ns == b->changed_ns && a->written_s == b->written_s &&
	       a->written_ns == b->written_ns;
}

void store_rest(struct store *st)
{
	if (!st->db || st->dead)
		return;
	store_let_go(st);
	look(st->path.p, &st->left);
}

bool store_wake(struct store *st, bool *changed, struct err *e)
{
	struct stamp_of_file now;

	*changed = false;
	if (st->db)
		return true;
	look(st->path.p, &now);
	if (!same(&now, &st->left)) {
		*changed = true;
		return true;
	}
	memset(st->dynamic, 0, sizeof st->dynamic);
	st->hasher = hasher_open();
	return store_connect(st, st->path.p, SQLITE_OPEN_READWRITE, e);
}
