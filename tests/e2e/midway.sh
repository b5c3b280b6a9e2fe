# SPDX-License-Identifier: MIT
# Weeks of work by a whole team, through the service: the shares are there and all verifies.
. "$LIB"
exits 0 "a review midway is made" lookback demo d --applications 600 --stage midway
export LOOKBACK_DB=d/review.db
is "two fifths wait for triage" "$(lookback --as s1 count state:triage)" 240
[ "$(lookback --as s1 count 'state:(closed_no_failure, failure_found)')" -gt 30 ] ||
	not_ok "some are signed off"
ok "some are signed off"
is "a dozen are held half done" "$(lookback --as s1 count has:holder state:triage)" 12
exits 0 "and the whole verifies" lookback --as v1 verify
lookback --as v1 --json log --type record.moved | json actor | sort -u >people
[ "$(wc -l <people)" -ge 45 ] || not_ok "everybody took part"
ok "everybody took part"
