/* SPDX-License-Identifier: MIT */
/*
 * From a request to its acknowledgement, through a client that is already connected, against
 * what the disk takes for one page by itself. One client alone: every request is a commit.
 */
#include <check.h>
#include <fcntl.h>
#include <math.h>
#include <unistd.h>

#include "bench/bench.h"
#include "lookback/client/client.h"

enum { SMALL = 3778, PAGE = 4096 };

static const char *const triage[][2] = {{"route_seen", "right_to_ask"}, {"outcome_seen", "yes"},
    {"disclosed_seen", "no"}, {"identified", "yes"}, {"checks_seen", "all"},
    {"adverse_now", "no"}, {"serious", "no"}, {"contact_now", "apart"},
    {"dependants", "neither"}, {"later_incident", "no"}, {"other_partner", "no"},
    {"urgent", "no"}};
enum { QUESTIONS = sizeof(triage) / sizeof(triage[0]) };

struct times {
	struct samples next, answer, decide, disk;
};

/* Microseconds for one page appended and synchronised, as a log grows. */
static void disk(struct bench *b, const char *dir, struct samples *out)
{
	static const char page[PAGE] = {1};
	const char *path = arena_printf(&b->arena, "%s/page", dir).p;
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);

	for (int i = 0; i < b->keys * 4; i++) {
		long long since = proc_ns();
		ck_assert_int_eq(pwrite(fd, page, PAGE, (off_t)i * PAGE), PAGE);
		ck_assert_int_eq(fdatasync(fd), 0);
		sample(b, out, seconds_since(since) * 1e6);
	}
	close(fd);
}

static struct json *answers(struct arena *a)
{
	struct json *j = json_obj(a);

	for (int i = 1; i < QUESTIONS; i++)
		json_put(a, j, triage[i][0], json_cstr(a, triage[i][1]));
	return j;
}

/* One case: served, one answer alone, then the others with the decision. */
static void one_case(struct bench *b, struct client *c, struct times *t)
{
	struct arena a = {0};
	struct req_next next = {.expr = STR("state:triage")};
	struct req_answer answer = {.form = STR("triage"),
	    .question = str_of(triage[0][0]),
	    .value = str_of(triage[0][1])};
	struct req_decide decide = {.step = STR("triage_green"), .answers = answers(&a)};
	struct rep_record rec;
	struct rep_form form;
	struct rep_moved moved;
	struct err e = {0};
	long long since = proc_ns();

	ck_assert_msg(ask_next(c, &a, &next, &rec, &e), "%s", e.text);
	sample(b, &t->next, seconds_since(since) * 1e6);
	answer.ref = decide.ref = rec.ref;
	since = proc_ns();
	ck_assert_msg(ask_answer(c, &a, &answer, &form, &e), "%s", e.text);
	sample(b, &t->answer, seconds_since(since) * 1e6);
	since = proc_ns();
	ck_assert_msg(ask_decide(c, &a, &decide, &moved, &e), "%s", e.text);
	sample(b, &t->decide, seconds_since(since) * 1e6);
	arena_clear(&a);
}

static void one_round(struct bench *b, const char *db, struct times *t)
{
	const struct client_options o = {.db = db, .front = "cli", .as = "r01"};
	struct client *c;
	struct err e = {0};

	ck_assert_msg(client_open(&o, &c, &e), "%s", e.text);
	for (int i = 0; i < b->keys * 4; i++)
		one_case(b, c, t);
	client_close(c);
}

static void tell_both(const char *what, const char *tail, const struct samples *s,
    const struct samples *against, struct bench *b)
{
	double base = median(against);

	tell(what, median(s), "us", base, median(s) / base);
	tell(arena_printf(&b->arena, "  %s", tail).p, quantile(s, 0.95), "us",
	    quantile(against, 0.95), quantile(s, 0.95) / quantile(against, 0.95));
}

void bench_commit(struct bench *b)
{
	const char *dir = review_copy(b, review_dir(b, SMALL), "commit");
	const char *db = review_db(b, dir);
	pid_t service = review_serve(db);
	struct times t = {0};

	for (int i = 0; i < b->rounds; i++) {
		one_round(b, db, &t);
		disk(b, dir, &t.disk);
	}
	proc_stop_service(db);
	proc_end(service);
	proc_remove(dir);
	tell_head("One client, request to acknowledgement", "lookback", "fdatasync");
	tell_both("next case, claimed and its view logged: p50", "p95", &t.next, &t.disk, b);
	tell_both("one answer: p50", "p95", &t.answer, &t.disk, b);
	tell_both("decision with eleven answers: p50", "p95", &t.decide, &t.disk, b);
}
