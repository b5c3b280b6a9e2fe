/* SPDX-License-Identifier: MIT */
/*
 * Quality assurance in the protocol: passes, agreement, reviewers, the funnel, audits,
 * questions on returned work. How to read the rows is said in messages.h. Shares are texts
 * as people write them ("1", "0.5": per cent); a figure that cannot be said has no value.
 * Whoever reads cases blind is refused all of it but what is their own.
 */
#ifndef LOOKBACK_WIRE_QUALITY_H
#define LOOKBACK_WIRE_QUALITY_H

/* clang-format off */
#define REQ_plans(F, L) \
	F(FLAG, open,     OPT,  "only those that are not at their end")
/* What a pass shall be: a plan of the pack, with what is given here in its place. */
#define REQ_plan_fix(F, L) \
	F(TEXT, rule,     OPT,  "plan of the pack that it follows; empty: all is said here") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, kind,     OPT,  "second, elusion, known, lot; empty: the rule's, else second") \
	F(TEXT, expr,     OPT,  "which records may be drawn: the frame") \
	F(TEXT, always,   OPT,  "of these, those that are read in any case") \
	F(TEXT, found,    OPT,  "condition under which a record counts as found; empty: overturned") \
	F(TEXTS, strata,  OPT,  "attributes by whose values the frame is divided") \
	F(INT,  size,     OPT,  "so many ...") \
	F(TEXT, percent,  OPT,  "... or such a share of each stratum") \
	F(INT,  least,    OPT,  "but no fewer of each stratum") \
	F(INT,  first,    OPT,  "and the first so many of every author, all of them") \
	F(INT,  days,     OPT,  "only what came into its state in the last so many days") \
	F(TEXT, share,    OPT,  "or as many as it takes to show that at most such a share is bad ...") \
	F(TEXT, confidence, OPT, "... with this confidence (95) ...") \
	F(INT,  allow,    OPT,  "... when at most so many are found") \
	F(TEXT, aql,      OPT,  "lots: the acceptance quality limit") \
	F(FLAG, whole,    OPT,  "when it fails, all the rest of the frame is read as well") \
	F(TEXT, seed,     OPT,  "of the draw, one line; empty: made by the service") \
	F(TEXT, reason,   OPT,  "why this pass") \
	F(FLAG, dry_run,  OPT,  "say what it would draw and could show; nothing is written")
#define REQ_plan_draw(F, L) \
	F(TEXT, plan,     MUST, "a plan that is fixed and not drawn, q1")
#define REQ_plan_show(F, L) \
	F(TEXT, plan,     MUST, "which, q1") \
	F(TEXT, status,   OPT,  "only items of this status") \
	F(INT,  after,    OPT,  "only items behind this place") \
	F(INT,  limit,    OPT,  "items, 1 to 100; 0 means 40")
#define REQ_plan_frame(F, L) \
	F(TEXT, plan,     MUST, "which, q1")
#define REQ_plan_close(F, L) \
	F(TEXT, plan,     MUST, "a plan of which every item has been read") \
	F(TEXT, reason,   OPT,  "comment")
#define REQ_agreement(F, L) \
	F(TEXT, expr,     OPT,  "only of records that match") \
	F(TEXT, plan,     OPT,  "only of this plan") \
	F(TEXT, question, OPT,  "only of this question") \
	F(FLAG, pairs,    OPT,  "by pair of reviewers, for each question") \
	F(TEXT, confidence, OPT, "95")
#define REQ_reviewers(F, L) \
	F(TEXT, user,     OPT,  "only this account") \
	F(TEXT, confidence, OPT, "95")
#define REQ_funnel(F, L) \
	F(TEXT, by,       OPT,  "field by whose values units are made; empty: the pack's") \
	F(TEXT, of,       OPT,  "which records count; empty: the pack's") \
	F(TEXT, bad,      OPT,  "which of these are bad; empty: the pack's")
#define REQ_audit(F, L) \
	F(TEXT, month,    OPT,  "2026-11; empty: the latest there is") \
	F(TEXT, confidence, OPT, "95")
#define REQ_query(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(JSON, questions, MUST, "question: what is to be said about the answer to it") \
	F(TEXT, to,       OPT,  "account; empty: the author of the answers") \
	F(TEXT, step,     OPT,  "a transition that returns the work, taken at once") \
	F(TEXT, reason,   OPT,  "the reason of that step")
#define REQ_query_answer(F, L) \
	F(INT,  query,    MUST, "its number") \
	F(TEXT, text,     MUST, "the author's answer")
#define REQ_query_close(F, L) \
	F(INT,  query,    MUST, "its number") \
	F(TEXT, text,     OPT,  "what came of it")
#define REQ_queries(F, L) \
	F(FLAG, all,      OPT,  "closed ones, too") \
	F(FLAG, mine,     OPT,  "only those that wait for one's own answer") \
	F(TEXT, ref,      OPT,  "only of this record") \
	F(INT,  after,    OPT,  "only with a higher number") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_calibration(F, L)
#define REQ_resume(F, L) \
	F(TEXT, user,     MUST, "account whose queue pauses") \
	F(TEXT, reason,   MUST, "why it may go on")
#define REQ_final(F, L) \
	F(TEXT, ref,      OPT,  "only of this record") \
	F(INT,  after,    OPT,  "only behind this number") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")

#define REP_plans(F, L) \
	L(plan, rows,     OPT,  "latest first") \
	L(rule, rules,    OPT,  "plans that the pack proposes, in its order")
#define REP_plan(F, L) \
	F(TEXT, plan,     OPT,  "its id, q1; empty: a preview") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, rule,     OPT,  "plan of the pack that it follows") \
	F(TEXT, kind,     OPT,  "second, elusion, known, lot") \
	F(TEXT, status,   OPT,  "preview, fixed, drawn, closed, passed, failed") \
	F(TEXT, expr,     OPT,  "the frame as an expression") \
	F(TEXT, explain,  OPT,  "the same in English") \
	F(TEXT, found_if, OPT,  "when a record counts as found, in English") \
	F(TEXT, seed,     OPT,  "of the draw") \
	F(TEXT, frame,    OPT,  "hash of the frame, hex; empty until it is drawn") \
	F(INT,  seq,      OPT,  "number of the event that fixed it") \
	F(INT,  drawn,    OPT,  "number of the event of the draw; 0: not drawn") \
	F(TEXT, head,     OPT,  "head of the log before the draw, hex") \
	F(TEXT, by,       OPT,  "who fixed it") \
	F(TEXT, at,       OPT,  "instant") \
	F(INT,  total,    OPT,  "records in the frame") \
	F(INT,  sample,   OPT,  "drawn, or to be drawn") \
	F(INT,  read,     OPT,  "of these, read to the end") \
	F(INT,  found,    OPT,  "of these, found") \
	F(INT,  allow,    OPT,  "so many may be found") \
	F(TEXT, share,    OPT,  "of which a pass shows that not more are bad, per cent") \
	F(TEXT, confidence, OPT, "per cent") \
	F(FLAG, whole,    OPT,  "when it fails all the rest is read") \
	F(TEXT, follow,   OPT,  "the plan that a failure brought about") \
	F(TEXT, text,     OPT,  "what it says or would say, in a sentence") \
	L(stratum, strata, OPT, "parts of the frame, each with its own sample") \
	L(item, items,    OPT,  "a page of what was drawn, in the order of the draw") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")
#define REP_agreement(F, L) \
	F(TEXT, explain,  OPT,  "of which records, in English") \
	F(INT,  contests, OPT,  "records that two have read without knowing of each other") \
	L(agree, rows,    OPT,  "by question in form order, by pair within it: who met most first") \
	F(INT,  left_out, OPT,  "pairs that found no room: those who met least")
#define REP_reviewers(F, L) \
	L(reviewer, rows, OPT,  "by account; the last is the team") \
	L(overturn, questions, OPT, "by question: how often a second or third person changed it")
#define REP_funnel(F, L) \
	F(TEXT, by,       OPT,  "label of the field") \
	F(TEXT, of,       OPT,  "which records count, in English") \
	F(TEXT, bad,      OPT,  "which of these are bad, in English") \
	F(INT,  n,        OPT,  "records") \
	F(INT,  bad_n,    OPT,  "of these, bad") \
	F(TEXT, rate,     OPT,  "per cent") \
	F(INT,  expected, OPT,  "units outside 99.8 % that chance alone would bring, in thousandths") \
	L(unit, units,    OPT,  "by size, the largest first")
#define REP_audit(F, L) \
	F(TEXT, month,    OPT,  "which") \
	F(TEXTS, earlier, OPT,  "up to three months before it, the latest first") \
	L(measure, rows,  OPT,  "in pack order")
#define REP_queries(F, L) \
	L(query, rows,    OPT,  "oldest first") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")
#define REP_calibration(F, L) \
	F(INT,  cases,    OPT,  "known-answer cases in use") \
	F(INT,  pass,     OPT,  "per cent of the answers that must be right") \
	L(trainee, rows,  OPT,  "by account")
#define REP_finals(F, L) \
	L(final, rows,    OPT,  "one's own answers beside what came to count, latest first") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")

#define PART_plan(F, L) \
	F(TEXT, plan,     MUST, "id, q1") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, kind,     OPT,  "second, elusion, known, lot") \
	F(TEXT, status,   OPT,  "fixed, drawn, closed, passed, failed") \
	F(TEXT, at,       OPT,  "instant it was fixed") \
	F(TEXT, by,       OPT,  "who fixed it") \
	F(INT,  total,    OPT,  "records in the frame") \
	F(INT,  sample,   OPT,  "drawn") \
	F(INT,  read,     OPT,  "read to the end") \
	F(INT,  found,    OPT,  "found") \
	F(TEXT, text,     OPT,  "the closing sentence, once there is one")
#define PART_rule(F, L) \
	F(TEXT, rule,     MUST, "plan of the pack") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, kind,     OPT,  "second, elusion, known, lot") \
	F(TEXT, explain,  OPT,  "its frame in English")
#define PART_stratum(F, L) \
	F(TEXT, name,     MUST, "values that it has in common; empty: the whole frame") \
	F(INT,  total,    OPT,  "records") \
	F(INT,  sample,   OPT,  "drawn, or to be drawn") \
	F(FLAG, all,      OPT,  "all of it is read") \
	F(INT,  read,     OPT,  "read to the end") \
	F(INT,  found,    OPT,  "found") \
	F(TEXT, text,     OPT,  "what the sample says of it")
#define PART_item(F, L) \
	F(INT,  place,    MUST, "in the order of the draw, from 1") \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, stratum,  OPT,  "its stratum") \
	F(TEXT, status,   OPT,  "waits, held, to_decide, upheld, overturned, found") \
	F(TEXT, first,    OPT,  "whose answers stood") \
	F(TEXT, second,   OPT,  "who read it again") \
	F(TEXT, third,    OPT,  "who decided") \
	F(TEXTS, differ,  OPT,  "labels of questions on which the readers differ") \
	F(TEXT, at,       OPT,  "instant of its end")
#define PART_figure(F, L) \
	F(TEXT, name,     MUST, "raw, kappa, pabak, ac1, positive, negative, rate ...") \
	F(INT,  n,        OPT,  "of how many it is said") \
	F(TEXT, value,    OPT,  "empty: undefined") \
	F(TEXT, low,      OPT,  "empty: there is no interval") \
	F(TEXT, high,     OPT,  "empty: there is no interval") \
	F(TEXT, text,     OPT,  "value and interval, or undefined, as people read it")
#define PART_cell(F, L) \
	F(TEXT, first,    MUST, "the first reader's answer") \
	F(TEXT, second,   MUST, "the second's") \
	F(INT,  n,        OPT,  "records") \
	F(TEXTS, refs,    OPT,  "where the two differ: the records, at most 100")
#define PART_agree(F, L) \
	F(TEXT, question, MUST, "name") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, pair,     OPT,  "both accounts, when by pair") \
	F(INT,  n,        OPT,  "records that both answered it on") \
	L(cell, cells,    OPT,  "row by row; those of no record are left out") \
	L(figure, figures, OPT, "raw, kappa, pabak, ac1, positive, negative") \
	F(TEXT, word,     OPT,  "kappa in a word")
#define PART_reviewer(F, L) \
	F(TEXT, user,     MUST, "account; empty: the team") \
	F(TEXT, full,     OPT,  "for people") \
	F(INT,  closed,   OPT,  "records whose answers are theirs and that are at their end") \
	F(INT,  minutes,  OPT,  "median from taking a record to finishing it; 0: not known") \
	F(INT,  second,   OPT,  "of these, read a second time") \
	F(INT,  overturned, OPT, "of these, overturned") \
	F(INT,  returned, OPT,  "returned by a supervisor") \
	F(INT,  queries,  OPT,  "questions that wait for their answer") \
	L(figure, figures, OPT, "agreement, kappa, pabak, ac1, overturned, found per 100") \
	F(FLAG, paused,   OPT,  "their queue pauses") \
	F(TEXT, sampled,  OPT,  "instant at which their work was last read again; empty: never")
#define PART_overturn(F, L) \
	F(TEXT, question, MUST, "name") \
	F(TEXT, label,    OPT,  "for people") \
	F(INT,  n,        OPT,  "records in which two readers answered it") \
	F(INT,  overturned, OPT, "of these, in which what counts is not the first reader's") \
	L(figure, figures, OPT, "the rate")
#define PART_unit(F, L) \
	F(TEXT, unit,     MUST, "value of the field") \
	F(INT,  n,        OPT,  "records") \
	F(INT,  bad,      OPT,  "of these, bad") \
	F(TEXT, rate,     OPT,  "per cent") \
	F(TEXT, low95,    OPT,  "limits as lines to draw, per cent") \
	F(TEXT, high95,   OPT,  "") \
	F(TEXT, low998,   OPT,  "") \
	F(TEXT, high998,  OPT,  "") \
	F(TEXT, side,     OPT,  "inside, warn_above, warn_below, above, below: outside 95 or 99.8 %") \
	F(TEXT, expr,     OPT,  "the expression that lists its records") \
	F(TEXT, bad_expr, OPT,  "and the bad ones")
#define PART_measure(F, L) \
	F(TEXT, name,     MUST, "of the pack") \
	F(TEXT, label,    OPT,  "for people") \
	F(FLAG, measured, OPT,  "false: nobody took it, which is not zero") \
	F(INT,  top,      OPT,  "numerator") \
	F(INT,  of,       OPT,  "denominator; 0: a plain number") \
	F(INT,  left_out, OPT,  "not applicable or not recorded: in neither") \
	L(figure, figures, OPT, "the share") \
	F(TEXTS, earlier, OPT,  "the same of the months before, as people read it") \
	F(TEXT, comment,  OPT,  "")
#define PART_query(F, L) \
	F(INT,  query,    MUST, "its number") \
	F(TEXT, record,   OPT,  "reference") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, question, OPT,  "name") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, text,     OPT,  "what is asked") \
	F(TEXT, by,       OPT,  "who asks") \
	F(TEXT, to,       OPT,  "who must answer") \
	F(TEXT, at,       OPT,  "instant it was asked") \
	F(TEXT, age_text, OPT,  "how long it has been open, in words") \
	F(TEXT, status,   OPT,  "open, answered, closed") \
	F(TEXT, answer,   OPT,  "the author's") \
	F(TEXT, answered, OPT,  "instant") \
	F(TEXT, outcome,  OPT,  "what came of it") \
	F(FLAG, mine,     OPT,  "it waits for me")
#define PART_trainee(F, L) \
	F(TEXT, user,     MUST, "account") \
	F(TEXT, full,     OPT,  "for people") \
	F(INT,  cases,    OPT,  "known-answer cases read") \
	F(INT,  right,    OPT,  "answers as known") \
	F(INT,  of,       OPT,  "answers that were known") \
	L(figure, figures, OPT, "the share that was right") \
	F(TEXT, status,   OPT,  "new, passed, paused") \
	F(TEXT, at,       OPT,  "instant of the last")
#define PART_final(F, L) \
	F(INT,  seq,      MUST, "number of the event with which it was settled") \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, question, OPT,  "name") \
	F(TEXT, label,    OPT,  "for people") \
	F(TEXT, mine,     OPT,  "one's own answer, for people") \
	F(TEXT, final,    OPT,  "what counts, for people") \
	F(TEXT, reason,   OPT,  "why, as the third person wrote it")
/* clang-format on */

#endif
