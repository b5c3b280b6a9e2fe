/* SPDX-License-Identifier: MIT */
/* Expression text cut into tokens, each with its column. */
#include "rules/lex.h"

#include <stdarg.h>
#include <stdio.h>

#include "lookback/base/utf8.h"
#include "lookback/rules/expr.h"

struct lexer {
	struct arena *arena;
	struct str text;
	size_t at, counted; /* `col` is the column of byte `counted` */
	int col;
	struct tokens *out;
};

struct sign {
	const char *text;
	enum token_kind kind;
};
/* Longest first, so that <= is not < and =. */
static const struct sign signs[] = {
    {"..", TOKEN_DOTS},
    {"!=", TOKEN_IS_NOT},
    {"<=", TOKEN_AT_MOST},
    {">=", TOKEN_AT_LEAST},
    {"<", TOKEN_LESS},
    {">", TOKEN_MORE},
    {"=", TOKEN_IS},
    {":", TOKEN_IS},
    {"(", TOKEN_OPEN},
    {")", TOKEN_CLOSE},
    {",", TOKEN_COMMA},
    {"~", TOKEN_LIKE},
};

bool expr_fault(struct err *e, int col, const char *fmt, ...)
{
	char text[sizeof(e->text)];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	err_set(e, ERR_INPUT, "%s", text);
	e->line = 1;
	e->col = col;
	return false;
}

static int column(struct lexer *l, size_t at)
{
	uint32_t cp;

	while (l->counted < at && utf8_next(l->text, &l->counted, &cp))
		l->col++;
	return l->col;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const struct sign *sign_at(struct str text, size_t at)
{
	struct str rest = {text.p + at, text.n - at};

	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (str_starts(rest, str_of(signs[i].text)))
			return &signs[i];
	return NULL;
}

/* After an operator a - belongs to the value (-3d, -5); elsewhere it negates. In
 * a list, ( follows an operator and each , stands before a value. A range end
 * must touch its dots, because `2016.. -x` is a range without an end. */
static bool value_comes(const struct lexer *l)
{
	const struct tokens *t = l->out;
	const struct token *last = t->n ? &t->v[t->n - 1] : NULL;

	if (!last)
		return false;
	if (last->kind == TOKEN_OPEN)
		return t->n > 1 && t->v[t->n - 2].kind >= TOKEN_IS;
	if (last->kind == TOKEN_DOTS)
		return last->to == l->at;
	return last->kind >= TOKEN_IS || last->kind == TOKEN_COMMA;
}

static struct token *add(struct lexer *l, enum token_kind kind, size_t from)
{
	struct token *t = arena_push(l->arena, l->out);

	t->kind = kind;
	t->from = from;
	t->to = l->at;
	t->col = column(l, from);
	return t;
}

/* \ makes the next character literal. A * before the closing quote or after it
 * says prefix. */
static bool quoted(struct lexer *l, struct err *e)
{
	struct buf b = buf_in(l->arena);
	size_t from = l->at++;
	bool star = false;
	struct token *t;

	for (; l->at < l->text.n && l->text.p[l->at] != '"'; l->at++) {
		bool literal = l->text.p[l->at] == '\\' && l->at + 1 < l->text.n;
		l->at += literal;
		buf_char(&b, l->text.p[l->at]);
		star = !literal && l->text.p[l->at] == '*';
	}
	if (l->at >= l->text.n)
		return expr_fault(e, column(l, from), "the quote at column %d is never closed",
		    column(l, from));
	l->at++;
	if (star)
		b.n--;
	else if (l->at < l->text.n && l->text.p[l->at] == '*') {
		star = true;
		l->at++;
	}
	t = add(l, TOKEN_WORD, from);
	t->text = buf_str(&b);
	t->quoted = true;
	t->star = star;
	return true;
}

static void word(struct lexer *l)
{
	size_t from = l->at;
	struct token *t;

	while (l->at < l->text.n && !is_space(l->text.p[l->at]) && l->text.p[l->at] != '"' &&
	       !sign_at(l->text, l->at))
		l->at++;
	t = add(l, TOKEN_WORD, from);
	t->text = (struct str){l->text.p + from, l->at - from};
	t->star = t->text.p[t->text.n - 1] == '*';
	t->text.n -= t->star;
}

static bool token(struct lexer *l, struct err *e)
{
	const struct sign *s = sign_at(l->text, l->at);
	size_t from = l->at;

	if (s) {
		l->at += str_of(s->text).n;
		add(l, s->kind, from);
	} else if (l->text.p[l->at] == '"') {
		return quoted(l, e);
	} else if (l->text.p[l->at] == '-' && !value_comes(l)) {
		l->at++;
		add(l, TOKEN_MINUS, from);
	} else {
		word(l);
	}
	return true;
}

bool lex(struct arena *a, struct str text, struct tokens *out, struct err *e)
{
	struct lexer l = {.arena = a, .text = text, .col = 1, .out = out};
	const char *fault;

	if (text.n > EXPR_BYTES_MAX)
		return expr_fault(e, 1, "the expression has %zu bytes; expected at most %d",
		    text.n, EXPR_BYTES_MAX);
	fault = utf8_fault(text, true);
	if (fault)
		return expr_fault(e, 1, "the expression cannot be read: %s", fault);
	for (;;) {
		while (l.at < text.n && is_space(text.p[l.at]))
			l.at++;
		if (l.at >= text.n)
			break;
		if (!token(&l, e))
			return false;
	}
	add(&l, TOKEN_END, l.at);
	return true;
}

bool lex_is_plain(struct str word)
{
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80);
		if (!letter && !(c >= '0' && c <= '9') && c != '_' && (c != '-' || i == 0))
			return false;
	}
	return word.n > 0;
}
