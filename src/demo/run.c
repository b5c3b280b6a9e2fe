/* SPDX-License-Identifier: MIT */
/* Which rows an extract holds, in which order, and writing them out as they are made. */
#include <errno.h>
#include <string.h>

#include "demo/extract.h"
#include "lookback/base/io.h"

enum {
	FULL_LATE = 196, /* of ... */
	FULL_ALL = 3778, /* ... so many applications came late */
	BUFFER = 1 << 18,
	STEP = 256,       /* rows between two words of progress */
	HELD_AGAIN = 200, /* rows of the first extract that the second repeats, per mille */
	PUT_RIGHT = 25,   /* of these, with another value, per mille */
};

struct writer {
	const struct extract_plan *plan;
	const struct extract_watch *watch;
	struct arena keep, row; /* the buffer; what one row needs */
	struct buf out;
	int fd;
	uint64_t done, total;
};

struct extract_plan extract_plan(uint64_t applications, uint64_t seed)
{
	uint64_t late = (applications * FULL_LATE + FULL_ALL / 2) / FULL_ALL;

	return (struct extract_plan){seed, applications - late, applications};
}

static bool flush(struct writer *w, struct err *e)
{
	if (!io_all(w->fd, w->out.p, w->out.n))
		return err_set(e, ERR_IO, "cannot write the extract: %s", strerror(errno));
	w->out.n = 0;
	return true;
}

static bool put_row(struct writer *w, uint64_t row, bool revised, struct err *e)
{
	struct arena_mark m = arena_mark(&w->row);
	struct row_facts f;

	facts_make(&w->row, w->plan->seed, row, &f);
	if (revised)
		facts_revise(&w->row, w->plan->seed, &f);
	extract_row(&w->row, w->plan->seed, &f, &w->out);
	arena_back(&w->row, m);
	if (++w->done % STEP == 0 && w->watch && w->watch->progress)
		w->watch->progress(w->watch->ctx, w->done, w->total);
	return w->out.n < BUFFER || flush(w, e);
}

static void open_writer(
    struct writer *w, const struct extract_plan *p, int fd, const struct extract_watch *watch)
{
	*w = (struct writer){.plan = p, .watch = watch, .fd = fd};
	w->out = buf_in(&w->keep);
	extract_heading(&w->out);
}

static void close_writer(struct writer *w)
{
	arena_clear(&w->keep);
	arena_clear(&w->row);
}

bool extract_first(
    const struct extract_plan *p, int fd, const struct extract_watch *watch, struct err *e)
{
	struct writer w;
	bool ok = true;

	open_writer(&w, p, fd, watch);
	w.total = p->first;
	for (uint64_t row = 0; ok && row < p->first; row++)
		ok = put_row(&w, row, false, e);
	ok = ok && flush(&w, e);
	close_writer(&w);
	return ok;
}

/* Late rows stand evenly among those that are held already. */
bool extract_second(
    const struct extract_plan *p, int fd, const struct extract_watch *watch, struct err *e)
{
	uint64_t late = p->all - p->first, put = 0;
	struct writer w;
	bool ok = true;

	open_writer(&w, p, fd, watch);
	w.total = late + p->first * HELD_AGAIN / 1000;
	for (uint64_t row = 0; ok && row < p->first; row++) {
		struct dice d = draw_at(p->seed, STREAM_RUN, row);
		for (; ok && put < late && (put + 1) * p->first <= row * (late + 1); put++)
			ok = put_row(&w, p->first + put, false, e);
		if (ok && draw_happens(&d, HELD_AGAIN))
			ok = put_row(&w, row, draw_happens(&d, PUT_RIGHT), e);
	}
	for (; ok && put < late; put++)
		ok = put_row(&w, p->first + put, false, e);
	ok = ok && flush(&w, e);
	close_writer(&w);
	return ok;
}
