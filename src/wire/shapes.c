/* SPDX-License-Identifier: MIT */
/* The tables of messages.h as data: what members each struct has, and where. */
#include <limits.h>

#include "lookback/wire/wire.h"

enum { MUST = 1, OPT = 0 };

/* clang-format off */
/*
 * A list such as REQ_next(F, L) calls F without saying which struct it stands in. So what is
 * passed for F is the beginning of an initialiser that knows the struct and ends in the name
 * of a macro, which the list then completes.
 */
#define VALUE_IN(in) {.offset = __builtin_offsetof(in, VALUE
#define VALUE(of, member, need, text) \
	member), .name = #member, .kind = WIRE_##of, .must = (need), .says = (text)},
#define LIST_IN(in) {.offset = __builtin_offsetof(in, LIST
#define LIST(of, member, need, text) \
	member), .name = #member, .kind = WIRE_LIST, .must = (need), .part = &parts[PART_NO_##of], \
	.says = (text)},
#define FIELDS(what, in) {what(VALUE_IN(in), LIST_IN(in)) {.name = NULL}}
#define COUNT(fields) (sizeof(fields) / sizeof((fields)[0]) - 1)

#define PART_NUMBER(name) PART_NO_##name,
enum part { WIRE_PARTS(PART_NUMBER) PARTS };

static const struct wire_shape parts[PARTS];

#define PART_FIELDS(name) \
	static const struct wire_field fields_part_##name[] = \
	    FIELDS(PART_##name, struct part_##name);
WIRE_PARTS(PART_FIELDS)
#define REQ_FIELDS(name, no, reply, says) \
	static const struct wire_field fields_req_##name[] = \
	    FIELDS(REQ_##name, struct req_##name);
WIRE_REQUESTS(REQ_FIELDS)
#define REP_FIELDS(name, no, says) \
	static const struct wire_field fields_rep_##name[] = \
	    FIELDS(REP_##name, struct rep_##name);
WIRE_REPLIES(REP_FIELDS)

#define PART_SHAPE(name) \
	[PART_NO_##name] = {#name, sizeof(struct part_##name), fields_part_##name, \
	    COUNT(fields_part_##name), NULL},
static const struct wire_shape parts[PARTS] = {WIRE_PARTS(PART_SHAPE)};

#define REQ_NUMBER(name, no, reply, says) REQ_NO_##name,
#define REP_NUMBER(name, no, says) REP_NO_##name,
enum place { WIRE_REQUESTS(REQ_NUMBER) WIRE_REPLIES(REP_NUMBER) MESSAGES };

#define REQ_SHAPE(name, no, reply, says) \
	[REQ_NO_##name] = {#name, sizeof(struct req_##name), fields_req_##name, \
	    COUNT(fields_req_##name), says},
#define REP_SHAPE(name, no, says) \
	[REP_NO_##name] = {#name, sizeof(struct rep_##name), fields_rep_##name, \
	    COUNT(fields_rep_##name), says},
static const struct wire_shape shapes[MESSAGES] = {
	WIRE_REQUESTS(REQ_SHAPE) WIRE_REPLIES(REP_SHAPE)
};

#define REQ_MESSAGE(name, no, answer, says) \
	[REQ_NO_##name] = {MSG_##name, MSG_R_##answer, &shapes[REQ_NO_##name]},
#define REP_MESSAGE(name, no, says) \
	[REP_NO_##name] = {MSG_R_##name, (enum msg)0, &shapes[REP_NO_##name]},
static const struct wire_message messages[MESSAGES] = {
	WIRE_REQUESTS(REQ_MESSAGE) WIRE_REPLIES(REP_MESSAGE)
};

/* Place in the table plus one, by number. */
#define REQ_PLACE(name, no, reply, says) [no] = REQ_NO_##name + 1,
#define REP_PLACE(name, no, says) [no] = REP_NO_##name + 1,
static const unsigned char places[UCHAR_MAX + 1] = {
	WIRE_REQUESTS(REQ_PLACE) WIRE_REPLIES(REP_PLACE)
};
/* clang-format on */

const struct wire_message *wire_message(int number)
{
	if (number < 0 || number > UCHAR_MAX || places[number] == 0)
		return NULL;
	return &messages[places[number] - 1];
}

const struct wire_message *wire_messages(size_t *n)
{
	*n = MESSAGES;
	return messages;
}
