-- SPDX-License-Identifier: MIT
-- Projections of records. Run by the projection code and by nothing else.

-- :name record_open :exec
INSERT INTO record (id, ref, type, state, queue, band, rank, due, opened, moved, batch, parent,
	pack, version, notes, views, alerts, final, late_seen, seat, blind, blind_from,
	home_queue, home_due, home_moved, base_version, base_views, fields, opener)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, ?12, 1, 0, 0, 0, 0, 0, 0, ?14,
	CASE WHEN ?14 THEN ?1 END, ?5, ?8, ?9, ?14, 0, ?13, ?15);

-- :name record_key :one
SELECT id, type, holder, fields, views, blind, blind_from IS NOT NULL FROM record WHERE ref = ?1;

-- :name record_change :exec
UPDATE record SET rank = ?2, flag = coalesce(?3, flag), version = version + 1,
	base_version = base_version + (blind_from IS NOT NULL)
WHERE id = ?1;

-- Apart from the rest, because each index over a field is written anew with it.
-- :name record_fields :exec
UPDATE record SET fields = ?2 WHERE id = ?1;

-- :name record_hold :exec
UPDATE record SET holder = ?2, held = ?3 WHERE id = ?1;

-- :name record_free :exec
UPDATE record SET holder = NULL, held = NULL WHERE id = ?1;

-- :name record_defer :exec
UPDATE record SET holder = NULL, held = NULL, wake = ?2, aside = ?3, version = version + 1
WHERE id = ?1;

-- :name record_wake :exec
UPDATE record SET wake = NULL, aside = NULL WHERE id = ?1;

-- :name record_assign :exec
UPDATE record SET holder = ?2, held = ?3, wake = NULL, aside = NULL, version = version + 1
WHERE id = ?1;

-- ?9: the new state is blind. Entering one from a state that is not begins a contest.
-- :name record_move :exec
UPDATE record SET state = ?2, queue = ?3, band = ?4, rank = ?5, due = ?6, final = ?7, moved = ?8,
	holder = NULL, held = NULL, wake = NULL, aside = NULL, version = version + 1,
	late_seen = 0, home_queue = ?3, home_due = ?6, home_moved = ?8, blind = ?9,
	seat = CASE WHEN ?9 AND blind THEN seat ELSE 0 END,
	agreed = CASE WHEN ?9 AND NOT blind THEN NULL ELSE agreed END,
	blind_from = CASE WHEN ?9 THEN coalesce(blind_from, ?10) ELSE blind_from END,
	base_version = CASE WHEN blind_from IS NOT NULL THEN base_version + 1
		WHEN ?9 THEN version + 1 ELSE 0 END,
	base_views = CASE WHEN blind_from IS NULL AND ?9 THEN views ELSE base_views END
WHERE id = ?1;

-- What readers are shown of a contest that runs stays as it was.
-- :name record_map :exec
UPDATE record SET state = ?2, queue = ?3, rank = ?4, due = ?5, final = ?6, pack = ?9,
	version = version + 1, late_seen = CASE WHEN due IS ?5 THEN late_seen ELSE 0 END,
	home_queue = CASE WHEN ?7 AND blind AND seat > 0 THEN home_queue ELSE ?3 END,
	home_due = CASE WHEN ?7 AND blind AND seat > 0 THEN home_due ELSE ?5 END, blind = ?7,
	seat = CASE WHEN ?7 AND blind THEN seat ELSE 0 END,
	agreed = CASE WHEN ?7 AND NOT blind THEN NULL ELSE agreed END,
	blind_from = CASE WHEN ?7 THEN coalesce(blind_from, ?8) ELSE blind_from END,
	base_version = CASE WHEN blind_from IS NOT NULL THEN base_version + 1
		WHEN ?7 THEN version + 1 ELSE 0 END,
	base_views = CASE WHEN blind_from IS NULL AND ?7 THEN views ELSE base_views END
WHERE id = ?1;

-- A blind answer leaves the rank: a place in a list would tell of it.
-- :name record_rank :exec
UPDATE record SET rank = CASE WHEN ?3 THEN rank ELSE ?2 END, version = version + 1 WHERE id = ?1;

-- :name record_noted :exec
UPDATE record SET notes = notes + 1 WHERE id = ?1;

-- :name record_seen :exec
UPDATE record SET views = views + 1 WHERE id = ?1;

-- :name record_late_seen :exec
UPDATE record SET late_seen = 1 WHERE id = ?1;

-- :name record_alerts :exec
UPDATE record SET alerts = (SELECT count(*) FROM alert WHERE record = ?1 AND acked IS NULL)
WHERE id = ?1;

-- :name part_add :exec
INSERT INTO part (record, user, versions, views) VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (record, user) DO UPDATE SET versions = versions + excluded.versions,
	views = views + excluded.views;

-- Under a parent that is or was blind, or under what was opened under such a one.
-- :name shade_add :exec
INSERT INTO shade (record, under, via, by)
SELECT ?1, id, ?1, ?3 FROM record WHERE ref = ?2 AND blind_from IS NOT NULL
UNION
SELECT ?1, s.under, ?1, ?3 FROM record p JOIN shade s ON s.record = p.id WHERE p.ref = ?2
UNION
SELECT ?1, s.under, s.via, s.by FROM record p JOIN shade s ON s.record = p.id WHERE p.ref = ?2;

-- :name spelling_put :exec
INSERT INTO spelling (key, word) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- :name spelling_near :many
SELECT word FROM spelling WHERE key = ?1;

-- :name text_put :exec
INSERT INTO record_text (record, name, body) VALUES (?1, ?2, ?3)
ON CONFLICT (record, name) DO UPDATE SET body = excluded.body;

-- :name text_drop :exec
DELETE FROM record_text WHERE record = ?1 AND name = ?2;

-- :name bar_put :exec
INSERT INTO record_bar (record, who) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- Conflicts of interest outlive a change of what was imported.
-- :name bar_clear :exec
DELETE FROM record_bar WHERE record = ?1 AND who NOT GLOB '@*';

-- :name bar_drop :exec
DELETE FROM record_bar WHERE record = ?1 AND who = ?2;

-- A second open claim of one record breaks claim_one.
-- :name claim_begin :exec
INSERT INTO claim (record, from_seq, holder) VALUES (?1, ?2, ?3);

-- :name claim_end :exec
UPDATE claim SET to_seq = ?2 WHERE record = ?1 AND to_seq IS NULL;

-- :name did_add :exec
INSERT INTO did (record, seq, transition, by, at) VALUES (?1, ?2, ?3, ?4, ?5);

-- Who asked for an override has done it too.
-- :name did_add_first :exec
INSERT INTO did (record, seq, transition, by, at)
SELECT ?1, ?2, ?3, by, ?5 FROM override WHERE seq = ?6 AND by <> ?4;

-- :name did_cancel :exec
UPDATE did SET cancelled = ?3 WHERE record = ?1 AND transition = ?2 AND cancelled IS NULL;

-- :name answer_put :exec
INSERT INTO answer (record, seat, question, form, value, reason, by, at, seq, pack, blind)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
ON CONFLICT (record, seat, question) DO UPDATE SET form = excluded.form, value = excluded.value,
	reason = excluded.reason, by = excluded.by, at = excluded.at, seq = excluded.seq,
	pack = excluded.pack, blind = excluded.blind;

-- What all could see before a reader changed it.
-- :name answer_keep :exec
INSERT INTO answer (record, seat, question, form, value, reason, by, at, seq, pack, blind)
SELECT record, -1, question, form, value, reason, by, at, seq, pack, blind
FROM answer WHERE record = ?1 AND seat = 0 AND question = ?2 AND blind <> 1
ON CONFLICT (record, seat, question) DO UPDATE SET form = excluded.form, value = excluded.value,
	reason = excluded.reason, by = excluded.by, at = excluded.at, seq = excluded.seq,
	pack = excluded.pack, blind = excluded.blind;

-- :name answer_drop :exec
DELETE FROM answer WHERE record = ?1 AND seat = ?2 AND question = ?3;

-- The first reader's answers as they were when that seat was locked.
-- :name answers_lock :exec
INSERT INTO answer (record, seat, question, form, value, reason, by, at, seq, pack, blind)
SELECT record, 1, question, form, value, reason, by, at, seq, pack, blind
FROM answer WHERE record = ?1 AND seat = 0 AND blind = 1
ON CONFLICT (record, seat, question) DO UPDATE SET form = excluded.form, value = excluded.value,
	reason = excluded.reason, by = excluded.by, at = excluded.at, seq = excluded.seq,
	pack = excluded.pack, blind = excluded.blind;

-- A contest begins: the seats of the one before are in the events alone.
-- :name answers_unseat :exec
DELETE FROM answer WHERE record = ?1 AND seat > 0;

-- :name sat_clear :exec
DELETE FROM sat WHERE record = ?1;

-- :name sat_add :exec
INSERT INTO sat (record, seq, who, seat) VALUES (?1, ?2, ?3, ?4);

-- Rank stays, as with a blind answer; so does what readers are shown.
-- :name seat_lock :exec
UPDATE record SET seat = ?2, queue = ?3, due = ?4, moved = ?5, agreed = coalesce(?6, agreed),
	holder = NULL, held = NULL, wake = NULL, aside = NULL, late_seen = 0,
	version = version + 1
WHERE id = ?1;

-- :name clock_start :exec
INSERT INTO clock (record, name, started, due, late_seen) VALUES (?1, ?2, ?3, ?4, 0)
ON CONFLICT (record, name) DO UPDATE SET started = excluded.started, due = excluded.due,
	late_seen = 0;

-- :name clock_stop :exec
DELETE FROM clock WHERE record = ?1 AND name = ?2;

-- :name clock_stop_all :exec
DELETE FROM clock WHERE record = ?1;

-- :name clock_late_seen :exec
UPDATE clock SET late_seen = 1 WHERE record = ?1 AND name = ?2;

-- An alert that grew from another is of its line.
-- :name alert_add :exec
INSERT INTO alert (seq, record, name, body, due, at, by, level, grew, root, grown)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, nullif(?9, 0),
	coalesce((SELECT root FROM alert WHERE seq = ?9), ?1), 0);

-- :name alert_role_add :exec
INSERT INTO alert_role (alert, pos, role) VALUES (?1, ?2, ?3);

-- :name alert_grow :exec
UPDATE alert SET grown = 1 WHERE seq = ?1;

-- :name alert_ack :exec
UPDATE alert SET acked = ?2, acked_at = ?3, acked_by = ?4, acked_text = ?5
WHERE root = (SELECT root FROM alert WHERE seq = ?1) AND acked IS NULL;

-- :name link_add :exec
INSERT INTO link (seq, record, other, kind, reason, by, at, at_once)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- :name link_judge :exec
UPDATE link SET verdict = ?2, judged = ?3, judged_by = ?4 WHERE seq = ?1;

-- :name link_remove :exec
UPDATE link SET removed = ?2, removed_by = ?3 WHERE seq = ?1;

-- :name override_add :exec
INSERT INTO override (seq, record, transition, state, closed, reason, by, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

-- :name override_judge :exec
UPDATE override SET agreed = ?2, judged = ?3, second = ?4, second_reason = ?5 WHERE seq = ?1;

-- :name note_add :exec
INSERT INTO note (record, seq, by, at, body) VALUES (?1, ?2, ?3, ?4, ?5);

-- A record leaves its counters before it changes (?2 is -1) and joins those of its new
-- place after (?2 is 1): once for everybody and once for each staff code barred from it.
-- :name tally_shift :exec
INSERT INTO tally (who, type, state, queue, band, final, blind, home, n, held, asleep, unopened,
	fresh)
SELECT w.who, r.type, r.state, coalesce(r.queue, ''), coalesce(r.band, ''), r.final, r.blind,
	CASE r.blind WHEN 1 THEN coalesce(r.home_queue, '') ELSE '' END, ?2,
	?2 * (r.holder IS NOT NULL), ?2 * (r.holder IS NULL AND r.wake IS NOT NULL),
	?2 * (r.views = 0), ?2 * (r.blind = 1 AND r.base_views = 0)
FROM (SELECT '' AS who UNION ALL
	SELECT who FROM record_bar WHERE record = ?1 AND who NOT GLOB '@*') w
CROSS JOIN record r
WHERE r.id = ?1
ON CONFLICT (who, type, state, queue, band, final, blind, home) DO UPDATE SET
	n = n + excluded.n, held = held + excluded.held, asleep = asleep + excluded.asleep,
	unopened = unopened + excluded.unopened, fresh = fresh + excluded.fresh;

-- Opened records are counted without a look at the record: imports do it a million times.
-- :name tally_open :exec
INSERT INTO tally (who, type, state, queue, band, final, blind, home, n, held, asleep, unopened,
	fresh)
VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6, CASE ?6 WHEN 1 THEN ?4 ELSE '' END, 1, 0, 0, 1, ?6)
ON CONFLICT (who, type, state, queue, band, final, blind, home) DO UPDATE SET n = n + 1,
	unopened = unopened + 1, fresh = fresh + excluded.fresh;
