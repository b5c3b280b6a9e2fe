/* SPDX-License-Identifier: MIT */
/* The pages: which there are, and what they are put together from. */
#include "tui/page/page.h"

static const struct page_row pages[] = {
    {ACT_ALERTS, CTX_ALERTS, "Alerts to acknowledge",
	"No alert waits for you. {next} serves the next case.", {1, 24, 40}, {0}, page_alerts,
	"alerts", false},
    {ACT_REGISTERS, CTX_REGISTERS, "Registers",
	"The review has no registers that your roles may see; an administrator gives roles.",
	{1, 10, 40}, {0}, page_registers, "registers", false},
    {ACT_OVERRIDES, CTX_OVERRIDES, "Overrides, newest first",
	"Nobody has asked to pass over a rule. Where a step allows it, :override ask does.",
	{1, 24, 54}, {0}, page_overrides, "overrides", false},
    {ACT_ADD_UNDER, CTX_OPENINGS, "What is to be opened under it?",
	"Nothing is opened by hand under this record: {close} goes back to it, where its next "
	"steps open what is needed.",
	{1, 40}, {0}, page_openings, NULL, true},
    {ACT_VIEW, CTX_VIEWS, "Saved views",
	"There is no view. {view save} on a list keeps it under a name.", {1, 20, 44}, {0},
	page_views, "views", false},
    {ACT_QUALITY, CTX_QUALITY, "Quality assurance", "Nothing of it is for you.", {1, 26}, {0},
	page_quality, NULL, false},
    {ACT_PASSES, CTX_PASSES, "Quality passes",
	"No pass has been fixed, and the pack proposes none; lookback sample fix makes one.",
	{1, 8, 18, 28, 46}, {0}, page_passes, "quality", false},
    {ACT_PASS_PREVIEW, CTX_PREVIEW, "What a pass would draw",
	"Nothing would be drawn: no record is such as the plan asks for.", {1, 34, 44, 54},
	{"", "records", "drawn"}, page_preview, "quality", false},
    {ACT_PASS, CTX_PASS, "Quality pass", "Nothing is drawn yet.", {1, 6, 24, 38, 48}, {0},
	page_pass, "quality", false},
    {ACT_AGREEMENT, CTX_AGREEMENT, "Agreement of two readers",
	"No case has been read by two who did not know of each other. A pass (:passes) has it "
	"done.",
	{1, 40, 48, 58}, {"", "cases", "agree", "kappa"}, page_agreement, "quality", false},
    {ACT_REVIEWERS, CTX_REVIEWERS, "Quality by reviewer",
	"Nobody has finished a case yet; what they finish is counted here.",
	{1, 12, 20, 28, 38, 50}, {"", "closed", "read again", "overturned", "share of those"},
	page_reviewers, "quality", false},
    {ACT_FUNNEL, CTX_FUNNEL, "Funnel: units against the limits of chance",
	"No record counts here yet: none is at the end that the pack names.",
	{1, 12, 19, 25, 33}, {"", "records", "bad", "per cent"}, page_funnel, "quality", false},
    {ACT_AUDIT, CTX_AUDIT, "Monthly audit",
	"No month has been audited: open one in the registers ({registers}).", {1, 38, 50, 58},
	{0}, page_audit, "quality", false},
    {ACT_QUESTIONS, CTX_QUESTIONS, "Questions on work",
	"No question waits. On a case, :ask QUESTION TEXT asks its author.", {1, 8, 26, 38, 54},
	{0}, page_questions, "questions", false},
    {ACT_CALIBRATION, CTX_CALIBRATION, "Known-answer cases",
	"Nobody has read a known-answer case; a pass of that kind puts them before readers.",
	{1, 14, 24, 36}, {0}, page_calibration, "quality", false},
    {ACT_FINALS, CTX_FINALS, "My answers and what came to count",
	"None of your cases was read a second time and settled.", {1, 22, 46}, {0}, page_finals,
	"quality", false},
};

const struct page_row *page_find(enum action a)
{
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		if (pages[i].action == a)
			return &pages[i];
	return NULL;
}

struct rows_row *page_add(struct page *p)
{
	struct rows_row *r = arena_push(p->arena, &p->rows);

	*r = (struct rows_row){.role = ROLE_TEXT};
	return r;
}

void page_text(struct page *p, enum role role, struct str text)
{
	struct rows_row *r = page_add(p);

	r->heading = true;
	r->role = role;
	r->cell[0] = text;
}

void page_heading(struct page *p, const char *text)
{
	if (p->rows.n)
		page_text(p, ROLE_TEXT, (struct str){0});
	page_text(p, ROLE_HEADING, str_of(text));
}

void page_columns(struct page *p, const char *text)
{
	if (p->rows.n && !p->rows.v[p->rows.n - 1].columns)
		page_text(p, ROLE_TEXT, (struct str){0});
	page_text(p, ROLE_HEADING, str_of(text));
	p->rows.v[p->rows.n - 1].columns = true;
}

void page_keys(struct rows_row *r, const char *text)
{
	r->keys = str_of(text);
}

void page_under(struct page *p, struct rows_row *r, struct str text)
{
	if (text.n)
		*arena_push(p->arena, &r->under) = text;
}

struct str page_figure(const struct part_figure *v, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(v[i].name, name))
			return v[i].text.n ? v[i].text : STR("undefined");
	return (struct str){0};
}

struct str page_value(const struct part_figure *v, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (str_is(v[i].name, name))
			return v[i].value.n ? v[i].value : STR("undefined");
	return (struct str){0};
}

void page_figures(struct page *p, struct rows_row *r, const struct part_figure *v, size_t n,
    const struct named_figure *named)
{
	struct buf b = buf_in(p->arena);

	for (; named->name; named++) {
		struct str text = page_figure(v, n, named->name);
		if (text.n)
			buf_printf(
			    &b, "%s%s %.*s", b.n ? "; " : "", named->says, STR_ARG(text));
	}
	page_under(p, r, buf_str(&b));
}

/* ---- what there is ---- */

static const struct {
	const char *run, *label, *says;
	bool leads; /* for those who lead the work */
} entries[] = {
    {"passes", "Passes", "Fix, draw and close samples; what they found", true},
    {"agreement", "Agreement", "How far two readers agree, by question", true},
    {"reviewers", "Reviewers", "Second readings and overturned work, by reviewer", true},
    {"funnel", "Funnel", "Who stands outside the limits of chance", true},
    {"audit", "Monthly audit", "Numerator, denominator, interval, months before", true},
    {"calibration", "Known-answer cases", "Who has read them, and how well", true},
    {"questions", "Questions on work", "Asked, answered, still open", false},
    {"my answers", "My answers", "Mine beside what came to count", false},
};

/* What one may not see is there, dimmed: the service says why when it is asked. */
bool page_quality(struct page *p, struct err *e)
{
	bool leads = false;

	(void)e;
	for (size_t i = 0; i < p->welcome->rights.n; i++)
		leads = leads || str_is(p->welcome->rights.v[i], "assign");
	for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++) {
		struct rows_row *r = page_add(p);
		r->cell[0] = str_of(entries[i].label);
		r->cell[1] = str_of(entries[i].says);
		r->run = str_of(entries[i].run);
		if (entries[i].leads && !leads)
			r->role = ROLE_CLOSED;
	}
	return true;
}
