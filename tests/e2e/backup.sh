# SPDX-License-Identifier: MIT
# A backup is a database of its own; imports are whole or not at all.
. "$LIB"
lookback demo d --applications 80 >/dev/null
export LOOKBACK_DB=d/review.db
lookback --as r01 next >/dev/null
exits 0 "a backup is written" lookback backup copy.db
is "for the owner alone" "$(stat -c %a copy.db)" 600
exits 3 "an existing file is left alone" lookback backup copy.db
is "the copy opens" "$(lookback --db copy.db --as r01 count)" 80
exits 0 "and verifies" lookback --db copy.db --as v1 verify

{
	cat d/extract-2.csv
	sed -n 2p d/extract-2.csv | sed 's/,RTA,/,RTX,/; s/,RTK,/,RTX,/'
} >bad.csv
before=$(lookback --as v1 --json log --type batch.imported | wc -l)
exits 6 "a file with one faulty row is refused" lookback import bad.csv --source test --map extract
holds "with the line" "$(cat .err)" "line "
is "and nothing of it came in" "$(lookback --as r01 count)" 80
is "not even a batch" "$(lookback --as v1 --json log --type batch.imported | wc -l)" "$before"
printf 'source_ref,route\n1,2\n' >short.csv
exits 6 "a file without its columns is refused" lookback import short.csv --source test --map extract
printf '\377\376\000' >rubbish.csv
exits 6 "and one that is no text" lookback import rubbish.csv --source test --map extract
exits 2 "a map must be named" lookback import d/extract-2.csv --source test
exits 0 "the same extract again changes nothing" lookback import d/extract-1.csv --source test --map extract
is "and every row was held" "$(lookback --json batch list | tail -n 1 | json same)" 76
