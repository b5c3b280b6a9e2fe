#!/bin/sh
# SPDX-License-Identifier: MIT
# Sizes, formatting, cppcheck and clang-tidy on the settings of the repository.
# What was clean is remembered by content, so a second run looks only at changes.
set -u
build=${BUILD:-build}
bad=0
fail() {
	echo "$1" >&2
	bad=1
}

for f in $(git ls-files 'src/*.c' 'src/*.h' 'include/*.h' 'tests/*.c' 'tests/*.h'); do
	[ -f "$f" ] || continue
	n=$(wc -l <"$f")
	[ "$n" -le 500 ] || fail "$f: $n lines; 500 is the most"
	head -n 1 "$f" | grep -q 'SPDX-License-Identifier: MIT' || fail "$f: first line is not the SPDX line"
done
# A function runs from a `{` to a `}` in column 0.
git ls-files 'src/*.c' | xargs awk '
	FNR == 1 {open = 0}
	/^{/ {open = FNR}
	/^}/ {if (open && FNR - open > 61) {printf "%s:%d: a function of %d lines; 60 is the most\n", FILENAME, open, FNR - open - 1; bad = 1} open = 0}
	END {exit bad}' >&2 || bad=1

if command -v clang-format >/dev/null; then
	git ls-files 'src/*.c' 'src/*.h' 'include/*.h' 'tests/*.c' 'tests/*.h' |
		xargs clang-format --dry-run -Werror >"$build/format.log" 2>&1 ||
		{ head -n 20 "$build/format.log" >&2; fail "clang-format: run 'make format'"; }
fi
if command -v cppcheck >/dev/null; then
	mkdir -p "$build/cppcheck"
	cppcheck -q -j 2 --std=c11 --error-exitcode=1 --inline-suppr \
		--library=tests/checks/cppcheck.cfg --cppcheck-build-dir="$build/cppcheck" \
		--enable=warning,performance,portability \
		--suppress=missingIncludeSystem --suppress=normalCheckLevelMaxBranches \
		--suppressions-list=tests/checks/cppcheck.txt \
		-Iinclude -Isrc -I"$build/gen" src >&2 || fail "cppcheck found faults"
fi
if command -v clang-tidy >/dev/null; then
	mkdir -p "$build/tidy"
	flags="-std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Iinclude -Isrc -I$build/gen"
	deps=$(cat .clang-tidy $(find include src -name '*.h') | sha256sum | cut -c1-16)
	for f in $(git ls-files 'src/*.c'); do
		key=$build/tidy/$(cat "$f" | sha256sum | cut -c1-24)-$deps
		[ -e "$key" ] || echo "$f $key"
	done | xargs -r -P 2 -n 2 sh -c '
		out=$(clang-tidy --quiet "$2" -- '"$flags"' 2>/dev/null) && [ -z "$out" ] && : >"$3" && exit 0
		echo "$out" >&2; exit 1' sh sh || fail "clang-tidy found faults"
fi
[ "$bad" -eq 0 ] && echo "lint: clean"
exit "$bad"
