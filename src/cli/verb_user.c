/* SPDX-License-Identifier: MIT */
/* Accounts and their roles. */
#include "cli/cli.h"
#include "cli/table.h"

static void push_roles(struct cli *c, struct str list, struct strs *roles)
{
	struct str part;

	while (str_cut(&list, ',', &part)) {
		part = str_trim(part);
		if (part.n && !str_has(*roles, part))
			*arena_push(c->arena, roles) = part;
	}
}

/* Roles stand behind the name, or with --role; both count. */
static bool read_roles(struct cli *c, struct strs *roles, struct err *e)
{
	for (size_t i = 1; i < c->words.n; i++)
		push_roles(c, c->words.v[i], roles);
	if (c->given[USER_ROLE].given)
		push_roles(c, c->given[USER_ROLE].text, roles);
	return roles->n || err_set(e, ERR_USAGE,
			       "an account needs a role; 'lookback pack show' lists them");
}

bool verb_user_add(struct cli *c, struct err *e)
{
	struct req_user_add q = {.name = c->words.v[0],
	    .full = c->given[USER_FULL].text,
	    .staff = c->given[USER_STAFF].text};

	return read_roles(c, &q.roles, e) && cli_do(c, MSG_user_add, &q, e);
}

bool verb_user_role(struct cli *c, struct err *e)
{
	struct req_user_role q = {.name = c->words.v[0]};

	return read_roles(c, &q.roles, e) && cli_do(c, MSG_user_role, &q, e);
}

bool verb_user_train(struct cli *c, struct err *e)
{
	const struct req_user_train q = {
	    .name = c->words.v[0], .competence = c->words.v[1], .until = c->words.v[2]};

	return cli_do(c, MSG_user_train, &q, e);
}

bool verb_user_disable(struct cli *c, struct err *e)
{
	const struct req_user_disable q = {
	    .name = c->words.v[0], .reason = c->given[REASON].text};

	if (!q.reason.n)
		return err_set(e, ERR_USAGE, "closing an account needs a --reason");
	return cli_do(c, MSG_user_disable, &q, e);
}

static struct str joined(struct arena *a, struct strs list)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < list.n; i++)
		buf_printf(&b, "%s%.*s", i ? " " : "", STR_ARG(list.v[i]));
	return buf_str(&b);
}

static struct str standing(struct cli *c, const struct part_user *u)
{
	if (u->disabled)
		return STR("closed");
	return u->away.n ? arena_printf(c->arena, "absent until %.*s", STR_ARG(u->away))
			 : STR("");
}

bool verb_user_list(struct cli *c, struct err *e)
{
	const struct req_user_list q = {0};
	struct rep_users r;
	struct table t = {.arena = c->arena};
	struct buf b = buf_in(c->arena);

	if (!cli_ask_list(c, MSG_user_list, &q, &r, "rows", e))
		return false;
	if (c->json)
		return true;
	table_head(&t, "Account", false);
	table_head(&t, "Name", false);
	table_head(&t, "Roles", false);
	table_head(&t, "Staff code", false);
	table_head(&t, "", false);
	for (size_t i = 0; i < r.rows.n; i++) {
		table_cell(&t, r.rows.v[i].name);
		table_cell(&t, r.rows.v[i].full);
		table_cell(&t, joined(c->arena, r.rows.v[i].roles));
		table_cell(&t, r.rows.v[i].staff);
		table_cell(&t, standing(c, &r.rows.v[i]));
	}
	table_flush(&t, &b);
	return cli_put(c, buf_str(&b), e);
}
