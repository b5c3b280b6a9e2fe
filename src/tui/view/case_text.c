/* SPDX-License-Identifier: MIT */
/* The parts of a record laid out as text. */
#include "tui/view/case_text.h"

#include "lookback/base/utf8.h"
#include "tui/words.h"

enum { TWO_COLUMNS = 72, LABEL = 20, INDENT = 2 };

static struct str field_words(const struct part_field *f)
{
	return f->text.n ? f->text : f->value;
}

static struct str label_of(struct str label, struct str name)
{
	return label.n ? label : name;
}

/* A value that is too long for its place wraps under itself and keeps the label. */
static void field_at(struct pane *p, int x, int cols, const struct part_field *f)
{
	pane_put(p, x, ROLE_LABEL, label_of(f->label, f->name));
	pane_wrap(p, x + LABEL, cols - LABEL, ROLE_TEXT, field_words(f));
}

static bool is_short(const struct part_field *f, int cols)
{
	return utf8_columns(field_words(f)) <= cols - LABEL - 1;
}

/* Short fields stand two in a row, in reading order. */
static void group(struct pane *p, const struct part_field *v, size_t n)
{
	bool two = p->cols >= TWO_COLUMNS;
	int half = p->cols / 2;
	size_t i = 0;

	p->of = v->group.n ? v->group : STR("Fields");
	pane_row(p);
	pane_put(p, 0, ROLE_HEADING, p->of);
	while (i < n) {
		pane_row(p);
		if (two && is_short(&v[i], half - INDENT)) {
			field_at(p, INDENT, half - INDENT, &v[i++]);
			if (i < n && is_short(&v[i], half))
				field_at(p, half + 1, p->cols - half - 1, &v[i++]);
		} else {
			field_at(p, INDENT, p->cols - INDENT, &v[i++]);
		}
	}
}

static const struct {
	const char *tone, *mark;
	enum role role;
} tones[] = {
    {"calm", "+", ROLE_CALM},
    {"caution", "?", ROLE_CAUTION},
    {"danger", "!", ROLE_DANGER},
};

static void lead(struct pane *p, const struct part_lead *l)
{
	p->of = l->label;
	pane_row(p);
	pane_printf(p, 0, ROLE_HEADING, "%.*s %.*s", STR_ARG(l->label), STR_ARG(l->ref));
	pane_row(p);
	for (size_t i = 0; i < sizeof(tones) / sizeof(tones[0]); i++)
		if (str_is(l->tone, tones[i].tone)) {
			pane_puts(p, INDENT, tones[i].role, tones[i].mark);
			pane_wrap(p, 2 * INDENT, 0, tones[i].role, l->says);
		}
	if (l->by.n) {
		pane_row(p);
		pane_wrap(p, 2 * INDENT, 0, ROLE_DIM,
		    arena_printf(p->arena, "said by %.*s, %.*s", STR_ARG(l->by),
			STR_ARG(words_instant(p->arena, l->at))));
	}
	for (size_t i = 0; i < l->under.n; i++) {
		const struct part_answer *a = &l->under.v[i];
		pane_row(p);
		pane_wrap(p, 2 * INDENT, 0, ROLE_TEXT,
		    arena_printf(p->arena, "%.*s %.*s",
			STR_ARG(label_of(a->label, a->question)), STR_ARG(a->text)));
	}
}

/* What leads stands before everything, numbers and addresses above all. */
void case_fields(struct pane *p, const struct rep_record *r)
{
	size_t from = 0, to;

	for (size_t i = 0; i < r->leads.n; i++)
		lead(p, &r->leads.v[i]);
	if (r->regime.n) {
		pane_row(p);
		pane_puts(p, 0, ROLE_LABEL, "Rules in force");
		pane_wrap(p, INDENT + LABEL, 0, ROLE_TEXT, r->regime);
	}
	case_hangs(p, r);
	for (; from < r->fields.n; from = to) {
		for (to = from + 1; to < r->fields.n; to++)
			if (!str_eq(r->fields.v[to].group, r->fields.v[from].group))
				break;
		group(p, &r->fields.v[from], to - from);
	}
	for (size_t i = 0; i < r->texts.n; i++) {
		const struct part_text *t = &r->texts.v[i];
		p->of = label_of(t->label, t->name);
		pane_row(p);
		pane_put(p, 0, ROLE_HEADING, p->of);
		pane_row(p);
		pane_wrap(p, INDENT, p->cols - INDENT, ROLE_TEXT, t->text);
	}
	if (r->fields.n + r->texts.n == 0) {
		pane_row(p);
		pane_puts(p, 0, ROLE_DIM, "The case has no fields.");
	}
}

static void form_head(struct pane *p, const struct part_formhead *f)
{
	p->of = label_of(f->title, f->form);
	pane_row(p);
	pane_put(p, 0, ROLE_HEADING, p->of);
	pane_row(p);
	pane_printf(p, INDENT, ROLE_DIM, "%lld of %lld answered%s%s", (long long)f->answered,
	    (long long)f->shown, f->missing ? ", not complete" : ", complete",
	    f->now ? "; a opens the form" : "");
}

static void answer(struct pane *p, const struct part_answer *a)
{
	pane_row(p);
	pane_wrap(p, INDENT, 0, ROLE_LABEL, label_of(a->label, a->question));
	pane_row(p);
	pane_wrap(p, 2 * INDENT, 0, ROLE_TEXT, a->text.n ? a->text : a->value);
	if (a->reason.n) {
		pane_row(p);
		pane_puts(p, 2 * INDENT, ROLE_DIM, "because");
		pane_wrap(p, 2 * INDENT + 8, 0, ROLE_TEXT, a->reason);
	}
}

void case_answers(struct pane *p, const struct rep_record *r)
{
	for (size_t i = 0; i < r->forms.n; i++) {
		form_head(p, &r->forms.v[i]);
		for (size_t k = 0; k < r->answers.n; k++)
			if (str_eq(r->answers.v[k].form, r->forms.v[i].form))
				answer(p, &r->answers.v[k]);
	}
	if (r->forms.n == 0) {
		pane_row(p);
		pane_puts(p, 0, ROLE_DIM,
		    "No form is worked on in this state; :steps says what leads on.");
	}
}

void case_steps(struct pane *p, const struct rep_record *r)
{
	if (r->steps.n == 0)
		return;
	pane_row(p);
	pane_puts(p, 0, ROLE_HEADING, "Next steps");
	for (size_t i = 0; i < r->steps.n; i++) {
		const struct part_step *st = &r->steps.v[i];
		enum role role = st->open ? ROLE_TEXT : ROLE_CLOSED;
		pane_row(p);
		pane_put(p, INDENT, role, st->key);
		pane_put(p, INDENT + 2, role, label_of(st->label, st->id));
		if (!st->open)
			pane_puts(p, p->cols - 7, ROLE_CLOSED, "closed");
	}
	pane_row(p);
}

static void stamped(struct pane *p, struct str at, struct str who, struct str text)
{
	pane_row(p);
	pane_put(p, 0, ROLE_DIM, words_instant(p->arena, at));
	pane_put(p, 19, ROLE_LABEL, who);
	pane_wrap(p, 34, 0, ROLE_TEXT, text);
}

void case_notes(struct pane *p, const struct rep_record *r)
{
	for (size_t i = 0; i < r->notes.n; i++)
		stamped(p, r->notes.v[i].at, r->notes.v[i].by, r->notes.v[i].text);
	if (r->notes.n == 0) {
		pane_row(p);
		pane_puts(p, 0, ROLE_DIM, "No notes yet. :note adds one.");
	}
}

void case_history(struct pane *p, const struct rep_record *r)
{
	for (size_t i = 0; i < r->history.n; i++) {
		const struct part_event *ev = &r->history.v[i];
		stamped(p, ev->at, ev->actor, ev->text.n ? ev->text : ev->type);
	}
	if (r->history.n == 0) {
		pane_row(p);
		pane_puts(p, 0, ROLE_DIM,
		    "Nothing has happened yet. Every step and look will stand here.");
	}
}

void case_rank(struct pane *p, int64_t rank, const struct part_rankpart *parts, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		pane_row(p);
		pane_printf(p, 0, ROLE_STRONG, "%6lld", (long long)parts[i].points);
		pane_put(p, 8, ROLE_TEXT, parts[i].because);
	}
	pane_row(p);
	pane_printf(p, 0, ROLE_STRONG, "%6lld", (long long)rank);
	pane_puts(p, 8, ROLE_DIM, n ? "in all" : "no points");
}
