/* SPDX-License-Identifier: MIT */
/* Words in the case at hand: where they stand, sentence by sentence, and quoting one. */
#include <string.h>

#include "lookback/base/utf8.h"
#include "tui/linear/linear.h"
#include "tui/marks.h"
#include "tui/words.h"

enum { MOST = 8, TERMS = 12 };

struct hit {
	struct str label, text;
};
struct hits {
	struct hit *v;
	size_t n, cap;
};

static struct str named(struct str label, struct str name)
{
	return label.n ? label : name;
}

static bool ends(struct str text, size_t i)
{
	return text.p[i] == '\n' || (strchr(".!?", text.p[i]) && i + 1 < text.n &&
					(text.p[i + 1] == ' ' || text.p[i + 1] == '\n'));
}

struct str lines_sentence(struct str text, size_t at)
{
	size_t from = at, to = at;

	while (from > 0 && !ends(text, from - 1))
		from--;
	while (to < text.n && !ends(text, to))
		to++;
	to += to < text.n && text.p[to] != '\n';
	return str_trim((struct str){text.p + from, to - from});
}

/* A sentence once, however many of the words it holds. */
static void find_in(struct arena *a, const struct phrases *words, struct str label,
    struct str text, struct hits *out)
{
	struct marks marks = {0};

	marks_find(a, text, words, ROLE_MATCH, &marks);
	for (size_t i = 0; i < marks.n; i++) {
		struct str s = lines_sentence(text, (size_t)(marks.v[i].from - text.p));
		if (out->n == 0 || out->v[out->n - 1].text.p != s.p)
			*arena_push(a, out) = (struct hit){label, s};
	}
}

/* Of the words that were looked for; without any of the pack's key terms. */
static struct phrases wanted(struct lines *l)
{
	struct strs words = {0};

	if (l->kase.look.words.n == 0)
		return phrases_read(&l->frame, l->welcome->terms);
	marks_phrases(&l->frame, l->kase.look.words, &words);
	return phrases_read(&l->frame, words);
}

static struct hits find(struct lines *l, const struct phrases *words)
{
	const struct rep_record *r = &l->kase.rec;
	struct arena *a = &l->frame;
	struct hits out = {0};

	for (size_t i = 0; i < r->fields.n; i++)
		find_in(a, words, named(r->fields.v[i].label, r->fields.v[i].name),
		    named(r->fields.v[i].text, r->fields.v[i].value), &out);
	for (size_t i = 0; i < r->texts.n; i++)
		find_in(a, words, named(r->texts.v[i].label, r->texts.v[i].name),
		    r->texts.v[i].text, &out);
	for (size_t i = 0; i < r->notes.n; i++)
		find_in(a, words, STR("Note"), r->notes.v[i].text, &out);
	return out;
}

void lines_terms(struct lines *l, const struct rep_record *r)
{
	struct phrases terms = phrases_read(&l->frame, l->welcome->terms);
	struct marks marks = {0};
	struct strs said = {0};
	struct buf b = buf_in(&l->frame);

	for (size_t i = 0; i < r->texts.n; i++)
		marks_find(&l->frame, r->texts.v[i].text, &terms, ROLE_TERM, &marks);
	for (size_t i = 0; i < marks.n && said.n < TERMS; i++) {
		struct str term = {marks.v[i].from, (size_t)(marks.v[i].to - marks.v[i].from)};
		struct str folded = utf8_fold(&l->frame, term);
		if (str_has(said, folded))
			continue;
		*arena_push(&l->frame, &said) = folded;
		buf_printf(&b, "%s%.*s", b.n ? ", " : "", STR_ARG(term));
	}
	if (b.n)
		lines_say(l, "Key terms: %.*s. 'mark next' says where.", STR_ARG(buf_str(&b)));
}

static void say_hit(struct lines *l, const struct hits *h, int at)
{
	lines_say(l, "%d of %zu, %.*s: %.*s", at + 1, h->n, STR_ARG(h->v[at].label),
	    STR_ARG(h->v[at].text));
}

static bool no_case(const struct lines *l, struct err *e)
{
	return l->kase.rec.ref.n == 0 && !err_set(e, ERR_USAGE, "%s", lines_where(CTX_RECORD));
}

static bool act_look(struct lines *l, struct str arg, struct err *e)
{
	struct lines_look *look = &l->kase.look;
	struct phrases words;
	struct hits h;

	if (no_case(l, e))
		return false;
	look->words = arena_str(&l->kase.mem, arg);
	look->at = 0;
	words = wanted(l);
	h = find(l, &words);
	if (h.n == 0)
		return err_set(
		    e, ERR_NO, "none of these words stands in this case: %.*s", STR_ARG(arg));
	for (size_t i = 0; i < h.n && i < MOST; i++)
		say_hit(l, &h, (int)i);
	if (h.n > MOST)
		lines_say(l, "'mark next' goes on.");
	look->at = h.n > MOST ? MOST - 1 : 0;
	return true;
}

static bool go(struct lines *l, int by, struct err *e)
{
	struct lines_look *look = &l->kase.look;
	struct phrases words;
	struct hits h;
	int n;

	if (no_case(l, e))
		return false;
	words = wanted(l);
	h = find(l, &words);
	n = (int)h.n;
	if (n == 0)
		return err_set(e, ERR_NO, "%s",
		    look->words.n ? "none of these words stands in this case"
				  : "no key term stands in this case");
	look->at += look->at < 0 && by < 0 ? 0 : by;
	if (look->at >= n || look->at < 0) {
		lines_say(
		    l, "%s", by > 0 ? "From the beginning again." : "From the end again.");
		look->at = by > 0 ? 0 : n - 1;
	}
	say_hit(l, &h, look->at);
	return true;
}

static bool act_next(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return go(l, 1, e);
}

static bool act_prev(struct lines *l, struct str arg, struct err *e)
{
	(void)arg;
	return go(l, -1, e);
}

/* The sentence that was said last goes into the reason of the answer. */
static bool act_quote(struct lines *l, struct str arg, struct err *e)
{
	struct phrases words;
	struct hits h;
	int at = l->kase.look.at;

	(void)arg;
	if (no_case(l, e))
		return false;
	words = wanted(l);
	h = find(l, &words);
	if (at < 0 || at >= (int)h.n)
		return err_set(e, ERR_USAGE,
		    "which sentence? look for WORDS says where they stand, 'mark next' goes "
		    "on");
	return lines_form_quote(l, words_quote(&l->frame, h.v[at].label, h.v[at].text), e);
}

const struct lines_act lines_look_acts[] = {
    {ACT_LOOK, act_look},
    {ACT_MARK_NEXT, act_next},
    {ACT_MARK_PREV, act_prev},
    {ACT_AGAIN, act_next},
    {ACT_BACK, act_prev},
    {ACT_QUOTE, act_quote},
    {ACT_NONE, NULL},
};
