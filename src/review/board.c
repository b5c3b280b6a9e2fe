/* SPDX-License-Identifier: MIT */
/* The supervisor's board: who holds what, where it stands, what is blocked or came back. */
#include "review/board.h"

#include "review/body.h"
#include "review/view.h"
#include "review/words.h"
#include "review/refusals.h"

struct part_section *board_section(struct board *b, const char *name, const char *label,
    const char *empty, const char *const *columns)
{
	struct part_section *s = arena_push(b->d->arena, &b->reply->sections);

	*s = (struct part_section){
	    .name = str_of(name), .label = str_of(label), .empty = str_of(empty)};
	for (; *columns; columns++)
		*arena_push(b->d->arena, &s->columns) = str_of(*columns);
	return s;
}

struct part_boardrow *board_row(
    struct board *b, struct part_section *s, struct str name, struct str label)
{
	struct part_boardrow *row = arena_push(b->d->arena, &s->rows);

	*row = (struct part_boardrow){.name = name, .label = label};
	b->bytes += 60 + name.n + label.n;
	return row;
}

void board_number(struct board *b, struct part_boardrow *row, int64_t n, struct str expr)
{
	*arena_push(b->d->arena, &row->numbers) =
	    (struct part_number){.n = n, .expr = n ? expr : STR("")};
	b->bytes += 20 + (n ? expr.n : 0);
}

static bool is_plain(struct str s)
{
	static const char *const words[] = {"and", "or", "not", "none", "me"};

	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && !(s.p[i] >= '0' && s.p[i] <= '9') &&
		    s.p[i] != '_')
			return false;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (str_is(s, words[i]))
			return false;
	return s.n > 0;
}

struct str board_is(struct board *b, const char *name, struct str value)
{
	const char *quote = is_plain(value) ? "" : "\"";

	return arena_printf(b->d->arena, "%s:%s%.*s%s", name, quote, STR_ARG(value), quote);
}

struct str board_and(struct board *b, struct str x, const char *y)
{
	return arena_printf(b->d->arena, "%.*s %s", STR_ARG(x), y);
}

static const struct attr *core(const struct board *b, enum core_attr which)
{
	return which == CORE_ATTRS ? NULL : &b->d->rv->pack->core[which];
}

bool board_groups(struct board *b, const char *expr, enum core_attr by, enum core_attr least,
    struct group_rows *out, struct err *e)
{
	struct group_query q = {.by = core(b, by), .least = core(b, least), .now = b->d->now};

	return desk_where(b->d, b->me, str_of(expr), &q.where, e) &&
	       record_groups(b->d->rv->store, b->d->arena, &b->me->viewer, &q, out, e);
}

bool board_count(struct board *b, struct str expr, int64_t *out, struct err *e)
{
	const struct expr *where;

	return desk_where(b->d, b->me, expr, &where, e) &&
	       record_count(
		   b->d->rv->store, b->d->arena, &b->me->viewer, where, b->d->now, out, e);
}

/* It was seen how much there is and who has it. */
static bool log_read(struct desk *d, struct str user, struct err *e)
{
	struct json *body = json_obj(d->arena);

	body_text(d->arena, body, "expr",
	    user.n ? arena_printf(d->arena, "the board of %.*s", STR_ARG(user))
		   : STR("the board"));
	body_int(d->arena, body, "count", 0);
	return desk_append(d, EVENT_COUNT_READ, STR(""), body, NULL, e);
}

/* Who may is said by the names of their roles. */
static bool may_look(struct desk *d, const struct me *m, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct strs who = {0};
	struct str list;

	if (m->rights & RIGHT_ASSIGN)
		return true;
	for (size_t i = 0; i < p->roles.n; i++)
		if (p->roles.v[i].rights & RIGHT_ASSIGN)
			*arena_push(d->arena, &who) = p->roles.v[i].label;
	list = who.n ? say_list(d->arena, who, "or") : STR("nobody in this review");
	return err_set(e, ERR_REFUSED, REFUSED_BOARD_FOR, STR_ARG(list));
}

bool review_board(struct desk *d, const struct req_board *q, struct rep_board *r, struct err *e)
{
	struct board b = {.d = d, .reply = r};
	struct str user = str_trim(q->user);
	struct me m;

	*r = (struct rep_board){0};
	b.me = &m;
	if (!desk_me(d, &m, e) || !may_look(d, &m, e) || !desk_writable(d, e) ||
	    !desk_reread(d, e) || !log_read(d, user, e))
		return false;
	if (user.n)
		return board_load_of(&b, user, e);
	return board_load(&b, e) && board_states(&b, e) && board_blocked(&b, e) &&
	       board_returned(&b, e);
}
