/* SPDX-License-Identifier: MIT */
/* How a form stands on the screen: rows of its pane, and the case beside it. */
#include "lookback/base/utf8.h"
#include "lookback/base/when.h"
#include "tui/view/form.h"
#include "tui/words.h"

enum { BODY = 4, SHORT = 20 };

static struct str answer_words(const struct part_question *q)
{
	return q->text.n ? q->text : q->value;
}

static struct str label_of(const struct part_question *q)
{
	return q->label.n ? q->label : q->name;
}

/* One row: a sign, the label, the answer on the right. */
static void put_short(struct pane *p, const struct part_question *q, bool ascii)
{
	struct str answer = words_first_line(answer_words(q));
	int width = utf8_columns(answer), most = p->cols / 2;
	int at = p->cols - (width > most ? most : width);

	pane_row(p);
	if (q->value.n ? q->missing.n : q->blind.n) /* readers differ: it is to be decided */
		pane_puts(p, 0, ROLE_CAUTION, "!");
	else if (q->value.n)
		pane_put(p, 0, ROLE_SAVED, glyph_text(GLYPH_DONE, ascii));
	pane_put(p, 2, q->value.n ? ROLE_LABEL : ROLE_TEXT, label_of(q));
	if (answer.n)
		pane_put(p, at, ROLE_TEXT, answer);
}

static struct str choice_words(
    const struct form *f, const struct part_question *q, size_t i, struct arena *a)
{
	const struct part_choice *ch = &q->choices.v[i];
	bool many = form_is_many(q), picking = f->mode == FORM_PICK;
	bool on = many && picking && i < FORM_CHOICES ? f->chosen[i] : form_has(q, ch->code);
	char key = form_key(q, i, picking);

	return arena_printf(a, "%c %s%.*s%s", key ? key : ' ',
	    many ? (on ? "[x] " : "[ ] ") : "", STR_ARG(ch->label.n ? ch->label : ch->code),
	    !many && on ? " *" : "");
}

/* Side by side when they fit into one row and no cursor goes over them. */
static bool put_choices_in_row(
    struct pane *p, const struct form *f, const struct part_question *q)
{
	int x = BODY, cols = BODY;

	for (size_t i = 0; i < q->choices.n; i++)
		cols += utf8_columns(choice_words(f, q, i, p->arena)) + 3;
	if (cols > p->cols || f->mode == FORM_PICK || form_is_many(q))
		return false;
	pane_row(p);
	for (size_t i = 0; i < q->choices.n; i++) {
		struct str words = choice_words(f, q, i, p->arena);
		pane_put(
		    p, x, form_has(q, q->choices.v[i].code) ? ROLE_CHOSEN : ROLE_TEXT, words);
		x += utf8_columns(words) + 3;
	}
	return true;
}

static void put_choices(struct pane *p, struct form *f, const struct part_question *q)
{
	if (q->choices.n == 0 || put_choices_in_row(p, f, q))
		return;
	for (size_t i = 0; i < q->choices.n; i++) {
		bool here = f->mode == FORM_PICK && i == f->pick;
		bool on = form_has(q, q->choices.v[i].code);
		pane_row(p);
		if (here)
			f->pick_row = (int)p->n - 1;
		pane_put(p, BODY, here || on ? ROLE_CHOSEN : ROLE_TEXT,
		    choice_words(f, q, i, p->arena));
	}
}

/* Rows kept free for the field; they scroll with the pane. */
static void put_slot(struct pane *p, struct form *f, const char *label, int least, int cols)
{
	int most = p->height > 6 ? p->height - 5 : 1, rows;

	cols = cols > p->cols - BODY ? p->cols - BODY : cols;
	f->slot_cols = cols;
	rows = field_rows(&f->field, cols);

	pane_row(p);
	pane_puts(p, BODY, ROLE_DIM, label);
	rows = rows < least ? least : rows;
	f->slot_rows = rows > most ? most : rows;
	f->slot = (int)p->n;
	for (int i = 0; i < f->slot_rows; i++)
		pane_row(p);
	field_layout(&f->field, f->slot_rows, cols);
}

/* What the program takes a typed date for, beside it while it is typed. */
static void put_date(const struct view *v, struct pane *p, const struct form *f)
{
	static const char *const days[] = {
	    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
	static const char *const months[] = {
	    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int32_t day;
	int y, m, d, x = BODY + f->slot_cols + 2;

	if (field_text(&f->field).n == 0)
		return;
	if (!day_understand(field_text(&f->field), london_day(v->app->now), &day)) {
		pane_puts(p, x, ROLE_CAUTION, "no day yet");
		return;
	}
	day_split(day, &y, &m, &d);
	pane_printf(
	    p, x, ROLE_CHOSEN, "= %s %d %s %d", days[day_weekday(day)], d, months[m - 1], y);
}

static void put_written(
    const struct view *v, struct pane *p, struct form *f, const struct part_question *q)
{
	if (f->mode == FORM_WRITE) {
		if (str_is(q->kind, "date")) {
			put_slot(
			    p, f, "3/4/17, 3 apr 2017, yesterday, -3d; Enter saves", 1, SHORT);
			put_date(v, p, f);
		} else if (f->field.area) {
			put_slot(p, f, "C-s saves, Esc keeps it for later; C-o: the case", 4,
			    p->cols);
		} else {
			put_slot(p, f, "Enter saves", 1, p->cols);
		}
	} else if (!form_is_choice(q) && q->value.n) {
		pane_row(p);
		pane_wrap(p, BODY, 0, ROLE_TEXT, answer_words(q));
	} else if (!form_is_choice(q)) {
		pane_row(p);
		pane_puts(p, BODY, ROLE_DIM, "Enter begins to write");
	}
}

static void put_reason(struct pane *p, struct form *f, const struct part_question *q)
{
	if (f->mode == FORM_REASON) {
		put_slot(p, f, "Why? Enter saves the reason; C-o: the case", 1, p->cols);
	} else if (q->reason.n) {
		pane_row(p);
		pane_puts(p, BODY, ROLE_DIM, "because");
		pane_wrap(p, BODY + 8, 0, ROLE_TEXT, q->reason);
	} else if (q->needs_reason) {
		pane_row(p);
		pane_puts(p, BODY, ROLE_CAUTION, "This answer needs a reason: r writes it.");
	}
}

static void put_drafts(const struct view *v, struct pane *p, const struct form *f)
{
	static const char *const says[] = {"A text is written but not saved: Enter opens it.",
	    "A reason is written but not saved: r opens it."};

	for (int reason = 0; reason < 2 && f->mode == FORM_ASK; reason++)
		if (app_draft_of(v->app, form_draft_key(p->arena, f, reason)).n) {
			pane_row(p);
			pane_puts(p, BODY, ROLE_CAUTION, says[reason]);
		}
}

/* To whom it falls to decide between two readers. */
static void put_readers(struct pane *p, const struct part_question *q)
{
	for (size_t i = 0; i < q->blind.n; i++) {
		pane_row(p);
		pane_printf(p, BODY, ROLE_LABEL, "%.*s answered", STR_ARG(q->blind.v[i].code));
		pane_wrap(p, BODY + 12, 0, ROLE_TEXT, q->blind.v[i].label);
	}
}

/* The question in focus: label, guidance, choices, what is written, what is missing. */
static void put_whole(struct view *v, struct pane *p, const struct part_question *q)
{
	struct form *f = v->state;
	bool saved = str_eq(q->name, f->saved) && f->saved.n;

	pane_row(p);
	pane_item(p, p->items);
	if (q->value.n)
		pane_put(p, 0, ROLE_SAVED, glyph_text(GLYPH_DONE, v->app->ascii));
	pane_wrap(p, 2, p->cols - 10, ROLE_STRONG, label_of(q));
	if (saved)
		pane_puts(p, p->cols - 6, ROLE_SAVED, "saved");
	if (q->help.n) {
		pane_row(p);
		pane_wrap(p, BODY, 0, ROLE_DIM, q->help);
	}
	put_readers(p, q);
	put_choices(p, f, q);
	put_written(v, p, f, q);
	put_reason(p, f, q);
	put_drafts(v, p, f);
	if (q->value.n && q->missing.n && !q->needs_reason) {
		pane_row(p);
		pane_wrap(p, BODY, 0, ROLE_CAUTION, q->missing);
	}
}

static void put_end(struct pane *p, const struct form *f)
{
	pane_row(p);
	pane_item(p, -1);
	pane_row(p);
	if (f->rep.missing > 0)
		pane_printf(p, 2, ROLE_DIM, "%lld still to answer. Tab goes to the next one.",
		    (long long)f->rep.missing);
	else if (f->rep.editable)
		pane_puts(p, 2, ROLE_SAVED, "Complete: d for the next step.");
	else
		pane_puts(p, 2, ROLE_DIM, "Complete.");
}

/* While one writes or picks, that place is in sight even in a long question. */
static void show_place(struct form *f)
{
	struct pane *p = &f->pane;
	int from = f->slot_rows ? f->slot - 1 : f->pick_row;
	int end = f->slot_rows ? f->slot + f->slot_rows + 1 : f->pick_row + 1;

	if (!f->slot_rows && f->mode != FORM_PICK)
		return;
	if (end > p->top + p->height)
		p->top = end - p->height;
	if (from < p->top)
		p->top = from;
}

static void lay_questions(struct view *v, int cols)
{
	struct form *f = v->state;
	struct pane *p = &f->pane;
	bool first = true;

	f->slot_rows = 0;
	pane_begin(p, &v->frame, cols, v->rect.rows - FORM_HEAD);
	if (f->rep.intro.n) {
		pane_row(p);
		pane_wrap(p, 0, 0, ROLE_DIM, f->rep.intro);
	}
	for (size_t i = 0; i < f->rep.questions.n; i++) {
		const struct part_question *q = &f->rep.questions.v[i];
		if (!q->shown)
			continue;
		if (first && f->rep.intro.n)
			pane_row(p);
		first = false;
		if (i == f->focus) {
			p->item = p->items;
			put_whole(v, p, q);
		} else {
			put_short(p, q, v->app->ascii);
			pane_item(p, p->items);
		}
	}
	put_end(p, f);
	pane_end(p);
	show_place(f);
}

static bool both(const struct view *v)
{
	return source_wide(v) && source_of(v);
}

/* Where the form stands: right of the case, or in the whole place. */
static struct rect form_rect(const struct view *v)
{
	int x = both(v) ? source_cols(v) + 1 : 0;

	return (struct rect){v->rect.y, x, v->rect.rows, v->rect.cols - x};
}

void form_layout(struct view *v)
{
	struct form *f = v->state;
	struct source *s = source_of(v);

	lay_questions(v, form_rect(v).cols - 2);
	f->pane.quiet = f->reading || f->mode == FORM_PICK;
	if (s && (f->reading || both(v)))
		source_layout(s, v, !f->reading);
}

static void draw_head(const struct view *v, struct canvas *c, struct rect r)
{
	const struct form *f = v->state;
	struct arena *a = &v->app->frame;
	int x = r.x + 1, right = r.x + r.cols - 1;
	struct str count =
	    arena_printf(a, "%lld of %lld answered%s", (long long)f->rep.answered,
		(long long)f->rep.shown, f->rep.answered ? ", all saved" : "");

	x += canvas_put(c, r.y, x, right - x, ROLE_STRONG,
		 f->rep.title.n ? f->rep.title : f->rep.form) +
	     2;
	if (!both(v))
		x += canvas_put(c, r.y, x, right - x, ROLE_DIM, f->ref) + 2;
	canvas_put(c, r.y, x, right - x, ROLE_DIM, count);
	if (!f->rep.editable)
		canvas_put(c, r.y + 1, r.x + 1, r.cols - 2, ROLE_CAUTION,
		    arena_printf(a, "Only to read: %.*s",
			STR_ARG(f->rep.why_not.n ? f->rep.why_not
						 : STR("it cannot be changed now"))));
	else
		canvas_rule(c, r.y + 1, r.x, r.cols, ROLE_RULE);
}

static void point_at(struct canvas *c, int y, int x)
{
	canvas_focus(c, y, x);
	canvas_cursor(c, y, x);
}

static void draw_questions(const struct view *v, struct canvas *c, struct rect place)
{
	const struct form *f = v->state;
	struct rect r = {
	    place.y + FORM_HEAD, place.x + 1, place.rows - FORM_HEAD, place.cols - 2};
	struct rect slot = {
	    r.y + f->slot - f->pane.top, r.x + BODY, f->slot_rows, f->slot_cols};
	int y = c->cursor_y, x = c->cursor_x;

	draw_head(v, c, place);
	pane_draw(&f->pane, c, r);
	if (f->slot_rows)
		field_draw(&f->field, c, slot);
	else if (f->mode == FORM_PICK && !f->reading)
		point_at(c, r.y + f->pick_row - f->pane.top, r.x + BODY - 2);
	if (f->reading)
		canvas_cursor(c, y, x); /* it stays in the case */
}

void form_draw(const struct view *v, struct canvas *c)
{
	const struct form *f = v->state;
	const struct source *s = source_of(v);

	if (s && (f->reading || both(v)))
		source_draw(s, v, c);
	if (!f->reading || both(v))
		draw_questions(v, c, form_rect(v));
}
