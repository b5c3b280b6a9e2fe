# SPDX-License-Identifier: MIT
# From next to signed off by four hands, with every exit code on the way.
. "$LIB"
lookback demo d --applications 100 >/dev/null
export LOOKBACK_DB=d/review.db
ref=$(lookback --as r01 --json next | json ref)
exits 3 "an empty form cannot be decided on" lookback --as r01 decide "$ref" triage_green
holds "and every reason is given" "$(cat .err)" "not complete"
exits 5 "nobody else may take a held one" lookback --as r02 claim "$ref"
exits 4 "what is not there is not found" lookback --as r01 show DVDS-99-999999
exits 2 "a misspelt verb is usage" lookback --as r01 nxt
holds "and the right one is named" "$(cat .err)" "next"
exits 6 "a faulty expression is input" lookback --as r01 count colour:red
exits 3 "a reviewer adds no accounts" lookback --as r01 user add x reviewer
exits 1 "nothing to serve is no" lookback --as s1 next
exits 7 "a database that is not there is out of reach" lookback --db none.db count
cat >answers.json <<'EOF'
{"route_seen":"right_to_ask","outcome_seen":"yes","disclosed_seen":"no","identified":"yes",
"checks_seen":"all","adverse_now":"no","serious":"no","contact_now":"apart",
"dependants":"neither","later_incident":"no","other_partner":"no","urgent":"no"}
EOF
exits 0 "a triage is decided" lookback --as r01 decide "$ref" triage_green --answers answers.json
is "and has moved on" "$(lookback --as r01 --json show "$ref" | json state)" review
is "with its band" "$(lookback --as r01 --json show "$ref" | json band)" green
lookback --as r01 claim "$ref" >/dev/null 2>&1 || true
exits 3 "who triaged it does not finish its review" lookback --as r01 decide "$ref" finish_review
lookback --as r01 release "$ref" 2>/dev/null || true
lookback --as r02 claim "$ref" >/dev/null
cat >review.json <<'EOF'
{"contact_step":"met","contact_in_time":"yes","checks_step":"met","variants_searched":"yes",
"findable_then":"no","meeting_step":"met","meeting_in_time":"yes","meeting_rechecked":"yes",
"assessment_step":"met","assessment_supervised":"yes","decision_then":"refuse",
"test_reasoned":"met","decision_now":"refuse","delivery_step":"not_applicable",
"outcome_told":"yes","safeguarding_step":"met","overall_in_time":"yes","harm_after":"no",
"handler_pattern":"no","proposed":"n","confidence":"4"}
EOF
exits 0 "another one finishes it" lookback --as r02 decide "$ref" finish_review --answers review.json
lookback --as s1 claim "$ref" >/dev/null
exits 0 "a supervisor signs it off" lookback --as s1 decide "$ref" sign_off
is "and it is closed" "$(lookback --as s1 --json show "$ref" | json state)" closed_no_failure
exits 0 "and the whole verifies" lookback --as v1 verify
is "a log of it is there for the auditor" \
	"$(lookback --as v1 --json log --record "$ref" --type record.moved | wc -l | tr -d ' ')" 3
