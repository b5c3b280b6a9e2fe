/* SPDX-License-Identifier: MIT */
/* Parts of a pack as a person reads it, shared by the two files that print one. */
#ifndef LOOKBACK_CONF_PRINT_H
#define LOOKBACK_CONF_PRINT_H

#include "lookback/rules/pack.h"

/* `before` and then the names with commas; nothing when there are none. */
void put_names(struct buf *b, const char *before, const struct strs *names);
/* `before` and the text; nothing when it is empty. */
void put_part(struct buf *b, const char *before, struct str text);
void put_limit(struct buf *b, struct limit l);
void put_due(struct buf *b, const struct pack *p, const struct due_rule *due);
/* "; sets outcome = {finding}, kind = a" with "; sets " before. */
void put_assigns(struct buf *b, const char *before, const struct assigns *set);
void print_quality(struct buf *b, const struct quality *q);
void print_type(struct buf *b, const struct pack *p, const struct record_type *t);

#endif
