#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs every scenario beside this file in a folder of its own, with the program in $BIN;
# adds their figures to $TOTALS. ONLY=name runs one. A scenario is a shell script on lib.sh.
here=$(cd "$(dirname "$0")" && pwd)
case ${BIN:?the program to test} in
/*) ;;
*) BIN=$(pwd)/$BIN ;;
esac
repository=$(cd "$here/../.." && pwd)
passed=0 failed=0
for file in "$here"/*.sh; do
	name=$(basename "$file" .sh)
	case $name in run | lib) continue ;; esac
	[ -z "${ONLY:-}" ] || [ "$ONLY" = "$name" ] || continue
	work=$(mktemp -d "${TMPDIR:-/tmp}/lookback-e2e-XXXXXX")
	: >"$work/.claims"
	(cd "$work" && env -i PATH="$PATH" HOME="$work" LC_ALL=C.UTF-8 TZ=UTC BIN="$BIN" \
		REPOSITORY="$repository" CLAIMS="$work/.claims" LIB="$here/lib.sh" \
		sh -eu "$file") >"$work/.log" 2>&1
	code=$?
	good=$(grep -c '^ok' "$work/.claims") bad=$(grep -c '^not ok' "$work/.claims")
	if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then bad=1; fi
	if [ "$bad" -ne 0 ]; then
		echo "e2e: $name: FAILED (exit $code)"
		tail -n 40 "$work/.log" | sed "s|^|e2e: $name: |"
	else
		echo "e2e: $name: $good"
	fi
	passed=$((passed + good)) failed=$((failed + bad))
	# a service may still be on its way out; it needs nothing of this
	rm -rf "$work"
done
[ -z "${TOTALS:-}" ] || echo "$passed $failed" >>"$TOTALS"
echo "e2e: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
