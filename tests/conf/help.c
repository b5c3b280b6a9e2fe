/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <string.h>

struct arena arena;

Suite *suite_of(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *tc = tcase_create(name);

	for (size_t i = 0; i < n; i++)
		tcase_add_test(tc, tests[i]);
	suite_add_tcase(s, tc);
	return s;
}

static const char *const small[][2] = {
    {"calendar.yaml", "holidays: [2020-01-01, 2020-12-25]\n"},
    {"forms/check.yaml", "form: check\n"
			 "type: case\n"
			 "questions:\n"
			 "  - {ask: accord, type: yes_no}\n"},
    {"import/list.yaml", "map: list\n"
			 "type: case\n"
			 "columns:\n"
			 "  - {csv: No, field: number}\n"
			 "  - {csv: Name, field: name}\n"
			 "  - {csv: Kind, field: kind, codes: {X: a, Y: b}}\n"},
    {"records/case.yaml",
	"record: case\n"
	"ref: C-{number}\n"
	"title: \"{name}\"\n"
	"initial: open\n"
	"received: received\n"
	"fields:\n"
	"  number: {type: line, required: true}\n"
	"  name: {type: line, required: true, search: true}\n"
	"  received: {type: date}\n"
	"  kind: {type: choice, of: [a, b]}\n"
	"  size: {type: integer, min: 0, max: 9}\n"
	"  worker: {type: staff, bars: true}\n"
	"forms:\n"
	"  look:\n"
	"    questions:\n"
	"      - {ask: seen, type: yes_no, reason_if: \"no\"}\n"
	"      - {ask: what, type: line, show_if: \"seen:yes\"}\n"
	"states:\n"
	"  open: {queue: reader, due: {by_band: {low: {days: 3}, high: {hours: 24}}}}\n"
	"  read: {queue: chief, due: {working_days: 2}}\n"
	"  done: {final: true}\n"
	"transitions:\n"
	"  - {id: finish, key: f, from: open, to: read, by: reader, form: look, band: high}\n"
	"  - {id: agree, key: A, from: read, to: done, by: chief, distinct: finish}\n"
	"rank:\n"
	"  - {when: \"kind:a\", points: 5, because: an a}\n"
	"columns:\n"
	"  - {name: ref, width: 8}\n"},
    {"review.yaml", "name: small\n"
		    "title: A small review\n"
		    "marking: OFFICIAL\n"
		    "scope: {from: 2020-01-01, to: 2020-12-31}\n"
		    "roles:\n"
		    "  - {id: reader, rights: [read, take]}\n"
		    "  - {id: chief, rights: [read, take, note]}\n"
		    "bands:\n"
		    "  - {id: low, mark: \"-\", colour: calm}\n"
		    "  - {id: high, mark: \"!\", colour: danger}\n"
		    "regimes:\n"
		    "  - {id: old, label: Old rules, from: 2014-01-01, total_days: 35}\n"},
    {"views.yaml", "- {name: waiting, expr: \"state:open\"}\n"},
};

struct source small_pack(void)
{
	struct source s = {0};

	for (size_t i = 0; i < COUNT(small); i++)
		*arena_push(&arena, &s.files) =
		    (struct source_file){str_of(small[i][0]), str_of(small[i][1])};
	return s;
}

struct source real_pack(void)
{
	struct source s;
	struct err e = {0};

	if (!source_read(&arena, "config/clares-law", &s, &e))
		ck_abort_msg("%s", e.text);
	return s;
}

static struct source_file *file_of(struct source *s, const char *name)
{
	for (size_t i = 0; i < s->files.n; i++)
		if (str_is(s->files.v[i].name, name))
			return &s->files.v[i];
	return NULL;
}

void spoil(struct source *s, const char *file, const char *from, const char *to)
{
	struct source_file *f = file_of(s, file);
	struct buf b = buf_in(&arena);
	const char *at;

	if (!f)
		ck_abort_msg("no file %s", file);
	at = *from ? strstr(f->text.p, from) : f->text.p + f->text.n;
	if (!at)
		ck_abort_msg("no '%s' in %s", from, file);
	buf_put(&b, (struct str){f->text.p, (size_t)(at - f->text.p)});
	buf_puts(&b, to);
	buf_puts(&b, at + strlen(from));
	f->text = buf_str(&b);
}

void add_file(struct source *s, const char *name, struct str text)
{
	struct source_file *f = file_of(s, name);

	if (!f)
		f = arena_push(&arena, &s->files);
	*f = (struct source_file){str_of(name), text};
}

void drop_file(struct source *s, const char *name)
{
	struct source_file *f = file_of(s, name);

	if (!f)
		ck_abort_msg("no file %s", name);
	*f = s->files.v[--s->files.n];
}

const char *faults_of(const struct source *s)
{
	struct faults faults = {0};
	struct buf b = buf_in(&arena);
	const struct pack *p = NULL;
	bool ok = pack_load(&arena, s, &p, &faults);

	holds(ok == (faults.n == 0));
	holds(ok == (p != NULL));
	faults_print(&b, &faults);
	return faults.n ? buf_str(&b).p : "";
}

const struct pack *loaded(const struct source *s)
{
	struct faults faults = {0};
	const struct pack *p = NULL;

	if (!pack_load(&arena, s, &p, &faults))
		ck_abort_msg("%s", faults_of(s));
	return p;
}

void each_is_told(struct source (*make)(void), const struct faulty *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct source s = make();
		const char *told;

		spoil(&s, rows[i].file, rows[i].from, rows[i].to);
		told = faults_of(&s);
		if (!str_is(str_of(told), rows[i].told))
			ck_abort_msg("%s:\n%s", rows[i].claim, told);
	}
}
