/* SPDX-License-Identifier: MIT */
/* Fields of a record: what an import or a person fills and expressions read. */
#include "conf/tables.h"

static const struct key field_keys[] = {
    SPEC_KEYS(struct field),
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct field, label)},
    {.name = "group", .kind = WANT_LINE, .at = offsetof(struct field, group)},
    {.name = "required", .kind = WANT_BOOL, .at = offsetof(struct field, required)},
    {.name = "restricted", .kind = WANT_BOOL, .at = offsetof(struct field, restricted)},
    {.name = "index", .kind = WANT_BOOL, .at = offsetof(struct field, index)},
    {.name = "search", .kind = WANT_BOOL, .at = offsetof(struct field, search)},
    {.name = "names", .kind = WANT_BOOL, .at = offsetof(struct field, names)},
    {.name = "bars", .kind = WANT_BOOL, .at = offsetof(struct field, bars)},
};

static void field_done(struct reader *r, const struct node *n, void *owner)
{
	struct field *f = owner;
	bool words = f->spec.type == VT_LINE || f->spec.type == VT_TEXT;

	spec_done(r, n, &f->spec);
	if (f->label.n == 0)
		f->label = label_of(r->a, f->name);
	if (f->bars && f->spec.type != VT_STAFF)
		want_fault(r, node_get(n, "bars"),
		    "found bars on a %s; expected it only with type staff",
		    vtype_name(f->spec.type));
	if (f->search && !words)
		want_fault(r, node_get(n, "search"),
		    "found search on a %s; expected it only with type line or text",
		    vtype_name(f->spec.type));
	if (f->names && (!f->search || f->spec.type != VT_LINE))
		want_fault(r, node_get(n, "names"),
		    "found names on a %s that is %s; expected it only with type line and "
		    "search: true",
		    vtype_name(f->spec.type), f->search ? "searched" : "not searched");
	if (f->index && f->spec.type == VT_TEXT)
		want_fault(r, node_get(n, "index"),
		    "found an index on a text; expected search, which finds its words");
}
const struct key_table field_table = {
    .what = "field",
    TABLE(field_keys),
    .size = sizeof(struct field),
    .place = offsetof(struct field, at),
    .id = offsetof(struct field, name),
    .done = field_done,
};
