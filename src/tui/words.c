/* SPDX-License-Identifier: MIT */
/* Small pieces of text that several screens need. */
#include "tui/words.h"

#include <stdio.h>

#include "lookback/base/when.h"

struct str words_count(struct arena *a, int64_t n)
{
	char digits[24];
	int len = snprintf(digits, sizeof(digits), "%lld", (long long)n);
	struct buf b = buf_in(a);

	for (int i = 0; i < len; i++) {
		if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
			buf_char(&b, ',');
		buf_char(&b, digits[i]);
	}
	return buf_str(&b);
}

struct str words_instant(struct arena *a, struct str utc)
{
	char text[32];
	int64_t ms;

	if (!time_read(utc, &ms))
		return utc;
	london_text(ms, text);
	return arena_cstr(a, text);
}

struct str words_list(struct arena *a, struct strs list, const char *between)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < list.n; i++) {
		if (i)
			buf_puts(&b, between);
		buf_put(&b, list.v[i]);
	}
	return buf_str(&b);
}

static const struct {
	char mark;
	enum role role;
} bands[] = {{'!', ROLE_DANGER}, {'+', ROLE_CAUTION}, {'-', ROLE_CALM}};

enum role words_band_role(struct str mark)
{
	for (size_t i = 0; i < sizeof(bands) / sizeof(bands[0]); i++)
		if (mark.n == 1 && mark.p[0] == bands[i].mark)
			return bands[i].role;
	return ROLE_TEXT;
}

struct str words_band(struct arena *a, struct str mark, struct str name)
{
	if (mark.n == 0)
		return name;
	return arena_printf(a, "%.*s %.*s", STR_ARG(mark), STR_ARG(name));
}

struct str words_first_line(struct str text)
{
	struct str line = {0};

	str_cut(&text, '\n', &line);
	return line;
}

void words_accounts(struct arena *a, struct str text, struct strs *out)
{
	struct str part;

	while (!str_is(text, "-") && str_cut(&text, ',', &part))
		if (str_trim(part).n)
			*arena_push(a, out) = str_trim(part);
}

static void also(struct buf *b, struct str text)
{
	if (text.n)
		buf_printf(b, "%s%.*s", b->n ? ", " : "", STR_ARG(text));
}

struct str words_standing(struct arena *a, const struct rep_record *r)
{
	struct buf b = buf_in(a);

	also(&b, r->state_label.n ? r->state_label : r->state);
	also(&b, r->due_text);
	if (r->wake.n)
		also(&b, arena_printf(a, "put aside until %.*s", STR_ARG(r->wake)));
	if (r->mine)
		also(&b, STR("held by you"));
	else if (r->holder.n)
		also(&b, arena_printf(a, "held by %.*s", STR_ARG(r->holder)));
	also(&b, str_is(r->flag, "changed_by_import") ? STR("changed by an import") : r->flag);
	also(&b, arena_printf(a, "rank %lld", (long long)r->rank));
	return buf_str(&b);
}

/* "10:42" of "21 Nov 2026 10:42". */
static struct str clock_of(struct arena *a, struct str utc)
{
	struct str all = words_instant(a, utc);

	return all.n > 5 ? (struct str){all.p + all.n - 5, 5} : all;
}

struct str words_change(struct arena *a, const struct part_change *c, size_t others)
{
	struct str by = c->by.n ? c->by : STR("the service");

	return arena_printf(a, "%.*s: %.*s %.*s, %.*s%s", STR_ARG(c->record), STR_ARG(by),
	    STR_ARG(c->text), STR_ARG(clock_of(a, c->at)),
	    others || c->n > 1 ? ", and more" : "");
}

struct str words_quote(struct arena *a, struct str of, struct str text)
{
	char first = of.p[0] >= 'A' && of.p[0] <= 'Z' ? (char)(of.p[0] + 32) : of.p[0];
	struct buf b = buf_in(a);

	buf_printf(&b, "see %c%.*s: \"", first, (int)of.n - 1, of.p + 1);
	for (size_t i = 0; i < text.n; i++)
		buf_char(&b, text.p[i] == '"' ? '\'' : text.p[i]);
	buf_char(&b, '"');
	return buf_str(&b);
}

struct str words_form_meant(const struct rep_record *r, struct str name)
{
	if (name.n)
		return name;
	for (size_t i = 0; i < r->forms.n; i++)
		if (r->forms.v[i].now)
			return r->forms.v[i].form;
	return r->forms.n ? r->forms.v[0].form : name;
}
