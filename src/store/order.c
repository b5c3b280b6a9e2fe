/* SPDX-License-Identifier: MIT */
/* Orders of a list: the row value each is keyed by, and cursors made of it. */
#include "store/order.h"

#include "store/fields.h"

static const struct {
	const char *name, *key;
	char letter; /* first of its cursors */
	bool id;     /* ties are broken by id */
	bool text;
} orders[ORDERS] = {
    [ORDER_RANK] = {"rank", "r.place", 'r', true, false},
    [ORDER_REF] = {"ref", "r.ref", 'f', false, true},
    [ORDER_DUE] = {"due", NULL, 'd', true, false},
    /* records are numbered as they are opened */
    [ORDER_OPENED] = {"opened", "r.id", 'o', false, false},
    [ORDER_RECEIVED] = {"received", NULL, 'v', true, true},
};

const char *order_name(enum order o)
{
	return orders[o].name;
}

bool order_of(struct str name, enum order *out)
{
	*out = ORDER_RANK;
	for (int o = 0; name.n && o < ORDERS; o++) {
		*out = (enum order)o;
		if (str_is(name, orders[o].name))
			return true;
	}
	return name.n == 0;
}

/* Adds the key's SQL over record r. */
static void order_key(struct query *q, const struct page_query *p)
{
	if (p->order == ORDER_RECEIVED)
		query_str(q, field_key_sql(q->arena, p->received));
	else if (p->order == ORDER_DUE)
		seen(q, SEEN_DUE_KEY);
	else
		query_sql(q, orders[p->order].key);
}

bool order_has_id(enum order o)
{
	return orders[o].id;
}

static struct str received_of(const struct page_query *q, const struct record *r)
{
	const struct json *j = json_get_str(r->fields, q->received);

	return j && j->kind == J_STR ? j->s : STR("~");
}

struct str cursor_of(struct arena *a, const struct page_query *q, const struct record *r)
{
	long long id = (long long)r->id, due = r->due == NO_TIME ? INT64_MAX : r->due;
	char c = orders[q->order].letter;

	switch (q->order) {
	case ORDER_RANK:
		return arena_printf(a, "%c%lld,%lld", c, id, (long long)-r->rank);
	case ORDER_REF:
		return arena_printf(a, "%c0,%.*s", c, STR_ARG(r->ref));
	case ORDER_DUE:
		return arena_printf(a, "%c%lld,%lld", c, id, due);
	case ORDER_OPENED:
		return arena_printf(a, "%c0,%lld", c, id);
	case ORDER_RECEIVED:
		return arena_printf(a, "%c%lld,%.*s", c, id, STR_ARG(received_of(q, r)));
	case ORDERS:
		break;
	}
	BUG("no order %d", (int)q->order);
}

bool cursor_read(
    const struct page_query *q, struct str cursor, struct place_in *out, struct err *e)
{
	struct str rest = cursor, id;

	*out = (struct place_in){.text = orders[q->order].text};
	if (rest.n && rest.p[0] == orders[q->order].letter) {
		rest.p++;
		rest.n--;
		if (str_cut(&rest, ',', &id) && str_int(id, &out->id)) {
			out->s = rest;
			if (out->text || str_int(rest, &out->i))
				return true;
		}
	}
	return err_set(e, ERR_USAGE, "'%.*s' is no place in the order %s; take one from a page",
	    STR_ARG(cursor), orders[q->order].name);
}

static void bind_key(struct query *q, const struct place_in *at)
{
	if (at->text)
		query_text(q, at->s);
	else
		query_int(q, at->i);
}

/* A key that is an expression cannot bound an index in a row value, so it is said once
 * more by itself. */
void order_bound(
    struct query *q, const struct page_query *p, const struct place_in *at, bool backwards)
{
	if (!orders[p->order].id || p->order == ORDER_RECEIVED) {
		bool strict = !orders[p->order].id;
		query_sql(q, " AND ");
		order_key(q, p);
		query_sql(q, backwards ? (strict ? " < " : " <= ") : (strict ? " > " : " >= "));
		bind_key(q, at);
	}
	if (!orders[p->order].id)
		return;
	query_sql(q, " AND (");
	order_key(q, p);
	query_sql(q, backwards ? ", r.id) < (" : ", r.id) > (");
	bind_key(q, at);
	query_sql(q, ", ");
	query_int(q, at->id);
	query_sql(q, ")");
}

void order_by(struct query *q, const struct page_query *p, bool backwards)
{
	query_sql(q, " ORDER BY ");
	order_key(q, p);
	query_sql(q, backwards ? " DESC" : "");
	if (orders[p->order].id)
		query_sql(q, backwards ? ", r.id DESC" : ", r.id");
}
