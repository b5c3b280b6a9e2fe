/* SPDX-License-Identifier: MIT */
/*
 * The start screen. Shows: who one is, what one holds, what waits, the whole review.
 * Rows from: home. Actions: choose. Opens: a case one holds, the list of a queue.
 */
#include "tui/stack.h"
#include "tui/view/views.h"
#include "tui/words.h"

struct start {
	struct rep_home home;
	struct arena numbers; /* of the home that was heard last, all but `mine` */
	struct pane pane;
};

static bool load(struct view *v, struct err *e)
{
	struct start *s = v->state;
	struct req_home q = {0};
	struct rep_home home = {0};

	if (!call_home(&v->app->service, &v->data, &q, &home, e))
		return false;
	arena_clear(&s->numbers);
	s->home = home;
	return true;
}

static void watch(const struct view *v, struct arena *a, struct req_changes *q)
{
	const struct start *s = v->state;

	q->home = true;
	for (size_t i = 0; i < s->home.mine.n; i++)
		*arena_push(a, &q->refs) = s->home.mine.v[i].ref;
}

/* Figures alone come without a view of what one holds. */
static bool new_numbers(struct view *v)
{
	struct start *s = v->state;
	struct req_home q = {.numbers = true};
	struct rep_home home = {0};
	struct arena fresh = {0};
	struct err e = {0};

	if (!call_home(&v->app->service, &fresh, &q, &home, &e)) {
		arena_clear(&fresh);
		return false;
	}
	home.mine = s->home.mine;
	arena_clear(&s->numbers);
	s->numbers = fresh;
	s->home = home;
	view_layout(v);
	return true;
}

static enum heard hear(struct view *v, const struct rep_changes *r)
{
	const struct start *s = v->state;
	struct err e = {0};

	if (r->changes.n || r->left.n || r->held != (int64_t)s->home.mine.n) {
		if (!view_load(v, &e))
			return HEARD_NOTHING;
		if (r->changes.n)
			app_tell(v->app, &r->changes.v[0], r->changes.n - 1);
		return HEARD_SHOWN;
	}
	return r->other && new_numbers(v) ? HEARD_SHOWN : HEARD_NOTHING;
}

static void closed(struct view *v)
{
	struct start *s = v->state;

	arena_clear(&s->numbers);
}

static struct str who(const struct app *app, struct arena *a)
{
	const struct rep_welcome *w = app->welcome;
	struct str roles = words_list(a, w->roles, ", ");

	if (w->full.n)
		return arena_printf(a, "You are %.*s (%.*s): %.*s", STR_ARG(w->full),
		    STR_ARG(w->user), STR_ARG(roles));
	return arena_printf(a, "You are %.*s: %.*s", STR_ARG(w->user), STR_ARG(roles));
}

/* Flags, band, reference, state, due, title: the same order as in lists. */
static void put_mine(struct pane *p, const struct part_row *r, int item)
{
	pane_row(p);
	pane_item(p, item);
	pane_puts(p, 1, ROLE_STRONG, "*");
	if (r->late)
		pane_puts(p, 2, ROLE_LATE, "!");
	if (r->flag.n)
		pane_puts(p, 3, ROLE_CAUTION, "~");
	pane_put(p, 5, ROLE_TEXT, r->ref);
	pane_put(
	    p, 22, words_band_role(r->band_mark), words_band(p->arena, r->band_mark, r->band));
	pane_put(p, 31, ROLE_TEXT, r->state_label.n ? r->state_label : r->state);
	pane_put(p, 46, r->late ? ROLE_LATE : ROLE_DIM, r->due_text);
	pane_put(p, 57, ROLE_TEXT, r->title);
}

static void put_queue(struct pane *p, const struct part_queue *q, int item)
{
	struct arena *a = p->arena;

	pane_row(p);
	pane_item(p, item);
	pane_put(p, 2, ROLE_TEXT, q->label.n ? q->label : q->queue);
	pane_put(p, 24, ROLE_STRONG,
	    arena_printf(a, "%.*s waiting", STR_ARG(words_count(a, q->waiting))));
	pane_put(p, 39, q->late ? ROLE_LATE : ROLE_DIM,
	    arena_printf(a, "%.*s late", STR_ARG(words_count(a, q->late))));
	pane_put(
	    p, 50, ROLE_DIM, arena_printf(a, "%.*s held", STR_ARG(words_count(a, q->held))));
	pane_put(p, 61, ROLE_DIM, words_list(a, q->bands, ", "));
}

/* Who takes no cases is not told how to. */
static void put_work(struct pane *p, const struct rep_home *h, bool takes)
{
	if (!takes && h->mine.n == 0)
		return;
	pane_heading(p, "My work");
	pane_item(p, -1);
	for (size_t i = 0; i < h->mine.n; i++)
		put_mine(p, &h->mine.v[i], (int)i);
	if (h->mine.n == 0) {
		pane_row(p);
		pane_puts(p, 2, ROLE_TEXT, "You hold nothing. n brings the next case.");
	}
}

static void put_waiting(
    const struct app *app, struct pane *p, const struct rep_home *h, bool takes)
{
	if (!takes && h->queues.n == 0)
		return;
	pane_row(p);
	pane_item(p, -1);
	pane_row(p);
	pane_puts(p, 0, ROLE_HEADING, "What waits for me");
	for (size_t i = 0; i < h->queues.n; i++)
		put_queue(p, &h->queues.v[i], (int)(h->mine.n + i));
	if (h->queues.n == 0) {
		pane_row(p);
		pane_put(p, 2, ROLE_TEXT,
		    app_keys(app, p->arena, CTX_START,
			"No queue is served to your roles. {list} lists what you may see, "
			"{help} shows the keys."));
	}
}

static void put_states(struct pane *p, const struct rep_home *h)
{
	struct buf b = buf_in(p->arena);

	for (size_t i = 0; i < h->states.n; i++) {
		const struct part_tally *t = &h->states.v[i];
		if (t->n == 0)
			continue;
		buf_printf(&b, "%s%.*s %.*s", b.n ? ", " : "",
		    STR_ARG(words_count(p->arena, t->n)),
		    STR_ARG(t->label.n ? t->label : t->state));
	}
	if (b.n == 0)
		return;
	pane_row(p);
	pane_wrap(p, 2, 0, ROLE_DIM, buf_str(&b));
}

/* What roles without cases do here. */
static void put_other(struct pane *p, const struct app *app)
{
	pane_row(p);
	pane_item(p, -1);
	pane_row(p);
	pane_wrap(p, 0, 0, ROLE_TEXT,
	    app_has_right(app, "log")
		? STR("Your role sees no case data. :log reads the log, :verify checks it.")
		: STR("Your role sees no case data; its work is done with the sub-commands of "
		      "lookback (lookback help)."));
}

static void put_review(struct pane *p, const struct rep_home *h)
{
	struct arena *a = p->arena;

	pane_row(p);
	pane_item(p, -1);
	pane_row(p);
	pane_puts(p, 0, ROLE_HEADING, "The whole review");
	pane_row(p);
	if (h->total == 0) {
		pane_puts(p, 2, ROLE_TEXT, "There are no cases that you may see.");
		return;
	}
	pane_wrap(p, 2, 0, ROLE_TEXT,
	    arena_printf(a,
		"%.*s in all: %.*s done, %.*s late, %.*s put aside, %.*s never opened",
		STR_ARG(words_count(a, h->total)), STR_ARG(words_count(a, h->done)),
		STR_ARG(words_count(a, h->late)), STR_ARG(words_count(a, h->deferred)),
		STR_ARG(words_count(a, h->unopened))));
	put_states(p, h);
}

static void layout(struct view *v)
{
	struct start *s = v->state;
	struct pane *p = &s->pane;
	struct arena *a = &v->frame;

	pane_begin(p, a, v->rect.cols - 2, v->rect.rows);
	pane_row(p);
	pane_wrap(p, 0, 0, ROLE_TEXT, who(v->app, a));
	pane_row(p);
	pane_put(
	    p, 0, ROLE_DIM, arena_printf(a, "%lld decided today", (long long)s->home.today));
	if (s->home.alerts) {
		pane_row(p);
		pane_printf(p, 0, ROLE_LATE, "! %lld alert%s to acknowledge: ga shows them",
		    (long long)s->home.alerts, s->home.alerts == 1 ? "" : "s");
	}
	if (v->app->welcome->handling.n) {
		pane_row(p);
		pane_wrap(p, 0, 0, ROLE_DIM, v->app->welcome->handling);
	}
	if (v->app->welcome->damage.n) {
		pane_row(p);
		pane_wrap(p, 0, 0, ROLE_ERROR,
		    arena_printf(a, "The database is damaged: %.*s Call the administrator.",
			STR_ARG(v->app->welcome->damage)));
	}
	put_work(p, &s->home, app_has_right(v->app, "take"));
	put_waiting(v->app, p, &s->home, app_has_right(v->app, "take"));
	if (app_has_right(v->app, "read"))
		put_review(p, &s->home);
	else
		put_other(p, v->app);
	pane_end(p);
}

static void draw(const struct view *v, struct canvas *c)
{
	const struct start *s = v->state;

	pane_draw(&s->pane, c, (struct rect){v->rect.y, 1, v->rect.rows, v->rect.cols - 2});
}

static bool move(struct view *v, enum motion m, int count, struct err *e)
{
	struct start *s = v->state;

	(void)e;
	(void)pane_move(&s->pane, m, count);
	return true;
}

static enum outcome act_choose(struct view *v, const struct command *c, struct err *e)
{
	const struct start *s = v->state;
	size_t at = (size_t)s->pane.item;
	struct queue_how how = {0};
	bool ok;

	(void)c;
	if (at < s->home.mine.n) {
		ok = record_open(v->app, s->home.mine.v[at].ref, (struct str){0}, e);
	} else if (at - s->home.mine.n < s->home.queues.n) {
		const struct part_queue *q = &s->home.queues.v[at - s->home.mine.n];
		how.expr = arena_printf(&v->app->frame, "queue:%.*s", STR_ARG(q->queue));
		ok = queue_open(v->app, &how, e);
	} else {
		ok = queue_open(v->app, &how, e);
	}
	return ok ? OUTCOME_DONE : OUTCOME_FAILED;
}

static void status(const struct view *v, struct status *s)
{
	(void)v;
	s->view = STR("Start");
}

static void offer(const struct view *v, struct arena *a, enum argument arg, struct strs *out)
{
	const struct start *s = v->state;

	if (arg == ARG_REF || arg == ARG_REFLOG)
		for (size_t i = 0; i < s->home.mine.n; i++)
			*arena_push(a, out) = s->home.mine.v[i].ref;
}

static void refs(const struct view *v, struct arena *a, struct strs *out)
{
	const struct start *s = v->state;

	if ((size_t)s->pane.item < s->home.mine.n)
		*arena_push(a, out) = s->home.mine.v[s->pane.item].ref;
}

static const struct act acts[] = {
    {ACT_CHOOSE, act_choose},
    {ACT_NONE, NULL},
};
const struct view_ops start_ops = {
    .name = "start",
    .context = CTX_START,
    .state = sizeof(struct start),
    .acts = acts,
    .load = load,
    .layout = layout,
    .draw = draw,
    .move = move,
    .status = status,
    .offer = offer,
    .refs = refs,
    .watch = watch,
    .hear = hear,
    .closed = closed,
};
