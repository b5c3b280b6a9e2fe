/* SPDX-License-Identifier: MIT */
/* A new database with its first three events: opened, a pack in force, one account. */
#include <string.h>
#include <unistd.h>

#include "review/account.h"
#include "review/body.h"
#include "review/packs.h"
#include "review/words.h"

struct maker {
	struct arena *a;
	struct store *store;
	const struct new_review *how;
	const struct pack *pack;
	struct strs roles; /* of the owner */
	int64_t now;
};

static bool first_event(
    struct maker *k, enum event_type type, const struct json *body, struct err *e)
{
	struct stamp by = {
	    .at = k->now, .actor = k->how->owner, .session = STR("0000000000000000")};

	return store_append(k->store, &by, type, STR(""), body, NULL, e);
}

static bool opened(struct maker *k, struct err *e)
{
	struct json *body = json_obj(k->a);

	body_text(k->a, body, "title", k->pack->title);
	body_bool(k->a, body, "training", k->how->training);
	body_text(k->a, body, "owner", k->how->owner);
	return first_event(k, EVENT_REVIEW_OPENED, body, e);
}

static bool applied(struct maker *k, struct err *e)
{
	struct json *body = json_obj(k->a);

	body_text(k->a, body, "id", source_id(k->a, k->how->pack));
	body_text(k->a, body, "name", k->pack->name);
	json_put(k->a, body, "files", source_json(k->a, k->how->pack));
	return first_event(k, EVENT_PACK_APPLIED, body, e);
}

static bool added(struct maker *k, struct err *e)
{
	struct json *body = json_obj(k->a);

	body_text(k->a, body, "name", k->how->owner);
	body_text(k->a, body, "full", STR(""));
	body_list(k->a, body, "roles", k->roles);
	body_text(k->a, body, "staff", STR(""));
	return first_event(k, EVENT_USER_ADDED, body, e);
}

static bool write_first(struct maker *k, const char *path, struct err *e)
{
	struct str damage = {0};
	bool ok;

	if (!store_open(k->a, path, &k->store, &damage, e))
		return false;
	ok = store_begin(k->store, e) && opened(k, e) && applied(k, e) && added(k, e) &&
	     store_commit(k->store, e);
	store_close(k->store);
	return ok;
}

/* What a half-made database leaves behind is ours: the file was not there before. */
static void unmake(struct arena *a, const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal"};

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		unlink(arena_printf(a, "%s%s", path, ends[i]).p);
}

/* Every role that manages accounts; together they may not open case data. */
static bool owner_roles(struct maker *k, struct err *e)
{
	for (size_t i = 0; i < k->pack->roles.n; i++)
		if (k->pack->roles.v[i].rights & RIGHT_USERS)
			*arena_push(k->a, &k->roles) = k->pack->roles.v[i].id;
	if (k->roles.n == 0)
		return err_set(e, ERR_INPUT,
		    "no role of the pack has the right `users`, so nobody could add accounts");
	return account_check_name(k->how->owner, e) &&
	       account_check_rights(k->a, k->pack, k->roles, STR(""), e);
}

bool review_create(const char *path, const struct new_review *how, int64_t now, struct err *e)
{
	struct arena a = {0};
	struct maker k = {.a = &a, .how = how, .now = now};
	bool ok =
	    pack_read(&a, how->pack, &k.pack, e) && owner_roles(&k, e) && store_create(path, e);

	if (ok && !write_first(&k, path, e)) {
		unmake(&a, path);
		ok = false;
	}
	arena_clear(&a);
	return ok;
}
