/* SPDX-License-Identifier: MIT */
/* An answer that was given to a form which somebody changed first. */
#include "tui/stack.h"
#include "tui/view/form.h"

const struct part_question *form_called(const struct rep_form *r, struct str question)
{
	for (size_t i = 0; i < r->questions.n; i++)
		if (str_eq(r->questions.v[i].name, question))
			return &r->questions.v[i];
	return NULL;
}

struct str form_words(struct arena *a, const struct part_question *q, struct str value)
{
	struct buf b = buf_in(a);
	struct str rest = value, code;

	if (!form_is_choice(q))
		return value;
	while (str_cut(&rest, ',', &code)) {
		struct str word = str_trim(code);
		for (size_t i = 0; i < q->choices.n; i++)
			if (str_eq(q->choices.v[i].code, word) && q->choices.v[i].label.n)
				word = q->choices.v[i].label;
		buf_printf(&b, "%s%.*s", b.n ? ", " : "", STR_ARG(word));
	}
	return buf_str(&b);
}

/* Where nothing can be answered any more, the service has said why; a text waits as a draft. */
void form_quicker(struct view *v, const struct req_answer *ask, struct err *e)
{
	struct form *f = v->state;
	struct form_mine mine = {.ref = ask->ref,
	    .question = ask->question,
	    .value = ask->value,
	    .reason = ask->reason,
	    .since = v->known};
	struct err why = {0};

	if (!view_load(v, &why))
		return;
	if (!f->rep.editable || !form_called(&f->rep, mine.question) ||
	    !differ_open(v->app, &mine, &why))
		err_more(e, ERR_CONFLICT, "the form was loaded again");
	else
		err_set(e, ERR_CONFLICT, "not saved yet: m keeps yours, t takes theirs");
}

static bool go(struct form *f, struct str question)
{
	const struct part_question *q = form_called(&f->rep, question);

	if (q)
		f->focus = (size_t)(q - f->rep.questions.v);
	return q && q->shown;
}

static void drop_drafts(struct view *v)
{
	struct form *f = v->state;

	for (int reason = 0; reason < 2; reason++)
		app_draft(v->app, form_draft_key(&v->app->frame, f, reason), (struct str){0});
}

bool form_send_mine(struct view *v, const struct form_mine *mine, struct err *e)
{
	struct form *f = v->state;

	if (!go(f, mine->question))
		return err_set(e, ERR_CONFLICT, "this question is not asked any more");
	if (!form_may_answer(v, e) || !form_send(v, mine->value, mine->reason, e))
		return false;
	drop_drafts(v);
	form_advance(v, false);
	return true;
}

void form_drop_mine(struct view *v, struct str question)
{
	if (go(v->state, question))
		drop_drafts(v);
}
