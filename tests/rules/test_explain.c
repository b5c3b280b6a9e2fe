/* SPDX-License-Identifier: MIT */
#include "help.h"
#include "support/toypack.h"

Suite *suite_rules_explain(void);

static const char *const sentences[][2] = {
    {"", "every record"},
    {"state:triage band>=amber received:2016..2018",
	"state is Triage and band is Amber or worse and Received is between 1 Jan 2016 and 31 "
	"Dec 2018"},
    {"band<=amber", "band is Amber or better"},
    {"band:green..amber", "band is from Green to Amber"},
    {"severity>=medium", "Severity is Medium or more"},
    {"-severity<=medium", "Severity is not Medium or less"},
    {"state:(triage, review, closed)", "state is Triage, Review or Closed"},
    {"state!=closed", "state is not Closed"},
    {"has:holder", "holder is filled in"},
    {"holder:none", "holder is empty"},
    {"holder:me", "holder is asmith"},
    {"rank>=50", "rank is at least 50"},
    {"rank<50", "rank is at most 49"},
    {"visits:2..4", "Visits is between 2 and 4"},
    {"visits:(2, not_recorded)", "Visits is 2 or Not recorded"},
    {"has:note", "number of notes is at least 1"},
    {"received:2016-03-05", "Received is 5 Mar 2016"},
    {"received>=2016-03-05", "Received is on or after 5 Mar 2016"},
    {"due<today", "due day is on or before 30 Jun 2026"},
    {"closed_on:not_applicable", "Closed is Not applicable"},
    {"checks:(pnc, pnd)", "Checks includes Pnc or Pnd"},
    {"-checks:pnc", "Checks does not include Pnc"},
    {"subject_name:Müller", "Subject is 'muller'"},
    {"subject_name:mü*", "Subject begins with 'mu'"},
    {"-subject_name:mü*", "Subject does not begin with 'mu'"},
    {"place:not_recorded", "Place is Not recorded"},
    {"narrative:\"hit her\"", "Narrative contains 'hit her'"},
    {"narrative:stran*", "Narrative contains 'stran...'"},
    {"-knife", "the record does not contain 'knife'"},
    {"~jonson", "a name in the record is like 'jonson'"},
    {"-~jonson", "no name in the record is like 'jonson'"},
    {"subject_name~\"Jon smyth\"", "Subject is like 'Jon smyth'"},
    {"-subject_name~smyth", "Subject is not like 'smyth'"},
    {"late:yes", "late is yes"},
    {"a b or c",
	"(the record contains 'a' and the record contains 'b') or the record contains 'c'"},
    {"open:action -child:paper", "what is open under it includes Action and what was opened "
				 "under it does not include Paper"},
    {"did:finish clock:none", "what was done includes Finish and what is timed is empty"},
    {"alert:yes agreed:no", "alert to acknowledge is yes and both readers agreed is no"},
    {"regime:new in_scope:yes", "rules in force is new and received in scope is yes"},
    {"not (a or b)", "not (the record contains 'a' or the record contains 'b')"},
};

START_TEST(an_expression_reads_as_a_sentence)
{
	struct arena a = {0};
	const struct pack *p = toy_pack(&a);

	for (size_t i = 0; i < COUNT(sentences); i++)
		ck_str_is(explained(&a, tree(&a, p, NULL, sentences[i][0])), sentences[i][1]);
	arena_clear(&a);
}
END_TEST

Suite *suite_rules_explain(void)
{
	const TTest *const tests[] = {an_expression_reads_as_a_sentence};

	return suite_of("rules/explain", tests, COUNT(tests));
}
