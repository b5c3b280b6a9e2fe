/* SPDX-License-Identifier: MIT */
/* What the table does not allow is refused, and the sentence says where. */
#include <check.h>
#include <string.h>

#include "wire/random.h"

static const struct {
	enum msg msg;
	const char *body, *says;
} faulty[] = {
    {MSG_show, "{}", "member \"ref\" is missing; a string was expected"},
    {MSG_show, "{\"ref\":1}", "member \"ref\" is an integer; a string was expected"},
    {MSG_show, "{\"ref\":null}", "member \"ref\" is null"},
    {MSG_show, "{\"ref\":\"a\",\"rfe\":\"b\"}", "member \"rfe\" is unknown"},
    {MSG_show, "{\"ref\":\"a\"} ?", "message show: not JSON"},
    {MSG_show, "[]", "the body is an array; an object was expected"},
    {MSG_show, "", "message show: not JSON"},
    {MSG_show, "{\"ref\":\"a\",\"ref\":\"b\"}", "not JSON"},
    {MSG_show, "{\"ref\":\"\xff\"}", "not JSON"},
    {MSG_show, "{\"ref\":\"\\u0000\"}", "not JSON"},
    {MSG_beat, "{\"x\":1}", "member \"x\" is unknown"},
    {MSG_list, "{\"limit\":1.5}", "only whole numbers"},
    {MSG_list, "{\"limit\":9223372036854775808}", "not JSON"},
    {MSG_list, "{\"last\":1}", "true or false was expected"},
    {MSG_user_add, "{\"name\":\"a\",\"roles\":\"b\"}",
	"\"roles\" is a string; an array of strings"},
    {MSG_user_add, "{\"name\":\"a\",\"roles\":[1]}",
	"\"roles\" holds another type; an array of"},
    {MSG_R_page, "{\"rows\":[{\"ref\":\"a\"},{}]}", "member \"rows[1].ref\" is missing"},
    {MSG_R_page, "{\"rows\":[{\"ref\":\"a\"},2]}", "\"rows\" holds another type"},
    {MSG_R_page, "{\"rows\":{}}", "\"rows\" is an object; an array of objects was expected"},
    {MSG_R_form,
	"{\"ref\":\"a\",\"form\":\"f\",\"version\":1,"
	"\"questions\":[{\"name\":\"q\",\"choices\":[{\"code\":false}]}]}",
	"member \"questions[0].choices[0].code\" is true or false"},
};

START_TEST(a_faulty_body_is_refused_with_its_place)
{
	struct arena a = {0};

	for (size_t i = 0; i < sizeof(faulty) / sizeof(faulty[0]); i++) {
		const struct wire_message *m = wire_message((int)faulty[i].msg);
		void *out = arena_alloc(&a, m->shape->size, alignof(max_align_t));
		struct err e = {0};
		ck_assert_msg(!wire_read(&a, m->msg, str_of(faulty[i].body), out, &e), "%s",
		    faulty[i].body);
		ck_assert_int_eq(e.kind, ERR_INPUT);
		ck_assert_msg(strstr(e.text, faulty[i].says), "%s: %s", faulty[i].body, e.text);
		arena_clear(&a);
	}
}
END_TEST

/* Each member of each message in turn: taken away when it must be there, and replaced by a
 * value of every wrong type. */
static void try_member(struct arena *a, const struct wire_message *m, struct json *body,
    const struct wire_field *f, struct json *instead, bool fits)
{
	void *out = arena_alloc(a, m->shape->size, alignof(max_align_t));
	struct json *changed = json_obj(a);
	struct err e = {0};

	for (size_t i = 0; i < body->n; i++)
		if (!str_is(body->keys[i], f->name))
			json_put_str(a, changed, body->keys[i], body->v[i]);
	if (instead)
		json_put(a, changed, f->name, instead);
	ck_assert_msg(wire_read(a, m->msg, json_text(a, changed), out, &e) == fits, "%s.%s: %s",
	    m->shape->name, f->name, e.text);
	ck_assert(fits || strstr(e.text, f->name));
}

static void try_all_types(struct arena *a, const struct wire_message *m, struct json *body,
    const struct wire_field *f)
{
	bool any = f->kind == WIRE_JSON, list = f->kind == WIRE_TEXTS || f->kind == WIRE_LIST;

	try_member(a, m, body, f, NULL, !f->must);
	try_member(a, m, body, f, json_none(a), any);
	try_member(a, m, body, f, json_bool(a, true), any || f->kind == WIRE_FLAG);
	try_member(a, m, body, f, json_int(a, 1), any || f->kind == WIRE_INT);
	try_member(a, m, body, f, json_cstr(a, "1"), any || f->kind == WIRE_TEXT);
	try_member(a, m, body, f, json_arr(a), any || list);
	try_member(a, m, body, f, json_obj(a), any);
}

START_TEST(every_member_is_there_when_it_must_and_has_its_type)
{
	struct dice d = dice_seed(3);
	struct arena a = {0};
	size_t n;
	const struct wire_message *m = wire_messages(&n);

	for (size_t i = 0; i < n; i++) {
		void *in = arena_alloc(&a, m[i].shape->size, alignof(max_align_t));
		struct buf b = buf_in(&a);
		struct json *body;
		struct err e = {0};
		random_struct(&a, &d, m[i].shape, in);
		wire_body(&a, m[i].msg, in, &b);
		ck_assert(json_parse(&a, buf_str(&b), &body, &e));
		for (size_t k = 0; k < m[i].shape->n; k++)
			try_all_types(&a, &m[i], body, &m[i].shape->fields[k]);
		arena_clear(&a);
	}
}
END_TEST

START_TEST(a_faulty_head_is_refused)
{
	static const struct {
		int at, byte;
		const char *says;
	} heads[] = {
	    {0, 2, "version 2; this is version 1"},
	    {1, 0, "no message has the number 0"},
	    {1, 127, "no message has the number 127"},
	    {2, 1, "must be 0"},
	    {3, 1, "must be 0"},
	};
	struct wire_packet p;

	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++) {
		char packet[WIRE_HEAD + 2] = {WIRE_VERSION, MSG_beat};
		struct err e = {0};
		memcpy(packet + WIRE_HEAD, "{}", 2);
		ck_assert(wire_open((struct str){packet, sizeof(packet)}, &p, &e));
		packet[heads[i].at] = (char)heads[i].byte;
		ck_assert(!wire_open((struct str){packet, sizeof(packet)}, &p, &e));
		ck_assert_int_eq(e.kind, ERR_INPUT);
		ck_assert_msg(strstr(e.text, heads[i].says), "%s", e.text);
	}
}
END_TEST

START_TEST(a_packet_of_the_wrong_size_is_refused)
{
	static char big[WIRE_MAX + 1] = {WIRE_VERSION, MSG_beat};
	struct wire_packet p;
	struct err e = {0};

	for (size_t n = 0; n < WIRE_HEAD; n++)
		ck_assert(!wire_open((struct str){big, n}, &p, &e));
	ck_assert(wire_open((struct str){big, WIRE_HEAD}, &p, &e));
	ck_assert_uint_eq(p.body.n, 0);
	ck_assert(wire_open((struct str){big, WIRE_MAX}, &p, &e));
	ck_assert(!wire_open((struct str){big, WIRE_MAX + 1}, &p, &e));
	ck_assert_ptr_nonnull(strstr(e.text, "more than 65536"));
}
END_TEST

START_TEST(a_body_over_the_limit_is_refused)
{
	struct arena a = {0};
	char *big = arena_alloc(&a, WIRE_MAX, 1);
	struct req_beat q;
	struct err e = {0};

	memset(big, ' ', WIRE_MAX);
	memcpy(big, "{}", 2);
	ck_assert(wire_read(&a, MSG_beat, (struct str){big, WIRE_MAX - WIRE_HEAD}, &q, &e));
	ck_assert(
	    !wire_read(&a, MSG_beat, (struct str){big, WIRE_MAX - WIRE_HEAD + 1}, &q, &e));
	ck_assert_int_eq(e.kind, ERR_INPUT);
	arena_clear(&a);
}
END_TEST

Suite *suite_wire_strict(void);

Suite *suite_wire_strict(void)
{
	Suite *s = suite_create("wire/strict");
	TCase *t = tcase_create("strict");

	tcase_add_test(t, a_faulty_body_is_refused_with_its_place);
	tcase_add_test(t, every_member_is_there_when_it_must_and_has_its_type);
	tcase_add_test(t, a_faulty_head_is_refused);
	tcase_add_test(t, a_packet_of_the_wrong_size_is_refused);
	tcase_add_test(t, a_body_over_the_limit_is_refused);
	suite_add_tcase(s, t);
	return s;
}
