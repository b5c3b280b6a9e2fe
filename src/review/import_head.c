/* SPDX-License-Identifier: MIT */
/* The heading of an extract against the column map: every fault of it at once. */
#include "review/import.h"
#include "review/words.h"

static const struct map_column *column_named(const struct import_map *map, struct str header)
{
	for (size_t i = 0; i < map->columns.n; i++)
		if (str_eq(map->columns.v[i].header, header))
			return &map->columns.v[i];
	return NULL;
}

static void unknown(
    struct import *im, struct str header, const struct csv_row *row, struct err *e)
{
	struct arena *a = im->d->arena;
	struct strs known = {0};
	struct str near;

	for (size_t i = 0; i < im->map->columns.n; i++)
		*arena_push(a, &known) = im->map->columns.v[i].header;
	near = say_near(a, header, known);
	err_more(e, ERR_INPUT, "line 1: the map %.*s knows no column '%.*s'%.*s",
	    STR_ARG(im->map->name), STR_ARG(header), STR_ARG(near));
	for (size_t i = 0; row->n == 1 && i < header.n; i++)
		if (header.p[i] == ';' || header.p[i] == '\t') {
			err_more(e, ERR_INPUT, "cells must be separated by commas");
			return;
		}
}

static void place(struct import *im, const struct csv_row *row, size_t i, struct err *e)
{
	struct str header = row->cells[i];
	const struct map_column *c = column_named(im->map, header);

	for (size_t k = 0; k < i; k++)
		if (str_eq(row->cells[k], header)) {
			err_more(e, ERR_INPUT, "line 1: the column '%.*s' stands twice",
			    STR_ARG(header));
			return;
		}
	if (!c && !str_has(im->map->ignore, header)) {
		unknown(im, header, row, e);
		return;
	}
	im->targets[i].map = c;
	im->targets[i].field = c ? type_field(im->type, c->field) : NULL;
}

static bool has_column(const struct csv_row *row, struct str header)
{
	for (size_t i = 0; i < row->n; i++)
		if (str_eq(row->cells[i], header))
			return true;
	return false;
}

bool import_head(struct import *im, const struct csv_row *row, struct err *e)
{
	struct err faults = {0};

	im->targets = arena_new(im->d->arena, struct target, row->n);
	im->ntargets = row->n;
	for (size_t i = 0; i < row->n; i++)
		place(im, row, i, &faults);
	for (size_t i = 0; i < im->map->columns.n; i++) {
		const struct map_column *c = &im->map->columns.v[i];
		if (!c->optional && !has_column(row, c->header))
			err_more(&faults, ERR_INPUT, "line 1: the column '%.*s' is missing",
			    STR_ARG(c->header));
	}
	if (faults.kind == ERR_NONE)
		return true;
	*e = faults;
	return err_at(e, 1, 0);
}
