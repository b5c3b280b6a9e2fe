/* SPDX-License-Identifier: MIT */
/*
 * The same history twice, once without what others did on blind records: for whoever is
 * blind both give the same answers, byte for byte, to everything that can be asked.
 */
#include "eyes.h"
#include "support/toypack.h"

Suite *suite_store_blind(void);

enum { HISTORIES = 10, EVENTS_EACH = 500, PAGE = 7 };

struct told { /* everything that one viewer is told */
	struct rig rig;
	struct arena pack_arena;
	struct viewer v;
	struct strs refs;
	struct buf out;
	int concealed;
};

static void put_list(struct buf *b, const char *name, struct strs list)
{
	buf_printf(b, " %s", name);
	for (size_t i = 0; i < list.n; i++)
		buf_printf(b, ",%.*s", STR_ARG(list.v[i]));
}

static void put_row(struct buf *b, const struct record *r)
{
	buf_printf(b, "%lld %.*s %.*s %.*s %.*s %.*s %.*s %.*s %.*s %.*s %.*s",
	    (long long)r->id, STR_ARG(r->ref), STR_ARG(r->type), STR_ARG(r->state),
	    STR_ARG(r->queue), STR_ARG(r->band), STR_ARG(r->holder), STR_ARG(r->batch),
	    STR_ARG(r->flag), STR_ARG(r->parent), STR_ARG(r->pack));
	buf_printf(b, " %lld %lld %lld %lld %lld %d", (long long)r->rank, (long long)r->due,
	    (long long)r->opened, (long long)r->moved, (long long)r->held, (int)r->wake);
	buf_printf(b, " %lld %lld %lld %lld %d%d%d%d %.*s", (long long)r->version,
	    (long long)r->notes, (long long)r->views, (long long)r->seat, r->blind, r->final,
	    r->late_seen, r->alert, STR_ARG(r->agreed));
	buf_printf(b, " %.*s %.*s %.*s %.*s\n", STR_ARG(r->author), STR_ARG(r->drawn),
	    STR_ARG(r->reading), STR_ARG(r->query));
}

/* ---- lists --------------------------------------------------------------------------- */

static void tell_pages(struct told *t, enum order o)
{
	struct page_query q = {
	    .order = o, .limit = PAGE, .now = t->rig.now, .received = STR("received")};
	struct rig *rig = &t->rig;
	struct page p;

	do {
		done(record_page(rig->st, &rig->arena, &t->v, &q, &p, &rig->err));
		buf_printf(&t->out, "page by %s: %.*s %.*s\n", order_name(o), STR_ARG(p.next),
		    STR_ARG(p.prev));
		for (size_t i = 0; i < p.rows.n; i++) {
			put_row(&t->out, &p.rows.v[i]);
			if (o == ORDER_REF)
				*arena_push(&rig->arena, &t->refs) = p.rows.v[i].ref;
		}
		q.after = p.next;
	} while (p.next.n);
}

static void tell_counts(struct told *t)
{
	static const char *const asked[] = {"", "has:holder", "holder:bob", "holder:ann",
	    "agreed:no", "has:agreed", "did:include", "did:exclude", "has:did", "notes>0",
	    "alert:yes", "child:enquiry", "open:action", "eligible:no", "ground:topic",
	    "has:thought", "thought:knife", "late:yes", "queue:second_reader",
	    "queue:adjudicator", "queue:reviewer", "has:wake", "moved:2026-07-01",
	    "due:2026-06", "has:author", "author:ann", "author:bob", "has:drawn", "drawn:q1",
	    "reading:open", "has:reading", "query:open", "has:query", "rank>100",
	    "clock:answer", "has:held", "held:2026-07", "has:aside", "aside:bob", "aside:ann",
	    "has:lately", "lately:bob", "lately:ann", "lately:b*",
	    "state:screening and -has:holder"};
	struct rig *rig = &t->rig;

	for (size_t i = 0; i < COUNT(asked); i++) {
		struct expr_env env = {.pack = rig->st->pack, .now = rig->now};
		const struct expr *x;
		int64_t n;
		done(expr_parse(&rig->arena, str_of(asked[i]), &env, &x, &rig->err));
		done(record_count(rig->st, &rig->arena, &t->v, x, rig->now, &n, &rig->err));
		buf_printf(&t->out, "count %s: %lld\n", asked[i], (long long)n);
	}
}

static void tell_tallies(struct told *t)
{
	static const char *const queues[] = {"", "reviewer", "second_reader", "adjudicator"};
	struct rig *rig = &t->rig;
	struct tally_rows rows;

	done(record_tally(rig->st, &rig->arena, &t->v, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++) {
		const struct tally_row *w = &rows.v[i];
		buf_printf(&t->out, "tally %.*s %.*s %.*s %.*s %d %lld %lld %lld %lld\n",
		    STR_ARG(w->type), STR_ARG(w->state), STR_ARG(w->queue), STR_ARG(w->band),
		    w->final, (long long)w->n, (long long)w->held, (long long)w->asleep,
		    (long long)w->unopened);
	}
	for (size_t i = 0; i < COUNT(queues); i++) {
		int64_t n;
		done(record_late(rig->st, &t->v, str_of(queues[i]), rig->now, &n, &rig->err));
		buf_printf(&t->out, "late %s: %lld\n", queues[i], (long long)n);
	}
}

static void tell_held(struct told *t)
{
	static const char *const people[] = {"ann", "bob", "cyd"};
	struct rig *rig = &t->rig;
	struct records rows;

	for (size_t i = 0; i < COUNT(people); i++) {
		done(record_held_by(
		    rig->st, &rig->arena, &t->v, str_of(people[i]), &rows, &rig->err));
		buf_printf(&t->out, "held by %s:\n", people[i]);
		for (size_t k = 0; k < rows.n; k++)
			put_row(&t->out, &rows.v[k]);
	}
}

/* ---- one record ------------------------------------------------------------------------ */

static void tell_whole(struct told *t, struct str ref)
{
	struct arena *a = &t->rig.arena;
	struct buf *b = &t->out;
	struct rig *rig = &t->rig;
	struct record r = {0};

	done(record_whole(rig->st, a, &t->v, ref, &r, &rig->err));
	buf_puts(b, "whole ");
	put_row(b, &r);
	buf_printf(b, "%s %s %s %s", json_text(a, r.fields).p, json_text(a, r.texts).p,
	    json_text(a, r.answers).p, json_text(a, r.reasons).p);
	put_list(b, "open", r.open);
	put_list(b, "child", r.child);
	put_list(b, "clocks", r.clocks);
	put_list(b, "bars", r.bars);
	put_list(b, "sat", r.sat);
	put_list(b, "done", r.done);
	buf_char(b, '\n');
}

static void tell_work(struct told *t, struct str ref)
{
	struct rig *rig = &t->rig;
	struct answer_rows answers;
	struct note_rows notes;
	struct records children;
	struct record r;

	done(record_get(rig->st, &rig->arena, &t->v, ref, &r, &rig->err));
	done(record_answers_seen(rig->st, &rig->arena, &t->v, r.id, &answers, &rig->err));
	for (size_t i = 0; i < answers.n; i++) {
		const struct answer_row *w = &answers.v[i];
		buf_printf(&t->out, "answer %.*s %.*s %.*s %.*s %.*s %lld %lld\n",
		    STR_ARG(w->question), STR_ARG(w->value), STR_ARG(w->reason), STR_ARG(w->by),
		    STR_ARG(w->at), (long long)w->seat, (long long)w->seq);
	}
	done(record_notes_seen(rig->st, &rig->arena, &t->v, r.id, &notes, &rig->err));
	for (size_t i = 0; i < notes.n; i++)
		buf_printf(&t->out, "note %lld %.*s %.*s\n", (long long)notes.v[i].seq,
		    STR_ARG(notes.v[i].by), STR_ARG(notes.v[i].text));
	done(record_children(rig->st, &rig->arena, &t->v, ref, 0, &children, &rig->err));
	for (size_t i = 0; i < children.n; i++)
		put_row(&t->out, &children.v[i]);
}

/* ---- what hangs on records --------------------------------------------------------------- */

static void tell_alerts(struct told *t, struct str record, bool open)
{
	struct strs roles = toy_list(&t->rig.arena, "auditor");
	struct alert_query q = {.record = record, .open = open, .roles = open ? &roles : NULL};
	struct rig *rig = &t->rig;
	struct alert_rows rows;

	done(alert_list(rig->st, &rig->arena, &t->v, &q, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++) {
		const struct alert_row *w = &rows.v[i];
		buf_printf(&t->out, "alert %d %lld %lld %lld %.*s %.*s %.*s %.*s %lld %.*s\n",
		    open, (long long)w->seq, (long long)w->level, (long long)w->of,
		    STR_ARG(w->record), STR_ARG(w->text), STR_ARG(w->by), STR_ARG(w->acked_by),
		    (long long)w->acked, STR_ARG(w->acked_text));
		put_list(&t->out, "to", w->to);
	}
}

static void tell_links(struct told *t, struct str ref)
{
	struct rig *rig = &t->rig;
	struct link_rows rows;

	done(link_list(rig->st, &rig->arena, &t->v, ref, 0, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++) {
		const struct link_row *w = &rows.v[i];
		struct link_row one;
		done(link_get(rig->st, &rig->arena, &t->v, w->seq, &one, &rig->err));
		holds(one.counts == w->counts && str_eq(one.verdict, w->verdict));
		buf_printf(&t->out, "link %.*s: %lld %.*s %.*s %.*s %.*s %.*s %d %d\n",
		    STR_ARG(ref), (long long)w->seq, STR_ARG(w->from), STR_ARG(w->to),
		    STR_ARG(w->by), STR_ARG(w->verdict), STR_ARG(w->judged_by), w->counts,
		    w->removed);
	}
}

static void tell_overrides(struct told *t, bool waiting)
{
	struct rig *rig = &t->rig;
	struct override_rows rows;

	done(override_list(rig->st, &rig->arena, &t->v, waiting, 0, 0, &rows, &rig->err));
	for (size_t i = 0; i < rows.n; i++) {
		const struct override_row *w = &rows.v[i];
		buf_printf(&t->out, "override %d %lld %.*s %.*s %.*s %.*s %.*s %.*s", waiting,
		    (long long)w->seq, STR_ARG(w->record), STR_ARG(w->reason),
		    STR_ARG(w->first), STR_ARG(w->second), STR_ARG(w->second_reason),
		    STR_ARG(w->verdict));
		put_list(&t->out, "closed", w->closed);
	}
}

/* By pages, as a log is read. */
static void tell_events(struct told *t, struct event_filter f)
{
	struct rig *rig = &t->rig;
	struct event_rows rows;

	f.viewer = &t->v;
	f.limit = 20;
	do {
		done(store_events(rig->st, &rig->arena, &f, &rows, &rig->err));
		for (size_t i = 0; i < rows.n; i++) {
			const struct event_row *w = &rows.v[i];
			buf_printf(&t->out, "event %lld %.*s %.*s %.*s %.*s %.*s\n",
			    (long long)w->seq, STR_ARG(w->at), STR_ARG(w->actor),
			    STR_ARG(w->type), STR_ARG(w->record), STR_ARG(w->body));
			f.after = w->seq;
		}
	} while (rows.n == (size_t)f.limit);
}

static void tell_all(struct told *t)
{
	for (int o = 0; o < ORDERS; o++)
		tell_pages(t, (enum order)o);
	tell_counts(t);
	tell_tallies(t);
	tell_held(t);
	tell_alerts(t, (struct str){0}, true);
	tell_links(t, (struct str){0});
	tell_overrides(t, true);
	tell_overrides(t, false);
	tell_events(t, (struct event_filter){0});
	tell_events(t, (struct event_filter){.actor = STR("bob")});
	tell_events(t, (struct event_filter){.type = STR("record.")});
	for (size_t i = 0; i < t->refs.n; i++) {
		tell_whole(t, t->refs.v[i]);
		tell_work(t, t->refs.v[i]);
		tell_alerts(t, t->refs.v[i], false);
		tell_links(t, t->refs.v[i]);
		tell_events(t, (struct event_filter){.record = t->refs.v[i]});
	}
}

static void told_open(struct told *t, int seed, struct viewer v, bool without)
{
	struct dice d = dice_seed((uint64_t)seed + 300);
	struct rig *rig = &t->rig;

	rig_open(rig);
	t->pack_arena = (struct arena){0};
	t->v = v;
	t->refs = (struct strs){0};
	done(store_use_pack(rig->st, toy_pack(&t->pack_arena), &rig->err));
	t->concealed = history_twin(rig, &d, EVENTS_EACH, without);
	t->out = buf_in(&rig->arena);
	tell_all(t);
}

static void told_close(struct told *t)
{
	rig_close(&t->rig);
	arena_clear(&t->pack_arena);
}

static void same(struct str with, struct str without)
{
	while (with.n || without.n) {
		struct str a = {0}, b = {0};
		str_cut(&with, '\n', &a);
		str_cut(&without, '\n', &b);
		ck_assert_msg(
		    str_eq(a, b), "told '%.*s', and without it '%.*s'", STR_ARG(a), STR_ARG(b));
	}
}

static struct viewer ann(struct arena *a, int how)
{
	return (struct viewer){.user = STR("ann"),
	    .staff = how == 1 ? STR("PC12") : STR(""),
	    .cases = true,
	    .blind = true,
	    .evidence = toy_list(a, "action")};
}

START_TEST(what_others_did_on_a_blind_record_tells_a_reader_nothing)
{
	struct arena a = {0};
	struct told with, without;

	told_open(&with, _i, ann(&a, _i % 2), false);
	told_open(&without, _i, ann(&a, _i % 2), true);
	ck_assert_int_gt(with.concealed, 40);
	ck_assert_int_eq(with.concealed, without.concealed);
	same(buf_str(&with.out), buf_str(&without.out));
	told_close(&with);
	told_close(&without);
	arena_clear(&a);
}
END_TEST

/* The comparison can fail: somebody who is not blind is told of it. */
START_TEST(what_others_did_tells_those_who_are_not_blind)
{
	struct arena a = {0};
	struct viewer v = ann(&a, 0);
	struct told with, without;

	v.blind = false;
	told_open(&with, 1, v, false);
	told_open(&without, 1, v, true);
	ck_assert(!str_eq(buf_str(&with.out), buf_str(&without.out)));
	told_close(&with);
	told_close(&without);
	arena_clear(&a);
}
END_TEST

Suite *suite_store_blind(void)
{
	Suite *s = suite_create("blind");
	TCase *c = tcase_create("blind");

	tcase_add_loop_test(
	    c, what_others_did_on_a_blind_record_tells_a_reader_nothing, 0, HISTORIES);
	tcase_add_test(c, what_others_did_tells_those_who_are_not_blind);
	suite_add_tcase(s, c);
	return s;
}
