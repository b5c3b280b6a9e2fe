/* SPDX-License-Identifier: MIT */
/*
 * What other people do in a lesson: they bring a case, take a step with it, open a record,
 * each over a connection of their own, by the requests that everybody makes.
 */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "demo/lesson.h"
#include "lookback/base/io.h"

/* ---- a case as an extract of one row ---- */
static void put_cell(struct buf *b, struct str s)
{
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_char(b, '"');
		buf_char(b, s.p[i]);
	}
	buf_char(b, '"');
}

static struct str cell_of(const struct lesson_case *c, struct str header)
{
	for (size_t i = 0; i < c->row.n; i++)
		if (str_eq(c->row.v[i].name, header))
			return c->row.v[i].value;
	return (struct str){0};
}

static struct str extract(
    struct arena *a, const struct lesson_case *c, const struct import_map *m)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < m->columns.n; i++) {
		buf_puts(&b, i ? "," : "");
		put_cell(&b, m->columns.v[i].header);
	}
	for (size_t i = 0; i < m->columns.n; i++) {
		buf_puts(&b, i ? "," : "\n");
		put_cell(&b, cell_of(c, m->columns.v[i].header));
	}
	buf_char(&b, '\n');
	return buf_str(&b);
}

static bool import(
    struct client *k, struct arena *a, const struct lesson_case *c, int fd, struct err *e)
{
	const struct req_import q = {
	    .name = c->id, .source = STR("The tutorial"), .map = c->map};
	const struct client_more more = {.fd = fd};
	struct rep_batch r;

	if (!client_call(k, a, MSG_import, &q, &r, &more, e))
		return false;
	return r.refused == 0 || err_set(e, ERR_REFUSED, "%.*s: %.*s", STR_ARG(c->id),
				     STR_ARG(r.refusals.n ? r.refusals.v[0].reason : STR("")));
}

static bool bring(struct tutorial *t, struct client *k, struct arena *a,
    const struct lesson_act *act, struct err *e)
{
	const struct lesson_case *c = lesson_case(t->lesson, act->bring);
	const char *path = arena_printf(a, "%s/%.*s.csv", t->dir, STR_ARG(c->id)).p;
	int fd;
	bool ok;

	if (!io_write(path, extract(a, c, pack_map(t->pack, c->map)), e))
		return false;
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_set(e, ERR_IO, "cannot read %s", path);
	ok = import(k, a, c, fd, e);
	close(fd);
	return ok;
}

/* ---- a step, a record ---- */
static struct json *object(struct arena *a, const struct pairs *pairs)
{
	struct json *j = json_obj(a);

	for (size_t i = 0; i < pairs->n; i++)
		json_put_str(a, j, pairs->v[i].name, json_str(a, pairs->v[i].value));
	return j;
}

static bool decide(
    struct client *k, struct arena *a, const struct lesson_act *act, struct err *e)
{
	const struct req_claim hold = {.ref = act->on};
	const struct req_decide q = {.ref = act->on,
	    .step = act->decide,
	    .reason = act->reason,
	    .answers = act->answers.n ? object(a, &act->answers) : NULL};
	struct rep_record r;
	struct rep_moved moved;

	return ask_claim(k, a, &hold, &r, e) && ask_decide(k, a, &q, &moved, e);
}

static bool open_record(
    struct client *k, struct arena *a, const struct lesson_act *act, struct err *e)
{
	const struct req_add q = {.type = act->open,
	    .under = act->under,
	    .fields = object(a, &act->with),
	    .reason = act->reason};
	struct rep_moved moved;

	return ask_add(k, a, &q, &moved, e);
}

static bool act_out(struct tutorial *t, const struct lesson_act *act, struct err *e)
{
	struct arena a = {0};
	const struct client_options how = {
	    .db = t->db, .front = "demo", .as = arena_str(&a, act->as).p, .start = t->o.start};
	struct client *k = NULL;
	bool ok = client_open(&how, &k, e);

	if (ok && act->bring.n)
		ok = bring(t, k, &a, act, e);
	else if (ok && act->decide.n)
		ok = decide(k, &a, act, e);
	else if (ok)
		ok = open_record(k, &a, act, e);
	client_close(k);
	arena_clear(&a);
	return ok;
}

/* The same step may be begun twice, when the program was left in the middle: what one of them
 * has done already is refused the second time. */
bool lesson_acts(struct tutorial *t, const struct lesson_step *s, struct err *e)
{
	for (size_t i = 0; i < s->first.n; i++) {
		const struct lesson_act *act = &s->first.v[i];
		struct err why = {0};
		if (act_out(t, act, &why))
			continue;
		if (why.kind == ERR_IO || why.kind == ERR_CORRUPT)
			return *e = why, false;
		if (!t->trouble.n)
			t->trouble = arena_printf(
			    &t->life, "%.*s could not: %s", STR_ARG(act->as), why.text);
	}
	return true;
}
