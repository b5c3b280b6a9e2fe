/* SPDX-License-Identifier: MIT */
/*
 * Events in English. Most events are a sentence with places for members of the body: {reason}
 * is the text of that member (a list is joined), {#refs} how many it has, and what stands in
 * [ ] is left out when a place in it is empty. Others look things up in the pack.
 */
#include "review/history.h"

#include "review/body.h"
#include "review/words.h"

enum { SHOWN_MAX = 400 };

/* clang-format off */
static const char *const sentences[EVENT_TYPES] = {
    [EVENT_REVIEW_OPENED] = "made the database \"{title}\"",
    [EVENT_PACK_APPLIED] = "put the pack {name} in force",
    [EVENT_USER_ADDED] = "added the account {name}[ ({full})] as {roles}[, staff code {staff}]",
    [EVENT_USER_CHANGED] = "gave the account {name} the roles {roles}",
    [EVENT_USER_ABSENT] = "noted {name} as absent until {until}[: {reason}]",
    [EVENT_USER_BACK] = "noted {name} as back[: {reason}]",
    [EVENT_USER_TRAINED] = "recorded that {name} holds {competence} up to {until}",
    [EVENT_USER_DISABLED] = "closed the account {name}[: {reason}]",
    [EVENT_SESSION_OPENED] = "connected with {front}[, {as} acting for the account]",
    [EVENT_SESSION_CLOSED] = "left",
    [EVENT_SESSION_LOCKED] = "concealed the screen",
    [EVENT_SESSION_UNLOCKED] = "opened the screen again",
    [EVENT_BATCH_IMPORTED] =
	"imported {file} as {batch}: {added} new, {same} the same, {changed} changed",
    [EVENT_RECORD_RELEASED] = "gave it back[: {reason}]",
    [EVENT_RECORD_DEFERRED] = "put it aside until {until}[: {reason}]",
    [EVENT_RECORD_WOKEN] = "back in the queue: its day has come",
    [EVENT_RECORD_ASSIGNED] = "gave it to {to}[: {reason}]",
    [EVENT_CLAIM_EXPIRED] = "{holder} was silent too long and holds it no more",
    [EVENT_RECORD_MAPPED] = "it went over to another version of the pack",
    [EVENT_RECORD_LATE] = "a limit has passed[: {clock}]",
    [EVENT_ALERT_RAISED] = "told {to}: {text}",
    [EVENT_ALERT_ACKNOWLEDGED] = "took note of an alert: {text}",
    [EVENT_CONFLICT_DECLARED] =
	"it no longer exists for {user}, a conflict of interest {how}[: {reason}]",
    [EVENT_CONFLICT_LIFTED] = "it is there for {user} again[: {reason}]",
    [EVENT_LINK_PROPOSED] = "linked it to {to} ({kind})[: {reason}]",
    [EVENT_LINK_JUDGED] = "judged link {link}: {verdict}[; {reason}]",
    [EVENT_LINK_REMOVED] = "took link {link} away[: {reason}]",
    [EVENT_PLAN_FIXED] = "fixed the quality pass {plan}, {label}: {kind} of {expr}[: {reason}]",
    [EVENT_SAMPLE_DRAWN] = "drew {#sample} of {#refs} for the quality pass {plan}",
    [EVENT_READING_OPENED] = "it is read again, for the quality pass {plan}",
    [EVENT_READING_CLOSED] = "the reading for the quality pass {plan} ended: {result}",
    [EVENT_READING_SCORED] = "read it as a known-answer case: {right} of {of} answers as known",
    [EVENT_PLAN_CLOSED] = "ended the quality pass {plan}: {found} found in {read}. {text}",
    [EVENT_REVIEWER_PAUSED] = "the queue of {user} pauses: {text}",
    [EVENT_REVIEWER_RESUMED] = "let {user} go on: {reason}",
    [EVENT_QUERY_RAISED] = "asked {to} about {question}: {text}",
    [EVENT_QUERY_ANSWERED] = "answered question {query}: {text}",
    [EVENT_QUERY_CLOSED] = "closed question {query}[: {text}]",
    [EVENT_NOTE_ADDED] = "noted: {text}",
    [EVENT_RECORD_VIEWED] = "saw it ({how})[: {reason}]",
    [EVENT_VIEW_SAVED] = "saved the view \"{name}\"[ for the role {role}]: {expr}",
    [EVENT_VIEW_DROPPED] = "dropped the view \"{name}\"[ of the role {role}]",
    [EVENT_LIST_READ] = "read a list of {#refs}[: {expr}]",
    [EVENT_SEARCH_RUN] = "searched for {words}: {#refs} shown",
    [EVENT_COUNT_READ] = "counted {count}[: {expr}]",
    [EVENT_LOG_READ] = "read the log, {first} to {last}[: {filter}]",
    [EVENT_VERIFY_RUN] = "verified {events} events: {findings} findings",
    [EVENT_REQUEST_REFUSED] = "was refused {request}: {reasons}",
    [EVENT_BACKUP_TAKEN] = "made a backup of everything up to {seq}",
    [EVENT_CLOCK_CLAMPED] = "the clock stood {behind_ms} ms before the last event",
    [EVENT_CONTENT_ERASED] = "erased the content of event {seq} under {authority} with {by}",
};
/* clang-format on */

/* Lists of role ids are shown by their labels. */
static struct str list_words(
    struct arena *a, const struct pack *p, struct str name, const struct json *list)
{
	bool roles = str_is(name, "roles") || str_is(name, "to");
	struct strs all = {0};

	for (size_t i = 0; i < list->n; i++)
		*arena_push(a, &all) = roles ? role_words(p, list->v[i]->s) : list->v[i]->s;
	return say_list(a, all, "and");
}

static struct str place_words(
    struct arena *a, const struct pack *p, struct str name, const struct json *body)
{
	bool count = name.n > 0 && name.p[0] == '#';
	const struct json *j;

	if (count)
		name = (struct str){name.p + 1, name.n - 1};
	j = json_get_str(body, name);
	if (!j)
		return STR("");
	if (count)
		return arena_printf(a, "%zu", j->n);
	if (j->kind == J_ARR)
		return list_words(a, p, name, j);
	if (j->kind == J_STR)
		return say_cut(a, j->s, SHOWN_MAX);
	return value_text(a, value_of_json(j));
}

/* Writes the sentence into b; false when a place was empty. */
static bool fill(struct buf *b, const struct pack *p, struct str s, const struct json *body);

static size_t part_end(struct str s, size_t from, char end)
{
	while (from < s.n && s.p[from] != end)
		from++;
	return from;
}

static bool fill_part(struct buf *b, const struct pack *p, struct str part, bool optional,
    const struct json *body)
{
	struct buf inner = buf_in(b->arena);
	struct str words;

	if (optional) {
		if (fill(&inner, p, part, body))
			buf_put(b, buf_str(&inner));
		return true;
	}
	words = place_words(b->arena, p, part, body);
	buf_put(b, words);
	return words.n > 0;
}

static bool fill(struct buf *b, const struct pack *p, struct str s, const struct json *body)
{
	bool whole = true;

	for (size_t i = 0; i < s.n; i++) {
		bool optional = s.p[i] == '[';
		size_t end;
		if (!optional && s.p[i] != '{') {
			buf_char(b, s.p[i]);
			continue;
		}
		end = part_end(s, i + 1, optional ? ']' : '}');
		whole &=
		    fill_part(b, p, (struct str){s.p + i + 1, end - i - 1}, optional, body);
		i = end;
	}
	return whole;
}

static const struct record_type *type_with(
    const struct pack *p, struct str form, struct str question, const struct question **q)
{
	for (size_t i = 0; i < p->types.n; i++) {
		const struct form *f = type_form(&p->types.v[i], form);
		*q = f ? form_question(f, question) : NULL;
		if (*q)
			return &p->types.v[i];
	}
	return NULL;
}

static void say_answer(struct buf *b, const struct pack *p, const struct json *body)
{
	const struct question *q = NULL;
	struct str name = json_get_text(body, "question"), value = json_get_text(body, "value"),
		   reason = json_get_text(body, "reason");

	type_with(p, json_get_text(body, "form"), name, &q);
	if (q)
		name = q->label;
	if (value.n && q)
		value = say_value(b->arena, q->spec.type, &q->spec.choices, value_str(value));
	value = say_cut(b->arena, value, SHOWN_MAX);
	reason = say_cut(b->arena, reason, SHOWN_MAX);
	if (value.n == 0)
		buf_printf(b, "took back the answer to \"%.*s\"", STR_ARG(name));
	else
		buf_printf(b, "answered \"%.*s\": %.*s", STR_ARG(name), STR_ARG(value));
	if (reason.n)
		buf_printf(b, "; because: %.*s", STR_ARG(reason));
}

/* Several types may call a step the same: the one that has the state, too. */
static const struct record_type *type_moving(
    const struct pack *p, struct str id, struct str state, const struct transition **t)
{
	for (size_t i = 0; i < p->types.n; i++) {
		*t = type_transition(&p->types.v[i], id);
		if (*t && type_state(&p->types.v[i], state))
			return &p->types.v[i];
	}
	*t = NULL;
	return NULL;
}

static struct str step_words(const struct pack *p, struct str id, struct str state)
{
	const struct transition *t;

	type_moving(p, id, state, &t);
	return t && t->label.n ? t->label : id;
}

static void say_moved(struct buf *b, const struct pack *p, const struct json *body)
{
	struct str id = json_get_text(body, "transition"), band = json_get_text(body, "band"),
		   reason = json_get_text(body, "reason"), from, to;
	const struct transition *t = NULL;
	const struct record_type *type = type_moving(p, id, json_get_text(body, "from"), &t);

	from = state_words(type, json_get_text(body, "from"));
	to = state_words(type, json_get_text(body, "to"));
	band = band_words(p, band);
	reason = say_cut(b->arena, reason, SHOWN_MAX);
	if (t)
		id = t->label;
	buf_printf(b, "%.*s: moved from %.*s to %.*s", STR_ARG(id), STR_ARG(from), STR_ARG(to));
	if (band.n)
		buf_printf(b, " (%.*s)", STR_ARG(band));
	if (json_get_bool(body, "auto"))
		buf_puts(b, ", by itself");
	if (json_get_int(body, "override", 0))
		buf_puts(b, ", its rules passed over by two people");
	if (reason.n)
		buf_printf(b, "; reason: %.*s", STR_ARG(reason));
}

static void say_opened(struct buf *b, const struct pack *p, const struct json *body)
{
	const struct record_type *t = pack_type(p, json_get_text(body, "type"));
	struct str state = state_words(t, json_get_text(body, "state")),
		   batch = json_get_text(body, "batch");
	struct str parent = json_get_text(body, "parent"),
		   reason = json_get_text(body, "reason");
	int64_t line = json_get_int(body, "line", 0);

	reason = say_cut(b->arena, reason, SHOWN_MAX);
	buf_printf(b, "%s in state %.*s",
	    json_get_text(body, "how").n ? "was opened," : "came in,", STR_ARG(state));
	if (parent.n)
		buf_printf(b, ", under %.*s", STR_ARG(parent));
	if (reason.n)
		buf_printf(b, "; because: %.*s", STR_ARG(reason));
	if (batch.n)
		buf_printf(b, ", with import %.*s", STR_ARG(batch));
	if (line)
		buf_printf(b, ", line %lld", (long long)line);
}

static struct str field_label(const struct pack *p, struct str name)
{
	for (size_t i = 0; i < p->types.n; i++) {
		const struct field *f = type_field(&p->types.v[i], name);
		if (f && f->label.n)
			return f->label;
	}
	return name;
}

static void say_changed(struct buf *b, const struct pack *p, const struct json *body)
{
	const struct json *fields = json_get(body, "fields"), *texts = json_get(body, "texts");
	struct str batch = json_get_text(body, "batch");
	struct strs names = {0};
	struct str list;

	for (size_t i = 0; fields && i < fields->n; i++)
		*arena_push(b->arena, &names) = field_label(p, fields->keys[i]);
	for (size_t i = 0; texts && i < texts->n; i++)
		*arena_push(b->arena, &names) = field_label(p, texts->keys[i]);
	list = say_list(b->arena, names, "and");
	if (names.n == 0 && batch.n == 0)
		buf_puts(b, "its rank was worked out anew");
	else if (names.n == 0)
		buf_printf(b, "import %.*s holds other values; nothing was overwritten",
		    STR_ARG(batch));
	else if (batch.n)
		buf_printf(b, "import %.*s changed %.*s", STR_ARG(batch), STR_ARG(list));
	else
		buf_printf(b, "changed %.*s", STR_ARG(list));
}

static void say_claimed(struct buf *b, const struct pack *p, const struct json *body)
{
	(void)p;
	buf_puts(b, str_is(json_get_text(body, "how"), "next") ? "was served it as the next"
							       : "took it");
}

static void say_locked(struct buf *b, const struct pack *p, const struct json *body)
{
	int64_t seat = json_get_int(body, "seat", 0), next = json_get_int(body, "next", 0);
	const struct json *differ = json_get(body, "differ");

	(void)p;
	buf_printf(b, "locked the answers of the %s reader", seat ? "second" : "first");
	if (next == 1)
		buf_puts(b, "; a second one reads");
	else if (next == 2)
		buf_printf(b, "; %zu answer%s differ, a third person decides",
		    differ ? differ->n : 0, plural(differ ? (int64_t)differ->n : 0));
	else
		buf_puts(b, "; both agree");
}

static void say_asked(struct buf *b, const struct pack *p, const struct json *body)
{
	struct str step = step_words(
		       p, json_get_text(body, "transition"), json_get_text(body, "state")),
		   reason = say_cut(b->arena, json_get_text(body, "reason"), SHOWN_MAX);

	buf_printf(b, "asked to pass over the rules of \"%.*s\": %.*s", STR_ARG(step),
	    STR_ARG(reason));
}

static void say_judged(struct buf *b, const struct pack *p, const struct json *body)
{
	struct str reason = say_cut(b->arena, json_get_text(body, "reason"), SHOWN_MAX);

	(void)p;
	buf_printf(b, "%s to pass over the rules: %.*s",
	    json_get_bool(body, "agreed") ? "agreed" : "refused", STR_ARG(reason));
}

static void (*const said[EVENT_TYPES])(
    struct buf *b, const struct pack *p, const struct json *body) = {
    [EVENT_RECORD_OPENED] = say_opened,
    [EVENT_RECORD_CHANGED] = say_changed,
    [EVENT_RECORD_CLAIMED] = say_claimed,
    [EVENT_ANSWER_GIVEN] = say_answer,
    [EVENT_RECORD_MOVED] = say_moved,
    [EVENT_SEAT_LOCKED] = say_locked,
    [EVENT_OVERRIDE_ASKED] = say_asked,
    [EVENT_OVERRIDE_JUDGED] = say_judged,
};

/* A reader's own act at the end of their work, whatever came of it. */
static bool ends_a_seat(struct str type)
{
	return str_is(type, event_name(EVENT_SEAT_LOCKED)) ||
	       str_is(type, event_name(EVENT_READING_SCORED)) ||
	       str_is(type, event_name(EVENT_READING_CLOSED));
}

struct str event_type_blind(struct str type)
{
	return ends_a_seat(type) ? str_of(event_name(EVENT_SEAT_LOCKED)) : type;
}

struct str event_words_blind(struct arena *a, const struct pack *p, const struct event_row *ev)
{
	if (ends_a_seat(ev->type))
		return STR("locked the answers");
	return event_words(a, p, ev);
}

const struct json *event_body_blind(
    struct arena *a, const struct event_row *ev, const struct json *body)
{
	if (ends_a_seat(ev->type))
		return NULL;
	return str_is(ev->type, event_name(EVENT_ANSWER_GIVEN))
		   ? body_with(a, body, STR("seat"), NULL)
		   : body;
}

struct str event_words(struct arena *a, const struct pack *p, const struct event_row *ev)
{
	enum event_type type = event_of(arena_str(a, ev->type).p);
	struct buf b = buf_in(a);
	struct json *body = NULL;
	struct err none = {0};

	if (type == EVENT_TYPES)
		return ev->type;
	if (!ev->body.p)
		return STR("(its content was erased)");
	if (!json_parse(a, ev->body, &body, &none))
		return STR("(its content cannot be read)");
	if (said[type])
		said[type](&b, p, body);
	else
		fill(&b, p, str_of(sentences[type]), body);
	return buf_str(&b);
}
