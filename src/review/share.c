/* SPDX-License-Identifier: MIT */
/* Records are given to people, or back to their queues, many at once: shown first, then done. */
#include "review/handing.h"
#include "review/words.h"

static struct str people_words(struct desk *d, const struct handing *p)
{
	struct strs names = {0};

	for (size_t i = 0; i < p->nto; i++)
		*arena_push(d->arena, &names) = p->to[i].person.name;
	return p->nto ? say_list(d->arena, names, "and") : STR("their queues");
}

/* "12 records go to ann and bob; 1 stays; 2 are refused" */
static struct str words(struct desk *d, const struct handing *p, bool done)
{
	struct str to = people_words(d, p);
	struct buf b = buf_in(d->arena);
	long long n = (long long)p->moves;

	if (p->moves == 0)
		buf_printf(&b, "nothing %s to %.*s", done ? "went" : "goes", STR_ARG(to));
	else
		buf_printf(&b, "%lld record%s %s to %.*s", n, plural(n),
		    done     ? "went"
		    : n == 1 ? "goes"
			     : "go",
		    STR_ARG(to));
	if (p->stays)
		buf_printf(&b, "; %lld %s there already", (long long)p->stays,
		    p->stays == 1 ? "is" : "are");
	if (p->refused)
		buf_printf(&b, "; %lld %s refused", (long long)p->refused,
		    p->refused == 1 ? "is" : "are");
	return buf_str(&b);
}

static bool make(struct desk *d, const struct me *m, const struct req_share *q,
    struct handing *p, struct err *e)
{
	struct wanted w = {.refs = q->refs, .expr = q->expr, .from = q->from};
	struct records wanted;

	*p = (struct handing){.me = m};
	return desk_text("reason", q->reason, REASON_MAX, &p->reason, e) &&
	       handing_people(d, q->to, p, e) && handing_wanted(d, m, &w, &wanted, e) &&
	       handing_make(d, p, &wanted, e);
}

static bool preview(
    struct desk *d, const struct req_share *q, struct rep_handing *r, struct err *e)
{
	struct handing p;
	struct me m;

	if (!desk_need(d, RIGHT_ASSIGN, &m, e) || !desk_writable(d, e) || !desk_reread(d, e) ||
	    !make(d, &m, q, &p, e))
		return false;
	r->digest = handing_digest(d, &p, STR("share"));
	r->text = words(d, &p, false);
	return handing_show(d, &p, r, e);
}

static bool carry_out(
    struct desk *d, const struct req_share *q, struct rep_handing *r, struct err *e)
{
	struct event_row first;
	struct rep_done before;
	struct handing p;
	struct me m;
	bool again;

	if (!desk_begin(d, RIGHT_ASSIGN, &m, &again, &first, e))
		return false;
	r->done = true;
	if (again) {
		r->text = STR("this was done already, and only once");
		return desk_done_before(d, &first, &before);
	}
	if (!make(d, &m, q, &p, e) ||
	    !handing_same(q->digest, handing_digest(d, &p, STR("share")), e))
		return false;
	if (p.moves == 0)
		return err_set(e, ERR_NO, "there is nothing to move");
	r->text = words(d, &p, true);
	return handing_write(d, &p, NULL, e) && handing_show(d, &p, r, e);
}

bool review_share(
    struct desk *d, const struct req_share *q, struct rep_handing *r, struct err *e)
{
	*r = (struct rep_handing){0};
	return q->digest.n ? carry_out(d, q, r, e) : preview(d, q, r, e);
}
