/* SPDX-License-Identifier: MIT */
/*
 * Giving cases to people, and absence. What moves is asked for first; then exactly that is
 * done, or nothing when it would be something else by now.
 */
#include "cli/cli.h"
#include "cli/table.h"

static struct strs names(struct cli *c, const struct option_value *v)
{
	struct str list = v->given ? v->text : STR(""), part;
	struct strs out = {0};

	while (str_cut(&list, ',', &part)) {
		part = str_trim(part);
		if (part.n)
			*arena_push(c->arena, &out) = part;
	}
	return out;
}

static struct str or_queue(struct str who)
{
	return who.n ? who : STR("-");
}

static void put_given(struct cli *c, const struct rep_handing *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (r->given.n == 0)
		return;
	table_head(&t, "Case", false);
	table_head(&t, "State", false);
	table_head(&t, "From", false);
	table_head(&t, "To", false);
	table_head(&t, "", false);
	for (size_t i = 0; i < r->given.n; i++) {
		table_cell(&t, r->given.v[i].ref);
		table_cell(&t, r->given.v[i].state_label);
		table_cell(&t, or_queue(r->given.v[i].from));
		table_cell(&t, or_queue(r->given.v[i].to));
		table_cell(&t, r->given.v[i].along ? STR("goes along") : STR(""));
	}
	table_flush(&t, b);
	if (r->moves > (int64_t)r->given.n)
		buf_printf(b, "and %lld more\n", (long long)(r->moves - (int64_t)r->given.n));
}

static void put_hands(struct cli *c, const struct rep_handing *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (r->hands.n == 0)
		return;
	buf_puts(b, b->n ? "\n" : "");
	table_head(&t, "Account", false);
	table_head(&t, "Held now", true);
	table_head(&t, "Then", true);
	for (size_t i = 0; i < r->hands.n; i++) {
		table_cell(&t, r->hands.v[i].label);
		table_number(&t, r->hands.v[i].before);
		table_number(&t, r->hands.v[i].after);
	}
	table_flush(&t, b);
}

static void put_refused(struct cli *c, const struct rep_handing *r, struct buf *b)
{
	for (size_t i = 0; i < r->ungiven.n; i++) {
		buf_printf(b, "%s%s: refused\n", i || !b->n ? "" : "\n",
		    cli_safe(c, r->ungiven.v[i].ref));
		wrap(b, r->ungiven.v[i].text, 4, 78);
	}
}

/* With --json the one reply that counts is printed as it came. */
static bool tell(struct cli *c, const struct rep_handing *r, struct err *e)
{
	struct buf b = buf_in(c->arena);

	if (c->json)
		return true;
	put_given(c, r, &b);
	put_hands(c, r, &b);
	put_refused(c, r, &b);
	cli_say(c, "%s", cli_safe(c, r->text));
	return cli_put(c, buf_str(&b), e);
}

/* digest is that of the request q. */
static bool carry(
    struct cli *c, enum msg msg, const void *q, struct str *digest, bool dry_run, struct err *e)
{
	struct rep_handing r;

	if (!dry_run) {
		if (!cli_call(c, msg, q, &r, e))
			return false;
		*digest = r.digest;
	}
	return cli_ask(c, msg, q, &r, e) && tell(c, &r, e);
}

static bool in_bulk(const struct cli *c)
{
	return c->given[ASSIGN_TO].given || c->given[ASSIGN_EXPR].given ||
	       c->given[ASSIGN_FROM].given || c->given[ASSIGN_QUEUE].given;
}

/* REF... USER, where --to does not say who. */
static bool one_way(struct cli *c, struct req_share *q, struct err *e)
{
	bool queue = c->given[ASSIGN_QUEUE].given, to = c->given[ASSIGN_TO].given;

	if (queue && to)
		return err_set(e, ERR_USAGE, "--queue gives cases to nobody; leave out --to");
	q->to = names(c, &c->given[ASSIGN_TO]);
	q->refs = c->words;
	if (!queue && !to && c->words.n) {
		q->refs.n--;
		*arena_push(c->arena, &q->to) = c->words.v[q->refs.n];
	}
	return queue || q->to.n ||
	       err_set(e, ERR_USAGE,
		   "to whom? expected an account behind the cases, --to with several, or "
		   "--queue");
}

bool verb_assign(struct cli *c, struct err *e)
{
	struct req_share q = {.expr = c->given[ASSIGN_EXPR].text,
	    .from = c->given[ASSIGN_FROM].text,
	    .reason = c->given[ASSIGN_REASON].text};
	const struct req_assign one = {.ref = c->words.n ? c->words.v[0] : STR(""),
	    .to = c->words.n > 1 ? c->words.v[1] : STR(""),
	    .reason = c->given[ASSIGN_REASON].text};
	bool dry_run = c->given[ASSIGN_DRY_RUN].given;

	if (!in_bulk(c) && !dry_run && c->words.n == 2)
		return cli_do(c, MSG_assign, &one, e);
	return one_way(c, &q, e) && carry(c, MSG_share, &q, &q.digest, dry_run, e);
}

bool verb_user_absent(struct cli *c, struct err *e)
{
	struct req_absent q = {.name = c->words.v[0],
	    .until = c->given[ABSENT_UNTIL].text,
	    .reason = c->given[ABSENT_REASON].text,
	    .to = names(c, &c->given[ABSENT_TO])};

	q.hand = q.to.n || c->given[ABSENT_QUEUE].given;
	if (q.to.n && c->given[ABSENT_QUEUE].given)
		return err_set(e, ERR_USAGE, "--queue gives cases to nobody; leave out --to");
	if (!q.until.n)
		return err_set(e, ERR_USAGE, "an absence needs its end: --until DAY");
	return carry(c, MSG_absent, &q, &q.digest, c->given[ABSENT_DRY_RUN].given, e);
}

bool verb_user_back(struct cli *c, struct err *e)
{
	struct req_absent q = {
	    .name = c->words.n ? c->words.v[0] : STR(""), .reason = c->given[REASON].text};

	return carry(c, MSG_absent, &q, &q.digest, false, e);
}
