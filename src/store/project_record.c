/* SPDX-License-Identifier: MIT */
/* Opening, changing and moving a record. */
#include "store/project.h"
#include "store/search.h"

static int64_t time_in(const struct json *body, const char *key)
{
	int64_t ms;

	return time_read(json_get_text(body, key), &ms) ? ms : NO_TIME;
}

/* ---- opened --------------------------------------------------------------- */

static bool put_texts(struct store *st, int64_t record, const struct json *texts, struct err *e)
{
	for (size_t i = 0; i < texts->n; i++)
		if (texts->v[i]->kind == J_STR && !stmt_run(st, e, SQL_text_put, "iss", record,
						      texts->keys[i], texts->v[i]->s))
			return false;
	return true;
}

static bool put_bars(struct store *st, int64_t record, const struct json *bars, struct err *e)
{
	for (size_t i = 0; i < bars->n; i++)
		if (!stmt_run(st, e, SQL_bar_put, "is", record, bars->v[i]->s))
			return false;
	return true;
}

static bool count_opened(
    struct store *st, const struct json *b, struct str staff, struct err *e)
{
	return stmt_run(st, e, SQL_tally_open, "sssss", staff, json_get_text(b, "type"),
	    json_get_text(b, "state"), json_get_text(b, "queue"), json_get_text(b, "band"));
}

/* A bar that is named twice counts once. */
static bool said_before(const struct json *arr, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (str_eq(arr->v[j]->s, arr->v[i]->s))
			return true;
	return false;
}

static bool count_all(struct store *st, const struct json *b, struct err *e)
{
	const struct json *bars = json_get(b, "bars");

	if (!count_opened(st, b, (struct str){0}, e))
		return false;
	for (size_t i = 0; i < bars->n; i++)
		if (!said_before(bars, i) && !count_opened(st, b, bars->v[i]->s, e))
			return false;
	return true;
}

bool project_record_opened(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body, *fields = json_get(b, "fields");
	const struct json *texts = json_get(b, "texts");
	struct str type = json_get_text(b, "type");

	return stmt_run(st, e, SQL_record_open, "isssooitiooss", ev->seq, ev->record, type,
		   json_get_text(b, "state"), json_get_text(b, "queue"),
		   json_get_text(b, "band"), json_get_int(b, "rank", 0), time_in(b, "due"),
		   ev->at, json_get_text(b, "batch"), json_get_text(b, "parent"),
		   json_get_text(b, "pack"), json_text(&st->scratch, fields)) &&
	       put_texts(st, ev->seq, texts, e) &&
	       put_bars(st, ev->seq, json_get(b, "bars"), e) && count_all(st, b, e) &&
	       search_open(st, ev->seq, type, ev->record, fields, texts, e);
}

/* ---- changed -------------------------------------------------------------- */

static struct str text_of(const struct json *j)
{
	return j && j->kind == J_STR ? j->s : (struct str){0};
}

static void put_or_drop(
    struct arena *a, struct json *to, struct str key, struct json *val, const struct json *from)
{
	for (size_t i = 0; i < from->n; i++)
		if (!str_eq(from->keys[i], key))
			json_put_str(a, to, from->keys[i], from->v[i]);
	if (val->kind != J_NULL)
		json_put_str(a, to, key, val);
}

static bool patch_fields(
    struct store *st, const struct subject *r, const struct json *patch, struct err *e)
{
	struct arena *a = &st->scratch;
	struct json *now;

	if (patch->n == 0)
		return true;
	if (!json_parse(a, r->fields, &now, e))
		return err_add(e, "fields of record %lld", (long long)r->id);
	for (size_t i = 0; i < patch->n; i++) {
		struct json *next = json_obj(a);
		put_or_drop(a, next, patch->keys[i], patch->v[i], now);
		now = next;
	}
	return stmt_run(st, e, SQL_record_fields, "is", r->id, json_text(a, now));
}

static bool patch_texts(
    struct store *st, const struct subject *r, const struct json *patch, struct err *e)
{
	for (size_t i = 0; i < patch->n; i++) {
		struct str key = patch->keys[i], is = text_of(patch->v[i]);
		bool gone = patch->v[i]->kind != J_STR;

		if (gone ? !stmt_run(st, e, SQL_text_drop, "is", r->id, key)
			 : !stmt_run(st, e, SQL_text_put, "iss", r->id, key, is))
			return false;
	}
	return true;
}

/* fields and texts hold what changes; null removes. */
static bool patch(struct store *st, const struct subject *r, const struct json *fields,
    const struct json *texts, struct err *e)
{
	bool searched =
	    search_touched(st, r->type, fields) || search_touched(st, r->type, texts);

	return (!searched || search_leave(st, r->id, e)) && patch_fields(st, r, fields, e) &&
	       patch_texts(st, r, texts, e) && (!searched || search_join(st, r->id, e));
}

/* The counters are per bar, so they are left before the bars change. */
bool project_record_changed(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body;
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       stmt_run(st, e, SQL_bar_clear, "i", r.id) &&
	       put_bars(st, r.id, json_get(b, "bars"), e) &&
	       stmt_run(st, e, SQL_record_change, "iio", r.id, json_get_int(b, "rank", 0),
		   json_get_text(b, "flag")) &&
	       patch(st, &r, json_get(b, "fields"), json_get(b, "texts"), e) &&
	       tally_join(st, r.id, e);
}

/* ---- moved ---------------------------------------------------------------- */

bool project_record_moved(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body, *no_texts = json_obj(&st->scratch);
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_record_move, "isooitii", r.id, json_get_text(b, "to"),
		   json_get_text(b, "queue"), json_get_text(b, "band"),
		   json_get_int(b, "rank", 0), time_in(b, "due"),
		   (int64_t)json_get_bool(b, "final"), ev->at) &&
	       patch(st, &r, json_get(b, "set"), no_texts, e) &&
	       stmt_run(st, e, SQL_did_add, "iissi", r.id, ev->seq,
		   json_get_text(b, "transition"), ev->actor, ev->at) &&
	       tally_join(st, r.id, e);
}
