/* SPDX-License-Identifier: MIT */
/* Facets of what belongs to the whole pack. */
#include "rules/facets.h"

static struct str rights_text(struct arena *a, unsigned rights)
{
	static const char *const names[] = {
	    "read", "take", "note", "assign", "import", "users", "log", "backup", "pack"};
	struct buf b = buf_in(a);

	for (unsigned i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (rights & 1u << i)
			buf_printf(&b, "%s%s", b.n ? ", " : "", names[i]);
	return buf_str(&b);
}

static struct str holidays_text(struct arena *a, struct holidays h)
{
	struct buf b = buf_in(a);
	char day[DAY_LEN + 1];

	for (size_t i = 0; i < h.n; i++) {
		day_text(h.v[i], day);
		buf_printf(&b, "%s%s", i ? ", " : "", day);
	}
	return buf_str(&b);
}

static void list_review(struct listing *l)
{
	const struct pack *p = l->pack;

	element(l, p->name);
	facet(l, "title", p->title);
	facet(l, "marking", p->marking);
	facet(l, "handling", p->handling);
	facet_int(l, "claim_minutes", p->claim_minutes);
	facet_int(l, "lock_minutes", p->lock_minutes);
	facet_yes(l, "reason_to_open", p->reason_to_open);
	facet_list(l, "terms", p->terms);
	facet_day(l, "scope from", p->scope_from);
	facet_day(l, "scope to", p->scope_to);
	facet(l, "seed", p->seed);
	facet_limit(l, "alerts acknowledged in", p->alerts.ack);
	facet_list(l, "alerts climb", p->alerts.chain);
	facet(l, "safeguarding opens", p->safeguarding.type);
	facet_set(l, "safeguarding with", &p->safeguarding.with);
	facet_list(l, "safeguarding alerts", p->safeguarding.alert);
	facet_limit(l, "safeguarding acknowledged in", p->safeguarding.ack);
	facet(l, "holidays", holidays_text(l->arena, p->holidays));
}

static void list_roles(struct listing *l)
{
	for (size_t i = 0; i < l->pack->roles.n; i++) {
		const struct role *r = &l->pack->roles.v[i];
		element(l, r->id);
		facet(l, "label", r->label);
		facet(l, "rights", rights_text(l->arena, r->rights));
		facet(l, "denies", rights_text(l->arena, r->denies));
	}
}

static void list_competences(struct listing *l)
{
	for (size_t i = 0; i < l->pack->competences.n; i++) {
		element(l, l->pack->competences.v[i].id);
		facet(l, "label", l->pack->competences.v[i].label);
	}
}

/* Their order is their urgency. */
static void list_bands(struct listing *l)
{
	for (size_t i = 0; i < l->pack->bands.n; i++) {
		const struct band *b = &l->pack->bands.v[i];
		element(l, b->id);
		facet_int(l, "place", (int64_t)i + 1);
		facet(l, "label", b->label);
		facet(l, "mark", (struct str){&b->mark, b->mark != 0});
		facet(l, "colour", b->colour);
	}
}

static void list_regimes(struct listing *l)
{
	for (size_t i = 0; i < l->pack->regimes.n; i++) {
		const struct regime *r = &l->pack->regimes.v[i];
		element(l, r->id);
		facet(l, "label", r->label);
		facet_day(l, "from", r->from);
		facet_int(l, "days", r->total_days);
		facet_yes(l, "verified", r->verified);
	}
}

static void list_links(struct listing *l)
{
	for (size_t i = 0; i < l->pack->links.n; i++) {
		const struct link_kind *k = &l->pack->links.v[i];
		element(l, k->id);
		facet(l, "label", k->label);
		facet_list(l, "from", k->from);
		facet_list(l, "to", k->to);
		facet_yes(l, "judged", k->judged);
		facet_yes(l, "family", k->family);
	}
}

static void list_views(struct listing *l)
{
	for (size_t i = 0; i < l->pack->views.n; i++) {
		const struct view *v = &l->pack->views.v[i];
		element(l, v->name);
		facet(l, "label", v->label);
		facet(l, "expr", v->text);
		facet_list(l, "roles", v->roles);
	}
}

static struct str columns_text(struct arena *a, const struct import_map *m)
{
	struct buf b = buf_in(a);

	for (size_t i = 0; i < m->columns.n; i++) {
		const struct map_column *c = &m->columns.v[i];
		buf_printf(&b, "%s%.*s=%.*s%s%s%.*s", i ? ", " : "", STR_ARG(c->header),
		    STR_ARG(c->field), c->optional ? "?" : "", c->date_format.n ? " " : "",
		    STR_ARG(c->date_format));
		for (size_t k = 0; k < c->codes.n; k++)
			buf_printf(&b, " %.*s:%.*s", STR_ARG(c->codes.v[k].code),
			    STR_ARG(c->codes.v[k].label));
	}
	return buf_str(&b);
}

static void list_maps(struct listing *l)
{
	for (size_t i = 0; i < l->pack->maps.n; i++) {
		const struct import_map *m = &l->pack->maps.v[i];
		element(l, m->name);
		facet(l, "type", m->type);
		facet(l, "label", m->label);
		facet(l, "columns", columns_text(l->arena, m));
		facet_list(l, "ignore", m->ignore);
	}
}

const struct facet_kind pack_kinds[] = {
    {"review", list_review},
    {"role", list_roles},
    {"competence", list_competences},
    {"band", list_bands},
    {"regime", list_regimes},
    {"link", list_links},
    {"view", list_views},
    {"map", list_maps},
    {"quality", list_quality},
    {"plan", list_plans},
    {"measure", list_measures},
    {0},
};
