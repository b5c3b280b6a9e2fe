/* SPDX-License-Identifier: MIT */
#include "eyes.h"

#include "store/fields.h"
#include "support/toypack.h"

void eyes_open(struct arena *a, struct viewer out[EYES])
{
	static const struct {
		const char *user, *staff, *roles, *evidence;
		bool blind;
	} rows[EYES] = {
	    {"zed", "", "", "", false},
	    {"bob", "PC12", "", "", false},
	    {"ann", "DS77", "", "", false},
	    {"zed", "", "", "", true},
	    {"ann", "PC34", "", "action", true},
	    {"bob", "PC12", "second_reader reviewer", "action", true},
	    {"cyd", "", "second_reader adjudicator", "", true},
	    {"ann", "", "supervisor second_reader", "action enquiry", true},
	};

	for (size_t i = 0; i < EYES; i++)
		out[i] = (struct viewer){.user = str_of(rows[i].user),
		    .staff = str_of(rows[i].staff),
		    .cases = true,
		    .blind = rows[i].blind,
		    .roles = toy_list(a, rows[i].roles),
		    .evidence = toy_list(a, rows[i].evidence)};
}

struct facts eyes_facts(const struct pack *p, const struct record *r, int64_t now)
{
	const struct record_type *t = pack_type(p, r->type);

	return (struct facts){.ref = r->ref,
	    .type = r->type,
	    .state = r->state,
	    .band = r->band,
	    .queue = r->queue,
	    .holder = r->holder,
	    .batch = r->batch,
	    .flag = r->flag,
	    .parent = r->parent,
	    .due = r->due,
	    .opened = r->opened,
	    .moved = r->moved,
	    .wake = r->wake,
	    .rank = r->rank + (t ? type_per_day(t) * london_day(now) : 0),
	    .notes = r->notes,
	    .fields = r->fields,
	    .texts = r->texts,
	    .answers = r->answers,
	    .open = r->open,
	    .child = r->child,
	    .did = r->done,
	    .clocks = r->clocks,
	    .alert = r->alert,
	    .agreed = r->agreed,
	    .held = r->held,
	    .aside = r->aside,
	    .taken = r->taken.v,
	    .ntaken = r->taken.n,
	    .author = r->author,
	    .drawn = r->drawn,
	    .reading = r->reading,
	    .query = r->query,
	    .pack = p,
	    .now = now};
}
