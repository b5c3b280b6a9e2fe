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
	due INTEGER,                   -- when the state must be left, or the first clock ends
	opened INTEGER NOT NULL,
	moved INTEGER NOT NULL,        -- last change of state or seat
	fields TEXT NOT NULL,          -- canonical JSON: field -> text or whole number
	holder TEXT,                   -- account that holds it
	held INTEGER,                  -- since when
	wake TEXT,                     -- day until which it is put aside, 2026-11-21
	aside TEXT,                    -- account that put it aside
	batch TEXT,                    -- import that brought it
	flag TEXT,                     -- changed_by_import
	parent TEXT,                   -- ref of the record it was opened under
	pack TEXT NOT NULL,            -- pack version whose rules it follows
	version INTEGER NOT NULL,      -- 1 when opened, one more with each change
	notes INTEGER NOT NULL,        -- how many
	views INTEGER NOT NULL,        -- how often it was sent to somebody
	alerts INTEGER NOT NULL,       -- how many that nobody has acknowledged
	final INTEGER NOT NULL,        -- 1: in a final state
	late_seen INTEGER NOT NULL,    -- 1: that the state's limit has passed was escalated
	seat INTEGER NOT NULL,         -- whose turn it is: 0 first, 1 second, 2 adjudicator
	agreed TEXT,                   -- yes, no: what the last two seats gave
	author TEXT,                   -- account whose locked answers to the seated form count
	drawn TEXT,                    -- the last quality pass it was drawn in, q1
	reading TEXT,                  -- in that pass: open, upheld, overturned, found
	query TEXT,                    -- open, answered: the least settled question on it
	blind INTEGER NOT NULL,        -- 1: readers see nothing that others did on it
	blind_from INTEGER,            -- seq of the event with which it first became so
	-- What readers are shown while it is blind: as it came into its state.
	home_queue TEXT,               -- queue then
	home_due INTEGER,              -- limit then
	home_moved INTEGER NOT NULL,   -- when that was
	base_version INTEGER NOT NULL, -- version when it first became blind, and what all see since
	base_views INTEGER NOT NULL,   -- views then
	opener TEXT NOT NULL,          -- account that opened it
	-- What pages are keyed by: with these one row value is a place in the order.
	place INTEGER AS (-rank) VIRTUAL,
	due_key INTEGER AS (ifnull(due, 9223372036854775807)) VIRTUAL,
	home_key INTEGER AS (ifnull(home_due, 9223372036854775807)) VIRTUAL
) STRICT;
CREATE INDEX record_place ON record(place, id);
CREATE INDEX record_due ON record(due_key, id);
CREATE INDEX record_home ON record(home_key, id);
-- Who waits, best first: the next case is the first row of it.
CREATE INDEX record_waits ON record(queue, place, id)
	WHERE holder IS NULL AND wake IS NULL AND queue IS NOT NULL;
-- Late ones are counted by queue, and those not yet escalated are found with it.
CREATE INDEX record_late ON record(queue, late_seen, due) WHERE due IS NOT NULL;
CREATE INDEX record_state ON record(state);
CREATE INDEX record_band ON record(band) WHERE band IS NOT NULL;
CREATE INDEX record_flag ON record(flag) WHERE flag IS NOT NULL;
CREATE INDEX record_holder ON record(holder) WHERE holder IS NOT NULL;
CREATE INDEX record_wake ON record(wake) WHERE wake IS NOT NULL;
CREATE INDEX record_parent ON record(parent, type, final) WHERE parent IS NOT NULL;
CREATE INDEX record_agreed ON record(agreed) WHERE agreed IS NOT NULL;
CREATE INDEX record_drawn ON record(drawn) WHERE drawn IS NOT NULL;
CREATE INDEX record_reading ON record(reading) WHERE reading IS NOT NULL;
CREATE INDEX record_query ON record(query) WHERE query IS NOT NULL;
CREATE INDEX record_alert ON record(id) WHERE alerts > 0;
CREATE INDEX record_blind ON record(home_queue, home_due) WHERE blind = 1;

CREATE TABLE record_text (
	record INTEGER NOT NULL REFERENCES record(id),
	name TEXT NOT NULL,            -- field of type text
	body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX record_text_key ON record_text(record, name);

CREATE TABLE record_bar (
	record INTEGER NOT NULL REFERENCES record(id),
	who TEXT NOT NULL,             -- may never see the record: a staff code, or @account
	PRIMARY KEY (record, who)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_bar_who ON record_bar(who, record);

-- What was opened under a record that is or was blind, directly or further down: while that
-- one is blind it does not exist for readers, but for what the pack calls evidence, nor does
-- what was opened under it.
CREATE TABLE shade (
	record INTEGER NOT NULL REFERENCES record(id),
	under INTEGER NOT NULL REFERENCES record(id), -- the blind one
	via INTEGER NOT NULL REFERENCES record(id),   -- the record itself, or one between the two
	by TEXT NOT NULL,              -- account that opened that
	PRIMARY KEY (record, under, via)
) STRICT, WITHOUT ROWID;
CREATE INDEX shade_under ON shade(under, record);

-- What each has done since a record first became blind: the only part of it that they see.
CREATE TABLE part (
	record INTEGER NOT NULL REFERENCES record(id),
	user TEXT NOT NULL,
	versions INTEGER NOT NULL,     -- changes made
	views INTEGER NOT NULL,        -- how often it was sent to them
	PRIMARY KEY (record, user)
) STRICT, WITHOUT ROWID;
CREATE INDEX part_user ON part(user, record);

CREATE TABLE did (
	record INTEGER NOT NULL REFERENCES record(id),
	seq INTEGER NOT NULL,          -- event of the move
	by TEXT NOT NULL,              -- account; an override has two
	transition TEXT NOT NULL,
	at INTEGER NOT NULL,
	cancelled INTEGER,             -- seq of the event that cancelled it
	PRIMARY KEY (record, seq, by)
) STRICT, WITHOUT ROWID;
CREATE INDEX did_by ON did(by, at);
CREATE INDEX did_transition ON did(transition, record);

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
	seat INTEGER NOT NULL,         -- 0: what counts; 1: the first's as locked; 2: the second's,
	                               -- or of a first reading that changed nothing,
	                               -- and -1: what all saw before a blind one replaced it
	question TEXT NOT NULL,
	form TEXT NOT NULL,
	value TEXT NOT NULL,
	reason TEXT NOT NULL,          -- empty: none
	by TEXT NOT NULL,
	at TEXT NOT NULL,              -- as in the event
	seq INTEGER NOT NULL,
	pack TEXT NOT NULL,            -- version of the form
	blind INTEGER NOT NULL,        -- 1: given while blind, hidden from other readers; 2: given
	                               -- since then in the open, hidden while it is read again
	PRIMARY KEY (record, seat, question)
) STRICT, WITHOUT ROWID;
-- Long answers are prose: nobody asks for all records with just that one.
CREATE INDEX answer_value ON answer(question, value, record)
	WHERE seat = 0 AND length(value) <= 40;
CREATE INDEX answer_seat ON answer(question, value, record) WHERE seat <> 0;

-- Who locked a seat in the contest that runs.
CREATE TABLE sat (
	record INTEGER NOT NULL REFERENCES record(id),
	seq INTEGER NOT NULL,          -- event of the locking
	who TEXT NOT NULL,             -- account
	seat INTEGER NOT NULL,         -- 0 first, 1 second
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
	record INTEGER NOT NULL REFERENCES record(id),
	seq INTEGER NOT NULL,
	by TEXT NOT NULL,
	at TEXT NOT NULL,
	body TEXT NOT NULL,
	PRIMARY KEY (record, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE clock (
	record INTEGER NOT NULL REFERENCES record(id),
	name TEXT NOT NULL,
	started INTEGER NOT NULL,      -- when it last began
	due INTEGER,                   -- when it ends; NULL: it has no limit
	late_seen INTEGER NOT NULL,    -- 1: that it ended was escalated
	PRIMARY KEY (record, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX clock_name ON clock(name, record);
CREATE INDEX clock_over ON clock(due) WHERE late_seen = 0 AND due IS NOT NULL;

CREATE TABLE alert (
	seq INTEGER PRIMARY KEY,       -- event that raised it
	record INTEGER NOT NULL REFERENCES record(id),
	name TEXT NOT NULL,            -- late, safeguarding, or the transition
	body TEXT NOT NULL,
	due INTEGER,                   -- when it grows unless acknowledged
	at INTEGER NOT NULL,
	by TEXT NOT NULL,
	level INTEGER NOT NULL,        -- steps up the chain
	grew INTEGER,                  -- alert it grew from
	root INTEGER NOT NULL,         -- first of its line
	grown INTEGER NOT NULL,        -- 1: another grew from it
	acked INTEGER,                 -- seq of the event that acknowledged its line
	acked_at INTEGER,              -- when
	acked_by TEXT,                 -- who has taken note
	acked_text TEXT                -- what they say is done
) STRICT;
CREATE INDEX alert_record ON alert(record, seq);
CREATE INDEX alert_root ON alert(root);
CREATE INDEX alert_open ON alert(seq) WHERE acked IS NULL;
CREATE INDEX alert_over ON alert(due) WHERE acked IS NULL AND grown = 0 AND due IS NOT NULL;
CREATE TABLE alert_role (
	alert INTEGER NOT NULL REFERENCES alert(seq), -- which
	pos INTEGER NOT NULL,          -- in the order they were given
	role TEXT NOT NULL,            -- who must acknowledge
	PRIMARY KEY (alert, pos)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_role_role ON alert_role(role, alert);

CREATE TABLE link (
	seq INTEGER PRIMARY KEY,       -- event that proposed it
	record INTEGER NOT NULL REFERENCES record(id),
	other INTEGER NOT NULL REFERENCES record(id), -- the second end
	kind TEXT NOT NULL,            -- link kind of the pack
	reason TEXT NOT NULL,
	by TEXT NOT NULL,
	at INTEGER NOT NULL,
	at_once INTEGER NOT NULL,      -- 1: it counts unless a second person says otherwise
	verdict TEXT,                  -- same, different, cannot_tell; NULL: nobody has judged
	judged INTEGER,                -- seq of that event
	judged_by TEXT,                -- account
	removed INTEGER,               -- seq of the event that removed it
	removed_by TEXT                -- account
) STRICT;
CREATE INDEX link_record ON link(record);
CREATE INDEX link_other ON link(other);
CREATE INDEX link_waits ON link(seq) WHERE verdict IS NULL AND removed IS NULL AND at_once = 0;

CREATE TABLE override (
	seq INTEGER PRIMARY KEY,       -- event that asked
	record INTEGER NOT NULL REFERENCES record(id),
	transition TEXT NOT NULL,
	state TEXT NOT NULL,
	closed TEXT NOT NULL,          -- canonical JSON: why the step was closed, list of texts
	reason TEXT NOT NULL,
	by TEXT NOT NULL,
	at INTEGER NOT NULL,
	agreed INTEGER,                -- 1 agreed, 0 refused; NULL: it waits
	judged INTEGER,                -- seq of that event
	second TEXT,                   -- account that judged
	second_reason TEXT             -- theirs
) STRICT;
CREATE INDEX override_waits ON override(seq) WHERE agreed IS NULL;
CREATE INDEX override_record ON override(record);

-- ---- quality ------------------------------------------------------------------
-- A quality pass: fixed, then drawn, then closed. Shares in thousandths of a per cent.
CREATE TABLE plan (
	seq INTEGER PRIMARY KEY,       -- event that fixed it
	plan TEXT NOT NULL UNIQUE,     -- q1
	rule TEXT NOT NULL,            -- plan of the pack that it follows, or empty
	kind TEXT NOT NULL,            -- second, elusion, known, lot
	label TEXT NOT NULL,           -- for people
	expr TEXT NOT NULL,            -- the frame
	always TEXT NOT NULL,          -- of the frame: read in any case; or empty
	found TEXT NOT NULL,           -- when a record counts as found; empty: overturned
	strata TEXT NOT NULL,          -- canonical JSON: attributes that divide the frame
	size INTEGER NOT NULL,         -- 0, as in all that follow: not given
	percent INTEGER NOT NULL,      -- of each stratum
	least INTEGER NOT NULL,        -- but no fewer of each
	first INTEGER NOT NULL,        -- and the first so many of each author
	days INTEGER NOT NULL,         -- of what moved in so many days
	share INTEGER NOT NULL,        -- to be shown: at most so much is bad
	confidence INTEGER NOT NULL,   -- with which
	allow INTEGER NOT NULL,        -- so many may be found
	aql INTEGER NOT NULL,          -- of lots
	whole INTEGER NOT NULL,        -- 1: when it fails the rest is read
	seed TEXT NOT NULL,            -- of the draw
	reason TEXT NOT NULL,
	by TEXT NOT NULL,
	at INTEGER NOT NULL,
	of TEXT,                       -- failed plan that it follows
	drawn INTEGER,                 -- seq of the draw
	frame TEXT,                    -- hash of the frame, hex
	head TEXT,                     -- of the log before the draw, hex
	head_seq INTEGER,              -- its number
	total INTEGER NOT NULL,        -- records in the frame
	sample INTEGER NOT NULL,       -- of these, drawn
	closed INTEGER,                -- seq of the end
	passed INTEGER,                -- 1: it passed
	text TEXT,                     -- what it says
	follow TEXT                    -- plan that reads the rest
) STRICT;
-- What was drawn: one row a reading.
CREATE TABLE item (
	seq INTEGER PRIMARY KEY,       -- event that opened the reading
	plan TEXT NOT NULL,            -- in which it was drawn
	place INTEGER NOT NULL,        -- in the order of the draw, from 1
	record INTEGER NOT NULL REFERENCES record(id),
	stratum TEXT NOT NULL,         -- name, or empty
	came TEXT NOT NULL,            -- state before
	seat INTEGER NOT NULL,         -- at which the reading began: 1, or 0: read for the first time
	author TEXT NOT NULL,          -- whose answers stood, or empty
	agreed TEXT,                   -- agreed of the record before
	stood INTEGER NOT NULL,        -- moved of the record before
	second TEXT,                   -- who read it again
	third TEXT,                    -- who decided
	differ TEXT NOT NULL,          -- canonical JSON: questions on which readers differ
	closed INTEGER,                -- seq of the end
	ended INTEGER,                 -- when that was
	result TEXT                    -- upheld, overturned, found
) STRICT;
CREATE UNIQUE INDEX item_place ON item(plan, place);
CREATE INDEX item_record ON item(record, seq);
CREATE UNIQUE INDEX item_open ON item(record) WHERE closed IS NULL;
-- What two have given who did not know of each other: a row a question, written when the
-- second of them locks.
CREATE TABLE pair (
	question TEXT NOT NULL,
	seq INTEGER NOT NULL,          -- event of that locking
	record INTEGER NOT NULL REFERENCES record(id),
	plan TEXT,                     -- quality pass in which the second one read
	first_by TEXT NOT NULL,        -- account
	second_by TEXT NOT NULL,       -- account
	third_by TEXT,                 -- who decided it
	first TEXT,                    -- answer; NULL: none
	second TEXT,                   -- answer; NULL: none
	final TEXT,                    -- what counts; while it is open, what both gave
	reason TEXT NOT NULL,          -- of the final answer, or empty
	open INTEGER NOT NULL,         -- 1: the record is blind still
	at INTEGER NOT NULL,
	PRIMARY KEY (question, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX pair_record ON pair(record, seq);
CREATE INDEX pair_open ON pair(record) WHERE open = 1;
-- Questions on work, to whoever did it.
CREATE TABLE query (
	seq INTEGER PRIMARY KEY,       -- event that raised it
	record INTEGER NOT NULL REFERENCES record(id),
	question TEXT NOT NULL,
	form TEXT NOT NULL,
	body TEXT NOT NULL,            -- what is asked
	by TEXT NOT NULL,
	who TEXT NOT NULL,             -- account that must answer
	transition TEXT,               -- step that returned the work with it
	at INTEGER NOT NULL,
	answer TEXT,                   -- theirs
	answered INTEGER,              -- when they gave it
	closed INTEGER,                -- seq of the event that closed it
	outcome TEXT                   -- what came of it
) STRICT;
CREATE INDEX query_record ON query(record, seq);
CREATE INDEX query_open ON query(seq) WHERE closed IS NULL;
CREATE INDEX query_who ON query(who, seq) WHERE closed IS NULL AND answered IS NULL;
-- Accounts whose queue paused or was let go on.
CREATE TABLE trainee (
	user TEXT PRIMARY KEY,
	since INTEGER NOT NULL,        -- seq of the event that let it go on, or 0
	paused INTEGER NOT NULL        -- 1: it pauses
) STRICT, WITHOUT ROWID;
-- Known-answer cases as they were read.
CREATE TABLE score (
	seq INTEGER PRIMARY KEY,
	user TEXT NOT NULL,
	record INTEGER NOT NULL REFERENCES record(id),
	plan TEXT NOT NULL,            -- in which it was drawn
	correct INTEGER NOT NULL,      -- answers as known
	known INTEGER NOT NULL,        -- answers that were known
	at INTEGER NOT NULL
) STRICT;
CREATE INDEX score_user ON score(user, seq);

-- Kept counters. who empty counts all records, else those barred to that staff code, so
-- that what somebody may not see is taken off without looking at a record.
CREATE TABLE tally (
	who TEXT NOT NULL,             -- empty: all records; else a staff code
	type TEXT NOT NULL,
	state TEXT NOT NULL,
	queue TEXT NOT NULL,           -- empty: none
	band TEXT NOT NULL,            -- empty: none
	final INTEGER NOT NULL,
	blind INTEGER NOT NULL,        -- 1: readers see nothing that others did
	home TEXT NOT NULL,            -- of blind ones: the queue that readers are shown
	n INTEGER NOT NULL,
	held INTEGER NOT NULL,         -- somebody holds them
	asleep INTEGER NOT NULL,       -- put aside and not held
	unopened INTEGER NOT NULL,     -- never sent to anybody
	fresh INTEGER NOT NULL,        -- of blind ones: never sent before they became blind
	PRIMARY KEY (who, type, state, queue, band, final, blind, home)
) STRICT, WITHOUT ROWID;

-- How words are spelt that stand or stood in a field of a record: each word without digits
-- under its keys, which words that are like it share (base/similar.h). There are as many
-- rows as there are different words, some 20 each, however many records.
CREATE TABLE spelling (
	key TEXT NOT NULL,             -- its first letters without none, one or two of them
	word TEXT NOT NULL,            -- folded
	PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;

-- ---- people, imports, packs ---------------------------------------------------
CREATE TABLE user (
	name TEXT PRIMARY KEY,
	fullname TEXT NOT NULL,        -- as people write it
	staff TEXT NOT NULL,           -- original staff code, or empty
	disabled INTEGER NOT NULL,     -- 1: closed; may no longer log on
	away TEXT,                     -- day from which they are back, as last said
	away_why TEXT                  -- the reason given
) STRICT, WITHOUT ROWID;
CREATE TABLE user_role (
	user TEXT NOT NULL REFERENCES user(name),
	pos INTEGER NOT NULL,          -- in the order they were given
	role TEXT NOT NULL,
	PRIMARY KEY (user, pos)
) STRICT, WITHOUT ROWID;
CREATE TABLE user_skill (
	user TEXT NOT NULL REFERENCES user(name),
	competence TEXT NOT NULL,      -- of the pack
	until TEXT NOT NULL,           -- last day on which it is held
	PRIMARY KEY (user, competence)
) STRICT, WITHOUT ROWID;

-- Expressions kept under a name, for an account or for a role; one of the two is empty. They
-- are read anew each time: another pack may make one of no use, and it is kept all the same.
CREATE TABLE saved_view (
	user TEXT NOT NULL,            -- account, or empty
	role TEXT NOT NULL,            -- role of the pack, or empty
	name TEXT NOT NULL,            -- as it was typed
	expr TEXT NOT NULL,            -- in the language, unread
	ordering TEXT NOT NULL,        -- rank, due ...; empty: the usual one
	by TEXT NOT NULL,              -- account that saved it last
	seq INTEGER NOT NULL,          -- event that did
	PRIMARY KEY (user, role, name)
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
