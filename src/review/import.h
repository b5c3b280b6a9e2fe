/* SPDX-License-Identifier: MIT */
/*
 * One extract on its way in. Pass one reads every row and writes nothing: all counts and all
 * refusals are known before the first event. Pass two reads the same bytes again and writes.
 */
#ifndef LOOKBACK_REVIEW_IMPORT_H
#define LOOKBACK_REVIEW_IMPORT_H

#include "review/csv.h"
#include "review/desk.h"

enum { REFUSALS_MAX = 200, REFUSAL_ROOM = 40 << 10, REFUSAL_TEXT_MAX = 400, REF_MAX = 64 };

struct target { /* where a column of the file goes; field NULL: nowhere */
	const struct map_column *map;
	const struct field *field;
};
struct import {
	struct desk *d;
	const struct import_map *map;
	const struct record_type *type;
	struct str name, source, batch;
	struct target *targets; /* by column of the file; NULL until the heading was read */
	size_t ntargets;
	bool writing;     /* pass two */
	struct arena row; /* one row's memory */
	int64_t size;     /* of the file in bytes; rows of it once they are known */
	int64_t total, done;
	int64_t due; /* of a record that comes in now; NO_TIME */
	size_t refusal_bytes;
	struct rep_batch *r;
};

/* The heading row against the map; every fault of it at once. */
MUST_USE bool import_head(struct import *im, const struct csv_row *row, struct err *e);

struct row_values { /* a row as the record it would make */
	struct str ref;
	struct json *fields, *texts;
	struct strs bars;
	int64_t line;
};
/* False with *why when the row is refused; every reason in it. */
bool row_read(
    struct import *im, const struct csv_row *row, struct row_values *out, struct str *why);

enum meeting { MEET_NEW, MEET_SAME, MEET_REPLACE, MEET_FLAG };
struct met { /* a row and the record that is held under its reference */
	enum meeting how;
	struct record rec;           /* not for MEET_NEW */
	struct json *fields, *texts; /* what is different, null where the file has none */
	struct json *was;
	struct str words; /* the differences in words, for a decided record */
};
/* ERR_REFUSED when the reference belongs to a record of another type. */
MUST_USE bool row_meet(
    struct import *im, const struct row_values *v, struct met *out, struct err *e);
/* The events of one row. */
MUST_USE bool row_write(
    struct import *im, const struct row_values *v, const struct met *m, struct err *e);

#endif
