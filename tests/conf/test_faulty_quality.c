/* SPDX-License-Identifier: MIT */
/* quality.yaml: what is read, and every fault of it, word for word. */
#include <string.h>

#include "help.h"

#include "lookback/rules/compare.h"
#include "lookback/rules/quality.h"

Suite *suite_conf_faulty_quality(void);

static const char quality[] =
    "type: case\n"
    "state: unread\n"
    "by: chief\n"
    "alert: chief\n"
    "plans:\n"
    "  - {id: week, of: \"state:done\", strata: [kind, received], percent: 2.5, least: 3}\n"
    "  - {id: pile, kind: elusion, of: \"state:done\", share: 1, allow: 0, whole: true}\n"
    "  - {id: lots, kind: lot, of: \"state:done\", aql: 0.65}\n"
    "  - {id: known, kind: known, of: \"state:done\", size: 20}\n"
    "calibration: {first: 5, every: 25, pass: 80, alert: chief}\n"
    "funnel: {by: kind, of: \"state:done\", bad: \"kind:b\"}\n";

static struct source with_quality(void)
{
	struct source s = whole_pack();

	add_file(&s, "quality.yaml", str_of(quality));
	return s;
}

START_TEST(what_the_file_says_is_what_the_pack_holds)
{
	struct source s = with_quality(), none = whole_pack();
	const struct quality *q = loaded(&s)->quality;
	const struct plan_rule *p;

	holds(q->given && !loaded(&none)->quality->given);
	holds(str_is(q->type, "case") && str_is(q->state, "unread"));
	ck_assert_uint_eq(q->plans.n, 4);
	p = quality_plan(q, STR("week"));
	holds(p && p->kind == PLAN_SECOND && p->percent == 2500 && p->least == 3);
	holds(p->strata.n == 2 && str_is(p->label, "Week") && p->of && !p->found);
	p = quality_plan(q, STR("pile"));
	holds(p->kind == PLAN_ELUSION && p->share == 1000 && p->confidence == 95000);
	holds(p->whole && p->allow == 0);
	holds(quality_plan(q, STR("lots"))->aql == 650);
	holds(quality_plan(q, STR("known"))->size == 20);
	holds(!quality_plan(q, STR("none")));
	holds(q->calibration.first == 5 && q->calibration.pass == 80000);
	holds(q->funnel.of && q->funnel.bad && str_is(q->funnel.by, "kind"));
}
END_TEST

START_TEST(whoever_reads_blind_plans_nothing)
{
	struct source s = with_quality();
	const struct pack *p = loaded(&s);
	struct str names[] = {STR("chief"), STR("second")};

	holds(quality_by(p, (struct strs){names, 1, 1}));
	holds(!quality_by(p, (struct strs){names, 2, 2}));
	holds(!quality_by(p, (struct strs){names + 1, 1, 1}));
}
END_TEST

/* What pack diff shows and what pack show prints. */
START_TEST(a_change_of_a_pass_is_shown)
{
	struct source was = with_quality(), is = with_quality();
	struct buf text = buf_in(&arena);
	const struct pack *p;
	struct changes out = {0};

	spoil(&is, "quality.yaml", "percent: 2.5", "percent: 5");
	spoil(&is, "quality.yaml", "pass: 80", "pass: 90");
	p = loaded(&is);
	pack_compare(&arena, loaded(&was), p, &out);
	ck_assert_uint_eq(out.n, 2);
	holds(str_is(str_of(out.v[0].kind), "quality") && str_is(out.v[0].name, "case"));
	holds(str_is(str_of(out.v[1].kind), "plan") && str_is(out.v[1].name, "week"));
	holds(strstr(arena_str(&arena, out.v[0].text).p, "90") != NULL);
	holds(strstr(arena_str(&arena, out.v[1].text).p, "2.5") != NULL);
	pack_print(&text, p);
	holds(strstr(arena_str(&arena, buf_str(&text)).p, "week") != NULL);
	holds(strstr(arena_str(&arena, buf_str(&text)).p, "; 5 %; at least 3 of each") != NULL);
}
END_TEST

static const struct faulty rows[] = {
    {"a type of nothing", "quality.yaml", "type: case", "type: csae",
	"quality.yaml:1:1: unknown record type 'csae'; expected action or case; did you mean "
	"'case'?\n"},
    {"a state of nothing", "quality.yaml", "state: unread", "state: unraed",
	"quality.yaml:1:1: unknown state 'unraed'; expected unread; did you mean 'unread'?\n"},
    {"a state that one reads", "quality.yaml", "state: unread", "state: done",
	"quality.yaml:1:1: work is read again in 'done', which has no seats; expected a state "
	"that two read without knowing of each other\n"},
    {"a role of nothing", "quality.yaml", "by: chief", "by: cheif",
	"quality.yaml:1:1: unknown role in by 'cheif'; expected reader, second, judge, chief "
	"or guest; did you mean 'chief'?\n"},
    {"a planner who reads blind", "quality.yaml", "by: chief", "by: [chief, second]",
	"quality.yaml:1:1: the role in by 'second' takes a second or third seat, and who does "
	"must not know what is read again; expected a role that reads no case blind\n"},
    {"news for one who reads blind", "quality.yaml", "\nalert: chief", "\nalert: judge",
	"quality.yaml:1:1: the role in alert 'judge' takes a second or third seat, and who "
	"does must not know what is read again; expected a role that reads no case blind\n"},
    {"nobody who plans", "quality.yaml", "by: chief\n", "",
	"quality.yaml:1:1: found no 'by' in a quality file; expected one\n"},
    {"a misspelt key", "quality.yaml", "whole: true", "whoel: true",
	"quality.yaml:7:69: found key 'whoel' in a plan; expected id, label, kind, of, always, "
	"found, strata, percent, size, least, first, days, share, confidence, allow, aql, "
	"whole; did you mean 'whole'?\n"},
    {"a kind that is none", "quality.yaml", "kind: elusion", "kind: elution",
	"quality.yaml:7:22: found 'elution'; expected one of second, elusion, known, lot; did "
	"you mean 'elusion'?\n"},
    {"a misspelt state in a frame", "quality.yaml", "of: \"state:done\", strata",
	"of: \"state:don\", strata",
	"quality.yaml:6:27: 'don' is not a value of 'state'; expected todo, gone, unread, "
	"read, waiting or done; did you mean 'done'?\n"},
    {"a frame that moves with the day", "quality.yaml", "of: \"state:done\", strata",
	"of: \"moved>=-7d\", strata",
	"quality.yaml:6:28: '-7d' moves with the days and cannot be kept in a pack\n"},
    {"no frame", "quality.yaml", "of: \"state:done\", aql", "aql",
	"quality.yaml:8:5: found no 'of' in a plan; expected one\n"},
    {"a share of nothing", "quality.yaml", "percent: 2.5", "percent: 0",
	"quality.yaml:6:69: found '0'; expected per cent, from 0.001 to 100\n"},
    {"a share above all", "quality.yaml", "percent: 2.5", "percent: 100.5",
	"quality.yaml:6:69: found '100.5'; expected per cent, from 0.001 to 100\n"},
    {"a share too fine", "quality.yaml", "percent: 2.5", "percent: 2.5555",
	"quality.yaml:6:69: found '2.5555'; expected per cent, from 0.001 to 100\n"},
    {"two sizes", "quality.yaml", "percent: 2.5", "percent: 2.5, size: 4",
	"quality.yaml:6:5: the plan 'week' says in several ways how much it draws; expected "
	"one of percent, size and share\n"},
    {"no size", "quality.yaml", ", percent: 2.5, least: 3", "",
	"quality.yaml:6:5: the plan 'week' says in no way how much it draws; expected one of "
	"percent, size and share\n"},
    {"an aql without lots", "quality.yaml", "percent: 2.5, least: 3", "aql: 1",
	"quality.yaml:6:5: the plan 'week' has an aql and is no lot; expected kind: lot, or "
	"percent, size or share\n"},
    {"a lot with a size", "quality.yaml", "aql: 0.65", "size: 5",
	"quality.yaml:8:5: the size of the lot 'lots' is given by percent, size or share; "
	"expected aql alone\n"},
    {"a lot without an aql", "quality.yaml", ", aql: 0.65", "",
	"quality.yaml:8:5: the size of the lot 'lots' is given by nothing; expected aql "
	"alone\n"},
    {"an aql outside the table", "quality.yaml", "aql: 0.65", "aql: 0.7",
	"quality.yaml:8:5: no lots are laid out for an aql of 0.7; expected 0.065, 0.1, 0.15, "
	"0.25, 0.4, 0.65, 1, 1.5 or 3 more\n"},
    {"a confidence of nothing", "quality.yaml", "least: 3", "confidence: 95",
	"quality.yaml:6:5: the plan 'week' has confidence without share; expected both or "
	"neither\n"},
    {"an allowance of nothing", "quality.yaml", "least: 3", "allow: 2",
	"quality.yaml:6:5: the plan 'week' has allow without share; expected both or "
	"neither\n"},
    {"a verdict that never comes", "quality.yaml", "least: 3", "whole: true",
	"quality.yaml:6:5: the plan 'week' has whole, and never fails; expected share or aql, "
	"by which alone a pass fails\n"},
    {"a least of a share to show", "quality.yaml", "share: 1,", "share: 1, least: 2,",
	"quality.yaml:7:5: the plan 'pile' has least without percent or size; expected both or "
	"neither\n"},
    {"first work where nobody worked", "quality.yaml", "share: 1,", "share: 1, first: 2,",
	"quality.yaml:7:5: the plan 'pile' has first, and what was set aside has no author; "
	"expected another kind than elusion\n"},
    {"parts by what is not there", "quality.yaml", "[kind, received]", "[knid]",
	"quality.yaml:6:5: unknown field in strata 'knid'; expected received, kind, looked_at, "
	"outcome, finding, type, state, band or 18 more; did you mean 'kind'?\n"},
    {"parts by a line", "quality.yaml", "[kind, received]", "[name]",
	"quality.yaml:6:5: the field in strata 'name' is of type line; expected a choice, a "
	"date, a staff code or an account\n"},
    {"parts twice", "quality.yaml", "[kind, received]", "[kind, kind]",
	"quality.yaml:6:49: found 'kind' again; expected each once\n"},
    {"a plan twice", "quality.yaml", "id: lots", "id: pile",
	"quality.yaml:8:5: the plan 'pile' is there twice; expected each once\n"},
    {"known answers of no cases", "quality.yaml", "kind: known, of", "kind: second, of",
	"quality.yaml:10:14: the calibration has no cases of which the answers are known; "
	"expected a plan of kind: known\n"},
    {"known answers never served", "quality.yaml", "first: 5, every: 25, ", "",
	"quality.yaml:10:14: the calibration serves no case; expected first or every\n"},
    {"no mark to pass", "quality.yaml", "pass: 80, ", "",
	"quality.yaml:10:14: found no 'pass' in a calibration; expected one\n"},
    {"a funnel by a text", "quality.yaml", "by: kind", "by: name",
	"quality.yaml:11:9: the field in by 'name' is of type line; expected a choice, a date, "
	"a staff code or an account\n"},
    {"a funnel by nothing", "quality.yaml", "by: kind", "by: kidn",
	"quality.yaml:11:9: unknown field in by 'kidn'; expected received, kind, looked_at, "
	"outcome, finding, type, state, band or 18 more; did you mean 'kind'?\n"},
    {"a funnel of a misspelt question", "quality.yaml", "kind:b", "kin:b",
	"quality.yaml:11:44: unknown field 'kin'; did you mean 'kind'?\n"},
};

START_TEST(each_fault_of_a_plan_is_told)
{
	each_is_told(with_quality, rows, COUNT(rows));
}
END_TEST

/* ---- an audit ------------------------------------------------------------ */

static const struct faulty audits[] = {
    {"a month of nothing", "quality.yaml", "type: audit_month", "type: audit_mouth",
	"quality.yaml:115:3: unknown record type of the audit 'audit_mouth'; expected action, "
	"application, audit_item, audit_month, check, contact_attempt, contact_card, decision "
	"or 6 more; did you mean 'audit_month'?\n"},
    {"a month by no field", "quality.yaml", "month: month", "month: mnoth",
	"quality.yaml:115:3: unknown field in month 'mnoth'; expected month, incidents, "
	"audited or frame; did you mean 'month'?\n"},
    {"a month by a number", "quality.yaml", "month: month", "month: incidents",
	"quality.yaml:115:3: the month 'incidents' is of type integer; expected line, which "
	"holds 2026-11\n"},
    {"items of nothing", "quality.yaml", "items: audit_item", "items: audit_itme",
	"quality.yaml:115:3: unknown record type in items 'audit_itme'; expected action, "
	"application, audit_item, audit_month, check, contact_attempt, contact_card, decision "
	"or 6 more; did you mean 'audit_item'?\n"},
    {"no items", "quality.yaml", "  items: audit_item\n", "",
	"quality.yaml:115:3: the measure 'flagged' counts items, and the audit has none; "
	"expected items\n"},
    {"a comment that is no text", "quality.yaml", "comment: audit_comment", "comment: elp_of",
	"quality.yaml:115:3: unknown question in comment 'elp_of'; expected audit_comment\n"},
    {"a measure by nothing", "quality.yaml", ", top: notices_granted", "",
	"quality.yaml:121:7: the measure 'notices' has neither top nor item; expected top, "
	"with of or without, or item\n"},
    {"a measure of both", "quality.yaml", "top: notices_granted",
	"top: notices_granted, item: flagged",
	"quality.yaml:121:7: the measure 'notices' has both top and item; expected top, with "
	"of or without, or item\n"},
    {"a measure of so many of nothing", "quality.yaml", "top: notices_granted",
	"of: notices_granted, item: flagged",
	"quality.yaml:121:7: the measure 'notices' has of without top; expected both\n"},
    {"a number that is not asked", "quality.yaml", "top: notices_granted",
	"top: notices_grantd",
	"quality.yaml:121:7: unknown number in top 'notices_grantd'; expected elp_considered, "
	"elp_of, notices_granted, orders_granted, dash_done, dash_of or marac_referred; did "
	"you mean 'notices_granted'?\n"},
    {"a number that is a text", "quality.yaml", "top: notices_granted", "top: audit_comment",
	"quality.yaml:121:7: unknown number in top 'audit_comment'; expected elp_considered, "
	"elp_of, notices_granted, orders_granted, dash_done, dash_of or marac_referred\n"},
    {"a question of no item", "quality.yaml", "item: flagged", "item: flaged",
	"quality.yaml:125:7: unknown yes-or-no question in item 'flaged'; expected flagged, "
	"verbal, dash_complete, dash_answered, level_justified, seen_by_supervisor, ppn_sent, "
	"children_recorded or 8 more; did you mean 'flagged'?\n"},
    {"a measure twice", "quality.yaml", "id: orders", "id: notices",
	"quality.yaml:122:7: the measure 'notices' is there twice; expected each once\n"},
};

START_TEST(each_fault_of_an_audit_is_told)
{
	each_is_told(real_pack, audits, COUNT(audits));
}
END_TEST

Suite *suite_conf_faulty_quality(void)
{
	const TTest *const tests[] = {
	    what_the_file_says_is_what_the_pack_holds,
	    whoever_reads_blind_plans_nothing,
	    a_change_of_a_pass_is_shown,
	    each_fault_of_a_plan_is_told,
	    each_fault_of_an_audit_is_told,
	};

	return suite_of("conf/faulty_quality", tests, COUNT(tests));
}
