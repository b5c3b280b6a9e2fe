/* SPDX-License-Identifier: MIT */
/*
 * After a conflict of interest the record does not exist for its account. Two reviews, one
 * with a case full of work that x1 may not see and one where it was never opened, give x1
 * (clerk and chief, with every right over cases) the same answer to every request there is.
 */
#include "review/engine.h"
#include "review/twins.h"

#include <string.h>

Suite *suite_review_conflict_all(void);

/* Two cases that are there in both. */
static struct bench *common(void)
{
	struct bench *b = engine_new();

	engine_case(b, 1, "\"kind\":\"a\",\"received\":\"2017-04-03\"");
	engine_case(b, 2, "\"kind\":\"b\"");
	engine_step(b, "c1", STR("C-1"), "urgent", "{\"urgent\":\"yes\"}");
	return b;
}

static void hide_it(struct bench *b)
{
	struct req_note note = {.ref = STR("C-9"), .text = STR("zebra")};
	struct req_link link = {
	    .ref = STR("C-1"), .other = STR("C-9"), .kind = STR("near"), .reason = STR("r")};
	struct req_safeguard danger = {.ref = STR("C-9"), .text = STR("zebra")};
	struct req_conflict conflict = {.ref = STR("C-9"), .reason = STR("my brother")};
	struct rep_moved moved;
	struct rep_done done;
	struct err e;

	engine_case(b, 9, "\"kind\":\"a\",\"received\":\"2017-04-03\",\"told\":\"zebra\"");
	engine_step(b, "c1", STR("C-9"), "urgent", "{\"urgent\":\"yes\"}");
	ok(ask_note(b, "c1", &note, &done, &e));
	ok(ask_link(b, "c1", &link, &done, &e));
	ok(ask_safeguard(b, "c2", &danger, &moved, &e));
	bench_claim(b, "c2", STR("C-9/K1"));
	bench_claim(b, "x1", STR("C-9"));
	ok(ask_conflict(b, "x1", &conflict, &done, &e));
}

static const struct ask reads[] = {
    {"hello", "{\"front\":\"cli\"}"},
    {"beat", "{}"},
    {"home", "{}"},
    {"show", "{\"ref\":\"C-9\"}"},
    {"show", "{\"ref\":\"C-9/K1\"}"},
    {"show", "{\"ref\":\"C-9/A1\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"show", "{\"ref\":\"C-1/K1\"}"},
    {"form", "{\"form\":\"sorting\",\"ref\":\"C-9\"}"},
    {"form", "{\"form\":\"sorting\",\"ref\":\"C-2\"}"},
    {"rank", "{\"ref\":\"C-9\"}"},
    {"rank", "{\"ref\":\"C-1\"}"},
    {"list", "{}"},
    {"list", "{\"order\":\"ref\",\"limit\":1}"},
    {"list", "{\"order\":\"due\",\"last\":true,\"limit\":2}"},
    {"list", "{\"order\":\"opened\"}"},
    {"list", "{\"expr\":\"type:case\",\"order\":\"received\"}"},
    {"search", "{\"words\":\"zebra\"}"},
    {"search", "{\"words\":\"zebar\"}"},
    {"view_save", "{\"expr\":\"parent:C-9 or ~zebar\",\"name\":\"kept\"}"},
    {"view_list", "{}"},
    {"view_drop", "{\"name\":\"kept\"}"},
    {"search", "{\"words\":\"~zbera or type:check\"}"},
    {"search", "{\"words\":\"C-9\"}"},
    {"search", "{\"words\":\"case\"}"},
    {"sheet", "{\"type\":\"check\",\"under\":\"C-9\"}"},
    {"sheet", "{\"type\":\"check\",\"under\":\"C-1\"}"},
    {"alerts", "{}"},
    {"alerts", "{\"all\":true}"},
    {"alerts", "{\"all\":true,\"ref\":\"C-9\"}"},
    {"links", "{}"},
    {"links", "{\"ref\":\"C-9\"}"},
    {"links", "{\"ref\":\"C-1\"}"},
    {"overrides", "{}"},
    {"overrides", "{\"waiting\":true}"},
    {"explain", "{\"expr\":\"parent:C-9\"}"},
    {"log", "{\"record\":\"C-9\"}"},
    {"head", "{}"},
    {"verify", "{}"},
    {"pack", "{}"},
    {"pack_files", "{}"},
    {"pack_diff", "{}"},
    {"pack_apply", "{}"},
    {"user_list", "{}"},
    {"user_add", "{\"name\":\"y1\",\"roles\":[\"clerk\"]}"},
    {"user_role", "{\"name\":\"c1\",\"roles\":[\"clerk\"]}"},
    {"user_disable", "{\"name\":\"c1\",\"reason\":\"x\"}"},
    {"user_train", "{\"competence\":\"method\",\"name\":\"c1\",\"until\":\"+3d\"}"},
    {"import", "{\"map\":\"m\",\"name\":\"n\",\"source\":\"s\"}"},
    {"batch_list", "{}"},
    {"batch_show", "{\"batch\":\"b1\"}"},
    {"backup", "{}"},
    {"lock", "{\"locked\":true}"},
    {"changes", "{}"},
    {"changes", "{\"after\":1,\"refs\":[\"C-1\",\"C-9\",\"C-9/K1\"],\"rows\":true}"},
    {"past", "{\"ref\":\"C-1\"}"},
    {"past", "{\"ref\":\"C-9\"}"},
    {"past", "{\"ref\":\"C-9/K1\"}"},
    {"board", "{}"},
    {"board", "{\"user\":\"c2\"}"},
    {"share", "{\"expr\":\"type:case\",\"to\":[\"c1\"]}"},
    {"share", "{\"refs\":[\"C-9\"],\"to\":[\"c1\"]}"},
    {"share", "{\"from\":\"c2\",\"to\":[\"c1\"]}"},
    {"absent", "{\"hand\":true,\"name\":\"c2\",\"until\":\"+3d\"}"},
};

static const struct ask acts[] = {
    {"claim", "{\"ref\":\"C-9\"}"},
    {"claim", "{\"ref\":\"C-9/K1\"}"},
    {"release", "{\"ref\":\"C-9\"}"},
    {"defer", "{\"reason\":\"x\",\"ref\":\"C-9\",\"until\":\"+3d\"}"},
    {"assign", "{\"ref\":\"C-9\",\"to\":\"c1\"}"},
    {"answer",
	"{\"form\":\"sorting\",\"question\":\"urgent\",\"ref\":\"C-9\",\"value\":\"no\"}"},
    {"decide", "{\"ref\":\"C-9\",\"step\":\"urgent\"}"},
    {"note", "{\"ref\":\"C-9\",\"text\":\"x\"}"},
    {"add", "{\"fields\":{\"about\":\"x\"},\"type\":\"check\",\"under\":\"C-9\"}"},
    {"safeguard", "{\"ref\":\"C-9\",\"text\":\"x\"}"},
    {"conflict", "{\"reason\":\"x\",\"ref\":\"C-9\"}"},
    {"conflict", "{\"reason\":\"x\",\"ref\":\"C-9\",\"user\":\"c1\"}"},
    {"conflict", "{\"lift\":true,\"reason\":\"x\",\"ref\":\"C-9\",\"user\":\"x1\"}"},
    {"link", "{\"kind\":\"twin\",\"other\":\"C-9\",\"ref\":\"C-1\"}"},
    {"link", "{\"kind\":\"twin\",\"other\":\"C-1\",\"ref\":\"C-9\"}"},
    {"override", "{\"reason\":\"x\",\"ref\":\"C-9\",\"step\":\"searched\"}"},
    {"claim", "{\"ref\":\"C-1\"}"},
    {"override", "{\"reason\":\"x\",\"ref\":\"C-1\",\"step\":\"searched\"}"},
    {"link", "{\"kind\":\"near\",\"other\":\"C-2\",\"ref\":\"C-1\"}"},
    {"decide", "{\"ref\":\"C-1\",\"step\":\"searched\"}"},
    {"note", "{\"ref\":\"C-1\",\"text\":\"x\"}"},
    {"show", "{\"ref\":\"C-1\"}"},
    {"release", "{\"ref\":\"C-1\"}"},
    {"safeguard", "{\"ref\":\"C-2\",\"text\":\"x\"}"},
    {"add", "{\"fields\":{\"about\":\"x\"},\"type\":\"check\",\"under\":\"C-2\"}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"next", "{}"},
    {"home", "{}"},
};

/* Every attribute of the engine, as something that C-9 or what hangs under it has. */
static const char *const exprs[] = {"", "ref:C-9", "ref:C-9*", "type:case", "type:check",
    "type:action", "state:search", "state:todo", "band:high", "band>=low", "queue:clerk",
    "queue:chief", "has:holder", "holder:c2", "has:due", "late:yes", "late:no",
    "opened>=2020-01-01", "has:moved", "has:wake", "rank>=0", "notes>0", "has:flag",
    "parent:C-9", "has:parent", "open:check", "child:(check, action)", "has:child",
    "did:urgent", "has:did", "clock:total", "clock:quick", "alert:yes", "alert:no",
    "has:agreed", "in_scope:yes", "told:zebra", "zebra", "urgent:yes", "about:zebra", "~zebar",
    "about~zerba", "received:2017", "not alert:yes", "-open:check", "has:held", "has:aside",
    "lately:c2", "has:lately"};

static void ask_counts(struct twins *t)
{
	for (size_t i = 0; i < COUNT(exprs); i++) {
		struct json *body = json_obj(&t->one->arena);
		struct ask asks[2] = {{.request = "count"}, {.request = "list"}};
		json_put(&t->one->arena, body, "expr", json_cstr(&t->one->arena, exprs[i]));
		asks[0].body = asks[1].body = json_text(&t->one->arena, body).p;
		twins_ask(t, asks, 2);
	}
}

/* Numbers of alerts, links and overrides are guessed: none of C-9's may be told from none. */
static void ask_numbers(struct twins *t)
{
	int64_t last = bench_head(t->one);

	for (int64_t n = bench_head(t->two) + 1; n <= last; n++) {
		struct arena *a = &t->one->arena;
		long long i = (long long)n;
		struct ask asks[] = {
		    {"acknowledge", arena_printf(a, "{\"alert\":%lld,\"text\":\"x\"}", i).p},
		    {"link_judge",
			arena_printf(a, "{\"link\":%lld,\"verdict\":\"same\"}", i).p},
		    {"unlink", arena_printf(a, "{\"link\":%lld,\"reason\":\"x\"}", i).p},
		    {"override_judge",
			arena_printf(a, "{\"override\":%lld,\"reason\":\"x\"}", i).p},
		};
		twins_ask(t, asks, COUNT(asks));
	}
}

START_TEST(after_a_conflict_every_request_answers_as_if_the_record_were_not_there)
{
	struct twins t = {.one = common(), .two = common(), .who = "x1"};

	hide_it(t.one);
	ck_assert_int_eq(bench_count(t.one, "c1", "ref:C-9*"), 3);
	ask_numbers(&t);
	ask_counts(&t);
	twins_ask(&t, reads, COUNT(reads));
	twins_ask(&t, acts, COUNT(acts));
	ask_counts(&t);
	twins_ask(&t, reads, COUNT(reads));
	twins_ask_quality(&t);
	twins_all_asked(&t, NULL, 0);
	bench_verify(t.one);
	bench_close(t.one);
	bench_close(t.two);
}
END_TEST

/* The same when only what hangs under a case is hidden: the case goes on as if alone. */
START_TEST(a_hidden_child_is_told_by_nothing_on_its_parent)
{
	struct twins t = {.one = common(), .two = common(), .who = "x1"};
	struct req_safeguard danger = {.ref = STR("C-1"), .text = STR("zebra")};
	struct req_conflict conflict = {.reason = STR("my brother")};
	struct rep_moved action;
	struct rep_done done;
	struct err e;

	ok(ask_safeguard(t.one, "c2", &danger, &action, &e));
	conflict.ref = action.ref;
	ok(ask_conflict(t.one, "x1", &conflict, &done, &e));
	ask_numbers(&t);
	ask_counts(&t);
	twins_ask(&t, reads, COUNT(reads));
	bench_close(t.one);
	bench_close(t.two);
}
END_TEST

/* The log is read by right and not by case, and still tells its reader nothing of it. */
START_TEST(the_log_leaves_out_what_its_reader_has_a_conflict_with)
{
	struct bench *b = common();
	struct req_conflict q = {
	    .ref = STR("C-9"), .user = STR("admin"), .reason = STR("his wife")};
	struct req_log log = {.record = STR("C-9")};
	struct rep_events r;
	struct rep_done done;
	struct err e;

	hide_it(b);
	ok(ask_log(b, "admin", &log, &r, &e));
	ck_assert(r.rows.n > 5);
	ok(ask_conflict(b, "b1", &q, &done, &e));
	ok(ask_log(b, "admin", &log, &r, &e));
	ck_assert_uint_eq(r.rows.n, 0);
	log = (struct req_log){.limit = 200};
	do {
		ok(ask_log(b, "admin", &log, &r, &e));
		for (size_t i = 0; i < r.rows.n; i++) {
			struct str body =
			    r.rows.v[i].body ? json_text(&b->arena, r.rows.v[i].body) : STR("");
			if (str_is(r.rows.v[i].type, "log.read"))
				continue; /* what he asked for himself */
			ck_assert_msg(!strstr(body.p, "C-9"), "%s", body.p);
			ck_assert(!str_starts(r.rows.v[i].record, STR("C-9")));
		}
		log.after = r.next;
	} while (r.next);
	bench_close(b);
}
END_TEST

Suite *suite_review_conflict_all(void)
{
	const TTest *const tests[] = {
	    after_a_conflict_every_request_answers_as_if_the_record_were_not_there,
	    a_hidden_child_is_told_by_nothing_on_its_parent,
	    the_log_leaves_out_what_its_reader_has_a_conflict_with,
	};
	return bench_suite("review/conflict_all", tests, COUNT(tests));
}
