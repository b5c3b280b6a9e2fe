/* SPDX-License-Identifier: MIT */
/* Command-line options by table: parsing, faults with a suggestion, help. */
#include "lookback/base/options.h"

#include <inttypes.h>
#include <string.h>

struct reading {
	struct arena *arena;
	const struct option *rows;
	size_t n;
	int argc, at;
	char *const *argv;
	struct options out;
};

static bool unknown(const struct reading *r, struct str name, struct err *e)
{
	struct str *names = arena_new(r->arena, struct str, r->n);
	struct str near;

	for (size_t i = 0; i < r->n; i++)
		names[i] = str_of(r->rows[i].name);
	near = str_nearest(name, names, r->n);
	if (!near.n)
		return err_set(e, ERR_USAGE, "there is no option --%.*s", STR_ARG(name));
	return err_set(e, ERR_USAGE, "there is no option --%.*s; did you mean --%.*s?",
	    STR_ARG(name), STR_ARG(near));
}

static bool set_int(const struct option *row, struct option_value *v, struct err *e)
{
	if (str_int(v->text, &v->num) && v->num >= row->min && v->num <= row->max)
		return true;
	return err_set(e, ERR_USAGE,
	    "--%s wants a whole number from %" PRId64 " to %" PRId64 ", not \"%.*s\"",
	    row->name, row->min, row->max, STR_ARG(v->text));
}

/* `value` has a p when it came with "=". */
static bool set_value(struct reading *r, size_t i, struct str value, struct err *e)
{
	const struct option *row = &r->rows[i];
	struct option_value v = {.given = true};

	if (row->kind == OPTION_FLAG) {
		if (value.p)
			return err_set(e, ERR_USAGE, "--%s takes no value", row->name);
	} else if (value.p) {
		v.text = value;
	} else if (r->at == r->argc) {
		return err_set(e, ERR_USAGE, "--%s wants %s", row->name, row->value);
	} else {
		v.text = str_of(r->argv[r->at++]);
	}
	if (row->kind == OPTION_INT && !set_int(row, &v, e))
		return false;
	r->out.v[i] = v;
	return true;
}

static bool read_option(struct reading *r, struct str text, struct err *e)
{
	const char *eq = text.n ? memchr(text.p, '=', text.n) : NULL;
	struct str name = text, value = {0};

	if (eq) {
		name.n = (size_t)(eq - text.p);
		value = str_of(eq + 1);
	}
	for (size_t i = 0; i < r->n; i++)
		if (str_is(name, r->rows[i].name))
			return set_value(r, i, value, e);
	return unknown(r, name, e);
}

static void take_word(struct reading *r, struct str word)
{
	*arena_push(r->arena, &r->out.words) = word;
}

static bool read_all(struct reading *r, bool stop, struct err *e)
{
	while (r->at < r->argc) {
		struct str arg = str_of(r->argv[r->at]);
		if (str_is(arg, "--")) {
			for (r->at++; !stop && r->at < r->argc; r->at++)
				take_word(r, str_of(r->argv[r->at]));
			return true;
		}
		if (!str_starts(arg, STR("--"))) {
			if (stop)
				return true;
			take_word(r, arg);
			r->at++;
			continue;
		}
		r->at++;
		if (!read_option(r, (struct str){arg.p + 2, arg.n - 2}, e))
			return false;
	}
	return true;
}

bool options_read(struct arena *a, const struct option *rows, size_t n, int argc,
    char *const *argv, bool stop, struct options *out, struct err *e)
{
	struct reading r = {.arena = a, .rows = rows, .n = n, .argc = argc, .argv = argv};

	r.out.v = arena_new(a, struct option_value, n);
	if (!read_all(&r, stop, e))
		return false;
	r.out.used = r.at;
	*out = r.out;
	return true;
}

static size_t label_width(const struct option *row)
{
	return str_of(row->name).n + (row->kind == OPTION_FLAG ? 0 : str_of(row->value).n + 1);
}

void options_help(struct buf *b, const struct option *rows, size_t n)
{
	size_t widest = 0;

	for (size_t i = 0; i < n; i++)
		if (label_width(&rows[i]) > widest)
			widest = label_width(&rows[i]);
	for (size_t i = 0; i < n; i++) {
		const struct option *row = &rows[i];
		bool flag = row->kind == OPTION_FLAG;
		buf_printf(b, "  --%s%s%s%*s  %s\n", row->name, flag ? "" : " ",
		    flag ? "" : row->value, (int)(widest - label_width(row)), "", row->help);
	}
}
