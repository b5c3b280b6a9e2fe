/* SPDX-License-Identifier: MIT */
/* Whole files with a stated limit, and writing a file so that a crash leaves the
 * old one or the new one. Paths in errors are masked. */
#ifndef LOOKBACK_BASE_IO_H
#define LOOKBACK_BASE_IO_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

MUST_USE bool io_read(
    struct arena *a, const char *path, size_t limit, struct str *out, struct err *e);
MUST_USE bool io_read_fd(struct arena *a, int fd, size_t limit, struct str *out, struct err *e);
/* Temporary name in the same folder, fsync, rename, fsync the folder; mode 0600. */
MUST_USE bool io_write(const char *path, struct str text, struct err *e);
bool io_all(int fd, const void *p, size_t n); /* write(2) until done */
/* Names (not paths) in a folder that end in `suffix`, sorted by bytes. */
MUST_USE bool io_list(
    struct arena *a, const char *dir, const char *suffix, struct strs *out, struct err *e);
bool io_is_dir(const char *path);

#endif
