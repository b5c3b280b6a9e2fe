# SPDX-License-Identifier: MIT
# A whole review by its whole team, to its end: the figures add up by `count` alone, and the
# log shows that nobody did two people's part. Then a quality pass of 285 over what was closed at
# triage: the same list on every machine, and a sentence that states the bound.
. "$LIB"
N=3778
exits 0 "a whole review is made" lookback demo d --applications $N --stage quality
cp .out summary
export LOOKBACK_DB=d/review.db
is "every application is risk-assessed" "$(lookback count 'type:application -state:triage')" $N
is "2 failures with harm" "$(lookback count 'type:failure category:harm in_window:yes')" 2
is "14 administrative failures" "$(lookback count 'type:failure category:administrative in_window:yes')" 14
is "17 service failures" "$(lookback count 'type:failure category:service in_window:yes')" 17
is "33 in all" "$(lookback count 'type:failure in_window:yes')" 33
is "5 referrals" "$(lookback count 'type:referral in_window:yes')" 5
is "one of what began the review, two for harm, one administrative, one of the organisation" \
	"$(for about in initial harm administrative organisational; do
		lookback count "type:referral in_window:yes about:$about"
	done | tr '\n' ' ')" "1 2 1 1 "
is "a failure outside the window is referred and not one of them" \
	"$(lookback count 'type:failure in_window:no did:refer')$(lookback count 'type:referral in_window:no about:harm')" 11
reached=$(lookback count 'type:contact_card state:reached')
unable=$(lookback count 'type:contact_card state:unable')
unsafe=$(lookback count 'type:contact_card state:unsafe')
is "whoever failed somebody looked for them" "$((reached + unable + unsafe))" 33
is "24 reached, 5 not, 4 not safe" "$reached $unable $unsafe" "24 5 4"
is "nobody was called who may not be" \
	"$(lookback count 'type:contact_card state:unsafe child:contact_attempt')" 0
is "no alert waits" "$(lookback count alert:yes)" 0
is "no check is without a result" "$(lookback count 'type:check -state:(trace, possible, no_trace)')" 0
is "applications are closed, or their failure is not put right yet" \
	"$(lookback count 'type:application -state:(closed_at_triage, closed_no_failure, closed_failure, failure_found)')" 0
is "another role than the supervisor's counts the same" \
	"$(lookback --as s2 count 'type:failure category:service in_window:yes')" 17
holds "the summary prints the same figures" "$(cat summary)" "2  failures with harm"
lookback --json log --type record.moved >moved
lookback --json log --type seat.locked >locked
python3 - moved locked >said <<'EOF'
import collections, json, sys

sat, did = collections.defaultdict(list), collections.defaultdict(list)
for path in sys.argv[1:]:
    for line in open(path):
        event = json.loads(line)
        step = event["body"].get("transition", "finish_review")
        did[event["record"]].append((step, event["actor"]))
        if event["type"] == "seat.locked":
            sat[event["record"]].append((event["body"]["seat"], event["actor"]))
# whoever triaged, read (twice or thrice) and signed off are different people
rules = {
    "closed at triage": ({"propose_closing", "confirm_closing"}, 2),
    "signed off": ({"finish_review", "sign_off", "sign_off_disclosure"}, 2),
    "failures": ({"triage_red", "triage_amber", "finish_review", "confirm_failure", "close_failure"}, 5),
}
bad = []
for ref, steps in did.items():
    for name, (names, least) in rules.items():
        by = [who for step, who in steps if step in names]
        last = {step for step, _ in steps}
        if name == "failures" and "close_failure" not in last:
            continue
        if name == "closed at triage" and "confirm_closing" not in last:
            continue
        if name == "signed off" and not last & {"sign_off", "sign_off_disclosure"}:
            continue
        if len(set(by)) < least:
            bad.append((ref, name, by))
for ref, seats in sat.items():
    # a second reader who agrees both locks and moves; nobody else appears twice
    first = [who for seat, who in seats if seat == 0]
    others = [who for step, who in did[ref] if step.startswith(("triage_", "sign_off", "confirm_"))]
    people = [who for _, who in seats] + others
    if len(people) != len(set(people)) or len(first) != 1:
        bad.append((ref, "seats", seats, others))
print("bad:", bad[:3])
print("read twice:", len(sat) >= 40)
print("by many:", len({who for steps in did.values() for _, who in steps}) >= 60)
EOF
is "nobody took two seats, and every step has its own people" "$(sed -n 1p said)" "bad: []"
is "many were read twice" "$(sed -n 2p said)" "read twice: True"
is "everybody took part" "$(sed -n 3p said)" "by many: True"
lookback --json log --type sample.drawn >drawn
python3 - drawn >said <<'EOF'
import hashlib, json, sys

body = json.loads(open(sys.argv[1]).readline())["body"]
key = lambda ref: hashlib.sha256(f"lookback-draw-1\n20240523\n{ref}\n".encode()).digest()
print(len(body["sample"]))
print(hashlib.sha256("".join(ref + "\n" for ref in body["sample"]).encode()).hexdigest())
print(body["sample"] == sorted(body["refs"], key=key)[: len(body["sample"])])
EOF
is "285 were drawn" "$(sed -n 1p said)" 285
is "the same ones on every machine" "$(sed -n 2p said)" \
	c0a0f3e7327a82ec2a2a65b17354367575f6ee673789c369ee80eed580666632
is "as the document says how" "$(sed -n 3p said)" True
is "all of them were read and stand where they stood" \
	"$(lookback count 'drawn:q1 reading:upheld state:closed_at_triage')" 285
holds "the sentence states the bound" "$(cat summary)" \
	"With 95 % confidence no more than 10 of 1,140 remain, provided the second reviewers miss nothing (none found in a sample of 285)."
lookback --as zq1 --json funnel >funnel
python3 - funnel >said <<'EOF'
import json, sys

funnel = json.load(open(sys.argv[1]))
outside = [unit for unit in funnel["units"] if unit["side"] in ("above", "below")]
print(funnel["bad_n"], funnel["n"])
print(len(outside), outside[0]["side"], outside[0]["bad"])
EOF
is "33 failures among all" "$(sed -n 1p said)" "33 $N"
is "one handler stands out, and nobody else by more than chance" "$(sed -n 2p said)" "1 above 24"
exits 0 "and the whole verifies" lookback verify
is "its owner manages no accounts any more; another does" "$(lookback --as zz1 --json user list | grep -c '"administrator"')" 1
exits 2 "a review too small for the story is refused" lookback demo e --applications 200 --stage complete
holds "with how many it needs" "$(cat .err)" "at least 300"
exits 2 "as is a stage that is none" lookback demo e --stage over
