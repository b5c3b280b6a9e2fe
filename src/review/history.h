/* SPDX-License-Identifier: MIT */
/* Events as English, with the labels of the pack. */
#ifndef LOOKBACK_REVIEW_HISTORY_H
#define LOOKBACK_REVIEW_HISTORY_H

#include "lookback/rules/pack.h"
#include "lookback/store/store.h"

/* What the actor did, as words behind their name: "moved it from Triage to Full review, red".
 * Of values it tells only what anybody who sees the record may see. */
struct str event_words(struct arena *a, const struct pack *p, const struct event_row *ev);
/* The same for a reader who must not know where they sit: their own act says nothing of what
 * came of it, and the body (NULL: none) nothing of the seat. */
struct str event_type_blind(struct str type);
struct str event_words_blind(struct arena *a, const struct pack *p, const struct event_row *ev);
const struct json *event_body_blind(
    struct arena *a, const struct event_row *ev, const struct json *body);

#endif
