/* SPDX-License-Identifier: MIT */
/* Opening a record: its fields are asked one by one, then all is sent at once or not at all. */
#include "tui/linear/form.h"

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

static void ask(struct lines *l)
{
	struct lines_sheet *s = &l->sheet;
	const struct part_question *q;

	if (s->at == s->form.questions.n) {
		for (size_t i = 0; i < s->at; i++)
			if (s->values[i].n)
				lines_say(l, "%.*s: %.*s",
				    STR_ARG(named(s->form.questions.v[i].label,
					s->form.questions.v[i].name)),
				    STR_ARG(s->values[i]));
		lines_say(l, s->form.reason
				 ? "Type yes and why, such as: yes she asked for it. - "
				   "goes back, :cancel leaves it all."
				 : "Type yes to open it, - to go back, :cancel to "
				   "leave it all.");
		l->asking = ASK_SEND;
		return;
	}
	q = &s->form.questions.v[s->at];
	lines_say(l, "%zu of %zu: %.*s%s%s", s->at + 1, s->form.questions.n,
	    STR_ARG(named(q->label, q->name)), lines_expected(q),
	    q->required ? "" : " (may be left out)");
	lines_choices(l, q);
	if (s->values[s->at].n)
		lines_say(l, "Now: %.*s", STR_ARG(s->values[s->at]));
	l->asking = ASK_FIELD;
}

bool lines_sheet_open(struct lines *l, struct str type, struct str under, struct err *e)
{
	struct lines_sheet *s = &l->sheet;
	struct req_sheet q = {.type = type, .under = under};
	struct arena fresh = {0};
	struct rep_form form = {0};

	if (!call_sheet(&l->service, &fresh, &q, &form, e)) {
		arena_clear(&fresh);
		return false;
	}
	if (!form.editable) {
		err_set(e, ERR_REFUSED, "%.*s", STR_ARG(form.why_not));
		arena_clear(&fresh);
		return false;
	}
	type = arena_str(&fresh, type);
	under = arena_str(&fresh, under);
	arena_clear(&s->mem);
	*s = (struct lines_sheet){.mem = fresh, .type = type, .under = under, .form = form};
	s->values = arena_new(&s->mem, struct str, form.questions.n + 1);
	lines_say(l,
	    "Opening: %.*s. ? explains, - goes back, . leaves a field out, :cancel leaves it "
	    "all.",
	    STR_ARG(named(form.title, type)));
	ask(l);
	return true;
}

static void help(struct lines *l, const struct part_question *q)
{
	if (q->help.n)
		lines_text(l, q->help);
	for (size_t i = 0; i < q->choices.n; i++)
		lines_say(l, "%zu or %.*s: %.*s", i + 1, STR_ARG(q->choices.v[i].code),
		    STR_ARG(named(q->choices.v[i].label, q->choices.v[i].code)));
	ask(l);
}

/* Only leaving: what is done elsewhere would lose what is filled in here. */
static bool command(struct lines *l, struct str word, struct err *e)
{
	if (!str_is(word, "cancel") && !str_is(word, "close") && !str_is(word, "q"))
		return err_set(e, ERR_USAGE,
		    "a record is being opened: fill in the field, or :cancel leaves it all");
	l->asking = ASK_COMMAND;
	lines_say(l, "Left; nothing was opened.");
	return true;
}

/* One field: a choice by number, key, code or label, or what is typed. */
bool lines_sheet_field(struct lines *l, struct str line, struct err *e)
{
	struct lines_sheet *s = &l->sheet;
	const struct part_question *q = &s->form.questions.v[s->at];
	struct str value = line;

	if (str_is(line, "?")) {
		help(l, q);
		return true;
	}
	if (str_is(line, "-")) {
		s->at -= s->at > 0;
		ask(l);
		return true;
	}
	if (line.n > 1 && line.p[0] == ':' && line.p[1] != ':')
		return command(l, (struct str){line.p + 1, line.n - 1}, e);
	if (q->required && (str_is(line, ".") || (line.n == 0 && s->values[s->at].n == 0)))
		return err_set(e, ERR_USAGE, "this must be filled in; :cancel leaves it all");
	if (str_is(line, "."))
		s->values[s->at] = (struct str){0};
	else if (line.n && !lines_answer_value(l, q, line, &value, e))
		return false;
	else if (line.n)
		s->values[s->at] = arena_str(&s->mem, value);
	s->at++;
	ask(l);
	return true;
}

bool lines_sheet_send(struct lines *l, struct str line, struct err *e)
{
	struct lines_sheet *s = &l->sheet;
	struct json *fields = json_obj(&l->frame);
	struct req_add q = {.type = s->type, .under = s->under, .reason = line};
	struct rep_moved r;

	if (str_is(line, "-")) {
		s->at -= s->at > 0;
		ask(l);
		return true;
	}
	if (line.n > 1 && line.p[0] == ':')
		return command(l, (struct str){line.p + 1, line.n - 1}, e);
	if (!str_is(command_word(&q.reason), "yes"))
		return err_set(e, ERR_USAGE,
		    "nothing is opened yet: yes opens it, - goes back, :cancel leaves it all");
	if (s->form.reason && q.reason.n == 0)
		return err_set(
		    e, ERR_USAGE, "say why behind it, such as: yes she asked for it");
	for (size_t i = 0; i < s->form.questions.n; i++)
		if (s->values[i].n)
			json_put_str(&l->frame, fields, s->form.questions.v[i].name,
			    json_str(&l->frame, s->values[i]));
	if (fields->n)
		q.fields = fields;
	if (!call_add(&l->service, &l->frame, &q, &r, e))
		return false; /* it is asked again: - goes back to what was wrong */
	l->asking = ASK_COMMAND;
	lines_told(l, "%.*s", STR_ARG(r.text));
	return true;
}
