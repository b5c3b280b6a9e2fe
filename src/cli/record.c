/* SPDX-License-Identifier: MIT */
/* A record as text: head, fields, texts, answers, steps, notes, history. */
#include "cli/record.h"

#include <inttypes.h>

#include "cli/table.h"
#include "lookback/base/utf8.h"

enum { WIDTH = 78, LABEL = 22 };

/* A label and its text, wrapped behind the label. */
static void line(struct cli *c, struct buf *b, struct str label, struct str text)
{
	const char *name = cli_safe(c, label);
	int gap = LABEL - utf8_columns(str_of(name));
	struct buf body = buf_in(c->arena);
	size_t from = 0;

	wrap(&body, text, LABEL + 4, WIDTH);
	while (from < body.n && body.p[from] == ' ')
		from++;
	buf_printf(b, "  %s%*s  ", name, gap > 0 ? gap : 0, "");
	buf_put(b, (struct str){body.p + from, body.n - from});
	if (from == body.n)
		buf_char(b, '\n');
}

static void head(struct cli *c, const struct rep_record *r, struct buf *b)
{
	buf_printf(b, "%s  %s", cli_safe(c, r->ref),
	    cli_safe(c, r->state_label.n ? r->state_label : r->state));
	if (r->band.n)
		buf_printf(b, "  %s %s", cli_safe(c, r->band_mark), cli_safe(c, r->band_label));
	buf_printf(b, "  rank %" PRId64, r->rank);
	if (r->due_text.n)
		buf_printf(b, "  %s", cli_safe(c, r->due_text));
	buf_printf(b, "\n%s\n", cli_safe(c, r->title));
	if (r->holder.n)
		buf_printf(b, "held by %s\n", cli_safe(c, r->holder));
	if (r->wake.n)
		buf_printf(b, "put aside until %s\n", cli_safe(c, r->wake));
	if (r->flag.n)
		buf_printf(b, "flag: %s\n", cli_safe(c, r->flag));
	if (r->regime.n)
		buf_printf(b, "%s\n", cli_safe(c, r->regime));
}

/* Before everything else, numbers and addresses above all. */
static void leads(struct cli *c, const struct rep_record *r, struct buf *b)
{
	for (size_t i = 0; i < r->leads.n; i++) {
		const struct part_lead *l = &r->leads.v[i];
		buf_printf(b, "\n%s %s (%s)\n", cli_safe(c, l->label), cli_safe(c, l->ref),
		    cli_safe(c, l->tone));
		wrap(b, l->says, 2, WIDTH);
		if (l->by.n)
			buf_printf(
			    b, "  said by %s, %s\n", cli_safe(c, l->by), cli_safe(c, l->at));
		for (size_t k = 0; k < l->under.n; k++)
			line(c, b, l->under.v[k].label, l->under.v[k].text);
	}
}

static void fields(struct cli *c, const struct rep_record *r, struct buf *b)
{
	struct str group = {0};

	for (size_t i = 0; i < r->fields.n; i++) {
		const struct part_field *f = &r->fields.v[i];
		if (!str_eq(f->group, group)) {
			group = f->group;
			buf_printf(b, "\n%s\n", cli_safe(c, group));
		}
		line(c, b, f->label.n ? f->label : f->name, f->text.n ? f->text : f->value);
	}
}

static void texts(struct cli *c, const struct rep_record *r, struct buf *b)
{
	for (size_t i = 0; i < r->texts.n; i++) {
		buf_printf(b, "\n%s\n", cli_safe(c, r->texts.v[i].label));
		wrap(b, r->texts.v[i].text, 2, WIDTH);
	}
}

static void steps(struct cli *c, const struct rep_record *r, struct buf *b)
{
	if (r->steps.n)
		buf_puts(b, "\nNext steps\n");
	for (size_t i = 0; i < r->steps.n; i++) {
		const struct part_step *s = &r->steps.v[i];
		buf_printf(b, "  %c %s (%s)\n", s->open ? '+' : '-', cli_safe(c, s->id),
		    cli_safe(c, s->label));
		for (size_t k = 0; k < s->closed.n; k++)
			wrap(b, s->closed.v[k], 6, WIDTH);
	}
}

static void answers(struct cli *c, const struct rep_record *r, struct buf *b)
{
	struct str form = {0};

	for (size_t i = 0; i < r->answers.n; i++) {
		const struct part_answer *a = &r->answers.v[i];
		if (!str_eq(a->form, form)) {
			form = a->form;
			buf_printf(b, "\nAnswers: %s\n", cli_safe(c, form));
		}
		line(c, b, a->question, a->text.n ? a->text : a->value);
		if (a->reason.n)
			line(c, b, STR(""), a->reason);
	}
}

static void notes(struct cli *c, const struct rep_record *r, struct buf *b)
{
	if (r->notes.n)
		buf_puts(b, "\nNotes\n");
	for (size_t i = 0; i < r->notes.n; i++)
		line(c, b,
		    arena_printf(c->arena, "%.16s %.*s",
			r->notes.v[i].at.n ? r->notes.v[i].at.p : "",
			STR_ARG(r->notes.v[i].by)),
		    r->notes.v[i].text);
}

static void history(struct cli *c, const struct rep_record *r, struct buf *b)
{
	struct table t = {.arena = c->arena};

	if (!r->history.n)
		return;
	buf_puts(b, "\nHistory\n");
	table_head(&t, "Event", true);
	table_head(&t, "When", false);
	table_head(&t, "Who", false);
	table_head(&t, "What", false);
	for (size_t i = 0; i < r->history.n; i++) {
		const struct part_event *h = &r->history.v[i];
		table_number(&t, h->seq);
		table_cell(&t, h->at);
		table_cell(&t, h->actor);
		table_cell(&t, h->text.n ? h->text : h->type);
	}
	table_flush(&t, b);
}

void record_print(struct cli *c, const struct rep_record *r, bool whole, struct buf *b)
{
	head(c, r, b);
	leads(c, r, b);
	fields(c, r, b);
	if (whole) {
		texts(c, r, b);
		answers(c, r, b);
		notes(c, r, b);
	}
	steps(c, r, b);
	if (whole)
		history(c, r, b);
}
