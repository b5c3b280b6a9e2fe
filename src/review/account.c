/* SPDX-License-Identifier: MIT */
/* What every account keeps to: its name, its roles, and rights that exclude each other. */
#include "review/account.h"

#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { NAME_MAX_BYTES = 32 };

static bool name_char(char c, bool first)
{
	bool letter = c >= 'a' && c <= 'z';
	bool other = (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';

	return letter || (!first && other);
}

bool account_check_name(struct str name, struct err *e)
{
	bool ok = name.n >= 1 && name.n <= NAME_MAX_BYTES;

	for (size_t i = 0; ok && i < name.n; i++)
		ok = name_char(name.p[i], i == 0);
	return ok ||
	       err_set(e, ERR_USAGE,
		   "'%.*s' cannot be an account name; expected a lower-case letter, then up to "
		   "31 lower-case letters, digits, dots, _ or -",
		   STR_ARG(name));
}

bool account_check_roles(
    struct arena *a, const struct pack *p, struct strs roles, struct err *e)
{
	struct strs ids = {0};
	struct str all, near;

	for (size_t i = 0; i < p->roles.n; i++)
		*arena_push(a, &ids) = p->roles.v[i].id;
	all = say_list(a, ids, "and");
	if (roles.n == 0)
		return err_set(e, ERR_USAGE,
		    "an account needs at least one role; the pack has %.*s", STR_ARG(all));
	for (size_t i = 0; i < roles.n; i++) {
		struct strs before = {.v = roles.v, .n = i};
		if (str_has(before, roles.v[i]))
			return err_set(
			    e, ERR_USAGE, "the role %.*s is named twice", STR_ARG(roles.v[i]));
		if (pack_role(p, roles.v[i]))
			continue;
		near = say_near(a, roles.v[i], ids);
		return err_set(e, ERR_USAGE, "the pack has no role '%.*s'%.*s\nit has %.*s",
		    STR_ARG(roles.v[i]), STR_ARG(near), STR_ARG(all));
	}
	return true;
}

/* Roles among these that give any of the rights, by label. */
static struct str roles_with(
    struct arena *a, const struct pack *p, struct strs roles, unsigned rights)
{
	struct strs with = {0};

	for (size_t i = 0; i < roles.n; i++) {
		const struct role *r = pack_role(p, roles.v[i]);
		if (r && (r->rights & rights))
			*arena_push(a, &with) = role_words(p, r->id);
	}
	return say_list(a, with, "and");
}

bool account_check_rights(
    struct arena *a, const struct pack *p, struct strs roles, struct str staff, struct err *e)
{
	unsigned rights = pack_rights(p, roles);
	struct str users = roles_with(a, p, roles, RIGHT_USERS),
		   cases = roles_with(a, p, roles, RIGHT_CASES),
		   whole = roles_with(a, p, roles, RIGHT_LOG | RIGHT_BACKUP);
	bool ok = true;

	if ((rights & RIGHT_USERS) && (rights & RIGHT_CASES))
		ok = err_more(
		    e, ERR_REFUSED, REFUSED_RIGHTS_APART, STR_ARG(users), STR_ARG(cases));
	if (staff.n && (rights & (RIGHT_LOG | RIGHT_BACKUP)))
		ok = err_more(e, ERR_REFUSED, REFUSED_STAFF_ALL, STR_ARG(whole));
	return ok;
}
