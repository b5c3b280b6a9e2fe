/* SPDX-License-Identifier: MIT */
/* The usual sequences of terminals, and how bytes are matched against them. */
#include "tui/decode.h"

#include <string.h>

#include "lookback/base/utf8.h"

static const struct sequence usual[] = {
    {"\033[A", K_UP},
    {"\033OA", K_UP},
    {"\033[B", K_DOWN},
    {"\033OB", K_DOWN},
    {"\033[C", K_RIGHT},
    {"\033OC", K_RIGHT},
    {"\033[D", K_LEFT},
    {"\033OD", K_LEFT},
    {"\033[H", K_HOME},
    {"\033OH", K_HOME},
    {"\033[1~", K_HOME},
    {"\033[7~", K_HOME},
    {"\033[F", K_END},
    {"\033OF", K_END},
    {"\033[4~", K_END},
    {"\033[8~", K_END},
    {"\033[2~", K_INSERT},
    {"\033[3~", K_DELETE},
    {"\033[5~", K_PAGE_UP},
    {"\033[6~", K_PAGE_DOWN},
    {"\033[Z", K_BACKTAB},
    {"\033[1;5D", K_WORD_LEFT},
    {"\033[5D", K_WORD_LEFT},
    {"\033Od", K_WORD_LEFT},
    {"\033[1;3D", K_WORD_LEFT},
    {"\033[1;5C", K_WORD_RIGHT},
    {"\033[5C", K_WORD_RIGHT},
    {"\033Oc", K_WORD_RIGHT},
    {"\033[1;3C", K_WORD_RIGHT},
    {"\033OP", K_F1},
    {"\033OQ", K_F2},
    {"\033OR", K_F3},
    {"\033OS", K_F4},
    {"\033[11~", K_F1},
    {"\033[12~", K_F2},
    {"\033[13~", K_F3},
    {"\033[14~", K_F4},
    {"\033[15~", K_F5},
    {"\033[17~", K_F6},
    {"\033[18~", K_F7},
    {"\033[19~", K_F8},
    {"\033[20~", K_F9},
    {"\033[21~", K_F10},
    {"\033[23~", K_F11},
    {"\033[24~", K_F12},
    {"\033[[A", K_F1},
    {"\033[[B", K_F2},
    {"\033[[C", K_F3},
    {"\033[[D", K_F4},
    {"\033[[E", K_F5},
};
enum { USUAL = sizeof(usual) / sizeof(usual[0]) };
static const char paste_begin[] = "\033[200~", paste_end[] = "\033[201~";

void decode_init(struct decoder *d)
{
	*d = (struct decoder){0};
	d->in = buf_in(&d->mem);
	d->paste = buf_in(&d->mem);
}

void decode_clear(struct decoder *d)
{
	arena_clear(&d->mem);
}

void decode_extra(struct decoder *d, const char *bytes, uint32_t key)
{
	size_t n = bytes ? strlen(bytes) : 0;

	if (n < 2 || n >= DECODE_SEQUENCE || d->nextra == DECODE_EXTRA || bytes[0] != '\033')
		return;
	memcpy(d->extra[d->nextra].bytes, bytes, n + 1);
	d->extra[d->nextra++].key = key;
}

void decode_feed(struct decoder *d, const char *p, size_t n)
{
	if (d->at == d->in.n)
		d->at = d->in.n = 0;
	buf_put(&d->in, (struct str){p, n});
}

void decode_drop(struct decoder *d)
{
	d->at = d->in.n = 0;
	d->pasting = false;
	d->paste.n = 0;
}

bool decode_waits(const struct decoder *d)
{
	return d->at < d->in.n || d->pasting;
}

static struct str rest(const struct decoder *d)
{
	return (struct str){d->in.p + d->at, d->in.n - d->at};
}

enum found { FOUND_NONE, FOUND_PART, FOUND_WHOLE };

static enum found compare(struct str in, const char *bytes)
{
	struct str s = str_of(bytes);

	if (str_starts(in, s))
		return FOUND_WHOLE;
	return str_starts(s, in) ? FOUND_PART : FOUND_NONE;
}

static enum found look(
    const struct sequence *v, int n, struct str in, const struct sequence **out)
{
	enum found best = FOUND_NONE;

	for (int i = 0; i < n; i++) {
		enum found f = compare(in, v[i].bytes);
		if (f == FOUND_WHOLE) {
			*out = &v[i];
			return f;
		}
		if (f == FOUND_PART)
			best = f;
	}
	return best;
}

/* Length of a control sequence that nobody knows, 0 while it is not complete, -1 for what
 * is none: Esc [ parameters final, or Esc O one. */
static int unknown_length(struct str in)
{
	size_t i = 2;

	if (in.n < 2)
		return 0;
	if (in.p[1] == 'O')
		return in.n > 2 ? 3 : 0;
	if (in.p[1] != '[')
		return -1;
	while (i < in.n && in.p[i] >= 0x20 && in.p[i] < 0x40)
		i++;
	if (i == in.n)
		return i > DECODE_SEQUENCE * 2 ? (int)i : 0;
	return (int)i + 1;
}

static struct event key_event(struct decoder *d, uint32_t key, size_t n)
{
	d->at += n;
	return (struct event){.kind = EVENT_KEY, .key = key};
}

static const struct event nothing = {.kind = EVENT_NONE};

/* A sequence, the begin of a paste, or an Esc of its own with whatever follows it. */
static bool escape(struct decoder *d, bool over, struct event *out)
{
	const struct sequence *s = NULL;
	struct str in = rest(d);
	enum found a = look(d->extra, d->nextra, in, &s), b = FOUND_NONE;
	int n;

	*out = nothing;
	if (compare(in, paste_begin) == FOUND_WHOLE) {
		d->at += sizeof(paste_begin) - 1;
		d->pasting = true;
		d->paste.n = 0;
		return true;
	}
	if (a != FOUND_WHOLE)
		b = look(usual, USUAL, in, &s);
	if (s) {
		*out = key_event(d, s->key, strlen(s->bytes));
		return true;
	}
	n = unknown_length(in);
	if (!over && (a == FOUND_PART || b == FOUND_PART || n == 0))
		return false;
	if (n > 0) {
		d->at += (size_t)n;
		return true;
	}
	*out = key_event(d, K_ESC, 1);
	return true;
}

static uint32_t control(unsigned char c)
{
	if (c == '\n' || c == '\r')
		return K_ENTER;
	return c == 0x08 ? K_BACKSPACE : c;
}

static size_t sequence_length(unsigned char c)
{
	return c < 0xc2 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 1;
}

/* False: a character is not complete yet. Invalid bytes and NUL give no event. */
static bool character(struct decoder *d, bool over, struct event *out)
{
	struct str in = rest(d);
	size_t at = 0;
	uint32_t cp;

	*out = nothing;
	if (in.n < sequence_length((unsigned char)in.p[0]) && !over)
		return false;
	(void)utf8_next(in, &at, &cp);
	if (cp == 0xfffd && at == 1)
		d->at++;
	else if (cp == 0)
		d->at++;
	else
		*out =
		    key_event(d, cp < 0x20 || cp == 0x7f ? control((unsigned char)cp) : cp, at);
	return true;
}

/* Everything up to the closing bracket; what is too much is dropped. */
static bool pasted(struct decoder *d, struct event *out)
{
	struct str in = rest(d);
	size_t i = 0;

	*out = nothing;
	for (; i < in.n; i++) {
		struct str tail = {in.p + i, in.n - i};
		enum found f = compare(tail, paste_end);
		if (f == FOUND_PART)
			break;
		if (f == FOUND_WHOLE) {
			d->at += i + sizeof(paste_end) - 1;
			d->pasting = false;
			*out = (struct event){.kind = EVENT_PASTE, .paste = buf_str(&d->paste)};
			return true;
		}
		if (d->paste.n < DECODE_PASTE_MAX)
			buf_char(&d->paste, in.p[i]);
	}
	d->at += i;
	return false;
}

struct event decode_next(struct decoder *d, bool over)
{
	struct event out = nothing;

	while (d->at < d->in.n) {
		bool went;
		if (d->pasting)
			went = pasted(d, &out);
		else if (d->in.p[d->at] == '\033')
			went = escape(d, over, &out);
		else
			went = character(d, over, &out);
		if (!went || out.kind != EVENT_NONE)
			break;
	}
	if (over && d->pasting && out.kind == EVENT_NONE) {
		d->pasting = false;
		d->at = d->in.n;
		out = (struct event){.kind = EVENT_PASTE, .paste = buf_str(&d->paste)};
	}
	return out;
}
