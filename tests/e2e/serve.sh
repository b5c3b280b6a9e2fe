# SPDX-License-Identifier: MIT
# A review of one's own: made, served in the foreground, staffed, stopped.
. "$LIB"
export LOOKBACK_DB=review.db
exits 2 "a pack must be named" lookback init
exits 0 "a pack is checked" lookback pack check "$REPOSITORY/config/clares-law"
exits 0 "a database is made" lookback init --pack "$REPOSITORY/config/clares-law"
is "for the owner alone" "$(stat -c %a review.db)" 600
exits 3 "an existing one is left alone" lookback init --pack clares-law
"$BIN" serve 2>served &
service=$!
until_there review.db.sock
exits 0 "an account is added" lookback user add ann reviewer triage_officer --full "Siân ap Rhys"
lookback user add vic auditor 2>/dev/null
holds "and listed" "$(lookback --json user list)" '"full":"Siân ap Rhys"'
is "the one service is that in the foreground" "$(lookback --as vic --json log --type session.opened | wc -l | tr -d ' ')" 4
exits 5 "a second one finds it there" lookback serve
is "it is empty" "$(lookback --as ann count)" 0
exits 1 "so nothing waits" lookback --as ann next
holds "the pack in force can be read" "$(lookback pack show)" "clares_law"
kill -TERM "$service"
code=0
wait "$service" || code=$?
is "it stops when told" "$code" 0
[ ! -S review.db.sock ] || not_ok "and takes its socket away"
ok "and takes its socket away"
exits 0 "what it kept verifies" lookback --as vic verify
