/* SPDX-License-Identifier: MIT */
/* Whole files: read with a limit, written so that a crash leaves old or new. */
#include "lookback/base/io.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/base/hash.h"
#include "lookback/base/utf8.h"

enum { PATH_TEXT = 400, FIRST_READ = 4096, TRIES = 64 };

/* A newline in a name would look like a further reason, so it is masked too. Of a
 * long name the end says more than the beginning. */
static struct str shown(struct arena *scratch, const char *path)
{
	struct str name = utf8_mask(scratch, str_of(path), false);

	if (name.n > PATH_TEXT)
		name = (struct str){name.p + name.n - PATH_TEXT, PATH_TEXT};
	return name;
}

static bool failed(struct err *e, const char *what, const char *path)
{
	enum err_kind kind = errno == ENOENT || errno == ENOTDIR ? ERR_NOT_FOUND : ERR_IO;
	const char *why = strerror(errno);
	struct arena scratch = {0};

	err_set(e, kind, "cannot %s %.*s: %s", what, STR_ARG(shown(&scratch, path)), why);
	arena_clear(&scratch);
	return false;
}

static ssize_t read_some(int fd, char *p, size_t n)
{
	ssize_t got;

	do
		got = read(fd, p, n);
	while (got < 0 && errno == EINTR);
	return got;
}

/* Room for the whole file at once where its size is known, one byte to notice that
 * it has grown, one for the NUL. */
static size_t first_room(int fd, size_t limit)
{
	struct stat st;

	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= 0)
		return FIRST_READ;
	return ((uint64_t)st.st_size < limit ? (size_t)st.st_size : limit) + 2;
}

bool io_read_fd(struct arena *a, int fd, size_t limit, struct str *out, struct err *e)
{
	size_t cap = first_room(fd, limit), n = 0;
	char *p = arena_alloc(a, cap, 1);
	ssize_t got;

	while ((got = read_some(fd, p + n, cap - n - 1)) > 0) {
		n += (size_t)got;
		if (n > limit)
			return err_set(e, ERR_INPUT, "larger than %zu bytes", limit);
		if (n == cap - 1) {
			p = arena_resize(a, p, cap, arena_size(cap, 2));
			cap *= 2;
		}
	}
	if (got < 0)
		return err_set(e, ERR_IO, "cannot be read: %s", strerror(errno));
	*out = (struct str){p, n};
	return true;
}

bool io_read(struct arena *a, const char *path, size_t limit, struct str *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	struct arena scratch = {0};
	bool ok;

	if (fd < 0)
		return failed(e, "open", path);
	ok = io_read_fd(a, fd, limit, out, e);
	close(fd);
	if (!ok)
		err_add(e, "%.*s", STR_ARG(shown(&scratch, path)));
	arena_clear(&scratch);
	return ok;
}

bool io_all(int fd, const void *p, size_t n)
{
	const char *from = p;

	while (n) {
		ssize_t put = write(fd, from, n);
		if (put < 0 && errno != EINTR)
			return false;
		if (put > 0) {
			from += put;
			n -= (size_t)put;
		}
	}
	return true;
}

static struct str folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return STR(".");
	return arena_str(a, (struct str){path, slash == path ? 1 : (size_t)(slash - path)});
}

/* A rename is only safe from a power cut once the folder itself is written. */
static bool sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

/* A name of its own beside the file; mkstemp is not told to close on exec. */
static int open_beside(struct arena *a, const char *path, struct str *name)
{
	for (int i = 0; i < TRIES; i++) {
		uint64_t salt;
		int fd;
		random_bytes(&salt, sizeof(salt));
		*name = arena_printf(a, "%s.%016llx.tmp", path, (unsigned long long)salt);
		fd = open(name->p, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

static bool fill(int fd, struct str text)
{
	bool ok = io_all(fd, text.p, text.n) && fsync(fd) == 0;
	int why = errno;

	if (close(fd) != 0)
		return false;
	errno = why;
	return ok;
}

bool io_write(const char *path, struct str text, struct err *e)
{
	struct arena scratch = {0};
	struct str name;
	int fd = open_beside(&scratch, path, &name);
	bool ok = true;

	if (fd < 0) {
		ok = failed(e, "create", path);
	} else if (!fill(fd, text) || rename(name.p, path) != 0) {
		ok = failed(e, "write", path);
		unlink(name.p);
	} else if (!sync_folder(folder_of(&scratch, path).p)) {
		ok = failed(e, "make sure of", path);
	}
	arena_clear(&scratch);
	return ok;
}

static int by_bytes(const void *x, const void *y)
{
	return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

static bool wanted(struct str name, struct str suffix)
{
	if (str_is(name, ".") || str_is(name, "..") || name.n < suffix.n)
		return false;
	return str_eq((struct str){name.p + name.n - suffix.n, suffix.n}, suffix);
}

bool io_list(
    struct arena *a, const char *dir, const char *suffix, struct strs *out, struct err *e)
{
	DIR *d = opendir(dir);
	struct strs names = {0};
	struct dirent *entry;
	int fault;

	if (!d)
		return failed(e, "open the folder", dir);
	while ((errno = 0, entry = readdir(d)))
		if (wanted(str_of(entry->d_name), str_of(suffix)))
			*arena_push(a, &names) = arena_cstr(a, entry->d_name);
	fault = errno;
	closedir(d);
	errno = fault;
	if (fault)
		return failed(e, "read the folder", dir);
	if (names.n)
		qsort(names.v, names.n, sizeof(*names.v), by_bytes);
	*out = names;
	return true;
}

bool io_is_dir(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}
