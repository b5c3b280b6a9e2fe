#!/bin/sh
# SPDX-License-Identifier: MIT
# The last line of a check: how many tests passed and failed in all.
awk '{p += $1; f += $2} END {
	if (p + f == 0) { print "no test ran"; exit 1 }
	printf "%d passed, %d failed\n", p, f; exit f > 0
}' "$1"
