#!/bin/sh
# SPDX-License-Identifier: MIT
# Documents are checked, not trusted: the map names every source file and nothing
# that is not there; relative links lead somewhere; generated pages are current.
set -u
bad=0
fail() {
	echo "$1" >&2
	bad=1
}
map=docs/ARCHITECTURE.md
want=$(mktemp)
have=$(mktemp)
sh tests/checks/map.sh >"$want"
sed -n '/<!-- map: begin -->/,/<!-- map: end -->/p' "$map" | sed '1d;$d' >"$have"
diff -u "$have" "$want" >&2 || fail "$map: the map of the source is old; run 'make map'"
grep "NO HEAD" "$want" >&2 && fail "these files do not begin with what they are"
rm -f "$want" "$have"
for doc in README.md docs/*.md; do
	dir=$(dirname "$doc")
	for to in $(grep -oE '\]\([^)#:]+[)#]' "$doc" | sed 's/^](//; s/[)#]$//'); do
		[ -e "$dir/$to" ] || fail "$doc links to $to, which is not there"
	done
done
if command -v mandoc >/dev/null; then
	mandoc -T lint -W warning docs/lookback.1 docs/lookback-keys.5 >&2 || fail "the manual has faults"
fi
[ "$bad" -eq 0 ] && echo "docs: the map and the links are true"
exit "$bad"
