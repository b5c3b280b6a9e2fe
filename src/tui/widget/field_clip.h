/* SPDX-License-Identifier: MIT */
/* Cutting, copying and putting back in a field, for field.c. */
#ifndef LOOKBACK_TUI_WIDGET_FIELD_CLIP_H
#define LOOKBACK_TUI_WIDGET_FIELD_CLIP_H

#include "tui/widget/field.h"

/* Takes [from, to) out; nothing is kept without a clip. */
void field_cut(struct field *f, size_t from, size_t to, struct clip *clip);
/* True when the action was one of cutting and pasting. `went_on`: so was the last. */
bool field_clip_act(struct field *f, enum action act, struct clip *clip, bool went_on);

/* In field.c: the present state can be come back to; text goes in at the cursor. */
void field_remember(struct field *f);
void field_undo(struct field *f, struct field_past *from, struct field_past *to);
void field_insert(struct field *f, struct str text);

#endif
