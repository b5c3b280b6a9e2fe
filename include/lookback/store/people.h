/* SPDX-License-Identifier: MIT */
/* Accounts, imports and packs as the projections keep them. */
#ifndef LOOKBACK_STORE_PEOPLE_H
#define LOOKBACK_STORE_PEOPLE_H

#include "lookback/rules/step.h"
#include "lookback/store/store.h"

struct user_row {
	struct str name, full, staff;
	struct strs roles;
	struct {
		struct skill *v; /* rules/step.h */
		size_t n, cap;
	} skills;
	bool disabled;
	int32_t away; /* day from which they are back, also when it has passed; or NO_DAY */
	struct str away_why;
};
struct user_rows {
	struct user_row *v;
	size_t n, cap;
};
MUST_USE bool user_get(struct store *st, struct arena *a, struct str name, struct user_row *out,
    struct err *e); /* ERR_NOT_FOUND */
MUST_USE bool user_all(struct store *st, struct arena *a, struct user_rows *out, struct err *e);

struct view_row { /* an expression kept under a name */
	struct str name, expr, order, by;
};
struct view_rows {
	struct view_row *v;
	size_t n, cap;
};
/* Of an account, or with `user` empty of a role; by name. */
MUST_USE bool view_all(struct store *st, struct arena *a, struct str user, struct str role,
    struct view_rows *out, struct err *e);

struct batch_row {
	struct str batch, file, source, map, sha256, at, by;
	int64_t read, added, same, changed;
};
struct batch_rows {
	struct batch_row *v;
	size_t n, cap;
};
MUST_USE bool batch_get(
    struct store *st, struct arena *a, struct str batch, struct batch_row *out, struct err *e);
MUST_USE bool batch_all(
    struct store *st, struct arena *a, struct batch_rows *out, struct err *e);

/* Refs named twice in one extract are found without holding them in memory: a scratch
 * table that lives for one import. First line of a ref seen before, else 0. */
MUST_USE bool scratch_begin(struct store *st, struct err *e);
MUST_USE bool scratch_ref(
    struct store *st, struct str ref, int64_t line, int64_t *seen, struct err *e);
void scratch_end(struct store *st);

/* The files of any version that was in force: for records that were opened under it.
 * ERR_NOT_FOUND. */
MUST_USE bool pack_files(
    struct store *st, struct arena *a, struct str id, const struct json **out, struct err *e);
/* The pack in force: its id and files, and the review's opening. */
struct review_row {
	struct str title, owner, pack, pack_name;
	bool training;
	const struct json *files;
};
MUST_USE bool review_row_get(
    struct store *st, struct arena *a, struct review_row *out, struct err *e);

#endif
