/* SPDX-License-Identifier: MIT */
/* import/NAME.yaml: how the columns of a CSV file become fields of a record. */
#include "conf/tables.h"

enum { DATE_ISO, DATE_DMY };
static const struct word date_words[] = {{"iso", DATE_ISO}, {"dmy", DATE_DMY}};

static void read_date_format(struct reader *r, const struct node *n, void *out)
{
	const struct words words = WORDS(date_words);
	int format;

	if (want_word(r, n, &words, &format))
		*(struct str *)out = format == DATE_DMY ? STR("dmy") : (struct str){0};
}

/* Codes of the file are any text; what they stand for is one line of ours. */
static void read_codes(struct reader *r, const struct node *n, void *owner)
{
	struct map_column *c = owner;

	if (!want_kind(r, n, NODE_MAP, "a map of code in the file to our value"))
		return;
	for (size_t i = 0; i < n->items.n; i++) {
		struct choice code = {.code = n->keys.v[i]->text};
		if (want_line(r, n->items.v[i], 0, &code.label))
			*arena_push(r->a, &c->codes) = code;
	}
}

static const struct key map_column_keys[] = {
    {.name = "csv",
	.kind = WANT_LINE,
	.required = true,
	.at = offsetof(struct map_column, header)},
    {.name = "field",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct map_column, field)},
    {.name = "codes", .kind = WANT_OWN, .read = read_codes},
    {.name = "date",
	.kind = WANT_OWN,
	.at = offsetof(struct map_column, date_format),
	.read = read_date_format},
    {.name = "optional", .kind = WANT_BOOL, .at = offsetof(struct map_column, optional)},
};
const struct key_table map_column_table = {
    .what = "map column",
    TABLE(map_column_keys),
    .size = sizeof(struct map_column),
    .place = offsetof(struct map_column, at),
    .id = offsetof(struct map_column, header),
};

static const struct key map_keys[] = {
    {.name = "map",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct import_map, name)},
    {.name = "type",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct import_map, type)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct import_map, label)},
    {.name = "columns",
	.kind = WANT_LIST,
	.required = true,
	.at = offsetof(struct import_map, columns),
	.of = &map_column_table},
    {.name = "ignore", .kind = WANT_LINES, .at = offsetof(struct import_map, ignore)},
};
static void map_done(struct reader *r, const struct node *n, void *owner)
{
	struct import_map *m = owner;

	(void)n;
	if (m->label.n == 0)
		m->label = label_of(r->a, m->name);
}
const struct key_table map_table = {
    .what = "map",
    TABLE(map_keys),
    .size = sizeof(struct import_map),
    .place = offsetof(struct import_map, at),
    .id = offsetof(struct import_map, name),
    .done = map_done,
};

void read_map(struct reader *r, const struct node *n)
{
	struct pack *p = r->pack;
	struct import_map *m = &p->maps.v[p->maps.n];

	if (want_map(r, n, &map_table, m))
		p->maps.n++;
}
