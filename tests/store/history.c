/* SPDX-License-Identifier: MIT */
#include "history.h"

enum { MOST = 40 };

static const char *const staff[] = {"PC12", "DS77", "PC34"};
static const char *const people[] = {"ann", "bob", "cyd"};
static const char *const states[] = {"triage", "review", "closed"};
static const char *const queues[] = {"officers", "reviewers", ""};
static const char *const words[] = {"knife", "caf\xc3\xa9", "Zo\xc3\xab", "night", "2016"};

struct world {
	struct rig *rig;
	struct dice *dice;
	int records, batches, users;
	const char *holder[MOST]; /* NULL: free */
};

static int any(struct world *w, int n)
{
	return (int)dice_below(w->dice, (uint64_t)n);
}

static const char *ref_of(struct world *w, int i)
{
	return arena_printf(&w->rig->arena, "H-%02d", i).p;
}

static const char *bars(struct world *w)
{
	switch (any(w, 4)) {
	case 0:
		return arena_printf(&w->rig->arena, "'%s'", staff[any(w, 3)]).p;
	case 1:
		return "'PC12','DS77','PC12'";
	default:
		return "";
	}
}

static const char *text(struct world *w)
{
	return arena_printf(
	    &w->rig->arena, "%s %s %d", words[any(w, 5)], words[any(w, 5)], any(w, 100))
	    .p;
}

static void open_one(struct world *w)
{
	int i = w->records++;

	w->holder[i] = NULL;
	rig_say(w->rig, "ann", EVENT_RECORD_OPENED, ref_of(w, i),
	    "{'type':'case','state':'triage','queue':'officers','rank':%d,'fields':{"
	    "'subject_name':'%s','route':'web','visits':%d},'texts':{'narrative':'%s'},"
	    "'bars':[%s],'pack':'p1'%s}",
	    any(w, 50), text(w), any(w, 9), text(w), bars(w),
	    any(w, 2) ? ",'due':'2026-08-01T00:00:00.000Z','batch':'b0','line':3" : "");
}

static void change(struct world *w, int i)
{
	const char *name = any(w, 3) ? arena_printf(&w->rig->arena, "'%s'", text(w)).p : "null";
	const char *body = any(w, 3) ? arena_printf(&w->rig->arena, "'%s'", text(w)).p : "null";

	rig_say(w->rig, "ann", EVENT_RECORD_CHANGED, ref_of(w, i),
	    "{'fields':{'subject_name':%s,'extra':'x'},'texts':{'narrative':%s},'was':{},"
	    "'bars':[%s],'rank':%d%s}",
	    name, body, bars(w), any(w, 50), any(w, 2) ? ",'flag':'changed_by_import'" : "");
}

static void claim(struct world *w, int i)
{
	const char *by = people[any(w, 3)];

	if (w->holder[i])
		return;
	w->holder[i] = by;
	rig_say(w->rig, by, EVENT_RECORD_CLAIMED, ref_of(w, i), "{'how':'next'}");
}

static void give_back(struct world *w, int i)
{
	const char *by = w->holder[i];

	if (!by)
		return;
	w->holder[i] = NULL;
	switch (any(w, 3)) {
	case 0:
		rig_say(w->rig, by, EVENT_RECORD_RELEASED, ref_of(w, i), "{'reason':''}");
		break;
	case 1:
		rig_say(
		    w->rig, "system", EVENT_CLAIM_EXPIRED, ref_of(w, i), "{'holder':'%s'}", by);
		break;
	default:
		rig_say(w->rig, by, EVENT_RECORD_DEFERRED, ref_of(w, i),
		    "{'until':'2026-08-%02d','reason':'r'}", 1 + any(w, 28));
	}
}

static void assign(struct world *w, int i)
{
	w->holder[i] = people[any(w, 3)];
	rig_say(w->rig, "ann", EVENT_RECORD_ASSIGNED, ref_of(w, i), "{'to':'%s','reason':'r'}",
	    w->holder[i]);
}

static void answer(struct world *w, int i)
{
	rig_say(w->rig, people[any(w, 3)], EVENT_ANSWER_GIVEN, ref_of(w, i),
	    "{'form':'triage','seat':%d,'question':'q%d'%s%s,'pack':'p1','rank':%d}", any(w, 2),
	    any(w, 4), any(w, 4) ? ",'value':'yes'" : "", any(w, 2) ? ",'reason':'so'" : "",
	    any(w, 50));
}

static void move(struct world *w, int i)
{
	int to = any(w, 3);
	const char *queue = queues[to];

	w->holder[i] = NULL;
	rig_say(w->rig, people[any(w, 3)], EVENT_RECORD_MOVED, ref_of(w, i),
	    "{'transition':'t%d','from':'x','to':'%s',%s%s%s'rank':%d,'final':%s%s,"
	    "'set':{%s},'reason':'','alert':[],'pack':'p1'}",
	    any(w, 5), states[to], *queue ? "'queue':'" : "", queue, *queue ? "'," : "",
	    any(w, 99), to == 2 ? "true" : "false", any(w, 2) ? ",'band':'red'" : "",
	    any(w, 2) ? "'route':'post','subject_name':null" : "");
}

static void people_change(struct world *w)
{
	switch (any(w, 4)) {
	case 0:
		rig_say(w->rig, "ann", EVENT_USER_ADDED, "",
		    "{'name':'u%d','full':'U','roles':['a','b'],'staff':''}", w->users++);
		break;
	case 1:
		rig_say(w->rig, "ann", EVENT_USER_CHANGED, "", "{'name':'u0','roles':['c']}");
		break;
	case 2:
		rig_say(w->rig, "ann", EVENT_BATCH_IMPORTED, "",
		    "{'batch':'b%d','file':'f','source':'s','map':'m','sha256':'0','read':1,"
		    "'added':1,'same':0,'changed':0}",
		    w->batches++);
		break;
	default:
		rig_say(w->rig, "ann", EVENT_USER_DISABLED, "", "{'name':'u0','reason':'r'}");
	}
}

static void one(struct world *w)
{
	int i = w->records ? any(w, w->records) : 0, way = any(w, 100);

	if (w->records == 0 || (way < 12 && w->records < MOST))
		open_one(w);
	else if (way < 20)
		change(w, i);
	else if (way < 38)
		claim(w, i);
	else if (way < 50)
		give_back(w, i);
	else if (way < 55)
		assign(w, i);
	else if (way < 68)
		answer(w, i);
	else if (way < 78)
		move(w, i);
	else if (way < 84)
		rig_say(
		    w->rig, "bob", EVENT_NOTE_ADDED, ref_of(w, i), "{'text':'%s'}", text(w));
	else if (way < 92)
		rig_say(w->rig, "cyd", EVENT_RECORD_VIEWED, ref_of(w, i),
		    "{'how':'ref','reason':''}");
	else if (way < 96)
		rig_say(w->rig, "system", EVENT_RECORD_WOKEN, ref_of(w, i), "{}");
	else
		people_change(w);
}

/* A round of a few events; now and then a request in it is undone, or the whole of it. */
static void some(struct world *w)
{
	struct world before = *w;
	bool back = any(w, 10) == 0;
	struct rig *rig = w->rig;

	rig_round(rig);
	for (int n = 1 + any(w, 6); n > 0; n--) {
		struct world saved = *w;
		done(store_save(rig->st, &rig->err));
		one(w);
		if (any(w, 5)) {
			done(store_keep(rig->st, &rig->err));
		} else {
			store_undo(rig->st);
			*w = saved;
		}
	}
	if (!back) {
		rig_commit(rig);
		return;
	}
	store_rollback(rig->st);
	rig->open_round = false;
	*w = before;
}

void history_run(struct rig *rig, struct dice *d, int n)
{
	struct world w = {.rig = rig, .dice = d, .users = 1};

	rig_say(rig, "ann", EVENT_USER_ADDED, "",
	    "{'name':'u0','full':'U','roles':['a'],'staff':'PC12'}");
	while (rig->st->head.seq < n)
		some(&w);
}
