#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the benchmark with a pinned environment, and says on what machine it ran.
# SECTIONS are drain, screen, bulk, commit, find; all of them when none is named.
bench=$1
echo "$(uname -srm), $(getconf _NPROCESSORS_ONLN) processors, $(date -u +%Y-%m-%d)"
echo "$(git rev-parse --short HEAD 2>/dev/null), applications: 3,778 and ${BENCH_N:-100000}"
exec env -i PATH="$PATH" HOME=/nonexistent LC_ALL=C.UTF-8 TZ=UTC BIN="$BIN" \
	${TMPDIR:+"TMPDIR=$TMPDIR"} ${BENCH_DIR:+"BENCH_DIR=$BENCH_DIR"} ${BENCH_N:+"BENCH_N=$BENCH_N"} \
	${BENCH_ROUNDS:+"BENCH_ROUNDS=$BENCH_ROUNDS"} ${BENCH_KEYS:+"BENCH_KEYS=$BENCH_KEYS"} \
	"$bench" $SECTIONS
