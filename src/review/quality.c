/* SPDX-License-Identifier: MIT */
/* Whom quality passes are for, and shares as people write them. */
#include "review/quality.h"

#include "review/rights.h"
#include "review/words.h"
#include "review/refusals.h"

enum { WHOLE = 100000 }; /* 100 % in thousandths */

bool quality_not_blind(struct desk *d, const struct me *m, struct err *e)
{
	struct str by = say_list(
	    d->arena, role_labels(d->arena, d->rv->pack, d->rv->pack->quality->by), "or");

	if (!m->viewer.blind)
		return true;
	return err_set(
	    e, ERR_REFUSED, REFUSED_QUALITY_BLIND, STR_ARG(by.n ? by : STR("supervisor")));
}

static bool given(struct desk *d, struct err *e)
{
	return d->rv->pack->quality->given || err_set(e, ERR_REFUSED, REFUSED_NO_QUALITY);
}

static bool named(struct desk *d, const struct me *m, struct err *e)
{
	const struct pack *p = d->rv->pack;
	struct str by, have;

	if (quality_by(p, m->account.roles))
		return true;
	by = say_list(d->arena, role_labels(d->arena, p, p->quality->by), "or");
	have = say_list(d->arena, role_labels(d->arena, p, m->account.roles), "and");
	return err_set(e, ERR_REFUSED, REFUSED_QUALITY_FOR, STR_ARG(by), STR_ARG(have));
}

bool quality_me(struct desk *d, struct me *out, struct err *e)
{
	return desk_need(d, RIGHT_CASES, out, e) && quality_not_blind(d, out, e) &&
	       given(d, e) && named(d, out, e);
}

bool quality_begin(
    struct desk *d, struct me *out, bool *again, struct event_row *first, struct err *e)
{
	return quality_me(d, out, e) && desk_writable(d, e) && desk_again(d, again, first, e);
}

bool quality_type(struct desk *d, const struct record_type **out, struct err *e)
{
	struct str type = d->rv->pack->quality->type;

	*out = pack_type(d->rv->pack, type);
	return *out || err_set(e, ERR_CORRUPT,
			   "the pack has no record type %.*s for its passes", STR_ARG(type));
}

/* ---- shares ---- */

static bool digits(struct str s, size_t most, int64_t *out)
{
	return s.n <= most && s.n > 0 && s.p[0] >= '0' && s.p[0] <= '9' && str_int(s, out);
}

bool share_read(const char *what, struct str text, int64_t *out, struct err *e)
{
	struct str rest = str_trim(text), whole = {0};
	int64_t n = 0, part = 0;
	bool fine;

	if (rest.n && rest.p[rest.n - 1] == '%')
		rest = str_trim((struct str){rest.p, rest.n - 1});
	fine = str_cut(&rest, '.', &whole) && digits(whole, 3, &n);
	if (fine && rest.n) {
		fine = digits(rest, 3, &part);
		for (size_t i = rest.n; i < 3; i++)
			part *= 10;
	}
	*out = n * 1000 + part;
	return (fine && *out <= WHOLE) ||
	       err_set(e, ERR_INPUT,
		   "'%.*s' is no %s; expected per cent such as 5 or 0.65, at most 100",
		   STR_ARG(text), what);
}

struct str share_text(struct arena *a, int64_t thousandths)
{
	struct str s = arena_printf(
	    a, "%lld.%03lld", (long long)(thousandths / 1000), (long long)(thousandths % 1000));

	if (thousandths == 0)
		return STR("");
	while (s.p[s.n - 1] == '0')
		s.n--;
	if (s.p[s.n - 1] == '.')
		s.n--;
	return s;
}
