/* SPDX-License-Identifier: MIT */
/* Packs that came with the program, as sources. */
#include "conf/embedded.h"

#include "lookback/conf/pack.h"

static struct str text_of(struct arena *a, const struct embedded_file *f)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < f->n; i++)
		buf_puts(&b, f->lines[i]);
	return buf_str(&b);
}

bool source_embedded(struct arena *a, const char *name, struct source *out)
{
	struct source s = {0};

	for (const struct embedded_file *f = embedded_files; f->pack; f++)
		if (str_is(str_of(f->pack), name))
			*arena_push(a, &s.files) =
			    (struct source_file){str_of(f->name), text_of(a, f)};
	*out = s;
	return s.files.n > 0;
}

struct strs source_built_in(struct arena *a)
{
	struct strs names = {0};

	for (const struct embedded_file *f = embedded_files; f->pack; f++)
		if (!str_has(names, str_of(f->pack)))
			*arena_push(a, &names) = str_of(f->pack);
	return names;
}
