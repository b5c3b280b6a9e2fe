/* SPDX-License-Identifier: MIT */
/* Accounts: added, given other roles, closed; never removed. */
#include "review/account.h"
#include "review/body.h"
#include "review/giving.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

/* An act on accounts: by right, once, on a sound database. */
static bool begin(struct desk *d, struct rep_done *r, bool *done, struct err *e)
{
	struct event_row first;
	struct me m;

	*r = (struct rep_done){0};
	*done = false;
	if (!desk_need(d, RIGHT_USERS, &m, e) || !desk_writable(d, e) ||
	    !desk_again(d, done, &first, e))
		return false;
	return !*done || desk_done_before(d, &first, r);
}

static bool is_new(struct desk *d, struct str name, struct err *e)
{
	struct user_row u = {0};
	struct err none = {0};

	if (user_get(d->rv->store, d->arena, name, &u, &none))
		return err_set(e, ERR_CONFLICT, "there is an account %.*s already%s",
		    STR_ARG(name),
		    u.disabled ? "; it is closed, and a name is never given twice" : "");
	if (none.kind == ERR_NOT_FOUND)
		return true;
	*e = none;
	return false;
}

/* One spelling of a staff code, as records keep theirs. */
static bool staff_code(struct desk *d, struct str given, struct str *out, struct err *e)
{
	struct vspec spec = {.type = VT_STAFF};
	struct value v;

	if (!value_accept(d->arena, &spec, given, NO_DAY, &v, e))
		return err_add(e, "staff code");
	*out = v.kind == V_STR ? v.s : STR("");
	return true;
}

static bool full_name(struct desk *d, struct str given, struct str *out, struct err *e)
{
	struct vspec spec = {.type = VT_LINE, .max = 80};
	struct value v;

	if (!value_accept(d->arena, &spec, given, NO_DAY, &v, e))
		return err_add(e, "full name");
	*out = v.kind == V_STR ? v.s : STR("");
	return true;
}

bool review_user_add(
    struct desk *d, const struct req_user_add *q, struct rep_done *r, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct json *body = json_obj(d->arena);
	struct str full = {0}, staff = {0};
	bool done;

	if (!begin(d, r, &done, e))
		return false;
	if (done)
		return true;
	if (!account_check_name(q->name, e) || !account_check_roles(d->arena, p, q->roles, e) ||
	    !full_name(d, q->full, &full, e) || !staff_code(d, q->staff, &staff, e) ||
	    !account_check_rights(d->arena, p, q->roles, staff, e) || !is_new(d, q->name, e))
		return false;
	body_text(d->arena, body, "name", q->name);
	body_text(d->arena, body, "full", full);
	body_list(d->arena, body, "roles", q->roles);
	body_text(d->arena, body, "staff", staff);
	r->text = arena_printf(d->arena, "the account %.*s was added", STR_ARG(q->name));
	return desk_append(d, EVENT_USER_ADDED, STR(""), body, &r->seq, e);
}

/* Somebody must be left who can manage accounts. */
static bool not_the_last(struct desk *d, struct str name, struct err *e)
{
	struct user_rows all = {0};

	if (!user_all(d->rv->store, d->arena, &all, e))
		return false;
	for (size_t i = 0; i < all.n; i++)
		if (!all.v[i].disabled && !str_eq(all.v[i].name, name) &&
		    (pack_rights(d->rv->pack, all.v[i].roles) & RIGHT_USERS))
			return true;
	return err_set(e, ERR_REFUSED, REFUSED_LAST_KEEPER, STR_ARG(name));
}

static bool open_account(struct desk *d, struct str name, struct user_row *u, struct err *e)
{
	if (!user_get(d->rv->store, d->arena, name, u, e))
		return false;
	return !u->disabled || err_set(e, ERR_REFUSED, REFUSED_USER_CLOSED, STR_ARG(name));
}

bool review_user_role(
    struct desk *d, const struct req_user_role *q, struct rep_done *r, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct json *body = json_obj(d->arena);
	struct user_row u = {0};
	bool done;

	if (!begin(d, r, &done, e))
		return false;
	if (done)
		return true;
	if (!open_account(d, q->name, &u, e) ||
	    !account_check_roles(d->arena, p, q->roles, e) ||
	    !account_check_rights(d->arena, p, q->roles, u.staff, e))
		return false;
	if ((pack_rights(p, u.roles) & RIGHT_USERS) &&
	    !(pack_rights(p, q->roles) & RIGHT_USERS) && !not_the_last(d, u.name, e))
		return false;
	body_text(d->arena, body, "name", u.name);
	body_list(d->arena, body, "roles", q->roles);
	r->text = arena_printf(d->arena, "the roles of %.*s were changed", STR_ARG(u.name));
	return desk_append(d, EVENT_USER_CHANGED, STR(""), body, &r->seq, e);
}

/* What a closed account held goes back to its queue at once. */
static bool give_back(struct desk *d, struct str name, struct err *e)
{
	struct viewer all = {.engine = true};
	struct records held = {0};

	if (!record_held_by(d->rv->store, d->arena, &all, name, &held, e))
		return false;
	for (size_t i = 0; i < held.n; i++) {
		struct json *body = json_obj(d->arena);
		body_text(d->arena, body, "reason",
		    arena_printf(d->arena, "the account %.*s was closed", STR_ARG(name)));
		if (!desk_append(d, EVENT_RECORD_RELEASED, held.v[i].ref, body, NULL, e))
			return false;
	}
	return true;
}

bool review_user_disable(
    struct desk *d, const struct req_user_disable *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct user_row u = {0};
	struct str reason;
	bool done;

	if (!begin(d, r, &done, e))
		return false;
	if (done)
		return true;
	if (!open_account(d, q->name, &u, e) ||
	    !desk_text("reason", q->reason, REASON_MAX, &reason, e))
		return false;
	if (reason.n == 0)
		return err_set(e, ERR_REFUSED, REFUSED_CLOSE_REASON);
	if ((pack_rights(d->rv->pack, u.roles) & RIGHT_USERS) && !not_the_last(d, u.name, e))
		return false;
	body_text(d->arena, body, "name", u.name);
	body_text(d->arena, body, "reason", reason);
	r->text = arena_printf(d->arena, "the account %.*s is closed", STR_ARG(u.name));
	return desk_append(d, EVENT_USER_DISABLED, STR(""), body, &r->seq, e) &&
	       give_back(d, u.name, e);
}

static struct part_user user_part(struct desk *d, const struct user_row *u)
{
	struct part_user out = {.name = u->name,
	    .full = u->full,
	    .roles = u->roles,
	    .staff = u->staff,
	    .disabled = u->disabled,
	    .away = is_away(d, u) ? say_day(d->arena, u->away) : STR("")};

	for (size_t i = 0; i < u->skills.n; i++) {
		const struct competence *c =
		    pack_competence(d->rv->pack, u->skills.v[i].competence);
		*arena_push(d->arena, &out.skills) =
		    (struct part_skill){.competence = u->skills.v[i].competence,
			.label = c ? c->label : STR(""),
			.until = say_day(d->arena, u->skills.v[i].until),
			.ended = u->skills.v[i].until < desk_today(d)};
	}
	return out;
}

bool review_user_list(
    struct desk *d, const struct req_user_list *q, struct rep_users *r, struct err *e)
{
	struct user_rows all = {0};
	struct me m;

	(void)q;
	*r = (struct rep_users){0};
	if (!desk_need(d, RIGHT_USERS | RIGHT_ASSIGN | RIGHT_LOG, &m, e) ||
	    !user_all(d->rv->store, d->arena, &all, e))
		return false;
	for (size_t i = 0; i < all.n; i++)
		*arena_push(d->arena, &r->rows) = user_part(d, &all.v[i]);
	return true;
}
