/* SPDX-License-Identifier: MIT */
/*
 * Command line options as a table: one row says how an option is read and what
 * the help prints. Options are --name, --name VALUE or --name=VALUE; all else
 * is a word ("status:open", "k=v", "-3d"), and after "--" everything is. Given
 * twice, the last one counts. Values stand in the order of the rows, so an enum
 * of the rows names them.
 */
#ifndef LOOKBACK_BASE_OPTIONS_H
#define LOOKBACK_BASE_OPTIONS_H

#include "lookback/base/arena.h"
#include "lookback/base/str.h"

enum option_kind { OPTION_FLAG, OPTION_TEXT, OPTION_INT };
struct option {
	const char *name; /* without the dashes */
	enum option_kind kind;
	const char *value; /* what the help calls the value: "FILE" */
	int64_t min, max;  /* of an OPTION_INT */
	const char *help;  /* one sentence */
};
struct option_value {
	bool given;
	struct str text;
	int64_t num;
};
struct options {
	struct option_value *v; /* one for each row */
	struct strs words;      /* slices of argv */
	int used;               /* arguments read; less than all with `stop` */
};

/* argv without the program's name. With `stop`, the first word ends the reading
 * and is left to the caller (a verb, with a table of its own). ERR_USAGE, with
 * the option that may have been meant. */
MUST_USE bool options_read(struct arena *a, const struct option *rows, size_t n, int argc,
    char *const *argv, bool stop, struct options *out, struct err *e);
/* A line for each row, sentences in one column. */
void options_help(struct buf *b, const struct option *rows, size_t n);

#endif
