/* SPDX-License-Identifier: MIT */
/* Opening a database together with the pack that is in force in it. */
#include <stdlib.h>

#include "review/packs.h"

static void drop(struct review *rv)
{
	store_close(rv->store);
	arena_clear(&rv->arena);
	free(rv);
}

/* The pack as the database keeps it. */
static bool read_pack(struct review *rv, struct err *e)
{
	struct source s = {0};

	if (!review_row_get(rv->store, &rv->arena, &rv->row, e))
		return false;
	if (!source_of_json(&rv->arena, rv->row.files, &s))
		return err_set(e, ERR_CORRUPT, "the pack kept in the database cannot be read");
	if (!pack_read(&rv->arena, &s, &rv->pack, e))
		return err_add(e, "the pack kept in the database is faulty");
	return (rv->damage.n || packs_open(rv, e)) && store_use_pack(rv->store, rv->pack, e);
}

bool review_open(const char *path, struct review **out, struct err *e)
{
	struct review *rv = calloc(1, sizeof *rv);

	if (!rv)
		die("out of memory");
	if (!store_open(&rv->arena, path, &rv->store, &rv->damage, e)) {
		arena_clear(&rv->arena);
		free(rv);
		return false;
	}
	if (!read_pack(rv, e)) {
		if (rv->damage.n)
			err_set(e, ERR_CORRUPT, "%.*s", STR_ARG(rv->damage));
		drop(rv);
		return false;
	}
	*out = rv;
	return true;
}

void review_close(struct review *rv)
{
	if (rv)
		drop(rv);
}

const struct pack *review_rules(const struct review *rv)
{
	return rv->pack;
}

struct store *review_store(struct review *rv)
{
	return rv->store;
}

const char *review_damage(const struct review *rv)
{
	return rv->damage.n ? rv->damage.p : NULL;
}
