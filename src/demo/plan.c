/* SPDX-License-Identifier: MIT */
/* Which applications failed: 33 of them, most of one handler's, the others of different
 * handlers', so that one stands out and nobody else does. */
#include "demo/plan.h"

#include "lookback/wire/refusals.h"

/* The training extracts make this one's work poor (demo/work.c). */
static const int outstanding = 7;
enum { HANDLERS = 24, PAGE = 100 };

const int plan_failures[FATES] = {
    [FATE_HARM] = 2, [FATE_ADMINISTRATIVE] = 14, [FATE_SERVICE] = 17};
const int plan_contacts[CONTACTS] = {
    [CONTACT_REACHED] = 24, [CONTACT_UNABLE] = 5, [CONTACT_UNSAFE] = 4};

static uint64_t mix(uint64_t h, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
	return (h ^ 0xff) * 0x100000001b3u;
}

struct dice plan_dice(const struct plan *p, struct str ref, struct str what, int who)
{
	uint64_t h = mix(mix(0xcbf29ce484222325u, ref), what);

	return draw_at(p->seed, STREAM_PLAN, h + (uint64_t)who);
}

static void shuffle(struct dice *d, struct str *v, size_t n)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = draw_index(d, i);
		struct str s = v[i - 1];
		v[i - 1] = v[k];
		v[k] = s;
	}
}

/* One more of this handler's, when there is one. */
static bool pick(struct plan *p, struct caseload *load, struct strs *out)
{
	if (load->refs.n == 0)
		return false;
	*arena_push(&p->arena, out) = load->refs.v[--load->refs.n];
	return true;
}

static struct strs choose(struct plan *p, struct caseload *loads, size_t n, size_t out)
{
	struct strs chosen = {0};
	bool any = true;

	while (chosen.n < PLAN_OUTSTANDING && pick(p, &loads[out], &chosen))
		;
	while (any && chosen.n < PLAN_STORIES) {
		any = false;
		for (size_t i = 0; i < n && chosen.n < PLAN_STORIES; i++)
			if (i != out && pick(p, &loads[i], &chosen))
				any = true;
	}
	return chosen;
}

/* Fates in the order of the list; contacts in steps of a number prime to 33, so that
 * neither says anything of the other. */
static void tell_stories(struct plan *p, struct strs chosen)
{
	int fate = 0, number = 0;

	for (size_t i = 0; i < chosen.n; i++, number++) {
		int at = (int)(i * 10 % PLAN_STORIES), contact = 0;
		if (number == plan_failures[fate]) {
			fate++;
			number = 0;
		}
		while (at >= plan_contacts[contact])
			at -= plan_contacts[contact++];
		*arena_push(&p->arena, &p->stories) = (struct story){.ref = chosen.v[i],
		    .fate = (enum fate)fate,
		    .number = number,
		    .contact = (enum contact)contact,
		    .referred =
			fate == FATE_HARM || (fate == FATE_ADMINISTRATIVE && number == 0)};
	}
}

bool plan_deal(struct plan *p, struct caseload *loads, size_t n, size_t out, struct err *e)
{
	struct dice d = draw_at(p->seed, STREAM_PLAN, 0);
	struct strs chosen;

	for (size_t i = 0; i < n; i++)
		shuffle(&d, loads[i].refs.v, loads[i].refs.n);
	chosen = choose(p, loads, n, out);
	if (chosen.n < PLAN_STORIES)
		return err_set(e, ERR_REFUSED, REFUSED_DEMO_FEW, PLAN_STORIES);
	shuffle(&d, chosen.v, chosen.n);
	tell_stories(p, chosen);
	return true;
}

static bool read_load(struct plan *p, struct client *supervisor, int handler,
    struct caseload *load, struct err *e)
{
	struct arena a = {0};
	struct req_list q = {
	    .expr = arena_printf(&p->arena, "handler:H%02d in_scope:yes", handler),
	    .order = STR("ref"),
	    .limit = PAGE};
	struct rep_page r;
	bool ok = true;

	do {
		ok = ask_list(supervisor, &a, &q, &r, e);
		for (size_t i = 0; ok && i < r.rows.n; i++)
			*arena_push(&p->arena, &load->refs) =
			    arena_str(&p->arena, r.rows.v[i].ref);
		if (ok)
			q.after = arena_str(&p->arena, r.next);
		arena_clear(&a);
	} while (ok && q.after.n);
	return ok;
}

bool plan_make(struct plan *p, struct client *supervisor, struct err *e)
{
	struct caseload loads[HANDLERS] = {0};

	for (int i = 0; i < HANDLERS; i++)
		if (!read_load(p, supervisor, i + 1, &loads[i], e))
			return false;
	return plan_deal(p, loads, HANDLERS, (size_t)outstanding - 1, e);
}

const struct story *plan_story(const struct plan *p, struct str ref)
{
	for (size_t i = 0; i < p->stories.n; i++) {
		struct str own = p->stories.v[i].ref;
		if (str_starts(ref, own) && (ref.n == own.n || ref.p[own.n] == '-'))
			return &p->stories.v[i];
	}
	return NULL;
}
