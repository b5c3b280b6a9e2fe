/* SPDX-License-Identifier: MIT */
/* Narratives put together of sentences that the facts of the row allow. */
#include "demo/story.h"

#include "demo/phrases.h"
#include "demo/slots.h"
#include "lookback/base/utf8.h"
#include "lookback/base/when.h"

enum {
	SENTENCE = 84, /* characters of one, about */
	CHOSEN_MAX = 8,
	POOL_MAX = 64,
	DECISION_ROOM = 150,
	PARAGRAPH = 500, /* a log longer than this is parted */
};

static const struct phrases *const pools[SECTIONS] = {
    [SECTION_OPENING] = &phrases_opening,
    [SECTION_CONTEXT] = &phrases_context,
    [SECTION_WORRY] = &phrases_worry,
    [SECTION_WISH] = &phrases_wish,
    [SECTION_CHECKS] = &phrases_checks,
    [SECTION_MEETING] = &phrases_meeting,
    [SECTION_THOUGHT] = &phrases_thought,
    [SECTION_DECISION] = &phrases_decision,
    [SECTION_CLOSING] = &phrases_closing,
};
/* Every log has an opening, checks and a decision; what more there is comes in this order. */
static const enum section more[] = {SECTION_WORRY, SECTION_CONTEXT, SECTION_THOUGHT,
    SECTION_WORRY, SECTION_MEETING, SECTION_CLOSING, SECTION_WISH, SECTION_CONTEXT,
    SECTION_WORRY, SECTION_THOUGHT, SECTION_MEETING, SECTION_WISH, SECTION_WORRY,
    SECTION_CONTEXT, SECTION_CLOSING, SECTION_WORRY, SECTION_WISH, SECTION_CONTEXT};
enum { MORE = sizeof(more) / sizeof(more[0]) };
/* Where two phrases with the same needs would answer one question twice. */
static const bool once[SECTIONS] = {[SECTION_CONTEXT] = true, [SECTION_CHECKS] = true};
/* A log longer than a screenful is parted where the work begins. */
static const bool part_before[SECTIONS] = {[SECTION_CHECKS] = true};

static const char *const kin_f[] = {
    "mother", "sister", "friend", "aunt", "colleague", "daughter", "neighbour"};
static const char *const kin_m[] = {
    "father", "brother", "friend", "uncle", "colleague", "son", "neighbour"};

static uint64_t held_facts(const struct row_facts *f)
{
	uint64_t bits = NEEDS(FACT_NOTHING_HELD + f->held) | NEEDS(FACT_OUTCOME + f->outcome);

	bits |= (uint64_t)f->worries << FACT_WORRY;
	bits |= NEEDS(f->supervisor.n ? FACT_SUPERVISED : FACT_ALONE);
	bits |= NEEDS(facts_disclosed(f) ? FACT_TOLD : FACT_NOT_TOLD);
	if (f->checks == 0)
		bits |= NEEDS(FACT_NO_CHECKS);
	else
		bits |= NEEDS(f->checks & (f->checks - 1) ? FACT_WIDE : FACT_NARROW);
	if (f->days > 40)
		bits |= NEEDS(FACT_LATE);
	if (f->alias.n)
		bits |= NEEDS(FACT_ALIAS);
	return bits;
}

static uint64_t couple_facts(const struct row_facts *f)
{
	static const enum fact by_relation[RELATIONS] = {
	    FACT_COUPLE, FACT_EX, FACT_COUPLE, FACT_EX, FACT_KIN, FACT_KIN, FACT_COUPLE};
	uint64_t bits = NEEDS(by_relation[f->relation]);

	if (f->living == LIVING_YES)
		bits |= NEEDS(FACT_TOGETHER);
	if (f->living == LIVING_NO)
		bits |= NEEDS(FACT_APART);
	if (f->children > 0)
		bits |= NEEDS(FACT_CHILDREN);
	if (f->children == 0)
		bits |= NEEDS(FACT_NO_CHILDREN);
	return bits;
}

static uint64_t facts_bits(const struct row_facts *f)
{
	uint64_t bits = NEEDS(f->route == ROUTE_ASK ? FACT_ASK : FACT_KNOW);

	bits |= NEEDS(FACT_PHONE + f->channel);
	if (f->kind != APPLICANT_UNKNOWN)
		bits |= NEEDS(FACT_BY_A + f->kind);
	return bits | couple_facts(f) | held_facts(f);
}

/* Phrases whose needs hold; those that need most come first, being the most telling. */
static size_t eligible(const struct phrases *p, uint64_t bits, const struct phrase **out)
{
	size_t n = 0;

	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].needs && (p->v[i].needs & ~bits) == 0 && n < POOL_MAX)
			out[n++] = &p->v[i];
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].needs == 0 && n < POOL_MAX)
			out[n++] = &p->v[i];
	return n;
}

static bool said(const struct phrase *const *pool, size_t k, uint64_t needs)
{
	for (size_t i = 0; needs && i < k; i++)
		if (pool[i]->needs == needs)
			return true;
	return false;
}

/* Appends up to `want` different phrases of a section, as long as they fit. */
static void tell(struct teller *t, enum section s, size_t want, uint64_t bits, struct buf *out)
{
	const struct phrase *pool[POOL_MAX];
	size_t n = eligible(pools[s], bits, pool), before;

	for (size_t k = 0; k < want && k < n; k++) {
		size_t i = k + draw_early(&t->dice, n - k);
		const struct phrase *p = pool[i];
		pool[i] = pool[k];
		pool[k] = p;
		if (once[s] && said(pool, k, p->needs))
			continue;
		before = out->n;
		if (out->n)
			buf_char(out, ' ');
		slots_fill(t, p->text, out);
		if (out->n > STORY_MOST - DECISION_ROOM && s != SECTION_DECISION) {
			out->n = before; /* room is left for how it ended */
			out->p[before] = '\0';
		}
	}
}

static void plan(struct teller *t, unsigned want[SECTIONS])
{
	int target = draw_between(&t->dice, STORY_LEAST, STORY_MOST + 200);
	int other = draw_between(&t->dice, STORY_LEAST, STORY_MOST + 200);

	target = other < target ? other : target;
	want[SECTION_OPENING] = want[SECTION_CHECKS] = want[SECTION_DECISION] = 1;
	for (int i = 0; i < MORE && i < target / SENTENCE - 3; i++)
		want[more[i]]++;
}

struct str story_of(struct arena *a, uint64_t seed, const struct row_facts *f)
{
	struct teller t = {a, f, draw_at(seed, STREAM_STORY, f->row), NULL, NULL};
	unsigned want[SECTIONS] = {0};
	uint64_t bits = facts_bits(f);
	struct buf out = buf_in(a);

	t.kin = (f->c.female ? kin_f : kin_m)[draw_index(&t.dice, 7)];
	t.town = people_town(&t.dice);
	plan(&t, want);
	for (enum section s = SECTION_OPENING; s < SECTIONS; s++) {
		size_t at = out.n;
		tell(&t, s, want[s], bits, &out);
		if (part_before[s] && at > PARAGRAPH && out.n > at)
			out.p[at] = '\n';
	}
	while (out.n < STORY_LEAST)
		tell(&t, SECTION_CLOSING, 1, bits, &out);
	return buf_str(&out);
}
