/* SPDX-License-Identifier: MIT */
/* Writing in a form: texts, dates, numbers and the reasons of answers. */
#include "lookback/base/when.h"
#include "tui/view/form.h"

void form_leave(struct view *v)
{
	struct form *f = v->state;

	if ((f->mode == FORM_WRITE || f->mode == FORM_REASON) && f->field.touched &&
	    form_question_of(f))
		app_draft(v->app, form_draft_key(&f->writing, f, f->mode == FORM_REASON),
		    field_text(&f->field));
	f->mode = FORM_ASK;
}

void form_write(struct view *v, enum form_mode mode)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct str text, draft;

	f->mode = mode;
	arena_clear(&f->writing);
	draft = app_draft_of(v->app, form_draft_key(&f->writing, f, mode == FORM_REASON));
	text = draft.n ? draft : mode == FORM_REASON ? q->reason : q->value;
	field_init(&f->field, &f->writing, str_is(q->kind, "text") && mode == FORM_WRITE, text);
	f->field.wrap = mode == FORM_REASON;
	f->field.touched = draft.n > 0;
}

enum outcome form_act_reason(struct view *v, const struct command *c, struct err *e)
{
	const struct part_question *q = form_question_of(v->state);

	(void)c;
	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	if (q->value.n == 0) {
		err_set(e, ERR_USAGE, "answer first; a reason belongs to an answer");
		return OUTCOME_FAILED;
	}
	form_write(v, FORM_REASON);
	return OUTCOME_DONE;
}

/* A day is sent as the one that was shown beside the field, whatever the day has become. */
static struct str meant(const struct view *v, const struct form *f)
{
	const struct part_question *q = form_question_of(f);
	struct str text = field_text(&f->field);
	char out[DAY_LEN + 1];
	int32_t day;

	if (f->mode != FORM_WRITE || !str_is(q->kind, "date") ||
	    !day_understand(text, london_day(v->app->now), &day))
		return text;
	day_text(day, out);
	return arena_cstr(&v->app->frame, out);
}

/* What was written is sent; when it is refused, one goes on writing. */
enum outcome form_act_accept(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct str text = meant(v, f), key;
	bool reason = f->mode == FORM_REASON;

	(void)c;
	key = form_draft_key(&v->app->frame, f, reason);
	if (!form_send(v, reason ? q->value : text,
		reason                   ? text
		: str_eq(q->value, text) ? q->reason
					 : (struct str){0},
		e))
		return OUTCOME_FAILED;
	app_draft(v->app, key, (struct str){0});
	f->mode = FORM_ASK;
	form_advance(v, false);
	return OUTCOME_DONE;
}

enum outcome form_act_cancel(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	bool reason = f->mode == FORM_REASON;
	bool kept = (f->mode == FORM_WRITE || f->mode == FORM_REASON) && f->field.touched;

	f->left.mode = f->mode;
	f->left.reading = f->reading;
	f->left.looking = source_of(v) && source_of(v)->looking;
	app_leaves(v->app, v);
	if (f->reading)
		return form_act_back(v, c, e);
	if (f->mode == FORM_ASK)
		app_stays(v->app);
	form_leave(v);
	if (kept)
		app_say(v->app, "kept, not saved: %s opens it again", reason ? "r" : "Enter");
	return OUTCOME_DONE;
}

/* Nothing was done since: field, choices and cursor are as they were. */
void form_resume(struct view *v)
{
	struct form *f = v->state;
	struct source *s = source_of(v);

	f->mode = f->left.mode;
	f->reading = f->left.reading;
	if (s)
		s->looking = f->left.looking;
}

struct field *form_field(struct view *v)
{
	struct form *f = v->state;

	return !f->reading && (f->mode == FORM_WRITE || f->mode == FORM_REASON) ? &f->field
										: NULL;
}

/* Half a sentence is better than none; what the form refuses is lost with the line. */
void form_hang_up(struct view *v)
{
	struct form *f = v->state;
	struct err e = {0};

	if (f->field.touched && (f->mode == FORM_WRITE || f->mode == FORM_REASON))
		(void)form_act_accept(v, &(struct command){.action = ACT_ACCEPT}, &e);
}
