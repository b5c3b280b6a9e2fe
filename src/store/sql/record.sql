-- SPDX-License-Identifier: MIT
-- Reading what belongs to one record, counters, leases. Lists and pages are composed
-- by page.c from constant pieces.

-- :name record_last :one
SELECT max(id) FROM record;

-- :name texts_of :many
SELECT name, body FROM record_text WHERE record = ?1 ORDER BY name;

-- :name bars_of :many
SELECT staff FROM record_bar WHERE record = ?1 ORDER BY staff;

-- :name dids_of :many
SELECT transition, by FROM did WHERE record = ?1 ORDER BY seq;

-- :name answers_of :many
SELECT form, question, value, reason, by, at, pack, seat, seq
FROM answer WHERE record = ?1 ORDER BY seat, seq;

-- :name notes_of :many
SELECT seq, by, at, body FROM note WHERE record = ?1 ORDER BY seq;

-- All records, less those that the staff code of the viewer is barred from.
-- :name tally_list :many
SELECT a.type, a.state, a.queue, a.band, a.final, a.n - coalesce(b.n, 0),
	a.held - coalesce(b.held, 0), a.asleep - coalesce(b.asleep, 0),
	a.unopened - coalesce(b.unopened, 0)
FROM tally a LEFT JOIN tally b ON ?1 <> '' AND b.staff = ?1 AND b.type = a.type
	AND b.state = a.state AND b.queue = a.queue AND b.band = a.band AND b.final = a.final
WHERE a.staff = '' AND a.n > coalesce(b.n, 0)
ORDER BY a.type, a.state, a.queue, a.band, a.final;

-- :name tally_total :one
SELECT coalesce(sum(CASE staff WHEN '' THEN n ELSE -n END), 0)
FROM tally WHERE staff = '' OR staff = ?1;

-- Queue by queue, because the index begins with it; NULL is a queue here.
-- :name late_all :one
SELECT coalesce(sum((SELECT count(*) FROM record r
	WHERE r.queue IS q.queue AND r.due < ?1 AND r.due IS NOT NULL)), 0)
FROM (SELECT DISTINCT nullif(queue, '') AS queue FROM tally WHERE staff = '') q;

-- :name late_in :one
SELECT count(*) FROM record WHERE queue = ?2 AND due < ?1 AND due IS NOT NULL;

-- Those late ones that a staff code is barred from; ?2 empty: in any queue.
-- :name late_barred :one
SELECT count(*) FROM record_bar b CROSS JOIN record r ON r.id = b.record
WHERE b.staff = ?3 AND r.due < ?1 AND (?2 = '' OR r.queue = ?2);

-- :name moves_since :one
SELECT count(*) FROM did WHERE by = ?1 AND at >= ?2;

-- :name lease_put :exec
INSERT INTO lease (record, user, ends) VALUES (?1, ?2, ?3)
ON CONFLICT (record) DO UPDATE SET user = excluded.user, ends = excluded.ends;

-- :name lease_extend :exec
UPDATE lease SET ends = ?2 WHERE user = ?1;

-- :name lease_drop :exec
DELETE FROM lease WHERE record = ?1;

-- ---- full text ------------------------------------------------------------

-- :name search_fields :many
SELECT type, slot, name FROM search_field ORDER BY type, slot;

-- :name search_field_put :exec
INSERT INTO search_field (type, slot, name) VALUES (?1, ?2, ?3);

-- :name search_put :exec
INSERT INTO search (rowid, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18,
	c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
	?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33);

-- The words of a row must be given again to take it out: the index keeps no text.
-- :name search_drop :exec
INSERT INTO search (search, rowid, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18,
	c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31)
VALUES ('delete', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,
	?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33);

-- What of a record is in the index.
-- :name search_source :one
SELECT ref, type, fields FROM record WHERE id = ?1;

-- :name search_records :many
SELECT id FROM record WHERE type = ?1 ORDER BY id;
