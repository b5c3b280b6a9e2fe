/* SPDX-License-Identifier: MIT */
#include "history.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const staff[] = {"PC12", "DS77", "PC34", "@ann", "@bob"};
static const char *const people[] = {"ann", "bob", "cyd"};
static const char *const words[] = {"knife", "caf\xc3\xa9", "Zo\xc3\xab", "night", "2016"};

/* Where records of a type stand: state, queue, blind, final. */
static const struct standing {
	const char *type, *state, *queue;
	bool blind, final;
} states[] = {
    {"case", "triage", "triage_officer", false, false},
    {"case", "review", "reviewer", false, false},
    {"case", "research", "", true, false},
    {"case", "closed", "", false, true},
    {"paper", "screening", "reviewer", true, false},
    {"paper", "kept", "supervisor", false, false},
    {"paper", "filed", "", false, true},
    {"action", "todo", "reviewer", false, false},
    {"action", "over", "", false, true},
    {"enquiry", "waiting", "reviewer", false, false},
    {"enquiry", "answered", "", false, true},
};
static const struct asking {
	const char *type, *form, *question, *value;
} questions[] = {
    {"case", "triage", "identified", "yes"},
    {"case", "triage", "later", "no"},
    {"case", "triage", "incidents", "7"},
    {"case", "review", "sure", "fair"},
    {"paper", "screen", "eligible", "no"},
    {"paper", "screen", "ground", "topic"},
    {"paper", "screen", "thought", "A knife"},
    {"action", "outcome", "safe", "yes"},
};

int any(struct world *w, int n)
{
	return (int)dice_below(w->dice, (uint64_t)n);
}

const char *ref_of(struct world *w, int i)
{
	return arena_printf(&w->rig->arena, "H-%02d", i).p;
}

const char *text(struct world *w)
{
	return arena_printf(
	    &w->rig->arena, "%s %s %d", words[any(w, 5)], words[any(w, 5)], any(w, 100))
	    .p;
}

/* Nobody does anything to what does not exist for them. */
const char *someone(struct world *w, int i)
{
	return w->r[i].hidden ? people[1 + any(w, 2)] : people[any(w, 3)];
}

static bool hidden(const struct world *w, const char *actor, int i, bool open)
{
	const struct made *r = &w->r[i];

	return w->twin && (r->hidden || (r->blind && !open && strcmp(actor, "ann") != 0));
}

int64_t tell(struct world *w, const char *actor, enum event_type type, int i, bool open,
    const char *body, ...)
{
	bool hide = hidden(w, actor, i, open);
	char said[2048];
	va_list ap;

	va_start(ap, body);
	vsnprintf(said, sizeof(said), body, ap);
	va_end(ap);
	w->concealed += hide;
	if (hide && w->without)
		return rig_say(w->rig, "bob", EVENT_NOTE_ADDED, "F-0", "{'text':'x'}");
	return rig_say(w->rig, actor, type, ref_of(w, i), "%s", said);
}

void remember(struct world *w, struct deeds *d, int64_t seq, int i, int other, bool hide)
{
	if (d->n < REMEMBERED)
		d->v[d->n++] = (struct deed){seq, i, other, false, hide && w->twin};
}

/* ---- records ------------------------------------------------------------------------ */

/* The text that records of a type have; papers have none. */
static const char *texts(struct world *w, const char *type, const char *body)
{
	static const char *const names[][2] = {
	    {"case", "narrative"}, {"action", "cause"}, {"enquiry", "message"}};

	for (size_t i = 0; i < COUNT(names); i++)
		if (strcmp(names[i][0], type) == 0)
			return arena_printf(&w->rig->arena, "'%s':%s", names[i][1], body).p;
	return "";
}

static const char *quoted(struct world *w)
{
	return arena_printf(&w->rig->arena, "'%s'", text(w)).p;
}

static const char *bars(struct world *w)
{
	switch (any(w, 5)) {
	case 0:
		return arena_printf(&w->rig->arena, "'%s'", staff[any(w, 3)]).p;
	case 1:
		return "'PC12','DS77','PC12'";
	case 2:
		return arena_printf(&w->rig->arena, "'%s','%s'", staff[any(w, 3)],
		    staff[w->twin ? 4 : 3 + any(w, 2)])
		    .p;
	default:
		return "";
	}
}

static const struct standing *standing(struct world *w, const char *type, bool first)
{
	const struct standing *s = NULL;
	int n = 0;

	for (size_t i = 0; i < COUNT(states) && !(first && s); i++)
		if (strcmp(states[i].type, type) == 0 && any(w, ++n) == 0)
			s = &states[i];
	return s;
}

/* Under a blind record what others open is hidden, but for what is evidence. */
static void under(struct world *w, struct made *r, int parent, const char *actor)
{
	const struct made *p = &w->r[parent];

	r->under_blind = p->was_blind || p->under_blind;
	r->hidden = w->twin && (p->hidden || (r->under_blind && strcmp(actor, "ann") != 0 &&
						 strcmp(r->type, "action") != 0));
}

static void open_one(struct world *w)
{
	static const char *const types[] = {
	    "case", "paper", "case", "paper", "action", "enquiry"};
	bool child = w->records > 3 && any(w, 2);
	int i = w->records, parent = child ? any(w, i) : 0, way = any(w, 3);
	struct made *r = &w->r[i];
	const char *by = child ? someone(w, parent) : people[any(w, 3)];
	const struct standing *s;

	*r = (struct made){.type = types[child ? 2 + any(w, 4) : any(w, 4)]};
	if (child)
		under(w, r, parent, by);
	s = standing(w, r->type, true);
	r->blind = r->was_blind = s->blind;
	w->records++;
	tell(w, by, EVENT_RECORD_OPENED, i, true,
	    "{'type':'%s','state':'%s','queue':'%s','rank':%d,'fields':{'subject_name':'%s',"
	    "'route':'web','visits':%d,'received':'20%02d-03-05'},'texts':{%s},"
	    "'bars':[%s],'pack':'p1'%s%s%s%s%s}",
	    r->type, s->state, s->queue, any(w, 50), text(w), any(w, 9), 12 + any(w, 12),
	    texts(w, r->type, quoted(w)), bars(w), s->blind ? ",'blind':true" : "",
	    child ? ",'how':'hand','parent':'" : "", child ? ref_of(w, parent) : "",
	    child ? "'" : "",
	    way == 0  ? ",'due':'2026-08-01T00:00:00.000Z','batch':'b0','line':3"
	    : way > 1 ? ",'due':'2026-06-01T00:00:00.000Z'"
		      : "");
}

static void change(struct world *w, int i)
{
	const char *name = any(w, 3) ? arena_printf(&w->rig->arena, "'%s'", text(w)).p : "null";
	const char *body = any(w, 3) ? arena_printf(&w->rig->arena, "'%s'", text(w)).p : "null";

	tell(w, "bob", EVENT_RECORD_CHANGED, i, true,
	    "{'fields':{'subject_name':%s,'extra':'x'},'texts':{%s},'was':{},"
	    "'bars':[%s],'rank':%d%s}",
	    name, texts(w, w->r[i].type, body), bars(w), any(w, 50),
	    any(w, 2) ? ",'flag':'changed_by_import'" : "");
}

/* ---- work --------------------------------------------------------------------------- */

static bool is_ann(const char *who)
{
	return who && strcmp(who, "ann") == 0;
}

static void claim(struct world *w, int i)
{
	const char *by = someone(w, i);

	if (w->r[i].holder)
		return;
	w->r[i].holder = by;
	tell(w, by, EVENT_RECORD_CLAIMED, i, false, "{'how':'next'}");
}

/* What ann put aside nobody else puts aside anew: of her own deeds she is shown the last. */
static void give_back(struct world *w, int i)
{
	const char *by = w->r[i].holder;

	if (!by)
		return;
	w->r[i].holder = NULL;
	switch (any(w, is_ann(w->r[i].aside) && !is_ann(by) ? 2 : 3)) {
	case 0:
		tell(w, by, EVENT_RECORD_RELEASED, i, false, "{'reason':''}");
		break;
	case 1:
		tell(w, "system", EVENT_CLAIM_EXPIRED, i, is_ann(by), "{'holder':'%s'}", by);
		break;
	default:
		w->r[i].aside = by;
		tell(w, by, EVENT_RECORD_DEFERRED, i, false,
		    "{'until':'2026-08-%02d','reason':'r'}", 1 + any(w, 28));
	}
}

static void assign(struct world *w, int i)
{
	const char *to = someone(w, i);
	bool hers = is_ann(w->r[i].holder) || is_ann(w->r[i].aside), open = is_ann(to);

	/* what is taken from her she cannot have back without being told */
	if (w->twin && hers && !open)
		return;
	w->r[i].holder = to;
	w->r[i].aside = NULL;
	tell(w, "bob", EVENT_RECORD_ASSIGNED, i, open, "{'to':'%s','reason':'r'}", to);
}

static void wake(struct world *w, int i)
{
	bool open = is_ann(w->r[i].aside);

	w->r[i].aside = NULL;
	tell(w, "system", EVENT_RECORD_WOKEN, i, open, "{}");
}

/* Of two cancellations of a step the first one counts, so she makes none. */
static bool ann_alone(const struct world *w, int i, const char *by)
{
	return w->twin && w->r[i].was_blind && is_ann(by);
}

/* Readers do not overwrite each other's answers, nor take back what was locked. */
static void answer(struct world *w, int i)
{
	struct made *r = &w->r[i];
	int q = any(w, (int)COUNT(questions)), seat = r->seat == 1 ? 2 : any(w, 4) ? 0 : 2;
	const struct asking *a = &questions[q];
	const char *by = someone(w, i);
	bool takes = any(w, 4) == 0 && r->seat == 0;
	const char *cancels = any(w, 6) || ann_alone(w, i, by) ? "" : ",'cancels':['t0','t1']";

	if (strcmp(a->type, r->type) != 0 || (w->twin && r->answered & 1 << q && !is_ann(by)))
		return;
	if (is_ann(by))
		r->answered |= 1 << q;
	tell(w, by, EVENT_ANSWER_GIVEN, i, !r->blind,
	    "{'form':'%s','seat':%d,'question':'%s'%s%s%s%s,'pack':'p1','rank':%d%s%s}",
	    a->form, r->blind ? seat : 0, a->question, takes ? "" : ",'value':'",
	    takes ? "" : a->value, takes ? "" : "'", any(w, 2) ? ",'reason':'so'" : "",
	    any(w, 50), r->blind ? ",'blind':true" : "", cancels);
}

static const char *clocks(struct world *w)
{
	static const char *const how[] = {"", "", ",'clocks':{'answer':null}",
	    ",'clocks':{'answer':'2026-06-20T00:00:00.000Z','tell':null}",
	    ",'clocks':{'tell':'2026-09-01T00:00:00.000Z','answer':''}"};

	return how[any(w, (int)COUNT(how))];
}

static void move(struct world *w, int i)
{
	static const char *const steps[] = {
	    "triage_red", "finish", "include", "answer", "t0", "t1"};
	struct made *r = &w->r[i];
	const struct standing *to = standing(w, r->type, false);
	struct deeds *o = &w->overrides;
	const struct deed *of = o->n && any(w, 3) == 0 ? &o->v[any(w, o->n)] : NULL;
	int64_t asked = of && !(w->twin && (of->hidden || of->record != i)) ? of->seq : 0;
	const char *by = someone(w, i), *step = steps[any(w, (int)COUNT(steps))];

	if (w->twin && r->was_blind && !to->blind)
		return;
	if (w->twin && w->without && to->blind && !r->was_blind && !asked && !is_ann(by)) {
		by = "cyd";     /* who took the step by which it became blind, and which, */
		step = "again"; /* is hidden as well */
	}
	r->holder = r->aside = NULL;
	r->seat = to->blind && r->blind ? r->seat : 0;
	r->blind = to->blind;
	r->was_blind |= to->blind;
	tell(w, by, EVENT_RECORD_MOVED, i, true,
	    "{'transition':'%s','from':'x','to':'%s',%s%s%s'rank':%d,'final':%s%s%s%s%s%s%s,"
	    "'set':{%s},'reason':'','alert':[],'pack':'p1'}",
	    step, to->state, *to->queue ? "'queue':'" : "", to->queue, *to->queue ? "'," : "",
	    any(w, 99), to->final ? "true" : "false", any(w, 2) ? ",'band':'red'" : "",
	    to->blind ? ",'blind':true" : "", clocks(w),
	    any(w, 5) || ann_alone(w, i, by) ? "" : ",'cancels':['triage_red','t1']",
	    any(w, 8) ? "" : ",'auto':true",
	    asked ? arena_printf(&w->rig->arena, ",'override':%lld", (long long)asked).p : "",
	    any(w, 2) ? "'route':'post','subject_name':null" : "");
}

static void people_change(struct world *w)
{
	switch (any(w, 6)) {
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
	case 4:
		if (any(w, 3) == 0)
			rig_say(
			    w->rig, "ann", EVENT_USER_BACK, "", "{'name':'u0','reason':''}");
		else
			rig_say(w->rig, "ann", EVENT_USER_ABSENT, "",
			    "{'name':'u0','until':'2026-0%d-01','reason':'%s'}", 1 + any(w, 9),
			    any(w, 2) ? "ill" : "");
		break;
	case 3:
		rig_say(w->rig, "ann", EVENT_USER_TRAINED, "",
		    "{'name':'u0','competence':'c%d','until':'2026-0%d-01'}", any(w, 3),
		    1 + any(w, 9));
		break;
	default:
		rig_say(w->rig, "ann", EVENT_USER_DISABLED, "", "{'name':'u0','reason':'r'}");
	}
}

/* ---- one after the other -------------------------------------------------------------- */

static void one(struct world *w)
{
	int i = w->records ? any(w, w->records) : 0, way = any(w, 100);

	if (w->records == 0 || (way < 12 && w->records < MOST))
		open_one(w);
	else if (way < 17)
		change(w, i);
	else if (way < 30)
		claim(w, i);
	else if (way < 38)
		give_back(w, i);
	else if (way < 41)
		assign(w, i);
	else if (way < 54)
		answer(w, i);
	else if (way < 62)
		move(w, i);
	else if (way < 68)
		tell(w, someone(w, i), EVENT_NOTE_ADDED, i, false, "{'text':'%s'}", text(w));
	else if (way < 74)
		tell(w, someone(w, i), EVENT_RECORD_VIEWED, i, false,
		    "{'how':'ref','reason':''}");
	else if (way < 76)
		wake(w, i);
	else if (way < 79)
		people_change(w);
	else if (!engine_deed(w, i))
		claim(w, i);
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

static int run(struct world *w, int n)
{
	rig_say(w->rig, "ann", EVENT_USER_ADDED, "",
	    "{'name':'u0','full':'U','roles':['a'],'staff':'PC12'}");
	rig_record(w->rig, "F-0", 1, "'@ann'");
	while (w->rig->st->head.seq < n)
		some(w);
	return w->concealed;
}

void history_run(struct rig *rig, struct dice *d, int n)
{
	struct world w = {.rig = rig, .dice = d, .users = 1};

	run(&w, n);
}

int history_twin(struct rig *rig, struct dice *d, int n, bool without)
{
	struct world w = {.rig = rig, .dice = d, .users = 1, .twin = true, .without = without};

	return run(&w, n);
}
