/* SPDX-License-Identifier: MIT */
/*
 * Somebody is away until a day, or back. What they hold may go to others in the same act;
 * what is not handed over stays theirs as long as any claim lasts that nobody keeps alive.
 */
#include "review/body.h"
#include "review/handing.h"
#include "review/words.h"
#include "review/refusals.h"

enum { AWAY_DAYS_MAX = 366 };

struct absence {
	struct user_row who;
	int32_t until; /* or NO_DAY: back now */
	struct handing handing;
};

/* One's own return needs no right; all else is a supervisor's word. */
static bool may_say(
    const struct me *m, const struct req_absent *q, const struct user_row *who, struct err *e)
{
	if ((m->rights & RIGHT_ASSIGN) ||
	    (q->until.n == 0 && str_eq(who->name, m->person.name)))
		return true;
	return err_set(e, ERR_REFUSED, REFUSED_ABSENT_NOT_YOURS);
}

static bool until_day(struct desk *d, struct str given, int32_t *day, struct err *e)
{
	int32_t today = desk_today(d);

	*day = NO_DAY;
	if (given.n == 0)
		return true;
	if (!day_understand(str_trim(given), today, day))
		return err_set(e, ERR_INPUT,
		    "'%.*s' is not a day; expected the first one back, such as 2026-12-01, "
		    "1/12/2026 or +3d",
		    STR_ARG(given));
	if (*day <= today)
		return err_set(e, ERR_REFUSED, REFUSED_ABSENT_DAY, STR_ARG(given));
	return *day - today <= AWAY_DAYS_MAX || err_set(e, ERR_REFUSED, REFUSED_ABSENT_YEAR);
}

static bool not_oneself(const struct absence *b, struct err *e)
{
	for (size_t i = 0; i < b->handing.nto; i++)
		if (str_eq(b->handing.to[i].person.name, b->who.name))
			return err_set(e, ERR_REFUSED, REFUSED_ABSENT_SELF,
			    STR_ARG(b->who.name), STR_ARG(b->who.name));
	return true;
}

/* Everything that they hold; on coming back nothing moves. */
static bool hand_over(struct desk *d, const struct me *m, const struct req_absent *q,
    struct absence *b, struct err *e)
{
	struct wanted w = {.from = b->who.name};
	struct records wanted = {0};

	if (!q->hand || b->until == NO_DAY)
		return handing_make(d, &b->handing, &wanted, e);
	return handing_people(d, q->to, &b->handing, e) && not_oneself(b, e) &&
	       handing_wanted(d, m, &w, &wanted, e) && handing_make(d, &b->handing, &wanted, e);
}

static bool make(struct desk *d, const struct me *m, const struct req_absent *q,
    struct absence *b, struct err *e)
{
	struct str name = q->name.n ? str_trim(q->name) : m->person.name;

	*b = (struct absence){.handing = {.me = m}};
	if (!user_get(d->rv->store, d->arena, name, &b->who, e) || !may_say(m, q, &b->who, e) ||
	    !until_day(d, q->until, &b->until, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &b->handing.reason, e))
		return false;
	if (b->who.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_ABSENT_CLOSED, STR_ARG(b->who.name));
	if (b->until == NO_DAY && !is_away(d, &b->who))
		return err_set(e, ERR_REFUSED, REFUSED_NOT_ABSENT, STR_ARG(b->who.name));
	return hand_over(d, m, q, b, e);
}

/* ---- words ------------------------------------------------------------------------------ */

static struct str moved_words(
    struct desk *d, const struct req_absent *q, const struct absence *b, bool done)
{
	long long n = (long long)b->handing.moves;
	struct buf w = buf_in(d->arena);

	if (!q->hand || b->until == NO_DAY)
		return STR("");
	if (n == 0)
		return STR("; nothing changes hands");
	buf_printf(&w, "; %lld record%s %s ", n, plural(n),
	    done     ? "went"
	    : n == 1 ? "goes"
		     : "go");
	if (b->handing.nto == 0)
		buf_puts(&w, "back to their queues");
	for (size_t i = 0; i < b->handing.nto; i++)
		buf_printf(
		    &w, "%s%.*s", i ? ", " : "to ", STR_ARG(b->handing.to[i].person.name));
	if (b->handing.refused)
		buf_printf(&w, ", %lld cannot and stay", (long long)b->handing.refused);
	return buf_str(&w);
}

static struct str words(
    struct desk *d, const struct req_absent *q, const struct absence *b, bool done)
{
	struct str who = me_words(d, b->who.name), day, moved = moved_words(d, q, b, done);

	if (b->until == NO_DAY)
		return arena_printf(
		    d->arena, "%.*s %s back", STR_ARG(who), done ? "is" : "would be");
	day = say_long_day(d->arena, b->until);
	return arena_printf(d->arena, "%.*s %s absent until %.*s%.*s", STR_ARG(who),
	    done ? "is" : "would be", STR_ARG(day), STR_ARG(moved));
}

/* ---- done ------------------------------------------------------------------------------- */

static struct str digest(struct desk *d, const struct absence *b)
{
	return handing_digest(d, &b->handing,
	    arena_printf(d->arena, "absent %.*s %d %d %.*s", STR_ARG(b->who.name), b->until,
		b->who.away, STR_ARG(b->who.away_why)));
}

static bool preview(
    struct desk *d, const struct req_absent *q, struct rep_handing *r, struct err *e)
{
	struct absence b;
	struct me m;

	if (!desk_me(d, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !make(d, &m, q, &b, e))
		return false;
	r->digest = digest(d, &b);
	r->text = words(d, q, &b, false);
	return handing_show(d, &b.handing, r, e);
}

static bool write_event(struct desk *d, const struct absence *b, struct err *e)
{
	struct json *body = json_obj(d->arena);
	bool back = b->until == NO_DAY;

	body_text(d->arena, body, "name", b->who.name);
	if (!back)
		body_text(d->arena, body, "until", say_day(d->arena, b->until));
	body_text(d->arena, body, "reason", b->handing.reason);
	return desk_append(
	    d, back ? EVENT_USER_BACK : EVENT_USER_ABSENT, STR(""), body, NULL, e);
}

static bool carry_out(
    struct desk *d, const struct req_absent *q, struct rep_handing *r, struct err *e)
{
	struct rep_done before;
	struct event_row first;
	struct absence b;
	struct me m;
	bool again;

	if (!desk_me(d, &m, e) || !desk_writable(d, e) || !desk_again(d, &again, &first, e))
		return false;
	r->done = true;
	if (again) {
		if (!desk_done_before(d, &first, &before))
			return false;
		r->text = before.text;
		return true;
	}
	if (!make(d, &m, q, &b, e) || !handing_same(q->digest, digest(d, &b), e))
		return false;
	r->text = words(d, q, &b, true);
	return write_event(d, &b, e) && handing_write(d, &b.handing, NULL, e) &&
	       handing_show(d, &b.handing, r, e);
}

bool review_absent(
    struct desk *d, const struct req_absent *q, struct rep_handing *r, struct err *e)
{
	*r = (struct rep_handing){0};
	return q->digest.n ? carry_out(d, q, r, e) : preview(d, q, r, e);
}
