/* SPDX-License-Identifier: MIT */
/*
 * One message is one packet of a SOCK_SEQPACKET socket, at most WIRE_MAX bytes:
 *
 *   byte 0      version, WIRE_VERSION
 *   byte 1      message number (enum msg)
 *   bytes 2-3   0
 *   bytes 4-19  request id, chosen by the client; a reply carries the same
 *   bytes 20-   body: one JSON object, canonical, keys as the table says
 *
 * The decoder is strict: unknown, missing or wrongly typed members, invalid UTF-8
 * and anything behind the object are refused with a sentence. A file descriptor
 * travels beside the packet as SCM_RIGHTS (import, backup, packs).
 */
#ifndef LOOKBACK_WIRE_WIRE_H
#define LOOKBACK_WIRE_WIRE_H

#include "lookback/wire/messages.h"

enum { WIRE_VERSION = 1, WIRE_MAX = 65536, WIRE_HEAD = 20, WIRE_ID = 16 };

enum wire_kind { WIRE_TEXT, WIRE_INT, WIRE_FLAG, WIRE_TEXTS, WIRE_JSON, WIRE_LIST };
struct wire_shape;
struct wire_field {
	const char *name;
	enum wire_kind kind;
	bool must;
	size_t offset;                 /* into the struct */
	const struct wire_shape *part; /* WIRE_LIST: what it is a list of */
	const char *says;
};
struct wire_shape {
	const char *name; /* "next", "row" */
	size_t size;      /* of the struct */
	const struct wire_field *fields;
	size_t n;
	const char *says;
};
struct wire_message {
	enum msg msg;
	enum msg reply; /* of a request; 0 for a reply */
	const struct wire_shape *shape;
};
/* All messages by number; NULL for none. wire_messages(&n) lists them in table order. */
const struct wire_message *wire_message(int number);
const struct wire_message *wire_messages(size_t *n);

/* Does the request change nothing? (A view is logged all the same.) One that nobody has named
 * as reading writes. */
bool wire_reads(enum msg request);

struct wire_packet {
	enum msg msg;
	uint8_t id[WIRE_ID];
	struct str body; /* JSON text, inside the packet */
};
/* A packet's head; ERR_INPUT when it is none of ours. */
MUST_USE bool wire_open(struct str packet, struct wire_packet *out, struct err *e);
/* A body into a struct of this message (strings live in the arena). */
MUST_USE bool wire_read(
    struct arena *a, enum msg msg, struct str body, void *out, struct err *e);
/* A struct into a body or a whole packet. Over WIRE_MAX is ERR_INPUT. */
void wire_body(struct arena *a, enum msg msg, const void *in, struct buf *out);
MUST_USE bool wire_packet(struct arena *a, enum msg msg, const uint8_t id[WIRE_ID],
    const void *in, struct str *out, struct err *e);
/* docs/PROTOCOL.md's tables, from the same table. */
void wire_document(struct buf *out);

#endif
