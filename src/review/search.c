/* SPDX-License-Identifier: MIT */
/*
 * Searching by words. Not the expression language: every word must be there, "a phrase" in
 * quotes, a trailing * goes on. So nobody needs to know of colons to find a name.
 */
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "review/listing.h"
#include "review/rights.h"

/* More words than anybody types would nest deeper than SQL is parsed. */
enum { WORDS_MAX = 500, PARTS_MAX = 32 };

static bool has_word(struct str s)
{
	struct word w;
	size_t at = 0;

	return words_next(s, &at, &w);
}

static const struct expr *both(struct arena *a, const struct expr *x, const struct expr *y)
{
	struct expr *and;

	if (!x)
		return y;
	and = arena_new(a, struct expr, 1);
	*and = (struct expr){.op = EX_AND, .col = 1, .a = x, .b = y, .pack = x->pack};
	return and;
}

static const struct expr *phrase(struct desk *d, struct str s, bool prefix)
{
	struct expr *x = arena_new(d->arena, struct expr, 1);

	x->op = EX_WORDS;
	x->col = 1;
	x->pack = d->rv->pack;
	x->vals = arena_new(d->arena, struct value, 1);
	x->vals[0] = value_str(arena_str(d->arena, s));
	x->nvals = 1;
	x->prefix = prefix;
	return x;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Cuts the next part off: a quoted phrase, or up to white space; a star behind either
 * is *prefix. */
static struct str next_part(struct str *rest, bool *prefix)
{
	struct str s = str_trim(*rest), part;
	bool quoted = s.n && s.p[0] == '"';
	size_t n = 0;

	if (quoted)
		s = (struct str){s.p + 1, s.n - 1};
	while (n < s.n && (quoted ? s.p[n] != '"' : !is_space(s.p[n])))
		n++;
	part = (struct str){s.p, n};
	n += quoted && n < s.n;
	*prefix = quoted ? n < s.n && s.p[n] == '*' : n > 0 && s.p[n - 1] == '*';
	n += quoted && *prefix;
	part.n -= !quoted && *prefix;
	*rest = (struct str){s.p + n, s.n - n};
	return part;
}

static bool read_words(struct desk *d, struct str given, const struct expr **out, struct err *e)
{
	const char *fault = utf8_fault(given, true);
	struct str rest = given;
	int parts = 0;

	*out = NULL;
	if (fault)
		return err_set(e, ERR_INPUT, "the text to search for %s", fault);
	if (given.n > WORDS_MAX)
		return err_set(
		    e, ERR_INPUT, "at most %d bytes of words can be searched for", WORDS_MAX);
	while (str_trim(rest).n) {
		bool prefix;
		struct str part = next_part(&rest, &prefix);
		if (!has_word(part))
			continue;
		if (++parts > PARTS_MAX)
			return err_set(e, ERR_INPUT,
			    "at most %d words can be searched for at once", PARTS_MAX);
		*out = both(d->arena, *out, phrase(d, part, prefix));
	}
	return *out || err_set(e, ERR_INPUT, "there is no word to search for");
}

bool review_search(
    struct desk *d, const struct req_search *q, struct rep_page *r, struct err *e)
{
	struct listing l = {.words = str_trim(q->words),
	    .page = {.after = q->after, .before = q->before, .last = q->last, .now = d->now}};
	struct me m;

	return desk_need(d, RIGHT_CASES, &m, e) && desk_writable(d, e) && desk_reread(d, e) &&
	       listing_limit(q->limit, &l, e) && read_words(d, q->words, &l.page.where, e) &&
	       listing_send(d, &m, &l, r, e);
}
