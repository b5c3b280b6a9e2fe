/* SPDX-License-Identifier: MIT */
/*
 * Versions of the pack. A record is worked on under the one it was opened under, so each is
 * read when the first record needs it and kept as long as the review is open.
 */
#include "review/packs.h"

#include "review/words.h"

struct kept_pack {
	struct kept_pack *next;
	struct str id;
	const struct pack *pack; /* NULL: it cannot be read, and will not be next time */
};

bool pack_read(struct arena *a, const struct source *s, const struct pack **out, struct err *e)
{
	struct faults faults = {0};
	struct buf b = buf_in(a);
	struct str text;

	if (pack_load(a, s, out, &faults)) {
		if ((*out)->types.n)
			return true;
		return err_set(e, ERR_INPUT, "the pack has no record type");
	}
	faults_print(&b, &faults);
	text = str_trim(buf_str(&b));
	return err_set(e, ERR_INPUT, "the pack has %zu fault%s:\n%.*s", faults.n,
	    plural((int64_t)faults.n), STR_ARG(text));
}

void packs_keep(struct review *rv, struct str id, const struct pack *p)
{
	struct kept_pack *k = arena_new(&rv->arena, struct kept_pack, 1);

	*k = (struct kept_pack){.next = rv->packs, .id = arena_str(&rv->arena, id), .pack = p};
	rv->packs = k;
}

static const struct pack *read_kept(struct review *rv, struct str id)
{
	const struct json *files = NULL;
	const struct pack *p = NULL;
	struct source s = {0};
	struct err none = {0};

	if (!pack_files(rv->store, &rv->arena, id, &files, &none) ||
	    !source_of_json(&rv->arena, files, &s) || !pack_read(&rv->arena, &s, &p, &none))
		p = NULL;
	packs_keep(rv, id, p);
	return p;
}

bool packs_blind(const struct review *rv, struct strs roles)
{
	bool blind = roles_blind(rv->pack, roles);

	for (const struct kept_pack *k = rv->packs; k && !blind; k = k->next)
		blind = k->pack && roles_blind(k->pack, roles);
	return blind;
}

bool packs_open(struct review *rv, struct err *e)
{
	struct event_filter f = {.type = str_of(event_name(EVENT_PACK_APPLIED))};
	struct arena a = {0};
	struct event_rows rows = {0};
	struct err none = {0};
	struct json *body;
	bool ok = store_events(rv->store, &a, &f, &rows, e);

	for (size_t i = 0; ok && i + 1 < rows.n; i++)
		if (rows.v[i].body.p && json_parse(&a, rows.v[i].body, &body, &none))
			(void)review_pack_of(rv, json_get_text(body, "id"));
	arena_clear(&a);
	return ok;
}

const struct pack *review_pack_of(struct review *rv, struct str id)
{
	if (id.n == 0 || str_eq(id, rv->pack->id))
		return rv->pack;
	for (const struct kept_pack *k = rv->packs; k; k = k->next)
		if (str_eq(k->id, id))
			return k->pack;
	return read_kept(rv, id);
}
