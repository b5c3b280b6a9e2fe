/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "support/randexpr.h"
#include "support/randpool.h"

int64_t rand_now(void)
{
	int64_t ms = 0;

	if (!time_read(STR("2026-06-30T23:30:00.000Z"), &ms))
		BUG("the moment of random records is none");
	return ms;
}

struct expr_env rand_env(const struct pack *p, const struct record_type *t)
{
	return (struct expr_env){.pack = p, .type = t, .me = STR("asmith"), .now = rand_now()};
}

static bool in_ref(struct arena *a, const struct record_type *t, struct str name)
{
	struct str hole = arena_printf(a, "{%.*s}", STR_ARG(name));

	return strstr(arena_str(a, t->ref).p, hole.p) != NULL;
}

static void fill_fields(struct arena *a, struct dice *d, const struct record_type *t,
    int serial, struct json *fields, struct json *texts)
{
	for (size_t i = 0; i < t->fields.n; i++) {
		const struct field *f = &t->fields.v[i];
		struct value v = pool_value(a, d, &f->attr);
		if (in_ref(a, t, f->name))
			v = value_str(arena_printf(a, "%05d", serial));
		else if (!f->required && chance(d, 25))
			continue;
		json_put_str(
		    a, f->spec.type == VT_TEXT ? texts : fields, f->name, value_json(a, v));
	}
}

static void fill_answers(
    struct arena *a, struct dice *d, const struct record_type *t, struct json *answers)
{
	for (size_t i = 0; i < t->forms.n; i++)
		for (size_t j = 0; j < t->forms.v[i].n; j++) {
			const struct question *q = &t->forms.v[i].questions[j];
			if (chance(d, 60))
				json_put_str(a, answers, q->name,
				    value_json(a, pool_value(a, d, &q->attr)));
		}
}

static void fill_core(struct arena *a, struct dice *d, const struct pack *p,
    const struct record_type *t, struct facts *f)
{
	const struct state *s = &t->states.v[dice_below(d, t->states.n)];
	int32_t wake = NO_DAY;

	f->type = t->name;
	f->state = s->name;
	f->queue = s->queue;
	f->band = chance(d, 75) ? p->bands.v[dice_below(d, p->bands.n)].id : STR("");
	f->holder = chance(d, 50) ? pool_pick(d, pool_users) : STR("");
	f->held = f->holder.n ? pool_time(d) : NO_TIME;
	f->batch = chance(d, 70) ? pool_pick(d, pool_batches) : STR("");
	f->flag = chance(d, 20) ? p->core[CORE_FLAG].choices.v[0].code : STR("");
	f->parent =
	    chance(d, 30) ? arena_printf(a, "TOY-%05d", (int)dice_below(d, 20)) : STR("");
	f->due = chance(d, 70) ? pool_time(d) : NO_TIME;
	f->opened = pool_time(d);
	f->moved = pool_time(d);
	if (chance(d, 30) && !day_read(pool_pick(d, pool_days), &wake))
		BUG("a day of the pool is none");
	f->wake = wake;
	f->aside = wake == NO_DAY ? STR("") : pool_pick(d, pool_users);
	f->notes = (int64_t)dice_below(d, 4);
	f->now = rand_now();
}

/* Each of the codes by chance. */
static struct strs some_of(
    struct arena *a, struct dice *d, const struct choices *c, int percent)
{
	struct strs out = {0};

	for (size_t i = 0; i < c->n; i++)
		if (chance(d, percent))
			*arena_push(a, &out) = c->v[i].code;
	return out;
}

static struct str one_of(struct dice *d, const struct choices *c)
{
	return c->v[dice_below(d, c->n)].code;
}

/* What other records, clocks and people have left on it. */
static void fill_engine(struct arena *a, struct dice *d, const struct pack *p,
    const struct record_type *t, struct facts *f)
{
	f->child = some_of(a, d, &p->core[CORE_CHILD].choices, 25);
	for (size_t i = 0; i < f->child.n; i++)
		if (chance(d, 50))
			*arena_push(a, &f->open) = f->child.v[i];
	for (size_t i = 0; i < t->transitions.n; i++)
		if (chance(d, 20))
			*arena_push(a, &f->did) = t->transitions.v[i].id;
	for (size_t i = 0; i < t->clocks.n; i++)
		if (chance(d, 40))
			*arena_push(a, &f->clocks) = t->clocks.v[i].name;
	f->taken = arena_new(a, struct taken, 3);
	f->ntaken = dice_below(d, 4);
	for (size_t i = 0; i < f->ntaken; i++)
		((struct taken *)f->taken)[i] = (struct taken){pool_pick(d, pool_users),
		    f->now - (int64_t)dice_below(d, 14) * 12 * 3600 * 1000};
	f->alert = chance(d, 30);
	if (chance(d, 40))
		f->agreed = chance(d, 50) ? STR("yes") : STR("no");
	if (chance(d, 40))
		f->author = pool_pick(d, pool_users);
	if (chance(d, 40))
		f->drawn = pool_pick(d, pool_passes);
	if (f->drawn.n)
		f->reading = one_of(d, &p->core[CORE_READING].choices);
	if (chance(d, 30))
		f->query = one_of(d, &p->core[CORE_QUERY].choices);
	f->pack = p;
}

/* The ref of a child hangs on its parent and its number there. */
static bool fill_ref(struct arena *a, const struct record_type *t, const struct json *fields,
    int serial, struct str *ref)
{
	struct json *names = json_obj(a);

	for (size_t i = 0; i < fields->n; i++)
		json_put_str(a, names, fields->keys[i], fields->v[i]);
	json_put(a, names, "parent", json_cstr(a, "TOY-00001"));
	json_put(a, names, "n", json_int(a, serial));
	return template_fill(a, t->ref, names, ref);
}

void rand_facts(struct arena *a, struct dice *d, const struct pack *p,
    const struct record_type *t, int serial, struct facts *out)
{
	struct json *fields = json_obj(a), *texts = json_obj(a), *answers = json_obj(a);
	struct rank rank;

	*out = (struct facts){.fields = fields, .texts = texts, .answers = answers};
	fill_fields(a, d, t, serial, fields, texts);
	fill_answers(a, d, t, answers);
	fill_core(a, d, p, t, out);
	fill_engine(a, d, p, t, out);
	if (!fill_ref(a, t, fields, serial, &out->ref))
		BUG("a random record has no ref");
	rank_of(a, p, t, out, &rank);
	out->rank = rank.shown;
}
