/* SPDX-License-Identifier: MIT */
/* The tables of keys, one for each kind of map a pack or settings file may hold. */
#ifndef LOOKBACK_CONF_TABLES_H
#define LOOKBACK_CONF_TABLES_H

#include "conf/want.h"

extern const struct key_table review_table, scope_table, role_table, band_table, regime_table;
extern const struct key_table competence_table, link_table, alerts_table, safeguarding_table;
extern const struct key_table calendar_table;
extern const struct key_table record_table, opening_table, lead_table, clock_table, rank_table,
    column_table;
extern const struct key_table field_table, form_table, form_file_table, question_table;
extern const struct key_table state_table, seats_table, due_table, limit_table;
extern const struct key_table transition_table, opens_table, sample_table;
extern const struct key_table map_table, map_column_table;
extern const struct key_table view_table;
extern const struct key_table quality_table, plan_table, calibration_table, funnel_table;
extern const struct key_table audit_table, measure_table;
extern const struct key_table lesson_table, person_table, training_case_table, step_table,
    act_table;
extern const struct key_table settings_table;
/* All of them, in the order of docs/PACK.md; ends with NULL. */
extern const struct key_table *const all_tables[];

/* One file of each kind becomes part of r->pack. */
void read_review(struct reader *r, const struct node *n);
void read_calendar(struct reader *r, const struct node *n);
void read_record(struct reader *r, const struct node *n); /* types.v has room for it */
void read_form_file(struct reader *r, const struct node *n);
void read_map(struct reader *r, const struct node *n); /* maps.v has room for it */
void read_views(struct reader *r, const struct node *n);
void read_quality(struct reader *r, const struct node *n);
void read_lesson(struct reader *r, const struct node *n); /* behind all others */

/* Readers that several tables share. `out` is a struct limit, due_rule, assigns. */
void read_limit(struct reader *r, const struct node *n, void *out);
void read_due(struct reader *r, const struct node *n, void *out);
/* Fields of the type being read; of the type named, once it is known. */
void read_set(struct reader *r, const struct node *n, void *out);
void keep_filling(
    struct reader *r, const struct node *n, const struct str *type, struct assigns *out);
void fill_all(struct reader *r);
/* `when` and `because` only together. */
void check_because(struct reader *r, const struct node *n);

/* What a field or a question holds: rows for its table, and a look across them. */
#define SPEC_KEYS(T)                                                                           \
	{.name = "type",                                                                       \
	    .kind = WANT_OWN,                                                                  \
	    .required = true,                                                                  \
	    .at = offsetof(T, spec),                                                           \
	    .read = read_type},                                                                \
	    {.name = "of", .kind = WANT_OWN, .at = offsetof(T, spec), .read = read_of},        \
	    {.name = "absent",                                                                 \
		.kind = WANT_FLAGS,                                                            \
		.at = offsetof(T, spec.absent),                                                \
		.words = ABSENT_WORDS},                                                        \
	    {.name = "min",                                                                    \
		.kind = WANT_LONG,                                                             \
		.at = offsetof(T, spec.min),                                                   \
		.min = -NUMBER_MAX,                                                            \
		.max = NUMBER_MAX},                                                            \
	    {.name = "max",                                                                    \
		.kind = WANT_LONG,                                                             \
		.at = offsetof(T, spec.max),                                                   \
		.min = 1,                                                                      \
		.max = NUMBER_MAX},                                                            \
	{                                                                                      \
		.name = "ordered", .kind = WANT_BOOL, .at = offsetof(T, attr.ordered)          \
	}
enum { NUMBER_MAX = 1000000000, ABSENCES = 3 };
extern const struct word absent_words[ABSENCES];
#define ABSENT_WORDS                                                                           \
	{                                                                                      \
		absent_words, ABSENCES                                                         \
	}
void read_type(struct reader *r, const struct node *n, void *spec);
void read_of(struct reader *r, const struct node *n, void *spec);
void spec_done(struct reader *r, const struct node *n, struct vspec *spec);
/* Is the code one that a value of this kind may be? */
bool spec_has_code(const struct vspec *spec, struct str code);

#endif
