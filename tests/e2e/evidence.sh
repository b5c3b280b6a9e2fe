# SPDX-License-Identifier: MIT
# A second reader sees what a check found, and nothing that the first one thought of it.
. "$LIB"
lookback demo d --applications 60 >/dev/null
export LOOKBACK_DB=d/review.db
ref=$(lookback --as r01 --json next | json ref)
lookback --as r01 decide "$ref" triage_red route_seen=right_to_ask outcome_seen=yes disclosed_seen=no \
	identified=yes checks_seen=all adverse_now=no serious=no contact_now=apart dependants=neither \
	later_incident=no other_partner=no urgent=no 2>/dev/null
lookback --as r02 next "ref:$ref" >/dev/null
lookback --as r02 open check --under "$ref" system=pnd asked="spellings" >/dev/null 2>&1
exits 3 "a review is not finished over a check that is still to do" lookback --as r02 decide "$ref" finish_review
lookback --as r02 note "$ref-K1" "zebra: I think this was a failure" 2>/dev/null
exits 0 "it waits for research" lookback --as r02 decide "$ref" ask_research
lookback --as w1 claim "$ref-K1" >/dev/null
exits 3 "one key alone is no no-trace" lookback --as w1 decide "$ref-K1" found_no_trace keys_searched=name \
	variants=1 searched_on=today adverse=not_applicable differs=same
exits 0 "three searches are" lookback --as w1 decide "$ref-K1" found_no_trace keys_searched=name,spellings \
	variants=4 searched_on=today adverse=not_applicable differs=same
is "and the review comes back by itself" "$(lookback --as s1 --json show "$ref" | json state)" review
holds "the supervisor reads the note" "$(lookback --as s1 show "$ref-K1")" zebra
holds "who wrote it does" "$(lookback --as r02 show "$ref-K1")" zebra
is "another reader does not" "$(lookback --as r03 show "$ref-K1" | grep -c zebra)" 0
holds "but what was found" "$(lookback --as r03 show "$ref-K1")" "No trace"
exits 0 "the whole verifies" lookback --as v1 verify
