#!/bin/sh
# SPDX-License-Identifier: MIT
# The direction of includes, checked: a layer includes only itself and the layers
# named here. And the fences: each foreign library behind its one layer or file.
set -u
allowed='
base   base
wire   base wire
stats  base stats
rules  base rules
conf   base rules conf
store  base stats rules store
review base stats rules conf store wire review
serve  base wire conf stats rules store review serve
client base wire client
cmd    base conf rules wire client cmd
tui    base wire conf rules client cmd tui
demo   base wire conf rules client demo
cli    base wire conf rules client cmd tui demo cli
'
# tui, demo, cli and cmd may name conf and rules only for settings and pack files;
# values of a live review reach them through wire alone.
bad=0
fail() {
	echo "$1" >&2
	bad=1
}

for file in $(find src include/lookback -name '*.c' -o -name '*.h' -o -name '*.def'); do
	case $file in
	src/main.c) continue ;;
	src/*) layer=${file#src/} ;;
	*) layer=${file#include/lookback/} ;;
	esac
	layer=${layer%%/*}
	ok=$(echo "$allowed" | awk -v l="$layer" '$1 == l {$1 = ""; print}')
	[ -n "$ok" ] || { fail "$file: folder '$layer' is no layer; add it to $0"; continue; }
	for inc in $(sed -n 's/^[ \t]*#[ \t]*include[ \t]*"\([^"]*\)".*/\1/p' "$file"); do
		case $inc in
		lookback/*) to=${inc#lookback/} ;;
		*) to=$inc ;;
		esac
		to=${to%%/*}
		case $inc in
		lookback/*) ;;
		"$layer"/* | cli/host.h) ;;
		sql_table.inc | store/* ) [ "$layer" = store ] || fail "$file: includes private \"$inc\"" ;;
		*) fail "$file: includes \"$inc\", a private header of another layer" ;;
		esac
		case " $ok " in
		*" $to "*) ;;
		*) fail "$file: layer $layer may not include \"$inc\" (allowed:$ok)" ;;
		esac
	done
done

fence() { # header, where it may stand (an awk regular expression)
	for file in $(grep -rlE "^[ \t]*#[ \t]*include[ \t]*<$1>" src include 2>/dev/null); do
		echo "$file" | grep -qE "$2" || fail "$file: <$1> belongs to $2 alone"
	done
}
fence 'sqlite3\.h' '^src/store/'
fence 'yaml\.h' '^src/conf/'
fence 'n?curses\.h|ncursesw/.*|term\.h' '^src/tui/term/'
fence 'jansson\.h' '^src/base/json'
fence 'utf8proc\.h' '^src/base/(utf8|words)'
fence 'openssl/.*' '^src/base/hash'
fence 'csv\.h' '^src/review/csv'
fence 'sys/socket\.h|sys/un\.h' '^src/(serve|client)/|/wire/link\.[ch]$'

for file in $(grep -rlwE '(system|popen|execl|execlp|execle|execv|execvp|execve|posix_spawn|strcpy|strcat|sprintf|gets)[ ]*\(' --include='*.[ch]' src include); do
	[ "$file" = src/base/banned.h ] || fail "$file: calls what base/banned.h bans"
done
[ "$bad" -eq 0 ] && echo "layers: every include points downward"
exit "$bad"
