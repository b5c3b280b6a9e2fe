/* SPDX-License-Identifier: MIT */
/*
 * Importing one extract: strict, all or nothing. One refused row refuses the file; the reply
 * then lists every refused row and nothing was written. read = added + same + changed +
 * refused, always.
 */
#include "review/import.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lookback/base/utf8.h"
#include "review/batch.h"
#include "review/body.h"
#include "review/rights.h"
#include "review/words.h"

enum { EVERY = 2000 };

static void tell(struct import *im, const struct csv_row *row)
{
	int64_t total = im->total;

	if (!im->d->progress || im->done % EVERY)
		return;
	if (!im->writing && row->bytes > 0) /* rows are counted as they come: an estimate */
		total = (int64_t)((double)im->done * (double)im->size / (double)row->bytes);
	im->d->progress(im->d->progress_ctx, im->writing ? "importing" : "checking", im->done,
	    total > im->done ? total : im->done);
}

static void refuse(struct import *im, int64_t line, struct str ref, struct str why)
{
	struct arena *a = im->d->arena;

	im->r->refused++;
	why = say_cut(&im->row, why, REFUSAL_TEXT_MAX);
	im->refusal_bytes += why.n + ref.n + 80;
	if (im->r->refusals.n < REFUSALS_MAX && im->refusal_bytes < REFUSAL_ROOM)
		*arena_push(a, &im->r->refusals) = (struct part_refusal){
		    .line = line, .ref = arena_str(a, ref), .reason = arena_str(a, why)};
}

/* Rows that mean the same record would make the outcome depend on their order. */
static bool only_once(struct import *im, const struct row_values *v, bool *once, struct err *e)
{
	int64_t seen = 0;

	if (!scratch_ref(im->d->rv->store, v->ref, v->line, &seen, e))
		return false;
	*once = seen == 0;
	if (seen)
		refuse(im, v->line, v->ref,
		    arena_printf(&im->row, "this reference stands on line %lld already",
			(long long)seen));
	return true;
}

static void count(struct import *im, enum meeting how)
{
	switch (how) {
	case MEET_NEW:
		im->r->added++;
		return;
	case MEET_SAME:
		im->r->same++;
		return;
	case MEET_REPLACE:
	case MEET_FLAG:
		im->r->changed++;
		return;
	}
}

static bool check_row(struct import *im, const struct csv_row *row, struct err *e)
{
	struct row_values v;
	struct err why = {0};
	struct str words;
	struct met m;
	bool once;

	im->r->read++;
	if (!row_read(im, row, &v, &words)) {
		refuse(im, row->line, v.ref, words);
		return true;
	}
	if (!only_once(im, &v, &once, e))
		return false;
	if (!once)
		return true;
	if (row_meet(im, &v, &m, &why)) {
		count(im, m.how);
		return true;
	}
	if (why.kind != ERR_REFUSED) {
		*e = why;
		return false;
	}
	refuse(im, row->line, v.ref, str_of(why.text));
	return true;
}

static bool write_row(struct import *im, const struct csv_row *row, struct err *e)
{
	struct row_values v;
	struct str words;
	struct met m;

	if (!row_read(im, row, &v, &words))
		return err_set(e, ERR_INPUT, "the file changed while it was read");
	return row_meet(im, &v, &m, e) && row_write(im, &v, &m, e);
}

static bool each_row(void *ctx, const struct csv_row *row, struct err *e)
{
	struct import *im = ctx;
	struct arena_mark mark;
	bool ok;

	if (!im->targets)
		return import_head(im, row, e);
	if (im->done == 0 && im->writing && row->line == 1)
		return true; /* the heading again */
	im->done++;
	mark = arena_mark(&im->row);
	ok = im->writing ? write_row(im, row, e) : check_row(im, row, e);
	arena_back(&im->row, mark);
	tell(im, row);
	return ok;
}

static bool batch_event(struct import *im, struct err *e)
{
	struct arena *a = im->d->arena;
	struct json *body = json_obj(a);

	body_text(a, body, "batch", im->batch);
	body_text(a, body, "file", im->name);
	body_text(a, body, "source", im->source);
	body_text(a, body, "map", im->map->name);
	body_text(a, body, "sha256", im->r->sha256);
	body_int(a, body, "read", im->r->read);
	body_int(a, body, "added", im->r->added);
	body_int(a, body, "same", im->r->same);
	body_int(a, body, "changed", im->r->changed);
	return desk_append(im->d, EVENT_BATCH_IMPORTED, STR(""), body, NULL, e);
}

static bool next_batch(struct import *im, struct err *e)
{
	struct batch_rows all = {0};

	if (!batch_all(im->d->rv->store, im->d->arena, &all, e))
		return false;
	im->batch = arena_printf(im->d->arena, "b%zu", all.n + 1);
	return true;
}

static bool from_the_start(int fd, struct err *e)
{
	return lseek(fd, 0, SEEK_SET) == 0 ||
	       err_set(e, ERR_USAGE, "import needs a regular file: %s", strerror(errno));
}

static bool pass_one(struct import *im, struct hash *sum, struct err *e)
{
	char hex[HASH_HEX + 1];
	bool ok;

	if (!from_the_start(im->d->fd, e) || !scratch_begin(im->d->rv->store, e))
		return false;
	ok = csv_rows(im->d->arena, im->d->fd, each_row, im, sum, e);
	scratch_end(im->d->rv->store);
	if (!ok)
		return false;
	if (im->r->read == 0)
		return err_set(e, ERR_INPUT,
		    im->targets ? "there is no row below the heading" : "the file is empty");
	hex_of(sum->b, HASH_LEN, hex);
	im->r->sha256 = arena_cstr(im->d->arena, hex);
	return true;
}

static bool pass_two(struct import *im, const struct hash *sum, struct err *e)
{
	struct hash again;

	im->writing = true;
	im->total = im->done;
	im->done = 0;
	if (!from_the_start(im->d->fd, e) || !next_batch(im, e) || !batch_event(im, e) ||
	    !csv_rows(im->d->arena, im->d->fd, each_row, im, &again, e))
		return false;
	if (!hash_eq(again, *sum))
		return err_set(e, ERR_INPUT, "the file changed while it was read");
	return batch_reply(im->d, im->batch, im->r, e);
}

static bool line_of(
    const char *what, struct str given, size_t max, struct str *out, struct err *e)
{
	const char *fault = utf8_fault(given, false);

	*out = str_trim(given);
	if (fault)
		return err_set(e, ERR_INPUT, "the %s %s", what, fault);
	if (out->n == 0)
		return err_set(e, ERR_USAGE, "an import needs the %s", what);
	return out->n <= max ||
	       err_set(e, ERR_INPUT, "the %s has more than %zu bytes", what, max);
}

static bool find_map(struct import *im, struct str name, struct err *e)
{
	const struct pack *p = im->d->rv->pack;
	struct arena *a = im->d->arena;
	struct strs names = {0};
	struct str near, all;

	im->map = pack_map(p, name);
	im->type = im->map ? pack_type(p, im->map->type) : NULL;
	if (im->type)
		return true;
	for (size_t i = 0; i < p->maps.n; i++)
		*arena_push(a, &names) = p->maps.v[i].name;
	near = say_near(a, name, names);
	all = say_list(a, names, "and");
	err_set(e, ERR_USAGE, "the pack has no column map '%.*s'%.*s\nit has %.*s",
	    STR_ARG(name), STR_ARG(near), STR_ARG(all));
	return false;
}

static bool begin(struct import *im, const struct req_import *q, struct err *e)
{
	struct stat st;

	if (!line_of("name of the file", q->name, 255, &im->name, e) ||
	    !line_of("source of the extract", q->source, 255, &im->source, e) ||
	    !find_map(im, q->map, e))
		return false;
	if (im->d->fd < 0 || fstat(im->d->fd, &st) != 0 || !S_ISREG(st.st_mode))
		return err_set(e, ERR_USAGE, "import needs an open regular file");
	im->size = st.st_size;
	im->due = due_of(im->d->rv->pack, im->type, im->type->initial, STR(""), im->d->now);
	return true;
}

static bool run(struct import *im, const struct req_import *q, struct err *e)
{
	struct hash sum;

	*im->r = (struct rep_batch){.dry_run = q->dry_run};
	if (!begin(im, q, e))
		return false;
	im->r->file = im->name;
	im->r->source = im->source;
	im->r->map = im->map->name;
	if (!pass_one(im, &sum, e))
		return err_add(e, "while checking %.*s", STR_ARG(im->name));
	if (q->dry_run || im->r->refused)
		return true;
	return pass_two(im, &sum, e) || err_add(e, "while importing %.*s", STR_ARG(im->name));
}

/* The import that the request made the first time. */
static bool before(
    struct desk *d, const struct event_row *first, struct rep_batch *r, struct err *e)
{
	struct json *body = NULL;

	return json_parse(d->arena, first->body, &body, e) &&
	       batch_reply(d, json_get_text(body, "batch"), r, e);
}

bool review_import(
    struct desk *d, const struct req_import *q, struct rep_batch *r, struct err *e)
{
	struct import im = {.d = d, .r = r};
	struct event_row first;
	struct me m;
	bool again, ok;

	if (!desk_need(d, RIGHT_IMPORT, &m, e) || !desk_again(d, &again, &first, e) ||
	    (!q->dry_run && !desk_writable(d, e)))
		return false;
	if (again)
		return before(d, &first, r, e);
	ok = run(&im, q, e);
	arena_clear(&im.row);
	return ok;
}
