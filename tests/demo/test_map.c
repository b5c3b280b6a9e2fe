/* SPDX-License-Identifier: MIT */
/* Extracts and pack fit: every cell is what the column map and its field accept. */
#include <check.h>

#include "csv.h"
#include "lookback/conf/pack.h"

static const struct pack *load(struct arena *a)
{
	struct source source = {0};
	const struct pack *pack = NULL;
	struct faults faults = {0};

	ck_assert(source_embedded(a, "clares-law", &source));
	ck_assert(pack_load(a, &source, &pack, &faults));
	return pack;
}

/* As the import reads it: the map's codes first, then the field's own rules. */
static void accept_cell(struct arena *a, const struct record_type *type,
    const struct map_column *col, struct str given)
{
	const struct field *field = type_field(type, col->field);
	struct value value;
	struct err e = {0};

	ck_assert_ptr_nonnull(field);
	for (size_t i = 0; i < col->codes.n; i++)
		if (str_eq(col->codes.v[i].code, given)) {
			given = col->codes.v[i].label;
			break;
		} else {
			ck_assert_msg(i + 1 < col->codes.n || !given.n,
			    "the map has no code %.*s for %.*s", STR_ARG(given),
			    STR_ARG(col->header));
		}
	ck_assert_msg(value_accept(a, &field->spec, given, day_of(2026, 1, 1), &value, &e),
	    "%.*s: %s", STR_ARG(col->header), e.text);
	ck_assert_msg(
	    !field->required || value.kind != V_NONE, "%.*s is empty", STR_ARG(col->header));
}

START_TEST(every_row_is_accepted_by_the_map)
{
	struct arena life = {0}, cell = {0};
	const struct pack *pack = load(&life);
	const struct import_map *map = pack_map(pack, STR("extract"));
	const struct record_type *type;
	struct csv_rows rows;

	ck_assert_ptr_nonnull(map);
	type = pack_type(pack, map->type);
	csv_cut(&life, csv_extract(&life, 1500, 11, _i), &rows);
	ck_assert_uint_eq(rows.head.n, map->columns.n);
	for (size_t i = 0; i < map->columns.n; i++) {
		size_t at = csv_column(&rows, arena_str(&life, map->columns.v[i].header).p);
		for (size_t k = 0; k < rows.n; k++) {
			accept_cell(&cell, type, &map->columns.v[i], rows.v[k].v[at]);
			arena_clear(&cell);
		}
	}
	arena_clear(&life);
}
END_TEST

Suite *suite_demo_map(void);
Suite *suite_demo_map(void)
{
	Suite *s = suite_create("demo map");
	TCase *t = tcase_create("map");

	tcase_add_loop_test(t, every_row_is_accepted_by_the_map, 0, 2);
	suite_add_tcase(s, t);
	return s;
}
