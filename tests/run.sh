#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs one Check binary with a pinned environment; adds its figures to $TOTALS.
t=$1
out=$(mktemp)
env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C.UTF-8 TZ=UTC LOOKBACK_TESTING=1 \
	GENERATE="${GENERATE:-}" BIN="${BIN:-}" ${CK_RUN_SUITE:+"CK_RUN_SUITE=$CK_RUN_SUITE"} \
	${CK_RUN_CASE:+"CK_RUN_CASE=$CK_RUN_CASE"} \
	${KEYS:+"KEYS=$KEYS"} ${SEED:+"SEED=$SEED"} \
	CK_FORK="${CK_FORK:-yes}" CK_DEFAULT_TIMEOUT="${CK_DEFAULT_TIMEOUT:-120}" ASAN_OPTIONS=detect_leaks=0 \
	"$t" >"$out" 2>&1
rc=$?
sed -e "s|^|$(basename "$t"): |" "$out" | grep -v '^[^ ]* Running suite' | tail -n 60
line=$(grep -o 'Checks: [0-9]*, Failures: [0-9]*, Errors: [0-9]*' "$out" | tail -n 1)
rm -f "$out"
checks=$(echo "$line" | sed -n 's/Checks: \([0-9]*\),.*/\1/p')
bad=$(echo "$line" | sed -n 's/.*Failures: \([0-9]*\), Errors: \([0-9]*\)/\1 + \2/p')
# a binary that ran nothing (it died, or a filter matches nothing) has not passed
if [ "${checks:-0}" -eq 0 ]; then checks=1 bad=1; fi
bad=$(($bad))
[ -z "$TOTALS" ] || echo "$((checks - bad)) $bad" >>"$TOTALS"
[ "$rc" -eq 0 ] && [ "$bad" -eq 0 ]
