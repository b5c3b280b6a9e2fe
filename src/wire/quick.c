/* SPDX-License-Identifier: MIT */
/*
 * Bodies as our own encoder writes them, read without a tree. It works in one copy: strings are
 * unescaped where they stand, and the closing quote becomes their NUL.
 */
#include "lookback/base/utf8.h"
#include "wire/member.h"
#include "wire/read.h"

enum { NESTED_MAX = 8, FIRST_ITEMS = 8 };

struct quick {
	struct arena *arena;
	char *p, *end; /* *end is a NUL */
};

static bool read_struct(struct quick *q, const struct wire_shape *s, char *out);

static bool take(struct quick *q, char c)
{
	if (*q->p != c)
		return false;
	q->p++;
	return true;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Behind a backslash. Of \u only control characters are written so. */
static bool read_escape(struct quick *q, char *out)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at;
	int high, low;

	if (q->p >= q->end)
		return false;
	at = strchr(from, *q->p);
	if (at) {
		*out = to[at - from];
		q->p++;
		return true;
	}
	if (q->end - q->p < 5 || memcmp(q->p, "u00", 3) != 0)
		return false;
	high = hex_digit(q->p[3]);
	low = hex_digit(q->p[4]);
	if (high < 0 || high > 1 || low < 0 || high + low == 0)
		return false;
	*out = (char)(high * 16 + low);
	q->p += 5;
	return true;
}

/* The text of a string from behind its first quote on. */
static bool read_text(struct quick *q, struct str *out)
{
	char *from = q->p, *to;

	while ((unsigned char)*q->p >= ' ' && *q->p != '"' && *q->p != '\\')
		q->p++;
	for (to = q->p; *q->p != '"';) {
		if ((unsigned char)*q->p < ' ')
			return false;
		if (*q->p != '\\') {
			*to++ = *q->p++;
			continue;
		}
		q->p++;
		if (!read_escape(q, to++))
			return false;
	}
	q->p++;
	*to = '\0';
	*out = (struct str){from, (size_t)(to - from)};
	return true;
}

static bool read_string(struct quick *q, struct str *out)
{
	return take(q, '"') && read_text(q, out);
}

static bool read_int(struct quick *q, int64_t *out)
{
	bool minus = take(q, '-');
	char *from = q->p;
	int64_t v = 0;

	for (; *q->p >= '0' && *q->p <= '9'; q->p++)
		if (__builtin_mul_overflow(v, 10, &v) ||
		    __builtin_add_overflow(v, *q->p - '0', &v))
			return false;
	if (q->p == from || (*from == '0' && (minus || q->p - from > 1)))
		return false;
	*out = minus ? -v : v;
	return true;
}

static bool read_word(struct quick *q, const char *word)
{
	size_t n = strlen(word);

	if ((size_t)(q->end - q->p) < n || memcmp(q->p, word, n) != 0)
		return false;
	q->p += n;
	return true;
}

static bool read_flag(struct quick *q, bool *out)
{
	*out = *q->p == 't';
	return read_word(q, *out ? "true" : "false");
}

/* Behind an item of a list: is there another? False in *ok: neither comma nor end. */
static bool another(struct quick *q, char end, bool *ok)
{
	if (take(q, ','))
		return true;
	*ok = take(q, end);
	return false;
}

static bool read_texts(struct quick *q, struct strs *out)
{
	bool ok = true;

	if (!take(q, '['))
		return false;
	if (take(q, ']'))
		return true;
	do
		if (!read_string(q, arena_push(q->arena, out)))
			return false;
	while (another(q, ']', &ok));
	return ok;
}

static char *list_push(struct quick *q, struct wire_list *l, size_t size)
{
	size_t was = l->cap;

	if (l->n == l->cap) {
		l->cap = was ? 2 * was : FIRST_ITEMS;
		l->v = arena_resize(q->arena, l->v, was * size, arena_size(size, l->cap));
	}
	return l->v + size * l->n++;
}

static bool read_list(struct quick *q, const struct wire_shape *part, char *member)
{
	struct wire_list l = {0};
	bool ok = true;

	if (!take(q, '['))
		return false;
	if (take(q, ']'))
		return true;
	do
		if (!read_struct(q, part, list_push(q, &l, part->size)))
			return false;
	while (another(q, ']', &ok));
	memcpy(member, &l, sizeof(l));
	return ok;
}

/* Any value: only its end is looked for; the JSON parser says whether it is one. */
static bool read_json(struct quick *q, const struct json **out)
{
	char *from = q->p;
	bool quoted = false;
	int depth = 0;
	struct json *j;
	struct err e;

	for (; q->p < q->end; q->p++) {
		char c = *q->p;
		if (quoted) {
			quoted = c != '"';
			q->p += c == '\\' && q->p + 1 < q->end;
			continue;
		}
		if (depth == 0 && (c == ',' || c == '}' || c == ']'))
			break;
		quoted = c == '"';
		depth += (c == '{' || c == '[') - (c == '}' || c == ']');
		if (depth > NESTED_MAX)
			return false;
	}
	if (!json_parse(q->arena, (struct str){from, (size_t)(q->p - from)}, &j, &e))
		return false;
	*out = j;
	return true;
}

static bool read_value(struct quick *q, const struct wire_field *f, char *member)
{
	switch (f->kind) {
	case WIRE_TEXT:
		return read_string(q, (struct str *)member);
	case WIRE_INT:
		return read_int(q, (int64_t *)member);
	case WIRE_FLAG:
		return read_flag(q, (bool *)member);
	case WIRE_TEXTS:
		return read_texts(q, (struct strs *)member);
	case WIRE_JSON:
		return read_json(q, (const struct json **)member);
	case WIRE_LIST:
		return read_list(q, f->part, member);
	}
	return false;
}

/* The member that is named here, with its quotes and colon; s->n when there is none. */
static size_t read_name(struct quick *q, const struct wire_shape *s)
{
	size_t left = (size_t)(q->end - q->p);
	const char *end = left ? memchr(q->p + 1, '"', left - 1) : NULL;
	size_t n = end ? (size_t)(end - q->p) - 1 : 0, i = 0;

	if (!end || *q->p != '"' || end[1] != ':')
		return s->n;
	while (
	    i < s->n && (strncmp(s->fields[i].name, q->p + 1, n) != 0 || s->fields[i].name[n]))
		i++;
	q->p += n + 3;
	return i;
}

static bool read_struct(struct quick *q, const struct wire_shape *s, char *out)
{
	uint64_t seen = 0, must = 0;
	bool ok = true;
	size_t i;

	for (i = 0; i < s->n; i++)
		must |= (uint64_t)s->fields[i].must << i;
	if (!take(q, '{'))
		return false;
	if (take(q, '}'))
		return must == 0;
	do {
		i = read_name(q, s);
		if (i == s->n || seen & (uint64_t)1 << i)
			return false;
		seen |= (uint64_t)1 << i;
		if (!read_value(q, &s->fields[i], out + s->fields[i].offset))
			return false;
	} while (another(q, '}', &ok));
	return ok && (seen & must) == must;
}

bool quick_read(struct arena *a, const struct wire_shape *s, struct str body, void *out)
{
	struct quick q = {.arena = a};

	if (s->n > 64 || !utf8_valid(body))
		return false;
	q.p = (char *)arena_str(a, body).p;
	q.end = q.p + body.n;
	return read_struct(&q, s, out) && q.p == q.end;
}
