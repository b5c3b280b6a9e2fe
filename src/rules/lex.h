/* SPDX-License-Identifier: MIT */
/* Expression text cut into tokens. */
#ifndef LOOKBACK_RULES_LEX_H
#define LOOKBACK_RULES_LEX_H

#include "lookback/base/arena.h"

enum token_kind {
	TOKEN_END,
	TOKEN_WORD, /* bare or quoted */
	TOKEN_OPEN, /* ( */
	TOKEN_CLOSE,
	TOKEN_COMMA,
	TOKEN_MINUS, /* negation: a - that begins no value */
	TOKEN_DOTS,  /* .. */
	TOKEN_IS,    /* : and = */
	TOKEN_IS_NOT,
	TOKEN_LESS,
	TOKEN_AT_MOST,
	TOKEN_MORE,
	TOKEN_AT_LEAST,
	TOKEN_LIKE, /* ~ */
};
struct token {
	enum token_kind kind;
	struct str text; /* a word without its quotes, escapes and star */
	bool quoted;     /* literal: never a keyword, none, me */
	bool star;       /* ended in *: a prefix */
	size_t from, to; /* bytes in the source */
	int col;         /* characters, from 1 */
};
struct tokens { /* ends with a TOKEN_END */
	struct token *v;
	size_t n, cap;
};
/* Refuses text that is too long, not UTF-8, or has a quote without an end. */
MUST_USE bool lex(struct arena *a, struct str text, struct tokens *out, struct err *e);
/* May this word be printed without quotes and be read as the same word? */
bool lex_is_plain(struct str word);
/* An ERR_INPUT at a column; always returns false. */
bool expr_fault(struct err *e, int col, const char *fmt, ...) PRINTF(3, 4);

#endif
