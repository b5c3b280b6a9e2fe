/* SPDX-License-Identifier: MIT */
/*
 * What the parts of replies hold: rows of lists, questions, steps. How to read the rows is
 * said in messages.h, which makes structs and code of them.
 */
#ifndef LOOKBACK_WIRE_PARTS_H
#define LOOKBACK_WIRE_PARTS_H

/* clang-format off */
#define PART_row(F, L) \
	F(TEXT, ref,      MUST, "reference") \
	F(TEXT, type,     OPT,  "record type") \
	F(TEXT, state,    OPT,  "state") \
	F(TEXT, state_label, OPT, "for people") \
	F(TEXT, band,     OPT,  "band") \
	F(TEXT, band_mark, OPT, "one character") \
	F(TEXT, title,    OPT,  "one line") \
	F(INT,  rank,     OPT,  "as shown today") \
	F(TEXT, due,      OPT,  "instant") \
	F(TEXT, due_text, OPT,  "in words, short: 3 d, late 2 d") \
	F(FLAG, late,     OPT,  "past its date") \
	F(TEXT, holder,   OPT,  "who holds it") \
	F(FLAG, mine,     OPT,  "it is I") \
	F(TEXT, flag,     OPT,  "such as changed_by_import") \
	F(INT,  version,  OPT,  "grows with every change") \
	F(TEXTS, cells,   OPT,  "as many as welcome.columns, in that order") \
	F(TEXT, why,      OPT,  "where the words asked for stand; ~ before a name that is only like one")
#define PART_column(F, L) \
	F(TEXT, name,     MUST, "field or attribute") \
	F(TEXT, label,    OPT,  "heading") \
	F(INT,  width,    OPT,  "columns wanted") \
	F(INT,  priority, OPT,  "dropped from the highest number on when narrow")
#define PART_view(F, L) \
	F(TEXT, name,     MUST, "name") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, expr,     OPT,  "its expression") \
	F(TEXT, order,    OPT,  "in which order; empty: the usual one") \
	F(TEXT, whose,    OPT,  "mine, role or review: whose it is; of view_list only") \
	F(TEXT, role,     OPT,  "the role it was saved for") \
	F(TEXT, role_label, OPT, "the role for people") \
	F(TEXT, by,       OPT,  "who saved it") \
	F(TEXT, explain,  OPT,  "the expression in English; of view_list only") \
	F(TEXT, fault,    OPT,  "why it cannot be used now")
#define PART_queue(F, L) \
	F(TEXT, queue,    MUST, "role id") \
	F(TEXT, label,    OPT,  "for people") \
	F(INT,  waiting,  OPT,  "free to be served") \
	F(INT,  late,     OPT,  "of all in it, past their date") \
	F(INT,  held,     OPT,  "held by somebody") \
	F(TEXTS, bands,   OPT,  "waiting by band: 'red 12'")
#define PART_tally(F, L) \
	F(TEXT, state,    MUST, "state") \
	F(TEXT, label,    OPT,  "for people") \
	F(INT,  n,        OPT,  "records")
#define PART_field(F, L) \
	F(TEXT, name,     MUST, "field") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, group,    OPT,  "heading it stands under") \
	F(TEXT, value,    OPT,  "as stored") \
	F(TEXT, text,     OPT,  "for people")
#define PART_text(F, L) \
	F(TEXT, name,     MUST, "field") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, text,     OPT,  "the text")
#define PART_event(F, L) \
	F(INT,  seq,      MUST, "number") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, actor,    OPT,  "account") \
	F(TEXT, session,  OPT,  "session") \
	F(TEXT, type,     OPT,  "event type") \
	F(TEXT, record,   OPT,  "reference") \
	F(TEXT, text,     OPT,  "what happened, in words") \
	F(JSON, body,     OPT,  "the body (log only)") \
	F(TEXT, head,     OPT,  "hex (log only)")
#define PART_step(F, L) \
	F(TEXT, id,       MUST, "transition") \
	F(TEXT, key,      OPT,  "its key") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, help,     OPT,  "what it does") \
	F(TEXT, to,       OPT,  "label of the state it leads to") \
	F(FLAG, open,     OPT,  "may be taken now by this person") \
	F(TEXTS, closed,  OPT,  "why not: every reason") \
	F(FLAG, override, OPT,  "two people may pass over what closes it") \
	F(FLAG, reason,   OPT,  "asks for a written reason") \
	F(TEXT, form,     OPT,  "form that must be complete")
#define PART_formhead(F, L) \
	F(TEXT, form,     MUST, "name") \
	F(TEXT, title,    OPT,  "for people") \
	F(FLAG, now,      OPT,  "worked on in this state") \
	F(INT,  shown,    OPT,  "questions asked") \
	F(INT,  answered, OPT,  "answered") \
	F(INT,  missing,  OPT,  "required and missing")
#define PART_answer(F, L) \
	F(TEXT, form,     MUST, "form") \
	F(TEXT, question, MUST, "question") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, value,    OPT,  "as stored") \
	F(TEXT, text,     OPT,  "for people") \
	F(TEXT, reason,   OPT,  "reason given") \
	F(TEXT, by,       OPT,  "who") \
	F(TEXT, at,       OPT,  "instant")
#define PART_lead(F, L) \
	F(TEXT, ref,      MUST, "the record that says so") \
	F(TEXT, label,    OPT,  "what it is") \
	F(TEXT, says,     MUST, "for people") \
	F(TEXT, tone,     MUST, "calm, caution or danger") \
	F(TEXT, by,       OPT,  "who said so; empty: nobody yet") \
	F(TEXT, at,       OPT,  "instant") \
	L(answer, under,  OPT,  "what stands under it")
#define PART_note(F, L) \
	F(INT,  seq,      MUST, "number of its event") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, by,       OPT,  "who") \
	F(TEXT, text,     OPT,  "the note")
#define PART_rankpart(F, L) \
	F(TEXT, because,  MUST, "why") \
	F(INT,  points,   OPT,  "points")
#define PART_question(F, L) \
	F(TEXT, name,     MUST, "question") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, help,     OPT,  "guidance") \
	F(TEXT, kind,     OPT,  "line text integer date choice choices") \
	F(FLAG, required, OPT,  "must be answered") \
	F(FLAG, shown,    OPT,  "its condition holds") \
	F(TEXT, value,    OPT,  "as stored; empty is unanswered") \
	F(TEXT, text,     OPT,  "the value for people") \
	F(TEXT, reason,   OPT,  "reason given") \
	F(TEXT, reason_if, OPT, "the code whose choice needs a reason, * any") \
	F(FLAG, needs_reason, OPT, "this answer needs one") \
	F(TEXT, missing,  OPT,  "why the form is not complete here") \
	L(choice, choices, OPT, "for choice and choices; absences stand last") \
	L(choice, blind,  OPT,  "adjudication: what each seat answered, as seat and answer; not who sat") \
	F(FLAG, agreed,   OPT,  "adjudication: both seats gave this answer")
#define PART_choice(F, L) \
	F(TEXT, code,     MUST, "as stored") \
	F(TEXT, label,    OPT,  "for people")
#define PART_user(F, L) \
	F(TEXT, name,     MUST, "account") \
	F(TEXT, full,     OPT,  "for people") \
	F(TEXTS, roles,   OPT,  "role ids") \
	F(TEXT, staff,    OPT,  "original staff code") \
	F(FLAG, disabled, OPT,  "closed") \
	F(TEXT, away,     OPT,  "away until the morning of this day") \
	L(skill, skills,  OPT,  "competences")
#define PART_refusal(F, L) \
	F(INT,  line,     MUST, "line of the file") \
	F(TEXT, ref,      OPT,  "reference, when it could be read") \
	F(TEXT, reason,   MUST, "what was found; what was expected")
#define PART_finding(F, L) \
	F(INT,  seq,      OPT,  "event number; 0 when none") \
	F(TEXT, table,    OPT,  "projected table, or event") \
	F(TEXT, text,     MUST, "what was found, in a sentence")
#define PART_batchrow(F, L) \
	F(TEXT, batch,    MUST, "id") \
	F(TEXT, file,     OPT,  "name") \
	F(TEXT, source,   OPT,  "where from") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, by,       OPT,  "account") \
	F(INT,  read,     OPT,  "rows") \
	F(INT,  added,    OPT,  "new") \
	F(INT,  same,     OPT,  "already held") \
	F(INT,  changed,  OPT,  "flagged")

#define PART_type(F, L) \
	F(TEXT, type,     MUST, "record type") \
	F(TEXT, label,    OPT,  "one of them") \
	F(TEXT, plural,   OPT,  "several") \
	F(FLAG, opens,    OPT,  "this person may open one on its own") \
	F(INT,  n,        OPT,  "how many one may see; welcome only")
#define PART_alert(F, L) \
	F(INT,  alert,    MUST, "its number") \
	F(TEXT, record,   OPT,  "reference") \
	F(TEXT, title,    OPT,  "of the record, one line") \
	F(TEXT, name,     OPT,  "what raised it: a transition, late, safeguarding") \
	F(TEXT, text,     OPT,  "in words") \
	F(TEXTS, to,      OPT,  "labels of the roles") \
	F(FLAG, mine,     OPT,  "one of them is one's own") \
	F(TEXT, raised,   OPT,  "instant") \
	F(TEXT, due,      OPT,  "instant until which it must be acknowledged") \
	F(TEXT, due_text, OPT,  "in words") \
	F(FLAG, late,     OPT,  "past that") \
	F(INT,  level,    OPT,  "steps up so far") \
	F(TEXT, by,       OPT,  "who caused it") \
	F(TEXT, acked_by, OPT,  "who acknowledged it; empty: nobody yet") \
	F(TEXT, acked_at, OPT,  "instant") \
	F(TEXT, acked_text, OPT, "what is done")
#define PART_clock(F, L) \
	F(TEXT, name,     MUST, "clock") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, due,      OPT,  "instant") \
	F(TEXT, due_text, OPT,  "in words") \
	F(FLAG, late,     OPT,  "past it")
#define PART_link(F, L) \
	F(INT,  link,     MUST, "its number") \
	F(TEXT, from,     OPT,  "one record") \
	F(TEXT, to,       OPT,  "the other") \
	F(TEXT, kind,     OPT,  "kind") \
	F(TEXT, label,    OPT,  "kind for people") \
	F(TEXT, reason,   OPT,  "on what it rests") \
	F(TEXT, by,       OPT,  "who proposed it") \
	F(TEXT, verdict,  OPT,  "same, different, cannot_tell; empty: not judged") \
	F(TEXT, judged_by, OPT, "by whom") \
	F(FLAG, counts,   OPT,  "it holds") \
	F(FLAG, removed,  OPT,  "taken away again") \
	F(TEXT, at,       OPT,  "instant")
#define PART_opening(F, L) \
	F(TEXT, type,     MUST, "record type") \
	F(TEXT, label,    OPT,  "for people") \
	F(FLAG, open,     OPT,  "this person may open one now") \
	F(TEXTS, closed,  OPT,  "why not: every reason")
#define PART_override(F, L) \
	F(INT,  override, MUST, "its number") \
	F(TEXT, record,   OPT,  "reference") \
	F(TEXT, step,     OPT,  "transition") \
	F(TEXT, label,    OPT,  "transition for people") \
	F(TEXTS, closed,  OPT,  "what closed it") \
	F(TEXT, reason,   OPT,  "the first person's") \
	F(TEXT, first,    OPT,  "who asked") \
	F(TEXT, second,   OPT,  "who judged; empty: nobody yet") \
	F(TEXT, second_reason, OPT, "the second person's") \
	F(TEXT, verdict,  OPT,  "agreed, refused; empty: waits") \
	F(TEXT, at,       OPT,  "instant it was asked")
#define PART_diffrow(F, L) \
	F(TEXT, kind,     MUST, "state, transition, field, question, clock, role, view, rank ...") \
	F(TEXT, change,   MUST, "added, removed or changed") \
	F(TEXT, type,     OPT,  "record type") \
	F(TEXT, name,     OPT,  "which") \
	F(INT,  records,  OPT,  "records it would strand or alter") \
	F(TEXT, text,     MUST, "in words")
#define PART_skill(F, L) \
	F(TEXT, competence, MUST, "competence") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, until,    OPT,  "last day") \
	F(FLAG, ended,    OPT,  "no longer held")
#define PART_number(F, L) \
	F(INT,  n,        MUST, "how many records") \
	F(TEXT, expr,     OPT,  "exactly these; empty when there are none") \
	F(TEXT, text,     OPT,  "shown in its place: the day since when")
#define PART_boardrow(F, L) \
	F(TEXT, name,     OPT,  "account, state or step") \
	F(TEXT, label,    MUST, "for people") \
	F(TEXT, mark,     OPT,  "what is to be said beside it: absent until a day") \
	L(number, numbers, OPT, "as many as the section has columns, in that order")
#define PART_section(F, L) \
	F(TEXT, name,     MUST, "load, states, blocked or returned") \
	F(TEXT, label,    OPT,  "heading") \
	F(TEXT, empty,    OPT,  "what is said when it has no row") \
	F(TEXTS, columns, OPT,  "headings of the numbers") \
	L(boardrow, rows, OPT,  "its rows")
#define PART_given(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, state_label, OPT, "for people") \
	F(TEXT, from,     OPT,  "who holds it; empty: nobody") \
	F(TEXT, to,       OPT,  "who is given it; empty: its queue") \
	F(FLAG, along,    OPT,  "not asked for: it belongs to one that is")
#define PART_ungiven(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, text,     MUST, "every reason, a line each")
#define PART_hand(F, L) \
	F(TEXT, name,     MUST, "account") \
	F(TEXT, label,    OPT,  "for people") \
	F(INT,  before,   OPT,  "records held now") \
	F(INT,  after,    OPT,  "records held then")
#define PART_change(F, L) \
	F(TEXT, record,   MUST, "reference") \
	F(INT,  seq,      MUST, "number of the latest event") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, by,       OPT,  "who; empty: the engine") \
	F(TEXT, text,     OPT,  "what was done, in words that hold nothing of it") \
	F(INT,  n,        OPT,  "how many events")
#define PART_past(F, L) \
	F(INT,  seq,      MUST, "number of the event") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, actor,    OPT,  "account") \
	F(TEXT, kind,     OPT,  "data decisions notes views contacts quality") \
	F(TEXT, type,     OPT,  "event type") \
	F(TEXT, record,   OPT,  "reference: of the record, or of one under it") \
	F(TEXT, text,     OPT,  "what happened, in words") \
	F(TEXT, form,     OPT,  "form of the answer") \
	L(value, values,  OPT,  "what was changed, field by field; the question of an answer")
#define PART_value(F, L) \
	F(TEXT, name,     MUST, "field or question") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, was,      OPT,  "before, for people") \
	F(TEXT, now,      OPT,  "after, for people") \
	F(TEXT, reason,   OPT,  "reason given")
/* clang-format on */

#endif
