/* SPDX-License-Identifier: MIT */
/* The start as lines: what one holds and what waits, numbered; then the whole review. */
#include "tui/linear/linear.h"
#include "tui/words.h"

static void say_who(struct lines *l)
{
	const struct rep_welcome *w = l->welcome;

	lines_say(l, "%.*s. You are %.*s (%.*s): %.*s", STR_ARG(w->title),
	    STR_ARG(w->full.n ? w->full : w->user), STR_ARG(w->user),
	    STR_ARG(words_list(&l->frame, w->roles, ", ")));
	if (w->training)
		lines_say(l, "Training: nothing here is real.");
	if (w->marking.n)
		lines_say(l, "Marking: %.*s", STR_ARG(w->marking));
	if (w->handling.n)
		lines_say(l, "%.*s", STR_ARG(w->handling));
	if (w->damage.n)
		lines_say(l, "The database is damaged: %.*s Call the administrator.",
		    STR_ARG(w->damage));
	if (l->read_only)
		lines_say(l, "Only to read: nothing can be changed from here.");
}

static void say_work(struct lines *l, const struct rep_home *h)
{
	struct arena *a = &l->frame;
	int64_t n = 0;

	lines_say(
	    l, "%s", h->mine.n ? "My work:" : "You hold nothing. n brings the next case.");
	for (size_t i = 0; i < h->mine.n; i++)
		lines_row(l, ++n, &h->mine.v[i], false);
	if (h->queues.n)
		lines_say(l, "What waits for me:");
	for (size_t i = 0; i < h->queues.n; i++) {
		const struct part_queue *q = &h->queues.v[i];
		struct str late =
		    q->late ? arena_printf(a, ", %.*s late", STR_ARG(words_count(a, q->late)))
			    : (struct str){0};
		lines_say(l, "%lld. %.*s: %.*s waiting%.*s, %.*s held%s%.*s", (long long)++n,
		    STR_ARG(q->label.n ? q->label : q->queue),
		    STR_ARG(words_count(a, q->waiting)), STR_ARG(late),
		    STR_ARG(words_count(a, q->held)), q->bands.n ? "; " : "",
		    STR_ARG(words_list(a, q->bands, ", ")));
	}
}

static void say_review(struct lines *l, const struct rep_home *h)
{
	struct arena *a = &l->frame;
	struct buf b = buf_in(a);

	lines_say(l,
	    "The whole review: %.*s in all, %.*s done, %.*s late, %.*s put aside, %.*s never "
	    "opened.",
	    STR_ARG(words_count(a, h->total)), STR_ARG(words_count(a, h->done)),
	    STR_ARG(words_count(a, h->late)), STR_ARG(words_count(a, h->deferred)),
	    STR_ARG(words_count(a, h->unopened)));
	for (size_t i = 0; i < h->states.n; i++)
		if (h->states.v[i].n)
			buf_printf(&b, "%s%.*s %.*s", b.n ? ", " : "",
			    STR_ARG(h->states.v[i].label.n ? h->states.v[i].label
							   : h->states.v[i].state),
			    STR_ARG(words_count(a, h->states.v[i].n)));
	if (b.n)
		lines_say(l, "By state: %.*s.", STR_ARG(buf_str(&b)));
}

bool lines_home_quietly(struct lines *l, struct err *e)
{
	struct lines_start *s = &l->start;
	struct arena fresh = {0};
	struct req_home q = {0};
	struct rep_home home = {0};

	if (!call_home(&l->service, &fresh, &q, &home, e)) {
		arena_clear(&fresh);
		return false;
	}
	arena_clear(&s->mem);
	s->mem = fresh;
	s->home = home;
	return true;
}

/* Figures are only good fresh; who one is, and the whole review, is not said again and again. */
bool lines_home(struct lines *l, bool reload, struct err *e)
{
	const struct rep_home *home = &l->start.home;

	if (!lines_home_quietly(l, e))
		return false;
	l->fresh = true;
	l->start.at = -1;
	if (reload)
		say_who(l);
	else
		lines_say(l, "The start.");
	if (home->alerts > 0)
		lines_say(
		    l, "%lld alerts wait for you; ga says them.", (long long)home->alerts);
	if (str_has(l->welcome->rights, STR("take")) || home->mine.n)
		say_work(l, home);
	lines_say(l, "%lld decided today.", (long long)home->today);
	if (!str_has(l->welcome->rights, STR("read")))
		lines_say(l, "Your role sees no case data; help says what it may do.");
	else if (reload)
		say_review(l, home);
	else
		lines_say(l, "R says the whole review.");
	return true;
}

bool lines_home_number(struct lines *l, int64_t n, struct str rest, struct err *e)
{
	const struct rep_home *h = &l->start.home;
	size_t at = (size_t)n - 1;

	if (n < 1 || at >= h->mine.n + h->queues.n)
		return err_set(e, ERR_USAGE, "there is no number %lld here", (long long)n);
	if (rest.n && at >= h->mine.n)
		return err_set(e, ERR_USAGE, "this is a queue: its number lists its cases");
	if (rest.n) {
		l->start.at = (int)at;
		return lines_command(l, rest, e);
	}
	if (at < h->mine.n)
		return lines_open(l, h->mine.v[at].ref, (struct str){0}, e);
	return lines_list_open(l,
	    arena_printf(&l->frame, "queue:%.*s", STR_ARG(h->queues.v[at - h->mine.n].queue)),
	    (struct str){0}, e);
}
