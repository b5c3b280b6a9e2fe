/* SPDX-License-Identifier: MIT */
#include "review/engine_tale.h"

#include <string.h>

static struct arena *mem(struct model *m)
{
	return &m->b->arena;
}

struct str tale_text(struct model *m, const char *key)
{
	return json_get_text(m->body, key);
}

static struct tale *tale_of(struct model *m, struct str ref)
{
	for (size_t i = 0; i < m->tales.n; i++)
		if (str_eq(m->tales.v[i].ref, ref))
			return &m->tales.v[i];
	return NULL;
}

static struct who *who_of(struct model *m, struct str name)
{
	for (size_t i = 0; i < m->people.n; i++)
		if (str_eq(m->people.v[i].name, name))
			return &m->people.v[i];
	return NULL;
}

static struct strs list(struct model *m, const char *key)
{
	const struct json *j = json_get(m->body, key);
	struct strs out = {0};

	for (size_t i = 0; j && i < j->n; i++)
		*arena_push(mem(m), &out) = j->v[i]->s;
	return out;
}

static bool barred(struct model *m, const struct tale *t, struct str name)
{
	const struct who *w = who_of(m, name);

	return (w && w->staff.n && str_has(t->bars, w->staff)) ||
	       str_has(t->bars, arena_printf(mem(m), "@%.*s", STR_ARG(name)));
}

static bool any_role(const struct who *w, struct strs roles)
{
	for (size_t i = 0; w && i < roles.n; i++)
		if (str_has(w->roles, roles.v[i]))
			return true;
	return false;
}

/* ---- the rules ---- */

static bool did(const struct tale *t, struct str id, struct str who)
{
	if (str_is(id, "opened"))
		return str_eq(t->opener, who);
	for (size_t i = 0; i < t->deeds.n; i++)
		if (str_eq(t->deeds.v[i].id, id) && str_eq(t->deeds.v[i].by, who))
			return true;
	return false;
}

/* Of the record, its parent or its children, as the name says. */
static bool did_named(struct model *m, const struct tale *t, struct str name, struct str who)
{
	const struct tale *parent = tale_of(m, t->parent);
	struct str rest = name, head = {0};

	if (!memchr(name.p, '.', name.n))
		return did(t, name, who);
	str_cut(&rest, '.', &head);
	if (str_is(head, "parent"))
		return parent && did(parent, rest, who);
	for (size_t i = 0; i < m->tales.n; i++)
		if (str_eq(m->tales.v[i].parent, t->ref) && str_eq(m->tales.v[i].type, head) &&
		    did(&m->tales.v[i], rest, who))
			return true;
	return false;
}

static void check_person(
    struct model *m, const struct tale *t, const struct transition *tr, struct str who)
{
	char today[DAY_LEN + 1];
	int64_t at = 0;

	holds(!barred(m, t, who));
	for (size_t i = 0; i < tr->distinct.n; i++)
		holds(!did_named(m, t, tr->distinct.v[i], who));
	holds(time_read(m->ev->at, &at));
	day_text(london_day(at), today);
	if (tr->competence.n)
		holds(who_of(m, who)->until.n &&
		      str_cmp(who_of(m, who)->until, str_of(today)) >= 0);
}

static void check_people(struct model *m, const struct tale *t, const struct transition *tr,
    struct str who, struct str other)
{
	struct strs seen = {0};

	*arena_push(mem(m), &seen) = who;
	if (other.n && !str_has(seen, other))
		*arena_push(mem(m), &seen) = other;
	for (size_t i = 0; i < t->deeds.n; i++)
		if (!str_has(seen, t->deeds.v[i].by))
			*arena_push(mem(m), &seen) = t->deeds.v[i].by;
	holds((int)seen.n >= tr->people);
}

static struct strs seat_role(struct model *m, const struct tale *t, const struct transition *tr)
{
	static const char *const roles[] = {"", "second", "judge"};
	struct strs one = {0};

	if (!tr->locks || t->seat == 0)
		return tr->by;
	*arena_push(mem(m), &one) = str_of(roles[t->seat]);
	return one;
}

static bool open_child(struct model *m, const struct tale *t, const char *type)
{
	for (size_t i = 0; i < m->tales.n; i++)
		if (str_eq(m->tales.v[i].parent, t->ref) && str_is(m->tales.v[i].type, type) &&
		    !m->tales.v[i].final)
			return true;
	return false;
}

static bool stands(const struct tale *t, const char *id)
{
	for (size_t i = 0; i < t->deeds.n; i++)
		if (str_is(t->deeds.v[i].id, id) && !t->deeds.v[i].cancelled)
			return true;
	return false;
}

/* The guards of the small review, in words of this file. */
static void check_guard(struct model *m, const struct tale *t, struct str id)
{
	if (str_is(id, "searched"))
		holds(!open_child(m, t, "check"));
	if (str_is(id, "sign"))
		holds(stands(t, "approve") || str_is(t->outcome, "y"));
	if (str_is(id, "go_on"))
		holds(!open_child(m, t, "contact"));
	if (str_is(id, "hold"))
		holds(open_child(m, t, "contact"));
}

static const struct transition *step(struct model *m, const struct tale *t, struct str id)
{
	const struct record_type *type = pack_type(review_rules(m->b->rv), t->type);
	const struct transition *tr = type_transition(type, id);

	holds(tr != NULL && str_has(tr->from, t->state));
	return tr;
}

/* ---- events ---- */

static void add_deed(struct model *m, struct tale *t, struct str id, struct str by)
{
	*arena_push(mem(m), &t->deeds) = (struct deed){.id = id, .by = by};
}

static void cancel(struct model *m, struct tale *t)
{
	struct strs ids = list(m, "cancels");

	for (size_t i = 0; i < t->deeds.n; i++)
		if (str_has(ids, t->deeds.v[i].id))
			t->deeds.v[i].cancelled = true;
}

static void opened(struct model *m)
{
	const struct tale *parent = tale_of(m, tale_text(m, "parent"));
	struct tale *t;

	holds(tale_of(m, m->ev->record) == NULL);
	holds(!tale_text(m, "parent").n || parent);
	if (str_is(tale_text(m, "type"), "contact"))
		holds(parent && str_is(parent->safe, "yes")); /* nobody is put in danger */
	if (parent && !str_is(tale_text(m, "how"), "hand"))
		m->n.children++;
	t = arena_push(mem(m), &m->tales);
	*t = (struct tale){.ref = m->ev->record,
	    .type = tale_text(m, "type"),
	    .state = tale_text(m, "state"),
	    .parent = tale_text(m, "parent"),
	    .opener = m->ev->actor,
	    .safe = json_get_text(json_get(m->body, "fields"), "safe"),
	    .bars = list(m, "bars")};
	parent = tale_of(m, t->parent);
	for (size_t i = 0; parent && i < parent->bars.n; i++)
		holds(str_has(t->bars, parent->bars.v[i]));
}

static void moved_by_hand(struct model *m, struct tale *t, const struct transition *tr)
{
	struct str first = {0};
	int64_t over = json_get_int(m->body, "override", 0);

	for (size_t i = 0; i < m->asks.n; i++)
		if (over && m->asks.v[i].seq == over) {
			const struct ask *k = &m->asks.v[i];
			holds(k->agreed && str_eq(k->ref, t->ref) && str_eq(k->step, tr->id));
			holds(str_eq(k->second, m->ev->actor));
			holds(!str_eq(k->first, k->second));
			first = k->first;
		}
	holds((over != 0) == (first.n != 0));
	if (over) {
		m->n.overrides++;
		holds(any_role(who_of(m, m->ev->actor), tr->override));
		check_person(m, t, tr, first);
	} else {
		holds(str_eq(t->holder, m->ev->actor));
		holds(any_role(who_of(m, m->ev->actor), seat_role(m, t, tr)) ||
		      (tr->locks && t->seat == 0)); /* that was checked when it was locked */
		check_guard(m, t, tr->id);
	}
	check_person(m, t, tr, m->ev->actor);
	check_people(m, t, tr, m->ev->actor, first);
	if (first.n)
		add_deed(m, t, tr->id, first);
	add_deed(m, t, tr->id, m->ev->actor);
}

static void moved(struct model *m, struct tale *t)
{
	const struct transition *tr = step(m, t, tale_text(m, "transition"));
	const struct json *set = json_get(m->body, "set");

	m->n.moves++;
	holds(str_eq(t->state, tale_text(m, "from")));
	if (json_get_bool(m->body, "auto")) {
		m->n.autos++;
		holds(tr->automatic);
		check_guard(m, t, tr->id);
	} else {
		moved_by_hand(m, t, tr);
	}
	cancel(m, t);
	if (json_get(set, "safe"))
		t->safe = json_get_text(set, "safe");
	if (json_get(set, "outcome"))
		t->outcome = json_get_text(set, "outcome");
	t->state = tale_text(m, "to");
	t->final = json_get_bool(m->body, "final");
	t->holder = STR("");
	t->seat = 0;
	t->sat = (struct strs){0};
}

/* Three seats are three people, each of the seat's role. */
static void locked(struct model *m, struct tale *t)
{
	const struct transition *tr = step(m, t, tale_text(m, "transition"));
	bool agreed = json_get_bool(m->body, "agreed");

	m->n.locks++;
	holds(tr->locks && str_eq(t->holder, m->ev->actor));
	holds(json_get_int(m->body, "seat", 9) == t->seat && t->seat < 2);
	holds(!str_has(t->sat, m->ev->actor) && (t->seat == 0) == (t->sat.n == 0));
	holds(any_role(who_of(m, m->ev->actor), seat_role(m, t, tr)));
	check_person(m, t, tr, m->ev->actor);
	if (agreed)
		return; /* the move that follows ends the claim */
	*arena_push(mem(m), &t->sat) = m->ev->actor;
	add_deed(m, t, tr->id, m->ev->actor);
	t->seat = (int)json_get_int(m->body, "next", 0);
	t->holder = STR("");
}

static void answered(struct model *m, struct tale *t)
{
	bool seated = str_is(tale_text(m, "form"), "look");

	holds(str_eq(t->holder, m->ev->actor));
	holds(json_get_int(m->body, "seat", 9) == (seated && t->seat == 1 ? 2 : 0));
	holds(json_get_bool(m->body, "blind") == str_is(t->state, "read"));
	cancel(m, t);
}

static void judged(struct model *m)
{
	for (size_t i = 0; i < m->asks.n; i++)
		if (m->asks.v[i].seq == json_get_int(m->body, "override", 0)) {
			holds(m->asks.v[i].second.n == 0);
			m->asks.v[i].second = m->ev->actor;
			m->asks.v[i].agreed = json_get_bool(m->body, "agreed");
		}
}

static void taken(struct model *m, struct tale *t, struct str who)
{
	holds(!(t->again && str_is(t->state, "read") && str_has(t->knows, who)));
	holds(!barred(m, t, who) && !t->final);
	holds(!(str_is(t->state, "read") && str_has(t->sat, who)));
	t->holder = who;
}

static void lifted(struct model *m, struct tale *t)
{
	struct str bar = arena_printf(mem(m), "@%.*s", STR_ARG(tale_text(m, "user")));
	struct strs left = {0};

	holds(!str_eq(m->ev->actor, tale_text(m, "user")));
	for (size_t i = 0; i < t->bars.n; i++)
		if (!str_eq(t->bars.v[i], bar))
			*arena_push(mem(m), &left) = t->bars.v[i];
	t->bars = left;
}

static void about_record(struct model *m, enum event_type type)
{
	struct tale *t = tale_of(m, m->ev->record);

	if (type == EVENT_RECORD_OPENED) {
		opened(m);
		return;
	}
	holds(t != NULL);
	tale_touched(m, t, type);
	/* For whom a record does not exist, there is nothing to do on it. */
	if (!json_get_bool(m->body, "auto"))
		holds(!barred(m, t, m->ev->actor));
	if (type == EVENT_RECORD_CLAIMED) {
		holds(t->holder.n == 0);
		taken(m, t, m->ev->actor);
	} else if (type == EVENT_RECORD_ASSIGNED) {
		taken(m, t, tale_text(m, "to"));
	} else if (type == EVENT_RECORD_RELEASED || type == EVENT_CLAIM_EXPIRED) {
		holds(t->holder.n > 0);
		t->holder = STR("");
	} else if (type == EVENT_ANSWER_GIVEN) {
		answered(m, t);
	} else if (type == EVENT_RECORD_MOVED) {
		moved(m, t);
	} else if (type == EVENT_SEAT_LOCKED) {
		locked(m, t);
	} else if (type == EVENT_CONFLICT_DECLARED) {
		*arena_push(mem(m), &t->bars) =
		    arena_printf(mem(m), "@%.*s", STR_ARG(tale_text(m, "user")));
	} else if (type == EVENT_CONFLICT_LIFTED) {
		lifted(m, t);
	} else if (type == EVENT_READING_OPENED) {
		tale_read_again(m, t);
	} else if (type == EVENT_READING_SCORED) {
		tale_scored(m, t);
	} else if (type == EVENT_READING_CLOSED) {
		tale_read_to_its_end(m, t);
	} else if (type == EVENT_OVERRIDE_ASKED) {
		*arena_push(mem(m), &m->asks) = (struct ask){.seq = m->ev->seq,
		    .first = m->ev->actor,
		    .step = tale_text(m, "transition"),
		    .ref = t->ref};
	} else if (type == EVENT_OVERRIDE_JUDGED) {
		judged(m);
	}
}

static void about_people(struct model *m, enum event_type type)
{
	struct who *w = who_of(m, tale_text(m, "name"));

	if (type == EVENT_USER_ADDED)
		*arena_push(mem(m), &m->people) = (struct who){.name = tale_text(m, "name"),
		    .staff = tale_text(m, "staff"),
		    .roles = list(m, "roles")};
	else if (type == EVENT_USER_CHANGED)
		w->roles = list(m, "roles");
	else if (type == EVENT_USER_TRAINED)
		w->until = tale_text(m, "until");
}

struct model_counts engine_model(struct bench *b)
{
	struct event_rows all = bench_events(b, "", "");
	struct model m = {.b = b};

	for (size_t i = 0; i < all.n; i++) {
		enum event_type type = event_of(arena_str(&b->arena, all.v[i].type).p);
		m.ev = &all.v[i];
		m.body = bench_body(b, m.ev);
		if (m.ev->record.n)
			about_record(&m, type);
		else
			about_people(&m, type);
	}
	return m.n;
}
