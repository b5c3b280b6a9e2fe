-- SPDX-License-Identifier: MIT
-- Accounts, imports, packs, the review itself: projected and read.

-- :name user_put :exec
INSERT INTO user (name, fullname, staff, disabled) VALUES (?1, ?2, ?3, 0);

-- :name user_close :exec
UPDATE user SET disabled = 1 WHERE name = ?1;

-- :name user_away :exec
UPDATE user SET away = ?2, away_why = ?3 WHERE name = ?1;

-- :name role_put :exec
INSERT INTO user_role (user, pos, role) VALUES (?1, ?2, ?3);

-- :name role_clear :exec
DELETE FROM user_role WHERE user = ?1;

-- :name skill_put :exec
INSERT INTO user_skill (user, competence, until) VALUES (?1, ?2, ?3)
ON CONFLICT (user, competence) DO UPDATE SET until = excluded.until;

-- :name skill_list :many
SELECT competence, until FROM user_skill WHERE user = ?1 ORDER BY competence;

-- :name user_one :one
SELECT name, fullname, staff, disabled, away, away_why FROM user WHERE name = ?1;

-- :name user_list :many
SELECT name, fullname, staff, disabled, away, away_why FROM user ORDER BY name;

-- :name role_list :many
SELECT role FROM user_role WHERE user = ?1 ORDER BY pos;

-- :name view_put :exec
INSERT INTO saved_view (user, role, name, expr, ordering, by, seq)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
ON CONFLICT (user, role, name) DO UPDATE SET expr = excluded.expr,
	ordering = excluded.ordering, by = excluded.by, seq = excluded.seq;

-- :name view_drop :exec
DELETE FROM saved_view WHERE user = ?1 AND role = ?2 AND name = ?3;

-- Those of an account (role is empty) or of a role (user is empty).
-- :name view_list :many
SELECT name, expr, ordering, by FROM saved_view WHERE user = ?1 AND role = ?2 ORDER BY name;

-- :name batch_put :exec
INSERT INTO batch (batch, seq, file, source, map, sha256, at, by, rows_read, added, same, changed)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12);

-- :name batch_one :one
SELECT batch, file, source, map, sha256, at, by, rows_read, added, same, changed
FROM batch WHERE batch = ?1;

-- :name batch_list :many
SELECT batch, file, source, map, sha256, at, by, rows_read, added, same, changed
FROM batch ORDER BY seq;

-- :name pack_put :exec
INSERT INTO pack_version (seq, id, name) VALUES (?1, ?2, ?3);

-- :name review_put :exec
INSERT INTO review (seq, title, training, owner) VALUES (?1, ?2, ?3, ?4);

-- :name review_one :one
SELECT title, training, owner FROM review ORDER BY seq LIMIT 1;

-- Its files stay where they were said: in the body of the event.
-- :name pack_last :one
SELECT p.id, p.name, e.body FROM pack_version p JOIN event e ON e.seq = p.seq
ORDER BY p.seq DESC LIMIT 1;

-- :name pack_body :one
SELECT e.body FROM pack_version p JOIN event e ON e.seq = p.seq WHERE p.id = ?1
ORDER BY p.seq DESC LIMIT 1;

-- :name scratch_put :exec
INSERT INTO scratch (ref, line) VALUES (?1, ?2) ON CONFLICT DO NOTHING;

-- :name scratch_line :one
SELECT line FROM scratch WHERE ref = ?1;

-- :name scratch_clear :exec
DELETE FROM scratch;
