# SPDX-License-Identifier: MIT
# The training review as it comes: 3,778 applications in two imports, listed and searched.
. "$LIB"
exits 0 "a training review is made" lookback demo d
holds "its summary names the command that opens it" "$(cat .out)" "lookback --db d/review.db --as r01"
export LOOKBACK_DB=d/review.db
is "every application is there" "$(lookback --as r01 count)" 3778
is "the first import brought 3,582, the second 196" \
	"$(lookback --json batch list | json added | tr '\n' ' ')" "3582 196 "
is "they balance" "$(lookback --json batch list | python3 -c 'import json, sys
rows = [json.loads(l) for l in sys.stdin]
print(all(r["read"] == sum(r.get(k, 0) for k in ("added", "same", "changed")) for r in rows))')" True
lookback --as r01 --json list >all
is "a list follows its pages to the end" "$(json ref <all | sort -u | wc -l | tr -d ' ')" 3778
is "and is ordered by rank" "$(json rank <all | sort -c -n -r && echo yes)" yes
top=$(head -n 1 all | json ref)
is "the first that is served is the first of the list" "$(lookback --as r01 --json next | json ref)" "$top"
lookback --as r01 show "$top" >shown
holds "a record is shown for people" "$(cat shown)" "Narrative"
is "without the original handler" "$(grep -c 'Original handler' shown || true)" 0
lookback --as r01 --json search '"spoke to the enquiry officer"' >found
[ "$(wc -l <found)" -gt 20 ] || not_ok "a phrase is found in narratives"
ok "a phrase is found in narratives"
is "at least 45 accounts review" "$(lookback user list --json | grep -c '"reviewer"')" 45
exits 3 "a folder that holds a review is left alone" lookback demo d
exits 0 "and opened only on a terminal" lookback demo d --open
holds "which is said" "$(cat .err)" "no terminal"
sum=$(sha256sum d/extract-1.csv d/extract-2.csv | cut -d' ' -f1 | tr '\n' ' ')
lookback demo e >/dev/null
is "the same seed makes the same extracts" \
	"$(sha256sum e/extract-1.csv e/extract-2.csv | cut -d' ' -f1 | tr '\n' ' ')" "$sum"
