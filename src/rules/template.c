/* SPDX-License-Identifier: MIT */
/* Text with {field} in it. */
#include "rules/template.h"

#include <string.h>

bool template_next(struct str *rest, struct str *before, struct str *name)
{
	const char *open, *close = NULL;
	size_t n;

	*before = *rest;
	*name = (struct str){0};
	open = rest->n ? memchr(rest->p, '{', rest->n) : NULL;
	if (open)
		close = memchr(open, '}', rest->n - (size_t)(open - rest->p));
	if (!close) {
		*rest = (struct str){0};
		return false;
	}
	before->n = (size_t)(open - rest->p);
	*name = (struct str){open + 1, (size_t)(close - open) - 1};
	n = (size_t)(close - rest->p) + 1;
	*rest = (struct str){rest->p + n, rest->n - n};
	return true;
}

bool template_fill(struct arena *a, struct str text, const struct json *fields, struct str *out)
{
	struct buf b = buf_in(a);
	struct str before, name;

	while (template_next(&text, &before, &name)) {
		struct value v = value_of_json(json_get_str(fields, name));
		if (v.kind == V_NONE || (v.kind == V_STR && v.s.n == 0))
			return false;
		buf_put(&b, before);
		buf_put(&b, value_text(a, v));
	}
	buf_put(&b, before);
	*out = buf_str(&b);
	return true;
}
