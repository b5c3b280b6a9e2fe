/* SPDX-License-Identifier: MIT */
/* Histories: seats, alerts, conflicts of interest, links, overrides, other packs. */
#include <string.h>

#include "history.h"

static bool is_ann(const char *who)
{
	return strcmp(who, "ann") == 0;
}

/* Is what this person does to it hidden from ann? */
static bool conceals(const struct world *w, int i, const char *by)
{
	return w->twin && (w->r[i].hidden || (w->r[i].blind && !is_ann(by)));
}

static bool lock(struct world *w, int i)
{
	struct made *r = &w->r[i];
	const char *by = someone(w, i), *more = ",'next':1,'queue':'second_reader'";

	if (!r->blind || (r->seat == 2 && any(w, 2)) ||
	    (w->twin && r->aside && is_ann(r->aside)))
		return false;
	if (w->twin && r->holder && is_ann(r->holder) && !is_ann(by))
		return false;
	if (r->seat == 1)
		more = any(w, 3)
			   ? ",'next':2,'queue':'adjudicator','agreed':false,"
			     "'differ':['eligible','ground'],'due':'2026-06-02T00:00:00.000Z'"
			   : ",'next':0,'agreed':true";
	r->holder = r->aside = NULL;
	tell(w, by, EVENT_SEAT_LOCKED, i, false,
	    "{'seat':%d,'transition':'%s','reason':'','rank':%d,'pack':'p1'%s}", r->seat,
	    any(w, 2) ? "include" : "exclude", any(w, 99), more);
	r->seat = strstr(more, "'next':2") ? 2 : strstr(more, "'next':1") ? 1 : 0;
	return true;
}

/* Grown from an earlier one of its record, or new. */
static bool alert(struct world *w, int i)
{
	struct deeds *d = &w->alerts;
	struct deed *of = d->n && any(w, 3) ? &d->v[any(w, d->n)] : NULL;
	const char *by = any(w, 2) ? "system" : someone(w, of ? of->record : i);
	int64_t seq;

	if (of && of->closed)
		of = NULL;
	i = of ? of->record : i;
	by = is_ann(by) ? someone(w, i) : by;
	seq = tell(w, by, EVENT_ALERT_RAISED, i, false,
	    "{'name':'late','to':['supervisor'%s],'text':'%s','level':%d%s%s}",
	    any(w, 2) ? ",'auditor'" : "", text(w), of ? 1 : 0,
	    any(w, 2) ? ",'due':'2026-06-10T00:00:00.000Z'" : "",
	    of ? arena_printf(&w->rig->arena, ",'of':%lld", (long long)of->seq).p : "");
	remember(w, d, seq, i, i, conceals(w, i, by) || (of && of->hidden));
	return true;
}

static bool acknowledge(struct world *w)
{
	struct deeds *d = &w->alerts;
	struct deed *x = d->n ? &d->v[any(w, d->n)] : NULL;
	const char *by = x ? someone(w, x->record) : "";

	/* the whole line goes; ann is told of her own deeds and of nobody else's before */
	if (!x || x->closed || (w->twin && (x->hidden || w->r[x->record].blind) && is_ann(by)))
		return false;
	for (int k = 0; k < d->n; k++)
		d->v[k].closed |= d->v[k].record == x->record;
	tell(w, by, EVENT_ALERT_ACKNOWLEDGED, x->record, false, "{'alert':%lld,'text':'done'}",
	    (long long)x->seq);
	return true;
}

/* What concerns ann herself is no secret. */
static bool conflict(struct world *w, int i)
{
	static const char *const about[] = {"bob", "cyd", "ann", "u0"};
	const char *user = about[any(w, 4)];

	if (any(w, 3))
		tell(w, "bob", EVENT_CONFLICT_DECLARED, i, is_ann(user),
		    "{'user':'%s','how':'imposed','reason':'r'}", user);
	else
		tell(w, "cyd", EVENT_CONFLICT_LIFTED, i, is_ann(user),
		    "{'user':'%s','reason':'r'}", user);
	return true;
}

/* A link lies on two records: what hides it at either end hides it. */
static int64_t tell_link(struct world *w, const char *by, enum event_type type,
    const struct deed *x, bool hide, const char *body)
{
	int at = conceals(w, x->other, by) ? x->other : x->record;

	if (!w->twin || !(hide || conceals(w, at, by)))
		return rig_say(w->rig, by, type, ref_of(w, x->record), "%s", body);
	w->concealed++;
	if (w->without)
		return rig_say(w->rig, "bob", EVENT_NOTE_ADDED, "F-0", "{'text':'x'}");
	return rig_say(w->rig, by, type, ref_of(w, x->record), "%s", body);
}

static bool propose(struct world *w, int i)
{
	struct deed x = {.record = i, .other = any(w, w->records)};
	const char *by = w->r[i].hidden ? someone(w, i) : someone(w, x.other);
	bool hide = conceals(w, i, by) || conceals(w, x.other, by);

	if (x.other == i)
		return false;
	x.seq = tell_link(w, by, EVENT_LINK_PROPOSED, &x, hide,
	    arena_printf(&w->rig->arena,
		"{'to':'%s','kind':'same_person','reason':'r','counts':%s}", ref_of(w, x.other),
		any(w, 2) ? "true" : "false")
		.p);
	remember(w, &w->links, x.seq, i, x.other, hide);
	return true;
}

static bool judge_link(struct world *w)
{
	static const char *const verdicts[] = {"same", "different", "cannot_tell"};
	struct deed *x = w->links.n ? &w->links.v[any(w, w->links.n)] : NULL;
	const char *by = x && x->hidden ? "cyd" : any(w, 2) ? "ann" : "bob";
	const char *body;

	if (!x || x->closed)
		return false;
	if (w->r[x->record].hidden || w->r[x->other].hidden)
		by = "cyd";
	if (any(w, 2)) {
		x->closed = true; /* judged or removed once, by one of them */
		body = arena_printf(&w->rig->arena, "{'link':%lld,'verdict':'%s','reason':'r'}",
		    (long long)x->seq, verdicts[any(w, 3)])
			   .p;
		tell_link(w, by, EVENT_LINK_JUDGED, x, x->hidden, body);
		return true;
	}
	x->closed = true;
	body = arena_printf(&w->rig->arena, "{'link':%lld,'reason':'r'}", (long long)x->seq).p;
	tell_link(w, by, EVENT_LINK_REMOVED, x, x->hidden, body);
	return true;
}

static bool ask(struct world *w, int i)
{
	const char *by = someone(w, i);
	int64_t seq = tell(w, by, EVENT_OVERRIDE_ASKED, i, false,
	    "{'transition':'finish','state':'review','closed':['because','and so'],"
	    "'reason':'%s'}",
	    text(w));

	remember(w, &w->overrides, seq, i, i, conceals(w, i, by));
	return true;
}

static bool judge_override(struct world *w)
{
	struct deeds *d = &w->overrides;
	struct deed *x = d->n ? &d->v[any(w, d->n)] : NULL;

	if (!x || x->closed)
		return false;
	x->closed = true;
	tell(w, x->hidden ? "cyd" : someone(w, x->record), EVENT_OVERRIDE_JUDGED, x->record,
	    false, "{'override':%lld,'agreed':%s,'reason':'r'}", (long long)x->seq,
	    any(w, 2) ? "true" : "false");
	return true;
}

static bool map(struct world *w, int i)
{
	struct made *r = &w->r[i];

	if (w->twin && r->blind) /* whose turn it is, is in the queue that the event names */
		return false;
	tell(w, "bob", EVENT_RECORD_MAPPED, i, true,
	    "{'from':'x','to':'mapped','queue':'reviewer','rank':%d,'final':false,'blind':%s,"
	    "'pack':'p2'%s}",
	    any(w, 50), r->blind ? "true" : "false",
	    any(w, 2) ? ",'due':'2026-06-05T00:00:00.000Z'" : "");
	return true;
}

static bool late(struct world *w, int i)
{
	tell(w, "system", EVENT_RECORD_LATE, i, false,
	    "{'clock':'%s','due':'2026-06-01T00:00:00.000Z'}", any(w, 2) ? "answer" : "");
	return true;
}

bool engine_deed(struct world *w, int i)
{
	switch (any(w, 18)) {
	case 0:
	case 1:
	case 2:
		return lock(w, i);
	case 3:
		return alert(w, i);
	case 4:
		return acknowledge(w);
	case 5:
		return conflict(w, i);
	case 6:
		return propose(w, i);
	case 7:
		return judge_link(w);
	case 8:
		return ask(w, i);
	case 9:
		return judge_override(w);
	case 10:
		return late(w, i);
	case 11:
		return map(w, i);
	default:
		return quality_deed(w, i);
	}
}
