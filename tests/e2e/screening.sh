# SPDX-License-Identifier: MIT
# Another pack, nothing else changed: titles and abstracts, two blind readers, a third.
. "$LIB"
export LOOKBACK_DB=s.db
lookback init --pack screening 2>/dev/null
lookback user add rd1 reader && lookback user add rd2 reader
lookback user add ad1 adjudicator && lookback user add ld1 lead && lookback user add lib1 librarian
for who in rd1 rd2 ad1; do lookback user train $who calibrated 2099-12-31; done 2>/dev/null
printf 'Key,Title,Author,Abstract Note\r\nK1,One,Doe,first\r\nK2,Two,Roe,second\r\nK3,Three,Poe,third\r\n' >refs.csv
exits 0 "references are imported" lookback --as lib1 import refs.csv --source zotero --map references
exits 3 "a reader without training is not let in" lookback --as ld1 decide P-K1 done
lookback --as rd1 claim P-K1 >/dev/null
exits 0 "the first reader is done" lookback --as rd1 decide P-K1 done verdict=include
holds "and is told no more than that" "$(cat .err)" "the record has gone on"
exits 0 "the second reader opens the paper" lookback --as rd2 show P-K1
is "and finds no word of the first" "$(grep -ci 'include\|rd1\|lock' .out)" 0
is "in no count" "$(lookback --as rd2 count verdict:include)" 0
is "and in no other" "$(lookback --as rd2 count did:done)" 0
exits 1 "the first is not served it again" lookback --as rd1 next ref:P-K1
lookback --as rd2 claim P-K1 >/dev/null
exits 0 "the second agrees without knowing" lookback --as rd2 decide P-K1 done verdict=include
is "so it is included by itself" "$(lookback --as ld1 --json show P-K1 | json state)" included
lookback --as rd1 claim P-K2 >/dev/null
lookback --as rd1 decide P-K2 done verdict=include 2>/dev/null
lookback --as rd2 claim P-K2 >/dev/null
lookback --as rd2 decide P-K2 done verdict=exclude excluded_for=design 2>/dev/null
is "where they differ it waits" "$(lookback --as ld1 --json show P-K2 | json state)" screen
is "and says so to who may know" "$(lookback --as ld1 count agreed:no)" 1
is "not to a reader" "$(lookback --as rd1 count agreed:no)" 0
exits 3 "no reader decides between the two" lookback --as rd2 claim P-K2
lookback --as ad1 next >/dev/null
exits 0 "the third sees the form" lookback --as ad1 form P-K2 screening
holds "with what one of them gave" "$(cat .out)" "answered: Exclude"
is "and not who" "$(grep -c 'rd[12]' .out)" 0
exits 3 "the third needs a reason" lookback --as ad1 decide P-K2 done verdict=exclude
printf '{"verdict":{"value":"exclude","reason":"not a trial"},"excluded_for":"design"}' >third.json
exits 0 "and decides" lookback --as ad1 decide P-K2 done --answers third.json
is "which counts" "$(lookback --as ld1 --json show P-K2 | json state)" excluded
is "and both are kept" "$(lookback --as ld1 --json log --record P-K2 --type seat.locked | wc -l | tr -d ' ')" 2
exits 0 "the whole verifies" lookback --as ld1 verify
