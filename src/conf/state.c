/* SPDX-License-Identifier: MIT */
/* States: who works there, who sits where, until when. */
#include "conf/tables.h"

static const struct key seats_keys[] = {
    {.name = "second",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct seats, second)},
    {.name = "when",
	.kind = WANT_EXPR,
	.at = offsetof(struct seats, when_text),
	.also = offsetof(struct seats, when)},
    {.name = "adjudicator",
	.kind = WANT_NAME,
	.required = true,
	.at = offsetof(struct seats, adjudicator)},
    {.name = "compare", .kind = WANT_NAMES, .at = offsetof(struct seats, compare)},
    {.name = "due", .kind = WANT_OWN, .at = offsetof(struct seats, due), .read = read_due},
};
static void seats_done(struct reader *r, const struct node *n, void *owner)
{
	struct seats *s = owner;

	(void)r;
	(void)n;
	s->given = true;
}
const struct key_table seats_table = {
    .what = "seating",
    TABLE(seats_keys),
    .place = offsetof(struct seats, at),
    .id = NO_ID,
    .done = seats_done,
};

static const struct key state_keys[] = {
    {.name = "label", .kind = WANT_LINE, .at = offsetof(struct state, label)},
    {.name = "queue", .kind = WANT_NAME, .at = offsetof(struct state, queue)},
    {.name = "final", .kind = WANT_BOOL, .at = offsetof(struct state, final)},
    {.name = "blind", .kind = WANT_BOOL, .at = offsetof(struct state, blind)},
    {.name = "seats",
	.kind = WANT_MAP,
	.at = offsetof(struct state, seats),
	.of = &seats_table},
    {.name = "due", .kind = WANT_OWN, .at = offsetof(struct state, due), .read = read_due},
    {.name = "escalate", .kind = WANT_NAMES, .at = offsetof(struct state, escalate)},
};
static void state_done(struct reader *r, const struct node *n, void *owner)
{
	struct state *s = owner;

	if (s->label.n == 0)
		s->label = label_of(r->a, s->name);
	if (s->seats.given)
		s->blind = true;
	if (s->final && node_get(n, "due"))
		want_fault(
		    r, node_get(n, "due"), "found a limit on a final state; expected none");
}
const struct key_table state_table = {
    .what = "state",
    TABLE(state_keys),
    .size = sizeof(struct state),
    .place = offsetof(struct state, at),
    .id = offsetof(struct state, name),
    .done = state_done,
};
