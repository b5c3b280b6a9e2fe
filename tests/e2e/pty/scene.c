/* SPDX-License-Identifier: MIT */
/* Where a scenario plays; see scene.h. */
#include "e2e/pty/scene.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Made before the tests of a case are forked, removed behind them. */
static char original[96];

static void make_original(void)
{
	struct arena a = {0};
	char db[128];
	struct said s;

	proc_folder(original, sizeof original);
	s = proc_run(&a, (const char *const[]){proc_bin(), "demo", original, "--applications",
			     "60", "--seed", "7", NULL});
	ck_assert_msg(s.status == 0, "demo: %d: %s", s.status, s.err.p);
	snprintf(db, sizeof db, "%s/review.db", original);
	proc_stop_service(db);
	arena_clear(&a);
}

static void remove_original(void)
{
	proc_remove(original);
}

TCase *scene_case(Suite *s, const char *name)
{
	TCase *t = tcase_create(name);
	tcase_add_unchecked_fixture(t, make_original, remove_original);
	suite_add_tcase(s, t);
	return t;
}

/* Below the original, so that it goes with it whatever becomes of the test. */
struct scene scene_open(void)
{
	struct scene s = {0};

	snprintf(s.dir, sizeof s.dir, "%s/t-XXXXXX", original);
	ck_assert_ptr_nonnull(mkdtemp(s.dir));
	proc_copy(original, s.dir);
	snprintf(s.db, sizeof s.db, "%s/review.db", s.dir);
	return s;
}

struct said scene_said(struct scene *s, const char *as, const char *const *args)
{
	const char *argv[64] = {proc_bin(), "--db", s->db, "--as", as};
	size_t n = 5;

	for (size_t i = 0; args[i]; i++) {
		ck_assert_uint_lt(n, 63);
		argv[n++] = args[i];
	}
	return proc_run(&s->arena, argv);
}

struct str scene_told(struct scene *s, const char *as, const char *const *args)
{
	struct said r = scene_said(s, as, args);

	ck_assert_msg(r.status == 0, "lookback %s: %d: %s", args[0], r.status, r.err.p);
	while (r.out.n && r.out.p[r.out.n - 1] == '\n')
		r.out.n--;
	return arena_str(&s->arena, r.out);
}

/* One object a line. */
static struct events objects(struct scene *s, struct str lines)
{
	struct events out = {0};
	struct str line;
	struct err e = {0};
	struct json *j;

	while (str_cut(&lines, '\n', &line)) {
		ck_assert_msg(
		    json_parse(&s->arena, line, &j, &e), "%s: %.*s", e.text, STR_ARG(line));
		*arena_push(&s->arena, &out) = j;
	}
	return out;
}

struct events scene_log(struct scene *s, const char *ref)
{
	return objects(s, TOLD(s, "v1", "log", "--json", "--record", ref));
}

const char *scene_file(struct scene *s, const char *name, struct str text)
{
	const char *path = arena_printf(&s->arena, "%s/%s", s->dir, name).p;
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	ck_assert_int_ge(fd, 0);
	ck_assert_int_eq(write(fd, text.p, text.n), (ssize_t)text.n);
	close(fd);
	return path;
}

struct pty *scene_desk(struct scene *s, const char *as, const struct pty_how *how)
{
	struct pty_how h = how ? *how : (struct pty_how){0};
	const char *argv[] = {proc_bin(), "--db", s->db, "--as", as, NULL};

	h.argv = argv;
	return pty_start(&h);
}

void scene_settle(struct pty *p)
{
	pty_type(p, "Z");
	pty_expect(p, "Z does nothing here");
}

struct str scene_screen(struct scene *s, struct pty *p)
{
	return arena_cstr(&s->arena, pty_screen(p));
}

static bool is_screen(struct pty *p, const void *with)
{
	const struct str *screen = with;

	return str_is(*screen, pty_screen(p));
}

void scene_expect(struct pty *p, struct str screen)
{
	pty_until(p, is_screen, &screen, screen.p);
}

const char *scene_ref(struct scene *s, struct pty *p)
{
	const char *at = strstr(pty_screen(p), "DVDS-");
	size_t n = 0;

	ck_assert_msg(at, "no reference on the screen:\n%s", pty_screen(p));
	while (at[n] && !strchr(" \n,:;", at[n]))
		n++;
	return arena_str(&s->arena, (struct str){at, n}).p;
}

const struct triage scene_triage[TRIAGE] = {
    {"route_seen", "1", "right_to_ask", "Right to Ask when somebody"},
    {"outcome_seen", "y", "yes", "A result must be written"},
    {"disclosed_seen", "n", "no", "Yes also when only part"},
    {"identified", "y", "yes", "One name and one date"},
    {"checks_seen", "1", "all", "Count a check only when"},
    {"adverse_now", "n", "no", "Adverse means violence"},
    {"serious", "n", "no", "Violence, strangulation"},
    {"contact_now", "4", "apart", "The months around"},
    {"dependants", "1", "neither", "Children in either home"},
    {"later_incident", "n", "no", "Look past the closing"},
    {"other_partner", "n", "no", "Also when A is safe"},
    {"urgent", "n", "no", "If yes, act first"},
};

void scene_answer(struct pty *p, int from, int to)
{
	char count[32];

	for (int i = from; i < to; i++) {
		pty_expect(p, scene_triage[i].help);
		pty_type(p, scene_triage[i].key);
	}
	if (to < TRIAGE)
		pty_expect(p, scene_triage[to].help);
	snprintf(count, sizeof count, "%d of %d", to, TRIAGE);
	pty_expect(p, count);
}

const char *scene_form(struct scene *s, struct pty *p)
{
	const char *ref;

	pty_type(p, "n");
	pty_expect(p, "1 Case");
	ref = scene_ref(s, p);
	pty_type(p, "a");
	pty_expect(p, scene_triage[0].help);
	return ref;
}

static struct str saved(const struct json *answers, const char *question)
{
	for (size_t i = 0; answers && i < answers->n; i++)
		if (str_is(json_get_text(answers->v[i], "question"), question))
			return json_get_text(answers->v[i], "value");
	return (struct str){0};
}

void scene_answers_are(struct scene *s, const char *ref, int n)
{
	struct err e = {0};
	struct json *j;

	ck_assert(json_parse(&s->arena, TOLD(s, "s1", "show", ref, "--json"), &j, &e));
	for (int i = 0; i < TRIAGE; i++) {
		struct str v = saved(json_get(j, "answers"), scene_triage[i].question);
		ck_assert_msg(str_is(v, i < n ? scene_triage[i].answer : ""),
		    "of %d answers, %s is '%.*s'", n, scene_triage[i].question, STR_ARG(v));
	}
}

/* Members that hold an instant differ between two runs; nothing else may. */
static bool is_instant(struct str text)
{
	return text.n == 24 && text.p[10] == 'T' && text.p[23] == 'Z';
}

static void same_body(const char *type, const struct json *x, const struct json *y)
{
	ck_assert_msg(x && y && x->kind == y->kind && x->n == y->n, "%s: bodies differ", type);
	if (x->kind != J_OBJ) {
		ck_assert_msg(json_same(x, y), "%s: bodies differ", type);
		return;
	}
	for (size_t i = 0; i < x->n; i++) {
		const struct json *other = json_get_str(y, x->keys[i]);
		bool instants = other && is_instant(other->s) && is_instant(x->v[i]->s);
		ck_assert_msg(other && (instants || json_same(x->v[i], other)),
		    "%s: '%.*s' differs", type, STR_ARG(x->keys[i]));
	}
}

/* Events of a case but for its views, which are logged as they happen: a screen that shows the
 * case again beside the next steps logs one more. */
static struct events acts_on(struct scene *s, const char *ref)
{
	struct events all = scene_log(s, ref), out = {0};

	for (size_t i = 0; i < all.n; i++)
		if (!str_is(json_get_text(all.v[i], "type"), "record.viewed"))
			*arena_push(&s->arena, &out) = all.v[i];
	return out;
}

void scene_same_acts(struct scene *x, struct scene *y, const char *ref)
{
	struct events one = acts_on(x, ref), two = acts_on(y, ref);

	for (size_t i = 0; i < one.n || i < two.n; i++) {
		const char *p = i < one.n ? json_get_text(one.v[i], "type").p : "nothing";
		const char *q = i < two.n ? json_get_text(two.v[i], "type").p : "nothing";
		ck_assert_msg(strcmp(p, q) == 0, "event %zu: %s here, %s there", i, p, q);
		ck_assert_str_eq(
		    json_get_text(one.v[i], "actor").p, json_get_text(two.v[i], "actor").p);
		same_body(p, json_get(one.v[i], "body"), json_get(two.v[i], "body"));
	}
	ck_assert_uint_gt(one.n, TRIAGE);
}

size_t scene_last(const char *bytes, size_t n, const char *text)
{
	size_t len = strlen(text);

	for (size_t i = n >= len ? n - len + 1 : 0; i > 0; i--)
		if (memcmp(bytes + i - 1, text, len) == 0)
			return i - 1;
	return n;
}

const char *scene_set_aside(struct scene *s)
{
	const char *args[TRIAGE + 4] = {"decide", "", "propose_closing"};
	struct err e = {0};
	struct json *j;
	const char *ref;

	ck_assert(json_parse(&s->arena, TOLD(s, "r01", "next", "--json"), &j, &e));
	ref = arena_str(&s->arena, json_get_text(j, "ref")).p;
	args[1] = ref;
	for (int i = 0; i < TRIAGE; i++)
		args[i + 3] = arena_printf(
		    &s->arena, "%s=%s", scene_triage[i].question, scene_triage[i].answer)
				  .p;
	scene_told(s, "r01", args);
	TOLD(s, "s1", "claim", ref);
	TOLD(s, "s1", "decide", ref, "confirm_closing");
	return ref;
}
