-- SPDX-License-Identifier: MIT
-- Reading what belongs to one record, counters, leases. Lists and pages are composed
-- by page.c from constant pieces.

-- :name record_last :one
SELECT max(id) FROM record;

-- :name texts_of :many
SELECT name, body FROM record_text WHERE record = ?1 ORDER BY name;

-- Is anything hidden from anybody? Asked before each query, so that those from whom nothing
-- is hidden pay nothing more.
-- :name bar_any :one
SELECT EXISTS (SELECT 1 FROM record_bar WHERE who = ?1);

-- :name blind_any :one
SELECT EXISTS (SELECT 1 FROM record WHERE blind = 1);

-- :name shade_any :one
SELECT EXISTS (SELECT 1 FROM shade);

-- :name answers_of :many
SELECT form, question, value, reason, by, at, pack, seat, seq
FROM answer WHERE record = ?1 AND seat >= 0 ORDER BY seat, seq;

-- Every step for the rules: of the record, of its parent, of its children.
-- :name dids_of :many
SELECT transition, by, seq FROM did WHERE record = ?1
UNION ALL
SELECT 'opened', actor, seq FROM event WHERE seq = ?1
UNION ALL
SELECT 'parent.' || d.transition, d.by, d.seq FROM record p CROSS JOIN did d ON d.record = p.id
WHERE p.ref = ?3
UNION ALL
SELECT 'parent.opened', e.actor, e.seq FROM record p CROSS JOIN event e ON e.seq = p.id
WHERE p.ref = ?3
UNION ALL
SELECT c.type || '.' || d.transition, d.by, d.seq
FROM record c CROSS JOIN did d ON d.record = c.id WHERE c.parent = ?2
UNION ALL
SELECT c.type || '.opened', e.actor, e.seq
FROM record c CROSS JOIN event e ON e.seq = c.id WHERE c.parent = ?2
ORDER BY 3;

-- :name notes_of :many
SELECT seq, by, at, body FROM note WHERE record = ?1 ORDER BY seq;

-- :name clocks_of :many
SELECT name, due, started, late_seen FROM clock WHERE record = ?1 ORDER BY name;

-- :name seat_of :many
SELECT question, value, reason FROM answer WHERE record = ?1 AND seat = ?2 ORDER BY seq;

-- :name type_total :one
SELECT coalesce(sum(n), 0) FROM tally WHERE who = '' AND type = ?1;

-- :name type_children :one
SELECT count(*) FROM record WHERE parent IS NOT NULL AND type = ?1;

-- :name type_under :one
SELECT count(*) FROM record WHERE parent = ?2 AND type = ?1;

-- :name standing :many
SELECT type, state, pack, count(*) FROM record GROUP BY type, state, pack ORDER BY type, state, pack;

-- :name alert_roles_of :many
SELECT role FROM alert_role WHERE alert = ?1 ORDER BY pos;

-- Limits that have passed and are not yet escalated: of clocks, and of states, where it is
-- no clock's end that made the record late.
-- :name late_over :many
SELECT r.ref, c.name, c.due FROM clock c CROSS JOIN record r ON r.id = c.record
WHERE c.late_seen = 0 AND c.due IS NOT NULL AND c.due < ?1 AND r.final = 0
UNION ALL
SELECT r.ref, '', r.due
FROM (SELECT DISTINCT nullif(queue, '') AS queue FROM tally WHERE who = '') q CROSS JOIN record r
WHERE r.queue IS q.queue AND r.late_seen = 0 AND r.due IS NOT NULL AND r.due < ?1 AND r.final = 0
	AND NOT EXISTS (SELECT 1 FROM clock c WHERE c.record = r.id AND c.due = r.due)
LIMIT 100;

-- Queue by queue, because the index begins with it; NULL is a queue here.
-- :name late_all :one
SELECT coalesce(sum((SELECT count(*) FROM record r WHERE r.queue IS q.queue
	AND r.late_seen IN (0, 1) AND r.due < ?1 AND r.due IS NOT NULL)), 0)
FROM (SELECT DISTINCT nullif(queue, '') AS queue FROM tally WHERE who = '') q;

-- :name late_in :one
SELECT count(*) FROM record
WHERE queue = ?2 AND late_seen IN (0, 1) AND due < ?1 AND due IS NOT NULL;

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
