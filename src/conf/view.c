/* SPDX-License-Identifier: MIT */
/* views.yaml: saved expressions. They are parsed again each time they are used, by
 * whom and on which day, so here they are only checked. */
#include "conf/tables.h"

static void read_view_expr(struct reader *r, const struct node *n, void *owner)
{
	struct view *v = owner;

	want_expr(r, n, NULL, &v->text);
}

static const struct key view_keys[] = {
    {.name = "name", .kind = WANT_NAME, .required = true, .at = offsetof(struct view, name)},
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct view, label)},
    {.name = "expr", .kind = WANT_OWN, .required = true, .read = read_view_expr},
    {.name = "roles", .kind = WANT_NAMES, .at = offsetof(struct view, roles)},
};
static void view_done(struct reader *r, const struct node *n, void *owner)
{
	struct view *v = owner;

	(void)n;
	if (v->label.n == 0)
		v->label = label_of(r->a, v->name);
}
const struct key_table view_table = {
    .what = "view",
    TABLE(view_keys),
    .size = sizeof(struct view),
    .place = offsetof(struct view, at),
    .id = offsetof(struct view, name),
    .done = view_done,
};

void read_views(struct reader *r, const struct node *n)
{
	want_list(r, n, &view_table, &r->pack->views);
}
