/* SPDX-License-Identifier: MIT */
/* The twenty bytes before every body. */
#include <string.h>

#include "lookback/wire/wire.h"

enum { AT_VERSION = 0, AT_MSG = 1, AT_ZERO = 2, AT_ID = 4 };

bool wire_open(struct str packet, struct wire_packet *out, struct err *e)
{
	const unsigned char *p = (const unsigned char *)packet.p;

	if (packet.n > WIRE_MAX)
		return err_set(e, ERR_INPUT, "a message of more than %d bytes", WIRE_MAX);
	if (packet.n < WIRE_HEAD)
		return err_set(e, ERR_INPUT, "a message of %zu bytes; its head alone has %d",
		    packet.n, WIRE_HEAD);
	if (p[AT_VERSION] != WIRE_VERSION)
		return err_set(e, ERR_INPUT,
		    "a message of version %d; this is version %d: both ends must be the same "
		    "program",
		    p[AT_VERSION], WIRE_VERSION);
	if (!wire_message(p[AT_MSG]))
		return err_set(e, ERR_INPUT, "no message has the number %d", p[AT_MSG]);
	if (p[AT_ZERO] || p[AT_ZERO + 1])
		return err_set(e, ERR_INPUT, "bytes 2 and 3 of a message must be 0");
	out->msg = (enum msg)p[AT_MSG];
	memcpy(out->id, p + AT_ID, WIRE_ID);
	out->body = (struct str){packet.p + WIRE_HEAD, packet.n - WIRE_HEAD};
	return true;
}

bool wire_packet(struct arena *a, enum msg msg, const uint8_t id[WIRE_ID], const void *in,
    struct str *out, struct err *e)
{
	const char head[AT_ID] = {[AT_VERSION] = WIRE_VERSION, [AT_MSG] = (char)msg};
	struct buf b = buf_in(a);

	buf_put(&b, (struct str){head, sizeof(head)});
	buf_put(&b, (struct str){(const char *)id, WIRE_ID});
	wire_body(a, msg, in, &b);
	if (b.n > WIRE_MAX)
		return err_set(e, ERR_INPUT, "message %s would take %zu bytes; %d at most",
		    wire_message((int)msg)->shape->name, b.n, WIRE_MAX);
	*out = buf_str(&b);
	return true;
}
