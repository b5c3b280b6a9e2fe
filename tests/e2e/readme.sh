# SPDX-License-Identifier: MIT
# Whatever the README tells a reader to type exists.
. "$LIB"
exits 0 "help is printed" lookback help
is "on one screen" "$([ "$(wc -l <.out)" -le 23 ] && echo yes)" yes
lookback completion >complete.bash
if command -v bash >/dev/null; then
	is "completion is a script that bash takes, and offers verbs and options" "$(bash -c '. ./complete.bash
COMP_WORDS=(lookback bat) COMP_CWORD=1; _lookback; echo "${COMPREPLY[0]}"
COMP_WORDS=(lookback user dis) COMP_CWORD=2; _lookback; echo "${COMPREPLY[*]}"
COMP_WORDS=(lookback defer x --rea) COMP_CWORD=3; _lookback; echo "${COMPREPLY[*]}"' | tr '\n' ' ')" \
		"batch disable --reason --read-only "
fi
[ -f "$REPOSITORY/README.md" ] || {
	ok "there is no README to check"
	exit 0
}
grep -o 'lookback [a-z][a-z]*\( [a-z][a-z]*\)\{0,1\}' "$REPOSITORY/README.md" | sort -u >named
lookback help >page
while read -r _ verb second; do
	grep -qE "(^| )$verb( |$)" page || continue
	case $verb in
	user | pack | batch) lookback help "$verb" "$second" >/dev/null || not_ok "lookback $verb $second" ;;
	*) lookback help "$verb" >/dev/null || not_ok "lookback $verb" ;;
	esac
	ok "lookback $verb has help"
done <named
grep -oE '^\$? *(make|make [a-z]+)$' "$REPOSITORY/README.md" | sed 's/^\$ *//' | sort -u >makes
while read -r _ target; do
	[ -z "$target" ] || grep -q "^$target:" "$REPOSITORY/Makefile" || not_ok "make $target"
	ok "make $target is a target"
done <makes
