/* SPDX-License-Identifier: MIT */
/*
 * docs/AUDIT.md against the program: its worked example, its table of events, its shell
 * lines, and a checker in another language that was written from it. GENERATE=1 writes the
 * generated parts anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history.h"
#include "lookback/base/io.h"
#include "store/chain.h"

Suite *suite_store_audit(void);

static const char document[] = "docs/AUDIT.md";
static const struct {
	const char *at, *actor, *session, *type, *record, *body;
} vectors[] = {
    {"2026-11-21T18:04:05.123Z", "akhan", "00112233445566aa", "review.opened", "",
	"{\"owner\":\"akhan\",\"title\":\"Past applications\",\"training\":false}"},
    {"2026-11-21T18:04:05.123Z", "akhan", "00112233445566aa", "record.viewed", "DVDS-2016-0001",
	"{\"how\":\"ref\",\"reason\":\"appeal\"}"},
    {"2026-11-21T18:05:00.000Z", "zo\xc3\xab", "8899aabbccddeeff", "note.added",
	"DVDS-2016-0001", "{\"text\":\"Rang \\\"Zo\xc3\xab\\\".\\nNo answer.\"}"},
};

static void put_hash(struct buf *b, const char *name, struct hash h)
{
	char hex[HASH_HEX + 1];

	hex_of(h.b, HASH_LEN, hex);
	buf_printf(b, "    %-8s %s\n", name, hex);
}

static void put_event(struct buf *b, struct hasher *h, size_t i, struct hash *head)
{
	const struct link link = {(int64_t)i + 1, str_of(vectors[i].at),
	    str_of(vectors[i].actor), str_of(vectors[i].session), str_of(vectors[i].type),
	    str_of(vectors[i].record)};
	const struct link *l = &link;
	struct hash content, leaf;
	uint8_t salt[SALT_LEN];
	char hex[2 * SALT_LEN + 1];

	for (size_t k = 0; k < SALT_LEN; k++)
		salt[k] = (uint8_t)(16 * i + k);
	hex_of(salt, SALT_LEN, hex);
	content = chain_content(h, salt, str_of(vectors[i].body));
	leaf = chain_leaf(h, l, &content);
	*head = chain_head(h, head, &leaf);
	buf_printf(b, "%s    seq      %d\n    at       %.*s\n    actor    %.*s\n",
	    i ? "\n" : "", (int)l->seq, STR_ARG(l->at), STR_ARG(l->actor));
	buf_printf(b, "    session  %.*s\n    type     %.*s\n    record   %.*s\n",
	    STR_ARG(l->session), STR_ARG(l->type),
	    STR_ARG(l->record.n ? l->record : STR("(empty)")));
	buf_printf(b, "    body     %s\n    salt     %s\n", vectors[i].body, hex);
	put_hash(b, "content", content);
	put_hash(b, "leaf", leaf);
	put_hash(b, "head", *head);
}

static struct str vectors_text(struct arena *a, struct hash *head)
{
	struct hasher *h = hasher_open();
	struct buf b = buf_in(a);

	*head = (struct hash){0};
	for (size_t i = 0; i < COUNT(vectors); i++)
		put_event(&b, h, i, head);
	hasher_close(h);
	return buf_str(&b);
}

static struct str events_text(struct arena *a)
{
	struct buf b = buf_in(a);

	buf_puts(&b, "| type | body | what happened |\n|---|---|---|\n");
	for (int t = 0; t < EVENT_TYPES; t++) {
		const char *body = event_body((enum event_type)t);
		buf_printf(&b, "| `%s` | %s%s%s | %s |\n", event_name((enum event_type)t),
		    *body ? "`" : "", body, *body ? "`" : "", event_says((enum event_type)t));
	}
	return buf_str(&b);
}

/* The part between <!-- name: ... --> and <!-- end -->; where it starts in *at. */
static struct str part(struct str doc, const char *name, size_t *at)
{
	char mark[64];
	const char *from, *to;

	snprintf(mark, sizeof(mark), "<!-- %s: ", name);
	from = strstr(doc.p, mark);
	from = from ? strstr(from, "-->\n") : NULL;
	to = from ? strstr(from, "<!-- end -->") : NULL;
	if (!to)
		ck_abort_msg("%s has no part %s", document, name);
	from += 4;
	*at = (size_t)(from - doc.p);
	return (struct str){from, (size_t)(to - from)};
}

static void compare(struct arena *a, const char *name, struct str wanted)
{
	const char *generate = getenv("GENERATE");
	struct str doc, is;
	struct err e;
	size_t at;

	if (!io_read(a, document, 1 << 20, &doc, &e))
		ck_abort_msg("%s", e.text);
	is = part(doc, name, &at);
	if (generate && *generate) {
		struct buf b = buf_in(a);
		buf_put(&b, (struct str){doc.p, at});
		buf_put(&b, wanted);
		buf_puts(&b, doc.p + at + is.n);
		if (!io_write(document, buf_str(&b), &e))
			ck_abort_msg("%s", e.text);
	} else {
		ck_assert_msg(str_eq(is, wanted),
		    "part %s of %s is not what the program says; GENERATE=1 writes it anew",
		    name, document);
	}
}

START_TEST(the_worked_example_is_right)
{
	struct arena a = {0};
	struct hash head;

	compare(&a, "vectors", vectors_text(&a, &head));
	arena_clear(&a);
}
END_TEST

START_TEST(the_table_of_events_is_the_programs)
{
	struct arena a = {0};

	compare(&a, "events", events_text(&a));
	arena_clear(&a);
}
END_TEST

/* ---- other programs ----------------------------------------------------------------- */

/* Runs a program; what it printed, and its exit code. */
static struct str run(struct arena *a, const char *const argv[], int *code)
{
	struct str out = {0};
	int ends[2], status;
	struct err e;
	pid_t pid;

	holds(pipe(ends) == 0);
	pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDOUT_FILENO);
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	close(ends[1]);
	if (!io_read_fd(a, ends[0], 1 << 16, &out, &e))
		ck_abort_msg("%s", e.text);
	close(ends[0]);
	holds(waitpid(pid, &status, 0) == pid);
	*code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
	return out;
}

START_TEST(the_shell_lines_give_the_same_head)
{
	char hex[HASH_HEX + 1];
	struct arena a = {0};
	struct str doc, shell, out;
	struct hash head;
	struct err e;
	size_t at;
	int code;

	vectors_text(&a, &head);
	hex_of(head.b, HASH_LEN, hex);
	ck_assert(io_read(&a, document, 1 << 20, &doc, &e));
	shell = part(doc, "shell", &at);
	shell = (struct str){shell.p + 6, shell.n - 10}; /* without the fences */
	const char *const argv[] = {"sh", "-c", arena_str(&a, shell).p, NULL};
	out = run(&a, argv, &code);
	ck_assert_int_eq(code, 0);
	ck_assert_msg(str_eq(str_trim(out), str_of(hex)), "%.*s", STR_ARG(out));
	arena_clear(&a);
}
END_TEST

static bool python(struct rig *rig, const char *seq, const char *head, struct str *out)
{
	const char *const argv[] = {
	    "python3", "tests/store/verify_audit.py", rig->path.p, seq, head, NULL};
	int code;

	*out = run(&rig->arena, argv, &code);
	if (code == 127)
		ck_abort_msg("python3 is there and does not run");
	return code == 0;
}

static bool has_python(void)
{
	return access("/usr/bin/python3", X_OK) == 0;
}

static const struct {
	const char *sql, *says;
} damages[] = {
    {"UPDATE event SET body = replace(body, 'e', 'a') WHERE seq = 40",
	"event 40: its body was altered"},
    {"UPDATE event SET actor = 'eve' WHERE seq = 40",
	"event 40: it does not follow the one before"},
    {"UPDATE event SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 40",
	"event 40: its instant is wrong"},
    {"DELETE FROM event WHERE seq = 40", "event 40 is missing"},
    {"UPDATE event SET body = NULL, salt = NULL WHERE seq = 40",
	"event 40: its content is gone"},
    {"UPDATE event SET session = '0000000000000000', head = head WHERE seq = 1",
	"event 1: it does not follow the one before"},
    {"DELETE FROM event WHERE seq > 60", "event 61 of the anchor is missing"},
};

START_TEST(a_checker_written_from_the_document_agrees)
{
	struct dice d = dice_seed(3);
	struct str out, hex;
	struct rig rig;

	if (!has_python())
		return;
	rig_open(&rig);
	history_run(&rig, &d, 90);
	hex = rig_ask(&rig, "SELECT lower(hex(head)) FROM event WHERE seq = 61");
	store_close(rig.st);
	rig.st = NULL;
	ck_assert_msg(python(&rig, "61", hex.p, &out), "%.*s", STR_ARG(out));
	ck_assert(!python(&rig, "60", hex.p, &out));
	ck_assert_str_eq(out.p, "event 60: the anchor has another head\n");
	rig_damage(&rig, "DROP TRIGGER event_stays; DROP TRIGGER event_fixed");
	rig_damage(&rig, damages[_i].sql);
	ck_assert(!python(&rig, "61", hex.p, &out));
	ck_assert_msg(strstr(out.p, damages[_i].says), "%.*s", STR_ARG(out));
	rig_close(&rig);
}
END_TEST

Suite *suite_store_audit(void)
{
	const TTest *const tests[] = {the_worked_example_is_right,
	    the_table_of_events_is_the_programs, the_shell_lines_give_the_same_head};
	Suite *s = suite_of("audit", tests, COUNT(tests));
	TCase *c = tcase_create("stranger");

	tcase_add_loop_test(c, a_checker_written_from_the_document_agrees, 0, COUNT(damages));
	suite_add_tcase(s, c);
	return s;
}
