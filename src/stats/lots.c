/* SPDX-License-Identifier: MIT */
/* Acceptance of lots: code letters, the diagonals of the master tables, switching rules. */
#include "lookback/stats/lots.h"

#include <math.h>
#include <stddef.h>

#include "lookback/stats/hyper.h"
#include "lookback/stats/proportion.h"

static const struct {
	char letter;
	int64_t lot; /* the largest lot of level II with this letter */
	int64_t n;
} sizes[] = {
    {'A', 8, 2},
    {'B', 15, 3},
    {'C', 25, 5},
    {'D', 50, 8},
    {'E', 90, 13},
    {'F', 150, 20},
    {'G', 280, 32},
    {'H', 500, 50},
    {'J', 1200, 80},
    {'K', 3200, 125},
    {'L', 10000, 200},
    {'M', 35000, 315},
    {'N', 150000, 500},
    {'P', 500000, 800},
    {'Q', INT64_MAX, 1250},
};

/* In the order of the table's columns. Each step to the right moves the plans one letter up. */
static const int aqls[] = {65, 100, 150, 250, 400, 650, 1000, 1500, 2500, 4000, 6500};

/*
 * Down a column the table reads: arrows down, 0, two arrows, 1, 2, 3 and so on, arrows up. Of
 * the two arrows between 0 and 1, normal inspection points the first up to 0 and the second
 * down to 1; tightened inspection points both down.
 */
static const struct {
	int zero; /* row of the 0 in the first column */
	int up;   /* how many of the two arrows point up */
	int n;
	int accept[8]; /* from the 1 on */
} tables[] = {
    [LOTS_NORMAL] = {10, 1, 8, {1, 2, 3, 5, 7, 10, 14, 21}},
    [LOTS_TIGHTENED] = {11, 0, 7, {1, 2, 3, 5, 8, 12, 18}},
};
enum { ARROWS = 2 };

static int row_of(int64_t lot)
{
	int row = 0;

	while (lot > sizes[row].lot)
		row++;
	return row;
}

char lots_letter(int64_t lot)
{
	return lot < 2 ? '\0' : sizes[row_of(lot)].letter;
}

static int column_of(int aql)
{
	for (size_t i = 0; i < sizeof(aqls) / sizeof(aqls[0]); i++)
		if (aqls[i] == aql)
			return (int)i;
	return -1;
}

struct lots_plan lots_plan(int64_t lot, int aql, enum lots_severity severity)
{
	struct lots_plan p = {0};
	int column = column_of(aql), row, one, zero;

	if (lot < 2 || column < 0 || severity == LOTS_STOPPED)
		return p;
	zero = tables[severity].zero - column;
	one = zero + ARROWS + 1;
	row = row_of(lot);
	if (row <= zero + tables[severity].up)
		row = zero;
	else if (row < one)
		row = one;
	else if (row >= one + tables[severity].n)
		row = one + tables[severity].n - 1;
	p.defined = true;
	p.letter = sizes[row].letter;
	p.n = sizes[row].n < lot ? sizes[row].n : lot;
	p.accept = row == zero ? 0 : tables[severity].accept[row - one];
	return p;
}

struct lots_plan lots_alone(int64_t lot, double share, double confidence, int64_t accept)
{
	struct sample_size s = sample_needed(lot, share, confidence, accept);

	return (struct lots_plan){s.defined, '\0', s.n, s.defined ? accept : 0};
}

double lots_accepts(struct lots_plan p, int64_t lot, int64_t bad)
{
	return hyper_at_most((struct hyper){lot, bad, p.n}, p.accept);
}

double lots_accepts_rate(struct lots_plan p, double rate)
{
	return binomial_at_most(p.accept, p.n, rate);
}

/* ---- switching ------------------------------------------------------------------- */

enum {
	WINDOW = 0xf, /* four lots before this one: five with it */
	RUN = 5,
	TOO_MANY = 5
};

static struct lots_state next_normal(struct lots_state s, bool accepted)
{
	if (!accepted && s.recent & WINDOW)
		return (struct lots_state){.severity = LOTS_TIGHTENED};
	s.recent = (s.recent << 1 | !accepted) & WINDOW;
	return s;
}

static struct lots_state next_tightened(struct lots_state s, bool accepted)
{
	s.run = accepted ? s.run + 1 : 0;
	s.rejected += !accepted;
	if (s.rejected >= TOO_MANY)
		s.severity = LOTS_STOPPED;
	else if (s.run >= RUN)
		s = (struct lots_state){.severity = LOTS_NORMAL};
	return s;
}

struct lots_state lots_next(struct lots_state s, bool accepted)
{
	switch (s.severity) {
	case LOTS_NORMAL:
		return next_normal(s, accepted);
	case LOTS_TIGHTENED:
		return next_tightened(s, accepted);
	case LOTS_STOPPED:
		break;
	}
	return s;
}

struct lots_state lots_resume(struct lots_state s)
{
	if (s.severity == LOTS_STOPPED)
		s = (struct lots_state){.severity = LOTS_TIGHTENED};
	return s;
}
