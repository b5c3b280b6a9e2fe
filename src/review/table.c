/* SPDX-License-Identifier: MIT */
/* What two have given, as tables: on which questions, and how often which two answers met. */
#include "review/table.h"

#include "lookback/rules/step.h"

/* ---- questions ---- */

static bool is_compared(const struct record_type *t, const struct question *q)
{
	for (size_t i = 0; i < t->states.n; i++) {
		const struct seats *s = &t->states.v[i].seats;
		if (s->given &&
		    (s->compare.n ? str_has(s->compare, q->name)
				  : q->spec.type == VT_CHOICE || q->spec.type == VT_CHOICES))
			return true;
	}
	return false;
}

struct compareds compared_questions(struct arena *a, const struct pack *p)
{
	struct compareds out = {0};

	for (size_t t = 0; t < p->types.n; t++)
		for (size_t f = 0; f < p->types.v[t].forms.n; f++) {
			const struct record_type *type = &p->types.v[t];
			const struct form *form = &type->forms.v[f];
			for (size_t i = 0; form_seated(type, form->name) && i < form->n; i++)
				if (is_compared(type, &form->questions[i]))
					*arena_push(a, &out) =
					    (struct compared){type, &form->questions[i]};
		}
	return out;
}

/* ---- tables ---- */

struct table table_new(struct arena *a, const struct question *q)
{
	struct table t = {0};

	for (size_t i = 0; q->spec.type == VT_CHOICE && i < q->spec.choices.n; i++)
		*arena_push(a, &t.codes) = q->spec.choices.v[i].code;
	t.cells = arena_new(a, int64_t, t.codes.n * t.codes.n + 1);
	return t;
}

int64_t table_count(const struct table *t, size_t first, size_t second)
{
	return t->cells[first * t->codes.n + second];
}

/* An absence is an answer, but a category only where somebody gave it. */
static size_t place_of(struct arena *a, struct table *t, struct str code)
{
	size_t n = t->codes.n;
	int64_t *cells;

	for (size_t i = 0; i < n; i++)
		if (str_eq(t->codes.v[i], code))
			return i;
	cells = arena_new(a, int64_t, (n + 1) * (n + 1));
	for (size_t i = 0; i < n * n; i++)
		cells[i / n * (n + 1) + i % n] = t->cells[i];
	*arena_push(a, &t->codes) = code;
	t->cells = cells;
	return n;
}

bool table_add(struct arena *a, struct table *t, struct str first, struct str second)
{
	size_t row, column;

	if (first.n == 0 || second.n == 0)
		return false;
	row = place_of(a, t, first);
	column = place_of(a, t, second);
	t->cells[row * t->codes.n + column]++;
	t->n++;
	return true;
}
