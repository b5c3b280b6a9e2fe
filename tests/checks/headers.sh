#!/bin/sh
# SPDX-License-Identifier: MIT
# Every header compiles alone, so it can be read and included by itself.
set -u
gen=${GEN:-build/gen}
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Wall -Wextra -Werror -Wno-unused \
	-Iinclude -Isrc -I$gen $(pkg-config --cflags ncursesw sqlite3 yaml-0.1 jansson libutf8proc libcrypto | sed "s/-D_[A-Z_]*SOURCE[=0-9]*//g")"
n=0
bad=0
for h in $(find include src -name '*.h' | sort); do
	n=$((n + 1))
	# shellcheck disable=SC2086
	cc $flags -fsyntax-only -x c "$h" || { echo "$h does not compile alone" >&2; bad=1; }
done
[ "$bad" -eq 0 ] && echo "headers: $n compile alone"
exit "$bad"
