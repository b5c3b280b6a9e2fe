-- SPDX-License-Identifier: MIT
-- Facts: written once, read in order.

-- :name event_insert :exec
INSERT INTO event (seq, at, actor, session, type, record, body, salt, request, content, head)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

-- :name event_last :one
SELECT seq, at, head FROM event ORDER BY seq DESC LIMIT 1;

-- :name event_count :one
SELECT count(*) FROM event;

-- What one request caused first: a repeated request gets its first answer.
-- :name event_by_request :one
SELECT seq FROM event WHERE request = ?1 AND request IS NOT NULL;

-- :name event_body :one
SELECT body FROM event WHERE seq = ?1;

-- The whole chain from one event on, as verification walks it.
-- :name event_walk :many
SELECT seq, at, actor, session, type, record, body, salt, content, head
FROM event WHERE seq > ?1 ORDER BY seq;

-- :name event_head :one
SELECT head FROM event WHERE seq = ?1;

-- A record is numbered by the event that opened it.
-- :name event_ref :one
SELECT record FROM event WHERE seq = ?1;

-- Which event last concerned a record: findings name it.
-- :name event_last_of_record :one
SELECT coalesce(max(seq), 0) FROM event WHERE record = ?1 AND record <> '';

-- ... and which one a family of types (user. to user/).
-- :name event_last_of_family :one
SELECT coalesce(max(seq), 0) FROM event WHERE type >= ?1 AND type < ?2;

-- Was the content of an event erased under authority?
-- :name event_erased :one
SELECT seq FROM event WHERE type = 'content.erased' AND json_extract(body, '$.seq') = ?1;

-- :name mark_get :one
SELECT seq, head FROM mark WHERE id = 1;

-- :name mark_set :exec
INSERT INTO mark (id, seq, head) VALUES (1, ?1, ?2)
ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, head = excluded.head;
