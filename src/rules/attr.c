/* SPDX-License-Identifier: MIT */
/* Attributes: the names an expression may use, and what stands behind each. */
#include "lookback/rules/quality.h"
#include "rules/choice.h"

struct core_row {
	const char *name, *label;
	enum vtype type;
};
static const struct core_row core_rows[CORE_ATTRS] = {
    [CORE_REF] = {"ref", "reference", VT_LINE},
    [CORE_TYPE] = {"type", "type", VT_CHOICE},
    [CORE_STATE] = {"state", "state", VT_CHOICE},
    [CORE_BAND] = {"band", "band", VT_CHOICE},
    [CORE_QUEUE] = {"queue", "queue", VT_CHOICE},
    [CORE_HOLDER] = {"holder", "holder", VT_USER},
    [CORE_BATCH] = {"batch", "batch", VT_LINE},
    [CORE_DUE] = {"due", "due day", VT_TIME},
    [CORE_LATE] = {"late", "late", VT_CHOICE},
    [CORE_OPENED] = {"opened", "day of opening", VT_TIME},
    [CORE_MOVED] = {"moved", "day of the last step", VT_TIME},
    [CORE_WAKE] = {"wake", "wake-up day", VT_DATE},
    [CORE_RANK] = {"rank", "rank", VT_INT},
    [CORE_NOTES] = {"notes", "number of notes", VT_INT},
    [CORE_FLAG] = {"flag", "flag", VT_CHOICE},
    [CORE_PARENT] = {"parent", "parent", VT_LINE},
    [CORE_OPEN] = {"open", "what is open under it", VT_CHOICES},
    [CORE_CHILD] = {"child", "what was opened under it", VT_CHOICES},
    [CORE_DID] = {"did", "what was done", VT_CHOICES},
    [CORE_CLOCK] = {"clock", "what is timed", VT_CHOICES},
    [CORE_ALERT] = {"alert", "alert to acknowledge", VT_CHOICE},
    [CORE_AGREED] = {"agreed", "both readers agreed", VT_CHOICE},
    [CORE_REGIME] = {"regime", "rules in force", VT_CHOICE},
    [CORE_SCOPE] = {"in_scope", "received in scope", VT_CHOICE},
    [CORE_HELD] = {"held", "day since which it is held", VT_TIME},
    [CORE_ASIDE] = {"aside", "who put it aside", VT_USER},
    [CORE_LATELY] = {"lately", "who took a step in the last seven days", VT_USER},
    [CORE_AUTHOR] = {"author", "author of the answers", VT_USER},
    [CORE_DRAWN] = {"drawn", "pass it was drawn in", VT_LINE},
    [CORE_READING] = {"reading", "reading in that pass", VT_CHOICE},
    [CORE_QUERY] = {"query", "query on it", VT_CHOICE},
};
static const struct choice late_rows[] = {
    {{"yes", 3}, {"yes", 3}},
    {{"no", 2}, {"no", 2}},
};
/* Words the engine itself puts on a record. */
static const struct choice flag_rows[] = {
    {{"changed_by_import", 17}, {"changed by import", 17}},
};
static const struct choice reading_rows[] = {
    {{"open", 4}, {"open", 4}},
    {{"upheld", 6}, {"upheld", 6}},
    {{"overturned", 10}, {"overturned", 10}},
    {{"found", 5}, {"found", 5}},
};
static const struct choice query_rows[] = {
    {{"open", 4}, {"open", 4}},
    {{"answered", 8}, {"answered", 8}},
};

static void add_choice(struct arena *a, struct choices *c, struct str code, struct str label)
{
	if (choice_index(c, code) < 0)
		*arena_push(a, c) = (struct choice){code, label.n ? label : code};
}

static struct choices copy_choices(struct arena *a, const struct choice *rows, size_t n)
{
	struct choices c = {0};

	for (size_t i = 0; i < n; i++)
		add_choice(a, &c, rows[i].code, rows[i].label);
	return c;
}

static struct choices role_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->roles.n; i++)
		add_choice(a, &c, p->roles.v[i].id, p->roles.v[i].label);
	return c;
}

static struct choices band_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->bands.n; i++)
		add_choice(a, &c, p->bands.v[i].id, p->bands.v[i].label);
	return c;
}

static struct choices type_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->types.n; i++)
		add_choice(a, &c, p->types.v[i].name, p->types.v[i].label);
	return c;
}

static void all_states(struct arena *a, struct pack *p)
{
	p->states = (struct choices){0};
	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->states.n; j++)
			add_choice(a, &p->states, t->states.v[j].name, t->states.v[j].label);
	}
}

static struct choices step_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->transitions.n; j++)
			add_choice(a, &c, t->transitions.v[j].id, t->transitions.v[j].label);
	}
	return c;
}

static struct choices clock_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->types.n; i++) {
		const struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->clocks.n; j++)
			add_choice(a, &c, t->clocks.v[j].name, t->clocks.v[j].label);
	}
	return c;
}

static struct choices regime_choices(struct arena *a, const struct pack *p)
{
	struct choices c = {0};

	for (size_t i = 0; i < p->regimes.n; i++)
		add_choice(a, &c, p->regimes.v[i].id, p->regimes.v[i].label);
	return c;
}

static void core_attributes(struct arena *a, struct pack *p)
{
	p->core = arena_new(a, struct attr, CORE_ATTRS);
	for (size_t i = 0; i < CORE_ATTRS; i++)
		p->core[i] = (struct attr){.name = str_of(core_rows[i].name),
		    .label = str_of(core_rows[i].label),
		    .home = AT_CORE,
		    .core = (enum core_attr)i,
		    .type = core_rows[i].type};
	p->core[CORE_TYPE].choices = type_choices(a, p);
	p->core[CORE_STATE].choices = p->states;
	p->core[CORE_BAND].choices = band_choices(a, p);
	p->core[CORE_BAND].ordered = true;
	p->core[CORE_QUEUE].choices = role_choices(a, p);
	p->core[CORE_LATE].choices = copy_choices(a, late_rows, 2);
	p->core[CORE_FLAG].choices = copy_choices(a, flag_rows, 1);
	p->core[CORE_OPEN].choices = p->core[CORE_TYPE].choices;
	p->core[CORE_CHILD].choices = p->core[CORE_TYPE].choices;
	p->core[CORE_DID].choices = step_choices(a, p);
	p->core[CORE_CLOCK].choices = clock_choices(a, p);
	p->core[CORE_ALERT].choices = p->core[CORE_LATE].choices;
	p->core[CORE_AGREED].choices = p->core[CORE_LATE].choices;
	p->core[CORE_REGIME].choices = regime_choices(a, p);
	p->core[CORE_SCOPE].choices = p->core[CORE_LATE].choices;
	p->core[CORE_READING].choices = copy_choices(a, reading_rows, 4);
	p->core[CORE_QUERY].choices = copy_choices(a, query_rows, 2);
}

static void fill(struct attr *at, struct str name, struct str label, const struct vspec *spec)
{
	at->name = name;
	at->label = label.n ? label : name;
	at->type = spec->type;
	at->choices = spec->choices;
	at->absent = spec->absent;
	at->ordered = at->ordered && spec->type == VT_CHOICE;
}

/* Where a pack says of no line that it holds names, each that is searched may. */
static bool says_names(const struct pack *p)
{
	for (size_t i = 0; i < p->types.n; i++)
		for (size_t j = 0; j < p->types.v[i].fields.n; j++)
			if (p->types.v[i].fields.v[j].names)
				return true;
	return false;
}

static void field_attribute(struct field *f, bool named)
{
	bool text = f->spec.type == VT_TEXT;

	fill(&f->attr, f->name, f->label, &f->spec);
	f->attr.home = text ? AT_TEXT : AT_FIELD;
	/* what only some may read is not found by a bare word */
	f->attr.text_search = f->search && !f->restricted && (text || f->spec.type == VT_LINE);
	f->attr.name_search = f->attr.text_search && !text && (f->names || !named);
}

static void form_attributes(struct form *f)
{
	for (size_t i = 0; i < f->n; i++) {
		struct question *q = &f->questions[i];
		fill(&q->attr, q->name, q->label, &q->spec);
		q->attr.home = AT_ANSWER;
	}
}

void pack_finish(struct arena *a, struct pack *p)
{
	static const struct quality none;
	bool named = says_names(p);

	if (!p->quality)
		p->quality = &none;
	all_states(a, p);
	core_attributes(a, p);
	for (size_t i = 0; i < p->types.n; i++) {
		struct record_type *t = &p->types.v[i];
		for (size_t j = 0; j < t->fields.n; j++)
			field_attribute(&t->fields.v[j], named);
		for (size_t j = 0; j < t->forms.n; j++)
			form_attributes(&t->forms.v[j]);
	}
}

bool attr_is_many(const struct attr *at)
{
	return at->type == VT_CHOICES || (at->home == AT_CORE && at->core == CORE_LATELY);
}

static const struct attr *find_in_type(const struct record_type *t, struct str name)
{
	const struct field *f = type_field(t, name);

	if (f)
		return &f->attr;
	for (size_t i = 0; i < t->forms.n; i++) {
		const struct question *q = form_question(&t->forms.v[i], name);
		if (q)
			return &q->attr;
	}
	return NULL;
}

const struct attr *attr_find(const struct pack *p, const struct record_type *t, struct str name)
{
	const struct attr *found = NULL;

	for (size_t i = 0; i < CORE_ATTRS; i++)
		if (str_eq(p->core[i].name, name))
			return &p->core[i];
	if (t)
		return find_in_type(t, name);
	for (size_t i = 0; i < p->types.n && !found; i++)
		found = find_in_type(&p->types.v[i], name);
	return found;
}
