/* SPDX-License-Identifier: MIT */
/* The tables of refusals as values, and whether what was said is a row of them. */
#include "support/refusals.h"

#include <stdio.h>
#include <string.h>

#include "lookback/base/err.h"

static const struct refusal_row rows[] = {
#define REFUSAL(id, why, way) {"rules", #id, why, way},
#include "rules/refusals.def"
#undef REFUSAL
#define REFUSAL(id, why, way) {"review", #id, why, way},
#include "review/refusals.def"
#undef REFUSAL
#define REFUSAL(id, why, way) {"wire", #id, why, way},
#include "lookback/wire/refusals.def"
#undef REFUSAL
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

const struct refusal_row *refusal_rows(size_t *n)
{
	*n = ROWS;
	return rows;
}

/* Behind a conversion anything may stand; how much, is tried. */
bool refusal_made_by(const char *format, struct str text)
{
	size_t len;

	for (; *format != '%'; format++, text.p++, text.n--)
		if (*format == '\0' || text.n == 0 || *format != *text.p)
			return *format == '\0' && text.n == 0;
	len = strcspn(format, "csdu") + 1;
	for (size_t i = 0; i <= text.n; i++)
		if (refusal_made_by(format + len, (struct str){text.p + i, text.n - i}))
			return true;
	return false;
}

static bool is_row(struct str line)
{
	char format[600];

	for (size_t i = 0; i < ROWS; i++) {
		(void)snprintf(format, sizeof(format), "%s; %s", rows[i].why, rows[i].way);
		if (refusal_made_by(format, line))
			return true;
	}
	return false;
}

/* What a pack says by itself holds its own way out, behind a semicolon. */
static bool is_packs(const struct pack *p, struct str line)
{
	for (size_t t = 0; p && t < p->types.n; t++) {
		const struct record_type *type = &p->types.v[t];
		if (memchr(line.p, ';', line.n) == NULL)
			return false;
		if (str_eq(type->open.because, line))
			return true;
		for (size_t i = 0; i < type->transitions.n; i++)
			if (str_eq(type->transitions.v[i].because, line))
				return true;
	}
	return false;
}

static bool says_way(const struct pack *p, struct str line)
{
	for (;;) {
		size_t i = 0;
		if (line.n == 0)
			return false;
		if (is_row(line) || is_packs(p, line))
			return true;
		while (i + 1 < line.n && !(line.p[i] == ':' && line.p[i + 1] == ' '))
			i++;
		if (i + 1 >= line.n)
			return false;
		line = (struct str){line.p + i + 2, line.n - i - 2};
	}
}

bool refusal_says_way(const struct pack *p, struct str text, struct str *line)
{
	struct str rest = text;
	bool cut = text.n >= sizeof(((struct err *)0)->text) - 4;

	while (str_cut(&rest, '\n', line))
		if (!(cut && rest.n == 0) && !says_way(p, *line))
			return false;
	return true;
}
