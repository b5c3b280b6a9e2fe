/* SPDX-License-Identifier: MIT */
/* Words of a text, folded; the same for search in memory and in the index. */
#include "lookback/base/words.h"

#include <string.h>

#include "base/utf8_fold.h"
#include "lookback/base/utf8.h"

/* The fold of an ASCII letter or digit, 0 for what parts words. */
static const char ascii[129] =
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
    "0123456789\0\0\0\0\0\0"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0"
    "\0abcdefghijklmnopqrstuvwxyz\0\0\0\0\0";

/* Adds the fold of a code point beyond ASCII; false, and *at stays, when it ends
 * the word. `full` remembers that the word has been cut, for all that follows. */
static bool take_other(struct str s, size_t *at, struct word *w, bool *full)
{
	char fold[UTF8_FOLD_MAX];
	size_t next = *at, n;
	uint32_t cp;

	if (!utf8_next(s, &next, &cp) || !utf8_in_word(cp, fold, &n))
		return false;
	*at = next;
	*full |= w->n + n > WORD_MAX;
	if (!*full) {
		memcpy(w->text + w->n, fold, n);
		w->n += n;
	}
	return true;
}

/* Folds the run of word characters at `at` into w; returns where it ends. */
static size_t take_run(struct str s, size_t at, struct word *w)
{
	bool full = false;

	w->n = 0;
	while (at < s.n) {
		unsigned char c = (unsigned char)s.p[at];
		if (c >= 0x80) {
			if (!take_other(s, &at, w, &full))
				break;
		} else if (ascii[c]) {
			full |= w->n == WORD_MAX;
			if (!full)
				w->text[w->n++] = ascii[c];
			at++;
		} else {
			break;
		}
	}
	return at;
}

static size_t skip_ascii(struct str s, size_t at)
{
	while (at < s.n && (unsigned char)s.p[at] < 0x80 && !ascii[(unsigned char)s.p[at]])
		at++;
	return at;
}

bool words_next(struct str s, size_t *at, struct word *out)
{
	size_t i = *at;
	uint32_t cp;

	for (;;) {
		out->from = skip_ascii(s, i);
		out->to = take_run(s, out->from, out);
		if (out->n)
			break;
		i = out->to; /* nothing, or only marks: past what stopped us */
		if (!utf8_next(s, &i, &cp))
			return false;
	}
	out->text[out->n] = '\0';
	*at = out->to;
	return true;
}

static bool same(const struct word *have, const struct word *want, bool may_go_on)
{
	if (may_go_on ? have->n < want->n : have->n != want->n)
		return false;
	return memcmp(have->text, want->text, want->n) == 0;
}

static bool ends(struct str phrase, size_t at)
{
	struct word w;

	return !words_next(phrase, &at, &w);
}

/* Do the words of the phrase from `p` on stand at `at`? */
static bool follows(struct str s, size_t at, struct str phrase, size_t p, bool prefix)
{
	struct word have, want;

	while (words_next(phrase, &p, &want))
		if (!words_next(s, &at, &have) ||
		    !same(&have, &want, prefix && ends(phrase, p)))
			return false;
	return true;
}

bool words_match(struct str s, struct str phrase, bool prefix)
{
	struct word first, have;
	size_t at = 0, p = 0;
	bool may_go_on;

	if (!words_next(phrase, &p, &first))
		return true;
	may_go_on = prefix && ends(phrase, p);
	while (words_next(s, &at, &have))
		if (same(&have, &first, may_go_on) && follows(s, at, phrase, p, prefix))
			return true;
	return false;
}

/* The next term of a filter; false at its end. */
static bool next_term(struct str *rest, struct str *term, bool *minus)
{
	char end = ' ';

	while (rest->n && *rest->p == ' ')
		*rest = (struct str){rest->p + 1, rest->n - 1};
	*minus = rest->n > 1 && *rest->p == '-';
	if (*minus)
		*rest = (struct str){rest->p + 1, rest->n - 1};
	if (rest->n && *rest->p == '"') {
		end = '"';
		*rest = (struct str){rest->p + 1, rest->n - 1};
	}
	*term = (struct str){rest->p, 0};
	while (term->n < rest->n && rest->p[term->n] != end)
		term->n++;
	*rest = (struct str){rest->p + term->n, rest->n - term->n};
	if (rest->n)
		*rest = (struct str){rest->p + 1, rest->n - 1};
	return term->n > 0;
}

bool words_narrow(struct str s, struct str wanted)
{
	struct str term;
	bool minus;

	while (next_term(&wanted, &term, &minus)) {
		bool goes_on = term.p[term.n - 1] == '*';
		if (words_match(s, term, goes_on) == minus)
			return false;
	}
	return true;
}
