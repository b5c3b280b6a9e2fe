/* SPDX-License-Identifier: MIT */
/*
 * From a key to the paint that it causes, in a pseudo-terminal with a terminal emulator at
 * the other end, which takes its share of every figure. The same keys on a small and on a
 * large review, in turns: what is to be told is how much the size matters.
 */
#include <check.h>
#include <string.h>

#include "bench/bench.h"
#include "support/pty.h"

enum { SMALL = 3778, PAGES = 20, ROW = 1024 };

enum act { READY, FIRST, NEXT, LIST, PAGE, END, HOME, FILTER, COUNT, RARE, SCAN, ACTS };
static const char *const names[ACTS] = {
    [READY] = "the service listens after its start",
    [FIRST] = "first frame, service running",
    [NEXT] = "n: served the next case",
    [LIST] = "l: list of all cases",
    [PAGE] = "page down",
    [END] = "end of the list",
    [HOME] = "back to its beginning",
    [FILTER] = "filter: first page",
    [COUNT] = "filter: how many match",
    [RARE] = "filter that nothing matches, indexed field",
    [SCAN] = "filter that nothing matches, other field",
};

struct place {
	const char *db;
	struct samples took[ACTS], peak; /* ms; MiB of the workstation */
};

/* ---- what is waited for ---- */

struct seen {
	int row;
	char text[ROW];
};

static void look(struct pty *p, int row, struct seen *out)
{
	out->row = row;
	pty_row(p, row, out->text, sizeof out->text);
}

static bool differs(struct pty *p, const void *with)
{
	const struct seen *was = with;
	struct seen now;

	look(p, was->row, &now);
	return now.text[0] && strcmp(now.text, was->text) != 0;
}

/* A row holds a text. */
static bool holds(struct pty *p, const void *with)
{
	const struct seen *want = with;
	struct seen now;

	look(p, want->row, &now);
	return strstr(now.text, want->text) != NULL;
}

static void timed(struct bench *b, struct pty *p, const char *keys,
    bool (*is)(struct pty *p, const void *with), const void *with, const char *what,
    struct samples *out)
{
	long long since = proc_ns();

	pty_type(p, keys);
	pty_until(p, is, with, what);
	sample(b, out, seconds_since(since) * 1e3);
}

/* What was painted last is there: the next key's paint is not taken for this one's. */
static void settle(struct pty *p)
{
	pty_expect_gone(p, "Z does nothing here");
	pty_type(p, "Z");
	pty_expect(p, "Z does nothing here");
}

/* ---- one sitting ---- */

enum { HEAD = 1, NONE = 4, LAST = 21, HINTS = 22 };

/* Another person each round, who holds nothing yet. */
static struct pty *first_frame(struct bench *b, struct place *at, int round)
{
	const char *user = arena_printf(&b->arena, "r%02d", 11 + round % 30).p;
	const char *const argv[] = {proc_bin(), "--db", at->db, "--as", user, NULL};
	const struct seen hints = {HINTS, "help"};
	long long since = proc_ns();
	struct pty *p = pty_start(&(struct pty_how){.argv = argv});

	pty_until(p, holds, &hints, "the first screen");
	sample(b, &at->took[FIRST], seconds_since(since) * 1e3);
	return p;
}

static void next_cases(struct bench *b, struct place *at, struct pty *p)
{
	struct seen was;

	pty_type(p, "n");
	pty_expect(p, "1 Case");
	for (int i = 0; i < b->keys; i++) {
		settle(p);
		look(p, HEAD, &was);
		timed(b, p, "n", differs, &was, "the next case", &at->took[NEXT]);
	}
}

/* A list is painted from the top: when its last row has changed, it is there. */
static void to_rows(
    struct bench *b, struct place *at, struct pty *p, const char *keys, enum act act)
{
	struct seen was;

	settle(p);
	look(p, LAST, &was);
	timed(b, p, keys, differs, &was, names[act], &at->took[act]);
}

/* A filter is typed and understood before the time begins. */
static void filter(struct bench *b, struct place *at, struct pty *p, const char *expr,
    const char *said, const struct seen *want, enum act act)
{
	settle(p);
	pty_type(p, ":list ");
	pty_type(p, expr);
	pty_expect(p, said);
	timed(b, p, "\r", holds, want, names[act], &at->took[act]);
}

static void list(struct bench *b, struct place *at, struct pty *p)
{
	const struct seen all = {LAST, "DVDS-"}, some = {HEAD, "Filter:"}, count = {0, "1/"},
			  none = {NONE, "Nothing matches"};

	settle(p);
	timed(b, p, "l", holds, &all, names[LIST], &at->took[LIST]);
	for (int i = 0; i < PAGES; i++)
		to_rows(b, at, p, "\006", PAGE);
	to_rows(b, at, p, "G", END);
	to_rows(b, at, p, "gg", HOME);
	filter(b, at, p, "route:right_to_ask", "Route is ", &some, FILTER);
	timed(b, p, "", holds, &count, names[COUNT], &at->took[COUNT]);
	filter(b, at, p, "subject_name:nobody", "Subject is ", &none, RARE);
	pty_type(p, "l");
	pty_until(p, holds, &all, "all cases");
	filter(b, at, p, "applicant_phone:nobody", "telephone is ", &none, SCAN);
}

static void sitting(struct bench *b, struct place *at, int round)
{
	long long since = proc_ns();
	pid_t service = review_serve(at->db);
	struct pty *p;

	sample(b, &at->took[READY], seconds_since(since) * 1e3);
	p = first_frame(b, at, round);
	next_cases(b, at, p);
	list(b, at, p);
	sample(b, &at->peak, (double)proc_peak(proc_child(pty_pid(p))) / 1024);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	pty_end(p);
	proc_stop_service(at->db);
	proc_end(service);
}

static void tell_act(struct place *large, struct place *small, enum act act)
{
	double x = median(&large->took[act]), y = median(&small->took[act]);

	tell(names[act], x, "ms", y, x / y);
	if (small->took[act].n < 20)
		return;
	x = quantile(&large->took[act], 0.95);
	y = quantile(&small->took[act], 0.95);
	tell("  p95", x, "ms", y, x / y);
}

void bench_screen(struct bench *b)
{
	const long long sizes[2] = {b->n, SMALL};
	struct place at[2] = {{0}};

	for (int i = 0; i < 2; i++)
		at[i].db = review_db(b, review_dir(b, sizes[i]));
	for (int i = 0; i < b->rounds * 2; i++)
		sitting(b, &at[i % 2], i / 2);
	tell_head("Key to paint", arena_printf(&b->arena, "%lld", b->n).p, "3778");
	for (int act = 0; act < ACTS; act++)
		tell_act(&at[0], &at[1], (enum act)act);
	tell("most memory of the workstation", median(&at[0].peak), "MiB", median(&at[1].peak),
	    median(&at[0].peak) / median(&at[1].peak));
}
