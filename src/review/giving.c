/* SPDX-License-Identifier: MIT */
/* Giving a record to a person: who, whether, and the event. */
#include "review/giving.h"

#include "review/body.h"
#include "review/words.h"
#include "review/refusals.h"

bool is_away(const struct desk *d, const struct user_row *u)
{
	return u->away != NO_DAY && u->away > desk_today(d);
}

struct str away_words(struct desk *d, const struct user_row *u)
{
	struct str day = say_long_day(d->arena, u->away);

	if (u->away_why.n == 0)
		return arena_printf(d->arena, "until %.*s", STR_ARG(day));
	return arena_printf(d->arena, "until %.*s (%.*s)", STR_ARG(day), STR_ARG(u->away_why));
}

bool giving_person(struct desk *d, struct str name, struct me *to, struct err *e)
{
	struct user_row u = {0};

	if (!user_get(d->rv->store, d->arena, str_trim(name), &u, e))
		return false;
	me_of(d, &u, to);
	if (u.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_GIVE_CLOSED, STR_ARG(u.name));
	if (!(to->rights & RIGHT_TAKE))
		return err_set(e, ERR_REFUSED, REFUSED_GIVE_ROLE, STR_ARG(u.name));
	if (is_away(d, &u)) {
		struct str until = away_words(d, &u);
		return err_set(
		    e, ERR_REFUSED, REFUSED_GIVE_ABSENT, STR_ARG(u.name), STR_ARG(until));
	}
	return true;
}

bool giving_may(struct desk *d, const struct casefile *c, const struct me *to, struct err *e)
{
	struct str name = to->person.name;
	struct err hidden = {0};
	struct record seen;

	if (!record_get(d->rv->store, d->arena, &to->viewer, c->rec.ref, &seen, &hidden))
		return err_set(
		    e, ERR_REFUSED, REFUSED_GIVE_BARRED, STR_ARG(c->rec.ref), STR_ARG(name));
	return may_work(c, &to->person) || work_refusal(d, c, &to->person, e);
}

/* Silence ends a claim, but a person who was given one need not be at the desk: it lasts
 * at least to the end of the next working day. */
int64_t giving_lease(const struct desk *d)
{
	int32_t day = day_add_working(desk_today(d), 1, d->rv->pack->holidays);
	int64_t end = london_end_of_day(day);

	return end > desk_lease(d) ? end : desk_lease(d);
}

bool giving_write(struct desk *d, struct str ref, int64_t id, struct str to, struct str reason,
    int64_t *seq, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "to", to);
	body_text(d->arena, body, "reason", reason);
	return desk_append(d, EVENT_RECORD_ASSIGNED, ref, body, seq, e) &&
	       lease_set(d->rv->store, id, to, giving_lease(d), e);
}
