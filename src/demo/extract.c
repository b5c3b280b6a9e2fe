/* SPDX-License-Identifier: MIT */
/* A row as a line of CSV: the columns of the extract and their cells. */
#include "demo/extract.h"

#include "demo/story.h"
#include "lookback/base/when.h"

struct cell_context {
	struct arena *arena;
	uint64_t seed;
	const struct row_facts *f;
};

static const char *const route_codes[] = {[ROUTE_ASK] = "RTA", [ROUTE_KNOW] = "RTK"};
static const char *const kind_codes[] = {[APPLICANT_A] = "A",
    [APPLICANT_C] = "C",
    [APPLICANT_AGENCY] = "AGENCY",
    [APPLICANT_UNKNOWN] = "NOT_RECORDED"};
static const char *const living_codes[] = {[LIVING_YES] = "Y",
    [LIVING_NO] = "N",
    [LIVING_UNKNOWN] = "U",
    [LIVING_UNRECORDED] = "NOT_RECORDED"};

static struct str day_cell(struct arena *a, int32_t day)
{
	char text[DAY_LEN + 1];

	if (day == NO_DAY)
		return STR("not_recorded");
	day_text(day, text);
	return arena_cstr(a, text);
}

static struct str ref_cell(const struct cell_context *c)
{
	return c->f->source_ref;
}

static struct str system_cell(const struct cell_context *c)
{
	return str_of(c->f->source_system);
}

static struct str route_cell(const struct cell_context *c)
{
	return str_of(route_codes[c->f->route]);
}

static struct str received_cell(const struct cell_context *c)
{
	return day_cell(c->arena, c->f->received);
}

static struct str channel_cell(const struct cell_context *c)
{
	return str_of(channel_codes[c->f->channel].code);
}

static struct str kind_cell(const struct cell_context *c)
{
	return str_of(kind_codes[c->f->kind]);
}

static const struct made *applicant(const struct row_facts *f)
{
	return f->kind == APPLICANT_C ? &f->c : &f->a;
}

static struct str applicant_name_cell(const struct cell_context *c)
{
	if (c->f->kind == APPLICANT_AGENCY)
		return c->f->agency;
	return people_name(c->arena, applicant(c->f));
}

static struct str applicant_dob_cell(const struct cell_context *c)
{
	if (c->f->kind == APPLICANT_AGENCY)
		return STR("not_applicable");
	return day_cell(c->arena, applicant(c->f)->born);
}

static struct str phone_cell(const struct cell_context *c)
{
	return c->f->phone;
}

static struct str person_name_cell(const struct cell_context *c)
{
	return people_name(c->arena, &c->f->a);
}

static struct str person_dob_cell(const struct cell_context *c)
{
	return day_cell(c->arena, c->f->a.born);
}

static struct str safe_cell(const struct cell_context *c)
{
	return c->f->safe_contact;
}

static struct str subject_name_cell(const struct cell_context *c)
{
	return people_name(c->arena, &c->f->b);
}

static struct str alias_cell(const struct cell_context *c)
{
	return c->f->alias;
}

static struct str subject_dob_cell(const struct cell_context *c)
{
	return day_cell(c->arena, c->f->b.born);
}

static struct str address_cell(const struct cell_context *c)
{
	return c->f->address;
}

static struct str relation_cell(const struct cell_context *c)
{
	return str_of(relation_codes[c->f->relation].code);
}

static struct str living_cell(const struct cell_context *c)
{
	return str_of(living_codes[c->f->living]);
}

static struct str children_cell(const struct cell_context *c)
{
	if (c->f->children == CHILDREN_UNRECORDED)
		return STR("not_recorded");
	return arena_printf(c->arena, "%d", c->f->children);
}

static struct str handler_cell(const struct cell_context *c)
{
	return str_of(c->f->handler->code);
}

static struct str supervisor_cell(const struct cell_context *c)
{
	return c->f->supervisor;
}

static struct str checks_cell(const struct cell_context *c)
{
	struct buf b = buf_in(c->arena);

	for (size_t i = 0; i < CHECKS; i++)
		if (c->f->checks & 1u << i) {
			if (b.n)
				buf_char(&b, ',');
			buf_puts(&b, check_codes[i].code);
		}
	return b.n ? buf_str(&b) : STR("not_recorded");
}

static struct str risk_cell(const struct cell_context *c)
{
	return str_of(c->f->risk);
}

static struct str outcome_cell(const struct cell_context *c)
{
	return str_of(outcome_codes[c->f->outcome].code);
}

static struct str closed_cell(const struct cell_context *c)
{
	return day_cell(c->arena, c->f->closed);
}

static struct str days_cell(const struct cell_context *c)
{
	return c->f->days < 0 ? STR("") : arena_printf(c->arena, "%d", c->f->days);
}

static struct str narrative_cell(const struct cell_context *c)
{
	return story_of(c->arena, c->seed, c->f);
}

static const struct column {
	const char *name;
	struct str (*cell)(const struct cell_context *c);
} columns[] = {
    {"source_ref", ref_cell},
    {"source_system", system_cell},
    {"route", route_cell},
    {"received", received_cell},
    {"channel", channel_cell},
    {"applicant_kind", kind_cell},
    {"applicant_name", applicant_name_cell},
    {"applicant_dob", applicant_dob_cell},
    {"applicant_phone", phone_cell},
    {"person_name", person_name_cell},
    {"person_dob", person_dob_cell},
    {"safe_contact", safe_cell},
    {"subject_name", subject_name_cell},
    {"subject_alias", alias_cell},
    {"subject_dob", subject_dob_cell},
    {"subject_address", address_cell},
    {"relationship", relation_cell},
    {"living_together", living_cell},
    {"children", children_cell},
    {"handler", handler_cell},
    {"supervisor", supervisor_cell},
    {"checks", checks_cell},
    {"risk_level", risk_cell},
    {"outcome", outcome_cell},
    {"closed", closed_cell},
    {"days_taken", days_cell},
    {"narrative", narrative_cell},
};
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void put_cell(struct buf *b, struct str s)
{
	bool quote = false;

	for (size_t i = 0; i < s.n && !quote; i++)
		quote = s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n';
	if (!quote) {
		buf_put(b, s);
		return;
	}
	buf_char(b, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			buf_char(b, '"');
		buf_char(b, s.p[i]);
	}
	buf_char(b, '"');
}

void extract_heading(struct buf *out)
{
	for (size_t i = 0; i < COLUMNS; i++)
		buf_printf(out, "%s%s", i ? "," : "", columns[i].name);
	buf_char(out, '\n');
}

void extract_row(struct arena *a, uint64_t seed, const struct row_facts *f, struct buf *out)
{
	const struct cell_context c = {a, seed, f};

	for (size_t i = 0; i < COLUMNS; i++) {
		if (i)
			buf_char(out, ',');
		put_cell(out, columns[i].cell(&c));
	}
	buf_char(out, '\n');
}
