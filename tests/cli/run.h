/* SPDX-License-Identifier: MIT */
/* One command line run to its end, in a process of its own, with what it wrote. */
#ifndef LOOKBACK_TESTS_CLI_RUN_H
#define LOOKBACK_TESTS_CLI_RUN_H

#include "lookback/base/arena.h"

struct ran {
	int code;
	struct str out, err;
};
/* The words behind "lookback", NULL at the end. LOOKBACK_DB is run_db. */
struct ran run_cli(struct arena *a, const char *const *words);
#define RUN(a, ...) run_cli((a), (const char *const[]){__VA_ARGS__, NULL})

extern char run_folder[512], run_db[600];
/* A folder with a training review of 60 applications, and its end. */
void run_begin(void);
void run_end(void);
struct str run_file(struct arena *a, const char *name, struct str text); /* its path */

/* Lines of an output; each must be JSON. */
struct lines {
	struct json **v;
	size_t n, cap;
};
struct lines run_json(struct arena *a, struct str out);

#endif
