/* SPDX-License-Identifier: MIT */
/* Folder, extracts, database, accounts, imports: the order in which a force would do it. */
#include "lookback/demo/demo.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "demo/crew.h"
#include "demo/extract.h"
#include "lookback/wire/refusals.h"

static const char pack_name[] = "clares-law", map_name[] = "extract";
static const char *const sources[2] = {
    "Records system, first extract", "Records system, after further checks"};

struct making {
	struct arena *arena;
	const struct demo_options *o;
	struct demo_made *made;
	struct client *client;
	struct extract_plan plan;
	const char *what; /* for the progress */
};

static void tell(void *ctx, uint64_t done, uint64_t total)
{
	const struct making *m = ctx;

	if (m->o->progress)
		m->o->progress(m->o->progress_ctx, m->what, (int64_t)done, (int64_t)total);
}

static void tell_import(void *ctx, const struct rep_progress *p)
{
	const struct making *m = ctx;

	if (m->o->progress)
		m->o->progress(
		    m->o->progress_ctx, arena_str(m->arena, p->what).p, p->done, p->total);
}

static bool make_folder(const struct making *m, struct err *e)
{
	const char *dir = m->o->dir;

	if (mkdir(dir, 0700) != 0 && errno != EEXIST)
		return err_set(
		    e, ERR_IO, "cannot make the folder %s: %s", dir, strerror(errno));
	if (access(m->made->db, F_OK) == 0)
		return err_set(e, ERR_REFUSED, REFUSED_DEMO_THERE, m->made->db, m->made->db);
	return true;
}

static bool write_extract(struct making *m, int which, struct err *e)
{
	static bool (*const writers[2])(const struct extract_plan *, int,
	    const struct extract_watch *, struct err *) = {extract_first, extract_second};
	const struct extract_watch watch = {tell, m};
	const char *path = m->made->extract[which];
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok;

	m->what = "writing extract";
	if (fd < 0)
		return err_set(e, errno == EEXIST ? ERR_REFUSED : ERR_IO, REFUSED_DEMO_LEFT,
		    path, strerror(errno));
	ok = writers[which](&m->plan, fd, &watch, e);
	if (close(fd) != 0 && ok)
		ok = err_set(e, ERR_IO, "cannot write %s: %s", path, strerror(errno));
	if (!ok)
		(void)unlink(path);
	return ok;
}

static bool make_database(struct making *m, struct err *e)
{
	const struct client_options how = {
	    .db = m->made->db, .front = "demo", .start = m->o->start};
	struct source pack = {0};

	if (!source_embedded(m->arena, pack_name, &pack))
		BUG("the pack %s is not built in", pack_name);
	return m->o->create(m->made->db, &pack, m->o->owner, true, e) &&
	       client_open(&how, &m->client, e);
}

static bool import(struct making *m, int which, struct err *e)
{
	const char *path = m->made->extract[which], *name = strrchr(path, '/') + 1;
	const struct req_import q = {
	    .name = str_of(name), .source = str_of(sources[which]), .map = str_of(map_name)};
	struct client_more more = {.progress = tell_import, .progress_ctx = m};
	struct rep_batch r;
	bool ok;

	more.fd = open(path, O_RDONLY | O_CLOEXEC);
	if (more.fd < 0)
		return err_set(e, ERR_IO, "cannot read %s: %s", path, strerror(errno));
	ok = client_call(m->client, m->arena, MSG_import, &q, &r, &more, e);
	close(more.fd);
	if (!ok)
		return err_add(e, "importing %s: ", path);
	if (r.refused)
		return err_set(e, ERR_INPUT, "importing %s: %lld rows refused; the first: %.*s",
		    path, (long long)r.refused,
		    STR_ARG(r.refusals.n ? r.refusals.v[0].reason : STR("")));
	m->made->added[which] = r.added;
	m->made->same += r.same;
	m->made->changed += r.changed;
	return true;
}

/* A folder that is asked for by name ends without a stroke, so that paths read well. */
static void name_files(struct making *m)
{
	struct str dir = str_of(m->o->dir);

	while (dir.n > 1 && dir.p[dir.n - 1] == '/')
		dir.n--;
	m->made->db = arena_printf(m->arena, "%.*s/review.db", STR_ARG(dir)).p;
	for (int i = 0; i < 2; i++)
		m->made->extract[i] =
		    arena_printf(m->arena, "%.*s/extract-%d.csv", STR_ARG(dir), i + 1).p;
}

static bool complete_can(const struct demo_options *o, struct err *e)
{
	return o->stage < DEMO_COMPLETE || o->applications >= DEMO_LEAST ||
	       err_set(e, ERR_USAGE,
		   "a complete review needs at least %d applications: it tells of 33 failures",
		   DEMO_LEAST);
}

static bool work(struct making *m, struct err *e)
{
	switch (m->o->stage) {
	case DEMO_FRESH:
		return true;
	case DEMO_MIDWAY:
		return crew_work(m->o, m->made, e);
	case DEMO_COMPLETE:
	case DEMO_QUALITY:
		return crew_complete(m->o, m->arena, m->made, e) &&
		       crew_hand_over(m->client, m->o->owner, e);
	}
	BUG("a demo has four stages");
}

bool demo_make(
    struct arena *a, const struct demo_options *o, struct demo_made *out, struct err *e)
{
	struct making m = {.arena = a, .o = o, .made = out};
	bool ok;

	*out = (struct demo_made){.applications = o->applications};
	m.plan = extract_plan((uint64_t)o->applications, o->seed);
	name_files(&m);
	ok = complete_can(o, e) && make_folder(&m, e) && write_extract(&m, 0, e) &&
	     write_extract(&m, 1, e) && make_database(&m, e) &&
	     crew_accounts(m.client, o->seed, e) && import(&m, 0, e) && import(&m, 1, e) &&
	     work(&m, e);
	client_close(m.client);
	return ok;
}
