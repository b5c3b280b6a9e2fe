/* SPDX-License-Identifier: MIT */
/*
 * Going through a lesson: where one is, what is said, whether it was done. A step begins with
 * what others do; it is over when the service says so, whatever keys were pressed.
 */
#include <string.h>
#include <unistd.h>

#include "demo/lesson.h"
#include "lookback/base/io.h"
#include "lookback/wire/refusals.h"

enum { PLACE_BYTES = 200 };

/* ---- what the service says ---- */
static bool watcher(struct tutorial *t, struct err *e)
{
	const struct client_options how = {.db = t->db, .front = "demo", .start = t->o.start};

	return t->watcher || client_open(&how, &t->watcher, e);
}

static const char *const deed_events[] = {
    [DEED_VIEWED] = "record.viewed",
    [DEED_REASONED] = "answer.given",
    [DEED_ANSWERED] = "answer.given",
    [DEED_NOTED] = "note.added",
    [DEED_UNLOCKED] = "session.unlocked",
    [DEED_RETURNED] = "session.opened",
};

static bool is_deed(const struct part_event *ev, const struct lesson_step *s)
{
	if (s->of.n && !str_eq(ev->record, s->of))
		return false;
	return s->deed != DEED_REASONED || json_get_text(ev->body, "reason").n > 0;
}

static bool deed_done(
    struct tutorial *t, const struct lesson_step *s, bool *done, struct err *e)
{
	struct arena a = {0};
	struct req_log q = {.actor = t->lesson->learner,
	    .type = str_of(deed_events[s->deed]),
	    .after = t->since};
	struct rep_events r = {0};
	bool ok;

	*done = false;
	do {
		ok = ask_log(t->watcher, &a, &q, &r, e);
		for (size_t i = 0; ok && i < r.rows.n; i++)
			*done = *done || is_deed(&r.rows.v[i], s);
		q.after = r.next;
	} while (ok && r.next && !*done);
	arena_clear(&a);
	return ok;
}

static bool check_done(
    struct tutorial *t, const struct lesson_step *s, bool *done, struct err *e)
{
	const struct req_count q = {.expr = s->check};
	struct arena a = {0};
	struct rep_count r;
	bool ok = ask_count(t->watcher, &a, &q, &r, e);

	*done = ok && r.count > 0;
	arena_clear(&a);
	return ok;
}

bool lesson_done(struct tutorial *t, const struct lesson_step *s, bool *done, struct err *e)
{
	*done = true;
	if (!watcher(t, e) || (s->check.n && !check_done(t, s, done, e)))
		return false;
	return !*done || s->deed == DEED_NONE || deed_done(t, s, done, e);
}

/* ---- the place ---- */
static const struct lesson_step *step(const struct tutorial *t)
{
	return t->at < t->lesson->steps.n ? &t->lesson->steps.v[t->at] : NULL;
}

static bool keep_place(struct tutorial *t, struct err *e)
{
	const struct lesson_step *s = step(t);
	struct str text = STR("end 0 0\n");

	if (s)
		text = arena_printf(
		    &t->said, "%.*s %lld %zu\n", STR_ARG(s->id), (long long)t->since, t->begun);
	return io_write(t->place, text, e);
}

/* A place that cannot be read is the beginning. */
static void find_place(struct tutorial *t)
{
	struct str text, id, since;
	int64_t begun = 0;
	struct err none = {0};

	t->since = -1;
	if (!io_read(&t->life, t->place, PLACE_BYTES, &text, &none) ||
	    !str_cut(&text, ' ', &id) || !str_cut(&text, ' ', &since))
		return;
	for (size_t i = 0; i < t->lesson->steps.n; i++)
		if (str_eq(t->lesson->steps.v[i].id, id))
			t->at = i;
	if (str_is(id, "end"))
		t->at = t->lesson->steps.n;
	if (!str_int(since, &t->since))
		t->since = -1;
	if (str_int(str_trim(text), &begun) && begun > 0)
		t->begun = (size_t)begun;
}

static bool begin(struct tutorial *t, struct err *e)
{
	const struct lesson_step *s = step(t);
	const struct req_head q = {0};
	struct rep_head r = {0};
	struct arena a = {0};
	bool ok = !s || (watcher(t, e) && ask_head(t->watcher, &a, &q, &r, e));

	t->trouble = (struct str){0};
	if (ok && s && t->at >= t->begun)
		ok = lesson_acts(t, s, e);
	if (ok) {
		t->since = r.seq;
		t->begun = t->at >= t->begun ? t->at + 1 : t->begun;
	}
	t->astray = t->hinted = t->leafed = false;
	arena_clear(&a);
	return ok && keep_place(t, e);
}

/* ---- what is said ---- */
struct str lesson_words(struct arena *a, const struct pack *p, struct str text)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < text.n; i++) {
		struct str rest = {text.p + i, text.n - i}, name = {0};
		char key = 0;
		if (str_starts(rest, STR("{step ")))
			(void)str_cut(&rest, '}', &name);
		for (size_t k = 0; name.n && k < p->types.n && !key; k++) {
			const struct transition *tr = type_transition(
			    &p->types.v[k], (struct str){name.p + 6, name.n - 6});
			key = tr ? tr->key : 0;
		}
		buf_char(&b, key ? key : text.p[i]);
		i += key ? name.n : 0;
	}
	return buf_str(&b);
}

static void say(struct tutorial *t, struct coach_says *out, struct str note)
{
	const struct lesson_step *s = step(t);

	*out = (struct coach_says){
	    .number = (int)t->at + 1, .of = (int)t->lesson->steps.n, .note = note};
	if (!s) {
		out->number = out->of;
		out->part = STR("The end");
		out->say = t->lesson->end;
		out->over = true;
		return;
	}
	out->part = s->part;
	out->say = lesson_words(&t->said, t->pack, s->say);
}

/* On to the first step that is not done; *on: one was. */
static bool look(struct tutorial *t, bool *on, struct err *e)
{
	const struct lesson_step *s;
	bool done = true;

	*on = false;
	while ((s = step(t)) != NULL) {
		if (t->since < 0 && !begin(t, e))
			return false;
		if (!lesson_done(t, s, &done, e))
			return false;
		if (!done)
			return true;
		*on = true;
		t->at++;
		if (!begin(t, e))
			return false;
	}
	return true;
}

static bool turn(struct tutorial *t, bool back, struct err *e)
{
	if (back ? t->at == 0 : !step(t))
		return err_set(e, ERR_NO,
		    back ? "this is where the tutorial begins" : "the tutorial is over");
	t->at += back ? (size_t)-1 : 1;
	t->leafed = back;
	t->astray = t->hinted = false;
	return back || begin(t, e);
}

/* A hint stays until the step is done. */
static struct str note_of(struct tutorial *t)
{
	const struct lesson_step *s = step(t);

	if (t->trouble.n || !s)
		return t->trouble;
	if (t->hinted)
		return lesson_words(&t->said, t->pack, s->hint);
	if (!t->astray)
		return (struct str){0};
	return arena_printf(
	    &t->said, "Not yet: %.*s", STR_ARG(lesson_words(&t->said, t->pack, s->missing)));
}

static bool asked(void *ctx, enum coach_wish wish, struct coach_says *out, struct err *e)
{
	struct tutorial *t = ctx;
	bool on = false;

	arena_clear(&t->said);
	switch (wish) {
	case COACH_LOOK:
	case COACH_TELL:
		if (!t->leafed && !look(t, &on, e))
			return false;
		t->astray = !on && (t->astray || wish == COACH_TELL);
		t->leafed = false;
		break;
	case COACH_HINT:
		t->hinted = true;
		break;
	case COACH_SKIP:
	case COACH_BACK:
		if (!turn(t, wish == COACH_BACK, e))
			return false;
		break;
	case COACH_AGAIN:
		break;
	}
	say(t, out, note_of(t));
	return true;
}

struct coach tutorial_coach(struct tutorial *t)
{
	return (struct coach){.ctx = t, .ask = asked};
}

/* ---- opening and closing ---- */
static bool load_pack(struct tutorial *t, struct err *e)
{
	struct source s = {0};
	struct faults faults = {0};

	if (!source_embedded(&t->life, "clares-law", &s) ||
	    !pack_load(&t->life, &s, &t->pack, &faults))
		BUG("the pack of the tutorial is not built in, or faulty");
	t->lesson = t->pack->lesson;
	return t->lesson || err_set(e, ERR_REFUSED, REFUSED_NO_LESSON);
}

static bool ready(struct tutorial *t, struct err *e)
{
	if (!load_pack(t, e))
		return false;
	if (access(t->db, F_OK) == 0) {
		if (access(t->place, F_OK) == 0)
			return find_place(t), true;
		return err_set(e, ERR_REFUSED, REFUSED_LESSON_THERE, t->db);
	}
	t->since = -1;
	return lesson_make(t, e) && keep_place(t, e);
}

bool tutorial_open(const struct tutorial_options *o, struct tutorial **out, struct err *e)
{
	struct arena life = {0};
	struct tutorial *t = arena_new(&life, struct tutorial, 1);

	t->life = life;
	t->o = *o;
	t->o.owner = arena_str(&t->life, o->owner);
	t->dir = arena_cstr(&t->life, o->dir).p;
	t->db = arena_printf(&t->life, "%s/review.db", t->dir).p;
	t->place = arena_printf(&t->life, "%s/place", t->dir).p;
	if (ready(t, e)) {
		*out = t;
		return true;
	}
	tutorial_close(t);
	return false;
}

void tutorial_close(struct tutorial *t)
{
	struct arena life;

	if (!t)
		return;
	client_close(t->watcher);
	arena_clear(&t->said);
	life = t->life;
	arena_clear(&life);
}

const char *tutorial_db(const struct tutorial *t)
{
	return t->db;
}

const char *tutorial_learner(const struct tutorial *t)
{
	return t->lesson->learner.p;
}

const struct lesson *tutorial_lesson(const struct tutorial *t)
{
	return t->lesson;
}
