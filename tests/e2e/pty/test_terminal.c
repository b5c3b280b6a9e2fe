/* SPDX-License-Identifier: MIT */
/* The terminal is taken politely and given back whatever happens. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "e2e/pty/scene.h"

/* A case on the screen, and its title: the name of a person. */
static const char *open_case(struct scene *s, struct pty *p)
{
	struct err e = {0};
	struct json *j;
	const char *ref;

	pty_expect(p, "TRAINING");
	pty_type(p, "n");
	pty_expect(p, "DVDS-");
	pty_expect(p, "1 Case");
	ref = scene_ref(s, p);
	ck_assert(json_parse(&s->arena, TOLD(s, "s1", "show", ref, "--json"), &j, &e));
	ck_assert_uint_gt(json_get_text(j, "title").n, 3);
	return json_get_text(j, "title").p;
}

/* Nothing of a case: not on the screen that is left, and not in what was sent after the last
 * picture was gone. */
static void nothing_left(struct pty *p, const char *title)
{
	size_t n, gone;
	const char *raw = pty_raw(p, &n);

	ck_assert(pty_tty_restored(p));
	ck_assert(!pty_on_alternate(p));
	ck_assert(pty_cursor_shown(p));
	ck_assert_msg(
	    !pty_shows(p, title), "the screen still shows a case:\n%s", pty_screen(p));
	gone = scene_last(raw, n, "\033[?1049l");
	ck_assert_msg(gone != n, "the alternate screen was never left");
	ck_assert_msg(scene_last(raw + gone, n - gone, title) == n - gone,
	    "a name was sent after the alternate screen was left");
}

static const struct {
	const char *keys;
	int signal, status;
} ways_out[] = {
    {"Q", 0, 0},
    {":quit\r", 0, 0},
    {"\003\003", 0, 0},
    {NULL, SIGTERM, 128 + SIGTERM},
    {NULL, SIGHUP, 128 + SIGHUP},
    {NULL, SIGINT, 128 + SIGINT},
};
enum { WAYS_OUT = sizeof(ways_out) / sizeof(ways_out[0]) };

START_TEST(every_way_out_gives_the_terminal_back_without_a_trace)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", NULL);
	const char *title = open_case(&s, p);
	int status;

	ck_assert(pty_on_alternate(p));
	if (ways_out[_i].keys)
		pty_type(p, ways_out[_i].keys);
	else
		pty_signal(p, ways_out[_i].signal);
	status = pty_wait_exit(p);
	ck_assert_msg(WIFEXITED(status), "it died of signal %d", WTERMSIG(status));
	ck_assert_int_eq(WEXITSTATUS(status), ways_out[_i].status);
	nothing_left(p, title);
	pty_end(p);
}
END_TEST

static const char *const terms[] = {
    "xterm-256color", "xterm", "vt100", "linux", "screen", "ansi", "rxvt"};
enum { TERMS = sizeof(terms) / sizeof(terms[0]) };

START_TEST(the_first_screen_can_be_read_on_old_and_new_terminals)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", &(struct pty_how){.term = terms[_i]});
	const char *title;

	pty_expect(p, "OFFICIAL-SENSITIVE");
	pty_expect(p, "TRAINING");
	pty_expect(p, "What waits for me");
	pty_expect(p, "? help");
	title = open_case(&s, p);
	pty_expect(p, title);
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert(pty_tty_restored(p));
	ck_assert(pty_cursor_shown(p));
	ck_assert_msg(
	    !pty_shows(p, title), "%s: a case is left:\n%s", terms[_i], pty_screen(p));
	pty_end(p);
}
END_TEST

START_TEST(a_dumb_terminal_is_refused_in_one_sentence_that_names_it)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", &(struct pty_how){.term = "dumb"});
	int status = pty_wait_exit(p);
	const char *raw;
	size_t n;

	ck_assert_msg(WIFEXITED(status) && WEXITSTATUS(status) == 2, "status %x:\n%s", status,
	    pty_screen(p));
	ck_assert_msg(pty_shows(p, "'dumb'"), "it is not named:\n%s", pty_screen(p));
	raw = pty_raw(p, &n);
	ck_assert(scene_last(raw, n, "\033") == n);
	ck_assert_uint_lt(n, 400);
	ck_assert(pty_tty_restored(p));
	pty_end(p);
}
END_TEST

/* A terminal with a screen for programs and one without; every way to go that is not asked
 * for. Nor has it ever touched the title of the window, where a name would stay. */
static const struct {
	const char *term;
	int signal;
} falls[] = {{NULL, SIGSEGV}, {"vt100", SIGSEGV}, {NULL, SIGABRT}, {"vt100", SIGTERM},
    {"vt100", SIGHUP}, {"vt100", SIGKILL}};
enum { FALLS = sizeof(falls) / sizeof(falls[0]) };

START_TEST(however_it_ends_no_name_is_kept_for_scrolling_back_or_in_the_title)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", &(struct pty_how){.term = falls[_i].term});
	const char *title = open_case(&s, p), *raw;
	size_t n;

	for (int i = 0; i < 4; i++) /* the case, the list and help, scrolled */
		pty_type(p, "\006jjj\002l\006\006jj?\006jjjqq\014");
	scene_settle(p);
	kill(proc_child(pty_pid(p)), falls[_i].signal);
	pty_wait_exit(p);
	ck_assert_msg(!pty_shows(p, title) && !pty_shows(p, "DVDS-"), "%s", pty_screen(p));
	ck_assert(!pty_kept(p, title));
	ck_assert(!pty_kept(p, "DVDS-"));
	ck_assert(pty_tty_restored(p));
	ck_assert(!pty_on_alternate(p));
	raw = pty_raw(p, &n);
	ck_assert(scene_last(raw, n, "\033]") == n);
	pty_end(p);
}
END_TEST

/* What nobody knows is taken for the least there is; the name itself, which comes from
 * outside, is not sent anywhere. */
static const char *const strange[] = {"no-such-terminal", "", "x\033[31mred", "../../etc"};
enum { STRANGE = sizeof(strange) / sizeof(strange[0]) };

START_TEST(an_unknown_terminal_is_served_as_the_least_there_is)
{
	struct scene s = scene_open();
	struct pty *p = scene_desk(&s, "r01", &(struct pty_how){.term = strange[_i]});
	const char *raw;
	size_t n;

	pty_expect(p, "OFFICIAL-SENSITIVE");
	pty_expect(p, "What waits for me");
	pty_expect(p, "? help");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert(pty_tty_restored(p));
	raw = pty_raw(p, &n);
	ck_assert(scene_last(raw, n, "\033[31mred") == n);
	pty_end(p);
}
END_TEST

START_TEST(without_a_terminal_the_workstation_is_refused_in_a_sentence)
{
	struct scene s = scene_open();
	struct said r = scene_said(&s, "r01", (const char *const[]){NULL});

	ck_assert_int_eq(r.status, 2);
	ck_assert_uint_eq(r.out.n, 0);
	ck_assert_ptr_nonnull(strstr(r.err.p, "terminal"));
}
END_TEST

/* Does a sequence of select graphic rendition choose a colour? */
static bool chooses_colour(const char *params, size_t n)
{
	char text[64];
	char *at = text;

	if (n >= sizeof text)
		return true;
	memcpy(text, params, n);
	text[n] = 0;
	for (;;) {
		long v = strtol(at, &at, 10);
		if ((v >= 30 && v <= 49) || (v >= 90 && v <= 107))
			return true;
		if (!*at++)
			return false;
	}
}

static bool has_colour(struct pty *p)
{
	size_t n;
	const char *raw = pty_raw(p, &n);

	for (size_t i = 0; i + 2 < n; i++) {
		size_t k = i + 2;
		if (raw[i] != '\033' || raw[i + 1] != '[')
			continue;
		while (k < n && strchr("0123456789;:", raw[k]))
			k++;
		if (k < n && raw[k] == 'm' && chooses_colour(raw + i + 2, k - i - 2))
			return true;
	}
	return false;
}

static const struct {
	const char *env;
	bool colour;
} colours[] = {{"NO_COLOR=1", false}, {"NO_COLOR=", true}, {"X=1", true}};
enum { COLOURS = sizeof(colours) / sizeof(colours[0]) };

START_TEST(no_color_is_heeded_when_it_is_not_empty)
{
	struct scene s = scene_open();
	const char *env[] = {colours[_i].env, NULL};
	struct pty *p = scene_desk(&s, "r01", &(struct pty_how){.env = env});

	open_case(&s, p);
	pty_type(p, "l");
	pty_expect(p, "All cases");
	pty_type(p, "Q");
	ck_assert_int_eq(pty_wait_exit(p), 0);
	ck_assert_msg(has_colour(p) == colours[_i].colour, "%s", colours[_i].env);
	pty_end(p);
}
END_TEST

Suite *suite_pty_terminal(void);
Suite *suite_pty_terminal(void)
{
	Suite *s = suite_create("pty terminal");
	TCase *t = scene_case(s, "terminal");

	tcase_add_loop_test(
	    t, every_way_out_gives_the_terminal_back_without_a_trace, 0, WAYS_OUT);
	tcase_add_loop_test(t, the_first_screen_can_be_read_on_old_and_new_terminals, 0, TERMS);
	tcase_add_loop_test(
	    t, however_it_ends_no_name_is_kept_for_scrolling_back_or_in_the_title, 0, FALLS);
	tcase_add_test(t, a_dumb_terminal_is_refused_in_one_sentence_that_names_it);
	tcase_add_loop_test(t, an_unknown_terminal_is_served_as_the_least_there_is, 0, STRANGE);
	tcase_add_test(t, without_a_terminal_the_workstation_is_refused_in_a_sentence);
	tcase_add_loop_test(t, no_color_is_heeded_when_it_is_not_empty, 0, COLOURS);
	return s;
}
