/* SPDX-License-Identifier: MIT */
/* What a value may be, as fields and questions share it. */
#include "conf/tables.h"

const struct word absent_words[ABSENCES] = {
    {"not_applicable", ABSENT_NA},
    {"not_recorded", ABSENT_NOT_RECORDED},
    {"not_checked", ABSENT_NOT_CHECKED},
};

static const struct choice yes_no_rows[] = {
    {{"yes", 3}, {"Yes", 3}},
    {{"no", 2}, {"No", 2}},
    {{"unknown", 7}, {"Not known", 9}},
};
/* Types are words; some stand for a choice whose codes are given. */
static const struct type_row {
	enum vtype type;
	size_t codes; /* of yes_no_rows */
} type_rows[] = {
    {VT_LINE, 0},
    {VT_TEXT, 0},
    {VT_INT, 0},
    {VT_DATE, 0},
    {VT_CHOICE, 0},
    {VT_CHOICE, 2},
    {VT_CHOICE, 3},
    {VT_CHOICES, 0},
    {VT_STAFF, 0},
};
static const struct word type_words[] = {
    {"line", 0},
    {"text", 1},
    {"integer", 2},
    {"date", 3},
    {"choice", 4},
    {"yes_no", 5},
    {"yes_no_unknown", 6},
    {"choices", 7},
    {"staff", 8},
};

/* A type that nobody can write stands for a faulty one until spec_done, so that one
 * slip is not told twice. */
#define TYPE_FAULTY VT_TIME

void read_type(struct reader *r, const struct node *n, void *out)
{
	const struct words words = WORDS(type_words);
	struct vspec *spec = out;
	int row;

	spec->type = TYPE_FAULTY;
	if (!want_word(r, n, &words, &row))
		return;
	spec->type = type_rows[row].type;
	for (size_t i = 0; i < type_rows[row].codes; i++)
		*arena_push(r->a, &spec->choices) = yes_no_rows[i];
}

static bool is_reserved(struct str code)
{
	for (size_t i = 0; i < ABSENCES; i++)
		if (str_is(code, absent_words[i].name))
			return true;
	return str_is(code, "none");
}

static void add_code(
    struct reader *r, const struct node *n, struct str label, struct choices *c)
{
	struct str code;

	if (!want_name(r, n, &code))
		return;
	if (is_reserved(code)) {
		want_fault(r, n,
		    "found '%.*s' as a code; expected another word "
		    "(say that a value may be missing with 'absent')",
		    STR_ARG(code));
		return;
	}
	for (size_t i = 0; i < c->n; i++)
		if (str_eq(c->v[i].code, code)) {
			want_fault(
			    r, n, "found code '%.*s' again; expected each once", STR_ARG(code));
			return;
		}
	*arena_push(r->a, c) = (struct choice){code, label.n ? label : label_of(r->a, code)};
}

void read_of(struct reader *r, const struct node *n, void *out)
{
	struct vspec *spec = out;

	if (spec->choices.n > 0 || (spec->type != VT_CHOICE && spec->type != VT_CHOICES &&
				       spec->type != TYPE_FAULTY)) {
		want_fault(r, n, "found codes; expected them only with type choice or choices");
		return;
	}
	if (n->kind == NODE_TEXT) {
		want_fault(r, n, "found %s; expected a list of codes or a map of code to label",
		    want_found(r, n));
		return;
	}
	for (size_t i = 0; i < n->items.n; i++) {
		struct str label = {0};
		if (n->kind == NODE_LIST)
			add_code(r, n->items.v[i], label, &spec->choices);
		else if (want_line(r, n->items.v[i], 0, &label))
			add_code(r, n->keys.v[i], label, &spec->choices);
	}
}

static void check_limits(struct reader *r, const struct node *n, const struct vspec *spec)
{
	const struct node *min = node_get(n, "min"), *max = node_get(n, "max");
	bool number = spec->type == VT_INT;

	if (min && !number)
		want_fault(r, min, "found a least value; expected it only with type integer");
	if (max && !number && spec->type != VT_LINE && spec->type != VT_TEXT)
		want_fault(r, max,
		    "found a greatest value; expected it only with type integer, line or text");
	if (number && min && !max)
		want_fault(r, min, "found 'min' without 'max'; expected both");
	if (number && min && max && spec->min > spec->max)
		want_fault(r, min, "found min greater than max; expected min <= max");
}

void spec_done(struct reader *r, const struct node *n, struct vspec *spec)
{
	const struct node *ordered = node_get(n, "ordered");

	if (!node_get(n, "type") || spec->type == TYPE_FAULTY) {
		spec->type = spec->choices.n ? VT_CHOICE : VT_LINE;
		return;
	}
	if ((spec->type == VT_CHOICE || spec->type == VT_CHOICES) && !spec->choices.n) {
		want_fault(r, n, "found a choice without codes; expected them under 'of'");
		spec->type = VT_LINE; /* which takes any value: one fault is enough */
	}
	if (ordered && spec->type != VT_CHOICE)
		want_fault(r, ordered, "found an order; expected it only with type choice");
	check_limits(r, n, spec);
}

bool spec_has_code(const struct vspec *spec, struct str code)
{
	for (size_t i = 0; i < ABSENCES; i++)
		if ((spec->absent & (unsigned)absent_words[i].value) &&
		    str_is(code, absent_words[i].name))
			return true;
	for (size_t i = 0; i < spec->choices.n; i++)
		if (str_eq(spec->choices.v[i].code, code))
			return true;
	return false;
}
