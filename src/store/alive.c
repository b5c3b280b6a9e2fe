/* SPDX-License-Identifier: MIT */
/* Signs of life from within long work: SQLite's machine is asked to call us as it runs. */
#include "store/alive.h"

/* A statement that runs for so many steps takes some thousandths of a second, mostly. */
enum { ALIVE_STEPS = 20000 };

static int on_steps(void *ctx)
{
	alive_say(ctx);
	return 0; /* go on */
}

void alive_say(struct store *st)
{
	if (st->alive.fn)
		st->alive.fn(st->alive.ctx);
}

void alive_watch(struct store *st)
{
	bool any = st->alive.fn != NULL;

	if (st->db)
		sqlite3_progress_handler(
		    st->db, any ? ALIVE_STEPS : 0, any ? on_steps : NULL, st);
}

void store_alive(struct store *st, void (*fn)(void *ctx), void *ctx)
{
	st->alive.fn = fn;
	st->alive.ctx = ctx;
	alive_watch(st);
}
