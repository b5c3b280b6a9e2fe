/* SPDX-License-Identifier: MIT */
/*
 * A service without a service: replies from tests/tui/replies, a form that takes answers,
 * a list of as many rows as one likes. What was asked is kept as text, a line a request.
 */
#ifndef LOOKBACK_TESTS_TUI_CANNED_H
#define LOOKBACK_TESTS_TUI_CANNED_H

#include "tui/service.h"

struct canned {
	struct arena mem;
	struct rep_welcome welcome;
	struct rep_home home;
	struct rep_record record;
	struct rep_form form;
	struct rep_rank rank;
	struct rep_alerts alerts;
	struct rep_overrides overrides;
	struct rep_form sheet;
	struct rep_board board;
	struct rep_handing handing;
	struct rep_changes changes; /* told once, then nothing changed */
	int64_t waiting;            /* alerts, for one's roles */
	int64_t head;               /* of the log */
	int64_t rows;               /* of every list */
	int page;                   /* rows of a page */
	int served;                 /* how often next was asked */
	struct buf asked;           /* "answer route_seen right_to_ask\n" */
	struct str hostile;         /* not empty: stands in every text of every reply */
	struct str hint;            /* of a list that is empty */
	struct str why_found;       /* of every row of a list */
	enum msg fails;             /* this request fails ... */
	struct err why;             /* ... with this */
	bool decided;
	bool bare; /* no list of any reply holds anything */
};

void canned_init(struct canned *c);
void canned_clear(struct canned *c);
struct service canned_service(struct canned *c);
/* The row a list has at an index. */
struct part_row canned_row(struct arena *a, int64_t index);
bool canned_asked(const struct canned *c, const char *line);
int canned_count(const struct canned *c, const char *begin);
/* What follows the name of a request in `asked`, with a space before it. */
struct str canned_short(struct arena *a, enum msg msg, const void *q);
void canned_views(const struct canned *c, struct arena *a, struct rep_views *r);
/* Takes everything out of the lists of a message. */
void canned_bare(enum msg msg, void *message);
/* Puts a text into every member of a message that is one, and of its parts. */
void canned_fill(struct arena *a, enum msg msg, void *message, struct str text);

#endif
