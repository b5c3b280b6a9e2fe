/* SPDX-License-Identifier: MIT */
/* Bulk work: an import against sqlite3's of the same file, verification against hashing the
 * same events and nothing else. */
#include <check.h>
#include <math.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "lookback/base/hash.h"

enum { SMALL = 3778 };

/* ---- import ---- */

/* A database with nothing in it whose owner may import. */
static const char *empty_db(struct bench *b)
{
	const char *db = arena_printf(&b->arena, "%s/import-%lld.db", b->dir, proc_ns()).p;

	RUN(b, db, "init", "--pack", "clares-law");
	return db;
}

/* Seconds; *peak: memory of the service, MiB. */
static double import(struct bench *b, const char *csv, double *peak)
{
	const char *db = empty_db(b);
	pid_t service = review_serve(db);
	long long since = proc_ns();
	double took;

	RUN(b, db, "import", csv, "--source", "bench", "--map", "extract");
	took = seconds_since(since);
	*peak = (double)proc_peak(service) / 1024;
	proc_stop_service(db);
	proc_end(service);
	unlink(db);
	return took;
}

static const char *extract_of(struct bench *b, long long applications)
{
	return arena_printf(&b->arena, "%s/extract-1.csv", review_dir(b, applications)).p;
}

static double import_plain(struct bench *b, const char *csv)
{
	const char *db = arena_printf(&b->arena, "%s/plain-%lld.db", b->dir, proc_ns()).p;
	const char *command = arena_printf(&b->arena, ".import --csv %s extract", csv).p;
	long long since = proc_ns();
	struct said s =
	    proc_run(&b->arena, (const char *const[]){"/usr/bin/sqlite3", db, command, NULL});
	double took = seconds_since(since);

	ck_assert_msg(s.status == 0, "sqlite3: %d: %s", s.status, s.err.p);
	unlink(db);
	return took;
}

static void imports(struct bench *b)
{
	const char *csv = extract_of(b, b->n), *few = extract_of(b, SMALL);
	double rows = (double)b->n * 3582 / 3778, peak;
	struct samples ours = {0}, plain = {0}, ratio = {0}, much = {0}, little = {0};

	for (int i = 0; i < b->rounds; i++) {
		double x = import(b, csv, &peak), y = import_plain(b, csv);
		sample(b, &ours, rows / x);
		sample(b, &plain, rows / y);
		sample(b, &ratio, x / y);
		sample(b, &much, peak);
		import(b, few, &peak);
		sample(b, &little, peak);
	}
	tell_head("Import of the first extract", "lookback", "sqlite3 .import");
	tell("rows a second", median(&ours), "/s", median(&plain), median(&ratio));
	tell_head("Import: most memory of the service", arena_printf(&b->arena, "%lld", b->n).p,
	    "3778");
	tell(
	    "resident", median(&much), "MiB", median(&little), median(&much) / median(&little));
}

/* ---- verify ---- */

struct event_texts {
	struct str seq, at, actor, session, type, record, body, salt;
};

static struct str column(sqlite3_stmt *st, int i)
{
	const char *p = sqlite3_column_blob(st, i);
	return (struct str){p, (size_t)sqlite3_column_bytes(st, i)};
}

static void add_hex(struct hasher *h, const uint8_t *p, size_t n)
{
	char text[HASH_HEX + 1];

	hex_of(p, n, text);
	text[2 * n] = '\n';
	hasher_add(h, (struct str){text, 2 * n + 1});
}

/* Content, leaf and head of one event, as docs/AUDIT.md says. */
static void hash_event(struct hasher *h, const struct event_texts *t, struct hash *head)
{
	const struct str lines[] = {t->seq, t->at, t->actor, t->session, t->type, t->record};
	struct hash content, leaf;

	hasher_start(h);
	hasher_add(h, STR("lookback-body-1\n"));
	add_hex(h, (const uint8_t *)t->salt.p, t->salt.n);
	hasher_add(h, t->body);
	content = hasher_end(h);
	hasher_start(h);
	hasher_add(h, STR("lookback-event-1\n"));
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		hasher_add(h, lines[i]);
		hasher_add(h, STR("\n"));
	}
	add_hex(h, content.b, HASH_LEN);
	leaf = hasher_end(h);
	hasher_start(h);
	hasher_add(h, STR("lookback-head-1\n"));
	add_hex(h, head->b, HASH_LEN);
	add_hex(h, leaf.b, HASH_LEN);
	*head = hasher_end(h);
}

/* Seconds in hashing alone; what is read between does not count. The head that comes out must
 * be the one that stands in the database, or other bytes were hashed. */
static double hash_all(const char *db, double *events)
{
	struct hasher *h = hasher_open();
	struct hash head = {0}, stored = {0};
	long long in = 0;
	sqlite3 *s;
	sqlite3_stmt *st;

	ck_assert_int_eq(sqlite3_open_v2(db, &s, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	ck_assert_int_eq(
	    sqlite3_prepare_v2(s,
		"SELECT CAST(seq AS TEXT), at, actor, session, type, record, body, salt, head "
		"FROM event ORDER BY seq",
		-1, &st, NULL),
	    SQLITE_OK);
	for (*events = 0; sqlite3_step(st) == SQLITE_ROW; ++*events) {
		const struct event_texts t = {column(st, 0), column(st, 1), column(st, 2),
		    column(st, 3), column(st, 4), column(st, 5), column(st, 6), column(st, 7)};
		long long since = proc_ns();
		hash_event(h, &t, &head);
		in += proc_ns() - since;
		memcpy(stored.b, column(st, 8).p, HASH_LEN);
	}
	ck_assert(hash_eq(head, stored));
	sqlite3_finalize(st);
	sqlite3_close(s);
	hasher_close(h);
	return (double)in / 1e9;
}

static void verifies(struct bench *b)
{
	const char *dir = review_dir(b, b->n), *db = review_db(b, dir);
	struct samples ours = {0}, hashing = {0}, ratio = {0};
	double events;

	for (int i = 0; i < b->rounds; i++) {
		pid_t service = review_serve(db);
		long long since = proc_ns();
		double x, y;
		RUN(b, db, "verify");
		x = seconds_since(since);
		proc_stop_service(db);
		proc_end(service);
		y = hash_all(db, &events);
		sample(b, &ours, events / x);
		sample(b, &hashing, events / y);
		sample(b, &ratio, x / y);
	}
	tell_head("Verify: chain, replay, comparison", "lookback", "hashing alone");
	tell("events a second", median(&ours), "/s", median(&hashing), median(&ratio));
}

void bench_bulk(struct bench *b)
{
	imports(b);
	verifies(b);
}
