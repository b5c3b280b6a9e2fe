/* SPDX-License-Identifier: MIT */
/* What every account keeps to, whoever makes it. */
#ifndef LOOKBACK_REVIEW_ACCOUNT_H
#define LOOKBACK_REVIEW_ACCOUNT_H

#include "review/desk.h"

/* [a-z][a-z0-9._-]{0,31} */
MUST_USE bool account_check_name(struct str name, struct err *e);
/* Roles the pack has, at least one, each once. */
MUST_USE bool account_check_roles(
    struct arena *a, const struct pack *p, struct strs roles, struct err *e);
/* No account manages accounts and reads cases; nobody who handled originals reads what
 * shows every record. */
MUST_USE bool account_check_rights(
    struct arena *a, const struct pack *p, struct strs roles, struct str staff, struct err *e);

#endif
