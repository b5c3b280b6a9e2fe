/* SPDX-License-Identifier: MIT */
/* Whole processes: running one to its end, folders for it to work in, and who serves a
 * database. What goes wrong here ends the test. */
#ifndef LOOKBACK_TESTS_PROC_H
#define LOOKBACK_TESTS_PROC_H

#include <sys/types.h>

#include "lookback/base/arena.h"

struct said {
	int status; /* exit status, or 128 + the signal it died of */
	struct str out, err;
};
/* With a pinned environment, nothing on stdin, what it writes into the arena. */
struct said proc_run(struct arena *a, const char *const *argv);
/* The same with a file on stdin. */
struct said proc_run_from(struct arena *a, const char *const *argv, const char *file);
/* The same in the background, writing to nowhere. */
pid_t proc_start(const char *const *argv);
int proc_end(pid_t pid); /* waits; status as above */

const char *proc_bin(void); /* the program under test: BIN */
/* A new folder below $TMPDIR (or /tmp), for the owner alone. */
void proc_folder(char *out, size_t size);
void proc_remove(const char *dir);               /* with all that is in it */
void proc_copy(const char *dir, const char *to); /* its regular files */
pid_t proc_service(const char *db);              /* 0: nobody serves it */
void proc_stop_service(const char *db);          /* and waits until it has gone */
pid_t proc_child(pid_t pid);                     /* its first child */
long proc_peak(pid_t pid);                       /* most memory it ever had in RAM, KiB */
long long proc_ns(void);                         /* monotonic */

#endif
