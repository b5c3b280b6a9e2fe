/* SPDX-License-Identifier: MIT */
/* Why a row was found: where its words and names stand. */
#ifndef LOOKBACK_REVIEW_WHY_H
#define LOOKBACK_REVIEW_WHY_H

#include "review/view.h"

/* Fills `why` of rows made from these records, when the expression asks for words or names
 * somewhere in the record. Restricted fields are no reason. Returns the bytes of the text. */
size_t why_rows(struct desk *d, const struct me *m, const struct expr *x,
    const struct records *from, struct part_rows *rows);

#endif
