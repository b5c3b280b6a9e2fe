/* SPDX-License-Identifier: MIT */
/* Reading a case: laying out and drawing its sections, and finding words in them. */
#include "tui/view/source.h"

#include "lookback/base/utf8.h"
#include "tui/stack.h"
#include "tui/view/case_text.h"
#include "tui/words.h"

static const struct {
	const char *name;
	void (*fill)(struct pane *p, const struct rep_record *r);
} sections[SOURCE_SECTIONS] = {
    {"Case", case_fields},
    {"Answers", case_answers},
    {"Notes", case_notes},
    {"History", case_history},
};

bool source_wide(const struct view *v)
{
	return v->rect.cols >= SOURCE_WIDE;
}

int source_cols(const struct view *v)
{
	return source_wide(v) ? v->rect.cols * 45 / 100 : v->rect.cols;
}

void source_clear(struct source *s)
{
	arena_clear(&s->rows);
}

struct pane *source_pane(struct source *s)
{
	return &s->panes[s->section];
}

static struct rect rows_rect(const struct view *v)
{
	int cols = source_wide(v) ? source_cols(v) - 1 : v->rect.cols - 1;

	return (struct rect){v->rect.y + SOURCE_HEAD, 1, v->rect.rows - SOURCE_HEAD, cols - 1};
}

static void lay(struct source *s, const struct view *v, int section)
{
	struct pane *p = &s->panes[section];
	struct rect r = rows_rect(v);
	struct phrases words, terms;

	pane_begin(p, &s->rows, r.cols, r.rows);
	sections[section].fill(p, s->rec);
	words = phrases_read(&s->rows, v->app->looked_for);
	terms = phrases_read(&s->rows, v->app->welcome->terms);
	pane_mark(p, &words, ROLE_MATCH);
	pane_mark(p, &terms, ROLE_TERM);
	pane_end(p);
}

void source_layout(struct source *s, const struct view *v, bool quiet)
{
	arena_clear(&s->rows);
	lay(s, v, s->section);
	source_pane(s)->quiet = quiet;
}

static int draw_tab(const struct source *s, struct canvas *c, int y, int x, int i, int right)
{
	struct arena_mark m = arena_mark(c->arena);
	size_t n = i == 2 ? s->rec->notes.n : 0;
	struct str text = n ? arena_printf(c->arena, "%d %s (%zu)", i + 1, sections[i].name, n)
			    : arena_printf(c->arena, "%d %s", i + 1, sections[i].name);
	enum role role = i == s->section ? ROLE_CHOSEN : ROLE_DIM;

	x += canvas_put(c, y, x, right - x, role, text) + (right < 60 ? 2 : 3);
	arena_back(c->arena, m);
	return x;
}

static void draw_head(const struct source *s, const struct view *v, struct canvas *c, int right)
{
	const struct rep_record *r = s->rec;
	struct arena *a = &v->app->frame;
	struct str band =
	    words_band(a, r->band_mark, r->band_label.n ? r->band_label : r->band);
	int y = v->rect.y, x = 1;

	x += canvas_put(c, y, x, right - x, ROLE_STRONG, r->ref) + 2;
	if (band.n)
		x += canvas_put(c, y, x, right - x, words_band_role(r->band_mark), band) + 2;
	canvas_put(c, y, x, right - x, ROLE_TEXT, r->title);
	if (s->said.n)
		canvas_put(c, y + 1, 1, right - 1, ROLE_MESSAGE,
		    arena_printf(
			a, "Decided: %.*s. n brings the next case.", STR_ARG(s->said)));
	else
		canvas_put(c, y + 1, 1, right - 1, r->late ? ROLE_LATE : ROLE_DIM,
		    words_standing(a, r));
	for (int i = 0, at = 1; i < SOURCE_SECTIONS; i++)
		at = draw_tab(s, c, y + 2, at, i, right);
}

void source_draw(const struct source *s, const struct view *v, struct canvas *c)
{
	int right = source_wide(v) ? source_cols(v) - 1 : v->rect.cols - 1;

	draw_head(s, v, c, right);
	pane_draw(&s->panes[s->section], c, rows_rect(v));
	for (int i = 0; source_wide(v) && i < v->rect.rows; i++)
		canvas_glyph(c, v->rect.y + i, source_cols(v), ROLE_RULE, GLYPH_VLINE);
}

static enum outcome go_section(struct source *s, int to)
{
	s->section = (to + SOURCE_SECTIONS) % SOURCE_SECTIONS;
	return OUTCOME_DONE;
}

static enum outcome to_section(struct source *s, struct str arg, struct err *e)
{
	int64_t n;

	if (str_int(arg, &n) && n >= 1 && n <= SOURCE_SECTIONS)
		return go_section(s, (int)n - 1);
	err_set(e, ERR_USAGE, "there are sections 1 to %d", SOURCE_SECTIONS);
	return OUTCOME_FAILED;
}

/* Where words were looked for, those; else the key terms. */
static enum role wanted(const struct app *app)
{
	return app->looked_for.n ? ROLE_MATCH : ROLE_TERM;
}

/* The next marked row: in this section, in the others in turn, in this from its other end.
 * Going round is said. */
static enum outcome go_mark(struct source *s, const struct view *v, int by, struct err *e)
{
	enum role role = wanted(v->app);
	int from = source_pane(s)->line, at, was = s->section;

	for (int i = 0; i <= SOURCE_SECTIONS; i++) {
		int to = (was + i * by + 2 * SOURCE_SECTIONS) % SOURCE_SECTIONS;
		struct pane *p = &s->panes[to];
		lay(s, v, to);
		at = pane_marked(p, role, i ? (by > 0 ? -1 : (int)p->n) : from, by);
		if (at < 0)
			continue;
		if (by > 0 ? to < was || (to == was && i) : to > was || (to == was && i))
			app_say(
			    v->app, by > 0 ? "from the beginning again" : "from the end again");
		s->section = to;
		if (at < p->top || at >= p->top + p->height)
			p->top = at - p->height / 3; /* with what leads to it */
		pane_line(p, at);
		return OUTCOME_DONE;
	}
	err_set(e, ERR_USAGE,
	    v->app->looked_for.n ? "none of these words stands in this case"
				 : "no key term stands in this case");
	return OUTCOME_FAILED;
}

/* The first mark at or behind the cursor. */
static enum outcome look_for(
    struct source *s, const struct view *v, struct str words, struct err *e)
{
	int line = source_pane(s)->line;

	app_look_for(v->app, marks_beginnings(&v->app->frame, words));
	s->looking = true;
	source_pane(s)->line = line - 1;
	if (go_mark(s, v, 1, e) == OUTCOME_DONE)
		return OUTCOME_DONE;
	source_pane(s)->line = line;
	return OUTCOME_FAILED;
}

size_t source_stands(struct source *s, const struct view *v, struct str words)
{
	struct arena a = {0};
	struct strs texts = {0};
	struct phrases phrases;
	struct marks marks = {0};

	marks_phrases(&a, marks_beginnings(&a, words), &texts);
	phrases = phrases_read(&a, texts);
	for (int k = 0; k < SOURCE_SECTIONS; k++) {
		lay(s, v, k);
		for (size_t i = 0; i < s->panes[k].texts.n; i++)
			marks_find(&a, s->panes[k].texts.v[i], &phrases, ROLE_MATCH, &marks);
	}
	arena_clear(&a);
	return marks.n;
}

enum outcome source_act(struct view *v, const struct command *c, struct err *e)
{
	struct source *s = source_of(v);

	if (!s)
		return OUTCOME_IGNORED;
	if (c->action == ACT_SECTION)
		return to_section(s, c->arg, e);
	if (c->action == ACT_SECTION_NEXT)
		return go_section(s, s->section + 1);
	if (c->action == ACT_SECTION_PREV)
		return go_section(s, s->section - 1);
	if (c->action == ACT_LOOK && c->arg.n)
		return look_for(s, v, c->arg, e);
	if (c->action == ACT_MARK_NEXT || c->action == ACT_AGAIN)
		return go_mark(s, v, 1, e);
	if (c->action == ACT_MARK_PREV || c->action == ACT_BACK)
		return go_mark(s, v, -1, e);
	return OUTCOME_IGNORED;
}

struct str source_quote(const struct source *s, struct arena *a)
{
	const struct pane *p = &s->panes[s->section];
	struct str text = pane_text(p, p->line, a), of;

	if (text.n == 0)
		return text;
	of = p->v[p->line].of;
	return words_quote(a, of.n ? of : str_of(sections[s->section].name), text);
}

/* A long line is cut by the edge, so its beginning is looked for. */
enum { BEGINNING = 24 };

void source_go(struct view *v, int section, struct str line)
{
	struct source *s = source_of(v);
	struct pane *p;
	struct arena a = {0};

	s->section = section;
	view_layout(v);
	p = source_pane(s);
	line.n = line.n < BEGINNING ? line.n : BEGINNING;
	while (
	    line.n && ((unsigned char)line.p[line.n - 1] & 0x80)) /* not within a character */
		line.n--;
	for (int row = 0; line.n && row < (int)p->n; row++)
		if (str_starts(pane_text(p, row, &a), line)) {
			pane_line(p, row);
			break;
		}
	arena_clear(&a);
	view_layout(v);
}

/* The row nearest to `at` that says the same. */
static int same_row(const struct pane *p, struct str text, int at, struct arena *a)
{
	for (int by = 0; by < (int)p->n; by++)
		for (int sign = -1; sign <= 1; sign += 2) {
			int row = at + sign * by;
			if (row >= 0 && row < (int)p->n && str_eq(pane_text(p, row, a), text))
				return row;
		}
	return at;
}

bool source_again(struct view *v, struct err *e)
{
	struct pane *p = source_pane(source_of(v));
	struct arena a = {0};
	struct str top = arena_str(&a, pane_text(p, p->top, &a)),
		   line = arena_str(&a, pane_text(p, p->line, &a));
	int was_top = p->top, was_line = p->line;

	if (!view_load(v, e)) {
		arena_clear(&a);
		return false;
	}
	p->line = same_row(p, line, was_line, &a);
	p->top = same_row(p, top, was_top, &a);
	arena_clear(&a);
	view_layout(v);
	return true;
}
