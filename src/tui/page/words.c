/* SPDX-License-Identifier: MIT */
/* Words about single pieces of work as pages: questions to an author, and one's own answers
 * beside what came to count. */
#include "tui/page/page.h"
#include "tui/words.h"

enum { ROWS_MOST = 100 };

static void put_question(struct page *p, const struct part_query *q)
{
	struct rows_row *r = page_add(p);

	r->number = q->query;
	r->cell[0] = arena_printf(p->arena, "%lld", (long long)q->query);
	r->key = arena_printf(p->arena, "question %lld", (long long)q->query);
	r->cell[1] = q->record;
	r->cell[2] = q->mine ? STR("* for me") : q->status;
	r->cell[3] = q->age_text;
	r->cell[4] = q->label.n ? q->label : q->question;
	r->ref = q->record;
	page_under(p, r,
	    arena_printf(p->arena, "%.*s asks %.*s: %.*s", STR_ARG(q->by), STR_ARG(q->to),
		STR_ARG(q->text)));
	if (q->answer.n)
		page_under(p, r,
		    arena_printf(
			p->arena, "%.*s answered: %.*s", STR_ARG(q->to), STR_ARG(q->answer)));
	page_under(p, r, q->outcome);
	if (q->mine) {
		r->yes = arena_printf(p->arena, "question answer %lld ", (long long)q->query);
		r->yes_label = "Your answer";
		page_keys(r, "a answers it; Enter opens the case");
	} else if (!str_is(q->status, "closed")) {
		r->yes = arena_printf(p->arena, "question close %lld ", (long long)q->query);
		r->yes_label = "What came of it";
		page_keys(r, "a closes it, with what came of it; Enter opens the case");
	}
}

bool page_questions(struct page *p, struct err *e)
{
	struct req_queries q = {.limit = ROWS_MOST};
	struct rep_queries r;

	do {
		if (!call_queries(p->service, p->arena, &q, &r, e))
			return false;
		for (size_t i = 0; i < r.rows.n; i++)
			put_question(p, &r.rows.v[i]);
		q.after = r.next;
	} while (r.next);
	return true;
}

static void put_final(struct page *p, const struct part_final *f)
{
	struct rows_row *r = page_add(p);
	bool same = str_eq(f->mine, f->final);

	r->key = arena_printf(p->arena, "%.*s/%.*s", STR_ARG(f->ref), STR_ARG(f->question));
	r->cell[0] = f->ref;
	r->cell[1] = f->label.n ? f->label : f->question;
	r->cell[2] = same ? arena_printf(p->arena, "both: %.*s", STR_ARG(f->mine))
			  : arena_printf(p->arena, "mine %.*s, counts %.*s", STR_ARG(f->mine),
				STR_ARG(f->final.n ? f->final : STR("nothing")));
	r->role = same ? ROLE_TEXT : ROLE_STRONG;
	r->ref = f->ref;
	page_under(p, r, f->reason);
	page_under(p, r, words_instant(p->arena, f->at));
}

bool page_finals(struct page *p, struct err *e)
{
	const struct req_final q = {.ref = p->with, .limit = ROWS_MOST};
	struct rep_finals r;

	if (!call_final(p->service, p->arena, &q, &r, e))
		return false;
	for (size_t i = 0; i < r.rows.n; i++)
		put_final(p, &r.rows.v[i]);
	return true;
}
