# SPDX-License-Identifier: MIT
# What somebody did to the file with plain sqlite3 is found, named and outlived.
. "$LIB"
lookback demo clean --applications 60 >/dev/null
LOOKBACK_DB=clean/review.db
export LOOKBACK_DB
lookback --as r01 next >/dev/null
lookback --as v1 head >anchor
exits 0 "the review verifies" lookback --as v1 verify --anchor anchor
service_gone clean/review.db

# damaged NAME SQL: a copy on which that was done
damaged() {
	mkdir "$1"
	cp clean/review.db "$1/review.db"
	sqlite3 "$1/review.db" "$2"
	LOOKBACK_DB=$1/review.db
}
no_triggers="SELECT 'DROP TRIGGER \"'||name||'\";' FROM sqlite_master WHERE type='trigger' AND tbl_name='event';"
sqlite3 clean/review.db "$no_triggers" >drop.sql
service_gone clean/review.db

damaged body "$(cat drop.sql) UPDATE event SET body=replace(body,'reviewer','supervisor') WHERE seq=9;"
exits 1 "an edited body is found" lookback --as v1 verify
holds "with its number" "$(cat .out)" "event 9"

damaged gone "$(cat drop.sql) DELETE FROM event WHERE seq=40;"
exits 1 "a removed event is found" lookback --as v1 verify
holds "with the gap" "$(cat .out)" "40"

damaged swap "$(cat drop.sql) UPDATE event SET seq=999999 WHERE seq=20;
UPDATE event SET seq=20 WHERE seq=21; UPDATE event SET seq=21 WHERE seq=999999;"
exits 1 "two events that changed places are found" lookback --as v1 verify
holds "with the first of them" "$(cat .out)" "event 20"

damaged more "$(cat drop.sql) INSERT INTO event (seq, at, actor, session, type, record, body, salt,
content, head) SELECT seq + 1, at, actor, session, type, record, body, salt, content, head FROM event
ORDER BY seq DESC LIMIT 1;"
exits 1 "an event that was put in is found" lookback --as v1 verify

damaged tail "$(cat drop.sql) DELETE FROM event WHERE seq>(SELECT max(seq)-2 FROM event);"
exits 1 "a cut tail is found with an anchor" lookback --as v1 verify --anchor anchor

table=$(sqlite3 clean/review.db "SELECT name FROM sqlite_master WHERE type='table' AND name='record';")
is "records are a table" "$table" record
damaged projection "UPDATE record SET state='closed_no_failure' WHERE ref=(SELECT min(ref) FROM record);"
exits 1 "an edited projection is found" lookback --as v1 verify
holds "with its table" "$(cat .out)" "record"
exits 7 "and nobody goes on working on it" lookback --as r01 next

head -c 4096 /dev/urandom >noise.db
exits 7 "what is no database is refused" lookback --db noise.db count
