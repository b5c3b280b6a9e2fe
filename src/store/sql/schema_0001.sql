-- SPDX-License-Identifier: MIT
-- The first schema. Facts stand in `event`; every other table is a projection, a
-- function of the events, but for the last section, which is neither.
-- Instants are milliseconds since 1970-01-01T00:00Z, but in `event`, where they are text.

-- ---- facts ------------------------------------------------------------------
CREATE TABLE event (
	seq INTEGER PRIMARY KEY,       -- from 1, without gaps
	at TEXT NOT NULL,              -- UTC, 2026-11-21T18:04:05.123Z; never before the previous one
	actor TEXT NOT NULL,           -- account; system for what the service does itself
	session TEXT NOT NULL,         -- 16 hex digits, one per connection
	type TEXT NOT NULL,            -- record.moved
	record TEXT NOT NULL,          -- reference of the record, or empty
	body TEXT,                     -- canonical JSON; NULL once erased
	salt BLOB,                     -- 16 random bytes; NULL once erased
	request BLOB,                  -- 16 bytes on the first event a request causes; not hashed
	content BLOB NOT NULL,         -- SHA-256 over salt and body
	head BLOB NOT NULL,            -- SHA-256 over the head before and this event
	CHECK (length(content) = 32 AND length(head) = 32)
) STRICT;
CREATE INDEX event_record ON event(record, seq) WHERE record <> '';
CREATE INDEX event_actor ON event(actor, seq);
CREATE INDEX event_type ON event(type, seq);
CREATE UNIQUE INDEX event_request ON event(request) WHERE request IS NOT NULL;

-- An event follows the last one. REPLACE walks past the other triggers unless
-- recursive_triggers is on; this one it cannot walk past.
CREATE TRIGGER event_follows BEFORE INSERT ON event
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)
BEGIN
	SELECT raise(ABORT, 'an event must follow the last one');
END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN
	SELECT raise(ABORT, 'events are never deleted');
END;
-- Content goes only when an event says under whose authority; all else stays.
CREATE TRIGGER event_fixed BEFORE UPDATE ON event
WHEN new.body IS NOT NULL OR new.salt IS NOT NULL OR new.seq <> old.seq OR new.at <> old.at
	OR new.actor <> old.actor OR new.session <> old.session OR new.type <> old.type
	OR new.record <> old.record OR new.request IS NOT old.request
	OR new.content <> old.content OR new.head <> old.head
	OR NOT EXISTS (SELECT 1 FROM event e WHERE e.type = 'content.erased'
		AND json_extract(e.body, '$.seq') = old.seq)
BEGIN
	SELECT raise(ABORT, 'events are never changed');
END;

-- ---- records ----------------------------------------------------------------
CREATE TABLE record (
	id INTEGER PRIMARY KEY,        -- seq of the event that opened it
	ref TEXT NOT NULL UNIQUE,      -- DVDS-2016-0001
	type TEXT NOT NULL,            -- record type of the pack
	state TEXT NOT NULL,
	queue TEXT,                    -- role that is served from here; NULL: nobody is
	band TEXT,
	rank INTEGER NOT NULL,         -- ordering key; the highest is served first
	due INTEGER,                   -- when the state must be left
	opened INTEGER NOT NULL,
	moved INTEGER NOT NULL,        -- last change of state
	holder TEXT,                   -- account that holds it
	held INTEGER,                  -- since when
	wake TEXT,                     -- day until which it is put aside, 2026-11-21
	batch TEXT,                    -- import that brought it
	flag TEXT,                     -- changed_by_import
	parent TEXT,                   -- ref of the record it was opened under
	pack TEXT NOT NULL,            -- pack version it was opened under
	version INTEGER NOT NULL,      -- 1 when opened, one more with each change
	notes INTEGER NOT NULL,        -- how many
	views INTEGER NOT NULL,        -- how often it was sent to somebody
	final INTEGER NOT NULL,        -- 1: in a final state
	fields TEXT NOT NULL,          -- canonical JSON: field -> text or whole number
	-- What pages are keyed by: with these one row value is a place in the order.
	place INTEGER AS (-rank) VIRTUAL,
	due_key INTEGER AS (ifnull(due, 9223372036854775807)) VIRTUAL
) STRICT;
CREATE INDEX record_place ON record(place, id);
CREATE INDEX record_due ON record(due_key, id);
-- Who waits, best first: the next case is the first row of it.
CREATE INDEX record_waits ON record(queue, place, id)
	WHERE holder IS NULL AND wake IS NULL AND queue IS NOT NULL;
CREATE INDEX record_late ON record(queue, due) WHERE due IS NOT NULL;
CREATE INDEX record_state ON record(state);
CREATE INDEX record_band ON record(band) WHERE band IS NOT NULL;
CREATE INDEX record_flag ON record(flag) WHERE flag IS NOT NULL;
CREATE INDEX record_holder ON record(holder) WHERE holder IS NOT NULL;
CREATE INDEX record_wake ON record(wake) WHERE wake IS NOT NULL;

CREATE TABLE record_text (
	record INTEGER NOT NULL REFERENCES record(id),
	name TEXT NOT NULL,            -- field of type text
	body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_text_key ON record_text(record, name);

CREATE TABLE record_bar (
	record INTEGER NOT NULL REFERENCES record(id),
	staff TEXT NOT NULL,           -- staff code whose holder may never see the record
	PRIMARY KEY (record, staff)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_bar_staff ON record_bar(staff, record);

CREATE TABLE did (
	record INTEGER NOT NULL REFERENCES record(id),
	seq INTEGER NOT NULL,          -- event of the move
	transition TEXT NOT NULL,
	by TEXT NOT NULL,              -- account
	at INTEGER NOT NULL,
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX did_by ON did(by, at);

-- A claim is open while to_seq is NULL; two open ones of a record cannot be.
CREATE TABLE claim (
	record INTEGER NOT NULL REFERENCES record(id),
	from_seq INTEGER NOT NULL,     -- event that began it
	holder TEXT NOT NULL,          -- account that held it
	to_seq INTEGER,                -- event that ended it
	PRIMARY KEY (record, from_seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX claim_one ON claim(record) WHERE to_seq IS NULL;

CREATE TABLE answer (
	record INTEGER NOT NULL REFERENCES record(id),
	seat INTEGER NOT NULL,         -- 0: the first opinion
	question TEXT NOT NULL,
	form TEXT NOT NULL,
	value TEXT NOT NULL,
	reason TEXT NOT NULL,          -- empty: none
	by TEXT NOT NULL,
	at TEXT NOT NULL,              -- as in the event
	seq INTEGER NOT NULL,
	pack TEXT NOT NULL,            -- version of the form
	PRIMARY KEY (record, seat, question)
) STRICT, WITHOUT ROWID;
-- Long answers are prose: nobody asks for all records with just that one.
CREATE INDEX answer_value ON answer(question, value, record)
	WHERE seat = 0 AND length(value) <= 40;

CREATE TABLE note (
	record INTEGER NOT NULL REFERENCES record(id),
	seq INTEGER NOT NULL,
	by TEXT NOT NULL,
	at TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;

-- Kept counters. staff empty counts all records, else those barred to that code,
-- so that what somebody may not see is taken off without looking at a record.
CREATE TABLE tally (
	staff TEXT NOT NULL,           -- empty: all records
	type TEXT NOT NULL,
	state TEXT NOT NULL,
	queue TEXT NOT NULL,           -- empty: none
	band TEXT NOT NULL,            -- empty: none
	final INTEGER NOT NULL,
	n INTEGER NOT NULL,
	held INTEGER NOT NULL,         -- somebody holds them
	asleep INTEGER NOT NULL,       -- put aside and not held
	unopened INTEGER NOT NULL,     -- never sent to anybody
	PRIMARY KEY (staff, type, state, queue, band, final)
) STRICT, WITHOUT ROWID;

-- ---- people, imports, packs ---------------------------------------------------
CREATE TABLE user (
	name TEXT PRIMARY KEY,
	fullname TEXT NOT NULL,        -- as people write it
	staff TEXT NOT NULL,           -- original staff code, or empty
	disabled INTEGER NOT NULL      -- 1: closed; may no longer log on
) STRICT, WITHOUT ROWID;
CREATE TABLE user_role (
	user TEXT NOT NULL REFERENCES user(name),
	pos INTEGER NOT NULL,          -- in the order they were given
	role TEXT NOT NULL,
	PRIMARY KEY (user, pos)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
	batch TEXT PRIMARY KEY,
	seq INTEGER NOT NULL,
	file TEXT NOT NULL,
	source TEXT NOT NULL,
	map TEXT NOT NULL,
	sha256 TEXT NOT NULL,          -- of the file
	at TEXT NOT NULL,
	by TEXT NOT NULL,
	rows_read INTEGER NOT NULL,
	added INTEGER NOT NULL,
	same INTEGER NOT NULL,
	changed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_version (
	seq INTEGER PRIMARY KEY,       -- event that holds its files; the last is in force
	id TEXT NOT NULL,              -- hex SHA-256
	name TEXT NOT NULL
) STRICT;

CREATE TABLE review (
	seq INTEGER PRIMARY KEY,
	title TEXT NOT NULL,
	training INTEGER NOT NULL,
	owner TEXT NOT NULL
) STRICT;

-- ---- neither facts nor projections ---------------------------------------------
-- The heartbeat of a claim.
CREATE TABLE lease (
	record INTEGER PRIMARY KEY,
	user TEXT NOT NULL,
	ends INTEGER NOT NULL
) STRICT;
CREATE INDEX lease_user ON lease(user);

-- How far the chain was last found good.
CREATE TABLE mark (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	seq INTEGER NOT NULL,
	head BLOB NOT NULL
) STRICT;

-- References seen in the import that is running; empty between imports.
CREATE TABLE scratch (
	ref TEXT PRIMARY KEY,
	line INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which texts are in the full-text index, and in which column of it.
CREATE TABLE search_field (
	type TEXT NOT NULL,
	slot INTEGER NOT NULL CHECK (slot BETWEEN 1 AND 31),
	name TEXT NOT NULL,
	PRIMARY KEY (type, slot),
	UNIQUE (type, name)
) STRICT;
-- One row a record under its id; c0 is the reference, the others as search_field says.
-- Words are cut and folded by the program (tokenizer lookback), so that a search here
-- and one in memory agree.
CREATE VIRTUAL TABLE search USING fts5(
	c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15,
	c16, c17, c18, c19, c20, c21, c22, c23, c24, c25, c26, c27, c28, c29, c30, c31,
	content='', columnsize=0, tokenize='lookback');
