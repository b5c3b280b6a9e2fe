/* SPDX-License-Identifier: MIT */
/* Who is at the desk, and what they may. */
#include "review/packs.h"

#include "lookback/base/utf8.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

/* Types whose records are evidence: they are seen by everybody who may see the case. */
static struct strs evidence_of(struct arena *a, const struct pack *p)
{
	struct strs out = {0};

	for (size_t i = 0; i < p->types.n; i++)
		if (p->types.v[i].evidence)
			*arena_push(a, &out) = p->types.v[i].name;
	return out;
}

void me_of(struct desk *d, const struct user_row *u, struct me *out)
{
	const struct pack *p = d->rv->pack;

	*out = (struct me){.account = *u, .rights = u->disabled ? 0 : pack_rights(p, u->roles)};
	out->person = (struct person){.name = u->name, .roles = u->roles, .staff = u->staff};
	out->person.skills.v = u->skills.v;
	out->person.skills.n = u->skills.n;
	out->person.skills.cap = u->skills.cap;
	out->viewer = (struct viewer){.user = u->name,
	    .staff = u->staff,
	    .cases = (out->rights & RIGHT_CASES) != 0,
	    .blind = packs_blind(d->rv, u->roles),
	    .roles = u->roles};
	if (out->viewer.blind)
		out->viewer.evidence = evidence_of(d->arena, p);
}

bool desk_me(struct desk *d, struct me *out, struct err *e)
{
	struct user_row u = {0};
	struct err why = {0};

	d->rv->nabout = 0;
	if (d->user.n == 0)
		return err_set(e, ERR_USAGE, "the first request of a connection is hello");
	if (!user_get(d->rv->store, d->arena, d->user, &u, &why)) {
		if (why.kind == ERR_NOT_FOUND)
			return err_set(e, ERR_REFUSED, REFUSED_NO_ACCOUNT, STR_ARG(d->user));
		*e = why;
		return false;
	}
	if (u.disabled)
		return err_set(e, ERR_REFUSED, REFUSED_ACCOUNT_CLOSED, STR_ARG(d->user));
	me_of(d, &u, out);
	return true;
}

static bool lacks(struct desk *d, unsigned any_of, const struct me *m, struct err *e)
{
	struct strs rights = {0};
	struct str need, have;

	for (size_t i = 0; i < RIGHT_ROWS; i++)
		if (any_of & right_rows[i].right)
			*arena_push(d->arena, &rights) = str_of(right_rows[i].to);
	need = say_list(d->arena, rights, "or to");
	have = say_list(d->arena, role_labels(d->arena, d->rv->pack, m->account.roles), "and");
	if (m->account.roles.n == 1)
		return err_set(
		    e, ERR_REFUSED, REFUSED_LACKS_ROLE, STR_ARG(need), STR_ARG(have));
	return err_set(e, ERR_REFUSED, REFUSED_LACKS_ROLES, STR_ARG(need), STR_ARG(have));
}

bool desk_need(struct desk *d, unsigned any_of, struct me *out, struct err *e)
{
	if (!desk_me(d, out, e))
		return false;
	return (out->rights & any_of) || lacks(d, any_of, out, e);
}

struct str me_words(struct desk *d, struct str account)
{
	struct user_row u = {0};
	struct err none = {0};

	if (!user_get(d->rv->store, d->arena, account, &u, &none) || u.full.n == 0)
		return account;
	return arena_printf(d->arena, "%.*s (%.*s)", STR_ARG(u.full), STR_ARG(account));
}

/* What stands in a restricted field is for those who lead the work. */
bool field_hidden(const struct me *m, const struct field *f)
{
	return f->restricted && !(m->rights & RIGHT_ASSIGN);
}

static bool any_hidden(
    struct desk *d, const struct me *m, const struct expr *x, struct str *label)
{
	const struct pack *p = d->rv->pack;
	struct strs names = {0};

	expr_attrs(d->arena, x, &names);
	for (size_t t = 0; t < p->types.n; t++)
		for (size_t i = 0; i < names.n; i++) {
			const struct field *f = type_field(&p->types.v[t], names.v[i]);
			if (f && field_hidden(m, f)) {
				*label = f->label;
				return true;
			}
		}
	return false;
}

static struct expr_env env_of(const struct desk *d)
{
	const struct pack *p = d->rv->pack;

	return (struct expr_env){.pack = p,
	    .type = p->types.n == 1 ? &p->types.v[0] : NULL,
	    .me = d->user,
	    .now = d->now};
}

static bool may_ask(struct desk *d, const struct me *m, const struct expr *x, struct err *e)
{
	struct str label = {0};

	if (any_hidden(d, m, x, &label))
		return err_set(e, ERR_REFUSED, REFUSED_FIELD_SHUT, STR_ARG(label));
	return true;
}

bool desk_where(
    struct desk *d, const struct me *m, struct str text, const struct expr **out, struct err *e)
{
	struct expr_env env = env_of(d);

	return expr_parse(d->arena, text, &env, out, e) && may_ask(d, m, *out, e);
}

bool desk_search(
    struct desk *d, const struct me *m, struct str text, const struct expr **out, struct err *e)
{
	struct expr_env env = env_of(d);

	return expr_search(d->arena, text, &env, out, e) && may_ask(d, m, *out, e);
}

bool desk_search_steps(struct desk *d, struct str text, struct search_steps *out, struct err *e)
{
	struct expr_env env = env_of(d);

	return expr_search_steps(d->arena, text, &env, out, e);
}

bool desk_text(const char *what, struct str given, size_t max, struct str *out, struct err *e)
{
	const char *fault = utf8_fault(given, true);

	if (fault)
		return err_set(e, ERR_INPUT, "the %s %s", what, fault);
	*out = str_trim(given);
	if (out->n > max)
		return err_set(e, ERR_INPUT, "the %s has %zu bytes; expected at most %zu", what,
		    out->n, max);
	return true;
}

int32_t desk_today(const struct desk *d)
{
	return london_day(d->now);
}

int64_t desk_lease(const struct desk *d)
{
	return d->now + (int64_t)d->rv->pack->claim_minutes * 60000;
}
