# SPDX-License-Identifier: MIT
# Many processes empty one queue: every application is served exactly once.
. "$LIB"

# drain N: that many processes call next until the answer is no
drain() {
	lookback demo "d$1" --applications 400 >/dev/null
	export LOOKBACK_DB="d$1/review.db"
	lookback user list --json | json name | head -n "$1" >users
	for user in $(cat users); do
		(
			code=0
			while [ "$code" -eq 0 ]; do
				lookback next --json --as "$user" >>"served-$1-$user" 2>/dev/null || code=$?
			done
			echo "$code" >"code-$1-$user"
		) &
	done
	wait
	is "$1 processes were served every application" "$(cat "served-$1"-* | json ref | sort -u | wc -l | tr -d ' ')" 400
	is "and none twice" "$(cat "served-$1"-* | wc -l | tr -d ' ')" 400
	is "until the answer was no, for each" "$(sort -u "code-$1"-*)" 1
	is "each holds what he was served" "$(lookback --as r01 count has:holder)" 400
}
drain 2
drain 45
exits 0 "and the whole verifies" lookback --as v1 verify
