# SPDX-License-Identifier: MIT
# A quality pass from its plan to its sentence: anybody can draw the sample again from the log
# alone, whoever read a case again had no part in it before, and what was upheld is what it
# was.
. "$LIB"
exits 0 "a review with a pass that was read is made" lookback demo d --applications 400 --stage quality
holds "its sentence states the bound" "$(cat .out)" "With 95 % confidence no more than"
holds "and on what it stands" "$(cat .out)" "provided the second reviewers miss nothing"
export LOOKBACK_DB=d/review.db
lookback --json log --type plan.fixed >fixed
lookback --json log --type sample.drawn >drawn
lookback --json log --type reading.closed >ends
lookback --json log --type plan.closed >closed
is "it was fixed, drawn and ended once" "$(cat fixed drawn closed | wc -l)" 3

# the document's algorithm, in a shell: keys from seed and reference, the smallest are the sample
python3 - drawn <<'EOP'
import json, sys

body = json.loads(open(sys.argv[1]).readline())["body"]
open("refs", "w").write("".join(r + "\n" for r in body["refs"]))
open("sample", "w").write("".join(r + "\n" for r in body["sample"]))
open("frame", "w").write(body["frame"] + "\n")
EOP
seed=$(python3 -c 'import json; print(json.loads(open("fixed").readline())["body"]["seed"])')
sha() { sha256sum | cut -d ' ' -f 1; }
while read -r ref; do
	echo "$(printf 'lookback-draw-1\n%s\n%s\n' "$seed" "$ref" | sha) $ref"
done <refs | LC_ALL=C sort | head -n "$(wc -l <sample)" | cut -d ' ' -f 2 >again
is "the sample is what seed and frame say" "$(cat again)" "$(cat sample)"
is "and the frame is the one that was frozen" \
	"$({ echo lookback-frame-1; LC_ALL=C sort refs; } | sha)" "$(cat frame)"

n=$(wc -l <sample)
is "everything drawn was read to its end" "$(wc -l <ends)" "$n"
is "and stands where it stood" "$(lookback count 'drawn:q1 reading:upheld state:closed_at_triage')" "$n"
is "nothing waits" "$(lookback count reading:open)" 0
is "the pile is as large as it was" "$(lookback count state:closed_at_triage)" "$(wc -l <refs)"
lookback --json log --type record.moved >moved
python3 - ends moved >said <<'EOP'
import json, sys

part, bad = {}, []
for line in open(sys.argv[2]):
    event = json.loads(line)
    part.setdefault(event["record"], set()).add(event["actor"])
for line in open(sys.argv[1]):
    event = json.loads(line)
    if event["actor"] in part[event["record"]]:
        bad.append((event["record"], event["actor"]))
print("bad:", bad)
EOP
is "nobody read again what they had a part in" "$(cat said)" "bad: []"
exits 0 "and the whole verifies" lookback verify
