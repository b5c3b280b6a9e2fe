/* SPDX-License-Identifier: MIT */
/*
 * Any bytes typed into a whole session: service, small review, pseudo-terminal. Nothing dies,
 * what the screen acknowledged is in the database, and at checkpoints the screen is what it
 * is when all of it is painted anew, with the cursor on the focus. KEYS says how many acts
 * (`make keys` types more of them, into a program with sanitizers), SEED where to begin; both
 * are told when it fails.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "e2e/pty/scene.h"
#include "lookback/base/hash.h"

enum { FEW = 40, SEEDS = 3, CHECK_EVERY = 20, BYTES = 40 };

#define HOME "synthetic  Start"

struct typist {
	struct scene s;
	struct pty *p;
	struct dice d;
	uint64_t seed;
	int acts, done;
	char last[256]; /* what was typed last, for whoever looks for the fault */
};

static const char *const keys[] = {"n", "a", "d", "l", "j", "k", "G", "gg", "gs", "\r", "\r",
    "\003", "q", "s", "\t", " ", "f", "o", "v", "/", ":", "\020", "?", "M", "=", "N", "T", "P",
    "R", "r", "y", "u", "1", "2", "3", "4", "9", ".", "\177", "\023", "\004", "\025", "\006",
    "\002", "\033[A", "\033[B", "\033[5~", "\033[6~", "H", "L", "\013", "\031", "\037", "\027",
    "\033[D", "\033[C", "\007", "\030", "\024", "\026", "\022", "\017", "x", "é", "5j", "]",
    "[", "e", "\014", "ga", "gr", "go", "O", "S", "\033[20~", "\033OP", "\033[Z"};
static const char *const texts[] = {"band:red", "bad:x", "+3d a reason", "no sheet", "nonsense",
    "2017-04-03", "line\nline\n", "\033[2J", "note x", "head", "log", "王小明 e\xcc\x81",
    "\xe2\x80\xae turned", "yesterday"};
static const char *const rubbish[] = {"\033[", "\033[99;99;99m", "\033]0;title\007", "\033P",
    "\xff\xfe", "\xc3", "\xe7\x8e", "\033[200~", "\033[201~", "\033[<0;1;1M", "\033[1;1R",
    "\0"};
#define ONE_OF(t, list) ((list)[dice_below(&(t)->d, sizeof(list) / sizeof((list)[0]))])

static void type_text(struct typist *t, const char *bytes)
{
	(void)snprintf(t->last, sizeof t->last, "%s", bytes);
	pty_type(t->p, bytes);
}

static void paste(struct typist *t, const char *text)
{
	pty_type(t->p, "\033[200~");
	type_text(t, text);
	pty_type(t->p, "\033[201~");
}

static void any_bytes(struct typist *t)
{
	char bytes[BYTES];
	size_t n = dice_below(&t->d, BYTES);

	for (size_t i = 0; i < n; i++)
		bytes[i] = (char)dice_below(&t->d, 256);
	for (size_t i = 0; i < n;
	     i++) /* handing a case back is not lost, but not held either */
		bytes[i] = bytes[i] == 'X' ? 'x' : bytes[i];
	pty_type_bytes(t->p, bytes, n);
}

/* Stopping is for whoever has a shell above; the workstation locks itself. */
static void shake(struct typist *t)
{
	static const int signals[] = {SIGWINCH, SIGCONT, SIGTSTP};
	static const int sizes[][2] = {{24, 80}, {16, 60}, {40, 120}, {50, 160}, {10, 30}};
	const int *size = sizes[dice_below(&t->d, 5)];

	if (dice_below(&t->d, 2))
		pty_resize(t->p, size[0], size[1]);
	else
		kill(proc_child(pty_pid(t->p)), ONE_OF(t, signals));
}

static void act(struct typist *t)
{
	switch (dice_below(&t->d, 16)) {
	case 0:
		paste(t, ONE_OF(t, texts));
		break;
	case 1:
		shake(t);
		break;
	case 2:
		type_text(t, ONE_OF(t, rubbish));
		break;
	case 3:
		any_bytes(t);
		break;
	case 4:
		type_text(t, ONE_OF(t, texts));
		break;
	default:
		type_text(t, ONE_OF(t, keys));
	}
}

/* ---- checkpoints ---- */

static void begin(struct typist *t)
{
	t->p = scene_desk(&t->s, "r01", NULL);
	pty_expect(t->p, HOME);
}

/* Leaving is one of the things that keys do: it must have gone as it should. */
static void begin_again(struct typist *t)
{
	int status = pty_wait_exit(t->p);

	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 0, "seed %d: status %x:\n%s",
	    (int)t->seed, (unsigned)status, pty_screen(t->p));
	pty_end(t->p);
	begin(t);
}

/* Whatever is open: the screen is large enough, a paste ends, it is locked, and the name
 * brings everything back. */
static void unlock(struct typist *t)
{
	pty_resize(t->p, 24, 80);
	pty_type(t->p, "\033[201~\032");
	if (pty_either(t->p, "Locked.", "decided in this sitting") == 1) {
		begin_again(t);
		return;
	}
	pty_type(t->p, "\025r01\r");
	pty_expect_gone(t->p, "Locked.");
	pty_expect(t->p, "OFFICIAL-SENSITIVE");
}

struct picture {
	struct typist *t;
	struct str text;
	int row, col;
	size_t sent;
};

/* The prompt for a danger opens everywhere, and its cursor is what is painted last. */
static bool asks(struct pty *p, const void *with)
{
	int row, col;

	(void)with;
	pty_cursor(p, &row, &col);
	return pty_shows(p, "What is the danger?") && row == 22 && col == 2;
}

/* Everything was sent again since, and it is the same. */
static bool is_same_anew(struct pty *p, const void *with)
{
	const struct picture *was = with;
	const char *raw;
	int row, col;
	size_t n;

	raw = pty_raw(p, &n);
	pty_cursor(p, &row, &col);
	return memchr(raw + was->sent, '\030', n - was->sent) && row == was->row &&
	       col == was->col && str_is(was->text, pty_screen(p));
}

static void same_anew(struct typist *t)
{
	struct picture was = {.t = t};
	const char *what;

	pty_type(t->p, "\033[20~");
	if (pty_either(t->p, "What is the danger?", "a danger to whom?") == 1)
		return; /* no case, no prompt */
	pty_type(t->p, "\025");
	pty_until(t->p, asks, NULL, "the prompt for a danger");
	was.text = scene_screen(&t->s, t->p);
	pty_cursor(t->p, &was.row, &was.col);
	(void)pty_raw(t->p, &was.sent);
	what = arena_printf(&t->s.arena, "the same painted anew, seed %d, act %d:\n%s",
	    (int)t->seed, t->done, was.text.p)
		   .p;
	pty_type(t->p, "\014");
	pty_until(t->p, is_same_anew, &was, what);
	pty_type(t->p, "\003\014");
	pty_expect_gone(t->p, "What is the danger?");
}

/* Out of all that writes, asks or chooses; two C-c in a row would leave the program. */
static void go_home(struct typist *t)
{
	pty_type(t->p, "\003\014\003\014\003\014\003\014gs");
	pty_expect(t->p, HOME);
}

static const struct {
	const char *key, *value, *label;
} routes[] = {{"1", "right_to_ask", "Right to Ask"}, {"2", "right_to_know", "Right to Know"}};

/* It stands behind its question or is marked below it, or the form has gone on to a question
 * far below. */
static bool stands_there(struct pty *p, const void *label)
{
	char row[1024];

	(void)snprintf(row, sizeof row, "%s *", (const char *)label);
	if (pty_shows(p, row) && pty_shows(p, "all saved"))
		return true;
	for (int y = 0; y < 24; y++) {
		pty_row(p, y, row, sizeof row);
		if (strstr(row, "Which route did"))
			return strstr(row, label) != NULL;
	}
	return !pty_shows(p, scene_triage[0].help) && pty_shows(p, "all saved");
}

/* Another answer than the one there is: what the screen acknowledges, another process reads
 * in the database. */
static void answer_one(struct typist *t, const char *ref)
{
	const char *const show[] = {"show", ref, "--json", NULL};
	bool asked = strstr(scene_told(&t->s, "s1", show).p, "\"value\":\"right_to_ask\"");

	pty_type(t->p, arena_printf(&t->s.arena, ":open %s\r", ref).p);
	pty_expect(t->p, "1 Case");
	pty_type(t->p, "agg");
	pty_expect(t->p, scene_triage[0].help);
	pty_type(t->p, routes[asked].key);
	pty_until(t->p, stands_there, routes[asked].label, routes[asked].label);
	pty_expect(t->p, "all saved");
	ck_assert_msg(strstr(scene_told(&t->s, "s1", show).p, routes[asked].value),
	    "seed %d: an answer is lost", (int)t->seed);
}

static void finish(struct typist *t)
{
	int status;

	if (t->seed % 2)
		pty_hangup(t->p);
	else
		pty_signal(t->p, SIGHUP);
	status = pty_wait_exit(t->p);
	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 128 + SIGHUP,
	    "seed %d: status %x", (int)t->seed, (unsigned)status);
	pty_end(t->p);
	ck_assert_int_eq(SAID(&t->s, "v1", "verify").status, 0);
}

static uint64_t number_of(const char *name, uint64_t otherwise)
{
	const char *v = getenv(name);

	return v && *v ? strtoull(v, NULL, 10) : otherwise;
}

START_TEST(any_keys_lose_nothing_and_leave_a_screen_that_holds)
{
	struct typist t = {.s = scene_open(), .seed = number_of("SEED", 0) + (uint64_t)_i};
	struct err e = {0};
	struct json *j;
	const char *ref;

	t.d = dice_seed(t.seed);
	t.acts = (int)number_of("KEYS", FEW);
	ck_assert(json_parse(&t.s.arena, TOLD(&t.s, "r01", "next", "--json"), &j, &e));
	ref = json_get_text(j, "ref").p;
	begin(&t);
	answer_one(&t, ref);
	for (t.done = 1; t.done <= t.acts; t.done++) {
		act(&t);
		if (t.done % CHECK_EVERY)
			continue;
		unlock(&t);
		same_anew(&t);
		go_home(&t);
		answer_one(&t, ref);
	}
	finish(&t);
}
END_TEST

Suite *suite_pty_keys(void);
Suite *suite_pty_keys(void)
{
	Suite *s = suite_create("pty keys");
	TCase *t = scene_case(s, "keys");

	tcase_add_loop_test(t, any_keys_lose_nothing_and_leave_a_screen_that_holds, 0, SEEDS);
	return s;
}
