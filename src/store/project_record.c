/* SPDX-License-Identifier: MIT */
/* Opening, changing and moving a record. */
#include "store/project.h"
#include "store/search.h"
#include "store/spelling.h"

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
	return stmt_run(st, e, SQL_tally_open, "sssssi", staff, json_get_text(b, "type"),
	    json_get_text(b, "state"), json_get_text(b, "queue"), json_get_text(b, "band"),
	    (int64_t)json_get_bool(b, "blind"));
}

/* A bar that is named twice counts once, and one of an account is not counted ahead. */
static bool uncounted(const struct json *arr, size_t i)
{
	if (str_starts(arr->v[i]->s, STR("@")))
		return true;
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
		if (!uncounted(bars, i) && !count_opened(st, b, bars->v[i]->s, e))
			return false;
	return true;
}

bool project_record_opened(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body, *fields = json_get(b, "fields");
	const struct json *texts = json_get(b, "texts");
	struct str type = json_get_text(b, "type"), parent = json_get_text(b, "parent");

	return stmt_run(st, e, SQL_record_open, "isssooitioossis", ev->seq, ev->record, type,
		   json_get_text(b, "state"), json_get_text(b, "queue"),
		   json_get_text(b, "band"), json_get_int(b, "rank", 0), time_in(b, "due"),
		   ev->at, json_get_text(b, "batch"), parent, json_get_text(b, "pack"),
		   json_text(&st->scratch, fields), (int64_t)json_get_bool(b, "blind"),
		   ev->actor) &&
	       (parent.n == 0 ||
		   stmt_run(st, e, SQL_shade_add, "iss", ev->seq, parent, ev->actor)) &&
	       put_texts(st, ev->seq, texts, e) && spelling_add(st, fields, e) &&
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
	return spelling_add(st, patch, e) &&
	       stmt_run(st, e, SQL_record_fields, "is", r->id, json_text(a, now));
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

/* Name -> when it ends, or null when it stops. */
static bool set_clocks(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *clocks = json_get(ev->body, "clocks");

	for (size_t i = 0; clocks && i < clocks->n; i++) {
		struct str name = clocks->keys[i];
		int64_t due = NO_TIME;
		bool runs = clocks->v[i]->kind == J_STR;
		if (runs && !time_read(clocks->v[i]->s, &due))
			due = NO_TIME;
		if (runs ? !stmt_run(st, e, SQL_clock_start, "isit", r->id, name, ev->at, due)
			 : !stmt_run(st, e, SQL_clock_stop, "is", r->id, name))
			return false;
	}
	return !json_get_bool(ev->body, "final") ||
	       stmt_run(st, e, SQL_clock_stop_all, "i", r->id);
}

/* What the engine does by itself nobody did; what two did together both did. */
static bool add_did(
    struct store *st, const struct occurrence *ev, const struct subject *r, struct err *e)
{
	const struct json *b = ev->body;
	struct str transition = json_get_text(b, "transition");

	if (json_get_bool(b, "auto"))
		return true;
	return stmt_run(st, e, SQL_did_add, "iissi", r->id, ev->seq, transition, ev->actor,
		   ev->at) &&
	       (!json_get(b, "override") ||
		   stmt_run(st, e, SQL_did_add_first, "iissii", r->id, ev->seq, transition,
		       ev->actor, ev->at, json_get_int(b, "override", 0)));
}

bool contest_ends(struct store *st, const struct subject *r, struct err *e)
{
	return stmt_run(st, e, SQL_pair_close, "i", r->id);
}

bool contest_begins(struct store *st, const struct subject *r, bool blind, struct err *e)
{
	return !blind || r->blind ||
	       (stmt_run(st, e, SQL_answers_unseat, "i", r->id) &&
		   stmt_run(st, e, SQL_sat_clear, "i", r->id));
}

/* Out of blindness: what two gave is settled, and where one read alone it is theirs. */
static bool contest_left(struct store *st, const struct occurrence *ev, const struct subject *r,
    bool blind, struct err *e)
{
	return blind || !r->blind ||
	       (contest_ends(st, r, e) &&
		   stmt_run(st, e, SQL_record_author_alone, "is", r->id, ev->actor));
}

bool project_record_moved(struct store *st, const struct occurrence *ev, struct err *e)
{
	const struct json *b = ev->body, *no_texts = json_obj(&st->scratch);
	bool blind = json_get_bool(b, "blind");
	struct subject r;

	return subject_find(st, ev, &r, e) && tally_leave(st, r.id, e) &&
	       claim_end(st, ev, &r, e) &&
	       stmt_run(st, e, SQL_record_move, "isooitiiii", r.id, json_get_text(b, "to"),
		   json_get_text(b, "queue"), json_get_text(b, "band"),
		   json_get_int(b, "rank", 0), time_in(b, "due"),
		   (int64_t)json_get_bool(b, "final"), ev->at, (int64_t)blind, ev->seq) &&
	       contest_begins(st, &r, blind, e) && contest_left(st, ev, &r, blind, e) &&
	       patch(st, &r, json_get(b, "set"), no_texts, e) && did_cancel(st, ev, &r, e) &&
	       add_did(st, ev, &r, e) && set_clocks(st, ev, &r, e) && tally_join(st, r.id, e);
}
