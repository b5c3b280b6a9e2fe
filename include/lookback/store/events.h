/* SPDX-License-Identifier: MIT */
/*
 * Every kind of event and what its body holds. An event states all that the
 * projections need (queue, rank, due are in it as they were decided), so projecting
 * needs neither pack nor clock and replaying an old chain gives the same tables.
 * Bodies are checked against this table before they are appended.
 *
 * In a body line: name? is optional, name: kind is s(tring) i(nteger) b(oolean)
 * o(bject) a(rray of strings). Instants are UTC text, days 2016-03-05.
 */
#ifndef LOOKBACK_STORE_EVENTS_H
#define LOOKBACK_STORE_EVENTS_H

/* clang-format off */
#define EVENTS(E) \
	E(REVIEW_OPENED,  "review.opened",  "title:s training:b owner:s", \
	    "the database was made") \
	E(PACK_APPLIED,   "pack.applied",   "id:s name:s files:o", \
	    "the pack in force from here on, whole") \
	E(USER_ADDED,     "user.added",     "name:s full:s roles:a staff:s", \
	    "an account was added") \
	E(USER_CHANGED,   "user.changed",   "name:s roles:a", \
	    "roles of an account were changed") \
	E(USER_TRAINED,   "user.trained",   "name:s competence:s until:s", \
	    "an account holds a competence up to and including a day") \
	E(USER_DISABLED,  "user.disabled",  "name:s reason:s", \
	    "an account was closed") \
	E(USER_ABSENT,    "user.absent",    "name:s until:s reason:s", \
	    "an account is away until the morning of a day: it is served and given nothing") \
	E(USER_BACK,      "user.back",      "name:s reason:s", \
	    "an account that was away is back before that day") \
	E(SESSION_OPENED, "session.opened", "front:s as?:s", \
	    "somebody connected; as names the owner who acts for the account") \
	E(SESSION_CLOSED, "session.closed", "", \
	    "the connection ended") \
	E(SESSION_LOCKED, "session.locked", "", \
	    "the screen was concealed") \
	E(SESSION_UNLOCKED, "session.unlocked", "", \
	    "the screen was opened again") \
	E(BATCH_IMPORTED, "batch.imported", "batch:s file:s source:s map:s sha256:s read:i added:i same:i changed:i", \
	    "an extract was imported; its records follow") \
	E(RECORD_OPENED,  "record.opened",  "type:s state:s queue?:s band?:s rank:i due?:s fields:o texts:o bars:a pack:s batch?:s line?:i parent?:s how?:s reason?:s blind?:b", \
	    "a record came into being; how is hand, safeguarding or the transition that opened it") \
	E(RECORD_CHANGED, "record.changed", "fields:o texts:o was:o bars:a rank:i batch?:s line?:i flag?:s", \
	    "values of a record were replaced; fields and texts hold only what changed (null removes), was the old values") \
	E(RECORD_CLAIMED, "record.claimed", "how:s", \
	    "the actor holds the record; how is next or ref") \
	E(RECORD_RELEASED, "record.released", "reason:s", \
	    "the holder gave it back") \
	E(RECORD_DEFERRED, "record.deferred", "until:s reason:s", \
	    "given back and put aside until a day") \
	E(RECORD_WOKEN,   "record.woken",   "", \
	    "the day it was put aside for has come") \
	E(RECORD_ASSIGNED, "record.assigned", "to:s reason:s", \
	    "a supervisor gave it to somebody, who now holds it") \
	E(CLAIM_EXPIRED,  "claim.expired",  "holder:s", \
	    "silence ended a claim; answers stay") \
	E(ANSWER_GIVEN,   "answer.given",   "form:s seat:i question:s value?:s reason?:s pack:s rank:i blind?:b cancels?:a", \
	    "an answer was saved; no value clears it; pack is the version of the form; seat 0 counts, 2 is the second reader's") \
	E(RECORD_MOVED,   "record.moved",   "transition:s from:s to:s queue?:s band?:s rank:i due?:s final:b set:o reason:s alert:a pack:s blind?:b clocks?:o cancels?:a auto?:b override?:i", \
	    "a transition was taken; the claim ends with it; clocks holds what was started (due) or stopped (null)") \
	E(SEAT_LOCKED,    "seat.locked",    "seat:i transition:s reason:s next:i queue?:s rank:i due?:s agreed?:b differ?:a pack:s", \
	    "a reader's answers are final: next says whose turn it is (0 first, 1 second, 2 adjudicator), differ what the adjudicator decides") \
	E(RECORD_MAPPED,  "record.mapped",  "from:s to:s queue?:s rank:i due?:s final:b blind?:b pack:s", \
	    "a record went over to another version of the pack") \
	E(RECORD_LATE,    "record.late",    "clock:s due:s", \
	    "a limit has passed; clock is empty for that of the state; an alert follows") \
	E(ALERT_RAISED,   "alert.raised",   "name:s to:a text:s due?:s level:i of?:i", \
	    "somebody of these roles must acknowledge; level counts the steps up, of is the alert it grew from") \
	E(ALERT_ACKNOWLEDGED, "alert.acknowledged", "alert:i text:s", \
	    "the actor has taken note, and says what is done") \
	E(CONFLICT_DECLARED, "conflict.declared", "user:s how:s reason:s", \
	    "the record no longer exists for this account; how is declared or imposed") \
	E(CONFLICT_LIFTED, "conflict.lifted", "user:s reason:s", \
	    "the account may see the record again") \
	E(LINK_PROPOSED,  "link.proposed",  "to:s kind:s reason:s counts:b", \
	    "two records belong together; counts at once, or when a second person agrees") \
	E(LINK_JUDGED,    "link.judged",    "link:i verdict:s reason:s", \
	    "a second person said same, different or cannot_tell") \
	E(LINK_REMOVED,   "link.removed",   "link:i reason:s", \
	    "the link counts no more; nothing is undone that was done") \
	E(OVERRIDE_ASKED, "override.asked", "transition:s state:s closed:a reason:s", \
	    "one person asks to pass over the rules that close a step") \
	E(OVERRIDE_JUDGED, "override.judged", "override:i agreed:b reason:s", \
	    "a second person agreed, and the step is taken, or not") \
	E(PLAN_FIXED,     "plan.fixed",     "plan:s rule:s kind:s label:s expr:s always:s found:s strata:a size:i percent:i least:i first:i days:i share:i confidence:i allow:i aql:i whole:b seed:s reason:s of?:s", \
	    "a quality pass was fixed before anything was drawn; shares in thousandths of a per cent, of is the failed plan that it follows") \
	E(SAMPLE_DRAWN,   "sample.drawn",   "plan:s frame:s refs:a strata:o sample:a seq:i head:s", \
	    "the frame was frozen and drawn from: its hash, the references, name: {of, n, all} of each stratum, what was drawn in order, and the log's head before") \
	E(READING_OPENED, "reading.opened", "plan:s stratum:s place:i from:s to:s queue?:s rank:i due?:s seat:i author:s blind_from:i version:i views:i home?:s pack:s", \
	    "the record is read again: blind from the event of that number on, at the second seat when somebody's answers stand, else at the first; version, views and home are what readers are shown of it, home is its queue") \
	E(READING_CLOSED, "reading.closed", "plan:s result:s differ:a back:b to?:s queue?:s rank:i due?:s final:b pack:s", \
	    "the reading ended: upheld, overturned or found; back: the record is again what it was and the answers that stood count") \
	E(READING_SCORED, "reading.scored", "plan:s reason:s differ:a right:i of:i rank:i", \
	    "the actor has read a known-answer case; it waits for the next reader") \
	E(PLAN_CLOSED,    "plan.closed",    "plan:s read:i found:i passed:b text:s follow?:s reason:s", \
	    "a quality pass ended; follow is the plan by which the rest is read") \
	E(REVIEWER_PAUSED, "reviewer.paused", "user:s text:s", \
	    "the queue of an account pauses: it fell below the pass mark") \
	E(REVIEWER_RESUMED, "reviewer.resumed", "user:s reason:s", \
	    "the account is served again; its calibration begins anew") \
	E(QUERY_RAISED,   "query.raised",   "to:s question:s form:s text:s transition?:s", \
	    "the author is asked about an answer; transition returned the work with it") \
	E(QUERY_ANSWERED, "query.answered", "query:i text:s", \
	    "the author has answered") \
	E(QUERY_CLOSED,   "query.closed",   "query:i text:s", \
	    "the question waits no longer") \
	E(NOTE_ADDED,     "note.added",     "text:s", \
	    "a note was written") \
	E(RECORD_VIEWED,  "record.viewed",  "how:s reason:s", \
	    "the record was sent to the actor; committed before it is sent") \
	E(VIEW_SAVED,     "view.saved",     "name:s expr:s order:s user?:s role?:s", \
	    "an expression was kept under a name, for one account or for a role; it replaces the one of that name") \
	E(VIEW_DROPPED,   "view.dropped",   "name:s user?:s role?:s", \
	    "a kept expression was taken away again") \
	E(LIST_READ,      "list.read",      "expr:s order:s refs:a", \
	    "rows were sent to the actor") \
	E(SEARCH_RUN,     "search.run",     "words:s refs:a", \
	    "the actor searched; refs are the rows sent") \
	E(COUNT_READ,     "count.read",     "expr:s count:i", \
	    "a number was sent to the actor") \
	E(LOG_READ,       "log.read",       "filter:s first:i last:i", \
	    "the log was read") \
	E(VERIFY_RUN,     "verify.run",     "ok:b events:i findings:i", \
	    "the chain was verified") \
	E(REQUEST_REFUSED, "request.refused", "request:s reasons:a", \
	    "the rules said no") \
	E(BACKUP_TAKEN,   "backup.taken",   "seq:i head:s", \
	    "a verified copy was made of everything up to seq") \
	E(CLOCK_CLAMPED,  "clock.clamped",  "behind_ms:i", \
	    "the system's clock stood before the last event; that event's instant is used") \
	E(CONTENT_ERASED, "content.erased", "seq:i authority:s by:a", \
	    "body and salt of an event were removed under authority")
/* clang-format on */

#define EVENT_ENUM(id, name, body, says) EVENT_##id,
enum event_type { EVENTS(EVENT_ENUM) EVENT_TYPES };
#undef EVENT_ENUM

const char *event_name(enum event_type t); /* "record.moved" */
const char *event_body(enum event_type t); /* the body line above */
const char *event_says(enum event_type t);
/* EVENT_TYPES when it is none of ours. */
enum event_type event_of(const char *name);

#endif
