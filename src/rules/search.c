/* SPDX-License-Identifier: MIT */
/* What is typed into a search, as an expression: so that nobody needs to know of the
 * language to find a name, and who knows it needs no other place to write it. */
#include "lookback/base/utf8.h"
#include "lookback/base/words.h"
#include "rules/lex.h"
#include "rules/term.h"

static bool is_name(const struct token *t)
{
	return t->kind == TOKEN_WORD && !t->quoted && !t->star && lex_is_plain(t->text) &&
	       (t->text.p[0] < '0' || t->text.p[0] > '9') && t[1].kind >= TOKEN_IS &&
	       t[1].from == t->to;
}

/* A ~ within a word is none: it stands first, or behind a space, bracket or minus. */
static bool begins_like(struct str text, const struct token *t)
{
	return t->kind == TOKEN_LIKE &&
	       (t->from == 0 || text.p[t->from - 1] == ' ' || text.p[t->from - 1] == '(' ||
		   text.p[t->from - 1] == '-');
}

bool expr_is_meant(struct str text)
{
	struct tokens tokens = {0};
	struct arena a = {0};
	struct err none = {0};
	bool yes = false;

	if (!lex(&a, text, &tokens, &none)) /* what was cut so far says enough */
		*arena_push(&a, &tokens) = (struct token){.kind = TOKEN_END};
	for (size_t i = 0; i + 1 < tokens.n && !yes; i++)
		yes = is_name(&tokens.v[i]) || begins_like(text, &tokens.v[i]);
	arena_clear(&a);
	return yes;
}

/* ---- words ---------------------------------------------------------------------- */

struct part {
	struct str text;
	bool quoted, star;
	int col;
};

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

/* Cuts the next part off: a quoted phrase, or up to white space. A quote that is never
 * closed ends with the text. */
static struct part next_part(struct str *rest)
{
	struct str s = str_trim(*rest);
	struct part p = {.quoted = s.n && s.p[0] == '"'};
	size_t n = 0;

	if (p.quoted)
		s = (struct str){s.p + 1, s.n - 1};
	while (n < s.n && (p.quoted ? s.p[n] != '"' : !is_space(s.p[n])))
		n++;
	p.text = (struct str){s.p, n};
	n += p.quoted && n < s.n;
	p.star = p.quoted ? n < s.n && s.p[n] == '*' : n > 0 && s.p[n - 1] == '*';
	n += p.quoted && p.star;
	p.text.n -= !p.quoted && p.star;
	*rest = (struct str){s.p + n, s.n - n};
	return p;
}

/* How many there are; *from and *to are where the first begins and the last ends. */
static size_t words_in(struct str s, size_t *from, size_t *to)
{
	struct word w;
	size_t at = 0, n = 0;

	for (*from = *to = 0; words_next(s, &at, &w); *to = w.to)
		if (n++ == 0)
			*from = w.from;
	return n;
}

/* Without the comma behind a name. */
static size_t bare(struct part *p)
{
	size_t from, to, n = words_in(p->text, &from, &to);

	if (!p->quoted)
		p->text = (struct str){p->text.p + from, to - from};
	return n;
}

static bool has_digit(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

/* How one part is sought: everywhere, among names as it is, among names that are like it. */
enum way { ANYWHERE, NAMED, LIKE_NAMED };

static const struct expr *part_word(struct typing *t, const struct raw *raw, bool names)
{
	const struct expr *x = type_bare(t, raw);
	struct expr *own;

	if (!x || !names)
		return x;
	own = arena_new(t->arena, struct expr, 1);
	*own = *x;
	own->names = true;
	return own;
}

/* The word as it is, or a name that is like it. */
static const struct expr *read_part(
    struct typing *t, const struct part *p, size_t words, enum way way)
{
	bool number = has_digit(p->text), plain = !p->quoted && !p->star;
	bool varies = plain && !number && words <= EXPR_SIMILAR_MAX;
	struct raw raw = {.text = p->text, .star = p->star || (plain && number), .col = p->col};
	const struct expr *word, *like;

	if (way == LIKE_NAMED && varies)
		return type_like(t, NULL, &raw);
	word = part_word(t, &raw, way != ANYWHERE);
	if (!word || !varies || way == NAMED)
		return word;
	like = type_like(t, NULL, &raw);
	return like ? expr_join(t->arena, EX_OR, p->col, word, like) : NULL;
}

static bool check_words(struct str text, struct err *e)
{
	const char *fault = utf8_fault(text, true);

	if (fault)
		return err_set(e, ERR_INPUT, "the text to search for %s", fault);
	if (text.n > SEARCH_BYTES_MAX)
		return err_set(e, ERR_INPUT, "at most %d bytes of words can be searched for",
		    SEARCH_BYTES_MAX);
	return true;
}

static bool read_words(struct typing *t, struct str text, enum way way, const struct expr **out)
{
	struct chain all = {0};
	struct str rest = text;

	while (str_trim(rest).n) {
		struct part p = next_part(&rest);
		size_t words = bare(&p);
		const struct expr *x;
		if (words == 0)
			continue;
		p.col = (int)(p.text.p - text.p) + 1;
		if (all.n == SEARCH_PARTS_MAX)
			return err_set(t->err, ERR_INPUT,
			    "at most %d words can be searched for at once", SEARCH_PARTS_MAX);
		if (!(x = read_part(t, &p, words, way)))
			return false;
		*arena_push(t->arena, &all) = x;
	}
	if (all.n == 0)
		return err_set(t->err, ERR_INPUT, "there is no word to search for");
	*out = chain_tree(t->arena, &all, EX_AND);
	return true;
}

bool expr_search(struct arena *a, struct str text, const struct expr_env *env,
    const struct expr **out, struct err *e)
{
	struct typing t = {.arena = a, .env = env, .err = e};

	if (expr_is_meant(text))
		return expr_parse(a, text, env, out, e);
	return check_words(text, e) && read_words(&t, arena_str(a, text), ANYWHERE, out);
}

/* ---- in which order it is shown -------------------------------------------------- */

/* What has a digit in it is no name, and may be a reference. */
static const struct expr *reference(struct typing *t, struct str text)
{
	const struct attr *at = attr_find(t->env->pack, NULL, STR("ref"));
	struct expr *x;

	if (!at || !has_digit(text) || text.p[0] == '"')
		return NULL;
	x = arena_new(t->arena, struct expr, 1);
	*x = (struct expr){.op = EX_EQ, .col = 1, .attr = at, .pack = t->env->pack, .nvals = 1};
	x->vals = arena_new(t->arena, struct value, 1);
	x->vals[0] = value_str(utf8_fold(t->arena, text));
	return x;
}

/* What is of x but not of what came before. */
static void add_step(
    struct arena *a, struct search_steps *out, const struct expr *x, const struct expr *before)
{
	const struct expr *no = before ? expr_join(a, EX_NOT, x->col, before, NULL) : NULL;

	out->v[out->n++] = no ? expr_join(a, EX_AND, x->col, x, no) : x;
}

static bool varies(const struct expr *x)
{
	return x->op == EX_SIMILAR || (x->a && (varies(x->a) || (x->b && varies(x->b))));
}

bool expr_search_steps(struct arena *a, struct str text, const struct expr_env *env,
    struct search_steps *out, struct err *e)
{
	struct typing t = {.arena = a, .env = env, .err = e};
	const struct expr *all = NULL, *named = NULL, *like = NULL, *ref;

	*out = (struct search_steps){0};
	if (!expr_search(a, text, env, &all, e) || !all)
		return false;
	text = arena_str(a, str_trim(text));
	ref = reference(&t, text);
	if (expr_is_meant(text) || (!ref && has_digit(text))) {
		add_step(a, out, all, NULL);
		return true;
	}
	if (ref) {
		add_step(a, out, expr_join(a, EX_AND, 1, ref, all), NULL);
		add_step(a, out, all, ref);
		return true;
	}
	if (!read_words(&t, text, NAMED, &named) || !named ||
	    !read_words(&t, text, LIKE_NAMED, &like) || !like)
		return false;
	add_step(a, out, named, NULL);
	if (varies(like))
		add_step(a, out, like, named);
	add_step(a, out, all, varies(like) ? like : named);
	return true;
}
