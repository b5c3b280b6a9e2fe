/* SPDX-License-Identifier: MIT */
/* What was wanted, looked at, thought, decided, and how it was left. */
#include "demo/facts.h"
#include "demo/phrases.h"

static const struct phrase wish[] = {
    {NEEDS(FACT_BY_A), "{a} wants to know before things go any further."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_CHILDREN), "{a} says that {a's} first thought is the "
					      "children."},
    {NEEDS(FACT_BY_A), "{a} asked not to be rung at home and gave another number."},
    {NEEDS(FACT_BY_A), "{a} does not want {bo} to learn of the application."},
    {NEEDS(FACT_BY_C), "It was explained that a third party is not normally told the result."},
    {NEEDS(FACT_BY_C),
	"The caller accepted that any information would go to {A} and not to the "
	"caller."},
    {NEEDS(FACT_BY_AGENCY), "The agency asks to be present if anything is disclosed."},
    {NEEDS(FACT_KNOW), "{A} has not asked for anything and may not expect a visit."},
    {0, "Safety advice given; 999 explained, silent solution explained."},
    {0, "Contact only in the way set out on the safe-contact line."},
    {0, "Asked not to put anything in writing."},
    {0, "Identity documents to be brought to the meeting."},
};

static const struct phrase checks[] = {
    {NEEDS(FACT_WIDE) | NEEDS(FACT_SERIOUS_HELD), "Checks run: {checks}. {B} is linked to {n} "
						  "earlier domestic incidents with {two} other "
						  "partners."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_SERIOUS_HELD),
	"Checks on {checks} show {record} in {year} and a pattern with former partners."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_SERIOUS_HELD),
	"{checks}: {record} in {year}; a second matter the year after did not go to court."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_MINOR_HELD),
	"{checks} checked. One verbal argument recorded in {year}, no offences."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_MINOR_HELD),
	"Checks run on {checks}: {b} was a witness in {year}, and there is one old entry for "
	"damage."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_NOTHING_HELD),
	"Checks run on {checks}. No trace of domestic abuse against any spelling of the name."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_NOTHING_HELD),
	"{checks} checked on name, date of birth and address; nothing of relevance held."},
    {NEEDS(FACT_NARROW), "{checks} check on name and date of birth as given. No trace."},
    {NEEDS(FACT_NARROW), "{checks} run once on the details given by the applicant, no match."},
    {NEEDS(FACT_NARROW) | NEEDS(FACT_SERIOUS_HELD),
	"{checks} check on the date of birth given: no match found, no further searches "
	"noted."},
    {NEEDS(FACT_NO_CHECKS), "The file does not show which checks were run or what they gave."},
    {NEEDS(FACT_NO_CHECKS), "Research said to be complete; no print or note of it was kept."},
};

static const struct phrase meeting[] = {
    {NEEDS(FACT_BY_A), "Met {A} at {town} police station; identity proved by passport."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_WIDE), "At the meeting the spelling of {b's} name was "
					  "corrected and the checks were run again."},
    {NEEDS(FACT_BY_A), "Face to face done at a friend's address; risk questions completed."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_NARROW),
	"Spoken to by telephone only; no meeting recorded."},
    {NEEDS(FACT_BY_C), "{kin} seen at home; could not add dates or addresses."},
    {NEEDS(FACT_KNOW), "No meeting held, as {A} had not applied."},
    {NEEDS(FACT_WIDE) | NEEDS(FACT_LATE),
	"Meeting put off twice: once for sickness, once for want of an officer."},
    {ENDED(OUTCOME_NOT_REACHED),
	"Three calls and a letter to the safe address without an answer."},
    {NEEDS(FACT_WIDE), "Partner agencies asked by e-mail; {agency} replied with nothing to "
		       "add."},
};

static const struct phrase thought[] = {
    {NEEDS(FACT_SERIOUS_HELD) | NEEDS(FACT_WIDE),
	"Concern identified: behaviour described now is like what former partners reported."},
    {NEEDS(FACT_SERIOUS_HELD) | NEEDS(FACT_TOLD),
	"There is a pressing need to protect {ao}; telling {ao} is the least that will do."},
    {NEEDS(FACT_MINOR_HELD), "What is held is old and of a different kind."},
    {NEEDS(FACT_NOTHING_HELD), "No concern identified on what is known."},
    {NEEDS(FACT_SUPERVISED), "Reviewed by {sup}, who agreed."},
    {NEEDS(FACT_SUPERVISED) | NEEDS(FACT_NOT_TOLD), "{sup} content with the rationale given."},
    {NEEDS(FACT_ALONE), "No supervisor's entry on the log."},
    {NEEDS(FACT_LATE), "Out of time: {days} days from receipt; backlog in the unit at that "
		       "point."},
    {NEEDS(FACT_CHILDREN), "Notification to children's services considered and {sent}."},
    {NEEDS(FACT_TOLD), "Spent matters weighed; only what is needed for {a's} safety is to be "
		       "said."},
    {0, "Necessity and proportionality considered step by step on the form."},
    {0, "Risk to third parties considered."},
    {0, "{B}'s right to a private life weighed against the risk."},
};

static const struct phrase decision[] = {
    {ENDED(OUTCOME_TOLD_A), "{A} told in person on {closed} by two officers; {a} was upset but "
			    "glad to know."},
    {ENDED(OUTCOME_TOLD_A), "Disclosure made to {A} on {closed}; duty of confidence explained "
			    "and signed."},
    {ENDED(OUTCOME_TOLD_OTHER), "Disclosure made on {closed} to a family member best placed to "
				"protect {ao}."},
    {ENDED(OUTCOME_PARTIAL),
	"Part disclosed on {closed}: the pattern of behaviour, no names or "
	"dates."},
    {ENDED(OUTCOME_NO_INFO), "Result: no information to disclose. {C} told on {closed}."},
    {ENDED(OUTCOME_NO_INFO), "Closed {closed}, no concerns; standard wording given by "
			     "telephone."},
    {ENDED(OUTCOME_NO_NEED), "Not disclosed: no pressing need shown at this time."},
    {ENDED(OUTCOME_NOT_PROPORTIONATE), "Not disclosed; held not to be proportionate."},
    {ENDED(OUTCOME_CRITERIA), "Criteria of the scheme not met; closed {closed}."},
    {ENDED(OUTCOME_SAFEGUARDING), "Taken out of the scheme: immediate safeguarding put in "
				  "place."},
    {ENDED(OUTCOME_CRIMINAL), "A crime was recorded and is investigated; application closed."},
    {ENDED(OUTCOME_WITHDRAWN), "{C} no longer wished to go on; closed as withdrawn."},
    {ENDED(OUTCOME_NOT_REACHED), "Applicant could not be reached; closed {closed}."},
    {ENDED(OUTCOME_RECIPIENT_REFUSED), "{A} declined to hear what was offered on {closed}."},
    {ENDED(OUTCOME_UNDERTAKING_REFUSED), "{A} would not sign the undertaking; not disclosed."},
    {ENDED(OUTCOME_NOT_PROVED), "Applicant's identity not proved; not taken further."},
    {ENDED(OUTCOME_NOT_IDENTIFIED), "{B} could not be identified from the details given."},
    {ENDED(OUTCOME_TRANSFERRED), "Lives in another force's area; transferred there."},
    {ENDED(OUTCOME_DUPLICATE), "Found to repeat an earlier application; closed as a "
			       "duplicate."},
    {ENDED(OUTCOME_UNRECORDED), "No result has been entered on the log."},
};

static const struct phrase closing[] = {
    {NEEDS(FACT_TOLD),
	"Support service told; safety plan agreed; telephone marked for an urgent "
	"response."},
    {NEEDS(FACT_TOLD), "{A} will stay with family for the time being."},
    {NEEDS(FACT_NOT_TOLD), "Leaflet of local services sent to the safe address."},
    {NEEDS(FACT_NOT_TOLD) | NEEDS(FACT_BY_A), "{a} was told that {a} may apply again at any "
					      "time."},
    {NEEDS(FACT_TOGETHER), "Address flagged for twelve months."},
    {0, "Entry made the same day."},
    {0, "Filed, no further action."},
    {0, "Any new information to be linked to this log."},
};

const struct phrases phrases_wish = PHRASES(wish);
const struct phrases phrases_checks = PHRASES(checks);
const struct phrases phrases_meeting = PHRASES(meeting);
const struct phrases phrases_thought = PHRASES(thought);
const struct phrases phrases_decision = PHRASES(decision);
const struct phrases phrases_closing = PHRASES(closing);
