/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

#include "support/refusals.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int64_t START = 1764000000000; /* 24 Nov 2025 16:00 UTC, a Monday */

/* ---- rounds ---- */

static struct desk desk_of(struct bench *b, const char *who)
{
	return (struct desk){.rv = b->rv,
	    .arena = &b->arena,
	    .now = b->now,
	    .user = str_of(who),
	    .session = b->session,
	    .owner = b->owner,
	    .request = b->id,

	    .fd = b->fd,
	    .progress = b->progress,
	    .progress_ctx = b};
}

static void begin(struct bench *b)
{
	struct err e = {0};

	if (review_damage(b->rv))
		return;
	ok(store_begin(b->rv->store, &e));
	ok(store_save(b->rv->store, &e));
}

/* Whoever is refused anything, in whatever play, is told how to get it allowed. */
static void must_say_way(const struct bench *b, const char *name, const struct err *why)
{
	struct str line;

	if (why->kind == ERR_REFUSED &&
	    !refusal_says_way(review_rules(b->rv), str_of(why->text), &line))
		ck_abort_msg(
		    "%s is refused and nothing is said of a way: %.*s", name, STR_ARG(line));
}

static void end(
    struct bench *b, const struct desk *d, bool done, const char *name, const struct err *why)
{
	struct store *st = b->rv->store;
	struct desk again = desk_of(b, d->user.p);
	struct err e = {0};

	b->id = NULL;
	if (!done)
		must_say_way(b, name, why);
	if (review_damage(b->rv)) {
		store_rollback(st);
		return;
	}
	if (done) {
		ok(store_keep(st, &e));
	} else {
		store_undo(st);
		ok(store_save(st, &e));
		if (why->kind == ERR_REFUSED)
			review_refused(&again, name, why);
		ok(store_keep(st, &e));
	}
	ok(store_commit(st, &e));
}

struct desk bench_begin(struct bench *b, const char *who)
{
	begin(b);
	return desk_of(b, who);
}

void bench_end(struct bench *b)
{
	struct err e = {0};

	ok(store_keep(b->rv->store, &e));
	ok(store_commit(b->rv->store, &e));
}

#define BENCH_R(name, no, reply, says)                                                         \
	bool ask_##name(struct bench *b, const char *who, const struct req_##name *q,          \
	    struct rep_##reply *r, struct err *e)                                              \
	{                                                                                      \
		struct desk d = desk_of(b, who);                                               \
		bool done;                                                                     \
		*e = (struct err){0};                                                          \
		begin(b);                                                                      \
		done = review_##name(&d, q, r, e);                                             \
		end(b, &d, done, #name, e);                                                    \
		return done;                                                                   \
	}
WIRE_REQUESTS(BENCH_R)
#undef BENCH_R

/* ---- the pack, the people ---- */

void bench_pack(struct arena *a, struct bench_how how, struct source *out)
{
	if (how.files)
		how.files(a, out);
	else
		ck_assert(source_embedded(a, "clares-law", out));
	for (size_t i = 0; how.find && i < out->files.n; i++)
		if (str_is(out->files.v[i].name, how.file ? how.file : "review.yaml"))
			out->files.v[i].text = bench_replace(
			    a, arena_str(a, out->files.v[i].text), how.find, how.replace);
}

static void add_user(
    struct bench *b, const char *name, const char *full, const char *roles, const char *staff)
{
	struct req_user_add q = {
	    .name = str_of(name), .full = str_of(full), .staff = str_of(staff)};
	struct str rest = str_of(roles), part;
	struct rep_done r;
	struct err e;

	while (str_cut(&rest, ' ', &part))
		*arena_push(&b->arena, &q.roles) = part;
	ok(ask_user_add(b, "admin", &q, &r, &e));
}

static void add_many(struct bench *b, char letter, int n, const char *role)
{
	for (int i = 1; i <= n; i++)
		add_user(b, arena_printf(&b->kept, "%c%02d", letter, i).p,
		    arena_printf(&b->kept, "%c. Number %d", letter - 'a' + 'A', i).p, role, "");
}

static void train(struct bench *b, const char *who, const char *competence)
{
	struct req_user_train q = {
	    .name = str_of(who), .competence = str_of(competence), .until = STR("2030-12-31")};
	struct rep_done r;
	struct err e;

	ok(ask_user_train(b, "admin", &q, &r, &e));
}

static void train_people(struct bench *b)
{
	static const char *const reviewers[] = {"r01", "r02", "r03", "r04", "r05", "m01"};

	for (size_t i = 0; i < sizeof reviewers / sizeof reviewers[0]; i++)
		train(b, reviewers[i], "review_method");
	train(b, "n01", "search_systems");
}

static void add_people(struct bench *b)
{
	add_user(b, "i01", "I. Intake", "intake", "");
	add_many(b, 't', 5, "triage_officer");
	add_many(b, 'r', 5, "reviewer");
	add_many(b, 's', 3, "supervisor");
	add_user(b, "m01", "M. Many", "triage_officer reviewer supervisor", "");
	add_user(b, "n01", "N. Research", "researcher", "");
	add_user(b, "a01", "A. Auditor", "auditor", "");
	add_user(b, "h07", "H. Handler", "triage_officer", "h07");
	train_people(b);
}

struct bench *bench_open(struct bench_how how)
{
	struct bench *b = calloc(1, sizeof *b);
	struct source pack = {0};
	struct new_review first = {.pack = &pack, .owner = STR("admin"), .training = true};
	struct rep_batch r;
	struct err e = {0};

	b->now = START;
	b->session = STR("00112233445566aa");
	b->fd = -1;
	snprintf(b->dir, sizeof b->dir, "/tmp/lookback-bench.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(b->dir));
	snprintf(b->path, sizeof b->path, "%s/review.db", b->dir);
	bench_pack(&b->kept, how, &pack);
	ok(review_create(b->path, &first, b->now, &e));
	ok(review_open(b->path, &b->rv, &e));
	for (size_t i = 0; i < how.nusers; i++)
		add_user(b, how.users[i].name, "", how.users[i].roles, how.users[i].staff);
	if (!how.files)
		add_people(b);
	if (how.csv)
		ok(bench_import(b, how.csv, false, &r, &e));
	else if (how.applications)
		ok(bench_import(b, bench_csv(&b->kept, 0, how.applications).p, false, &r, &e));
	return b;
}

struct bench *bench_new(int applications)
{
	return bench_open((struct bench_how){.applications = applications});
}

void bench_reopen(struct bench *b)
{
	struct err e = {0};

	review_close(b->rv);
	ok(review_open(b->path, &b->rv, &e));
}

void bench_close(struct bench *b)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal", ".ballast"};
	char path[128];

	review_close(b->rv);
	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		snprintf(path, sizeof path, "%s%s", b->path, ends[i]);
		unlink(path);
	}
	rmdir(b->dir);
	arena_clear(&b->arena);
	arena_clear(&b->kept);
	free(b);
}

/* ---- files ---- */

int bench_file(const char *text, size_t n)
{
	FILE *f = tmpfile();
	int fd;

	ck_assert_ptr_nonnull(f);
	fd = dup(fileno(f));
	fclose(f);
	ck_assert(fd >= 0 && io_all(fd, text, n));
	ck_assert(lseek(fd, 0, SEEK_SET) == 0);
	return fd;
}

bool bench_import(
    struct bench *b, const char *csv, bool dry_run, struct rep_batch *r, struct err *e)
{
	struct req_import q = {.name = STR("extract.csv"),
	    .source = STR("records system"),
	    .map = STR("extract"),
	    .dry_run = dry_run};
	bool done;

	b->fd = bench_file(csv, strlen(csv));
	done = ask_import(b, "admin", &q, r, e);
	close(b->fd);
	b->fd = -1;
	return done;
}

/* ---- the usual cases ---- */

const char *const bench_low =
    "{\"route_seen\":\"right_to_ask\",\"outcome_seen\":\"yes\",\"disclosed_seen\":\"no\","
    "\"identified\":\"yes\",\"checks_seen\":\"all\",\"adverse_now\":\"no\",\"serious\":\"no\","
    "\"contact_now\":\"apart\",\"dependants\":\"neither\",\"later_incident\":\"no\","
    "\"other_partner\":\"no\",\"urgent\":\"no\"}";

struct json *bench_json(struct bench *b, const char *text)
{
	struct json *j = NULL;
	struct err e = {0};

	ok(json_parse(&b->arena, str_of(text), &j, &e));
	return j;
}

struct rep_record bench_next(struct bench *b, const char *who)
{
	struct req_next q = {0};
	struct rep_record r;
	struct err e;

	ok(ask_next(b, who, &q, &r, &e));
	return r;
}

struct rep_record bench_show(struct bench *b, const char *who, struct str ref)
{
	struct req_show q = {.ref = ref};
	struct rep_record r;
	struct err e;

	ok(ask_show(b, who, &q, &r, &e));
	return r;
}

void bench_claim(struct bench *b, const char *who, struct str ref)
{
	struct req_claim q = {.ref = ref};
	struct rep_record r;
	struct err e;

	ok(ask_claim(b, who, &q, &r, &e));
}

struct rep_moved bench_decide(
    struct bench *b, const char *who, struct str ref, const char *step, const char *answers)
{
	struct req_decide q = {.ref = ref,
	    .step = str_of(step),
	    .reason = STR("because"),
	    .answers = answers ? bench_json(b, answers) : NULL};
	struct rep_moved r;
	struct err e;

	ok(ask_decide(b, who, &q, &r, &e));
	return r;
}

void bench_triage(struct bench *b, const char *who, struct str ref)
{
	bench_claim(b, who, ref);
	bench_decide(b, who, ref, "triage_green", bench_low);
}

int64_t bench_count(struct bench *b, const char *who, const char *expr)
{
	struct req_count q = {.expr = str_of(expr)};
	struct rep_count r;
	struct err e;

	ok(ask_count(b, who, &q, &r, &e));
	return r.count;
}

/* ---- answers that make forms complete ---- */

static struct str some_answer(const struct question *q)
{
	if (q->spec.type == VT_DATE)
		return STR("2020-01-01");
	if (q->spec.type == VT_INT)
		return STR("1");
	return q->spec.choices.n ? q->spec.choices.v[0].code : STR("words");
}

/* What a form asks, given the answers so far. */
static void answer_form(struct bench *b, const struct form *f, struct facts *facts,
    struct json *plain, struct json *o)
{
	struct arena *a = &b->arena;

	for (size_t k = 0; k < f->n; k++) {
		const struct question *q = &f->questions[k];
		struct json *v = json_obj(a);
		if (q->show_if && !expr_eval(a, q->show_if, facts))
			continue;
		json_put_str(a, plain, q->name, json_str(a, some_answer(q)));
		json_put(a, v, "value", json_str(a, some_answer(q)));
		json_put(a, v, "reason", json_cstr(a, "a reason"));
		json_put_str(a, o, q->name, v);
	}
}

struct json *bench_answers(struct bench *b, struct str state)
{
	const struct record_type *t = pack_type(review_rules(b->rv), STR("application"));
	struct json *o = json_obj(&b->arena), *plain = json_obj(&b->arena);
	struct facts facts = {
	    .due = NO_TIME, .opened = NO_TIME, .moved = NO_TIME, .wake = NO_DAY};
	const struct form **forms;
	size_t n;

	if (str_is(state, "triage"))
		return bench_json(b, bench_low);
	facts.type = t->name;
	facts.answers = plain;
	facts.fields = facts.texts = json_obj(&b->arena);
	state_forms(&b->arena, t, state, &forms, &n);
	for (size_t i = 0; i < n; i++)
		answer_form(b, forms[i], &facts, plain, o);
	return o;
}

/* ---- what came of it ---- */

int64_t bench_head(struct bench *b)
{
	struct head h;
	struct err e = {0};

	ok(store_head(b->rv->store, &h, &e));
	return h.seq;
}

void bench_verify(struct bench *b)
{
	struct verdict v = {0};
	struct err e = {0};

	ok(store_verify(b->rv->store, &b->arena, 0, NULL, NULL, NULL, &v, &e));
	ck_assert_msg(v.findings.n == 0, "%s: %s", v.findings.n ? v.findings.v[0].table.p : "",
	    v.findings.n ? v.findings.v[0].text.p : "");
	ck_assert_int_eq(v.events, bench_head(b));
}

struct event_rows bench_events(struct bench *b, const char *type, const char *record)
{
	struct event_filter f = {
	    .type = str_of(type), .record = str_of(record), .limit = 100000};
	struct event_rows rows = {0};
	struct err e = {0};

	ok(store_events(b->rv->store, &b->arena, &f, &rows, &e));
	return rows;
}

struct json *bench_body(struct bench *b, const struct event_row *ev)
{
	return bench_json(b, arena_str(&b->arena, ev->body).p);
}

bool has(struct str text, const char *part)
{
	struct arena a = {0};
	bool yes = strstr(arena_str(&a, text).p, part) != NULL;

	arena_clear(&a);
	if (!yes)
		fprintf(stderr, "\"%.*s\" does not say \"%s\"\n", STR_ARG(text), part);
	return yes;
}

bool says(const struct err *e, enum err_kind kind, const char *part)
{
	if (e->kind != kind)
		fprintf(stderr, "kind %s: %s\n", err_name(e->kind), e->text);
	return e->kind == kind && has(str_of(e->text), part);
}

Suite *bench_suite(const char *name, const TTest *const *tests, size_t n)
{
	Suite *s = suite_create(name);
	TCase *t = tcase_create("all");

	for (size_t i = 0; i < n; i++)
		tcase_add_test(t, tests[i]);
	suite_add_tcase(s, t);
	return s;
}
