/* SPDX-License-Identifier: MIT */
/* Sentences with their slots filled from the facts of a row. */
#include "demo/slots.h"

#include <string.h>

#include "lookback/base/when.h"

static const char *const numbers[] = {
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"};
static const char *const lengths[] = {"three weeks", "two months", "three months",
    "five months", "eight months", "a year", "eighteen months", "two years", "four years",
    "six years"};
static const char *const convictions[] = {"an assault", "a caution for harassment",
    "a non-molestation order", "a conviction for common assault", "damage and a breach of bail",
    "a charge of stalking", "two assaults on one day", "a restraining order"};
static const char *const relations[RELATIONS][2] = {
    [RELATION_PARTNER] = {"partner", "partner"},
    [RELATION_EX_PARTNER] = {"former partner", "former partner"},
    [RELATION_SPOUSE] = {"husband", "wife"},
    [RELATION_EX_SPOUSE] = {"former husband", "former wife"},
    [RELATION_FAMILY] = {"brother-in-law", "sister-in-law"},
    [RELATION_OTHER] = {"lodger", "lodger"},
    [RELATION_UNRECORDED] = {"partner", "partner"},
};
static const char *const check_words[CHECKS] = {"PNC", "PND", "ViSOR", "local intelligence",
    "crime records", "custody records", "incident logs", "child protection",
    "domestic abuse records", "MARAC and MAPPA", "partner agencies", "other forces"};
#define PICK(t, list) ((list)[draw_index(&(t)->dice, sizeof(list) / sizeof((list)[0]))])

static void at_risk(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->kind == APPLICANT_A ? "the applicant" : "the person at risk");
}

static void subject(struct teller *t, struct buf *b)
{
	(void)t;
	buf_puts(b, "the subject");
}

static void applicant(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->kind == APPLICANT_AGENCY ? "the agency" : "the applicant");
}

static void a_is(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->a.female ? "she" : "he");
}

static void a_has(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->a.female ? "her" : "his");
}

static void a_them(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->a.female ? "her" : "him");
}

static void b_is(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->b.female ? "she" : "he");
}

static void b_has(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->b.female ? "her" : "his");
}

static void b_them(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->b.female ? "her" : "him");
}

static void kin(struct teller *t, struct buf *b)
{
	buf_puts(b, t->kin);
}

static void town(struct teller *t, struct buf *b)
{
	buf_puts(b, t->town);
}

static void relation(struct teller *t, struct buf *b)
{
	buf_puts(b, relations[t->facts->relation][t->facts->b.female]);
}

static void agency(struct teller *t, struct buf *b)
{
	struct str name = t->facts->agency;

	buf_printf(b, "the %c%.*s", name.p[0] | 0x20, (int)name.n - 1, name.p + 1);
}

static void clock(struct teller *t, struct buf *b)
{
	buf_printf(
	    b, "%02d:%02d", draw_between(&t->dice, 7, 22), draw_between(&t->dice, 0, 59));
}

static void date(struct buf *b, int32_t day)
{
	int y, m, d;

	if (day == NO_DAY) {
		buf_puts(b, "a date not entered");
		return;
	}
	day_split(day, &y, &m, &d);
	buf_printf(b, "%02d/%02d/%d", d, m, y);
}

static void received(struct teller *t, struct buf *b)
{
	date(b, t->facts->received);
}

static void closed(struct teller *t, struct buf *b)
{
	date(b, t->facts->closed);
}

static void year(struct teller *t, struct buf *b)
{
	int y, m, d;

	day_split(t->facts->received, &y, &m, &d);
	buf_printf(b, "%d", y - 1 - (int)draw_early(&t->dice, 9));
}

static void months(struct teller *t, struct buf *b)
{
	buf_puts(b, lengths[draw_early(&t->dice, sizeof(lengths) / sizeof(lengths[0]))]);
}

static void number(struct teller *t, struct buf *b)
{
	buf_puts(b, numbers[1 + draw_early(&t->dice, 8)]);
}

static void pair(struct teller *t, struct buf *b)
{
	buf_puts(b, numbers[1 + draw_index(&t->dice, 2)]);
}

static void many(struct teller *t, struct buf *b)
{
	buf_printf(b, "%d", 10 * draw_between(&t->dice, 2, 6));
}

static void n_children(struct teller *t, struct buf *b)
{
	int n = t->facts->children;

	buf_printf(b, "%s %s", n > 9 ? "many" : numbers[n - 1], n == 1 ? "child" : "children");
}

static void are_children(struct teller *t, struct buf *b)
{
	buf_puts(b, t->facts->children == 1 ? "is " : "are ");
	n_children(t, b);
}

static void check_list(struct teller *t, struct buf *b)
{
	unsigned left = t->facts->checks;

	for (size_t i = 0; left; i++, left >>= 1) {
		if (!(left & 1))
			continue;
		buf_puts(b, check_words[i]);
		if (left >> 1)
			buf_puts(b, (left >> 1 & ((left >> 1) - 1)) == 0 ? " and " : ", ");
	}
}

static void record(struct teller *t, struct buf *b)
{
	buf_puts(b, PICK(t, convictions));
}

static void supervisor(struct teller *t, struct buf *b)
{
	buf_put(b, t->facts->supervisor);
}

static void days(struct teller *t, struct buf *b)
{
	buf_printf(b, "%d", t->facts->days);
}

static void sent(struct teller *t, struct buf *b)
{
	buf_puts(b, draw_happens(&t->dice, 600) ? "sent" : "not thought to be needed");
}

static const struct slot {
	const char *name;
	void (*put)(struct teller *t, struct buf *b);
} slots[] = {
    {"A", at_risk},
    {"B", subject},
    {"C", applicant},
    {"a", a_is},
    {"a's", a_has},
    {"ao", a_them},
    {"b", b_is},
    {"b's", b_has},
    {"bo", b_them},
    {"agency", agency},
    {"checks", check_list},
    {"children", are_children},
    {"closed", closed},
    {"date", received},
    {"days", days},
    {"kin", kin},
    {"many", many},
    {"months", months},
    {"n", number},
    {"n_children", n_children},
    {"record", record},
    {"rel", relation},
    {"sent", sent},
    {"sup", supervisor},
    {"time", clock},
    {"town", town},
    {"two", pair},
    {"year", year},
};

static const struct slot *slot_of(struct str name)
{
	for (size_t i = 0; i < sizeof(slots) / sizeof(slots[0]); i++)
		if (str_is(name, slots[i].name))
			return &slots[i];
	BUG("a phrase has a slot {%.*s} that nothing fills", STR_ARG(name));
}

/* Only sentences begin with capitals here, and slots hold no capital of their own there. */
static void capital(struct buf *b, size_t from)
{
	if (from < b->n && b->p[from] >= 'a' && b->p[from] <= 'z')
		b->p[from] = (char)(b->p[from] - 0x20);
}

static bool opens_sentence(const struct buf *b, size_t start)
{
	return b->n == start || (b->n >= 2 && memcmp(b->p + b->n - 2, ". ", 2) == 0);
}

void slots_fill(struct teller *t, const char *text, struct buf *out)
{
	size_t start = out->n;

	for (const char *at = text; *at;) {
		size_t plain = strcspn(at, "{"), from, name;
		bool first;
		buf_put(out, (struct str){at, plain});
		at += plain;
		if (!*at)
			break;
		name = strcspn(++at, "}");
		first = opens_sentence(out, start);
		from = out->n;
		slot_of((struct str){at, name})->put(t, out);
		if (first)
			capital(out, from);
		at += name + (at[name] == '}');
	}
}
