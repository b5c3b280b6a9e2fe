/* SPDX-License-Identifier: MIT */
/*
 * What each request of the protocol holds; how to read the rows is said in messages.h,
 * which makes structs and code of them.
 */
#ifndef LOOKBACK_WIRE_REQUESTS_H
#define LOOKBACK_WIRE_REQUESTS_H

/* clang-format off */
#define REQ_hello(F, L) \
	F(TEXT, front, MUST, "tui, cli or demo") \
	F(TEXT, as,    OPT,  "act as this account: only for the owner of the database")
#define REQ_beat(F, L)
#define REQ_home(F, L) \
	F(FLAG, numbers, OPT, "the numbers alone, without rows: nothing is logged")
#define REQ_next(F, L) \
	F(TEXT, expr,   OPT,  "serve only from records that match")
#define REQ_show(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, reason, OPT,  "why, where the pack asks it")
#define REQ_claim(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, reason, OPT,  "why, where the pack asks it")
#define REQ_release(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, reason, OPT,  "why")
#define REQ_defer(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, until,  MUST, "a day after today; short forms such as +3d are understood") \
	F(TEXT, reason, MUST, "why")
#define REQ_assign(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, to,     MUST, "an account") \
	F(TEXT, reason, OPT,  "why")
#define REQ_form(F, L) \
	F(TEXT, ref,    MUST, "the record") \
	F(TEXT, form,   MUST, "the form's name")
#define REQ_answer(F, L) \
	F(TEXT, ref,      MUST, "the record, which one must hold") \
	F(TEXT, form,     MUST, "the form's name") \
	F(TEXT, question, MUST, "the question's name") \
	F(TEXT, value,    OPT,  "the answer; empty clears it") \
	F(TEXT, reason,   OPT,  "the reason, where this answer needs one") \
	F(INT,  version,  OPT,  "version last seen; 0 means whatever it is now")
#define REQ_decide(F, L) \
	F(TEXT, ref,      MUST, "the record, which one must hold") \
	F(TEXT, step,     MUST, "the transition's id") \
	F(INT,  version,  OPT,  "version last seen; 0 means whatever it is now") \
	F(TEXT, reason,   OPT,  "the reason") \
	F(JSON, answers,  OPT,  "question: answer, or question: {value, reason}; saved first")
#define REQ_note(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, text,     MUST, "the note")
#define REQ_list(F, L) \
	F(TEXT, expr,     OPT,  "which; empty is all") \
	F(TEXT, order,    OPT,  "rank (default), ref, due, opened, received") \
	F(TEXT, after,    OPT,  "cursor of the row before the page (from next)") \
	F(TEXT, before,   OPT,  "cursor of the row behind the page (from prev)") \
	F(FLAG, last,     OPT,  "the last page") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_count(F, L) \
	F(TEXT, expr,     OPT,  "which; empty is all")
#define REQ_explain(F, L) \
	F(TEXT, expr,     OPT,  "the expression") \
	F(FLAG, search,   OPT,  "it is what is typed into a search")
#define REQ_search(F, L) \
	F(TEXT, words,    MUST, "words, a reference, names that may be misspelt; or an expression") \
	F(TEXT, after,    OPT,  "cursor") \
	F(TEXT, before,   OPT,  "cursor") \
	F(FLAG, last,     OPT,  "the last page") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_log(F, L) \
	F(TEXT, record,   OPT,  "only of this record") \
	F(TEXT, actor,    OPT,  "only by this account") \
	F(TEXT, type,     OPT,  "only of this type, or of a family: record.") \
	F(INT,  after,    OPT,  "only with a higher number") \
	F(INT,  limit,    OPT,  "rows, 1 to 200; 0 means 100")
#define REQ_head(F, L)
#define REQ_verify(F, L) \
	F(INT,  seq,      OPT,  "an anchored number ...") \
	F(TEXT, head,     OPT,  "... and its head: the chain must go through it")
#define REQ_user_add(F, L) \
	F(TEXT, name,     MUST, "account name, as the system knows it") \
	F(TEXT, full,     OPT,  "name for people") \
	F(TEXTS, roles,   MUST, "role ids of the pack") \
	F(TEXT, staff,    OPT,  "the staff code under which this person handled originals")
#define REQ_user_list(F, L)
#define REQ_user_role(F, L) \
	F(TEXT, name,     MUST, "the account") \
	F(TEXTS, roles,   MUST, "its roles from now on")
#define REQ_user_disable(F, L) \
	F(TEXT, name,     MUST, "the account") \
	F(TEXT, reason,   MUST, "why")
#define REQ_import(F, L) \
	F(TEXT, name,     MUST, "the file's name, for the log") \
	F(TEXT, source,   MUST, "where the extract comes from") \
	F(TEXT, map,      MUST, "the column map of the pack") \
	F(FLAG, dry_run,  OPT,  "check everything, write nothing")
#define REQ_batch_list(F, L)
#define REQ_batch_show(F, L) \
	F(TEXT, batch,    MUST, "the import's id, b1")
#define REQ_backup(F, L)
#define REQ_lock(F, L) \
	F(FLAG, locked,   OPT,  "true: locked, false: opened again")
#define REQ_pack(F, L)
#define REQ_rank(F, L) \
	F(TEXT, ref,      MUST, "the record")
#define REQ_sheet(F, L) \
	F(TEXT, type,     MUST, "record type") \
	F(TEXT, under,    OPT,  "the record it would be opened under")
#define REQ_add(F, L) \
	F(TEXT, type,     MUST, "record type") \
	F(TEXT, under,    OPT,  "the record it is opened under") \
	F(JSON, fields,   OPT,  "field: value, as text") \
	F(TEXT, reason,   OPT,  "the reason, where the pack asks one")
#define REQ_safeguard(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, text,     MUST, "what the danger is")
#define REQ_alerts(F, L) \
	F(FLAG, all,      OPT,  "acknowledged ones, and those for other roles, too") \
	F(TEXT, ref,      OPT,  "only of this record") \
	F(INT,  after,    OPT,  "only with a higher number") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_acknowledge(F, L) \
	F(INT,  alert,    MUST, "its number") \
	F(TEXT, text,     MUST, "what is done")
#define REQ_conflict(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, user,     OPT,  "whose; empty: one's own") \
	F(TEXT, reason,   MUST, "which interest, in words") \
	F(FLAG, lift,     OPT,  "it exists no longer: somebody else's word, with the right to assign")
#define REQ_link(F, L) \
	F(TEXT, ref,      MUST, "one record") \
	F(TEXT, other,    MUST, "the other") \
	F(TEXT, kind,     MUST, "kind of link of the pack") \
	F(TEXT, reason,   OPT,  "on what it rests")
#define REQ_link_judge(F, L) \
	F(INT,  link,     MUST, "its number") \
	F(TEXT, verdict,  MUST, "same, different or cannot_tell") \
	F(TEXT, reason,   OPT,  "why")
#define REQ_unlink(F, L) \
	F(INT,  link,     MUST, "its number") \
	F(TEXT, reason,   MUST, "why")
#define REQ_links(F, L) \
	F(TEXT, ref,      OPT,  "of this record; empty: those that wait for a judgement")
#define REQ_override(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXT, step,     MUST, "the transition's id") \
	F(TEXT, reason,   MUST, "why the rules must be passed over")
#define REQ_override_judge(F, L) \
	F(INT,  override, MUST, "its number") \
	F(FLAG, agree,    OPT,  "true: the step is taken; false: it is not") \
	F(TEXT, reason,   MUST, "why")
#define REQ_overrides(F, L) \
	F(FLAG, waiting,  OPT,  "only those that wait for a second person") \
	F(INT,  after,    OPT,  "only with a higher number") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_user_train(F, L) \
	F(TEXT, name,     MUST, "the account") \
	F(TEXT, competence, MUST, "competence of the pack") \
	F(TEXT, until,    MUST, "last day on which it holds; a day before today ends it")
#define REQ_pack_diff(F, L)
#define REQ_pack_apply(F, L) \
	F(TEXTS, maps,    OPT,  "type.old=new: where records of a state go that the new pack lacks or changes") \
	F(FLAG, same,     OPT,  "records in states that both packs have go over as well")
#define REQ_pack_files(F, L)
#define REQ_board(F, L) \
	F(TEXT, user,     OPT,  "only what this account holds, state by state")
#define REQ_share(F, L) \
	F(TEXTS, refs,    OPT,  "these records ...") \
	F(TEXT, expr,     OPT,  "... or those that match ...") \
	F(TEXT, from,     OPT,  "... or all that this account holds, as far as the asker may see it") \
	F(TEXTS, to,      OPT,  "accounts among whom they are shared evenly by rank; none: back to their queues") \
	F(TEXT, reason,   OPT,  "why") \
	F(TEXT, digest,   OPT,  "of the preview that is to be done; empty: only preview")
#define REQ_absent(F, L) \
	F(TEXT, name,     OPT,  "the account; empty: one's own, which may only come back") \
	F(TEXT, until,    OPT,  "day from which they are back; empty: they are back now") \
	F(TEXT, reason,   OPT,  "why") \
	F(FLAG, hand,     OPT,  "what they hold goes to others, too") \
	F(TEXTS, to,      OPT,  "with hand: to these, as in share; none: back to their queues") \
	F(TEXT, digest,   OPT,  "of the preview that is to be done; empty: only preview")
#define REQ_changes(F, L) \
	F(INT,  after,    OPT,  "number of the event up to which the screen is known; 0: only seq is asked") \
	F(TEXTS, refs,    OPT,  "records on the screen, at most 300") \
	F(FLAG, below,    OPT,  "with what hangs under them") \
	F(FLAG, rows,     OPT,  "rows of what changed are wanted, as of a list") \
	F(TEXT, expr,     OPT,  "the expression of that list") \
	F(FLAG, whole,    OPT,  "refs are all rows of that list: came says what else belongs to it by now") \
	F(TEXT, about,    OPT,  "what else is on the screen: alerts board overrides quality questions registers views; other says whether any of it changed") \
	F(FLAG, home,     OPT,  "the start screen: whether anything changed, and how many one holds") \
	F(INT,  heard,    OPT,  "new alerts with a higher number are wanted; 0: none")
#define REQ_past(F, L) \
	F(TEXT, ref,      MUST, "the record") \
	F(TEXTS, kinds,   OPT,  "data decisions notes views contacts quality; empty: all") \
	F(FLAG, alone,    OPT,  "this record alone, nothing that hangs under it") \
	F(FLAG, oldest,   OPT,  "oldest first") \
	F(INT,  from,     OPT,  "cursor: next of the page before") \
	F(INT,  since,    OPT,  "only with a higher number") \
	F(FLAG, others,   OPT,  "nothing that this session did") \
	F(INT,  limit,    OPT,  "rows, 1 to 100; 0 means 40")
#define REQ_view_save(F, L) \
	F(TEXT, name,     MUST, "under which it is kept; one of the same name is replaced") \
	F(TEXT, was,      OPT,  "its name so far: it gets another one, and stays what it is") \
	F(TEXT, expr,     OPT,  "the expression; empty is all") \
	F(FLAG, search,   OPT,  "it is what was typed into a search") \
	F(TEXT, order,    OPT,  "rank (default), ref, due, opened, received") \
	F(TEXT, role,     OPT,  "for everybody with this role, with the right to assign; empty: for oneself")
#define REQ_view_drop(F, L) \
	F(TEXT, name,     MUST, "the view") \
	F(TEXT, role,     OPT,  "the role it was saved for; empty: one's own")
#define REQ_view_list(F, L)
/* clang-format on */

#endif
