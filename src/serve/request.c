/* SPDX-License-Identifier: MIT */
/*
 * One request: from the packet to the packet of its reply, in a savepoint of its own. What
 * fails leaves nothing behind but, when the rules said no, the event that says so.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "serve/serve.h"

struct str reply_fail(struct arena *a, const uint8_t id[WIRE_ID], const struct err *e)
{
	const struct rep_fail r = {.kind = str_of(err_name(e->kind)),
	    .text = str_of(e->text),
	    .line = e->line,
	    .col = e->col};
	struct str packet;
	struct err ignored;

	if (!wire_packet(a, MSG_R_fail, id, &r, &packet, &ignored))
		BUG("an error does not fit a message");
	return packet;
}

struct desk request_desk(struct serve *s, struct conn *c)
{
	return (struct desk){.rv = s->review,
	    .arena = &s->round.arena,
	    .now = s->o.now(),
	    .user = c->user,
	    .as_by = c->as_by,
	    .session = c->session,
	    .owner = c->owner,
	    .fd = -1};
}

/* ---- what may be asked at all ---- */

static bool works_when_damaged(enum msg msg)
{
	static const enum msg still[] = {
	    MSG_hello, MSG_beat, MSG_head, MSG_log, MSG_verify, MSG_backup, MSG_pack};

	for (size_t i = 0; i < sizeof(still) / sizeof(still[0]); i++)
		if (still[i] == msg)
			return true;
	return false;
}

static bool may_be_asked(
    const struct serve *s, const struct conn *c, const struct waiting *q, struct err *e)
{
	static const uint8_t none[WIRE_ID];
	const char *damage = review_damage(s->review);

	if (memcmp(q->p.id, none, WIRE_ID) == 0)
		return err_set(e, ERR_USAGE, "a request must have an id that is not all zero");
	if (!c->greeted && q->p.msg != MSG_hello)
		return err_set(e, ERR_USAGE, "the first request of a connection is hello");
	if (c->greeted && q->p.msg == MSG_hello)
		return err_set(e, ERR_USAGE, "hello was said already on this connection");
	if (damage && !works_when_damaged(q->p.msg))
		return err_set(e, ERR_CORRUPT, "the database is damaged: %s", damage);
	return true;
}

static bool takes_file(enum msg msg)
{
	static const enum msg those[] = {MSG_import, MSG_backup, MSG_pack_diff, MSG_pack_apply};

	for (size_t i = 0; i < sizeof(those) / sizeof(those[0]); i++)
		if (those[i] == msg)
			return true;
	return false;
}

/* What may be longer than a message and is written into the file that comes along, if any. */
static bool fills_file(enum msg msg)
{
	return msg == MSG_pack_files || msg == MSG_plan_frame;
}

/* What writes very much. */
static bool works_alone(enum msg msg)
{
	return msg == MSG_import || msg == MSG_pack_apply;
}

/* A pipe or a device could keep us waiting for ever; a file cannot. */
static bool take_file(const struct waiting *q, struct desk *d, struct err *e)
{
	const char *name = wire_message((int)q->p.msg)->shape->name;
	struct stat st;

	if (!takes_file(q->p.msg) && (!fills_file(q->p.msg) || q->beside < 0))
		return true;
	if (q->beside < 0 || fstat(q->beside, &st) != 0 || !S_ISREG(st.st_mode))
		return err_set(
		    e, ERR_USAGE, "an open regular file must come along with %s", name);
	/* a request that is sent again finds the file where the first one left it */
	if (lseek(q->beside, 0, SEEK_SET) != 0)
		return err_set(
		    e, ERR_IO, "the file that came along with %s cannot be read", name);
	d->fd = q->beside;
	return true;
}

/* ---- the request itself ---- */

static void greeted(struct conn *c, const struct desk *d)
{
	c->user = arena_str(&c->arena, d->user);
	c->as_by = arena_str(&c->arena, d->as_by);
	c->greeted = true;
}

/* Within the savepoint: read, do, write down the reply. */
static bool carry_out(struct serve *s, struct desk *d, struct waiting *q, struct err *e)
{
	const struct wire_message *m = wire_message((int)q->p.msg);
	struct arena *a = &s->round.arena;
	void *in = arena_alloc(a, m->shape->size, alignof(max_align_t)), *out;

	if (!wire_read(a, q->p.msg, q->p.body, in, e))
		return false;
	if (!m->reply)
		return dispatch(q->p.msg, d, in, NULL, e);
	out = arena_alloc(a, wire_message((int)m->reply)->shape->size, alignof(max_align_t));
	return take_file(q, d, e) && dispatch(q->p.msg, d, in, out, e) &&
	       wire_packet(a, m->reply, q->p.id, out, &q->reply, e);
}

/* Nothing is written to a damaged database, so there is no round to save in. */
static bool in_savepoint(struct serve *s, struct desk *d, struct waiting *q, struct err *e)
{
	struct store *st = review_store(s->review);

	if (review_damage(s->review))
		return carry_out(s, d, q, e);
	if (!(works_alone(q->p.msg) ? store_save_alone : store_save)(st, e))
		return false;
	if (carry_out(s, d, q, e) && store_keep(st, e))
		return true;
	store_undo(st);
	return false;
}

/* Once: a request that is sent again is refused again, but was refused one time. */
static void write_refusal(
    struct serve *s, struct conn *c, struct waiting *q, const struct err *why)
{
	struct store *st = review_store(s->review);
	struct desk d = request_desk(s, c);
	int64_t before;
	struct err e;

	if (review_damage(s->review) || !store_request_seen(st, q->p.id, &before, &e) || before)
		return;
	if (!store_save(st, &e))
		return;
	d.request = q->p.id;
	review_refused(&d, wire_message((int)q->p.msg)->shape->name, why);
	if (!store_keep(st, &e))
		store_undo(st);
}

void request_answer(struct serve *s, struct waiting *q)
{
	struct conn *c = &s->conns.v[q->conn];
	struct telling telling = {.serve = s, .asked = q};
	struct desk d = request_desk(s, c);
	struct err e = {0};

	/* newcomers may be let in while long work goes on: c is not kept across it */
	d.request = q->p.id;
	d.progress = progress_tell;
	d.progress_ctx = &telling;
	store_alive(review_store(s->review), progress_alive, &telling);
	if (!may_be_asked(s, c, q, &e)) {
		q->reply = reply_fail(&s->round.arena, q->p.id, &e);
	} else if (in_savepoint(s, &d, q, &e)) {
		if (q->p.msg == MSG_hello)
			greeted(&s->conns.v[q->conn], &d);
	} else {
		if (e.kind == ERR_REFUSED)
			write_refusal(s, &s->conns.v[q->conn], q, &e);
		q->reply = reply_fail(&s->round.arena, q->p.id, &e);
	}
	store_alive(review_store(s->review), NULL, NULL);
}
