/* SPDX-License-Identifier: MIT */
/* A pack drawn; another pack held against the live review, and put in force. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/table.h"
#include "lookback/base/io.h"
#include "lookback/rules/graph.h"

static bool read_source(struct cli *c, int fd, struct source *out, struct err *e)
{
	const struct req_pack_files q = {0};
	struct rep_sentence r;
	struct json *files;
	struct str text;

	if (!cli_call_fd(c, MSG_pack_files, &q, &r, fd, e))
		return false;
	if (lseek(fd, 0, SEEK_SET) != 0)
		return err_set(e, ERR_IO, "cannot read a temporary file: %s", strerror(errno));
	return io_read_fd(c->arena, fd, JSON_BYTES_MAX, &text, e) &&
	       json_parse(c->arena, text, &files, e) &&
	       (source_of_json(c->arena, files, out) ||
		   err_set(e, ERR_IO, "the service's pack cannot be read"));
}

/* The pack in force, from the service, which writes it into a file without a name: it is
 * longer than a message. */
static bool source_in_force(struct cli *c, struct source *out, struct err *e)
{
	FILE *f = tmpfile();
	bool ok;

	if (!f)
		return err_set(e, ERR_IO, "cannot write a temporary file: %s", strerror(errno));
	ok = read_source(c, fileno(f), out, e);
	(void)fclose(f);
	return ok;
}

static bool load(struct cli *c, const struct pack **out, struct err *e)
{
	struct faults faults = {0};
	struct source source = {0};
	struct buf b = buf_in(c->arena);

	if (c->words.n ? !cli_source(c, c->words.v[0].p, &source, e)
		       : !source_in_force(c, &source, e))
		return false;
	if (pack_load(c->arena, &source, out, &faults))
		return true;
	faults_print(&b, &faults);
	cli_say(c, "%.*s", (int)b.n, b.p);
	return err_set(e, ERR_INPUT, "a pack with faults is not drawn");
}

static bool path_of(struct cli *c, struct str ref, struct graph_path *path, struct err *e)
{
	const struct req_show q = {.ref = ref, .reason = STR("to draw its way")};
	struct rep_record r;

	if (!cli_call(c, MSG_show, &q, &r, e))
		return false;
	*path = (struct graph_path){.type = r.type, .state = r.state, .did = r.did};
	return true;
}

bool verb_pack_graph(struct cli *c, struct err *e)
{
	struct str type = c->given[GRAPH_TYPE].text, ref = c->given[GRAPH_RECORD].text;
	const struct pack *pack = NULL;
	struct graph_path path = {0};
	struct buf b = buf_in(c->arena);

	if (!load(c, &pack, e) || (ref.n && !path_of(c, ref, &path, e)))
		return false;
	if (!type.n)
		type = path.type;
	if (type.n && !pack_type(pack, type))
		return err_set(
		    e, ERR_NOT_FOUND, "the pack has no record type '%.*s'", STR_ARG(type));
	if (c->given[GRAPH_DOT].given)
		graph_dot(c->arena, pack, type, ref.n ? &path : NULL, &b);
	else
		graph_text(pack, type, ref.n ? &path : NULL, &b);
	return cli_put_safe(c, buf_str(&b), e);
}

/* The pack's files as one JSON object in a file without a name. */
static FILE *packed(struct cli *c, const struct source *s, struct err *e)
{
	struct str text = json_text(c->arena, source_json(c->arena, s));
	FILE *f = tmpfile();

	if (f && io_all(fileno(f), text.p, text.n) && fseek(f, 0, SEEK_SET) == 0)
		return f;
	err_set(e, ERR_IO, "cannot write a temporary file: %s", strerror(errno));
	if (f)
		(void)fclose(f);
	return NULL;
}

static bool ask_with_pack(struct cli *c, enum msg msg, const void *q, void *r, struct err *e)
{
	struct source source = {0};
	FILE *f;
	bool ok;

	if (!cli_source(c, c->words.v[0].p, &source, e))
		return false;
	f = packed(c, &source, e);
	if (!f)
		return false;
	ok = cli_ask_fd(c, msg, q, r, fileno(f), e);
	(void)fclose(f);
	return ok;
}

bool verb_pack_diff(struct cli *c, struct err *e)
{
	const struct req_pack_diff q = {0};
	struct table t = {.arena = c->arena};
	struct rep_diff r;
	struct buf b = buf_in(c->arena);

	if (!ask_with_pack(c, MSG_pack_diff, &q, &r, e))
		return false;
	if (!c->json) {
		table_head(&t, "Records", true);
		table_head(&t, "Change", false);
		table_head(&t, "What", false);
		table_head(&t, "", false);
		for (size_t i = 0; i < r.rows.n; i++) {
			const struct part_diffrow *d = &r.rows.v[i];
			table_number(&t, d->records);
			table_cell(&t, d->change);
			table_cell(&t, d->kind);
			table_cell(&t, d->text);
		}
		table_flush(&t, &b);
		if (!cli_put_safe(c, buf_str(&b), e))
			return false;
	}
	if (r.safe)
		return true;
	return err_set(e, ERR_NO,
	    "%" PRId64 " record%s would be stranded; 'pack apply' needs --map type.old=new",
	    r.stranded, r.stranded == 1 ? "" : "s");
}

bool verb_pack_apply(struct cli *c, struct err *e)
{
	struct req_pack_apply q = {.same = c->given[APPLY_SAME].given};
	struct str list = c->given[APPLY_MAP].text, part;
	struct rep_done r;

	while (str_cut(&list, ',', &part))
		if (str_trim(part).n)
			*arena_push(c->arena, &q.maps) = str_trim(part);
	if (!ask_with_pack(c, MSG_pack_apply, &q, &r, e))
		return false;
	if (!c->json)
		cli_say(c, "%.*s", STR_ARG(r.text));
	return true;
}
