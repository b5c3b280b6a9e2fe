/* SPDX-License-Identifier: MIT */
/* Reading the case while a form is open, and quoting from it. */
#include "tui/view/form.h"

/* The keys go to the other pane; both stay where they are, also in what is being written. */
enum outcome form_act_read(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;

	(void)c;
	if (!f->reading && !source_of(v)) {
		err_set(e, ERR_USAGE, "there is no case to read beside this form");
		return OUTCOME_FAILED;
	}
	f->reading = !f->reading;
	return OUTCOME_DONE;
}

/* What can be done with the case that is read: the same as on its own screen. */
enum outcome form_act_case(struct view *v, const struct command *c, struct err *e)
{
	struct view *behind = app_behind(v->app, v);

	for (size_t i = 0; behind && behind->ops->acts && behind->ops->acts[i].run; i++)
		if (behind->ops->acts[i].action == c->action)
			return behind->ops->acts[i].run(behind, c, e);
	return OUTCOME_IGNORED;
}

enum outcome form_act_back(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	struct source *s = source_of(v);

	(void)c, (void)e;
	if (s)
		s->looking = false;
	f->reading = false;
	return OUTCOME_DONE;
}

/* Behind what is there already. */
static void add(struct field *field, struct str quote)
{
	(void)field_act(field, ACT_EDIT_END, NULL);
	if (field->now.n)
		field_type(field, STR("; "));
	field_type(field, quote);
}

/* The quote goes into the text that is being written, else into the reason of the answer in
 * focus, which is then open to be gone on with; without an answer it waits as a draft. */
enum outcome form_act_quote(struct view *v, const struct command *c, struct err *e)
{
	struct form *f = v->state;
	const struct part_question *q = form_question_of(f);
	struct str quote = source_quote(source_of(v), &v->app->frame), key, was;

	(void)c;
	if (!form_may_answer(v, e))
		return OUTCOME_FAILED;
	if (quote.n == 0) {
		err_set(e, ERR_USAGE, "this line is empty");
		return OUTCOME_FAILED;
	}
	if (f->mode != FORM_REASON && !(f->mode == FORM_WRITE && f->field.area)) {
		form_leave(v);
		if (q->value.n == 0) {
			key = form_draft_key(&v->app->frame, f, true);
			was = app_draft_of(v->app, key);
			app_draft(v->app, key,
			    arena_printf(&v->app->frame, "%.*s%s%.*s", STR_ARG(was),
				was.n ? "; " : "", STR_ARG(quote)));
			app_say(v->app, "quoted; it waits until the question is answered");
			return OUTCOME_DONE;
		}
		form_write(v, FORM_REASON);
	}
	add(&f->field, quote);
	app_say(v->app, f->field.full ? "the quote does not fit whole"
				      : "quoted; s goes back to it, Enter there saves");
	return OUTCOME_DONE;
}
