/* SPDX-License-Identifier: MIT */
/* Kinds of event, what was changed, and where it is to be read. */
#include "tui/timeline.h"

#include "lookback/cmd/cmd.h"
#include "tui/words.h"

enum { VIEWS = 3, MOST = 30 };
static const char *const names[PAST_KINDS] = {
    "data", "decisions", "notes", "views", "contacts", "quality"};

const char *timeline_kind(int k)
{
	return names[k];
}

bool timeline_read(struct str words, struct timeline_kinds *out, struct err *e)
{
	struct str word;
	bool any = false;

	for (int k = 0; k < PAST_KINDS; k++)
		out->hidden[k] = str_trim(words).n > 0;
	while ((word = command_word(&words)).n) {
		int k = 0;
		while (k < PAST_KINDS && !str_is(word, names[k]))
			k++;
		if (k == PAST_KINDS)
			return err_set(e, ERR_USAGE,
			    "no kind '%.*s'; there are data, decisions, notes, views, contacts "
			    "and quality",
			    STR_ARG(word));
		out->hidden[k] = false;
		any = true;
	}
	out->hidden[VIEWS] = out->hidden[VIEWS] || !any; /* looks are many */
	return true;
}

struct strs timeline_asked(struct arena *a, const struct timeline_kinds *k)
{
	struct strs out = {0};

	for (int i = 0; i < PAST_KINDS; i++)
		if (!k->hidden[i])
			*arena_push(a, &out) = str_of(names[i]);
	return out;
}

static struct str or_nothing(struct str text)
{
	return text.n ? text : STR("nothing");
}

struct str timeline_change(struct arena *a, const struct part_value *v)
{
	return arena_printf(a, "%.*s: was %.*s; is now %.*s",
	    STR_ARG(v->label.n ? v->label : v->name), STR_ARG(or_nothing(v->was)),
	    STR_ARG(or_nothing(v->now)));
}

struct str timeline_value(struct arena *a, const struct part_value *v)
{
	if (v->was.n)
		return timeline_change(a, v);
	return arena_printf(a, "%.*s: %.*s", STR_ARG(v->label.n ? v->label : v->name),
	    STR_ARG(or_nothing(v->now)));
}

struct record_place timeline_place(struct arena *a, const struct part_past *ev)
{
	struct record_place to = {.section = 3};

	to.line =
	    arena_printf(a, "%.*s %.*s", STR_ARG(words_instant(a, ev->at)), STR_ARG(ev->actor));
	if (ev->form.n && ev->values.n)
		return (struct record_place){1, ev->values.v[0].label};
	if (str_is(ev->type, "record.changed") && ev->values.n)
		return (struct record_place){0, ev->values.v[0].label};
	if (str_is(ev->type, "note.added"))
		to.section = 2;
	else if (str_is(ev->type, "record.viewed"))
		to = (struct record_place){0};
	return to;
}

bool timeline_others(const struct service *s, struct arena *a, struct str ref, int64_t since,
    struct rep_past *out, struct err *e)
{
	struct timeline_kinds kinds = {.hidden = {[VIEWS] = true}};
	struct req_past q = {.ref = ref,
	    .kinds = timeline_asked(a, &kinds),
	    .alone = true,
	    .others = true,
	    .since = since,
	    .limit = MOST};

	return call_past(s, a, &q, out, e);
}
