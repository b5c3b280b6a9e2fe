/* SPDX-License-Identifier: MIT */
/* From tokens to a tree, by recursive descent; each condition is typed at once. */
#include "rules/term.h"

struct parser {
	struct typing typing;
	struct str text;
	const struct token *at;
	int depth;
};

static const struct expr *parse_or(struct parser *p);

static bool is_keyword(const struct token *t, const char *word)
{
	size_t i = 0;

	if (t->kind != TOKEN_WORD || t->quoted || t->star)
		return false;
	while (i < t->text.n && word[i] && (t->text.p[i] | 0x20) == word[i])
		i++;
	return i == t->text.n && !word[i];
}

static const struct expr *unexpected(struct parser *p, const char *wanted)
{
	const struct token *t = p->at;

	if (t->kind == TOKEN_END)
		expr_fault(p->typing.err, t->col,
		    "expected %s, but the expression ends at column %d", wanted, t->col);
	else
		expr_fault(p->typing.err, t->col, "expected %s, found '%.*s' at column %d",
		    wanted, (int)(t->to - t->from), p->text.p + t->from, t->col);
	return NULL;
}

static bool take_value(struct parser *p, struct raw *out)
{
	const struct token *t = p->at;

	if (t->kind != TOKEN_WORD) {
		unexpected(p, "a value");
		return false;
	}
	*out = (struct raw){t->text, t->quoted, t->star, t->col};
	p->at++;
	return true;
}

static bool touches(const struct parser *p, size_t to)
{
	return p->at->from == to;
}

/* value | value ".." value | value ".." | ".." value */
static bool take_range(struct parser *p, struct term *term)
{
	struct raw first = {0};
	bool dots = p->at->kind == TOKEN_DOTS;

	if (!dots) {
		if (!take_value(p, &first))
			return false;
		dots = p->at->kind == TOKEN_DOTS && touches(p, p->at[-1].to);
		if (!dots) {
			*arena_push(p->typing.arena, &term->vals) = first;
			return true;
		}
		term->from = true;
		term->lo = first;
	}
	term->range = true;
	p->at++;
	term->to = p->at->kind == TOKEN_WORD && touches(p, p->at[-1].to);
	if (!term->to && term->from)
		return true;
	term->to = true;
	return take_value(p, &term->hi);
}

static bool take_list(struct parser *p, struct term *term)
{
	do {
		p->at++;
		if (!take_value(p, arena_push(p->typing.arena, &term->vals)))
			return false;
	} while (p->at->kind == TOKEN_COMMA);
	if (p->at->kind != TOKEN_CLOSE) {
		unexpected(p, "',' or ')' in the list of values");
		return false;
	}
	p->at++;
	return true;
}

static const struct expr *parse_named(struct parser *p)
{
	struct term term = {.name = p->at->text, .col = p->at->col, .cmp = p->at[1].kind};
	bool done;

	p->at += 2;
	if (term.cmp == TOKEN_IS && p->at->kind == TOKEN_OPEN)
		done = take_list(p, &term);
	else if (term.cmp == TOKEN_IS)
		done = take_range(p, &term);
	else
		done = take_value(p, arena_push(p->typing.arena, &term.vals));
	return done ? type_term(&p->typing, &term) : NULL;
}

/* Before an operator. A ~ behind a space is a condition of its own: `smith ~jonson`. */
static bool is_name(const struct token *t)
{
	return t[1].kind >= TOKEN_IS && !t->quoted && !t->star &&
	       (t[1].kind != TOKEN_LIKE || t[1].from == t->to);
}

static const struct expr *parse_term(struct parser *p)
{
	const struct token *t = p->at;
	struct raw word;

	if (t->kind == TOKEN_LIKE) {
		p->at++;
		return take_value(p, &word) ? type_like(&p->typing, NULL, &word) : NULL;
	}
	if (t->kind != TOKEN_WORD || is_keyword(t, "and") || is_keyword(t, "or"))
		return unexpected(p, "a condition");
	if (is_name(t))
		return parse_named(p);
	if (!take_value(p, &word))
		return NULL;
	return type_bare(&p->typing, &word);
}

static const struct expr *parse_group(struct parser *p)
{
	const struct token *open = p->at++;
	const struct expr *x = parse_or(p);

	if (!x)
		return NULL;
	if (p->at->kind == TOKEN_END) {
		expr_fault(p->typing.err, open->col, "the bracket at column %d is never closed",
		    open->col);
		return NULL;
	}
	if (p->at->kind != TOKEN_CLOSE)
		return unexpected(p, "a condition or ')'");
	p->at++;
	return x;
}

static const struct expr *parse_not(struct parser *p);

static const struct expr *parse_unary(struct parser *p)
{
	const struct expr *x;

	if (p->at->kind != TOKEN_MINUS && p->at->kind != TOKEN_OPEN &&
	    !is_keyword(p->at, "not"))
		return parse_term(p);
	if (p->depth == EXPR_DEPTH_MAX) {
		expr_fault(p->typing.err, p->at->col,
		    "brackets and negations are nested more than %d deep at column %d",
		    EXPR_DEPTH_MAX, p->at->col);
		return NULL;
	}
	p->depth++;
	x = p->at->kind == TOKEN_OPEN ? parse_group(p) : parse_not(p);
	p->depth--;
	return x;
}

static const struct expr *parse_not(struct parser *p)
{
	int col = p->at->col;
	const struct expr *x;

	p->at++;
	x = parse_unary(p);
	return x ? expr_join(p->typing.arena, EX_NOT, col, x, NULL) : NULL;
}

static bool begins_unary(const struct token *t)
{
	if (t->kind == TOKEN_WORD)
		return !is_keyword(t, "or");
	return t->kind == TOKEN_MINUS || t->kind == TOKEN_OPEN || t->kind == TOKEN_LIKE;
}

static const struct expr *parse_and(struct parser *p)
{
	struct arena *a = p->typing.arena;
	const struct expr *x = parse_unary(p);
	struct chain c = {0};

	while (x) {
		chain_add(a, &c, EX_AND, x);
		if (!begins_unary(p->at))
			return chain_tree(a, &c, EX_AND);
		p->at += is_keyword(p->at, "and");
		x = parse_unary(p);
	}
	return NULL;
}

static const struct expr *parse_or(struct parser *p)
{
	struct arena *a = p->typing.arena;
	const struct expr *x = parse_and(p);
	struct chain c = {0};

	while (x) {
		chain_add(a, &c, EX_OR, x);
		if (!is_keyword(p->at, "or"))
			return chain_tree(a, &c, EX_OR);
		p->at++;
		x = parse_and(p);
	}
	return NULL;
}

/* Height is what evaluation and SQL go down. And what is printed must be read again, so
 * the limit of bytes holds for the canonical spelling with its whole dates too. */
static bool fits(struct arena *a, const struct expr *x, struct err *e)
{
	struct arena_mark m = arena_mark(a);
	struct buf b = buf_in(a);
	size_t n;

	if (expr_height(x) > EXPR_HEIGHT_MAX)
		return expr_fault(
		    e, 1, "the expression nests conditions more than %d deep", EXPR_HEIGHT_MAX);
	expr_print(&b, x);
	n = b.n;
	arena_back(a, m);
	if (n > EXPR_BYTES_MAX)
		return expr_fault(e, 1,
		    "the expression has %zu bytes when written out; expected at most %d", n,
		    EXPR_BYTES_MAX);
	return true;
}

bool expr_parse(struct arena *a, struct str text, const struct expr_env *env,
    const struct expr **out, struct err *e)
{
	struct tokens tokens = {0};
	struct parser p = {.typing = {.arena = a, .env = env, .err = e}};
	const struct expr *x;

	p.text = text = arena_str(a, text); /* the tree points into it */
	if (!lex(a, text, &tokens, e))
		return false;
	p.at = tokens.v;
	if (p.at->kind == TOKEN_END) {
		*out = expr_join(a, EX_ALL, 1, NULL, NULL);
		return true;
	}
	x = parse_or(&p);
	if (!x)
		return false;
	if (p.at->kind == TOKEN_CLOSE)
		return expr_fault(
		    e, p.at->col, "the ')' at column %d closes nothing", p.at->col);
	if (p.at->kind != TOKEN_END)
		return unexpected(&p, "a condition") != NULL;
	if (!fits(a, x, e))
		return false;
	*out = x;
	return true;
}
