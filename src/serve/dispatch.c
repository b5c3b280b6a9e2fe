/* SPDX-License-Identifier: MIT */
/* Requests to use cases: the table of the protocol is the table of functions. */
#include "serve/serve.h"

typedef bool (*use_case_fn)(struct desk *d, const void *q, void *r, struct err *e);

#define USE_CASE(name, no, reply, says)                                                        \
	static bool do_##name(struct desk *d, const void *q, void *r, struct err *e)           \
	{                                                                                      \
		return review_##name(d, q, r, e);                                              \
	}
WIRE_REQUESTS(USE_CASE)
#undef USE_CASE

#define USE_CASE(name, no, reply, says) [no] = do_##name,
static const use_case_fn use_cases[] = {WIRE_REQUESTS(USE_CASE)};
#undef USE_CASE

bool dispatch(enum msg msg, struct desk *d, const void *q, void *r, struct err *e)
{
	size_t n = sizeof(use_cases) / sizeof(use_cases[0]);

	if ((size_t)msg >= n || !use_cases[msg])
		return err_set(e, ERR_USAGE, "message %s is a reply; a request was expected",
		    wire_message((int)msg)->shape->name);
	return use_cases[msg](d, q, r, e);
}
