# SPDX-License-Identifier: MIT
# What scenarios are made of. Each claim is one line in $CLAIMS; the first that fails ends
# the scenario. What must be waited for is waited for
# itself, its lock or its file, never by the clock.

lookback() {
	"$BIN" "$@"
}
ok() {
	echo "ok $*" >>"$CLAIMS"
	echo "ok $*"
}
not_ok() {
	echo "not ok $*" >>"$CLAIMS"
	echo "not ok $*"
	exit 1
}
# is CLAIM GOT WANTED
is() {
	[ "$2" = "$3" ] || not_ok "$1: got '$2', wanted '$3'"
	ok "$1"
}
# holds CLAIM TEXT PART
holds() {
	case $2 in
	*"$3"*) ok "$1" ;;
	*) not_ok "$1: no '$3' in '$2'" ;;
	esac
}
# exits CODE CLAIM COMMAND...: output in .out and .err
exits() {
	wanted=$1 claim=$2
	shift 2
	code=0
	"$@" >.out 2>.err </dev/null || code=$?
	[ "$code" -eq "$wanted" ] || {
		cat .err
		not_ok "$claim: exit $code, wanted $wanted"
	}
	ok "$claim"
}
# Waits until no service has the database any more: its lock is free.
service_gone() {
	flock "$1.lock" true
}
# Waits until the file is there; the deadline costs only when it fails.
until_there() {
	timeout 60 sh -c 'until [ -e "$0" ]; do sleep 0.01; done' "$1" || not_ok "$1 never came"
}
# json MEMBER: that member of each line of JSON on stdin; one that is left out is 0.
json() {
	python3 -c 'import json, sys
for line in sys.stdin:
	print(json.loads(line).get(sys.argv[1], 0))' "$1"
}
