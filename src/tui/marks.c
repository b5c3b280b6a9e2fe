/* SPDX-License-Identifier: MIT */
/* Where words and phrases stand in a text. */
#include "tui/marks.h"

#include <string.h>

#include "lookback/base/words.h"

/* First words are folded once; few phrases have a second. */
struct phrase {
	struct str text;
	struct word first;
	size_t rest; /* where its second word may begin */
	bool prefix; /* the last word may go on */
	bool more;   /* there is a second word */
};

static bool phrase_of(struct str text, struct phrase *p)
{
	struct word w;
	size_t at;

	*p = (struct phrase){.text = text};
	p->prefix = text.n && text.p[text.n - 1] == '*';
	if (!words_next(text, &p->rest, &p->first))
		return false;
	at = p->rest;
	p->more = words_next(text, &at, &w);
	return true;
}

static bool same(const struct word *have, const struct word *want, bool may_go_on)
{
	return (may_go_on ? have->n >= want->n : have->n == want->n) &&
	       memcmp(have->text, want->text, want->n) == 0;
}

/* Does the phrase begin with this word, whose end is at `at`? Then *to is where it ends. */
static bool stands(
    const struct phrase *p, const struct word *first, struct str text, size_t at, size_t *to)
{
	struct word have, want, next;
	size_t q = p->rest, ahead;

	*to = first->to;
	if (!same(first, &p->first, p->prefix && !p->more))
		return false;
	while (p->more && words_next(p->text, &q, &want)) {
		ahead = q;
		if (!words_next(text, &at, &have) ||
		    !same(&have, &want, p->prefix && !words_next(p->text, &ahead, &next)))
			return false;
		*to = have.to;
	}
	return true;
}

struct phrases phrases_read(struct arena *a, struct strs texts)
{
	struct phrases p = {.v = arena_new(a, struct phrase, texts.n + 1)};

	for (size_t i = 0; i < texts.n; i++)
		p.n += phrase_of(texts.v[i], &p.v[p.n]);
	return p;
}

void marks_find(struct arena *a, struct str text, const struct phrases *phrases, enum role role,
    struct marks *out)
{
	size_t at = 0, to;
	struct word w;

	while (phrases->n && words_next(text, &at, &w))
		for (size_t i = 0; i < phrases->n; i++)
			if (stands(&phrases->v[i], &w, text, at, &to))
				*arena_push(a, out) =
				    (struct mark){text.p + w.from, text.p + to, role};
}

const struct mark *marks_on(const struct marks *m, struct str text)
{
	const struct mark *best = NULL;

	for (size_t i = 0; i < m->n && text.n; i++)
		if (m->v[i].from < text.p + text.n && m->v[i].to > text.p &&
		    (!best || m->v[i].role < best->role))
			best = &m->v[i];
	return best;
}

/* One condition of an expression: name and value, or a word or phrase alone. */
struct condition {
	struct str name, value;
	bool negated;
};

static size_t until(struct str s, size_t i, const char *ends)
{
	while (i < s.n && !strchr(ends, s.p[i]))
		i++;
	return i;
}

static struct condition condition(struct str *rest)
{
	struct str s = str_trim(*rest);
	struct condition c = {0};
	size_t i = 0, from;

	for (; i < s.n && strchr("(-~", s.p[i]); i++)
		c.negated |= s.p[i] == '-';
	from = i;
	i = until(s, i, " \":~");
	if (i < s.n && strchr(":~", s.p[i])) {
		c.name = (struct str){s.p + from, i - from};
		from = ++i;
	}
	if (i == from && i < s.n && s.p[i] == '"') {
		i = until(s, ++from, "\"");
		c.value = (struct str){s.p + from, i - from};
		i += i < s.n;
	} else {
		i = until(s, i, " ");
		c.value = (struct str){s.p + from, i - from};
	}
	*rest = (struct str){s.p + i, s.n - i};
	return c;
}

/* Names whose values are no words of a text; any pack has them. */
static bool is_standing(struct str name)
{
	static const char *const names[] = {"ref", "type", "parent", "batch", "state", "queue",
	    "band", "rank", "holder", "due", "late", "opened", "moved", "wake", "notes", "flag",
	    "has"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (str_is(name, names[i]))
			return true;
	return false;
}

/* Days, numbers, ranges and brackets are not looked for in texts. */
static bool is_words(struct str s)
{
	bool letter = false;

	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (strchr("<>=()!", c))
			return false;
		letter = letter || c >= 0x80 || (c | 0x20u) - 'a' < 26u;
	}
	return letter && !str_is(s, "and") && !str_is(s, "or") && !str_is(s, "not");
}

struct str marks_beginnings(struct arena *a, struct str typed)
{
	struct buf b = buf_in(a);
	bool quoted = false;

	for (size_t i = 0; i < typed.n; i++) {
		bool ends = i + 1 == typed.n || typed.p[i + 1] == ' ';
		buf_char(&b, typed.p[i]);
		quoted ^= typed.p[i] == '"';
		if (ends && !quoted && !strchr(" *\"", typed.p[i]))
			buf_char(&b, '*');
	}
	return buf_str(&b);
}

void marks_phrases(struct arena *a, struct str typed, struct strs *out)
{
	bool unwanted = false;

	while (str_trim(typed).n) {
		struct condition c = condition(&typed);
		if (!c.negated && !unwanted && !is_standing(c.name) && is_words(c.value))
			*arena_push(a, out) = arena_str(a, c.value);
		unwanted = c.name.n == 0 && str_is(c.value, "not");
	}
}
