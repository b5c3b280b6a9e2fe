/* SPDX-License-Identifier: MIT */
/* A handing as a reply, as much of it as fits a message. Rows show titles, so they are logged. */
#include "review/body.h"
#include "review/handing.h"
#include "review/view.h"
#include "review/words.h"

static struct str title_of(struct desk *d, const struct record *r)
{
	return view_title(d, pack_type(d->rv->pack, r->type), r->fields);
}

/* Bytes that a row takes, with the names of its members. */
static size_t put_given(struct desk *d, const struct planned *row, struct rep_handing *r)
{
	struct part_given g = {.ref = row->rec.ref,
	    .title = title_of(d, &row->rec),
	    .state_label = state_words(pack_type(d->rv->pack, row->rec.type), row->rec.state),
	    .from = row->rec.holder,
	    .to = row->to,
	    .along = row->along};

	*arena_push(d->arena, &r->given) = g;
	return 90 + g.ref.n + g.title.n + g.state_label.n + g.from.n + g.to.n;
}

static size_t put_ungiven(struct desk *d, const struct planned *row, struct rep_handing *r)
{
	struct part_ungiven g = {
	    .ref = row->rec.ref, .title = title_of(d, &row->rec), .text = row->why};

	*arena_push(d->arena, &r->ungiven) = g;
	return 50 + g.ref.n + g.title.n + 2 * g.text.n;
}

static void put_rows(struct desk *d, const struct handing *p, struct rep_handing *r)
{
	size_t bytes = 80 * p->hands.n;

	for (size_t i = 0; i < p->rows.n && bytes < VIEW_ROOM; i++) {
		const struct planned *row = &p->rows.v[i];
		if (row->why.n)
			bytes += put_ungiven(d, row, r);
		else if (!row->stays)
			bytes += put_given(d, row, r);
	}
	for (size_t i = 0; i < p->hands.n; i++) {
		const struct hand *h = &p->hands.v[i];
		*arena_push(d->arena, &r->hands) = (struct part_hand){.name = h->name,
		    .label = me_words(d, h->name),
		    .before = h->before,
		    .after = h->after};
	}
}

static bool log_shown(struct desk *d, const struct rep_handing *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct strs refs = {0};

	for (size_t i = 0; i < r->given.n; i++)
		*arena_push(d->arena, &refs) = r->given.v[i].ref;
	for (size_t i = 0; i < r->ungiven.n; i++)
		*arena_push(d->arena, &refs) = r->ungiven.v[i].ref;
	if (refs.n == 0)
		return true;
	body_text(d->arena, body, "expr", STR("to be given to others"));
	body_text(d->arena, body, "order", STR("rank"));
	body_list(d->arena, body, "refs", refs);
	return desk_append(d, EVENT_LIST_READ, STR(""), body, NULL, e);
}

bool handing_show(struct desk *d, const struct handing *p, struct rep_handing *r, struct err *e)
{
	r->moves = p->moves;
	r->stays = p->stays;
	r->refused = p->refused;
	put_rows(d, p, r);
	return log_shown(d, r, e);
}
