/* SPDX-License-Identifier: MIT */
/* Histories: quality passes, readings, questions on work, known-answer cases. */
#include <string.h>

#include "history.h"

/* What is about no record: whoever is blind is told of none of it. */
static int64_t pass(struct world *w, enum event_type type, const char *body)
{
	w->concealed += w->twin;
	if (w->twin && w->without)
		return rig_say(w->rig, "bob", EVENT_NOTE_ADDED, "F-0", "{'text':'x'}");
	return rig_say(w->rig, "bob", type, "", "%s", body);
}

static bool fix(struct world *w)
{
	static const char *const kinds[] = {"second", "elusion", "known", "lot"};

	pass(w, EVENT_PLAN_FIXED,
	    arena_printf(&w->rig->arena,
		"{'plan':'q%d','rule':'dip','kind':'%s','label':'Dip','expr':'state:closed',"
		"'always':'','found':'','strata':['route'],'size':%d,'percent':0,'least':1,"
		"'first':0,'days':7,'share':1000,'confidence':95000,'allow':%d,'aql':0,"
		"'whole':true,'seed':'%d','reason':'r'%s}",
		++w->plans.n, kinds[any(w, 4)], any(w, 9), any(w, 3), any(w, 99),
		any(w, 3) ? "" : ",'of':'q1'")
		.p);
	return true;
}

static bool draw(struct world *w)
{
	if (w->plans.drawn == w->plans.n)
		return fix(w);
	pass(w, EVENT_SAMPLE_DRAWN,
	    arena_printf(&w->rig->arena,
		"{'plan':'q%d','frame':'ab','refs':['H-00','H-01','H-02'],'strata':{},"
		"'sample':['H-0%d'],'seq':%d,'head':'cd'}",
		++w->plans.drawn, any(w, 3), any(w, 99))
		.p);
	return true;
}

static bool end(struct world *w)
{
	if (w->plans.closed == w->plans.drawn)
		return draw(w);
	pass(w, EVENT_PLAN_CLOSED,
	    arena_printf(&w->rig->arena,
		"{'plan':'q%d','read':%d,'found':%d,'passed':%s,'text':'%s','reason':''%s}",
		++w->plans.closed, any(w, 9), any(w, 3), any(w, 2) ? "true" : "false", text(w),
		any(w, 2) ? "" : ",'follow':'q2'")
		.p);
	return true;
}

/* What readers shall be shown of a record that is blind from now on, or is so again. */
static struct str base(struct world *w, int i)
{
	return rig_ask(w->rig,
	    "SELECT '''blind_from'':' || coalesce(blind_from, (SELECT max(seq) + 1 FROM "
	    "event)) || "
	    "',''version'':' || (CASE WHEN blind_from IS NULL THEN version ELSE base_version "
	    "END + "
	    "1) || ',''views'':' || CASE WHEN blind_from IS NULL THEN views ELSE base_views "
	    "END "
	    "FROM record WHERE ref = '%s'",
	    ref_of(w, i));
}

/* The other twin of a reading: it came there by a step. */
static void step_there(struct world *w, int i, int rank, const char *due)
{
	struct str band =
	    rig_ask(w->rig, "SELECT band FROM record WHERE ref = '%s'", ref_of(w, i));

	if (w->r[i].hidden) {
		rig_say(w->rig, "bob", EVENT_NOTE_ADDED, "F-0", "{'text':'x'}");
		return;
	}
	rig_say(w->rig, "cyd", EVENT_RECORD_MOVED, ref_of(w, i),
	    "{'transition':'again','from':'kept','to':'screening','queue':'reviewer','rank':%d,"
	    "'final':false,'blind':true,'set':{},'reason':'','alert':[],'pack':'p1'%s%s%s%s}",
	    rank, due, band.n ? ",'band':'" : "", band.n ? band.p : "", band.n ? "'" : "");
}

/* To readers a case that is read again is one that has just come. */
static bool reopen(struct world *w, int i)
{
	static const char *const people[] = {"bob", "cyd", ""};
	struct made *r = &w->r[i];
	const char *due = any(w, 2) ? "" : ",'due':'2026-07-01T00:00:00.000Z'";
	int seat = any(w, 2), plan = any(w, 9), rank = any(w, 50), author = any(w, 3);

	if (w->plans.drawn == 0 || r->blind || r->reading || (w->twin && r->answered))
		return draw(w);
	*r = (struct made){.type = r->type,
	    .seat = seat,
	    .answered = r->answered,
	    .blind = true,
	    .was_blind = true,
	    .under_blind = r->under_blind,
	    .hidden = r->hidden,
	    .reading = 1 + plan % w->plans.drawn};
	w->plans.places += 2;
	w->concealed += w->twin;
	if (w->twin && w->without) {
		step_there(w, i, rank, due);
		return true;
	}
	rig_say(w->rig, "bob", EVENT_READING_OPENED, ref_of(w, i),
	    "{'plan':'q%d','stratum':'','place':%d,'from':'kept','to':'screening','queue':'%s',"
	    "'home':'reviewer','rank':%d,'seat':%d,'author':'%s',%s,'pack':'p1'%s}",
	    r->reading, w->plans.places, seat ? "second_reader" : "reviewer", rank, seat,
	    people[author], base(w, i).p, due);
	return true;
}

static bool close_reading(struct world *w, int i)
{
	static const char *const results[] = {"upheld", "overturned", "found"};
	struct made *r = &w->r[i];
	bool back = any(w, 3);

	if (!r->reading || w->twin)
		return reopen(w, i);
	tell(w, "cyd", EVENT_READING_CLOSED, i, true,
	    "{'plan':'q%d','result':'%s','differ':[%s],'back':%s,'rank':%d,'final':%s%s,"
	    "'pack':'p1'}",
	    r->reading, results[any(w, 3)], any(w, 2) ? "" : "'eligible'",
	    back ? "true" : "false", any(w, 50), back ? "true" : "false",
	    back ? ",'to':'filed','due':'2026-07-09T00:00:00.000Z'" : "");
	r->reading = 0;
	if (back) {
		r->holder = r->aside = NULL;
		r->blind = false;
		r->seat = 0;
	}
	return true;
}

static bool score(struct world *w, int i)
{
	struct made *r = &w->r[i];

	if (!r->reading || w->twin)
		return close_reading(w, i);
	r->holder = NULL;
	r->seat = 1;
	tell(w, someone(w, i), EVENT_READING_SCORED, i, false,
	    "{'plan':'q%d','reason':'','differ':[],'right':%d,'of':4,'rank':1}", r->reading,
	    any(w, 5));
	return true;
}

/* Two read it and differ, a third decides. */
static bool contest(struct world *w, int i)
{
	static const struct {
		const char *by, *value, *more;
		int seat, at;
	} turns[] = {
	    {"bob", "yes", "'next':1,'queue':'second_reader'", 0, 0},
	    {"ann", "no", "'next':2,'queue':'adjudicator','agreed':false,'differ':['eligible']",
		1, 2},
	    {"cyd", "unsure", "'next':0", 2, 0},
	};
	struct made *r = &w->r[i];

	if (!r->blind || w->twin)
		return score(w, i);
	for (size_t k = 0; k < COUNT(turns); k++) {
		tell(w, turns[k].by, EVENT_ANSWER_GIVEN, i, false,
		    "{'form':'screen','seat':%d,'question':'eligible','value':'%s','reason':'"
		    "so',"
		    "'pack':'p1','rank':1,'blind':true}",
		    turns[k].at, turns[k].value);
		tell(w, turns[k].by, EVENT_SEAT_LOCKED, i, false,
		    "{'seat':%d,'transition':'include','reason':'','rank':1,'pack':'p1',%s}",
		    turns[k].seat, turns[k].more);
	}
	r->holder = r->aside = NULL;
	r->seat = 0;
	return true;
}

/* ---- people ----------------------------------------------------------------------- */

static bool pause_or_resume(struct world *w)
{
	const char *user = any(w, 2) ? "ann" : "cyd";

	if (any(w, 2))
		pass(w, EVENT_REVIEWER_PAUSED,
		    arena_printf(&w->rig->arena, "{'user':'%s','text':'t'}", user).p);
	else
		pass(w, EVENT_REVIEWER_RESUMED,
		    arena_printf(&w->rig->arena, "{'user':'%s','reason':'r'}", user).p);
	return true;
}

/* To others than ann: she is not told of it. */
static int64_t about(
    struct world *w, const char *by, enum event_type type, int i, const char *body)
{
	w->concealed += w->twin;
	if (w->twin && w->without)
		return rig_say(w->rig, "bob", EVENT_NOTE_ADDED, "F-0", "{'text':'x'}");
	return rig_say(w->rig, by, type, ref_of(w, i), "%s", body);
}

static bool ask(struct world *w, int i)
{
	int64_t seq;

	if (w->twin && !w->r[i].blind) /* there everybody sees that one waits */
		return pause_or_resume(w);
	seq = about(w, "bob", EVENT_QUERY_RAISED, i,
	    arena_printf(&w->rig->arena,
		"{'to':'cyd','question':'sure','form':'review','text':'%s'%s}", text(w),
		any(w, 2) ? "" : ",'transition':'return'")
		.p);

	remember(w, &w->queries, seq, i, i, false);
	return true;
}

static bool reply(struct world *w)
{
	struct deeds *d = &w->queries;
	struct deed *x = d->n ? &d->v[any(w, d->n)] : NULL;
	bool closes = any(w, 2);
	const char *body;

	if (!x || x->closed)
		return pause_or_resume(w);
	x->closed = closes;
	body = arena_printf(
	    &w->rig->arena, "{'query':%lld,'text':'%s'}", (long long)x->seq, text(w))
		   .p;
	about(w, closes ? "bob" : "cyd", closes ? EVENT_QUERY_CLOSED : EVENT_QUERY_ANSWERED,
	    x->record, body);
	return true;
}

bool quality_deed(struct world *w, int i)
{
	switch (any(w, 9)) {
	case 0:
		return draw(w);
	case 1:
		return end(w);
	case 2:
		return ask(w, i);
	case 3:
		return reply(w);
	case 4:
		return score(w, i);
	case 5:
		return reopen(w, i);
	case 6:
		return contest(w, i);
	default:
		return close_reading(w, i);
	}
}
