/* SPDX-License-Identifier: MIT */
/* Saved views, on the screen and in lines. */
#ifndef LOOKBACK_TUI_KEPT_H
#define LOOKBACK_TUI_KEPT_H

#include "tui/service.h"

/* The first of this name: one's own before those of one's roles, then the review's. One that
 * cannot be used now is ERR_USAGE with the reason. */
MUST_USE bool kept_find(const struct service *s, struct arena *a, struct str name,
    struct part_view *out, struct err *e);
struct kept_list { /* what is to be kept */
	struct str expr, words, order;
};
MUST_USE bool kept_save(const struct service *s, struct arena *a, const struct kept_list *what,
    struct str name, struct str role, struct rep_done *r, struct err *e);
/* One's own, else that of a role. */
MUST_USE bool kept_rename(const struct service *s, struct arena *a, struct str name,
    struct str to, struct rep_done *r, struct err *e);
MUST_USE bool kept_drop(const struct service *s, struct arena *a, struct str name,
    struct rep_done *r, struct err *e);
/* Whose it is: "mine", the role, "the review". */
struct str kept_whose(const struct part_view *v);

#endif
