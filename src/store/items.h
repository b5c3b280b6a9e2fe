/* SPDX-License-Identifier: MIT */
/* What the tables of quality passes have in common. */
#ifndef LOOKBACK_STORE_ITEMS_H
#define LOOKBACK_STORE_ITEMS_H

#include "store/viewer.h"

/* The result that counts in a pass p: found, where it says when something is. */
#define ITEM_COUNTS "(CASE p.found WHEN '' THEN 'overturned' ELSE 'found' END)"

/* A list that is kept as canonical JSON. */
struct strs list_in(struct arena *a, struct str text);

#endif
