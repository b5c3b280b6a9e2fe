/* SPDX-License-Identifier: MIT */
/* The tutorial's database: made of the built-in pack, with the people of its lesson. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "demo/lesson.h"
#include "lookback/base/when.h"

enum { TRAINED_DAYS = 365 };

static bool train(
    struct client *c, struct arena *a, const struct lesson_person *p, struct err *e)
{
	char until[DAY_LEN + 1];
	struct rep_done r;

	day_text(london_day(now_ms()) + TRAINED_DAYS, until);
	for (size_t i = 0; i < p->trained.n; i++) {
		const struct req_user_train q = {
		    .name = p->account, .competence = p->trained.v[i], .until = str_of(until)};
		if (!ask_user_train(c, a, &q, &r, e))
			return false;
	}
	return true;
}

/* Last the owner becomes who looks on; then somebody else must manage the accounts. */
static bool people(struct tutorial *t, struct client *c, struct err *e)
{
	const struct req_user_role watch = {.name = t->o.owner, .roles = t->lesson->watcher};
	struct arena a = {0};
	struct rep_done r;
	bool ok = true;

	for (size_t i = 0; ok && i < t->lesson->people.n; i++) {
		const struct lesson_person *p = &t->lesson->people.v[i];
		const struct req_user_add q = {
		    .name = p->account, .full = p->full, .roles = p->roles};
		ok = ask_user_add(c, &a, &q, &r, e) && train(c, &a, p, e);
	}
	ok = ok && ask_user_role(c, &a, &watch, &r, e);
	arena_clear(&a);
	return ok;
}

static bool folder(const struct tutorial *t, struct err *e)
{
	if (mkdir(t->dir, 0700) == 0 || errno == EEXIST)
		return true;
	return err_set(e, ERR_IO, "cannot make the folder %s: %s; name another one", t->dir,
	    strerror(errno));
}

bool lesson_make(struct tutorial *t, struct err *e)
{
	const struct client_options how = {.db = t->db, .front = "demo", .start = t->o.start};
	struct source pack = {0};
	struct client *c = NULL;
	bool ok;

	if (!source_embedded(&t->life, "clares-law", &pack))
		BUG("the pack of the tutorial is not built in");
	ok = folder(t, e) && t->o.create(t->db, &pack, t->o.owner, true, e) &&
	     client_open(&how, &c, e) && people(t, c, e);
	client_close(c);
	return ok;
}
