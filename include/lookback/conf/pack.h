/* SPDX-License-Identifier: MIT */
/*
 * Reading a review pack: a folder of YAML becomes struct pack, or the list of every
 * fault found. libyaml is used here and nowhere else. A pack is refused whole.
 * Limits: 1 MiB a file, 64 files, depth 16; no anchors, aliases or tags; UTF-8 only;
 * no duplicate or unknown keys.
 */
#ifndef LOOKBACK_CONF_PACK_H
#define LOOKBACK_CONF_PACK_H

#include "lookback/rules/pack.h"

struct source_file {
	struct str name, text; /* "records/application.yaml" */
};
struct source { /* a pack before it is read: also how the database keeps it */
	struct {
		struct source_file *v;
		size_t n, cap;
	} files; /* sorted by name */
};
MUST_USE bool source_read(struct arena *a, const char *dir, struct source *out, struct err *e);
/* The packs built into the program ("clares-law"); false when there is none. */
bool source_embedded(struct arena *a, const char *name, struct source *out);
struct strs source_built_in(struct arena *a);                      /* their names, sorted */
struct str source_id(struct arena *a, const struct source *s);     /* hex SHA-256 */
struct json *source_json(struct arena *a, const struct source *s); /* {name: text} */
bool source_of_json(struct arena *a, const struct json *j, struct source *out);

/* True with *out when there is no fault; else faults lists all of them, by place. */
MUST_USE bool pack_load(
    struct arena *a, const struct source *s, const struct pack **out, struct faults *faults);
/* Faults as text, a line each: file:line:column: ... */
void faults_print(struct buf *b, const struct faults *f);
/* A readable summary of a pack (pack show). */
void pack_print(struct buf *b, const struct pack *p);

#endif
