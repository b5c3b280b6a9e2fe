/* SPDX-License-Identifier: MIT */
/*
 * What would change hands. Shows: what is asked for in a sentence, who ends with how many,
 * what moves from whom to whom, what is refused and why. Rows from: share or absent.
 * Actions: carry out, by a key that has asked for nothing; then exactly this is done, or
 * nothing, when it would be something else by now.
 */
#include "tui/view/views.h"
#include "tui/words.h"

struct handing {
	bool absence; /* which of the two is asked */
	struct req_share share;
	struct req_absent absent;
	struct rep_handing rep;
	struct pane pane;
};
struct handing_how {
	const struct req_share *share; /* or */
	const struct req_absent *absent;
};

static struct strs kept(struct view *v, struct strs list)
{
	struct strs out = {0};

	for (size_t i = 0; i < list.n; i++)
		*arena_push(&v->life, &out) = arena_str(&v->life, list.v[i]);
	return out;
}

static bool set(struct view *v, const void *with, struct err *e)
{
	const struct handing_how *how = with;
	struct handing *s = v->state;
	struct arena *a = &v->life;

	(void)e;
	s->absence = how->absent != NULL;
	if (how->share)
		s->share = (struct req_share){.refs = kept(v, how->share->refs),
		    .expr = arena_str(a, how->share->expr),
		    .from = arena_str(a, how->share->from),
		    .to = kept(v, how->share->to),
		    .reason = arena_str(a, how->share->reason)};
	if (how->absent)
		s->absent = (struct req_absent){.name = arena_str(a, how->absent->name),
		    .until = arena_str(a, how->absent->until),
		    .reason = arena_str(a, how->absent->reason),
		    .hand = how->absent->hand,
		    .to = kept(v, how->absent->to)};
	return true;
}

static bool open_with(struct app *app, const struct handing_how *how, struct err *e)
{
	if (!app_push(app, &handing_ops, set, how, e))
		return false;
	app->drop_input = true;
	return true;
}

bool share_open(struct app *app, const struct req_share *q, struct err *e)
{
	return open_with(app, &(struct handing_how){.share = q}, e);
}

bool absent_open(struct app *app, const struct req_absent *q, struct err *e)
{
	return open_with(app, &(struct handing_how){.absent = q}, e);
}

/* digest empty: only what it would be. */
static bool ask(
    struct view *v, struct arena *a, struct str digest, struct rep_handing *r, struct err *e)
{
	struct handing *s = v->state;

	s->share.digest = s->absent.digest = digest;
	return s->absence ? call_absent(&v->app->service, a, &s->absent, r, e)
			  : call_share(&v->app->service, a, &s->share, r, e);
}

static bool load(struct view *v, struct err *e)
{
	struct handing *s = v->state;
	struct rep_handing rep = {0};

	if (!ask(v, &v->data, (struct str){0}, &rep, e))
		return false;
	s->rep = rep;
	return true;
}

/* Anything that has changed since is shown anew, and has to be confirmed anew. */
static enum outcome act_carry_out(struct view *v, const struct command *c, struct err *e)
{
	struct handing *s = v->state;
	struct rep_handing done = {0};
	struct view *behind = app_behind(v->app, v);
	struct err again = {0};

	(void)c;
	if (!ask(v, &v->app->frame, s->rep.digest, &done, e)) {
		if (e->kind == ERR_CONFLICT && !load(v, &again))
			*e = again;
		return OUTCOME_FAILED;
	}
	app_say(v->app, "%.*s", STR_ARG(done.text));
	if (behind)
		case_unmark(behind);
	return OUTCOME_POP_RELOAD;
}

/* The key that asked does not confirm. */
static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	(void)v, (void)c;
	err_set(e, ERR_USAGE, "press S to do it, Esc to leave it");
	return OUTCOME_FAILED;
}

static enum outcome act_cancel(struct view *v, const struct command *c, struct err *e)
{
	(void)v, (void)c, (void)e;
	return OUTCOME_POP;
}

/* ---- layout ------------------------------------------------------------------------------ */

static struct str or_queue(struct str who)
{
	return who.n ? who : STR("its queue");
}

static void put_hands(struct pane *p, const struct rep_handing *r)
{
	if (r->hands.n == 0)
		return;
	pane_heading(p, "Who holds how many");
	pane_puts(p, 40, ROLE_COLUMN, "now");
	pane_puts(p, 48, ROLE_COLUMN, "then");
	for (size_t i = 0; i < r->hands.n; i++) {
		const struct part_hand *h = &r->hands.v[i];
		pane_row(p);
		pane_put(p, 1, ROLE_TEXT, h->label);
		pane_printf(p, 38, ROLE_TEXT, "%5lld", (long long)h->before);
		pane_printf(p, 47, ROLE_STRONG, "%5lld", (long long)h->after);
	}
}

static void put_given(struct pane *p, const struct rep_handing *r, bool ascii)
{
	if (r->given.n == 0)
		return;
	pane_heading(p, "What moves");
	for (size_t i = 0; i < r->given.n; i++) {
		const struct part_given *g = &r->given.v[i];
		pane_row(p);
		pane_put(p, 1, ROLE_TEXT, g->ref);
		pane_put(p, 22, ROLE_DIM, g->from.n ? g->from : STR("nobody"));
		pane_put(p, 35, ROLE_DIM, glyph_text(GLYPH_ARROW, ascii));
		pane_put(p, 37, ROLE_STRONG, or_queue(g->to));
		pane_put(p, 50, ROLE_TEXT, g->along ? STR("goes along") : g->state_label);
		if (p->cols >= 98)
			pane_put(p, 68, ROLE_DIM, g->title);
	}
	if (r->moves > (int64_t)r->given.n) {
		pane_row(p);
		pane_printf(p, 1, ROLE_DIM, "and %lld more",
		    (long long)(r->moves - (int64_t)r->given.n));
	}
}

static void put_refused(struct pane *p, const struct rep_handing *r)
{
	if (r->ungiven.n)
		pane_heading(p, "What is refused, and why");
	for (size_t i = 0; i < r->ungiven.n; i++) {
		struct str rest = r->ungiven.v[i].text, line;
		pane_row(p);
		pane_put(p, 1, ROLE_CLOSED, r->ungiven.v[i].ref);
		pane_put(p, 22, ROLE_DIM, r->ungiven.v[i].title);
		while (str_cut(&rest, '\n', &line)) {
			pane_row(p);
			pane_wrap(p, 4, 0, ROLE_TEXT, line);
		}
	}
}

static void layout(struct view *v)
{
	struct handing *s = v->state;
	struct pane *p = &s->pane;

	pane_begin(p, &v->frame, v->rect.cols - 2, v->rect.rows - 2);
	pane_row(p);
	pane_wrap(p, 0, 0, ROLE_STRONG, s->rep.text);
	pane_row(p);
	pane_put(p, 0, ROLE_CHOSEN,
	    app_keys(v->app, p->arena, CTX_HANDING,
		s->rep.moves || s->absence
		    ? "Nothing is done yet. Press {carry out} to do it, {cancel} to leave it."
		    : "There is nothing to do. {cancel} leaves it."));
	put_hands(p, &s->rep);
	put_refused(p, &s->rep);
	put_given(p, &s->rep, v->app->ascii);
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct handing *s = v->state;

	canvas_puts(c, v->rect.y, 1, ROLE_STRONG,
	    s->absence ? "An absence, and what it changes" : "What would change hands");
	canvas_rule(c, v->rect.y + 1, 0, v->rect.cols, ROLE_RULE);
	pane_draw(
	    &s->pane, c, (struct rect){v->rect.y + 2, 1, v->rect.rows - 2, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct handing *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

static void status(const struct view *v, struct status *st)
{
	(void)v;
	st->view = STR("Before it is done");
}

static const struct act acts[] = {
    {ACT_CARRY_OUT, act_carry_out},
    {ACT_CHOOSE, act_choose},
    {ACT_CANCEL, act_cancel},
    {ACT_NONE, NULL},
};
const struct view_ops handing_ops = {
    .name = "handing",
    .context = CTX_HANDING,
    .state = sizeof(struct handing),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
};
