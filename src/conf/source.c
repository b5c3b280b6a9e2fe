/* SPDX-License-Identifier: MIT */
/*
 * The files of a pack as they lie in a folder. A pack decides who sees what, so it is
 * read only from plain files that strangers cannot change: no links, not writable by
 * everyone, limited in number and size.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "conf/yaml.h"
#include "lookback/base/hash.h"
#include "lookback/base/io.h"
#include "lookback/base/utf8.h"
#include "lookback/conf/pack.h"

enum { FILES_MAX = 64 };

static bool check_safe(const struct stat *st, const char *path, mode_t kind, struct err *e)
{
	if ((st->st_mode & S_IFMT) != kind)
		return err_set(e, ERR_INPUT,
		    "%s is a link or special file; expected a plain %s", path,
		    kind == S_IFDIR ? "folder" : "file");
	if (st->st_mode & S_IWOTH)
		return err_set(
		    e, ERR_INPUT, "%s can be changed by everyone; run chmod o-w on it", path);
	return true;
}

static bool read_open_file(
    struct arena *a, int fd, const char *path, struct str *out, struct err *e)
{
	struct stat st;

	if (fstat(fd, &st) != 0)
		return err_set(e, ERR_IO, "cannot look at %s: %s", path, strerror(errno));
	return check_safe(&st, path, S_IFREG, e) && io_read_fd(a, fd, YAML_BYTES_MAX, out, e);
}

/* O_NONBLOCK: opening a named pipe must not wait for its other end. */
static bool read_file(struct arena *a, const char *path, struct str *out, struct err *e)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	bool ok;

	if (fd < 0 && errno == ELOOP)
		return err_set(e, ERR_INPUT, "%s is a link; expected a plain file", path);
	if (fd < 0)
		return err_set(e, ERR_IO, "cannot open %s: %s", path, strerror(errno));
	ok = read_open_file(a, fd, path, out, e);
	(void)close(fd);
	return ok || err_add(e, "reading %s: ", path);
}

static struct str joined(struct arena *a, struct str folder, struct str name)
{
	if (folder.n == 0)
		return name;
	return arena_printf(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

static bool ends_with(struct str s, const char *end)
{
	size_t n = strlen(end);

	return s.n >= n && memcmp(s.p + s.n - n, end, n) == 0;
}

/* .yml would be left out in silence; it is read, and refused by name with the rest. */
static bool is_ours(struct str name)
{
	return (ends_with(name, ".yaml") || ends_with(name, ".yml")) && name.p[0] != '.' &&
	       !str_is(name, "keys.yaml");
}

static bool add_file(
    struct arena *a, const char *dir, struct str name, struct source *out, struct err *e)
{
	struct source_file f = {.name = name};
	struct str path = arena_printf(a, "%s/%.*s", dir, STR_ARG(name));

	if (out->files.n == FILES_MAX)
		return err_set(e, ERR_INPUT, "%s has more than %d files; expected at most that",
		    dir, FILES_MAX);
	if (!read_file(a, path.p, &f.text, e))
		return false;
	*arena_push(a, &out->files) = f;
	return true;
}

static bool add_folder(
    struct arena *a, const char *dir, struct str folder, struct source *out, struct err *e)
{
	struct str path = arena_printf(a, "%s/%.*s", dir, STR_ARG(folder));
	struct strs names = {0};
	struct stat st;

	if (lstat(path.p, &st) != 0)
		return err_set(e, ERR_IO, "cannot look at %s: %s", path.p, strerror(errno));
	if (!check_safe(&st, path.p, S_IFDIR, e) || !io_list(a, path.p, "", &names, e))
		return false;
	for (size_t i = 0; i < names.n; i++)
		if (is_ours(names.v[i]) &&
		    !add_file(a, dir, joined(a, folder, names.v[i]), out, e))
			return false;
	return true;
}

static int by_name(const void *a, const void *b)
{
	const struct source_file *x = a, *y = b;

	return str_cmp(x->name, y->name);
}

static bool add_all(
    struct arena *a, const char *dir, struct strs names, struct source *out, struct err *e)
{
	for (size_t i = 0; i < names.n; i++) {
		struct str name = names.v[i];
		struct str path = arena_printf(a, "%s/%.*s", dir, STR_ARG(name));
		bool ok = true;
		if (is_ours(name))
			ok = add_file(a, dir, name, out, e);
		else if (name.p[0] != '.' && io_is_dir(path.p))
			ok = add_folder(a, dir, name, out, e);
		if (!ok)
			return false;
	}
	return true;
}

bool source_read(struct arena *a, const char *dir, struct source *out, struct err *e)
{
	struct source s = {0};
	struct strs names = {0};
	struct stat st;

	if (stat(dir, &st) != 0)
		return err_set(e, ERR_IO, "cannot open the pack %s: %s", dir, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return err_set(
		    e, ERR_INPUT, "%s is not a folder; expected the folder of a pack", dir);
	if (!check_safe(&st, dir, S_IFDIR, e) || !io_list(a, dir, "", &names, e) ||
	    !add_all(a, dir, names, &s, e))
		return false;
	if (s.files.n == 0)
		return err_set(e, ERR_INPUT, "%s holds no .yaml file; expected a pack", dir);
	qsort(s.files.v, s.files.n, sizeof *s.files.v, by_name);
	*out = s;
	return true;
}

/* Lengths stand before the parts, so no two packs give the same bytes. */
struct str source_id(struct arena *a, const struct source *s)
{
	struct buf b = buf_in(a);
	struct hash h;
	char hex[HASH_HEX + 1];

	for (size_t i = 0; i < s->files.n; i++) {
		const struct source_file *f = &s->files.v[i];
		buf_printf(&b, "%zu:%.*s%zu:", f->name.n, STR_ARG(f->name), f->text.n);
		buf_put(&b, f->text);
	}
	h = hash_of(buf_str(&b));
	hex_of(h.b, HASH_LEN, hex);
	return arena_cstr(a, hex);
}

struct json *source_json(struct arena *a, const struct source *s)
{
	struct json *j = json_obj(a);

	for (size_t i = 0; i < s->files.n; i++)
		json_put_str(a, j, s->files.v[i].name, json_str(a, s->files.v[i].text));
	return j;
}

bool source_of_json(struct arena *a, const struct json *j, struct source *out)
{
	struct source s = {0};

	if (!j || j->kind != J_OBJ || j->n == 0 || j->n > FILES_MAX)
		return false;
	for (size_t i = 0; i < j->n; i++) {
		if (j->v[i]->kind != J_STR || j->v[i]->s.n > YAML_BYTES_MAX)
			return false;
		*arena_push(a, &s.files) = (struct source_file){j->keys[i], j->v[i]->s};
	}
	qsort(s.files.v, s.files.n, sizeof *s.files.v, by_name);
	*out = s;
	return true;
}
