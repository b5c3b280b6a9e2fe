/* SPDX-License-Identifier: MIT */
/* Verbs that need no service: a new database, the service itself, packs in a folder. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "lookback/base/io.h"
#include "lookback/wire/refusals.h"

bool cli_source(struct cli *c, const char *dir, struct source *out, struct err *e)
{
	if (!strchr(dir, '/') && !io_is_dir(dir) && source_embedded(c->arena, dir, out))
		return true;
	return source_read(c->arena, dir, out, e);
}

static bool no_pack(struct cli *c, struct err *e)
{
	struct strs known = source_built_in(c->arena);
	struct buf b = buf_in(c->arena);

	for (size_t i = 0; i < known.n; i++)
		buf_printf(&b, "%s%.*s", i ? ", " : "", STR_ARG(known.v[i]));
	return err_set(e, ERR_USAGE,
	    "init needs --pack: a folder with a review pack, or one that is built in: %.*s",
	    (int)b.n, b.p);
}

bool verb_init(struct cli *c, struct err *e)
{
	struct str owner = c->host->account(c->arena);
	struct source source = {0};

	if (!c->given[INIT_PACK].given)
		return no_pack(c, e);
	if (c->read_only)
		return err_set(e, ERR_REFUSED, REFUSED_INIT_READ_ONLY);
	if (access(c->db, F_OK) == 0)
		return err_set(e, ERR_REFUSED, REFUSED_INIT_THERE, c->db);
	if (!cli_source(c, c->given[INIT_PACK].text.p, &source, e) ||
	    !c->host->create(c->db, &source, owner, false, e))
		return false;
	cli_say(c, "made %s; %.*s owns it. Next: lookback user add NAME ROLE...", c->db,
	    STR_ARG(owner));
	return true;
}

bool verb_serve(struct cli *c, struct err *e)
{
	struct stat st;

	if (stat(c->db, &st) != 0)
		return err_set(
		    e, ERR_IO, "database %s cannot be reached: %s", c->db, strerror(errno));
	return c->host->serve(c->db, e);
}

bool verb_pack_check(struct cli *c, struct err *e)
{
	struct faults faults = {0};
	const struct pack *pack = NULL;
	struct source source = {0};
	struct buf b = buf_in(c->arena);

	if (!cli_source(c, c->words.v[0].p, &source, e))
		return false;
	if (pack_load(c->arena, &source, &pack, &faults)) {
		cli_say(c, "%.*s: no faults", STR_ARG(c->words.v[0]));
		return true;
	}
	faults_print(&b, &faults);
	if (!cli_put_safe(c, buf_str(&b), e))
		return false;
	return err_set(e, ERR_NO, "%zu fault%s", faults.n, faults.n == 1 ? "" : "s");
}

static bool show_pack_in_force(struct cli *c, struct err *e)
{
	const struct req_pack q = {0};
	struct rep_sentence r;

	if (!cli_ask(c, MSG_pack, &q, &r, e))
		return false;
	return c->json || cli_put_safe(c, r.text, e);
}

bool verb_pack_show(struct cli *c, struct err *e)
{
	struct faults faults = {0};
	const struct pack *pack = NULL;
	struct source source = {0};
	struct buf b = buf_in(c->arena);

	if (!c->words.n)
		return show_pack_in_force(c, e);
	if (!cli_source(c, c->words.v[0].p, &source, e))
		return false;
	if (!pack_load(c->arena, &source, &pack, &faults)) {
		faults_print(&b, &faults);
		cli_say(c, "%.*s", (int)b.n, b.p);
		return err_set(e, ERR_INPUT, "a pack with faults is not shown");
	}
	pack_print(&b, pack);
	return cli_put_safe(c, buf_str(&b), e);
}
