# SPDX-License-Identifier: MIT
# Nobody is contacted whose card does not say, at that very moment, that it is safe.
. "$LIB"
lookback demo d --applications 100 >/dev/null
export LOOKBACK_DB=d/review.db
ref=$(lookback --as r01 --json list state:triage --limit 1 | json ref)
card=$(lookback --as s1 open contact_card --under "$ref" person="A N Other" --reason "asked" 2>/dev/null)
exits 3 "a second card is refused" lookback --as s1 open contact_card --under "$ref" person="A N Other" --reason again
exits 3 "no attempt before the card says that it is safe" \
	lookback --as x1 open contact_attempt --under "$card" purpose=tell method=telephone
lookback --as x1 claim "$card" >/dev/null
exits 0 "it is found safe" lookback --as x1 decide "$card" plan safe=safe how_known="the IDVA" \
	known_on=today forbidden=letter hours="mornings" way="mobile" subject_near=no
attempt=$(lookback --as x1 open contact_attempt --under "$card" purpose=tell method=telephone 2>/dev/null)
holds "an attempt is planned" "$attempt" "$card-A1"
lookback --as x2 claim "$card" >/dev/null
printf '{"safe":"not_safe","how_known":"he has come back","subject_near":{"value":"yes","reason":"seen"}}' >unsafe.json
exits 0 "the card is marked not safe" lookback --as x2 decide "$card" not_safe --answers unsafe.json
lookback --as x1 claim "$attempt" >/dev/null
exits 3 "the attempt that was planned is refused" lookback --as x1 decide "$attempt" make_attempt \
	card_read=yes tried_on=today tried_at=10:00 attempt_result=no_reply next_try=+1d
holds "with the reason" "$(cat .err)" "safely be contacted"
exits 0 "and can be called off" lookback --as x1 decide "$attempt" call_off --reason "not safe any more"
exits 0 "in danger anybody raises the alarm" lookback --as r09 safeguard "$ref" "he is outside"
is "and the supervisors are told" "$(lookback --as s2 --json alert list "$ref-S1" | wc -l | tr -d ' ')" 1
number=$(lookback --as s2 --json alert list "$ref-S1" | json alert)
exits 3 "who is not meant cannot take it" lookback --as r09 alert take "$number" "I will go"
exits 0 "a supervisor takes it" lookback --as s2 alert take "$number" "car sent"
is "and it waits no more" "$(lookback --as s2 --json alert list "$ref-S1" | wc -l | tr -d ' ')" 0
exits 0 "the whole verifies" lookback --as v1 verify
