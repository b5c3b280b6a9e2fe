/* SPDX-License-Identifier: MIT */
/* All tables of keys in one list, for whoever checks them. */
#include "conf/tables.h"

const struct key_table *const all_tables[] = {
    &review_table,
    &scope_table,
    &role_table,
    &band_table,
    &regime_table,
    &calendar_table,
    &record_table,
    &field_table,
    &form_table,
    &form_file_table,
    &question_table,
    &state_table,
    &due_table,
    &limit_table,
    &transition_table,
    &rank_table,
    &column_table,
    &map_table,
    &map_column_table,
    &view_table,
    &settings_table,
    NULL,
};
