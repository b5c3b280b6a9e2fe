/* SPDX-License-Identifier: MIT */
/* Where records stand under the versions of the pack, held against another pack. */
#include "review/standing.h"

#include "lookback/base/io.h"

bool pack_given(struct desk *d, struct source *s, const struct pack **out, struct err *e)
{
	struct json *files = NULL;
	struct str text;

	if (d->fd < 0)
		return err_set(e, ERR_USAGE, "the files of a pack come along as an open file");
	if (!io_read_fd(d->arena, d->fd, JSON_BYTES_MAX, &text, e) ||
	    !json_parse(d->arena, text, &files, e))
		return err_add(e, "the files of the pack");
	if (!source_of_json(d->arena, files, s))
		return err_set(
		    e, ERR_INPUT, "the files of a pack come as one object, {path: text}");
	return pack_read(d->arena, s, out, e);
}

static bool same_seats(const struct seats *a, const struct seats *b)
{
	return a->given == b->given && str_eq(a->second, b->second) &&
	       str_eq(a->adjudicator, b->adjudicator);
}

static const struct state *state_in(const struct pack *p, struct str type, struct str state)
{
	const struct record_type *t = p ? pack_type(p, type) : NULL;

	return t ? type_state(t, state) : NULL;
}

static enum fit fit_of(const struct state *was, const struct state *is)
{
	if (!is)
		return FIT_LACKS;
	if (!was || was->final != is->final || !same_seats(&was->seats, &is->seats))
		return FIT_DIFFERS;
	return FIT_SAME;
}

bool standings_of(
    struct desk *d, const struct pack *other, struct standings *out, struct err *e)
{
	struct standing_rows rows = {0};

	*out = (struct standings){0};
	if (!record_standing(d->rv->store, d->arena, &rows, e))
		return false;
	for (size_t i = 0; i < rows.n; i++) {
		const struct standing_row *w = &rows.v[i];
		const struct pack *under = review_pack_of(d->rv, w->pack);
		if (w->n == 0 || str_eq(w->pack, other->id))
			continue;
		*arena_push(d->arena, out) = (struct standing){.type = w->type,
		    .state = w->state,
		    .pack = w->pack,
		    .n = w->n,
		    .fit = fit_of(state_in(under, w->type, w->state),
			state_in(other, w->type, w->state))};
	}
	return true;
}
