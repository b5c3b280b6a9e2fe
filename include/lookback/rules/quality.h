/* SPDX-License-Identifier: MIT */
/*
 * What a pack says about quality (quality.yaml): how work is looked at a second time, how
 * many of it, and what follows. Shares are in thousandths of a per cent: 5 % is 5000.
 */
#ifndef LOOKBACK_RULES_QUALITY_H
#define LOOKBACK_RULES_QUALITY_H

#include "lookback/rules/pack.h"

enum plan_kind {
	PLAN_SECOND,  /* what was read is read again, blind; the third person decides */
	PLAN_ELUSION, /* what was set aside without being read is read for the first time */
	PLAN_KNOWN,   /* known-answer cases: each reader reads each, and nothing hangs on it */
	PLAN_LOT,     /* as PLAN_SECOND; size and acceptance after ISO 2859-1, lot by lot */
};
/* A plan as the pack proposes it; what is fixed in the log may differ from it where the pack
 * leaves room (stats: draw.h, hyper.h, lots.h; docs/SAMPLING.md). */
enum { QUALITY_CONFIDENCE = 95000 }; /* where a plan asks for a share and says none */
struct plan_rule {
	struct str id, label;
	enum plan_kind kind;
	const struct expr *of; /* the frame */
	struct str of_text;
	const struct expr *always; /* of the frame: read in any case; NULL: none */
	struct str always_text;
	const struct expr *found; /* of the record with its final answers; NULL: overturned */
	struct str found_text;
	struct strs strata; /* attributes: VT_CHOICE, VT_STAFF, VT_USER; of a date its year */
	int percent;        /* 0: not by share */
	int size, least, first, days; /* 0: not given */
	int share, confidence, allow; /* share 0: not asked for */
	int aql;                      /* PLAN_LOT, as in stats/lots.h */
	bool whole;                   /* a failed pass has the whole rest of its frame read */
	struct place at;
};
struct calibration {
	int first; /* so many known-answer cases before anything else is served; 0: none */
	int every; /* and one among so many cases from then on, by lot; 0: none */
	int pass;  /* share of the answers that must be right, over the last `first` cases */
	struct strs alert;
	struct place at;
};
/* Units by a field: what share of each is bad, against the rate of all. */
struct funnel_rule {
	struct str by; /* field */
	const struct expr *of, *bad;
	struct str of_text, bad_text;
	struct place at;
};
/* One measure of a monthly audit. Either numbers given on the month's record (top, and `of`
 * unless it is a plain count), or a yes-or-no question of the items under it. */
struct measure {
	struct str id, label;
	struct str top, of; /* questions of the month's record */
	struct str item;    /* question of the item type */
	struct place at;
};
struct audit_rule {
	struct str type, month; /* record type of a month; its field that holds 2026-11 */
	struct str items;       /* record type of what is scored under it */
	struct str comment;     /* question of the month's record; may be empty */
	struct {
		struct measure *v;
		size_t n, cap;
	} measures;
	struct place at;
};
struct quality {
	bool given;        /* the pack has a quality.yaml */
	struct str type;   /* record type that passes are drawn from */
	struct str state;  /* seated state of it in which work is read again */
	struct strs by;    /* roles that plan, draw and close passes, and see what they find */
	struct strs alert; /* roles told what a pass has found */
	struct {
		struct plan_rule *v;
		size_t n, cap;
	} plans;
	struct calibration calibration; /* first and every 0: the review has none */
	struct funnel_rule funnel;      /* by empty: none */
	struct audit_rule audit;        /* type empty: none */
	struct place at;
};

const struct plan_rule *quality_plan(const struct quality *q, struct str id);
/* What passes of this pack may be closed by: somebody of quality.by who is not blind. */
bool quality_by(const struct pack *p, struct strs roles);
/* "20" of 20000, "0.5" of 500. */
struct str quality_share(struct arena *a, int thousandths);
/* Acceptance quality limits that lots can have, as in stats/lots.h, rising; n of them. */
const int *quality_aqls(size_t *n);
const char *plan_kind_name(enum plan_kind k); /* second, elusion, known, lot */

#endif
