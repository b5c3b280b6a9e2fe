/* SPDX-License-Identifier: MIT */
/* How an application came in, who the people are, what the worry was. */
#include "demo/phrases.h"

static const struct phrase opening[] = {
    {NEEDS(FACT_BY_A) | NEEDS(FACT_PHONE),
	"{time} caller on 101, {A}, asks whether police hold anything about {a's} {rel}."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_PHONE),
	"{A} rang the control room on {date} and asked under the scheme about {a's} {rel}."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_ONLINE),
	"Form received through the web site on {date}; {A} asks about {a's} {rel}."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_ONLINE),
	"Online request at {time}. {A} would like to know if {a's} {rel} has a history."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_STATION),
	"{A} came to the counter at {town} police station and spoke to the enquiry officer "
	"about {a's} {rel}."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_OFFICER), "{A} spoke to an officer who was at the address "
					     "on another matter and asked about {a's} "
					     "{rel}."},
    {NEEDS(FACT_BY_A) | NEEDS(FACT_AGENCY),
	"Support worker from {agency} helped {A} to put in an application about {a's} {rel}."},
    {NEEDS(FACT_BY_A), "{A} applied on {date} for information about {a's} {rel}."},
    {NEEDS(FACT_BY_C) | NEEDS(FACT_PHONE),
	"Call on 101 from a {kin} of {A}, who is worried about the {rel} {a} has now."},
    {NEEDS(FACT_BY_C) | NEEDS(FACT_PHONE),
	"{time} a {kin} rang in on behalf of {A}; {a} does not know that the call was made."},
    {NEEDS(FACT_BY_C) | NEEDS(FACT_ONLINE),
	"Third-party request by web form on {date} from a {kin} of {A}."},
    {NEEDS(FACT_BY_C) | NEEDS(FACT_STATION),
	"A {kin} of {A} attended {town} police station to ask about {B}."},
    {NEEDS(FACT_BY_C), "A {kin} of {A} asked on {date} whether {B} is known to police."},
    {NEEDS(FACT_BY_AGENCY) | NEEDS(FACT_KNOW),
	"Proactive referral on {date} from {agency}, who believe that {A} may be at risk from "
	"{B}."},
    {NEEDS(FACT_KNOW) | NEEDS(FACT_OFFICER),
	"Officers who dealt with {B} for another matter on {date} learnt that {b} is in a "
	"relationship with {A}."},
    {NEEDS(FACT_KNOW) | NEEDS(FACT_AGENCY),
	"{agency} told police at a meeting on {date} that {A} has begun to see {B}."},
    {NEEDS(FACT_KNOW), "Right to know considered after a review of intelligence on {date}."},
    {NEEDS(FACT_KNOW) | NEEDS(FACT_CHILDREN),
	"Raised by {agency} after a home visit: {B} was present and the children live there."},
    {NEEDS(FACT_BY_AGENCY) | NEEDS(FACT_ASK),
	"Request passed on by {agency} at {time} on {date}."},
    {NEEDS(FACT_NO_CHANNEL),
	"Application dated {date}; how it was received is not on the file."},
    {0, "Application under the disclosure scheme logged on {date} at {time}."},
};

static const struct phrase context[] = {
    {NEEDS(FACT_COUPLE) | NEEDS(FACT_TOGETHER),
	"They have been together for {months} and share a home."},
    {NEEDS(FACT_COUPLE) | NEEDS(FACT_TOGETHER),
	"{B} moved in {months} ago; the tenancy is in {a's} name."},
    {NEEDS(FACT_COUPLE) | NEEDS(FACT_APART),
	"They have been seeing each other for {months} and live apart."},
    {NEEDS(FACT_COUPLE) | NEEDS(FACT_APART),
	"They met online {months} ago; {b} stays over at weekends."},
    {NEEDS(FACT_EX),
	"The relationship ended {months} ago but {b} is still in touch with {ao}."},
    {NEEDS(FACT_EX), "They separated {months} ago and {a} is thinking of taking {bo} back."},
    {NEEDS(FACT_EX) | NEEDS(FACT_CHILDREN),
	"They are apart; contact with the children is arranged through {a's} family."},
    {NEEDS(FACT_KIN), "{B} is a relative who is to come and stay at the address."},
    {NEEDS(FACT_CHILDREN), "There {children} in the household."},
    {NEEDS(FACT_CHILDREN), "{A} has {n_children} from before."},
    {NEEDS(FACT_CHILDREN), "{n_children} at home; school and health visitor are aware."},
    {NEEDS(FACT_NO_CHILDREN), "No children in the household."},
    {NEEDS(FACT_NO_CHILDREN), "{A} has no children and nobody is known to be pregnant."},
    {NEEDS(FACT_TOGETHER), "{A} works part time, {b} is between jobs and at home all day."},
    {NEEDS(FACT_APART), "{B} is believed to live in the {town} area; exact address to be "
			"confirmed."},
    {NEEDS(FACT_ALIAS), "{B} is said to use another name as well."},
    {0, "{B} moved to the county about {months} ago."},
    {0, "{A} gave {b's} name and date of birth from memory."},
    {0, "{B} is understood to have lived with another partner in {town} until {year}."},
    {0, "{B} drives for a living and is away for days at a time."},
    {0, "{B}'s family live in {town} and have met {A} once."},
    {0, "{A} has known {b's} circle of friends for {months} and trusts few of them."},
    {0, "{A} was calm and clear on the telephone and had made some notes."},
};

static const struct phrase worry[] = {
    {WORRIED(0), "{A} describes {bo} as quick to lose {b's} temper, mostly over small things."},
    {WORRIED(0), "{b} shouts and swears at {ao} and has thrown things, though not at {ao}."},
    {WORRIED(0), "Neighbours have heard raised voices on {n} occasions since {year}."},
    {WORRIED(1),
	"{b} wants to know where {a} is at all times and goes through {a's} telephone."},
    {WORRIED(1), "{a} has stopped seeing friends because of the rows that follow."},
    {WORRIED(1), "{b} chooses what {a} wears to work and turns up there unannounced."},
    {WORRIED(2), "{b} has taken over {a's} bank card and gives {ao} a little at a time."},
    {WORRIED(2), "{A} has taken out a loan for {bo} and does not know where the money went."},
    {WORRIED(3), "{a} says {b} pushed {ao} against a door {months} ago; not reported then."},
    {WORRIED(3),
	"A bruise to {a's} arm was seen by {agency}; {a} said that {b} had gripped it."},
    {WORRIED(3), "There was an incident on holiday when {b} hit {ao}; {a} did not go to a "
		 "doctor."},
    {WORRIED(4), "Asked directly, {a} said {b} once put {b's} hands to {a's} neck in an "
		 "argument."},
    {WORRIED(4),
	"{A} told a friend that {b} had held {ao} by the throat; {a} made light of it."},
    {WORRIED(5), "{b} has said more than once that {a} would regret leaving."},
    {WORRIED(5), "Messages seen by the officer contain threats to harm {ao} and {bo}self."},
    {WORRIED(6), "{A} has seen {b's} car outside {a's} work on {n} days this month."},
    {WORRIED(6), "{b} rings up to {many} times a day and sends messages at night."},
    {WORRIED(7), "{b} broke {a's} telephone and put a hole in a kitchen door."},
    {WORRIED(7), "Damage to {a's} car was reported {months} ago; no suspect was named."},
    {WORRIED(8), "Things are worse when {b} has been drinking, which is most weekends."},
    {WORRIED(8), "{b} is said to use cocaine and to owe money because of it."},
    {WORRIED(9), "{A} was told by {b's} former partner to be careful."},
    {WORRIED(9), "Someone at work said that {b} had been to prison for hurting a woman."},
    {WORRIED(9),
	"{A} found court papers with {b's} name on them and was given no clear answer."},
    {WORRIED(9), "A message from a stranger on social media warned {ao} about {bo}."},
    {0, "{b} does not speak of earlier relationships and gets angry when asked."},
    {0, "{b} has told {ao} several stories about why {b} left {b's} last address."},
    {0, "{A} finds it hard to say what is wrong; it is more a feeling than an event."},
    {0, "Nothing that {A} described amounts to a crime in progress."},
    {0, "Safety was asked about first: {a} did not feel in danger today."},
};

const struct phrases phrases_opening = PHRASES(opening);
const struct phrases phrases_context = PHRASES(context);
const struct phrases phrases_worry = PHRASES(worry);
