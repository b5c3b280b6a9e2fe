/* SPDX-License-Identifier: MIT */
/*
 * The protocol as one table. From it come the C structs (below), encoder and
 * decoder (wire.h), the service's dispatch (review.h) and docs/PROTOCOL.md.
 *
 * F(kind, name, need, says)       one value: TEXT INT FLAG TEXTS JSON
 * L(part, name, need, says)       a list of parts
 * need is MUST or OPT; an absent OPT value is empty, 0, false or NULL.
 *
 * Requests are struct req_NAME, replies struct rep_NAME, parts struct part_NAME.
 * Instants on the wire are UTC text, days are 2016-03-05, for people there is a
 * second, worded member (due_text). Text is raw: front ends mask it when they show it.
 */
#ifndef LOOKBACK_WIRE_MESSAGES_H
#define LOOKBACK_WIRE_MESSAGES_H

#include "lookback/base/json.h"
#include "lookback/wire/parts.h"
#include "lookback/wire/quality.h"
#include "lookback/wire/requests.h"

/* clang-format off */
/*    request       no.  reply     what it asks */
#define WIRE_REQUESTS(R) \
	R(hello,         1, welcome,  "say who is there; the first request of every connection") \
	R(beat,          2, done,     "keep one's claims alive; sent now and then by a workstation") \
	R(home,          3, home,     "the start screen: my work, what waits, what is late") \
	R(next,          4, record,   "be served the highest-ranked record one may take, and claim it") \
	R(show,          5, record,   "open a record to read; the view is logged before it is sent") \
	R(claim,         6, record,   "take this very record") \
	R(release,       7, done,     "give a held record back to its queue") \
	R(defer,         8, done,     "put a held record aside until a day") \
	R(assign,        9, done,     "give a record to a person (supervisors)") \
	R(form,         10, form,     "a form of a record with its answers so far") \
	R(answer,       11, form,     "save one answer; the reply is the form as it now stands") \
	R(decide,       12, moved,    "take a transition; held answers may come along") \
	R(note,         13, done,     "add a note to a record") \
	R(list,         14, page,     "a page of records that match an expression") \
	R(count,        15, count,    "how many records match an expression") \
	R(explain,      16, sentence, "an expression in English; also the check of its spelling") \
	R(search,       17, page,     "records that hold these words") \
	R(log,          18, events,   "a page of the log") \
	R(head,         19, head,     "the head of the chain") \
	R(verify,       20, verdict,  "check the chain, replay it and compare every projected row") \
	R(user_add,     21, done,     "add an account") \
	R(user_list,    22, users,    "all accounts") \
	R(user_role,    23, done,     "change the roles of an account") \
	R(user_disable, 24, done,     "close an account; nothing of it is removed") \
	R(import,       25, batch,    "import one extract; the CSV comes as an open file") \
	R(batch_list,   26, batches,  "all imports") \
	R(batch_show,   27, batch,    "one import") \
	R(backup,       28, head,     "write a verified copy into the open file that comes along") \
	R(lock,         29, done,     "the screen was locked or unlocked") \
	R(pack,         30, sentence, "the pack in force, as readable text") \
	R(rank,         31, rank,     "why a record stands where it stands") \
	R(sheet,        32, form,     "the fields to fill in when opening a record of a type, as a form") \
	R(add,          33, moved,    "open a record of a type, under another or on its own") \
	R(safeguard,    34, moved,    "safeguarding now: open the urgent action, tell the supervisors") \
	R(alerts,       35, alerts,   "alerts that wait for somebody of one's roles") \
	R(acknowledge,  36, done,     "take note of an alert, and say what is done") \
	R(conflict,     37, done,     "declare, impose or lift a conflict of interest") \
	R(link,         38, done,     "say that two records belong together") \
	R(link_judge,   39, done,     "the second person's word on a link") \
	R(unlink,       40, done,     "take a link away again") \
	R(links,        41, links,    "links of a record, or those that wait for a judgement") \
	R(override,     42, done,     "ask to pass over the rules that close a step") \
	R(override_judge, 43, done,   "the second person's word on an override; agreeing takes the step") \
	R(overrides,    44, overrides, "overrides asked and given: their own list") \
	R(user_train,   45, done,     "record until when an account holds a competence") \
	R(pack_diff,    46, diff,     "what another pack would change for the records there are") \
	R(pack_apply,   47, done,     "put another pack in force; the files come as an open file") \
	R(pack_files,   48, sentence, "the files of the pack in force, as one JSON object; into the open file that comes along") \
	R(board,        49, board,    "the supervisor's board: who holds what, where it stands, what is late or blocked") \
	R(share,        50, handing,  "give records to people, or back to their queues; a preview until its digest comes back") \
	R(absent,       51, handing,  "somebody is away until a day, or back; a preview until its digest comes back") \
	R(changes,      52, changes,  "what others did on the records of a screen since it was read") \
	R(past,         53, past,     "the time line of a record and of all under it, a page") \
	R(view_save,    54, done,     "keep an expression under a name, for oneself or for a role") \
	R(view_drop,    55, done,     "take a kept expression away again") \
	R(view_list,    56, views,    "the views one has: one's own, those of one's roles, those of the review") \
	R(plans,        60, plans,    "quality passes: what was fixed, drawn and found") \
	R(plan_fix,     61, plan,     "fix a pass, with its seed, before anything is drawn") \
	R(plan_draw,    62, plan,     "freeze the frame and draw; what is drawn is read again") \
	R(plan_show,    63, plan,     "a pass: its strata, its items, what it says") \
	R(plan_frame,   64, sentence, "the frozen frame of a pass, a reference a line; into the open file that comes along") \
	R(plan_close,   65, plan,     "end a pass: count, bound, verdict, and what follows of it") \
	R(agreement,    66, agreement, "how far readers who did not know of each other agree") \
	R(reviewers,    67, reviewers, "quality by reviewer and by question") \
	R(funnel,       68, funnel,   "units against the limits of chance") \
	R(audit,        69, audit,    "a month of the compliance audit") \
	R(query,        70, done,     "ask the author about answers, and return the work if so wished") \
	R(query_answer, 71, done,     "answer what was asked about one's work") \
	R(query_close,  72, done,     "say what came of a question; it waits no longer") \
	R(queries,      73, queries,  "questions on work, oldest first") \
	R(calibration,  74, calibration, "who has read the known-answer cases, and how well") \
	R(resume,       75, done,     "let a reviewer go on whose queue pauses") \
	R(final,        76, finals,   "one's own answers beside what came to count")

#define WIRE_REPLIES(R) \
	R(fail,     128, "refused or failed: nothing was changed") \
	R(progress, 129, "work goes on; another reply to the same request follows") \
	R(done,     130, "done") \
	R(welcome,  131, "who you are here, and what you may do") \
	R(home,     132, "the start screen") \
	R(record,   133, "one record, whole") \
	R(form,     134, "one form of a record") \
	R(moved,    135, "a transition was taken") \
	R(page,     136, "a page of records") \
	R(count,    137, "a number") \
	R(sentence, 138, "a text") \
	R(events,   139, "a page of events") \
	R(head,     140, "a head of the chain") \
	R(verdict,  141, "what verification found") \
	R(users,    142, "accounts") \
	R(batch,    143, "an import") \
	R(batches,  144, "imports") \
	R(rank,     145, "the parts of a rank") \
	R(alerts,   146, "alerts") \
	R(links,    147, "links between records") \
	R(overrides, 148, "overrides") \
	R(diff,     149, "what another pack would change") \
	R(board,    150, "the supervisor's board") \
	R(handing,  151, "what moves from whom to whom: as it would be, or as it was done") \
	R(changes,  152, "what others did") \
	R(past,     153, "a page of a time line") \
	R(views,    154, "views: expressions kept under a name") \
	R(plans,    160, "quality passes") \
	R(plan,     161, "one quality pass") \
	R(agreement, 162, "agreement between readers") \
	R(reviewers, 163, "quality by reviewer") \
	R(funnel,   164, "units against limits") \
	R(audit,    165, "a month of the audit") \
	R(queries,  166, "questions on work") \
	R(calibration, 167, "known-answer cases") \
	R(finals,   168, "one's own answers and what counts")

#define WIRE_PARTS(P) \
	P(row) P(column) P(view) P(queue) P(tally) P(field) P(text) P(event) P(step) P(formhead) \
	P(answer) P(lead) P(note) P(rankpart) P(question) P(choice) P(user) P(refusal) P(finding) P(batchrow) \
	P(type) P(alert) P(clock) P(link) P(opening) P(override) P(diffrow) P(skill) \
	P(number) P(boardrow) P(section) P(given) P(ungiven) P(hand) \
	P(change) P(past) P(value) \
	P(figure) P(cell) P(plan) P(rule) P(stratum) P(item) P(agree) P(reviewer) P(overturn) P(unit) \
	P(measure) P(query) P(trainee) P(final)

/* ---- replies ---- */
#define REP_fail(F, L) \
	F(TEXT, kind,     MUST, "refused, not_found, conflict, usage, input, no, io, corrupt") \
	F(TEXT, text,     MUST, "every reason, a line each") \
	F(INT,  line,     OPT,  "where in the input") \
	F(INT,  col,      OPT,  "where in the input")
#define REP_progress(F, L) \
	F(INT,  done,     MUST, "so far") \
	F(INT,  total,    OPT,  "of so many; 0 when unknown") \
	F(TEXT, what,     MUST, "checking, importing, replaying ...")
#define REP_done(F, L) \
	F(TEXT, text,     OPT,  "what happened, in words") \
	F(INT,  seq,      OPT,  "number of the event")
#define REP_welcome(F, L) \
	F(TEXT, user,     MUST, "account") \
	F(TEXT, full,     OPT,  "name for people") \
	F(TEXTS, roles,   OPT,  "labels of the roles") \
	F(TEXTS, rights,  OPT,  "read take note assign import users log backup pack") \
	F(TEXT, title,    OPT,  "the review") \
	F(TEXT, marking,  OPT,  "top and bottom of every screen") \
	F(TEXT, handling, OPT,  "handling line") \
	F(TEXT, pack,     OPT,  "id of the pack in force") \
	F(FLAG, training, OPT,  "synthetic data: the screen says so") \
	F(INT,  lock_minutes, OPT, "idle lock; 0 is none") \
	F(FLAG, reason_to_open, OPT, "opening what one does not hold asks why") \
	F(TEXT, damage,   OPT,  "not empty: the database is damaged, and how; only reading the log works") \
	F(TEXTS, terms,   OPT,  "words to mark in texts; a trailing * goes on") \
	L(column, columns, OPT, "columns of lists: those of the record type that imports bring") \
	L(view, views,    OPT,  "saved views for this person") \
	L(type, types,    OPT,  "record types, in pack order") \
	F(TEXT, safeguarding, OPT, "label of what the safeguarding key opens; empty: the review has none")
#define REP_home(F, L) \
	L(row, mine,      OPT,  "what one holds, longest held first") \
	L(queue, queues,  OPT,  "queues one is served from") \
	L(tally, states,  OPT,  "how many records are in each state") \
	F(INT,  total,    OPT,  "all records one may see") \
	F(INT,  late,     OPT,  "of these, past their date") \
	F(INT,  deferred, OPT,  "put aside") \
	F(INT,  done,     OPT,  "in a final state") \
	F(INT,  unopened, OPT,  "never opened by anybody") \
	F(INT,  today,    OPT,  "decisions one has taken today") \
	F(INT,  alerts,   OPT,  "alerts that wait for somebody of one's roles")
#define REP_record(F, L) \
	F(TEXT, ref,      MUST, "reference") \
	F(TEXT, type,     MUST, "record type") \
	F(TEXT, type_label, OPT, "for people") \
	F(TEXT, title,    OPT,  "one line") \
	F(TEXT, state,    MUST, "state") \
	F(TEXT, state_label, OPT, "for people") \
	F(TEXT, band,     OPT,  "band") \
	F(TEXT, band_label, OPT, "for people") \
	F(TEXT, band_mark, OPT, "one character") \
	F(TEXT, queue,    OPT,  "role it waits for") \
	F(TEXT, holder,   OPT,  "who holds it") \
	F(FLAG, mine,     OPT,  "it is I") \
	F(TEXT, due,      OPT,  "instant") \
	F(TEXT, due_text, OPT,  "in words: due in 3 days, 2 days late") \
	F(FLAG, late,     OPT,  "past its date") \
	F(TEXT, wake,     OPT,  "deferred until") \
	F(TEXT, flag,     OPT,  "such as changed_by_import") \
	F(TEXT, regime,   OPT,  "rules in force at its date, in words") \
	F(INT,  rank,     OPT,  "as shown today") \
	F(INT,  version,  MUST, "grows with every change") \
	F(TEXT, opened,   OPT,  "instant") \
	F(TEXT, moved,    OPT,  "instant of the last change of state") \
	L(lead, leads,    OPT,  "to be read before anything else, of it, its parent, its children") \
	L(field, fields,  OPT,  "declared fields with a value, in pack order") \
	L(text, texts,    OPT,  "long texts") \
	L(formhead, forms, OPT, "forms worked on in this state, then earlier ones") \
	L(answer, answers, OPT, "answers given, in form order") \
	L(step, steps,    OPT,  "next steps in pack order, closed ones with every reason") \
	L(note, notes,    OPT,  "notes, newest first") \
	L(event, history, OPT,  "latest events, newest first, at most 60") \
	L(rankpart, ranks, OPT, "the rank as a sum") \
	F(TEXT, parent,   OPT,  "the record it was opened under") \
	L(row, children,  OPT,  "records opened under it, oldest first, at most 60") \
	L(opening, openings, OPT, "types of record that can be opened under it") \
	L(clock, clocks,  OPT,  "clocks that run") \
	L(alert, alerts,  OPT,  "its alerts, open ones first") \
	L(link, links,    OPT,  "its links") \
	F(TEXTS, did,     OPT,  "transitions taken and not cancelled, in order")
#define REP_form(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, form,     MUST, "name") \
	F(TEXT, title,    OPT,  "for people") \
	F(TEXT, intro,    OPT,  "guidance above the questions") \
	F(INT,  version,  MUST, "the record's") \
	F(FLAG, editable, OPT,  "one holds the record and its state works on this form") \
	F(TEXT, why_not,  OPT,  "when it is not editable") \
	F(FLAG, reason,   OPT,  "a sheet: a written reason is asked for when it is sent") \
	F(INT,  shown,    OPT,  "questions asked now") \
	F(INT,  answered, OPT,  "of these, answered") \
	F(INT,  missing,  OPT,  "required answers or reasons missing") \
	L(question, questions, OPT, "all, in form order")
#define REP_moved(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, step,     MUST, "transition taken") \
	F(TEXT, from,     OPT,  "state") \
	F(TEXT, to,       OPT,  "state") \
	F(TEXT, band,     OPT,  "band now") \
	F(INT,  version,  OPT,  "now") \
	F(INT,  seq,      OPT,  "number of the event") \
	F(TEXT, text,     OPT,  "what happened, in words")
#define REP_page(F, L) \
	L(row, rows,      OPT,  "rows in order") \
	F(TEXT, next,     OPT,  "cursor: pass as after; empty at the end") \
	F(TEXT, prev,     OPT,  "cursor: pass as before; empty at the beginning") \
	F(TEXT, explain,  OPT,  "the expression in English") \
	F(TEXT, hint,     OPT,  "where nothing matches: what is spelt like it and would") \
	L(column, columns, OPT, "columns of the rows, when not those of welcome: the expression is of one record type")
#define REP_count(F, L) \
	F(INT,  count,    MUST, "how many") \
	F(TEXT, explain,  OPT,  "the expression in English")
#define REP_sentence(F, L) \
	F(TEXT, text,     MUST, "the text")
#define REP_events(F, L) \
	L(event, rows,    OPT,  "in order of their numbers") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")
#define REP_head(F, L) \
	F(INT,  seq,      MUST, "number of the last event") \
	F(TEXT, head,     MUST, "hex") \
	F(TEXT, at,       OPT,  "its instant") \
	F(TEXT, words,    OPT,  "six words that stand for the head")
#define REP_verdict(F, L) \
	F(FLAG, ok,       MUST, "nothing was found") \
	F(INT,  events,   OPT,  "events checked") \
	F(INT,  rows,     OPT,  "projected rows compared") \
	F(TEXT, head,     OPT,  "hex") \
	L(finding, findings, OPT, "what was found, at most 100")
#define REP_users(F, L) \
	L(user, rows,     OPT,  "by name")
#define REP_batch(F, L) \
	F(TEXT, batch,    OPT,  "id; empty when nothing was written") \
	F(TEXT, file,     OPT,  "name") \
	F(TEXT, source,   OPT,  "where from") \
	F(TEXT, map,      OPT,  "column map") \
	F(TEXT, sha256,   OPT,  "of the file") \
	F(TEXT, at,       OPT,  "instant") \
	F(TEXT, by,       OPT,  "account") \
	F(INT,  read,     OPT,  "rows in the file = added + same + changed + refused") \
	F(INT,  added,    OPT,  "new records") \
	F(INT,  same,     OPT,  "already held, word for word") \
	F(INT,  changed,  OPT,  "already held, other values: flagged, decided ones untouched") \
	F(INT,  refused,  OPT,  "faulty; one refused row refuses the file") \
	F(FLAG, dry_run,  OPT,  "nothing was written") \
	L(refusal, refusals, OPT, "every refused row, at most 200 here")
#define REP_batches(F, L) \
	L(batchrow, rows, OPT,  "oldest first")
#define REP_rank(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(INT,  rank,     MUST, "as shown today") \
	L(rankpart, parts, OPT, "what it is made of")

#define REP_alerts(F, L) \
	L(alert, rows,    OPT,  "oldest first") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")
#define REP_links(F, L) \
	L(link, rows,     OPT,  "oldest first")
#define REP_overrides(F, L) \
	L(override, rows, OPT,  "oldest first") \
	F(INT,  next,     OPT,  "pass as after; 0 at the end")
#define REP_diff(F, L) \
	F(TEXT, pack,     OPT,  "id of the other pack") \
	F(FLAG, safe,     OPT,  "no record would be stranded: it applies without a map") \
	F(INT,  stranded, OPT,  "records in states that the other pack lacks") \
	L(diffrow, rows,  OPT,  "what differs, in the order of the packs")
#define REP_board(F, L) \
	L(section, sections, OPT, "the tables of the board, in their order")
#define REP_handing(F, L) \
	F(TEXT, digest,   OPT,  "of all that this preview says: sent back, exactly this is done") \
	F(FLAG, done,     OPT,  "it was done") \
	F(TEXT, text,     MUST, "what would happen, or has happened, in words") \
	F(INT,  moves,    OPT,  "records that change hands") \
	F(INT,  stays,    OPT,  "records that stay where they are, because they are there already") \
	F(INT,  refused,  OPT,  "records that nobody of those named may be given") \
	L(given, given,   OPT,  "what moves, best rank first, as many as fit") \
	L(ungiven, ungiven, OPT, "what is refused, with every reason, as many as fit") \
	L(hand, hands,    OPT,  "who ends with how many")
#define REP_changes(F, L) \
	F(INT,  seq,      MUST, "number of the last event; pass as after") \
	L(change, changes, OPT, "one a record that changed, latest first") \
	L(row, rows,      OPT,  "rows of those that still match, as they are now") \
	F(TEXTS, left,    OPT,  "records that are no longer of the list, or there for one") \
	F(TEXTS, came,    OPT,  "whole: records that changed and belong to the list by now, at most 20") \
	F(FLAG, other,    OPT,  "home: something changed; about: something of it did") \
	F(INT,  held,     OPT,  "home: how many records one holds") \
	F(INT,  waiting,  OPT,  "alerts that wait for somebody of one's roles, counted up to 100") \
	L(alert, alerts,  OPT,  "new alerts that others caused, oldest first, at most 10")
#define REP_past(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	L(past, rows,     OPT,  "newest first, or oldest first as asked") \
	F(INT,  next,     OPT,  "cursor: pass as from; 0 at the end")
#define REP_views(F, L) \
	L(view, rows,     OPT,  "one's own, then those of one's roles, then the review's")

/* ---- structs ---- */
#define WIRE_C_TEXT  struct str
#define WIRE_C_INT   int64_t
#define WIRE_C_FLAG  bool
#define WIRE_C_TEXTS struct strs
#define WIRE_C_JSON  const struct json *
#define WIRE_F(kind, name, need, says) WIRE_C_##kind name;
#define WIRE_L(part, name, need, says) struct { struct part_##part *v; size_t n, cap; } name;

#define WIRE_P(name) struct part_##name;
WIRE_PARTS(WIRE_P)
#undef WIRE_P
#define WIRE_P(name) struct part_##name { PART_##name(WIRE_F, WIRE_L) };
WIRE_PARTS(WIRE_P)
#undef WIRE_P
#define WIRE_R(name, no, reply, says) struct req_##name { char wire_; REQ_##name(WIRE_F, WIRE_L) };
WIRE_REQUESTS(WIRE_R)
#undef WIRE_R
#define WIRE_R(name, no, says) struct rep_##name { char wire_; REP_##name(WIRE_F, WIRE_L) };
WIRE_REPLIES(WIRE_R)
#undef WIRE_R
#undef WIRE_F
#undef WIRE_L

#define WIRE_R(name, no, reply, says) MSG_##name = no,
#define WIRE_S(name, no, says) MSG_R_##name = no,
enum msg { WIRE_REQUESTS(WIRE_R) WIRE_REPLIES(WIRE_S) };
#undef WIRE_R
#undef WIRE_S
/* clang-format on */

#endif
