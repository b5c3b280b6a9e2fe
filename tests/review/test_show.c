/* SPDX-License-Identifier: MIT */
#include "review/bench.h"

Suite *suite_review_show(void);

static bool has_field(const struct rep_record *r, const char *name)
{
	for (size_t i = 0; i < r->fields.n; i++)
		if (str_is(r->fields.v[i].name, name))
			return true;
	return false;
}

static const struct part_step *step_named(const struct rep_record *r, const char *id)
{
	for (size_t i = 0; i < r->steps.n; i++)
		if (str_is(r->steps.v[i].id, id))
			return &r->steps.v[i];
	ck_abort_msg("no step %s", id);
	return NULL;
}

START_TEST(a_record_is_shown_whole_with_labels)
{
	struct bench *b = bench_new(3);
	struct rep_record r = bench_show(b, "s01", STR("DVDS-00001"));

	ck_assert_str_eq(r.type_label.p, "Application");
	ck_assert_str_eq(r.state_label.p, "Triage");
	ck_assert(r.title.n > 0 && r.texts.n == 1);
	ck_assert(has(r.texts.v[0].text, "He said \"no\".\nSecond line."));
	ck_assert(has_field(&r, "relationship") && has_field(&r, "handler"));
	ck_assert(has(r.regime, "35 days") || has(r.regime, "28 days (unverified)"));
	ck_assert(has(r.due_text, "due in 14 days"));
	ck_assert_uint_eq(r.forms.n, 1);
	ck_assert(r.forms.v[0].now && r.forms.v[0].missing == 12);
	ck_assert_uint_eq(r.steps.n, 6);
	ck_assert_str_eq(r.steps.v[0].key.p, "r");
	ck_assert(!r.mine && r.version == 1);
	ck_assert_uint_eq(r.history.n, 1);
	ck_assert(has(r.history.v[0].text, "came in, in state Triage, with import b1, line"));
	for (size_t i = 0; i < r.fields.n; i++)
		if (str_is(r.fields.v[i].name, "checks"))
			ck_assert_str_eq(r.fields.v[i].text.p, "PNC, PND");
	bench_close(b);
}
END_TEST

START_TEST(every_view_is_logged_before_the_record_is_sent)
{
	struct bench *b = bench_new(2);
	struct event_rows rows;

	bench_show(b, "s01", STR("DVDS-00001"));
	bench_show(b, "r01", STR("DVDS-00001"));
	rows = bench_events(b, "record.viewed", "DVDS-00001");
	ck_assert_uint_eq(rows.n, 2);
	ck_assert_str_eq(rows.v[0].actor.p, "s01");
	ck_assert_str_eq(rows.v[1].actor.p, "r01");
	ck_assert(has(rows.v[0].body, "\"how\":\"show\""));
	/* looking is not a change: what somebody else has read stays current */
	ck_assert_int_eq(bench_show(b, "s01", STR("DVDS-00001")).version, 1);
	bench_close(b);
}
END_TEST

START_TEST(steps_are_closed_for_who_does_not_hold_the_record)
{
	struct bench *b = bench_new(1);
	struct rep_record r = bench_show(b, "t01", STR("DVDS-00000"));

	for (size_t i = 0; i < r.steps.n; i++)
		ck_assert(!r.steps.v[i].open && r.steps.v[i].closed.n > 0);
	ck_assert_str_eq(step_named(&r, "propose_duplicate")->closed.v[0].p,
	    "you do not hold it: take it first");
	bench_claim(b, "t02", STR("DVDS-00000"));
	r = bench_show(b, "t01", STR("DVDS-00000"));
	ck_assert_str_eq(step_named(&r, "propose_duplicate")->closed.v[0].p, "t02 holds it");
	r = bench_show(b, "t02", STR("DVDS-00000"));
	ck_assert(step_named(&r, "propose_duplicate")->open);
	ck_assert(step_named(&r, "propose_duplicate")->reason);
	ck_assert(!step_named(&r, "triage_red")->open);
	bench_close(b);
}
END_TEST

START_TEST(an_absent_and_a_hidden_record_are_the_same)
{
	struct bench *b = bench_new(10); /* 7 is H07's, and so is no record for h07 */
	struct req_show hidden = {.ref = STR("DVDS-00007")},
			absent = {.ref = STR("DVDS-99997")};
	struct rep_record r;
	struct err one, two;

	ck_assert(!ask_show(b, "h07", &hidden, &r, &one));
	ck_assert(!ask_show(b, "h07", &absent, &r, &two));
	ck_assert_int_eq(one.kind, ERR_NOT_FOUND);
	ck_assert_int_eq(two.kind, ERR_NOT_FOUND);
	ck_assert_str_eq(one.text, "there is no record DVDS-00007");
	ck_assert_str_eq(two.text, "there is no record DVDS-99997");
	ck_assert_uint_eq(bench_events(b, "record.viewed", "").n, 0);
	bench_close(b);
}
END_TEST

START_TEST(who_manages_accounts_sees_no_case)
{
	struct bench *b = bench_new(1);
	struct req_show q = {.ref = STR("DVDS-00000")};
	struct req_rank rank = {.ref = STR("DVDS-00000")};
	struct req_form form = {.ref = STR("DVDS-00000"), .form = STR("triage")};
	struct req_list list = {0};
	struct req_count count = {0};
	struct req_search search = {.words = STR("Mill")};
	struct rep_record r;
	struct rep_rank rr;
	struct rep_form rf;
	struct rep_page rp;
	struct rep_count rc;
	struct err e;

	ck_assert(!ask_show(b, "admin", &q, &r, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_rank(b, "admin", &rank, &rr, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_form(b, "admin", &form, &rf, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_list(b, "admin", &list, &rp, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_count(b, "admin", &count, &rc, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_search(b, "admin", &search, &rp, &e) && e.kind == ERR_REFUSED);
	ck_assert(says(&e, ERR_REFUSED,
	    "this needs the right to read records or to take and decide records"));
	ck_assert_uint_eq(bench_events(b, "request.refused", "").n, 6);
	bench_close(b);
}
END_TEST

START_TEST(where_a_reason_is_asked_none_is_no_view)
{
	struct bench *b = bench_open((struct bench_how){.applications = 2,
	    .find = "reason_to_open: false",
	    .replace = "reason_to_open: true"});
	struct req_show q = {.ref = STR("DVDS-00001")};
	struct req_form f = {.ref = STR("DVDS-00001"), .form = STR("triage")};
	struct req_claim c = {.ref = STR("DVDS-00001")};
	struct req_rank rank = {.ref = STR("DVDS-00001")};
	struct rep_record r;
	struct rep_rank why;
	struct rep_form form;
	struct err e;

	ck_assert(!ask_show(b, "t01", &q, &r, &e));
	ck_assert(says(&e, ERR_REFUSED, "give a reason"));
	ck_assert(!ask_form(b, "t01", &f, &form, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_claim(b, "t01", &c, &r, &e) && e.kind == ERR_REFUSED);
	ck_assert(!ask_rank(b, "t01", &rank, &why, &e) && e.kind == ERR_REFUSED);
	ck_assert_uint_eq(bench_events(b, "record.viewed", "").n, 0);
	q.reason = STR("enquiry 12 names it");
	ok(ask_show(b, "t01", &q, &r, &e));
	ck_assert(has(bench_events(b, "record.viewed", "").v[0].body, "enquiry 12"));
	ok(ask_form(b, "t01", &f, &form, &e)); /* the reason holds for this session */
	ok(ask_claim(b, "t01", &c, &r, &e));
	b->session = STR("ffffffffffffffff");
	ok(ask_form(b, "t01", &f, &form, &e)); /* one's own needs none */
	ck_assert(bench_next(b, "t02").mine);  /* nor what is served */
	bench_verify(b);
	bench_close(b);
}
END_TEST

START_TEST(a_restricted_field_is_for_those_who_lead)
{
	struct bench *b = bench_new(3);
	struct rep_record r = bench_show(b, "r01", STR("DVDS-00001"));
	struct req_count q = {.expr = STR("handler:H01")};
	struct rep_count n;
	struct err e;

	ck_assert(!has_field(&r, "handler"));
	r = bench_show(b, "s01", STR("DVDS-00001"));
	ck_assert(has_field(&r, "handler"));
	ck_assert(!ask_count(b, "r01", &q, &n, &e));
	ck_assert(says(&e, ERR_REFUSED, "Original handler is a restricted field"));
	ok(ask_count(b, "s01", &q, &n, &e));
	ck_assert_int_eq(n.count, 1);
	bench_close(b);
}
END_TEST

START_TEST(a_rank_is_explained_and_the_look_logged)
{
	struct bench *b = bench_new(1);
	struct req_rank q = {.ref = STR("DVDS-00000")};
	struct rep_rank r;
	struct err e;
	int64_t sum = 0;

	ok(ask_rank(b, "t01", &q, &r, &e));
	for (size_t i = 0; i < r.parts.n; i++)
		sum += r.parts.v[i].points;
	ck_assert_int_eq(sum, r.rank);
	ck_assert_int_eq(r.rank, bench_show(b, "t01", q.ref).rank);
	ck_assert(has(bench_events(b, "record.viewed", "").v[0].body, "\"how\":\"rank\""));
	bench_close(b);
}
END_TEST

START_TEST(notes_stand_newest_first_and_a_full_record_fits_a_message)
{
	struct bench *b = bench_new(1);
	struct buf text = buf_in(&b->arena);
	struct req_note q = {.ref = STR("DVDS-00000")};
	struct rep_done done;
	struct rep_record r;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};

	for (int i = 0; i < 700; i++)
		buf_puts(&text, "\"word\"\n");
	for (int i = 0; i < 40; i++) {
		q.text = arena_printf(&b->arena, "%d %.*s", i, STR_ARG(buf_str(&text)));
		ok(ask_note(b, i % 2 ? "r01" : "s01", &q, &done, &e));
	}
	r = bench_show(b, "s01", q.ref);
	ck_assert(r.notes.n >= 2 && r.notes.v[0].seq > r.notes.v[1].seq);
	ck_assert(has(r.notes.v[0].text, "39 \"word\""));
	ok(wire_packet(&b->arena, MSG_R_record, id, &r, &packet, &e));
	ck_assert_uint_le(packet.n, WIRE_MAX);
	bench_close(b);
}
END_TEST

/* Everything at its longest, every byte of it in need of an escape. */
START_TEST(the_longest_record_fits_a_message_and_says_what_is_cut)
{
	struct arena a = {0};
	struct buf text = buf_in(&a);
	struct bench *b;
	struct req_answer q = {.ref = STR("DVDS-00000"),
	    .form = STR("review"),
	    .question = STR("mind_changed_by")};
	struct req_note note = {.ref = STR("DVDS-00000")};
	struct rep_record r;
	struct rep_form f;
	struct rep_done done;
	struct str packet;
	struct err e;
	const uint8_t id[16] = {1};
	size_t answered = 0;

	for (int i = 0; i < 9990; i++)
		buf_puts(&text, "\"\"\n");
	b = bench_open(
	    (struct bench_how){.csv = arena_printf(&a, "%s%.*s", bench_heading,
				   STR_ARG(bench_replace(&a, bench_row(&a, 0), "Rang at 0.",
				       arena_printf(&a, "%.*s", 19980, text.p).p)))
					  .p});
	bench_triage(b, "t01", note.ref);
	bench_claim(b, "r01", note.ref);
	q.value = (struct str){text.p, 1990};
	ok(ask_answer(b, "r01", &q, &f, &e));
	q.reason = q.value;
	do { /* reasons until the form is full */
		const struct form *form = type_form(
		    pack_type(review_rules(b->rv), STR("application")), STR("review"));
		q.question = form->questions[answered].name;
		q.value = form->questions[answered++].spec.choices.v[0].code;
	} while (ask_answer(b, "r01", &q, &f, &e) && answered < 20);
	ck_assert(says(&e, ERR_INPUT, "expected at most 12288"));
	ok(wire_packet(&b->arena, MSG_R_form, id, &f, &packet, &e));
	note.text = (struct str){text.p, 7990};
	for (int i = 0; i < 6; i++)
		ok(ask_note(b, "r01", &note, &done, &e));
	r = bench_show(b, "r01", note.ref);
	ok(wire_packet(&b->arena, MSG_R_record, id, &r, &packet, &e));
	ck_assert(has(r.texts.v[0].text, "bytes]"));
	bench_close(b);
	arena_clear(&a);
}
END_TEST

START_TEST(a_note_needs_a_text_a_right_and_a_record)
{
	struct bench *b = bench_new(1);
	struct req_note q = {.ref = STR("DVDS-00000"), .text = STR(" \n ")};
	struct rep_done done;
	struct err e;

	ck_assert(!ask_note(b, "r01", &q, &done, &e) && e.kind == ERR_USAGE);
	q.text = STR("bell \a");
	ck_assert(!ask_note(b, "r01", &q, &done, &e) && e.kind == ERR_INPUT);
	q.text = STR("seen");
	ck_assert(!ask_note(b, "a01", &q, &done, &e) && e.kind == ERR_REFUSED);
	ok(ask_note(b, "r01", &q, &done, &e));
	q.ref = STR("DVDS-1");
	ck_assert(!ask_note(b, "r01", &q, &done, &e) && e.kind == ERR_NOT_FOUND);
	bench_verify(b);
	bench_close(b);
}
END_TEST

Suite *suite_review_show(void)
{
	const TTest *const tests[] = {
	    a_record_is_shown_whole_with_labels,
	    every_view_is_logged_before_the_record_is_sent,
	    steps_are_closed_for_who_does_not_hold_the_record,
	    an_absent_and_a_hidden_record_are_the_same,
	    who_manages_accounts_sees_no_case,
	    where_a_reason_is_asked_none_is_no_view,
	    a_restricted_field_is_for_those_who_lead,
	    a_rank_is_explained_and_the_look_logged,
	    notes_stand_newest_first_and_a_full_record_fits_a_message,
	    the_longest_record_fits_a_message_and_says_what_is_cut,
	    a_note_needs_a_text_a_right_and_a_record,
	};
	return bench_suite("review/show", tests, COUNT(tests));
}
