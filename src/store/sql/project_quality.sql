-- SPDX-License-Identifier: MIT
-- Projections of quality passes. Run by the projection code and by nothing else.

-- :name plan_fix :exec
INSERT INTO plan (seq, plan, rule, kind, label, expr, always, found, strata, size, percent, least,
	first, days, share, confidence, allow, aql, whole, seed, reason, by, at, of, total, sample)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20,
	?21, ?22, ?23, ?24, 0, 0);

-- :name plan_draw :exec
UPDATE plan SET drawn = ?2, frame = ?3, head = ?4, head_seq = ?5, total = ?6, sample = ?7
WHERE plan = ?1;

-- :name plan_close :exec
UPDATE plan SET closed = ?2, passed = ?3, text = ?4, follow = ?5 WHERE plan = ?1;

-- :name item_add :exec
INSERT INTO item (seq, plan, place, record, stratum, came, seat, author, agreed, differ, stood)
SELECT ?2, ?3, ?4, ?1, ?5, ?6, ?7, ?8, agreed, '[]', moved FROM record WHERE id = ?1;

-- What readers are shown begins anew; ?7 is the queue they are shown.
-- :name reading_open :exec
UPDATE record SET state = ?2, queue = ?3, rank = ?4, due = ?5, final = 0, moved = ?6, holder = NULL,
	held = NULL, wake = NULL, aside = NULL, version = version + 1, late_seen = 0,
	home_queue = ?7, home_due = ?5, home_moved = ?6, blind = 1, seat = ?8, agreed = NULL,
	blind_from = ?9, base_version = ?10, base_views = ?11, author = ?12, drawn = ?13,
	reading = 'open'
WHERE id = ?1;

-- What was answered in the open since then is not shown to who reads it again.
-- :name answers_cover :exec
UPDATE answer SET blind = 2 WHERE record = ?1 AND seat = 0 AND blind = 0 AND seq > ?2;

-- :name answers_uncover :exec
UPDATE answer SET blind = 0 WHERE record = ?1 AND blind = 2;

-- What was opened under it since it came there: hidden like what is opened while it is blind.
-- :name shade_below :exec
WITH RECURSIVE below(id, ref, via, by) AS (
	SELECT c.id, c.ref, c.id, c.opener FROM record c
	WHERE c.parent IS NOT NULL AND c.parent = ?2 AND c.id > ?3
	UNION
	SELECT c.id, c.ref, b.via, b.by FROM below b CROSS JOIN record c
	WHERE c.parent IS NOT NULL AND c.parent = b.ref
	UNION
	SELECT c.id, c.ref, c.id, c.opener FROM below b CROSS JOIN record c
	WHERE c.parent IS NOT NULL AND c.parent = b.ref)
INSERT INTO shade (record, under, via, by) SELECT id, ?1, via, by FROM below WHERE 1
ON CONFLICT (record, under, via) DO NOTHING;

-- The open reading of a record goes on.
-- :name item_second :exec
UPDATE item SET second = ?2, differ = ?3 WHERE record = ?1 AND closed IS NULL;

-- :name item_third :exec
UPDATE item SET third = ?2 WHERE record = ?1 AND closed IS NULL;

-- Whose turn it was says who ended it.
-- :name item_close :exec
UPDATE item SET closed = ?2, ended = ?3, result = ?4,
	differ = CASE differ WHEN '[]' THEN ?5 ELSE differ END,
	second = CASE (SELECT seat FROM record WHERE id = ?1) WHEN 0 THEN coalesce(second, ?6)
		ELSE second END,
	third = CASE (SELECT seat FROM record WHERE id = ?1) WHEN 2 THEN coalesce(third, ?6)
		ELSE third END
WHERE record = ?1 AND closed IS NULL;

-- :name record_reading :exec
UPDATE record SET reading = ?2 WHERE id = ?1;

-- :name reading_back :exec
UPDATE record SET state = ?2, queue = ?3, rank = ?4, due = ?5, final = ?6, holder = NULL,
	held = NULL, wake = NULL, aside = NULL, version = version + 1,
	base_version = base_version + 1, late_seen = 0, home_queue = ?3, home_due = ?5, blind = 0,
	seat = 0, (moved, home_moved, agreed, author) =
	(SELECT stood, stood, agreed, nullif(author, '') FROM item WHERE seq = ?7)
WHERE id = ?1;

-- :name item_current :one
SELECT seq, seat FROM item WHERE record = ?1 AND closed IS NULL;

-- What somebody gave in the reading in place of what all could see: back comes the latter.
-- :name answers_recall :exec
UPDATE answer SET seat = -2 WHERE record = ?1 AND seat = -1 AND question IN (
	SELECT w.question FROM answer w WHERE w.record = ?1 AND w.seat = 0 AND w.blind = 1
	AND w.seq > ?2 AND NOT EXISTS (SELECT 1 FROM answer o WHERE o.record = ?1 AND o.seat = 1
		AND o.question = w.question AND o.seq < ?2));

-- :name answers_recalled :exec
UPDATE answer SET seat = 0 WHERE record = ?1 AND seat = -2;

-- :name answers_drop_blind :exec
DELETE FROM answer WHERE record = ?1 AND seat = 0 AND blind = 1;

-- :name answers_stand_again :exec
INSERT INTO answer (record, seat, question, form, value, reason, by, at, seq, pack, blind)
SELECT record, 0, question, form, value, reason, by, at, seq, pack, blind
FROM answer WHERE record = ?1 AND seat = 1;

-- Answers of who read it for the first time are kept, and count no more.
-- :name answers_aside :exec
UPDATE answer SET seat = 2 WHERE record = ?1 AND seat = 0 AND blind = 1;

-- :name answers_second_drop :exec
DELETE FROM answer WHERE record = ?1 AND seat = 2;

-- :name did_undo :exec
UPDATE did SET cancelled = ?3 WHERE record = ?1 AND seq > ?2 AND cancelled IS NULL;

-- What was given since the last second reader locked; known answers are no contest.
-- :name pair_add :exec
INSERT INTO pair (question, seq, record, plan, first_by, second_by, first, second, final, reason,
	open, at)
SELECT q.question, ?2, ?1, (SELECT plan FROM item WHERE record = ?1 AND closed IS NULL),
	coalesce((SELECT who FROM sat WHERE record = ?1 AND seat = 0 ORDER BY seq DESC LIMIT 1), ''),
	?3, a.value, b.value, CASE WHEN a.value = b.value THEN a.value END, '', 1, ?4
FROM (SELECT DISTINCT question FROM answer WHERE record = ?1 AND seat IN (1, 2)) q
LEFT JOIN answer a ON a.record = ?1 AND a.seat = 1 AND a.question = q.question
LEFT JOIN answer b ON b.record = ?1 AND b.seat = 2 AND b.question = q.question
WHERE max(ifnull(a.seq, 0), ifnull(b.seq, 0)) >
	(SELECT ifnull(max(seq), 0) FROM sat WHERE record = ?1 AND seat = 1)
	AND NOT EXISTS (SELECT 1 FROM item i JOIN plan p ON p.plan = i.plan
		WHERE i.record = ?1 AND i.closed IS NULL AND p.kind = 'known');

-- Somebody else's answer in place of the first one's is the third person's.
-- :name pair_close :exec
UPDATE pair SET open = 0, (final, reason) = (SELECT max(w.value), ifnull(max(w.reason), '')
		FROM answer w WHERE w.record = ?1 AND w.seat = 0 AND w.question = pair.question),
	third_by = (SELECT w.by FROM answer w WHERE w.record = ?1 AND w.seat = 0
		AND w.question = pair.question AND w.by IS NOT (SELECT o.by FROM answer o
			WHERE o.record = ?1 AND o.seat = 1 AND o.question = pair.question))
WHERE record = ?1 AND open = 1;

-- :name record_author :exec
UPDATE record SET author = ?2 WHERE id = ?1;

-- Nobody locked: whoever answered and took the step.
-- :name record_author_alone :exec
UPDATE record SET author = ?2
WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM sat WHERE record = ?1)
	AND EXISTS (SELECT 1 FROM answer WHERE record = ?1 AND seat = 0 AND blind = 1 AND by = ?2);

-- :name score_add :exec
INSERT INTO score (seq, user, record, plan, correct, known, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);

-- :name reading_scored :exec
UPDATE record SET seat = 1, holder = NULL, held = NULL, wake = NULL, aside = NULL,
	late_seen = 0, version = version + 1
WHERE id = ?1;

-- :name trainee_pause :exec
INSERT INTO trainee (user, since, paused) VALUES (?1, 0, 1)
ON CONFLICT (user) DO UPDATE SET paused = 1;

-- :name trainee_resume :exec
INSERT INTO trainee (user, since, paused) VALUES (?1, ?2, 0)
ON CONFLICT (user) DO UPDATE SET since = excluded.since, paused = 0;

-- :name query_raise :exec
INSERT INTO query (seq, record, question, form, body, by, who, transition, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);

-- :name query_answer :exec
UPDATE query SET answer = ?2, answered = ?3 WHERE seq = ?1;

-- :name query_close :exec
UPDATE query SET closed = ?2, outcome = ?3 WHERE seq = ?1;

-- :name record_query :exec
UPDATE record SET query = (SELECT CASE WHEN count(*) = 0 THEN NULL
		WHEN sum(answered IS NULL) > 0 THEN 'open' ELSE 'answered' END
	FROM query WHERE record = ?1 AND closed IS NULL)
WHERE id = ?1;
