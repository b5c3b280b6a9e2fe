/* SPDX-License-Identifier: MIT */
/*
 * Finding: a name that may be misspelt against the same page for the exact word, in turns on
 * one connection, in a small review and a large one.
 */
#include <check.h>
#include <string.h>

#include "bench/bench.h"
#include "lookback/client/client.h"

enum { SMALL = 3778, ROWS = 20 };

static const struct {
	const char *says, *like, *exact;
} finds[] = {
    {"a name of many, a letter missing", "~jonson", "\"johnson\""},
    {"two names, each misspelt", "~\"jonson micheal\"", "\"michael johnson\""},
    {"a name of few, a letter wrong", "~pritcherd", "\"pritchard\""},
    {"as typed: words, texts and names like it", "jonson", "\"johnson\""},
    {"a reference, its last digits left out", "DVDS-16-01", "\"DVDS-16\""},
};
enum { FINDS = sizeof(finds) / sizeof(finds[0]) };

struct pair {
	struct samples like, exact;
};

static void ask(struct bench *b, struct client *c, const char *words, struct samples *out)
{
	struct req_search q = {.words = str_of(words), .limit = ROWS};
	struct arena a = {0};
	struct rep_page r;
	struct err e = {0};
	long long since = proc_ns();

	ck_assert_msg(ask_search(c, &a, &q, &r, &e), "%s", e.text);
	sample(b, out, seconds_since(since) * 1e6);
	arena_clear(&a);
}

static void one_review(struct bench *b, long long applications)
{
	const char *db = review_db(b, review_dir(b, applications));
	const struct client_options o = {.db = db, .front = "cli", .as = "r01"};
	pid_t service = review_serve(db);
	struct pair p[FINDS];
	struct client *c;
	struct err e = {0};

	memset(p, 0, sizeof p);
	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	for (int i = 0; i < b->rounds * b->keys; i++)
		for (int k = 0; k < FINDS; k++) {
			ask(b, c, finds[k].exact, &p[k].exact);
			ask(b, c, finds[k].like, &p[k].like);
		}
	client_close(c);
	proc_stop_service(db);
	proc_end(service);
	tell_head(arena_printf(&b->arena, "finding among %lld", applications).p, "as typed",
	    "exact word");
	for (int k = 0; k < FINDS; k++)
		tell(finds[k].says, median(&p[k].like), "us", median(&p[k].exact),
		    median(&p[k].like) / median(&p[k].exact));
}

void bench_find(struct bench *b)
{
	one_review(b, SMALL);
	one_review(b, b->n);
}
