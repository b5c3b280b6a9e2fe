/* SPDX-License-Identifier: MIT */
/* Single values: what a scalar must be, and the words for what it is instead. */
#include "conf/want.h"

#include <string.h>

#include "lookback/base/utf8.h"

enum { SHOWN = 40 }; /* bytes of a stranger's text in a message */

struct place want_place(const struct reader *r, const struct node *n)
{
	return (struct place){r->file, n ? n->line : 1, n ? n->col : 1};
}

static struct str shortened(struct reader *r, struct str s)
{
	size_t cut = 0, at = 0;
	uint32_t cp;
	while (at <= SHOWN) {
		cut = at;
		if (!utf8_next(s, &at, &cp) || cp == '\n')
			break;
	}
	if (cut >= s.n)
		return s;
	return arena_printf(r->a, "%.*s...", (int)cut, s.p);
}

const char *want_found(struct reader *r, const struct node *n)
{
	if (n->kind == NODE_MAP)
		return "a map";
	if (n->kind == NODE_LIST)
		return "a list";
	if (n->text.n == 0)
		return "nothing";
	struct str s = shortened(r, n->text);
	return arena_printf(r->a, "'%.*s'", STR_ARG(s)).p;
}

const char *want_near(struct reader *r, struct str word, const struct strs *known)
{
	if (word.n == 0 || word.n > NAME_BYTES)
		return "";
	struct str near = str_nearest(word, known->v, known->n);
	if (near.n == 0 || str_eq(near, word))
		return "";
	return arena_printf(r->a, "; did you mean '%.*s'?", STR_ARG(near)).p;
}

bool want_kind(struct reader *r, const struct node *n, enum node_kind kind, const char *what)
{
	if (n->kind == kind)
		return true;
	want_fault(r, n, "found %s; expected %s", want_found(r, n), what);
	return false;
}

static bool want_scalar(struct reader *r, const struct node *n, const char *what)
{
	if (n->kind == NODE_TEXT && n->text.n > 0)
		return true;
	want_fault(r, n, "found %s; expected %s", want_found(r, n), what);
	return false;
}

static bool want_short(struct reader *r, const struct node *n, size_t max)
{
	if (n->text.n <= max)
		return true;
	want_fault(r, n, "found %zu bytes; expected at most %zu", n->text.n, max);
	return false;
}

bool want_line(struct reader *r, const struct node *n, size_t max, struct str *out)
{
	if (!want_scalar(r, n, "a line of text") || !want_short(r, n, max ? max : LINE_BYTES))
		return false;
	if (memchr(n->text.p, '\n', n->text.n)) {
		want_fault(r, n, "found several lines; expected one");
		return false;
	}
	*out = n->text;
	return true;
}

bool want_text(struct reader *r, const struct node *n, size_t max, struct str *out)
{
	if (!want_scalar(r, n, "text") || !want_short(r, n, max ? max : TEXT_BYTES))
		return false;
	*out = n->text;
	return true;
}

static bool is_name(struct str s)
{
	if (s.n == 0 || s.n > NAME_BYTES || s.p[0] < 'a' || s.p[0] > 'z')
		return false;
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'))
			return false;
	}
	return true;
}

/* The name that somebody who wrote "Triage officer" will have meant. */
static struct str as_name(struct reader *r, struct str s)
{
	struct buf b = buf_in(r->a);
	for (size_t i = 0; i < s.n && i <= NAME_BYTES; i++) {
		char c = s.p[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		buf_char(&b, c == ' ' || c == '-' ? '_' : c);
	}
	return buf_str(&b);
}

bool want_name(struct reader *r, const struct node *n, struct str *out)
{
	if (!want_scalar(r, n, "a name"))
		return false;
	if (is_name(n->text)) {
		*out = n->text;
		return true;
	}
	struct str meant = as_name(r, n->text);
	if (is_name(meant)) {
		*out = meant; /* so that what speaks of it is not faulty too */
		want_fault(r, n,
		    "found %s; expected a name of small letters, digits and _; did you mean "
		    "'%.*s'?",
		    want_found(r, n), STR_ARG(meant));
	} else {
		want_fault(r, n,
		    "found %s; expected a name of at most %d small letters, digits and _",
		    want_found(r, n), NAME_BYTES);
	}
	return false;
}

/* A step of this record, or of its parent or children: NAME or NAME.NAME. */
bool want_step(struct reader *r, const struct node *n, struct str *out)
{
	struct str rest = n->text, whose, name;

	if (n->kind != NODE_TEXT || !memchr(n->text.p, '.', n->text.n))
		return want_name(r, n, out);
	(void)str_cut(&rest, '.', &whose);
	name = rest;
	if (!is_name(whose) || !is_name(name)) {
		want_fault(r, n, "found %s; expected a name, or one such as parent.name",
		    want_found(r, n));
		return false;
	}
	*out = n->text;
	return true;
}

bool want_int(struct reader *r, const struct node *n, int64_t min, int64_t max, int64_t *out)
{
	int64_t i;
	if (n->kind == NODE_TEXT && !n->quoted && str_int(n->text, &i) && i >= min &&
	    i <= max) {
		*out = i;
		return true;
	}
	want_fault(r, n, "found %s; expected a whole number from %lld to %lld",
	    want_found(r, n), (long long)min, (long long)max);
	return false;
}

bool want_bool(struct reader *r, const struct node *n, bool *out)
{
	bool yes = n->kind == NODE_TEXT && !n->quoted && str_is(n->text, "true");
	if (yes || (n->kind == NODE_TEXT && !n->quoted && str_is(n->text, "false"))) {
		*out = yes;
		return true;
	}
	want_fault(r, n, "found %s; expected true or false", want_found(r, n));
	return false;
}

bool want_date(struct reader *r, const struct node *n, int32_t *out)
{
	if (n->kind == NODE_TEXT && day_read(n->text, out))
		return true;
	want_fault(r, n, "found %s; expected a date such as 2023-04-05", want_found(r, n));
	return false;
}

bool want_char(struct reader *r, const struct node *n, char *out)
{
	if (n->kind == NODE_TEXT && n->text.n == 1 && n->text.p[0] > ' ' &&
	    n->text.p[0] < 0x7F) {
		*out = n->text.p[0];
		return true;
	}
	want_fault(r, n, "found %s; expected one printable ASCII character", want_found(r, n));
	return false;
}

bool want_word(struct reader *r, const struct node *n, const struct words *w, int *out)
{
	struct strs known = {0};
	struct buf list = buf_in(r->a);
	for (size_t i = 0; i < w->n; i++) {
		struct str name = str_of(w->v[i].name);
		if (n->kind == NODE_TEXT && str_eq(n->text, name)) {
			*out = w->v[i].value;
			return true;
		}
		*arena_push(r->a, &known) = name;
		buf_printf(&list, "%s%s", i ? ", " : "", w->v[i].name);
	}
	want_fault(r, n, "found %s; expected one of %s%s", want_found(r, n), buf_str(&list).p,
	    want_near(r, n->kind == NODE_TEXT ? n->text : str_of(""), &known));
	return false;
}

bool want_flags(struct reader *r, const struct node *n, const struct words *w, unsigned *out)
{
	bool ok = want_kind(r, n, NODE_LIST, "a list");

	for (size_t i = 0; n->kind == NODE_LIST && i < n->items.n; i++) {
		int bit = 0;
		ok = want_word(r, n->items.v[i], w, &bit) && ok;
		*out |= (unsigned)bit;
	}
	return ok;
}

struct str label_of(struct arena *a, struct str name)
{
	struct str s = arena_str(a, name);
	char *p = (char *)s.p;
	for (size_t i = 0; i < s.n; i++)
		if (p[i] == '_')
			p[i] = ' ';
	if (s.n && p[0] >= 'a' && p[0] <= 'z')
		p[0] = (char)(p[0] - 'a' + 'A');
	return s;
}
