/* SPDX-License-Identifier: MIT */
/*
 * Views: expressions kept under a name, for oneself or for a role. What one says is read when
 * it is saved and again each time it is used, by whoever uses it: a view shows nobody what
 * they could not ask for themselves, and another pack may leave one without a meaning. It is
 * kept all the same, and says why it cannot be used.
 */
#include "review/body.h"
#include "review/listing.h"
#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { VIEW_NAME_MAX = 60, VIEWS_MOST = 100 };

/* Words that stand behind `view` in a command of their own. */
static const char *const taken[] = {"save", "drop", "share", "list", "rename"};

static bool is_taken(struct str name)
{
	struct str rest = name, first = {0};

	if (!str_cut(&rest, ' ', &first))
		return false;
	for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		if (str_is(first, taken[i]))
			return true;
	return false;
}

static bool read_name(struct desk *d, struct str given, struct str *out, struct err *e)
{
	const struct pack *p = d->rv->pack;

	if (!desk_text("name of the view", given, VIEW_NAME_MAX, out, e))
		return false;
	if (out->n == 0)
		return err_set(e, ERR_INPUT, "the view needs a name");
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i] == '\n' || out->p[i] == '\t')
			return err_set(e, ERR_INPUT, "the name of a view is one line");
	if (is_taken(*out))
		return err_set(e, ERR_INPUT,
		    "a view cannot be called '%.*s': that begins a command of its own",
		    STR_ARG(*out));
	for (size_t i = 0; i < p->views.n; i++)
		if (str_eq(p->views.v[i].name, *out))
			return err_set(e, ERR_CONFLICT,
			    "the review has a view '%.*s' of its own; choose another name",
			    STR_ARG(*out));
	return true;
}

/* What is shared is the work of those who lead it. */
static bool may_share(struct desk *d, const struct me *m, struct str role, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct strs known = {0};

	if (role.n == 0)
		return true;
	if (!(m->rights & RIGHT_ASSIGN))
		return err_set(e, ERR_REFUSED, REFUSED_VIEW_ROLE);
	if (pack_role(p, role))
		return true;
	for (size_t i = 0; i < p->roles.n; i++)
		*arena_push(d->arena, &known) = p->roles.v[i].id;
	return err_set(e, ERR_INPUT, "there is no role '%.*s'%.*s", STR_ARG(role),
	    STR_ARG(say_near(d->arena, role, known)));
}

/* As typed, so that `me` and `today` stay what they are; words of a search as what they
 * mean, because a list would read them more narrowly. */
static bool read_expr(struct desk *d, const struct me *m, const struct req_view_save *q,
    struct str *out, struct err *e)
{
	const struct expr *x;
	struct buf b = buf_in(d->arena);
	enum order order;

	*out = str_trim(q->expr);
	if (!order_of(q->order, &order))
		return err_set(e, ERR_USAGE,
		    "'%.*s' is not an order; expected rank, ref, due, opened or received",
		    STR_ARG(q->order));
	if (!(q->search ? desk_search(d, m, *out, &x, e) : desk_where(d, m, *out, &x, e)))
		return false;
	if (!q->search || expr_is_meant(*out))
		return true;
	expr_print(&b, x);
	*out = buf_str(&b);
	return true;
}

static bool find(struct desk *d, struct str user, struct str role, struct str name,
    size_t *count, bool *there, struct err *e)
{
	struct view_rows rows;

	if (!view_all(d->rv->store, d->arena, user, role, &rows, e))
		return false;
	*count = rows.n;
	*there = false;
	for (size_t i = 0; i < rows.n; i++)
		*there |= str_eq(rows.v[i].name, name);
	return true;
}

static void put_owner(struct desk *d, struct json *body, const struct me *m, struct str role)
{
	if (role.n)
		body_text(d->arena, body, "role", role);
	else
		body_text(d->arena, body, "user", m->account.name);
}

static struct str owner_words(struct desk *d, struct str role)
{
	if (role.n == 0)
		return STR("");
	return arena_printf(
	    d->arena, " for the role %.*s", STR_ARG(role_words(d->rv->pack, role)));
}

static struct str not_there(struct desk *d, struct str name, struct str role)
{
	return arena_printf(d->arena, "there is no view '%.*s'%.*s; view list shows them",
	    STR_ARG(name), STR_ARG(role.n ? owner_words(d, role) : STR(" of your own")));
}

/* Both names in one: what the view is stays, and it is never there twice or not at all. */
static bool rename_view(struct desk *d, const struct me *m, const struct req_view_save *q,
    struct str name, struct rep_done *r, struct err *e)
{
	struct json *saved = json_obj(d->arena), *dropped = json_obj(d->arena);
	const struct view_row *was = NULL;
	struct view_rows rows;

	if (!view_all(d->rv->store, d->arena, q->role.n ? STR("") : m->account.name, q->role,
		&rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		if (str_eq(rows.v[i].name, name))
			return err_set(e, ERR_CONFLICT,
			    "there is a view '%.*s' already; drop it first, or choose another "
			    "name",
			    STR_ARG(name));
		if (str_eq(rows.v[i].name, str_trim(q->was)))
			was = &rows.v[i];
	}
	if (!was)
		return err_set(
		    e, ERR_NOT_FOUND, "%.*s", STR_ARG(not_there(d, str_trim(q->was), q->role)));
	body_text(d->arena, saved, "name", name);
	body_text(d->arena, saved, "expr", was->expr);
	body_text(d->arena, saved, "order", was->order);
	put_owner(d, saved, m, q->role);
	body_text(d->arena, dropped, "name", was->name);
	put_owner(d, dropped, m, q->role);
	r->text = arena_printf(d->arena, "the view '%.*s' is called '%.*s' now%.*s",
	    STR_ARG(was->name), STR_ARG(name), STR_ARG(owner_words(d, q->role)));
	return desk_append(d, EVENT_VIEW_SAVED, STR(""), saved, &r->seq, e) &&
	       desk_append(d, EVENT_VIEW_DROPPED, STR(""), dropped, &r->seq, e);
}

bool review_view_save(
    struct desk *d, const struct req_view_save *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct event_row first;
	struct str name, expr;
	bool again, there;
	struct me m;
	size_t n;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!read_name(d, q->name, &name, e) || !may_share(d, &m, q->role, e))
		return false;
	if (q->was.n)
		return rename_view(d, &m, q, name, r, e);
	if (!read_expr(d, &m, q, &expr, e) ||
	    !find(d, q->role.n ? STR("") : m.account.name, q->role, name, &n, &there, e))
		return false;
	if (n >= VIEWS_MOST && !there)
		return err_set(
		    e, ERR_CONFLICT, "there are %d views already; drop one first", VIEWS_MOST);
	body_text(d->arena, body, "name", name);
	body_text(d->arena, body, "expr", expr);
	body_text(d->arena, body, "order", q->order);
	put_owner(d, body, &m, q->role);
	r->text = arena_printf(d->arena, "the view '%.*s' is %s%.*s", STR_ARG(name),
	    there ? "replaced" : "saved", STR_ARG(owner_words(d, q->role)));
	return desk_append(d, EVENT_VIEW_SAVED, STR(""), body, &r->seq, e);
}

bool review_view_drop(
    struct desk *d, const struct req_view_drop *q, struct rep_done *r, struct err *e)
{
	struct json *body = json_obj(d->arena);
	struct str name = str_trim(q->name);
	struct event_row first;
	bool again, there;
	struct me m;
	size_t n;

	*r = (struct rep_done){0};
	if (!desk_begin(d, RIGHT_CASES, &m, &again, &first, e))
		return false;
	if (again)
		return desk_done_before(d, &first, r);
	if (!may_share(d, &m, q->role, e) ||
	    !find(d, q->role.n ? STR("") : m.account.name, q->role, name, &n, &there, e))
		return false;
	if (!there)
		return err_set(e, ERR_NOT_FOUND, "%.*s", STR_ARG(not_there(d, name, q->role)));
	body_text(d->arena, body, "name", name);
	put_owner(d, body, &m, q->role);
	r->text = arena_printf(d->arena, "the view '%.*s' is dropped%.*s", STR_ARG(name),
	    STR_ARG(owner_words(d, q->role)));
	return desk_append(d, EVENT_VIEW_DROPPED, STR(""), body, &r->seq, e);
}

/* ---- listing --------------------------------------------------------------------- */

static void put(struct desk *d, const struct me *m, struct part_view v, struct rep_views *r)
{
	struct buf b = buf_in(d->arena);
	const struct expr *x;
	struct err e = {0};

	if (desk_where(d, m, v.expr, &x, &e)) {
		expr_explain(&b, x);
		v.explain = say_cut(d->arena, buf_str(&b), 200);
	} else {
		v.fault = arena_cstr(d->arena, e.text);
	}
	*arena_push(d->arena, &r->rows) = v;
}

static bool put_saved(struct desk *d, const struct me *m, struct str user, struct str role,
    struct rep_views *r, struct err *e)
{
	struct view_rows rows;

	if (!view_all(d->rv->store, d->arena, user, role, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++)
		put(d, m,
		    (struct part_view){.name = rows.v[i].name,
			.expr = rows.v[i].expr,
			.order = rows.v[i].order,
			.whose = role.n ? STR("role") : STR("mine"),
			.role = role,
			.role_label = role.n ? role_words(d->rv->pack, role) : STR(""),
			.by = rows.v[i].by},
		    r);
	return true;
}

bool view_is_for(const struct view *v, struct strs roles)
{
	for (size_t i = 0; i < v->roles.n; i++)
		if (str_has(roles, v->roles.v[i]))
			return true;
	return v->roles.n == 0;
}

bool review_view_list(
    struct desk *d, const struct req_view_list *q, struct rep_views *r, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct me m;

	(void)q;
	*r = (struct rep_views){0};
	if (!desk_need(d, RIGHT_CASES, &m, e) ||
	    !put_saved(d, &m, m.account.name, STR(""), r, e))
		return false;
	for (size_t i = 0; i < m.account.roles.n; i++)
		if (!put_saved(d, &m, STR(""), m.account.roles.v[i], r, e))
			return false;
	for (size_t i = 0; i < p->views.n; i++)
		if (view_is_for(&p->views.v[i], m.account.roles))
			put(d, &m,
			    (struct part_view){.name = p->views.v[i].name,
				.label = p->views.v[i].label,
				.expr = p->views.v[i].text,
				.whose = STR("review")},
			    r);
	return true;
}
