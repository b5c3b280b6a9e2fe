/* SPDX-License-Identifier: MIT */
/* What no import brings and no step opens: records opened by hand on the first day. */
#include "demo/plan.h"

enum { FIELDS = 5 };

static const struct opened {
	const char *type;
	const char *reason; /* NULL: none is asked */
	const char *fields[FIELDS][2];
} at_the_head[] = {
    {"referral", "The conduct that began this review",
	{{"subject_matter", "A researcher's work over several years"}, {"about", "initial"},
	    {"in_window", "yes"}, {"clear_on", "today"}}},
    {"referral", "Training that was put off and not chased",
	{{"subject_matter", "Supervision of searches in the unit"}, {"about", "organisational"},
	    {"in_window", "yes"}, {"clear_on", "today"}}},
    {"failure", "Found while its neighbour was reviewed; received after the review's window",
	{{"application", "23-900417"}, {"failed_on", "2023-10-11"}, {"in_window", "no"}}},
    {"recommendation", NULL,
	{{"source", "review"},
	    {"recommends", "Every researcher is trained before the first search"},
	    {"deliver_by", "+90d"}}},
    {"recommendation", NULL,
	{{"source", "iopc"}, {"recommends", "A supervisor sees every result of nothing found"},
	    {"deliver_by", "+60d"}}},
    {"recommendation", NULL,
	{{"source", "inspectorate"},
	    {"recommends", "Applications are dip-sampled every quarter"},
	    {"deliver_by", "+120d"}}},
};

static const char *const senders[] = {
    "Jo, a friend of the family",
    "An applicant of 2019",
    "A sister",
    "A refuge in the county",
    "A former neighbour",
    "An applicant of 2021",
    "A solicitor's office",
    "A mother",
    "A social worker",
    "An applicant of 2016",
    "A charity's helpline",
    "An applicant of 2022",
};
static const char *const ways[] = {"email", "telephone", "letter", "agency"};
enum { SENDERS = sizeof(senders) / sizeof(senders[0]), ITEMS = 6 };

static void put(struct arena *a, struct json *fields, const char *name, struct str value)
{
	json_put(a, fields, name, json_str(a, value));
}

static bool add(struct client *c, struct arena *a, const struct req_add *q, struct rep_moved *r,
    struct err *e)
{
	return ask_add(c, a, q, r, e) || err_add(e, "opening a %.*s: ", STR_ARG(q->type));
}

static bool open_one(struct client *c, const struct opened *o, struct err *e)
{
	struct arena a = {0};
	struct json *fields = json_obj(&a);
	const struct req_add q = {.type = str_of(o->type),
	    .fields = fields,
	    .reason = str_of(o->reason ? o->reason : "")};
	struct rep_moved r;
	bool ok;

	for (int i = 0; i < FIELDS && o->fields[i][0]; i++)
		put(&a, fields, o->fields[i][0], str_of(o->fields[i][1]));
	ok = add(c, &a, &q, &r, e);
	arena_clear(&a);
	return ok;
}

static bool open_inbox(struct client *intake, struct err *e)
{
	struct arena a = {0};
	bool ok = true;

	for (size_t i = 0; ok && i < SENDERS; i++) {
		struct json *fields = json_obj(&a);
		const struct req_add q = {.type = STR("enquiry"), .fields = fields};
		struct rep_moved r;
		put(&a, fields, "enquired_on", STR("today"));
		put(&a, fields, "way_in", str_of(ways[i % 4]));
		put(&a, fields, "sender", str_of(senders[i]));
		put(&a, fields, "message",
		    STR("Asks whether an application was looked at again, and by whom."));
		ok = add(intake, &a, &q, &r, e);
	}
	arena_clear(&a);
	return ok;
}

static bool open_audit(struct client *quality, struct err *e)
{
	struct arena a = {0};
	struct json *fields = json_obj(&a);
	struct req_add q = {.type = STR("audit_month"), .fields = fields};
	struct rep_moved r, item;
	bool ok;

	put(&a, fields, "month", STR("2026-10"));
	put(&a, fields, "incidents", STR("412"));
	put(&a, fields, "audited", arena_printf(&a, "%d", ITEMS));
	put(&a, fields, "frame", STR("Incidents marked as domestic abuse, drawn by lot"));
	ok = add(quality, &a, &q, &r, e);
	for (int i = 0; ok && i < ITEMS; i++) {
		fields = json_obj(&a);
		put(&a, fields, "incident", arena_printf(&a, "INC-26-%04d", 417 + 31 * i));
		put(&a, fields, "team", i % 2 ? STR("North") : STR("South"));
		q = (struct req_add){
		    .type = STR("audit_item"), .under = r.ref, .fields = fields};
		ok = add(quality, &a, &q, &item, e);
	}
	arena_clear(&a);
	return ok;
}

bool by_hand(struct client *lead, struct client *intake, struct client *quality, struct err *e)
{
	for (size_t i = 0; i < sizeof(at_the_head) / sizeof(at_the_head[0]); i++)
		if (!open_one(lead, &at_the_head[i], e))
			return false;
	return open_inbox(intake, e) && open_audit(quality, e);
}
