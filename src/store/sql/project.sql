-- SPDX-License-Identifier: MIT
-- Projections of records. Run by the projection code and by nothing else.

-- :name record_open :exec
INSERT INTO record (id, ref, type, state, queue, band, rank, due, opened, moved, batch, parent,
	pack, version, notes, views, final, fields)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, ?12, 1, 0, 0, 0, ?13);

-- :name record_key :one
SELECT id, type, holder, fields, views FROM record WHERE ref = ?1;

-- :name record_change :exec
UPDATE record SET rank = ?2, flag = coalesce(?3, flag), version = version + 1 WHERE id = ?1;

-- Apart from the rest, because each index over a field is written anew with it.
-- :name record_fields :exec
UPDATE record SET fields = ?2 WHERE id = ?1;

-- :name record_hold :exec
UPDATE record SET holder = ?2, held = ?3 WHERE id = ?1;

-- :name record_free :exec
UPDATE record SET holder = NULL, held = NULL WHERE id = ?1;

-- :name record_defer :exec
UPDATE record SET holder = NULL, held = NULL, wake = ?2, version = version + 1 WHERE id = ?1;

-- :name record_wake :exec
UPDATE record SET wake = NULL WHERE id = ?1;

-- :name record_assign :exec
UPDATE record SET holder = ?2, held = ?3, wake = NULL, version = version + 1 WHERE id = ?1;

-- :name record_move :exec
UPDATE record SET state = ?2, queue = ?3, band = ?4, rank = ?5, due = ?6, final = ?7, moved = ?8,
	holder = NULL, held = NULL, wake = NULL, version = version + 1
WHERE id = ?1;

-- :name record_rank :exec
UPDATE record SET rank = ?2, version = version + 1 WHERE id = ?1;

-- :name record_noted :exec
UPDATE record SET notes = notes + 1 WHERE id = ?1;

-- :name record_seen :exec
UPDATE record SET views = views + 1 WHERE id = ?1;

-- :name text_put :exec
INSERT INTO record_text (record, name, body) VALUES (?1, ?2, ?3)
ON CONFLICT (record, name) DO UPDATE SET body = excluded.body;

-- :name text_drop :exec
DELETE FROM record_text WHERE record = ?1 AND name = ?2;

-- :name bar_put :exec
INSERT INTO record_bar (record, staff) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- :name bar_clear :exec
DELETE FROM record_bar WHERE record = ?1;

-- A second open claim of one record breaks claim_one.
-- :name claim_begin :exec
INSERT INTO claim (record, from_seq, holder) VALUES (?1, ?2, ?3);

-- :name claim_end :exec
UPDATE claim SET to_seq = ?2 WHERE record = ?1 AND to_seq IS NULL;

-- :name did_add :exec
INSERT INTO did (record, seq, transition, by, at) VALUES (?1, ?2, ?3, ?4, ?5);

-- :name answer_put :exec
INSERT INTO answer (record, seat, question, form, value, reason, by, at, seq, pack)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
ON CONFLICT (record, seat, question) DO UPDATE SET form = excluded.form, value = excluded.value,
	reason = excluded.reason, by = excluded.by, at = excluded.at, seq = excluded.seq,
	pack = excluded.pack;

-- :name answer_drop :exec
DELETE FROM answer WHERE record = ?1 AND seat = ?2 AND question = ?3;

-- :name note_add :exec
INSERT INTO note (record, seq, by, at, body) VALUES (?1, ?2, ?3, ?4, ?5);

-- A record leaves its counters before it changes (?2 is -1) and joins those of its new
-- place after (?2 is 1): once for everybody and once for each staff code barred from it.
-- :name tally_shift :exec
INSERT INTO tally (staff, type, state, queue, band, final, n, held, asleep, unopened)
SELECT w.staff, r.type, r.state, coalesce(r.queue, ''), coalesce(r.band, ''), r.final, ?2,
	?2 * (r.holder IS NOT NULL), ?2 * (r.holder IS NULL AND r.wake IS NOT NULL),
	?2 * (r.views = 0)
FROM (SELECT '' AS staff UNION ALL SELECT staff FROM record_bar WHERE record = ?1) w
CROSS JOIN record r
WHERE r.id = ?1
ON CONFLICT (staff, type, state, queue, band, final) DO UPDATE SET n = n + excluded.n,
	held = held + excluded.held, asleep = asleep + excluded.asleep,
	unopened = unopened + excluded.unopened;

-- Opened records are counted without a look at the record: imports do it a million times.
-- :name tally_open :exec
INSERT INTO tally (staff, type, state, queue, band, final, n, held, asleep, unopened)
VALUES (?1, ?2, ?3, ?4, ?5, 0, 1, 0, 0, 1)
ON CONFLICT (staff, type, state, queue, band, final) DO UPDATE SET n = n + 1,
	unopened = unopened + 1;
