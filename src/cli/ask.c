/* SPDX-License-Identifier: MIT */
/* Questions and their answers: the client of this command, opened when first needed. */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/bar.h"
#include "cli/cli.h"
#include "lookback/base/io.h"
#include "lookback/base/utf8.h"

struct client_options cli_client(const struct cli *c, const char *front)
{
	return (struct client_options){.db = c->db,
	    .front = front,
	    .as = c->as,
	    .read_only = c->read_only,
	    .start = c->host->start};
}

bool cli_connect(struct cli *c, struct err *e)
{
	struct client_options o = cli_client(c, "cli");
	struct stat st;

	if (c->client)
		return true;
	if (stat(c->db, &st) != 0 && errno == ENOENT)
		return err_set(e, ERR_IO,
		    "there is no database %s; name one with --db FILE or LOOKBACK_DB, or make "
		    "one with 'lookback init'",
		    c->db);
	return client_open(&o, &c->client, e);
}

static void show_progress(void *ctx, const struct rep_progress *p)
{
	bar_show(ctx, p->what, p->done, p->total);
}

static bool call(
    struct cli *c, enum msg msg, const void *q, void *r, int fd, struct str *raw, struct err *e)
{
	struct bar bar = bar_open();
	struct client_more more = {
	    .raw = raw, .fd = fd, .progress = show_progress, .progress_ctx = &bar};
	bool ok = cli_connect(c, e) && client_call(c->client, c->arena, msg, q, r, &more, e);

	bar_close(&bar);
	return ok;
}

bool cli_ask_fd(struct cli *c, enum msg msg, const void *q, void *r, int fd, struct err *e)
{
	struct str raw;

	if (!call(c, msg, q, r, fd, &raw, e))
		return false;
	return !c->json || cli_put_json(c, raw, e);
}

bool cli_call_fd(struct cli *c, enum msg msg, const void *q, void *r, int fd, struct err *e)
{
	return call(c, msg, q, r, fd, NULL, e);
}

bool cli_call(struct cli *c, enum msg msg, const void *q, void *r, struct err *e)
{
	return cli_call_fd(c, msg, q, r, -1, e);
}

bool cli_ask(struct cli *c, enum msg msg, const void *q, void *r, struct err *e)
{
	return cli_ask_fd(c, msg, q, r, -1, e);
}

bool cli_ask_list(
    struct cli *c, enum msg msg, const void *q, void *r, const char *list, struct err *e)
{
	const struct json *rows;
	struct json *body;
	struct str raw;

	if (!call(c, msg, q, r, -1, &raw, e))
		return false;
	if (!c->json)
		return true;
	if (!json_parse(c->arena, raw, &body, e))
		return false;
	rows = json_get(body, list);
	for (size_t i = 0; rows && i < rows->n; i++)
		if (!cli_put_json(c, json_text(c->arena, rows->v[i]), e))
			return false;
	return true;
}

bool cli_do(struct cli *c, enum msg msg, const void *q, struct err *e)
{
	struct rep_done r;

	if (!cli_ask(c, msg, q, &r, e))
		return false;
	if (!c->json && r.text.n)
		cli_say(c, "%.*s", STR_ARG(r.text));
	return true;
}

bool cli_put(struct cli *c, struct str text, struct err *e)
{
	(void)c;
	if (io_all(STDOUT_FILENO, text.p, text.n))
		return true;
	return err_set(e, ERR_IO, "cannot write the answer: %s", strerror(errno));
}

bool cli_put_safe(struct cli *c, struct str text, struct err *e)
{
	return cli_put(c, utf8_mask(c->arena, text, true), e);
}

/* U+009B in a string of JSON is legal, and is a command to a terminal. */
static struct str escaped(struct arena *a, struct str raw)
{
	struct buf b = buf_in(a);
	size_t at = 0, from = 0;
	uint32_t cp;

	for (; utf8_next(raw, &at, &cp); from = at) {
		if (cp < 0x80 || utf8_safe(cp)) {
			buf_put(&b, (struct str){raw.p + from, at - from});
		} else if (cp < 0x10000) {
			buf_printf(&b, "\\u%04x", cp);
		} else {
			cp -= 0x10000;
			buf_printf(
			    &b, "\\u%04x\\u%04x", 0xd800 + (cp >> 10), 0xdc00 + (cp & 0x3ff));
		}
	}
	return buf_str(&b);
}

bool cli_put_json(struct cli *c, struct str raw, struct err *e)
{
	if (isatty(STDOUT_FILENO))
		raw = escaped(c->arena, raw);
	return cli_put(c, arena_printf(c->arena, "%.*s\n", STR_ARG(raw)), e);
}

void cli_say(struct cli *c, const char *fmt, ...)
{
	char text[2048];
	struct str safe;
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	safe = utf8_mask(c->arena, str_of(text), true);
	safe = arena_printf(c->arena, "%.*s\n", STR_ARG(safe));
	(void)io_all(STDERR_FILENO, safe.p, safe.n); /* nobody is left to be told */
}

const char *cli_safe(struct cli *c, struct str s)
{
	return s.n ? utf8_mask(c->arena, s, false).p : "";
}

struct str cli_words(struct cli *c, size_t from)
{
	struct buf b = buf_in(c->arena);

	for (size_t i = from; i < c->words.n; i++) {
		if (i > from)
			buf_char(&b, ' ');
		buf_put(&b, c->words.v[i]);
	}
	return buf_str(&b);
}

bool cli_pairs(struct cli *c, size_t from, const char *shape, struct json *into, struct err *e)
{
	for (size_t i = from; i < c->words.n; i++) {
		struct str w = c->words.v[i], name = w;
		const char *eq = memchr(w.p, '=', w.n);
		if (!eq || eq == w.p)
			return err_set(
			    e, ERR_USAGE, "'%.*s' is not of the form %s", STR_ARG(w), shape);
		name.n = (size_t)(eq - w.p);
		json_put_str(c->arena, into, name,
		    json_str(c->arena, (struct str){eq + 1, w.n - name.n - 1}));
	}
	return true;
}

bool cli_number(struct cli *c, size_t i, const char *what, int64_t *out, struct err *e)
{
	return (str_int(c->words.v[i], out) && *out > 0) ||
	       err_set(e, ERR_USAGE, "'%.*s' is not the number of %s", STR_ARG(c->words.v[i]),
		   what);
}
