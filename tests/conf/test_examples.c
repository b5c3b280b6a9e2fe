/* SPDX-License-Identifier: MIT */
/* The examples of docs/PACK.md: one small pack, and what each section changes in it. Every
 * section makes a pack without fault, and together they show every key of the engine. */
#include <string.h>

#include "help.h"

#include "conf/tables.h"
#include "lookback/base/io.h"

static const char base_title[] = "A small pack to build on";

struct block { /* a fenced part of the page */
	struct str section, file, text;
	bool within; /* keys of a file that is there already */
};
struct blocks {
	struct block *v;
	size_t n, cap;
};

/* The first line is a comment that names the file. */
static struct block block_of(struct str section, struct str text)
{
	struct block b = {.section = section, .text = text};
	struct str first;

	holds(str_cut(&b.text, '\n', &first) && str_starts(first, STR("# ")));
	b.file = (struct str){first.p + 2, first.n - 2};
	b.within = str_starts(b.file, STR("in "));
	if (b.within)
		b.file = (struct str){b.file.p + 3, b.file.n - 3};
	b.file = arena_str(&arena, b.file);
	b.text = arena_str(&arena, b.text);
	return b;
}

static struct blocks blocks_of_page(void)
{
	struct str page, line, section = {0};
	struct blocks blocks = {0};
	struct err e = {0};
	const char *from = NULL;

	if (!io_read(&arena, "docs/PACK.md", 1 << 20, &page, &e))
		ck_abort_msg("%s", e.text);
	while (str_cut(&page, '\n', &line)) {
		if (str_starts(line, STR("## ")))
			section = (struct str){line.p + 3, line.n - 3};
		if (str_is(line, "```yaml"))
			from = line.p + line.n + 1;
		if (!str_is(line, "```"))
			continue;
		holds(from != NULL);
		*arena_push(&arena, &blocks) =
		    block_of(section, (struct str){from, (size_t)(line.p - from)});
		from = NULL;
	}
	return blocks;
}

/* The lines of a top-level key of the file, up to the next one. */
static bool find_key(const char *text, struct str key, size_t *from, size_t *to)
{
	const char *at = text, *end;

	for (; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
		if (strncmp(at, key.p, key.n) == 0 && at[key.n] == ':')
			break;
	if (!at)
		return false;
	end = strchr(at, '\n');
	while (end && (end[1] == ' ' || end[1] == '#'))
		end = strchr(end + 1, '\n');
	*from = (size_t)(at - text);
	*to = end ? (size_t)(end + 1 - text) : strlen(text);
	return true;
}

static struct source_file *file_named(struct source *s, struct str name)
{
	for (size_t i = 0; i < s->files.n; i++)
		if (str_eq(s->files.v[i].name, name))
			return &s->files.v[i];
	ck_abort_msg("no file %.*s to put keys in", STR_ARG(name));
}

/* Each top-level key of the block goes in place of the file's own, or at its end. */
static void put_keys(struct source *s, const struct block *b)
{
	struct source_file *f = file_named(s, b->file);
	struct str rest = b->text, line;

	while (str_cut(&rest, '\n', &line)) {
		struct buf out = buf_in(&arena);
		struct str key = line;
		size_t from, to, mine, end;
		if (line.n == 0 || line.p[0] == ' ' || line.p[0] == '#')
			continue;
		key.n = strcspn(line.p, ":");
		holds(find_key(b->text.p, key, &mine, &end));
		if (!find_key(f->text.p, key, &from, &to))
			from = to = f->text.n;
		buf_put(&out, (struct str){f->text.p, from});
		buf_put(&out, (struct str){b->text.p + mine, end - mine});
		buf_puts(&out, f->text.p + to);
		f->text = buf_str(&out);
	}
}

static void put_block(struct source *s, const struct block *b)
{
	if (b->within)
		put_keys(s, b);
	else
		add_file(s, b->file.p, b->text);
}

static struct source base_of(const struct blocks *blocks)
{
	struct source s = {0};

	for (size_t i = 0; i < blocks->n; i++)
		if (str_is(blocks->v[i].section, base_title))
			put_block(&s, &blocks->v[i]);
	return s;
}

START_TEST(every_section_of_the_page_makes_a_pack_without_fault)
{
	struct blocks blocks = blocks_of_page();
	size_t sections = 0;

	for (size_t i = 0; i < blocks.n; i++) {
		struct str section = blocks.v[i].section;
		struct source s = base_of(&blocks);
		if (i > 0 && str_eq(section, blocks.v[i - 1].section))
			continue;
		sections++;
		for (size_t k = i; k < blocks.n && str_eq(blocks.v[k].section, section); k++)
			put_block(&s, &blocks.v[k]);
		if (*faults_of(&s))
			ck_abort_msg("%.*s:\n%s", STR_ARG(section), faults_of(&s));
	}
	ck_assert_uint_ge(sections, 12);
}
END_TEST

/* A part of an example that puts nothing new into the pack would show nothing. */
START_TEST(every_example_changes_the_pack)
{
	struct blocks blocks = blocks_of_page();
	struct source base = base_of(&blocks);

	for (size_t i = 0; i < blocks.n; i++) {
		struct source s = base_of(&blocks);
		if (str_is(blocks.v[i].section, base_title))
			continue;
		put_block(&s, &blocks.v[i]);
		holds(!str_eq(source_id(&arena, &s), source_id(&arena, &base)));
	}
}
END_TEST

static bool is_shown(const struct blocks *blocks, const char *key)
{
	struct str word = arena_printf(&arena, "%s:", key);

	for (size_t i = 0; i < blocks->n; i++)
		for (const char *at = blocks->v[i].text.p; (at = strstr(at, word.p)); at++)
			if (at == blocks->v[i].text.p || strchr(" {\n", at[-1]))
				return true;
	return false;
}

START_TEST(every_key_of_the_engine_is_in_an_example)
{
	const struct key_table *const tables[] = {&transition_table, &opens_table,
	    &sample_table, &state_table, &seats_table, &clock_table, &opening_table,
	    &lead_table, &role_table, &competence_table, &link_table, &alerts_table,
	    &safeguarding_table};
	struct blocks blocks = blocks_of_page();

	for (size_t i = 0; i < COUNT(tables); i++)
		for (size_t k = 0; k < tables[i]->n; k++)
			if (!is_shown(&blocks, tables[i]->keys[k].name))
				ck_abort_msg("no example has %s: %s", tables[i]->what,
				    tables[i]->keys[k].name);
}
END_TEST

Suite *suite_conf_examples(void);
Suite *suite_conf_examples(void)
{
	const TTest *const tests[] = {
	    every_section_of_the_page_makes_a_pack_without_fault,
	    every_example_changes_the_pack,
	    every_key_of_the_engine_is_in_an_example,
	};

	return suite_of("conf/examples", tests, COUNT(tests));
}
